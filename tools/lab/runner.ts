import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import { execute, type Execution } from './programs.ts'
import type { Haystack } from './secrets-search.ts'
import { interpret, parseFileCommands, type Interpreted } from './workflow-commands.ts'

export interface ActionOptions {
  /** Relative to the repository. Default: `dist/index.js`. */
  readonly bundle?: string
  /** Relative to the repository. Default: `action.yml`. */
  readonly metadata?: string
  /** `with:` of the step. */
  readonly inputs: Readonly<Record<string, string>>
  /** `env:` of the step, and what else differs from this runner's own environment. */
  readonly env?: Readonly<Record<string, string>>
  /** The checkout; the working directory, too. */
  readonly workspace: string
  /** Default: `push` with an empty payload. */
  readonly event?: { readonly name: string; readonly payload: unknown }
  /** A folder that outlives the run, as RUNNER_TEMP does between the steps of a job. Default: one of its own, removed afterwards. */
  readonly runnerTemp?: string
  /** Told the process's id as soon as there is one, to send it a signal. */
  readonly onStart?: (pid: number) => void
  /** A file that takes the standard output instead of a pipe: what the step has said is there at once, for others to read. */
  readonly logFile?: string
  /** A run that takes longer is killed: a guard against hanging. Default: two minutes. */
  readonly timeoutMs?: number
}

export interface ActionRun extends Execution, Interpreted {
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  /** Variables that the step sets for the steps after it. */
  readonly exported: Readonly<Record<string, string>>
  /** Markdown of GITHUB_STEP_SUMMARY. */
  readonly summary: string
  /** Every file under RUNNER_TEMP when the run ended; names are relative to it, with `/`. */
  readonly files: readonly Haystack[]
}

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))
/** What V8 has compiled of the bundle, kept from one run to the next: a fifth of the time of a run. It changes nothing that a run does. */
const COMPILED = { NODE_COMPILE_CACHE: join(REPOSITORY, 'build', 'compile-cache') }
const FILE_COMMANDS = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'] as const

const metadataSchema = z.object({
  inputs: z.optional(z.record(z.string(), z.object({ default: z.optional(z.string()) }))),
})

/**
 * Runs the bundle as a GitHub runner runs a step: an environment with nothing in it but the runner's own variables, the
 * inputs with the defaults of action.yml, and `env`; files for outputs and summary; masks applied to what is shown.
 * @throws on an input that action.yml does not know, which in a test is a slip of the pen
 */
export async function runAction(options: ActionOptions): Promise<ActionRun> {
  const { bundle = 'dist/index.js', metadata = 'action.yml', inputs, workspace, event, timeoutMs = 120_000 } = options
  const folder = await mkdtemp(join(tmpdir(), 'smtls-runner-'))
  try {
    const runnerTemp = options.runnerTemp ?? join(folder, 'temp')
    await mkdir(runnerTemp, { recursive: true })
    const eventPath = join(folder, 'event.json')
    await writeFile(eventPath, JSON.stringify(event?.payload ?? {}))
    const commandFile = (name: (typeof FILE_COMMANDS)[number]): string => join(folder, name.toLowerCase())
    for (const name of FILE_COMMANDS) await writeFile(commandFile(name), '')

    const env = {
      ...COMPILED,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: event?.name ?? 'push',
      GITHUB_EVENT_PATH: eventPath,
      GITHUB_REPOSITORY: 'acme/integrations',
      // CI runs every scenario a second time as the second attempt of its run.
      GITHUB_RUN_ATTEMPT: process.env.SCENARIO_ATTEMPT ?? '1',
      GITHUB_RUN_ID: '1000000001',
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: runnerTemp,
      ...Object.fromEntries(FILE_COMMANDS.map((name) => [`GITHUB_${name}`, commandFile(name)])),
      ...(await inputVariables(resolve(REPOSITORY, metadata), inputs)),
      ...options.env,
    }
    const { onStart, logFile } = options
    const printed = await runStep(resolve(REPOSITORY, bundle), { env, cwd: workspace, timeoutMs, onStart, logFile })
    const content = (name: (typeof FILE_COMMANDS)[number]): Promise<string> => readFile(commandFile(name), 'utf8')
    return {
      ...printed,
      ...interpret(printed.lines),
      outputs: parseFileCommands(await content('OUTPUT')),
      state: parseFileCommands(await content('STATE')),
      exported: parseFileCommands(await content('ENV')),
      summary: await content('STEP_SUMMARY'),
      files: await filesUnder(runnerTemp),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export interface CliOptions {
  /** Relative to the repository. Default: `dist/index.js`. */
  readonly bundle?: string
  readonly args: readonly string[]
  /** The whole environment, but for PATH and where Node keeps what it has compiled. */
  readonly env?: Readonly<Record<string, string>>
  readonly cwd: string
}

/** Runs the bundle as a person does at a terminal. */
export function runCli({ bundle = 'dist/index.js', args, env = {}, cwd }: CliOptions): Promise<Execution> {
  const variables = { ...COMPILED, PATH: process.env.PATH ?? '', ...env }
  return execute(node24(), [resolve(REPOSITORY, bundle), ...args], { env: variables, cwd })
}

/** Everything that a run left behind where people or later steps can see it, for a search of secrets. */
export function traces(run: ActionRun): Haystack[] {
  const texts = {
    log: run.log,
    'log without masks': run.unmaskedLog,
    outputs: Object.values(run.outputs).join('\n'),
    state: Object.values(run.state).join('\n'),
    exported: Object.values(run.exported).join('\n'),
    summary: run.summary,
  }
  return [...Object.entries(texts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })), ...run.files]
}

/** The Node that action.yml asks for: this one, or the one among the packages. */
function node24(): string {
  if (process.versions.node.startsWith('24.')) return process.execPath
  return join(REPOSITORY, 'node_modules', '.bin', 'node')
}

const parsed = new Map<string, z.infer<typeof metadataSchema>>()

/** Of the text of an `action.yml`, parsed once: most runs have the same. */
function parseMetadata(text: string): z.infer<typeof metadataSchema> {
  const known = parsed.get(text) ?? z.parse(metadataSchema, parse(text, { schema: 'failsafe' }))
  parsed.set(text, known)
  return known
}

/** `INPUT_<NAME>` for every input of the action; defaults that only a runner could fill in are empty. */
async function inputVariables(metadata: string, given: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { inputs = {} } = parseMetadata(await readFile(metadata, 'utf8'))
  const unknown = Object.keys(given).filter((name) => !(name in inputs))
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`)
  const values = Object.entries(inputs).map(([name, { default: standard = '' }]) => {
    const value = given[name] ?? (standard.includes('${{') ? '' : standard)
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value] as const
  })
  return Object.fromEntries(values)
}

interface StepOptions {
  readonly env: Record<string, string>
  readonly cwd: string
  readonly timeoutMs: number
  readonly onStart: ActionOptions['onStart']
  readonly logFile: ActionOptions['logFile']
}

/** The step's process to its end, with its lines in the order in which they came from either stream. */
async function runStep(
  bundle: string,
  { env, cwd, timeoutMs, onStart, logFile }: StepOptions,
): Promise<Execution & { lines: string[] }> {
  const file = logFile === undefined ? undefined : await open(logFile, 'w')
  const options = { env, cwd, timeout: timeoutMs, killSignal: 'SIGKILL' } as const
  const child = spawn(node24(), [bundle], { ...options, stdio: ['ignore', file?.fd ?? 'pipe', 'pipe'] })
  const lines: string[] = []
  const stdout = child.stdout === null ? undefined : collect(child.stdout, lines)
  const stderr = child.stderr === null ? undefined : collect(child.stderr, lines)
  const closed = once(child, 'close')
  if (child.pid !== undefined) onStart?.(child.pid)
  await closed
  await file?.close()
  const written = logFile === undefined ? '' : await readFile(logFile, 'utf8')
  if (written !== '') lines.push(...written.replace(/\n$/, '').split('\n'))
  return { exitCode: child.exitCode, stdout: stdout?.() ?? written, stderr: stderr?.() ?? '', lines }
}

/** Adds each line of a stream as it comes; a line ends with LF, CRLF, or CR alone, as it does for the runner. */
function collect(stream: Readable, lines: string[]): () => string {
  let whole = ''
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    whole += chunk
    const parts = (rest + chunk).split(/\r\n|\n|\r(?!$)/)
    rest = parts.pop() ?? ''
    lines.push(...parts)
  })
  stream.on('end', () => {
    if (rest !== '') lines.push(rest.replace(/\r$/, ''))
  })
  return () => whole
}

async function filesUnder(folder: string): Promise<Haystack[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(
    paths.sort().map(async (path) => ({ name: relative(folder, path).replaceAll('\\', '/'), bytes: await readFile(path) })),
  )
}
