import { LABEL } from '../../src/github/issue.ts'
import type { ActionRun } from '../../tools/lab/runner.ts'
import { onGitHub, warningsOf, type OnGitHub } from '../support/github.ts'
import { makeCompanies, openScene, SPEC, type Companies, type Scene } from '../support/scene.ts'

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

const SCHEDULE = { name: 'schedule', payload: {} }
const verify = (inputs: Record<string, string> = {}, env: Record<string, string> = {}): Promise<ActionRun> =>
  on.run('verify', SCHEDULE, { inputs: { issue: 'auto', ...inputs }, env })
const states = (): string[] => on.github.issues.map(({ state }) => state)

function drift(): void {
  const [message] = scene.instance.store.rows('sys_rest_message')
  scene.instance.store.update('sys_rest_message', message!.sys_id, { use_mutual_auth: 'false' })
}

test.each(['1', '2'])(
  'opened on drift, kept up to date, closed when all is well, opened again rather than twice; attempt %s',
  async (attempt) => {
    const env = (run: string): Record<string, string> => ({ GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt })
    await scene.run('apply')
    await verify({}, env('1'))
    expect(states()).toEqual([])

    drift()
    await verify({}, env('2'))
    expect(states()).toEqual(['open'])
    const [issue] = on.github.issues
    expect(issue!.title).toBe(`servicenow-mtls: dev on ${scene.instance.url.slice(7)} needs attention`)
    expect(issue!.labels).toEqual([{ name: LABEL }])
    expect(issue!.body).toContain('rest-messages.Bank Payments')

    await verify({}, env('3'))
    expect(states()).toEqual(['open'])
    expect(issue!.body).toContain('1 earlier run')

    await scene.run('apply')
    await verify({}, env('4'))
    expect(states()).toEqual(['closed'])
    expect(issue!.state_reason).toBe('completed')
    expect(on.github.comments.get(1)?.map(({ body }) => body)).toEqual([expect.stringMatching(/as the spec says again.*runs\/4/)])
    on.github.requests.length = 0
    await verify({}, env('5'))
    expect(on.github.said().filter((said) => !said.startsWith('GET') && !said.includes('graphql'))).toEqual([])

    drift()
    await verify({}, env('6'))
    expect(states()).toEqual(['open'])
  },
)

test('the table says when each certificate ends, what breaks then, and who uses it', async () => {
  await scene.run('apply')
  await verify({ 'expiry-warning': '100d' })
  const [issue] = on.github.issues
  const rows = issue!.body.split('\n').filter((line) => line.startsWith('| bank-'))
  expect(rows.map((row) => row.split(' | ')[0])).toEqual([
    '| bank-batch',
    '| bank-client',
    ...rows.slice(2).map((row) => row.split(' | ')[0]),
  ])
  expect(rows[0]).toMatch(/89\*\* \| calls of the messages beside: .* \| Bank Statements \(batchm\) \|$/)
  expect(rows[1]).toMatch(/calls to api\.bank\.example: the partner refuses the handshake \| Bank Payments \(bankm\) \|$/)
  expect(rows[2]).toContain('the whole instance')
})

test('one for each environment; that of somebody else is not touched', async () => {
  await verify()
  const [ours] = on.github.issues
  on.github.issues.push({ ...ours!, number: 2, user: { login: 'mallory', type: 'User' } })
  on.github.issues.shift()
  const theirs = on.github.issues[0]!.body
  await verify()
  await scene.spec(SPEC.replace('dev: {', 'other: {'))
  await verify({ environment: 'other' })
  expect(on.github.issues.map(({ user, title }) => [user.login, / (\w+) on /.exec(title)?.[1]])).toEqual([
    ['mallory', 'dev'],
    ['github-actions[bot]', 'dev'],
    ['github-actions[bot]', 'other'],
  ])
  expect(on.github.issues[0]!.body).toBe(theirs)
})

describe('runs at the same time', () => {
  const kept = (): unknown[] => on.github.issues.map(({ number, state, state_reason }) => [number, state, state_reason])

  test('two that each opened one: the first stays, with what the last has to say', async () => {
    await verify()
    const [theirs] = on.github.issues.splice(0)
    // The other run is quicker by as much as the time between a look and a write.
    on.github.refuse = ({ method, path }) => {
      if (method === 'POST' && path.endsWith('/issues') && on.github.issues.length === 0) on.github.issues.push(theirs!)
      return undefined
    }
    const run = await verify({}, { GITHUB_RUN_ID: '2' })
    expect(kept()).toEqual([
      [1, 'open', undefined],
      [2, 'closed', 'not_planned'],
    ])
    expect(on.github.issues[0]!.body).toContain('1 earlier run')
    expect(on.github.comments.get(2)?.map(({ body }) => body)).toEqual(['the same as #1, which is kept'])
    expect(warningsOf(run, 'github.failed')).toEqual([])
  })

  test('several that were left are one again, whether it is still needed or not', async () => {
    await verify()
    const [ours] = on.github.issues
    const leave = (number: number): number => on.github.issues.push({ ...ours!, number, state: 'open', state_reason: null })
    leave(2)
    leave(3)
    await verify({}, { GITHUB_RUN_ID: '2' })
    expect(kept().map((one) => String(one))).toEqual(['1,open,', '2,closed,not_planned', '3,closed,not_planned'])
    leave(4)
    await scene.run('apply')
    await verify({}, { GITHUB_RUN_ID: '3' })
    expect(kept().map((one) => String(one))).toEqual([
      '1,closed,completed',
      '2,closed,not_planned',
      '3,closed,not_planned',
      '4,closed,not_planned',
    ])
    drift()
    await verify({}, { GITHUB_RUN_ID: '4' })
    expect(states()).toEqual(['open', 'closed', 'closed', 'closed'])
  })
})

test('a token that may not label finds its issue all the same', async () => {
  await verify()
  on.github.issues[0]!.labels = []
  await verify({}, { GITHUB_RUN_ID: '2' })
  expect(states()).toEqual(['open'])
})

test('an instance that is not reached tells nothing: the issue stays as it is', async () => {
  await scene.run('apply')
  const run = await verify({ 'instance-url': 'http://127.0.0.1:9' })
  expect(run.exitCode).toBe(1)
  expect(on.github.requests).toEqual([])
})

test('only verify, and only with auto', async () => {
  // All is missing, which is what an issue is opened for.
  const drifted = { exitCode: 0, outputs: { changed: 'true' } }
  expect(await on.run('plan', SCHEDULE, { inputs: { issue: 'auto' } })).toMatchObject(drifted)
  expect(await on.run('verify', SCHEDULE)).toMatchObject(drifted)
  expect(on.github.requests).toEqual([])
})

test('a pull request says nothing of how the instance should be', async () => {
  const payload = { pull_request: { number: 7 } }
  const run = await on.run('verify', { name: 'pull_request', payload }, { inputs: { issue: 'auto', comment: 'never' } })
  expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
  expect(on.github.requests).toEqual([])
})

test('an issue that cannot be closed is not said to be settled', async () => {
  await verify()
  await scene.run('apply')
  on.github.refuse = ({ method }) => (method === 'PATCH' ? 403 : undefined)
  const run = await verify({}, { GITHUB_RUN_ID: '2' })
  expect(warningsOf(run, 'github.forbidden')).toEqual([expect.stringContaining('issue: never')])
  expect(on.github.comments.get(1)).toBeUndefined()
})

test('without the permission it is a warning that names it', async () => {
  on.github.refuse = ({ method }) => (method === 'POST' ? 403 : undefined)
  const run = await verify()
  expect(run.exitCode).toBe(0)
  expect(warningsOf(run, 'github.forbidden')).toEqual([expect.stringContaining('issues: write')])
})
