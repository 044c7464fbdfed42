import { hash } from 'node:crypto'
import type { SecretValue } from '../redact.ts'

/** What a key is derived for (RFC 7292 B.3). */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const
export type Purpose = (typeof PURPOSE)[keyof typeof PURPOSE]

export interface Digest {
  /** As node:crypto names it. */
  readonly name: string
  readonly bytes: number
  /** The block that the derivation works on. */
  readonly block: number
}

const digest = (name: string, bytes: number, block: number): Digest => ({ name, bytes, block })

export const SHA1 = digest('sha1', 20, 64)
export const SHA256 = digest('sha256', 32, 64)

/** By object identifier. */
export const DIGESTS: ReadonlyMap<string, Digest> = new Map([
  ['1.2.840.113549.2.5', digest('md5', 16, 64)],
  ['1.3.14.3.2.26', SHA1],
  ['2.16.840.1.101.3.4.2.4', digest('sha224', 28, 64)],
  ['2.16.840.1.101.3.4.2.1', SHA256],
  ['2.16.840.1.101.3.4.2.2', digest('sha384', 48, 128)],
  ['2.16.840.1.101.3.4.2.3', digest('sha512', 64, 128)],
  ['2.16.840.1.101.3.4.2.5', digest('sha512-224', 28, 128)],
  ['2.16.840.1.101.3.4.2.6', digest('sha512-256', 32, 128)],
  ['2.16.840.1.101.3.4.2.7', digest('sha3-224', 28, 144)],
  ['2.16.840.1.101.3.4.2.8', digest('sha3-256', 32, 136)],
  ['2.16.840.1.101.3.4.2.9', digest('sha3-384', 48, 104)],
  ['2.16.840.1.101.3.4.2.10', digest('sha3-512', 64, 72)],
])

/** How many times all iterations are run for so many bytes. */
export function blocksFor(length: number, { bytes }: Digest): number {
  return Math.ceil(length / bytes)
}

/**
 * The key derivation of PKCS#12 (RFC 7292 B.2).
 * @param password UTF-16, the high byte first, with its end; see {@link passwordForms}
 */
export function derivePkcs12(
  digest: Digest,
  purpose: Purpose,
  password: Buffer,
  salt: Buffer,
  iterations: number,
  length: number,
): Buffer {
  const { name, block } = digest
  const diversifier = Buffer.alloc(block, purpose)
  const input = Buffer.concat([filled(salt, block), filled(password, block)])
  const blocks: Buffer[] = []
  while (blocks.length < blocksFor(length, digest)) {
    const derived = hashedAgain(name, hash(name, Buffer.concat([diversifier, input]), 'buffer'), iterations - 1)
    blocks.push(derived)
    addToEach(input, filled(derived, block).subarray(0, block), block)
  }
  return Buffer.concat(blocks).subarray(0, length)
}

/**
 * The digest of the digest, and so on, in its own place. A digest is taken as a text of its bytes: making a buffer of each takes
 * node:crypto three times as long, and leaves memory to be cleared that its collector does not see.
 */
export function hashedAgain(name: string, digest: Buffer, rounds: number): Buffer {
  for (let round = 0; round < rounds; round++) digest.write(hash(name, digest, 'binary'), 'binary')
  return digest
}

/** The bytes again and again, until whole blocks are full; none of none. */
function filled(bytes: Buffer, block: number): Buffer {
  return bytes.length === 0 ? bytes : Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes)
}

/** Adds the number B + 1 to each block of the input, as numbers of that many bytes. */
function addToEach(input: Buffer, b: Buffer, block: number): void {
  for (let start = 0; start < input.length; start += block) {
    let carry = 1
    for (let at = block - 1; at >= 0; at--) {
      carry += (input[start + at] ?? 0) + (b[at] ?? 0)
      input[start + at] = carry & 0xff
      carry >>= 8
    }
  }
}

/** The bytes that makers of PKCS#12 files have made of one password, the most usual first. */
export interface PasswordForms {
  /** For the derivation of PKCS#12. */
  readonly wide: readonly Buffer[]
  /** For PBKDF1 and PBKDF2. */
  readonly octets: readonly Buffer[]
}

const NOTHING = Buffer.alloc(0)
/** The empty password: only its end. The absent one has not even that, and Windows exports with it. */
const EMPTY = Buffer.alloc(2)

/**
 * A password that is not ASCII was also taken byte by byte, each as a character of its own, by OpenSSL before 1.1.0. Old NSS took
 * the two-byte form for PBKDF2 too. Where there is no password, absent and empty are both tried, as OpenSSL and Java do.
 */
export function passwordForms(password: SecretValue | undefined): PasswordForms {
  const text = password?.text()
  if (text === undefined) return { wide: [NOTHING, EMPTY], octets: [NOTHING] }
  if (text === '') return { wide: [EMPTY, NOTHING], octets: [NOTHING, EMPTY] }
  const utf8 = Buffer.from(text, 'utf8')
  const latin1 = Buffer.from(text, 'latin1')
  const usual = wide(text)
  const ascii = utf8.length === text.length
  return {
    wide: ascii ? [usual] : [usual, wide(utf8.toString('latin1'))],
    octets: [utf8, ...(ascii || latin1.toString('latin1') !== text ? [] : [latin1]), usual],
  }
}

const wide = (text: string): Buffer => Buffer.concat([Buffer.from(text, 'utf16le').swap16(), EMPTY])
