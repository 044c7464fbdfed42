import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { CodedError } from '../errors.ts'
import { codeOf } from '../http/failure.ts'
import type { Redactor } from '../redact.ts'
import type { Certificate } from '../x509/certificate.ts'
import { readCertificates } from '../x509/pem.ts'
import type { Issuer } from './issuer.ts'

const TIME_LIMIT_MS = 120_000
/** Between being asked to end and being ended; and between its end and the end of its output. */
const GRACE_MS = 2_000
const MAX_STDOUT = 1024 * 1024
const MAX_STDERR = 64 * 1024
/** Of what the command said, this much of its end is told. */
const TOLD = 600

export interface ExecOptions {
  /** The program and its arguments: no shell looks at them. */
  readonly command: readonly string[]
  /** The whole environment of the command. */
  readonly environment: Readonly<Record<string, string>>
  readonly folder: string
  readonly redactor: Redactor
  readonly stop: AbortSignal
  readonly timeLimitMs?: number
  readonly graceMs?: number
}

/** Any command: the request on its standard input, the chain (PEM) on its standard output. It is fully trusted code. */
export function execIssuer(options: ExecOptions): Issuer {
  return { issue: async ({ csr }) => ({ certificates: certificatesIn(await runCommand(csr, options), options), notes: [] }) }
}

function certificatesIn(stdout: Buffer, { command }: ExecOptions): Certificate[] {
  try {
    return readCertificates(stdout)
  } catch (error) {
    const why = error instanceof CodedError ? error.message : 'unknown fault'
    const message = `${nameOf(command)} ended well, but its output is no certificate chain: ${why}`
    throw new CodedError('issuer.answer', message, { cause: error })
  }
}

const nameOf = (command: readonly string[]): string => `the command ${command[0] ?? ''}`

function runCommand(input: string, options: ExecOptions): Promise<Buffer> {
  const { command, redactor, stop, timeLimitMs = TIME_LIMIT_MS, graceMs = GRACE_MS } = options
  const name = nameOf(command)
  return new Promise((resolve, reject) => {
    const child = start(options)
    const stdout: Buffer[] = []
    let stderr = Buffer.alloc(0)
    let size = 0
    let ended: CodedError | undefined
    const timers: NodeJS.Timeout[] = []
    const after = (ms: number, then: () => void): void => void timers.push(setTimeout(then, ms))
    const end = (why: CodedError): void => {
      if (ended !== undefined) return
      ended = why
      signal(child.pid, 'SIGTERM')
      after(graceMs, () => {
        signal(child.pid, 'SIGKILL')
        after(graceMs, () => settle(null, 'SIGKILL'))
      })
    }
    const stopped = (): void =>
      end(stop.reason instanceof CodedError ? stop.reason : new CodedError('timeout', 'the run was ended'))
    const said = (): string => {
      // Cleaned before it is cut, so that no half of a secret is left.
      const text = redactor.clean(stderr.toString('utf8')).trim().replaceAll(/\s+/g, ' ')
      return text === '' ? '' : `; it said: ${text.length > TOLD ? `…${text.slice(-TOLD)}` : text}`
    }
    /** Lets go of everything: nobody waits for what may still hold its ends of the streams. */
    const release = (): void => {
      for (const timer of timers) clearTimeout(timer)
      stop.removeEventListener('abort', stopped)
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy()
      child.unref()
    }
    const settle = (exitCode: number | null, signalName: string | null): void => {
      release()
      // What it has started may not have listened.
      if (ended !== undefined) signal(child.pid, 'SIGKILL')
      if (ended !== undefined) reject(ended)
      else if (exitCode === 0) resolve(Buffer.concat(stdout))
      else {
        const how = exitCode === null ? `was ended by ${signalName ?? 'a signal'}` : `ended with exit code ${exitCode}`
        reject(new CodedError('issuer.failed', `${name} ${how}${said()}`))
      }
    }
    after(timeLimitMs, () => {
      end(new CodedError('issuer.timeout', `${name} took longer than ${Math.round(timeLimitMs / 1000)} seconds${said()}`))
    })
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_STDOUT) stdout.push(chunk)
      else end(new CodedError('issuer.answer', `${name} printed more than ${MAX_STDOUT} bytes`))
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = Buffer.concat([stderr, chunk]).subarray(-MAX_STDERR)
    })
    // A command that does not read its input is no fault by itself.
    child.stdin.on('error', () => undefined)
    child.on('error', (error) => {
      release()
      reject(notStarted(name, error))
    })
    // What it has started may hold its output open for ever.
    child.on('exit', (exitCode, signalName) => after(graceMs, () => settle(exitCode, signalName)))
    child.on('close', settle)
    stop.addEventListener('abort', stopped)
    if (stop.aborted) stopped()
    child.stdin.end(input)
  })
}

/** @throws issuer.failed */
function start({ command, environment, folder }: ExecOptions): ChildProcessWithoutNullStreams {
  const [program = '', ...args] = command
  try {
    // A group of its own: what the command has started ends with it.
    return spawn(program, args, { cwd: folder, env: { ...environment }, stdio: ['pipe', 'pipe', 'pipe'], detached: true })
  } catch (error) {
    throw notStarted(nameOf(command), error)
  }
}

/** Without the cause: Node repeats the environment, as it was given, in the messages of some. */
function notStarted(name: string, error: unknown): CodedError {
  const code = codeOf(error)
  return new CodedError('issuer.failed', `${name} cannot be started${code === undefined ? '' : ` (${code})`}`)
}

/** To the whole group; one that is gone is no fault. */
function signal(pid: number | undefined, name: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, name)
  } catch {
    // It has ended by itself.
  }
}
