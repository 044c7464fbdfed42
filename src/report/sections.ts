import type { Problem } from '../errors.ts'
import type { CertificateSummary, Change, Plan } from '../plan/model.ts'
import { markdown } from './escape.ts'
import type { Table } from './tables.ts'
import { blockedBecause, columnsOf, endOf, examinedOf, reasonOf, SIGN, type Report } from './words.ts'

/** The parts that summary, comment and issue have in common; every text from outside is escaped. */

export function changesTable(plan: Plan, report: Report): Table {
  const carriedOut = report.outcomes.size > 0
  const rows = plan.changes.map((change) => [
    `\`${SIGN[change.kind]}\` ${change.kind}`,
    markdown(change.item),
    markdown(reasonOf(change)),
    details(change, report),
    ...(carriedOut ? [outcomeCell(change, report)] : []),
  ])
  const blocked = plan.blocked.map((one) => {
    const why = blockedBecause(one, report)
    const cell = 'see' in why ? `${why.see} below` : `waits for ${markdown(why.waitsFor)}`
    return ['`!` blocked', markdown(one.item), cell, '', ...(carriedOut ? [''] : [])]
  })
  const heads = ['change', 'item', 'why', 'what', ...(carriedOut ? ['outcome'] : [])]
  return { title: 'Changes', rowsAre: 'changes', heads, rows: [...rows, ...blocked] }
}

function details(change: Change, report: Report): string {
  const columns = columnsOf(change, report).map(({ column, text }) => `${code(column)}: ${markdown(text)}`)
  const content = change.contentHash === null ? [] : [`content SHA-256 \`${change.contentHash.slice(0, 16)}\u2026\``]
  return [...columns, ...content, ...change.notes.map((note) => `_${markdown(note)}_`)].join('<br>')
}

/** A column's name as code, where it is one. */
const code = (column: string): string => (/^[a-z0-9_]+$/.test(column) ? `\`${column}\`` : markdown(column))

function outcomeCell(change: Change, report: Report): string {
  const outcome = report.outcomes.get(change.item)
  if (outcome === undefined) return ''
  const said = markdown(endOf(outcome))
  return outcome.is === 'done' ? said : said.replace(outcome.is, `**${outcome.is}**`)
}

/** Certificates by their end, those that end first before the others. */
export const firstToEnd = (certificates: readonly CertificateSummary[]): CertificateSummary[] =>
  [...certificates].sort((a, b) => (a.notAfter < b.notAfter ? -1 : a.notAfter > b.notAfter ? 1 : 0))

/** In two lines: in one it would push everything else out of sight. */
function fingerprintLines(fingerprint: string): string {
  const half = Math.ceil(fingerprint.length / 2)
  return [fingerprint.slice(0, half), fingerprint.slice(half)].map((part) => `\`${part}\``).join('<br>')
}

export function targetsTable({ targets = [] }: Report): Table {
  const rows = targets.map((target) => [
    markdown(target.environment),
    markdown(target.instance),
    target.protected ? 'protected' : '',
  ])
  return { title: 'Environments', rowsAre: 'environments', heads: ['environment', 'instance', ''], rows }
}

export function examinedTable(report: Report): Table {
  const rows = examinedOf(report).map(([what, found]) => [markdown(what), markdown(found)])
  return { title: 'Examined', rowsAre: 'tables and settings', heads: ['what', 'found'], rows }
}

/** @param fingerprints whether there is room for them */
export function certificatesTable(report: Report, { fingerprints }: { readonly fingerprints: boolean }): Table {
  const rows = firstToEnd(report.certificates).map((certificate) => [
    markdown(certificate.name),
    certificate.kind,
    markdown(certificate.subject),
    ...(fingerprints ? [`<sub>${fingerprintLines(certificate.fingerprint256)}</sub>`] : []),
    certificate.notAfter.slice(0, 10),
    daysCell(certificate, report),
  ])
  const heads = ['name', 'kind', 'subject', ...(fingerprints ? ['SHA-256 fingerprint'] : []), 'expires', 'days left']
  return { title: 'Certificates', rowsAre: 'certificates', heads, rows }
}

/** Days with a mark where they are few or over; what few is, the run's own checks have said. */
export function daysCell(certificate: CertificateSummary, report: Report): string {
  if (certificate.daysRemaining < 0) return '\u{1f534} **expired**'
  return isExpiring(certificate, report) ? `\u{1f7e0} **${certificate.daysRemaining}**` : String(certificate.daysRemaining)
}

/** Whether the run warned of this certificate's end. */
export function isExpiring({ kind, name, daysRemaining }: CertificateSummary, report: Report): boolean {
  const item = `${kind === 'keystore' ? 'keystores' : 'trusted-certificates'}.${name}`
  const codes: readonly string[] = ['certificate.expiring', 'certificate.expired']
  return daysRemaining < 0 || report.problems.some((problem) => problem.item === item && codes.includes(problem.code))
}

export function problemsTable(problems: readonly Problem[]): Table {
  const rows = problems.map(({ severity, code: name, item, message, hint, at }) => [
    severity,
    `\`${name}\``,
    markdown(at === undefined ? item : `${item} ${at.file}:${at.line}`.trim()),
    `${markdown(message)}<br>${markdown(`hint: ${hint}`)}`,
  ])
  return { title: 'Problems', rowsAre: 'problems', heads: ['severity', 'code', 'where', 'what and what to do'], rows }
}
