import { inspectKeystore } from '../../src/keystore/inspect.ts'
import type { WritableEntry } from '../../src/keystore/write.ts'
import { writeJks, writePkcs12 } from '../../src/keystore/write.ts'
import { PrivateKey } from '../../src/x509/private-key.ts'
import { readVectors } from '../../tools/vectors/vector.ts'
import { issueCa, issueLeaf, issueRoot, NOW, SERVER_AUTH } from '../support/certificates.ts'
import { refusalOf, secret } from './support.ts'

const PASSWORD = secret('a password of a test')
const root = issueRoot()
const issuing = issueCa('issuing', root)
const leaf = issueLeaf(issuing)
const chain = [leaf.certificate, issuing.certificate, root.certificate]
const keyEntry: WritableEntry = { kind: 'private-key', alias: 'acme', key: PrivateKey.fromKeyObject(leaf.key), chain }
const issuers = [issuing, root].map(({ certificate }, index): WritableEntry => ({
  kind: 'trusted-certificate',
  alias: `ca-${index}`,
  certificate,
}))
const whole = [keyEntry, ...issuers]

const inspect = (entries: readonly WritableEntry[], now = NOW) =>
  inspectKeystore(writeJks(entries, PASSWORD), { store: PASSWORD }, now)
const codes = ({ problems }: Awaited<ReturnType<typeof inspect>>): string[] => problems.map(({ code }) => code)

test('what a keystore holds, as plain data', async () => {
  const inspection = await inspect(whole)
  const plain = ({ fingerprint256, subject, notAfter }: (typeof chain)[number]) => ({
    fingerprint256,
    subject,
    notAfter: notAfter.toISOString().replace('.000Z', 'Z'),
  })
  expect(inspection).toEqual({
    type: 'jks',
    entries: [
      { alias: 'acme', kind: 'private-key', algorithm: 'EC-256', chain: chain.map(plain) },
      { alias: 'ca-0', kind: 'trusted-certificate', algorithm: 'EC-256', chain: [plain(issuing.certificate)] },
      { alias: 'ca-1', kind: 'trusted-certificate', algorithm: 'EC-256', chain: [plain(root.certificate)] },
    ],
    problems: [],
  })
  expect(JSON.parse(JSON.stringify(inspection))).toEqual(inspection)
  expect(inspection.entries[0]?.chain[0]).toMatchObject({
    fingerprint256: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/) as unknown,
    notAfter: '2027-01-01T00:00:00Z',
  })
})

describe('problems', () => {
  const other = issueLeaf(issuing, { subject: 'other' })
  const wrongUse = issueLeaf(issuing, { extendedKeyUsage: [SERVER_AUTH] })
  const withKey = (issued: typeof leaf): WritableEntry[] => [
    { ...keyEntry, key: PrivateKey.fromKeyObject(issued.key), chain: [issued.certificate, ...chain.slice(1)] },
    ...issuers,
  ]
  const cases: readonly (readonly [string, readonly WritableEntry[], readonly string[]])[] = [
    ['a root that is no trusted entry', whole.slice(0, 2), ['keystore.rebuilt']],
    ['no private key', issuers, ['keystore.no-key']],
    ['several private keys', [...whole, { ...keyEntry, alias: 'again' }], ['keystore.several-keys']],
    [
      'the certificate of another key',
      [{ ...keyEntry, chain: [other.certificate, ...chain.slice(1)] }, ...issuers],
      ['key.mismatch'],
    ],
    ['a certificate for servers', withKey(wrongUse), ['certificate.no-client-auth']],
    ['a missing intermediate', [{ ...keyEntry, chain: [leaf.certificate] }], ['chain.incomplete']],
    ['a missing root', [{ ...keyEntry, chain: chain.slice(0, 2) }, ...issuers.slice(0, 1)], ['chain.no-root']],
    [
      'a foreign certificate',
      [...whole, { kind: 'trusted-certificate', alias: 'p', certificate: issueRoot('partner').certificate }],
      ['keystore.rebuilt'],
    ],
  ]
  test.each(cases)('%s', async (_, entries, expected) => {
    expect(codes(await inspect(entries))).toEqual(expected)
  })

  test('the clock is given', async () => {
    expect(codes(await inspect(whole, new Date('2027-06-01T00:00:00Z')))).toEqual(['certificate.expired'])
    expect(codes(await inspect(whole, new Date('2025-06-01T00:00:00Z')))).toContain('certificate.not-yet-valid')
  })

  test('a password that is short for JKS', async () => {
    const { problems } = await inspectKeystore(writeJks(whole, secret('changeit')), { store: secret('changeit') }, NOW)
    expect(problems).toEqual([{ code: 'keystore.weak-password', message: expect.stringContaining('fewer than 16') as unknown }])
  })

  test('another password for the key, given and not given', async () => {
    const vector = readVectors('keytool').find(({ keyPassword }) => keyPassword !== undefined)
    const bytes = Buffer.from(vector?.bytes ?? '', 'base64')
    const store = secret(vector?.password ?? '')
    expect(codes(await inspectKeystore(bytes, { store }, NOW))).toContain('keystore.key-password')
    const given = await inspectKeystore(bytes, { store, keys: [secret(vector?.keyPassword ?? '')] }, NOW)
    expect(given.problems).toContainEqual({
      code: 'keystore.key-password',
      message: expect.stringContaining('cannot recover') as unknown,
    })
  })

  test('without a password a JKS is listed, and only that is told', async () => {
    const { entries, problems } = await inspectKeystore(writeJks(whole, PASSWORD), {}, NOW)
    expect(entries).toHaveLength(3)
    expect(problems.map(({ code }) => code)).toEqual(['keystore.password'])
  })

  test('what Java cannot read', async () => {
    const vector = readVectors('openssl').find(({ name }) => name.startsWith('AES-192-CBC AES-192'))
    const { problems } = await inspectKeystore(
      Buffer.from(vector?.bytes ?? '', 'base64'),
      { store: secret(vector?.password ?? '') },
      NOW,
    )
    expect(problems.filter(({ code }) => code === 'keystore.java')).toHaveLength(2)
  })
})

test('a PKCS#12 keystore', async () => {
  const { type, problems } = await inspectKeystore(await writePkcs12(whole, PASSWORD, 'modern'), { store: PASSWORD }, NOW)
  expect([type, problems]).toEqual(['pkcs12', []])
})

test('what cannot be read is refused', async () => {
  const refusal = await refusalOf(() => inspectKeystore(writeJks(whole, PASSWORD), { store: secret('wrong') }, NOW))
  expect(refusal.code).toBe('keystore.password')
})
