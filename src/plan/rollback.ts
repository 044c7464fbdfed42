import { problemOf, type Finding, type Problem } from '../errors.ts'
import { concluded, failedIn } from './conclude.ts'
import { familyOf, holds, isHeldBack, isUsable, replacedOf, type Member, type WantedContent } from './family.ts'
import { obstaclesOf } from './obstacles.ts'
import { shownColumns } from './shown.ts'
import { contentInPlace } from './issued.ts'
import { keptName } from './names.ts'
import { isNamed, strangersAmong } from './only.ts'
import type { Change, Plan, Step } from './model.ts'
import type { Observed } from './observed.ts'
import type { WantedKeystore } from './wanted.ts'
import { missingColumns } from './guards.ts'
import type { PlanInput } from './input.ts'
import { openedFactsOf, type InPlace } from './summaries.ts'
import type { Row } from './ports.ts'
import { change, repoint, takeName, update } from './record-steps.ts'
import { resolveProfile } from './references.ts'
import { recordsOf } from './requested.ts'
import { isBetween, usersOf } from './retiring.ts'

/**
 * The plan that returns each keystore to its newest retired generation that is whole, valid and of this environment
 * (contract 4.5): that one active, profiles repointed, the current one renamed and made inactive, the name last. What was
 * rolled back is held back by `apply` until the content changes.
 */
export function computeRollback(input: PlanInput): Plan {
  const { spec, observed } = input
  const problems: Problem[] = [...input.problems]
  const changes: Change[] = []
  const unchanged: string[] = []
  const others: string[] = []
  const found: Problem[] = []
  const inPlace: InPlace[] = []
  for (const wanted of [...input.keystores.values(), ...issuedInPlace(input), ...requestsInPlace(input)]) {
    const item = `keystores.${wanted.name}`
    if (!isNamed(item, input.only)) {
      others.push(item)
      inPlace.push(returnedTo(wanted, undefined, input))
      continue
    }
    const planned = rollBack(wanted, input)
    inPlace.push(returnedTo(wanted, 'findings' in planned ? undefined : planned, input))
    if ('findings' in planned) found.push(...planned.findings.map((finding) => problemOf(finding, item, wanted.at)))
    else if (planned.steps.length === 0) unchanged.push(item)
    else changes.push(changeOf(wanted, planned, observed))
  }
  const isKeystore = (item: string): boolean => item.startsWith('keystores.')
  const strangers = strangersAmong(input.only, spec, isKeystore, 'is no keystore, and only keystores are rolled back')
  problems.push(...strangers.problems)
  others.push(...strangers.names)
  others.push(...found.map(({ item }) => item))
  const someReturn = input.only.length === 0 && changes.length + unchanged.length > 0
  problems.push(...(someReturn ? found.map(withoutGenerationIsFine) : found), ...missingColumns(observed))
  return concluded(input, { depth: 'full', changes, unchanged, blocked: failedIn(problems), others, problems, inPlace })
}

/** When all keystores are rolled back, those that were never rotated stay as they are. */
const withoutGenerationIsFine = (problem: Problem): Problem =>
  problem.code === 'rollback.none' ? { ...problem, severity: 'warning' } : problem

/** What is needed of a keystore that is rolled back: the content that it starts from. */
type RollingBack = Pick<WantedKeystore, 'name' | 'at' | 'type' | 'sha256'> & Partial<Pick<WantedKeystore, 'leaf' | 'size'>>

/** Issued keystores start from what was published last. */
function issuedInPlace({ issued, observed, identity }: PlanInput): RollingBack[] {
  return [...issued.values()].map(({ name, at, type }) => {
    const found = contentInPlace(familyOf(observed, identity, 'keystore', name), observed)
    return { name, at, type, sha256: found?.sha256 ?? '' }
  })
}

/** Requests start from the keystore of their certificate. */
function requestsInPlace({ requested, observed, identity }: PlanInput): RollingBack[] {
  return [...requested.values()].map(({ name, at, type }) => {
    const { joined } = recordsOf(familyOf(observed, identity, 'keystore', name), observed)
    return { name, at, type, sha256: joined?.sha256 ?? '' }
  })
}

interface RolledBack {
  readonly steps: readonly Step[]
  readonly target: Member | undefined
  readonly family: readonly Member[]
}

/** What is used once it is rolled back, or goes on to be where nothing is done; without a certificate where that could not be opened. */
function returnedTo(wanted: RollingBack, planned: RolledBack | undefined, { observed, identity }: PlanInput): InPlace {
  const { name } = wanted
  const family = familyOf(observed, identity, 'keystore', name)
  const current = family.find(({ generation, active }) => generation.is === 'current' && active)
  const target = planned?.target
  const returns = target?.generation.is === 'retired' || target?.generation.is === 'in use'
  const used = planned && planned.steps.length > 0 && returns ? target : current
  if (used === undefined) return { name, leaf: undefined }
  const given = holds(used, contentOf(wanted, observed), observed.opened) ? wanted.leaf : undefined
  return { name, leaf: given ?? openedFactsOf(used, observed)?.leaf }
}

const contentOf = ({ sha256, size, type }: RollingBack, { facts }: Observed): WantedContent => ({
  sha256,
  size,
  type: facts.certificateTypes[type],
  secret: true,
})

function rollBack(wanted: RollingBack, input: PlanInput): RolledBack | { readonly findings: readonly Finding[] } {
  const { observed, identity, now } = input
  const content = contentOf(wanted, observed)
  const family = familyOf(observed, identity, 'keystore', wanted.name)
  const obstacles = obstaclesOf(family)
  if (obstacles.length > 0) return { findings: obstacles }
  const current = family.find(({ generation, active }) => generation.is === 'current' && active)
  const returnable = replacedOf(family).find((member) => isUsable(member, now))
  const begun =
    family.find(({ generation, active, whose }) => generation.is === 'retired' && active && whose === 'ours') ??
    (current === undefined && returnable?.active === true ? returnable : undefined)
  if (current === undefined && begun === undefined && wanted.sha256 === '') {
    return failure('rollback.none', 'nothing was published yet that could be returned from')
  }
  if (isHeldBack(family, content, observed.opened)) {
    const steps =
      begun === undefined || current !== undefined ? [] : [update({ sysId: begun.row.sysId }, begun.name, { name: wanted.name })]
    return { steps, target: begun, family }
  }
  const waiting = family.find(
    (member) =>
      member.generation.is === 'new' && !member.active && member.whose === 'ours' && holds(member, content, observed.opened),
  )
  if (waiting !== undefined && current !== undefined) {
    // What waits for its handover was published last: it is not used any more, and the current generation goes on.
    const aside = keptName(wanted.name, 'rolled back', now, waiting.sha256)
    return { steps: [change(waiting, { name: aside })], target: waiting, family }
  }
  if (current === undefined || !holds(current, content, observed.opened)) {
    return failure(
      'rollback.unclear',
      'the current generation does not hold what the spec says: it was not applied, or changed since',
    )
  }
  const target = begun ?? returnable
  if (target === undefined)
    return failure('rollback.none', 'there is no retired generation that is whole, valid and of this environment')
  const repointed = profilesOf(wanted.name, input).filter((row) => row.columns.keystore === current.row.sysId)
  const users = usersOf(current, observed, repointed)
  const references = observed.references.get(current.row.sysId) ?? []
  const known = users.filter((user) => !references.some(({ where, record }) => where === user && record === undefined))
  // What cannot be read may refer to it: that is for a person to say.
  if (known.length > 0 || (users.length > 0 && input.confirm !== input.spec.environment.name)) {
    return failure('record.in-use', `${users.join(', ')} would still refer to what is rolled back`)
  }
  const staying = family.filter((member) => member.active && isBetween(member) && member !== target)
  return { steps: stepsOf(wanted.name, current, target, { repointed, staying }, now), target, family }
}

const failure = (code: Finding['code'], message: string): { readonly findings: readonly Finding[] } => ({
  findings: [{ code, severity: 'error', message }],
})

function profilesOf(keystore: string, { spec, observed }: PlanInput): Row[] {
  const names = [...spec.protocolProfiles.values()].filter((profile) => profile.keystore === keystore).map(({ name }) => name)
  return names.flatMap((name) => {
    const resolved = resolveProfile(observed, name)
    return 'row' in resolved && resolved.row !== undefined ? [resolved.row] : []
  })
}

interface Besides {
  readonly repointed: readonly Row[]
  /** Other generations before that are active. */
  readonly staying: readonly Member[]
}

function stepsOf(name: string, current: Member, target: Member, { repointed, staying }: Besides, now: Date): Step[] {
  const record = { sysId: target.row.sysId }
  const activate: Step[] = [
    { do: 'check', record, columns: { name: target.name, active: 'false' }, sha256: target.sha256 },
    update(record, target.name, { active: 'true' }),
  ]
  return [
    ...(target.active ? [] : activate),
    ...repointed.map((row) => repoint(row, record)),
    change(current, { name: keptName(name, 'rolled back', now, current.sha256), active: 'false' }),
    // Active once more: should another run have switched it off meanwhile, the last write puts that right.
    takeName(record, target.name, { name, active: 'true' }, repointed, staying),
  ]
}

function changeOf(wanted: RollingBack, { steps, target, family }: RolledBack, observed: Observed): Change {
  const { table, columns } = observed.tables.certificate
  return {
    item: `keystores.${wanted.name}`,
    kind: 'rotate',
    table,
    name: wanted.name,
    sysId: target?.row.sysId ?? null,
    reason: 'rolled-back',
    columns: shownColumns(wanted, target, steps, family).map((change) => ({
      ...change,
      column: columns[change.column] ?? change.column,
    })),
    contentHash: null,
    dependsOn: [],
    steps,
    notes: [],
  }
}
