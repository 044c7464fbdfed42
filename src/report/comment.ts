import { markdown } from './escape.ts'
import { historyOf, readHeader, runsAfter, writeHeader, type RunLine } from './header.ts'
import { certificatesTable, changesTable, problemsTable } from './sections.ts'
import { fitTables } from './tables.ts'
import { depthSentence, verdict, type Report } from './words.ts'

/** GitHub refuses a comment of more characters. */
export const MAX_CHARACTERS = 65_536

/** Where a report comes from. */
export interface Provenance {
  /** Path of the spec, with `/` between its parts. */
  readonly spec: string
  readonly run: string
  /** The page of a run, its summary and its artifacts. */
  readonly runUrl: (run: string) => string
  readonly sha: string
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly at: string
  /** What was uploaded. */
  readonly artifacts: readonly { readonly name: string; readonly url: string }[]
}

/**
 * The body of the comment: counts first, then changes, certificates with their days, problems; earlier runs folded at the end.
 * @param previous the body that it replaces
 * @param budget characters; what does not fit is cut at whole rows and counted
 */
export function commentOf(report: Report, provenance: Provenance, previous: string | undefined, budget = MAX_CHARACTERS): string {
  const { plan } = report
  const before = previous === undefined ? undefined : readHeader(previous)
  const runs = runsAfter(before, runLine(report, provenance))
  const { spec, runUrl, run, sha, artifacts } = provenance
  // A run that cannot tell its environment speaks in the place of the one that can.
  const environment = report.environment === '' ? (before?.environment ?? '') : report.environment
  const where = plan === undefined ? markdown(environment) : `${markdown(plan.environment)} on ${markdown(plan.instance)}`
  const unseen = depthSentence(report)
  const head = [
    writeHeader({ keeps: 'comment', spec, environment, runs }),
    `### ${iconOf(report)} servicenow-mtls ${report.command}${where === '' ? '' : ` \u2014 ${where}`}`,
    `**${markdown(verdict(report))}**`,
    ...(unseen === '' ? [] : [`> ${markdown(unseen)}`]),
  ]
  const facts = [
    `[run](${runUrl(run)})`,
    ...artifacts.map(({ name, url }) => `[${markdown(name)}](${url})`),
    ...(sha === '' ? [] : [`commit ${sha.slice(0, 7)}`]),
    ...(plan === undefined ? [] : [`plan \`${plan.digest}\``]),
  ]
  const tail = [historyOf(runs, runUrl), `<sub>${facts.join(' \u00b7 ')}</sub>`]
  const tables = [
    ...(plan === undefined ? [] : [changesTable(plan, report)]),
    certificatesTable(report, { fingerprints: false }),
    problemsTable(report.problems),
  ]
  const length = (text: string): number => text.length
  const fixed = [...head, ...tail].join('\n\n').length + 4
  const body = fitTables(tables, budget - fixed, length, `: see the [summary of the run](${runUrl(run)})`)
  return [...head, body, ...tail].filter((part) => part !== '').join('\n\n')
}

function iconOf(report: Report): string {
  if (report.failed) return '\u274c'
  return !report.writes && (report.plan?.changes.length ?? 0) > 0 ? '\u{1f4dd}' : '\u2705'
}

/** What is kept of this run. */
export function runLine(report: Report, { run, sha, at }: Provenance): RunLine {
  return {
    run,
    command: report.command,
    at,
    sha: /^[0-9a-f]{0,64}$/.test(sha) ? sha : '',
    said: verdict(report),
    failed: report.failed,
  }
}
