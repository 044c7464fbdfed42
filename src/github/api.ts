import { getOctokit } from '@actions/github'
import { CodedError } from '../errors.ts'
import { oneLine } from '../report/escape.ts'
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

/**
 * What GitHub's refusal means.
 * @param doing what was tried, as `comment on pull request 7`
 * @param permission what the job needs for it, as `pull-requests: write`
 */
export function refusalOf(error: unknown, doing: string, permission: string): CodedError {
  const status = statusOf(error)
  const said = oneLine(error instanceof Error ? error.message : String(error), 300)
  if (status === 403 || status === 404) {
    return new CodedError('github.forbidden', `${doing}: the token may not (${status}): it needs ${permission}`, {
      hint: `add \`permissions: { ${permission} }\` to the job; on pull requests of forks and Dependabot GitHub gives a token that only reads, and \`comment: never\` keeps it quiet`,
      cause: error,
    })
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
