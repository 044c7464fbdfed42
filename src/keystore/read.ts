import type { Keystore, Passwords } from './keystore.ts'
import { tellFormat } from './format.ts'
import { readJks } from './jks-read.ts'

export type * from './keystore.ts'
export { privateKeyOf } from './keystore.ts'

/**
 * Reads a keystore; its type is told by its bytes. Private keys are tried with the store password, then with each of the others.
 * @param options.decryptKeys false to list without opening private keys (default true)
 * @throws CodedError keystore.unreadable, keystore.format, keystore.password, keystore.too-large
 */
export async function readKeystore(
  bytes: Buffer,
  passwords: Passwords,
  { decryptKeys = true }: { decryptKeys?: boolean } = {},
): Promise<Keystore> {
  if (tellFormat(bytes) === 'jks') return readJks(bytes, passwords, decryptKeys)
  const { readPkcs12 } = await import('./pkcs12-read.ts')
  return readPkcs12(bytes, passwords, decryptKeys)
}
