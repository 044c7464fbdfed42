import { mayPass, type ExchangeFailure } from './failure.ts'
import type { HttpAnswer } from './exchange.ts'

/** How often one request is tried, the first time included. */
export const TRIES = 3
/** A `Retry-After` up to this long is waited for. */
const LONGEST_WAIT_MS = 30_000
const FIRST_BACKOFF_MS = 400
const TRANSIENT = new Set([500, 502, 503, 504])

/** `Retry-After` in milliseconds from `now`: seconds or an HTTP date (RFC 9110, 10.2.3); undefined where there is none. */
export function retryAfterMs(headers: HttpAnswer['headers'], now: number): number | undefined {
  const text = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const date = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** Doubles with each try; between half and the whole of it, so that parallel requests do not come back together. */
const backoffMs = (attempt: number, random: () => number): number => FIRST_BACKOFF_MS * 2 ** (attempt - 1) * (0.5 + random() / 2)

/**
 * How long to wait before the same request is sent once more, or undefined when it is not.
 *
 * What is repeatable (reads) is tried again on lost connections, time-outs, 429 and transient server errors. A write only
 * where it certainly was not carried out: nothing of it was sent, or 429, which is answered before anything is done.
 */
export function waitBeforeRetry(
  outcome: HttpAnswer | ExchangeFailure,
  repeatable: boolean,
  attempt: number,
  clock: { now: () => number; random: () => number },
): number | undefined {
  const backoff = backoffMs(attempt, clock.random)
  if (outcome instanceof Error) return mayPass(outcome) && (repeatable || !outcome.sent) ? backoff : undefined
  if (outcome.status !== 429 && !(repeatable && TRANSIENT.has(outcome.status))) return undefined
  const asked = retryAfterMs(outcome.headers, clock.now())
  if (asked === undefined) return backoff
  return asked <= LONGEST_WAIT_MS ? asked + backoff / 4 : undefined
}
