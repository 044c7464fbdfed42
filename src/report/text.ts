import type { CertificateSummary, Change } from '../plan/model.ts'
import type { Problem } from '../errors.ts'
import { logLine } from './escape.ts'
import {
  blockedBecause,
  changeSentence,
  columnsOf,
  depthSentence,
  endOf,
  examinedOf,
  reasonOf,
  SIGN,
  verdict,
  whereOf,
  type Report,
} from './words.ts'

/** A part of the report for a log or a terminal: a title and lines, each safe to print. */
export interface Section {
  readonly title: string
  readonly lines: readonly string[]
}

/** The report as text; the sections that have nothing to say are left out. */
export function textOf(report: Report): Section[] {
  const { plan } = report
  const where = whereOf(report)
  const changes = plan?.changes ?? []
  const sections: Section[] = [
    { title: `changes`, lines: changes.flatMap((change) => changeLines(change, report)) },
    { title: 'environments', lines: (report.targets ?? []).map(targetLine) },
    { title: 'examined', lines: examinedOf(report).map(([what, found]) => `${what}: ${found}`) },
    { title: 'blocked', lines: blockedLines(report) },
    { title: 'certificates', lines: certificateLines(report.certificates) },
    { title: 'problems', lines: report.problems.flatMap(problemLines) },
  ]
  const depth = depthSentence(report)
  const summary = {
    title: `${report.command} ${where}`.trim(),
    lines: [verdict(report), depth, changeSentence(report)].filter((line) => line !== ''),
  }
  return [...sections.filter(({ lines }) => lines.length > 0), summary].map(({ title, lines }) => ({
    title: logLine(title),
    lines: lines.map(logLine),
  }))
}

function changeLines(change: Change, report: Report): string[] {
  const outcome = report.outcomes.get(change.item)
  const ended = outcome === undefined ? '' : ` (${endOf(outcome)})`
  const columns = columnsOf(change, report)
  const width = Math.max(0, ...columns.map(({ column }) => column.length))
  return [
    `${SIGN[change.kind]} ${change.kind} ${change.item} in ${change.table}: ${reasonOf(change)}${ended}`,
    ...columns.map(({ column, text }) => `    ${column.padEnd(width)}  ${text}`),
    ...(change.contentHash === null ? [] : [`    content sha256 ${change.contentHash}`]),
    ...change.notes.map((note) => `    note: ${note}`),
  ]
}

const targetLine = (target: NonNullable<Report['targets']>[number]): string =>
  `${target.environment}: ${target.instance}${target.protected ? ' (protected)' : ''}`

function blockedLines(report: Report): string[] {
  return (report.plan?.blocked ?? []).map((blocked) => {
    const why = blockedBecause(blocked, report)
    return `! ${blocked.item}: ${'see' in why ? why.see : `waits for ${why.waitsFor}`}`
  })
}

function certificateLines(certificates: readonly CertificateSummary[]): string[] {
  const width = Math.max(0, ...certificates.map(({ name }) => name.length))
  // The fingerprint has a line of its own: beside the rest it would not fit into a terminal.
  return certificates.flatMap(({ name, kind, notAfter, daysRemaining, subject, fingerprint256 }) => [
    `${name.padEnd(width)}  ${kind.padEnd(19)}  ${notAfter}  ${String(daysRemaining).padStart(5)} days  ${subject}`,
    `    sha256 ${fingerprint256}`,
  ])
}

function problemLines({ severity, code, item, message, hint, at }: Problem): string[] {
  const place = at === undefined ? '' : ` (${at.file}:${at.line}:${at.column})`
  const what = item === '' ? message : `${item}: ${message}`
  return [`${severity} ${code} ${what}${place}`, `    hint: ${hint}`]
}
