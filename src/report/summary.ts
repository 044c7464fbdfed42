import type { Problem } from '../errors.ts'
import type { CertificateSummary, Change, Plan } from '../plan/model.ts'
import { markdown } from './escape.ts'
import { columnsOf, depthSentence, reasonOf, SIGN, verdict, type Report } from './words.ts'

/** A job summary may have 1 MiB; rows beyond this are counted instead of shown. */
const MAX_ROWS = 400

/** The report as a job summary in GitHub's Markdown; every text from outside is escaped. */
export function summaryOf(report: Report): string {
  const { plan } = report
  const icon = report.failed ? '\u274c' : '\u2705'
  const where = plan === undefined ? '' : ` \u2014 ${markdown(plan.environment)} on ${markdown(plan.instance)}`
  return [
    `## ${icon} servicenow-mtls ${report.command}${where}`,
    `**${markdown(verdict(report))}**`,
    markdown(depthSentence(report)),
    ...(plan === undefined ? [] : [changesTable(plan, report)]),
    certificatesTable(report.certificates),
    problemsTable(report.problems),
    ...(plan === undefined ? [] : [`<sub>plan ${plan.digest}</sub>`]),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const more = rows.length > MAX_ROWS ? [``, `\u2026 and ${rows.length - MAX_ROWS} more`] : []
  const shown = rows.slice(0, MAX_ROWS).map(line)
  return [`### ${title}`, '', line(heads), line(heads.map(() => '---')), ...shown, ...more].join('\n')
}

function changesTable(plan: Plan, report: Report): string {
  const rows = plan.changes.map((change) => [
    `\`${SIGN[change.kind]}\` ${change.kind}`,
    markdown(change.item),
    markdown(reasonOf(change)),
    details(change),
    ...(report.outcomes.size === 0 ? [] : [outcomeCell(change, report)]),
  ])
  const blocked = plan.blocked.map(({ item, because }) => [
    '`!` blocked',
    markdown(item),
    item === because ? 'see its problems below' : `waits for ${markdown(because)}`,
    '',
    ...(report.outcomes.size === 0 ? [] : ['']),
  ])
  const heads = ['change', 'item', 'why', 'what', ...(report.outcomes.size === 0 ? [] : ['outcome'])]
  return table('Changes', heads, [...rows, ...blocked])
}

function details(change: Change): string {
  const columns = columnsOf(change).map(({ column, text }) => `${code(column)}: ${markdown(text)}`)
  const content = change.contentHash === null ? [] : [`content SHA-256 \`${change.contentHash.slice(0, 16)}\u2026\``]
  return [...columns, ...content, ...change.notes.map((note) => `_${markdown(note)}_`)].join('<br>')
}

/** A column's name as code, where it is one. */
const code = (column: string): string => (/^[a-z0-9_]+$/.test(column) ? `\`${column}\`` : markdown(column))

function outcomeCell(change: Change, report: Report): string {
  const outcome = report.outcomes.get(change.item)
  if (outcome === undefined) return ''
  return outcome.is === 'done' ? 'done' : `**${outcome.is}**: ${markdown(outcome.because)}`
}

function certificatesTable(certificates: readonly CertificateSummary[]): string {
  const rows = certificates.map(({ name, kind, subject, fingerprint256, notAfter, daysRemaining }) => [
    markdown(name),
    kind,
    markdown(subject),
    `<sub>\`${fingerprint256}\`</sub>`,
    notAfter.slice(0, 10),
    daysRemaining < 0 ? `**expired**` : String(daysRemaining),
  ])
  return table('Certificates', ['name', 'kind', 'subject', 'SHA-256 fingerprint', 'expires', 'days left'], rows)
}

function problemsTable(problems: readonly Problem[]): string {
  const rows = problems.map(({ severity, code, item, message, hint, at }) => [
    severity,
    `\`${code}\``,
    markdown(at === undefined ? item : `${item} ${at.file}:${at.line}`.trim()),
    `${markdown(message)}<br>${markdown(`hint: ${hint}`)}`,
  ])
  return table('Problems', ['severity', 'code', 'where', 'what and what to do'], rows)
}
