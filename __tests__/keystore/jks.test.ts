import { readKeystore } from '../../src/keystore/read.ts'
import { jksDigest } from '../../src/keystore/jks-protection.ts'
import { decodeModifiedUtf8, encodeModifiedUtf8 } from '../../src/keystore/modified-utf8.ts'
import type { WritableEntry } from '../../src/keystore/write.ts'
import { writeJks } from '../../src/keystore/write.ts'
import { PrivateKey } from '../../src/x509/private-key.ts'
import { issueCa, issueLeaf, issueRoot } from '../support/certificates.ts'
import { plainEntries, refusalOf, secret, sha256 } from './support.ts'

const PASSWORD = secret('a password of a test')
const root = issueRoot()
const issuing = issueCa('issuing', root)
const leaf = issueLeaf(issuing)
const chain = [leaf.certificate, issuing.certificate, root.certificate]
const key = PrivateKey.fromKeyObject(leaf.key)
const entries: WritableEntry[] = [
  { kind: 'private-key', alias: 'acme', key, chain },
  { kind: 'trusted-certificate', alias: 'root', certificate: root.certificate },
]
const written = writeJks(entries, PASSWORD)

const u2 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff])
const u4 = (value: number): Buffer => Buffer.from([value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff])
const text = (value: string): Buffer => Buffer.concat([u2(encodeModifiedUtf8(value).length), encodeModifiedUtf8(value)])
const trusted = (alias: Buffer, certificate: Buffer, type = text('X.509')): Buffer =>
  Buffer.concat([u4(2), alias, Buffer.alloc(8), type, u4(certificate.length), certificate])

/** A keystore of these records, with its digest. */
function store(version: number, count: number, ...records: readonly Buffer[]): Buffer {
  const body = Buffer.concat([u4(0xfeedfeed), u4(version), u4(count), ...records])
  return Buffer.concat([body, jksDigest(PASSWORD, body)])
}

const open = (bytes: Buffer) => readKeystore(bytes, { store: PASSWORD })

describe('what is written is read again', () => {
  test('entries, dates and the same bytes for the same contents', async () => {
    const keystore = await open(written)
    expect(keystore).toMatchObject({ type: 'jks', findings: [], foreignToJava: [], openedWith: PASSWORD })
    expect(plainEntries(keystore)).toEqual([
      {
        alias: 'acme',
        kind: 'private-key',
        algorithm: 'EC-256',
        pkcs8: sha256(key.pkcs8),
        chain: chain.map(({ der }) => sha256(der)),
      },
      { alias: 'root', kind: 'trusted-certificate', algorithm: 'EC-256', chain: [sha256(root.certificate.der)] },
    ])
    expect(keystore.entries.map(({ created }) => created)).toEqual([leaf.certificate.notBefore, leaf.certificate.notBefore])
    expect(writeJks(entries, PASSWORD).equals(written)).toBe(true)
  })

  test('another key, alias or password gives another salt for the key, or another ciphertext', () => {
    const renamed = writeJks([{ kind: 'private-key', alias: 'acme2', key, chain }], PASSWORD)
    // The salt begins what stands after the algorithm and the three bytes that open the octets.
    const algorithm = Buffer.from('2b060104012a021101010500', 'hex')
    const saltOf = (bytes: Buffer): string => bytes.subarray(bytes.indexOf(algorithm) + 15).toString('hex', 0, 20)
    expect(saltOf(written)).toMatch(/^[0-9a-f]{40}$/)
    expect(saltOf(renamed)).not.toBe(saltOf(written))
    expect(writeJks(entries, secret('another password')).equals(written)).toBe(false)
  })

  test.each(['with spaces', 'ärger-ß', '键', 'key-🔑', 'nul\u0000byte', 'x'.repeat(20_000)])('alias %s', async (alias) => {
    const bytes = writeJks([{ kind: 'trusted-certificate', alias, certificate: root.certificate }], PASSWORD)
    expect((await open(bytes)).entries.map((entry) => entry.alias)).toEqual([alias])
  })

  test('a thousand entries, and none', async () => {
    const many = Array.from({ length: 1000 }, (_, index): WritableEntry => ({
      kind: 'trusted-certificate',
      alias: `${index}`,
      certificate: root.certificate,
    }))
    expect((await open(writeJks(many, PASSWORD))).entries).toHaveLength(1000)
    expect((await open(writeJks([], PASSWORD))).entries).toEqual([])
  })
})

describe('what the writer refuses', () => {
  test.each([
    ['aliases that differ in letter case alone', ['Acme', 'aCME']],
    ['an empty alias', ['']],
    ['an alias that is too long', ['x'.repeat(65_536)]],
  ])('%s', async (_, aliases) => {
    const twice = aliases.map((alias): WritableEntry => ({ kind: 'trusted-certificate', alias, certificate: root.certificate }))
    expect((await refusalOf(() => writeJks(twice, PASSWORD))).code).toBe('keystore.alias')
  })

  test.each(['', 'short', 'päßwort', 'tab\tulator', 'key 🔑 key'])('the password %j, which Java refuses', async (password) => {
    expect((await refusalOf(() => writeJks(entries, secret(password)))).code).toBe('keystore.weak-password')
  })
})

describe('what other makers do', () => {
  test('version 1 does not say of what type a certificate is', async () => {
    const bytes = store(1, 1, trusted(text('old'), root.certificate.der, Buffer.alloc(0)))
    expect((await open(bytes)).entries).toMatchObject([{ alias: 'old', kind: 'trusted-certificate' }])
  })

  test('of an alias that is there twice the last counts, and that is told', async () => {
    const bytes = store(2, 2, trusted(text('same'), root.certificate.der), trusted(text('same'), issuing.certificate.der))
    const { entries: found, findings } = await open(bytes)
    expect(found).toEqual([
      expect.objectContaining({ certificate: expect.objectContaining({ der: issuing.certificate.der }) as unknown }),
    ])
    expect(findings).toMatchObject([{ code: 'keystore.duplicate-alias', severity: 'warning' }])
  })

  test('an alias in capitals is kept as Java lists it, and Java cannot open it', async () => {
    const { entries: found, foreignToJava } = await open(store(2, 1, trusted(text('Acme'), root.certificate.der)))
    expect(found[0]?.alias).toBe('Acme')
    expect(foreignToJava).toEqual([expect.stringContaining('"Acme"')])
  })

  test.each([
    ['no certificate', Buffer.from('3003020101', 'hex'), text('X.509')],
    ['no DER', Buffer.from('acme'), text('X.509')],
    ['of another type', root.certificate.der, text('PGP')],
  ])('a certificate that is %s is left out and told', async (_, der, type) => {
    const bytes = store(2, 2, trusted(text('odd'), der, type), trusted(text('root'), root.certificate.der))
    const { entries: found, findings } = await open(bytes)
    expect(found.map(({ alias }) => alias)).toEqual(['root'])
    expect(findings).toMatchObject([
      { code: 'certificate.unreadable', severity: 'warning', message: expect.stringContaining('"odd"') as unknown },
    ])
  })

  test('a key that is protected in another way is listed and not opened', async () => {
    const record = Buffer.concat([u4(1), text('acme'), Buffer.alloc(8), u4(5), Buffer.from('3003020101', 'hex'), u4(0)])
    const { entries: found, findings } = await open(store(2, 1, record))
    expect(found).toMatchObject([{ alias: 'acme', protection: 'unopened', algorithm: 'unknown', chain: [] }])
    expect(findings).toMatchObject([{ code: 'key.unreadable' }])
  })
})

describe('what the reader refuses', () => {
  const one = trusted(text('a'), root.certificate.der)
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['a byte more', Buffer.concat([written, Buffer.from([0])]), 'keystore.unreadable'],
    ['a byte less', written.subarray(0, -1), 'keystore.unreadable'],
    ['half of it', written.subarray(0, written.length / 2), 'keystore.unreadable'],
    ['the magic alone', written.subarray(0, 4), 'keystore.unreadable'],
    ['version 0', store(0, 0), 'keystore.unreadable'],
    ['version 3', store(3, 0), 'keystore.unreadable'],
    ['an entry more than there are', store(2, 2, one), 'keystore.unreadable'],
    ['an entry less than there are', store(2, 0, one), 'keystore.unreadable'],
    ['an entry of a kind that does not exist', store(2, 1, u4(3), text('a'), Buffer.alloc(8)), 'keystore.unreadable'],
    ['four billion entries', store(2, 0xffffffff), 'keystore.too-large'],
    [
      'a chain of four billion certificates',
      store(2, 1, u4(1), text('a'), Buffer.alloc(8), u4(0), u4(0xffffffff)),
      'keystore.too-large',
    ],
    ['a key of four gigabytes', store(2, 1, u4(1), text('a'), Buffer.alloc(8), u4(0xffffffff)), 'keystore.unreadable'],
    ['an alias that is no text', store(2, 1, trusted(Buffer.from('0001ff', 'hex'), root.certificate.der)), 'keystore.unreadable'],
    ['a changed byte', Buffer.from(written.map((byte, index) => (index === 400 ? byte ^ 1 : byte))), 'keystore.password'],
  ]
  test.each(cases)('%s', async (_, bytes, code) => {
    expect((await refusalOf(() => open(bytes))).code).toBe(code)
  })
})

describe('passwords', () => {
  test('without one the keystore is listed, its keys stay closed, and that is told', async () => {
    const keystore = await readKeystore(written, {})
    expect(keystore.entries).toMatchObject([{ alias: 'acme', protection: 'unopened', algorithm: 'EC-256' }, { alias: 'root' }])
    expect(keystore.openedWith).toBeUndefined()
    expect(keystore.findings).toMatchObject([{ code: 'keystore.password', severity: 'warning' }])
  })

  test('the empty one is not the same as none', async () => {
    expect((await refusalOf(() => readKeystore(written, { store: secret('') }))).code).toBe('keystore.password')
  })

  test('a key is tried with each of the others', async () => {
    const keystore = await readKeystore(written, { keys: [secret('wrong'), PASSWORD] })
    expect(keystore.entries[0]).toMatchObject({ protection: 'other-password', key: expect.any(PrivateKey) as unknown })
  })
})

describe('modified UTF-8', () => {
  test.each(['', 'plain', 'ä', '€', '🔑', '\u0000', '\ud800'])('%j', (value) => {
    expect(decodeModifiedUtf8(encodeModifiedUtf8(value))).toBe(value)
  })

  test('as Java writes it', () => {
    expect(encodeModifiedUtf8('\u0000ä🔑').toString('hex')).toBe('c080c3a4eda0bdedb491')
  })

  test.each(['80', 'c3', 'c341', 'e282', 'f09f9491', 'ff'])('%s is no text', (hex) => {
    expect(decodeModifiedUtf8(Buffer.from(hex, 'hex'))).toBeUndefined()
  })
})
