import { expiryTimeline, trustDiagram } from './diagrams.ts'
import { markdown } from './escape.ts'
import { certificatesTable, changesTable, examinedTable, problemsTable, targetsTable } from './sections.ts'
import { fitTables } from './tables.ts'
import { changeSentence, depthSentence, verdict, whereOf, type Report } from './words.ts'

/** GitHub drops a summary of more than 1 MiB; a little is kept for masks, which may be longer than what they hide. */
const MAX_BYTES = 1024 * 1024 - 16 * 1024

const bytesOf = (text: string): number => Buffer.byteLength(text)

/**
 * The report as a job summary in GitHub's Markdown; every text from outside is escaped.
 * @param notes what else is to be found where, as lines of Markdown
 */
export function summaryOf(report: Report, notes: readonly string[] = []): string {
  const { plan } = report
  const icon = report.failed ? '\u274c' : '\u2705'
  const where = plan === undefined && report.examined === undefined ? '' : ` \u2014 ${markdown(whereOf(report))}`
  const told = [depthSentence(report), changeSentence(report)].filter((sentence) => sentence !== '')
  const head = [
    `## ${icon} servicenow-mtls ${report.command}${where}`,
    `**${markdown(verdict(report))}**`,
    ...told.map((sentence) => `> ${markdown(sentence)}`),
  ]
  const tail = [
    picture('Who trusts whom', trustDiagram(report)),
    picture('When certificates expire', expiryTimeline(report)),
    notes.map((note) => `- ${note}`).join('\n'),
    ...(plan === undefined ? [] : [`<sub>plan ${plan.digest}</sub>`]),
  ]
  const tables = [
    ...(plan === undefined ? [] : [changesTable(plan, report)]),
    targetsTable(report),
    certificatesTable(report, { fingerprints: true }),
    problemsTable(report.problems),
    examinedTable(report),
  ]
  const fixed = bytesOf([...head, ...tail].join('\n\n'))
  const body = fitTables(tables, MAX_BYTES - fixed, bytesOf, ': the log has all of them')
  return [...head, body, ...tail]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

const picture = (title: string, diagram: string): string =>
  diagram === '' ? '' : `### ${title}\n\n\`\`\`mermaid\n${diagram}\n\`\`\``
