import * as z from 'zod/mini'
import { CodedError } from '../errors.ts'
import { oneLine } from '../report/escape.ts'
import { PERMISSIONS } from './permissions.ts'

/** What GitHub's refusals mean. */

/** The status of an answer, or undefined where there was none: the client says 500 of a connection that was lost, too. */
export function statusOf(error: unknown): number | undefined {
  const told = z.safeParse(answered, error)
  return told.success ? told.data.status : undefined
}

const answered = z.object({ status: z.number(), response: z.looseObject({}) })

/** What lies at the bottom of a failure without an answer: of some the client says only that they were cancelled. */
export function rootOf(error: unknown): Error {
  const cause = error instanceof Error ? error.cause : undefined
  const root = cause === undefined ? undefined : rootOf(cause)
  if (root !== undefined && root.message !== '') return root
  return error instanceof Error ? error : new Error(typeof error === 'string' ? error : '')
}

/** What is asked for where a limit does not say when to come back, as GitHub's documentation has it. */
const LIMITED_S = 60

/**
 * In how many seconds GitHub may be asked again, where it refuses only because too much was asked in too short a time; undefined
 * for every other refusal.
 * @param now milliseconds since 1970
 */
export function rateLimitOf(error: unknown, now: number): number | undefined {
  const status = statusOf(error)
  const told = z.safeParse(refusal, error)
  if ((status !== 403 && status !== 429) || !told.success) return undefined
  const { 'retry-after': after, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset } = told.data.response.headers
  const usedUp = Number(remaining ?? 1) === 0
  if (status === 403 && after === undefined && !usedUp && !/rate limit/i.test(told.data.message)) return undefined
  const seconds = Number(after ?? (usedUp && reset !== undefined ? Number(reset) - now / 1000 : LIMITED_S))
  return Number.isNaN(seconds) ? LIMITED_S : Math.max(1, Math.ceil(seconds))
}

const isRateLimit = (error: unknown): boolean => rateLimitOf(error, 0) !== undefined

const number = z.optional(z.union([z.string(), z.number()]))
const headers = z.object({ 'retry-after': number, 'x-ratelimit-remaining': number, 'x-ratelimit-reset': number })
const refusal = z.object({ message: z.string(), response: z.object({ headers }) })

const DENIED_TYPES = ['FORBIDDEN', 'INSUFFICIENT_SCOPES']
const graphqlErrors = z.object({ errors: z.array(z.object({ type: z.optional(z.string()) })).check(z.minLength(1)) })

/** Whether this token is not allowed to ask that at all, by REST or GraphQL, which answers 200 and errors of a type. */
export function isDenied(error: unknown): boolean {
  const status = statusOf(error)
  if (status !== undefined) return (status === 401 || status === 403) && !isRateLimit(error)
  const told = z.safeParse(graphqlErrors, error)
  return told.success && told.data.errors.every(({ type = '' }) => DENIED_TYPES.includes(type))
}

/** The input that keeps a run from needing a permission. */
const QUIET: Readonly<Record<string, string>> = {
  [PERMISSIONS.comment]: 'comment: never',
  [PERMISSIONS.issue]: 'issue: never',
  [PERMISSIONS.deployment]: 'deployment: never',
}

/**
 * What GitHub's refusal means.
 * @param doing what was tried, as `comment on pull request 7`
 * @param permission what the job needs for it, as `pull-requests: write`
 */
export function refusalOf(error: unknown, doing: string, permission: string): CodedError {
  const status = statusOf(error)
  const told = status === undefined ? rootOf(error) : error
  const said = oneLine(told instanceof Error ? told.message : String(told), 300)
  if (isRateLimit(error)) {
    return new CodedError('github.failed', `${doing}: GitHub was asked too much in a short time: ${said} (${status ?? ''})`, {
      hint: 'run again later; what was done on the instance is not touched by it',
      cause: error,
    })
  }
  if (status === 403 && /\blocked\b/i.test(said)) {
    return new CodedError('github.failed', `${doing}: ${said} (${status})`, {
      hint: `unlock the conversation, or set \`${QUIET[permission] ?? ''}\``,
      cause: error,
    })
  }
  if (status === 403 || status === 404) {
    return new CodedError(
      'github.forbidden',
      `${doing}: the token may not: it needs ${permission}; GitHub: ${said} (${status})`,
      {
        hint: `add \`permissions: { ${permission} }\` to the job; on pull requests of forks and Dependabot GitHub gives a token that only reads, and \`${QUIET[permission] ?? ''}\` keeps it quiet`,
        cause: error,
      },
    )
  }
  if (status === 401) {
    return new CodedError('github.forbidden', `${doing}: GitHub does not know the token (401)`, {
      hint: 'check the input `github-token`; without it the token of the job is used',
      cause: error,
    })
  }
  if (status === undefined) {
    return new CodedError('github.failed', `${doing}: ${said}`, {
      hint: 'check the network of the runner: HTTPS_PROXY and NO_PROXY, and NODE_EXTRA_CA_CERTS where GitHub is behind a private CA',
      cause: error,
    })
  }
  return new CodedError('github.failed', `${doing}: ${said} (${status})`, { cause: error })
}
