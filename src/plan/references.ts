import type { Finding, Location } from '../errors.ts'
import type { MessageKind, MessageSpec } from '../spec/model.ts'
import type { SectionName } from '../spec/problems.ts'
import type { Change, ColumnChange, ColumnValue, RecordRef, Step } from './model.ts'
import type { Observed } from './observed.ts'
import type { RecordKind, Row } from './ports.ts'

/** A row found for an item of the spec, or why there is none to work on. */
export type Resolved = { readonly row: Row | undefined } | { readonly finding: Finding }

/** What a profile or message of the spec should be, as far as its columns go. */
export interface WantedColumns {
  readonly section: SectionName
  readonly kind: RecordKind
  readonly name: string
  readonly at: Location
  /** Compared, and set where they differ. */
  readonly columns: Readonly<Record<string, ColumnValue>>
  /** The item that a reference leads to, by column: what people read, and the same before and after the record is made. */
  readonly refersTo: Readonly<Record<string, string>>
  /** Set at creation only. */
  readonly initially: Readonly<Record<string, string>>
  readonly dependsOn: readonly string[]
  /** Columns that a change before this one sets already. */
  readonly settled: readonly string[]
  /** What has to be written to other records for the same item, after its own. */
  readonly beside?: Pick<Change, 'columns' | 'steps'>
}

/** The profile of that name; two of them are an error, never a guess (contract 4.1). */
export function resolveProfile(observed: Observed, name: string): Resolved {
  const rows = observed.profiles.filter((row) => row.columns.name === name)
  if (rows.length > 1) return { finding: ambiguous('protocol profiles', rows, ONE_PROFILE) }
  return { row: rows[0] }
}

const WORDS: Readonly<Record<MessageKind, string>> = {
  'rest-message': 'REST message',
  'soap-message': 'SOAP message',
  connection: 'connection',
  'oauth-provider': 'OAuth provider',
}

export interface MessageQuery {
  readonly kind: MessageKind
  readonly name: string
  readonly scope: string | undefined
  readonly sysId: string | undefined
}

/** The message of that name (and scope or sys_id where given); messages are never created. */
export function resolveMessage(observed: Observed, query: MessageQuery): Resolved {
  const what = WORDS[query.kind]
  const unavailable = observed.facts.unavailable[query.kind]
  if (unavailable !== undefined) return { finding: { code: 'record.unclear', severity: 'error', message: unavailable } }
  const named = observed.messages[query.kind].filter((row) => row.columns.name === query.name)
  const rows = named.filter(
    (row) =>
      (query.sysId === undefined || row.sysId === query.sysId) &&
      (query.scope === undefined || row.columns.scope === query.scope || row.columns['scope-name'] === query.scope),
  )
  if (rows.length > 1) return { finding: ambiguous(`${what}s`, rows) }
  if (rows[0] !== undefined) return { row: rows[0] }
  const message =
    named.length === 0
      ? `the instance has no ${what} of this name`
      : `no ${what} of this name has the ${query.sysId === undefined ? 'scope' : 'sys-id'} that the spec gives`
  return { finding: { code: 'record.missing', severity: 'error', message } }
}

const ONE_PROFILE =
  'which of them a call over its scheme takes is a guess: keep the one that messages refer to and that points at the keystore in use, repoint the other messages, and delete the other profiles'

function ambiguous(what: string, rows: readonly Row[], hint?: string): Finding {
  const ids = rows.map(({ sysId }) => sysId).join(', ')
  const message = `${rows.length} ${what} have this name: ${ids}`
  return { code: 'record.ambiguous', severity: 'error', message, ...(hint !== undefined && { hint }) }
}

/** What keeps mutual authentication from working on a message although its columns are right (SERVICENOW.md, D). */
export function messageWarnings(row: Row): Finding[] {
  const findings: Finding[] = []
  if (row.columns['authentication-type'] === 'oauth2') {
    findings.push({ code: 'message.oauth2', severity: 'warning', message: `the message signs in with OAuth 2.0` })
  }
  if (!['', 'false', '0'].includes(row.columns['mid-server'] ?? '')) {
    findings.push({ code: 'message.mid-server', severity: 'warning', message: `the message is sent by a MID Server` })
  }
  return findings
}

/**
 * Methods that say something else than their message. The stock script reads a method's own flag and profile wherever it has a
 * profile; the message's count where it has none.
 */
export function methodWarnings(
  observed: Pick<Observed, 'methods' | 'profiles'>,
  row: Row,
  wanted: Pick<MessageSpec, 'mutualAuthentication' | 'protocolProfile'>,
): Finding[] {
  const nameOf = (profile: string): string => observed.profiles.find(({ sysId }) => sysId === profile)?.columns.name ?? profile
  return observed.methods
    .filter(({ message, profile }) => message === row.sysId && profile !== '')
    .filter(
      ({ mutualAuthentication, profile }) =>
        mutualAuthentication !== wanted.mutualAuthentication ||
        (mutualAuthentication && nameOf(profile) !== wanted.protocolProfile),
    )
    .map(({ name, mutualAuthentication, profile }) => {
      const says = mutualAuthentication ? `uses the profile ${nameOf(profile)}` : 'has mutual authentication off'
      return { code: 'message.method', severity: 'warning', message: `its method ${name} overrides the message: it ${says}` }
    })
}

const equals = (stored: string | undefined, wanted: ColumnValue): boolean =>
  typeof wanted === 'string' ? stored === wanted : 'sysId' in wanted && stored === wanted.sysId

/** The one write that brings a profile or message to what is wanted; undefined where it is so already. */
export function planColumns(wanted: WantedColumns, row: Row | undefined, tables: Observed['tables']): Change | undefined {
  const { table, columns: names } = tables[wanted.kind]
  const item = `${wanted.section}.${wanted.name}`
  const differing = Object.entries({ ...(row === undefined ? wanted.initially : {}), ...wanted.columns }).filter(
    ([column, value]) => !wanted.settled.includes(column) && !equals(row?.columns[column], value),
  )
  const { beside = { columns: [], steps: [] } } = wanted
  if (differing.length === 0 && beside.steps.length === 0) return undefined
  const values: Record<string, ColumnValue> = Object.fromEntries(differing)
  const record: RecordRef = row === undefined ? { made: item } : { sysId: row.sysId }
  const step: Step =
    row === undefined
      ? { do: 'create', kind: wanted.kind, item, columns: values, known: [] }
      : { do: 'update', kind: wanted.kind, record, name: wanted.name, columns: values }
  // Messages are application metadata: what is written lands in the scope's update set.
  const scope = row?.columns['scope-name'] ?? row?.columns.scope ?? ''
  const protection = row?.columns.protection ?? ''
  const columns: ColumnChange[] = differing.map(([column, value]) => ({
    column: names[column] ?? column,
    from: row?.columns[column] ?? null,
    to: typeof value === 'string' ? value : (wanted.refersTo[column] ?? ''),
  }))
  return {
    item,
    kind: row === undefined ? 'create' : 'update',
    table,
    name: wanted.name,
    sysId: row?.sysId ?? null,
    reason: row === undefined ? 'missing' : 'column-differs',
    columns: [...columns, ...beside.columns],
    contentHash: null,
    dependsOn: wanted.dependsOn,
    steps: [...(differing.length === 0 ? [] : [step]), ...beside.steps],
    notes: [
      ...(scope === '' ? [] : [`it is a part of the application scope ${scope}`]),
      ...(protection === '' ? [] : [`its protection policy is ${protection}`]),
    ],
  }
}
