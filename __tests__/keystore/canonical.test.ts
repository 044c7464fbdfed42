import type { CanonicalKeystore, CanonicalWish } from '../../src/keystore/canonical.ts'
import { canonicalKeystore } from '../../src/keystore/canonical.ts'
import { sameContents } from '../../src/keystore/compare.ts'
import { readKeystore } from '../../src/keystore/read.ts'
import type { KeystoreType } from '../../src/keystore/read.ts'
import type { WritableEntry } from '../../src/keystore/write.ts'
import { writeJks, writePkcs12 } from '../../src/keystore/write.ts'
import type { Certificate } from '../../src/x509/certificate.ts'
import { PrivateKey } from '../../src/x509/private-key.ts'
import { readVectors } from '../../tools/vectors/vector.ts'
import { issue, issueCa, issueLeaf, issueRoot } from '../support/certificates.ts'
import { plainEntries, refusalOf, secret, sha256 } from './support.ts'

const PASSWORD = secret('a password of a test')
const OTHER = secret('another password')
const root = issueRoot()
const issuing = issueCa('issuing', root)
const leaf = issueLeaf(issuing)
const foreign = issueRoot('partner root')
const key = PrivateKey.fromKeyObject(leaf.key)
const [leafCertificate, issuingCertificate, rootCertificate] = [leaf.certificate, issuing.certificate, root.certificate]
const full = [leafCertificate, issuingCertificate, rootCertificate]

const keyEntry = (alias: string, chain: readonly Certificate[] = full): WritableEntry => ({
  kind: 'private-key',
  alias,
  key,
  chain,
})
const trusted = (alias: string, certificate: Certificate): WritableEntry => ({ kind: 'trusted-certificate', alias, certificate })
const whole = [keyEntry('acme'), trusted('any name', rootCertificate), trusted('other name', issuingCertificate)]

const wish = (type: KeystoreType = 'jks', more: Partial<CanonicalWish> = {}): CanonicalWish => ({
  type,
  alias: 'Acme',
  password: PASSWORD,
  ...more,
})

async function load(bytes: Buffer, wanted: CanonicalWish = wish(), store = PASSWORD): Promise<CanonicalKeystore> {
  return canonicalKeystore({ loaded: await readKeystore(bytes, { store, keys: [wanted.password] }), bytes }, wanted)
}

/** What must hold of every result: it opens, is what was wanted, and would be kept as it is. */
async function checked(made: CanonicalKeystore, aliases = ['acme', 'acme-ca-1', 'acme-ca-2']): Promise<CanonicalKeystore> {
  const again = await readKeystore(made.bytes, { store: PASSWORD })
  expect(plainEntries(again).map(({ alias }) => alias)).toEqual(aliases)
  expect(sameContents(again, made)).toBe(true)
  const kept = await canonicalKeystore({ loaded: again, bytes: made.bytes }, wish(made.type, { alias: made.alias }))
  expect(kept.putRight).toEqual([])
  expect(kept.bytes).toBe(made.bytes)
  return made
}

describe('a key with certificates', () => {
  test.each(['jks', 'pkcs12'] as const)(
    '%s: one key with its chain, every issuer as a trusted entry, one password',
    async (type) => {
      const made = await checked(await canonicalKeystore({ key, certificates: full }, wish(type)))
      expect(made).toMatchObject({ type, alias: 'acme', end: 'root', putRight: [], findings: [] })
      expect(made.leaf).toBe(leafCertificate)
      expect(plainEntries(await readKeystore(made.bytes, { store: PASSWORD }))[0]).toEqual({
        ...{ alias: 'acme', kind: 'private-key', algorithm: 'EC-256', pkcs8: sha256(key.pkcs8) },
        chain: full.map(({ der }) => sha256(der)),
      })
    },
  )

  test.each(['jks', 'pkcs12'] as const)('%s: the same inputs give the same bytes, others give others', async (type) => {
    const make = async (alias: string, password = PASSWORD): Promise<string> =>
      sha256((await canonicalKeystore({ key, certificates: full }, wish(type, { alias, password }))).bytes)
    expect(await make('acme')).toBe(await make('ACME'))
    expect(new Set([await make('acme'), await make('acme2'), await make('acme', OTHER)]).size).toBe(3)
  })

  test('certificates in any order are put in order, and what does not belong is left out, which is told', async () => {
    const certificates = [rootCertificate, foreign.certificate, leafCertificate, issuingCertificate]
    const made = await checked(await canonicalKeystore({ key, certificates }, wish()))
    expect(made.findings).toMatchObject([
      { code: 'chain.order', severity: 'notice' },
      { code: 'chain.foreign', severity: 'warning', message: expect.stringContaining('CN=partner root') as unknown },
    ])
  })

  test('how the chain ends is said', async () => {
    const without = async (certificates: readonly Certificate[]) => (await canonicalKeystore({ key, certificates }, wish())).end
    expect(await without(full)).toBe('root')
    expect(await without([leafCertificate, issuingCertificate])).toBe('no-root')
    expect(await without([leafCertificate, rootCertificate])).toBe('incomplete')
    expect(await without([leafCertificate])).toBe('incomplete')
  })

  test('a self-signed leaf is a trusted entry only where it is a CA', async () => {
    for (const ca of [true, false]) {
      const self = issue({ subject: 'self', ca, keys: { privateKey: leaf.key, publicKey: leaf.publicKey } })
      const made = await canonicalKeystore({ key, certificates: [self.certificate] }, wish())
      await checked(made, ca ? ['acme', 'acme-ca-1'] : ['acme'])
    }
  })

  test.each([
    ['certificates of another key', [issuingCertificate, rootCertificate], 'CN=issuing'],
    ['no certificate', [], 'no certificate'],
  ])('%s', async (_, certificates, message) => {
    const refusal = await refusalOf(() => canonicalKeystore({ key, certificates }, wish()))
    expect([refusal.code, refusal.message]).toEqual(['key.mismatch', expect.stringContaining(message)])
  })

  test('a password that Java refuses', async () => {
    const refusal = await refusalOf(() =>
      canonicalKeystore({ key, certificates: full }, wish('jks', { password: secret('12345') })),
    )
    expect(refusal.code).toBe('keystore.weak-password')
  })

  test('a short password is warned of where JKS protects it', async () => {
    const findings = async (type: KeystoreType) =>
      (await canonicalKeystore({ key, certificates: full }, wish(type, { password: secret('changeit') }))).findings
    expect(await findings('jks')).toMatchObject([{ code: 'keystore.weak-password', severity: 'warning' }])
    expect(await findings('pkcs12')).toEqual([])
  })
})

describe('a loaded keystore that is already so', () => {
  test.each([
    ['JKS', 'jks', writeJks(whole, PASSWORD)],
    ['modern PKCS#12', 'pkcs12', writePkcs12(whole, PASSWORD, 'modern')],
    ['compatible PKCS#12', 'pkcs12', writePkcs12(whole, PASSWORD, 'compatible')],
  ] as const)('%s is kept byte for byte', async (_, type, bytes) => {
    const made = await load(await bytes, wish(type))
    expect(made).toMatchObject({ putRight: [], findings: [], end: 'root' })
    expect(made.bytes).toBe(await bytes)
  })

  test.each(readVectors('keytool').filter(({ name }) => /with its trusted entries|PKCS12 legacy|in clear/.test(name)))(
    'by keytool: $name',
    async ({ bytes, type, password }) => {
      const file = Buffer.from(bytes, 'base64')
      const loaded = await readKeystore(file, { store: secret(password) })
      const made = await canonicalKeystore({ loaded, bytes: file }, wish(type, { password: secret(password) }))
      expect(made.putRight).toEqual([])
      expect(made.bytes).toBe(file)
    },
  )

  test('a chain without its root is kept too', async () => {
    const bytes = writeJks([keyEntry('acme', [leafCertificate, issuingCertificate]), trusted('i', issuingCertificate)], PASSWORD)
    const made = await load(bytes)
    expect([made.end, made.putRight]).toEqual(['no-root', []])
    expect(made.bytes).toBe(bytes)
  })
})

describe('a loaded keystore that is otherwise is rebuilt, and each thing is told', () => {
  const other = issueLeaf(issuing, { subject: 'other' })
  const otherEntry: WritableEntry = {
    kind: 'private-key',
    alias: 'other',
    key: PrivateKey.fromKeyObject(other.key),
    chain: [other.certificate],
  }
  const issuers = [trusted('r', rootCertificate), trusted('i', issuingCertificate)]
  const cases: readonly (readonly [string, readonly WritableEntry[], readonly string[]])[] = [
    [
      'a root that is not a trusted entry',
      [keyEntry('acme'), trusted('i', issuingCertificate)],
      ['the root was not a trusted entry: CN=root'],
    ],
    [
      'an intermediate likewise',
      [keyEntry('acme'), trusted('r', rootCertificate)],
      ['the intermediate was not a trusted entry: CN=issuing'],
    ],
    [
      'a chain that ends in trusted entries',
      [keyEntry('acme', [leafCertificate]), ...issuers],
      ['the chain was completed from other certificates of the keystore: CN=issuing; CN=root'],
    ],
    [
      'a chain out of order',
      [keyEntry('acme', [leafCertificate, rootCertificate, issuingCertificate]), ...issuers],
      ['the chain was not in order'],
    ],
    [
      'a foreign certificate in the chain, and a foreign trusted entry',
      [keyEntry('acme', [...full, other.certificate]), ...issuers, trusted('p', foreign.certificate)],
      ['2 certificates that do not belong to the chain were left out: CN=other; CN=partner root'],
    ],
    [
      'a trusted entry twice',
      [keyEntry('acme'), ...issuers, trusted('again', rootCertificate)],
      ['a trusted entry stood there twice: CN=root'],
    ],
    [
      'its leaf as a trusted entry',
      [keyEntry('acme'), ...issuers, trusted('l', leafCertificate)],
      ['the certificate of the key was a trusted entry too'],
    ],
    ['another alias', [keyEntry('bank'), ...issuers], ['the alias was "bank"']],
  ]
  test.each(cases)('%s', async (_, entries, putRight) => {
    const made = await checked(await load(writeJks(entries, PASSWORD)))
    expect(made.putRight).toEqual(putRight)
  })

  test('another type and another store password', async () => {
    const made = await checked(await load(await writePkcs12(whole, OTHER, 'modern'), wish('jks'), OTHER))
    expect(made.putRight).toEqual(['the type was pkcs12', 'the store password was another one'])
  })

  test('another private key, which one must choose from', async () => {
    const bytes = writeJks([...whole, otherEntry], PASSWORD)
    expect((await refusalOf(() => load(bytes))).code).toBe('keystore.several-keys')
    const made = await checked(await load(bytes, wish('jks', { sourceAlias: 'ACME' })))
    expect(made.putRight).toContain('another private key was left out: "other"')
    const second = await load(bytes, wish('jks', { sourceAlias: 'other' }))
    expect(second.leaf.subject).toBe('CN=other')
    expect(second.chain).toHaveLength(3)
  })

  test('another password for the key', async () => {
    const vector = readVectors('keytool').find(({ keyPassword }) => keyPassword !== undefined)
    const bytes = Buffer.from(vector?.bytes ?? '', 'base64')
    const password = secret(vector?.password ?? '')
    const closed = await readKeystore(bytes, { store: password })
    expect((await refusalOf(() => canonicalKeystore({ loaded: closed, bytes }, wish('jks', { password })))).code).toBe(
      'keystore.key-password',
    )
    const loaded = await readKeystore(bytes, { store: password, keys: [secret(vector?.keyPassword ?? '')] })
    const made = await canonicalKeystore({ loaded, bytes }, wish('jks', { password }))
    expect(made.putRight).toContain('the key password was not the store password')
    expect((await readKeystore(made.bytes, { store: password })).entries[0]).toMatchObject({ protection: 'store-password' })
  })

  test.each([
    ['NONE NONE', 'is not listed by Java: it is not encrypted'],
    ['AES-192-CBC AES-192-CBC', 'Java cannot read (AES-192)'],
    ['a password of Latin letters', 'its password is not printable ASCII'],
  ])('what Java cannot read: %s', async (name, phrase) => {
    const vector = readVectors('openssl').find((candidate) => candidate.name.startsWith(name))
    const bytes = Buffer.from(vector?.bytes ?? '', 'base64')
    const loaded = await readKeystore(bytes, { store: secret(vector?.password ?? '') })
    const made = await canonicalKeystore({ loaded, bytes }, wish('pkcs12'))
    expect(made.putRight).toContainEqual(expect.stringContaining(phrase))
    const again = await readKeystore(made.bytes, { store: PASSWORD })
    expect([again.foreignToJava, again.findings]).toEqual([[], []])
  })

  test('the certificate of another key is an error', async () => {
    const bytes = writeJks([keyEntry('acme', [other.certificate, issuingCertificate])], PASSWORD)
    const refusal = await refusalOf(() => load(bytes))
    expect([refusal.code, refusal.message]).toEqual(['key.mismatch', expect.stringContaining('CN=other')])
  })

  test('a foreign trust store beside the key does not make the chain incomplete', async () => {
    const entries = [keyEntry('acme', [leafCertificate, issuingCertificate]), trusted('p', foreign.certificate)]
    expect((await load(writeJks(entries, PASSWORD))).end).toBe('no-root')
  })

  test.each([
    ['no private key', issuers, {}, 'keystore.no-key'],
    ['an alias that is not there', whole, { sourceAlias: 'bank' }, 'keystore.alias'],
    ['an alias that is a certificate', whole, { sourceAlias: 'any name' }, 'keystore.alias'],
  ])('%s is an error', async (_, entries, more, code) => {
    expect((await refusalOf(() => load(writeJks(entries, PASSWORD), wish('jks', more)))).code).toBe(code)
  })
})

describe('sameContents', () => {
  const contents = { type: 'jks' as const, alias: 'acme', key, chain: full }
  const same = async (entries: readonly WritableEntry[], password = PASSWORD) =>
    sameContents(await readKeystore(writeJks(entries, password), { store: password }), contents)

  test('names of trusted entries and the password do not count', async () => {
    expect(await same(whole)).toBe(true)
    expect(await same(whole, OTHER)).toBe(true)
  })

  test.each([
    [
      'another key',
      [
        { kind: 'private-key' as const, alias: 'acme', key: PrivateKey.fromKeyObject(issuing.key), chain: full },
        ...whole.slice(1),
      ],
    ],
    ['a shorter chain', [keyEntry('acme', [leafCertificate, issuingCertificate]), ...whole.slice(1)]],
    ['a trusted entry less', whole.slice(0, 2)],
    ['a trusted entry more', [...whole, trusted('p', foreign.certificate)]],
    ['another alias', [keyEntry('bank'), ...whole.slice(1)]],
    ['no key', whole.slice(1)],
  ])('%s is another keystore', async (_, entries) => {
    expect(await same(entries)).toBe(false)
  })

  test('another type, and a key that does not open, are another keystore', async () => {
    const pkcs12 = await readKeystore(await writePkcs12(whole, PASSWORD, 'modern'), { store: PASSWORD })
    expect([sameContents(pkcs12, contents), sameContents(pkcs12, { ...contents, type: 'pkcs12' })]).toEqual([false, true])
    const listed = await readKeystore(writeJks(whole, PASSWORD), { store: PASSWORD }, { decryptKeys: false })
    expect(sameContents(listed, contents)).toBe(false)
  })
})
