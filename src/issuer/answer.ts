import { CodedError, type ErrorCode, type Finding } from '../errors.ts'
import { hasNames } from '../x509/alternative-names.ts'
import type { Certificate } from '../x509/certificate.ts'
import { CLIENT_AUTH, orderChain, type ChainEnd } from '../x509/chain.ts'
import { DAY, formatTime } from '../x509/format.ts'
import { hasSubject, subjectText } from '../x509/subject.ts'
import type { CertificateRequest } from './issuer.ts'

/** A certificate that was asked for and is what was asked for, with the verified path above it. */
export interface Accepted {
  readonly leaf: Certificate
  /** The leaf first. What is not on the path is left out. */
  readonly chain: readonly Certificate[]
  readonly end: ChainEnd
  readonly findings: readonly Finding[]
}

/** Clocks differ: so much later than now a certificate may begin. */
const SKEW_MS = 10 * 60_000
/** How much longer than asked is not worth a word. */
const TOLERANCE_MS = DAY

/**
 * Looks at what an issuer gave: for this key, for a TLS client, no CA, with the wanted subject, no other names, valid now.
 * @param known certificates that complete the chain: from `chain` of the spec
 * @throws issuer.wrong-key, issuer.wrong-subject, issuer.wrong-names, issuer.wrong-usage, issuer.validity
 */
export function checkAnswer(
  given: readonly Certificate[],
  request: Omit<CertificateRequest, 'csr'>,
  { known, now }: { readonly known: readonly Certificate[]; readonly now: Date },
): Accepted {
  const leaf = given.find((certificate) => certificate.spki.equals(request.publicSpki))
  if (leaf === undefined) throw fault('issuer.wrong-key', 'what the issuer gave is for another key than the one that was made')
  const problem = problemOf(leaf, request, now)
  if (problem !== undefined) throw fault(...problem)
  const { chain, end } = orderChain(leaf, [...given, ...known], now)
  return { leaf, chain, end, findings: remarks(leaf, request, now) }
}

const fault = (code: ErrorCode, message: string): CodedError => new CodedError(code, message)

function problemOf(
  leaf: Certificate,
  { subject, names }: Omit<CertificateRequest, 'csr'>,
  now: Date,
): readonly [ErrorCode, string] | undefined {
  if (leaf.isCa) return ['issuer.wrong-usage', 'the issuer made the certificate a CA']
  if (leaf.extendedKeyUsage?.includes(CLIENT_AUTH) !== true) {
    return ['issuer.wrong-usage', 'the certificate may not be used by a TLS client: its extended key usage lacks clientAuth']
  }
  if (!hasSubject(leaf, subject)) {
    return ['issuer.wrong-subject', `the certificate is for ${leaf.subject}, where ${subjectText(subject)} was asked for`]
  }
  if (!hasNames(leaf.alternativeNames, subject.CN, names)) {
    const [has, asked] = [leaf.alternativeNames, names].map((list) => list.join(', ') || 'none')
    return ['issuer.wrong-names', `the certificate has the alternative names ${has ?? ''}, where asked for: ${asked ?? ''}`]
  }
  if (leaf.notAfter <= now) return ['issuer.validity', `the certificate expired on ${formatTime(leaf.notAfter)} already`]
  if (leaf.notBefore.getTime() > now.getTime() + SKEW_MS) {
    return ['issuer.validity', `the certificate is not valid before ${formatTime(leaf.notBefore)}`]
  }
  return undefined
}

/** A lifetime that is far from what was asked for is an error, as the next renewal would be at another time than anybody thinks. */
function remarks(leaf: Certificate, { validityMs }: Omit<CertificateRequest, 'csr'>, now: Date): Finding[] {
  if (validityMs === undefined) return []
  const days = (ms: number): number => Math.round(ms / DAY)
  const lasts = leaf.notAfter.getTime() - now.getTime()
  const beyond = Math.abs(lasts - validityMs) - TOLERANCE_MS
  if (beyond <= validityMs / 10) return []
  const isFar = lasts < validityMs / 2 || lasts > validityMs * 2
  const message = `the issuer gave a certificate for ${days(lasts)} days, where ${days(validityMs)} were asked for`
  return [{ code: 'issuer.validity', severity: isFar ? 'error' : 'warning', message }]
}
