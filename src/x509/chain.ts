import type { Finding } from '../errors.ts'
import type { Certificate } from './certificate.ts'
import { DAY, daysText, daysUntil, formatTime } from './format.ts'
import type { ChainEnd } from './path.ts'
import { endOf } from './path.ts'

export type { ChainEnd, OrderedChain } from './path.ts'
export { findLeaf, orderChain } from './path.ts'

export interface CheckOptions {
  readonly now: Date
  /** Certificates that expire within this many days are warned of; without it only expired ones are told. */
  readonly expiryWarningDays?: number | undefined
  /** How the chain ends, where {@link orderChain} has seen more than the chain itself shows. */
  readonly end?: ChainEnd | undefined
}

type Check = (leaf: Certificate, issuers: readonly Certificate[], options: CheckOptions) => Finding[]

/**
 * Everything that keeps a chain from working as the identity of a TLS client, and what is worth knowing of it: all at once.
 * @param chain the leaf first, as {@link orderChain} gives it; errors are what must not be published
 */
export function checkChain(chain: readonly Certificate[], options: CheckOptions): Finding[] {
  const [leaf, ...issuers] = chain
  return leaf === undefined ? [] : CHECKS.flatMap((check) => check(leaf, issuers, options))
}

/**
 * What is to be said of a certificate that the instance shall trust. It need not be a CA: a partner's own certificate can be pinned.
 * One that is not valid yet is only warned of: it may be there for a change to come.
 */
export function checkTrusted(certificate: Certificate, now: Date, expiryWarningDays?: number): Finding[] {
  const validity = checkValidity(certificate, { now, expiryWarningDays }).map((found) =>
    found.code === 'certificate.not-yet-valid' ? { ...found, severity: 'warning' as const } : found,
  )
  const weak = checkKey(certificate).map((found) => ({ ...found, severity: 'warning' as const }))
  return [...validity, ...weak, ...(certificate.isCa || certificate.isSelfSigned ? [] : [pinned(certificate)])]
}

const pinned = (certificate: Certificate): Finding => ({
  code: 'certificate.not-a-ca',
  severity: 'notice',
  message: `${told(certificate)} is no CA: only this very certificate is trusted, and no longer once the partner renews it`,
  hint: 'trust the CA that issued it, unless it is pinned on purpose',
})

const finding = (severity: Finding['severity'], code: Finding['code'], message: string, hint?: string): Finding => ({
  code,
  severity,
  message,
  ...(hint !== undefined && { hint }),
})

const LONGEST_NAME = 120

/** A certificate as messages name it; names come from strangers and are cut. */
function told(certificate: Certificate): string {
  const name = certificate.toString()
  return `certificate ${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name}`
}

function checkValidity(certificate: Certificate, { now, expiryWarningDays }: CheckOptions): Finding[] {
  const { notBefore, notAfter } = certificate
  if (now < notBefore) {
    return [finding('error', 'certificate.not-yet-valid', `${told(certificate)} is not valid before ${formatTime(notBefore)}`)]
  }
  if (now > notAfter) return [finding('error', 'certificate.expired', `${told(certificate)} expired on ${formatTime(notAfter)}`)]
  const days = daysUntil(notAfter, now)
  const left = notAfter.getTime() - now.getTime()
  if (expiryWarningDays === undefined || left > expiryWarningDays * DAY) return []
  return [
    finding('warning', 'certificate.expiring', `${told(certificate)} expires in ${daysText(days)}, on ${formatTime(notAfter)}`),
  ]
}

export const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'
const ANY_USAGE = '2.5.29.37.0'
const PREFER_CLIENT_AUTH = 'have it issued with extended key usage clientAuth (1.3.6.1.5.5.7.3.2)'

/** The usages of an issuer bind what it issues too: OpenSSL and CAs hold to that, RFC 5280 leaves it open. */
function checkExtendedUsage(certificate: Certificate): Finding[] {
  const usages = certificate.extendedKeyUsage
  if (usages === undefined || usages.includes(CLIENT_AUTH)) return []
  if (!usages.includes(ANY_USAGE)) {
    const message = `${told(certificate)} may not be used for TLS clients: its extended key usage lacks clientAuth`
    return [finding('error', 'certificate.no-client-auth', message, isPublic(certificate) ? PRIVATE_CA : undefined)]
  }
  const message = `${told(certificate)} allows any extended key usage but does not name clientAuth, which OpenSSL refuses`
  return [finding('warning', 'certificate.no-eku', message, PREFER_CLIENT_AUTH)]
}

/** What OpenSSL asks of a TLS client: a handshake signature, so digitalSignature where key usage is limited (RFC 5246 7.4.6). */
function checkLeafUsage(leaf: Certificate): Finding[] {
  const findings = checkExtendedUsage(leaf)
  if (leaf.extendedKeyUsage === undefined) {
    findings.push(finding('warning', 'certificate.no-eku', `${told(leaf)} has no extended key usage`))
  }
  if (leaf.keyUsage?.has('digitalSignature') === false) {
    const message = `${told(leaf)} may not sign a handshake: its key usage lacks digitalSignature`
    findings.push(finding('error', 'certificate.key-usage', message))
  }
  return findings
}

/** @param below intermediates between the issuer and the leaf that are not self-issued, which is what pathLen counts (RFC 5280 4.2.1.9) */
function checkIssuer(issuer: Certificate, below: number): Finding[] {
  const findings = checkExtendedUsage(issuer)
  if (!issuer.isCa) findings.push(finding('error', 'certificate.not-a-ca', `${told(issuer)} stands as an issuer and is no CA`))
  if (issuer.keyUsage?.has('keyCertSign') === false) {
    const message = `${told(issuer)} may not sign certificates: its key usage lacks keyCertSign`
    findings.push(finding('error', 'certificate.not-a-ca', message))
  }
  const pathLength = issuer.basicConstraints?.pathLength
  if (pathLength !== undefined && below > pathLength) {
    const message = `${told(issuer)} allows ${pathLength} intermediates below it, and there are ${below}`
    findings.push(finding('error', 'chain.invalid', message))
  }
  return findings
}

const checkIssuers: Check = (_, issuers) =>
  issuers.flatMap((issuer, index) =>
    checkIssuer(issuer, issuers.slice(0, index).filter((between) => !between.isSelfIssued).length),
  )

const SHORTEST_RSA = 2048
const USUAL_KEY = /^(?:(?:RSA|RSASSA-PSS|DSA|EC)-\d+|Ed25519|Ed448)$/
/** The curves that Java and the TLS libraries of partners take, by OpenSSL's names. */
const USUAL_CURVES: ReadonlySet<string | undefined> = new Set(['prime256v1', 'secp384r1', 'secp521r1'])

function checkKey(certificate: Certificate): Finding[] {
  const { keyAlgorithm: algorithm, curve } = certificate
  const [family = '', size] = algorithm.split(/-(?=\d+$)/)
  if (!USUAL_KEY.test(algorithm) || (family === 'EC' && !USUAL_CURVES.has(curve))) {
    const kind = curve ?? algorithm
    return [finding('error', 'key.unsupported', `${told(certificate)} has a key of a kind that TLS clients do not take: ${kind}`)]
  }
  if (/^(?:RSA|DSA)/.test(family) && Number(size) < SHORTEST_RSA) {
    return [finding('error', 'key.weak', `${told(certificate)} has a key that is too short: ${algorithm}`)]
  }
  return family === 'DSA'
    ? [finding('warning', 'key.weak', `${told(certificate)} has a DSA key, which TLS 1.3 does not take`)]
    : []
}

const WEAK_DIGESTS: ReadonlySet<string | undefined> = new Set(['md2', 'md4', 'md5', 'sha1'])

/** A self-signed certificate is believed for itself, not for its signature. */
function checkSignature(certificate: Certificate): Finding[] {
  const { name, digest } = certificate.signatureAlgorithm
  if (!WEAK_DIGESTS.has(digest) || certificate.isSelfSigned) return []
  return [finding('error', 'certificate.weak-signature', `${told(certificate)} is signed with ${name}`)]
}

const checkLinks: Check = (leaf, issuers) => {
  const chain = [leaf, ...issuers]
  return chain.flatMap((certificate, index) => {
    const issuer = chain[index + 1]
    if (issuer !== undefined) {
      if (certificate.isIssuedBy(issuer)) return []
      return [finding('error', 'chain.invalid', `${told(certificate)} is not signed by ${told(issuer)}`)]
    }
    if (!certificate.isSelfIssued || certificate.isSelfSigned) return []
    return [finding('error', 'chain.invalid', `${told(certificate)} names itself as its issuer, and its signature does not hold`)]
  })
}

const checkEnd: Check = (leaf, issuers, options) => {
  const chain = [leaf, ...issuers]
  const last = chain.at(-1) ?? leaf
  const end = options.end ?? endOf(chain)
  const issuer = last.issuer.slice(0, LONGEST_NAME)
  if (end === 'incomplete') {
    return [finding('error', 'chain.incomplete', `chain ends at ${told(last)}, and its issuer ${issuer} is missing`)]
  }
  if (end === 'no-root') return [finding('warning', 'chain.no-root', `chain lacks its root ${issuer}`)]
  return issuers.length > 0 ? [] : [finding('notice', 'certificate.self-signed', `${told(leaf)} is self-signed`)]
}

/** The policies of the CA/Browser Forum for TLS: only a publicly trusted CA may assert them. */
const PUBLIC_POLICY = /^2\.23\.140\.1\.(?:1|2\.\d+)$/
const PRIVATE_CA = 'get client certificates from a private CA, or from the partner: public CAs no longer issue them'

function isPublic(certificate: Certificate): boolean {
  return certificate.policies.some((policy) => PUBLIC_POLICY.test(policy))
}

const checkRemarks: Check = (leaf, issuers) => {
  const constrained = issuers.filter((issuer) => issuer.nameConstraints)
  const findings = constrained.map((issuer) =>
    finding('notice', 'certificate.name-constraints', `${told(issuer)} limits the names that it may issue for`),
  )
  if (isPublic(leaf)) {
    const message =
      `${told(leaf)} is from a publicly trusted CA: these withdraw clientAuth ` +
      '(browsers forbid it in new certificates from 2027-03-15, some CAs stopped in 2026)'
    findings.push(finding('notice', 'certificate.public-ca', message, PRIVATE_CA))
  }
  return findings
}

const CHECKS: readonly Check[] = [
  (leaf, issuers, options) => [leaf, ...issuers].flatMap((certificate) => checkValidity(certificate, options)),
  checkLeafUsage,
  checkIssuers,
  (leaf, issuers) => [leaf, ...issuers].flatMap(checkKey),
  (leaf, issuers) => [leaf, ...issuers].flatMap(checkSignature),
  checkLinks,
  checkEnd,
  checkRemarks,
]
