import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { inspect } from 'node:util'
import { readOne, asSequence, asOctets } from '../../src/der/reader.ts'
import * as der from '../../src/der/writer.ts'
import { PrivateKey, readPrivateKey } from '../../src/x509/private-key.ts'
import { toPem } from '../../src/x509/pem.ts'
import { ecKeys, issue, issueRoot } from '../support/certificates.ts'
import { workFolder } from '../support/folder.ts'
import { refusal } from '../support/refusal.ts'
import { describeWith } from '../support/tools.ts'
import { describeWithVectors, vector } from '../support/vectors.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ec = ecKeys()
const pkcs8 = (key: KeyObject): Buffer => key.export({ type: 'pkcs8', format: 'der' })
const pemOf = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1' = 'pkcs8'): string =>
  key.export({ type, format: 'pem' }).toString()
const read = (content: string | Buffer, passphrase?: string): PrivateKey => readPrivateKey(Buffer.from(content), passphrase)
const encrypted = pemOf2(rsa.privateKey, 'pass phrase')
const certificate = toPem(issueRoot().certificate)

function pemOf2(key: KeyObject, passphrase: string): string {
  return key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString()
}

describe('one key in any form', () => {
  const pem = pemOf(rsa.privateKey)
  test.each<[string, string | Buffer]>([
    ['PKCS#8', pem],
    ['PKCS#8 DER', pkcs8(rsa.privateKey)],
    ['PKCS#1', pemOf(rsa.privateKey, 'pkcs1')],
    ['PKCS#1 DER', rsa.privateKey.export({ type: 'pkcs1', format: 'der' })],
    ['PKCS#8 under the label of PKCS#1', pem.replaceAll('PRIVATE', 'RSA PRIVATE')],
    ['CRLF', pem.replaceAll('\n', '\r\n')],
    ['one line with spaces', pem.replaceAll('\n', ' ').trim()],
    ['one line without', pem.replaceAll('\n', '')],
    ['literal \\n', pem.replaceAll('\n', '\\n')],
    ['bare base64', pkcs8(rsa.privateKey).toString('base64')],
    ['bare base64 in the URL alphabet', pkcs8(rsa.privateKey).toString('base64url')],
    ['base64 of PEM', Buffer.from(pem).toString('base64')],
    ['base64 of DER of PKCS#1', rsa.privateKey.export({ type: 'pkcs1', format: 'der' }).toString('base64')],
    ['a certificate before it', certificate + pem],
    ['a certificate after it', pem + certificate],
    ['the same key twice', pem + pem],
    ['the attributes of a bag', `Bag Attributes\n    friendlyName: acme\nKey Attributes: <No Attributes>\n${pem}`],
    ['a passphrase that is not needed', pem],
    ['encrypted', encrypted],
    ['encrypted, on one line', encrypted.replaceAll('\n', ' ')],
  ])('%s', (_, content) => {
    const key = read(content, 'pass phrase')
    expect(key.pkcs8.equals(pkcs8(rsa.privateKey))).toBe(true)
    expect(key.algorithm).toBe('RSA-2048')
  })

  test.each([
    ['EC-256', ec],
    ['EC-384', ecKeys('P-384')],
    ['EC-521', ecKeys('P-521')],
    ['Ed25519', generateKeyPairSync('ed25519')],
    ['Ed448', generateKeyPairSync('ed448')],
    ['RSASSA-PSS-2048', generateKeyPairSync('rsa-pss', { modulusLength: 2048 })],
  ])('%s', (algorithm, { privateKey, publicKey }) => {
    const key = read(pemOf(privateKey))
    expect(key.algorithm).toBe(algorithm)
    expect(key.pkcs8.equals(pkcs8(privateKey))).toBe(true)
    expect(key.publicSpki.equals(publicKey.export({ type: 'spki', format: 'der' }))).toBe(true)
  })

  test('SEC 1, with parameters before it and without', () => {
    const sec1 = pemOf(ec.privateKey, 'sec1')
    const parameters = `-----BEGIN EC PARAMETERS-----\n${der.oid('1.2.840.10045.3.1.7').toString('base64')}\n-----END EC PARAMETERS-----\n`
    for (const content of [sec1, parameters + sec1, ec.privateKey.export({ type: 'sec1', format: 'der' })]) {
      expect(read(content).pkcs8.equals(pkcs8(ec.privateKey))).toBe(true)
    }
  })
})

test('an EC key without its public half is the same key', () => {
  const [version, scalar, curve] = asSequence(readOne(ec.privateKey.export({ type: 'sec1', format: 'der' })))
  const bare = read(der.sequence(...[version, scalar, curve].map((part) => part?.bytes ?? Buffer.alloc(0))))
  expect(bare.publicSpki.equals(ec.publicKey.export({ type: 'spki', format: 'der' }))).toBe(true)
  expect(bare.equals(read(pemOf(ec.privateKey)))).toBe(true)
  expect(bare.pkcs8.length).toBeLessThan(pkcs8(ec.privateKey).length)
})

describe('a key and certificates', () => {
  const key = PrivateKey.fromPkcs8(pkcs8(ec.privateKey))

  test('it matches those that were issued for it', () => {
    expect(key.matches(issue({ subject: 'mine', keys: ec }).certificate)).toBe(true)
    expect(key.matches(issue({ subject: 'another' }).certificate)).toBe(false)
    expect(key.matches(issue({ subject: 'of another kind', keys: rsa }).certificate)).toBe(false)
  })

  test('a comparison with a key of another kind leaves nothing behind', () => {
    expect(key.matches(issue({ subject: 'of another kind', keys: rsa }).certificate)).toBe(false)
    expect(read(pemOf(rsa.privateKey)).algorithm).toBe('RSA-2048')
  })

  test('equal keys are equal', () => {
    expect(key.equals(read(pemOf(ec.privateKey, 'sec1')))).toBe(true)
    expect(key.equals(read(pemOf(rsa.privateKey)))).toBe(false)
  })
})

test('a key does not print itself', () => {
  const key = PrivateKey.fromPkcs8(pkcs8(ec.privateKey))
  const printed = [String(key), JSON.stringify({ key }), inspect(key), inspect({ key }, { depth: 9, showHidden: true })]
  for (const text of printed) expect(text).toMatch(/\[private key EC-256\]/)
  const { d = '' } = ec.privateKey.export({ format: 'jwk' })
  expect(printed.join()).not.toContain(d)
  expect(Object.values(key).filter(Buffer.isBuffer)).toEqual([])
})

describe('what is refused, and how it is told', () => {
  const twoKeys = pemOf(rsa.privateKey) + pemOf(ec.privateKey)
  test.each<[string, string | Buffer, string | undefined, RegExp]>([
    ['encrypted, no passphrase', encrypted, undefined, /encrypted and there is no passphrase/],
    ['encrypted, empty passphrase', encrypted, '', /encrypted and there is no passphrase/],
    ['encrypted, wrong passphrase', encrypted, 'pass phrase\n', /does not open with its passphrase/],
    ['two keys', twoKeys, undefined, /there are 2 private keys/],
    ['a certificate', certificate, undefined, /^a certificate stands where a private key is meant/],
    ['a public key', rsa.publicKey.export({ type: 'spki', format: 'pem' }), undefined, /^a public key stands/],
    ['a PKCS#1 public key', rsa.publicKey.export({ type: 'pkcs1', format: 'der' }), undefined, /^a public key stands/],
    ['a JKS keystore', Buffer.from('feedfeed0000000200000000', 'hex').toString('base64'), undefined, /^a JKS keystore stands/],
    ['a key of OpenSSH', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----', undefined, /OpenSSH/],
    ['words', 'correct horse battery staple!', undefined, /neither PEM nor DER/],
    ['nothing', '', undefined, /neither PEM nor DER/],
    ['a key that is cut off', pemOf(rsa.privateKey).slice(0, 500), undefined, /no END line/],
    ['another thing in PEM', block('DH PARAMETERS', der.sequence(der.integer(5))), undefined, /^something else stands/],
    ['a key label around something else', block('PRIVATE KEY', der.sequence(der.integer(5))), undefined, /damaged/],
    [
      'a certificate under the label of a key',
      certificate.replaceAll('CERTIFICATE', 'PRIVATE KEY'),
      undefined,
      /^a certificate stands/,
    ],
  ])('%s', (_, content, passphrase, message) => {
    const error = refusal(() => read(content, passphrase))
    expect(error.code).toBe('key.unreadable')
    expect(error.message).toMatch(message)
  })

  test('a key that asks for years of work', () => {
    const [algorithm, ciphertext] = asSequence(readOne(pkcs8Encrypted()))
    const costly = (kdf: Buffer): Buffer => {
      const cipher = der.sequence(der.oid('2.16.840.1.101.3.4.1.42'), der.octets(Buffer.alloc(16)))
      const scheme = der.sequence(der.oid('1.2.840.113549.1.5.13'), der.sequence(kdf, cipher))
      return der.sequence(scheme, der.octets(asOctets(ciphertext)))
    }
    const salt = der.octets(Buffer.alloc(8))
    const pbkdf2 = (rounds: number): Buffer =>
      der.sequence(der.oid('1.2.840.113549.1.5.12'), der.sequence(salt, der.integer(rounds)))
    const scrypt = (...costs: number[]): Buffer =>
      der.sequence(der.oid('1.3.6.1.4.1.11591.4.11'), der.sequence(salt, ...costs.map((cost) => der.integer(cost))))
    expect(algorithm).toBeDefined()
    for (const kdf of [pbkdf2(2 ** 31), scrypt(2 ** 20, 8, 8), scrypt(2 ** 40, 2 ** 40, 2 ** 40)]) {
      expect(refusal(() => read(costly(kdf), 'x')).message).toMatch(/more work|too large/)
    }
    expect(refusal(() => read(costly(pbkdf2(0)), 'x')).message).toMatch(/impossible/)
    expect(refusal(() => read(costly(pbkdf2(1000)), 'x')).message).toMatch(/does not open/)
  })

  function pkcs8Encrypted(): Buffer {
    return rsa.privateKey.export({ type: 'pkcs8', format: 'der', cipher: 'aes-128-cbc', passphrase: 'x' })
  }

  test('a key whose halves do not belong together', () => {
    const [version, scalar, ...rest] = asSequence(readOne(ec.privateKey.export({ type: 'sec1', format: 'der' })))
    const changed = Buffer.from(asOctets(scalar))
    changed[31] = (changed[31] ?? 0) ^ 1
    const parts = [version?.bytes ?? Buffer.alloc(0), der.octets(changed), ...rest.map(({ bytes }) => bytes)]
    expect(createPrivateKey({ key: der.sequence(...parts), format: 'der', type: 'sec1' }).type).toBe('private')
    expect(refusal(() => read(der.sequence(...parts))).message).toMatch(/numbers do not belong together/)
    const zero = parts.map((part, at) => (at === 1 ? der.octets(Buffer.alloc(32)) : part))
    expect(refusal(() => read(der.sequence(...zero))).message).toMatch(/numbers do not belong together/)

    const numbers = asSequence(readOne(rsa.privateKey.export({ type: 'pkcs1', format: 'der' })))
    for (const index of [2, 3, 4, 5, 6, 7, 8]) {
      const damaged = numbers.map(({ bytes }, at) => {
        const copy = Buffer.from(bytes)
        if (at === index) copy[copy.length - 5] = (copy[copy.length - 5] ?? 0) ^ 2
        return copy
      })
      expect(refusal(() => read(der.sequence(...damaged))).code).toBe('key.unreadable')
    }
  })

  test('nothing of a key stands in a message', () => {
    const damaged = pemOf(rsa.privateKey).replace('MII', 'MIJ')
    const { message, hint, cause } = refusal(() => read(damaged))
    expect([`${message} ${hint}`.includes('MIJ'), cause]).toEqual([false, undefined])
  })
})

describeWith('openssl', 'keys that openssl encrypts', () => {
  const folder = workFolder()
  folder.write('key.pem', pemOf(rsa.privateKey))
  folder.write('ec.pem', pemOf(ec.privateKey))
  const legacy = ['-provider', 'legacy', '-provider', 'default']
  const topk8 = (...args: string[]): Buffer =>
    folder.run('openssl', 'pkcs8', '-topk8', '-in', 'key.pem', '-passout', 'pass:secret', ...args)
  const traditional = (...args: string[]): Buffer =>
    folder.run('openssl', 'rsa', '-in', 'key.pem', '-traditional', '-passout', 'pass:secret', ...args)

  test.each([
    ['PBES2 with AES', () => topk8('-v2', 'aes-256-cbc')],
    ['PBES2 with AES and HMAC-SHA-512', () => topk8('-v2', 'aes-128-cbc', '-v2prf', 'hmacWithSHA512')],
    ['PBES2 with triple DES', () => topk8('-v2', 'des3')],
    ['PBES2 with scrypt', () => topk8('-scrypt')],
    ['DER', () => topk8('-v2', 'aes-256-cbc', '-outform', 'DER')],
    ['PKCS#12 PBE with triple DES', () => topk8('-v1', 'PBE-SHA1-3DES')],
    ['PBES1 with MD5 and DES, an old default', () => topk8('-v1', 'PBE-MD5-DES', ...legacy)],
    ['PBES1 with SHA-1 and DES', () => topk8('-v1', 'PBE-SHA1-DES', ...legacy)],
    ['traditional AES-256', () => traditional('-aes256')],
    ['traditional triple DES', () => traditional('-des3')],
    ['traditional DES', () => traditional('-des', ...legacy)],
  ])('%s', (_, make) => {
    const content = make()
    const asPasted = content.toString('latin1').includes('BEGIN') ? content.toString().replaceAll('\n', ' ') : content
    for (const form of [content, asPasted]) expect(read(form, 'secret').pkcs8.equals(pkcs8(rsa.privateKey))).toBe(true)
    expect(refusal(() => read(content, 'wrong')).message).toBe('private key does not open with its passphrase')
    expect(refusal(() => read(content)).message).toBe('private key is encrypted and there is no passphrase')
  })

  test('RC2 is not supported, and said so', () => {
    const error = refusal(() => read(topk8('-v1', 'PBE-SHA1-RC2-40', ...legacy), 'secret'))
    expect(error.message).toMatch(/cipher that is not supported/)
    expect(error.hint).toContain('openssl pkcs8 -topk8')
  })

  test('traditional EC and DSA', () => {
    const sec1 = folder.run('openssl', 'ec', '-in', 'ec.pem', '-aes128', '-passout', 'pass:secret')
    expect(sec1.toString()).toContain('DEK-Info')
    expect(read(sec1, 'secret').pkcs8.equals(pkcs8(ec.privateKey))).toBe(true)
    folder.run('openssl', 'genpkey', '-genparam', '-algorithm', 'DSA', '-pkeyopt', 'dsa_paramgen_bits:1024', '-out', 'dsa.param')
    folder.run('openssl', 'genpkey', '-paramfile', 'dsa.param', '-out', 'dsa.pem')
    const dsa = folder.run('openssl', 'pkey', '-in', 'dsa.pem', '-traditional')
    expect(dsa.toString()).toContain('BEGIN DSA PRIVATE KEY')
    expect(read(dsa).pkcs8.equals(read(folder.read('dsa.pem')).pkcs8)).toBe(true)
    expect(read(dsa).algorithm).toBe('DSA-1024')
  })
})

describeWithVectors('keys of the public test suites', () => {
  test.each([
    ['jks-js/tests/feature/pem/RSA_2048_keystore', 'RSA-2048'],
    ['jks-js/tests/feature/pem/EC_256_keystore', 'EC-256'],
    ['jks-js/tests/feature/pem/DSA_1024_keystore', 'DSA-1024'],
    ['jks-js/tests/feature/java11/pem/EC_256_keystore', 'EC-256'],
  ])('%s', (name, algorithm) => {
    expect(read(vector(`${name}.key`)).algorithm).toBe(algorithm)
  })
})

function block(label: string, bytes: Buffer): string {
  return `-----BEGIN ${label}-----\n${bytes.toString('base64')}\n-----END ${label}-----\n`
}
