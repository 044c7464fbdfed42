import type { GitHub } from './api.ts'
import { identify, type Author, type Identity } from './identity.ts'
import { PERMISSIONS } from './permissions.ts'
import { refusalOf, statusOf } from './refusal.ts'

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
  readonly url: string
  readonly user: Author | null
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
  const { api, owner, repo, makeOnce } = github
  const text = sticky.write(undefined)
  const made = await makeOnce(
    async () => foundOf((await api.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body: text })).data),
    async () => (await findComments(github, pullRequest, sticky)).find(({ id }) => id !== gone),
  )
  const isAuthorOf: Identity['isAuthorOf'] = (user) => user?.login === made.user?.login && user?.type === made.user?.type
  const all = await findComments(github, pullRequest, sticky, { isAuthorOf })
  const [first = made, ...others] = all.filter(({ id }) => id !== gone)
  const address = first.body === text ? first.url : await update(github, first, sticky)
  if (address === undefined) return made.url
  await remove(github, others)
  return address
}

const foundOf = (comment: { id: number; body?: string; html_url: string; user: Author | null }): Found => ({
  id: comment.id,
  body: comment.body ?? '',
  url: comment.html_url,
  user: comment.user,
})

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
  const candidates: Found[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data } = await api.rest.issues.listComments({ owner, repo, issue_number: pullRequest, per_page: PAGE, page })
    candidates.push(...data.map(foundOf).filter(({ body }) => rank(body) > 0))
    if (data.length < PAGE) break
  }
  if (candidates.length === 0) return []
  const { isAuthorOf } = self ?? (await identify(github))
  const own = candidates.filter(({ user }) => isAuthorOf(user)).sort((a, b) => a.id - b.id)
  const same = own.filter(({ body }) => rank(body) > 1)
  if (same.length > 0) return same
  return own.length === 1 ? own : []
}
