import { CodedError } from '../errors.ts'
import type { Advice, SysId } from '../plan/ports.ts'
import { Refusal, UNREADABLE } from './answers.ts'
import { isSysId, type Api, type RawRow } from './api.ts'
import { term } from './query.ts'
import { ACCOUNT, CERTIFICATE_ADVICE, CHOICE, PROPERTIES, PROPERTY, SCHEMA } from './schema.ts'
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

const told = (rows: readonly RawRow[] | undefined, column: string): string[] | undefined => {
  if (rows === undefined || rows.some((row) => row[column] === undefined)) return undefined
  return rows.map((row) => textIn(row, column))
}

const idsOf = (rows: readonly RawRow[] | undefined): SysId[] =>
  (rows ?? []).flatMap((row) => (isSysId(row.sys_id) ? [row.sys_id] : []))

/** What an examination asks beside the records themselves: who the account is, how the instance is set. Nothing is written. */
export async function readAdvice(api: Api): Promise<Advice> {
  const { table } = SCHEMA.certificate
  const active = term('active', '=', 'true')
  const properties = PROPERTIES.map(([operator, value]) => term(PROPERTY.name, operator, value)).join('^OR')
  const [roles, set, choices, dated, unlocked] = await Promise.all([
    ask(api, ACCOUNT.table, [ACCOUNT.role], ACCOUNT.own),
    ask(api, PROPERTY.table, [PROPERTY.name, PROPERTY.value], properties),
    ask(api, CHOICE.table, [CHOICE.label], `${term(CHOICE.of, '=', table)}^${term(CHOICE.element, '=', 'type')}`),
    ask(api, table, [CERTIFICATE_ADVICE.expires], active),
    ask(api, table, [], `${active}^${CERTIFICATE_ADVICE.withoutPassword}`),
  ])
  return {
    roles: told(roles, ACCOUNT.role),
    properties: set && new Map(set.map((row) => [textIn(row, PROPERTY.name), textIn(row, PROPERTY.value)])),
    typeLabels: told(choices, CHOICE.label),
    expiries: new Map(
      (dated ?? []).flatMap((row) => (isSysId(row.sys_id) ? [[row.sys_id, textIn(row, CERTIFICATE_ADVICE.expires)]] : [])),
    ),
    withoutPassword: idsOf(unlocked),
  }
}
