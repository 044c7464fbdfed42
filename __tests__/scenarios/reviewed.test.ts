import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasFailed } from '../../src/commands/result.ts'
import { runInProcess } from '../support/in-process.ts'
import {
  keystoreSecret,
  makeCompanies,
  openScene,
  problemsOf,
  stateOf,
  writesOf,
  type Companies,
  type Scene,
} from '../support/scene.ts'

let companies: Companies
let scene: Scene
let planFile: string
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
  planFile = join(scene.workspace, 'reviewed.json')
})
afterEach(async () => {
  expect(scene.instance.violations).toEqual([])
  await scene.close()
})

const review = async (): Promise<string> => {
  const plan = await scene.run('plan', { inputs: { 'plan-file': planFile } })
  expect(plan).toMatchObject({ exitCode: 0, outputs: { 'plan-file': planFile } })
  return plan.outputs['plan-digest'] ?? ''
}

describe('a plan that was reviewed', () => {
  test('is carried out as it is, by file and by digest; the second time nothing is left', async () => {
    const digest = await review()
    const plan = JSON.parse(await readFile(planFile, 'utf8')) as { format: number; digest: string; changes: unknown[] }
    expect(plan).toMatchObject({ format: 1, digest })
    expect(plan.changes).toHaveLength(8)
    const inputs = { 'plan-file': planFile, 'expected-plan': digest }
    expect(await scene.run('apply', { inputs })).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
    expect(await scene.run('apply', { inputs })).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } })
  })

  test('is refused with the difference when something else would be written', async () => {
    const digest = await review()
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    for (const inputs of [{ 'plan-file': planFile }, { 'expected-plan': digest }]) {
      const run = await scene.run('apply', { inputs })
      expect(run).toMatchObject({ exitCode: 1, outputs: { 'error-code': 'plan.changed', changed: 'false' } })
    }
    const run = await scene.run('apply', { inputs: { 'plan-file': planFile } })
    expect(problemsOf(run).map(({ message }) => message)).toContain('keystores.bank-client: its content is another')
    expect(writesOf(scene.instance)).toEqual([])
  })

  test('of another environment or no plan at all is refused', async () => {
    await scene.write('reviewed.json', '{"format":1}')
    expect(await scene.run('apply', { inputs: { 'plan-file': 'reviewed.json' } })).toMatchObject({
      exitCode: 1,
      outputs: { 'error-code': 'input.invalid' },
    })
    expect(await scene.run('apply', { inputs: { 'plan-file': 'none.json' } })).toMatchObject({
      exitCode: 1,
      outputs: { 'error-code': 'input.invalid' },
    })
    expect(writesOf(scene.instance)).toEqual([])
  })

  test('goes on after a run that died at any write of a first apply or of a rotation', async () => {
    const { instance } = scene
    for (const prepare of [undefined, () => keystoreSecret(companies.renewed)]) {
      if (prepare !== undefined) {
        expect(hasFailed(await runInProcess(scene, 'apply'))).toBe(false)
        scene.secrets.BANK_KEYSTORE = await prepare()
      }
      await review()
      const start = instance.snapshot()
      instance.clearRequests()
      await runInProcess(scene, 'apply')
      const wanted = stateOf(instance)
      const writes = writesOf(instance).length
      for (let k = 1; k <= writes; k++) {
        instance.restore(start)
        let seen = 0
        const fault = instance.fault({ at: ({ write }) => write && (seen += 1) === k, action: 'reset-after' })
        await runInProcess(scene, 'apply', { inputs: { 'plan-file': planFile } })
        expect(fault.fired).toBe(1)
        const again = await runInProcess(scene, 'apply', { inputs: { 'plan-file': planFile } })
        expect({ k, problems: again.problems.filter(({ severity }) => severity === 'error') }).toEqual({ k, problems: [] })
        expect({ k, state: stateOf(instance) }).toEqual({ k, state: wanted })
      }
    }
  })
})

describe('only', () => {
  test('limits apply to the items that are named', async () => {
    const run = await scene.run('apply', { inputs: { only: 'bank-root\nkeystores.bank-batch' } })
    expect(run).toMatchObject({
      exitCode: 0,
      outputs: { changes: '{"create":2,"update":0,"rotate":0,"delete":0,"unchanged":0}' },
    })
    const names = scene.instance.store.rows('sys_certificate').map(({ name }) => name)
    expect(names.sort()).toEqual(['bank-batch', 'bank-root'])
  })

  test('names what is missing: an item that is needed, or that is none', async () => {
    const run = await scene.run('apply', { inputs: { only: 'bankm, nonsense' } })
    expect(run).toMatchObject({ exitCode: 1, outputs: { 'error-code': 'input.invalid' } })
    expect(problemsOf(run).map(({ message }) => message)).toEqual([
      'input only: nonsense: the spec has no such item',
      'input only: protocol-profiles.bankm needs keystores.bank-client, which has to be changed before it',
    ])
    expect(writesOf(scene.instance)).toEqual([])
  })
})
