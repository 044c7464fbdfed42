import { traces, type ActionRun } from '../../tools/lab/runner.ts'
import { findSecrets } from '../../tools/lab/secrets-search.ts'
import { issue, type Issued } from '../../tools/lab/pki.ts'
import { makeCompanies, openScene, problemsOf, writesOf, type Companies, type Scene } from '../support/scene.ts'

/** Each way of signing in through the bundle, as a runner calls it: what it does, and that its secrets stay in. */

let companies: Companies
let signer: Issued
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
  signer = await issue({ issuer: companies.issuing, subject: 'signer', keyAlgorithm: 'rsa-2048' })
})
beforeEach(async () => {
  scene = await openScene(companies)
  const { store } = scene.instance
  const roles = 'web_service_admin'
  store.insert('sys_user', { user_name: 'service', user_password: 'service-password', roles })
  const admin = store.find('sys_user', 'user_name', 'admin')!.sys_id
  const client = store.insert('oauth_entity', { name: 'acme', client_id: 'acme', client_secret: 'client-secret-1', user: admin })
  store.insert('api_key', { name: 'acme', token: 'api-key-canary-1', user: admin })
  const certificate = store.insert('sys_certificate', { name: 'signer', pem_certificate: signer.certificatePem })
  store.insert('jwt_verifier_map', { name: 'acme', kid: 'k1', oauth_entity: client.sys_id, sys_certificate: certificate.sys_id })
  store.update('sys_user', admin, { user_password: 'admin-password-1' })
})
afterEach(() => scene.close())

const NONE = { username: '', password: '' }
const CLIENT = { 'client-id': 'acme', 'client-secret': 'client-secret-1' }
const WAYS: readonly [string, Record<string, string>][] = [
  ['basic', { username: 'admin', password: 'admin-password-1' }],
  ['client credentials', { ...NONE, ...CLIENT }],
  ['password grant', { ...CLIENT, username: 'admin', password: 'admin-password-1' }],
  ['API key', { ...NONE, 'api-key': 'api-key-canary-1' }],
]

/** The masks that a run registers. */
const commandsOf = (run: ActionRun): string[] => run.stdout.split('\n').filter((line) => line.startsWith('::add-mask::'))

test.each(WAYS)('%s: apply, then nothing left to do; nothing of it is printed', async (_name, inputs) => {
  const first = await scene.run('apply', { inputs })
  expect([problemsOf(first).filter(({ severity }) => severity === 'error'), first.exitCode]).toEqual([[], 0])
  scene.instance.clearRequests()
  const second = await scene.run('apply', { inputs })
  expect([second.outputs.changed, writesOf(scene.instance)]).toEqual(['false', []])
  const secrets = Object.entries(inputs)
    .filter(([name, value]) => value !== '' && !['username', 'client-id'].includes(name))
    .map(([name, value]) => ({ name, value: Buffer.from(value) }))
  const bare = (run: ActionRun): ActionRun => ({ ...run, stdout: run.stdout.replaceAll(/^::add-mask::.*$/gm, '') })
  for (const run of [first, second]) {
    expect(findSecrets(traces(bare(run)), secrets)).toEqual([])
    for (const { value } of secrets) expect(commandsOf(run)).toContain(`::add-mask::${value.toString()}`)
  }
})

test('JWT bearer: what the instance does not let administrators do, said with the cure', async () => {
  const jwt = { ...NONE, 'client-id': 'acme', 'private-key': signer.keyPem, 'key-id': 'k1' }
  const refused = await scene.run('plan', { inputs: { ...jwt, subject: 'admin' } })
  expect(problemsOf(refused)).toEqual([expect.objectContaining({ code: 'instance.unauthenticated' })])
  const read = await scene.run('plan', { inputs: { ...jwt, subject: 'service' } })
  // The token is good; the user may read messages, and no certificates.
  expect(problemsOf(read).map(({ code }) => code)).toContain('instance.forbidden')
  expect(findSecrets(traces(read), [{ name: 'key', value: Buffer.from(signer.keyPem) }]).filter(({ line }) => !line)).toEqual([])
})

test('none, half a way and two ways: nothing is asked of the instance', async () => {
  const runs = [NONE, { ...NONE, 'client-id': 'acme' }, { 'api-key': 'api-key-canary-1' }]
  for (const inputs of runs) {
    const run = await scene.run('plan', { inputs })
    expect([run.exitCode, run.outputs['error-code']]).toEqual([1, 'input.sign-in'])
  }
  expect(scene.instance.requests).toEqual([])
})
