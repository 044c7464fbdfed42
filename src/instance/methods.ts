import { CodedError } from '../errors.ts'
import type { Method, SysId } from '../plan/ports.ts'
import { Refusal, UNREADABLE } from './answers.ts'
import { sysIdOf, type Api, type RawRow } from './api.ts'
import { term } from './query.ts'
import { METHODS, SCHEMA } from './schema.ts'
import { queryTableAnyOf, textOf } from './table-api.ts'

/**
 * The methods of the messages of these names, or of all. They only advise: where the account may not read them, or the table is not there,
 * there are none.
 */
export async function readMethods(api: Api, kind: keyof typeof METHODS, names?: readonly string[]): Promise<Method[]> {
  const { kind: own, message, flag, profile } = METHODS[kind]
  const { table, columns } = SCHEMA[own]
  const { name = '', endpoint = '' } = columns
  const ofMessages = names === undefined ? [''] : names.map((text) => term(`${message}.name`, '=', text))
  let rows: RawRow[]
  try {
    rows = await queryTableAnyOf(api, table, [message, name, flag, profile, endpoint], ofMessages)
  } catch (error) {
    if (error instanceof Refusal && error.noSuchTable) return []
    if (error instanceof CodedError && UNREADABLE.has(error.code)) return []
    throw error
  }
  const asked = { what: `table ${table}`, write: false }
  return rows
    .filter((row) => [message, name, flag, profile].every((column) => row[column] !== undefined))
    .map((row) => ({
      kind: own,
      sysId: sysIdOf(row, asked),
      // A reference to a message: the plan compares it with those it knows, and does nothing else with it.
      message: textOf(row, message, asked) as SysId,
      name: textOf(row, name, asked),
      mutualAuthentication: ['true', '1'].includes(textOf(row, flag, asked)),
      profile: textOf(row, profile, asked),
      endpoint: row[endpoint] === undefined ? undefined : textOf(row, endpoint, asked),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
