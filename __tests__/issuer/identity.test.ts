import { createServer, type IncomingMessage, type Server } from 'node:http'
import { workflowIdentity } from '../../src/issuer/identity.ts'
import { vaultToken } from '../../src/issuer/vault.ts'
import { createTransport, type Transport } from '../../src/http/transport.ts'
import { SecretValue } from '../../src/redact.ts'
import { listen, stop } from '../../tools/lab/listening.ts'
import { serviceAt } from './support.ts'

/** The runner's service, as GitHub documents it: `GET …&audience=…` with a bearer token gives `{ value }`. */
let server: Server
let url: string
let events: string[]
let open: Transport[]
let answer: (incoming: IncomingMessage) => { readonly status: number; readonly body: string }

beforeEach(async () => {
  events = []
  open = []
  answer = () => ({ status: 200, body: JSON.stringify({ value: 'the.identity.token' }) })
  server = createServer((incoming, response) => {
    events.push(`${incoming.method ?? ''} ${incoming.url ?? ''} ${incoming.headers.authorization ?? ''}`)
    incoming.resume()
    const { status, body } = answer(incoming)
    response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:9/elsewhere' } : {}).end(body)
  })
  url = `http://127.0.0.1:${await listen(server)}/token?api-version=2.0`
})
afterEach(async () => {
  await Promise.all(open.map((transport) => transport.close()))
  await stop(server)
})

const onSecret = (text: string, label: string): SecretValue => {
  events.push(`masked ${text}`)
  return new SecretValue(text, label)
}

const ask = (environment: Record<string, string>, audience = 'https://vault.example:8200'): Promise<SecretValue> =>
  workflowIdentity(audience, {
    environment,
    connect: (origin) => {
      const transport = createTransport({
        origin,
        maxParallel: 1,
        deadline: new AbortController().signal,
        environment: {},
        sleep: () => Promise.resolve(),
      })
      open.push(transport)
      return transport
    },
    onSecret,
  })
const asJob = (): Record<string, string> => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: url,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-token-of-this-job',
})

test('is asked for the audience, and each token is masked before it is used', async () => {
  expect((await ask(asJob())).text()).toBe('the.identity.token')
  expect(events).toEqual([
    'masked runner-token-of-this-job',
    'GET /token?api-version=2.0&audience=https%3A%2F%2Fvault.example%3A8200 Bearer runner-token-of-this-job',
    'masked the.identity.token',
  ])
})

test.each([
  ['no address', { ACTIONS_ID_TOKEN_REQUEST_URL: '' }],
  ['an address that is none', { ACTIONS_ID_TOKEN_REQUEST_URL: 'token' }],
  ['no token', { ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }],
])('a job with %s has none, and is told which permission it needs', async (_, lacking) => {
  await expect(ask({ ...asJob(), ...lacking })).rejects.toMatchObject({
    code: 'issuer.identity',
    message: 'the job has no identity to sign in with',
    hint: expect.stringContaining('id-token: write') as string,
  })
  expect(events).toEqual([])
})

test.each([
  [403, '{"message":"secret-of-the-service"}', 'the identity of the job was refused with HTTP 403'],
  [200, 'secret-of-the-service', 'the service of the runner answered with HTTP 200 and no identity'],
  [200, '{"value":""}', 'the service of the runner answered with HTTP 200 and no identity'],
  [200, '{"value":["secret-of-the-service"]}', 'the service of the runner answered with HTTP 200 and no identity'],
])('HTTP %d with %s', async (status, body, message) => {
  answer = () => ({ status, body })
  const error: unknown = await ask(asJob()).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'issuer.identity', message })
  expect(String((error as Error).cause)).not.toContain('secret-of-the-service')
})

test('a redirect is not followed: the token would go elsewhere', async () => {
  answer = () => ({ status: 302, body: '' })
  await expect(ask(asJob())).rejects.toMatchObject({
    code: 'issuer.identity',
    message: expect.stringMatching(/^the identity of the job cannot be asked for: .* redirects/) as string,
  })
})

test('a service that is not there, and one that says too much', async () => {
  answer = () => ({ status: 200, body: 'x'.repeat(65 * 1024) })
  await expect(ask(asJob())).rejects.toMatchObject({ code: 'issuer.identity' })
  const gone = createServer()
  const port = await listen(gone)
  await stop(gone)
  await expect(ask({ ...asJob(), ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/` })).rejects.toMatchObject({
    code: 'issuer.identity',
  })
})

test('signs in at Vault: the token of the workflow for one of Vault', async () => {
  const logins: unknown[] = []
  const vault = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      logins.push([incoming.url, JSON.parse(Buffer.concat(chunks).toString('utf8'))])
      response.end(JSON.stringify({ auth: { client_token: 'hvs.of-this-run' } }))
    })
  })
  const service = serviceAt(`http://127.0.0.1:${await listen(vault)}`)
  try {
    const identityToken = (): Promise<SecretValue> => ask(asJob())
    const token = await vaultToken(service, { mount: 'jwt', role: 'servicenow', identityToken, onSecret })
    expect(token.text()).toBe('hvs.of-this-run')
    expect(logins).toEqual([['/v1/auth/jwt/login', { role: 'servicenow', jwt: 'the.identity.token' }]])
    expect(events.at(-1)).toBe('masked hvs.of-this-run')
  } finally {
    await service.transport.close()
    await stop(vault)
  }
})
