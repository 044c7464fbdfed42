import type { Person } from '../plan/ports.ts'
import { sysIdOf, type Api, type RawRow } from './api.ts'
import { readReference } from './facts.ts'
import { term } from './query.ts'
import { GROUP, SCHEMA, USER } from './schema.ts'
import { queryTableAnyOf, textOf } from './table-api.ts'

/**
 * The users of these names (user ID, email or name, in this order), or the groups where the column for those who are told of an
 * expiry holds groups on this instance. Inactive ones are not told, and so not found.
 * @throws instance.rows-hidden, instance.forbidden, instance.column-dropped
 */
export async function findPeople(api: Api, names: readonly string[]): Promise<Map<string, Person>> {
  const column = SCHEMA.certificate.columns.notify ?? ''
  const isGroups = (await readReference(api, SCHEMA.certificate.table, column)) === GROUP.table
  const { table, active, by } = isGroups ? GROUP : USER
  const terms = names.flatMap((name) => by.map((field) => term(field, '=', name)))
  const rows = await queryTableAnyOf(api, table, [...by, active], terms)
  const there = rows.filter((row) => row[active] !== 'false' && row[active] !== '0')
  const asked = { what: `table ${table}`, write: false }
  const matching = (field: string, name: string): RawRow[] =>
    there.filter((row) => textOf(row, field, asked).toLowerCase() === name.toLowerCase())
  return new Map(
    names.map((name) => {
      const found = by.map((field) => matching(field, name)).find((matches) => matches.length > 0) ?? []
      return [name, { table, sysIds: found.map((row) => sysIdOf(row, asked)) }]
    }),
  )
}
