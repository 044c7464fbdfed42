import { createHash } from 'node:crypto'
import type { Database } from './database.ts'

const FIRST = 10_000

/** The next number of a table (`INC0010001`): one more than any that was given, those of deleted records too. */
export function nextNumber(database: Database, table: string, prefix: string): string {
  const sysId = createHash('md5').update(`counter.${table}`).digest('hex')
  const row = database.get('sys_number_counter', sysId)
  const number = String(Number(row?.number ?? FIRST) + 1)
  database.put('sys_number_counter', sysId, { ...row, sys_id: sysId, table, number })
  return `${prefix}${number.padStart(7, '0')}`
}
