import { join } from 'node:path'
import type { ActionRun } from '../../tools/lab/runner.ts'
import { findSecrets } from '../../tools/lab/secrets-search.ts'
import { onGitHub, pullRequestPayload, type OnGitHub } from '../support/github.ts'
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

const PULL_REQUEST = { name: 'pull_request', payload: pullRequestPayload(7) }

/** The lines of a run in order, with its masks named by what they hide. */
function linesOf(run: ActionRun, secrets: Readonly<Record<string, string>>): string[] {
  const names = new Map(
    Object.entries(secrets).flatMap(([name, value]) => [value, ...value.trim().split('\n')].map((line) => [line, name])),
  )
  const lines = run.stdout.split('\n').map((line) => {
    const mask = /^::add-mask::(.*)$/.exec(line)?.[1]
    return mask === undefined ? line : `::add-mask::[${names.get(mask.replaceAll('%0A', '\n')) ?? 'unknown'}]`
  })
  return lines
    .filter((line, index) => line !== lines[index - 1])
    .map((line) =>
      line
        .replaceAll(scene.instance.url, 'INSTANCE')
        .replace(/\b[0-9a-f]{64}\b/g, 'SHA256')
        .replace(/\b[0-9a-f]{32}\b/g, 'ID')
        .replace(/([0-9A-F]{2}:){31}[0-9A-F]{2}/g, 'FINGERPRINT')
        .replace(/\d{4}-\d\d-\d\d(T[\d:]+Z)?/g, 'DATE')
        .replace(/-----BEGIN CERTIFICATE.*/, 'PEM'),
    )
}

test('the log in order: every secret is masked before anything else is said', async () => {
  const header = Buffer.from('admin:admin').toString('base64')
  const run = await on.run('plan', PULL_REQUEST, { inputs: { 'max-parallel': '1' } })
  // The same inputs give the same keystores: what a plan has built is what is stored now.
  await scene.run('apply')
  const contents = scene.instance.store.rows('sys_attachment').flatMap(({ file_name, sys_id }) => {
    const content = scene.instance.store.attachmentContent(sys_id)
    return file_name?.endsWith('.jks') === true && content !== undefined ? [content.toString('base64')] : []
  })
  expect(contents).toHaveLength(2)
  const lines = linesOf(run, {
    ...scene.secrets,
    password: 'admin',
    'github-token': 'ghs_a-token-of-the-job',
    'Basic header': header,
    'key of bank-client': companies.client.pkcs8.toString('base64'),
    'key of bank-batch': companies.batch.pkcs8.toString('base64'),
    'built keystore 1': contents[0] ?? '',
    'built keystore 2': contents[1] ?? '',
  })
  const masks = lines.filter((line) => line.startsWith('::add-mask::'))
  const rest = lines.filter((line) => !line.startsWith('::add-mask::'))
  expect(lines).toEqual([...masks, ...rest])
  expect(masks.slice(0, 2)).toEqual(['::add-mask::[password]', '::add-mask::[github-token]'])
  expect(masks).not.toContain('::add-mask::[unknown]')
  expect([...new Set(masks)].sort()).toMatchSnapshot('masks')
  expect(rest).toMatchSnapshot('lines')
})

test('secrets: toJSON(secrets) works; what the spec does not name is neither masked nor kept', async () => {
  const secrets = JSON.stringify({ ...scene.secrets, UNUSED: 'a-secret-of-another-step', github_token: 'ghs_x' })
  const run = await on.run('plan', PULL_REQUEST, {
    inputs: { secrets },
    env: { BANK_PASSWORD: '', BANK_KEYSTORE: '', BATCH_KEY: '' },
  })
  expect(run.exitCode).toBe(0)
  expect(run.masks).toContain(scene.secrets.BANK_PASSWORD)
  expect(run.masks.join('\n')).not.toMatch(/another-step|ghs_x/)
  const texts = [run.unmaskedLog, run.summary, JSON.stringify(run.outputs)].map((text) => ({
    name: 'text',
    bytes: Buffer.from(text),
  }))
  expect(findSecrets(texts, [{ name: 'UNUSED', value: Buffer.from('a-secret-of-another-step') }])).toEqual([])
})

test('debug lines tell of requests without their queries, bodies and headers, and only where they are asked for', async () => {
  const quiet = await on.run('plan', PULL_REQUEST)
  expect(quiet.commands.map(({ name }) => name)).not.toContain('debug')
  const run = await on.run('apply', { name: 'push', payload: {} }, { env: { RUNNER_DEBUG: '1' } })
  const debugged = run.commands.filter(({ name }) => name === 'debug').map(({ message }) => message)
  expect(debugged).toContain('GET /api/now/table/sys_certificate 200')
  expect(debugged).toContain('POST /api/now/attachment/file 201')
  for (const line of debugged) expect(line).toMatch(/^(GET|POST|PATCH|DELETE) \/[a-z0-9_/]+ \d{3}$/)
})

test('each problem is an annotation at its line, whatever way the path of the spec was written', async () => {
  await scene.spec(SPEC.replace('port: 443', 'prot: 443').replace('format: der', 'format: dre'))
  const placesOf = async (spec: string): Promise<unknown[]> => {
    const run = await on.run('plan', PULL_REQUEST, { inputs: { spec } })
    expect(run.exitCode).toBe(1)
    return run.commands
      .filter(({ name }) => name === 'error')
      .map(({ properties: { title, file, line } }) => [title, file, line])
      .sort()
  }
  const expected = [
    ['spec.type', 'servicenow-mtls.yml', '16'],
    ['spec.unknown-key', 'servicenow-mtls.yml', '18'],
  ]
  expect(await placesOf('servicenow-mtls.yml')).toEqual(expected)
  expect(await placesOf('./servicenow-mtls.yml')).toEqual(expected)
  expect(await placesOf(join(scene.workspace, 'servicenow-mtls.yml'))).toEqual(expected)
})

test('a long run says that it is still at work', async () => {
  const items = Array.from(
    { length: 60 },
    (_, index) => `  t${index}: { certificate: { file: certs/bank-der.pem }, format: der }`,
  )
  await scene.spec(
    `version: 1\nenvironments: { dev: { instance: "\${INSTANCE}" } }\ntrusted-certificates:\n${items.join('\n')}\n`,
  )
  const run = await on.run('apply', { name: 'push', payload: {} })
  expect(run.exitCode).toBe(0)
  expect(run.log).toContain('100 requests answered')
  expect(run.log.indexOf('done: create')).toBeLessThan(run.log.indexOf('##[group]changes'))
})

test('a fork gets the offline plan and one sentence on what was not looked at, in log, summary and comment', async () => {
  const event = {
    name: 'pull_request',
    payload: { ...pullRequestPayload(7, 'stranger/integrations'), repository: { full_name: 'acme/integrations' } },
  }
  const run = await on.run('plan', event, {
    inputs: { username: '', password: '' },
    env: { BANK_PASSWORD: '', BANK_KEYSTORE: '', BATCH_KEY: '', BATCH_PASSWORD: '' },
  })
  expect(run.exitCode).toBe(0)
  const sentence = 'no instance was asked; GitHub passes no secrets to pull requests of forks'
  expect(run.log).toContain(sentence)
  expect(run.summary).toContain(sentence)
  expect(on.github.comments.get(7)?.[0]?.body).toContain(sentence)
})
