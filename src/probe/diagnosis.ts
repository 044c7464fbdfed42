import type { ErrorCode, Finding } from '../errors.ts'
import { printable } from '../http/printable.ts'
import { DerError, readOne } from '../der/reader.ts'
import { Certificate } from '../x509/certificate.ts'
import { DAY, daysUntil, formatTime } from '../x509/format.ts'
import { formatName, readName } from '../x509/name.ts'
import { BY_PROXY } from './dial.ts'
import type { ProbeAnswer } from './probe.ts'

export interface Expected {
  readonly url: string
  /** Undefined: 2xx where it is required, else any but 400, those that refuse a certificate, and those of servers' own errors. */
  readonly status: number | undefined
  /** Whether a failure is an error, and a server that asks for no certificate is one. */
  readonly required: boolean
  readonly now: Date
  readonly expiryWarningDays: number
}

interface Cause {
  readonly code: ErrorCode
  readonly says: string
}

const UNTRUSTED: Cause = {
  code: 'probe.untrusted',
  says: 'the CA of the server is not among the trusted certificates (Java says "PKIX path building failed")',
}
const OWN_TOO_WEAK: Cause = {
  code: 'probe.handshake',
  says: 'nothing was sent: our key or certificate is too weak for TLS on this machine',
}
const REFUSED_CERTIFICATE = (why: string): Cause => ({
  code: 'probe.certificate-refused',
  says: `the server refused our certificate: ${why}`,
})

/** By the codes of Node and OpenSSL; the words are those that people search for. */
const CAUSES: Readonly<Record<string, Cause>> = {
  ECONNREFUSED: {
    code: 'probe.refused',
    says: "the connection was refused; perhaps only this runner's address: the instance connects from others",
  },
  ENOTFOUND: { code: 'probe.unreachable', says: 'the host name does not resolve' },
  EAI_AGAIN: { code: 'probe.unreachable', says: 'the host name could not be resolved' },
  ETIMEDOUT: { code: 'probe.unreachable', says: "no answer in time; perhaps only this runner's address is not let in" },
  EHOSTUNREACH: { code: 'probe.unreachable', says: 'there is no route to the host' },
  ENETUNREACH: { code: 'probe.unreachable', says: 'there is no route to the host' },
  ABORTED: { code: 'timeout', says: 'the run was told to end' },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  CERT_SIGNATURE_FAILURE: UNTRUSTED,
  CERT_HAS_EXPIRED: { code: 'probe.server-expired', says: 'the certificate of the server has expired' },
  CERT_NOT_YET_VALID: { code: 'probe.server-expired', says: 'the certificate of the server is not valid yet' },
  ERR_TLS_CERT_ALTNAME_INVALID: { code: 'probe.hostname', says: 'the certificate of the server is for another host name' },
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: { code: 'probe.protocol', says: 'the server speaks no version of TLS from 1.2 on' },
  ERR_SSL_UNSUPPORTED_PROTOCOL: { code: 'probe.protocol', says: 'the server speaks no version of TLS from 1.2 on' },
  ERR_SSL_WRONG_VERSION_NUMBER: { code: 'probe.protocol', says: 'the server does not speak TLS on this port' },
  ERR_SSL_PACKET_LENGTH_TOO_LONG: { code: 'probe.protocol', says: 'the server does not speak TLS on this port' },
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: REFUSED_CERTIFICATE('it saw none'),
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: REFUSED_CERTIFICATE('bad_certificate'),
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: REFUSED_CERTIFICATE('certificate_unknown'),
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: REFUSED_CERTIFICATE('certificate_expired'),
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED: REFUSED_CERTIFICATE('certificate_revoked'),
  ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE: REFUSED_CERTIFICATE('unsupported_certificate, as without clientAuth'),
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: REFUSED_CERTIFICATE('unknown_ca: it does not trust our chain'),
  ERR_SSL_TLSV1_ALERT_ACCESS_DENIED: REFUSED_CERTIFICATE('access_denied'),
  ERR_SSL_EE_KEY_TOO_SMALL: OWN_TOO_WEAK,
  ERR_SSL_CA_KEY_TOO_SMALL: OWN_TOO_WEAK,
  ERR_SSL_CA_MD_TOO_WEAK: OWN_TOO_WEAK,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: {
    code: 'probe.handshake',
    says: 'the server ended the handshake (handshake_failure): no cipher in common, or it wants another certificate',
  },
}

/** What nginx answers after the handshake where a certificate is missing or wrong; 400 has other causes, too. */
const REFUSING = [495, 496]
const REFUSING_WORDS = /No required SSL certificate was sent|The SSL certificate error/i

/** What a probe has shown: one sentence for its outcome, and one for each thing besides that is worth knowing. */
export function diagnose(answer: ProbeAnswer, expected: Expected): Finding[] {
  const failed = failureOf(answer, expected)
  const main: Finding =
    failed === undefined
      ? { code: 'probe.accepted', severity: 'notice', message: `${expected.url}: ${accepted(answer, expected)}` }
      : {
          code: failed.code,
          severity: expected.required ? 'error' : 'warning',
          message: `${expected.url}: ${failed.says}${circumstances(answer)}`,
        }
  return [main, ...remarks(answer, expected, failed)]
}

function failureOf(answer: ProbeAnswer, { status: wanted, required }: Expected): Cause | undefined {
  const { failure, body } = answer
  if (failure !== undefined) return causeOf(failure, answer)
  const status = answer.status ?? 0
  if (status === wanted) return undefined
  const [said] = REFUSING_WORDS.exec(body) ?? []
  if (REFUSING.includes(status) || (status === 400 && said !== undefined)) {
    return REFUSED_CERTIFICATE(`HTTP ${status} after the handshake${said === undefined ? '' : `, "${said}"`}`)
  }
  const says = statusProblem(status, wanted, required)
  return says === undefined ? undefined : { code: 'probe.status', says }
}

/** A gate opens for success alone. Elsewhere any answer shows that the handshake was accepted, but one of a fault. */
function statusProblem(status: number, wanted: number | undefined, required: boolean): string | undefined {
  if (wanted !== undefined) return `HTTP ${status} where ${wanted} is expected`
  if (status >= 500) return `the server has a fault of its own: HTTP ${status}`
  if (status === 400) return 'HTTP 400 after the handshake: it does not say whether because of our certificate'
  const succeeded = status >= 200 && status < 300
  return required && !succeeded ? `HTTP ${status} where success (2xx) is required, or what expect-status says` : undefined
}

function causeOf({ code, stage }: NonNullable<ProbeAnswer['failure']>, { flight }: ProbeAnswer): Cause {
  const known = CAUSES[code]
  if (known !== undefined) return known
  if (code.startsWith(BY_PROXY)) {
    const why = code.slice(BY_PROXY.length)
    const told = /^\d+$/.test(why) ? `HTTP ${why}` : why
    return {
      code: 'probe.unreachable',
      says: `the proxy of the runner makes no connection (${told}); the instance may have another way`,
    }
  }
  // A server that wants another certificate may end the connection without a word.
  if (stage === 'request' && flight.requested !== undefined) {
    return REFUSED_CERTIFICATE(`it ended the connection after our certificate (${code})`)
  }
  const where = { connection: 'the connection failed', handshake: 'the handshake failed', request: 'no answer came' }[stage]
  return { code: stage === 'connection' ? 'probe.unreachable' : 'probe.handshake', says: `${where} (${code})` }
}

/** What is known of the server, where something failed. */
function circumstances({ flight: { certificates, requested } }: ProbeAnswer): string {
  const [own] = certificates.map(certificateOf)
  const about = own === undefined ? [] : [`its certificate is ${nameOf(own)}, issued by ${printable(own.issuer, 120)}`]
  return [...about, ...(requested === undefined ? [] : [asked(requested)])].map((text) => `; ${text}`).join('')
}

function accepted({ protocol, cipher, status, flight: { certificates, requested } }: ProbeAnswer, { now }: Expected): string {
  const [own] = certificates.map(certificateOf)
  const until = own === undefined ? '' : `, its certificate lasts ${daysUntil(own.notAfter, now)} days`
  const ours = requested === undefined ? '' : `, our certificate was accepted (${asked(requested)})`
  return `${protocol ?? 'TLS'} with ${cipher ?? 'an unknown cipher'}, HTTP ${status}${ours}${until}`
}

const MOST_NAMES = 5

function asked(names: readonly Buffer[]): string {
  if (names.length === 0) return 'asked for one of any issuer'
  const shown = names.slice(0, MOST_NAMES).map((name) => `"${nameIn(name)}"`)
  return `asked for one of ${shown.join(', ')}${names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''}`
}

/** Names come from strangers. */
function nameIn(der: Buffer): string {
  try {
    return printable(formatName(readName(readOne(der))), 120)
  } catch (error) {
    if (error instanceof DerError) return 'an issuer whose name cannot be read'
    throw error
  }
}

const nameOf = (certificate: Certificate): string => printable(certificate.toString(), 120)

function certificateOf(der: Buffer): Certificate | undefined {
  try {
    return Certificate.fromDer(der)
  } catch {
    return undefined
  }
}

function remarks(
  { flight: { certificates, requested, complete } }: ProbeAnswer,
  { url, required, now, expiryWarningDays }: Expected,
  failed: Cause | undefined,
): Finding[] {
  const findings: Finding[] = []
  const [own] = certificates.map(certificateOf)
  if (failed === undefined && complete && requested === undefined) {
    const message = `${url}: the server asks for no client certificate: mutual TLS is not switched on there, or on another path only`
    findings.push({ code: 'probe.not-asked', severity: required ? 'error' : 'warning', message })
  }
  const left = own === undefined ? Infinity : own.notAfter.getTime() - now.getTime()
  if (own !== undefined && failed?.code !== 'probe.server-expired' && left <= expiryWarningDays * DAY) {
    const message = `${url}: the certificate of the server expires in ${daysUntil(own.notAfter, now)} days, on ${formatTime(own.notAfter)}`
    findings.push({ code: 'probe.server-expiring', severity: 'warning', message })
  }
  return findings
}
