import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { runCli, type ActionRun } from '../../tools/lab/runner.ts'
import { findSecrets } from '../../tools/lab/secrets-search.ts'
import { resultJsonSchema, resultSchema } from '../../tools/generate/result-schema.ts'
import { makeCompanies, openScene, problemsOf, SPEC, type Companies, type Scene } from '../support/scene.ts'

/** The file that each run leaves for the job that gathers those of a matrix. */

let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
})
afterEach(() => scene.close())

const bytesOf = (run: ActionRun): Uint8Array | undefined => run.files.find(({ name }) => name.endsWith('/result.json'))?.bytes
const resultOf = (run: ActionRun): z.infer<typeof resultSchema> =>
  z.parse(resultSchema, JSON.parse(Buffer.from(bytesOf(run) ?? []).toString('utf8')))
/** An output as JSON has it. */
const given = (run: ActionRun, name: string): unknown => {
  const text = run.outputs[name] ?? ''
  return text === '' ? null : (JSON.parse(text) as unknown)
}

test('says what the outputs say, after each command', async () => {
  for (const command of ['plan', 'apply', 'verify', 'rollback', 'destroy']) {
    const run = await scene.run(command, { inputs: command === 'destroy' ? { confirm: 'dev' } : {} })
    const result = resultOf(run)
    expect(result).toMatchObject({ format: 1, command, environment: 'dev', instance: scene.instance.url })
    for (const name of ['changed', 'changes', 'certificates', 'problems', 'days-to-expiry'] as const)
      expect([name, result[name]]).toEqual([name, given(run, name)])
    expect(result['plan-digest']).toBe(run.outputs['plan-digest'])
    expect(result['error-code'] ?? '').toBe(run.outputs['error-code'])
    expect(run.outputs['result-file']).toMatch(/servicenow-mtls.dev.result\.json$/)
  }
})

test.each<[string, () => Promise<ActionRun>, Record<string, unknown>]>([
  [
    'the instance is down',
    () => scene.run('verify', { inputs: { 'instance-url': 'http://127.0.0.1:9' } }),
    { command: 'verify', environment: 'dev', 'error-code': 'instance.unreachable', instance: null, changed: null },
  ],
  [
    'an input is wrong',
    () => scene.run('apply', { inputs: { timeout: 'soon' } }),
    { command: 'apply', environment: 'dev', 'error-code': 'input.invalid', changes: null, certificates: [] },
  ],
  [
    'the environment is a path',
    () => scene.run('plan', { inputs: { environment: '../../x' } }),
    { environment: '', 'error-code': 'input.invalid' },
  ],
  [
    'the spec is broken',
    async () => {
      await scene.spec(SPEC.replace('keystore: bank-client', 'keystore: nowhere'))
      return scene.run('plan')
    },
    { 'error-code': 'spec.reference' },
  ],
])('on failure, too: %s', async (_what, run, expected) => {
  expect(resultOf(await run())).toMatchObject(expected)
})

test('and what went wrong after it was written', async () => {
  const run = await scene.run('apply', { inputs: { artifact: 'always' } })
  expect([run.exitCode, run.outputs['error-code']]).toEqual([1, 'github.no-artifact-service'])
  expect(resultOf(run)).toMatchObject({
    'error-code': 'github.no-artifact-service',
    changed: true,
    problems: given(run, 'problems'),
  })
})

test('a summary that cannot be written is a warning, and stands in outputs and file', async () => {
  const run = await scene.run('apply', { env: { ...scene.secrets, GITHUB_STEP_SUMMARY: scene.workspace } })
  expect([run.exitCode, run.outputs['error-code'], run.outputs.changed]).toEqual([0, '', 'true'])
  expect(problemsOf(run)).toEqual(
    expect.arrayContaining([expect.objectContaining({ code: 'output.unwritable', severity: 'warning' })]),
  )
  expect(resultOf(run)).toMatchObject({ 'error-code': null, problems: given(run, 'problems') })
})

test('problems are in the order of the spec, so that the error code is that of the first', async () => {
  const [head = '', messages = ''] = SPEC.split(/(?=rest-messages:)/)
  const rest = head.replace('certs/bank-root.pem', 'certs/none.pem').replace(/[^]*?(?=keystores:)/, '')
  const top = head.slice(0, head.indexOf('keystores:'))
  await scene.spec(top + messages.replace('Bank Payments', 'Bank Refunds') + rest)
  const found = await scene.run('plan')
  const errors = problemsOf(found).filter(({ severity }) => severity === 'error')
  expect(errors.map(({ code }) => code)).toEqual(['record.missing', 'value.file'])
  expect(found.outputs['error-code']).toBe('record.missing')
})

test('of doctor, export and targets there is none', async () => {
  for (const command of ['doctor', 'targets', 'export']) {
    const run = await scene.run(command)
    expect([command, run.exitCode, bytesOf(run), run.outputs['result-file']]).toEqual([command, 0, undefined, ''])
  }
})

test('holds no secret', async () => {
  const files = [await scene.run('apply'), await scene.run('verify')].map((run) => ({ name: 'result', bytes: bytesOf(run)! }))
  const secrets = Object.entries(scene.secrets).map(([name, value]) => ({ name, value: Buffer.from(value) }))
  // The lines of a keystore hold certificates too, which are public.
  expect(findSecrets(files, secrets).filter(({ line }) => !line)).toEqual([])
  const planted = { name: 'planted', value: Buffer.from('bank-client.acme.example') }
  expect(findSecrets(files, [planted]).length).toBeGreaterThan(0)
})

test('at a terminal it lies beside the other files', async () => {
  const args = ['verify', '--environment', 'dev', '--username', 'admin', '--password', 'admin', '--output-directory', 'out']
  await runCli({ args, env: scene.secrets, cwd: scene.workspace })
  const result: unknown = JSON.parse(readFileSync(`${scene.workspace}/out/result.json`, 'utf8'))
  expect(z.parse(resultSchema, result)).toMatchObject({ command: 'verify', changed: true })
})

test('the published schema is what is generated', () => {
  expect(JSON.parse(readFileSync('schema/result.schema.json', 'utf8'))).toEqual(resultJsonSchema())
})
