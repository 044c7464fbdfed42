import { createDecipheriv } from 'node:crypto'
import type { Node } from '../der/reader.ts'
import { asOctets, asOid, asSequence, asSmallInteger, DerError } from '../der/reader.ts'
import { CodedError } from '../errors.ts'
import { decryptRc2, rc4 } from './old-ciphers.ts'

/** Decrypts with a key and an initialisation vector; undefined where the padding is impossible. */
type Cipher = (ciphertext: Buffer, key: Buffer, iv: Buffer) => Buffer | undefined | Promise<Buffer | undefined>

export interface CipherChoice {
  /** As messages name it. */
  readonly name: string
  readonly keyBytes: number
  readonly ivBytes: number
  /** Whether Java 17 decrypts it, in the scheme that it stands in here. */
  readonly java: boolean
  readonly cipher: Cipher
}

/** What is not known, or what no library at hand decrypts. @param what `the cipher …` */
export function unsupported(what: string): CodedError {
  return new CodedError('keystore.format', `PKCS#12 keystore is protected with ${what}, which is not supported`, {
    hint: 'write it anew: `openssl pkcs12 -in FILE -nodes`, then `openssl pkcs12 -export`; or `keytool -importkeystore`',
  })
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
/** DES is triple DES with one key three times, and two keys are three of which the last is the first again. */
const des: Cipher = (ciphertext, key, iv) => tripleDes(ciphertext, Buffer.concat([key, key, key]), iv)
const tripleDesOfTwo: Cipher = (ciphertext, key, iv) => tripleDes(ciphertext, Buffer.concat([key, key.subarray(0, 8)]), iv)
const rc2 =
  (bits: number): Cipher =>
  (ciphertext, key, iv) =>
    decryptRc2(ciphertext, key, iv, bits)

/** PKCS#12's own schemes (RFC 7292 C): derivation by its own function with SHA-1. */
export const PKCS12_CIPHERS: ReadonlyMap<string, CipherChoice> = new Map([
  ['1.2.840.113549.1.12.1.1', { name: 'RC4-128', keyBytes: 16, ivBytes: 0, java: true, cipher: rc4 }],
  ['1.2.840.113549.1.12.1.2', { name: 'RC4-40', keyBytes: 5, ivBytes: 0, java: true, cipher: rc4 }],
  ['1.2.840.113549.1.12.1.3', { name: '3DES', keyBytes: 24, ivBytes: 8, java: true, cipher: tripleDes }],
  ['1.2.840.113549.1.12.1.4', { name: '3DES with two keys', keyBytes: 16, ivBytes: 8, java: false, cipher: tripleDesOfTwo }],
  ['1.2.840.113549.1.12.1.5', { name: 'RC2-128', keyBytes: 16, ivBytes: 8, java: true, cipher: rc2(128) }],
  ['1.2.840.113549.1.12.1.6', { name: 'RC2-40', keyBytes: 5, ivBytes: 8, java: true, cipher: rc2(40) }],
])

/** PBES1 (RFC 8018 A.3): PBKDF1 gives eight bytes of key and eight of initialisation vector. */
export const PBES1_CIPHERS: ReadonlyMap<string, CipherChoice & { readonly digest: 'md5' | 'sha1' }> = new Map([
  ['1.2.840.113549.1.5.3', { name: 'DES with MD5', digest: 'md5', keyBytes: 8, ivBytes: 8, java: true, cipher: des }],
  ['1.2.840.113549.1.5.6', { name: 'RC2-64 with MD5', digest: 'md5', keyBytes: 8, ivBytes: 8, java: false, cipher: rc2(64) }],
  ['1.2.840.113549.1.5.10', { name: 'DES with SHA-1', digest: 'sha1', keyBytes: 8, ivBytes: 8, java: false, cipher: des }],
  ['1.2.840.113549.1.5.11', { name: 'RC2-64 with SHA-1', digest: 'sha1', keyBytes: 8, ivBytes: 8, java: false, cipher: rc2(64) }],
] as const)

const aes = (bits: number): CipherChoice => ({
  name: `AES-${bits}`,
  keyBytes: bits / 8,
  ivBytes: 16,
  java: bits !== 192,
  cipher: byOpenssl(`aes-${bits}-cbc`),
})
const blocksOf128 = (family: string, bits: number): CipherChoice => ({
  name: `${family}-${bits}`,
  keyBytes: bits / 8,
  ivBytes: 16,
  java: false,
  cipher: byOpenssl(`${family.toLowerCase()}-${bits}-cbc`),
})

/** The ciphers of PBES2 (RFC 8018 B.2, RFC 3657, RFC 5794). */
const PBES2_CIPHERS = new Map<string, CipherChoice>([
  ['2.16.840.1.101.3.4.1.2', aes(128)],
  ['2.16.840.1.101.3.4.1.22', aes(192)],
  ['2.16.840.1.101.3.4.1.42', aes(256)],
  ['1.2.392.200011.61.1.1.1.2', blocksOf128('Camellia', 128)],
  ['1.2.392.200011.61.1.1.1.3', blocksOf128('Camellia', 192)],
  ['1.2.392.200011.61.1.1.1.4', blocksOf128('Camellia', 256)],
  ['1.2.410.200046.1.1.2', blocksOf128('ARIA', 128)],
  ['1.2.410.200046.1.1.7', blocksOf128('ARIA', 192)],
  ['1.2.410.200046.1.1.12', blocksOf128('ARIA', 256)],
  ['1.2.840.113549.3.7', { name: '3DES by PBES2', keyBytes: 24, ivBytes: 8, java: false, cipher: tripleDes }],
  ['1.3.14.3.2.7', { name: 'DES by PBES2', keyBytes: 8, ivBytes: 8, java: false, cipher: des }],
])

const RC2_CBC = '1.2.840.113549.3.2'
/** The numbers that stand for lengths of an RC2 key (RFC 8018 B.2.3). */
const RC2_BITS = new Map([
  [160, 40],
  [120, 64],
  [58, 128],
])

/**
 * Reads the encryptionScheme of PBES2 with its initialisation vector.
 * @param stated the length of the key by the key derivation. Old NSS named one AES and used the one of that length
 * @throws CodedError keystore.format; DerError
 */
export function readPbes2Cipher(node: Node | undefined, stated: number | undefined): { choice: CipherChoice; iv: Buffer } {
  const [type, parameters] = asSequence(node)
  const id = asOid(type)
  const { named, vector } = id === RC2_CBC ? readRc2(parameters) : { named: PBES2_CIPHERS.get(id), vector: parameters }
  if (named === undefined) throw unsupported(`the cipher ${id}`)
  const choice = stated === undefined ? named : ofLength(named, stated)
  const iv = asOctets(vector)
  if (iv.length !== choice.ivBytes) throw new DerError('an initialisation vector has an impossible length')
  return { choice, iv }
}

function ofLength(named: CipherChoice, keyBytes: number): CipherChoice {
  if (named.keyBytes === keyBytes) return named
  const name = named.name.replace(/-\d+$/, `-${keyBytes * 8}`)
  const other = [...PBES2_CIPHERS.values()].find((choice) => choice.name === name)
  if (other === undefined) throw new DerError('the length of its key is not that of its cipher')
  return { ...other, java: false }
}

function readRc2(parameters: Node | undefined): { named: CipherChoice; vector: Node | undefined } {
  const [version, vector] = asSequence(parameters)
  const number = asSmallInteger(version)
  const bits = RC2_BITS.get(number) ?? (number >= 256 ? number : undefined)
  if (bits === undefined || bits > 1024) throw unsupported(`RC2 of the version ${number}`)
  return { named: { name: `RC2-${bits} by PBES2`, keyBytes: bits / 8, ivBytes: 8, java: false, cipher: rc2(bits) }, vector }
}
