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
  for (const message of store.rows('sys_rest_message')) {
    const rest_endpoint = random.pick(['', 'https://a.example', 'other://a.example', '${host}'])
    store.insert('sys_rest_message_fn', { function_name: random.pick(NAMES), rest_message: message.sys_id, rest_endpoint })
  }
  for (let at = random.count(4); at > 0; at -= 1) {
    const active = !random.chance(4)
    const type = random.pick(['key_store', 'key_store', 'pkcs12_key_store'])
    const row = store.insert('sys_certificate', { name: random.pick(NAMES), type, active })
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

test('a PKCS#12 keystore says so: its type counts once it is loaded instead', async () => {
  const { store } = scene.instance
  store.update('sys_certificate', store.find('sys_certificate', 'name', 'bank-client')!.sys_id, { type: 'pkcs12_key_store' })
  const { text } = await exported()
  expect(text).toContain('  "bank-client": { type: pkcs12, source: { existing: true } }')
  expect(text).toContain('  "bank-batch": { source: { existing: true } }')
  await scene.write('exported.yml', text)
  const again = await runInProcess(scene, 'plan', { inputs: { spec: 'exported.yml' } })
  expect([again.plan?.changes, again.problems.filter(({ severity }) => severity === 'error')]).toEqual([[], []])
})

/** What only a test of the message shows on a real instance stands above it as a comment. */
test('what is ambiguous stands there as a comment, and changes nothing', async () => {
  const { store } = scene.instance
  const rest_message = store.rows('sys_rest_message')[0]!.sys_id
  const protocol_name = store.find('sys_protocol_profile', 'protocol', 'bankm')!.sys_id
  store.insert('sys_rest_message_fn', { function_name: 'ping\n# x', rest_message, protocol_name, rest_endpoint: 'other://x' })
  store.update('sys_rest_message', rest_message, { authentication_type: 'oauth2' })
  const { text } = await exported()
  expect(text).toContain(`rest-messages:
  # "Bank Payments": its method ping # x overrides the message: it has mutual authentication off
  # "Bank Payments": the endpoint of its method ping # x begins with other://, and not with https:// or the profile's bankm://: it is called over another profile, or not at all
  # "Bank Payments": the message signs in with OAuth 2.0
  "Bank Payments": { protocol-profile: bankm }`)
  expect((await runInProcess(scene, 'plan')).plan?.changes).toEqual([])
})

describe('of what years of work leave behind', () => {
  const planned = async (inputs: Record<string, string> = {}) => {
    const { plan, problems } = await runInProcess(scene, 'plan', { inputs })
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(plan?.changes).toEqual([])
  }

  test('names that YAML would read as no text stay names', async () => {
    const { store } = scene.instance
    const profile = store.find('sys_protocol_profile', 'protocol', 'bankm')!.sys_id
    store.update('sys_protocol_profile', profile, { protocol: 'null' })
    const { text } = await exported({ environment: 'true' })
    expect(text).toContain('"Bank Payments": { protocol-profile: "null" }')
    await planned({ environment: 'true' })
  })

  test('a certificate that another spec has marked as its own is left to it', async () => {
    const { text } = await exported({ environment: 'other' })
    expect(text).toMatch(/# "bank-der": left out: .* belonging to environment dev: what another spec manages is not taken over/)
    await planned({ environment: 'other' })
  })

  test('a certificate that is being replaced, a BCFKS keystore, and names that turn around are left out', async () => {
    const { store } = scene.instance
    const pem_certificate = companies.bankRoot2.certificatePem
    store.insert('sys_certificate', { name: 'bank-root (until 2026-01-01)', pem_certificate })
    store.insert('sys_certificate', { name: 'a\u202eb', pem_certificate })
    const keystore = store.insert('sys_certificate', { name: 'fips', type: 'bcfks_key_store' }).sys_id
    store.insert('sys_protocol_profile', { protocol: 'fipsm', keystore })
    const { text } = await exported()
    expect(text).toContain('# "bank-root": left out: it is being replaced: there is bank-root (until 2026-01-01), too')
    expect(text).toContain('# "fipsm": left out: its keystore fips is of the type bcfks_key_store, neither JKS nor PKCS#12')
    expect(text).not.toContain('\u202e')
    await planned()
  })

  test('a file that may not be read costs its own entry alone', async () => {
    scene.instance.fault({ at: ({ path }) => path.endsWith('/file'), action: { status: 403 } })
    const { text } = await exported()
    expect(text).toContain('# "bank-der": left out: the record holds no single certificate that can be read')
    expect(text).toContain('"bank-root": {')
    await planned()
  })

  test('messages of one name are told apart by their scope where that does, which is the same everywhere', async () => {
    const { store } = scene.instance
    const scope = store.insert('sys_scope', { scope: 'x_acme_bank', name: 'Bank' }).sys_id
    store.insert('sys_rest_message', { name: 'Bank Payments', sys_scope: scope })
    expect((await exported()).text).toContain('"Bank Payments": { protocol-profile: bankm, scope: "global" }')
    await planned()
    const second = store.insert('sys_rest_message', { name: 'Bank Payments' }).sys_id
    const { text } = await exported()
    expect(text).toMatch(/"Bank Payments": \{ protocol-profile: bankm, sys-id: "[0-9a-f]{32}" \}/)
    expect(text).not.toContain(second)
    await planned()
  })
})

test('for a second instance the same file shows what differs there', async () => {
  await exported()
  const second = await openScene(companies)
  try {
    await runInProcess(second, 'apply')
    const { store } = second.instance
    const idOf = (table: string, column: string, value: string): string => store.find(table, column, value)!.sys_id
    store.remove('sys_certificate', idOf('sys_certificate', 'name', 'bank-root'))
    store.update('sys_certificate', idOf('sys_certificate', 'name', 'bank-batch'), { active: false })
    store.update('sys_protocol_profile', idOf('sys_protocol_profile', 'protocol', 'bankm'), { default_port: '8443' })
    store.update('sys_rest_message', store.rows('sys_rest_message')[0]!.sys_id, { use_mutual_auth: false })
    second.instance.clearRequests()
    const { plan, problems } = await runInProcess(scene, 'plan', { inputs: { 'instance-url': second.instance.url } })
    expect(plan?.changes.map(({ kind, item, columns }) => [kind, item, columns.map(({ column }) => column)])).toEqual([
      ['create', 'trusted-certificates.bank-root', expect.anything()],
      ['update', 'protocol-profiles.bankm', ['default_port']],
      ['update', 'rest-messages.Bank Payments', ['use_mutual_auth']],
    ])
    const errors = problems.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, item }) => [code, item])).toEqual([['record.missing', 'keystores.bank-batch']])
    expect(writesOf(second.instance)).toEqual([])
  } finally {
    await second.close()
  }
})

async function exported(more: Record<string, string> = {}): Promise<{ text: string; left: string[] }> {
  for (const name of Object.keys(scene.secrets)) scene.secrets[name] = ''
  const inputs = { 'instance-url': scene.instance.url, spec: 'none.yml', ...more }
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
