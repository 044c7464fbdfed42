import type { Row } from './schema.ts'
import type { Column } from './tables.ts'

/** What a query needs to know of the instance. */
export interface QueryContext {
  readonly column: (table: string, name: string) => Column | undefined
  readonly get: (table: string, sysId: string) => Row | undefined
  readonly ignoreCase: boolean
}

export interface CompiledQuery {
  readonly matches: (row: Row) => boolean
  readonly compare: (a: Row, b: Row) => number
  /** Terms that were dropped: their column is unknown, or they are no terms at all. */
  readonly dropped: readonly string[]
}

type Test = (row: Row) => boolean

const TERM =
  /^([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)(!=|<=|>=|=|<|>|NOT IN|NOT LIKE|IN|LIKE|STARTSWITH|ENDSWITH|ISEMPTY|ISNOTEMPTY|BETWEEN)(.*)$/s

interface Field {
  readonly column: Column
  readonly of: (row: Row) => string
}

/** A column, perhaps beyond references (`keystore.name`). */
function field(table: string, path: string, context: QueryContext): Field | undefined {
  const [name = '', ...rest] = path.split('.')
  const column = context.column(table, name)
  if (column === undefined) return undefined
  if (rest.length === 0) return { column, of: (row) => row[name] ?? '' }
  const target = column.reference
  if (column.type !== 'reference' || target === undefined) return undefined
  const inner = field(target, rest.join('.'), context)
  return (
    inner && {
      column: inner.column,
      of: (row) => {
        const other = context.get(target, row[name] ?? '')
        return other === undefined ? '' : inner.of(other)
      },
    }
  )
}

const truth = (value: string): string => (value === '1' || value === 'yes' || value === 'true' ? 'true' : 'false')

/** One comparison of a column with text. */
function comparison({ column, of }: Field, operator: string, given: string, ignoreCase: boolean): Test {
  const fold = (text: string): string => (column.type === 'boolean' ? truth(text) : ignoreCase ? text.toLowerCase() : text)
  // What begins with javascript: would be run by the instance; nothing of it is run here, and it counts as empty.
  const value = fold(given.startsWith('javascript:') ? '' : given)
  const order = (a: string, b: string): number => (column.type === 'integer' ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0)
  const among = new Set(given.split(',').map(fold))
  const [low = '', high = ''] = value.split('@')
  const tests: Readonly<Record<string, (own: string) => boolean>> = {
    '=': (own) => own === value,
    '!=': (own) => own !== value,
    '<': (own) => own !== '' && order(own, value) < 0,
    '<=': (own) => own !== '' && order(own, value) <= 0,
    '>': (own) => own !== '' && order(own, value) > 0,
    '>=': (own) => own !== '' && order(own, value) >= 0,
    IN: (own) => among.has(own),
    'NOT IN': (own) => !among.has(own),
    LIKE: (own) => own.includes(value),
    'NOT LIKE': (own) => !own.includes(value),
    STARTSWITH: (own) => own.startsWith(value),
    ENDSWITH: (own) => own.endsWith(value),
    ISEMPTY: (own) => own === '',
    ISNOTEMPTY: (own) => own !== '',
    BETWEEN: (own) => own !== '' && order(own, low) >= 0 && order(own, high) <= 0,
  }
  const test = tests[operator]
  return (row) => {
    const own = of(row)
    return test?.(own === '' && operator.startsWith('IS') ? '' : fold(own)) ?? false
  }
}

/**
 * Compiles an encoded query: `^` and, `^OR` or with the term before, `^NQ` a further query, `ORDERBY`, `ORDERBYDESC`, dot-walking.
 * There is no escape for `^`: a value that holds one falls apart here as it does on an instance. Unknown columns are dropped.
 */
export function compileQuery(query: string, table: string, context: QueryContext): CompiledQuery {
  const dropped: string[] = []
  const orders: ((a: Row, b: Row) => number)[] = []
  const alternatives: Test[][] = []
  let groups: Test[][] = []

  const order = (path: string, direction: 1 | -1): void => {
    const by = field(table, path, context)
    if (by === undefined) {
      dropped.push(path)
      return
    }
    const number = by.column.type === 'integer'
    orders.push((a, b) => {
      const [left, right] = [by.of(a), by.of(b)]
      return direction * (number ? Number(left) - Number(right) : left < right ? -1 : left > right ? 1 : 0)
    })
  }
  const finish = (): void => {
    const all = groups.filter((group) => group.length > 0)
    alternatives.push([(row) => all.every((group) => group.some((test) => test(row)))])
    groups = []
  }
  const condition = (text: string): Test[] => {
    const [, path = '', operator = '', value = ''] = TERM.exec(text) ?? []
    const found = path === '' ? undefined : field(table, path, context)
    if (found !== undefined) return [comparison(found, operator, value, context.ignoreCase)]
    dropped.push(text)
    return []
  }

  for (const part of query.split('^')) {
    if (part === '' || part === 'EQ') continue
    if (part.startsWith('ORDERBYDESC')) order(part.slice('ORDERBYDESC'.length), -1)
    else if (part.startsWith('ORDERBY')) order(part.slice('ORDERBY'.length), 1)
    else if (part.startsWith('NQ')) {
      finish()
      groups.push(condition(part.slice(2)))
    } else if (part.startsWith('OR')) {
      const last = groups.at(-1)
      const tests = condition(part.slice(2))
      if (last === undefined) groups.push(tests)
      else last.push(...tests)
    } else groups.push(condition(part))
  }
  finish()
  return {
    matches: (row) => alternatives.some((tests) => tests.every((test) => test(row))),
    compare: (a, b) => orders.reduce((result, by) => (result === 0 ? by(a, b) : result), 0),
    dropped,
  }
}
