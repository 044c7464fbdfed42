import { DAY } from '../x509/format.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { PrivateKey } from '../x509/private-key.ts'
import { makeCertificate } from './certificate.ts'
import type { CertificateRequest } from './issuer.ts'
import { keyObjectOf } from './keys.ts'

const VALIDITY_MS = 365 * DAY

/** A certificate that signs itself, for partners who pin it. */
export function selfSigned(request: Omit<CertificateRequest, 'csr'>, key: PrivateKey, now: Date): Promise<Certificate> {
  return makeCertificate(request, { key: keyObjectOf(key), now, validityMs: request.validityMs ?? VALIDITY_MS })
}
