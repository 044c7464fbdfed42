import type { Column } from './columns.ts'
import { constant, type Asker } from './constants.ts'
import type { Row } from './schema.ts'
import { stamp } from './time.ts'

/** What a query needs to know of the instance. */
export interface QueryContext {
  readonly column: (table: string, name: string) => Column | undefined
  readonly get: (table: string, sysId: string) => Row | undefined
  readonly ignoreCase: boolean
  readonly asker: Asker
}

export interface CompiledQuery {
  readonly matches: (row: Row) => boolean
  readonly compare: (a: Row, b: Row) => number
  /** Terms that were dropped: their column is unknown, or they are no terms at all. */
  readonly dropped: readonly string[]
}

type Test = (row: Row) => boolean

const TERM =
  /^([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)(!=|<=|>=|=|<|>|NOT IN|NOT LIKE|NOTLIKE|DOES NOT CONTAIN|CONTAINS|INSTANCEOF|IN|LIKE|STARTSWITH|ENDSWITH|ISEMPTY|ISNOTEMPTY|EMPTYSTRING|ANYTHING|BETWEEN|NSAMEAS|SAMEAS|GT_OR_EQUALS_FIELD|LT_OR_EQUALS_FIELD|GT_FIELD|LT_FIELD|NOTON|ON|RELATIVE(?:GT|GE|LT|LE|EE))(.*)$/s

/** Other spellings of the same. */
const SPELLINGS: Readonly<Record<string, string>> = {
  NOTLIKE: 'NOT LIKE',
  'DOES NOT CONTAIN': 'NOT LIKE',
  CONTAINS: 'LIKE',
  INSTANCEOF: '=',
  SAMEAS: '=',
  NSAMEAS: '!=',
  GT_FIELD: '>',
  LT_FIELD: '<',
  GT_OR_EQUALS_FIELD: '>=',
  LT_OR_EQUALS_FIELD: '<=',
}
const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 }

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

type Compare = (own: string, value: string) => boolean

/** The comparisons of a column with a value; both are folded already. */
function comparisons(order: (a: string, b: string) => number): Readonly<Record<string, Compare>> {
  const there =
    (test: Compare): Compare =>
    (own, value) =>
      own !== '' && test(own, value)
  return {
    '=': (own, value) => own === value,
    '!=': (own, value) => own !== value,
    '<': there((own, value) => order(own, value) < 0),
    '<=': there((own, value) => order(own, value) <= 0),
    '>': there((own, value) => order(own, value) > 0),
    '>=': there((own, value) => order(own, value) >= 0),
    LIKE: (own, value) => own.includes(value),
    'NOT LIKE': (own, value) => !own.includes(value),
    STARTSWITH: (own, value) => own.startsWith(value),
    ENDSWITH: (own, value) => own.endsWith(value),
    ISEMPTY: (own) => own === '',
    EMPTYSTRING: (own) => own === '',
    ISNOTEMPTY: (own) => own !== '',
    ANYTHING: () => true,
  }
}

/** One comparison of a column with text. */
function comparison({ column, of }: Field, operator: string, given: string, context: QueryContext): Test {
  const { ignoreCase, asker } = context
  const fold = (text: string): string => (column.type === 'boolean' ? truth(text) : ignoreCase ? text.toLowerCase() : text)
  const meant = (text: string): string => fold(text.startsWith('javascript:') ? constant(text, asker) : text)
  const order = (a: string, b: string): number => (column.type === 'integer' ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0)
  const own = (row: Row): string => fold(of(row))
  const within = (text: string): Test => {
    const [low = '', high = ''] = text.split('@').map(meant)
    return (row) => own(row) !== '' && order(own(row), low) >= 0 && order(own(row), high) <= 0
  }
  switch (operator) {
    case 'IN':
    case 'NOT IN': {
      const among = new Set(given.split(',').map((text) => meant(text.trim())))
      return (row) => among.has(own(row)) === (operator === 'IN')
    }
    case 'BETWEEN':
      return within(given)
    case 'ON':
    case 'NOTON': {
      // `ONToday@from@to`: a label for people, then the bounds.
      const on = within(given.slice(given.indexOf('@') + 1))
      return (row) => on(row) === (operator === 'ON')
    }
  }
  if (operator.startsWith('RELATIVE')) return relative(own, operator.slice('RELATIVE'.length), given, asker.now)
  const value = meant(given)
  const test = comparisons(order)[operator]
  const unary = operator.includes('EMPTY')
  return (row) => test?.(unary ? of(row) : own(row), value) ?? false
}

/** `RELATIVEGE@hour@ago@2`: later than two hours ago. */
function relative(own: (row: Row) => string, comparator: string, given: string, now: Date): Test {
  const [, unit = '', direction, count = ''] = given.split('@')
  const ms = (UNITS[unit] ?? 0) * (Number(count) || 0)
  const bound = stamp(new Date(now.getTime() + (direction === 'ahead' ? ms : -ms)))
  const minute = bound.slice(0, 16)
  const tests: Readonly<Record<string, (text: string) => boolean>> = {
    GT: (text) => text > bound,
    GE: (text) => text >= bound,
    LT: (text) => text < bound,
    LE: (text) => text <= bound,
    EE: (text) => text.startsWith(minute),
  }
  return (row) => own(row) !== '' && (tests[comparator]?.(own(row)) ?? false)
}

/** `a=b` between two columns of the same row. */
function sameRow(left: Field, operator: string, right: Field): Test {
  const integer = left.column.type === 'integer'
  const order = (a: string, b: string): number => (integer ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0)
  const test = comparisons(order)[operator]
  return (row) => test?.(left.of(row), right.of(row)) ?? false
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
    const plain = SPELLINGS[operator] ?? operator
    if (found !== undefined && !/FIELD$|SAMEAS$/.test(operator)) return [comparison(found, plain, value, context)]
    const other = found && field(table, value.split('@')[0] ?? '', context)
    if (found !== undefined && other !== undefined) return [sameRow(found, plain, other)]
    dropped.push(text)
    return []
  }

  for (const part of query.split('^')) {
    if (part === '' || part === 'EQ' || part.startsWith('GROUPBY')) continue
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
