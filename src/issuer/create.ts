import { CodedError, toCoded } from '../errors.ts'
import type { Transport } from '../http/transport.ts'
import type { Redactor, SecretValue } from '../redact.ts'
import type { IssuerForm, IssuerSpec } from '../spec/model.ts'
import type { Values } from '../values/values.ts'
import { readCertificates } from '../x509/pem.ts'
import { readPrivateKey } from '../x509/private-key.ts'
import { cfsslIssuer } from './cfssl.ts'
import { execIssuer } from './exec.ts'
import type { Service } from './http.ts'
import type { Issuer } from './issuer.ts'
import { localIssuer } from './local.ts'
import { vaultIssuer, vaultToken } from './vault.ts'

/** But tabs and line breaks, which texts of several lines have. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** What issuers need of the world. */
export interface IssuerWorld {
  readonly values: Values
  /** Refuses a host that the workflow has not named. @throws instance.untrusted-host */
  readonly requireAllowed: (origin: string) => void
  /** A connection to a service that was not refused. */
  readonly connect: (origin: string) => Transport
  /** Where commands are run. */
  readonly folder: string
  /** PATH of commands. */
  readonly path: string | undefined
  /** HOME of commands. */
  readonly home: string | undefined
  readonly redactor: Redactor
  readonly stop: AbortSignal
  readonly now: () => Date
  /** The identity of the workflow for an audience. @throws issuer.identity where there is none */
  readonly identityToken: (audience: string) => Promise<SecretValue>
}

/**
 * The issuer of the spec, its secrets read. A self-signed one signs with the key that it is given, and is none of these.
 * @throws Failures, value.*, issuer.key, issuer.untrusted-host
 */
export async function createIssuer({ name, form }: IssuerSpec, world: IssuerWorld): Promise<Issuer | 'self-signed'> {
  switch (form.kind) {
    case 'self-signed':
      return 'self-signed'
    case 'exec':
      return execIssuer({
        command: form.command,
        environment: environmentOf(form, world),
        folder: world.folder,
        redactor: world.redactor,
        stop: world.stop,
        timeLimitMs: form.timeoutMs,
      })
    case 'local':
      return local(form, world)
    case 'cfssl': {
      const service = serviceAt(form.url, name, world)
      const authKey = form.authKey === undefined ? undefined : await world.values.secretText(form.authKey)
      return cfsslIssuer(service, { profile: form.profile, authKey, onSecret: secretsOf(world) })
    }
    case 'vault':
      return vault(form, name, world)
  }
}

/** How an issuer makes known what it was given or has made. */
const secretsOf =
  ({ values }: IssuerWorld) =>
  (text: string, label: string): SecretValue =>
    values.made(text, label)

/** What a command sees: the variables that are named, where programs are, and where their settings are. */
function environmentOf(
  { env }: Extract<IssuerForm, { kind: 'exec' }>,
  { values, path, home }: IssuerWorld,
): Record<string, string> {
  const named = env.map((name) => [name, values.variable(name).text()] as const)
  for (const [name, text] of named) {
    if (!CONTROL.test(text)) continue
    throw new CodedError('issuer.failed', `variable ${name}: has a control character, which no environment can hold`)
  }
  return { ...(path !== undefined && { PATH: path }), ...(home !== undefined && { HOME: home }), ...Object.fromEntries(named) }
}

async function local(form: Extract<IssuerForm, { kind: 'local' }>, { values, now }: IssuerWorld): Promise<Issuer> {
  const [certificate, key] = await Promise.all([values.publicBytes(form.certificate), values.keyBytes(form.key)])
  const passphrase = form.keyPassphrase === undefined ? undefined : await values.secretText(form.keyPassphrase)
  return localIssuer(readCertificates(certificate), readPrivateKey(key, passphrase?.text()), now)
}

async function vault(form: Extract<IssuerForm, { kind: 'vault' }>, name: string, world: IssuerWorld): Promise<Issuer> {
  const { values, identityToken } = world
  const service = serviceAt(form.url, name, world)
  const { mount, role, jwtRole, jwtMount, audience } = form
  if (form.token !== undefined) {
    const token = await values.secretText(form.token)
    return vaultIssuer(service, { mount, role, token: () => Promise.resolve(token) })
  }
  requireAudience(audience, form.url, name, world)
  const login = {
    mount: jwtMount,
    role: jwtRole ?? '',
    identityToken: () => identityToken(audience),
    onSecret: secretsOf(world),
  }
  return vaultIssuer(service, { mount, role, token: () => vaultToken(service, login) })
}

function serviceAt(url: string, name: string, world: IssuerWorld): Service {
  const { origin, pathname } = new URL(url)
  requireAllowed(origin, name, world)
  return { transport: world.connect(origin), basePath: pathname.replace(/\/+$/, '') }
}

/** A token for somebody else is worth something there: the spec names the issuer alone, others are named by the workflow. */
function requireAudience(audience: string, url: string, name: string, world: IssuerWorld): void {
  const other = audience.includes('://') ? audience : `https://${audience}`
  const origin = URL.canParse(other) ? new URL(other).origin : other
  if (origin !== new URL(url).origin) requireAllowed(origin, `${name}: audience`, world)
}

function requireAllowed(origin: string, what: string, world: IssuerWorld): void {
  try {
    world.requireAllowed(origin)
  } catch (error) {
    const { code, message } = toCoded(error)
    if (code !== 'instance.untrusted-host') throw error
    throw new CodedError('issuer.untrusted-host', `issuer ${what}: ${message}`, { cause: error })
  }
}
