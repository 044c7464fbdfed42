import type { Finding } from '../errors.ts'
import { CodedError } from '../errors.ts'
import type { Certificate } from '../x509/certificate.ts'
import { PrivateKey } from '../x509/private-key.ts'
import type { PrivateKeyEntry } from './keystore.ts'

/** What a password opened. */
export interface Opened {
  readonly pkcs8: Buffer
  readonly by: 'store-password' | 'other-password'
}

type KeyPart = Pick<PrivateKeyEntry, 'key' | 'protection' | 'algorithm'>

/** The part of an entry that tells of its key; `opened` is undefined where no password fits or none was tried. */
export function keyPart(alias: string, leaf: Certificate | undefined, findings: Finding[], opened: Opened | undefined): KeyPart {
  const certified = leaf?.keyAlgorithm ?? 'unknown'
  if (opened === undefined) return { protection: 'unopened', algorithm: certified }
  try {
    const key = PrivateKey.fromPkcs8(opened.pkcs8)
    return { key, protection: opened.by, algorithm: leaf === undefined ? key.algorithm : certified }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    const message = `private key "${alias}" cannot be read: ${error.message}`
    findings.push({ code: 'key.unreadable', severity: 'warning', message })
    return { protection: opened.by, algorithm: certified }
  }
}
