import { createHash, createHmac } from 'node:crypto'
import type { PrivateKey } from '../x509/private-key.ts'

/** Gives the salt or initialisation vector for a purpose; the same for the same contents. */
export type Salts = (purpose: string, length: number, content?: Buffer) => Buffer

const CONTEXT = 'servicenow-mtls keystore 1'

/**
 * Salts that need no randomness, so that the same contents give the same bytes. They are keyed with the private keys: were they
 * derived from the password, the salt in the file would let a thief try passwords without the work of the key derivation.
 * A keystore without a private key has nothing to keep: its salts are keyed with its certificates, which are public, and never
 * with the password.
 * @param publicParts what stands for the contents where there is no key
 */
export function saltsFor(keys: readonly PrivateKey[], publicParts: readonly Buffer[]): Salts {
  const secret = createHash('sha512')
  for (const part of keys.length > 0 ? keys.map((key) => key.pkcs8) : publicParts) secret.update(framed(part))
  const hmacKey = secret.digest()
  return (purpose, length, content = Buffer.alloc(0)) =>
    createHmac('sha512', hmacKey)
      .update(framed(Buffer.from(CONTEXT)))
      .update(framed(Buffer.from(purpose)))
      .update(content)
      .digest()
      .subarray(0, length)
}

/** With its length before it, so that no two lists of parts are the same bytes. */
function framed(part: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(part.length)
  return Buffer.concat([length, part])
}
