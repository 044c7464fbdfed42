import { hash, timingSafeEqual } from 'node:crypto'
import { asOctets, asOid, asSequence, DerError, readOne } from '../der/reader.ts'
import * as der from '../der/writer.ts'
import type { SecretValue } from '../redact.ts'

/** Sun's own protection of private keys: SHA-1 as a stream cipher, with a check and no iterations. */
const KEY_PROTECTOR = '1.3.6.1.4.1.42.2.17.1.1'
const WHITENER = Buffer.from('Mighty Aphrodite', 'latin1')

export const SHA1_BYTES = 20

const sha1 = (...parts: readonly Buffer[]): Buffer => hash('sha1', Buffer.concat(parts), 'buffer')

/** A password as JKS takes it: UTF-16, the high byte first, without an end. */
export function utf16(password: SecretValue): Buffer {
  return Buffer.from(password.text(), 'utf16le').swap16()
}

/** What stands at the end of a JKS file. */
export function jksDigest(password: SecretValue, body: Buffer): Buffer {
  return sha1(utf16(password), WHITENER, body)
}

/** An EncryptedPrivateKeyInfo as JKS has it. @throws DerError when it is none, or protected in another way */
export function readProtectedKey(encoded: Buffer): Buffer {
  const [algorithm, ciphertext] = asSequence(readOne(encoded, { ber: true }))
  if (asOid(asSequence(algorithm)[0]) !== KEY_PROTECTOR) throw new DerError('its protection is not that of JKS')
  const sealed = asOctets(ciphertext)
  if (sealed.length < 2 * SHA1_BYTES) throw new DerError('it is too short')
  return sealed
}

/** @returns the PKCS#8, or undefined where the password is another */
export function openProtectedKey(sealed: Buffer, password: SecretValue): Buffer | undefined {
  const secret = utf16(password)
  const salt = sealed.subarray(0, SHA1_BYTES)
  const plain = exclusiveOr(sealed.subarray(SHA1_BYTES, -SHA1_BYTES), secret, salt)
  return timingSafeEqual(sha1(secret, plain), sealed.subarray(-SHA1_BYTES)) ? plain : undefined
}

/** @param salt 20 bytes */
export function protectKey(pkcs8: Buffer, password: SecretValue, salt: Buffer): Buffer {
  const secret = utf16(password)
  const sealed = Buffer.concat([salt, exclusiveOr(pkcs8, secret, salt), sha1(secret, pkcs8)])
  return der.sequence(der.sequence(der.oid(KEY_PROTECTOR), der.nullValue()), der.octets(sealed))
}

/** The keystream: SHA-1 of the password and the block before, the salt before the first. */
function exclusiveOr(text: Buffer, secret: Buffer, salt: Buffer): Buffer {
  const result = Buffer.alloc(text.length)
  const hashed = Buffer.concat([secret, salt])
  for (let at = 0; at < result.length; at += SHA1_BYTES) {
    // Into the place of the block before: a buffer for each takes longer than the digests, and much memory.
    hashed.write(hash('sha1', hashed, 'binary'), secret.length, 'binary')
    const end = Math.min(SHA1_BYTES, result.length - at)
    for (let next = 0; next < end; next++) result[at + next] = (text[at + next] ?? 0) ^ (hashed[secret.length + next] ?? 0)
  }
  return result
}
