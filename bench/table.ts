import { median, spread } from './measure.ts'

/** One figure of the table. */
export interface Row {
  readonly section: string
  readonly what: string
  /** Milliseconds, MiB, requests, kB. */
  readonly unit: 'ms' | 'MiB' | 'requests' | 'kB' | 'times' | 's'
  readonly value: number
  /** The middle half of the runs. */
  readonly between?: readonly [number, number]
  /** Against what, how many times, and what it should be. */
  readonly against?: { readonly what: string; readonly times: number; readonly goal?: string; readonly met?: boolean }
  readonly note?: string
}

export function timed(section: string, what: string, values: readonly number[], rest: Partial<Row> = {}): Row {
  return { section, what, unit: 'ms', value: median(values), between: spread(values), ...rest }
}

/** How many times `values` are of `base`, with a goal of at most or at least so many. */
export function against(
  what: string,
  values: readonly number[],
  base: readonly number[],
  goal?: { readonly most?: number; readonly least?: number },
): NonNullable<Row['against']> {
  const times = median(values) / median(base)
  if (goal === undefined) return { what, times }
  if (goal.most !== undefined) return { what, times, goal: `at most ${goal.most}`, met: times <= goal.most }
  const faster = 1 / times
  const least = goal.least ?? 1
  return { what: `${what}, times faster`, times: faster, goal: `at least ${least}`, met: faster >= least }
}

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

const cells = ({ what, unit, value, between, against: compared, note = '' }: Row): string[] => [
  what,
  `${number(value)} ${unit}`,
  between === undefined ? '' : `${number(between[0])} to ${number(between[1])}`,
  compared === undefined ? '' : `${number(compared.times)} × ${compared.what}`,
  compared?.goal === undefined ? '' : `${compared.goal}: ${compared.met === true ? 'yes' : 'no'}`,
  note,
]

const HEAD = ['', 'median', 'middle half of the runs', 'ratio', 'goal', '']

/** The rows as tables of Markdown, one for each section. */
export function markdown(rows: readonly Row[]): string {
  return sectionsOf(rows)
    .map(([section, members]) =>
      [`### ${section}`, '', line(HEAD), line(HEAD.map(() => '---')), ...members.map((row) => line(cells(row)))].join('\n'),
    )
    .join('\n\n')
}

const line = (texts: readonly string[]): string => `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`

/** The rows as text with aligned columns. */
export function plain(rows: readonly Row[]): string {
  return sectionsOf(rows)
    .map(([section, members]) => {
      const lines = members.map(cells)
      const widths = HEAD.map((_, column) => Math.max(...lines.map((texts) => texts[column]!.length)))
      const aligned = lines.map((texts) => `  ${texts.map((text, column) => text.padEnd(widths[column]!)).join('  ')}`.trimEnd())
      return [section, ...aligned].join('\n')
    })
    .join('\n\n')
}

function sectionsOf(rows: readonly Row[]): [string, Row[]][] {
  return [...Map.groupBy(rows, ({ section }) => section)]
}
