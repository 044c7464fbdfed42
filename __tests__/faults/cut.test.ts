import type { FaultAction } from '../../emulator/index.ts'
import { hasFailed } from '../../src/commands/result.ts'
import { runInProcess } from '../support/in-process.ts'
import {
  changesSince,
  keystoreSecret,
  makeCompanies,
  openScene,
  SPEC,
  stateOf,
  writesOf,
  type Companies,
  type Scene,
} from '../support/scene.ts'

let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
  await scene.spec(SHARED)
})
afterEach(() => scene.close())

/** One keystore shared by two profiles; trusted certificates pasted and attached. */
const SHARED = SPEC.replace('  batchm:', '  bankn: { keystore: bank-client }\n  batchm:')
const ABSENT = SHARED.replaceAll(
  /^( {2}[\w -]+): \{ (certificate|keystore|protocol-profile): .*$/gm,
  '$1: { absent: true }',
).replace(/^keystores:[\s\S]*?(?=^trusted)/m, 'keystores:\n  bank-client: { absent: true }\n  bank-batch: { absent: true }\n')

/** What goes wrong, by the letters of the matrix. A request that is never answered ends at the time-out of one try. */
const FAULTS: readonly {
  readonly name: string
  readonly action: FaultAction
  readonly onlyWrites?: true
  readonly hangs?: true
  /** Nothing that comes after it arrives. */
  readonly last?: true
}[] = [
  { name: 'a refused before it acts', action: 'reset-before' },
  { name: 'b acted on, the answer lost', action: 'reset-after', onlyWrites: true },
  { name: 'c 429 with Retry-After', action: { status: 429, retryAfter: 1 } },
  { name: 'd 500', action: { status: 500 } },
  { name: 'd 503, acted on', action: { status: 503, acted: true }, onlyWrites: true },
  { name: 'e 502 with HTML', action: { status: 502, html: true } },
  { name: 'f never answered', action: 'hang', hangs: true },
  { name: 'f acted on and never answered', action: 'hang-after', onlyWrites: true, hangs: true },
  { name: 'gone before it acts', action: 'reset-before', onlyWrites: true, last: true },
  { name: 'gone once it has acted', action: 'reset-after', onlyWrites: true, last: true },
]
const HANG_MS = 60

const counted: { readonly row: string; readonly cases: number }[] = []
afterAll(() => {
  const total = counted.reduce((sum, { cases }) => sum + cases, 0)
  console.log(`${counted.map(({ row }) => row).join('\n')}\n${total} cases of command \u00d7 request \u00d7 fault`)
})

interface Way {
  readonly command: string
  readonly inputs?: Readonly<Record<string, string>>
  /** What the next clean runs do to reach the same end; the command itself unless told. */
  readonly heal?: string
}

/** Every request of a command fails in every way; then the next run has to end where an undisturbed one does. */
async function cutEverywhere(title: string, { command, inputs = {}, heal = command }: Way): Promise<void> {
  const { instance } = scene
  const start = instance.snapshot()
  instance.clearRequests()
  const clean = await runInProcess(scene, command, { inputs })
  expect(clean.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const requests = instance.requests.map(({ write }) => write)
  const wanted = stateOf(instance)

  // The next run sees what is on the instance, and nothing else of the one that failed: from the same start it ends the same.
  const healed = new Set<string>()
  for (const { name, action, onlyWrites, hangs, last } of FAULTS) {
    let cases = 0
    for (const [index, write] of requests.entries()) {
      if (onlyWrites === true && !write) continue
      const which = `${title}, request ${index + 1} of ${requests.length}, ${name}`
      instance.restore(start)
      instance.clearRequests()
      const fault = instance.fault({ at: index + 1, action })
      const after = instance.fault({ at: () => last === true && fault.fired > 0, times: Infinity, action: 'reset-before' })
      await runInProcess(scene, command, { inputs, ...(hangs === true && { requestTimeoutMs: HANG_MS }) })
      after.cancel()
      expect({ which, fired: fault.fired, violations: instance.violations }).toEqual({ which, fired: 1, violations: [] })
      cases += 1
      const left = changesSince(start, instance)
      if (healed.has(left)) continue
      healed.add(left)
      const next = await runInProcess(scene, heal, { inputs })
      expect({ which, problems: next.problems.filter(({ severity }) => severity === 'error') }).toEqual({ which, problems: [] })
      expect({ which, violations: instance.violations, state: stateOf(instance) }).toEqual({
        which,
        violations: [],
        state: wanted,
      })
      instance.clearRequests()
      await runInProcess(scene, heal, { inputs })
      expect({ which, writes: writesOf(instance) }).toEqual({ which, writes: [] })
    }
    if (cases > 0) counted.push({ row: `${title}: ${cases} requests \u00d7 ${name}`, cases })
  }
  counted.push({ row: `${title}: healed from ${healed.size} states`, cases: 0 })
}

async function applied(): Promise<void> {
  expect(hasFailed(await runInProcess(scene, 'apply'))).toBe(false)
}

async function rotated(): Promise<void> {
  scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
  await scene.write('certs/bank-root.pem', companies.server.certificatePem)
  await scene.write('certs/bank-der.pem', companies.server.certificatePem)
}

const LONG = 280_000

test('first apply', () => cutEverywhere('first apply', { command: 'apply' }), LONG)

test('apply of what is there', async () => {
  await applied()
  await cutEverywhere('re-apply', { command: 'apply' })
})

test(
  'rotation of a shared keystore and of both trusted certificates',
  async () => {
    await applied()
    await rotated()
    await cutEverywhere('rotation', { command: 'apply' })
  },
  LONG,
)

test(
  'rollback',
  async () => {
    await applied()
    await rotated()
    await applied()
    await cutEverywhere('rollback', { command: 'rollback', inputs: { only: 'keystores.bank-client' } })
  },
  LONG,
)

test(
  'destroy',
  async () => {
    await applied()
    await rotated()
    await applied()
    await cutEverywhere('destroy', { command: 'destroy', inputs: { confirm: 'dev' } })
  },
  LONG,
)

test(
  'absent',
  async () => {
    await applied()
    await rotated()
    await applied()
    await scene.spec(ABSENT)
    await cutEverywhere('absent', { command: 'apply', inputs: { confirm: 'dev' } })
  },
  LONG,
)
