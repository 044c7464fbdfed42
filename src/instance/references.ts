import { CodedError } from '../errors.ts'
import type { Reference, SysId } from '../plan/ports.ts'
import { Refusal, UNREADABLE } from './answers.ts'
import { sysIdOf, type Api, type RawRow } from './api.ts'
import type { ReferringColumn } from './facts.ts'
import { term } from './query.ts'
import { queryTableAnyOf } from './table-api.ts'

/** The rows that refer to one of the records, or undefined where nobody can say. */
async function referringRows(
  api: Api,
  { table, column, list }: ReferringColumn,
  ids: readonly SysId[],
): Promise<RawRow[] | undefined> {
  try {
    return list
      ? await queryTableAnyOf(
          api,
          table,
          [column],
          ids.map((id) => term(column, 'LIKE', id)),
        )
      : await queryTableAnyOf(api, table, [column], ids, ',', `${column}IN`)
  } catch (error) {
    // A table of a plugin that is off has no rows.
    if (error instanceof Refusal && error.noSuchTable) return []
    if (error instanceof CodedError && UNREADABLE.has(error.code)) return undefined
    throw error
  }
}

/**
 * For each record that something refers to, what does. Where the rows cannot be read, or do not show the column, or where not
 * even the dictionary can be read, each of the records counts as referred to.
 */
export async function referencesTo(
  api: Api,
  referring: readonly ReferringColumn[] | undefined,
  recordIds: readonly SysId[],
): Promise<Map<SysId, Reference[]>> {
  const ids = [...new Set(recordIds)]
  if (ids.length === 0) return new Map()
  if (referring === undefined) {
    return new Map(ids.map((id) => [id, [{ where: 'what cannot be told without sys_dictionary', record: undefined }]]))
  }
  const answers = await Promise.all(referring.map((column) => referringRows(api, column, ids)))
  const found = new Map<SysId, Reference[]>()
  for (const [index, column] of referring.entries()) {
    for (const id of ids) {
      const references = referencesIn(answers[index], column, id)
      if (references.length > 0) found.set(id, [...(found.get(id) ?? []), ...references])
    }
  }
  return found
}

function referencesIn(rows: readonly RawRow[] | undefined, { table, column, assumed }: ReferringColumn, id: SysId): Reference[] {
  const where = `${table}.${column}`
  if (rows === undefined) return [{ where, record: undefined }]
  const refers = (value: unknown): boolean =>
    typeof value === 'string' ? value.split(',').includes(id) : value !== undefined || assumed !== true
  return rows
    .filter((row) => refers(row[column]))
    .map((row) => ({ where, record: sysIdOf(row, { what: `table ${table}`, write: false }) }))
}
