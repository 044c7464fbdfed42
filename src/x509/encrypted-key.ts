import { createDecipheriv, createPrivateKey, hash } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Node } from '../der/reader.ts'
import { asOctets, asOid, asSequence, asSmallInteger, DerError, readOne } from '../der/reader.ts'
import { CodedError } from '../errors.ts'
import type { PemBlock } from './armor.ts'
import { armor } from './armor.ts'

/** Iterations of a key derivation that are worked through; a hostile file may ask for years. */
const MAX_ITERATIONS = 5_000_000
/** The work of scrypt, N·r·p: 32 times what openssl asks for. */
const MAX_SCRYPT = 1 << 22

const PBES2 = '1.2.840.113549.1.5.13'
const SCRYPT = '1.3.6.1.4.1.11591.4.11'

/** PBES1 with DES (RFC 8018 A.3), the default of `openssl pkcs8 -topk8` before 1.1: OpenSSL 3 has put DES aside. */
const DES_DIGESTS = new Map([
  ['1.2.840.113549.1.5.3', 'md5'],
  ['1.2.840.113549.1.5.10', 'sha1'],
])

const CONVERT = 'write it anew with `openssl pkcs8 -topk8 -v2 aes-256-cbc`'

/**
 * Opens an EncryptedPrivateKeyInfo (RFC 5958 3).
 * @throws CodedError key.unreadable when the passphrase is wrong or the cipher is not supported; DerError
 */
export function decryptPkcs8(der: Buffer, passphrase: string): KeyObject {
  const [algorithm, ciphertext] = asSequence(readOne(der, { ber: true }))
  const [id, parameters] = asSequence(algorithm)
  const scheme = asOid(id)
  refuseCostly(scheme, parameters)
  const digest = DES_DIGESTS.get(scheme)
  if (digest === undefined) return open({ key: armor('ENCRYPTED PRIVATE KEY', der), passphrase })
  const [salt, iterations] = asSequence(parameters)
  const derived = pbkdf1(digest, Buffer.from(passphrase, 'utf8'), asOctets(salt), asSmallInteger(iterations))
  const plain = decryptDes(asOctets(ciphertext), derived.subarray(0, 8), derived.subarray(8, 16))
  return open({ key: armor('PRIVATE KEY', plain) })
}

/** Opens a traditional key encrypted within its armour (RFC 1421 4.6.1.3, as OpenSSL does it). @throws CodedError key.unreadable */
export function decryptLegacy({ label, headers, bytes }: PemBlock, passphrase: string): KeyObject {
  const info = headers.get('DEK-Info') ?? ''
  const [cipher = '', iv = ''] = info.split(',')
  if (cipher.toUpperCase() === 'DES-CBC' && /^[0-9a-f]{16}$/i.test(iv)) {
    const vector = Buffer.from(iv, 'hex')
    const key = pbkdf1('md5', Buffer.from(passphrase, 'utf8'), vector, 1).subarray(0, 8)
    return open({ key: armor(label, decryptDes(bytes, key, vector)) })
  }
  return open({ key: armor(label, bytes, `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${info}\n\n`), passphrase })
}

function open(input: { key: string; passphrase?: string }): KeyObject {
  try {
    return createPrivateKey(input)
  } catch (error) {
    throw codeOf(error) === 'ERR_OSSL_EVP_UNSUPPORTED' ? unsupported() : wrongPassphrase()
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

const wrongPassphrase = (): CodedError =>
  new CodedError('key.unreadable', 'private key does not open with its passphrase', {
    hint: 'check the passphrase, and that its secret has no space or newline too many',
  })

const unsupported = (): CodedError =>
  new CodedError('key.unreadable', 'private key is encrypted with a cipher that is not supported', { hint: CONVERT })

function refuseCostly(scheme: string, parameters: Node | undefined): void {
  const parts = asSequence(parameters)
  const [kdf, kdfParameters] = scheme === PBES2 ? asSequence(parts[0]) : []
  const costs = scheme === PBES2 ? asSequence(kdfParameters) : parts
  const scrypt = kdf !== undefined && asOid(kdf) === SCRYPT
  const numbers = costs.slice(1, scrypt ? 4 : 2).map(asSmallInteger)
  const work = numbers.reduce((product, number) => product * number, 1)
  if (numbers.some((number) => number < 1)) throw new DerError('the costs of its encryption are impossible')
  if (work > (scrypt ? MAX_SCRYPT : MAX_ITERATIONS)) {
    throw new CodedError('key.unreadable', 'private key asks for more work to open it than is allowed', { hint: CONVERT })
  }
}

/** PBKDF1 (RFC 8018 5.1); with MD5 and one iteration also what OpenSSL derives for traditional keys. */
function pbkdf1(digest: string, passphrase: Buffer, salt: Buffer, iterations: number): Buffer {
  let derived = hash(digest, Buffer.concat([passphrase, salt]), 'buffer')
  for (let round = 1; round < iterations; round++) derived = hash(digest, derived, 'buffer')
  return derived
}

/** DES-CBC as triple DES with one key three times, which is the same. */
function decryptDes(ciphertext: Buffer, key: Buffer, iv: Buffer): Buffer {
  try {
    const cipher = createDecipheriv('des-ede3-cbc', Buffer.concat([key, key, key]), iv)
    return Buffer.concat([cipher.update(ciphertext), cipher.final()])
  } catch {
    throw wrongPassphrase()
  }
}
