import { makeCompanies, openScene, SPEC, writesOf, type Companies, type Scene } from '../support/scene.ts'
import { HEAD, MERGE, onGitHub, pullRequestPayload, warningsOf, type OnGitHub } from '../support/github.ts'
import { findSecrets } from '../../tools/lab/secrets-search.ts'

let companies: Companies
let scene: Scene
let on: OnGitHub
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
  on = await onGitHub(scene)
})
afterEach(async () => {
  await on.github.close()
  await scene.close()
})

const PULL_REQUEST = { name: 'pull_request', payload: pullRequestPayload(7) }
const bodies = (number = 7): string[] => (on.github.comments.get(number) ?? []).map(({ body }) => body)
const headerOf = (body: string): { spec: string; environment: string; runs: unknown[] } =>
  JSON.parse(/^<!-- (.*) -->/.exec(body)?.[1] ?? '{}') as never

describe.each(['1', '2'])('attempt %s', (attempt) => {
  const env = { GITHUB_RUN_ATTEMPT: attempt }

  test('one comment, made once and brought up to date: counts, changes, certificates, earlier runs', async () => {
    expect((await on.run('plan', PULL_REQUEST, { env })).exitCode).toBe(0)
    const [first = ''] = bodies()
    expect(first).toContain('**6 to create, 2 to update, 0 unchanged**')
    expect(first.indexOf('6 to create')).toBeLessThan(first.indexOf('### Changes'))
    expect(first.indexOf('### Changes')).toBeLessThan(first.indexOf('### Certificates'))
    expect(first).toContain(`commit ${HEAD.slice(0, 7)}`)
    expect(first).toContain(`/actions/runs/1000000001${attempt === '2' ? '/attempts/2' : ''}`)
    expect(headerOf(first)).toMatchObject({ tool: 'servicenow-mtls', spec: 'servicenow-mtls.yml', environment: 'dev' })

    await scene.run('apply')
    await on.run('plan', PULL_REQUEST, { env: { ...env, GITHUB_RUN_ID: '1000000002' } })
    expect(bodies()).toHaveLength(1)
    const [second = ''] = bodies()
    expect(second).toContain('**nothing to change, 8 unchanged**')
    expect(second).toContain('<details><summary>1 earlier run</summary>')
    expect(second).toContain('6 to create, 2 to update')
  })
})

test('attempt 2 takes the place of attempt 1, in the comment and in its history', async () => {
  await on.run('plan', PULL_REQUEST)
  await on.run('plan', PULL_REQUEST, { env: { GITHUB_RUN_ATTEMPT: '2' } })
  expect(bodies()).toHaveLength(1)
  expect(headerOf(bodies()[0] ?? '').runs).toHaveLength(1)
})

test('each environment and each spec has its own', async () => {
  await scene.spec(SPEC.replace(/dev: .*/, '$&\n  test: { instance: "http://localhost:9" }'))
  await on.run('plan', PULL_REQUEST)
  await on.run('plan', PULL_REQUEST, { inputs: { environment: 'test' } })
  await scene.write('other/servicenow-mtls.yml', 'version: 2')
  await on.run('plan', PULL_REQUEST, { inputs: { spec: './other/servicenow-mtls.yml' } })
  expect(bodies().map(headerOf)).toEqual([
    expect.objectContaining({ spec: 'servicenow-mtls.yml', environment: 'dev' }),
    expect.objectContaining({ spec: 'servicenow-mtls.yml', environment: 'test' }),
    expect.objectContaining({ spec: 'other/servicenow-mtls.yml', environment: 'dev' }),
  ])
})

test('a run that fails before it knows its environment speaks in the same comment', async () => {
  await on.run('plan', PULL_REQUEST, { inputs: { environment: '' } })
  await scene.spec('version: 1\nkeystores: [')
  const failed = await on.run('plan', PULL_REQUEST, { inputs: { environment: '' }, env: { GITHUB_RUN_ID: '2' } })
  expect(failed.exitCode).toBe(1)
  expect(bodies()).toHaveLength(1)
  expect(bodies()[0]).toContain('`spec.yaml`')
  expect(headerOf(bodies()[0] ?? '')).toMatchObject({ environment: 'dev' })
})

test.each([
  ['an input that is wrong', { 'max-parallel': 'many' }],
  ['a CA that cannot be read', { 'ca-certificates': 'missing.pem' }],
  ['secrets that cannot be read', { secrets: '{' }],
])('%s of one environment leaves the comment of another as it is', async (_what, inputs) => {
  await on.run('plan', PULL_REQUEST)
  const [dev = ''] = bodies()
  const failed = await on.run('plan', PULL_REQUEST, { inputs: { environment: 'test', ...inputs }, env: { GITHUB_RUN_ID: '2' } })
  expect(failed.exitCode).toBe(1)
  expect(bodies()[0]).toBe(dev)
  expect(bodies().map((body) => headerOf(body).environment)).toEqual(['dev', 'test'])
})

describe('runs at the same time', () => {
  test('two that each made one: the first stays, with what the last has to say', async () => {
    await on.run('plan', PULL_REQUEST)
    const [theirs = ''] = bodies()
    on.github.comments.set(7, [])
    on.github.refuse = ({ method }) => {
      if (method === 'POST' && bodies().length === 0) on.github.comment(7, 'github-actions[bot]', theirs)
      return undefined
    }
    await on.run('plan', PULL_REQUEST, { env: { GITHUB_RUN_ID: '2' } })
    expect(bodies()).toHaveLength(1)
    expect(headerOf(bodies()[0] ?? '').runs).toEqual([
      expect.objectContaining({ run: '2' }),
      expect.objectContaining({ run: '1000000001' }),
    ])
  })

  test('several that were left are one again', async () => {
    await on.run('plan', PULL_REQUEST)
    const [ours = ''] = bodies()
    const [{ id } = { id: 0 }] = on.github.comments.get(7) ?? []
    on.github.comment(7, 'github-actions[bot]', ours)
    on.github.comment(7, 'mallory', ours)
    await on.run('plan', PULL_REQUEST)
    expect(on.github.comments.get(7)?.map((comment) => comment.user.login)).toEqual(['github-actions[bot]', 'mallory'])
    expect(on.github.comments.get(7)?.[0]?.id).toBe(id)
  })
})

describe('whose comment it is', () => {
  test('where GitHub does not say who the token is, nothing is edited', async () => {
    await on.run('plan', PULL_REQUEST)
    const before = bodies()
    for (const failing of ['/user', '/graphql']) {
      on.github.refuse = ({ path }) => (path === failing ? 502 : undefined)
      const run = await on.run('plan', PULL_REQUEST, { env: { GITHUB_RUN_ID: '2' } })
      expect(warningsOf(run, 'github.failed')).toHaveLength(1)
    }
    expect(bodies()).toEqual(before)
  })

  test('a person is not the app of that name', async () => {
    on.github.token = 'person'
    await on.run('plan', PULL_REQUEST)
    const [ours = ''] = bodies()
    on.github.comments.set(7, [])
    on.github.comment(7, 'robin[bot]', ours)
    await on.run('plan', PULL_REQUEST)
    expect(bodies()).toHaveLength(2)
  })

  test.each(['job', 'app', 'person'] as const)('a token of kind %s finds its own, on any page', async (kind) => {
    on.github.token = kind
    for (let count = 0; count < 130; count++) on.github.comment(7, 'robin-too', 'a remark')
    await on.run('plan', PULL_REQUEST)
    await on.run('plan', PULL_REQUEST, { env: { GITHUB_RUN_ID: '2' } })
    expect(bodies()).toHaveLength(131)
  })

  test('the header in a comment of somebody else is no invitation', async () => {
    await on.run('plan', PULL_REQUEST)
    const [ours = ''] = bodies()
    on.github.comments.set(7, [])
    on.github.comment(7, 'mallory', ours)
    on.github.comment(7, 'another-app[bot]', ours)
    await on.run('plan', PULL_REQUEST)
    expect(on.github.comments.get(7)?.map(({ user }) => user.login)).toEqual([
      'mallory',
      'another-app[bot]',
      'github-actions[bot]',
    ])
    expect(bodies().slice(0, 2)).toEqual([ours, ours])
  })
})

describe('the pull request of the event', () => {
  const numbers = (): number[] => [...on.github.comments.keys()]

  test('pull_request_target and issue_comment name it; a comment on an issue does not', async () => {
    await on.run('plan', { name: 'pull_request_target', payload: pullRequestPayload(3) })
    await on.run('plan', { name: 'issue_comment', payload: { issue: { number: 4, pull_request: { url: 'x' } } } })
    await on.run('plan', { name: 'issue_comment', payload: { issue: { number: 5 } } })
    expect(numbers()).toEqual([3, 4])
  })

  test('push of a merge finds the one that was merged', async () => {
    const open = on.github.pullRequest(8)
    const merged = on.github.pullRequest(9, { state: 'closed', merged_at: '2026-06-01T00:00:00Z', merge_commit_sha: MERGE })
    on.github.pullRequestsOf.set(MERGE, [open, merged])
    const run = await on.run('apply', { name: 'push', payload: {} })
    expect(numbers()).toEqual([9])
    expect(bodies(9)[0]).toContain('**6 created, 2 updated, 0 unchanged**')
    expect(run.exitCode).toBe(0)
  })

  test('push of a commit that no pull request proposes or merged says nothing', async () => {
    on.github.pullRequestsOf.set(MERGE, [on.github.pullRequest(12)])
    expect((await on.run('plan', { name: 'push', payload: {} })).exitCode).toBe(0)
    expect(on.github.requests.map(({ path }) => path)).toEqual([expect.stringContaining(`/commits/${MERGE}/pulls`)])
    expect(numbers()).toEqual([])
  })

  test('workflow_dispatch finds the open one of its branch', async () => {
    on.github.pullRequest(10, { head: { ref: 'feature/keys', sha: HEAD } })
    on.github.pullRequest(11)
    await on.run('plan', { name: 'workflow_dispatch', payload: {} }, { env: { GITHUB_REF: 'refs/heads/feature/keys' } })
    expect(numbers()).toEqual([10])
  })

  test.each([
    ['merge_group', { merge_group: { head_sha: MERGE } }],
    ['schedule', {}],
    ['push', {}],
    ['workflow_dispatch', {}],
  ])('%s without one: nothing is said, nothing fails; always warns', async (name, payload) => {
    const run = await on.run('plan', { name, payload }, { env: { GITHUB_REF: 'refs/heads/main' } })
    expect(run.exitCode).toBe(0)
    expect(run.commands.filter((command) => command.name === 'warning')).toEqual([])
    const always = await on.run('plan', { name, payload }, { inputs: { comment: 'always' } })
    expect(always.exitCode).toBe(0)
    expect(warningsOf(always, 'github.no-pull-request')).toHaveLength(1)
    expect(numbers()).toEqual([])
  })

  test('never asks GitHub nothing', async () => {
    expect((await on.run('plan', PULL_REQUEST, { inputs: { comment: 'never' } })).exitCode).toBe(0)
    expect(on.github.requests).toEqual([])
  })
})

describe('when GitHub refuses', () => {
  test.each([
    [403, 'github.forbidden', 'pull-requests: write'],
    [404, 'github.forbidden', 'pull-requests: write'],
    [401, 'github.forbidden', 'github-token'],
    [422, 'github.failed', '422'],
    [500, 'github.failed', '500'],
  ])('%s is a warning, and what was done stands', async (status, code, words) => {
    on.github.refuse = ({ method }) => (method === 'GET' ? undefined : status)
    const run = await on.run('apply', { name: 'push', payload: pullRequestPayload(7) })
    expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'true', 'error-code': '' } })
    expect(warningsOf(run, code)).toEqual([expect.stringContaining(words)])
    expect(run.summary).toContain(`\`${code}\``)
    expect(writesOf(scene.instance).length).toBeGreaterThan(0)
  })

  test('a GitHub that is not there, too', async () => {
    const run = await on.run('plan', PULL_REQUEST, { env: { GITHUB_API_URL: 'http://127.0.0.1:9' } })
    expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
    expect(warningsOf(run, 'github.failed')).toHaveLength(1)
  })

  test('a comment that was deleted while it was read is made anew', async () => {
    await on.run('plan', PULL_REQUEST)
    on.github.refuse = ({ method }) => (method === 'PATCH' ? 404 : undefined)
    const run = await on.run('plan', PULL_REQUEST, { env: { GITHUB_RUN_ID: '2' } })
    expect(bodies()).toHaveLength(2)
    expect(warningsOf(run, 'github.forbidden')).toEqual([])
  })
})

test('a secret that looks like a part of our data breaks neither the header nor the outputs', async () => {
  const plan = (run: string): Promise<unknown> =>
    on.run('plan', PULL_REQUEST, { inputs: { 'github-token': '10' }, env: { GITHUB_RUN_ID: run } })
  await plan('1010')
  await plan('1011')
  expect(bodies()).toHaveLength(1)
  expect(headerOf(bodies()[0] ?? '').runs).toHaveLength(2)
})

test('the spec by its absolute path is the same spec', async () => {
  await on.run('plan', PULL_REQUEST)
  await on.run('plan', PULL_REQUEST, { inputs: { spec: `${scene.workspace}/servicenow-mtls.yml` } })
  expect(bodies()).toHaveLength(1)
})

test('a run that fails says so in the comment, with its problems', async () => {
  scene.secrets.BANK_PASSWORD = 'a wrong password'
  const run = await on.run('plan', PULL_REQUEST)
  expect(run.exitCode).toBe(1)
  expect(bodies()[0]).toContain('`keystore.password`')
  expect(bodies()[0]).toContain('servicenow-mtls.yml&#58;5')
})

test('thousands of changes fit: cut at whole rows, and what was cut is counted', async () => {
  const profiles = Array.from({ length: 700 }, (_, index) => {
    const name = [index / 26 / 26, index / 26, index].map((part) => String.fromCharCode(97 + (Math.floor(part) % 26))).join('')
    return `  x${name}: { keystore: bank-client, port: ${1000 + index} }`
  })
  await scene.spec(SPEC.replace('protocol-profiles:', `protocol-profiles:\n${profiles.join('\n')}`))
  const run = await on.run('plan', PULL_REQUEST)
  expect(run.exitCode).toBe(0)
  const [body = ''] = bodies()
  expect(body.length).toBeLessThanOrEqual(65_536)
  expect(body.length).toBeGreaterThan(60_000)
  const [, cut = ''] = /and (\d+) more changes, which do not fit here: see the \[summary of the run\]/.exec(body) ?? []
  const shown = body.split('\n').filter((line) => /^\| `[+~]` /.test(line))
  expect(shown.length + Number(cut)).toBe(708)
  for (const row of shown) expect(row.endsWith(' |')).toBe(true)
  expect(body).toContain('### Certificates')
  expect(run.summary.split('\n').filter((line) => /^\| `[+~]` /.test(line))).toHaveLength(708)
})

test('nothing secret and no markup of others in the comment', async () => {
  const hostile = '<img src=x> @everyone [a](javascript:x) --> `'
  await scene.spec(SPEC.replace('Bank Payments:', `${JSON.stringify(hostile)}:`))
  await on.run('plan', PULL_REQUEST)
  const [body = ''] = bodies()
  const values = Object.entries(scene.secrets).map(([name, value]) => ({ name, value: Buffer.from(value) }))
  expect(findSecrets([{ name: 'comment', bytes: Buffer.from(body) }], values)).toEqual([])
  expect(body.match(/-->/g)).toHaveLength(1)
  expect(body).not.toMatch(/<img|@everyone|\]\(javascript/)
  for (const { authorization } of on.github.requests) expect(authorization).toBe('token ghs_a-token-of-the-job')
})
