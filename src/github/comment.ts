import { refusalOf, statusOf, type GitHub } from './api.ts'
import { identify } from './identity.ts'
import { PERMISSIONS } from './permissions.ts'

const PAGE = 100
/** Pages of comments that are looked through; GitHub itself shows no more of a pull request. */
const MOST_PAGES = 50

export interface Sticky {
  /** How well a body is the one that is kept: 0 for not at all, the highest wins. */
  readonly rank: (body: string) => number
  /** @param previous the body that is replaced, or undefined for a new comment */
  readonly write: (previous: string | undefined) => string
}

interface Found {
  readonly id: number
  readonly body: string
}

/**
 * Keeps one comment on a pull request: that of the token's own author with our header is updated, else one is made.
 * @returns its address
 * @throws github.forbidden, github.failed
 */
export async function keepComment(github: GitHub, pullRequest: number, sticky: Sticky): Promise<string> {
  const { api, owner, repo } = github
  const create = async (): Promise<string> => {
    const { data } = await api.rest.issues.createComment({
      owner,
      repo,
      issue_number: pullRequest,
      body: sticky.write(undefined),
    })
    return data.html_url
  }
  try {
    const found = await findComment(github, pullRequest, sticky)
    if (found === undefined) return await create()
    try {
      const { data } = await api.rest.issues.updateComment({ owner, repo, comment_id: found.id, body: sticky.write(found.body) })
      return data.html_url
    } catch (error) {
      // Deleted since it was read.
      if (statusOf(error) === 404) return await create()
      throw error
    }
  } catch (error) {
    throw refusalOf(error, `comment on pull request ${pullRequest}`, PERMISSIONS.comment)
  }
}

async function findComment(github: GitHub, pullRequest: number, { rank }: Sticky): Promise<Found | undefined> {
  const { api, owner, repo } = github
  const candidates: { found: Found; rank: number; user: { login: string; type: string } | null }[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data } = await api.rest.issues.listComments({ owner, repo, issue_number: pullRequest, per_page: PAGE, page })
    for (const { id, body = '', user } of data) {
      if (rank(body) > 0) candidates.push({ found: { id, body }, rank: rank(body), user })
    }
    if (data.length < PAGE) break
  }
  if (candidates.length === 0) return undefined
  const self = await identify(github)
  const own = candidates.filter(({ user }) => self.isAuthorOf(user)).sort((a, b) => b.rank - a.rank)
  return own[0]?.found
}
