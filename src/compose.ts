import { readFile } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { countsIn, type Result } from './commands/result.ts'
import type { Settings } from './commands/inputs.ts'
import { CodedError, problemOf, toCoded, type Problem } from './errors.ts'
import { createTransport, type Transport } from './http/transport.ts'
import { requireTrustedHost } from './instance-origin.ts'
import { createInstance } from './instance/client.ts'
import { basic } from './instance/sign-in.ts'
import { packFiles } from './output/pack.ts'
import { writeFiles } from './output/write.ts'
import type { CertificateSummary } from './plan/model.ts'
import type { InstancePort } from './plan/ports.ts'
import type { Redactor, SecretValue } from './redact.ts'
import { outputsOf } from './report/outputs.ts'

/** What both composers share: the connection to the instance, the spec's text, and what is written at the end. */

type Environment = Readonly<Record<string, string | undefined>>

const MAX_SPEC = 1024 * 1024

/** @throws spec.not-found */
export async function readSpecFile(workspace: string, spec: string): Promise<string> {
  const path = isAbsolute(spec) ? spec : join(workspace, spec)
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw new CodedError('spec.not-found', `${spec}: cannot be read`, { cause: error })
  }
  if (bytes.length > MAX_SPEC) throw new CodedError('spec.not-found', `${spec}: is larger than ${MAX_SPEC} bytes`)
  return bytes.toString('utf8')
}

export interface Connections {
  connect: (origin: string) => InstancePort
  close: () => Promise<void>
}

/** Connections with credentials, made only to hosts that may receive them (contract 5.1). */
export function createConnections(
  settings: Settings,
  password: SecretValue,
  world: {
    readonly environment: Environment
    readonly redactor: Redactor
    readonly stop: AbortSignal
    readonly ca: Buffer | undefined
  },
): Connections {
  const open: Transport[] = []
  return {
    connect: (origin) => {
      const { instanceUrl, allowedHosts } = settings
      requireTrustedHost(origin, { allowedHosts, ...(instanceUrl !== undefined && { instanceUrl }) })
      const transport = createTransport({
        origin,
        maxParallel: settings.maxParallel,
        deadline: world.stop,
        environment: world.environment,
        ...(world.ca !== undefined && { ca: world.ca }),
      })
      open.push(transport)
      return createInstance(transport, basic(settings.username, password, world.redactor))
    },
    close: async () => {
      await Promise.all(open.map((transport) => transport.close()))
    },
  }
}

/** The file of the input `ca-certificates`. @throws input.invalid */
export async function readCa(workspace: string, path: string | undefined): Promise<Buffer | undefined> {
  if (path === undefined) return undefined
  try {
    return await readFile(resolve(workspace, path))
  } catch (error) {
    throw new CodedError('input.invalid', `input ca-certificates: ${path} cannot be read`, { cause: error })
  }
}

/** The result of a run that ended before there was a plan. */
export const failedResult = (problems: readonly Problem[]): Result => ({
  command: 'plan',
  environment: '',
  plan: undefined,
  outcomes: [],
  problems,
  publicKeystores: [],
})

export interface Finished {
  readonly result: Result
  /** Where files were written; empty where none were. */
  readonly directory: string
  readonly outputs: Readonly<Record<string, string>>
}

/** Writes the public files and makes the outputs; a file that cannot be written is a problem like any other. */
export async function finish(result: Result, directory: string, redactor: Redactor): Promise<Finished> {
  const { plan, problems } = result
  let written: { certificates: readonly CertificateSummary[]; directory: string } = {
    certificates: plan?.certificates ?? [],
    directory: '',
  }
  let all = problems
  if (plan !== undefined) {
    try {
      const packed = packFiles(plan, result.publicKeystores)
      await writeFiles(directory, packed.files, redactor)
      written = { certificates: packed.certificates, directory }
    } catch (error) {
      const message = `${directory}: the public files cannot be written: ${toCoded(error).message}`
      all = [...problems, problemOf({ code: 'output.unwritable', severity: 'error', message }, '')]
    }
  }
  const final: Result = { ...result, problems: all }
  const counts = countsIn(final)
  const done = final.outcomes.filter(({ is }) => is === 'done').length
  const changed = plan === undefined ? undefined : result.command === 'apply' ? done > 0 : plan.changes.length > 0
  const planFile = written.directory === '' ? '' : join(directory, 'plan.json')
  const { certificates } = written
  return {
    result: final,
    directory: written.directory,
    outputs: outputsOf({ plan, counts, changed, certificates, problems: all, directory: written.directory, planFile }),
  }
}

/** Ends the run at its deadline and on SIGINT and SIGTERM; writes in flight are finished and read back. */
export function createStop(): {
  readonly signal: AbortSignal
  readonly deadlineIn: (ms: number) => void
  readonly release: () => void
} {
  const controller = new AbortController()
  const end = (why: string) => (): void => controller.abort(new CodedError('timeout', why))
  const onInterrupt = end('the run was ended by SIGINT')
  const onTerminate = end('the run was ended by SIGTERM')
  process.once('SIGINT', onInterrupt)
  process.once('SIGTERM', onTerminate)
  let timer: NodeJS.Timeout | undefined
  return {
    signal: controller.signal,
    deadlineIn: (ms) => {
      timer = setTimeout(end(`the run took longer than the ${Math.round(ms / 1000)} seconds of its time-out`), ms)
    },
    release: () => {
      clearTimeout(timer)
      process.off('SIGINT', onInterrupt)
      process.off('SIGTERM', onTerminate)
    },
  }
}
