import { execFileSync } from 'node:child_process'
import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto'
import type { Node } from '../../src/der/reader.ts'
import { children, readOne } from '../../src/der/reader.ts'
import * as der from '../../src/der/writer.ts'
import { BOUNDS, SCRYPT_ROUND } from '../../src/keystore/bounds.ts'
import { DIGESTS, derivePkcs12, hashedAgain, PURPOSE, SHA1 } from '../../src/keystore/pkcs12-derivation.ts'
import { privateKeyOf, readKeystore } from '../../src/keystore/read.ts'
import type { WritableEntry } from '../../src/keystore/write.ts'
import { writePkcs12 } from '../../src/keystore/write.ts'
import { Certificate } from '../../src/x509/certificate.ts'
import { PrivateKey } from '../../src/x509/private-key.ts'
import * as parts from '../../tools/vectors/pkcs12-parts.ts'
import { readVectors } from '../../tools/vectors/vector.ts'
import { issueCa, issueLeaf, issueRoot } from '../support/certificates.ts'
import { describeWith } from '../support/tools.ts'
import { plainEntries, refusalOf, secret, sha256 } from './support.ts'

const TEXT = 'a password of a test'
const PASSWORD = secret(TEXT)
const WIDE = parts.wide(TEXT)
const root = issueRoot()
const issuing = issueCa('issuing', root)
const leaf = issueLeaf(issuing)
const chain = [leaf.certificate, issuing.certificate, root.certificate]
const key = PrivateKey.fromKeyObject(leaf.key)
const entries: WritableEntry[] = [
  { kind: 'private-key', alias: 'acme', key, chain },
  { kind: 'trusted-certificate', alias: 'root', certificate: root.certificate },
]

const id = Buffer.from('id')
const keyBag = parts.shroudedKeyBag(key.pkcs8, WIDE, { friendlyName: 'Acme', localKeyId: id })
const leafBag = parts.certificateBag(leaf.certificate.der, { localKeyId: id })
const file = (...safes: readonly Buffer[]): Buffer => parts.pfx(safes, WIDE)
const open = (bytes: Buffer, password = PASSWORD) => readKeystore(bytes, { store: password })

describe('what is written is read again', () => {
  test.each(['modern', 'compatible'] as const)('%s: entries, and the same bytes for the same contents', async (profile) => {
    const written = await writePkcs12(entries, PASSWORD, profile)
    const keystore = await open(written)
    expect(keystore).toMatchObject({ type: 'pkcs12', findings: [], foreignToJava: [], unlisted: { keys: [], certificates: [] } })
    expect(plainEntries(keystore)).toEqual([
      {
        alias: 'acme',
        kind: 'private-key',
        algorithm: 'EC-256',
        pkcs8: sha256(key.pkcs8),
        chain: chain.map(({ der: bytes }) => sha256(bytes)),
      },
      { alias: 'root', kind: 'trusted-certificate', algorithm: 'EC-256', chain: [sha256(root.certificate.der)] },
    ])
    expect((await writePkcs12(entries, PASSWORD, profile)).equals(written)).toBe(true)
    expect((await writePkcs12(entries, secret('another password'), profile)).equals(written)).toBe(false)
  })

  test('no salt or initialisation vector is used twice, nor in two keystores that differ', async () => {
    const octetsOf = (node: Node): Buffer[] =>
      node.constructed
        ? children(node).flatMap(octetsOf)
        : node.tag === 4 && [16, 20].includes(node.content.length)
          ? [node.content]
          : []
    const found = async (list: readonly WritableEntry[]): Promise<string[]> => {
      const content = children(
        children(children(readOne(await writePkcs12(list, PASSWORD, 'modern')))[1] ?? fail())[1] ?? fail(),
      )[0]
      return octetsOf(readOne(content?.content ?? fail())).map((bytes) => bytes.toString('hex'))
    }
    const [first, renamed] = [await found(entries), await found(entries.map((entry) => ({ ...entry, alias: `${entry.alias}2` })))]
    expect(first.length).toBeGreaterThanOrEqual(2)
    expect(new Set([...first, ...renamed]).size).toBe(first.length + renamed.length)
  })

  test.each(['Acme', 'aCME'])('aliases that differ in letter case alone are refused: %s', async (alias) => {
    const twice = [...entries, { kind: 'trusted-certificate' as const, alias, certificate: root.certificate }]
    expect((await refusalOf(() => writePkcs12(twice, PASSWORD, 'modern'))).code).toBe('keystore.alias')
  })

  test('a password that Java refuses is refused', async () => {
    expect((await refusalOf(() => writePkcs12(entries, secret('päßwort'), 'modern'))).code).toBe('keystore.weak-password')
  })
})

describeWith('openssl', 'key derivation as openssl has it', () => {
  test.each([...DIGESTS.values()].map((digest) => [digest.name, digest] as const))('%s', (name, digest) => {
    const [password, salt] = [Buffer.from('006100620063', 'hex'), Buffer.from('salty')]
    for (const [purpose, length] of [
      [PURPOSE.key, 24],
      [PURPOSE.iv, 8],
      [PURPOSE.mac, 200],
    ] as const) {
      const settings = {
        digest: name.toUpperCase(),
        hexpass: password.toString('hex'),
        hexsalt: salt.toString('hex'),
        iter: 7,
        id: purpose,
      }
      const options = Object.entries(settings).flatMap(([option, value]) => ['-kdfopt', `${option}:${value}`])
      const text = execFileSync('openssl', ['kdf', '-keylen', `${length}`, ...options, 'PKCS12KDF'], { encoding: 'utf8' })
      const derived = derivePkcs12(digest, purpose, password, salt, 7, length)
      expect(derived.toString('hex')).toBe(text.replaceAll(/[:\s]/g, '').toLowerCase())
    }
  })
})

describe('key derivation', () => {
  test('every digest gives as many bytes as are asked for, and longer keys begin as shorter ones', () => {
    for (const digest of DIGESTS.values()) {
      const [long, short] = [200, 10].map((length) => derivePkcs12(digest, PURPOSE.key, WIDE, Buffer.from('salt'), 3, length))
      expect(long?.length).toBe(200)
      expect(long?.subarray(0, 10)).toEqual(short)
    }
    expect(derivePkcs12(SHA1, PURPOSE.iv, WIDE, Buffer.alloc(0), 1, 8)).not.toEqual(
      derivePkcs12(SHA1, PURPOSE.key, WIDE, Buffer.alloc(0), 1, 8),
    )
  })
})

/** The same value by the loosest rules of BER: indefinite lengths, and octets in parts. */
function toBer(node: Node): Buffer {
  const end = Buffer.alloc(2)
  if (node.constructed) {
    return Buffer.concat([Buffer.from([node.bytes[0] ?? 0, 0x80]), ...children(node).map(toBer), end])
  }
  const octets = (node.tagClass === 0 && node.tag === 4) || node.tagClass === 2
  if (!octets) return node.bytes
  const pieces = [node.content.subarray(0, 5), node.content.subarray(5)].map((piece) => der.octets(piece))
  return Buffer.concat([Buffer.from([(node.bytes[0] ?? 0) | 0x20, 0x80]), ...pieces, end])
}

test('rounds of the key derivation are made in one place, not in a buffer for each', () => {
  const digest = Buffer.alloc(20, 1)
  const expected = [1, 2, 3].reduce((bytes) => createHash('sha1').update(bytes).digest(), digest)
  expect(expected).not.toEqual(digest)
  expect(hashedAgain('sha1', digest, 3)).toBe(digest)
  expect(digest).toEqual(expected)
})

describe('BER', () => {
  const readable = readVectors('openssl').filter(({ refused, name }) => refused === undefined && /AES-256|3DES|NONE/.test(name))

  test('indefinite lengths and octets in parts, outside and within', async () => {
    expect(readable.length).toBeGreaterThan(50)
    for (const vector of readable) {
      const password = secret(vector.password)
      const bytes = Buffer.from(vector.bytes, 'base64')
      const outside = toBer(readOne(bytes))
      expect(outside.length).toBeGreaterThan(bytes.length)
      const within = parts.withContent(bytes, parts.wide(vector.password), (content) => toBer(readOne(content)))
      for (const variant of [outside, within, toBer(readOne(within))]) {
        expect(plainEntries(await open(variant, password))).toEqual(vector.entries)
      }
    }
  })
})

describe('passwords', () => {
  const make = (password: string | undefined): Buffer => {
    const wide = parts.wide(password)
    const shrouded = parts.shroudedKeyBag(key.pkcs8, wide, { localKeyId: id })
    return parts.pfx([parts.encryptedSafe([leafBag], wide), parts.plainSafe([shrouded])], wide)
  }

  test('the absent and the empty one give different keystores, which open as Java opens them', async () => {
    const [absent, empty] = [make(undefined), make('')]
    expect(absent.equals(empty)).toBe(false)
    for (const bytes of [absent, empty]) {
      for (const store of [undefined, secret('')]) {
        expect((await readKeystore(bytes, { store })).entries).toMatchObject([{ alias: '1', protection: 'store-password' }])
      }
      expect((await refusalOf(() => open(bytes))).code).toBe('keystore.password')
    }
    expect((await refusalOf(() => readKeystore(make(TEXT), {}))).message).toContain('needs its password')
  })

  test('one that is not ASCII, in each of the ways in which it was encoded', async () => {
    const text = 'Grüße'
    const bytewise = Buffer.from(text, 'utf8').toString('latin1')
    for (const encoded of [text, bytewise]) {
      const keystore = await open(make(encoded), secret(text))
      expect(keystore.entries).toMatchObject([{ protection: 'store-password' }])
      expect(keystore.foreignToJava).toEqual(['its password is not printable ASCII, which Java refuses'])
    }
  })

  test('a key with another password, and a safe with another', async () => {
    const other = parts.wide('other')
    const bag = parts.shroudedKeyBag(key.pkcs8, other, { localKeyId: id })
    const keyOnly = file(parts.plainSafe([bag, leafBag]))
    expect((await open(keyOnly)).entries).toMatchObject([{ protection: 'unopened', algorithm: 'EC-256' }])
    const passwords = { store: PASSWORD, keys: [secret('wrong'), secret('other')] }
    expect((await readKeystore(keyOnly, passwords)).entries).toMatchObject([{ protection: 'other-password' }])
    const both = file(parts.encryptedSafe([bag, leafBag], other))
    expect((await refusalOf(() => open(both))).code).toBe('keystore.password')
    expect((await readKeystore(both, passwords)).foreignToJava).toEqual(['a part of it has another password than the whole'])
  })

  test('old NSS gave PBKDF2 the two-byte form, and meant the length that it stated', async () => {
    const [salt, iv] = [Buffer.from('salty pepper'), Buffer.alloc(16, 7)]
    const aes = createCipheriv('aes-256-cbc', pbkdf2Sync(WIDE, salt, 1, 32, 'sha1'), iv)
    const ciphertext = Buffer.concat([aes.update(key.pkcs8), aes.final()])
    const derivation = der.sequence(
      der.oid('1.2.840.113549.1.5.12'),
      der.sequence(der.octets(salt), der.integer(1), der.integer(32)),
    )
    const scheme = der.sequence(derivation, der.sequence(der.oid('2.16.840.1.101.3.4.1.2'), der.octets(iv)))
    const algorithm = der.sequence(der.oid('1.2.840.113549.1.5.13'), scheme)
    const bytes = file(
      parts.plainSafe([parts.bag(2, der.sequence(algorithm, der.octets(ciphertext)), { localKeyId: id }), leafBag]),
    )
    const keystore = await open(bytes)
    expect(keystore.entries).toMatchObject([{ protection: 'store-password', key: expect.any(PrivateKey) as unknown }])
    expect(keystore.foreignToJava).toHaveLength(2)
  })
})

describe('what Java does not list', () => {
  test('keys in clear, without an id, and in a bag of bags; certificates without the mark', async () => {
    const nameless = parts.shroudedKeyBag(key.pkcs8, WIDE, { friendlyName: 'second' })
    const safe = [keyBag, nameless, parts.plainKeyBag(key.pkcs8, { friendlyName: 'plain' }), parts.nestedBag([keyBag]), leafBag]
    const keystore = await open(file(parts.plainSafe([...safe, parts.certificateBag(root.certificate.der)])))
    expect(plainEntries(keystore).map(({ alias }) => alias)).toEqual(['acme'])
    expect(keystore.unlisted.keys.map(({ alias, protection }) => [alias, protection])).toEqual([
      ['second', 'store-password'],
      ['plain', 'store-password'],
      ['acme', 'store-password'],
    ])
    expect(keystore.unlisted.certificates.map(({ subject }) => subject)).toEqual(['CN=root'])
    expect(keystore.findings.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'keystore.unlisted'))
    expect((await refusalOf(() => privateKeyOf(keystore))).code).toBe('keystore.several-keys')
    expect(privateKeyOf(keystore, 'PLAIN').key.equals(key)).toBe(true)
  })

  test('secrets, lists of revoked certificates, and what nobody knows, are left out and told', async () => {
    const odd = [4, 5, 9].map((kind) => parts.bag(kind, der.octets(Buffer.from('odd'))))
    const sdsi = parts.certificateBag(Buffer.from('sdsi'), {}, '1.2.840.113549.1.9.22.2')
    const keystore = await open(file(parts.plainSafe([...odd, sdsi, keyBag, leafBag])))
    expect(keystore.entries).toHaveLength(1)
    expect(keystore.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(
      Array.from({ length: 4 }, () => 'keystore.unlisted warning'),
    )
  })
})

describe('what is odd and still read', () => {
  test('a certificate that cannot be read spoils nothing else', async () => {
    const bad = parts.certificateBag(Buffer.from('3003020101', 'hex'), { friendlyName: 'bad', trusted: true })
    const keystore = await open(file(parts.plainSafe([bad, keyBag, leafBag])))
    expect(plainEntries(keystore).map(({ alias }) => alias)).toEqual(['acme'])
    expect(keystore.findings).toMatchObject([{ code: 'certificate.unreadable' }])
  })

  test('a key of an unknown kind, a key that is none, and one that is protected in an unknown way', async () => {
    const unknown = der.sequence(der.integer(0), der.sequence(der.oid('1.2.3')), der.octets(Buffer.from('key')))
    const foreign = parts.bag(2, der.sequence(der.sequence(der.oid('1.2.3')), der.octets(Buffer.alloc(8))), { localKeyId: id })
    for (const bag of [parts.shroudedKeyBag(unknown, WIDE, { localKeyId: id }), foreign]) {
      const keystore = await open(file(parts.plainSafe([bag, leafBag])))
      expect(keystore.entries).toMatchObject([{ alias: '1', kind: 'private-key', algorithm: 'EC-256' }])
      expect(keystore.findings).toMatchObject([{ code: 'key.unreadable', severity: 'warning' }])
      expect(['key.unreadable', 'keystore.key-password']).toContain((await refusalOf(() => privateKeyOf(keystore))).code)
    }
  })

  test('PBES2 as Java wrote it before JDK-8202837: an algorithm within the algorithm', async () => {
    const vector = readVectors('keytool').find(({ name }) => name.startsWith('PBEWithHmacSHA256AndAES_256')) ?? fail()
    const pbes2 = der.oid('1.2.840.113549.1.5.13')
    const doubled = (node: Node): Buffer => {
      if (!node.constructed) return node.bytes
      const inner = children(node)
      const content = Buffer.concat(inner.map(doubled))
      const algorithm = inner[0]?.bytes.equals(pbes2) === true ? Buffer.concat([pbes2, der.sequence(content)]) : content
      return node.tagClass === 2
        ? der.context(node.tag, algorithm)
        : node.tag === 17
          ? der.set(algorithm)
          : der.sequence(algorithm)
    }
    const nested = (node: Node): Buffer => {
      if (!node.constructed && node.tagClass === 0 && node.tag === 4 && node.content[0] === 0x30)
        return der.octets(doubled(readOne(node.content)))
      if (!node.constructed) return node.bytes
      const content = Buffer.concat(children(node).map(nested))
      return node.tagClass === 2 ? der.context(node.tag, content) : der.sequence(content)
    }
    const bytes = parts.withContent(Buffer.from(vector.bytes, 'base64'), parts.wide(vector.password), (content) =>
      nested(readOne(content)),
    )
    expect(bytes.equals(Buffer.from(vector.bytes, 'base64'))).toBe(false)
    expect(plainEntries(await open(bytes, secret(vector.password)))).toEqual(vector.entries)
  })
})

describe('what is refused', () => {
  const whole = file(parts.plainSafe([keyBag, leafBag]))
  const content = der.sequence(parts.plainSafe([keyBag]))
  const oneBag = (value: Buffer): Buffer => file(parts.contentInfo('1.2.840.113549.1.7.1', der.octets(value)))
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['a byte more', Buffer.concat([whole, Buffer.from([0])]), 'keystore.unreadable'],
    ['a byte less', whole.subarray(0, -1), 'keystore.unreadable'],
    ['no MAC', der.sequence(der.integer(3), parts.data(content)), 'keystore.unreadable'],
    ['version 1', der.sequence(der.integer(1), parts.data(content), parts.macData(content, WIDE)), 'keystore.unreadable'],
    [
      'a signature in place of the MAC',
      der.sequence(der.integer(3), parts.contentInfo('1.2.840.113549.1.7.2', der.sequence())),
      'keystore.format',
    ],
    ['a safe for a certificate', file(parts.contentInfo('1.2.840.113549.1.7.3', der.sequence())), 'keystore.format'],
    ['a safe of another kind', file(parts.contentInfo('1.2.840.113549.1.7.5', der.sequence())), 'keystore.unreadable'],
    ['a bag without a value', oneBag(der.sequence(der.sequence(der.oid('1.2.840.113549.1.12.10.1.3')))), 'keystore.unreadable'],
    ['a safe that is none', oneBag(Buffer.from('safe')), 'keystore.unreadable'],
    [
      'bags without end',
      oneBag(der.sequence(...Array.from({ length: BOUNDS.entries + 1 }, () => parts.bag(4, der.nullValue())))),
      'keystore.too-large',
    ],
  ]
  test.each(cases)('%s', async (_, bytes, code) => {
    expect((await refusalOf(() => open(bytes))).code).toBe(code)
  })

  test('a changed byte of the content', async () => {
    const changed = Buffer.from(whole)
    const at = whole.indexOf(leaf.certificate.der) + 100
    changed[at] = (changed[at] ?? 0) ^ 1
    expect((await refusalOf(() => open(changed))).code).toBe('keystore.password')
  })
})

describe('what a hostile file may cost', () => {
  const withMac = (iterations: number): Buffer => {
    const content = der.sequence(parts.plainSafe([leafBag]))
    const info = der.sequence(der.sequence(der.oid('1.3.14.3.2.26'), der.nullValue()), der.octets(Buffer.alloc(20)))
    return der.sequence(
      der.integer(3),
      parts.data(content),
      der.sequence(info, der.octets(Buffer.alloc(8)), der.integer(iterations)),
    )
  }
  test.each([
    ['more iterations than one derivation may have', withMac(BOUNDS.iterations + 1), 'keystore.too-large'],
    ['two to the thirty-first', withMac(2 ** 31), 'keystore.too-large'],
    ['no iteration', withMac(0), 'keystore.unreadable'],
    ['less than none', withMac(-1), 'keystore.unreadable'],
  ])('%s', async (_, bytes, code) => {
    expect((await refusalOf(() => open(bytes))).code).toBe(code)
  })

  const pbes2 = (derivation: Buffer): Buffer => {
    const encryption = der.sequence(der.oid('2.16.840.1.101.3.4.1.42'), der.octets(Buffer.alloc(16)))
    const algorithm = der.sequence(der.oid('1.2.840.113549.1.5.13'), der.sequence(derivation, encryption))
    return parts.bag(2, der.sequence(algorithm, der.octets(Buffer.alloc(16))), { localKeyId: id })
  }
  const scrypt = (N: number, r: number, p: number): Buffer =>
    pbes2(
      der.sequence(
        der.oid('1.3.6.1.4.1.11591.4.11'),
        der.sequence(der.octets(id), der.integer(N), der.integer(r), der.integer(p)),
      ),
    )
  const pbkdf2 = (iterations: number): Buffer =>
    pbes2(der.sequence(der.oid('1.2.840.113549.1.5.12'), der.sequence(der.octets(id), der.integer(iterations))))
  /** Of scrypt with N = 1024 and r = 8, as often as it fits. */
  const p = Math.floor(BOUNDS.rounds / (1024 * 8 * SCRYPT_ROUND))

  test.each([
    ['scrypt with too much work', [scrypt(2 ** 20, 8, 1)]],
    ['scrypt with too much memory', [scrypt(2 ** 17, 16, 1)]],
    ['derivations that are each allowed, first the quick one', [pbkdf2(50_000), scrypt(1024, 8, p)]],
  ])('%s', async (_, bags) => {
    expect((await refusalOf(() => open(file(parts.plainSafe(bags))))).code).toBe('keystore.too-large')
  })

  test.each([
    [3, 8, 1],
    [1, 8, 1],
    [1024, 0, 1],
  ])('costs of scrypt that cannot be: %d %d %d', async (N, r, p) => {
    const { findings } = await open(file(parts.plainSafe([scrypt(N, r, p)])))
    expect(findings).toMatchObject([{ code: 'key.unreadable', message: expect.stringContaining('impossible') as unknown }])
  })
})

test('certificates are those that were written', async () => {
  const keystore = await open(file(parts.plainSafe([keyBag, leafBag])))
  expect(keystore.entries[0]?.kind === 'private-key' && keystore.entries[0].chain).toEqual([
    Certificate.fromDer(leaf.certificate.der),
  ])
})

function fail(): never {
  throw new Error('the test itself is at fault')
}
