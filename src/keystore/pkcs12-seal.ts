import { createCipheriv, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import * as der from '../der/writer.ts'
import type { Digest } from './pkcs12-derivation.ts'
import { derivePkcs12, PURPOSE, SHA1, SHA256 } from './pkcs12-derivation.ts'

const deriveWithPbkdf2 = promisify(pbkdf2)

/** Of every key derivation; as many as keytool of Java 17 takes. */
export const ITERATIONS = 10_000
export const SALT_BYTES = 20

/** Ciphertext, with the AlgorithmIdentifier that tells how it was made. */
export interface Sealed {
  readonly algorithm: Buffer
  readonly ciphertext: Buffer
}

/** A password as each derivation takes it. */
export interface WritingPassword {
  readonly wide: Buffer
  readonly octets: Buffer
}

/** Gives salt or initialisation vector of a length. */
type Source = (purpose: string, length: number) => Buffer

/** How a keystore is protected. */
export interface Protection {
  /** Of the MAC. */
  readonly digest: Digest
  readonly digestId: string
  seal(plain: Buffer, password: WritingPassword, source: Source): Promise<Sealed>
}

/** AES-256-CBC by PBES2 with HMAC-SHA256, MAC by SHA-256: what keytool writes since Java 17 and openssl since 3.0. */
export const MODERN: Protection = {
  digest: SHA256,
  digestId: '2.16.840.1.101.3.4.2.1',
  async seal(plain, { octets }, source) {
    const salt = source('salt', SALT_BYTES)
    const iv = source('iv', 16)
    const derivation = der.sequence(
      der.octets(salt),
      der.integer(ITERATIONS),
      der.sequence(der.oid('1.2.840.113549.2.9'), der.nullValue()),
    )
    const parameters = der.sequence(
      der.sequence(der.oid('1.2.840.113549.1.5.12'), derivation),
      der.sequence(der.oid('2.16.840.1.101.3.4.1.42'), der.octets(iv)),
    )
    const key = await deriveWithPbkdf2(octets, salt, ITERATIONS, 32, 'sha256')
    return {
      algorithm: der.sequence(der.oid('1.2.840.113549.1.5.13'), parameters),
      ciphertext: encrypt('aes-256-cbc', key, iv, plain),
    }
  },
}

/** Triple DES with SHA-1 (RFC 7292 C), MAC by SHA-1: what Java before 8u301 and 11.0.12 and old Windows read. */
export const COMPATIBLE: Protection = {
  digest: SHA1,
  digestId: '1.3.14.3.2.26',
  seal(plain, { wide }, source) {
    const salt = source('salt', SALT_BYTES)
    const key = derivePkcs12(SHA1, PURPOSE.key, wide, salt, ITERATIONS, 24)
    const iv = derivePkcs12(SHA1, PURPOSE.iv, wide, salt, ITERATIONS, 8)
    return Promise.resolve({
      algorithm: der.sequence(der.oid('1.2.840.113549.1.12.1.3'), der.sequence(der.octets(salt), der.integer(ITERATIONS))),
      ciphertext: encrypt('des-ede3-cbc', key, iv, plain),
    })
  },
}

function encrypt(name: string, key: Buffer, iv: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv(name, key, iv)
  return Buffer.concat([cipher.update(plain), cipher.final()])
}
