import { CodedError } from '../errors.ts'
import { printable } from '../http/printable.ts'
import type { SysId } from '../plan/ports.ts'
import { hasError, isRecord, notDocumented, requireSuccess, resultOf, type Asked } from './answers.ts'
import { jsonBody, sysIdOf, type Api, type RawRow } from './api.ts'
import { readAll } from './pages.ts'
import { encoded, joinWithin, MAX_URL, term } from './query.ts'
import { SYS_ID } from './schema.ts'

const PLAIN = 'sysparm_exclude_reference_link=true&sysparm_display_value=false'

const pathOf = (table: string, sysId?: SysId): string => `/api/now/table/${table}${sysId === undefined ? '' : `/${sysId}`}`

const fields = (columns: readonly string[]): string => `sysparm_fields=${[...new Set([SYS_ID, ...columns])].join(',')}`

/** The rows of a table that match an encoded query, each with the columns asked for as far as the instance has them. */
export function queryTable(
  api: Api,
  table: string,
  columns: readonly string[],
  query: string,
  maxRows?: number,
): Promise<RawRow[]> {
  return readAll(api, `table ${table}`, (page) => queryPath(table, columns, query, page), maxRows)
}

function queryPath(table: string, columns: readonly string[], query: string, page: { limit: number; offset: number }): string {
  const ordered = `${query}${query === '' ? '' : '^'}ORDERBY${SYS_ID}`
  return `${pathOf(table)}?sysparm_query=${encoded(ordered)}&${fields(columns)}&${PLAIN}&sysparm_limit=${page.limit}&sysparm_offset=${page.offset}`
}

/** As {@link queryTable} for rows that match one of the terms; several queries side by side where one URL is too short for all. */
export async function queryTableAnyOf(
  api: Api,
  table: string,
  columns: readonly string[],
  terms: readonly string[],
  joiner: '^OR' | ',' = '^OR',
  prefix = '',
): Promise<RawRow[]> {
  const room = MAX_URL - api.origin.length - queryPath(table, columns, `${prefix}^`, { limit: 99_999, offset: 99_999 }).length
  const queries = joinWithin(terms, joiner, room).map((joined) => prefix + joined)
  const found = await Promise.all(queries.map((query) => queryTable(api, table, columns, query)))
  const rows = new Map(found.flat().map((row) => [String(row[SYS_ID]), row]))
  // In one order, however the queries were cut and whatever the instance makes of theirs: plans are compared by it.
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** One row by its sys_id, asked for as a list: there a hidden row is told from a missing one. */
export async function queryById(api: Api, table: string, columns: readonly string[], sysId: SysId): Promise<RawRow | undefined> {
  const rows = await queryTable(api, table, columns, term(SYS_ID, '=', sysId))
  return rows.find((row) => row[SYS_ID] === sysId)
}

/**
 * The text in a column of a row. The Table API gives everything as text; a number or boolean of JSON, null for empty, and a
 * reference with its link mean the same.
 * @throws instance.column-dropped where the row has no such column, instance.not-json where it holds no text
 */
export function textOf(row: RawRow, column: string, asked: Asked): string {
  const value = row[column]
  if (value === undefined) {
    throw new CodedError('instance.column-dropped', `${asked.what}: the answer has no column ${column}`)
  }
  const text = isRecord(value) ? value.value : value
  if (text === null) return ''
  if (typeof text === 'string') return text
  if (typeof text === 'number' || typeof text === 'boolean') return String(text)
  throw notDocumented(asked, `JSON whose column ${column} is no text`)
}

/** Writes a record (a new one without `sysId`); the answer has the columns written, as they are stored. */
export async function writeRecord(
  api: Api,
  table: string,
  sysId: SysId | undefined,
  values: Readonly<Record<string, string>>,
): Promise<{ sysId: SysId; row: RawRow }> {
  const asked: Asked = { what: sysId === undefined ? `table ${table}` : `${table}/${sysId}`, write: true }
  const path = `${pathOf(table, sysId)}?${fields(Object.keys(values))}&${PLAIN}&sysparm_input_display_value=false`
  const answer = await api.write(sysId === undefined ? 'POST' : 'PATCH', path, jsonBody(values))
  const row = resultOf(answer, asked)
  if (!isRecord(row)) throw notDocumented(asked, 'JSON without a row')
  const written = sysIdOf(row, asked)
  if (sysId !== undefined && written !== sysId) throw notDocumented(asked, `that of another record (${written})`)
  return { sysId: written, row }
}

/**
 * Stores an encrypted column: that works only as a display value, in a request of its own, as then every value of the request
 * is read so. The answer is asked to leave the column out, and is not looked at beyond its status.
 */
export async function writeSecret(api: Api, table: string, sysId: SysId, column: string, value: string): Promise<void> {
  const path = `${pathOf(table, sysId)}?sysparm_fields=${SYS_ID}&sysparm_input_display_value=true`
  const answer = await api.write('PATCH', path, jsonBody({ [column]: value }))
  requireSuccess(withoutText(answer, value), { what: `${table}/${sysId}`, write: true })
}

/** The answer with its body left away where the instance's words hold the secret that it was sent. */
function withoutText<Answer extends { body: Buffer }>(answer: Answer, secret: string): Answer {
  const inJson = JSON.stringify(secret).slice(1, -1)
  const text = answer.body.toString('utf8')
  return text.includes(secret) || text.includes(inJson) ? { ...answer, body: Buffer.alloc(0) } : answer
}

/** Deletes a record. @returns false where the instance says that there is none, which it says of hidden ones too. */
export async function deleteRecord(api: Api, table: string, sysId: SysId): Promise<boolean> {
  const answer = await api.write('DELETE', pathOf(table, sysId))
  // A 404 may be of something before the API.
  if (answer.status === 404 && hasError(answer)) return false
  requireSuccess(answer, { what: `${table}/${sysId}`, write: true })
  return true
}

/** A stored value for a message: short, and of one line. */
export const shown = (value: string): string => `"${printable(value, 60)}"`
