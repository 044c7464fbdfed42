import type { FaultAction } from '../../emulator/index.ts'
import { hasFailed } from '../../src/commands/result.ts'
import { runInProcess } from '../support/in-process.ts'
import {
  changesSince,
  keystoreSecret,
  makeCompanies,
  openScene,
  problemsOf,
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
  scene = await openScene(companies)
})
afterAll(() => scene.close())

interface Way {
  readonly command: string
  readonly inputs?: Readonly<Record<string, string>>
}

/** Runs the bundle and sends it a signal at its k-th write, before or after the instance has acted on it. */
async function runAndSignal(way: Way, k: number, signal: NodeJS.Signals, action: FaultAction): ReturnType<Scene['run']> {
  let pid = 0
  let seen = 0
  const fault = scene.instance.fault({
    at: ({ write }) => {
      if (!write || (seen += 1) !== k) return false
      process.kill(pid, signal)
      return true
    },
    action,
  })
  const run = await scene.run(way.command, { inputs: way.inputs ?? {}, onStart: (started) => (pid = started) })
  expect(fault.fired).toBe(1)
  return run
}

/**
 * At other requests a death leaves what one at a write leaves: only writes change anything. The next run sees what is on the instance, and
 * nothing else of the one that was killed: it needs no process, and is the same wherever it starts from the same.
 */
async function killEverywhere(title: string, way: Way): Promise<void> {
  const { instance } = scene
  const start = instance.snapshot()
  instance.clearRequests()
  expect((await scene.run(way.command, { inputs: way.inputs ?? {} })).exitCode).toBe(0)
  const writes = writesOf(instance).length
  const wanted = stateOf(instance)
  const healed = new Set<string>()
  for (let k = 1; k <= writes; k++) {
    for (const action of ['reset-before', 'reset-after'] as const) {
      const name = `${title}, killed at write ${k} of ${writes}, ${action}`
      instance.restore(start)
      instance.clearRequests()
      const killed = await runAndSignal(way, k, 'SIGKILL', action)
      expect({ name, exitCode: killed.exitCode, violations: instance.violations }).toEqual({
        name,
        exitCode: null,
        violations: [],
      })
      const left = changesSince(start, instance)
      if (healed.has(left)) continue
      healed.add(left)
      const failed = hasFailed(await runInProcess(scene, way.command, way))
      expect({ name, failed, violations: instance.violations }).toEqual({ name, failed: false, violations: [] })
      expect({ name, state: stateOf(instance) }).toEqual({ name, state: wanted })
    }
  }
  // Two writes may be on their way at the same time; else each death is one of its own.
  expect(healed.size).toBeGreaterThan(writes / 2)
  counted.push(`${title}: ${writes} writes \u00d7 g killed before and after, healed from ${healed.size} states`)
}

const counted: string[] = []
afterAll(() => {
  console.log(counted.join('\n'))
})

/** A setting small enough for a process at each write: one keystore, one attached certificate. */
const SMALL = `version: 1
environments:
  dev: { instance: "\${INSTANCE}" }
keystores:
  bank-client: { password: { secret: BANK_PASSWORD }, source: { keystore: { secret: BANK_KEYSTORE } } }
trusted-certificates:
  bank-der: { certificate: { file: certs/bank-der.pem }, format: der }
protocol-profiles:
  bankm: { keystore: bank-client, port: 443 }
rest-messages:
  Bank Payments: { protocol-profile: bankm }
`

test('a process that is killed at any write of any command leaves the instance whole, and the next run ends it', async () => {
  await scene.spec(SMALL)
  await killEverywhere('first apply', { command: 'apply' })
  scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
  await killEverywhere('rotation', { command: 'apply' })
  const start = scene.instance.snapshot()
  await killEverywhere('rollback', { command: 'rollback' })
  scene.instance.restore(start)
  await killEverywhere('destroy', { command: 'destroy', inputs: { confirm: 'dev' } })
  scene.instance.restore(start)
  await scene.spec(
    SMALL.replace(/\{ password.*$/m, '{ absent: true }')
      .replace(/\{ certificate.*$/m, '{ absent: true }')
      .replace(/\{ keystore: bank.*$/m, '{ absent: true }')
      .replace(/\{ protocol-profile.*$/m, '{ absent: true }'),
  )
  await killEverywhere('absent', { command: 'apply', inputs: { confirm: 'dev' } })
  await scene.spec(SPEC)
}, 280_000)

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends a run after the write in flight, says that it is safe to run again, and it is',
  async (signal) => {
    const { instance } = scene
    for (const name of ['sys_certificate', 'sys_protocol_profile'])
      for (const { sys_id } of instance.store.rows(name)) instance.store.remove(name, sys_id)
    for (const { sys_id } of instance.store.rows('sys_rest_message')) {
      instance.store.update('sys_rest_message', sys_id, { use_mutual_auth: 'false', protocol_name: '' })
    }
    for (const { sys_id } of instance.store.rows('sys_soap_message')) {
      instance.store.update('sys_soap_message', sys_id, { enable_mutual_auth: 'false', protocol_profile: '' })
    }
    instance.clearRequests()
    let pid = 0
    let seen = 0
    // A matcher that matches nothing: the write goes on as if nothing had happened.
    const watch = instance.fault({
      at: ({ write }) => {
        if (write && (seen += 1) === 3) process.kill(pid, signal)
        return false
      },
      action: 'reset-before',
    })
    const run = await scene.run('apply', { onStart: (started) => (pid = started) })
    watch.cancel()
    expect(run).toMatchObject({ exitCode: 1, outputs: { 'error-code': 'timeout' } })
    expect(problemsOf(run).find(({ code }) => code === 'timeout')).toMatchObject({
      hint: expect.stringContaining('safe to run again'),
    })
    expect(instance.violations).toEqual([])
    expect((await scene.run('apply')).exitCode).toBe(0)
    expect((await scene.run('apply')).outputs.changed).toBe('false')
  },
)
