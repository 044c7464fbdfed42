import type { Session } from './access.ts'
import type { Assumptions } from './assumptions.ts'
import type { Column } from './columns.ts'
import type { JsonValue } from './message.ts'
import type { Row, Schema } from './schema.ts'
import type { Store } from './store.ts'
import { tableOf } from './tables.ts'
import { inZone } from './time.ts'

/** How rows are answered: the `sysparm_` parameters of the Table API. */
export interface Shape {
  readonly display: 'true' | 'false' | 'all'
  readonly links: boolean
  readonly fields: readonly string[] | undefined
  readonly origin: string
  readonly session: Session
}

export interface OutputContext {
  readonly store: Store
  readonly schema: Schema
  readonly assume: Assumptions
}

const keyOf = (column: Column): string => column.referenceKey ?? 'sys_id'

function target(column: Column, value: string, { store }: OutputContext): Row | undefined {
  if (value === '' || column.reference === undefined) return undefined
  return keyOf(column) === 'sys_id' ? store.get(column.reference, value) : store.find(column.reference, keyOf(column), value)
}

function displayed(column: Column, value: string, shape: Shape, context: OutputContext): string {
  switch (column.type) {
    case 'reference':
      return target(column, value, context)?.[tableOf(column.reference ?? '')?.display ?? ''] ?? ''
    case 'choice':
      return column.choices?.[value] ?? value
    case 'glide_date_time':
      return inZone(value, shape.session.timeZone)
    case 'boolean':
      return value === '1' ? 'true' : value === '0' ? 'false' : value
    case 'string':
    case 'integer':
    case 'glide_list':
    case 'GUID':
    case 'collection':
    case 'password':
    case 'password2':
      return value
  }
}

function link(column: Column, value: string, shape: Shape): string {
  const table = `${shape.origin}/api/now/table/${column.reference ?? ''}`
  return keyOf(column) === 'sys_id' ? `${table}/${value}` : `${table}?${keyOf(column)}=${value}`
}

const told = (column: Column, value: string, { booleans }: Assumptions): string =>
  column.type !== 'boolean' || booleans === 'words' ? value : value === 'true' ? '1' : '0'

/** One value as it is answered: text, `{link,value}`, `{display_value,link}` or `{display_value,value,link}`. */
function answered(column: Column, stored: string, shape: Shape, context: OutputContext): JsonValue {
  const value = told(column, stored, context.assume)
  const linked = column.type === 'reference' && shape.links && value !== '' ? { link: link(column, value, shape) } : undefined
  if (shape.display === 'false') return linked === undefined ? value : { ...linked, value }
  const shown = displayed(column, value, shape, context)
  if (shape.display === 'all') return { display_value: shown, value, ...linked }
  return linked === undefined ? shown : { display_value: shown, ...linked }
}

/** A column of the row, perhaps beyond references; undefined when the table has none of that name. */
function walk(table: string, row: Row | undefined, path: string, shape: Shape, context: OutputContext): JsonValue | undefined {
  const [name = '', ...rest] = path.split('.')
  const column = context.schema.column(table, name)
  if (column === undefined) return undefined
  const value = row?.[name] ?? ''
  if (rest.length === 0) return answered(column, value, shape, context)
  if (column.type !== 'reference' || column.reference === undefined) return undefined
  return walk(column.reference, target(column, value, context), rest.join('.'), shape, context)
}

/** A row as it is answered: all columns, or those of `sysparm_fields` that the table has. */
export function answerRow(table: string, row: Row, shape: Shape, context: OutputContext): Record<string, JsonValue> {
  const names = shape.fields ?? context.schema.columns(table).map(([name]) => name)
  const result: Record<string, JsonValue> = {}
  for (const name of names) {
    const value = walk(table, row, name, shape, context)
    if (value !== undefined) result[name] = value
  }
  return result
}
