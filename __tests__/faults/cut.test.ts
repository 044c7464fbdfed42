import type { FaultAction } from '../../emulator/index.ts'
import { hasFailed } from '../../src/commands/result.ts'
import { runInProcess } from '../support/in-process.ts'
import { keystoreSecret, makeCompanies, openScene, stateOf, writesOf, type Companies, type Scene } from '../support/scene.ts'

let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
  scene = await openScene(companies)
})
afterAll(() => scene.close())

const ACTIONS: readonly FaultAction[] = [
  'reset-before',
  'reset-after',
  { status: 500 },
  { status: 502, html: true },
  { status: 503, acted: true },
  { status: 429, retryAfter: 1 },
]

const shown: string[] = []
afterAll(() => {
  console.log(`${shown.length} cases of command × request × fault`)
})

/** Every request of a command fails in every way; then the next run has to end where an undisturbed one does. */
async function cutEverywhere(command: string, change: () => Promise<void>): Promise<void> {
  const { instance } = scene
  const start = instance.snapshot()
  await change()
  instance.clearRequests()
  expect(hasFailed(await runInProcess(scene, command))).toBe(false)
  const requests = instance.requests.length
  expect(writesOf(instance).length).toBeGreaterThan(0)
  const wanted = stateOf(instance)

  for (let k = 1; k <= requests; k++) {
    for (const action of ACTIONS) {
      const name = `${command}, request ${k} of ${requests}, ${JSON.stringify(action)}`
      instance.restore(start)
      instance.clearRequests()
      const fault = instance.fault({ at: k, action })
      await runInProcess(scene, command)
      expect({ name, fired: fault.fired, violations: instance.violations }).toEqual({ name, fired: 1, violations: [] })
      const healed = await runInProcess(scene, command)
      expect({ name, problems: healed.problems.filter(({ severity }) => severity === 'error') }).toEqual({ name, problems: [] })
      expect({ name, violations: instance.violations, state: stateOf(instance) }).toEqual({ name, violations: [], state: wanted })
      instance.clearRequests()
      await runInProcess(scene, command)
      expect({ name, writes: writesOf(instance) }).toEqual({ name, writes: [] })
      shown.push(name)
    }
  }
}

test(
  'first apply, cut at each request before and after the instance acted',
  () => cutEverywhere('apply', () => Promise.resolve()),
  240_000,
)

test('rotation of a keystore and of both trusted certificates, cut likewise', async () => {
  expect(hasFailed(await runInProcess(scene, 'apply'))).toBe(false)
  await cutEverywhere('apply', async () => {
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    await scene.write('certs/bank-root.pem', companies.server.certificatePem)
    await scene.write('certs/bank-der.pem', companies.server.certificatePem)
  })
}, 240_000)
