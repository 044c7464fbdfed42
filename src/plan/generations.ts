import type { Finding } from '../errors.ts'
import { holds, isHeldBack, isLive, isUsable, replacedOf, type Member } from './family.ts'
import { handoverOf } from './handover.ts'
import { byRun } from './issued.ts'
import { finish, make, wakened, type Making } from './making.ts'
import type { ChangeKind, ColumnChange, Reason, RecordRef, Step } from './model.ts'
import type { Observed } from './observed.ts'
import { comingName, type Generation } from './names.ts'
import type { Row, SysId } from './ports.ts'
import { remove, repoint, takeName, update } from './record-steps.ts'
import { hasEnded, isBetween, isRolledBack, isSetAside, isStale, retire, surplus, usersOf } from './retiring.ts'
import { notesOf, shownColumns } from './shown.ts'

export interface FamilyPlan {
  readonly steps: readonly Step[]
  readonly kind: ChangeKind
  readonly reason: Reason
  readonly columns: readonly ColumnChange[]
  /** What refers to the item refers to this record once the steps are done. */
  readonly record: RecordRef
  /** The record that is there now. */
  readonly sysId: SysId | null
  /** Whether the content is published by these steps, and not there already. */
  readonly publishes: boolean
  /** What is wanted was rolled back: another generation stays in use. */
  readonly heldBack: boolean
  /** Why nothing can be done for the item. */
  readonly finding?: Finding
  /** A new generation is published and not used before this time. */
  readonly waitsUntil?: Date
  readonly notes: readonly string[]
}

/** The record that will be the current generation: one that holds what is wanted already, the nearest to its end first. */
function chooseTarget(family: readonly Member[], wanted: Making, opened: Observed['opened'], now: Date): Member | undefined {
  const activeOf = (members: readonly Member[], is: Generation['is']): Member | undefined =>
    members.find(({ active, generation }) => active && generation.is === is)
  const heldBack = isHeldBack(family, wanted, opened)
  if (heldBack && wanted.atOnce) {
    const isCopy = ({ active, generation, mark }: Member): boolean =>
      !active && generation.is === 'new' && wanted.runId !== undefined && mark?.runId === wanted.runId
    const fitting = family.filter((member) => (isRolledBack(member) || isCopy(member)) && holds(member, wanted, opened))
    return fitting.sort((a, b) => byRun(a, b, wanted.runId))[0]
  }
  if (heldBack) {
    const aside = family.filter(isSetAside)
    return (
      activeOf(family, 'current') ??
      activeOf(family, 'retired') ??
      [...aside, ...replacedOf(family)].find((member) => isUsable(member, now))
    )
  }
  const holding = family
    .filter((member) => isLive(member) && holds(member, wanted, opened))
    .sort((a, b) => byRun(a, b, wanted.runId))
  const made = (is: 'current' | 'new'): Member | undefined =>
    holding.find((member) => !member.active && member.generation.is === is && (member.whose === 'ours' || member.pasted))
  const current = activeOf(family, 'current')
  return (
    activeOf(holding, 'current') ??
    activeOf(holding, 'new') ??
    made('new') ??
    (current === undefined ? made('current') : undefined)
  )
}

/**
 * The steps from what is there to what is wanted: first creation, rotation, and the rest of either after a run that died.
 * The new record is whole and active before a profile points at it, the old one is renamed and made inactive after that,
 * and the new one is given the name last, so that two active records never share one (contract 4.3, 4.5).
 *
 * @param profiles rows of protocol profiles that the spec gives to this item.
 * @returns no steps when all is as it should be.
 */
export function planFamily(
  making: Making,
  family: readonly Member[],
  observed: Observed,
  profiles: readonly Row[],
  now: Date,
): FamilyPlan {
  const heldBack = !making.atOnce && isHeldBack(family, making, observed.opened)
  const target = chooseTarget(family, making, observed.opened, now)
  if (heldBack && target === undefined) return nothingInstead(making)
  const record: RecordRef = target === undefined ? { made: making.item } : { sysId: target.row.sysId }
  const replaced = family.filter((member) => member.active && member !== target && (isLive(member) || isBetween(member)))
  const { waiting: kept, served } = making.requests ?? { waiting: [], served: [] }
  const stale = family.filter(
    (member) => isStale(member) && member !== target && ![...kept, ...served].includes(member.row.sysId),
  )
  const set = family.filter((member) => isSetAside(member) && member !== target)
  const first = replaced.length === 0
  const drift = target === undefined ? {} : differing(making.compared, target.row)
  const endedBut = (leaving: readonly Row[]): Member[] =>
    family.filter((member) => member !== target && hasEnded(member, observed, leaving, now))
  const waitsUntil = handoverOf(making, target, replaced, observed, now)
  if (waitsUntil !== undefined)
    return waiting({ making, family, observed, now, target, replaced, stale, ended: endedBut([]) }, waitsUntil)
  const ended = endedBut(profiles)

  // Leftovers go first: a run that is still at one finds it gone, and stops before it can be in the way.
  const unused = (members: readonly Member[]): Member[] => members.filter((member) => usersOf(member, observed, []).length === 0)
  const steps: Step[] = unused(stale).map((member) => remove(member))
  if (target === undefined) steps.push(...make(making, family))
  else if (!target.active) steps.push(...(heldBack ? [wakened(target)] : finish(making, target)))
  const rename = target?.name !== making.name ? { name: making.name } : {}
  if (target?.active !== true) {
    if (making.probed) steps.push({ do: 'probe', record, item: making.item, name: making.name })
    steps.push(
      update(record, target?.name ?? comingName(making.name, making.sha256), { active: 'true', ...drift, ...(first && rename) }),
    )
  }
  const repointed = profiles.filter((row) =>
    [...replaced, ...stale, ...set, ...ended].some(({ row: { sysId } }) => sysId === row.columns.keystore),
  )
  steps.push(...repointed.map((row) => repoint(row, record)))
  const aside = [...replaced, ...ended, ...set]
  const taken = new Set(family.map(({ name }) => name))
  const stepping = aside.map((member) => ({ member, steps: retire(member, making, { observed, repointed, now, taken }) }))
  steps.push(...stepping.flatMap((one) => one.steps))
  const staying = stepping.filter((one) => one.steps.length === 0).map(({ member }) => member)
  // Named, and active once more: should another run have switched it off meanwhile, the last write puts that right.
  const takes = !first || target?.active === true
  const changed = target?.active === true ? drift : {}
  const uses = ({ columns }: Row): boolean =>
    columns.keystore === target?.row.sysId && making.profiles.includes(columns.name ?? '')
  const users = profiles.filter((row) => repointed.includes(row) || uses(row))
  if ('name' in rename && takes && making.secret)
    steps.push(takeName(record, making.name, { name: making.name, active: 'true', ...changed }, users, staying))
  else {
    const last = { ...('name' in rename && takes && { ...rename, active: 'true' }), ...changed }
    if (Object.keys(last).length > 0) steps.push(update(record, making.name, last))
  }
  const freed = stale.filter((member) => !unused(stale).includes(member))
  steps.push(...freed.filter((member) => usersOf(member, observed, repointed).length === 0).map((member) => remove(member)))
  steps.push(...surplus(family, making, observed, repointed, aside, target, heldBack))
  const done = heldBack ? [] : unused(family.filter(({ row }) => served.includes(row.sysId)))
  steps.push(...done.map((member) => remove(member)))

  return {
    steps,
    ...(heldBack && target?.active === false ? WAKENED : kindOf(making, { target, replaced, stale, ended, drift, done })),
    columns: shownColumns(making, target, steps, family),
    record,
    sysId: (target ?? replaced[0])?.row.sysId ?? null,
    publishes: target?.active !== true && !heldBack,
    heldBack,
    notes: notesOf(making, replaced, stale),
  }
}

const WAKENED = { kind: 'update', reason: 'inactive' } as const

/** What was rolled back is never made again: without another generation nothing is done, and a person has to say what. */
function nothingInstead(making: Making): FamilyPlan {
  const message = 'what the spec asks for was rolled back, and there is no other generation that could be used instead'
  return {
    steps: [],
    ...WAKENED,
    columns: [],
    record: { made: making.item },
    sysId: null,
    publishes: false,
    heldBack: true,
    finding: { code: 'rollback.none', severity: 'error', message },
    notes: [],
  }
}

interface Waiting extends Omit<Found, 'drift' | 'done'> {
  readonly making: Making
  readonly family: readonly Member[]
  readonly observed: Observed
  readonly now: Date
}

/** A new generation is made whole and not used yet: everything that refers to the item stays with the one before. */
function waiting({ making, family, observed, now, target, replaced, stale, ended }: Waiting, waitsUntil: Date): FamilyPlan {
  const used = replaced.find(({ generation }) => generation.is === 'current')
  const drift = used === undefined ? {} : differing(making.compared, used.row)
  const taken = new Set(family.map(({ name }) => name))
  const leftovers = stale.filter((member) => usersOf(member, observed, []).length === 0)
  const steps: Step[] = leftovers.map((member) => remove(member))
  if (target === undefined) steps.push(...make(making, family))
  if (used !== undefined && Object.keys(drift).length > 0) steps.push(update({ sysId: used.row.sysId }, used.name, drift))
  for (const member of ended) steps.push(...retire(member, making, { observed, repointed: [], now, taken }))
  const record: RecordRef = used === undefined ? { made: making.item } : { sysId: used.row.sysId }
  return {
    steps,
    kind: target === undefined ? 'rotate' : 'update',
    reason: target === undefined ? 'handover' : Object.keys(drift).length > 0 ? 'column-differs' : 'leftover',
    columns: shownColumns({ name: comingName(making.name, making.sha256), waits: true }, used, steps, family),
    record,
    sysId: used?.row.sysId ?? null,
    publishes: target === undefined,
    heldBack: false,
    waitsUntil,
    notes: notesOf(making, [], stale),
  }
}

function differing(compared: Readonly<Record<string, string>>, row: Row): Record<string, string> {
  return Object.fromEntries(Object.entries(compared).filter(([column, value]) => row.columns[column] !== value))
}

interface Found {
  readonly target: Member | undefined
  readonly replaced: readonly Member[]
  readonly stale: readonly Member[]
  readonly ended: readonly Member[]
  readonly drift: Readonly<Record<string, string>>
  /** Requests whose certificate has come. */
  readonly done: readonly Member[]
}

function kindOf(making: Making, { target, replaced, stale, ended, drift, done }: Found): { kind: ChangeKind; reason: Reason } {
  const begun = target !== undefined && ['new', 'retired', 'in use'].includes(target.generation.is)
  if (making.handoverMs > 0 && target?.generation.is === 'new' && !target.active && replaced.length > 0) {
    return { kind: 'rotate', reason: 'handover' }
  }
  if (target !== undefined && isRolledBack(target)) return { kind: 'rotate', reason: 'rotated' }
  if (target?.active === true && target.generation.is === 'current') {
    if (Object.keys(drift).length > 0) return { kind: 'update', reason: 'column-differs' }
    if (replaced.length > 0) return { kind: 'update', reason: 'leftover' }
    const [member] = ended
    if (member !== undefined) return { kind: 'update', reason: member.generation.is === 'until' ? 'overlap-ended' : 'unused' }
    return { kind: 'delete', reason: stale.length + done.length > 0 ? 'leftover' : 'surplus' }
  }
  if (replaced.length > 0 || target?.active === true) {
    if (begun) return { kind: 'rotate', reason: 'unfinished' }
    if (making.secret && replaced.some(({ whose }) => whose === 'other-instance'))
      return { kind: 'rotate', reason: 'other-instance' }
    const whole = replaced.every((member) => member.pasted || member.attachments.length === 1)
    return { kind: 'rotate', reason: whole ? 'content-changed' : 'not-whole' }
  }
  if (target === undefined) return { kind: 'create', reason: stale.length > 0 ? 'unfinished' : 'missing' }
  return begun ? { kind: 'create', reason: 'unfinished' } : { kind: 'update', reason: 'inactive' }
}
