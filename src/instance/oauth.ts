import { CodedError } from '../errors.ts'
import type { Transport } from '../http/transport.ts'
import { printable } from '../http/printable.ts'
import { SecretValue } from '../redact.ts'
import { isRecord, notDocumented, parseBody, requireNoPage, type Asked } from './answers.ts'
import type { Register, SignIn } from './sign-in.ts'

/** Only on the instance itself: the transport knows no other origin and follows no redirect. */
const TOKEN_PATH = '/oauth_token.do'
const MAX_ANSWER = 256 * 1024
/** A token is renewed this long before it expires: requests take time. */
const MARGIN_MS = 60_000
const TOKEN = /^[\x21-\x7e]{1,16384}$/

/** What a grant sends to the token endpoint, and what people are told when it is refused. */
export interface Grant {
  /** `client credentials`, for messages. */
  readonly name: string
  /** The form, made anew for every token: an assertion is used once. */
  readonly form: () => Readonly<Record<string, string>>
  /** Whether the same form may be sent again when the answer was lost. */
  readonly repeatable: boolean
  /** Why the token may be refused. */
  readonly refused: string
  /** Why a token may be given and then not be accepted. */
  readonly useless: string
}

interface Held {
  readonly headers: Readonly<Record<string, string>>
  readonly expiresAt: number
  accepted: boolean
}

/**
 * OAuth: a token from the endpoint of the instance, fetched with the first request and once more when it has expired, whether
 * its time is over or the instance says so of a token that was good until then.
 */
export function oauth(transport: Transport, grant: Grant, register: Register, now: () => number = Date.now): SignIn {
  let current: Promise<Held> | undefined
  let held: Held | undefined
  const fetchToken = async (): Promise<Held> => {
    const { token, lifeMs } = await requestToken(transport, grant)
    register(token)
    const margin = Math.min(MARGIN_MS, lifeMs / 2)
    held = { headers: { authorization: `Bearer ${token.text()}` }, expiresAt: now() + lifeMs - margin, accepted: false }
    return held
  }
  return {
    hint: grant.useless,
    async headers() {
      if (held !== undefined && now() >= held.expiresAt) [current, held] = [undefined, undefined]
      current ??= fetchToken()
      return (await current).headers
    },
    renew(refused) {
      // Another request may have renewed it already.
      if (held !== undefined && held.headers !== refused) return true
      if (held?.accepted !== true) return held === undefined
      ;[current, held] = [undefined, undefined]
      return true
    },
    accepted(headers) {
      if (held?.headers === headers) held.accepted = true
    },
  }
}

async function requestToken(transport: Transport, grant: Grant): Promise<{ token: SecretValue; lifeMs: number }> {
  const asked: Asked = { what: `token endpoint (${grant.name})`, write: false }
  const answer = await transport.request({
    method: 'POST',
    path: TOKEN_PATH,
    headers: {
      accept: 'application/json',
      'accept-encoding': 'identity',
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'servicenow-mtls',
    },
    body: Buffer.from(new URLSearchParams({ ...grant.form() }).toString(), 'utf8'),
    maxBytes: MAX_ANSWER,
    idempotent: grant.repeatable,
  })
  requireNoPage(answer, asked)
  const body = parseBody(answer)
  const parts = isRecord(body) ? body : {}
  if (answer.status < 200 || answer.status >= 300) {
    const told = [parts.error, parts.error_description].filter((text) => typeof text === 'string')
    const quoted = told.length === 0 ? '' : `: "${printable(told.join(': '), 120)}"`
    const message = `${asked.what}: no token is given (HTTP ${answer.status}${quoted})`
    throw new CodedError(answer.status >= 500 ? 'instance.server-error' : 'instance.unauthenticated', message, {
      hint: grant.refused,
    })
  }
  const { access_token: token, expires_in: seconds, token_type: type } = parts
  if (typeof token !== 'string' || !TOKEN.test(token)) throw notDocumented(asked, 'without an access token')
  if (type !== undefined && (typeof type !== 'string' || type.toLowerCase() !== 'bearer'))
    throw notDocumented(asked, 'a token of another type')
  const life = Number(seconds)
  return { token: new SecretValue(token, 'access token'), lifeMs: Number.isFinite(life) && life > 0 ? life * 1000 : 1_799_000 }
}
