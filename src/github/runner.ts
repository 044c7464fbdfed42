/*
 * The two files of the toolkit that are needed here, by their path: its main file loads an HTTP client for OIDC, which would
 * be most of the time until the first request.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { issueCommand } from '../../node_modules/@actions/core/lib/command.js'
import { issueFileCommand, prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js'
import type { Problem } from '../errors.ts'
import type { Redactor } from '../redact.ts'
import { logLine, oneLine } from '../report/escape.ts'
import type { Section } from '../report/text.ts'

/** What the runner offers a step; every text passes through the redactor. */
export interface Runner {
  /** The text of an input, empty where it was not given. */
  readonly input: (name: string) => string
  /** Makes the runner replace these texts in the log from now on. */
  mask(texts: readonly string[]): void
  line(text: string): void
  /** A line that is shown where the workflow is debugged. */
  debug(text: string): void
  group(section: Section): void
  /** What is printed during the work is folded under the title. */
  readonly during: <T>(title: string, work: () => Promise<T>) => Promise<T>
  /** An annotation, at its line of the spec where it has one. */
  annotate(problem: Problem): void
  output(name: string, value: string): void
  /** In the place of what was given before. */
  summary(text: string): void
}

type Environment = Readonly<Record<string, string | undefined>>

export function createRunner(environment: Environment, redactor: Redactor): Runner {
  const workspace = (environment.GITHUB_WORKSPACE ?? '').replaceAll('\\', '/').replace(/\/$/, '')
  /** As GitHub names files, on every system: from the root of the repository, with `/`. */
  const pathInRepository = (path: string): string => {
    const file = path.replaceAll('\\', '/')
    const inside = workspace !== '' && file.toLowerCase().startsWith(`${workspace.toLowerCase()}/`)
    return inside ? file.slice(workspace.length + 1) : file.replace(/^(?:\.\/+)+/, '')
  }
  const masked = new Set<string>()
  /** What we have written into the summary's file, which may hold more. */
  let summarised: Buffer | undefined
  const line = (text: string): void => {
    process.stdout.write(`${redactor.clean(logLine(text))}\n`)
  }
  return {
    input: (name) => environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '',
    mask: (texts) => {
      for (const text of texts) {
        if (!masked.has(text)) issueCommand('add-mask', {}, text)
        masked.add(text)
      }
    },
    line,
    debug: (text) => {
      if (environment.RUNNER_DEBUG === '1') issueCommand('debug', {}, redactor.clean(logLine(text)))
    },
    during: async (title, work) => {
      issueCommand('group', {}, redactor.clean(title))
      try {
        return await work()
      } finally {
        issueCommand('endgroup', {}, '')
      }
    },
    group: ({ title, lines }) => {
      issueCommand('group', {}, redactor.clean(title))
      for (const text of lines) line(text)
      issueCommand('endgroup', {}, '')
    },
    annotate: ({ severity, code, item, message, hint, at }) => {
      const place = at === undefined ? {} : { file: pathInRepository(at.file), line: at.line, col: at.column }
      const text = oneLine(`${item === '' ? '' : `${item}: `}${message}; hint: ${hint}`)
      issueCommand(severity, { title: code, ...place }, redactor.clean(text))
    },
    output: (name, value) => {
      const isJson = /^[[{]/.test(value)
      // Of JSON each text, so that it stays what it is; what machines go by has its name.
      const text = isJson ? redactor.cleanJson(value, true) : Object.values(redactor.cleanAll({ [name]: value })).join('')
      if ((environment.GITHUB_OUTPUT ?? '') !== '') issueFileCommand('OUTPUT', prepareKeyValueMessage(name, text))
      else issueCommand('set-output', { name }, text)
    },
    summary: (text) => {
      const file = environment.GITHUB_STEP_SUMMARY ?? ''
      if (file === '') return
      const found = readFileSync(file)
      const at = summarised === undefined ? -1 : found.lastIndexOf(summarised)
      const [before, after] = at < 0 ? [found, ''] : [found.subarray(0, at), found.subarray(at + (summarised?.length ?? 0))]
      summarised = Buffer.from(`${redactor.clean(text)}\n`, 'utf8')
      writeFileSync(file, Buffer.concat([before, summarised, Buffer.from(after)]))
    },
  }
}
