import * as z from 'zod/mini'
import type { Redactor } from '../redact.ts'
import { markdown, oneLine } from './escape.ts'

/**
 * The hidden first line of what is kept on GitHub, a comment or an issue: by it the next run finds its own, and knows what the
 * runs before had said. It is data in an HTML comment, so that no change of wording can lose it.
 */
export interface Header {
  readonly keeps: 'comment' | 'issue'
  /** Path of the spec, with `/` between its parts. */
  readonly spec: string
  /** Empty where the run could not tell: its spec could not be read. */
  readonly environment: string
  /** The newest first. */
  readonly runs: readonly RunLine[]
}

/** What is kept of a run. */
export interface RunLine {
  readonly run: string
  readonly command: string
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly at: string
  readonly sha: string
  readonly said: string
  readonly failed: boolean
}

const TOOL = 'servicenow-mtls'
const MOST_RUNS = 10
const LONGEST_SAID = 200

const runSchema = z.object({
  run: z.string().check(z.regex(/^\d{1,20}$/)),
  command: z.string().check(z.regex(/^[a-z]{1,20}$/)),
  at: z.string().check(z.regex(/^[\dTZ:-]{20}$/)),
  sha: z.string().check(z.regex(/^[0-9a-f]{0,64}$/)),
  said: z.string(),
  failed: z.boolean(),
})
const headerSchema = z.object({
  tool: z.literal(TOOL),
  keeps: z.enum(['comment', 'issue']),
  spec: z.string(),
  environment: z.string(),
  runs: z.array(runSchema),
})

/** One line; nothing in it can end the HTML comment. */
export function writeHeader({ keeps, spec, environment, runs }: Header): string {
  const said = runs.slice(0, MOST_RUNS).map((run) => ({ ...run, said: oneLine(run.said, LONGEST_SAID) }))
  const json = JSON.stringify({ tool: TOOL, keeps, spec, environment, runs: said })
  // In JSON these stand within texts alone, where their escapes mean the same.
  return `<!-- ${json.replace(/[<>&]|-(?=-)/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)} -->`
}

/** A body without its secrets: in the header each text for itself, so that it stays data whatever a secret looks like. */
export function cleanKept(body: string, redactor: Pick<Redactor, 'clean'>): string {
  const header = readHeader(body)
  if (header === undefined) return redactor.clean(body)
  const clean = (text: string): string => redactor.clean(text)
  const runs = header.runs.map((run) => ({ ...run, said: clean(run.said) }))
  const cleaned = { ...header, spec: clean(header.spec), environment: clean(header.environment), runs }
  return writeHeader(cleaned) + clean(body.slice(body.indexOf('-->') + 3))
}

/** The header of a body, or undefined where it has none that this version wrote. */
export function readHeader(body: string): Header | undefined {
  const json = /^<!-- (\{.*\}) -->/.exec(body)?.[1]
  if (json === undefined) return undefined
  try {
    const parsed = z.safeParse(headerSchema, JSON.parse(json))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/**
 * How well a body is the one for this spec and environment: 2 where it is, 1 where one of the two runs could not tell its
 * environment, 0 where it is another's.
 */
export function rankOf(body: string, { keeps, spec, environment }: Omit<Header, 'runs'>): number {
  const header = readHeader(body)
  if (header?.keeps !== keeps || header.spec !== spec) return 0
  if (header.environment === environment) return 2
  return header.environment === '' || environment === '' ? 1 : 0
}

/** The runs to keep: this one first, in the place of its own earlier attempts. */
export function runsAfter(previous: Header | undefined, line: RunLine): RunLine[] {
  const earlier = (previous?.runs ?? []).filter(({ run, command }) => run !== line.run || command !== line.command)
  return [line, ...earlier].slice(0, MOST_RUNS)
}

/** The runs before the newest, folded; empty where there are none. */
export function historyOf(runs: readonly RunLine[], runUrl: (run: string) => string): string {
  const earlier = runs.slice(1)
  if (earlier.length === 0) return ''
  const rows = earlier.map(({ run, command, at, sha, said, failed }) => {
    const icon = failed ? '\u274c' : '\u2705'
    const time = at.replace('T', ' ').slice(0, 16)
    return `| ${icon} ${command} | ${markdown(said)} | ${sha.slice(0, 7)} | [${time}](${runUrl(run)}) |`
  })
  const summary = `<summary>${earlier.length} earlier ${earlier.length === 1 ? 'run' : 'runs'}</summary>`
  return [
    `<details>${summary}`,
    '',
    '| run | result | commit | when |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '</details>',
  ].join('\n')
}
