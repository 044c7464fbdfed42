/** Tables of Markdown that keep within a budget. Cells are escaped by whoever makes them. */

export interface Table {
  readonly title: string
  /** What a row is, for the count of those that are left out: `changes`. */
  readonly rowsAre: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Length in the unit of the budget: characters of a comment, bytes of a summary. */
export type Measure = (text: string) => number

/** Room for the line that says what was cut. */
const CUT_LINE = 400

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/**
 * The tables that have rows, one after the other, together within the budget. What does not fit is left out row by row, never
 * a part of one, and counted; a table that needs less than its share leaves it to the others.
 * @param rest says where what was cut can be read
 */
export function fitTables(tables: readonly Table[], budget: number, measure: Measure, rest: string): string {
  const filled = tables.filter(({ rows }) => rows.length > 0)
  const heads = filled.map(({ title, heads: cells }) =>
    [`### ${title}`, '', line(cells), line(cells.map(() => '---'))].join('\n'),
  )
  const rows = filled.map((table) => table.rows.map(line))
  const fixed = heads.map((head) => measure(head) + CUT_LINE)
  const wanted = rows.map((lines, index) => (fixed[index] ?? 0) + lines.reduce((sum, text) => sum + measure(text) + 1, 0))
  const granted = shares(wanted, budget)
  return filled
    .map(({ rowsAre }, index) => {
      const lines = rows[index] ?? []
      const shown = prefix(lines, (granted[index] ?? 0) - (fixed[index] ?? 0), measure)
      const left = lines.length - shown.length
      const cut = left === 0 ? [] : ['', `\u2026 and ${left} more ${rowsAre}, which do not fit here${rest}`]
      return [heads[index] ?? '', ...shown, ...cut].join('\n')
    })
    .join('\n\n')
}

/** What each gets of a budget: those that want least first, whatever they leave going to the others. */
function shares(wanted: readonly number[], budget: number): number[] {
  const granted: number[] = []
  const modestFirst = wanted.map((want, index) => ({ want, index })).sort((a, b) => a.want - b.want)
  let left = budget
  for (const [done, { want, index }] of modestFirst.entries()) {
    const share = Math.min(want, Math.floor(left / (modestFirst.length - done)))
    granted[index] = share
    left -= share
  }
  return granted
}

/** The first lines that fit whole. */
function prefix(lines: readonly string[], room: number, measure: Measure): readonly string[] {
  let used = 0
  const end = lines.findIndex((text) => {
    used += measure(text) + 1
    return used > room
  })
  return end === -1 ? lines : lines.slice(0, end)
}
