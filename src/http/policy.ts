import { mayPass, type ExchangeFailure } from './failure.ts'
import type { HttpAnswer } from './exchange.ts'

/** How often one request is tried, the first time included; refusals that name a time to come back are not counted. */
const TRIES = 3
const FIRST_BACKOFF_MS = 400
const LONGEST_BACKOFF_MS = 10_000
const TRANSIENT = new Set([500, 502, 503, 504])
/** Statuses whose `Retry-After` speaks of everything that is sent, not of one request (RFC 6585, 4; RFC 9110, 15.6.4). */
const HOLDING = new Set([429, 503])

/** An answer, as far as it decides what is done next, or why there was none. */
export type Outcome = Pick<HttpAnswer, 'status' | 'headers'> | ExchangeFailure

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** From 0 to 1. */
  readonly random: () => number
}

/** `Retry-After` in milliseconds from `now`: seconds or an HTTP date (RFC 9110, 10.2.3); undefined where there is none. */
export function retryAfterMs(headers: HttpAnswer['headers'], now: number): number | undefined {
  const text = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const date = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** Doubles with each try; between half and the whole of it, so that parallel requests do not come back together. */
const backoffMs = (attempt: number, random: () => number): number =>
  Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1)) * (0.5 + random() / 2)

/** How long an answer asks to be left alone, in milliseconds; undefined where it does not. */
function askedMs(outcome: Outcome, now: number): number | undefined {
  if (outcome instanceof Error || !HOLDING.has(outcome.status)) return undefined
  const asked = retryAfterMs(outcome.headers, now) ?? 0
  return asked > 0 ? asked : undefined
}

/** Whether the answer says when to come back: such a refusal is heeded as often as it comes, until the deadline. */
export const namesTime = (outcome: Outcome, { now }: Clock): boolean => askedMs(outcome, now()) !== undefined

/**
 * How long nothing at all may be sent to the origin after this answer; 0 where it asks for no such thing. A little is added, so
 * that no clock or timer that runs fast brings a request too early.
 */
export function holdMs(outcome: Outcome, { now, random }: Clock): number {
  const asked = askedMs(outcome, now())
  return asked === undefined ? 0 : asked + 50 + 50 * random()
}

/** What is known of a request before it is sent once more. */
export interface Tried {
  /** A read, or what can be repeated like one. */
  readonly repeatable: boolean
  /** How often it was sent, without the refusals that named a time to come back. */
  readonly attempt: number
}

/**
 * How long to wait before the same request is sent once more, beside what {@link holdMs} asks of all; undefined when it is not.
 *
 * What is repeatable (reads) is tried again on lost connections, time-outs, 429 and transient server errors; never on what
 * would be answered the same again (401, 403 and others). A write only where it certainly was not carried out: nothing of it
 * was sent, or 429, which is answered before anything is done.
 */
export function waitBeforeRetry(outcome: Outcome, { repeatable, attempt }: Tried, clock: Clock): number | undefined {
  const again =
    outcome instanceof Error
      ? mayPass(outcome) && (repeatable || !outcome.sent)
      : outcome.status === 429 || (repeatable && TRANSIENT.has(outcome.status))
  if (!again) return undefined
  if (namesTime(outcome, clock)) return 0
  return attempt < TRIES ? backoffMs(attempt, clock.random) : undefined
}
