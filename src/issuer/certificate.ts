import { randomBytes, type KeyObject } from 'node:crypto'
import { Certificate } from '../x509/certificate.ts'
import { writeSubject } from '../x509/subject.ts'
import { certificateToBeSigned, type IssuerNames } from '../x509/to-be-signed.ts'
import type { CertificateRequest } from './issuer.ts'
import { signingAlgorithm, signWith } from './keys.ts'

const MINUTE = 60_000
/** Clocks differ: a certificate is valid a little before it was made. */
const BEFORE_MS = 5 * MINUTE

/** Random, positive, of 16 octets: no two are alike, and nobody can guess the next (RFC 5280 4.1.2.2 allows 20). */
function newSerialNumber(): Buffer {
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  return serial
}

export interface Terms {
  readonly key: KeyObject
  /** Absent where the certificate signs itself. */
  readonly issuer?: IssuerNames
  readonly now: Date
  readonly validityMs: number
  /** No certificate outlives its issuer. */
  readonly notAfter?: Date
}

/** A certificate for a request, signed here. @throws issuer.key */
export async function makeCertificate(request: Omit<CertificateRequest, 'csr'>, terms: Terms): Promise<Certificate> {
  const { key, issuer, now, validityMs } = terms
  const wanted = new Date(now.getTime() + validityMs)
  const holder = { subject: writeSubject(request.subject), names: request.names, publicSpki: request.publicSpki }
  const toBeSigned = certificateToBeSigned(holder, {
    serialNumber: newSerialNumber(),
    notBefore: new Date(now.getTime() - BEFORE_MS),
    notAfter: terms.notAfter !== undefined && terms.notAfter < wanted ? terms.notAfter : wanted,
    algorithm: signingAlgorithm(key).identifier,
    ...(issuer !== undefined && { issuer }),
  })
  return Certificate.fromDer(await signWith(key, toBeSigned))
}
