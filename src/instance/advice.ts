import { CodedError } from '../errors.ts'
import type { Advice, SysId } from '../plan/ports.ts'
import { Refusal, UNREADABLE } from './answers.ts'
import { isSysId, type Api, type RawRow } from './api.ts'
import { term } from './query.ts'
import { ACCOUNT, CERTIFICATE_ADVICE, CHOICE, isLookedAt, PROPERTIES, PROPERTY, SCHEMA } from './schema.ts'
import { queryTable } from './table-api.ts'

/** Rows of a table that only advises; undefined where the account may not read it. */
async function ask(api: Api, table: string, columns: readonly string[], query: string): Promise<RawRow[] | undefined> {
  try {
    return await queryTable(api, table, columns, query)
  } catch (error) {
    if (error instanceof Refusal && error.noSuchTable) return undefined
    if (error instanceof CodedError && UNREADABLE.has(error.code)) return undefined
    throw error
  }
}

const textIn = (row: RawRow, column: string): string => {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}

/** What stands in a column; undefined where a row hides it. */
const told = (rows: readonly RawRow[] | undefined, column: string): string[] | undefined => {
  const texts = rows?.map((row) => textIn(row, column))
  return texts?.includes('') === true ? undefined : texts
}

/** An instance that does not put in who asks gives the roles of everybody. */
const ofOneUser = (rows: readonly RawRow[] | undefined): readonly RawRow[] | undefined => {
  const users = new Set(rows?.map((row) => textIn(row, ACCOUNT.user)))
  return users.size > 1 || users.has('') ? undefined : rows
}

/**
 * Active records without a password. An account that may not see the column gets the query without that term, and so all records:
 * where one of them is said to have a password, too, nothing is known.
 */
const unlockedOf = (without: readonly RawRow[] | undefined, having: readonly RawRow[] | undefined): SysId[] => {
  const locked = new Set(idsOf(having))
  const unlocked = idsOf(without)
  return having === undefined || unlocked.some((id) => locked.has(id)) ? [] : unlocked
}

const idsOf = (rows: readonly RawRow[] | undefined): SysId[] =>
  (rows ?? []).flatMap((row) => (isSysId(row.sys_id) ? [row.sys_id] : []))

/** What an examination asks beside the records themselves: who the account is, how the instance is set. Nothing is written. */
export async function readAdvice(api: Api): Promise<Advice> {
  const { table } = SCHEMA.certificate
  const active = term('active', '=', 'true')
  const properties = PROPERTIES.map(([operator, value]) => term(PROPERTY.name, operator, value)).join('^OR')
  const [roles, set, choices, dated, unlocked, locked] = await Promise.all([
    ask(api, ACCOUNT.table, [ACCOUNT.role, ACCOUNT.user], ACCOUNT.own),
    ask(api, PROPERTY.table, [PROPERTY.name, PROPERTY.value], properties),
    ask(api, CHOICE.table, [CHOICE.label], `${term(CHOICE.of, '=', table)}^${term(CHOICE.element, '=', 'type')}`),
    ask(api, table, [CERTIFICATE_ADVICE.expires], active),
    ask(api, table, [], `${active}^${CERTIFICATE_ADVICE.withoutPassword}`),
    ask(api, table, [], `${active}^${CERTIFICATE_ADVICE.withPassword}`),
  ])
  return {
    roles: told(ofOneUser(roles), ACCOUNT.role),
    // A property whose value is hidden is not one that is empty.
    properties:
      set &&
      new Map(
        set
          .filter((row) => row[PROPERTY.value] !== undefined && isLookedAt(textIn(row, PROPERTY.name)))
          .map((row) => [textIn(row, PROPERTY.name), textIn(row, PROPERTY.value)]),
      ),
    // A column of choices has some.
    typeLabels: choices?.length === 0 ? undefined : told(choices, CHOICE.label),
    expiries: new Map(
      (dated ?? [])
        .filter((row) => row[CERTIFICATE_ADVICE.expires] !== undefined)
        .flatMap((row) => (isSysId(row.sys_id) ? [[row.sys_id, textIn(row, CERTIFICATE_ADVICE.expires)]] : [])),
    ),
    withoutPassword: unlockedOf(unlocked, locked),
  }
}
