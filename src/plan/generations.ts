import type { Finding } from '../errors.ts'
import {
  holds,
  isHeldBack,
  isLive,
  isUsable,
  isWhole,
  newestFirst,
  replacedOf,
  retiredOf,
  type Member,
  type WantedContent,
} from './family.ts'
import { byRun } from './issued.ts'
import type { ChangeKind, ColumnChange, ColumnValue, Observed, Reason, RecordRef, Seen, Step } from './model.ts'
import { comingName, dateOf, keptName, newName, untilName, type Generation } from './names.ts'
import type { Row, SysId } from './ports.ts'
import { isMarkedAsRequest } from './requested.ts'
import { BETWEEN_RUNS } from '../spec/duration.ts'
import { DAY } from '../x509/format.ts'

/** How one item's content gets onto the instance; keystores and trusted certificates differ in this alone. */
export interface Making extends WantedContent {
  readonly item: string
  readonly name: string
  /** Columns of a new record besides name and active. */
  readonly columns: Readonly<Record<string, string>>
  /** Columns that the spec names: compared, and set where they differ. */
  readonly compared: Readonly<Record<string, string>>
  /** Undefined where the content is pasted into the row. */
  readonly fileName: string | undefined
  /** What becomes of a record that is replaced: kept inactive for a rollback, or trusted until a time. */
  readonly replaced: { readonly as: 'retired'; readonly keep: number } | { readonly as: 'until'; readonly overlapMs: number }
  /** How the content is made where it is not known yet; then `sha256` is empty. */
  readonly issue?: Omit<Extract<Step, { do: 'issue' }>, 'do' | 'record' | 'rivals'>
  /** Records that are no leftovers: with a key whose certificate is to come. Those whose key is in this content are deleted last. */
  readonly requests?: { readonly waiting: readonly SysId[]; readonly served: readonly SysId[] }
  /** How long a new record waits before it is used, where another one is in use; not at all where it is wanted at once. */
  readonly handoverMs: number
  /** What waits for its handover, or was rolled back, is used now. */
  readonly atOnce: boolean
  /** Of two records with one content, the one that this run has made is used. */
  readonly runId?: string | undefined
  /** Whether a partner has to accept it before it is used. */
  readonly probed: boolean
}

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

/**
 * What may be wrong with the records of a family so that nothing of it is touched.
 * @param adopt whether another's mark is no error. Content that is equal is current (contract 4.7): the mark, which is the name of the
 *   attachment, is then left as it is, as no API renames one.
 */
export function obstaclesOf(family: readonly Member[], adopt = false): Finding[] {
  const live = family.filter(isLive)
  const current = live.filter(({ generation, active }) => generation.is === 'current' && active)
  const findings: Finding[] = []
  if (current.length > 1) {
    const ids = current.map(({ row }) => row.sysId).join(', ')
    findings.push({
      code: 'record.ambiguous',
      severity: 'error',
      message: `${current.length} active certificate records have this name: ${ids}`,
    })
  }
  for (const member of live) {
    if (member.whose !== 'other-owner' && member.whose !== 'other-environment') continue
    const message =
      member.whose === 'other-owner'
        ? `the record ${member.name} (${member.row.sysId}) is marked as another repository's`
        : `the record ${member.name} (${member.row.sysId}) is marked as belonging to environment ${member.mark?.environment ?? ''}`
    findings.push(
      adopt
        ? {
            code: 'record.adopted',
            severity: 'notice',
            message: `${message}: it is taken over, and gets this spec's mark with its next content`,
          }
        : { code: `record.${member.whose}`, severity: 'error', message },
    )
  }
  return findings
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
  for (const member of aside) steps.push(...retire(member, making, { observed, repointed, now, taken }))
  // Named, and active once more: should another run have switched it off meanwhile, the last write puts that right.
  const named = 'name' in rename ? { ...rename, active: 'true' } : {}
  const last = { ...(!first || target?.active === true ? named : {}), ...(target?.active === true ? drift : {}) }
  if (Object.keys(last).length > 0) steps.push(update(record, making.name, last))
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

/** A generation before that is made active again: it is whole, with the password that it was stored with. */
const wakened = (target: Member): Step => ({
  do: 'check',
  record: { sysId: target.row.sysId },
  columns: { name: target.name, active: 'false' },
  sha256: target.sha256,
})

/** Until when a new generation waits while the one before is still used: not so long that a weekly run would find that one expired. */
function handoverOf(
  making: Making,
  target: Member | undefined,
  replaced: readonly Member[],
  observed: Observed,
  now: Date,
): Date | undefined {
  const used = replaced.find(({ generation, whose }) => generation.is === 'current' && whose !== 'other-instance')
  if (making.handoverMs === 0 || making.atOnce || used === undefined || target?.active === true) return undefined
  if (target !== undefined && target.generation.is !== 'new') return undefined
  const published = target === undefined ? now : timeOf(target.row.columns.created ?? '')
  const until = new Date(Math.min(published.getTime() + making.handoverMs, endOf(used, observed) - BETWEEN_RUNS))
  return until > now ? until : undefined
}

/** When the certificate of a record ends, as its content tells, or else its mark; never where nobody knows. */
function endOf({ row, mark }: Member, { opened }: Observed): number {
  const content = opened.get(row.sysId)
  const leaf =
    content?.kind === 'issued' || content?.kind === 'requested'
      ? content.facts.leaf
      : content?.kind === 'different'
        ? content.leaf
        : undefined
  if (leaf !== undefined) return new Date(leaf.notAfter).getTime()
  return mark === undefined ? Infinity : timeOf(dashed(mark.notAfter)).getTime()
}

const dashed = (date: string): string => date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3 00:00:00')

/** A time as the instance tells it; one that it does not tell was long ago. */
function timeOf(text: string): Date {
  const time = Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`)
  return new Date(Number.isNaN(time) ? 0 : time)
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

const isRolledBack = ({ generation, active }: Member): boolean => generation.is === 'rolled back' && !active

/** Left by a run that died before it was whole or in use; what a person attached something to is none of ours. */
export const isStale = ({ active, generation, whose, attachments }: Member): boolean =>
  !active && generation.is === 'new' && (whose === 'ours' || whose === 'other-instance' || attachments.length === 0)

/** Ours by its mark, with the name of the current generation, and made inactive by somebody. */
const isSetAside = ({ active, generation, whose }: Member): boolean => !active && generation.is === 'current' && whose === 'ours'

/** Retired or rolled back by its name and active still, as a rollback that died leaves it. */
const isBetween = ({ generation }: Member): boolean => generation.is === 'retired' || generation.is === 'rolled back'

export const update = (record: RecordRef, name: string, columns: Readonly<Record<string, ColumnValue>>): Step => ({
  do: 'update',
  kind: 'certificate',
  record,
  name,
  columns,
})

const seenOf = ({ name, active }: Member): Seen['columns'] => ({ name, active: String(active) })

/** A change of a record that is there, as it was when the plan looked. */
export const change = (member: Member, columns: Readonly<Record<string, string>>): Step => ({
  do: 'update',
  kind: 'certificate',
  record: { sysId: member.row.sysId },
  name: member.name,
  columns,
  seen: { columns: seenOf(member) },
})

/** A profile that pointed at a generation before, and points at `record` from now on. */
export const repoint = (row: Row, record: RecordRef): Step => ({
  do: 'update',
  kind: 'protocol-profile',
  record: { sysId: row.sysId },
  name: row.columns.name ?? '',
  columns: { keystore: record },
  seen: { columns: { keystore: row.columns.keystore ?? '' } },
})

/** @param seen as it was when the plan looked; or a step before has changed it, and looked at it then */
export const remove = (
  member: Member,
  seen: Seen | 'changed before' = { columns: seenOf(member), attachments: member.attachments.length },
): Step => ({
  do: 'delete',
  kind: 'certificate',
  record: { sysId: member.row.sysId },
  name: member.name,
  ...(seen !== 'changed before' && { seen }),
})

/** A new record: inactive until row and attachment have been read back. */
export function make(
  making: Pick<Making, 'item' | 'name' | 'sha256' | 'type' | 'columns' | 'secret' | 'issue' | 'fileName'>,
  family: readonly Member[],
): Step[] {
  const record: RecordRef = { made: making.item }
  const known = family.map(({ row: { sysId }, name, active }) => ({ sysId, name, active }))
  const rivals = { name: making.name, known }
  const columns = { name: newName(making.name, making.sha256), active: 'false', type: making.type, ...making.columns }
  const steps: Step[] = [
    { do: 'create', kind: 'certificate', item: making.item, columns, known: known.map(({ sysId }) => sysId) },
  ]
  if (making.secret) steps.push({ do: 'set-password', record, item: making.item })
  if (making.issue !== undefined) return [...steps, { do: 'issue', record, ...making.issue, rivals }]
  if (making.fileName !== undefined) {
    steps.push({ do: 'attach', record, item: making.item, fileName: making.fileName })
  }
  const sha256 = making.fileName === undefined ? undefined : making.sha256
  steps.push({ do: 'check', record, columns: { name: columns.name, active: 'false', type: making.type }, sha256, rivals })
  return steps
}

/** A record that a dead run left with its whole content: the password is set again, since nobody can read whether it was stored. */
function finish(making: Making, target: Member): Step[] {
  const record: RecordRef = { sysId: target.row.sysId }
  const check: Step = {
    do: 'check',
    record,
    columns: { name: target.name, active: 'false', type: making.type },
    sha256: target.pasted ? undefined : making.sha256,
  }
  return making.secret ? [{ do: 'set-password', record, item: making.item }, check] : [check]
}

interface Retiring {
  readonly observed: Observed
  readonly repointed: readonly Row[]
  readonly now: Date
  /** Names of the family that are taken; grows with each record that steps aside. */
  readonly taken: Set<string>
}

/** A replaced record steps aside in one write: what something else still refers to stays active. */
function retire(member: Member, making: Making, { observed, repointed, now, taken }: Retiring): Step[] {
  const used = usersOf(member, observed, repointed).length > 0
  if (making.secret && member.whose === 'other-instance' && !used) return [remove(member)]
  if (isBetween(member)) return used ? [] : [change(member, { active: 'false' })]
  if (member.generation.is === 'until') return [change(member, { active: 'false' })]
  const { replaced } = making
  if (replaced.as === 'until') {
    const over = replaced.overlapMs === 0
    const name = freeName((date) => untilName(making.name, date), new Date(now.getTime() + replaced.overlapMs), taken)
    return [change(member, over && !used ? { name, active: 'false' } : { name })]
  }
  // Inactive records may share a name, which tells in what order they retired; one that stays active may not.
  const since = member.generation.is === 'in use' ? member.generation.date : now
  if (!used) return [change(member, { name: keptName(making.name, 'retired', since, member.sha256), active: 'false' })]
  return [change(member, { name: freeName((date) => keptName(making.name, 'in use', date, member.sha256), now, taken) })]
}

/** The name with the first date, from `start` on, that no record of the family has: two active records never share one. */
export function freeName(nameOn: (date: Date) => string, start: Date, taken: Set<string>): string {
  let date = start
  while (taken.has(nameOn(date))) date = new Date(date.getTime() + DAY)
  taken.add(nameOn(date))
  return nameOn(date)
}

/** What refers to a record, besides the profiles that these steps repoint. */
export function usersOf(member: Member, observed: Observed, repointed: readonly Row[]): string[] {
  const profiles = observed.profiles
    .filter((row) => row.columns.keystore === member.row.sysId && !repointed.includes(row))
    .map((row) => `protocol profile ${row.columns.name ?? row.sysId}`)
  const references = observed.references.get(member.row.sysId) ?? []
  return [...new Set([...profiles, ...references.map(({ where }) => where)])]
}

/**
 * A generation whose time is over: nothing refers to an `(in use …)` any more, or an `(until …)` date has passed.
 * @param leaving profiles that will not point at it any more
 */
function hasEnded(member: Member, observed: Observed, leaving: readonly Row[], now: Date): boolean {
  const { active, generation, whose } = member
  if (!active || whose === 'other-owner' || whose === 'other-environment') return false
  const isOver = generation.is === 'in use' || (generation.is === 'until' && generation.date < dateOf(now))
  return isOver && usersOf(member, observed, leaving).length === 0
}

/**
 * Retired generations beyond `keep-previous`, those that retire now counted in; only what bears our mark and nothing refers to.
 */
function surplus(
  family: readonly Member[],
  making: Making,
  observed: Observed,
  repointed: readonly Row[],
  retiring: readonly Member[],
  target: Member | undefined,
  heldBack: boolean,
): Step[] {
  if (making.replaced.as !== 'retired') return []
  // What steps aside in this plan is the newest, unless it was replaced long ago.
  const replaced = retiring.filter(({ generation }) => generation.is !== 'in use')
  const before = newestFirst([...retiring.filter((member) => !replaced.includes(member)), ...retiredOf(family)])
  const isOurs = (member: Member): boolean => member.whose === 'ours' && member !== target
  const ours = [...replaced, ...before].filter((member) => isOurs(member) && member.generation.is !== 'rolled back')
  // One that is not whole is of no use to go back to.
  const kept = ours.filter(isWhole)
  const broken = ours.filter((member) => !isWhole(member))
  const unused = (members: readonly Member[]): Member[] =>
    members.filter((member) => usersOf(member, observed, repointed).length === 0)
  // What was rolled back is kept only as long as it is held back.
  const outdated = heldBack ? [] : family.filter((member) => isOurs(member) && member.generation.is === 'rolled back')
  // The key of another instance, as a clone brings it, is never a generation to keep.
  const cloned = making.secret ? retiredOf(family).filter(({ whose }) => whose === 'other-instance') : []
  return [...unused(kept).slice(making.replaced.keep), ...unused(broken), ...unused(outdated), ...unused(cloned)].map((member) =>
    retiring.includes(member) ? remove(member, 'changed before') : remove(member),
  )
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

/** What a person sees of the change: the columns of the item as it ends, and what becomes of old records and their profiles. */
export function shownColumns(
  making: Pick<Making, 'name'> & { readonly waits?: boolean },
  target: Member | undefined,
  steps: readonly Step[],
  family: readonly Member[],
): ColumnChange[] {
  const shown: ColumnChange[] = []
  for (const step of steps) {
    if (step.do === 'create') {
      const columns = { ...step.columns, name: making.name, active: making.waits === true ? 'false' : 'true' }
      const plain = Object.entries(columns).filter(([column]) => column !== 'pem')
      shown.push(...plain.map(([column, to]) => ({ column, from: null, to: typeof to === 'string' ? to : '' })))
    } else if (step.do === 'update' && step.kind === 'protocol-profile') {
      shown.push({ column: `profile ${step.name}`, from: 'the old generation', to: 'the new generation' })
    } else if (step.do === 'update' && 'sysId' in step.record) {
      const { sysId } = step.record
      const member = target?.row.sysId === sysId ? target : family.find(({ row }) => row.sysId === sysId)
      for (const [column, to] of Object.entries(step.columns)) {
        const from = member?.row.columns[column] ?? null
        if (from === to) continue
        shown.push({ column: member === target ? column : `${column} of ${sysId}`, from, to: typeof to === 'string' ? to : '' })
      }
    } else if (step.do === 'delete') {
      shown.push({ column: `record ${step.record.sysId}`, from: step.name, to: 'deleted' })
    }
  }
  return shown
}

function notesOf({ issue }: Pick<Making, 'issue'>, replaced: readonly Member[], stale: readonly Member[]): string[] {
  // Its key was in that run alone.
  const lost =
    issue === undefined ? '' : '; a certificate that was signed for it is lost with its key, and another one is asked for'
  return [
    ...replaced
      .filter(({ whose, attachments }) => whose === 'unmarked' && attachments.length > 0)
      .map(
        ({ name, row }) =>
          `the record ${name} (${row.sysId}) was made by hand: it is renamed and kept, and a new one takes its name`,
      ),
    ...replaced
      .filter(({ whose }) => whose === 'other-instance')
      .map(({ name }) => `${name} holds the content of another instance, as after a clone: it is replaced and not kept`),
    ...stale
      .filter((member) => !isMarkedAsRequest(member))
      .map(({ name }) => `${name} was left by a run that did not finish, or failed: it is deleted${lost}`),
  ]
}
