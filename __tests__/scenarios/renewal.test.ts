import { createHash, createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Result } from '../../src/commands/result.ts'
import { CodedError } from '../../src/errors.ts'
import { localIssuer } from '../../src/issuer/local.ts'
import type { Issuer } from '../../src/issuer/issuer.ts'
import { readKeystore } from '../../src/keystore/read.ts'
import { privateKeyOf, type OpenEntry } from '../../src/keystore/keystore.ts'
import { parseMark } from '../../src/plan/mark.ts'
import { SecretValue } from '../../src/redact.ts'
import { Certificate } from '../../src/x509/certificate.ts'
import { readPrivateKey } from '../../src/x509/private-key.ts'
import { makeCa, type Ca } from '../../tools/lab/pki.ts'
import { runInProcess, type InProcessOptions } from '../support/in-process.ts'
import { makeCompanies, openScene, PASSWORD, writesOf, type Companies, type Scene } from '../support/scene.ts'

const DAY = 86_400_000
const HOUR = DAY / 24
/** How long before now the issuers of the project begin. */
const BACKDATED_MS = 5 * 60_000
// Certificates know whole seconds.
const START = Math.floor(Date.now() / 1000) * 1000

const spec = (keystore = '', source = ''): string => `version: 1
environments:
  dev: { instance: "\${INSTANCE}" }
keystores:
  bank-client:
    password: { secret: BANK_PASSWORD }
${keystore}
    source:
      issuer: lab-ca
      subject: { CN: 'acme-\${environment}.example', O: Acme }
      key-algorithm: ec-p256
      validity: 90d
${source}
issuers:
  lab-ca: { local: { certificate: { file: certs/acme.pem }, key: { secret: CA_KEY } } }
  self: { self-signed: {} }
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
  Object.assign(scene.secrets, { CA_KEY: companies.issuing.keyPem })
  await scene.spec(spec())
})
afterEach(() => scene.close())

/** A process of its own, one day in the life of the instance. */
const at = (command: string, inputs: Record<string, string> = {}, more: Partial<InProcessOptions> = {}): Promise<Result> =>
  runInProcess(scene, command, { inputs, now: () => new Date(time), ...more })
const pass = (days: number): void => {
  time += days * DAY
}

/** What the profile of the bank uses now. */
async function inUse(): Promise<{ entry: OpenEntry; leaf: Certificate; fileName: string; name: string }> {
  const { store } = scene.instance
  const [profile] = store.rows('sys_protocol_profile')
  const record = store.rows('sys_certificate').find(({ sys_id }) => sys_id === profile?.keystore)
  if (record?.active !== 'true') throw new Error('the profile has no active keystore')
  const [attachment, ...more] = store.attachments(record.sys_id)
  if (attachment === undefined || more.length > 0) throw new Error('the keystore is not whole')
  const content = await contentOf(attachment.sys_id)
  const keystore = await readKeystore(content, { store: new SecretValue(PASSWORD, 'password') })
  const entry = privateKeyOf(keystore)
  const [leaf] = entry.chain
  if (leaf === undefined || !entry.key.matches(leaf)) throw new Error('the key does not belong to the certificate')
  return { entry, leaf, fileName: attachment.file_name ?? '', name: record.name ?? '' }
}

/** Whether some record holds a keystore with this certificate. */
async function stored(fingerprint: string): Promise<boolean> {
  const { store } = scene.instance
  for (const { sys_id } of store.rows('sys_attachment')) {
    const keystore = await readKeystore(await contentOf(sys_id), { store: new SecretValue(PASSWORD, 'password') })
    if (privateKeyOf(keystore).chain[0]?.fingerprint256 === fingerprint) return true
  }
  return false
}

async function contentOf(attachment: string): Promise<Buffer> {
  const authorization = `Basic ${Buffer.from('admin:admin').toString('base64')}`
  const answer = await fetch(`${scene.instance.url}/api/now/attachment/${attachment}/file`, { headers: { authorization } })
  return Buffer.from(await answer.arrayBuffer())
}

/** An authority of the process itself, which gives what is above it or not. */
const signedBy = (authority: Ca, ...above: readonly Ca[]): Issuer =>
  localIssuer(
    [authority, ...above].map(({ certificateDer }) => Certificate.fromDer(certificateDer)),
    readPrivateKey(Buffer.from(authority.keyPem)),
    () => new Date(time),
  )

const errorsOf = (result: Result): string[] =>
  result.problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`)
const names = (): string[] =>
  scene.instance.store
    .rows('sys_certificate')
    .map(({ name = '', active = '' }) => `${name.replace(/\d{4}-\d\d-\d\d/, 'DATE').replace(/ [0-9a-f]{8}\)/, ' H)')} ${active}`)
    .sort()

describe('a certificate that is issued', () => {
  test('is published with a new key, left alone, and renewed in time', async () => {
    const first = await at('apply')
    expect(errorsOf(first)).toEqual([])
    expect(first.plan?.changes[0]).toMatchObject({
      item: 'keystores.bank-client',
      kind: 'create',
      reason: 'missing',
      contentHash: null,
    })
    const made = await inUse()
    expect(made.leaf.subject).toBe('CN=acme-dev.example,O=Acme')
    expect(made.entry.chain).toHaveLength(3)
    expect(first.certificates).toMatchObject([
      { name: 'bank-client', fingerprint256: made.leaf.fingerprint256, daysRemaining: 90 },
    ])
    expect(first.publicKeystores.map(({ name, chain }) => [name, chain.length])).toEqual([['bank-client', 3]])

    const before = writesOf(scene.instance).length
    for (const days of [0, 30, 29]) {
      pass(days)
      const again = await at('apply')
      expect([errorsOf(again), again.outcomes]).toEqual([[], []])
    }
    expect(writesOf(scene.instance)).toHaveLength(before)
    const planned = await at('plan')
    expect(planned.problems).toMatchObject([
      {
        code: 'keystore.renewal',
        severity: 'notice',
        message: expect.stringMatching(/^valid for 31 days, until .*; renewed in 1 day, from/),
      },
    ])

    pass(2)
    // What time brings by itself is no drift.
    expect(errorsOf(await at('verify', { 'fail-on-changes': 'true' }))).toEqual([])
    const due = await at('plan')
    expect(due.plan?.changes).toMatchObject([
      {
        item: 'keystores.bank-client',
        kind: 'rotate',
        reason: 'renewal-due',
        notes: [
          expect.stringMatching(/^a new key and certificate: the one in use is valid for 29 days, until .*, and renewed since/),
        ],
      },
    ])
    expect(writesOf(scene.instance)).toHaveLength(before)
    const renewed = await at('apply')
    expect(errorsOf(renewed)).toEqual([])
    const next = await inUse()
    expect(next.entry.key.equals(made.entry.key)).toBe(false)
    expect(names()).toEqual(['bank-client (retired DATE H) false', 'bank-client true'])
    expect((await at('apply')).outcomes).toEqual([])
    expect(scene.instance.violations).toEqual([])
  })

  test('is not renewed by one that ends no later', async () => {
    await scene.spec(spec().replace('      validity: 90d\n', ''))
    // As a CA does that ends itself, or a profile with a fixed end.
    const until = time + 90 * DAY
    let end = until
    const real = localIssuer(
      [companies.issuing, companies.root].map(({ certificateDer }) => Certificate.fromDer(certificateDer)),
      readPrivateKey(Buffer.from(companies.issuing.keyPem)),
      () => new Date(time),
    )
    const signer: Issuer = { issue: (request) => real.issue({ ...request, validityMs: end - time }) }
    const createIssuer: InProcessOptions['createIssuer'] = () => Promise.resolve(signer)
    expect(errorsOf(await at('apply', {}, { createIssuer }))).toEqual([])
    const before = await inUse()
    pass(70)
    expect(errorsOf(await at('apply', {}, { createIssuer }))).toEqual([
      expect.stringMatching(/^issuer.validity: the issuer gave a certificate that ends on .*, no later than the one in use$/),
    ])
    expect((await inUse()).leaf.equals(before.leaf)).toBe(true)
    // Somebody who asks for another key gets it.
    expect(errorsOf(await at('apply', { rotate: 'bank-client' }, { createIssuer, runId: '7' }))).toEqual([])
    expect((await inUse()).leaf.equals(before.leaf)).toBe(false)
    end = until + DAY
    expect(errorsOf(await at('apply', {}, { createIssuer }))).toEqual([])
  })

  test('whose issuer has a clock that is ahead of ours', async () => {
    let ahead = 9 * 60_000
    const signer = localIssuer(
      [companies.issuing, companies.root].map(({ certificateDer }) => Certificate.fromDer(certificateDer)),
      readPrivateKey(Buffer.from(companies.issuing.keyPem)),
      () => new Date(time + BACKDATED_MS + ahead),
    )
    const createIssuer: InProcessOptions['createIssuer'] = () => Promise.resolve(signer)
    expect(errorsOf(await at('apply', {}, { createIssuer }))).toEqual([])
    expect((await inUse()).leaf.notBefore.getTime()).toBeGreaterThan(time)
    ahead = 11 * 60_000
    expect(errorsOf(await at('apply', { rotate: 'all' }, { createIssuer }))).toEqual([
      expect.stringMatching(/^issuer.validity: the certificate is not valid before/),
    ])
  })

  test('of a CA that is behind a service and at hand is not renewed with every run', async () => {
    const signer = localIssuer(
      [companies.issuing, companies.root].map(({ certificateDer }) => Certificate.fromDer(certificateDer)),
      readPrivateKey(Buffer.from(companies.issuing.keyPem)),
      () => new Date(time),
    )
    const service = spec().replace('issuer: lab-ca', 'issuer: service')
    await scene.spec(service.replace('issuers:', 'issuers:\n  service: { exec: { command: [./sign.sh] } }'))
    const createIssuer: InProcessOptions['createIssuer'] = () => Promise.resolve(signer)
    expect(errorsOf(await at('apply', {}, { createIssuer }))).toEqual([])
    expect((await at('apply', {}, { createIssuer })).outcomes).toEqual([])
  })

  test('plan, verify and a plan that is not carried out never ask the issuer', async () => {
    const createIssuer = (): never => {
      throw new Error('the issuer was asked')
    }
    await at('plan', {}, { createIssuer })
    await at('verify', {}, { createIssuer })
    expect(writesOf(scene.instance)).toEqual([])
    const failed = await at('apply', {}, { createIssuer })
    expect(errorsOf(failed)).toEqual([expect.stringContaining('the issuer was asked')])
  })

  test.each<[string, string, string, string]>([
    [
      'subject',
      "subject: { CN: 'acme-${environment}.example', O: Acme }",
      'subject: { CN: other.example }',
      'subject CN=other.example',
    ],
    [
      'alternative names',
      'validity: 90d',
      "validity: 90d\n      subject-alternative-names: ['DNS:a.example']",
      'alternative names DNS:a.example',
    ],
    ['key algorithm', 'ec-p256', 'ec-p384', 'a key of EC-384'],
    ['issuer', 'issuer: lab-ca', 'issuer: self', 'issuer self'],
  ])('another %s is another certificate', async (_, from, to, why) => {
    await at('apply')
    await scene.spec(spec().replace(from, to))
    const planned = await at('plan')
    expect(planned.plan?.changes).toMatchObject([
      { reason: 'request-changed', notes: [`a new key and certificate: another is asked for: ${why}`] },
    ])
    expect(errorsOf(await at('apply'))).toEqual([])
    expect((await at('apply')).outcomes).toEqual([])
  })

  test('one that cannot be opened is an error, never a new key without being told', async () => {
    await at('apply')
    const before = writesOf(scene.instance).length
    scene.secrets.BANK_PASSWORD = 'another-password-than-before'
    for (const command of ['plan', 'apply']) {
      expect(errorsOf(await at(command))).toEqual([
        expect.stringMatching(/^keystore.in-use-unreadable: the keystore in bank-client/),
      ])
    }
    expect(writesOf(scene.instance)).toHaveLength(before)
    const createIssuer = (): never => {
      throw new Error('the issuer was asked')
    }
    // Whether the partner trusts the root of another one is not known.
    expect(errorsOf(await at('apply', { rotate: 'bank-client' }, { createIssuer }))).toEqual([
      expect.stringMatching(/^guard.root: the keystore of bank-client in use does not open/),
    ])
    expect(errorsOf(await at('apply', { rotate: 'bank-client', confirm: 'dev' }))).toEqual([])
    expect((await at('apply')).outcomes).toEqual([])
  })

  test('one that cannot be opened is replaced after its handover', async () => {
    await at('apply')
    scene.secrets.BANK_PASSWORD = 'another-password-than-before'
    await scene.spec(spec('    handover: 7d'))
    expect(errorsOf(await at('apply', { rotate: 'bank-client', confirm: 'dev' }))).toEqual([])
    pass(3)
    const waits = await at('apply')
    expect([errorsOf(waits), waits.problems.map(({ code }) => code)]).toEqual([
      [],
      expect.arrayContaining(['keystore.in-use-unreadable', 'keystore.waits']),
    ])
    pass(4.5)
    expect(errorsOf(await at('apply'))).toEqual([])
    expect(names()).toEqual(['bank-client (retired DATE H) false', 'bank-client true'])
    expect((await at('apply')).outcomes).toEqual([])
  })

  test('a password that Java does not take is told before anything is issued', async () => {
    scene.secrets.BANK_PASSWORD = 'abc'
    expect(errorsOf(await at('apply'))).toEqual([expect.stringMatching(/^keystore.weak-password: /)])
    expect(writesOf(scene.instance)).toEqual([])
  })

  test('another root is a guard', async () => {
    await at('apply')
    const before = await inUse()
    await scene.write('certs/acme.pem', companies.bankRoot.certificatePem)
    scene.secrets.CA_KEY = companies.bankRoot.keyPem
    expect(errorsOf(await at('apply'))).toEqual([
      expect.stringMatching(/^guard.root: .* is from CN=Bank Root CA,O=Bank, another root/),
    ])
    expect((await inUse()).leaf.fingerprint256).toBe(before.leaf.fingerprint256)
    expect(errorsOf(await at('apply', { confirm: 'dev' }))).toEqual([])
    expect((await inUse()).leaf.issuer).toBe('CN=Bank Root CA,O=Bank')
  })

  test('the same root is none, whether the chain has it, lacks it, or has it issued anew', async () => {
    const { issuing, root, bankRoot } = companies
    const again = await makeCa({ subject: { O: 'Acme', CN: 'Acme Root CA' }, key: createPrivateKey(root.keyPem) })
    const chained = (...above: readonly Ca[]): Partial<InProcessOptions> => ({
      createIssuer: () => Promise.resolve(signedBy(issuing, ...above)),
    })
    const rotate = { rotate: 'bank-client' }
    for (const more of [chained(root), chained(), chained(root), chained(again), chained()]) {
      expect(errorsOf(await at('apply', rotate, more))).toEqual([])
    }
    // The one in use ends below its root, and what is above it now has not signed it.
    const other = await makeCa({ subject: { O: 'Acme', CN: 'Acme Issuing CA' }, issuer: bankRoot })
    const createIssuer = (): Promise<Issuer> => Promise.resolve(signedBy(other, bankRoot))
    expect(errorsOf(await at('apply', rotate, { createIssuer }))).toEqual([expect.stringMatching(/^guard.root: /)])
  })

  test('a leaf alone is a chain that is incomplete, before it is another root', async () => {
    await at('apply')
    const real = signedBy(companies.issuing, companies.root)
    const createIssuer = (): Promise<Issuer> =>
      Promise.resolve({
        issue: async (request) => ({ certificates: (await real.issue(request)).certificates.slice(0, 1), notes: [] }),
      })
    expect(errorsOf(await at('apply', { rotate: 'bank-client' }, { createIssuer }))).toEqual([
      expect.stringMatching(/^chain.incomplete: /),
    ])
  })

  test('a lifetime far from what was asked for is an error, unless the spec accepts it', async () => {
    const real = signedBy(companies.issuing, companies.root)
    const createIssuer = (): Promise<Issuer> =>
      Promise.resolve({ issue: (request) => real.issue({ ...request, validityMs: 40 * DAY }) })
    const told = /^issuer.validity: the issuer gave a certificate for 40 days, where 90 were asked for$/
    expect(errorsOf(await at('apply', {}, { createIssuer }))).toContainEqual(expect.stringMatching(told))
    expect(names().filter((name) => name.endsWith('true'))).toEqual([])
    await scene.spec(spec('    accept: [issuer.validity]'))
    const accepted = await at('apply', {}, { createIssuer })
    expect(errorsOf(accepted)).toEqual([])
    expect(accepted.problems).toContainEqual(expect.objectContaining({ code: 'issuer.validity', severity: 'warning' }))
    // But not one that would be renewed with every run.
    pass(30)
    const short = (): Promise<Issuer> => Promise.resolve({ issue: (request) => real.issue({ ...request, validityMs: 5 * DAY }) })
    expect(errorsOf(await at('apply', {}, { createIssuer: short }))).toEqual([
      expect.stringMatching(/^issuer.validity: .* no later than the one in use$/),
    ])
  })

  test('a clone gets keys of its own', async () => {
    await at('apply')
    const [property] = scene.instance.store.rows('sys_properties').filter(({ name }) => name === 'instance_name')
    const before = await inUse()
    scene.instance.store.update('sys_properties', property!.sys_id, { value: 'clone' })
    expect((await at('plan')).plan?.changes).toMatchObject([{ reason: 'other-instance' }])
    expect(errorsOf(await at('apply'))).toEqual([])
    expect((await inUse()).entry.key.equals(before.entry.key)).toBe(false)
    expect(names()).toEqual(['bank-client true'])
  })
})

test('certificates that are due on one day are renewed without anybody who confirms it', async () => {
  const names7 = Array.from({ length: 7 }, (_, index) => `client-${index}`)
  const source = 'issuer: lab-ca, subject: { CN: acme.example }, key-algorithm: ec-p256, validity: 90d'
  const items = names7.map((name) => `  ${name}: { password: { secret: BANK_PASSWORD }, source: { ${source} } }`).join('\n')
  const issuers = spec().slice(spec().indexOf('issuers:'), spec().indexOf('protocol-profiles:'))
  await scene.spec(`version: 1\nenvironments:\n  dev: { instance: "\${INSTANCE}" }\nkeystores:\n${items}\n${issuers}`)
  for (const days of [0, 61, 61]) {
    pass(days)
    const result = await at('apply')
    expect([errorsOf(result), result.outcomes.length]).toEqual([[], 7])
  }
  // All at once because it was asked for is another thing.
  expect(errorsOf(await at('apply', { rotate: 'all' }))).toEqual([
    'guard.rotations: 7 of 7 keystores would be rotated at once',
    'guard.deletions: 7 records would be deleted at once',
  ])
})

describe('rotate', () => {
  test('counts once for each run, however often it is run again', async () => {
    await at('apply', {}, { runId: '41' })
    const first = await inUse()
    expect(parseMark(first.fileName)?.runId).toBe('41')
    expect(errorsOf(await at('apply', { rotate: 'bank-client' }, { runId: '42' }))).toEqual([])
    const second = await inUse()
    expect(parseMark(second.fileName)?.runId).toBe('42')
    expect((await at('apply', { rotate: 'bank-client' }, { runId: '42' })).outcomes).toEqual([])
    expect((await at('apply', { rotate: 'all' }, { runId: '43' })).outcomes).toMatchObject([{ is: 'done' }])
    expect(errorsOf(await at('apply', { rotate: 'nosuch' }))).toEqual([
      'input.invalid: input rotate: nosuch: the spec has no such keystore',
    ])
  })

  test('rotate-purge keeps no old generation and reminds of revocation', async () => {
    await at('apply')
    const before = await inUse()
    await at('apply', { rotate: 'all' }, { runId: '1' })
    const stolen = await inUse()
    expect(names()).toEqual(['bank-client (retired DATE H) false', 'bank-client true'])
    const purged = await at('apply', { 'rotate-purge': 'bank-client' }, { runId: '2' })
    expect(errorsOf(purged)).toEqual([])
    const revoked = purged.problems.filter(({ code }) => code === 'keystore.revoke').map(({ message }) => message)
    const serials = [before, stolen].map(({ leaf }) => leaf.serialNumber)
    expect(revoked.sort()).toEqual(serials.map((one) => `revoke the certificate ${one} of CN=Acme Issuing CA,O=Acme`).sort())
    expect(names()).toEqual(['bank-client true'])
  })

  test('in an emergency, as the example does it, nothing else is changed', async () => {
    const other =
      '  courier-client:\n    password: { secret: BANK_PASSWORD }\n    source: { issuer: self, subject: { CN: courier } }\n'
    await scene.spec(spec().replace('keystores:\n', `keystores:\n${other}`))
    await at('apply')
    const before = scene.instance.store.rows('sys_certificate').filter(({ name }) => name === 'courier-client')
    await scene.spec(spec().replace('keystores:\n', `keystores:\n${other.replace('CN: courier', 'CN: other')}`))
    const { jobs } = parse(readFileSync('examples/workflows/emergency-rekey.yml', 'utf8')) as {
      jobs: { rekey: { steps: { with?: Record<string, string> }[] } }
    }
    const { only = '', 'rotate-purge': purge = '' } = jobs.rekey.steps.find((step) => step.with)?.with ?? {}
    const named = (text: string): string => text.replace('${{ inputs.keystore }}', 'bank-client')
    const inputs = { only: named(only), 'rotate-purge': named(purge), confirm: 'dev' }
    const rekeyed = await at('apply', inputs, { runId: '1' })
    expect([errorsOf(rekeyed), rekeyed.outcomes.map(({ change: { item } }) => item)]).toEqual([[], ['keystores.bank-client']])
    expect(scene.instance.store.rows('sys_certificate').filter(({ name }) => name === 'courier-client')).toEqual(before)
    expect(names()).toEqual(['bank-client true', 'courier-client true'])
  })
})

describe('handover', () => {
  beforeEach(() => scene.spec(spec('    handover: 7d')))

  test('a new certificate is published first and used later', async () => {
    await at('apply')
    const first = await inUse()
    pass(60.5)
    const published = await at('apply')
    expect(errorsOf(published)).toEqual([])
    expect(names()).toEqual(['bank-client (new H) false', 'bank-client true'])
    expect((await inUse()).leaf.fingerprint256).toBe(first.leaf.fingerprint256)
    // The partner gets the new one.
    const [waiting] = published.publicKeystores
    expect(waiting?.chain[0]?.fingerprint256).not.toBe(first.leaf.fingerprint256)
    pass(3)
    const waits = await at('apply')
    expect(waits.outcomes).toEqual([])
    expect(waits.problems.find(({ code }) => code === 'keystore.waits')?.message).toMatch(/and not used before .* \(in 4 days\)$/)
    expect(waits.publicKeystores[0]?.chain[0]?.fingerprint256).toBe(waiting?.chain[0]?.fingerprint256)
    pass(4.5)
    const taken = await at('apply')
    expect([errorsOf(taken), taken.plan?.changes[0]?.reason]).toEqual([[], 'handover'])
    expect((await inUse()).leaf.fingerprint256).toBe(waiting?.chain[0]?.fingerprint256)
    expect(names()).toEqual(['bank-client (retired DATE H) false', 'bank-client true'])
    expect(scene.instance.violations).toEqual([])
  })

  test('weekly runs hand over in time', async () => {
    await scene.spec(spec('    handover: 7d', '      renew-before: 15d'))
    const published = new Map<string, number>()
    let used = ''
    // A minute earlier each week: what is a week off is found a week after that.
    for (let week = 0; week < 40; week++) {
      time = START + week * (7 * DAY - 60_000) + (week > 0 ? 4.9 * DAY : 0)
      const result = await at('apply')
      expect(errorsOf(result)).toEqual([])
      const { leaf } = await inUse()
      expect(leaf.notAfter.getTime() - time).toBeGreaterThan(7 * DAY)
      const given = result.publicKeystores[0]?.chain[0]?.fingerprint256 ?? ''
      if (!published.has(given)) published.set(given, time)
      if (used !== '' && used !== leaf.fingerprint256) {
        expect(time - (published.get(leaf.fingerprint256) ?? time)).toBeGreaterThanOrEqual(7 * DAY)
      }
      used = leaf.fingerprint256
    }
    expect(published.size).toBe(5)
  })

  test('it ends before a certificate that bears no mark does', async () => {
    await scene.spec(spec('    handover: 40d', '      renew-before: 60d'))
    await at('apply')
    const { store } = scene.instance
    const [attachment] = store.rows('sys_attachment')
    const content = await contentOf(attachment!.sys_id)
    store.remove('sys_attachment', attachment!.sys_id)
    store.putAttachment({ table: 'sys_certificate', sysId: attachment!.table_sys_id!, fileName: 'by-hand.jks', content })
    const first = await inUse()
    expect(first.fileName).toBe('by-hand.jks')
    pass(61)
    expect(errorsOf(await at('apply'))).toEqual([])
    expect((await inUse()).leaf.fingerprint256).toBe(first.leaf.fingerprint256)
    pass(21.5)
    expect(errorsOf(await at('apply'))).toEqual([])
    expect((await inUse()).leaf.fingerprint256).not.toBe(first.leaf.fingerprint256)
  })

  test('rotate takes over at once, and in the next run only', async () => {
    await at('apply')
    const first = await inUse()
    await at('apply', { rotate: 'bank-client' }, { runId: '7' })
    expect((await at('apply', { rotate: 'bank-client' }, { runId: '7' })).outcomes).toEqual([])
    expect((await inUse()).leaf.fingerprint256).toBe(first.leaf.fingerprint256)
    expect(errorsOf(await at('apply', { rotate: 'bank-client' }, { runId: '8' }))).toEqual([])
    expect((await inUse()).leaf.fingerprint256).not.toBe(first.leaf.fingerprint256)
    expect(names()).toEqual(['bank-client (retired DATE H) false', 'bank-client true'])
  })

  test('a re-run of the run that took over makes no other key', async () => {
    await at('apply')
    await at('apply', { rotate: 'bank-client' }, { runId: '7' })
    for (const [inputs, runId] of [
      [{ rotate: 'bank-client' }, '8'],
      [{ rotate: 'all' }, '9'],
    ] as const) {
      const waits = runId === '8'
      const taken = await at('apply', inputs, { runId })
      expect([errorsOf(taken), taken.outcomes.length]).toEqual([[], 1])
      const used = await inUse()
      const writes = writesOf(scene.instance).length
      const again = await at('apply', inputs, { runId })
      expect([errorsOf(again), again.outcomes]).toEqual([[], []])
      expect(writesOf(scene.instance)).toHaveLength(writes)
      expect((await inUse()).leaf.fingerprint256).toBe(used.leaf.fingerprint256)
      if (waits) expect(taken.certificates[0]).toMatchObject({ fingerprint256: used.leaf.fingerprint256 })
    }
    // What was rolled back and named is used again, and that once for each run, too.
    await at('apply', { rotate: 'bank-client' }, { runId: '10' })
    const used = await inUse()
    await at('rollback')
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      expect(errorsOf(await at('apply', { rotate: 'bank-client' }, { runId: '11' }))).toEqual([])
      expect((await inUse()).leaf.fingerprint256).toBe(used.leaf.fingerprint256)
    }
    expect(scene.instance.violations).toEqual([])
  })

  test('rollback works while it waits, and after', async () => {
    await at('apply')
    const first = await inUse()
    await at('apply', { rotate: 'all' }, { runId: '1' })
    expect(errorsOf(await at('rollback'))).toEqual([])
    expect(names()).toEqual(['bank-client (rolled back DATE H) false', 'bank-client true'])
    // Again changes nothing, and what was rolled back is held back.
    expect((await at('rollback')).outcomes).toEqual([])
    const held = await at('apply')
    expect([held.outcomes, held.problems.map(({ code }) => code)]).toEqual([[], expect.arrayContaining(['keystore.held-back'])])
    expect((await inUse()).leaf.fingerprint256).toBe(first.leaf.fingerprint256)
    // Named, it is used at once.
    expect(errorsOf(await at('apply', { rotate: 'bank-client' }, { runId: '2' }))).toEqual([])
    const second = await inUse()
    expect(second.leaf.fingerprint256).not.toBe(first.leaf.fingerprint256)
    expect(names()).toEqual(['bank-client (retired DATE H) false', 'bank-client true'])
    expect(errorsOf(await at('rollback'))).toEqual([])
    expect((await inUse()).leaf.fingerprint256).toBe(first.leaf.fingerprint256)
    expect((await at('apply')).outcomes).toEqual([])
    expect(scene.instance.violations).toEqual([])
  })
})

/** The fingerprint of the certificate in a record that waits. */
async function namedIn(part: string): Promise<string | undefined> {
  const { store } = scene.instance
  const record = store.rows('sys_certificate').find(({ name = '' }) => name.includes(part))
  if (record === undefined) return undefined
  const content = store.attachmentContent(store.attachments(record.sys_id)[0]!.sys_id)!
  return privateKeyOf(await readKeystore(content, { store: new SecretValue(PASSWORD, 'password') })).chain[0]?.fingerprint256
}

/** The same numbers in every run of the test. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

describe('a year of daily runs, some of them skipped, the issuer failing now and then', () => {
  test.each([
    [1, ''],
    [2, '    handover: 7d'],
    [3, ''],
  ])('seed %d %s', async (seed, handover) => {
    await scene.spec(spec(handover, '      renew-before: 30d'))
    const random = numbers(seed)
    const seen: string[] = []
    const real = signedBy(companies.issuing, companies.root)
    let issued = 0
    const issuer: Issuer = {
      issue: (request) => {
        if (random() < 0.3) return Promise.reject(new CodedError('issuer.refused', 'out of order'))
        issued += 1
        return real.issue(request)
      },
    }
    for (let day = 0; day < 365; day++) {
      time = START + day * DAY + random() * 20 * HOUR
      // Up to nine days in a row are skipped; never the first.
      if (day > 0 && (random() < 0.2 || day % 100 > 90)) continue
      const result = await at('apply', {}, { createIssuer: () => Promise.resolve(issuer) })
      const errors = errorsOf(result)
      if (errors.length > 0) expect(errors).toEqual(['issuer.refused: out of order'])
      if (errors.length > 0 && seen.length === 0) continue
      const { leaf } = await inUse()
      expect(leaf.notAfter.getTime()).toBeGreaterThan(time)
      // A certificate that is in use is never within ten days of its end.
      expect(leaf.notAfter.getTime() - time).toBeGreaterThan(10 * DAY)
      if (seen.at(-1) !== leaf.fingerprint256) {
        expect(seen).not.toContain(leaf.fingerprint256)
        seen.push(leaf.fingerprint256)
      }
    }
    // Every 60 days one, the last of which may wait for its handover: none was made twice.
    expect(seen.length).toBeGreaterThanOrEqual(6)
    expect(seen.length).toBeLessThanOrEqual(7)
    expect(issued - seen.length).toBeLessThanOrEqual(handover === '' ? 0 : 1)
    expect(scene.instance.violations).toEqual([])
    expect(names().filter((name) => name.endsWith(' true'))).toEqual(['bank-client true'])
  })
})

describe('a run that dies at any write', () => {
  let issued: number
  const counting = async (): Promise<Issuer> => {
    const real = signedBy(companies.issuing, companies.root)
    return Promise.resolve({
      issue: (request) => {
        issued += 1
        return real.issue(request)
      },
    })
  }

  /** The k-th write is the last thing that the instance hears of the run, whether it acts on it or not. */
  async function die(k: number, acts: boolean, inputs: Record<string, string> = {}, runId?: string): Promise<boolean> {
    const { instance } = scene
    let writes = 0
    const counts = ({ write }: { readonly write: boolean }): number => (write ? (writes += 1) : writes)
    const last = instance.fault({
      at: (request) => counts(request) === k && request.write,
      action: acts ? 'reset-after' : 'reset-before',
    })
    const rest = instance.fault({ at: () => last.fired > 0, times: Infinity, action: 'reset-before' })
    const result = await at('apply', inputs, { createIssuer: counting, ...(runId !== undefined && { runId }) })
    last.cancel()
    rest.cancel()
    expect(last.fired === 0 || errorsOf(result).length > 0).toBe(true)
    // Only what is on the instance is given to partners.
    for (const { chain } of result.publicKeystores) expect(await stored(chain[0]?.fingerprint256 ?? '')).toBe(true)
    return last.fired > 0
  }

  test.each([
    ['the first certificate', '', 0],
    ['a renewal', '', 61],
    ['a renewal that waits for its handover', '    handover: 7d', 61],
    ['a handover', '    handover: 7d', 69],
  ])('%s', async (_, handover, days) => {
    await scene.spec(spec(handover))
    if (days > 0) await at('apply')
    if (days > 65) {
      pass(61)
      await at('apply')
      pass(days - 61)
    } else pass(days)
    const start = scene.instance.snapshot()
    const before = days === 0 ? undefined : await inUse()
    issued = 0
    await at('apply', {}, { createIssuer: counting })
    const needed = issued
    const shape = names()
    const reviewed = { 'plan-file': join(scene.workspace, 'reviewed.json') }
    scene.instance.restore(start)
    await scene.write('reviewed.json', JSON.stringify((await at('plan')).plan))
    let deaths = 0
    for (const acts of [false, true]) {
      for (let k = 1; ; k++) {
        scene.instance.restore(start)
        issued = 0
        if (!(await die(k, acts, reviewed))) break
        deaths += 1
        if (before !== undefined) expect((await inUse()).leaf.notAfter.getTime()).toBeGreaterThan(time)
        expect(errorsOf(await at('apply', reviewed, { createIssuer: counting }))).toEqual([])
        const writes = writesOf(scene.instance).length
        expect((await at('apply', {}, { createIssuer: counting })).outcomes).toEqual([])
        expect(writesOf(scene.instance)).toHaveLength(writes)
        expect(names()).toEqual(shape)
        // Only one whose key was lost with the run is asked for again.
        expect(issued).toBeLessThanOrEqual(needed + 1)
        await inUse()
        expect(scene.instance.violations).toEqual([])
      }
    }
    expect(deaths).toBeGreaterThan(5)
  })

  test.each(['waits for its handover', 'was rolled back'])('what %s, named in rotate: no key is made for it', async (why) => {
    await scene.spec(spec(why.startsWith('waits') ? '    handover: 7d' : ''))
    await at('apply')
    await at('apply', { rotate: 'bank-client' }, { runId: '7' })
    const again = (await namedIn(' (new ')) ?? (await inUse()).leaf.fingerprint256
    if (why === 'was rolled back') await at('rollback')
    const rotate = { rotate: 'bank-client' }
    const run = { createIssuer: counting, runId: '8' }
    const planFile = { ...rotate, 'plan-file': join(scene.workspace, 'reviewed.json') }
    await scene.write('reviewed.json', JSON.stringify((await at('plan', rotate, run)).plan))
    const start = scene.instance.snapshot()
    issued = 0
    let deaths = 0
    for (const acts of [false, true]) {
      for (let k = 1; ; k++) {
        scene.instance.restore(start)
        if (!(await die(k, acts, planFile, '8'))) break
        deaths += 1
        await inUse()
        // The same run, once more, and then again.
        for (let attempt = 1; attempt <= 2; attempt += 1) expect(errorsOf(await at('apply', planFile, run))).toEqual([])
        expect((await inUse()).leaf.fingerprint256).toBe(again)
        expect(names()).toEqual(['bank-client (retired DATE H) false', 'bank-client true'])
        expect((await at('apply')).outcomes).toEqual([])
        expect(scene.instance.violations).toEqual([])
      }
    }
    expect([deaths > 12, issued]).toEqual([true, 0])
  })
})

test('what is stored is the bytes that the mark tells', async () => {
  await at('apply')
  const { fileName } = await inUse()
  const { store } = scene.instance
  const [record] = store.rows('sys_certificate')
  const [attachment] = store.attachments(record!.sys_id)
  const hash = createHash('sha256')
    .update(await contentOf(attachment!.sys_id))
    .digest('hex')
  expect(parseMark(fileName)?.content).toBe(hash.slice(0, 16))
})
