import { createPrivateKey } from 'node:crypto'
import { issue, issueServer, makeCa, type Ca, type Issued } from '../../tools/lab/pki.ts'
import { traces, type ActionRun } from '../../tools/lab/runner.ts'
import { findSecrets } from '../../tools/lab/secrets-search.ts'
import { makeCompanies, openScene, problemsOf, writesOf, type Companies, type Scene } from '../support/scene.ts'

/** Certificate-based authentication: an instance that asks for a certificate in the handshake and signs in whom it is mapped to. */

let companies: Companies
let ca: Ca
let own: Issued
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
  ca = await makeCa({ subject: 'Acme Staff CA' })
  own = await issue({ issuer: ca, subject: 'pipeline' })
})
beforeEach(async () => {
  const server = await issueServer(companies.bankRoot)
  scene = await openScene(companies, {
    tls: { cert: Buffer.from(server.certificatePem), key: Buffer.from(server.keyPem), clientCa: Buffer.from(ca.certificatePem) },
  })
  await scene.write('instance-ca.pem', companies.bankRoot.certificatePem)
  const { store } = scene.instance
  const user = store.find('sys_user', 'user_name', 'admin')!.sys_id
  store.insert('sys_user_certificate', { name: 'pipeline', user, pem_certificate: own.certificatePem })
})
afterEach(() => scene.close())

const signedInBy = (entry: Issued, more: Record<string, string> = {}): Record<string, string> => ({
  username: '',
  password: '',
  'ca-certificates': 'instance-ca.pem',
  'client-certificate': entry.certificatePem,
  'client-certificate-key': entry.keyPem,
  ...more,
})
/** The space at its end is a part of it. */
const PASSPHRASE = 'passphrase-canary-1 '
const encrypted = (pem: string): string =>
  createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE }) as string
const errorOf = (run: ActionRun): string =>
  problemsOf(run)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code} ${message}`)
    .join('; ')

test('apply, then nothing left to do; nothing of key and passphrase is printed', async () => {
  const inputs = signedInBy(own, {
    'client-certificate': ca.certificatePem + own.certificatePem,
    'client-certificate-key': encrypted(own.keyPem),
    'client-certificate-passphrase': PASSPHRASE,
  })
  const first = await scene.run('apply', { inputs })
  expect([errorOf(first), first.exitCode]).toEqual(['', 0])
  scene.instance.clearRequests()
  const second = await scene.run('apply', { inputs: signedInBy(own) })
  expect([second.outputs.changed, writesOf(scene.instance)]).toEqual(['false', []])
  const secrets = [own.keyPem, inputs['client-certificate-key']!, PASSPHRASE.trim()].map((value, at) => ({
    name: String(at),
    value: Buffer.from(value),
  }))
  for (const run of [first, second]) {
    const bare = { ...run, stdout: run.stdout.replaceAll(/^::add-mask::.*$/gm, '') }
    expect(findSecrets(traces(bare), secrets)).toEqual([])
  }
  expect(first.stdout).toContain(`::add-mask::${PASSPHRASE.trim()}`)
})

test('a certificate that the instance maps to nobody: what has to be set up there', async () => {
  const run = await scene.run('plan', { inputs: signedInBy(await issue({ issuer: ca, subject: 'stranger' })) })
  expect(errorOf(run)).toMatch(/^instance.unauthenticated /)
  expect(run.stdout).toContain('User to Certificate Mapping')
  // No account is locked by it: nothing has to be asked alone first.
  expect(scene.instance.requests.length).toBeGreaterThan(1)
  expect(writesOf(scene.instance)).toEqual([])
})

test('what cannot sign in is told by its input, and nothing is asked of the instance', async () => {
  const other = await issue({ issuer: ca, subject: 'other' })
  const expired = await issue({
    issuer: ca,
    subject: 'pipeline',
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2021-01-01'),
  })
  const told = async (inputs: Record<string, string>): Promise<string> => errorOf(await scene.run('plan', { inputs }))
  expect(await told(signedInBy(own, { 'client-certificate-key': other.keyPem }))).toBe(
    'input.sign-in client-certificate: client-certificate-key is the key of none of its certificates',
  )
  expect(await told(signedInBy(expired))).toBe('input.sign-in client-certificate: has expired on 2021-01-01T00:00:00Z')
  expect(await told(signedInBy(own, { 'client-certificate-key': encrypted(own.keyPem) }))).toMatch(
    /^input.sign-in client-certificate-key: private key is encrypted/,
  )
  expect(await told(signedInBy(own, { 'client-certificate': own.keyPem }))).toMatch(
    /^input.sign-in client-certificate: a private key stands/,
  )
  expect(await told(signedInBy(own, { 'api-key': 'k' }))).toMatch(/^input.sign-in sign-in: more than one way is given/)
  expect(await told(signedInBy(own, { 'instance-url': 'http://127.0.0.1:1', confirm: 'dev' }))).toMatch(
    /^input.sign-in client-certificate: http:\/\/127.0.0.1:1 does not speak TLS/,
  )
  expect(scene.instance.requests).toEqual([])
})
