import { startGitHub, type FakeGitHub } from '../../tools/lab/github.ts'
import { startHolder, type Holder } from '../../tools/lab/holder.ts'
import { runCli, type ActionRun } from '../../tools/lab/runner.ts'
import { pullRequestPayload, warningsOf } from '../support/github.ts'
import { makeCompanies, openScene, SPEC, type Companies, type Scene } from '../support/scene.ts'

/** A run that has done its work ends, whatever others hold open: one that would wait is killed, and then has no exit code. */
const GUARD_MS = 45_000

let companies: Companies
let scene: Scene
let github: FakeGitHub
let holders: Holder[]
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
  github = await startGitHub()
  holders = []
})
afterEach(async () => {
  for (const holder of holders) await holder.close()
  await github.close()
  await scene.close()
})

async function held(target?: string): Promise<Holder> {
  const holder = await startHolder(target)
  holders.push(holder)
  return holder
}

const run = (command: string, env: Record<string, string>, inputs: Record<string, string> = {}): Promise<ActionRun> =>
  scene.run(command, {
    event: { name: 'pull_request', payload: pullRequestPayload(7) },
    inputs: { 'github-token': 'ghs_a-token-of-the-job', 'allow-untrusted-spec': 'true', ...inputs },
    env: { ...scene.secrets, ...env },
    timeoutMs: GUARD_MS,
  })

test('an instance and a GitHub that keep their connections open', async () => {
  const [instance, api] = [await held(scene.instance.url), await held(github.url)]
  await scene.spec(SPEC.replaceAll('${INSTANCE}', instance.url))
  const applied = await run('apply', { GITHUB_API_URL: api.url }, { artifact: 'never' })
  expect(applied).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
  expect(github.comments.get(7)).toHaveLength(1)
  expect([instance.count, api.count].every((count) => count > 0)).toBe(true)
})

test('an artifact service that takes every connection and never answers: it is given up, and the rest is shown', async () => {
  const service = await held()
  const token = [{}, { scp: 'Actions.Results:run:job' }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  const env = {
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: 'https://github.com',
    ACTIONS_RESULTS_URL: `${service.url}/`,
    ACTIONS_RUNTIME_TOKEN: [...token, 'x'].join('.'),
  }
  // Two artifacts: side by side, for what is left of the run's time.
  const planned = await run('plan', env, { timeout: '12s' })
  expect(planned.exitCode).toBe(0)
  expect(service.count).toBe(2)
  const names = ['servicenow-mtls-dev', 'servicenow-mtls-dev-plan']
  expect(warningsOf(planned, 'github.artifact')).toEqual(
    names.map((name) => expect.stringMatching(new RegExp(`^artifact ${name}: .* within (?:[5-9]|1[0-2]) seconds`)) as string),
  )
  expect(github.comments.get(7)?.[0]?.body).toContain('`github.artifact`')
  expect(planned.summary).toContain('`github.artifact`')
  // What was said last has left the process.
  expect(planned.outputs['error-code']).toBe('')
})

test('at a terminal, too', async () => {
  const instance = await held(scene.instance.url)
  await scene.spec(SPEC.replaceAll('${INSTANCE}', instance.url))
  const args = ['plan', '--username', 'admin', '--password', 'admin']
  const { exitCode, stdout } = await runCli({ args, cwd: scene.workspace, env: scene.secrets })
  expect(exitCode).toBe(0)
  expect(stdout).toContain('digest of the plan')
  expect(instance.count).toBeGreaterThan(0)
})
