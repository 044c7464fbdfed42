import { refusalOf, statusOf, type GitHub } from './api.ts'
import { identify, type Author, type Identity } from './identity.ts'
import { PERMISSIONS } from './permissions.ts'

const PAGE = 100
/** Pages of comments that are looked through; GitHub itself shows no more of a pull request. */
const MOST_PAGES = 50

export interface Sticky {
  /** How well a body is the one that is kept: 2 where it is, 1 where it may be, 0 for not at all. */
  readonly rank: (body: string) => number
  /** @param previous the body that is replaced, or undefined for a new comment */
  readonly write: (previous: string | undefined) => string
}

interface Found {
  readonly id: number
  readonly body: string
}

/**
 * Keeps one comment on a pull request: that of the token's own author with our header is updated, else one is made. Runs at the
 * same time may each make one: the first stays, with what the last has to say.
 * @returns its address
 * @throws github.forbidden, github.failed
 */
export async function keepComment(github: GitHub, pullRequest: number, sticky: Sticky): Promise<string> {
  try {
    const [first, ...others] = await findComments(github, pullRequest, sticky)
    if (first === undefined) return await create(github, pullRequest, sticky)
    const address = await update(github, first, sticky)
    if (address === undefined) return await create(github, pullRequest, sticky, first.id)
    await remove(github, others)
    return address
  } catch (error) {
    throw refusalOf(error, `comment on pull request ${pullRequest}`, PERMISSIONS.comment)
  }
}

/** @param gone a comment that was deleted and may still be listed */
async function create(github: GitHub, pullRequest: number, sticky: Sticky, gone?: number): Promise<string> {
  const { api, owner, repo } = github
  const { data: made } = await api.rest.issues.createComment({
    owner,
    repo,
    issue_number: pullRequest,
    body: sticky.write(undefined),
  })
  const isAuthorOf: Identity['isAuthorOf'] = (user) => user?.login === made.user?.login && user?.type === made.user?.type
  const all = await findComments(github, pullRequest, sticky, { isAuthorOf })
  const [first, ...others] = all.filter(({ id }) => id !== gone)
  if (first === undefined) return made.html_url
  const address = first.id === made.id ? made.html_url : await update(github, first, sticky)
  if (address === undefined) return made.html_url
  await remove(github, others)
  return address
}

/** @returns its address, or undefined where it was deleted since it was read */
async function update({ api, owner, repo }: GitHub, found: Found, { write }: Sticky): Promise<string | undefined> {
  try {
    const { data } = await api.rest.issues.updateComment({ owner, repo, comment_id: found.id, body: write(found.body) })
    return data.html_url
  } catch (error) {
    if (statusOf(error) === 404) return undefined
    throw error
  }
}

async function remove({ api, owner, repo }: GitHub, comments: readonly Found[]): Promise<void> {
  for (const { id } of comments) {
    await api.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch((error: unknown) => {
      // Another run was faster.
      if (statusOf(error) !== 404) throw error
    })
  }
}

/**
 * Our comments with the same header, the first that was made before the others; where there is none, the only one of the spec where
 * it or this run could not tell its environment.
 */
async function findComments(github: GitHub, pullRequest: number, { rank }: Sticky, self?: Identity): Promise<readonly Found[]> {
  const { api, owner, repo } = github
  const candidates: { found: Found; rank: number; user: Author | null }[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data } = await api.rest.issues.listComments({ owner, repo, issue_number: pullRequest, per_page: PAGE, page })
    for (const { id, body = '', user } of data) {
      if (rank(body) > 0) candidates.push({ found: { id, body }, rank: rank(body), user })
    }
    if (data.length < PAGE) break
  }
  if (candidates.length === 0) return []
  const { isAuthorOf } = self ?? (await identify(github))
  const own = candidates.filter(({ user }) => isAuthorOf(user)).sort((a, b) => a.found.id - b.found.id)
  const same = own.filter((one) => one.rank > 1)
  return (same.length > 0 ? same : own.length === 1 ? own : []).map(({ found }) => found)
}
