import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { privateKeyOf, readKeystore } from '../../src/keystore/read.ts'
import { SecretValue } from '../../src/redact.ts'
import { AUTH_KEY, startCfssl } from '../../tools/lab/cfssl.ts'
import { startGitHub } from '../../tools/lab/github.ts'
import { HOST, listen, stop } from '../../tools/lab/listening.ts'
import { issue, type Issued } from '../../tools/lab/pki.ts'
import { execute, needProgram } from '../../tools/lab/programs.ts'
import { startRelay, type Passed, type Relay } from '../../tools/lab/relay.ts'
import type { ActionRun } from '../../tools/lab/runner.ts'
import { serveProxy, stopAll } from '../http/servers.ts'
import { pullRequestPayload } from '../support/github.ts'
import { makeCompanies, openScene, PASSWORD, problemsOf, SPEC, type Companies, type Scene } from '../support/scene.ts'
import { describeWith } from '../support/tools.ts'

/**
 * In the order of the conversation: when a request comes, what is secret in it has been made known to the runner before. A relay
 * before each server tells, for each request, what was known when it came.
 */

let companies: Companies
let signer: Issued
let scene: Scene
let folder: string
let log: string
let relays: Relay[]
beforeAll(async () => {
  companies = await makeCompanies()
  signer = await issue({ issuer: companies.issuing, subject: 'signer', keyAlgorithm: 'rsa-2048' })
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smtls-masking-'))
  log = join(folder, 'log')
  relays = []
  scene = await openScene(companies)
  const { store } = scene.instance
  store.insert('sys_user', { user_name: 'service', user_password: 'service-password', roles: 'web_service_admin' })
  const admin = store.find('sys_user', 'user_name', 'admin')!.sys_id
  const client = store.insert('oauth_entity', { name: 'acme', client_id: 'acme', client_secret: 'client-secret-1', user: admin })
  store.insert('api_key', { name: 'acme', token: 'api-key-canary-1', user: admin })
  const certificate = store.insert('sys_certificate', { name: 'signer', pem_certificate: signer.certificatePem })
  store.insert('jwt_verifier_map', { name: 'acme', kid: 'k1', oauth_entity: client.sys_id, sys_certificate: certificate.sys_id })
  store.update('sys_user', admin, { user_password: 'admin-password-1' })
})
afterEach(async () => {
  for (const relay of relays) await relay.close()
  await scene.close()
  await stopAll()
  await rm(folder, { recursive: true, force: true })
})

async function before(target: string): Promise<Relay> {
  const relay = await startRelay(target, log)
  relays.push(relay)
  return relay
}

const BASIC = { username: 'admin', password: 'admin-password-1' }
const NONE = { username: '', password: '' }
const CLIENT = { 'client-id': 'acme', 'client-secret': 'client-secret-1' }
const READY = Buffer.from('a token that an earlier step obtained').toString('base64url')

/** Runs a command against the instance through a relay; the instance must be named by the workflow as the spec does. */
async function run(command: string, inputs: Record<string, string>, env: Record<string, string> = {}): Promise<ActionRun> {
  return scene.run(command, { inputs, env: { ...scene.secrets, ...env }, logFile: log })
}

/** What is secret in a request: what signs in, and in a body what stands under such a name; an upload as a whole. */
function secretsIn({ headers, body, path }: Passed): { readonly name: string; readonly value: string }[] {
  const [, header = ''] = /^\w+ (.+)$/.exec(headers.authorization ?? '') ?? []
  const signed = [
    ['authorization', header],
    ['x-sn-apikey', headers['x-sn-apikey'] ?? ''],
    ['x-vault-token', headers['x-vault-token'] ?? ''],
  ] as const
  const type = headers['content-type'] ?? ''
  const text = body.toString('utf8')
  const fields: [string, unknown][] = type.includes('urlencoded')
    ? [...new URLSearchParams(text)]
    : type.includes('json') && text !== ''
      ? Object.entries(JSON.parse(text) as object)
      : []
  const named = fields.filter(([name]) => /password$|^client_secret$|^assertion$|^token$|^jwt$/.test(name))
  const uploaded = path.includes('/attachment/file') && path.includes('.jks') ? [['keystore', body.toString('base64')]] : []
  return [...signed, ...named, ...uploaded].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [{ name, value }] : [],
  )
}

/** The names of what was masked before its request, and of what was not. */
function told(passed: readonly Passed[]): { readonly masked: string[]; readonly open: string[] } {
  const all = passed.flatMap((request) => secretsIn(request).map((secret) => ({ ...secret, masks: request.masks })))
  const named = (known: boolean): string[] =>
    [...new Set(all.filter(({ value, masks }) => masks.includes(value) === known).map(({ name }) => name))].sort()
  return { masked: named(true), open: named(false) }
}

/** The requests of a run to the instance. */
async function conversation(command: string, inputs: Record<string, string>): Promise<readonly Passed[]> {
  const relay = await before(scene.instance.url)
  await scene.spec(SPEC.replaceAll('${INSTANCE}', relay.url))
  const done = await run(command, inputs)
  expect([problemsOf(done).filter(({ severity }) => severity === 'error'), done.exitCode]).toEqual([[], 0])
  return relay.passed
}

test.each([
  ['basic', BASIC, ['authorization']],
  ['an API key', { ...NONE, 'api-key': 'api-key-canary-1' }, ['x-sn-apikey']],
  ['client credentials', { ...NONE, ...CLIENT }, ['authorization', 'client_secret']],
  ['a password grant', { ...CLIENT, ...BASIC }, ['authorization', 'client_secret', 'password']],
])('apply, signed in by %s: header, token, passwords and keystores', async (_way, inputs, names) => {
  const { masked, open } = told(await conversation('apply', inputs))
  expect(open).toEqual([])
  expect(masked).toEqual([...names, 'key_store_password', 'keystore'].sort())
})

test('JWT bearer and a token that is ready: assertion and header', async () => {
  const relay = await before(scene.instance.url)
  await scene.spec(SPEC.replaceAll('${INSTANCE}', relay.url))
  const jwt = { ...NONE, 'client-id': 'acme', 'private-key': signer.keyPem, 'key-id': 'k1', subject: 'service' }
  // The user may not read everything: what is asked is enough.
  await run('plan', jwt)
  expect(told(relay.passed)).toEqual({ masked: ['assertion', 'authorization'], open: [] })
  await run('plan', { ...NONE, token: READY })
  expect(told(relay.passed)).toEqual({ masked: ['assertion', 'authorization'], open: [] })
  expect(relay.passed.at(-1)?.headers.authorization).toBe(`Bearer ${READY}`)
})

test('what is never sent as it was given is known before the first write', async () => {
  const first = (await conversation('apply', BASIC)).find(({ method }) => method !== 'GET')
  expect(first?.masks).toEqual(expect.arrayContaining(['admin-password-1', PASSWORD, scene.secrets.BANK_KEYSTORE]))
  for (const line of (scene.secrets.BATCH_KEY ?? '').split('\n').slice(1, -2)) expect(first?.masks).toContain(line)
})

/** The lines of the generated key, which nobody sees on its way: it is in the keystore that was stored. */
async function generatedKey(): Promise<{ readonly whole: string; readonly lines: readonly string[] }> {
  const [row] = scene.instance.store.rows('sys_attachment').filter(({ file_name }) => file_name?.endsWith('.jks'))
  const content = scene.instance.store.attachmentContent(row?.sys_id ?? '')!
  const { key } = privateKeyOf(await readKeystore(content, { store: new SecretValue(PASSWORD, 'password') }))
  const whole = key.pkcs8.toString('base64')
  // A line that holds the public half alone is no secret.
  const isPublic = (line: string): boolean => key.publicSpki.includes(Buffer.from(line, 'base64'))
  return { whole, lines: whole.match(/.{1,64}/g)!.filter((line) => line.length >= 16 && !isPublic(line)) }
}

const issuedBy = (issuer: string, source = 'issuer: ca'): string => `version: 1
environments: { dev: { instance: "\${INSTANCE}" } }
keystores:
  bank-client:
    password: { secret: BANK_PASSWORD }
    source: { ${source}, subject: { CN: acme.example }, chain: [{ file: certs/acme.pem }] }
issuers: { ca: ${issuer} }
`

async function issues(issuer: string, env: Record<string, string>, command = 'apply', source?: string): Promise<Passed[]> {
  const relay = await before(scene.instance.url)
  await scene.spec(issuedBy(issuer, source).replaceAll('${INSTANCE}', relay.url))
  const done = await run(command, BASIC, env)
  expect([problemsOf(done).filter(({ severity }) => severity === 'error'), done.exitCode]).toEqual([[], 0])
  const { whole, lines } = await generatedKey()
  const carrying = relays
    .flatMap(({ passed }) => passed)
    .filter(({ path, method }) => method === 'POST' && !path.includes('info'))
  expect(carrying.filter(({ path }) => path.includes('/attachment/file'))).toHaveLength(1)
  for (const { masks } of carrying.filter(({ path }) => !path.includes('/table/') && !path.includes('/login'))) {
    expect(masks).toEqual(expect.arrayContaining([whole, ...lines]))
  }
  return relays.flatMap(({ passed }) => passed)
}

describe('a generated key is known before the request that it signs, and the keystore that it is in', () => {
  describeWith('cfssl', 'by CFSSL', () => {
    test('with what signs the request', async () => {
      const cfssl = await startCfssl(companies.issuing)
      try {
        const { url } = await before(cfssl.url)
        const issuer = `{ cfssl: { url: '${url}', profile: auth, auth-key: { secret: CFSSL_KEY } } }`
        const { masked, open } = told(await issues(issuer, { CFSSL_KEY: AUTH_KEY }))
        expect([masked, open]).toEqual([['authorization', 'key_store_password', 'keystore', 'token'], []])
      } finally {
        await cfssl.close()
      }
    })
  })

  describeWith('openssl', 'by Vault, signed in by the identity of the workflow', () => {
    test('that, the token that it is asked with, and the one of Vault', byVault)
  })

  async function byVault(): Promise<void> {
    const service = createServer((request, response) => {
      const given: Buffer[] = []
      request.on('data', (chunk: Buffer) => given.push(chunk))
      request.on('end', () => void answer(request.url ?? '', Buffer.concat(given).toString()).then((body) => response.end(body)))
    })
    const answer = async (path: string, body: string): Promise<string> => {
      if (path.startsWith('/identity')) return JSON.stringify({ value: 'identity-of.the-workflow.canary' })
      if (path.endsWith('/login')) return JSON.stringify({ auth: { client_token: 'vault-token-canary' } })
      await writeFile(join(folder, 'ca.pem'), companies.issuing.certificatePem)
      await writeFile(join(folder, 'ca.key'), companies.issuing.keyPem)
      const flags = ['x509', '-req', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-days', '90', '-copy_extensions', 'copy']
      const input = (JSON.parse(body) as { csr: string }).csr
      const { stdout } = await execute(needProgram('openssl'), flags, { cwd: folder, input })
      return JSON.stringify({ data: { certificate: stdout, issuing_ca: companies.issuing.certificatePem } })
    }
    const { url } = await before(`http://${HOST}:${await listen(service)}`)
    try {
      const issuer = `{ vault: { url: '${url}', role: servicenow, jwt-role: acme } }`
      const identity = { ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/identity?x=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-canary' }
      const { masked, open } = told(await issues(issuer, identity))
      expect([masked, open]).toEqual([['authorization', 'jwt', 'key_store_password', 'keystore', 'x-vault-token'], []])
    } finally {
      await stop(service)
    }
  }

  test.each([
    ['itself', 'apply', 'issuer: ca'],
    ['people', 'csr', 'request: true'],
  ])('by %s', async (_whom, command, source) => {
    const { masked, open } = told(await issues('{ self-signed: {} }', {}, command, source))
    expect([masked, open]).toEqual([['authorization', 'key_store_password', 'keystore'], []])
  })
})

test('GitHub and a proxy: the token of the job, and the password of the proxy', async () => {
  const github = await startGitHub()
  const relay = await before(github.url)
  try {
    const event = { name: 'pull_request', payload: pullRequestPayload(7) }
    const env = { ...scene.secrets, GITHUB_API_URL: relay.url }
    await scene.run('plan', { inputs: { ...BASIC, artifact: 'never', 'github-token': 'ghs_canary' }, env, event, logFile: log })
    expect(told(relay.passed)).toEqual({ masked: ['authorization'], open: [] })

    const { port, log: asked } = await serveProxy(1, () => 407)
    const proxy = { HTTPS_PROXY: `http://robin:sesame%20sesame@127.0.0.1:${port}` }
    const refused = await run('plan', { ...BASIC, 'instance-url': 'https://acmedev.service-now.com' }, proxy)
    expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from('robin:sesame sesame').toString('base64')}`)
    const masks = refused.commands.slice(0, 2).map(({ name, message }) => [name, message])
    expect(masks).toEqual([
      ['add-mask', 'sesame sesame'],
      ['add-mask', Buffer.from('robin:sesame sesame').toString('base64')],
    ])
  } finally {
    await github.close()
  }
})

test('a relay that is told nothing finds something', async () => {
  const passed = await conversation('apply', BASIC)
  expect(told(passed.map((request) => ({ ...request, masks: [] }))).open).toEqual([
    'authorization',
    'key_store_password',
    'keystore',
  ])
})
