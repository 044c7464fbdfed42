import { createServer } from 'node:http'
import { listen, stopAll } from '../http/servers.ts'
import { makeCompanies, openScene, problemsOf, type Companies, type Scene } from '../support/scene.ts'
import type { EmulatorOptions } from '../../emulator/index.ts'

/** Why an instance does not let a run in: each cause is told so that a person knows what to do, and it is found out in few requests. */

let companies: Companies
let scene: Scene | undefined
beforeAll(async () => {
  companies = await makeCompanies()
})
afterEach(async () => {
  await scene?.close()
  scene = undefined
  await stopAll()
})

const NONE = { username: '', password: '' }
const CLIENT = { ...NONE, 'client-id': 'acme', 'client-secret': 'client-secret-1' }
const KEY = { ...NONE, 'api-key': 'api-key-canary-1' }

interface Failing {
  readonly options?: EmulatorOptions
  readonly hurt?: (scene: Scene) => void
  readonly inputs?: Record<string, string>
}

/** What the bundle says: the code of its one error, and sentence and hint in one text. */
async function failing({ options = {}, hurt, inputs = {} }: Failing): Promise<{ code: string; says: string; requests: number }> {
  scene = await openScene(companies, options)
  hurt?.(scene)
  const run = await scene.run('plan', { inputs })
  const errors = problemsOf(run).filter(({ severity }) => severity === 'error')
  expect([run.exitCode, errors]).toEqual([1, [expect.anything()]])
  const [{ code, message, hint } = { code: '', message: '', hint: '' }] = errors
  return { code, says: `${message}; ${hint}`, requests: scene.instance.requests.length }
}

const registry =
  (user: boolean) =>
  ({ instance: { store } }: Scene): void => {
    const admin = store.find('sys_user', 'user_name', 'admin')!.sys_id
    const client = { name: 'acme', client_id: 'acme', client_secret: 'client-secret-1' }
    store.insert('oauth_entity', { ...client, ...(user && { user: admin }) })
  }

test('basic authentication is restricted', async () => {
  const { code, says, requests } = await failing({ options: { assume: { basicAuthRestricted: true } } })
  expect([code, requests]).toEqual(['instance.unauthenticated', 1])
  expect(says).toMatch(/snc_basic_auth_api_access \(KB3025707\).*Web service access only/)
})

test.each(['refused', 'token-only'] as const)(
  'the registry has no OAuth Application User: client credentials are %s',
  async (clientWithoutUser) => {
    const { code, says } = await failing({
      options: { assume: { clientWithoutUser } },
      hurt: registry(false),
      inputs: CLIENT,
    })
    expect(code).toBe('instance.unauthenticated')
    expect(says).toContain('the registry names no OAuth Application User')
  },
)

test('client credentials are switched off', async () => {
  const property = 'glide.oauth.inbound.client.credential.grant_type.enabled'
  const { code, says } = await failing({
    hurt: (at) => {
      registry(true)(at)
      at.instance.store.setProperty(property, 'false')
    },
    inputs: CLIENT,
  })
  expect(code).toBe('instance.unauthenticated')
  expect(says).toContain(`${property} is not true`)
})

test.each([
  ['table', 'table sys_certificate: '],
  ['attachment', 'attachments of sys_certificate: '],
] as const)('no access policy lets the key use the %s API', async (api, what) => {
  const { code, says } = await failing({
    hurt: ({ instance }) => {
      const admin = instance.store.find('sys_user', 'user_name', 'admin')!.sys_id
      instance.store.insert('api_key', { name: 'acme', token: 'api-key-canary-1', user: admin })
      instance.store.insert('sys_certificate', { name: 'bank-client', type: 'key_store', active: false })
      instance.refuseApi(api)
    },
    inputs: KEY,
  })
  expect(code).toBe('instance.forbidden')
  expect(says.startsWith(what)).toBe(true)
  expect(says).toMatch(/REST API Access Policy does not let .* of the Table API and of the Attachment API: each/)
})

test('the instance hibernates', async () => {
  const { code, says, requests } = await failing({
    hurt: ({ instance }) => void instance.fault({ at: () => true, action: 'sleep-page' }),
  })
  expect([code, requests]).toEqual(['instance.asleep', 1])
  expect(says).toContain('wake it up')
})

test('single sign-on redirects: nothing is sent there', async () => {
  const redirect = 'https://login.acme.example/saml?SAMLRequest=secret'
  const { code, says, requests } = await failing({
    hurt: ({ instance }) => void instance.fault({ at: () => true, action: { redirect } }),
  })
  expect([code, requests]).toEqual(['instance.redirect', 1])
  expect(says).toMatch(/to https:\/\/login.acme.example\/saml; .*single sign-on/)
  expect(says).not.toContain('SAMLRequest')
})

test.each<[string, number, string, string]>([
  ['a page to sign in', 200, 'text/html', '<html><head><title>Sign in to your account</title></head></html>'],
  ['no such page', 404, 'text/html', '<html><head><title>Not found</title></head></html>'],
  ['JSON of another service', 404, 'application/json', '{"message":"no such route"}'],
  ['JSON of another service that succeeds', 200, 'application/json', '{"message":"hello"}'],
])('the URL is not that of an instance: %s', async (_name, status, type, body) => {
  let asked = 0
  const port = await listen(
    createServer((_request, response) => {
      asked += 1
      response.writeHead(status, { 'content-type': type }).end(body)
    }),
  )
  const { code, says } = await failing({ inputs: { 'instance-url': `http://127.0.0.1:${port}` } })
  expect([code, asked]).toEqual(['instance.not-json', 1])
  expect(says).toContain('check that the URL is that of a ServiceNow instance')
})

test('credentials are those of another instance', async () => {
  const { code, says } = await failing({ inputs: { ...NONE, token: 'token-of-another-instance' } })
  expect(code).toBe('instance.unauthenticated')
  expect(says).toContain('is of another instance')
})
