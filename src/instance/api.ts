import type { HttpRequest } from '../http/exchange.ts'
import type { Transport } from '../http/transport.ts'
import type { SysId } from '../plan/ports.ts'
import { notDocumented, type Asked, type SignedAnswer } from './answers.ts'
import { SYS_ID } from './schema.ts'
import type { SignIn } from './sign-in.ts'

/** A page of rows with all their columns, or the answer to a write, is never larger. */
const MAX_JSON_BYTES = 32 * 1024 * 1024

export interface Body {
  readonly type: string
  readonly content: Buffer
}

/** The transport with what every request to an instance carries: signed in, JSON wanted, nothing compressed. */
export interface Api {
  readonly origin: string
  read(path: string, options?: { accept?: string; maxBytes?: number }): Promise<SignedAnswer>
  write(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: Body): Promise<SignedAnswer>
}

/** @param finishing for the reads that belong to a write: they are made after the deadline, too */
export function createApi(transport: Transport, signIn: SignIn, finishing = false): Api {
  async function send(
    request: Pick<HttpRequest, 'method' | 'path' | 'maxBytes'>,
    accept: string,
    body?: Body,
    mayRenew = true,
  ): Promise<SignedAnswer> {
    const credentials = await signIn.headers()
    const headers = {
      ...credentials,
      accept,
      'accept-encoding': 'identity',
      'user-agent': 'servicenow-mtls',
      ...(body && { 'content-type': body.type }),
    }
    const idempotent = request.method === 'GET'
    const content = body && { body: body.content }
    const answer = await transport.request({ ...request, headers, idempotent, finishing, ...content })
    if (answer.status !== 401) {
      signIn.accepted?.(credentials)
      return answer
    }
    // Nothing was done for who is not signed in: a write can be sent again too.
    if (mayRenew && signIn.renew?.(credentials) === true) return send(request, accept, body, false)
    return { ...answer, signInHint: signIn.hint }
  }
  return {
    origin: transport.origin,
    read: (path, { accept = 'application/json', maxBytes = MAX_JSON_BYTES } = {}) =>
      send({ method: 'GET', path, maxBytes }, accept),
    write: (method, path, body) => send({ method, path, maxBytes: MAX_JSON_BYTES }, 'application/json', body),
  }
}

export const jsonBody = (value: unknown): Body => ({
  type: 'application/json',
  content: Buffer.from(JSON.stringify(value), 'utf8'),
})

/** A row as it came: columns by the instance's names, whatever they hold. */
export type RawRow = Readonly<Record<string, unknown>>

export const isSysId = (value: unknown): value is SysId => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)

/** The sys_id of a row. @throws instance.not-json where it is none: it becomes part of paths */
export function sysIdOf(row: RawRow, asked: Asked): SysId {
  const value = row[SYS_ID]
  if (isSysId(value)) return value
  throw notDocumented(asked, 'JSON with a row that has no valid sys_id')
}
