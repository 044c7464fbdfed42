import type { Finding } from '../errors.ts'
import { CodedError } from '../errors.ts'
import type { SecretValue } from '../redact.ts'
import type { KeystoreType } from './keystore.ts'

/** keytool's own minimum. */
const SHORTEST = 6
/** Under JKS a guess costs one SHA-1: below this many characters a stolen keystore is soon an open one. */
const SHORTEST_FOR_JKS = 16

/**
 * Refuses a password that Java does not take for a new keystore: its PKCS#12 wants printable ASCII, keytool 6 characters.
 * @throws CodedError keystore.weak-password
 */
export function refuseUnusable(password: SecretValue): void {
  const text = password.text()
  if (text.length < SHORTEST) {
    throw new CodedError(
      'keystore.weak-password',
      `keystore password is shorter than the ${SHORTEST} characters that Java asks for`,
    )
  }
  if (!/^[ -~]+$/.test(text)) {
    throw new CodedError(
      'keystore.weak-password',
      'keystore password has a character that is not printable ASCII, which Java refuses',
    )
  }
}

/** What is to be said of a password: the error of {@link refuseUnusable}, or that it is short for what JKS makes of it. */
export function checkPassword(password: SecretValue, type: KeystoreType): Finding[] {
  try {
    refuseUnusable(password)
  } catch (error) {
    if (error instanceof CodedError) return [error.toFinding()]
    throw error
  }
  if (type === 'pkcs12' || password.length >= SHORTEST_FOR_JKS) return []
  const message = `keystore password has fewer than ${SHORTEST_FOR_JKS} characters: JKS protects the key with little more than its length`
  return [{ code: 'keystore.weak-password', severity: 'warning', message }]
}
