import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runFacts } from '../src/github/run.ts'
import { createRunner } from '../src/github/runner.ts'
import { Redactor } from '../src/redact.ts'

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
