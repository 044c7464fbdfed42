import { getOctokit } from '@actions/github'
import { retrying, type MakeOnce, type Patience } from './retry.ts'
import type { RunFacts } from './run.ts'

/** The REST API of GitHub or of an Enterprise Server, through the proxy that the environment names. */
export interface GitHub {
  readonly api: ReturnType<typeof getOctokit>
  readonly owner: string
  readonly repo: string
  readonly makeOnce: MakeOnce
}

export function connectGitHub(token: string, { apiUrl, repository }: RunFacts, patience: Patience): GitHub {
  const silent = (): undefined => undefined
  // The toolkit's client would tell the console of deprecations and errors; what matters is told as a warning of our own.
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  const api = getOctokit(token, { baseUrl: apiUrl, log })
  const [owner = '', repo = ''] = repository.split('/')
  return { api, owner, repo, makeOnce: retrying(api, patience) }
}
