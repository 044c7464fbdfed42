import { CodedError } from '../errors.ts'
import type { SysId } from '../plan/ports.ts'
import { Refusal, UNREADABLE } from './answers.ts'
import type { Api, RawRow } from './api.ts'
import type { CertificateReference, Facts } from './facts.ts'
import { term } from './query.ts'
import { queryTableAnyOf } from './table-api.ts'

/** The rows that refer to one of the records, or undefined where nobody can say. */
async function referringRows(
  api: Api,
  { table, column, list }: CertificateReference,
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
 * For each record that something refers to, the `table.column` of what does. Where the rows cannot be read, or do not show the
 * column, or where not even the dictionary can be read, each of the records counts as referred to.
 */
export async function referencesTo(
  api: Api,
  { certificateReferences: references, referencesKnown }: Pick<Facts, 'certificateReferences' | 'referencesKnown'>,
  recordIds: readonly SysId[],
): Promise<Map<SysId, string[]>> {
  const ids = [...new Set(recordIds)]
  const referring = new Map<SysId, string[]>()
  if (ids.length === 0) return referring
  if (!referencesKnown) return new Map(ids.map((id) => [id, ['what cannot be told without sys_dictionary']]))
  const answers = await Promise.all(references.map((reference) => referringRows(api, reference, ids)))
  for (const [index, reference] of references.entries()) {
    const rows = answers[index]
    const values = rows?.map((row) => row[reference.column])
    for (const id of ids) {
      const refers = values?.some((value) => typeof value !== 'string' || value.split(',').includes(id)) ?? true
      if (refers) referring.set(id, [...(referring.get(id) ?? []), `${reference.table}.${reference.column}`])
    }
  }
  return referring
}
