import { readCredentials, signInBy } from '../../src/credentials.ts'
import { createInstance } from '../../src/instance/client.ts'
import { signInWay } from '../../src/commands/sign-in-inputs.ts'
import { createTransport, type Transport } from '../../src/http/transport.ts'
import { clientCredentials } from '../../src/instance/grants.ts'
import { oauth } from '../../src/instance/oauth.ts'
import { SecretValue } from '../../src/redact.ts'
import type { InstancePort } from '../../src/plan/ports.ts'
import type { Emulator, EmulatorOptions, Fault } from '../../emulator/index.ts'
import { issue, makeCa, type Issued } from '../../tools/lab/pki.ts'
import { start, stopAll } from '../emulator/client.ts'

/** Every way of signing in against the local instance; what was registered as secret, in order. */

const CLIENT = { 'client-id': 'acme', 'client-secret': 'acme-secret' }
const USER = { username: 'service', password: 'service-pass' }
const JWT = { 'client-id': 'acme', 'key-id': 'k1', subject: 'service' }

let signer: Issued
beforeAll(async () => {
  signer = await issue({ issuer: await makeCa({ subject: 'CA' }), subject: 'signer', keyAlgorithm: 'rsa-2048' })
})

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
  await stopAll()
})

async function instance(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await start(options)
  const { store } = emulator
  const service = store.insert('sys_user', { user_name: 'service', user_password: USER.password, roles: 'web_service_admin' })
  const client = store.insert('oauth_entity', {
    name: 'acme',
    client_id: 'acme',
    client_secret: 'acme-secret',
    user: service.sys_id,
  })
  store.insert('api_key', { name: 'acme', token: 'acme-key', user: service.sys_id })
  const certificate = store.insert('sys_certificate', { name: 'signer', pem_certificate: signer.certificatePem })
  store.insert('jwt_verifier_map', { name: 'acme', kid: 'k1', oauth_entity: client.sys_id, sys_certificate: certificate.sys_id })
  return emulator
}

interface Signed {
  readonly port: InstancePort
  readonly secrets: string[]
}

function transportTo(emulator: { url: string }): Transport {
  const transport = createTransport({
    origin: emulator.url,
    maxParallel: 4,
    deadline: new AbortController().signal,
    environment: {},
    sleep: () => Promise.resolve(),
  })
  closers.push(() => transport.close())
  return transport
}

function signIn(emulator: { url: string }, inputs: Readonly<Record<string, string>>): Signed {
  const secrets: string[] = []
  const register = (secret: { text(): string }): void => void secrets.push(secret.text())
  const transport = transportTo(emulator)
  const credentials = readCredentials((name) => inputs[name], register)
  const way = signInWay((name) => inputs[name])
  return { port: createInstance(transport, signInBy(way, credentials, transport, register)), secrets }
}

const read = (port: InstancePort): Promise<unknown> => port.find('rest-message', [])
const failure = (promise: Promise<unknown>): Promise<{ code: string; message: string; hint: string }> =>
  promise.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => error as never,
  )
const tokens = (emulator: Emulator): number => emulator.requests.filter(({ path }) => path === '/oauth_token.do').length

const key = (): Record<string, string> => ({ ...JWT, 'private-key': signer.keyPem })

const WAYS: readonly [string, () => Record<string, string>, number][] = [
  ['basic', () => USER, 0],
  ['client credentials', () => CLIENT, 1],
  ['password grant', () => ({ ...CLIENT, ...USER }), 1],
  ['JWT bearer', key, 1],
  ['JWT bearer with the secret', () => ({ ...key(), 'client-secret': 'acme-secret' }), 1],
  ['API key', () => ({ 'api-key': 'acme-key\n' }), 0],
]

test.each(WAYS)('%s: many requests, one token', async (_name, inputs, count) => {
  const emulator = await instance()
  const { port } = signIn(emulator, inputs())
  await Promise.all([read(port), read(port), port.find('soap-message', [])])
  await read(port)
  expect(tokens(emulator)).toBe(count)
})

test('a ready token', async () => {
  const emulator = await instance()
  const form = { grant_type: 'client_credentials', client_id: 'acme', client_secret: 'acme-secret' }
  const answer = await fetch(`${emulator.url}/oauth_token.do`, { method: 'POST', body: new URLSearchParams(form) })
  const { access_token: token } = (await answer.json()) as { access_token: string }
  const { port, secrets } = signIn(emulator, { token: ` ${token}\n` })
  await read(port)
  expect(secrets).toContain(token)
})

test.each(WAYS.filter(([, , count]) => count === 1))(
  '%s: an expired token is renewed once, for reads and writes',
  async (_name, inputs) => {
    const emulator = await instance()
    const { port } = signIn(emulator, inputs())
    await read(port)
    emulator.expireTokens()
    await Promise.all([read(port), read(port), read(port)])
    expect(tokens(emulator)).toBe(2)
    emulator.expireTokens()
    const message = emulator.store.insert('sys_rest_message', { name: 'Bank' })
    const [row] = await port.find('rest-message', [])
    await port.update('rest-message', row!.sysId, { 'mutual-authentication': 'false' })
    expect([tokens(emulator), emulator.store.get('sys_rest_message', message.sys_id)?.use_mutual_auth]).toEqual([3, 'false'])
  },
)

test('a token is renewed when its time is over, without asking first', async () => {
  let time = new Date()
  const emulator = await instance({ now: () => time })
  const transport = transportTo(emulator)
  const register = (): void => undefined
  const grant = clientCredentials('acme', new SecretValue('acme-secret', 'client-secret'), register)
  const port = createInstance(
    transport,
    oauth(transport, grant, register, () => time.getTime()),
  )
  await read(port)
  time = new Date(time.getTime() + 1_780_000)
  await read(port)
  expect(emulator.requests.map(({ status }) => status)).toEqual([200, 200, 200, 200])
})

test.each(WAYS)('%s: every secret, derived ones too, is known before it is sent', async (_name, inputs) => {
  const emulator = await instance()
  const sent: string[] = []
  const secrets: string[] = []
  const given = inputs()
  const signed = signIn(emulator, given)
  await read(signed.port)
  secrets.push(...signed.secrets)
  for (const name of ['password', 'client-secret', 'private-key', 'api-key'])
    if (given[name] !== undefined) sent.push(given[name].trim())
  for (const secret of sent) expect(secrets.map((text) => text.trim())).toContain(secret)
  if (tokens(emulator) === 1) expect(secrets.filter((text) => /^[\w-]{64}$/.test(text))).toHaveLength(1)
  if ('private-key' in given) expect(secrets.filter((text) => /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/.test(text))).toHaveLength(1)
})

describe('failures are explained, and no request is made twice for nothing', () => {
  const unauthenticated = (says: string): object => ({
    code: 'instance.unauthenticated',
    hint: expect.stringContaining(says) as string,
  })

  test.each<[string, Record<string, string>, string, number]>([
    ['wrong password', { ...USER, password: 'wrong' }, 'KB3025707', 1],
    ['wrong client secret', { ...CLIENT, 'client-secret': 'wrong' }, 'OAuth Application User', 1],
    ['wrong user in a password grant', { ...CLIENT, ...USER, password: 'wrong' }, 'single sign-on', 1],
    ['wrong key', { 'api-key': 'wrong' }, 'Attachment API', 1],
    ['wrong token', { token: 'wrong' }, 'obtain a new one', 1],
  ])('%s', async (_name, inputs, says, count) => {
    const emulator = await instance()
    const { port } = signIn(emulator, inputs)
    expect(await failure(read(port))).toMatchObject(unauthenticated(says))
    expect(emulator.requests).toHaveLength(count)
  })

  test('restricted basic authentication', async () => {
    const emulator = await instance({ assume: { basicAuthRestricted: true } })
    expect(await failure(read(signIn(emulator, USER).port))).toMatchObject(unauthenticated('snc_basic_auth_api_access'))
  })

  test.each(['refused', 'token-only'] as const)('no OAuth Application User: %s', async (clientWithoutUser) => {
    const emulator = await instance({ assume: { clientWithoutUser } })
    const client = emulator.store.find('oauth_entity', 'client_id', 'acme')!
    emulator.store.update('oauth_entity', client.sys_id, { user: '' })
    expect(await failure(read(signIn(emulator, CLIENT).port))).toMatchObject(unauthenticated('names no OAuth Application User'))
    expect(tokens(emulator)).toBe(1)
  })

  test('client credentials that a property forbids', async () => {
    const emulator = await instance()
    emulator.store.setProperty('glide.oauth.inbound.client.credential.grant_type.enabled', 'false')
    expect(await failure(read(signIn(emulator, CLIENT).port))).toMatchObject(
      unauthenticated('glide.oauth.inbound.client.credential'),
    )
  })

  test('a JWT for an administrator, or by a key that the instance does not know', async () => {
    const emulator = await instance()
    expect(await failure(read(signIn(emulator, { ...key(), subject: 'admin' }).port))).toMatchObject(
      unauthenticated('without the role admin'),
    )
    expect(await failure(read(signIn(emulator, { ...key(), 'key-id': 'other' }).port))).toMatchObject(
      unauthenticated('JWT verifier map'),
    )
  })

  test('an access policy for one of the two APIs only', async () => {
    const emulator = await instance()
    const { port } = signIn(emulator, { 'api-key': 'acme-key' })
    emulator.refuseApi('table')
    expect(await failure(read(port))).toMatchObject({
      code: 'instance.forbidden',
      hint: expect.stringContaining('access policies of the Table API and of the Attachment API') as string,
    })
  })

  test.each<[string, Fault['action'], string, string]>([
    ['hibernation', 'sleep-page', 'instance.asleep', 'hibernating'],
    ['a sign-on page', { status: 200, html: true }, 'instance.not-json', 'a web page'],
    ['a sign-on page with a status', { status: 403, html: true }, 'instance.not-json', 'a web page'],
    ['a redirect to a sign-on page', { redirect: 'https://login.acme.example/saml' }, 'instance.redirect', 'login.acme.example'],
  ])('%s at the token endpoint', async (_name, action, code, says) => {
    const emulator = await instance()
    emulator.fault({ at: 1, action })
    expect(await failure(read(signIn(emulator, CLIENT).port))).toMatchObject({
      code,
      message: expect.stringContaining(says) as string,
    })
    expect(emulator.requests).toHaveLength(1)
  })

  test('a token endpoint that redirects gets its credentials nowhere else', async () => {
    const [emulator, other] = [await instance(), await instance()]
    emulator.fault({ at: () => true, times: 9, action: { redirect: `${other.url}/oauth_token.do`, status: 307 } })
    expect(await failure(read(signIn(emulator, CLIENT).port))).toMatchObject({ code: 'instance.redirect' })
    expect(other.requests).toEqual([])
  })
})

describe('what cannot be sent', () => {
  test.each<[Record<string, string>, string]>([
    [{ 'api-key': 'a b' }, 'api-key: has spaces'],
    [{ token: 'a\r\nx: y' }, 'token: has spaces'],
    [{ ...JWT, 'private-key': 'no key: hunter2' }, 'private-key: is not an RSA private key'],
  ])('%j', async (inputs, message) => {
    const emulator = await instance()
    let error: unknown
    try {
      signIn(emulator, inputs)
    } catch (caught) {
      error = caught
    }
    expect(error).toMatchObject({ code: 'input.sign-in', message: expect.stringContaining(message) as string })
    expect(JSON.stringify(error)).not.toContain('hunter2')
    expect(emulator.requests).toEqual([])
  })
})
