import { connectGitHub, type GitHub } from '../../src/github/api.ts'
import { keepComment } from '../../src/github/comment.ts'
import { record } from '../../src/github/deployments.ts'
import { keepIssue } from '../../src/github/issue.ts'
import { runFacts } from '../../src/github/run.ts'
import { startGitHub, type FakeGitHub, type FakeRequest, type Refusal } from '../../tools/lab/github.ts'

/** Waits take no time here, though the clock says that they did. */
let slept: number[]
let fake: FakeGitHub
let github: GitHub
const PATIENCE = { endsAt: Infinity, random: () => 0 }
async function connect(patience: { readonly endsAt?: number } = {}, url = fake.url): Promise<GitHub> {
  const run = await runFacts({ GITHUB_REPOSITORY: 'acme/integrations', GITHUB_API_URL: url })
  slept = []
  return connectGitHub('a-token', run, {
    ...PATIENCE,
    ...patience,
    now: () => 1_000_000 + slept.reduce((sum, ms) => sum + ms, 0),
    sleep: (ms) => Promise.resolve(slept.push(ms)),
  })
}
beforeEach(async () => {
  fake = await startGitHub()
  github = await connect()
})
afterEach(() => fake.close())

const sticky = { rank: (body: string) => (body.startsWith('ours') ? 2 : 0), write: () => 'ours, written' }
const comments = (): string[] => (fake.comments.get(7) ?? []).map(({ body }) => body)
const issue = { rank: sticky.rank, title: 'a title', needed: true, write: sticky.write, settled: 'settled' }
const deployed = {
  spec: 's.yml',
  environment: 'dev',
  content: 'sha256:1',
  instance: 'https://acmedev.service-now.com',
  production: false,
  sha: 'a'.repeat(40),
  run: '1',
  runUrl: 'https://github.com/acme/integrations/actions/runs/1',
}

/** Answers the first `times` requests of a kind so. */
function first(times: number, is: (request: FakeRequest) => boolean, refusal: Refusal): void {
  let left = times
  fake.refuse = (request) => (is(request) && left-- > 0 ? refusal : undefined)
}
const isMethod =
  (method: string, path = '') =>
  (request: FakeRequest): boolean =>
    request.method === method && request.path.includes(path)
const count = (method: string, path = ''): number => fake.requests.filter(isMethod(method, path)).length

describe('reads', () => {
  test.each([
    ['a server error', { status: 502 }],
    ['a lost connection', {}],
    ['a page instead of JSON', { status: 200, page: true }],
  ])('%s is tried again', async (_what, refusal) => {
    first(2, isMethod('GET', '/comments'), refusal)
    await keepComment(github, 7, sticky)
    expect(comments()).toEqual(['ours, written'])
    expect(slept).toHaveLength(2)
  })

  test('a page instead of JSON is no empty list: nothing is written by it', async () => {
    first(Infinity, isMethod('GET', '/comments'), { status: 200, page: true })
    await expect(keepComment(github, 7, sticky)).rejects.toMatchObject({ code: 'github.failed' })
    expect(fake.said()).toEqual(Array(3).fill('GET /repos/acme/integrations/issues/7/comments'))
  })

  test.each([
    [500, 3],
    [404, 1],
    [422, 1],
  ])('%s for good is asked %s times', async (status, times) => {
    first(Infinity, () => true, { status })
    await expect(keepComment(github, 7, sticky)).rejects.toThrow(`(${status})`)
    expect(fake.requests).toHaveLength(times)
  })

  test.each([
    ['a run with time', Infinity, [20_000, 20_000, 20_000]],
    ['a run that has half a minute', 1_030_000, [20_000, 10_000]],
    ['a run whose time is over', 0, [5000]],
  ])('%s is held by a server that never answers for so long: %s', async (_what, endsAt, given) => {
    const asked: number[] = []
    let now = 1_000_000
    const run = await runFacts({ GITHUB_REPOSITORY: 'acme/integrations', GITHUB_API_URL: fake.url })
    const hanging = connectGitHub('a-token', run, {
      endsAt,
      random: () => 0,
      now: () => now,
      sleep: () => Promise.resolve(),
      within: (ms) => {
        now += ms
        asked.push(ms)
        return AbortSignal.abort(new DOMException('it took too long', 'TimeoutError'))
      },
    })
    await expect(keepComment(hanging, 7, sticky)).rejects.toMatchObject({ code: 'github.failed' })
    expect(asked).toEqual(given)
    // The time is that of the run, not of a request.
    if (endsAt === 0) await expect(keepComment(hanging, 7, sticky)).rejects.toThrow(/time of the run is over/)
  })

  test('a server that is not there is told as one', async () => {
    const nowhere = await connect({}, 'http://127.0.0.1:1')
    await expect(keepComment(nowhere, 7, sticky)).rejects.toMatchObject({ hint: expect.stringContaining('NO_PROXY') as string })
    expect(slept.length).toBeLessThan(3)
  })
})

describe('limits', () => {
  test.each([
    ['says when', 403, 'You have exceeded a secondary rate limit', { 'retry-after': '30' }, 30_000],
    ['does not say when', 403, 'You have exceeded a secondary rate limit', {}, 60_000],
    ['is used up', 403, 'API calls', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1020' }, 20_000],
    ['is told by 429', 429, 'Too many requests', { 'retry-after': '5' }, 5000],
  ])('one that %s is waited for, also before a write, which is made once', async (_what, status, message, headers, ms) => {
    first(1, isMethod('POST', '/comments'), { status, message, headers })
    await keepComment(github, 7, sticky)
    expect(comments()).toEqual(['ours, written'])
    expect(slept).toEqual([expect.closeTo(ms, -3)])
    expect(slept[0]).toBeGreaterThanOrEqual(ms)
    expect(count('POST', '/comments')).toBe(2)
  })

  test.each([
    ['longer than a run stays', { 'retry-after': '3600' }, {}],
    ['longer than the run may take', { 'retry-after': '30' }, { endsAt: 1_010_000 }],
  ])('one that is %s is not waited for', async (_what, headers, patience) => {
    github = await connect(patience)
    first(Infinity, () => true, { status: 429, headers })
    await expect(keepComment(github, 7, sticky)).rejects.toThrow(/too much in a short time/)
    expect([slept, fake.requests.length]).toEqual([[], 1])
  })

  test('a token that may not is told at once', async () => {
    first(Infinity, isMethod('POST', '/comments'), { status: 403 })
    await expect(keepComment(github, 7, sticky)).rejects.toMatchObject({ code: 'github.forbidden' })
    expect([slept, count('POST', '/comments')]).toEqual([[], 1])
  })
})

describe('a write that nobody knows of is looked for before it is made once more', () => {
  const unknown = [
    ['answered with 502, and carried out', { status: 502, acts: true }, 1],
    ['answered with 502, and not carried out', { status: 502 }, 2],
    ['without an answer, and carried out', { acts: true }, 1],
    ['without an answer, and not carried out', {}, 2],
  ] as const

  test.each(unknown)('a comment %s', async (_what, refusal, times) => {
    first(1, isMethod('POST', '/comments'), refusal)
    await keepComment(github, 7, sticky)
    expect(comments()).toEqual(['ours, written'])
    expect(count('POST', '/comments')).toBe(times)
  })

  test.each(unknown)('an issue %s', async (_what, refusal, times) => {
    first(1, isMethod('POST', '/issues'), refusal)
    await keepIssue(github, issue)
    expect(fake.issues.map(({ state, body }) => [state, body])).toEqual([['open', 'ours, written']])
    expect(count('POST', '/issues')).toBe(times)
  })

  test.each(unknown)('a deployment %s', async (_what, refusal, times) => {
    await record(github, deployed, 'applied', true)
    fake.requests.length = 0
    first(1, ({ method, path }) => method === 'POST' && path.endsWith('/deployments'), refusal)
    expect(await record(github, deployed, 'applied', true)).toBe(true)
    expect(fake.deployments.map(({ statuses }) => statuses.length)).toEqual([1, 1])
    expect(fake.said().filter((said) => said.endsWith('POST /repos/acme/integrations/deployments'))).toHaveLength(times)
  })

  test('a server that fails for good gets each write twice and no more', async () => {
    first(Infinity, isMethod('POST', '/comments'), { status: 502 })
    await expect(keepComment(github, 7, sticky)).rejects.toThrow('(502)')
    expect(count('POST', '/comments')).toBe(2)
  })

  test('what may be made twice without harm is only repeated', async () => {
    await record(github, deployed, 'applied', true)
    first(2, isMethod('POST', '/statuses'), { status: 502 })
    expect(await record(github, deployed, 'verified', false)).toBe(true)
    expect(fake.deployments[0]?.statuses.map(({ state }) => state)).toEqual(['success', 'in_progress'])
    fake.comment(7, 'github-actions[bot]', 'ours, as it was')
    first(1, isMethod('PATCH'), { acts: true })
    await keepComment(github, 7, sticky)
    expect(comments()).toEqual(['ours, written'])
  })
})
