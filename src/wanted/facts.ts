import { CodedError, toCoded } from '../errors.ts'
import type { CertificateFacts } from '../plan/model.ts'
import type { OpenedContent } from '../plan/observed.ts'
import type { ValueReference } from '../spec/model.ts'
import type { Values } from '../values/values.ts'
import type { Certificate } from '../x509/certificate.ts'
import { formatTime } from '../x509/format.ts'
import { readCertificates } from '../x509/pem.ts'

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

/** What opening a content has shown; one that does not open is told as such. */
export async function shownBy(open: () => Promise<OpenedContent>): Promise<OpenedContent> {
  try {
    return await open()
  } catch (error) {
    return { kind: 'unreadable', why: toCoded(error).message }
  }
}

/** The certificates of a public value, in its order; what is wrong with a file is told with its name. @throws value.*, certificate.unreadable */
export async function readPublic(reference: ValueReference, values: Values): Promise<Certificate[]> {
  const bytes = await values.publicBytes(reference)
  try {
    return readCertificates(bytes)
  } catch (error) {
    const { code, message, hint } = toCoded(error)
    throw new CodedError(code, `${labelOf(reference)}${message}`, { hint, cause: error, at: reference.at })
  }
}

/** Which file or secret a message is about; empty where the spec itself holds the value. */
export const labelOf = (reference: ValueReference): string =>
  'file' in reference ? `${reference.file}: ` : 'secret' in reference ? `secret ${reference.secret}: ` : ''
