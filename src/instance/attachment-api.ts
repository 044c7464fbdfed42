import { hash } from 'node:crypto'
import { CodedError } from '../errors.ts'
import type { Attachment, SysId } from '../plan/ports.ts'
import { isRecord, notDocumented, requireSuccess, resultOf, type Asked } from './answers.ts'
import { isSysId, sysIdOf, type Api, type RawRow } from './api.ts'
import { readAll } from './pages.ts'
import { encoded, joinWithin, MAX_URL, term } from './query.ts'
import { ATTACHMENT, SYS_ID } from './schema.ts'
import { textOf } from './table-api.ts'

const PATH = '/api/now/attachment'
const CONTENT_TYPE = 'application/octet-stream'

const sha256 = (content: Buffer): string => hash('sha256', content, 'hex')

/** An attachment of a record that is known. */
function attachmentOf(row: RawRow, recordId: SysId, asked: Asked): Attachment {
  const size = textOf(row, ATTACHMENT.size, asked)
  if (!/^\d{1,12}$/.test(size)) throw notDocumented(asked, 'JSON with an attachment without a size')
  const hash = row[ATTACHMENT.hash]
  return {
    sysId: sysIdOf(row, asked),
    recordId,
    fileName: textOf(row, ATTACHMENT.fileName, asked),
    size: Number(size),
    hash: typeof hash === 'string' && /^[0-9a-f]{64}$/i.test(hash) ? hash.toLowerCase() : '',
  }
}

/** The attachments of these records of a table, or of all of its records. @throws instance.rows-hidden, instance.column-dropped */
export async function listAttachments(api: Api, table: string, recordIds?: readonly SysId[]): Promise<Attachment[]> {
  const what = `attachments of ${table}`
  const path = (query: string, page: { limit: number; offset: number }): string =>
    `${PATH}?sysparm_query=${encoded(query)}&sysparm_limit=${page.limit}&sysparm_offset=${page.offset}`
  const queryOf = (records: string): string => `${term(ATTACHMENT.table, '=', table)}${records}^ORDERBY${SYS_ID}`
  const among = (ids: string): string => queryOf(`^${term(ATTACHMENT.record, 'IN', ids)}`)
  const room = MAX_URL - api.origin.length - path(among(''), { limit: 99_999, offset: 99_999 }).length
  const wanted = recordIds && new Set<string>(recordIds)
  const queries = wanted === undefined ? [queryOf('')] : joinWithin([...wanted], ',', room).map(among)
  const found = await Promise.all(queries.map((query) => readAll(api, what, (page) => path(query, page))))
  const asked: Asked = { what, write: false }
  return found.flat().flatMap((row) => {
    const recordId = textOf(row, ATTACHMENT.record, asked)
    if (!isSysId(recordId) || wanted?.has(recordId) === false) return []
    return textOf(row, ATTACHMENT.table, asked) === table ? [attachmentOf(row, recordId, asked)] : []
  })
}

/** The content of an attachment. @throws instance.too-large, record.changed where it is not there any more */
export async function downloadAttachment(api: Api, sysId: SysId, maxBytes: number): Promise<Buffer> {
  const answer = await api.read(`${PATH}/${sysId}/file`, { accept: '*/*', maxBytes })
  requireSuccess(answer, { what: `attachment ${sysId}`, write: false })
  return answer.body
}

/**
 * Attaches a file to a record, and looks that it was stored whole: by size and hash, or by reading it back where the instance
 * tells no hash.
 * @param finishing for what is read after the write
 * @throws instance.attachment-damaged
 */
export async function attachFile(
  api: Api,
  finishing: Api,
  table: string,
  recordId: SysId,
  fileName: string,
  content: Buffer,
): Promise<Attachment> {
  const asked: Asked = { what: `attachments of ${table}/${recordId}`, write: true }
  const path = `${PATH}/file?table_name=${table}&table_sys_id=${recordId}&file_name=${encodeURIComponent(fileName)}`
  const answer = await api.write('POST', path, { type: CONTENT_TYPE, content })
  const row = resultOf(answer, asked)
  if (!isRecord(row)) throw notDocumented(asked, 'JSON without an attachment')
  if (row[ATTACHMENT.table] !== table || row[ATTACHMENT.record] !== recordId) {
    throw notDocumented(asked, 'that of an attachment of another record')
  }
  const attachment = attachmentOf(row, recordId, asked)
  if (await holds(finishing, attachment, content)) return attachment
  throw damaged(asked, attachment, content)
}

/**
 * The attachment that an upload with a lost answer made, undefined where it made none.
 * @throws instance.attachment-damaged where it was stored in part
 */
export async function lookForAttachment(
  api: Api,
  table: string,
  recordId: SysId,
  fileName: string,
  content: Buffer,
): Promise<Attachment | undefined> {
  const found = (await listAttachments(api, table, [recordId])).find((attachment) => attachment.fileName === fileName)
  if (found === undefined || (await holds(api, found, content))) return found
  throw damaged({ what: `attachments of ${table}/${recordId}`, write: true }, found, content)
}

function damaged(asked: Asked, attachment: Attachment, content: Buffer): CodedError {
  const message = `${asked.what}: attachment ${attachment.sysId} holds other bytes (${attachment.size}) than were sent (${content.length})`
  return new CodedError('instance.attachment-damaged', message)
}

async function holds(api: Api, { sysId, size, hash }: Attachment, content: Buffer): Promise<boolean> {
  if (size !== content.length) return false
  return hash === '' ? (await downloadAttachment(api, sysId, size)).equals(content) : hash === sha256(content)
}
