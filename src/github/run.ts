import { posix } from 'node:path'
import { readPayload, type Payload } from './event.ts'

/** Every fact that the runner tells a step of its run; the rest of the project knows no variable GITHUB_*. */
export interface RunFacts {
  /** The folder of the repository; empty where the runner does not say. */
  readonly workspace: string
  /** `owner/name`; empty where the runner does not say. */
  readonly repository: string
  /** `https://github.com`, or the Enterprise Server. */
  readonly serverUrl: string
  readonly apiUrl: string
  readonly runId: string
  readonly attempt: number
  /** The page of the run. */
  readonly runUrl: string
  readonly event: string
  /** The commit that a person would name: the head of the pull request, not its trial merge. */
  readonly sha: string
  /** Undefined for tags and for the trial merge of a pull request. */
  readonly branch: string | undefined
  /** The pull request that the event itself names. */
  readonly pullRequest: number | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

export async function runFacts(environment: Environment): Promise<RunFacts> {
  const text = (name: string): string => environment[name] ?? ''
  const payload = await readPayload(environment.GITHUB_EVENT_PATH)
  const serverUrl = (text('GITHUB_SERVER_URL') || 'https://github.com').replace(/\/+$/, '')
  const repository = text('GITHUB_REPOSITORY')
  const runId = /^\d+$/.exec(text('GITHUB_RUN_ID'))?.[0] ?? '0'
  const attempt = Number(text('GITHUB_RUN_ATTEMPT')) || 1
  const page = `${serverUrl}/${repository}/actions/runs/${runId}`
  return {
    workspace: text('GITHUB_WORKSPACE'),
    repository,
    serverUrl,
    apiUrl: (text('GITHUB_API_URL') || 'https://api.github.com').replace(/\/+$/, ''),
    runId,
    attempt,
    runUrl: attempt > 1 ? `${page}/attempts/${attempt}` : page,
    event: text('GITHUB_EVENT_NAME'),
    sha: payload.pull_request?.head?.sha ?? payload.workflow_run?.head_sha ?? text('GITHUB_SHA'),
    branch: /^refs\/heads\/(.+)$/.exec(text('GITHUB_REF'))?.[1],
    pullRequest: numberIn(payload),
  }
}

/**
 * The path of the spec as what is kept on GitHub names it: the same however it was written, and on whatever machine.
 * @param workspace the folder of the repository; empty where the runner does not say
 */
export function specPath(given: string, workspace: string): string {
  const normal = (path: string): string => posix.normalize(path.replaceAll('\\', '/'))
  const path = normal(given.trim() || 'servicenow-mtls.yml')
  const root = workspace === '' ? '' : normal(`${workspace}/`)
  return root !== '' && path.startsWith(root) ? path.slice(root.length) : path
}

/** Whether a pull request can belong to the event: it names one, or is about a commit or a branch that may have one. */
export const mayHavePullRequest = ({ event, pullRequest }: RunFacts): boolean =>
  pullRequest !== undefined || event === 'push' || event === 'workflow_dispatch'

function numberIn({ pull_request, issue, workflow_run, repository }: Payload): number | undefined {
  // A comment on an issue that is no pull request has none.
  const commented = issue?.pull_request === undefined ? undefined : issue.number
  const ours = workflow_run?.pull_requests?.find(({ base }) => isSame(base?.repo, repository))
  return pull_request?.number ?? commented ?? ours?.number
}

/** Whether two repositories of a payload may be one; what the server leaves out decides nothing. */
function isSame(one: Payload['repository'], other: Payload['repository']): boolean {
  const differ = <T>(a: T | undefined, b: T | undefined): boolean => a !== undefined && b !== undefined && a !== b
  return !differ(one?.id, other?.id) && !differ(one?.url, other?.url)
}
