import { CodedError, type ErrorCode } from '../errors.ts'

/** A write that was sent and whose outcome nobody knows: it may have taken effect. It is never repeated blindly. */
export class WriteUnknown extends CodedError {
  readonly outcome = 'unknown'

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(code, `${message}; it is not known whether the write took effect`, options)
  }
}

/** Why one exchange brought no answer. */
export class ExchangeFailure extends Error {
  override readonly name = 'ExchangeFailure'
  readonly reason: 'stopped' | 'timed-out' | 'too-large' | 'connection'
  /** Whether any of the request may have left this machine towards the server. */
  readonly sent: boolean
  override readonly cause?: Error

  constructor(reason: ExchangeFailure['reason'], sent: boolean, cause?: Error) {
    super(reason)
    this.reason = reason
    this.sent = sent
    if (cause) this.cause = cause
  }
}

/** The proxy could not be reached, answered CONNECT with something else than 200, or closed the connection. */
export class TunnelFailure extends Error {
  override readonly name = 'TunnelFailure'
  readonly permanent: boolean

  constructor(says: string, permanent: boolean, cause: Error) {
    super(says, { cause })
    this.permanent = permanent
  }
}

interface Cause {
  readonly says: string
  readonly hint?: string
  /** Trying again would change nothing. */
  readonly permanent?: boolean
}

const UNTRUSTED: Cause = {
  says: 'its certificate is not signed by a known authority',
  hint: 'where TLS is inspected or the CA is private, give its certificate in the input `ca-certificates`',
  permanent: true,
}
const HANDSHAKE: Cause = { says: 'the TLS handshake failed', permanent: true }
const CLOSED: Cause = { says: 'the connection was closed before the answer was complete' }
const NO_ROUTE: Cause = { says: 'there is no route to the host' }
const NO_CONNECTION: Cause = { says: 'no connection could be made in time' }

const CAUSES: Readonly<Record<string, Cause>> = {
  ENOTFOUND: { says: 'the host name does not resolve' },
  EAI_AGAIN: { says: 'the host name could not be resolved' },
  ECONNREFUSED: { says: 'the connection was refused' },
  EHOSTUNREACH: NO_ROUTE,
  ENETUNREACH: NO_ROUTE,
  ETIMEDOUT: NO_CONNECTION,
  UND_ERR_CONNECT_TIMEOUT: NO_CONNECTION,
  ECONNRESET: CLOSED,
  EPIPE: CLOSED,
  UND_ERR_SOCKET: CLOSED,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { says: 'the answer was cut off' },
  UND_ERR_HEADERS_OVERFLOW: { says: 'the headers of the answer are larger than allowed', permanent: true },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  CERT_UNTRUSTED: UNTRUSTED,
  CERT_HAS_EXPIRED: { says: 'its certificate has expired', permanent: true },
  CERT_NOT_YET_VALID: { says: 'its certificate is not valid yet', permanent: true },
  ERR_TLS_CERT_ALTNAME_INVALID: { says: 'its certificate is for another host name', permanent: true },
  EPROTO: HANDSHAKE,
}

/** The first code among an error, the errors it gathers (one for each address tried) and its causes. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  const gathered: unknown = 'errors' in error && Array.isArray(error.errors) ? error.errors[0] : undefined
  return codeOf(gathered) ?? codeOf('cause' in error ? error.cause : undefined)
}

function causeOf(error: Error | undefined): Cause {
  if (error instanceof TunnelFailure) return { says: error.message, permanent: error.permanent }
  const code = codeOf(error) ?? 'unknown cause'
  if (code.startsWith('HPE_')) return { says: `the answer is not HTTP (${code})` }
  const known = CAUSES[code] ?? (code.startsWith('ERR_SSL_') ? HANDSHAKE : { says: 'the connection failed' })
  return { ...known, says: `${known.says} (${code})` }
}

/** Whether the same exchange could succeed when it is tried again. */
export function mayPass(failure: ExchangeFailure): boolean {
  if (failure.reason === 'timed-out') return true
  return failure.reason === 'connection' && causeOf(failure.cause).permanent !== true
}

/**
 * A failed exchange as a coded error: instance.proxy, instance.too-large or instance.unreachable.
 * A write that may have been sent becomes a {@link WriteUnknown}.
 */
export function failureError(failure: ExchangeFailure, at: { origin: string; write: boolean; timeoutMs: number }): CodedError {
  const unknown = at.write && failure.sent
  const fail = (code: ErrorCode, says: string, hint?: string): CodedError => {
    const options = { cause: failure, ...(hint !== undefined && { hint }) }
    const message = `${at.origin}: ${says}`
    return unknown ? new WriteUnknown(code, message, options) : new CodedError(code, message, options)
  }
  if (failure.reason === 'too-large') return fail('instance.too-large', 'the answer is larger than allowed')
  if (failure.reason === 'timed-out') return fail('instance.unreachable', `no answer within ${at.timeoutMs / 1000} seconds`)
  const cause = causeOf(failure.cause)
  return fail(failure.cause instanceof TunnelFailure ? 'instance.proxy' : 'instance.unreachable', cause.says, cause.hint)
}
