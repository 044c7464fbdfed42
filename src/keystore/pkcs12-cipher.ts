import { createDecipheriv, hash, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { Node } from '../der/reader.ts'
import { asOctets, asOid, asSequence, asSmallInteger, DerError, isUniversal, readOne, TAG } from '../der/reader.ts'
import { CodedError } from '../errors.ts'
import type { Budget } from './bounds.ts'
import { BOUNDS, PKCS12_ROUND } from './bounds.ts'
import { decryptRc2, rc4 } from './old-ciphers.ts'
import type { Digest, PasswordForms } from './pkcs12-derivation.ts'
import { blocksFor, derivePkcs12, DIGESTS, PURPOSE, SHA1 } from './pkcs12-derivation.ts'

const deriveWithPbkdf2 = promisify(pbkdf2)

/** Decrypts with a key and an initialisation vector; undefined where the padding is impossible. */
type Cipher = (ciphertext: Buffer, key: Buffer, iv: Buffer) => Buffer | undefined | Promise<Buffer | undefined>

/** A way to decrypt with one form of a password; undefined where that is another. */
type Attempt = (form: Buffer) => Promise<Buffer | undefined>

export interface Scheme {
  /** As messages name it. */
  readonly name: string
  /** Whether Java 17 has it. */
  readonly java: boolean
  decrypt(ciphertext: Buffer, password: PasswordForms, budget: Budget): Promise<Buffer | undefined>
}

const byOpenssl =
  (name: string): Cipher =>
  (ciphertext, key, iv) => {
    try {
      const cipher = createDecipheriv(name, key, iv)
      return Buffer.concat([cipher.update(ciphertext), cipher.final()])
    } catch {
      return undefined
    }
  }
const tripleDes = byOpenssl('des-ede3-cbc')
/** Triple DES with one key three times is DES, and with the first of two again at the end it is what has 128 bits. */
const des: Cipher = (ciphertext, key, iv) => tripleDes(ciphertext, Buffer.concat([key, key, key]), iv)
const tripleDesOfTwo: Cipher = (ciphertext, key, iv) => tripleDes(ciphertext, Buffer.concat([key, key.subarray(0, 8)]), iv)
const rc2 =
  (bits: number): Cipher =>
  (ciphertext, key, iv) =>
    decryptRc2(ciphertext, key, iv, bits)

interface Pbes1Scheme {
  readonly name: string
  readonly digest: string
  readonly cipher: Cipher
  readonly java: boolean
}

/** What a scheme with a derivation of its own lengths needs. */
interface CipherChoice {
  readonly name: string
  readonly keyBytes: number
  readonly ivBytes: number
  readonly java: boolean
  readonly cipher: Cipher
}

/** PKCS#12's own schemes (RFC 7292 C): derivation by its own function with SHA-1. */
const PKCS12_SCHEMES = new Map<string, CipherChoice>([
  ['1.2.840.113549.1.12.1.1', { name: 'RC4-128', keyBytes: 16, ivBytes: 0, java: true, cipher: rc4 }],
  ['1.2.840.113549.1.12.1.2', { name: 'RC4-40', keyBytes: 5, ivBytes: 0, java: true, cipher: rc4 }],
  ['1.2.840.113549.1.12.1.3', { name: '3DES', keyBytes: 24, ivBytes: 8, java: true, cipher: tripleDes }],
  ['1.2.840.113549.1.12.1.4', { name: '3DES with two keys', keyBytes: 16, ivBytes: 8, java: false, cipher: tripleDesOfTwo }],
  ['1.2.840.113549.1.12.1.5', { name: 'RC2-128', keyBytes: 16, ivBytes: 8, java: true, cipher: rc2(128) }],
  ['1.2.840.113549.1.12.1.6', { name: 'RC2-40', keyBytes: 5, ivBytes: 8, java: true, cipher: rc2(40) }],
])

/** PBES1 (RFC 8018 A.3): PBKDF1 gives eight bytes of key and eight of initialisation vector. Java has the first alone. */
const PBES1_SCHEMES = new Map<string, Pbes1Scheme>([
  ['1.2.840.113549.1.5.3', { name: 'DES with MD5', digest: 'md5', cipher: des, java: true }],
  ['1.2.840.113549.1.5.6', { name: 'RC2-64 with MD5', digest: 'md5', cipher: rc2(64), java: false }],
  ['1.2.840.113549.1.5.10', { name: 'DES with SHA-1', digest: 'sha1', cipher: des, java: false }],
  ['1.2.840.113549.1.5.11', { name: 'RC2-64 with SHA-1', digest: 'sha1', cipher: rc2(64), java: false }],
])

const PBES2 = '1.2.840.113549.1.5.13'
const PBKDF2 = '1.2.840.113549.1.5.12'

/** The ciphers of PBES2 (RFC 8018 B.2); Java 17 has AES with 128 and 256 bits alone. */
const PBES2_CIPHERS = new Map<string, CipherChoice>([
  ['2.16.840.1.101.3.4.1.2', { name: 'AES-128', keyBytes: 16, ivBytes: 16, java: true, cipher: byOpenssl('aes-128-cbc') }],
  ['2.16.840.1.101.3.4.1.22', { name: 'AES-192', keyBytes: 24, ivBytes: 16, java: false, cipher: byOpenssl('aes-192-cbc') }],
  ['2.16.840.1.101.3.4.1.42', { name: 'AES-256', keyBytes: 32, ivBytes: 16, java: true, cipher: byOpenssl('aes-256-cbc') }],
  [
    '1.2.392.200011.61.1.1.1.2',
    { name: 'Camellia-128', keyBytes: 16, ivBytes: 16, java: false, cipher: byOpenssl('camellia-128-cbc') },
  ],
  [
    '1.2.392.200011.61.1.1.1.3',
    { name: 'Camellia-192', keyBytes: 24, ivBytes: 16, java: false, cipher: byOpenssl('camellia-192-cbc') },
  ],
  [
    '1.2.392.200011.61.1.1.1.4',
    { name: 'Camellia-256', keyBytes: 32, ivBytes: 16, java: false, cipher: byOpenssl('camellia-256-cbc') },
  ],
  ['1.2.840.113549.3.7', { name: '3DES by PBES2', keyBytes: 24, ivBytes: 8, java: false, cipher: tripleDes }],
  ['1.3.14.3.2.7', { name: 'DES by PBES2', keyBytes: 8, ivBytes: 8, java: false, cipher: des }],
])

/** The pseudo-random functions of PBKDF2: HMAC with each digest (RFC 8018 B.1.2). */
const HMACS = new Map<string, string>([
  ['1.2.840.113549.2.7', 'sha1'],
  ['1.2.840.113549.2.8', 'sha224'],
  ['1.2.840.113549.2.9', 'sha256'],
  ['1.2.840.113549.2.10', 'sha384'],
  ['1.2.840.113549.2.11', 'sha512'],
  ['1.2.840.113549.2.12', 'sha512-224'],
  ['1.2.840.113549.2.13', 'sha512-256'],
])

/** HMAC by its object identifier. @throws CodedError keystore.format for one that is not known */
export function hmacDigest(node: Node | undefined): Digest {
  const id = asOid(asSequence(node)[0])
  const name = HMACS.get(id)
  const found = [...DIGESTS.values()].find((digest) => digest.name === name)
  if (found === undefined) throw unsupported(`the HMAC ${id}`)
  return found
}

/** Reads the AlgorithmIdentifier of an encryption. @throws CodedError keystore.format, DerError */
export function readScheme(node: Node | undefined): Scheme {
  const [type, parameters] = asSequence(node)
  const id = asOid(type)
  if (id === PBES2) return pbes2(parameters)
  const own = PKCS12_SCHEMES.get(id)
  if (own !== undefined) return pkcs12Scheme(own, readCosts(parameters))
  const old = PBES1_SCHEMES.get(id)
  if (old !== undefined) return pbes1(old, readCosts(parameters))
  throw unsupported(`the cipher ${id}`)
}

function unsupported(what: string): CodedError {
  return new CodedError('keystore.format', `PKCS#12 keystore is protected with ${what}, which is not known`, {
    hint: 'write it anew with `openssl pkcs12` (first to PEM, then with -export), or with `keytool -importkeystore`',
  })
}

interface Costs {
  readonly salt: Buffer
  readonly iterations: number
}

/** Salt and iterations as each derivation has them. @throws DerError */
export function readCosts(node: Node | undefined): Costs {
  const [salt, iterations] = asSequence(node)
  return checkedCosts(asOctets(salt), asSmallInteger(iterations))
}

export function checkedCosts(salt: Buffer, iterations: number): Costs {
  if (iterations < 1) throw new DerError('a number of iterations is not positive')
  if (salt.length > BOUNDS.salt) throw new DerError('a salt is too long')
  return { salt, iterations }
}

function pkcs12Scheme({ name, keyBytes, ivBytes, java, cipher }: CipherChoice, { salt, iterations }: Costs): Scheme {
  return {
    name,
    java,
    decrypt: (ciphertext, password, budget) =>
      firstThatFits(password.wide, async (form) => {
        budget.spend(iterations, blocksFor(keyBytes, SHA1) + blocksFor(ivBytes, SHA1), PKCS12_ROUND)
        const key = derivePkcs12(SHA1, PURPOSE.key, form, salt, iterations, keyBytes)
        const iv = derivePkcs12(SHA1, PURPOSE.iv, form, salt, iterations, ivBytes)
        return cipher(ciphertext, key, iv)
      }),
  }
}

function pbes1({ name, digest, cipher, java }: Pbes1Scheme, { salt, iterations }: Costs): Scheme {
  return {
    name,
    java,
    decrypt: (ciphertext, password, budget) =>
      firstThatFits(password.octets, async (form) => {
        budget.spend(iterations, 1, PKCS12_ROUND)
        let derived = hash(digest, Buffer.concat([form, salt]), 'buffer')
        for (let round = 1; round < iterations; round++) derived = hash(digest, derived, 'buffer')
        return cipher(ciphertext, derived.subarray(0, 8), derived.subarray(8, 16))
      }),
  }
}

/**
 * PBES2-params (RFC 8018 A.4). Java before JDK-8202837 wrote them as an AlgorithmIdentifier within the AlgorithmIdentifier.
 */
function pbes2(parameters: Node | undefined): Scheme {
  const parts = asSequence(parameters)
  const [derivation, encryption] = isUniversal(parts[0], TAG.oid) ? asSequence(parts[1]) : parts
  const [type, iv] = asSequence(encryption)
  const found = PBES2_CIPHERS.get(asOid(type))
  if (found === undefined) throw unsupported(`the cipher ${asOid(type)}`)
  const { name, keyBytes, ivBytes, java, cipher } = found
  const vector = asOctets(iv)
  if (vector.length !== ivBytes) throw new DerError('an initialisation vector has an impossible length')
  const derive = readPbkdf2(derivation, keyBytes)
  return {
    name,
    java,
    decrypt: (ciphertext, password, budget) =>
      firstThatFits(password.octets, async (form) => cipher(ciphertext, await derive(form, budget), vector)),
  }
}

/**
 * Reads PBKDF2 with its parameters (RFC 8018 A.2).
 * @param keyBytes what is needed; undefined where the parameters must say it, with at least 20 (RFC 9579 4)
 */
export function readPbkdf2(
  node: Node | undefined,
  keyBytes: number | undefined,
): (form: Buffer, budget: Budget) => Promise<Buffer> {
  const [type, parameters] = asSequence(node)
  if (asOid(type) !== PBKDF2) throw unsupported(`the key derivation ${asOid(type)}`)
  const [, , ...rest] = asSequence(parameters)
  const { salt, iterations } = readCosts(parameters)
  const stated = isUniversal(rest[0], TAG.integer) ? asSmallInteger(rest[0]) : undefined
  const prf = rest.find((part) => isUniversal(part, TAG.sequence))
  const digest = prf === undefined ? SHA1 : hmacDigest(prf)
  const length = keyBytes ?? stated
  if (length === undefined) throw new DerError('the length of the key of its MAC is missing')
  if (stated !== undefined && stated !== length) throw new DerError('the length of its key is not that of its cipher')
  if (keyBytes === undefined && (length < SHORTEST_MAC_KEY || length > LONGEST_MAC_KEY)) {
    throw new DerError(`the key of its MAC has ${length} bytes: ${SHORTEST_MAC_KEY} to ${LONGEST_MAC_KEY} are allowed`)
  }
  return (form, budget) => {
    budget.spend(iterations, blocksFor(length, digest))
    return deriveWithPbkdf2(form, salt, iterations, length, digest.name)
  }
}

const SHORTEST_MAC_KEY = 20
const LONGEST_MAC_KEY = 1024

/** What a wrong password gives is hardly ever one whole element: that tells more than the padding, which fits once in 256 times. */
async function firstThatFits(forms: readonly Buffer[], attempt: Attempt): Promise<Buffer | undefined> {
  for (const form of forms) {
    const plain = await attempt(form)
    if (plain !== undefined && isSequence(plain)) return plain
  }
  return undefined
}

function isSequence(bytes: Buffer): boolean {
  try {
    return isUniversal(readOne(bytes, { ber: true }), TAG.sequence)
  } catch (error) {
    if (error instanceof DerError) return false
    throw error
  }
}
