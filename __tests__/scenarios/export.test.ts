import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runInProcess } from '../support/in-process.ts'
import { makeCompanies, openScene, writesOf, type Companies, type Scene } from '../support/scene.ts'

/** `export`, then `plan` with what it wrote: nothing to change, and no secret needed, whatever people have set up by hand. */

let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
  await runInProcess(scene, 'apply')
})
afterEach(() => scene.close())

/** A linear congruential generator: the same instances in every run. */
function randomly(seed: number): {
  pick: <T>(from: readonly T[]) => T
  chance: (of: number) => boolean
  count: (most: number) => number
} {
  let state = seed
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  return { pick: (from) => from[next(from.length)]!, chance: (of) => next(of) === 0, count: (most) => next(most + 1) }
}

const NAMES = [
  'Bank',
  'bank',
  'Bank & Co: "x"',
  '# no',
  'a\\b',
  "it's",
  'ümläut',
  'old (retired 2026-01-01 0a1b2c3d)',
  'with ^ in it',
  '1',
]

/** More of everything, whole and broken, as years of work by hand leave it. */
function grow(seed: number): void {
  const { store } = scene.instance
  const random = randomly(seed)
  const certificates = [companies.bankRoot, companies.bankRoot2, companies.root, companies.issuing, companies.expired]
  for (let at = random.count(6); at > 0; at -= 1) {
    const pem = random.chance(5) ? 'no certificate' : random.pick(certificates).certificatePem
    const attached = random.chance(3)
    const { sys_id: sysId } = store.insert('sys_certificate', {
      name: random.pick(NAMES),
      active: !random.chance(4),
      ...(attached ? { format: 'der' } : { pem_certificate: pem }),
    })
    if (attached) store.putAttachment({ table: 'sys_certificate', sysId, fileName: 'ca.cer', content: Buffer.from(pem) })
  }
  const made = store.rows('sys_certificate').filter((row) => row.type === 'key_store')
  for (let at = random.count(4); at > 0; at -= 1) {
    const active = !random.chance(4)
    const row = store.insert('sys_certificate', { name: random.pick(NAMES), type: 'key_store', active })
    if (!random.chance(4))
      store.putAttachment({ table: 'sys_certificate', sysId: row.sys_id, fileName: 'k.jks', content: Buffer.from('k') })
    made.push(row)
  }
  for (let at = random.count(5); at > 0; at -= 1) {
    const keystore = random.chance(6) ? 'f'.repeat(32) : random.pick(made).sys_id
    store.insert('sys_protocol_profile', {
      protocol: random.pick(['a', 'bb', 'ccc', 'https', 'toolongname', 'x']),
      keystore,
      default_port: random.pick(['443', '8443', '', 'no']),
    })
  }
  const profiles = store.rows('sys_protocol_profile').map(({ sys_id }) => sys_id)
  const flags = {
    sys_rest_message: ['use_mutual_auth', 'protocol_name'],
    sys_soap_message: ['enable_mutual_auth', 'protocol_profile'],
    http_connection: ['use_mutual_auth', 'protocol_profile'],
    oauth_entity: ['use_mutual_auth', 'protocol_name'],
  }
  for (const [table, [flag = '', profile = '']] of Object.entries(flags)) {
    for (let at = random.count(3); at > 0; at -= 1) {
      store.insert(table, {
        name: random.pick(NAMES),
        [flag]: !random.chance(3),
        [profile]: random.chance(4) ? '' : random.pick(profiles),
      })
    }
  }
}

async function exported(): Promise<{ text: string; left: string[] }> {
  for (const name of Object.keys(scene.secrets)) scene.secrets[name] = ''
  const inputs = { 'instance-url': scene.instance.url, spec: 'none.yml' }
  scene.instance.clearRequests()
  const { exported: files = [], problems } = await runInProcess(scene, 'export', { inputs })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(writesOf(scene.instance)).toEqual([])
  for (const { path, text } of files) await scene.write(path, text)
  return { text: await readFile(join(scene.workspace, 'servicenow-mtls.yml'), 'utf8'), left: problems.map(({ code }) => code) }
}

test('of an instance that is in order: all of it, and the plan is empty', async () => {
  const { text } = await exported()
  expect(text.replace(scene.instance.url, 'URL')).toMatchSnapshot()
  const run = await runInProcess(scene, 'plan', { inputs: { environment: 'dev' } })
  expect([run.problems, run.plan?.changes, run.depth]).toEqual([[], [], 'full'])
})

test.each(Array.from({ length: 30 }, (_, seed) => seed + 1))('of a grown instance, number %i', async (seed) => {
  grow(seed)
  const before = scene.instance.snapshot()
  await exported()
  const run = await runInProcess(scene, 'plan')
  expect(run.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(run.plan?.changes).toEqual([])
  expect(scene.instance.snapshot()).toEqual(before)
})
