import { setTimeout as delay } from 'node:timers/promises'
import type { Dispatcher } from 'undici'
import { CodedError } from '../errors.ts'
import { prepareConnections, type ConnectionOptions } from './connection.ts'
import { exchange, type HttpAnswer, type HttpRequest } from './exchange.ts'
import { ExchangeFailure, failureError, WriteUnknown } from './failure.ts'
import { createLimiter } from '../limiter.ts'
import { holdMs, namesTime, retryAfterMs, waitBeforeRetry, type Clock } from './policy.ts'
import { printable } from './printable.ts'

export interface TransportRequest extends HttpRequest {
  /** A read, or what can be repeated like one: tried again, and ended at once by the deadline. */
  readonly idempotent: boolean
  /**
   * A read that belongs to a write: it is made after the deadline, too, since that write may be the last one. It has the time-out
   * of a write, and is tried once then.
   */
  readonly finishing?: boolean
}

export interface Transport {
  /** Scheme, host and port, as in `https://acme.service-now.com`. */
  readonly origin: string
  /**
   * One request by the policy of this folder. Answers of any status are returned but redirects (never followed: credentials
   * would go elsewhere) and a rate limit that lasts longer than the run may.
   * @throws instance.unreachable, instance.proxy, instance.redirect, instance.rate-limited, instance.too-large, timeout;
   *   for a write that may have taken effect, a WriteUnknown
   */
  request(request: TransportRequest): Promise<HttpAnswer>
  /** Ends reads at once, waits for writes in flight, then closes the connections. */
  close(): Promise<void>
}

export interface TransportOptions extends ConnectionOptions {
  /**
   * When it fires, reads stop at once and nothing new is sent; writes in flight have `graceMs` more. Its reason is thrown when it
   * is a CodedError.
   */
  readonly deadline: AbortSignal
  /** When the deadline will fire at the latest, in milliseconds since 1970: no wait that would end after it is begun. */
  readonly endsAt?: number
  /** For one try of one request, from connecting to the last byte; 30 seconds unless told. */
  readonly requestTimeoutMs?: number
  /** 8 seconds unless told. */
  readonly graceMs?: number
  readonly sleep?: (ms: number, stop: AbortSignal) => Promise<void>
  readonly random?: () => number
  readonly now?: () => number
}

/**
 * How long writes in flight, and the looks at what became of them, have from the deadline on: a cancelled job is killed ten
 * seconds after it was told to end (docs.github.com, "Canceling a workflow run").
 */
const GRACE_MS = 8_000

/** Ends early when it is told to stop; the caller looks. */
async function sleepUnlessStopped(ms: number, stop: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal: stop }).catch(() => undefined)
}

/** Nothing may be sent before `until`, or for a time that nobody told. */
interface Hold {
  readonly until: number | undefined
  readonly status: number
}

/** An instance that will not be asked again in this run, with the time from which it may be. */
function heldBack(origin: string, { until, status }: Hold): CodedError {
  const when = until === undefined ? '' : ` until ${new Date(until).toISOString().replace(/\.\d+/, '')}`
  return status === 429
    ? new CodedError('instance.rate-limited', `${origin}: the rate of requests is limited${when}`)
    : new CodedError('instance.server-error', `${origin}: no requests are taken${when} (HTTP ${status})`)
}

/** Where a redirect leads, without its query: that may carry tokens. */
function redirected(origin: string, answer: HttpAnswer): CodedError {
  const location = answer.headers.location ?? ''
  const target = URL.canParse(location, origin) ? new URL(location, origin) : undefined
  const where = target ? printable(`${target.protocol}//${target.host}${target.pathname}`) : 'an address that is none'
  return new CodedError('instance.redirect', `${origin}: redirects (HTTP ${answer.status}) to ${where}`)
}

/**
 * The connections to one origin with one policy for all requests: how many at a time, tries, waits, deadline, bounds.
 * @throws instance.insecure, instance.proxy, input.invalid when the environment or the options cannot be used
 */
export function createTransport(options: TransportOptions): Transport {
  const { origin, deadline, endsAt = Infinity, requestTimeoutMs = 30_000, sleep = sleepUnlessStopped } = options
  const { graceMs = GRACE_MS } = options
  const clock: Clock = { now: options.now ?? Date.now, random: options.random ?? Math.random }
  const connect = prepareConnections(options)
  const closing = new AbortController()
  const stop = AbortSignal.any([deadline, closing.signal])
  const grace = new AbortController()
  deadline.addEventListener('abort', () => setTimeout(() => grace.abort(), graceMs).unref(), { once: true })
  const limited = createLimiter(options.maxParallel)
  const running = new Set<Promise<unknown>>()
  let connections: Promise<Dispatcher> | undefined
  /** The instance has said when to come back: nothing at all is sent before. */
  let hold = { until: 0, status: 429 }

  function stopped(): CodedError {
    if (deadline.reason instanceof CodedError) return deadline.reason
    if (deadline.aborted) return new CodedError('timeout', 'the run was ended by its deadline')
    return new CodedError('internal', 'a request was made after the connections were closed')
  }

  async function once(request: TransportRequest): Promise<HttpAnswer | ExchangeFailure> {
    connections ??= connect()
    const ends = request.idempotent && request.finishing !== true
    return exchange(await connections, origin, request, { timeoutMs: requestTimeoutMs, stop: ends ? stop : grace.signal })
  }

  function conclude(request: TransportRequest, outcome: HttpAnswer | ExchangeFailure): HttpAnswer {
    if (outcome instanceof ExchangeFailure) {
      if (outcome.reason === 'stopped') {
        if (request.idempotent || !outcome.sent) throw stopped()
        throw new WriteUnknown('timeout', `${stopped().message}, and ${origin} had not answered ${graceMs / 1000} seconds later`)
      }
      throw failureError(outcome, { origin, write: !request.idempotent, timeoutMs: requestTimeoutMs })
    }
    if (outcome.status === 429) throw heldBack(origin, { until: untilAsked(outcome), status: outcome.status })
    if (outcome.status >= 300 && outcome.status < 400) throw redirected(origin, outcome)
    return outcome
  }

  function untilAsked(answer: HttpAnswer): number | undefined {
    const wait = retryAfterMs(answer.headers, clock.now())
    return wait === undefined ? undefined : clock.now() + wait
  }

  function heed(outcome: HttpAnswer | ExchangeFailure): void {
    const wait = holdMs(outcome, clock)
    if (outcome instanceof ExchangeFailure || wait === 0) return
    const until = clock.now() + wait
    if (until > hold.until) hold = { until, status: outcome.status }
  }

  /** Waits until requests may be sent again; where the run would end before, it fails at once instead. */
  async function heldOff(): Promise<void> {
    for (let waitedFor = 0; hold.until > clock.now() && hold.until !== waitedFor;) {
      if (hold.until >= endsAt) throw heldBack(origin, hold)
      waitedFor = hold.until
      await sleep(waitedFor - clock.now(), stop)
      if (stop.aborted) throw stopped()
    }
  }

  async function byPolicy(request: TransportRequest): Promise<HttpAnswer> {
    if (grace.signal.aborted) throw stopped()
    if (request.finishing === true && deadline.aborted) return conclude(request, await once(request))
    for (let attempt = 1; ;) {
      if (stop.aborted) throw stopped()
      await heldOff()
      const outcome = await once(request)
      heed(outcome)
      const wait = waitBeforeRetry(outcome, { repeatable: request.idempotent, attempt }, clock)
      const resumes = Math.max(hold.until, clock.now() + (wait ?? 0))
      if (wait === undefined || resumes >= endsAt) return conclude(request, outcome)
      if (!namesTime(outcome, clock)) attempt += 1
      if (wait > 0) await sleep(wait, stop)
    }
  }

  return {
    origin,
    async request(request) {
      const work = limited(() => byPolicy(request))
      running.add(work)
      try {
        return await work
      } finally {
        running.delete(work)
      }
    },
    async close() {
      closing.abort()
      await Promise.allSettled(running)
      await (await connections)?.destroy()
    },
  }
}
