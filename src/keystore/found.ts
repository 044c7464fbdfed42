import type { Finding } from '../errors.ts'
import { CodedError } from '../errors.ts'
import { Certificate } from '../x509/certificate.ts'

/** @param message a phrase as {@link CodedError} wants it */
export function unreadable(message: string, hint?: string): CodedError {
  return new CodedError('keystore.unreadable', message, hint === undefined ? {} : { hint })
}

export function duplicateAlias(alias: string): Finding {
  return {
    code: 'keystore.duplicate-alias',
    severity: 'warning',
    message: `alias "${alias}" is there twice: Java sees only the last`,
  }
}

/**
 * A certificate of an entry; one that cannot be read is left out and told, so that the rest of the keystore is of use.
 * @param type as the keystore names it; only X.509 is known
 */
export function readCertificate(encoded: Buffer, type: string, alias: string, findings: Finding[]): Certificate | undefined {
  try {
    if (type === 'X.509') return Certificate.fromDer(encoded)
    findings.push(leftOut(alias, 'it is no X.509 certificate'))
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    findings.push(leftOut(alias, error.message))
  }
  return undefined
}

function leftOut(alias: string, why: string): Finding {
  return { code: 'certificate.unreadable', severity: 'warning', message: `a certificate of "${alias}" was left out: ${why}` }
}
