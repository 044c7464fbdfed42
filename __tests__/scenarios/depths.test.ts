import { makeCompanies, openScene, problemsOf, writesOf, type Companies, type Scene } from '../support/scene.ts'

let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
})
afterEach(() => scene.close())

const pullRequest = (head: string | null, login = 'a-contributor') => ({
  name: 'pull_request',
  payload: {
    repository: { full_name: 'acme/integrations' },
    pull_request: { user: { login }, head: { repo: head === null ? null : { full_name: head } } },
  },
})
const FORK = pullRequest('someone/integrations')
const NO_SIGN_IN = { username: '', password: '' }

describe('offline: spec, files, chains and dates, and no instance', () => {
  test.each([
    ['the input offline', { inputs: { ...NO_SIGN_IN, offline: 'true' } }],
    ['a pull request of a fork', { inputs: NO_SIGN_IN, event: FORK }],
    ['a pull request of a fork that is gone', { inputs: NO_SIGN_IN, event: pullRequest(null) }],
    ['Dependabot', { inputs: NO_SIGN_IN, event: pullRequest('acme/integrations', 'dependabot[bot]') }],
  ])('%s', async (_name, options) => {
    for (const command of ['plan', 'verify']) {
      const run = await scene.run(command, { env: {}, ...options })
      expect({ exitCode: run.exitCode, changed: run.outputs.changed, digest: run.outputs['plan-digest'] }).toEqual({
        exitCode: 0,
        changed: '',
        digest: '',
      })
      expect(scene.instance.requests).toEqual([])
      expect(problemsOf(run).map(({ code, severity, item }) => [code, severity, item])).toEqual([
        ['value.secret-missing', 'notice', 'keystores.bank-client'],
        ['value.secret-missing', 'notice', 'keystores.bank-client'],
        ['value.secret-missing', 'notice', 'keystores.bank-batch'],
        ['value.secret-missing', 'notice', 'keystores.bank-batch'],
      ])
      expect(run.summary).toContain('offline')
      const certificates = JSON.parse(run.outputs.certificates ?? '[]') as { name: string }[]
      expect(certificates.map(({ name }) => name)).toEqual(['bank-root', 'bank-der', 'bank-batch'])
    }
  })

  test('what is wrong with the files is an error all the same', async () => {
    await scene.write('certs/batch.pem', companies.expired.certificatePem)
    await scene.write('certs/bank-root.pem', companies.batch.keyPem)
    const run = await scene.run('plan', { env: {}, inputs: NO_SIGN_IN, event: FORK })
    expect(run.exitCode).toBe(1)
    const errors = problemsOf(run).filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, item }) => [code, item])).toEqual([
      ['certificate.expired', 'keystores.bank-batch'],
      ['value.private-in-public', 'trusted-certificates.bank-root'],
    ])
  })

  test('secrets that are there are used', async () => {
    const run = await scene.run('plan', { inputs: { ...NO_SIGN_IN, offline: 'true' } })
    expect(problemsOf(run)).toEqual([])
    expect(JSON.parse(run.outputs.certificates ?? '[]')).toHaveLength(4)
  })
})

describe('public: an account that reads, and no key secrets', () => {
  test('marks and public certificates tell what is there', async () => {
    const first = await scene.run('plan', { env: {}, event: FORK })
    expect(first.outputs).toMatchObject({
      changed: 'true',
      changes: '{"create":6,"update":2,"rotate":0,"delete":0,"unchanged":0}',
    })
    expect((await scene.run('apply')).exitCode).toBe(0)
    scene.instance.clearRequests()
    for (const command of ['plan', 'verify']) {
      const run = await scene.run(command, { env: {}, event: FORK })
      expect(run.exitCode).toBe(0)
      expect(run.outputs).toMatchObject({
        changed: 'false',
        changes: '{"create":0,"update":0,"rotate":0,"delete":0,"unchanged":8}',
      })
      expect(run.summary).toContain('public')
    }
    await scene.write('certs/batch.pem', companies.renewed.certificatePem)
    const renewed = await scene.run('plan', { env: {}, event: FORK })
    expect(renewed.outputs.changes).toBe('{"create":0,"update":0,"rotate":1,"delete":0,"unchanged":7}')
    expect(writesOf(scene.instance)).toEqual([])
  })
})

describe('elsewhere a missing secret is an error that names it', () => {
  test.each([
    ['a pull request of the repository itself', 'plan', { event: pullRequest('acme/integrations') }],
    ['a push', 'plan', {}],
    ['a fork whose workflow has its secrets', 'plan', { event: { ...FORK, name: 'pull_request_target' } }],
    ['a writing command', 'apply', { event: { name: 'push', payload: {} } }],
  ])('%s', async (_name, command, options) => {
    const run = await scene.run(command, { env: {}, ...options })
    expect(run.exitCode).toBe(1)
    const missing = problemsOf(run).filter(({ code }) => code === 'value.secret-missing')
    expect(missing.map(({ severity }) => severity)).toEqual(['error', 'error', 'error', 'error'])
    expect(missing.map(({ message }) => message).sort()[0]).toContain('BANK_KEYSTORE')
  })

  test('and a writing command is never offline', async () => {
    const run = await scene.run('apply', { inputs: { offline: 'true' } })
    expect(run).toMatchObject({ exitCode: 1, outputs: { 'error-code': 'input.invalid' } })
    expect(scene.instance.requests).toEqual([])
  })
})
