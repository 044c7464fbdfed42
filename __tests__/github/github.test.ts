import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uploadArtifact } from '../../src/github/artifact.ts'
import { PERMISSIONS } from '../../src/github/permissions.ts'
import { refusalOf } from '../../src/github/refusal.ts'
import { runFacts, specPath } from '../../src/github/run.ts'
import { createRunner } from '../../src/github/runner.ts'
import { Redactor } from '../../src/redact.ts'
import { HOST, listen, stop } from '../../tools/lab/listening.ts'

/** What a runner of another system would print. */
function annotated(file: string, workspace: string): string {
  const written: string[] = []
  const { write } = process.stdout
  process.stdout.write = (text) => written.push(String(text)) > 0
  try {
    const problem = {
      code: 'spec.type',
      severity: 'error',
      item: '',
      message: 'm',
      hint: 'h',
      at: { file, line: 1, column: 2 },
    } as const
    createRunner({ GITHUB_WORKSPACE: workspace }, new Redactor()).annotate(problem)
  } finally {
    process.stdout.write = write
  }
  return /file=([^,]*),/.exec(written.join(''))?.[1]?.replaceAll('%3A', ':') ?? ''
}

test('a summary takes the place of the one before, and of nothing else in its file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'smtls-summary-'))
  const file = join(folder, 'summary.md')
  try {
    await writeFile(file, 'before\n')
    const runner = createRunner({ GITHUB_STEP_SUMMARY: file }, new Redactor())
    runner.summary('a first one, which is longer')
    expect(await readFile(file, 'utf8')).toBe('before\na first one, which is longer\n')
    await appendFile(file, 'of somebody else\n')
    runner.summary('a second')
    expect(await readFile(file, 'utf8')).toBe('before\na second\nof somebody else\n')
    await writeFile(file, 'all anew\n')
    runner.summary('a third')
    expect(await readFile(file, 'utf8')).toBe('all anew\na third\n')
  } finally {
    await rm(folder, { recursive: true })
  }
})

test.each([
  ['servicenow-mtls.yml', '/home/runner/work/x/x', 'servicenow-mtls.yml'],
  ['./a/servicenow-mtls.yml', '/home/runner/work/x/x', 'a/servicenow-mtls.yml'],
  ['/Users/runner/work/x/x/a/s.yml', '/Users/runner/work/x/x', 'a/s.yml'],
  ['.\\a\\s.yml', 'D:\\a\\x\\x', 'a/s.yml'],
  ['d:\\A\\x\\x\\a\\s.yml', 'D:\\a\\x\\x\\', 'a/s.yml'],
  ['/elsewhere/s.yml', '/home/runner/work/x/x', '/elsewhere/s.yml'],
])('an annotation of %s in %s is at %s', (file, workspace, expected) => {
  expect(annotated(file, workspace)).toBe(expected)
})

test.each([
  ['nothing', '', { pullRequest: undefined, sha: 'abc', runUrl: 'https://github.com/acme/x/actions/runs/5/attempts/2' }],
  ['no JSON', '{', { pullRequest: undefined }],
  ['something else', '[1, {"pull_request": 7}]', { pullRequest: undefined }],
  ['a pull request', '{"pull_request": {"number": 7, "head": {"sha": "def", "repo": null}}}', { pullRequest: 7, sha: 'def' }],
  [
    'a run of another workflow, with pull requests to the repository it was forked from',
    `{"repository": {"id": 2, "url": "u2"}, "workflow_run": {"pull_requests": [
      {"number": 4, "base": {"repo": {"id": 1}}}, {"number": 5, "base": {"repo": {"url": "u1"}}},
      {"number": 8, "base": {"repo": {"id": 2, "url": "u2"}}}]}}`,
    { pullRequest: 8 },
  ],
  [
    'a run of another workflow',
    '{"workflow_run": {"head_sha": "def", "pull_requests": [{"number": 8}]}}',
    { pullRequest: 8, sha: 'def' },
  ],
])('a payload of %s', async (_what, payload, facts) => {
  const folder = await mkdtemp(join(tmpdir(), 'smtls-event-'))
  const path = join(folder, 'event.json')
  await writeFile(path, payload)
  const run = { GITHUB_RUN_ID: '5', GITHUB_RUN_ATTEMPT: '2', GITHUB_REPOSITORY: 'acme/x' }
  expect(await runFacts({ GITHUB_EVENT_PATH: path, GITHUB_SHA: 'abc', ...run })).toMatchObject(facts)
  await rm(folder, { recursive: true })
})

test.each([
  ['servicenow-mtls.yml', '/w', 'servicenow-mtls.yml'],
  ['/w/a/s.yml', '/w', 'a/s.yml'],
  ['/w/a/../s.yml', '/w/', 's.yml'],
  ['D:\\w\\a\\s.yml', 'D:\\w', 'a/s.yml'],
  ['/wider/s.yml', '/w', '/wider/s.yml'],
  ['/s.yml', '', '/s.yml'],
])('the spec %s in %s is %s', (given, workspace, expected) => {
  expect(specPath(given, workspace)).toBe(expected)
})

test.each([
  ['Resource not accessible by integration', {}, 'github.forbidden', 'deployment: never'],
  ['You have exceeded a secondary rate limit', {}, 'github.failed', 'later'],
  ['Forbidden', { 'retry-after': '60' }, 'github.failed', 'later'],
  ['API calls are used up', { 'x-ratelimit-remaining': '0' }, 'github.failed', 'later'],
  ['Unable to create comment because issue is locked.', {}, 'github.failed', 'unlock'],
])('403 with %s %j is %s', (message, headers, code, hint) => {
  const error = Object.assign(new Error(message), { status: 403, response: { headers } })
  const refusal = refusalOf(error, 'deployment in dev', PERMISSIONS.deployment)
  expect(refusal.code).toBe(code)
  expect(refusal.message).toContain(message)
  expect(refusal.toFinding('warning').hint).toContain(hint)
})

test('an artifact service that never answers is given up', async () => {
  const server = createServer(() => undefined)
  const folder = await mkdtemp(join(tmpdir(), 'smtls-hanging-'))
  await writeFile(join(folder, 'a.pem'), 'x')
  const part = (data: object): string => Buffer.from(JSON.stringify(data)).toString('base64url')
  const env = {
    ACTIONS_RESULTS_URL: `http://${HOST}:${await listen(server)}/`,
    ACTIONS_RUNTIME_TOKEN: `${part({})}.${part({ scp: 'Actions.Results:run:job' })}.x`,
  }
  Object.assign(process.env, env)
  try {
    const upload = { name: 'packs', directory: folder, paths: ['a.pem'], retentionDays: undefined }
    const run = await runFacts({ GITHUB_REPOSITORY: 'acme/x' })
    await expect(uploadArtifact(upload, run, 50)).rejects.toMatchObject({
      code: 'github.artifact',
      message: expect.stringContaining('within 1 seconds') as string,
    })
  } finally {
    for (const name of Object.keys(env)) Reflect.deleteProperty(process.env, name)
    await stop(server)
    await rm(folder, { recursive: true })
  }
})

test('outputs stay JSON whatever a secret looks like', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'smtls-output-'))
  const path = join(folder, 'output')
  await writeFile(path, '')
  const redactor = new Redactor()
  for (const secret of ['":', '12', 'a secret']) redactor.add(secret)
  const before = process.env.GITHUB_OUTPUT
  process.env.GITHUB_OUTPUT = path
  try {
    createRunner({ GITHUB_OUTPUT: path }, redactor).output('problems', JSON.stringify([{ message: 'it is a secret', line: 12 }]))
    expect(await readFile(path, 'utf8')).toContain('[{"message":"it is ***","line":12}]')
    redactor.add('password')
    const runner = createRunner({ GITHUB_OUTPUT: path }, redactor)
    for (const [name, value] of [
      ['error-code', 'keystore.password'],
      ['days-to-expiry', '120'],
      ['plan-file', '/tmp/password/plan.json'],
    ] as const)
      runner.output(name, value)
    const outputs = await readFile(path, 'utf8')
    expect(outputs).toMatch(/error-code<<.*\nkeystore\.password\n/)
    expect(outputs).toMatch(/days-to-expiry<<.*\n120\n/)
    expect(outputs).toMatch(/plan-file<<.*\n\/tmp\/\*\*\*\/plan\.json\n/)
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, 'GITHUB_OUTPUT')
    else process.env.GITHUB_OUTPUT = before
    await rm(folder, { recursive: true })
  }
})
