import { problemOf, stopsRun, type Problem } from '../errors.ts'
import { concluded, failedIn } from './conclude.ts'
import { settleRequest, type Requesting } from './asking.ts'
import { tooLong } from './findings.ts'
import { familyOf, type Member } from './family.ts'
import { obstaclesOf } from './obstacles.ts'
import { shownColumns } from './shown.ts'
import { make } from './making.ts'
import { change, remove } from './record-steps.ts'
import { isStale, usersOf } from './retiring.ts'
import type { Change, Plan, Step } from './model.ts'
import type { WantedRequest } from './wanted.ts'
import { comingName, newName } from './names.ts'
import { isNamed, strangersAmong } from './only.ts'
import { missingColumns } from './guards.ts'
import type { PlanInput } from './input.ts'
import { unknownRotations } from './issued.ts'
import { extensionOf } from './keystores.ts'
import { deniedOf } from './summaries.ts'

/**
 * The plan of `csr`: for each keystore whose certificate people sign and that has no key waiting for it, a record with a new one.
 * Items of other kinds are not looked at.
 */
export function computeRequests(input: PlanInput): Plan {
  const { spec, observed, only, rotation } = input
  const isRequest = (item: string): boolean =>
    item.startsWith('keystores.') && spec.keystores.get(nameIn(item))?.source.kind === 'request'
  const problems: Problem[] = input.problems.filter((problem) => stopsRun(problem) || isRequest(problem.item))
  const changes: Change[] = []
  const others: string[] = []
  for (const wanted of input.requested.values()) {
    const item = `keystores.${wanted.name}`
    others.push(item)
    if (!isNamed(item, only)) continue
    const { findings, change } = planRequest(wanted, input)
    problems.push(...findings)
    if (change !== undefined && !findings.some(({ severity }) => severity === 'error')) changes.push(change)
  }
  if (![...spec.keystores.keys()].some((name) => isRequest(`keystores.${name}`))) {
    const message = 'the spec has no keystore whose certificate people sign (source: request: true)'
    problems.push(problemOf({ code: 'request.none', severity: 'notice', message }, ''))
  }
  const what = 'is no keystore whose certificate people sign (source: request: true)'
  const strangers = strangersAmong(only, spec, isRequest, what)
  problems.push(...strangers.problems, ...unknownRotations(rotation, (name) => isRequest(`keystores.${name}`), what))
  problems.push(...missingColumns(observed))
  const blocked = failedIn(problems)
  const changing = new Set(changes.map(({ item }) => item))
  const unchanged = others.filter((item) => isNamed(item, only) && !changing.has(item) && !blocked.has(item))
  return concluded(input, {
    depth: 'full',
    changes,
    unchanged,
    blocked,
    others: [...others, ...strangers.names],
    problems,
  })
}

const nameIn = (item: string): string => item.slice(item.indexOf('.') + 1)

/** The keys that wait already, by keystore: the SHA-256 of the content that holds each. */
export function keysWaiting(input: PlanInput): Map<string, string> {
  const { requested, only } = input
  const named = [...requested.values()].filter(({ name }) => isNamed(`keystores.${name}`, only))
  return new Map(
    named.flatMap((wanted) => {
      const { kept } = settleRequest(wanted, familyIn(wanted, input), input.observed, input)
      return kept === undefined ? [] : [[wanted.name, kept.facts.sha256] as const]
    }),
  )
}

const familyIn = ({ name }: WantedRequest, { observed, identity }: PlanInput): Member[] =>
  familyOf(observed, identity, 'keystore', name)

function planRequest(
  wanted: WantedRequest,
  input: PlanInput,
): { readonly findings: readonly Problem[]; readonly change: Change | undefined } {
  const { observed, spec } = input
  const { name, at } = wanted
  const item = `keystores.${name}`
  const family = familyIn(wanted, input)
  const settled = settleRequest(wanted, family, observed, input)
  const adopts = spec.keystores.get(name)?.adopt === true
  const terms = [...wanted.findings, ...tooLong(wanted, observed.facts)]
  const found = [...terms, ...obstaclesOf(family, adopts), ...deniedOf(family, observed), ...settled.findings]
  const findings = found.map((finding) => problemOf(finding, item, at))
  const steps = stepsOf(wanted, settled, family, input)
  if (steps.length === 0) return { findings, change: undefined }
  const { table, columns } = observed.tables.certificate
  const { kept, why } = settled
  const shown = shownColumns({ name: comingName(name, ''), waits: true }, kept?.member, steps, family)
  const planned: Change = {
    item,
    kind: why === undefined ? 'update' : 'create',
    table,
    name,
    sysId: kept?.member.row.sysId ?? null,
    reason: why?.reason ?? 'leftover',
    columns: shown.map((one) => ({ ...one, column: columns[one.column] ?? one.column })),
    contentHash: null,
    dependsOn: [],
    steps,
    notes: why === undefined ? [] : [`a new key, which waits for its certificate: ${why.note}`],
  }
  return { findings, change: planned }
}

/** What a dead run left goes first, then what must not be used any more; what is replaced goes once the new key is whole. */
function stepsOf(wanted: WantedRequest, settled: Requesting, family: readonly Member[], input: PlanInput): Step[] {
  const { name, type } = wanted
  const { observed, identity, rotation } = input
  const { kept, why, purged, outdated } = settled
  const unused = (members: readonly Member[]): Member[] => members.filter((member) => usersOf(member, observed, []).length === 0)
  const steps: Step[] = unused([...family.filter(isLeftover), ...purged]).map((member) => remove(member))
  if (why !== undefined) {
    const item = `keystores.${name}`
    const stored = observed.facts.certificateTypes[type]
    const how = { item, name, type: stored, extension: extensionOf(type), identity, runId: rotation.runId, root: undefined }
    const making = { item, name, sha256: '', type: stored, columns: {}, secret: true, issue: how, fileName: undefined }
    steps.push(...make(making, family))
  }
  // It died before it gave the record its name.
  if (kept !== undefined && kept.member.name !== newName(name, kept.facts.sha256)) {
    steps.push(change(kept.member, { name: newName(name, kept.facts.sha256) }))
  }
  return [...steps, ...unused(outdated).map((member) => remove(member))]
}

/** Left by a run that died before a key was in it, or with the key of another instance, as a clone has it. */
const isLeftover = (member: Member): boolean =>
  isStale(member) && (member.attachments.length === 0 || member.whose === 'other-instance')
