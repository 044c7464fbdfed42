import { reportOf } from '../../src/commands/result.ts'
import { summaryOf } from '../../src/report/summary.ts'
import { textOf } from '../../src/report/text.ts'
import { traces, type ActionRun } from '../../tools/lab/runner.ts'
import { findSecrets, type Hit, type Secret } from '../../tools/lab/secrets-search.ts'
import { runInProcess } from '../support/in-process.ts'
import { keystoreSecret, makeCompanies, openScene, problemsOf, SPEC, type Companies, type Scene } from '../support/scene.ts'

/** A secret that stands where it would be printed: as the name of a message, which is in log, outputs, summary and plan. */
const CANARY = 'canary/In+Every Place-4711'

let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
})
afterEach(() => scene.close())

function secretsOf(): Secret[] {
  const values = Object.entries(scene.secrets).map(([name, value]) => ({ name, value: Buffer.from(value) }))
  const derived = [
    { name: 'keystore bytes', value: Buffer.from(scene.secrets.BANK_KEYSTORE ?? '', 'base64') },
    { name: 'Basic header', value: Buffer.from('admin:instance-password') },
    { name: 'password', value: Buffer.from('instance-password') },
    { name: 'key', value: companies.client.pkcs8 },
  ]
  const stored = scene.instance.store.rows('sys_attachment').flatMap((row) => {
    const content = scene.instance.store.attachmentContent(row.sys_id)
    return row.file_name?.endsWith('.jks') === true && content !== undefined ? [{ name: 'built keystore', value: content }] : []
  })
  return [...values, ...derived, ...stored].filter(({ value }) => value.length > 0)
}

/**
 * A built keystore holds its certificates, which are public, as they are, and a key in DER its public half: of them only the whole
 * counts, not what chances to stand between two bytes that are a line feed.
 */
const hitsIn = (run: ActionRun): Hit[] =>
  findSecrets(traces(run), secretsOf()).filter(({ secret, line }) => !(line && (secret.includes('keystore') || secret === 'key')))

async function runWith(command: string, env: Record<string, string> = {}): Promise<ActionRun> {
  return scene.run(command, { inputs: { password: 'instance-password' }, env: { ...scene.secrets, ...env } })
}

describe('nothing secret in what is printed or written', () => {
  beforeEach(() => {
    const [admin] = scene.instance.store.rows('sys_user').filter(({ user_name }) => user_name === 'admin')
    scene.instance.store.update('sys_user', admin!.sys_id, { user_password: 'instance-password' })
  })

  test.each(['plan', 'apply', 'verify'])('%s, with debug logging', async (command) => {
    const run = await runWith(command, { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' })
    expect(run.exitCode).toBe(0)
    expect(hitsIn(run)).toEqual([])
  })

  test('a rotation, and a run that fails at the instance', async () => {
    await runWith('apply')
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    const fault = scene.instance.fault({ at: ({ method }) => method === 'POST', times: 1000, action: { status: 500 } })
    const failed = await runWith('apply')
    expect(failed.exitCode).toBe(1)
    expect(hitsIn(failed)).toEqual([])
    fault.cancel()
    const run = await runWith('apply')
    expect(run.exitCode).toBe(0)
    expect(hitsIn(run)).toEqual([])
  })

  test.each([
    ['a secret that is no base64', 'BANK_KEYSTORE', 'not base64, but secret: hunter2-hunter2'],
    [
      'a key that cannot be read',
      'BATCH_KEY',
      '-----BEGIN PRIVATE KEY-----\nc2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0\n-----END PRIVATE KEY-----\n',
    ],
    ['a wrong password', 'BANK_PASSWORD', 'an entirely wrong password'],
  ])('an error about %s', async (_what, name, value) => {
    scene.secrets[name] = value
    const run = await runWith('plan')
    expect(run.exitCode).toBe(1)
    expect(hitsIn(run)).toEqual([])
  })

  test('a secret is masked before the first line that could show it', async () => {
    const run = await runWith('apply')
    const firstGroup = run.commands.findIndex(({ name }) => name === 'group')
    const lastMask = run.commands.map(({ name }) => name).lastIndexOf('add-mask')
    expect(lastMask).toBeGreaterThan(0)
    expect(firstGroup).toBeGreaterThan(lastMask)
    for (const value of ['instance-password', scene.secrets.BANK_PASSWORD, scene.secrets.BANK_KEYSTORE])
      expect(run.masks).toContain(value)
  })
})

test('a secret of one character spoils what people read, which is told, and nothing that machines go by', async () => {
  const inputs = { 'github-token': 'a' }
  const planned = await scene.run('plan', { inputs })
  const digest = planned.outputs['plan-digest'] ?? ''
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(problemsOf(planned)).toMatchObject([{ code: 'value.short-secret', severity: 'warning' }])
  const applied = await scene.run('apply', { inputs: { ...inputs, 'expected-plan': digest } })
  expect([applied.exitCode, applied.outputs.changed]).toEqual([0, 'true'])
  const certificates = JSON.parse(applied.outputs.certificates ?? '') as {
    kind: string
    notAfter: string
    fingerprint256: string
  }[]
  expect(certificates.map(({ kind }) => kind).sort()).toEqual([
    'keystore',
    'keystore',
    'trusted-certificate',
    'trusted-certificate',
  ])
  scene.secrets.BANK_PASSWORD = 'password'
  const failed = await scene.run('plan', { inputs })
  expect([failed.exitCode, failed.outputs['error-code']]).toEqual([1, 'keystore.password'])
  expect(failed.commands.filter(({ name }) => name === 'error')).toMatchObject([{ properties: { title: 'keystore.password' } }])
})

describe('canaries', () => {
  beforeEach(async () => {
    scene.secrets.BATCH_PASSWORD = CANARY
    await scene.spec(SPEC.replace('Bank Payments:', `"${CANARY}":`))
  })
  const canary: Secret[] = [{ name: 'canary', value: Buffer.from(CANARY) }]

  test('are found when masking is off', async () => {
    const report = reportOf(await runInProcess(scene, 'plan'))
    const places = {
      log: textOf(report)
        .flatMap(({ lines }) => lines)
        .join('\n'),
      summary: summaryOf(report).replaceAll(/&#(\d+);/g, (_entity, code: string) => String.fromCharCode(Number(code))),
      plan: JSON.stringify(report.plan),
    }
    for (const [name, text] of Object.entries(places)) {
      expect({ name, hits: findSecrets([{ name, bytes: Buffer.from(text) }], canary).length > 0 }).toEqual({ name, hits: true })
    }
  })

  test('are in none of those places when it is on', async () => {
    const run = await scene.run('plan')
    expect(run.exitCode).toBe(1)
    expect(run.outputs.problems).toContain('***')
    expect(findSecrets(traces(run), canary)).toEqual([])
    expect(run.summary.replaceAll(/&#(\d+);/g, (_entity, code: string) => String.fromCharCode(Number(code)))).not.toContain(
      CANARY,
    )
  })
})
