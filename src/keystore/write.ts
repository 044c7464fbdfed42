import type { SecretValue } from '../redact.ts'
import type { WritableEntry } from './contents.ts'
import { contentsOf } from './contents.ts'
import { encodeJks } from './jks-write.ts'
import { refuseUnusable } from './password.ts'
import type { Pkcs12Profile } from './pkcs12-write.ts'

export type { WritableEntry, WritableKey, WritableTrusted } from './contents.ts'
export type { Pkcs12Profile } from './pkcs12-write.ts'

/**
 * A JKS keystore; the same entries and password give the same bytes. Keys have the password of the store.
 * @throws CodedError keystore.alias, keystore.weak-password
 */
export function writeJks(entries: readonly WritableEntry[], password: SecretValue): Buffer {
  refuseUnusable(password)
  return encodeJks(contentsOf(entries), password)
}

/**
 * A PKCS#12 keystore that Java lists as it lists a JKS one; the same entries and password give the same bytes.
 * @throws CodedError keystore.alias, keystore.weak-password
 */
export async function writePkcs12(
  entries: readonly WritableEntry[],
  password: SecretValue,
  profile: Pkcs12Profile,
): Promise<Buffer> {
  refuseUnusable(password)
  const { encodePkcs12 } = await import('./pkcs12-write.ts')
  return encodePkcs12(contentsOf(entries), password, profile)
}
