import { findSecrets } from '../../tools/lab/secrets-search.ts'
import { startEmulator, type Emulator } from '../../emulator/index.ts'
import { onGitHub, pullRequestPayload, warningsOf, type OnGitHub } from '../support/github.ts'
import { makeCompanies, openScene, problemsOf, SPEC, writesOf, type Companies, type Scene } from '../support/scene.ts'

const JOB = 'github-actions[bot]'
const PUSH = { name: 'push', payload: {} }

let companies: Companies
let scene: Scene
let prod: Emulator
let on: OnGitHub
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
  prod = await startEmulator()
  prod.store.insert('sys_rest_message', { name: 'Bank Payments' })
  prod.store.insert('sys_soap_message', { name: 'Bank Statements' })
  await scene.spec(spec())
  on = await onGitHub(scene)
})
afterEach(async () => {
  expect([...scene.instance.violations, ...prod.violations]).toEqual([])
  await on.github.close()
  await prod.close()
  await scene.close()
})

const spec = (more = ''): string =>
  SPEC.replace(/ {2}dev: .*/, `  test: { instance: "\${INSTANCE}" }\n  prod: { instance: "${prod.url}", protected: true }`) + more

const run = (command: string, environment: string, inputs: Record<string, string> = {}) =>
  on.run(command, PUSH, { inputs: { comment: 'never', environment, ...inputs } })
const promote = () => run('apply', 'prod', { 'promote-from': 'test' })
const refusedWith = (code: string) => ({ exitCode: 1, outputs: { 'error-code': code } })
const standings = () => on.github.deployments.map(({ environment, statuses }) => [environment, statuses[0]?.state])

test('test, verify, prod: refused until the content was applied and verified, then done', async () => {
  expect(await promote()).toMatchObject(refusedWith('promote.not-verified'))
  const applied = await run('apply', 'test')
  expect(applied).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
  expect(applied.summary).toMatch(/recorded for promotion&#58; content sha256&#58;[0-9a-f]{64} is applied in test/)
  expect(standings()).toEqual([['test', 'in_progress']])
  const early = await promote()
  expect(early).toMatchObject(refusedWith('promote.not-verified'))
  expect(problemsOf(early).map(({ message }) => message)).toEqual([expect.stringContaining('not verified since')])
  expect(writesOf(prod)).toEqual([])

  expect(await run('verify', 'test')).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } })
  expect(standings()).toEqual([['test', 'success']])
  expect(await promote()).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
  expect(standings()).toEqual([
    ['prod', 'in_progress'],
    ['test', 'success'],
  ])
  expect(on.github.deployments.map(({ production_environment }) => production_environment)).toEqual([true, false])
})

test('says what was deployed, and no secret', async () => {
  await run('apply', 'test')
  await run('verify', 'test')
  const [deployment] = on.github.deployments
  expect(deployment).toMatchObject({
    task: 'servicenow-mtls',
    sha: 'feedbeeffeedbeeffeedbeeffeedbeeffeedbeef',
    payload: {
      tool: 'servicenow-mtls',
      format: 1,
      spec: 'servicenow-mtls.yml',
      environment: 'test',
      instance: scene.instance.url,
      content: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      run: '1000000001',
    },
  })
  const page = /^https:\/\/github\.com\/acme\/integrations\/actions\/runs\/1000000001(\/attempts\/2)?$/
  for (const { log_url } of deployment?.statuses ?? []) expect(log_url).toMatch(page)
  expect(deployment?.statuses.map(({ state, environment_url }) => [state, environment_url])).toEqual(
    ['success', 'in_progress'].map((state) => [state, scene.instance.url]),
  )
  const values = Object.entries(scene.secrets).map(([name, value]) => ({ name, value: Buffer.from(value) }))
  const bytes = Buffer.from(JSON.stringify(on.github.requests.map(({ path, body }) => [path, body])))
  expect(findSecrets([{ name: 'requests', bytes }], values)).toEqual([])
})

test('another content is another matter: a key of the spec, a file that it names, and back again', async () => {
  await run('apply', 'test')
  await run('verify', 'test')
  await scene.spec(spec().replace('port: 443', 'port: 8443'))
  expect(await promote()).toMatchObject(refusedWith('promote.not-verified'))
  await scene.spec(spec())
  await scene.write('certs/bank-root.pem', companies.bankRoot2.certificatePem)
  expect(await promote()).toMatchObject(refusedWith('promote.not-verified'))
  await scene.write('certs/bank-root.pem', companies.bankRoot.certificatePem)
  expect(await promote()).toMatchObject({ exitCode: 0 })
})

test('drift takes the word back, and the next verify gives it again; nothing is said twice', async () => {
  await run('apply', 'test')
  await run('verify', 'test')
  await run('verify', 'test')
  const { store } = scene.instance
  const message = store.find('sys_rest_message', 'name', 'Bank Payments')!
  store.update('sys_rest_message', message.sys_id, { use_mutual_auth: 'false' })
  await run('verify', 'test')
  expect(await promote()).toMatchObject(refusedWith('promote.not-verified'))
  store.update('sys_rest_message', message.sys_id, { use_mutual_auth: 'true' })
  await run('verify', 'test')
  expect(on.github.deployments[0]?.statuses.map(({ state }) => state)).toEqual(['success', 'failure', 'success', 'in_progress'])
  expect(await run('apply', 'test')).toMatchObject({ outputs: { changed: 'false' } })
  expect(on.github.deployments).toHaveLength(1)
  expect(await promote()).toMatchObject({ exitCode: 0 })
})

test('an apply that fails after it has written takes the word back, one that writes nothing does not', async () => {
  await run('apply', 'test')
  await run('verify', 'test')
  const { store } = scene.instance
  const { BANK_PASSWORD: password = '' } = scene.secrets
  scene.secrets.BANK_PASSWORD = 'a wrong password'
  expect(await run('apply', 'test')).toMatchObject({ exitCode: 1, outputs: { changed: 'false' } })
  expect(standings()).toEqual([['test', 'success']])
  scene.secrets.BANK_PASSWORD = password
  store.update('sys_rest_message', store.find('sys_rest_message', 'name', 'Bank Payments')!.sys_id, { use_mutual_auth: 'false' })
  store.update('sys_soap_message', store.find('sys_soap_message', 'name', 'Bank Statements')!.sys_id, {
    enable_mutual_auth: 'false',
  })
  const isSoap = ({ write, table }: { write: boolean; table?: string }): boolean => write && table === 'sys_soap_message'
  const refused = scene.instance.fault({ at: isSoap, action: { status: 403 } })
  expect(await run('apply', 'test')).toMatchObject({ exitCode: 1, outputs: { changed: 'true' } })
  expect(refused.fired).toBe(1)
  expect(standings()).toEqual([['test', 'failure']])
  expect(await promote()).toMatchObject(refusedWith('promote.not-verified'))
})

test('a verify that a pull request wrote the spec of has no word, good or bad', async () => {
  await run('apply', 'test')
  const propose = (inputs: Record<string, string> = {}) =>
    on.run(
      'verify',
      { name: 'pull_request', payload: pullRequestPayload(7) },
      { inputs: { comment: 'never', environment: 'test', ...inputs } },
    )
  const { store } = scene.instance
  store.update('sys_rest_message', store.find('sys_rest_message', 'name', 'Bank Payments')!.sys_id, { use_mutual_auth: 'false' })
  // The content is the same, and of what differs nothing is left to look at.
  await scene.spec(spec().replace('${INSTANCE}" }', '${INSTANCE}", rest-messages: { Bank Payments: null } }'))
  const verified = await propose()
  expect(verified).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } })
  expect(verified.summary).toContain('not recorded for promotion')
  expect(standings()).toEqual([['test', 'in_progress']])
  await scene.spec(spec())
  expect(await promote()).toMatchObject(refusedWith('promote.not-verified'))
  await propose({ 'allow-untrusted-spec': 'true' })
  expect(standings()).toEqual([['test', 'failure']])
})

test('a renewal that is due does not take the word back', async () => {
  const source = '{ issuer: own, subject: { CN: bank-client.acme.example }, validity: 2d }'
  const issued = spec('issuers: { own: { self-signed: {} } }\n').replace('{ keystore: { secret: BANK_KEYSTORE } }', source)
  await scene.spec(issued)
  await run('apply', 'test')
  await run('verify', 'test')
  const due = source.replace('validity: 2d', 'validity: 3d, renew-before: 48h')
  const override = `, keystores: { bank-client: { source: ${due} } } }`
  await scene.spec(issued.replace('${INSTANCE}" }', '${INSTANCE}"' + override))
  expect(await run('verify', 'test', { 'fail-on-changes': 'true' })).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
  expect(standings()).toEqual([['test', 'success']])
})

test('destroy takes the word back', async () => {
  await run('apply', 'test')
  await run('verify', 'test')
  expect(await run('destroy', 'test', { confirm: 'test' })).toMatchObject({ exitCode: 0 })
  expect(standings()).toEqual([['test', 'failure']])
})

describe('whose word counts', () => {
  test('deployments of others with our payload do not, nor their statuses', async () => {
    await run('apply', 'test')
    const [ours] = on.github.deployments
    const theirs = on.github.deploy('mallory', { environment: 'test', task: 'servicenow-mtls', payload: ours!.payload })
    for (const { statuses } of [theirs, ours!]) {
      statuses.unshift({ id: 1_000_000, state: 'success', description: '', creator: { login: 'mallory', type: 'User' } })
    }
    expect(await promote()).toMatchObject(refusedWith('promote.not-verified'))
  })

  test('those that a job makes for its environment are told apart, and what they set inactive is still verified', async () => {
    on.github.deploy(JOB, { environment: 'test' })
    await run('apply', 'test')
    await run('verify', 'test')
    const creator = { login: JOB, type: 'Bot' }
    on.github.deployments[0]!.statuses.unshift({ id: 1_000_000, state: 'inactive', description: '', creator })
    expect(await promote()).toMatchObject({ exitCode: 0 })
  })

  test('a payload that is text is read, one that is none of ours is not', async () => {
    await run('apply', 'test')
    await run('verify', 'test')
    const [ours] = on.github.deployments
    on.github.deploy(JOB, { environment: 'test', task: 'servicenow-mtls', payload: '{"tool":"servicenow-mtls"' })
    ours!.payload = JSON.stringify(ours!.payload)
    expect(await promote()).toMatchObject({ exitCode: 0 })
  })

  test('it is found on any page', async () => {
    await run('apply', 'test')
    await run('verify', 'test')
    for (let count = 0; count < 130; count++) on.github.deploy(JOB, { environment: 'test', task: 'servicenow-mtls' })
    expect(await promote()).toMatchObject({ exitCode: 0 })
  })
})

describe('when GitHub refuses', () => {
  test.each([403, 404])('%s: recording is a warning that names the permission, and what was done stands', async (status) => {
    on.github.refuse = ({ path }) => (path.includes('/deployments') ? status : undefined)
    const applied = await run('apply', 'test')
    expect(applied).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
    expect(warningsOf(applied, 'github.forbidden')).toEqual([expect.stringContaining('deployments: write')])
  })

  test.each([403, 500])('%s: a promotion is refused, and nothing is written', async (status) => {
    on.github.refuse = ({ path }) => (path.includes('/deployments') ? status : undefined)
    expect(await promote()).toMatchObject(refusedWith('promote.unavailable'))
    expect(writesOf(prod)).toEqual([])
  })

  test('a promotion without a token or a repository, too', async () => {
    expect(await run('apply', 'prod', { 'promote-from': 'test', 'github-token': '' })).toMatchObject(
      refusedWith('promote.unavailable'),
    )
    const inputs = { comment: 'never', environment: 'prod', 'promote-from': 'test' }
    const elsewhere = await on.run('apply', PUSH, { inputs, env: { GITHUB_REPOSITORY: '' } })
    expect(elsewhere).toMatchObject(refusedWith('promote.unavailable'))
  })
})

test.each([
  ['staging', 'not one of the spec'],
  ['prod', 'the environment itself'],
  ['a b', 'letters, digits'],
])('promote-from %s is no environment to promote from', async (from, words) => {
  const refused = await run('apply', 'prod', { 'promote-from': from })
  expect(refused).toMatchObject(refusedWith('input.invalid'))
  expect(problemsOf(refused)[0]?.message).toContain(words)
})

describe('nothing is recorded', () => {
  test('with deployment: never, with only, of a plan, or of an apply that failed', async () => {
    expect(await run('apply', 'test', { only: 'bank-root' })).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
    expect(await run('apply', 'test', { deployment: 'never' })).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
    expect(await run('plan', 'test')).toMatchObject({ exitCode: 0 })
    scene.secrets.BANK_PASSWORD = 'a wrong password'
    expect(await run('apply', 'test')).toMatchObject({ exitCode: 1 })
    expect(on.github.requests).toEqual([])
  })

  test('of a spec with one environment, which nothing is promoted from', async () => {
    await scene.spec(SPEC)
    const applied = await on.run('apply', PUSH, { inputs: { comment: 'never' } })
    expect(applied).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
    expect(on.github.requests).toEqual([])
  })
})

describe('targets', () => {
  test('are a matrix, without an instance and without anything to sign in with', async () => {
    const listed = await run('targets', '', { username: '', password: '', comment: 'auto' })
    expect(listed).toMatchObject({ exitCode: 0, outputs: { changed: '', 'error-code': '' } })
    const { url } = scene.instance
    expect(JSON.parse(listed.outputs.targets ?? '')).toEqual({
      environment: ['test', 'prod'],
      include: [
        { environment: 'test', instance: url, protected: false },
        { environment: 'prod', instance: prod.url, protected: true },
      ],
    })
    expect(listed.summary).toContain('**2 environments**')
    expect([...scene.instance.requests, ...prod.requests, ...on.github.requests]).toEqual([])
    expect((await run('plan', 'test')).outputs.targets).toBe('')
  })

  test('one of them, or an error where there is none such; a spec with problems has none', async () => {
    const one = await run('targets', 'prod')
    expect((JSON.parse(one.outputs.targets ?? '') as { environment: string[] }).environment).toEqual(['prod'])
    expect(await run('targets', 'staging')).toMatchObject({ ...refusedWith('spec.environment'), outputs: { targets: '' } })
    await scene.spec(spec('nonsense: 1\n'))
    expect(await run('targets', '')).toMatchObject({ exitCode: 1, outputs: { targets: '', 'error-code': 'spec.unknown-key' } })
  })
})
