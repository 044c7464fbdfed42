/** What tables and columns are made of. */

export type ColumnType =
  | 'GUID'
  | 'boolean'
  | 'choice'
  | 'collection'
  | 'glide_date_time'
  | 'glide_list'
  | 'integer'
  | 'password'
  | 'password2'
  | 'reference'
  | 'string'

export interface Column {
  readonly label: string
  readonly type: ColumnType
  readonly maxLength: number
  /** The table that a reference points to. */
  readonly reference?: string
  /** The column of that table whose value a reference holds; `sys_id` where it is not said. */
  readonly referenceKey?: string
  readonly mandatory?: boolean
  readonly default?: string
  readonly choices?: Readonly<Record<string, string>>
  /** Set by the instance alone; what a request says of it is dropped. */
  readonly readOnly?: boolean
  /** A new record without a value gets the next number behind this prefix. */
  readonly numbered?: string
}

export interface Table {
  readonly label: string
  /** The column that stands for a record where it is referred to. */
  readonly display: string
  readonly columns: Readonly<Record<string, Column>>
  /** The table whose columns this one has too; the dictionary lists those under the parent's name. */
  readonly parent?: string
  /** Roles of which a user needs one; empty: every user. `admin` always suffices. */
  readonly readRoles: readonly string[]
  readonly writeRoles: readonly string[]
  /** Made anew at every start from this file, never kept in the data folder. */
  readonly stock?: boolean
}

export const column = (label: string, type: ColumnType, maxLength: number, more: Partial<Column> = {}): Column => ({
  label,
  type,
  maxLength,
  ...more,
})
export const text = (label: string, maxLength: number, more: Partial<Column> = {}): Column =>
  column(label, 'string', maxLength, more)
export const flag = (label: string, initial: 'true' | 'false' = 'false'): Column =>
  column(label, 'boolean', 40, { default: initial })
export const reference = (label: string, table: string, more: Partial<Column> = {}): Column =>
  column(label, 'reference', 32, { reference: table, ...more })
export const choice = (label: string, choices: Readonly<Record<string, string>>, initial?: string): Column =>
  column(label, 'choice', 40, { choices, ...(initial === undefined ? {} : { default: initial }) })
export const computed = (label: string, type: ColumnType, maxLength: number): Column =>
  column(label, type, maxLength, { readOnly: true })

/** What every record has. */
const SYSTEM: Readonly<Record<string, Column>> = {
  sys_id: computed('Sys ID', 'GUID', 32),
  sys_created_on: computed('Created', 'glide_date_time', 40),
  sys_created_by: computed('Created by', 'string', 40),
  sys_updated_on: computed('Updated', 'glide_date_time', 40),
  sys_updated_by: computed('Updated by', 'string', 40),
  sys_mod_count: computed('Updates', 'integer', 40),
  sys_tags: computed('Tags', 'string', 40),
}

export const table = (
  label: string,
  display: string,
  columns: Readonly<Record<string, Column>>,
  more: Partial<Pick<Table, 'parent' | 'readRoles' | 'writeRoles' | 'stock'>> = {},
): Table => ({
  label,
  display,
  columns: more.parent === undefined ? { ...columns, ...SYSTEM } : columns,
  readRoles: ['admin'],
  writeRoles: ['admin'],
  ...more,
})
