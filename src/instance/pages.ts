import { CodedError } from '../errors.ts'
import { isRecord, notDocumented, resultOf, type Asked } from './answers.ts'
import type { Api, RawRow } from './api.ts'
import { SYS_ID } from './schema.ts'

/** The Attachment API gives at most 1,000 rows a page. */
const PAGE = 500
/** More rows than this are not what was asked for. */
const MAX_ROWS = 50_000

/** `X-Total-Count`, or undefined where there is none. */
function totalOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined
}

/**
 * All rows of a query, page by page, each once. `pathOf` gives the path of a query ordered by sys_id.
 *
 * The limit is applied before access rules: a short page is not the last one, `X-Total-Count` tells where the end is. Without
 * it, the end is a page that brings nothing new.
 * @throws instance.rows-hidden when fewer rows came than there are, instance.too-large, instance.not-json
 */
export async function readAll(
  api: Api,
  what: string,
  pathOf: (page: { limit: number; offset: number }) => string,
  maxRows = MAX_ROWS,
): Promise<RawRow[]> {
  const asked: Asked = { what, write: false }
  const rows = new Map<string, RawRow>()
  let total: number | undefined
  for (let offset = 0; ; offset += PAGE) {
    const answer = await api.read(pathOf({ limit: PAGE, offset }))
    const result = resultOf(answer, asked)
    if (!Array.isArray(result)) throw notDocumented(asked, 'JSON without a list of rows')
    const before = rows.size
    for (const row of result) {
      if (!isRecord(row)) throw notDocumented(asked, 'JSON with something else than rows')
      const id = row[SYS_ID]
      if (typeof id !== 'string') throw notDocumented(asked, 'JSON with a row without a sys_id')
      rows.set(id, row)
    }
    total = totalOf(answer.headers['x-total-count']) ?? total
    if (rows.size > maxRows || (total ?? 0) > maxRows) {
      throw new CodedError('instance.too-large', `${what}: more than ${maxRows} rows match`)
    }
    const last = rows.size === before && !/rel="?next"?/i.test(answer.headers.link ?? '')
    if (total === undefined ? last : offset + PAGE >= total) break
    if (offset > MAX_ROWS) throw new CodedError('instance.too-large', `${what}: the pages have no end`)
  }
  if (total !== undefined && rows.size < total) {
    const message = `${what}: ${total - rows.size} of ${total} matching rows are hidden from the account`
    throw new CodedError('instance.rows-hidden', message)
  }
  return [...rows.values()]
}
