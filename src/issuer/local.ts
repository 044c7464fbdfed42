import { CodedError } from '../errors.ts'
import type { Certificate } from '../x509/certificate.ts'
import { DAY, formatTime } from '../x509/format.ts'
import type { PrivateKey } from '../x509/private-key.ts'
import { issuerNamesOf } from '../x509/to-be-signed.ts'
import { makeCertificate } from './certificate.ts'
import type { Issuer } from './issuer.ts'
import { keyObjectOf } from './keys.ts'

const VALIDITY_MS = 90 * DAY

/**
 * A CA whose key is at hand.
 * @param certificates the CA's own, and what is above it
 * @throws issuer.key when none is for the key, or it may not sign
 */
export function localIssuer(certificates: readonly Certificate[], key: PrivateKey, now: () => Date): Issuer {
  const authority = certificates.find((certificate) => key.matches(certificate))
  if (authority === undefined) throw new CodedError('issuer.key', 'the key of the issuer does not belong to its certificate')
  if (!authority.isCa || authority.keyUsage?.has('keyCertSign') === false) {
    throw new CodedError('issuer.key', `${authority.toString()} may not sign certificates: it is no CA`)
  }
  return {
    issue: async (request) => {
      const time = now()
      if (time < authority.notBefore || time >= authority.notAfter) {
        const until = `${formatTime(authority.notBefore)} to ${formatTime(authority.notAfter)}`
        throw new CodedError('issuer.refused', `the issuer ${authority.toString()} is valid from ${until}`)
      }
      const { validityMs = VALIDITY_MS } = request
      const issuer = issuerNamesOf(authority)
      const terms = { key: keyObjectOf(key), issuer, now: time, validityMs, notAfter: authority.notAfter }
      return { certificates: [await makeCertificate(request, terms), ...certificates], notes: [] }
    },
  }
}
