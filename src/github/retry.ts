import { setTimeout as delay } from 'node:timers/promises'
import type { getOctokit } from '@actions/github'
import { codeOf, ExchangeFailure, TunnelFailure } from '../http/failure.ts'
import { holdMs, namesTime, waitBeforeRetry, type Clock, type Outcome } from '../http/policy.ts'
import { rateLimitOf, rootOf, statusOf } from './refusal.ts'

/** Requests to GitHub by the same policy as those to an instance: what is tried again, after how long, and what never is. */

/** How long one request may take: a GitHub that does not answer must not keep a job waiting. */
const REQUEST_TIMEOUT_MS = 20_000
/** How long a run stays with GitHub altogether: longer than the minute that its limits on many requests ask for. */
const PATIENCE_MS = 90_000
/** Nor shorter, whatever is left of the run's time: what a command did that used it up is shown all the same. */
const SHORTEST_MS = 5_000
/** Before a write is looked for that nobody knows of: the server may still be at it. */
const SETTLES_MS = 1000
/** By these the connection was never made. */
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

type Api = ReturnType<typeof getOctokit>

export interface Patience {
  /** When the time of the whole run is over, in milliseconds since 1970: nothing is waited for any longer, but for some seconds. */
  readonly endsAt: number
  /** Ends a request that takes longer. */
  readonly within?: (ms: number) => AbortSignal
  readonly now?: () => number
  readonly random?: () => number
  readonly sleep?: (ms: number) => Promise<unknown>
}

/**
 * Makes what would be there twice if the request were repeated. Where nobody knows whether it was carried out, it is looked for
 * first, and made once more where it is not there.
 */
export type MakeOnce = <T>(make: () => Promise<T>, find: () => Promise<T | undefined>) => Promise<T>

/** Lets every request of the client be made by the policy. */
export function retrying(api: Api, patience: Patience): MakeOnce {
  const { now = Date.now, random = Math.random, sleep = delay, within = (ms: number) => AbortSignal.timeout(ms) } = patience
  const clock: Clock = { now, random }
  const endsAt = Math.max(now() + SHORTEST_MS, Math.min(patience.endsAt, now() + PATIENCE_MS))
  api.hook.wrap('request', async (request, options) => {
    for (let attempt = 1; ;) {
      const left = endsAt - now()
      if (left <= 0) throw new Error('was not asked any more: the time of the run is over')
      try {
        options.request.signal = within(Math.min(REQUEST_TIMEOUT_MS, left))
        const answer = await request(options)
        // The client gives what it cannot parse as text: an empty list would be told from a page of a proxy by nobody.
        if (typeof answer.data === 'string' && answer.status !== 204) throw new Error('the answer is not JSON, or was cut off')
        return answer
      } catch (error) {
        const outcome = outcomeOf(error, now())
        const wait = waitBeforeRetry(outcome, { repeatable: isRepeatable(options), attempt }, clock)
        const pause = Math.max(wait ?? 0, holdMs(outcome, clock))
        if (wait === undefined || now() + pause >= endsAt) throw error
        if (!namesTime(outcome, clock)) attempt += 1
        await sleep(pause)
      }
    }
  })
  return async (make, find) => {
    try {
      return await make()
    } catch (error) {
      if (!mayHaveActed(error) || now() + SETTLES_MS >= endsAt) throw error
      await sleep(SETTLES_MS)
      return (await find()) ?? (await make())
    }
  }
}

/** Reads, GraphQL's too; and writes after which the same is there, however often they were made. */
const isRepeatable = ({ method, url, request }: { method: string; url: string; request: object }): boolean =>
  method !== 'POST' || url.endsWith('/graphql') || ('repeatable' in request && request.repeatable === true)

/** An answer or a failure, as the policy knows them. */
function outcomeOf(error: unknown, now: number): Outcome {
  const status = statusOf(error)
  if (status === undefined) {
    const root = rootOf(error)
    if (root.name === 'TimeoutError') return new ExchangeFailure('timed-out', true, root)
    const refusal = proxyStatus(root)
    const cause = refusal === undefined ? root : new TunnelFailure(root.message, refusal < 500, root)
    return new ExchangeFailure('connection', wasSent(error), cause)
  }
  const seconds = rateLimitOf(error, now)
  return seconds === undefined ? { status, headers: {} } : { status: 429, headers: { 'retry-after': String(seconds) } }
}

function mayHaveActed(error: unknown): boolean {
  const status = statusOf(error)
  return status === undefined ? wasSent(error) : status >= 500
}

const wasSent = (error: unknown): boolean => !UNSENT.includes(codeOf(error) ?? '') && proxyStatus(rootOf(error)) === undefined

/** With what a proxy refused to connect. */
function proxyStatus({ message }: Error): number | undefined {
  const status = /^Proxy response \((\d{3})\)/.exec(message)?.[1]
  return status === undefined ? undefined : Number(status)
}
