import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseInputs } from '../../src/commands/inputs.ts'
import type { Ports } from '../../src/commands/ports.ts'
import type { Result } from '../../src/commands/result.ts'
import { run } from '../../src/commands/run.ts'
import { readSpecFile, registerWith } from '../../src/compose.ts'
import { readCredentials, signInBy } from '../../src/credentials.ts'
import { createTransport, type Transport } from '../../src/http/transport.ts'
import { requireAllowedHost } from '../../src/instance-origin.ts'
import { createIssuer } from '../../src/issuer/create.ts'
import { createInstance } from '../../src/instance/client.ts'
import { Redactor } from '../../src/redact.ts'
import { createSecretSource } from '../../src/values/secrets-input.ts'
import { createValues } from '../../src/values/values.ts'
import type { Scene } from './scene.ts'

export interface InProcessOptions {
  readonly inputs?: Readonly<Record<string, string>>
  readonly stop?: AbortSignal
  /** Of one try of one request. */
  readonly requestTimeoutMs?: number
  readonly now?: () => Date
  readonly runId?: string
  /** In place of the issuers of the spec. */
  readonly createIssuer?: Ports['createIssuer']
  /** Stands between the run and the instance. */
  readonly through?: (transport: Transport) => Transport
}

/** A command without the process around it, against the instance of a scene; waits between tries take no time. */
export async function runInProcess(scene: Scene, command: string, options: InProcessOptions = {}): Promise<Result> {
  const inputs: Record<string, string> = { command, environment: 'dev', username: 'admin', password: 'admin', ...options.inputs }
  const { settings, problems } = parseInputs((name) => inputs[name])
  if (settings === undefined) throw new Error(problems.map(({ message }) => message).join('; '))
  const redactor = new Redactor()
  const register = registerWith(redactor, undefined)
  const credentials = readCredentials((name) => inputs[name], register)
  const stop = options.stop ?? new AbortController().signal
  const closers: (() => Promise<void>)[] = []
  const { workspace } = scene
  let slept = 0
  const now = (): number => Date.now() + slept
  const endsAt = now() + settings.timeoutMs
  const values = createValues({ workspace, specFile: settings.spec, secrets: createSecretSource('', scene.secrets), redactor })
  const clock = options.now ?? (() => new Date())
  const connectTo = (origin: string): Transport => {
    const transport = createTransport({ origin, maxParallel: 1, deadline: stop, environment: {} })
    closers.push(() => transport.close())
    return transport
  }
  try {
    return await run(settings, {
      readSpec: () => readSpecFile(workspace, settings.spec),
      readPlanFile: (path) => readFile(path, 'utf8'),
      readNamed: (path) => readFile(join(workspace, path)),
      requirePromoted: () => Promise.resolve(),
      values,
      createIssuer:
        options.createIssuer ??
        ((issuer) =>
          createIssuer(issuer, {
            values,
            requireAllowed: (origin) => requireAllowedHost(origin, settings.allowedHosts),
            connect: connectTo,
            folder: workspace,
            path: process.env.PATH,
            home: process.env.HOME,
            redactor,
            stop,
            now: clock,
            identityToken: () => Promise.reject(new Error('no identity')),
          })),
      proxyFor: () => undefined,
      runId: options.runId,
      connect: (origin) => {
        const transport = createTransport({
          origin,
          maxParallel: 4,
          deadline: stop,
          environment: {},
          requestTimeoutMs: options.requestTimeoutMs ?? 10_000,
          endsAt,
          now,
          sleep: (ms) => {
            slept += ms
            return Promise.resolve()
          },
        })
        closers.push(() => transport.close())
        const reached = options.through?.(transport) ?? transport
        const signIn = signInBy(settings.signIn, credentials, reached, register)
        return createInstance(reached, signIn, () => Promise.resolve())
      },
      owner: 'acme/integrations',
      untrustedEvent: undefined,
      secretsWithheld: undefined,
      now: clock,
      pause: () => Promise.resolve(),
      stop,
      onOutcome: () => undefined,
    })
  } finally {
    await Promise.all(closers.map((close) => close()))
  }
}
