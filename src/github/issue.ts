import { refusalOf, type GitHub } from './api.ts'
import { identify } from './identity.ts'
import { PERMISSIONS } from './permissions.ts'

const PAGE = 100
const MOST_PAGES = 20
const FEW_PAGES = 3
/** By it our issues are listed among the many of a repository; which of them is ours is told by header and author. */
export const LABEL = 'servicenow-mtls'

export interface KeptIssue {
  /** How well a body is the one that is kept: 0 for not at all, the highest wins. */
  readonly rank: (body: string) => number
  readonly title: string
  /** Whether somebody has to look; undefined where that is not known: then nothing is done. */
  readonly needed: boolean | undefined
  /** @param previous the body that is replaced */
  readonly write: (previous: string | undefined) => string
  /** A comment for the issue when it is closed. */
  readonly settled: string
}

/**
 * Keeps one issue: opened when it is needed, opened again rather than twice, brought up to date, closed when all is well.
 * @returns its address; undefined where there is none and none is needed
 * @throws github.forbidden, github.failed
 */
export async function keepIssue(github: GitHub, kept: KeptIssue): Promise<string | undefined> {
  if (kept.needed === undefined) return undefined
  const { api, owner, repo } = github
  try {
    const found = await findIssue(github, kept)
    if (kept.needed) {
      const body = kept.write(found?.body)
      if (found === undefined) {
        const { data } = await api.rest.issues.create({ owner, repo, title: kept.title, body, labels: [LABEL] })
        return data.html_url
      }
      const { data } = await api.rest.issues.update({
        owner,
        repo,
        issue_number: found.number,
        title: kept.title,
        body,
        state: 'open',
      })
      return data.html_url
    }
    if (found?.state !== 'open') return undefined
    const closed = { state: 'closed', state_reason: 'completed' } as const
    const { data } = await api.rest.issues.update({
      owner,
      repo,
      issue_number: found.number,
      body: kept.write(found.body),
      ...closed,
    })
    // Said when it is so: a comment on an issue that could not be closed would come again with each run.
    await api.rest.issues.createComment({ owner, repo, issue_number: found.number, body: kept.settled })
    return data.html_url
  } catch (error) {
    throw refusalOf(error, 'issue of the environment', PERMISSIONS.issue)
  }
}

interface Found {
  readonly number: number
  readonly state: string
  readonly body: string
}

async function findIssue(github: GitHub, { rank }: KeptIssue): Promise<Found | undefined> {
  const labelled = await ownIssues(github, rank, { labels: LABEL, state: 'all' }, MOST_PAGES)
  // A token may make issues and not label them: then it is among those that were touched last.
  const own = labelled.length > 0 ? labelled : await ownIssues(github, rank, { state: 'open', sort: 'updated' }, FEW_PAGES)
  return own.find(({ state }) => state === 'open') ?? own[0]
}

async function ownIssues(
  github: GitHub,
  rank: KeptIssue['rank'],
  query: { readonly labels?: string; readonly state: 'open' | 'all'; readonly sort?: 'updated' },
  mostPages: number,
): Promise<Found[]> {
  const { api, owner, repo } = github
  const candidates: { found: Found; user: { login: string; type: string } | null }[] = []
  for (let page = 1; page <= mostPages; page++) {
    const { data } = await api.rest.issues.listForRepo({ owner, repo, ...query, per_page: PAGE, page })
    for (const { number, state, body, user, pull_request } of data) {
      if (pull_request === undefined && rank(body ?? '') > 1)
        candidates.push({ found: { number, state, body: body ?? '' }, user })
    }
    if (data.length < PAGE) break
  }
  if (candidates.length === 0) return []
  const self = await identify(github)
  return candidates.filter(({ user }) => self.isAuthorOf(user)).map(({ found }) => found)
}
