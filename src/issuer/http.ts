import * as z from 'zod/mini'
import { CodedError, type ErrorCode } from '../errors.ts'
import type { Transport } from '../http/transport.ts'
import { printable } from '../http/printable.ts'
import type { Certificate } from '../x509/certificate.ts'
import { readCertificates } from '../x509/pem.ts'

const MAX_ANSWER = 1024 * 1024

/** A service that issues certificates, as its URL names it. */
export interface Service {
  readonly transport: Transport
  /** Of the URL, without a slash at its end. */
  readonly basePath: string
}

export interface ServiceAnswer {
  readonly status: number
  /** Undefined where the body is not JSON. */
  readonly json: unknown
}

/**
 * Asks a service in JSON. Issuing is never repeated blindly: a second certificate is one too many.
 * @throws issuer.unreachable, with the cause; timeout
 */
export async function ask(
  { transport, basePath }: Service,
  path: string,
  body: unknown,
  more: { readonly headers?: Readonly<Record<string, string>>; readonly repeatable?: boolean } = {},
): Promise<ServiceAnswer> {
  const headers = { accept: 'application/json', 'content-type': 'application/json', ...more.headers }
  try {
    const answer = await transport.request({
      method: 'POST',
      path: `${basePath}${path}`,
      headers,
      body: Buffer.from(JSON.stringify(body), 'utf8'),
      maxBytes: MAX_ANSWER,
      idempotent: more.repeatable === true,
    })
    return { status: answer.status, json: jsonOf(answer.body) }
  } catch (error) {
    if (!(error instanceof CodedError) || error.code === 'timeout') throw error
    const hint = error.hint
    throw new CodedError('issuer.unreachable', `the issuer cannot be asked: ${error.message}`, { hint, cause: error })
  }
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** What the service says, by the shape of its documentation. @throws issuer.answer */
export function parsed<S extends z.core.$ZodType>(schema: S, { status, json }: ServiceAnswer, from: string): z.infer<S> {
  const result = z.safeParse(schema, json)
  if (result.success) return result.data
  throw new CodedError('issuer.answer', `${from} answered with HTTP ${status} and not as its API documents`)
}

/** The certificates of PEM texts. @throws issuer.answer */
export function certificatesOf(texts: readonly string[], from: string): Certificate[] {
  try {
    return texts.flatMap((text) => readCertificates(Buffer.from(text, 'utf8')))
  } catch (error) {
    const why = error instanceof CodedError ? error.message : 'unknown fault'
    throw new CodedError('issuer.answer', `${from} answered with what is no certificate: ${why}`, { cause: error })
  }
}

/** A refusal, with the reasons that the service gives. */
export function refused(
  from: string,
  { status }: ServiceAnswer,
  reasons: readonly string[],
  code: ErrorCode = 'issuer.refused',
): CodedError {
  const why = reasons.map((reason) => printable(reason, 200)).join('; ')
  return new CodedError(code, `${from} refused with HTTP ${status}${why === '' ? '' : `: ${why}`}`)
}
