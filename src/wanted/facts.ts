import type { CertificateFacts } from '../plan/model.ts'
import type { Certificate } from '../x509/certificate.ts'
import { formatTime } from '../x509/format.ts'

/** What certificates are checked against. */
export interface Checking {
  readonly now: Date
  /** Certificates that expire within this many days are warned of. */
  readonly expiryWarningDays: number
}

/** The public facts of a certificate as outputs and plan show them. */
export function factsOf(certificate: Certificate): CertificateFacts {
  const { subject, issuer, serialNumber, fingerprint256, notBefore, notAfter } = certificate
  return { subject, issuer, serialNumber, fingerprint256, notBefore: formatTime(notBefore), notAfter: formatTime(notAfter) }
}
