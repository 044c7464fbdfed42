import { X509Certificate } from 'node:crypto'
import type { Result } from '../../src/commands/result.ts'
import { runInProcess } from '../support/in-process.ts'
import { jksOf, keystoreSecret, makeCompanies, openScene, SPEC, writesOf, type Companies, type Scene } from '../support/scene.ts'

/** Keystores that people made and that stay as they are, and records with another's mark. */

let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
})
afterEach(() => scene.close())

const told = ({ problems }: Result): string[] => problems.map(({ severity, code, item }) => `${severity} ${code} ${item}`)
const changes = ({ plan }: Result): string[] => plan?.changes.map(({ kind, item }) => `${kind} ${item}`) ?? []
const EXISTING = `version: 1
environments:
  dev: { instance: "\${INSTANCE}" }
keystores:
  bank-client: { source: { existing: true } }
protocol-profiles:
  bankm: { keystore: bank-client }
rest-messages:
  Bank Payments: { protocol-profile: bankm }
`

/** The instance after `apply`, with the marks of attachments gone: as people make records. */
async function madeByPeople(): Promise<void> {
  await runInProcess(scene, 'apply')
  const { store } = scene.instance
  for (const row of store.rows('sys_attachment')) {
    const content = store.attachmentContent(row.sys_id)!
    store.remove('sys_attachment', row.sys_id)
    store.putAttachment({ table: 'sys_certificate', sysId: row.table_sys_id!, fileName: 'bank.jks', content })
  }
  scene.instance.clearRequests()
}

describe('existing: true', () => {
  beforeEach(async () => {
    await madeByPeople()
    await scene.spec(EXISTING)
    for (const name of Object.keys(scene.secrets)) scene.secrets[name] = ''
  })

  test('needs no secret, and nothing is to change where all is in place', async () => {
    const run = await runInProcess(scene, 'plan')
    expect([told(run), changes(run)]).toEqual([[], []])
    expect(run.plan?.unchanged).toEqual(['keystores.bank-client', 'protocol-profiles.bankm', 'rest-messages.Bank Payments'])
    expect(run.depth).toBe('full')
  })

  test('is watched: its certificate is told, and verify fails on one that expires', async () => {
    const watched = await runInProcess(scene, 'verify', { inputs: { 'fail-on-expiry': 'true', 'expiry-warning': '9000d' } })
    // The certificates of its issuers expire within 9000 days, too.
    expect([...new Set(told(watched))]).toEqual(['error certificate.expiring keystores.bank-client'])
    expect(watched.certificates.map(({ name, serialNumber, files }) => [name, serialNumber, files])).toEqual([
      ['bank-client', new X509Certificate(companies.client.certificatePem).serialNumber, []],
    ])
    const { store } = scene.instance
    const [row] = store.rows('sys_certificate').filter(({ name }) => name === 'bank-client')
    for (const file of store.rows('sys_attachment').filter(({ table_sys_id }) => table_sys_id === row!.sys_id))
      store.remove('sys_attachment', file.sys_id)
    const content = await jksOf(companies.expired)
    store.putAttachment({ table: 'sys_certificate', sysId: row!.sys_id, fileName: 'bank.jks', content })
    expect(told(await runInProcess(scene, 'verify'))).toEqual(['error certificate.expired keystores.bank-client'])
    expect(told(await runInProcess(scene, 'plan'))).toEqual(['warning certificate.expired keystores.bank-client'])
  })

  test('one that shows nothing without its password is told to be unwatched', async () => {
    const { store } = scene.instance
    const [row] = store.rows('sys_certificate').filter(({ name }) => name === 'bank-client')
    for (const file of store.rows('sys_attachment').filter(({ table_sys_id }) => table_sys_id === row!.sys_id))
      store.remove('sys_attachment', file.sys_id)
    const content = Buffer.from(await keystoreSecret(companies.client), 'base64')
    store.putAttachment({ table: 'sys_certificate', sysId: row!.sys_id, fileName: 'bank.p12', content })
    store.update('sys_certificate', row!.sys_id, { type: 'pkcs12_key_store' })
    const run = await runInProcess(scene, 'verify')
    expect([told(run), run.certificates]).toEqual([['notice keystore.unwatched keystores.bank-client'], []])
    // The same file in a record that says Java Key Store: told here, and by doctor.
    store.update('sys_certificate', row!.sys_id, { type: 'key_store', expires: '' })
    expect(told(await runInProcess(scene, 'plan'))).toEqual([
      'warning keystore.other-type keystores.bank-client',
      'notice keystore.unwatched keystores.bank-client',
    ])
    const { problems } = await runInProcess(scene, 'doctor', { inputs: { 'instance-url': scene.instance.url } })
    const ofType = problems.filter(({ code }) => code === 'keystore.other-type')
    expect(ofType.map(({ message }) => message.replace(row!.sys_id, 'ID'))).toEqual([
      'the active keystore bank-client (ID) is of the type key_store, and its file is PKCS#12: whether that is read hangs on the Java of the instance',
    ])
  })

  test('profile and message are set up on it; the record itself is never written', async () => {
    const { store } = scene.instance
    const before = store.rows('sys_certificate')
    for (const row of store.rows('sys_rest_message'))
      store.update('sys_rest_message', row.sys_id, { use_mutual_auth: false, protocol_name: '' })
    for (const row of store.rows('sys_protocol_profile')) store.remove('sys_protocol_profile', row.sys_id)
    const run = await runInProcess(scene, 'apply')
    expect([told(run), changes(run)]).toEqual([[], ['create protocol-profiles.bankm', 'update rest-messages.Bank Payments']])
    expect(writesOf(scene.instance)).toEqual(['POST sys_protocol_profile', 'PATCH sys_rest_message'])
    expect(store.rows('sys_certificate')).toEqual(before)
    expect(changes(await runInProcess(scene, 'apply'))).toEqual([])
  })

  test.each<[string, () => void, string[]]>([
    ['is not there', () => void remove('bank-client'), ['error record.missing keystores.bank-client']],
    ['is inactive', () => update('bank-client', { active: 'false' }), ['error record.missing keystores.bank-client']],
    [
      'is there twice',
      () => void scene.instance.store.insert('sys_certificate', { name: 'bank-client', type: 'key_store' }),
      ['error record.ambiguous keystores.bank-client'],
    ],
    [
      'is not whole',
      () => {
        const { store } = scene.instance
        store.remove('sys_attachment', store.attachments(idOf('bank-client'))[0]!.sys_id)
      },
      ['error record.unclear keystores.bank-client'],
    ],
  ])('one that %s blocks what depends on it', async (_name, change, expected) => {
    change()
    const run = await runInProcess(scene, 'apply')
    expect([told(run), changes(run)]).toEqual([expected, []])
    expect(writesOf(scene.instance)).toEqual([])
  })

  test('destroy leaves it and its profile; the message is left too', async () => {
    await runInProcess(scene, 'destroy', { inputs: { confirm: 'dev' } })
    expect(scene.instance.store.get('sys_certificate', idOf('bank-client'))?.active).toBe('true')
    expect(scene.instance.store.find('sys_protocol_profile', 'protocol', 'bankm')?.keystore).toBe(idOf('bank-client'))
    expect(scene.instance.violations).toEqual([])
  })

  test('a password is needed for everything else, and said where', async () => {
    await scene.spec(EXISTING.replace('{ existing: true }', '{ keystore: { secret: K } }'))
    const { problems } = await runInProcess(scene, 'plan')
    expect(problems.map(({ code, item, message }) => [code, item, message])).toEqual([
      ['spec.type', 'keystores.bank-client', 'password: is missing'],
    ])
  })
})

describe('adopt', () => {
  const marked = SPEC.replace('version: 1\n', 'version: 1\nowner: acme/other\n')

  test('a record with the mark of another repository is an error, and taken over where the item says so', async () => {
    await runInProcess(scene, 'apply')
    await scene.spec(marked)
    expect(told(await runInProcess(scene, 'plan'))).toEqual(
      expect.arrayContaining(['error record.other-owner keystores.bank-client', 'error record.other-owner keystores.bank-batch']),
    )
    await scene.spec(
      marked.replaceAll('    source:', '    adopt: true\n    source:').replace('format: der }', 'format: der, adopt: true }'),
    )
    const run = await runInProcess(scene, 'apply')
    expect([told(run).filter((line) => line.startsWith('error')), scene.instance.violations]).toEqual([[], []])
    expect(changes(await runInProcess(scene, 'apply'))).toEqual([])
  })

  test('equal content keeps the other mark, which is told and which destroy heeds, until the content changes', async () => {
    await runInProcess(scene, 'apply')
    const adopting = marked
      .replaceAll('    source:', '    adopt: true\n    source:')
      .replace('format: der }', 'format: der, adopt: true }')
    await scene.spec(adopting)
    scene.instance.clearRequests()
    const equal = await runInProcess(scene, 'apply')
    expect([changes(equal), told(equal).filter((line) => line.includes('adopted'))]).toEqual([
      [],
      ['bank-der', 'bank-client', 'bank-batch'].map(
        (name) => `notice record.adopted ${name === 'bank-der' ? 'trusted-certificates' : 'keystores'}.${name}`,
      ),
    ])
    expect(equal.problems.find(({ code }) => code === 'record.adopted')?.message).toMatch(
      /: it is taken over, and keeps that mark until its content changes; until then neither destroy nor absent takes it away$/,
    )
    expect(writesOf(scene.instance)).toEqual([])
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    expect(changes(await runInProcess(scene, 'apply'))).toEqual(['rotate keystores.bank-client'])
    // Only what still bears the other mark needs it.
    await scene.spec(adopting.replace('    adopt: true\n', ''))
    const after = await runInProcess(scene, 'plan')
    expect([changes(after), told(after).filter((line) => line.startsWith('error'))]).toEqual([[], []])
    await runInProcess(scene, 'destroy', { inputs: { confirm: 'dev' } })
    const names = scene.instance.store.rows('sys_certificate').filter(({ active }) => active === 'true')
    expect(names.map(({ name }) => name).sort()).toEqual(['bank-batch', 'bank-der', 'bank-root'])
    expect(scene.instance.violations).toEqual([])
  })
})

const idOf = (name: string): string => scene.instance.store.find('sys_certificate', 'name', name)!.sys_id
const remove = (name: string): boolean => scene.instance.store.remove('sys_certificate', idOf(name))
const update = (name: string, values: Record<string, string>): void =>
  void scene.instance.store.update('sys_certificate', idOf(name), values)
