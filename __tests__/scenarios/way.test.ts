import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
})
afterEach(async () => {
  expect(scene.instance.violations).toEqual([])
  await scene.close()
})

describe('the whole way', () => {
  test('plan writes nothing, apply does what it shows, the second apply sends only GETs', async () => {
    const plan = await scene.run('plan')
    expect(plan.exitCode).toBe(0)
    expect(writesOf(scene.instance)).toEqual([])
    expect(plan.outputs).toMatchObject({
      changed: 'true',
      changes: '{"create":6,"update":2,"rotate":0,"delete":0,"unchanged":0}',
      'error-code': '',
    })
    expect(plan.outputs['plan-digest']).toMatch(/^sha256:[0-9a-f]{64}$/)

    const apply = await scene.run('apply')
    expect(apply.exitCode).toBe(0)
    expect(apply.outputs).toMatchObject({
      changed: 'true',
      changes: plan.outputs.changes,
      'plan-digest': plan.outputs['plan-digest'],
    })
    expect(writesOf(scene.instance).length).toBeGreaterThan(10)

    scene.instance.clearRequests()
    const again = await scene.run('apply')
    expect(again.exitCode).toBe(0)
    expect(again.outputs).toMatchObject({
      changed: 'false',
      changes: '{"create":0,"update":0,"rotate":0,"delete":0,"unchanged":8}',
    })
    expect(scene.instance.requests.map(({ method }) => method)).toEqual(scene.instance.requests.map(() => 'GET'))
    expect(scene.instance.requests.length).toBeLessThanOrEqual(10)
  })

  test('a renewed keystore is one rotation and exactly its writes', async () => {
    await scene.run('apply')
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    scene.instance.clearRequests()
    const run = await scene.run('apply')
    expect(run.outputs.changes).toBe('{"create":0,"update":0,"rotate":1,"delete":0,"unchanged":7}')
    const [made, ...writes] = writesOf(scene.instance)
    expect(made).toBe('POST sys_certificate')
    // The password and the attachment, side by side.
    expect([...writes.slice(0, 2).sort(), ...writes.slice(2)]).toEqual([
      'PATCH sys_certificate',
      'POST sys_attachment',
      'PATCH sys_certificate',
      'PATCH sys_protocol_profile',
      'PATCH sys_certificate',
      'PATCH sys_certificate',
    ])
    const names = scene.instance.store.rows('sys_certificate').map(({ name, active }) => `${name ?? ''} ${active ?? ''}`)
    expect(names.sort()).toEqual([
      expect.stringMatching(/^bank-batch true$/),
      expect.stringMatching(/^bank-client \(retired \d{4}-\d\d-\d\d [0-9a-f]{8}\) false$/),
      expect.stringMatching(/^bank-client true$/),
      expect.stringMatching(/^bank-der true$/),
      expect.stringMatching(/^bank-root true$/),
    ])
    scene.instance.clearRequests()
    expect((await scene.run('verify')).outputs.changed).toBe('false')
    await scene.run('apply')
    expect(writesOf(scene.instance)).toEqual([])
  })

  test('a trusted certificate that is replaced stays trusted for its overlap', async () => {
    await scene.run('apply')
    await scene.write('certs/bank-root.pem', companies.server.certificatePem)
    await scene.write('certs/bank-der.pem', companies.server.certificatePem)
    const run = await scene.run('apply')
    expect(run.outputs.changes).toBe('{"create":0,"update":0,"rotate":2,"delete":0,"unchanged":6}')
    const trusted = scene.instance.store.rows('sys_certificate').filter(({ type }) => type === 'trust_store')
    expect(trusted.map(({ name, active }) => `${name?.replace(/\d{4}-\d\d-\d\d/, 'DATE') ?? ''} ${active ?? ''}`).sort()).toEqual(
      ['bank-der (until DATE) true', 'bank-der true', 'bank-root (until DATE) true', 'bank-root true'],
    )
  })

  test('what somebody changed by hand is drift: verify tells it, and fails when told to', async () => {
    await scene.run('apply')
    const [profile] = scene.instance.store.rows('sys_protocol_profile').filter(({ protocol }) => protocol === 'bankm')
    scene.instance.store.update('sys_protocol_profile', profile!.sys_id, { default_port: '8443' })
    scene.instance.clearRequests()
    const told = await scene.run('verify')
    expect(told).toMatchObject({
      exitCode: 0,
      outputs: { changed: 'true', changes: '{"create":0,"update":1,"rotate":0,"delete":0,"unchanged":7}' },
    })
    const failed = await scene.run('verify', { inputs: { 'fail-on-changes': 'true' } })
    expect(failed).toMatchObject({ exitCode: 1, outputs: { 'error-code': 'plan.drift' } })
    expect(writesOf(scene.instance)).toEqual([])
    await scene.run('apply')
    expect(writesOf(scene.instance)).toEqual(['PATCH sys_protocol_profile'])
  })

  test('certificates that expire soon are warned of, and fail verify when told to', async () => {
    await scene.run('apply')
    const run = await scene.run('verify', { inputs: { 'expiry-warning': '120d' } })
    expect(run.exitCode).toBe(0)
    expect(problemsOf(run)).toEqual([
      expect.objectContaining({ code: 'certificate.expiring', severity: 'warning', item: 'keystores.bank-batch' }),
    ])
    expect(Number(run.outputs['days-to-expiry'])).toBe(89)
    const failed = await scene.run('verify', { inputs: { 'expiry-warning': '120d', 'fail-on-expiry': 'true' } })
    expect(failed).toMatchObject({ exitCode: 1, outputs: { 'error-code': 'certificate.expiring' } })
  })

  test('drift is told although a certificate fails verify, and what was built although the instance is down', async () => {
    await scene.run('apply')
    const [message] = scene.instance.store.rows('sys_rest_message')
    scene.instance.store.update('sys_rest_message', message!.sys_id, { use_mutual_auth: 'false' })
    const inputs = { 'expiry-warning': '400d', 'fail-on-expiry': 'true', 'fail-on-changes': 'true' }
    const run = await scene.run('verify', { inputs })
    expect(run.exitCode).toBe(1)
    expect(problemsOf(run).map(({ code }) => code)).toEqual(expect.arrayContaining(['certificate.expiring', 'plan.drift']))
    expect(run.outputs.changes).toBe('{"create":0,"update":1,"rotate":0,"delete":0,"unchanged":7}')

    const down = await scene.run('plan', { inputs: { 'instance-url': 'http://127.0.0.1:9' } })
    expect(down).toMatchObject({ exitCode: 1, outputs: { 'error-code': 'instance.unreachable', changed: '', 'plan-file': '' } })
    expect(JSON.parse(down.outputs.certificates ?? '')).toHaveLength(4)
    expect(down.files.map(({ name }) => name)).toContain('servicenow-mtls/dev/bank-client/bank-client.pem')
  })

  test('two runs from the same inputs publish the same bytes', async () => {
    await scene.run('apply')
    const first = stateOf(scene.instance)
    const other = await openScene(companies)
    Object.assign(other.secrets, scene.secrets)
    await other.run('apply')
    expect(stateOf(other.instance)).toEqual(first)
    await other.close()
  })
})

describe('public files', () => {
  test('partner packs with sums, manifest, plan and result; nothing else', async () => {
    const run = await scene.run('apply')
    const folder = 'servicenow-mtls/dev'
    const pack = (name: string): string[] =>
      [`${name}-chain.p7b`, `${name}-chain.pem`, `${name}.cer`, `${name}.pem`, 'SHA256SUMS'].map(
        (file) => `${folder}/${name}/${file}`,
      )
    expect(run.files.map(({ name }) => name).sort()).toEqual(
      [
        ...pack('bank-batch'),
        ...pack('bank-client'),
        ...['manifest.json', 'plan.json', 'result.json'].map((file) => `${folder}/${file}`),
      ].sort(),
    )
    const text = (name: string): string => run.files.find((file) => file.name === `${folder}/${name}`)!.bytes.toString()
    expect(text('bank-batch/bank-batch.pem')).toBe(companies.batch.certificatePem)
    expect(text('bank-batch/bank-batch-chain.pem')).toBe(companies.batch.chainPem)
    for (const line of text('bank-client/SHA256SUMS').trim().split('\n')) {
      const [sum, file] = line.split('  ')
      const found = run.files.find(({ name }) => name === `${folder}/bank-client/${file ?? ''}`)!
      expect(createHash('sha256').update(found.bytes).digest('hex')).toBe(sum)
    }
    const certificates = JSON.parse(run.outputs.certificates ?? '') as {
      name: string
      files: string[]
      fingerprint256: string
    }[]
    expect(certificates.map(({ name }) => name).sort()).toEqual(['bank-batch', 'bank-client', 'bank-der', 'bank-root'])
    expect(certificates[0]?.fingerprint256).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
    expect(run.outputs['certificate-directory']).toMatch(/servicenow-mtls.dev$/)
    expect(JSON.parse(text('manifest.json'))).toMatchObject({ environment: 'dev', instance: scene.instance.url })
  })

  test('a chosen directory that cannot be written is told', async () => {
    await writeFile(join(scene.workspace, 'taken'), '')
    const run = await scene.run('plan', { inputs: { 'output-directory': join(scene.workspace, 'taken', 'x') } })
    expect(run).toMatchObject({ exitCode: 1, outputs: { 'error-code': 'output.unwritable' } })
    expect(await readFile(join(scene.workspace, 'taken'), 'utf8')).toBe('')
  })
})

describe('records that people made', () => {
  test('one with equal contents is taken as it is; another is renamed and kept', async () => {
    await scene.run('apply')
    const { store } = scene.instance
    const [ours] = store.rows('sys_certificate').filter(({ name }) => name === 'bank-client')
    const [attachment] = store.attachments(ours!.sys_id)
    const content = store.attachmentContent(attachment!.sys_id)!
    const other = await openScene(companies)
    Object.assign(other.secrets, scene.secrets)
    const byHand = other.instance.store.insert('sys_certificate', {
      name: 'bank-client',
      type: 'key_store',
      active: 'false',
      key_store_password: scene.secrets.BANK_PASSWORD!,
    })
    other.instance.store.putAttachment({ table: 'sys_certificate', sysId: byHand.sys_id, fileName: 'bank.jks', content })
    other.instance.store.update('sys_certificate', byHand.sys_id, { active: 'true' })
    const taken = await other.run('apply')
    expect(taken.exitCode).toBe(0)
    expect(taken.outputs.changes).toBe('{"create":5,"update":2,"rotate":0,"delete":0,"unchanged":1}')
    other.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    const replaced = await other.run('apply')
    expect(replaced.outputs.changes).toBe('{"create":0,"update":0,"rotate":1,"delete":0,"unchanged":7}')
    expect(replaced.log).toContain('was made by hand')
    expect(other.instance.store.get('sys_certificate', byHand.sys_id)).toMatchObject({
      active: 'false',
      name: expect.stringMatching(/^bank-client \(retired /),
    })
    await other.close()
  })
})
