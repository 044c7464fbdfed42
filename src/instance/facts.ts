import { CodedError } from '../errors.ts'
import { printable } from '../http/printable.ts'
import type { CertificateTypes, InstanceFacts, RecordKind } from '../plan/ports.ts'
import { isRecord, Refusal, UNREADABLE } from './answers.ts'
import type { Api, RawRow } from './api.ts'
import { term } from './query.ts'
import {
  CERTIFICATE_TYPES,
  CHOICE,
  CONNECTION_TABLES,
  DICTIONARY,
  PASSWORD,
  PEM_MAX_LENGTH,
  PROFILE_REFERENCES,
  PROPERTY,
  SCHEMA,
  type TableSchema,
} from './schema.ts'
import { queryTable } from './table-api.ts'

/** More rows than this are not the few that were asked for: the query's terms were dropped. */
const MAX_ADVISORY_ROWS = 5000

/** The rows of a table that only advises; `absent` where there is no such table, undefined where it cannot be read. */
async function ask(api: Api, table: string, columns: readonly string[], query: string): Promise<RawRow[] | 'absent' | undefined> {
  try {
    return await queryTable(api, table, columns, query, MAX_ADVISORY_ROWS)
  } catch (error) {
    if (error instanceof Refusal && error.noSuchTable) return 'absent'
    if (error instanceof CodedError && UNREADABLE.has(error.code)) return undefined
    throw error
  }
}

/** {@link ask}, where not being told is as good as there being none. */
async function advisory(api: Api, table: string, columns: readonly string[], query: string): Promise<RawRow[]> {
  const rows = await ask(api, table, columns, query)
  return rows === 'absent' ? [] : (rows ?? [])
}

/** References come with their link where an instance does not heed that it was not asked for. */
const text = (row: RawRow, column: string): string => {
  const given = row[column]
  const value = isRecord(given) ? given.value : given
  return typeof value === 'string' ? value : ''
}

async function instanceName(api: Api): Promise<string> {
  const { table, name, value, instanceName: property } = PROPERTY
  const rows = await advisory(api, table, [name, value], term(name, '=', property))
  const row = rows.find((candidate) => text(candidate, name) === property)
  return row === undefined ? '' : printable(text(row, value), 100)
}

/** Labels differ in case, spaces and signs between releases (`PKCS12 Key Store`, `PKCS#12 key store`). */
const lenient = (label: string): string => label.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** The value that stands behind a label, where the instance's choices tell exactly one that is not the known one. */
function choiceFor(known: { readonly label: string; readonly value: string }, rows: readonly RawRow[]): string {
  const labelled = rows.filter((row) => lenient(text(row, CHOICE.label)) === lenient(known.label))
  const values = new Set(labelled.map((row) => text(row, CHOICE.value)).filter((value) => /^[\w.-]{1,40}$/.test(value)))
  const [only] = values
  return only !== undefined && values.size === 1 ? only : known.value
}

/** @throws what says that the instance cannot be reached or refuses the credentials; else what is known stands in */
export async function readCertificateTypes(api: Api): Promise<CertificateTypes> {
  const { table, of, element, label, value, inactive } = CHOICE
  const wanted = { of: SCHEMA.certificate.table, element: SCHEMA.certificate.columns.type ?? '' }
  const query = `${term(of, '=', wanted.of)}^${term(element, '=', wanted.element)}`
  const rows = (await advisory(api, table, [of, element, label, value, inactive], query)).filter(
    (row) => text(row, of) === wanted.of && text(row, element) === wanted.element && text(row, inactive) !== 'true',
  )
  const { jks, pkcs12, trusted } = CERTIFICATE_TYPES
  return { jks: choiceFor(jks, rows), pkcs12: choiceFor(pkcs12, rows), trusted: choiceFor(trusted, rows) }
}

/** A column of another table that refers to records; `list` where it holds several sys_ids. */
export interface ReferringColumn {
  readonly table: string
  readonly column: string
  readonly list: boolean
  /** Only known from stock schemas: rows that do not show the column do not refer. */
  readonly assumed?: true
}

/** The columns that refer to records of a kind. */
export type ReferringColumns = Readonly<Record<'certificate' | 'protocol-profile', readonly ReferringColumn[]>>

interface Dictionary {
  /** Undefined where the dictionary cannot be read: nobody can say what refers to a record. */
  readonly referring: ReferringColumns | undefined
  readonly pemMaxLength: number
  readonly passwordMaxLength: number
  readonly missingColumns: InstanceFacts['missingColumns']
  readonly connection: TableSchema | undefined
  readonly unavailable: InstanceFacts['unavailable']
}

const KINDS = ['certificate', 'protocol-profile', 'rest-message', 'soap-message'] as const satisfies readonly RecordKind[]

/** The kinds of records that are created here. */
const CREATED = ['certificate', 'protocol-profile'] as const satisfies readonly RecordKind[]

/** One query for all questions: how our own columns are defined, which refer to certificates and profiles, and what a connection has. */
async function dictionary(api: Api): Promise<Dictionary> {
  const { table, of, element, reference, type, maxLength, label } = DICTIONARY
  const tables = KINDS.map((kind) => SCHEMA[kind].table)
  const elements = [...new Set(KINDS.flatMap((kind) => SCHEMA[kind].own))]
  const referred = [SCHEMA.certificate.table, SCHEMA['protocol-profile'].table]
  const query = `${term(of, 'IN', tables.join(','))}^${term(element, 'IN', elements.join(','))}${referred.map((to) => `^NQ${term(reference, '=', to)}`).join('')}^NQ${term(of, 'IN', CONNECTION_TABLES.join(','))}^${term(type, '=', DICTIONARY.boolean)}`
  const told = await ask(api, table, [of, element, reference, type, maxLength, label], query)
  // One that lists not even our own columns hides its rows from the account.
  const readable = told === 'absent' || (told !== undefined && told.length > 0)
  const rows = told === 'absent' ? [] : (told ?? [])
  return {
    referring: readable
      ? { certificate: referringTo('certificate', rows), 'protocol-profile': referringToProfiles(rows) }
      : undefined,
    pemMaxLength: maxLengthOf(SCHEMA.certificate.columns.pem, rows) ?? PEM_MAX_LENGTH,
    passwordMaxLength: Math.min(maxLengthOf(PASSWORD.column, rows) ?? PASSWORD.maxLength, PASSWORD.maxLength),
    missingColumns: CREATED.flatMap((kind) => missingColumns(kind, rows)),
    ...connectionColumns(told === 'absent' ? undefined : told),
  }
}

/**
 * What a connection calls its flag and its profile, which no documentation tells: the one column that refers to protocol
 * profiles, and the one yes or no whose label, or else whose name, speaks of mutual authentication.
 */
function connectionColumns(told: readonly RawRow[] | undefined): Pick<Facts, 'connection' | 'unavailable'> {
  const without = (why: string): Pick<Facts, 'connection' | 'unavailable'> => ({
    connection: undefined,
    unavailable: { connection: `connections: ${why}` },
  })
  if (told === undefined)
    return without('the account may not read sys_dictionary, which alone tells what their columns are called')
  const rows = told.filter((row) => CONNECTION_TABLES.some((name) => name === text(row, DICTIONARY.of)))
  const elements = (matches: (row: RawRow) => boolean): string[] => [
    ...new Set(rows.filter(matches).map((row) => text(row, DICTIONARY.element))),
  ]
  const profiles = elements((row) => text(row, DICTIONARY.reference) === SCHEMA['protocol-profile'].table)
  const isFlag = (row: RawRow): boolean => text(row, DICTIONARY.type) === DICTIONARY.boolean
  const labelled = elements((row) => isFlag(row) && /mutual/i.test(text(row, DICTIONARY.label)))
  // Labels are told in the language of the account, names of columns are not.
  const flags = labelled.length > 0 ? labelled : elements((row) => isFlag(row) && /mutual/i.test(text(row, DICTIONARY.element)))
  const [profile, flag] = [profiles[0], flags[0]]
  if (profile === undefined || flag === undefined)
    return without('the dictionary of the instance knows no column for mutual authentication')
  if (profiles.length > 1 || flags.length > 1) {
    return without(`which columns are meant cannot be told: ${[...profiles, ...flags].join(', ')}`)
  }
  // They become part of a path and of a query.
  if (![profile, flag].every((name) => /^\w{1,80}$/.test(name))) return without('the dictionary gives no usable column names')
  const { columns } = SCHEMA.connection
  return {
    connection: { ...SCHEMA.connection, columns: { ...columns, 'mutual-authentication': flag, 'protocol-profile': profile } },
    unavailable: {},
  }
}

function referringTo(kind: keyof ReferringColumns, rows: readonly RawRow[]): ReferringColumn[] {
  const { of, element, reference, type, list } = DICTIONARY
  return (
    rows
      .filter((row) => text(row, reference) === SCHEMA[kind].table && text(row, of) !== SCHEMA['protocol-profile'].table)
      .map((row) => ({ table: text(row, of), column: text(row, element), list: text(row, type) === list }))
      // They become part of a path and of a query.
      .filter((found) => /^\w{1,80}$/.test(found.table) && /^\w{1,80}$/.test(found.column))
  )
}

function referringToProfiles(rows: readonly RawRow[]): ReferringColumn[] {
  const told = referringTo('protocol-profile', rows)
  return told.length > 0 ? told : PROFILE_REFERENCES.map((known) => ({ ...known, list: false, assumed: true }))
}

/** How many characters fit into a column of certificates, where the dictionary tells. */
function maxLengthOf(column: string | undefined, rows: readonly RawRow[]): number | undefined {
  const { table } = SCHEMA.certificate
  const row = rows.find((candidate) => text(candidate, DICTIONARY.of) === table && text(candidate, DICTIONARY.element) === column)
  const length = row === undefined ? '' : text(row, DICTIONARY.maxLength)
  return /^[1-9]\d{0,6}$/.test(length) ? Number(length) : undefined
}

/**
 * Only where the dictionary lists most of a table's columns can the absence of another be believed: an account may see some of
 * its rows. Messages are never created, so their rows show what columns they have.
 */
function missingColumns(kind: RecordKind, rows: readonly RawRow[]): InstanceFacts['missingColumns'] {
  const { table, columns, own } = SCHEMA[kind]
  const known = new Set(rows.filter((row) => text(row, DICTIONARY.of) === table).map((row) => text(row, DICTIONARY.element)))
  const missing = own.filter((column) => !known.has(column))
  if (missing.length * 2 >= own.length) return []
  const ours = new Map(Object.entries(columns).map(([name, column]) => [column, name]))
  return missing.map((column) => ({ kind, column: ours.get(column) ?? column }))
}

export interface Facts extends InstanceFacts {
  /** Undefined where connections are unavailable. */
  readonly connection: TableSchema | undefined
  readonly referring: ReferringColumns | undefined
}

/**
 * What the instance says of itself. The tables asked only advise: where the account may not read them, what is known stands
 * in; that the instance cannot be reached or refuses the credentials is an error all the same.
 */
export async function readFacts(api: Api, certificateTypes: () => Promise<CertificateTypes>): Promise<Facts> {
  const [name, types, defined] = await Promise.all([instanceName(api), certificateTypes(), dictionary(api)])
  return { origin: api.origin, name, certificateTypes: types, ...defined }
}

/** The label of a choice; empty where the instance does not tell. */
export async function readChoiceLabel(api: Api, tables: readonly string[], column: string, stored: string): Promise<string> {
  const { table, of, element, label, value, inactive } = CHOICE
  const query = `${term(of, 'IN', tables.join(','))}^${term(element, '=', column)}`
  const rows = await advisory(api, table, [of, element, label, value, inactive], query)
  const ofColumn = rows.filter((row) => text(row, element) === column && text(row, value) === stored)
  const named = tables.flatMap((name) => ofColumn.filter((row) => text(row, of) === name && text(row, inactive) !== 'true'))
  return named[0] === undefined ? '' : printable(text(named[0], label), 100)
}

/** The table that a column refers to; empty where the instance does not tell. */
export async function readReference(api: Api, owner: string, column: string): Promise<string> {
  const { table, of, element, reference } = DICTIONARY
  const query = `${term(of, '=', owner)}^${term(element, '=', column)}`
  const rows = await advisory(api, table, [of, element, reference], query)
  const row = rows.find((candidate) => text(candidate, of) === owner && text(candidate, element) === column)
  return row === undefined ? '' : text(row, reference)
}
