import { mayRead, mayWrite, type Session } from './access.ts'
import type { Assumptions } from './assumptions.ts'
import {
  empty,
  flagged,
  isArray,
  isObject,
  json,
  parameter,
  parseJson,
  type Answer,
  type ApiRequest,
  type JsonValue,
} from './message.ts'
import { answerRow, type OutputContext, type Shape } from './output.ts'
import { compileQuery } from './query.ts'
import { invalidTable, noRecord, noSuchResource, notReadable, notWritable, Refusal } from './refusal.ts'
import type { Row } from './schema.ts'
import type { Given, Writer } from './store.ts'

export interface ApiContext extends OutputContext {
  readonly assume: Assumptions
  readonly session: Session
  readonly now: () => Date
}

const DEFAULT_LIMIT = 10_000

/** What the user may see of the rows that a query matches. */
export interface Page {
  readonly rows: Row[]
  readonly headers: Readonly<Record<string, string>>
}

/** `/api/now/table/{table}[/{sys_id}]` */
export function tableApi(request: ApiRequest, context: ApiContext): Answer {
  const [table = '', sysId, ...rest] = request.segments
  if (table === '' || rest.length > 0) throw noSuchResource()
  if (context.schema.table(table) === undefined) throw invalidTable(table)
  checkMedia(request)
  switch (`${request.method} ${sysId === undefined ? 'table' : 'record'}`) {
    case 'GET table':
      return list(table, request, context)
    case 'GET record':
      return one(table, sysId ?? '', request, context)
    case 'POST table':
      return create(table, request, context)
    case 'PUT record':
    case 'PATCH record':
      return change(table, sysId ?? '', request, context)
    case 'DELETE record':
      return remove(table, sysId ?? '', context)
    default:
      throw new Refusal(405, 'Method not allowed', `${request.method} is not supported here`)
  }
}

/** Only JSON is spoken here. */
function checkMedia({ method, headers }: ApiRequest): void {
  const { accept, 'content-type': contentType } = headers
  if (accept === undefined) throw new Refusal(400, 'Invalid header', 'Accept is missing')
  if (!/json|\*\/\*/.test(accept)) throw new Refusal(406, 'Not acceptable', `the response format ${accept} is not supported`)
  if (!['POST', 'PUT', 'PATCH'].includes(method)) return
  if (contentType === undefined) throw new Refusal(400, 'Invalid header', 'Content-Type is missing')
  if (!contentType.includes('json'))
    throw new Refusal(415, 'Unsupported media type', `the request format ${contentType} is not supported`)
}

/**
 * The rows of a table that the parameters ask for. The limit is applied before access rules: a page may be shorter than the limit, or
 * empty, and not be the last; the count is that of all rows that match.
 */
export function findRows(table: string, request: ApiRequest, context: ApiContext, most = Infinity): Page {
  const { store, schema, assume, session } = context
  if (!mayRead(table, session)) throw notReadable()
  const query = compileQuery(queryOf(request), table, {
    column: (of, name) => schema.column(of, name),
    get: (of, id) => store.get(of, id),
    ignoreCase: assume.queryIgnoresCase,
    asker: { ...session, now: context.now(), zoned: assume.queryTimes === 'zone-of-user' },
  })
  const strict = query.dropped.length > 0 && store.property('glide.invalid_query.returns_no_rows') === 'true'
  const matched = strict
    ? []
    : store
        .rows(table)
        .filter((row) => !schema.describesDropped(table, row) && query.matches(row))
        .sort(assume.unordered === 'by-sys-id' ? bySysId : () => 0)
        .sort(query.compare)
  const limit = Math.min(count(request, 'sysparm_limit') ?? DEFAULT_LIMIT, most)
  const offset = count(request, 'sysparm_offset') ?? 0
  const visible = (row: Row): boolean => !schema.isHidden(table, row)
  const total = assume.countAfterAcl ? matched.filter(visible).length : matched.length
  const counted = flagged(request, 'sysparm_no_count') ? {} : { 'X-Total-Count': String(total) }
  const link = flagged(request, 'sysparm_suppress_pagination_header') ? '' : links(request, limit, offset, total)
  return {
    rows: matched.slice(offset, offset + limit).filter(visible),
    headers: { ...counted, ...(link === '' ? {} : { Link: link }) },
  }
}

const bySysId = (a: Row, b: Row): number => (a.sys_id < b.sys_id ? -1 : 1)

/** The encoded query; parameters that are no `sysparm_` are filters of their own. */
function queryOf(request: ApiRequest): string {
  const filters = [...request.parameters]
    .filter(([name]) => !name.startsWith('sysparm_'))
    .map(([name, value]) => `${name}=${value}`)
  return [parameter(request, 'sysparm_query') ?? '', ...filters].filter((part) => part !== '').join('^')
}

function count(request: ApiRequest, name: string): number | undefined {
  const value = Number(parameter(request, name) ?? NaN)
  return Number.isInteger(value) && value >= 0 ? value : undefined
}

/** The header Link: first, previous, next and last page of the same request. */
function links(request: ApiRequest, limit: number, offset: number, total: number): string {
  if (limit === 0 || total <= limit) return ''
  const to = (relation: string, at: number): string => {
    const parameters = new URLSearchParams(request.parameters)
    parameters.set('sysparm_limit', String(limit))
    parameters.set('sysparm_offset', String(at))
    return `<${request.origin}${request.path}?${parameters.toString()}>;rel="${relation}"`
  }
  const parts = [to('first', 0)]
  if (offset > 0) parts.push(to('prev', Math.max(0, offset - limit)))
  if (offset + limit < total) parts.push(to('next', offset + limit))
  return [...parts, to('last', Math.floor((total - 1) / limit) * limit)].join(',')
}

/** How the parameters ask for rows to be answered. */
export function shapeOf(request: ApiRequest, session: Session): Shape {
  const display = parameter(request, 'sysparm_display_value')?.toLowerCase()
  return {
    display: display === 'true' || display === 'all' ? display : 'false',
    links: !flagged(request, 'sysparm_exclude_reference_link'),
    fields: parameter(request, 'sysparm_fields')
      ?.split(',')
      .map((name) => name.trim()),
    origin: request.origin,
    session,
  }
}

function list(table: string, request: ApiRequest, context: ApiContext): Answer {
  const { rows, headers } = findRows(table, request, context)
  const shape = shapeOf(request, context.session)
  return json(200, { result: rows.map((row) => answerRow(table, row, shape, context)) }, headers)
}

/** A row that is not there and one that access rules hide look the same. */
export function visibleRow(table: string, sysId: string, { store, schema, session }: ApiContext): Row {
  const row = mayRead(table, session) ? store.get(table, sysId) : undefined
  if (row === undefined || schema.isHidden(table, row) || schema.describesDropped(table, row)) throw noRecord()
  return row
}

function one(table: string, sysId: string, request: ApiRequest, context: ApiContext): Answer {
  const row = visibleRow(table, sysId, context)
  return json(200, { result: answerRow(table, row, shapeOf(request, context.session), context) })
}

/** The columns that the body gives; nested values are no columns. */
function valuesOf(request: ApiRequest): Record<string, Given> {
  const parsed = request.body.length === 0 ? {} : parseJson(request.body)
  const record: JsonValue | undefined = isArray(parsed) ? parsed[0] : parsed
  if (!isObject(record)) throw new Refusal(400, 'Exception while reading request', 'The payload is not valid JSON')
  const values: Record<string, Given> = {}
  for (const [name, value] of Object.entries(record)) {
    if (value === null || typeof value !== 'object') values[name] = value
  }
  return values
}

function writerOf(request: ApiRequest, session: Session): Writer {
  return {
    user: session.userName,
    timeZone: session.timeZone,
    form: flagged(request, 'sysparm_input_display_value') ? 'display' : 'value',
  }
}

const silent = (request: ApiRequest): boolean => request.headers['x-no-response-body'] === 'true'

function create(table: string, request: ApiRequest, context: ApiContext): Answer {
  const { store, session } = context
  if (!mayWrite(table, session)) throw notWritable('Insert')
  const row = store.insert(table, valuesOf(request), writerOf(request, session))
  const headers = { Location: `${request.origin}/api/now/table/${table}/${row.sys_id}` }
  if (silent(request)) return empty(201, headers)
  return json(201, { result: answerRow(table, row, shapeOf(request, session), context) }, headers)
}

function change(table: string, sysId: string, request: ApiRequest, context: ApiContext): Answer {
  const { store, session } = context
  visibleRow(table, sysId, context)
  if (!mayWrite(table, session)) throw notWritable('Update')
  const row = store.update(table, sysId, valuesOf(request), writerOf(request, session))
  if (silent(request)) return empty(204)
  return json(200, { result: answerRow(table, row, shapeOf(request, session), context) })
}

function remove(table: string, sysId: string, context: ApiContext): Answer {
  visibleRow(table, sysId, context)
  if (!mayWrite(table, context.session)) throw notWritable('Delete')
  context.store.remove(table, sysId)
  return empty(204)
}
