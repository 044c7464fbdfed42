import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Debian keeps nginx where only root's PATH leads. */
const MORE_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/sbin', '/opt/homebrew/bin']

export type Program = 'nginx' | 'java' | 'keytool' | 'openssl' | 'cfssl' | 'bash' | 'jq' | 'npm' | 'git'

/** What shows that a program works: macOS has a `java` that only says where to get one, and some JREs cannot run a source file. */
const PROOFS: Readonly<Record<Program, readonly string[]>> = {
  nginx: ['-v'],
  java: ['--describe-module', 'jdk.compiler'],
  keytool: ['-help'],
  openssl: ['version'],
  cfssl: ['version'],
  bash: ['--version'],
  jq: ['--version'],
  npm: ['--version'],
  git: ['--version'],
}

const known = new Map<Program, string | undefined>()

/** The path of a program that is installed and works, or undefined; looked for once. */
export function findProgram(program: Program): string | undefined {
  if (!known.has(program)) {
    const path = candidates(program).find(
      (file) => spawnSync(file, PROOFS[program], { stdio: 'ignore', timeout: 30_000 }).status === 0,
    )
    known.set(program, path)
  }
  return known.get(program)
}

/** As {@link findProgram}, for callers who have asked before. */
export function needProgram(program: Program): string {
  const path = findProgram(program)
  if (path === undefined) throw new Error(`${program} is not installed`)
  return path
}

export interface Execution {
  /** Null where the process was ended by a signal. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface ExecuteOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Written to standard input, which is empty otherwise. */
  readonly input?: string | Buffer
  /** A process that runs longer is killed: a guard against hanging, not a measure. Default: two minutes. */
  readonly timeoutMs?: number
}

/** Runs a program to its end; whatever its exit code, this resolves. */
export function execute(file: string, args: readonly string[], options: ExecuteOptions = {}): Promise<Execution> {
  const { env, cwd, input = '', timeoutMs = 120_000 } = options
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: { ...(env ?? process.env) }, timeout: timeoutMs, killSignal: 'SIGKILL' })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    // A program that ends without reading its input is no fault of the caller.
    child.stdin.on('error', () => undefined)
    child.on('error', reject)
    child.on('close', (exitCode) =>
      resolve({ exitCode, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') }),
    )
    child.stdin.end(input)
  })
}

function candidates(program: Program): string[] {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...MORE_FOLDERS].filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, program)).filter(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
