import type { GitHub } from './api.ts'
import { identify, type Author, type Identity } from './identity.ts'
import { PERMISSIONS } from './permissions.ts'
import { refusalOf } from './refusal.ts'

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
 * Keeps one issue: opened when it is needed, opened again rather than twice, brought up to date, closed when all is well. Of those
 * that runs at the same time have opened the first is kept, now or by a later run.
 * @returns its address; undefined where there is none and none is needed
 * @throws github.forbidden, github.failed
 */
export async function keepIssue(github: GitHub, kept: KeptIssue): Promise<string | undefined> {
  if (kept.needed === undefined) return undefined
  try {
    const [first, ...others] = await findIssues(github, kept)
    if (first === undefined) return kept.needed ? await open(github, kept) : undefined
    const address = kept.needed ? await update(github, first, kept) : await settle(github, first, kept)
    await closeDuplicates(github, first, others)
    return address
  } catch (error) {
    throw refusalOf(error, 'issue of the environment', PERMISSIONS.issue)
  }
}

interface Found {
  readonly number: number
  readonly state: string
  readonly body: string
  readonly url: string
  readonly user: Author | null
}

async function open(github: GitHub, kept: KeptIssue): Promise<string> {
  const { api, owner, repo, makeOnce } = github
  const text = kept.write(undefined)
  const made = await makeOnce(
    async () => foundOf((await api.rest.issues.create({ owner, repo, title: kept.title, body: text, labels: [LABEL] })).data),
    async () => (await findIssues(github, kept)).find(({ state }) => state === 'open'),
  )
  const isAuthorOf: Identity['isAuthorOf'] = (user) => user?.login === made.user?.login && user?.type === made.user?.type
  const all = await findIssues(github, kept, { isAuthorOf })
  const [first = made, ...others] = all.filter(({ state }) => state === 'open')
  const address = first.body === text ? first.url : await update(github, first, kept)
  await closeDuplicates(github, first, others)
  return address
}

async function update({ api, owner, repo }: GitHub, found: Found, { title, write }: KeptIssue): Promise<string> {
  const body = write(found.body)
  const { data } = await api.rest.issues.update({ owner, repo, issue_number: found.number, title, body, state: 'open' })
  return data.html_url
}

async function settle({ api, owner, repo }: GitHub, found: Found, { write, settled }: KeptIssue): Promise<string | undefined> {
  if (found.state !== 'open') return undefined
  const one = { owner, repo, issue_number: found.number }
  const { data } = await api.rest.issues.update({ ...one, body: write(found.body), ...CLOSED, state_reason: 'completed' })
  // Said when it is so: a comment on an issue that could not be closed would come again with each run.
  await api.rest.issues.createComment({ ...one, body: settled })
  return data.html_url
}

const CLOSED = { state: 'closed' } as const

async function closeDuplicates({ api, owner, repo }: GitHub, first: Found, others: readonly Found[]): Promise<void> {
  for (const { number, state } of others) {
    if (state !== 'open') continue
    const one = { owner, repo, issue_number: number }
    await api.rest.issues.update({ ...one, ...CLOSED, state_reason: 'not_planned' })
    await api.rest.issues.createComment({ ...one, body: `the same as #${first.number}, which is kept` })
  }
}

/** Ours, the one to keep first: of those that are open, or else of all, the first that was made. */
async function findIssues(github: GitHub, { rank }: KeptIssue, self?: Identity): Promise<readonly Found[]> {
  const labelled = await ownIssues(github, rank, { labels: LABEL, state: 'all' }, MOST_PAGES, self)
  // A token may make issues and not label them: then it is among those that were touched last.
  const own = labelled.length > 0 ? labelled : await ownIssues(github, rank, { state: 'open', sort: 'updated' }, FEW_PAGES, self)
  const isOpen = ({ state }: Found): number => (state === 'open' ? 0 : 1)
  return own.toSorted((a, b) => isOpen(a) - isOpen(b) || a.number - b.number)
}

async function ownIssues(
  github: GitHub,
  rank: KeptIssue['rank'],
  query: { readonly labels?: string; readonly state: 'open' | 'all'; readonly sort?: 'updated' },
  mostPages: number,
  self: Identity | undefined,
): Promise<Found[]> {
  const { api, owner, repo } = github
  const candidates: Found[] = []
  for (let page = 1; page <= mostPages; page++) {
    const { data } = await api.rest.issues.listForRepo({ owner, repo, ...query, per_page: PAGE, page })
    const issues = data.filter((one) => one.pull_request === undefined).map(foundOf)
    candidates.push(...issues.filter(({ body }) => rank(body) > 1))
    if (data.length < PAGE) break
  }
  if (candidates.length === 0) return []
  const { isAuthorOf } = self ?? (await identify(github))
  return candidates.filter(({ user }) => isAuthorOf(user))
}

type Listed = Pick<Found, 'number' | 'state' | 'user'> & { readonly body?: string | null; readonly html_url: string }

const foundOf = ({ number, state, body, html_url: url, user }: Listed): Found => ({ number, state, body: body ?? '', url, user })
