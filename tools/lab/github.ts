import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { components } from '@octokit/openapi-types'
import * as z from 'zod/mini'
import { HOST, listen, stop } from './listening.ts'

/**
 * A stateful stand-in for the part of GitHub's REST API that a run uses, over TCP; answers are typed by octokit's own types.
 * It keeps comments, issues and deployments as GitHub does: numbered together, listed by page, written as whoever the token is.
 */

type Schemas = components['schemas']
type User = Pick<Schemas['simple-user'], 'login' | 'type'>
type Comment = Pick<Schemas['issue-comment'], 'html_url' | 'created_at' | 'updated_at' | 'issue_url'> & {
  readonly id: number
  body: string
  readonly user: User
}
type Issue = Pick<Schemas['issue'], 'number' | 'html_url' | 'title' | 'state' | 'state_reason'> & {
  body: string
  readonly user: User
  labels: { name: string }[]
}
type Simple = Schemas['pull-request-simple']
type PullRequest = Pick<Simple, 'number' | 'state' | 'merged_at' | 'merge_commit_sha'> & {
  readonly head: Pick<Simple['head'], 'ref' | 'sha'>
  readonly base: { readonly repo: Pick<Schemas['repository'], 'full_name'> }
}

type Status = Pick<Schemas['deployment-status'], 'id' | 'state' | 'description' | 'log_url' | 'environment_url'> & {
  readonly creator: User
}
interface Deployment {
  readonly id: number
  readonly sha: string
  readonly ref: string
  readonly task: string
  payload: Schemas['deployment']['payload']
  readonly environment: string
  readonly production_environment?: boolean
  readonly creator: User
  /** The newest first, as they are listed. */
  readonly statuses: Status[]
}

export interface FakeRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly body: unknown
  readonly authorization: string
}

/** A refusal, or an answer that does not tell what was done. */
export interface Refusal {
  /** Undefined: the connection is closed without an answer. */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly message?: string
  /** A page instead of JSON. */
  readonly page?: boolean
  /** What was asked for is carried out all the same. */
  readonly acts?: boolean
}

/** As whom a token writes, and how it is told so. */
export type TokenKind = 'job' | 'app' | 'person'

export interface FakeGitHub {
  readonly url: string
  readonly requests: FakeRequest[]
  readonly comments: Map<number, Comment[]>
  readonly issues: Issue[]
  readonly pullRequests: PullRequest[]
  /** The newest first, as they are listed. */
  readonly deployments: Deployment[]
  /** By commit. */
  readonly pullRequestsOf: Map<string, PullRequest[]>
  token: TokenKind
  /** Answers instead of the usual one; undefined for the usual. */
  refuse: (request: FakeRequest) => number | Refusal | undefined
  /** A comment as somebody else writes it. */
  comment(issue: number, login: string, body: string): void
  /** A deployment as somebody else makes it. */
  deploy(login: string, deployment: Partial<Deployment> & { readonly environment: string }): Deployment
  pullRequest(number: number, wish?: Partial<Omit<PullRequest, 'head'>> & { readonly head?: PullRequest['head'] }): PullRequest
  /** Requests as `METHOD path`, without queries. */
  said(): string[]
  close(): Promise<void>
}

const LOGINS: Readonly<Record<TokenKind, User>> = {
  job: { login: 'github-actions[bot]', type: 'Bot' },
  app: { login: 'acme-keys[bot]', type: 'Bot' },
  person: { login: 'robin', type: 'User' },
}
/** GitHub refuses a body of more characters. */
const MAX_BODY = 65_536
const NOW = '2026-06-01T00:00:00Z'

const bodySchema = z.object({ body: z.string() })
const issueSchema = z.object({
  title: z.optional(z.string()),
  body: z.optional(z.string()),
  state: z.optional(z.enum(['open', 'closed'])),
  state_reason: z.optional(z.enum(['completed', 'reopened', 'not_planned'])),
  labels: z.optional(z.array(z.string())),
})
const deploymentSchema = z.object({
  ref: z.string(),
  task: z._default(z.string(), 'deploy'),
  environment: z._default(z.string(), 'production'),
  payload: z._default(z.union([z.record(z.string(), z.unknown()), z.string()]), ''),
  production_environment: z._default(z.boolean(), false),
  auto_merge: z._default(z.boolean(), true),
  required_contexts: z.optional(z.array(z.string())),
})
const statusSchema = z.object({
  state: z.enum(['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success']),
  description: z._default(z.string().check(z.maxLength(140)), ''),
  log_url: z._default(z.string(), ''),
  environment_url: z._default(z.string(), ''),
  auto_inactive: z._default(z.boolean(), true),
})

/** @param tls key and certificate chain of a server that speaks TLS, as an Enterprise Server is */
export async function startGitHub(
  repository = 'acme/integrations',
  tls?: { readonly key: string; readonly cert: string },
): Promise<FakeGitHub> {
  const listener: RequestListener = (request, response) => void answer(fake, repository, request, response)
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener)
  const url = `${tls === undefined ? 'http' : 'https'}://${HOST}:${await listen(server)}`
  let ids = 1000
  const fake: FakeGitHub & { nextId: () => number } = {
    url,
    nextId: () => ++ids,
    requests: [],
    comments: new Map(),
    issues: [],
    pullRequests: [],
    deployments: [],
    pullRequestsOf: new Map(),
    token: 'job',
    refuse: () => undefined,
    comment(issue, login, body) {
      addComment(fake, issue, { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' }, body)
    },
    deploy(login, deployment) {
      const creator = { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
      const standard = { task: 'deploy', payload: '', sha: 'a'.repeat(40), ref: 'main', statuses: [] }
      const made: Deployment = { ...standard, ...deployment, id: fake.nextId(), creator }
      fake.deployments.unshift(made)
      return made
    },
    pullRequest(number, wish = {}) {
      const made: PullRequest = {
        number,
        state: 'open',
        merged_at: null,
        merge_commit_sha: null,
        head: { ref: `branch-${number}`, sha: `${number}`.padStart(40, 'a') },
        base: { repo: { full_name: repository } },
        ...wish,
      }
      fake.pullRequests.push(made)
      return made
    },
    said: () => fake.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`),
    close: () => stop(server),
  }
  return fake
}

type State = FakeGitHub & { nextId: () => number }

function addComment(fake: FakeGitHub, issue: number, user: User, body: string): Comment {
  const id = (fake as State).nextId()
  const made = {
    id,
    body,
    user,
    html_url: `https://github.com/acme/integrations/pull/${issue}#issuecomment-${id}`,
    issue_url: '',
    created_at: NOW,
    updated_at: NOW,
  }
  fake.comments.set(issue, [...(fake.comments.get(issue) ?? []), made])
  return made
}

async function answer(fake: State, repository: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  const { method = '', url: path = '', headers } = request
  const seen: FakeRequest = {
    method,
    path,
    body: text === '' ? undefined : JSON.parse(text),
    authorization: headers.authorization ?? '',
  }
  fake.requests.push(seen)
  const told = fake.refuse(seen)
  const refused = typeof told === 'number' ? { status: told } : told
  const done = refused === undefined || refused.acts === true ? act(fake, repository, seen) : undefined
  if (refused !== undefined && refused.status === undefined) {
    response.destroy()
    return
  }
  const { status = 500, headers: more, page, message = messageFor(status) } = refused ?? {}
  const [code, body] = done === undefined || refused !== undefined ? [status, { message }] : done
  if (page === true) response.writeHead(code, { ...more, 'content-type': 'text/html' }).end('<html>')
  else if (body === undefined) response.writeHead(code, more).end()
  else response.writeHead(code, { ...more, 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

const messageFor = (status: number): string =>
  status === 403 ? 'Resource not accessible by integration' : `Refused with ${status}`

const notFound: [number, unknown] = [404, { message: 'Not Found' }]

function act(fake: State, repository: string, { method, path, body, authorization }: FakeRequest): [number, unknown] {
  if (!/^(token|bearer) ./i.test(authorization)) return [401, { message: 'Bad credentials' }]
  const user = LOGINS[fake.token]
  // An Enterprise Server has its API below a folder of its own.
  const url = new URL(path.replace(/^\/api\/(v3(?=\/)|(?=graphql))/, '').replace(/^(?!\/)/, '/'), 'http://github.invalid')
  if (url.pathname === '/user') return fake.token === 'person' ? [200, user] : [403, { message: messageFor(403) }]
  if (url.pathname === '/graphql') {
    return fake.token === 'app' ? [200, { data: { viewer: { login: user.login } } }] : [403, { message: messageFor(403) }]
  }
  const prefix = `/repos/${repository}/`
  if (!url.pathname.startsWith(prefix)) return notFound
  const rest = `${method} ${url.pathname.slice(prefix.length)}`
  const page = <T>(all: readonly T[]): [number, T[]] => {
    const size = Number(url.searchParams.get('per_page') ?? 30)
    const start = (Number(url.searchParams.get('page') ?? 1) - 1) * size
    return [200, all.slice(start, start + size)]
  }
  const commentsOf = /^(GET|POST) issues\/(\d+)\/comments$/.exec(rest)
  if (commentsOf !== null) {
    const number = Number(commentsOf[2])
    if (commentsOf[1] === 'GET') return page(fake.comments.get(number) ?? [])
    const given = z.parse(bodySchema, body).body
    return given.length > MAX_BODY ? tooLong : [201, addComment(fake, number, user, given)]
  }
  const oneComment = /^PATCH issues\/comments\/(\d+)$/.exec(rest)
  if (oneComment !== null) {
    const comment = [...fake.comments.values()].flat().find(({ id }) => id === Number(oneComment[1]))
    if (comment === undefined) return notFound
    const given = z.parse(bodySchema, body).body
    if (given.length > MAX_BODY) return tooLong
    comment.body = given
    return [200, comment]
  }
  const deleted = /^DELETE issues\/comments\/(\d+)$/.exec(rest)
  if (deleted !== null) {
    for (const [issue, all] of fake.comments) {
      const left = all.filter(({ id }) => id !== Number(deleted[1]))
      fake.comments.set(issue, left)
      if (left.length < all.length) return [204, undefined]
    }
    return notFound
  }
  if (rest === 'GET issues') {
    const { searchParams: query } = url
    const state = query.get('state') ?? 'open'
    const label = query.get('labels')
    return page(
      fake.issues.filter(
        (issue) =>
          (state === 'all' || issue.state === state) && (label === null || issue.labels.some(({ name }) => name === label)),
      ),
    )
  }
  if (rest === 'POST issues') {
    const { title = '', body: text = '', labels = [] } = z.parse(issueSchema, body)
    const number = fake.issues.length + 1
    const html_url = `https://github.com/${repository}/issues/${number}`
    const made: Issue = { number, html_url, title, body: text, state: 'open', user, labels: labels.map((name) => ({ name })) }
    fake.issues.push(made)
    return [201, made]
  }
  const oneIssue = /^PATCH issues\/(\d+)$/.exec(rest)
  if (oneIssue !== null) {
    const issue = fake.issues.find(({ number }) => number === Number(oneIssue[1]))
    if (issue === undefined) return notFound
    const { labels, ...given } = z.parse(issueSchema, body)
    Object.assign(issue, given)
    if (labels !== undefined) issue.labels = labels.map((name) => ({ name }))
    return [200, issue]
  }
  const deployed = actOnDeployments(fake, { rest, query: url.searchParams, body, user }, page)
  if (deployed !== undefined) return deployed
  const ofCommit = /^GET commits\/([0-9a-f]+)\/pulls$/.exec(rest)
  if (ofCommit !== null) return page(fake.pullRequestsOf.get(ofCommit[1] ?? '') ?? [])
  if (rest === 'GET pulls') {
    const head = url.searchParams.get('head')
    const owner = repository.split('/')[0] ?? ''
    return page(
      fake.pullRequests.filter((pull) => pull.state === 'open' && (head === null || head === `${owner}:${pull.head.ref}`)),
    )
  }
  return notFound
}

interface Asked {
  /** Method and path below the repository. */
  readonly rest: string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly user: User
}

/** Deployments and their statuses; a success sets the others of its environment inactive unless told otherwise. */
function actOnDeployments(
  fake: State,
  { rest, query, body, user }: Asked,
  page: <T>(all: readonly T[]) => [number, T[]],
): [number, unknown] | undefined {
  if (rest === 'GET deployments') {
    const matches = (name: string, value: string): boolean => [null, '', value].includes(query.get(name))
    return page(fake.deployments.filter(({ environment, task }) => matches('environment', environment) && matches('task', task)))
  }
  if (rest === 'POST deployments') {
    const { auto_merge, required_contexts, ref, ...given } = z.parse(deploymentSchema, body)
    // With the defaults GitHub would merge the base branch, and wait for checks that may never come.
    if (auto_merge || required_contexts?.length !== 0) return [409, { message: 'Conflict: Commit status checks failed' }]
    return [201, fake.deploy(user.login, { ...given, ref, sha: ref })]
  }
  const [, method, id] = /^(GET|POST) deployments\/(\d+)\/statuses$/.exec(rest) ?? []
  if (method === undefined) return undefined
  const deployment = fake.deployments.find((one) => one.id === Number(id))
  if (deployment === undefined) return notFound
  if (method === 'GET') return page(deployment.statuses)
  const { auto_inactive, ...given } = z.parse(statusSchema, body)
  const status: Status = { id: fake.nextId(), ...given, creator: user }
  deployment.statuses.unshift(status)
  if (given.state === 'success' && auto_inactive) setOthersInactive(fake, deployment)
  return [201, status]
}

function setOthersInactive(fake: State, deployment: Deployment): void {
  const others = fake.deployments.filter((one) => one !== deployment && one.environment === deployment.environment)
  for (const { statuses, production_environment, creator } of others) {
    if (production_environment !== true) statuses.unshift({ id: fake.nextId(), state: 'inactive', description: '', creator })
  }
}

const tooLong: [number, unknown] = [
  422,
  { message: 'Validation Failed', errors: [{ resource: 'IssueComment', code: 'unprocessable', message: 'Body is too long' }] },
]
