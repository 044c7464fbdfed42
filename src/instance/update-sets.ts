import { CodedError } from '../errors.ts'
import { printable } from '../http/printable.ts'
import type { RecordKind, SysId } from '../plan/ports.ts'
import { Refusal, UNREADABLE } from './answers.ts'
import type { Api, RawRow } from './api.ts'
import { SCHEMA, UPDATE } from './schema.ts'
import { queryTableAnyOf } from './table-api.ts'

/**
 * The name of the update set that captured the newest change of each record. It only informs: where the account may not read
 * updates, or none was captured, there is none.
 */
export async function readUpdateSets(
  api: Api,
  records: readonly { readonly kind: RecordKind; readonly sysId: SysId }[],
): Promise<Map<SysId, string>> {
  const named = new Map(records.map(({ kind, sysId }) => [`${SCHEMA[kind].table}_${sysId}`, sysId]))
  const rows = await newestFirst(api, [...named.keys()])
  const isTold = (row: RawRow): boolean => rows.every((other) => !isTwin(row, other))
  const found = rows.filter(isTold).flatMap((row): [SysId, string][] => {
    const sysId = named.get(textIn(row, UPDATE.name))
    const set = printable(textIn(row, UPDATE.set), 100)
    return sysId === undefined || set === '' ? [] : [[sysId, set]]
  })
  // Of several entries of a map the last one counts.
  return new Map(found.reverse())
}

/** Captured in another set within the same second: which of them is the newest cannot be told. */
const isTwin = (row: RawRow, other: RawRow): boolean =>
  [UPDATE.name, UPDATE.updated].every((column) => textIn(row, column) === textIn(other, column)) &&
  textIn(row, UPDATE.set) !== textIn(other, UPDATE.set)

async function newestFirst(api: Api, names: readonly string[]): Promise<RawRow[]> {
  const { table, name, set, updated, recent } = UPDATE
  try {
    const rows = await queryTableAnyOf(api, table, [name, set, updated], names, ',', `${recent}^${name}IN`)
    return rows.sort((a, b) => (textIn(a, updated) < textIn(b, updated) ? 1 : -1))
  } catch (error) {
    if (error instanceof Refusal && error.noSuchTable) return []
    if (error instanceof CodedError && UNREADABLE.has(error.code)) return []
    throw error
  }
}

const textIn = (row: RawRow, column: string): string => {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}
