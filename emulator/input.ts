import type { Assumptions } from './assumptions.ts'
import type { Column } from './columns.ts'
import type { Database } from './database.ts'
import { hashPassword, type PasswordVault } from './passwords.ts'
import { Refusal } from './refusal.ts'
import { columnsOf, tableOf } from './tables.ts'
import { fromZone, stamp } from './time.ts'

/**
 * How a value is given: `ui` as a person enters it in the stock form, `value` as the Table API reads it, `display` as the Table
 * API reads it with `sysparm_input_display_value=true`.
 */
export type Form = 'ui' | 'value' | 'display'

interface InputContext {
  readonly database: Database
  readonly vault: PasswordVault
  readonly assume: Assumptions
  /** Of the user who writes. */
  readonly timeZone: string
}

/** The stored value for a given one, or undefined when the column is left as it is. */
export function stored(column: Column, given: string, form: Form, context: InputContext): string | undefined {
  switch (column.type) {
    case 'password2':
      return password(column, given, form, context)
    case 'password':
      if (given === '') return ''
      if (form === 'value') return context.assume.passwordAsValue === 'dropped' ? undefined : given.slice(0, column.maxLength)
      return hashPassword(given)
    case 'boolean':
      return ['true', '1', 'yes'].includes(given.toLowerCase()) ? 'true' : 'false'
    case 'integer':
      return Number.isInteger(Number(given)) ? given.trim() : '0'
    case 'choice':
      return (form === 'display' ? valueOfLabel(column, given) : given).slice(0, column.maxLength)
    case 'reference':
      return form === 'display' && column.referenceKey === undefined
        ? referred(column, given, context)
        : given.slice(0, column.maxLength)
    case 'glide_date_time':
      return form === 'display' && given !== '' ? stamp(fromZone(given, context.timeZone)) : given.slice(0, column.maxLength)
    case 'string':
    case 'glide_list':
    case 'GUID':
    case 'collection':
      return given.slice(0, column.maxLength)
  }
}

function password(column: Column, given: string, form: Form, { vault, assume }: InputContext): string | undefined {
  if (form === 'value' && given !== '') return assume.passwordAsValue === 'dropped' ? undefined : given.slice(0, column.maxLength)
  if (given === '') return ''
  if (given.length > column.maxLength && assume.longPassword === 'refuse') {
    throw new Refusal(403, 'Operation Failed', `Value of ${column.label} is longer than ${String(column.maxLength)}`)
  }
  return vault.encrypt(given.slice(0, column.maxLength))
}

/** A choice column stores any text: a label it does not know stays as it is. */
const valueOfLabel = (column: Column, label: string): string =>
  Object.entries(column.choices ?? {}).find(([, known]) => known === label)?.[0] ?? label

/** The record of that display name; a name that no record has leaves the reference empty. */
function referred(column: Column, name: string, { database }: InputContext): string {
  const target = column.reference ?? ''
  const display = tableOf(target)?.display ?? ''
  const found = display in columnsOf(target) ? database.rows(target).find((row) => row[display] === name) : undefined
  return found?.sys_id ?? ''
}
