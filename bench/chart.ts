import type { Row } from './table.ts'

const WIDTH = 760
const LABEL = 330
const BAR = 20
const GAP = 8

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function colourOf(what: string): string {
  if (what.startsWith('by hand') || what.startsWith('expert')) return '#b08968'
  return what.startsWith('node') ? '#9aa0a6' : '#2f6f4f'
}

/** Times as bars, one group for each section; each group has a scale of its own. */
export function chart(rows: readonly Row[], title: string): string {
  const groups = [...Map.groupBy(rows, ({ section }) => section)]
  const parts: string[] = []
  let y = 34
  for (const [section, members] of groups) {
    parts.push(`<text x="0" y="${y + 14}" font-weight="bold">${escaped(section)}</text>`)
    y += 26
    const most = Math.max(...members.map(({ value }) => value))
    for (const { what, value } of members) {
      const width = Math.max(1, ((WIDTH - LABEL - 90) * value) / most)
      const fill = colourOf(what)
      parts.push(
        `<text x="${LABEL - 8}" y="${y + 14}" text-anchor="end">${escaped(what)}</text>`,
        `<rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" fill="${fill}"/>`,
        `<text x="${(LABEL + width + 6).toFixed(1)}" y="${y + 14}">${value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(0)} ms`}</text>`,
      )
      y += BAR + GAP
    }
    y += 10
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" font-family="sans-serif" font-size="13" role="img" aria-label="${escaped(title)}">
<rect width="${WIDTH}" height="${y}" fill="#ffffff"/>
<text x="0" y="18" font-size="15" font-weight="bold">${escaped(title)}</text>
${parts.join('\n')}
</svg>
`
}
