import type { CertificateSummary, Change, ChangeKind, Counts, Depth, Plan, Reason } from '../plan/model.ts'
import type { Examination } from '../plan/health.ts'
import { namedColumn, namedValue, type KnownNames } from '../plan/known-names.ts'
import type { ChangeRequest } from '../plan/ports.ts'
import type { Wiring } from '../plan/wiring.ts'
import type { Problem } from '../errors.ts'

/** What a run has to show: the one input of every renderer. Plain data; renderers escape for the place they write to. */
export interface Report {
  readonly command: string
  /** Whether the command carries its plan out: then it is told in the past tense. */
  readonly writes: boolean
  /** Empty where the spec could not tell. */
  readonly environment: string
  /** How much could be looked at; undefined where nothing could. */
  readonly depth: Depth | undefined
  /** Whether or not a plan came about. */
  readonly certificates: readonly CertificateSummary[]
  /** Undefined where no plan came about; `problems` says why. */
  readonly plan: Plan | undefined
  /** Who uses what; undefined where the spec could not be read. */
  readonly wiring: Wiring | undefined
  /** Of the records that the changes mention. */
  readonly names: KnownNames
  /** The CAs above each keystore's certificate, the one that issued it first. */
  readonly keystores: readonly { readonly name: string; readonly issuers: readonly string[] }[]
  /** Why GitHub passes no secrets to this run, as a sentence, or undefined where it does. */
  readonly secretsWithheld?: string | undefined
  readonly counts: Counts | undefined
  /** What became of each change, by item; empty where nothing was carried out. */
  readonly outcomes: ReadonlyMap<string, OutcomeWords>
  readonly problems: readonly Problem[]
  readonly failed: boolean
  /** Under which was written, or would have been. */
  readonly changeRequest?: ChangeRequest
  /** Of the command `doctor`. */
  readonly examined?: Examination
  /** Of the command `targets`. */
  readonly targets?: readonly { readonly environment: string; readonly instance: string; readonly protected: boolean }[]
}

/** What is shown tells of what went wrong since, too. */
export function withProblems(report: Report, more: readonly Problem[]): Report {
  const failed = report.failed || more.some(({ severity }) => severity === 'error')
  return { ...report, problems: [...report.problems, ...more], failed }
}

export interface OutcomeWords {
  readonly is: 'done' | 'failed' | 'stopped'
  readonly because: string
  /** The update sets that have it. */
  readonly captured: readonly string[]
}

/** How a change ended, in words. */
export function endOf({ is, because, captured }: OutcomeWords): string {
  const sets = captured.length === 0 ? '' : `, in the update set ${captured.join(' and ')}`
  return is === 'done' ? `done${sets}` : `${is}: ${because}${sets}`
}

export const SIGN: Readonly<Record<ChangeKind, string>> = { create: '+', update: '~', rotate: '\u21bb', delete: '-' }

const REASONS: Readonly<Record<Reason, string>> = {
  missing: 'it is not there',
  'content-changed': 'its content changed',
  'column-differs': 'it differs from the spec',
  unfinished: 'a run has begun it and not finished it, or is still at it',
  inactive: 'it was made inactive',
  'other-instance': 'it holds the key of another instance, as after a clone',
  'not-whole': 'the record there is not whole',
  leftover: 'a run left something behind, or is still at it',
  surplus: 'more old generations are kept than the spec asks for',
  unused: 'nothing refers to the old generation any more',
  'renewal-due': 'it is time to renew it',
  'request-changed': 'another certificate is asked for',
  rotated: 'it was asked for',
  handover: 'a new one is published, or its handover has ended',
  'rolled-back': 'it returns to the generation before',
  absent: 'the spec says that it must not be there',
  destroyed: 'what this spec has made is taken away',
  'overlap-ended': 'the time in which the old certificate stays trusted is over',
}

export const reasonOf = (change: Change): string => REASONS[change.reason]

/** `2 to create, 1 to rotate, 3 unchanged`; in the past tense after a run that wrote. */
function countsSentence(counts: Counts, past: boolean): string {
  const words = [
    [counts.create, 'create', 'created'],
    [counts.update, 'update', 'updated'],
    [counts.rotate, 'rotate', 'rotated'],
    [counts.delete, 'delete', 'deleted'],
  ] as const
  const parts = words.flatMap(([count, verb, done]) => (count === 0 ? [] : [past ? `${count} ${done}` : `${count} to ${verb}`]))
  const sentence = parts.length === 0 ? [past ? 'nothing written' : 'nothing to change'] : parts
  return [...sentence, `${counts.unchanged} unchanged`].join(', ')
}

const DEPTHS: Readonly<Record<Depth, string>> = {
  offline: 'offline: the spec, its files and certificates were looked at, no instance was asked',
  public: 'public: key secrets are withheld, so that keystores were told by their marks and public certificates alone',
  full: '',
}

/** What the run did not look at, and why where GitHub is the cause; empty where it looked at everything. */
export function depthSentence({ depth, secretsWithheld }: Pick<Report, 'depth' | 'secretsWithheld'>): string {
  const sentence = depth === undefined ? '' : DEPTHS[depth]
  return sentence === '' || secretsWithheld === undefined ? sentence : `${sentence}; ${secretsWithheld}`
}

/** The change request that the workflow named; empty where it named none. */
export function changeSentence({ changeRequest }: Report): string {
  if (changeRequest === undefined) return ''
  const { number, description, state, start, end } = changeRequest
  return `change request ${number} (${state}, planned ${start} to ${end} UTC): ${description}`
}

/** One sentence on how the run ended. */
export function verdict(report: Report): string {
  const count = (severity: Problem['severity']): number =>
    report.problems.filter((problem) => problem.severity === severity).length
  const errors = count('error')
  if (report.command === 'doctor') {
    const warnings = count('warning')
    if (errors + warnings === 0) return 'nothing is wrong'
    return `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
  }
  if (report.command === 'export' && errors === 0) return 'the spec was written'
  if (errors === 0 && report.targets !== undefined) {
    return `${report.targets.length} ${report.targets.length === 1 ? 'environment' : 'environments'}`
  }
  const without = report.depth === 'offline' ? 'nothing was compared' : 'no plan came about'
  const blocked = report.plan?.blocked.length ?? 0
  const sentence = report.counts === undefined ? without : countsSentence(report.counts, report.writes)
  const counted = blocked === 0 ? sentence : `${sentence}, ${blocked} blocked`
  return errors === 0 ? counted : `${counted}; ${errors} ${errors === 1 ? 'error' : 'errors'}`
}

/** Which environment, and where it is where an instance was asked. */
export function whereOf({ environment, plan, examined }: Report): string {
  const instance = plan?.instance ?? examined?.instance
  return instance === undefined ? environment : `${plan?.environment ?? environment} on ${instance}`.trim()
}

/** What an examination has looked at: each a thing and what was found. */
export function examinedOf({ examined }: Report): (readonly [what: string, found: string])[] {
  if (examined === undefined) return []
  const { roles, tables, certificateTypes: types, properties } = examined
  const listed = (names: readonly string[] | null): string =>
    names === null ? 'cannot be read' : names.length === 0 ? 'none' : names.join(', ')
  const set = Object.entries(properties ?? {}).map(([name, value]) => `${name}=${value}`)
  return [
    ['roles of the account', listed(roles)],
    ...tables.map(({ table, rows, refused }) => [`table ${table}`, refused ?? `${rows ?? 0} rows`] as const),
    ['types of certificates', listed(types)],
    ['system properties', listed(properties === null ? null : set)],
  ]
}

/** The changes of one column as a person reads them; null is what is not there yet. */
export function columnsOf(
  { columns }: Change,
  { names }: Pick<Report, 'names'>,
): { readonly column: string; readonly text: string }[] {
  const quoted = (value: string): string => {
    if (value.startsWith('-----BEGIN ')) return `(a certificate in PEM, ${value.length} characters)`
    return value === '' ? '(empty)' : namedValue(value, names)
  }
  return columns.map(({ column, from, to }) => ({
    column: namedColumn(column, columns, names),
    text: from === null ? quoted(to) : `${quoted(from)} \u2192 ${quoted(to)}`,
  }))
}

/** Why an item is not changed: its own problems, which may only say that it waits, or another item. */
export function blockedBecause(
  { item, because }: Plan['blocked'][number],
  { problems }: Pick<Report, 'problems'>,
): { readonly waitsFor: string } | { readonly see: string } {
  if (item !== because) return { waitsFor: because }
  const isWrong = problems.some((problem) => problem.item === item && problem.severity === 'error')
  return { see: isWrong ? 'see its problems' : 'it waits: see what is said of it' }
}
