import type { Column, Table } from './columns.ts'
import { columnsOf, tableOf } from './tables.ts'

/** Column names with their stored values. */
export type Values = Readonly<Record<string, string>>

/** A record: everything is text. */
export type Row = Values & { readonly sys_id: string }

/** Stops what it was returned by. */
export type Undo = () => void

/**
 * What an instance does on the way of a write, beside the stock rules.
 * @returns the row to store, or `'abort'`.
 */
export interface BusinessRule {
  readonly table: string
  readonly name: string
  readonly before: (row: Row, previous: Row | undefined) => Row | 'abort'
}

/** The tables as this instance has them now: with the columns it lacks, the rows it hides and the rules of its own. */
export class Schema {
  readonly #dropped = new Set<string>()
  readonly #hidden = new Set<{ table: string; matches: (row: Row) => boolean }>()
  readonly #rules = new Set<BusinessRule>()

  table(name: string): Table | undefined {
    return tableOf(name)
  }

  column(table: string, name: string): Column | undefined {
    const columns = columnsOf(table)
    return Object.hasOwn(columns, name) && !this.#dropped.has(`${table}.${name}`) ? columns[name] : undefined
  }

  columns(table: string): [string, Column][] {
    return Object.entries(columnsOf(table)).filter(([name]) => !this.#dropped.has(`${table}.${name}`))
  }

  /** The column behaves as if the instance did not have it. */
  dropColumn(table: string, column: string): Undo {
    const key = `${table}.${column}`
    this.#dropped.add(key)
    return () => void this.#dropped.delete(key)
  }

  /** Access rules hide the rows that match: not answered, not found, but counted. */
  hideRows(table: string, matches: (row: Row) => boolean): Undo {
    const rule = { table, matches }
    this.#hidden.add(rule)
    return () => void this.#hidden.delete(rule)
  }

  addRule(rule: BusinessRule): Undo {
    this.#rules.add(rule)
    return () => void this.#rules.delete(rule)
  }

  rulesOf(table: string): BusinessRule[] {
    return [...this.#rules].filter((rule) => rule.table === table)
  }

  isHidden(table: string, row: Row): boolean {
    return [...this.#hidden].some((rule) => rule.table === table && rule.matches(row))
  }

  /** Whether a row is of a column that was dropped: its entry in the dictionary, its choices. */
  describesDropped(table: string, row: Row): boolean {
    return (table === 'sys_dictionary' || table === 'sys_choice') && this.#dropped.has(`${row.name ?? ''}.${row.element ?? ''}`)
  }
}
