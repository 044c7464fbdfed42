import { SECRET_INPUTS, type SecretInput, type SignInWay } from './commands/sign-in-inputs.ts'
import { CodedError } from './errors.ts'
import type { Transport } from './http/transport.ts'
import { clientCredentials, jwtBearer, passwordGrant } from './instance/grants.ts'
import { oauth } from './instance/oauth.ts'
import { proxiesIn } from './http/proxy.ts'
import { apiKey, basic, clientCertificate, readyToken, type Register, type SignIn } from './instance/sign-in.ts'
import { SecretValue } from './redact.ts'

/** What of the sign-in is secret, by input; empty where it was not given. */
export type Credentials = Readonly<Record<SecretInput, SecretValue>>

/** Chosen by people: a space at an end may be a part of it. */
const AS_GIVEN: ReadonlySet<SecretInput> = new Set(['password', 'client-certificate-passphrase'])

/** Reads the secret inputs of the sign-in and makes them known before anything else is done. */
export function readCredentials(given: (name: string) => string | undefined, register: Register): Credentials {
  const read = SECRET_INPUTS.map((name): [SecretInput, SecretValue] => {
    const text = given(name) ?? ''
    const secret = new SecretValue(AS_GIVEN.has(name) ? text : text.trim(), name)
    if (secret.length > 0) register(secret)
    return [name, secret]
  })
  return Object.fromEntries(read) as Record<SecretInput, SecretValue>
}

/**
 * Makes known what is secret in the environment of a step and used by others than us: the token of the artifact service, passwords
 * of proxies.
 */
export function registerEnvironment(environment: Readonly<Record<string, string | undefined>>, register: Register): void {
  const token = environment.ACTIONS_RUNTIME_TOKEN ?? ''
  if (token !== '') register(new SecretValue(token, 'ACTIONS_RUNTIME_TOKEN'))
  for (const url of proxiesIn(environment)) {
    if (url.password === '') continue
    const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)]
    register(new SecretValue(password, 'password of the proxy'))
    register(new SecretValue(Buffer.from(`${user}:${password}`, 'utf8').toString('base64'), 'credentials of the proxy'))
  }
}

/** The way of signing in over this connection. @throws input.sign-in for what cannot be sent */
export function signInBy(way: SignInWay | undefined, secrets: Credentials, transport: Transport, register: Register): SignIn {
  if (way === undefined) throw new CodedError('internal', 'an instance is asked without a way of signing in')
  switch (way.way) {
    case 'basic':
      return basic(way.username, secrets.password, register)
    case 'api-key':
      return apiKey(secrets['api-key'], register)
    case 'token':
      return readyToken(secrets.token, register)
    case 'client-certificate':
      return clientCertificate(transport.origin)
    case 'client-credentials':
      return oauth(transport, clientCredentials(way.clientId, secrets['client-secret'], register), register)
    case 'password-grant': {
      const { clientId, username } = way
      return oauth(transport, passwordGrant(clientId, secrets['client-secret'], username, secrets.password, register), register)
    }
    case 'jwt-bearer': {
      const client = { id: way.clientId, secret: way.hasSecret ? secrets['client-secret'] : undefined }
      const signer = { key: secrets['private-key'], keyId: way.keyId, subject: way.subject }
      return oauth(transport, jwtBearer(client, signer, register), register)
    }
  }
}
