import { setTimeout as delay } from 'node:timers/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { countsIn, failedResult, inSpecOrder, type Result } from './commands/result.ts'
import { isWriting, leavesResult, type Settings } from './commands/inputs.ts'
import type { Ports } from './commands/ports.ts'
import type { SignInWay } from './commands/sign-in-inputs.ts'
import { run } from './commands/run.ts'
import { signInBy, type Credentials } from './credentials.ts'
import { CodedError, problemIn, problemOf, toCoded, type Problem } from './errors.ts'
import type { ClientIdentity } from './http/connection.ts'
import { proxyFor } from './http/proxy.ts'
import { createTransport, type Transport } from './http/transport.ts'
import { requireAllowedHost, requireTrustedHost } from './instance-origin.ts'
import { createInstance } from './instance/client.ts'
import type { Register } from './instance/sign-in.ts'
import { requirePromoted } from './promotion.ts'
import { readAtMost, readFile } from './read-file.ts'
import type { Redactor, SecretValue } from './redact.ts'
import { readFileInside } from './values/files.ts'
import { createSecretSource } from './values/secrets-input.ts'
import { createValues } from './values/values.ts'

/** What both composers share: the connection to the instance, the spec's text, and what is written at the end. */

type Environment = Readonly<Record<string, string | undefined>>

const MAX_SPEC = 1024 * 1024
/** Node fires longer timers at once. */
const LONGEST_TIMER = 2 ** 31 - 1
const MAX_PLAN = 64 * 1024 * 1024

/**
 * The workflow says where the spec is, and whoever can change the repository what lies there: a link within the workspace leads to
 * nothing outside it.
 * @throws spec.not-found
 */
export async function readSpecFile(workspace: string, spec: string): Promise<string> {
  const path = resolve(workspace, spec)
  const isInside = path.startsWith(`${resolve(workspace)}${sep}`)
  try {
    const bytes = isInside ? await readFileInside(workspace, '', spec) : readAtMost(path, MAX_SPEC)
    if (bytes.length > MAX_SPEC) throw new CodedError('spec.not-found', `${spec}: is larger than 1 MiB`)
    return bytes.toString('utf8')
  } catch (error) {
    throw new CodedError('spec.not-found', error instanceof CodedError ? error.message : `${spec}: cannot be read`, {
      cause: error,
    })
  }
}

/** The place a command runs at: what the two composers know and the commands do not. */
export interface World {
  readonly environment: Environment
  readonly workspace: string
  readonly redactor: Redactor
  /** What of the sign-in is secret. */
  readonly credentials: Credentials
  /** The input `secrets`. */
  readonly secrets: string
  /** The input `github-token`; may be empty. */
  readonly githubToken: SecretValue
  readonly onSecret?: (secret: SecretValue) => void
  /** Whose records these are where the spec is silent. */
  readonly owner: string
  readonly untrustedEvent: string | undefined
  readonly secretsWithheld: string | undefined
  readonly onOutcome: Ports['onOutcome']
  /** Told of each answer of the instance. */
  readonly onAnswer?: (answered: Answered) => void
}

/** A request that the instance has answered: nothing of its query, its body and its headers. */
export interface Answered {
  readonly method: string
  readonly path: string
  readonly status: number
  /** How many there have been with this one. */
  readonly count: number
}

/** Makes a secret known to the redactor and to whoever else prints. */
export const registerWith =
  (redactor: Redactor, onSecret: World['onSecret']) =>
  (secret: SecretValue): void => {
    redactor.add(secret)
    onSecret?.(secret)
  }

/** Runs the command that the settings name, within its deadline. Never throws: what goes wrong is a problem of the result. */
export async function execute(settings: Settings, world: World): Promise<Result> {
  const { workspace, environment, redactor, onSecret } = world
  const register = registerWith(redactor, onSecret)
  const stop = createStop(settings.timeoutMs)
  const open: Transport[] = []
  try {
    const ca = await readCa(workspace, settings.caCertificates)
    const client = await clientOf(settings.signIn, world.credentials, register)
    const secrets = createSecretSource(world.secrets, environment)
    const values = createValues({ workspace, specFile: settings.spec, secrets, redactor, ...(onSecret && { onSecret }) })
    return await run(settings, {
      readSpec: () => readSpecFile(workspace, settings.spec),
      readPlanFile: (path) => readPlanFile(workspace, path),
      readNamed: (path) => readFileInside(workspace, settings.spec, path),
      requirePromoted: (from, content) => requirePromoted(from, content, { ...world, spec: settings.spec, endsAt: stop.endsAt }),
      values,
      connect: (origin) => {
        const { instanceUrl, allowedHosts } = settings
        requireTrustedHost(origin, { allowedHosts, ...(instanceUrl !== undefined && { instanceUrl }) })
        const transport = connect(origin, settings, { environment, stop, ca, client })
        open.push(transport)
        const clean = watched(withCleanRefusals(transport, redactor), world.onAnswer)
        return createInstance(clean, signInBy(settings.signIn, world.credentials, clean, register))
      },
      createIssuer: async (issuer) => {
        const { createIssuer } = await import('./issuer/create.ts')
        return createIssuer(issuer, {
          values,
          requireAllowed: (origin) => requireAllowedHost(origin, settings.allowedHosts),
          connect: (origin) => {
            const transport = connect(origin, settings, { environment, stop, ca })
            open.push(transport)
            return withCleanRefusals(transport, redactor)
          },
          folder: workspace,
          path: environment.PATH,
          home: environment.HOME,
          redactor,
          stop: stop.signal,
          now: () => new Date(),
          identityToken: async (audience) => {
            const { workflowIdentity } = await import('./issuer/identity.ts')
            return workflowIdentity(audience, {
              environment,
              connect: (origin) => {
                const transport = connect(origin, settings, { environment, stop, ca })
                open.push(transport)
                return transport
              },
              onSecret: (text, label) => values.made(text, label),
            })
          },
        })
      },
      proxyFor: (url) => proxyFor(new URL(url).origin, environment),
      runId: environment.GITHUB_RUN_ID,
      owner: world.owner,
      untrustedEvent: world.untrustedEvent,
      secretsWithheld: world.secretsWithheld,
      now: () => new Date(),
      pause: (ms) => delay(ms),
      stop: stop.signal,
      onOutcome: world.onOutcome,
    })
  } catch (error) {
    return failedResult([problemOf(toCoded(error).toFinding(), '')], settings.command, settings.environment)
  } finally {
    await Promise.all(open.map((transport) => transport.close()))
    stop.release()
  }
}

interface Connecting {
  readonly environment: Environment
  readonly stop: Stop
  readonly ca: Buffer | undefined
  /** Of the instance alone. */
  readonly client?: ClientIdentity | undefined
}

/** A connection to a host that may receive credentials (contract 5.1): whoever calls this has made sure of it. */
function connect(origin: string, { maxParallel }: Settings, { environment, stop, ca, client }: Connecting): Transport {
  const { signal: deadline, endsAt } = stop
  return createTransport({ origin, maxParallel, deadline, endsAt, environment, ...(ca && { ca }), ...(client && { client }) })
}

/** Events by which others than the repository's own people may start a workflow or choose the spec (contract 5.2). */
const UNTRUSTED_EVENTS = ['pull_request', 'pull_request_target', 'issue_comment', 'workflow_run']

/** The untrusted event that this process runs for, in a job or in a terminal within one. */
export function untrustedEventIn(environment: Environment): string | undefined {
  return UNTRUSTED_EVENTS.find((event) => event === environment.GITHUB_EVENT_NAME)
}

/** An instance may repeat what it was sent when it refuses: that is cleaned before it is cut to the length of a message. */
function withCleanRefusals(transport: Transport, redactor: Redactor): Transport {
  return {
    ...transport,
    request: async (request) => {
      const answer = await transport.request(request)
      if (answer.status < 400) return answer
      return { ...answer, body: Buffer.from(redactor.cleanJson(answer.body.toString('utf8'), false), 'utf8') }
    },
  }
}

/** Tells of each answer as it comes. */
function watched(transport: Transport, onAnswer: World['onAnswer']): Transport {
  if (onAnswer === undefined) return transport
  let count = 0
  return {
    ...transport,
    request: async (request) => {
      const answer = await transport.request(request)
      const path = request.path.replace(/\?.*/s, '')
      onAnswer({ method: request.method, path, status: answer.status, count: ++count })
      return answer
    },
  }
}

/** The text of a plan that was reviewed. @throws input.invalid */
async function readPlanFile(workspace: string, path: string): Promise<string> {
  const bytes = await readFile(resolve(workspace, path)).catch((error: unknown) => {
    throw new CodedError('input.invalid', `input plan-file: ${path} cannot be read`, { cause: error })
  })
  if (bytes.length > MAX_PLAN) throw new CodedError('input.invalid', `input plan-file: ${path} has more than ${MAX_PLAN} bytes`)
  return bytes.toString('utf8')
}

/** What the instance is shown in the handshake, where that signs in. @throws input.sign-in */
async function clientOf(
  way: SignInWay | undefined,
  secrets: Credentials,
  register: Register,
): Promise<ClientIdentity | undefined> {
  if (way?.way !== 'client-certificate') return undefined
  return (await import('./client-identity.ts')).clientIdentity(way.certificate, secrets, register, new Date())
}

/** The file of the input `ca-certificates`. @throws input.invalid */
async function readCa(workspace: string, path: string | undefined): Promise<Buffer | undefined> {
  if (path === undefined) return undefined
  try {
    return await readFile(resolve(workspace, path))
  } catch (error) {
    throw new CodedError('input.invalid', `input ca-certificates: ${path} cannot be read`, { cause: error })
  }
}

export interface Finished {
  readonly result: Result
  /** Where files were written; empty where none were. */
  readonly directory: string
  /** Their paths below it, with `/` between the parts. */
  readonly files: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
}

/** Where a run puts its files. */
export interface Places {
  /** For partner packs, manifest and plan. */
  readonly directory: string
  /** A second place for the plan, from the input `plan-file` of the command `plan`. */
  readonly planFile: string | undefined
}

/** Writes the public files and makes the outputs; a file that cannot be written is a problem like any other. */
export async function finish(result: Result, { directory, planFile }: Places, redactor: Redactor): Promise<Finished> {
  const { plan } = result
  let problems = [...result.problems, ...tooShort(redactor)]
  let { certificates } = result
  let written = { directory: '', planFile: '', resultFile: '' }
  let files: readonly string[] = []
  if (plan !== undefined || result.publicKeystores.length > 0) {
    try {
      const { packFiles, PLAN_FILE, writeFiles } = await import('./output/output.ts')
      const packed = packFiles(result)
      writeFiles(directory, packed.files, redactor)
      certificates = packed.certificates
      files = packed.files.map(({ path }) => path)
      problems = [...problems, ...requestsWritten(result, packed.requests)]
      written = { ...written, directory, planFile: plan === undefined ? '' : join(directory, PLAN_FILE) }
      if (plan !== undefined && planFile !== undefined) {
        const copy = packed.files.filter(({ path }) => path === PLAN_FILE).map((file) => ({ ...file, path: basename(planFile) }))
        writeFiles(dirname(planFile), copy, redactor)
        written = { ...written, planFile }
      }
    } catch (error) {
      problems = [...problems, unwritable('the public files', error)]
    }
  }
  if (result.exported !== undefined) {
    try {
      const { requireReplaceable, writeFiles } = await import('./output/output.ts')
      const exported = result.exported.map(({ path, text }) => ({ path, bytes: Buffer.from(text, 'utf8'), isText: false }))
      const [spec] = exported
      if (spec !== undefined) requireReplaceable(directory, spec)
      writeFiles(directory, exported, redactor)
      files = exported.map(({ path }) => path)
      written = { ...written, directory }
    } catch (error) {
      const exists = error instanceof CodedError && error.code === 'output.exists'
      problems = [...problems, exists ? problemIn(error, 'error') : unwritable('the spec', error)]
    }
  }
  const { outputsOf } = await import('./report/outputs.ts')
  const ended = (): Finished => {
    const final: Result = { ...result, problems: inSpecOrder(problems) }
    const known = { plan, counts: countsIn(final), changed: changedIn(final), certificates, targets: result.targets }
    const facts = { ...known, problems: final.problems }
    return { result: final, directory: written.directory, files, outputs: outputsOf({ ...facts, ...written }) }
  }
  if (!leavesResult(result.command) || problems.some(({ code }) => code === 'output.unwritable')) return ended()
  try {
    const path = await leaveResult(result, directory, ended().outputs, redactor)
    files = [...files, path]
    written = { ...written, directory, resultFile: join(directory, path) }
  } catch (error) {
    problems = [...problems, unwritable('the result', error)]
  }
  return ended()
}

/** Leaves what the outputs say in the result file; once more where something goes wrong after that. @returns its name */
export async function leaveResult(
  { command, environment, plan }: Result,
  directory: string,
  outputs: Finished['outputs'],
  redactor: Redactor,
): Promise<string> {
  const { resultFile, writeFiles } = await import('./output/output.ts')
  const file = resultFile({ command, environment, instance: plan?.instance ?? null }, outputs)
  writeFiles(directory, [file], redactor)
  return file.path
}

/** Their length is told by what is masked, too. */
function tooShort({ tiny }: Redactor): Problem[] {
  if (tiny.length === 0) return []
  const message = `${tiny.join(', ')}: shorter than 4 characters, and masked wherever they stand`
  return [problemOf({ code: 'value.short-secret', severity: 'warning', message }, '')]
}

const unwritable = (what: string, error: unknown): Problem => {
  const message = `${what} cannot be written: ${toCoded(error).message}`
  return problemOf({ code: 'output.unwritable', severity: 'error', message }, '')
}

/** Of each request, where it is; said in every run that writes it, also where its key waited already. */
function requestsWritten({ requests = [] }: Result, paths: ReadonlyMap<string, string>): Problem[] {
  return requests.map(({ name, at, subject, record }) => {
    const message = `the request for ${subject}, of the key in ${record}, is written: ${paths.get(name) ?? ''}`
    return problemOf({ code: 'request.waits', severity: 'notice', message }, `keystores.${name}`, at)
  })
}

/** Whether something differs, or after `apply` was written; undefined where no instance was asked. */
function changedIn({ command, plan, outcomes }: Result): boolean | undefined {
  if (plan === undefined) return undefined
  return isWriting(command) ? outcomes.some((outcome) => outcome.is === 'done' || outcome.begun) : plan.changes.length > 0
}

interface Stop {
  readonly signal: AbortSignal
  /** When the deadline fires, in milliseconds since 1970. */
  readonly endsAt: number
  readonly release: () => void
}

/** Ends the run at its deadline and on SIGINT and SIGTERM; writes in flight are finished and read back. */
function createStop(timeoutMs: number): Stop {
  const controller = new AbortController()
  const end = (why: string) => (): void => controller.abort(new CodedError('timeout', why))
  const onInterrupt = end('the run was ended by SIGINT')
  const onTerminate = end('the run was ended by SIGTERM')
  process.once('SIGINT', onInterrupt)
  process.once('SIGTERM', onTerminate)
  const seconds = Math.round(timeoutMs / 1000)
  const ms = Math.min(timeoutMs, LONGEST_TIMER)
  const timer = setTimeout(end(`the run took longer than the ${seconds} seconds of its time-out`), ms)
  return {
    signal: controller.signal,
    endsAt: Date.now() + ms,
    release: () => {
      clearTimeout(timer)
      process.off('SIGINT', onInterrupt)
      process.off('SIGTERM', onTerminate)
    },
  }
}
