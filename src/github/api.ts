import { getOctokit } from '@actions/github'
import * as z from 'zod/mini'
import { CodedError } from '../errors.ts'
import { oneLine } from '../report/escape.ts'
import { PERMISSIONS } from './permissions.ts'
import type { RunFacts } from './run.ts'

/** The REST API of GitHub or of an Enterprise Server, through the proxy that the environment names. */
export interface GitHub {
  readonly api: ReturnType<typeof getOctokit>
  readonly owner: string
  readonly repo: string
}

/** A GitHub that does not answer must not keep a job waiting. */
const REQUEST_TIMEOUT_MS = 20_000

export function connectGitHub(token: string, { apiUrl, repository }: RunFacts): GitHub {
  const silent = (): undefined => undefined
  // The toolkit's client would tell the console of deprecations and errors; what matters is told as a warning of our own.
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  const api = getOctokit(token, { baseUrl: apiUrl, log })
  api.hook.before('request', (options) => {
    options.request.signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS)
  })
  const [owner = '', repo = ''] = repository.split('/')
  return { api, owner, repo }
}

/** The status of an answer, or undefined where there was none. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error) || !('response' in error)) return undefined
  return typeof error.status === 'number' ? error.status : undefined
}

/** A refusal that says only that too much was asked in too short a time. */
function isRateLimit(error: unknown): boolean {
  const status = statusOf(error)
  if (status !== 403) return status === 429
  const told = z.safeParse(refusal, error)
  if (!told.success) return false
  const { 'retry-after': after, 'x-ratelimit-remaining': remaining } = told.data.response.headers
  return after !== undefined || String(remaining) === '0' || /rate limit/i.test(told.data.message)
}

const number = z.optional(z.union([z.string(), z.number()]))
const refusal = z.object({
  message: z.string(),
  response: z.object({ headers: z.object({ 'retry-after': number, 'x-ratelimit-remaining': number }) }),
})

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
  const said = oneLine(error instanceof Error ? error.message : String(error), 300)
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
