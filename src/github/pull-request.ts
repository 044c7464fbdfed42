import * as z from 'zod/mini'
import type { GitHub } from './api.ts'
import { PERMISSIONS } from './permissions.ts'
import { refusalOf } from './refusal.ts'
import type { RunFacts } from './run.ts'

/** What of a pull request tells which one is meant; what a server leaves out decides nothing. */
const found = z.array(
  z.object({
    number: z.number(),
    state: z.optional(z.string()),
    merged_at: z.nullish(z.string()),
    merge_commit_sha: z.nullish(z.string()),
    head: z.nullish(z.object({ ref: z.optional(z.string()), sha: z.optional(z.string()) })),
    base: z.nullish(z.object({ repo: z.nullish(z.object({ full_name: z.optional(z.string()) })) })),
  }),
)

/**
 * The number of the pull request that a run is about: named by the event (`pull_request`, `pull_request_target`,
 * `issue_comment`, `workflow_run`), found by commit (`push`, of a merge too) or by branch (`workflow_dispatch`). A merge queue
 * is about several, and so about none.
 * @throws github.forbidden, github.failed
 */
export async function findPullRequest(github: GitHub, run: RunFacts): Promise<number | undefined> {
  if (run.pullRequest !== undefined) return run.pullRequest
  if (run.event === 'push' && run.sha !== '') return byCommit(github, run)
  if (run.event === 'workflow_dispatch' && run.branch !== undefined) return byBranch(github, run.branch)
  return undefined
}

async function byCommit({ api, owner, repo }: GitHub, { sha, repository }: RunFacts): Promise<number | undefined> {
  try {
    const { data } = await api.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: sha, per_page: 100 })
    const home = repository.toLowerCase()
    const ours = z.parse(found, data).filter(({ base }) => (base?.repo?.full_name?.toLowerCase() ?? home) === home)
    const merged = ours.find(({ merge_commit_sha }) => merge_commit_sha === sha)
    const proposed = ours.find(({ head, state }) => head?.sha === sha && state === 'open')
    return (merged ?? proposed ?? ours.find(({ merged_at: mergedAt }) => (mergedAt ?? '') !== ''))?.number
  } catch (error) {
    throw refusalOf(error, `pull request of commit ${sha.slice(0, 7)}`, PERMISSIONS.comment)
  }
}

async function byBranch({ api, owner, repo }: GitHub, branch: string): Promise<number | undefined> {
  try {
    const { data } = await api.rest.pulls.list({ owner, repo, state: 'open', head: `${owner}:${branch}`, per_page: 100 })
    // A filter that is not understood is left out by the server without a word.
    return z.parse(found, data).find(({ head }) => (head?.ref ?? branch) === branch)?.number
  } catch (error) {
    throw refusalOf(error, 'pull request of the branch', PERMISSIONS.comment)
  }
}
