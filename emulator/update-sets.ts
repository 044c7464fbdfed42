import { randomUUID } from 'node:crypto'
import type { Database } from './database.ts'
import type { Row, Values } from './schema.ts'
import { columnsOf, tableOf } from './tables.ts'

/** The preference that holds the sys_id of a user's current update set. */
const CURRENT = 'sys_update_set'

/** Made by the instance itself, without its rules. */
function put(database: Database, table: string, values: Values, stamps: Values): Row {
  const blank = Object.fromEntries(Object.entries(columnsOf(table)).map(([name, column]) => [name, column.default ?? '']))
  const row: Row = { ...blank, sys_mod_count: '0', ...stamps, ...values, sys_id: randomUUID().replaceAll('-', '') }
  database.put(table, row.sys_id, row)
  return row
}

/** The update set that the user works in, where it is of the record's application and open; else the default one of that. */
function currentSet(database: Database, userName: string, scope: string, stamps: Values): Row {
  const user = database.rows('sys_user').find((row) => row.user_name === userName)?.sys_id ?? ''
  const chosen = database.rows('sys_user_preference').find((row) => row.user === user && row.name === CURRENT)?.value ?? ''
  const set = database.get('sys_update_set', chosen)
  if (set?.state === 'in progress' && set.application === scope) return set
  const standard = database.rows('sys_update_set').find((row) => row.is_default === 'true' && row.application === scope)
  return standard ?? put(database, 'sys_update_set', { name: 'Default', application: scope, is_default: 'true' }, stamps)
}

/** A change of application metadata, captured: one row for each record and update set, the newest change in it. */
export function capture(database: Database, table: string, row: Row, userName: string): void {
  const scope = row.sys_scope ?? ''
  const stamps = {
    sys_created_on: row.sys_updated_on ?? '',
    sys_created_by: userName,
    sys_updated_on: row.sys_updated_on ?? '',
    sys_updated_by: userName,
  }
  const set = currentSet(database, userName, scope, stamps).sys_id
  const name = `${table}_${row.sys_id}`
  const known = database.rows('sys_update_xml').find((update) => update.name === name && update.update_set === set)
  const { sys_updated_on, sys_updated_by } = stamps
  if (known !== undefined) database.put('sys_update_xml', known.sys_id, { ...known, sys_updated_on, sys_updated_by })
  else {
    const target = { type: tableOf(table)?.label ?? '', target_name: row.sys_name ?? '' }
    put(database, 'sys_update_xml', { name, action: 'INSERT_OR_UPDATE', ...target, update_set: set, application: scope }, stamps)
  }
}
