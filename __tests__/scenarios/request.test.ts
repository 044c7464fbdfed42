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
const noticesOf = (result: Result): string[] =>
  result.problems.filter(({ code }) => code.startsWith('request.')).map(({ code }) => code)
const names = (): string[] =>
  scene.instance.store
    .rows('sys_certificate')
    .map(({ name = '', active = '' }) => `${name.replace(/\d{4}-\d\d-\d\d/, 'DATE').replace(/ [0-9a-f]{8}\)/, ' H)')} ${active}`)
    .sort()

/** Every key that is on the instance, by the name of its record. */
async function keys(): Promise<Map<string, OpenEntry>> {
  const found = new Map<string, OpenEntry>()
  const { store } = scene.instance
  for (const { name = '', sys_id } of store.rows('sys_certificate')) {
    for (const attachment of store.attachments(sys_id).filter(({ file_name = '' }) => file_name.startsWith('smtls.'))) {
      const content = store.attachmentContent(attachment.sys_id) ?? Buffer.alloc(0)
      found.set(name, privateKeyOf(await readKeystore(content, { store: new SecretValue(PASSWORD, 'password') })))
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
async function sign(days = 90): Promise<Certificate> {
  const { key, chain } = await waiting()
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

  test('is handed over as any other', async () => {
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

  test('of another subject is another key; the old one goes', async () => {
    await at('csr')
    const before = await waiting()
    await scene.spec(spec({ subject: '{ CN: other.example }' }))
    expect(errorsOf(await at('csr'))).toEqual([])
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

describe('a run that dies at any write', () => {
  /** The k-th write is the last thing that the instance hears of the run, whether it acts on it or not. */
  async function die(command: string, k: number, acts: boolean): Promise<boolean> {
    const { instance } = scene
    let writes = 0
    const counts = ({ write }: { readonly write: boolean }): number => (write ? (writes += 1) : writes)
    const last = instance.fault({
      at: (request) => counts(request) === k && request.write,
      action: acts ? 'reset-after' : 'reset-before',
    })
    const rest = instance.fault({ at: () => last.fired > 0, times: Infinity, action: 'reset-before' })
    const result = await at(command)
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

  test.each<[string, string, Prepare, number]>([
    ['the first key', 'csr', () => Promise.resolve(), 3],
    ['a key for another subject', 'csr', changed, 4],
    ['a certificate that has come', 'apply', signed, 6],
    ['a renewal', 'apply', renewed, 8],
  ])('%s', async (_, command, prepare, least) => {
    await prepare()
    const start = scene.instance.snapshot()
    const before = await keys()
    await at(command)
    const shape = names()
    let deaths = 0
    for (const acts of [false, true]) {
      for (let k = 1; ; k++) {
        scene.instance.restore(start)
        if (!(await die(command, k, acts))) break
        deaths += 1
        // A certificate may be on its way for every key that waited: none of them is lost but where another one is asked for.
        const left = [...(await keys()).values()]
        if (command === 'apply') {
          for (const { key } of before.values()) expect(left.some((one) => one.key.equals(key))).toBe(true)
        }
        expect(errorsOf(await at(command))).toEqual([])
        const writes = writesOf(scene.instance).length
        expect((await at(command)).outcomes).toEqual([])
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
        expect(problemsOf(asked)).toEqual([])
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
        const listing = ['-list', '-v', '-keystore', stored, '-storepass', PASSWORD]
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
