import type { CertificateSummary } from '../plan/model.ts'
import type { Wiring } from '../plan/wiring.ts'
import { mermaid } from './escape.ts'
import { firstToEnd, isExpiring } from './sections.ts'
import type { Report } from './words.ts'

/** A picture of more is not readable. */
const MOST_KEYSTORES = 24
const MOST_PROFILES = 60
const MOST_MESSAGES = 60
const MOST_ISSUERS = 10
/** Mermaid refuses a diagram of 500 edges, or of 50,000 characters: names in other scripts are long there. */
const MOST_EDGES = 499
const MOST_CHARACTERS = 49_000
/** Of the label that counts what was left out. */
const MOST_LABEL = 200
const MOST_MONTHS = 16
const MOST_IN_A_MONTH = 8

/**
 * Who trusts whom, as a flowchart: issuer, keystore, protocol profile, message, partner from left to right, and beside them
 * what the instance trusts; what was left out is counted. Empty where there is nothing to draw.
 */
export function trustDiagram(report: Report): string {
  const { wiring } = report
  if (wiring === undefined || report.certificates.length === 0) return ''
  for (let share = 1; ; share /= 2) {
    const { text, edges } = drawn(report, wiring, share)
    if (text.length <= MOST_CHARACTERS && edges <= MOST_EDGES) return text
  }
}

/** @param share of the most that is drawn of each kind, from 1 down */
function drawn(report: Report, wiring: Wiring, share: number): { readonly text: string; readonly edges: number } {
  const chart = new Chart()
  const left: string[] = []
  const some = <T>(all: readonly T[], most: number, what: string): readonly T[] => {
    const shown = all.slice(0, Math.floor(most * share))
    if (shown.length < all.length) left.push(`${all.length - shown.length} ${what}`)
    return shown
  }
  const ofKind = (wanted: CertificateSummary['kind']): CertificateSummary[] =>
    report.certificates.filter(({ kind }) => kind === wanted)
  const keystores = some(ofKind('keystore'), MOST_KEYSTORES, 'keystores')
  for (const keystore of keystores) {
    const node = chart.node('k', keystore.name, `["${mermaid(keystore.name)}<br>${daysLabel(keystore)}"]`)
    if (isExpiring(keystore, report)) chart.warn(node)
    const issuers = report.keystores.find(({ name }) => name === keystore.name)?.issuers.slice(0, MOST_ISSUERS) ?? []
    // From the one that issued the certificate up to the root.
    let below = node
    for (const issuer of issuers) {
      const above = chart.node('i', issuer, `(["${mermaid(commonNameOf(issuer))}"])`)
      chart.edge(above, below)
      below = above
    }
  }
  const ofKeystores = wiring.profiles.filter(({ keystore }) => keystores.some(({ name }) => name === keystore))
  const profiles = some(ofKeystores, MOST_PROFILES, 'profiles')
  for (const { name, keystore } of profiles) {
    chart.edge(chart.node('k', keystore, ''), chart.node('p', name, `{{"${mermaid(`${name}://`)}"}}`))
  }
  const messages = wiring.messages.filter(({ profile }) => profiles.some(({ name }) => name === profile))
  for (const { item, name, profile, partner } of some(messages, MOST_MESSAGES, 'messages')) {
    const node = chart.node('m', item, `["${mermaid(name)}"]`)
    chart.edge(chart.node('p', profile ?? '', ''), node)
    if (partner !== '') chart.edge(node, chart.node('h', partner, `[["${mermaid(partner)}"]]`))
  }
  const trusted = some(ofKind('trusted-certificate'), MOST_KEYSTORES, 'trusted certificates')
  if (left.length > 0) chart.node('left', '', `["${mermaid(`not shown: ${left.join(', ')}`, MOST_LABEL)}"]`)
  const text = chart.text(
    trusted.map((certificate) => {
      const label = `(["${mermaid(certificate.name)}<br>${daysLabel(certificate)}"])`
      return { key: certificate.name, label, warn: isExpiring(certificate, report) }
    }),
  )
  return { text, edges: chart.edges }
}

/** When certificates expire, month by month from the first on. Empty where there are none. */
export function expiryTimeline(report: Report): string {
  const months = Map.groupBy(firstToEnd(report.certificates), ({ notAfter }) => notAfter.slice(0, 7))
  if (months.size === 0) return ''
  const lines = [...months].slice(0, MOST_MONTHS).map(([month, certificates]) => {
    const shown = certificates.slice(0, MOST_IN_A_MONTH).map(({ name }) => mermaid(name))
    const more = certificates.length > MOST_IN_A_MONTH ? [`and ${certificates.length - MOST_IN_A_MONTH} more`] : []
    return `  ${month} : ${[...shown, ...more].join(' : ')}`
  })
  const later = months.size > MOST_MONTHS ? [`  later : ${months.size - MOST_MONTHS} more months`] : []
  return ['timeline', ...lines, ...later].join('\n')
}

function daysLabel({ daysRemaining }: CertificateSummary): string {
  return daysRemaining < 0 ? 'expired' : `${daysRemaining} days left`
}

/** The common name of an RFC 4514 name, or the whole name where it has none. */
function commonNameOf(name: string): string {
  const found = /(?:^|,)CN=((?:\\.|[^,\\])*)/.exec(name)?.[1]
  return found === undefined || found === '' ? name : found.replaceAll(/\\(.)/g, '$1')
}

/** Nodes and edges, each once. Names of nodes are our own: no text from outside is one. */
class Chart {
  readonly #names = new Map<string, string>()
  readonly #nodes: string[] = []
  readonly #edges = new Set<string>()
  readonly #warned: string[] = []

  /** The node of a thing, made with this shape and label when it is named for the first time. */
  node(kind: string, key: string, label: string): string {
    const known = this.#names.get(`${kind} ${key}`)
    if (known !== undefined) return known
    const name = `${kind}${this.#names.size}`
    this.#names.set(`${kind} ${key}`, name)
    this.#nodes.push(`  ${name}${label}`)
    return name
  }

  get edges(): number {
    return this.#edges.size
  }

  edge(from: string, to: string): void {
    this.#edges.add(`  ${from} --> ${to}`)
  }

  warn(node: string): void {
    this.#warned.push(node)
  }

  text(trusted: readonly { readonly key: string; readonly label: string; readonly warn: boolean }[]): string {
    const inside = trusted.map(({ label, warn }, index) => {
      if (warn) this.warn(`t${index}`)
      return `    t${index}${label}`
    })
    const group = inside.length === 0 ? [] : ['  subgraph trusted ["trusted by the instance"]', ...inside, '  end']
    const marks =
      this.#warned.length === 0
        ? []
        : ['  classDef ending stroke:#d1242f,stroke-width:3px', `  class ${this.#warned.join(',')} ending`]
    return ['flowchart LR', ...this.#nodes, ...this.#edges, ...group, ...marks].join('\n')
  }
}
