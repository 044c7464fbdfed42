import type { Result } from '../../src/commands/result.ts'
import { packFiles } from '../../src/output/pack.ts'
import { Certificate } from '../../src/x509/certificate.ts'
import { runInProcess, type InProcessOptions } from '../support/in-process.ts'
import { keystoreSecret, makeCompanies, openScene, SPEC, type Companies, type Scene } from '../support/scene.ts'

const DAY = 86_400_000
const ITEM = 'keystores.bank-client'

const issued = (keystore = ''): string => `version: 1
environments:
  dev: { instance: "\${INSTANCE}" }
keystores:
  bank-client:
    password: { secret: BANK_PASSWORD }
${keystore}
    source: { issuer: lab-ca, subject: { CN: acme.example }, key-algorithm: ec-p256, validity: 90d }
issuers:
  lab-ca: { local: { certificate: { file: certs/acme.pem }, key: { secret: CA_KEY } } }
protocol-profiles:
  bankm: { keystore: bank-client, port: 443 }
`

let companies: Companies
let scene: Scene
let time: number
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  time = Math.floor(Date.now() / 1000) * 1000
  scene = await openScene(companies, { now: () => new Date(time) })
  Object.assign(scene.secrets, { CA_KEY: companies.issuing.keyPem })
})
afterEach(async () => {
  expect(scene.instance.violations).toEqual([])
  await scene.close()
})

const at = (command: string, inputs: Record<string, string> = {}, more: Partial<InProcessOptions> = {}): Promise<Result> =>
  runInProcess(scene, command, { inputs, now: () => new Date(time), ...more })
const pass = (days: number): void => {
  time += days * DAY
}
const told = (result: Result): string[] =>
  result.problems
    .filter(({ code, item }) => code.startsWith('certificate.') && item === ITEM)
    .map(({ code, severity }) => `${code} ${severity}`)
const fingerprint = ({ certificateDer }: { readonly certificateDer: Buffer }): string =>
  Certificate.fromDer(certificateDer).fingerprint256

interface Shown {
  readonly inUse: string | undefined
  readonly next: string | undefined
  /** Whose certificate the partner's files hold. */
  readonly given: string | undefined
  /** Whose files the outputs say they are. */
  readonly filesOf: 'in use' | 'next' | 'none'
}

/** What a run shows of the keystore, and what it gives to the partner. */
function shownBy(result: Result): Shown {
  const { certificates, files } = packFiles(result)
  const row = certificates.find(({ kind, name }) => kind === 'keystore' && name === 'bank-client')
  const given = files.find(({ path }) => path === 'bank-client/bank-client.cer')
  const filesOf = row?.files.length ? 'in use' : row?.next?.files.length ? 'next' : 'none'
  return {
    inUse: row?.fingerprint256,
    next: row?.next?.fingerprint256,
    given: given && Certificate.fromDer(given.bytes).fingerprint256,
    filesOf,
  }
}
const alone = (inUse: string | undefined): Shown => ({ inUse, next: undefined, given: inUse, filesOf: 'in use' })

describe('a certificate in use that ends while its renewal is due', () => {
  test('is told, and fails verify; a run that replaces it says nothing of it', async () => {
    await scene.spec(issued())
    const first = shownBy(await at('apply')).inUse
    pass(65)
    expect(told(await at('verify'))).toEqual(['certificate.expiring warning'])
    expect(told(await at('verify', { 'fail-on-expiry': 'true' }))).toEqual(['certificate.expiring error'])
    pass(26)
    const verified = await at('verify')
    expect(told(verified)).toEqual(['certificate.expired error'])
    expect(verified.certificates).toMatchObject([{ fingerprint256: first, daysRemaining: -1 }])
    expect(told(await at('plan'))).toEqual(['certificate.expired warning'])
    const renewed = await at('apply')
    expect([told(renewed), shownBy(renewed).inUse === first]).toEqual([[], false])
    expect(told(await at('verify'))).toEqual([])
  })
})

describe('while a handover waits', () => {
  test('the issued certificate in use counts, and the new one is given to the partner', async () => {
    await scene.spec(issued('    handover: 7d'))
    const first = shownBy(await at('apply')).inUse
    pass(60.5)
    const planned = await at('plan')
    expect(shownBy(planned)).toEqual(alone(first))
    expect(planned.plan?.changes[0]?.columns.find(({ column }) => column === 'name')?.to).toBe('bank-client (new …)')
    const published = await at('apply')
    const second = shownBy(published).next
    const both = { inUse: first, next: second, given: second, filesOf: 'next' }
    expect(second).toMatch(/^([0-9A-F]{2}:){31}/)
    expect(second).not.toBe(first)
    expect(shownBy(published)).toEqual(both)
    pass(3)
    for (const command of ['apply', 'plan', 'verify']) {
      const waits = await at(command)
      expect(shownBy(waits)).toEqual(both)
      expect(waits.certificates[0]?.daysRemaining).toBe(26)
      expect(told(waits)).toEqual(['certificate.expiring warning'])
      const notice = waits.problems.find(({ code }) => code === 'keystore.waits')?.message
      expect(notice).toContain(`until ${published.certificates[0]?.next?.notAfter.slice(0, 10) ?? ''})`)
    }
    pass(5)
    // Its time has come, and nothing is used before a run does it.
    expect(shownBy(await at('verify'))).toEqual(both)
    expect(shownBy(await at('apply'))).toEqual(alone(second))
    expect(shownBy(await at('verify'))).toEqual(alone(second))
  })

  test('withdrawn, it is shown and given no longer', async () => {
    await scene.spec(issued('    handover: 7d'))
    const first = shownBy(await at('apply')).inUse
    await at('apply', { rotate: 'all' }, { runId: '1' })
    expect(shownBy(await at('rollback'))).toEqual(alone(first))
    pass(65)
    const held = await at('verify')
    expect(shownBy(held)).toEqual(alone(first))
    expect(told(held)).toEqual(['certificate.expiring warning'])
  })

  test('the same of a keystore that is given', async () => {
    await scene.spec(SPEC.replace('BANK_KEYSTORE } }', 'BANK_KEYSTORE } }\n    handover: 7d'))
    await at('apply')
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    const [first, second] = [fingerprint(companies.client), fingerprint(companies.renewed)]
    const both = { inUse: first, next: second, given: second, filesOf: 'next' }
    for (const command of ['plan', 'apply', 'verify']) expect(shownBy(await at(command))).toEqual(both)
    pass(8)
    expect(shownBy(await at('apply'))).toEqual(alone(second))
  })
})

describe('rotate-purge of a keystore that is given', () => {
  const purge = { 'rotate-purge': 'bank-client' }
  const said = (result: Result): string[] =>
    result.problems
      .filter(({ code }) => ['keystore.revoke', 'keystore.not-purged'].includes(code))
      .map(({ code, message }) => `${code} ${message.replaceAll(/[0-9a-f]{32}/g, 'ID').replaceAll(/ \d{4}-\d\d-\d\d/g, ' DATE')}`)
      .sort()
  const revoke = ({ certificateDer }: { readonly certificateDer: Buffer }): string =>
    `keystore.revoke revoke the certificate ${Certificate.fromDer(certificateDer).serialNumber} of CN=Acme Issuing CA,O=Acme`

  test('names the certificates of all that is given up, also where what is stored has another password by now', async () => {
    await scene.spec(SPEC)
    await at('apply')
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    await at('apply')
    scene.secrets.BANK_PASSWORD = 'another-Long-passw0rd'
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.batch, scene.secrets.BANK_PASSWORD)
    const both = [revoke(companies.client), revoke(companies.renewed)].sort()
    expect(said(await at('plan', purge))).toEqual(both)
    expect(said(await at('plan'))).toEqual([])
    expect(said(await at('apply', purge))).toEqual(both)
    const left = scene.instance.store.rows('sys_certificate').filter(({ name }) => name?.startsWith('bank-client'))
    expect(left.map(({ name }) => name)).toEqual(['bank-client'])
    // The key in use is the one that the spec gives: no other can be made here, which is said.
    expect(said(await at('apply', purge))).toEqual([
      'keystore.not-purged input rotate-purge: the key in use, in bank-client (ID), is the one that the spec gives, and stays',
    ])
  })

  test('says where a serial number is not known, as PKCS#12 shows nothing without its password', async () => {
    await scene.spec(SPEC.replace('bank-client:\n', 'bank-client:\n    type: pkcs12\n'))
    await at('apply')
    scene.secrets.BANK_PASSWORD = 'another-Long-passw0rd'
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed, scene.secrets.BANK_PASSWORD)
    expect(said(await at('plan', purge))).toEqual([
      expect.stringMatching(
        /^keystore.revoke revoke the certificate of bank-client \(ID\), which is valid until DATE: its serial number is not known here: /,
      ),
    ])
  })
})

describe('after a rollback', () => {
  beforeEach(async () => {
    await at('apply')
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
  })

  test('the certificate in use is shown and given, by the rollback, too', async () => {
    expect(shownBy(await at('apply'))).toEqual(alone(fingerprint(companies.renewed)))
    const first = alone(fingerprint(companies.client))
    for (const command of ['rollback', 'rollback', 'apply', 'plan', 'verify']) expect(shownBy(await at(command))).toEqual(first)
  })

  test('where that cannot be opened, none is', async () => {
    scene.secrets.BANK_PASSWORD = 'another-Long-passw0rd'
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed, scene.secrets.BANK_PASSWORD)
    await at('apply')
    const none = { inUse: undefined, next: undefined, given: undefined, filesOf: 'none' }
    for (const command of ['rollback', 'apply', 'plan']) expect(shownBy(await at(command))).toEqual(none)
  })

  test('an issued one is shown and given the same way', async () => {
    await scene.spec(issued())
    await at('apply')
    const first = shownBy(await at('plan'))
    await at('apply', { rotate: 'all' }, { runId: '1' })
    expect(shownBy(await at('plan'))).not.toEqual(first)
    for (const command of ['rollback', 'apply', 'verify']) expect(shownBy(await at(command))).toEqual(first)
  })
})
