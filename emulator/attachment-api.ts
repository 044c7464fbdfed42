import { mayRead, mayWrite } from './access.ts'
import { empty, json, parameter, type Answer, type ApiRequest, type JsonValue } from './message.ts'
import { readMultipart } from './multipart.ts'
import { answerRow } from './output.ts'
import { invalidTable, noRecord, noSuchResource, notWritable, Refusal } from './refusal.ts'
import type { Row } from './schema.ts'
import { findRows, shapeOf, visibleRow, type ApiContext } from './table-api.ts'

const MOST_LISTED = 1000
const TABLE = 'sys_attachment'

/** `/api/now/attachment[/file | /upload | /{id}[/file]]` */
export function attachmentApi(request: ApiRequest, context: ApiContext): Answer {
  const [first, second, ...rest] = request.segments
  if (rest.length > 0) throw noSuchResource()
  switch (`${request.method} ${[first, second].filter((part) => part !== undefined).join('/')}`) {
    case 'POST file':
      return uploadRaw(request, context)
    case 'POST upload':
      return uploadForm(request, context)
    case 'GET ':
      return list(request, context)
  }
  if (first === undefined) throw noSuchResource()
  if (request.method === 'GET' && second === undefined) {
    return json(200, { result: answered(readable(first, context), request, context) })
  }
  if (request.method === 'GET' && second === 'file') return download(first, context)
  if (request.method === 'DELETE' && second === undefined) return remove(first, context)
  throw noSuchResource()
}

function answered(row: Row, request: ApiRequest, context: ApiContext): JsonValue {
  const shape = { ...shapeOf(request, context.session), display: 'false' as const, links: false }
  const columns = answerRow(TABLE, row, shape, context)
  const link = `${request.origin}/api/now/attachment/${row.sys_id}/file`
  return { ...columns, download_link: link }
}

/** An attachment can be read by whoever can read its record. */
function isReadable(row: Row, { store, schema, session }: ApiContext): boolean {
  const table = row.table_name ?? ''
  const record = store.get(table, row.table_sys_id ?? '')
  return mayRead(table, session) && (record === undefined || !schema.isHidden(table, record))
}

function readable(sysId: string, context: ApiContext): Row {
  const row = visibleRow(TABLE, sysId, context)
  if (!isReadable(row, context)) throw noRecord()
  return row
}

function list(request: ApiRequest, context: ApiContext): Answer {
  const { rows, headers } = findRows(TABLE, request, context, MOST_LISTED)
  const visible = rows.filter((row) => isReadable(row, context))
  return json(200, { result: visible.map((row) => answered(row, request, context)) }, headers)
}

function download(sysId: string, context: ApiContext): Answer {
  const row = readable(sysId, context)
  const content = context.store.attachmentContent(sysId)
  if (content === undefined) throw noRecord()
  const name = (row.file_name ?? '').replace(/[^ -~]|["\\]/g, '_')
  const metadata = Buffer.from(JSON.stringify({ file_name: row.file_name, hash: row.hash, size_bytes: row.size_bytes }))
  return {
    status: 200,
    headers: {
      'Content-Type': row.content_type ?? 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Attachment-Metadata': metadata.toString('latin1').replace(/[^ -~]/g, '_'),
    },
    body: content,
  }
}

interface Upload {
  readonly table: string | undefined
  readonly sysId: string | undefined
  readonly fileName: string | undefined
  readonly contentType: string | undefined
  readonly content: Buffer
}

function attach(upload: Upload, request: ApiRequest, context: ApiContext): Answer {
  const { table, sysId, fileName, contentType, content } = upload
  if (table === undefined || sysId === undefined || fileName === undefined) {
    throw new Refusal(400, 'Invalid request', 'table_name, table_sys_id and file_name are required')
  }
  const { store, schema, session } = context
  if (schema.table(table) === undefined) throw invalidTable(table)
  visibleRow(table, sysId, context)
  if (!mayWrite(table, session)) throw notWritable('Insert')
  const row = store.putAttachment(
    { table, sysId, fileName, content, ...(contentType === undefined ? {} : { contentType }) },
    session.userName,
  )
  const headers = { Location: `${request.origin}/api/now/attachment/${row.sys_id}/file` }
  return json(201, { result: answered(row, request, context) }, headers)
}

function uploadRaw(request: ApiRequest, context: ApiContext): Answer {
  const contentType = request.headers['content-type']
  if (contentType === undefined) throw new Refusal(400, 'Invalid header', 'Content-Type is missing')
  const upload = {
    table: parameter(request, 'table_name'),
    sysId: parameter(request, 'table_sys_id'),
    fileName: parameter(request, 'file_name'),
    contentType,
    content: request.body,
  }
  return attach(upload, request, context)
}

function uploadForm(request: ApiRequest, context: ApiContext): Answer {
  const parts = readMultipart(request.headers['content-type'] ?? '', request.body)
  const field = (name: string): string | undefined => parts.find((part) => part.name === name)?.content.toString('utf8')
  const file = parts.find((part) => part.fileName !== undefined)
  const upload = {
    table: field('table_name'),
    sysId: field('table_sys_id'),
    fileName: file?.fileName,
    contentType: file?.contentType,
    content: file?.content ?? Buffer.alloc(0),
  }
  return attach(upload, request, context)
}

function remove(sysId: string, context: ApiContext): Answer {
  const row = readable(sysId, context)
  if (!mayWrite(row.table_name ?? '', context.session)) throw notWritable('Delete')
  context.store.remove(TABLE, sysId)
  return empty(204)
}
