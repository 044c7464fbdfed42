import type { CertificateSummary } from '../plan/model.ts'
import { usersOf } from '../plan/wiring.ts'
import { type Provenance, MAX_CHARACTERS, runLine } from './comment.ts'
import { markdown, oneLine } from './escape.ts'
import { historyOf, readHeader, runsAfter, writeHeader } from './header.ts'
import { changesTable, daysCell, firstToEnd, isExpiring, problemsTable } from './sections.ts'
import { fitTables, type Table } from './tables.ts'
import { verdict, type Report } from './words.ts'

/** Whether somebody has to look: drift, an end that is near or past, or an item that could not be judged; undefined where nobody can tell. */
export function needsIssue(report: Report): boolean | undefined {
  const { plan } = report
  if (plan === undefined) return undefined
  const blocked = report.problems.some(({ severity }) => severity === 'error')
  if (plan.changes.length > 0 || blocked || report.certificates.some((certificate) => isExpiring(certificate, report)))
    return true
  return plan.depth === 'full' ? false : undefined
}

export const titleOf = ({ environment, plan }: Report): string =>
  oneLine(`servicenow-mtls: ${environment} on ${hostOf(plan?.instance ?? '')} needs attention`, 200)

const hostOf = (origin: string): string => origin.replace(/^https?:\/\//, '')

/** The body of the issue: what differs, the certificates with what breaks when and who uses them, earlier runs folded. */
export function issueOf(report: Report, provenance: Provenance, previous: string | undefined, budget = MAX_CHARACTERS): string {
  const { spec, run, runUrl, sha } = provenance
  const { environment, plan } = report
  const runs = runsAfter(previous === undefined ? undefined : readHeader(previous), runLine(report, provenance))
  const ending = report.certificates.filter((certificate) => isExpiring(certificate, report)).length
  const ends = ending === 0 ? '' : `; ${ending} ${ending === 1 ? 'certificate has' : 'certificates have'} expired or will soon`
  const head = [
    writeHeader({ keeps: 'issue', spec, environment, runs }),
    `\`verify\` of ${markdown(spec)} found: **${markdown(verdict(report) + ends)}**`,
    'This issue is kept up to date by each run of `verify`, and closed by the first that finds everything in order.',
  ]
  const facts = [`[run](${runUrl(run)})`, ...(sha === '' ? [] : [`commit ${sha.slice(0, 7)}`])]
  const tail = [historyOf(runs, runUrl), `<sub>${facts.join(' \u00b7 ')}</sub>`]
  const tables = [endsTable(report), ...(plan === undefined ? [] : [changesTable(plan, report)]), problemsTable(report.problems)]
  const fixed = [...head, ...tail].join('\n\n').length + 4
  const rest = `: see the [summary of the run](${runUrl(run)})`
  const body = fitTables(tables, budget - fixed, (text) => text.length, rest)
  return [...head, body, ...tail].filter((part) => part !== '').join('\n\n')
}

/** The certificates, the first to end first: what stops working then, and who uses them. */
function endsTable(report: Report): Table {
  const rows = firstToEnd(report.certificates).map((certificate) => [
    markdown(certificate.name),
    certificate.notAfter.slice(0, 10),
    daysCell(certificate, report),
    consequenceOf(certificate, report),
    usersCell(certificate, report),
  ])
  const heads = ['certificate', 'expires', 'days left', 'what breaks then', 'used by']
  return { title: 'Certificates', rowsAre: 'certificates', heads, rows }
}

function consequenceOf(certificate: CertificateSummary, report: Report): string {
  if (certificate.kind === 'trusted-certificate') return 'calls to partners whose certificates it has issued'
  const partners = new Set(messagesOf(certificate, report).map(({ partner }) => partner))
  partners.delete('')
  if (messagesOf(certificate, report).length === 0) return 'no message of the spec'
  if (partners.size === 0) return 'calls of the messages beside: the partner refuses the handshake'
  return `calls to ${[...partners].map((partner) => markdown(partner)).join(', ')}: the partner refuses the handshake`
}

function usersCell(certificate: CertificateSummary, report: Report): string {
  if (certificate.kind === 'trusted-certificate') return 'the whole instance'
  return messagesOf(certificate, report)
    .map(({ name, profile }) => `${markdown(name)} (${markdown(profile ?? '')})`)
    .join('<br>')
}

const messagesOf = ({ name }: CertificateSummary, { wiring }: Report): ReturnType<typeof usersOf> =>
  wiring === undefined ? [] : usersOf(wiring, name)

/** What is said when everything is in order again. */
export const settledOf = ({ runUrl, run }: Provenance): string => `everything is as the spec says again: [run](${runUrl(run)})`
