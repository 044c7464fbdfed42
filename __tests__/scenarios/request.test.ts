import { execFileSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '../../src/commands/result.ts'
import { makeCertificate } from '../../src/issuer/certificate.ts'
import { keyObjectOf } from '../../src/issuer/keys.ts'
import { readKeystore } from '../../src/keystore/read.ts'
import { privateKeyOf, type OpenEntry } from '../../src/keystore/keystore.ts'
import { SecretValue } from '../../src/redact.ts'
import { Certificate } from '../../src/x509/certificate.ts'
import { readPrivateKey } from '../../src/x509/private-key.ts'
import { toPem } from '../../src/x509/pem.ts'
import { issuerNamesOf } from '../../src/x509/to-be-signed.ts'
import { QUICK_KEYTOOL } from '../../tools/lab/java.ts'
import { needProgram } from '../../tools/lab/programs.ts'
import { traces } from '../../tools/lab/runner.ts'
import { findSecrets } from '../../tools/lab/secrets-search.ts'
import { runInProcess, type InProcessOptions } from '../support/in-process.ts'
import { makeCompanies, openScene, PASSWORD, problemsOf, writesOf, type Companies, type Scene } from '../support/scene.ts'
import { describeWith } from '../support/tools.ts'

const DAY = 86_400_000
// Certificates know whole seconds.
const START = Math.floor(Date.now() / 1000) * 1000

interface Wish {
  readonly certificate?: boolean
  readonly subject?: string
  readonly keystore?: string
}

const spec = ({
  certificate = false,
  subject = "{ CN: 'acme-${environment}.example', O: Acme }",
  keystore = '',
}: Wish = {}): string => `version: 1
environments:
  dev: { instance: "\${INSTANCE}" }
keystores:
  bank-client:
    password: { secret: BANK_PASSWORD }
${keystore}
    source:
      request: true
      subject: ${subject}
      key-algorithm: ec-p256
${certificate ? '      certificate: { file: certs/bank.pem }\n      chain: [{ file: certs/acme.pem }]' : ''}
protocol-profiles:
  bankm: { keystore: bank-client, port: 443 }
rest-messages:
  Bank Payments: { protocol-profile: bankm }
`

let companies: Companies
let scene: Scene
let time: number
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  time = START
  scene = await openScene(companies, { now: () => new Date(time) })
  await scene.spec(spec())
})
afterEach(() => scene.close())

const at = (command: string, inputs: Record<string, string> = {}, more: Partial<InProcessOptions> = {}): Promise<Result> =>
  runInProcess(scene, command, { inputs, now: () => new Date(time), ...more })

const errorsOf = (result: Result): string[] =>
  result.problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`)
const warningsOf = (result: Result): string[] =>
  result.problems.filter(({ severity }) => severity === 'warning').map(({ code, message }) => `${code}: ${message}`)
const noticesOf = (result: Result): string[] =>
  result.problems.filter(({ code }) => code.startsWith('request.')).map(({ code }) => code)
const names = (): string[] =>
  scene.instance.store
    .rows('sys_certificate')
    .map(({ name = '', active = '' }) => `${name.replace(/\d{4}-\d\d-\d\d/, 'DATE').replace(/ [0-9a-f]{8}\)/, ' H)')} ${active}`)
    .sort()

/** Every key that is on the instance, by the name of its record. */
const keys = (): Promise<Map<string, OpenEntry>> => keysWith(PASSWORD)

/** The same, but those that do not open. */
async function keysWith(password: string): Promise<Map<string, OpenEntry>> {
  const found = new Map<string, OpenEntry>()
  const { store } = scene.instance
  for (const { name = '', sys_id } of store.rows('sys_certificate')) {
    for (const attachment of store.attachments(sys_id).filter(({ file_name = '' }) => file_name.startsWith('smtls.'))) {
      const content = store.attachmentContent(attachment.sys_id) ?? Buffer.alloc(0)
      const opened = await readKeystore(content, { store: new SecretValue(password, 'password') }).catch(() => undefined)
      if (opened !== undefined) found.set(name, privateKeyOf(opened))
    }
  }
  return found
}

/** What waits for its certificate. */
async function waiting(): Promise<OpenEntry> {
  const found = [...(await keys())].filter(([name]) => name.includes(' (new '))
  expect(found).toHaveLength(1)
  return found[0]![1]
}

/** The certificate that people have made for the key that waits, put where the spec has it. */
const sign = async (days = 90): Promise<Certificate> => signFor(await waiting(), days)

async function signFor({ key, chain }: OpenEntry, days = 90): Promise<Certificate> {
  const [placeholder] = chain
  const [issuing] = [companies.issuing.certificateDer].map((der) => Certificate.fromDer(der))
  const subject = { CN: placeholder?.commonName ?? '', O: 'Acme' }
  const certificate = await makeCertificate(
    { publicSpki: key.publicSpki, subject, names: [], validityMs: days * DAY },
    {
      key: keyObjectOf(readPrivateKey(Buffer.from(companies.issuing.keyPem))),
      issuer: issuerNamesOf(issuing!),
      now: new Date(time),
      validityMs: days * DAY,
    },
  )
  await scene.write('certs/bank.pem', toPem(certificate))
  return certificate
}

/** What the profile of the bank uses now. */
async function inUse(): Promise<OpenEntry> {
  const [profile] = scene.instance.store.rows('sys_protocol_profile')
  const record = scene.instance.store.rows('sys_certificate').find(({ sys_id }) => sys_id === profile?.keystore)
  expect(record?.active).toBe('true')
  const found = (await keys()).get(record?.name ?? '')
  if (found === undefined) throw new Error('nothing is in use')
  return found
}

describe('a certificate that people sign', () => {
  test('waits without failing anything, and is published once it is there', async () => {
    for (const command of ['plan', 'verify', 'apply']) {
      const result = await at(command)
      expect([errorsOf(result), noticesOf(result), result.outcomes]).toEqual([[], ['request.missing'], []])
    }
    const asked = await at('csr')
    expect(errorsOf(asked)).toEqual([])
    expect(asked.requests?.map(({ name }) => name)).toEqual(['bank-client'])
    expect(names()).toEqual(['bank-client (new H) false'])
    const { key, chain } = await waiting()
    expect(chain.map(({ isSelfSigned, subject }) => [isSelfSigned, subject])).toEqual([[true, 'CN=acme-dev.example,O=Acme']])
    const writes = writesOf(scene.instance).length
    const again = await at('csr')
    expect([again.outcomes, again.requests?.length]).toEqual([[], 1])
    for (const command of ['plan', 'verify', 'apply']) {
      const result = await at(command)
      expect([errorsOf(result), noticesOf(result), result.outcomes]).toEqual([[], ['request.waits'], []])
      expect(result.problems.find(({ code }) => code === 'request.waits')?.message).toMatch(
        /^the key in .* waits for its certificate since [-\d]*: csr writes its request again, and makes no other key$/,
      )
    }
    expect(writesOf(scene.instance)).toHaveLength(writes)

    const certificate = await sign()
    await scene.spec(spec({ certificate: true }))
    // The key waits, whether or not its certificate has come.
    expect((await at('csr')).outcomes).toEqual([])
    const planned = await at('plan')
    expect(planned.plan?.changes[0]).toMatchObject({ item: 'keystores.bank-client', kind: 'create', reason: 'missing' })
    expect(planned.plan?.changes[0]?.contentHash).toMatch(/^[0-9a-f]{64}$/)
    const applied = await at('apply')
    expect(errorsOf(applied)).toEqual([])
    expect(applied.certificates).toMatchObject([{ fingerprint256: certificate.fingerprint256, daysRemaining: 90 }])
    expect(applied.publicKeystores.map((one) => one.chain.length)).toEqual([3])
    expect(names()).toEqual(['bank-client true'])
    const used = await inUse()
    expect(used.key.equals(key)).toBe(true)
    expect(used.chain.map(({ commonName }) => commonName)).toEqual(['acme-dev.example', 'Acme Issuing CA', 'Acme Root CA'])

    const after = writesOf(scene.instance).length
    for (const command of ['apply', 'verify', 'csr']) {
      const result = await at(command)
      expect([errorsOf(result), result.outcomes, result.requests ?? []]).toEqual([[], [], []])
    }
    expect(writesOf(scene.instance)).toHaveLength(after)
    expect(scene.instance.violations).toEqual([])
  })

  test('is renewed with a new key when it is due, or asked for', async () => {
    await at('csr')
    const first = await sign()
    await scene.spec(spec({ certificate: true }))
    await at('apply')
    expect((await at('csr', { rotate: 'bank-client' }, { runId: '1' })).requests).toHaveLength(1)
    const { key } = await waiting()
    expect((await at('csr', { rotate: 'bank-client' }, { runId: '1' })).outcomes).toEqual([])
    // The old certificate stays in use until the new one is there.
    const waits = await at('apply')
    expect([errorsOf(waits), noticesOf(waits), waits.outcomes]).toEqual([[], ['request.waits'], []])
    expect((await inUse()).chain[0]?.equals(first)).toBe(true)
    const second = await sign()
    expect(errorsOf(await at('apply'))).toEqual([])
    expect((await inUse()).chain[0]?.equals(second)).toBe(true)
    expect((await inUse()).key.equals(key)).toBe(true)
    expect(names()).toEqual(['bank-client (retired DATE H) false', 'bank-client true'])
    expect((await at('apply')).outcomes).toEqual([])

    expect(errorsOf(await at('rollback'))).toEqual([])
    expect((await inUse()).chain[0]?.equals(first)).toBe(true)
    const held = await at('apply')
    expect([errorsOf(held), held.outcomes]).toEqual([[], []])
    expect(errorsOf(await at('apply', { rotate: 'bank-client' }))).toEqual([])
    expect((await inUse()).chain[0]?.equals(second)).toBe(true)

    time += 61 * DAY
    const due = await at('csr')
    expect(due.plan?.changes).toMatchObject([{ reason: 'renewal-due' }])
    expect((await at('csr')).outcomes).toEqual([])
    expect(scene.instance.violations).toEqual([])
  })

  test('is handed over like the others', async () => {
    await at('csr')
    const first = await sign()
    const wish = { certificate: true, keystore: '    handover: 7d' }
    await scene.spec(spec(wish))
    await at('apply')
    await at('csr', { rotate: 'bank-client' })
    const second = await sign()
    expect(errorsOf(await at('apply'))).toEqual([])
    expect((await inUse()).chain[0]?.equals(first)).toBe(true)
    // Published and not used yet; the record of the request is kept until it is.
    expect(names()).toEqual(['bank-client (new H) false', 'bank-client (new H) false', 'bank-client true'])
    for (const command of ['apply', 'csr']) expect((await at(command)).outcomes).toEqual([])
    time += 8 * DAY
    expect(errorsOf(await at('apply'))).toEqual([])
    expect((await inUse()).chain[0]?.equals(second)).toBe(true)
    expect(names()).toEqual(['bank-client (retired DATE H) false', 'bank-client true'])
    expect((await at('apply')).outcomes).toEqual([])
    expect(scene.instance.violations).toEqual([])
  })

  test('takes the place of a keystore that people made', async () => {
    const { store } = scene.instance
    const made = store.insert('sys_certificate', { name: 'bank-client', type: 'key_store', active: 'true' })
    const content = Buffer.from('opened with another password')
    store.putAttachment({ table: 'sys_certificate', sysId: made.sys_id, fileName: 'bank.jks', content })
    expect(errorsOf(await at('apply'))).toEqual([])
    expect(store.rows('sys_protocol_profile')[0]?.keystore).toBe(made.sys_id)
    expect(errorsOf(await at('csr'))).toEqual([])
    const certificate = await sign()
    await scene.spec(spec({ certificate: true }))
    expect(errorsOf(await at('apply'))).toEqual([])
    expect((await inUse()).chain[0]?.equals(certificate)).toBe(true)
    expect((await at('apply')).outcomes).toEqual([])
  })

  test('of a clone is another key', async () => {
    await at('csr')
    const before = await waiting()
    const [property] = scene.instance.store.rows('sys_properties').filter(({ name }) => name === 'instance_name')
    scene.instance.store.update('sys_properties', property!.sys_id, { value: 'clone' })
    expect(noticesOf(await at('apply'))).toEqual(['request.missing'])
    expect(errorsOf(await at('csr'))).toEqual([])
    expect((await waiting()).key.equals(before.key)).toBe(false)
  })

  test('of another subject is another key, where that is meant; until then the one that waits is kept', async () => {
    await at('csr')
    const before = await waiting()
    await scene.spec(spec({ subject: '{ CN: other.example }' }))
    const told =
      /^request.differs: the key in bank-client \(new .* of other terms; the spec asks for: subject CN=other.example(: csr is an error, unless rotate names it)?$/
    for (const command of ['plan', 'verify', 'apply']) {
      const planned = await at(command)
      expect([errorsOf(planned), warningsOf(planned)]).toEqual([[], [expect.stringMatching(told)]])
      expect(warningsOf(planned)[0]).toMatch(/: csr is an error, unless rotate names it$/)
      expect(planned.problems.find(({ code }) => code === 'request.waits')?.message).toMatch(/ since [-\d]*$/)
    }
    const refused = await at('csr')
    expect([errorsOf(refused), refused.outcomes, refused.requests]).toEqual([[expect.stringMatching(told)], [], []])
    expect(errorsOf(refused)[0]).not.toContain('unless rotate names it')
    expect((await waiting()).key.equals(before.key)).toBe(true)
    // A certificate for it may have come all the same.
    const certificate = await sign()
    await scene.spec(spec({ subject: '{ CN: other.example }', certificate: true }))
    const planned = await at('plan')
    expect(errorsOf(planned)).toEqual([])
    expect(planned.problems.find(({ code }) => code === 'request.differs')?.message).toBe(
      `the certificate of ${certificate.subject} is not what the spec asks for: subject CN=other.example`,
    )
    await scene.spec(spec({ subject: '{ CN: other.example }' }))
    expect(errorsOf(await at('csr', { rotate: 'bank-client' }))).toEqual([])
    const after = await waiting()
    expect(after.key.equals(before.key)).toBe(false)
    expect(after.chain[0]?.subject).toBe('CN=other.example')
  })

  test('rotate-purge makes another key, once for each run', async () => {
    await at('csr')
    const before = await waiting()
    expect(errorsOf(await at('csr', { 'rotate-purge': 'bank-client' }, { runId: '3' }))).toEqual([])
    const after = await waiting()
    expect(after.key.equals(before.key)).toBe(false)
    expect((await at('csr', { 'rotate-purge': 'bank-client' }, { runId: '3' })).outcomes).toEqual([])
  })

  test('that is for another key is an error', async () => {
    await scene.write('certs/bank.pem', companies.batch.certificatePem)
    await scene.spec(spec({ certificate: true }))
    expect(errorsOf(await at('apply'))).toEqual([expect.stringMatching(/^key.mismatch: .* has no key: none is on the instance/)])
    await at('csr')
    const writes = writesOf(scene.instance).length
    for (const command of ['plan', 'apply']) {
      expect(errorsOf(await at(command))).toEqual([
        expect.stringMatching(/^key.mismatch: .* does not belong to any key on the instance: bank-client \(new/),
      ])
    }
    expect(writesOf(scene.instance)).toHaveLength(writes)
  })

  test('with a password that does not open the key is an error, never a new key without being told', async () => {
    await at('csr')
    const before = await waiting()
    await sign()
    await scene.spec(spec({ certificate: true }))
    scene.secrets.BANK_PASSWORD = 'another-password-than-before'
    for (const command of ['apply', 'csr']) {
      expect(errorsOf(await at(command))).toEqual([expect.stringMatching(/^request.unreadable: /)])
    }
    scene.secrets.BANK_PASSWORD = PASSWORD
    expect((await waiting()).key.equals(before.key)).toBe(true)
  })

  test('csr is limited by only, and looks at nothing else', async () => {
    const other = '  other: { password: { secret: NONE }, source: { keystore: { secret: NONE } } }\nprotocol-profiles:'
    await scene.spec(spec().replace('protocol-profiles:', other))
    const result = await at('csr', { only: 'bank-client' })
    expect([errorsOf(result), result.requests?.length]).toEqual([[], 1])
    expect(errorsOf(await at('csr', { only: 'other' }))).toEqual([expect.stringMatching(/^input.invalid: input only: other: /)])
  })

  test('destroy takes the waiting key away', async () => {
    await at('csr')
    expect(errorsOf(await at('destroy', { confirm: 'dev' }))).toEqual([])
    expect(names()).toEqual([])
  })
})

describe('what should be meant', () => {
  /** Another company's CA signs, for the key that waits. */
  async function signElsewhere(days = 90): Promise<void> {
    const { key } = await waiting()
    const certificate = await makeCertificate(
      { publicSpki: key.publicSpki, subject: { CN: 'acme-dev.example', O: 'Acme' }, names: [], validityMs: days * DAY },
      {
        key: keyObjectOf(readPrivateKey(Buffer.from(companies.bankRoot.keyPem))),
        issuer: issuerNamesOf(Certificate.fromDer(companies.bankRoot.certificateDer)),
        now: new Date(time),
        validityMs: days * DAY,
      },
    )
    await scene.write('certs/bank.pem', toPem(certificate))
    await scene.write('certs/acme.pem', companies.bankRoot.certificatePem)
  }
  const published = async (): Promise<Certificate> => {
    await at('csr')
    const first = await sign()
    await scene.spec(spec({ certificate: true }))
    expect(errorsOf(await at('apply'))).toEqual([])
    time += DAY
    return first
  }

  test('a certificate from another root: told by plan, refused by apply until it is confirmed', async () => {
    await published()
    await at('csr', { rotate: 'bank-client' })
    await signElsewhere()
    const told =
      'guard.root: the certificate of CN=acme-dev.example,O=Acme, issued by CN=Bank Root CA,O=Bank, is from another root than the one in use'
    const planned = await at('plan')
    expect([errorsOf(planned), warningsOf(planned), planned.plan?.changes.length]).toEqual([[], [told], 1])
    const writes = writesOf(scene.instance).length
    expect(errorsOf(await at('apply'))).toEqual([told])
    expect(writesOf(scene.instance)).toHaveLength(writes)
    const applied = await at('apply', { confirm: 'dev' })
    expect([errorsOf(applied), warningsOf(applied)]).toEqual([[], []])
    expect((await inUse()).chain[1]?.commonName).toBe('Bank Root CA')
    expect((await at('apply')).problems.map(({ code }) => code)).toEqual(['keystore.renewal'])
  })

  test('a handover that was confirmed is not asked again', async () => {
    await published()
    await scene.spec(spec({ certificate: true, keystore: '    handover: 7d' }))
    await at('csr', { rotate: 'bank-client' })
    await signElsewhere()
    expect(errorsOf(await at('apply', { confirm: 'dev' }))).toEqual([])
    time += 8 * DAY
    expect(errorsOf(await at('apply'))).toEqual([])
    expect((await inUse()).chain[1]?.commonName).toBe('Bank Root CA')
  })

  test('a certificate that ends no later, and one for the key that is in use', async () => {
    await published()
    const { key } = await inUse()
    await at('csr', { rotate: 'bank-client' })
    await sign(40)
    expect(warningsOf(await at('plan'))).toEqual([
      expect.stringMatching(/^request.differs: the certificate ends on .*, no later than/),
    ])
    // The request before was signed once more.
    const again = await makeCertificate(
      { publicSpki: key.publicSpki, subject: { CN: 'acme-dev.example', O: 'Acme' }, names: [], validityMs: 95 * DAY },
      {
        key: keyObjectOf(readPrivateKey(Buffer.from(companies.issuing.keyPem))),
        issuer: issuerNamesOf(Certificate.fromDer(companies.issuing.certificateDer)),
        now: new Date(time),
        validityMs: 95 * DAY,
      },
    )
    await scene.write('certs/bank.pem', toPem(again))
    const planned = await at('plan')
    expect([errorsOf(planned), warningsOf(planned)]).toEqual([[], []])
    expect(planned.problems.map(({ message }) => message)).toContain(
      'the certificate is for the key that is in use already, which is used once more',
    )
    expect(planned.plan?.changes[0]?.notes).toEqual(['the certificate is joined with its key, which is on the instance'])
  })

  test('the certificate before is published again with its key, which is in a retired generation', async () => {
    const first = await published()
    const { key } = await inUse()
    await at('csr', { rotate: 'bank-client' })
    await sign()
    await at('apply')
    await scene.write('certs/bank.pem', toPem(first))
    expect(errorsOf(await at('apply'))).toEqual([])
    const used = await inUse()
    expect([used.chain[0]?.equals(first), used.key.equals(key)]).toEqual([true, true])
    expect((await at('apply')).outcomes).toEqual([])
    expect(scene.instance.violations).toEqual([])
  })

  test('after a rollback the one in use counts: csr makes a key when that is due', async () => {
    await published()
    time += 61 * DAY
    await at('csr')
    const renewed = await sign()
    await at('apply')
    await at('rollback')
    expect((await inUse()).chain[0]?.equals(renewed)).toBe(false)
    const verified = await at('verify')
    expect(warningsOf(verified)).toContainEqual(expect.stringMatching(/^request.due: valid for 2\d days/))
    expect((await at('csr')).plan?.changes).toMatchObject([{ reason: 'renewal-due' }])
    expect((await at('csr')).outcomes).toEqual([])
  })

  test('rotate of apply makes no new key, and says so; rotate-purge takes nothing away before one is there', async () => {
    await published()
    await at('csr', { rotate: 'bank-client' })
    await sign()
    await at('apply')
    const before = names()
    const purge = { 'rotate-purge': 'bank-client', confirm: 'dev' }
    expect(errorsOf(await at('apply', purge, { runId: '5' }))).toEqual([
      'request.missing: input rotate-purge: apply makes no new key for a certificate that people sign, and the one in use stays: csr with rotate-purge does',
    ])
    expect(names()).toEqual(before)
    const rotated = await at('apply', { rotate: 'bank-client' })
    expect([errorsOf(rotated), noticesOf(rotated)]).toEqual([[], ['request.missing']])
    const stolen = [...(await keys()).values()].map(({ chain }) => chain[0]?.serialNumber)

    await at('csr', purge, { runId: '6' })
    await sign()
    const purged = await at('apply', purge, { runId: '7' })
    expect(errorsOf(purged)).toEqual([])
    expect(names()).toEqual(['bank-client true'])
    const revoked = purged.problems.filter(({ code }) => code === 'keystore.revoke').map(({ message }) => message)
    expect(revoked.sort()).toEqual(stolen.map((serial) => `revoke the certificate ${serial} of CN=Acme Issuing CA,O=Acme`).sort())
    // The same run, once more.
    const again = await at('apply', purge, { runId: '7' })
    expect([errorsOf(again), again.outcomes]).toEqual([[], []])
  })

  test('another password than that of the key that waits is told at once, and by all', async () => {
    await published()
    scene.secrets.BANK_PASSWORD = 'another-password-than-before'
    const asked = await at('csr', { rotate: 'bank-client' })
    expect([errorsOf(asked), warningsOf(asked)]).toEqual([[], [expect.stringMatching(/^keystore.in-use-unreadable: /)]])
    scene.secrets.BANK_PASSWORD = PASSWORD
    for (const command of ['plan', 'verify', 'apply', 'csr']) {
      expect(errorsOf(await at(command))).toEqual([expect.stringMatching(/^request.unreadable: /)])
    }
    // It was meant: the certificate comes, and all goes on under the new one.
    scene.secrets.BANK_PASSWORD = 'another-password-than-before'
    const fresh = [...(await keysWith('another-password-than-before')).entries()].find(([name]) => name.includes(' (new '))
    await signFor(fresh![1])
    expect(errorsOf(await at('apply'))).toEqual([
      expect.stringMatching(/^guard.root: the keystore in use, bank-client, does not open/),
    ])
    expect(errorsOf(await at('apply', { confirm: 'dev' }))).toEqual([])
    expect((await at('apply')).outcomes).toEqual([])
  })

  test('a file that is not there yet is a certificate that is still to be signed', async () => {
    await scene.spec(spec({ certificate: true }).replace('certs/bank.pem', "'certs/${environment}/bank.pem'"))
    for (const command of ['plan', 'verify', 'apply']) {
      const result = await at(command)
      expect([errorsOf(result), noticesOf(result)]).toEqual([[], ['request.unsigned', 'request.missing']])
    }
    expect((await at('csr')).requests).toHaveLength(1)
    await scene.write('certs/dev/bank.pem', 'no certificate')
    expect(errorsOf(await at('plan'))).toEqual([expect.stringMatching(/^certificate.unreadable: certs\/dev\/bank.pem: /)])
  })

  test('several certificates of which none is the one, and that of a CA', async () => {
    await at('csr')
    await scene.spec(spec({ certificate: true }))
    const { batch, client, root } = companies
    await scene.write('certs/bank.pem', `${batch.certificatePem}${client.certificatePem}`)
    expect(errorsOf(await at('plan'))).toEqual([expect.stringMatching(/^certificate.several: /)])
    await scene.write('certs/bank.pem', root.certificatePem)
    expect(errorsOf(await at('plan'))).toEqual([
      expect.stringMatching(/^key.mismatch: certificate \w+ of CN=Acme Root CA,O=Acme, which is that of a CA, does not belong/),
    ])
  })

  test.each([
    [
      'another source',
      () =>
        spec()
          .replace('request: true', 'issuer: self')
          .replace('protocol-profiles:', 'issuers: { self: { self-signed: {} } }\nprotocol-profiles:'),
    ],
    ['nothing', () => spec().replace(/ {4}password:[^]*protocol-profiles:[^]*/, '    absent: true\n')],
  ])('a key that waits is given up for %s: it is told', async (_, text) => {
    await at('csr')
    await scene.spec(text())
    const planned = await at('plan')
    expect([errorsOf(planned), warningsOf(planned)]).toEqual([
      [],
      [expect.stringMatching(/^request.given-up: the key in bank-client \(new /)],
    ])
    expect(planned.plan?.changes[0]?.notes.filter((note) => note.includes('did not finish'))).toEqual([])
    expect(errorsOf(await at('apply'))).toEqual([])
    expect(names().filter((name) => name.includes('(new'))).toEqual([])
    expect(warningsOf(await at('apply'))).toEqual([])
  })

  test('a key that another repository asked for is adopted with its record', async () => {
    await at('csr')
    const { key } = await waiting()
    await scene.spec(`owner: acme/elsewhere\n${spec()}`)
    for (const command of ['apply', 'csr']) {
      expect(errorsOf(await at(command))).toEqual([expect.stringMatching(/^record.other-owner: /)])
    }
    const adopting = { keystore: '    adopt: true' }
    await scene.spec(`owner: acme/elsewhere\n${spec(adopting)}`)
    const asked = await at('csr')
    expect([errorsOf(asked), asked.outcomes, asked.requests?.length]).toEqual([[], [], 1])
    await sign()
    await scene.spec(`owner: acme/elsewhere\n${spec({ ...adopting, certificate: true })}`)
    expect(errorsOf(await at('apply'))).toEqual([])
    expect((await inUse()).key.equals(key)).toBe(true)
    expect(names()).toEqual(['bank-client true'])
  })

  test('names that csr is not for, in only and rotate', async () => {
    const what = 'is no keystore whose certificate people sign (source: request: true)'
    for (const input of ['only', 'rotate', 'rotate-purge']) {
      expect(errorsOf(await at('csr', { [input]: 'nosuch' }))).toEqual([expect.stringMatching(/^input.invalid: /)])
    }
    expect(errorsOf(await at('csr', { only: 'bankm' }))).toEqual([`input.invalid: input only: bankm: ${what}`])
    expect(names()).toEqual([])
    await scene.spec(
      spec()
        .replace('request: true', 'issuer: self')
        .replace('protocol-profiles:', 'issuers: { self: { self-signed: {} } }\nprotocol-profiles:'),
    )
    const result = await at('csr')
    expect([errorsOf(result), noticesOf(result), result.outcomes]).toEqual([[], ['request.none'], []])
    expect(errorsOf(await at('csr', { rotate: 'bank-client' }))).toEqual([`input.invalid: input rotate: bank-client: ${what}`])
  })

  test('rollback of what was never published says so', async () => {
    await at('csr')
    expect(errorsOf(await at('rollback'))).toEqual([expect.stringMatching(/^rollback.none: /)])
  })
})

describe('a run that dies at any write', () => {
  /** The k-th write is the last thing that the instance hears of the run, whether it acts on it or not. */
  async function die(run: () => Promise<Result>, k: number, acts: boolean): Promise<boolean> {
    const { instance } = scene
    let writes = 0
    const counts = ({ write }: { readonly write: boolean }): number => (write ? (writes += 1) : writes)
    const last = instance.fault({
      at: (request) => counts(request) === k && request.write,
      action: acts ? 'reset-after' : 'reset-before',
    })
    const rest = instance.fault({ at: () => last.fired > 0, times: Infinity, action: 'reset-before' })
    const result = await run()
    last.cancel()
    rest.cancel()
    expect(last.fired === 0 || errorsOf(result).length > 0).toBe(true)
    return last.fired > 0
  }

  type Prepare = () => Promise<void>
  const request: Prepare = async () => {
    await at('csr')
  }
  const signed: Prepare = async () => {
    await at('csr')
    await sign()
    await scene.spec(spec({ certificate: true }))
  }
  const changed: Prepare = async () => {
    await at('csr')
    await scene.spec(spec({ subject: '{ CN: other.example }' }))
  }
  const renewed: Prepare = async () => {
    await signed()
    await at('apply')
    time += 61 * DAY
    await at('csr')
    await sign()
  }

  test.each<[string, string, Prepare, number, Record<string, string>?]>([
    ['the first key', 'csr', () => Promise.resolve(), 3],
    ['a key for another subject', 'csr', changed, 4, { rotate: 'bank-client' }],
    ['a certificate that has come', 'apply', signed, 6],
    ['a renewal', 'apply', renewed, 8],
  ])('%s', async (_, command, prepare, least, inputs = {}) => {
    const run = (): Promise<Result> => at(command, inputs)
    await prepare()
    const start = scene.instance.snapshot()
    const before = await keys()
    await run()
    const shape = names()
    let deaths = 0
    for (const acts of [false, true]) {
      for (let k = 1; ; k++) {
        scene.instance.restore(start)
        if (!(await die(run, k, acts))) break
        deaths += 1
        // A certificate may be on its way for every key that waited: none of them is lost but where another one is asked for.
        const left = [...(await keys()).values()]
        if (command === 'apply') {
          for (const { key } of before.values()) expect(left.some((one) => one.key.equals(key))).toBe(true)
        }
        expect(errorsOf(await run())).toEqual([])
        const writes = writesOf(scene.instance).length
        expect((await run()).outcomes).toEqual([])
        expect(writesOf(scene.instance)).toHaveLength(writes)
        expect(names()).toEqual(shape)
        expect(scene.instance.violations).toEqual([])
      }
    }
    expect(deaths).toBeGreaterThan(least)
    await request()
  })
})

/** The bundle as the runner calls it, openssl as the people who sign, keytool as the one who reads. */
describeWith('openssl', 'a request file', () => {
  describeWith('keytool', 'is signed', () => {
    test.each([
      ['jks', 'rsa-2048'],
      ['pkcs12', 'ec-p256'],
    ])('for a keystore of type %s with %s', async (type, algorithm) => {
      const text = (certificate: boolean): string =>
        spec({ certificate, keystore: `    type: ${type}` })
          .replace('ec-p256', algorithm)
          .replace(
            '      key-algorithm',
            "      subject-alternative-names: ['DNS:acme-${environment}.example']\n      key-algorithm",
          )
      const folder = mkdtempSync(join(tmpdir(), 'smtls-request-'))
      try {
        await scene.spec(text(false))
        const debug = { env: { ...scene.secrets, RUNNER_DEBUG: '1' } }
        const asked = await scene.run('csr', { ...debug, inputs: { 'output-directory': folder } })
        const said =
          /^the request for CN=acme-dev.example,O=Acme, of the key in bank-client \(new [0-9a-f]{8}\), is written: bank-client\/bank-client.csr$/
        expect(problemsOf(asked)).toMatchObject([{ code: 'request.waits', message: expect.stringMatching(said) }])
        expect([asked.exitCode, asked.outputs.changed]).toEqual([0, 'true'])
        const file = join(folder, 'bank-client', 'bank-client.csr')
        const shown = execFileSync(needProgram('openssl'), ['req', '-in', file, '-verify', '-noout', '-text'], {
          encoding: 'utf8',
        })
        expect(shown).toMatch(/Subject: O ?= ?Acme, CN ?= ?acme-dev.example/)
        expect(shown).toContain('DNS:acme-dev.example')
        const { key } = await waiting()
        const again = await scene.run('csr', { ...debug, inputs: { 'output-directory': folder } })
        expect([again.exitCode, again.outputs.changed]).toEqual([0, 'false'])
        expect((await waiting()).key.equals(key)).toBe(true)
        expect(problemsOf(again)).toEqual(problemsOf(asked))
        expect(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: join(folder, 'bank-client'), encoding: 'utf8' })).toBe(
          'bank-client.csr: OK\n',
        )
        const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
        const files = ['bank-client/bank-client.csr', 'bank-client/SHA256SUMS']
        expect(manifest).toMatchObject({ requests: [{ name: 'bank-client', subject: 'CN=acme-dev.example,O=Acme', files }] })

        writeFileSync(join(folder, 'ca.pem'), companies.issuing.certificatePem)
        writeFileSync(join(folder, 'ca.key'), companies.issuing.keyPem)
        const ca = ['-CA', join(folder, 'ca.pem'), '-CAkey', join(folder, 'ca.key'), '-days', '90', '-copy_extensions', 'copy']
        const signed = execFileSync(needProgram('openssl'), ['x509', '-req', '-in', file, ...ca], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        })
        await scene.write('certs/bank.pem', signed)
        await scene.spec(text(true))
        const planned = await scene.run('plan', debug)
        expect(JSON.parse(planned.outputs.changes ?? '')).toMatchObject({ create: 2, update: 1 })
        const applied = await scene.run('apply', debug)
        expect(problemsOf(applied).filter(({ severity }) => severity === 'error')).toEqual([])
        expect(applied.exitCode).toBe(0)
        const writes = writesOf(scene.instance).length
        const second = await scene.run('apply', debug)
        expect([second.exitCode, writesOf(scene.instance).length]).toEqual([0, writes])
        expect(scene.instance.violations).toEqual([])

        const [attachment, ...more] = scene.instance.store.rows('sys_attachment')
        expect(more).toEqual([])
        const stored = join(folder, 'keystore')
        writeFileSync(stored, scene.instance.store.attachmentContent(attachment?.sys_id ?? '') ?? '')
        const listing = [...QUICK_KEYTOOL, '-list', '-v', '-keystore', stored, '-storepass', PASSWORD]
        const listed = execFileSync(needProgram('keytool'), listing, { encoding: 'utf8' })
        expect(listed).toContain(type === 'jks' ? 'Keystore type: JKS' : 'Keystore type: PKCS12')
        expect(listed).toContain('Certificate chain length: 3')
        expect(listed).toContain('Owner: CN=acme-dev.example, O=Acme')

        // The key is on the instance alone.
        expect((await inUse()).key.equals(key)).toBe(true)
        const { d = '', p = '' } = createPrivateKey({ key: key.pkcs8, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' })
        const secrets = [
          // The modulus beside them is public.
          { name: 'exponent', value: Buffer.from(d, 'base64url') },
          ...(p === '' ? [] : [{ name: 'prime', value: Buffer.from(p, 'base64url') }]),
          { name: 'password', value: Buffer.from(PASSWORD) },
        ]
        for (const run of [asked, again, planned, applied, second]) expect(findSecrets(traces(run), secrets)).toEqual([])
        expect(findSecrets([{ name: 'request', bytes: readFileSync(file) }], secrets)).toEqual([])
        const planted = findSecrets([{ name: 'planted', bytes: Buffer.from(`x ${key.pkcs8.toString('base64')}`) }], secrets)
        expect(planted.map(({ secret }) => secret)).toContain('exponent')
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    })
  })
})

test('csr is refused where others may have written the spec', async () => {
  const run = await scene.run('csr', { event: { name: 'pull_request', payload: {} } })
  expect([run.exitCode, run.outputs['error-code']]).toEqual([1, 'guard.untrusted-spec'])
  expect(writesOf(scene.instance)).toEqual([])
})
