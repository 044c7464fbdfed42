import * as z from 'zod/mini'
import { readFile } from '../read-file.ts'

type Environment = Readonly<Record<string, string | undefined>>

const MAX_EVENT = 8 * 1024 * 1024
const DEPENDABOT = 'dependabot[bot]'

const repository = z.nullish(
  z.object({ full_name: z.optional(z.string()), id: z.optional(z.number()), url: z.optional(z.string()) }),
)

/** Of a run of another workflow: also pull requests from this branch to the repository that it was forked from. */
const pullRequest = z.object({ number: z.number(), base: z.nullish(z.object({ repo: repository })) })

/** What of the event's payload is of use here; GitHub documents the rest. */
const PAYLOAD = z.object({
  repository,
  pull_request: z.optional(
    z.object({
      number: z.optional(z.number()),
      user: z.nullish(z.object({ login: z.string() })),
      // The repository of a fork that was deleted is null.
      head: z.optional(z.object({ sha: z.optional(z.string()), repo: repository })),
    }),
  ),
  issue: z.optional(z.object({ number: z.number(), pull_request: z.optional(z.unknown()) })),
  workflow_run: z.optional(z.object({ head_sha: z.optional(z.string()), pull_requests: z.optional(z.array(pullRequest)) })),
})
export type Payload = z.infer<typeof PAYLOAD>

/**
 * Why GitHub passes no secrets to this job, as a sentence, or undefined where it does: pull requests of forks get none, those of
 * Dependabot only its own (contract 4.11).
 */
export async function whySecretsAreWithheld(environment: Environment): Promise<string | undefined> {
  const event = environment.GITHUB_EVENT_NAME
  if (event !== 'pull_request' && event !== 'pull_request_target') return undefined
  const { pull_request: pullRequest, repository: base } = await readPayload(environment.GITHUB_EVENT_PATH)
  const byDependabot = environment.GITHUB_ACTOR === DEPENDABOT || pullRequest?.user?.login === DEPENDABOT
  if (byDependabot) return 'GitHub passes no secrets to pull requests of Dependabot'
  const home = base?.full_name ?? environment.GITHUB_REPOSITORY
  const fork = pullRequest?.head !== undefined && pullRequest.head.repo?.full_name !== home
  return fork && event === 'pull_request' ? 'GitHub passes no secrets to pull requests of forks' : undefined
}

/** The payload of the event; one that cannot be read tells nothing. */
export async function readPayload(path: string | undefined): Promise<Payload> {
  if (path === undefined || path === '') return {}
  try {
    const bytes = await readFile(path)
    const parsed = bytes.length > MAX_EVENT ? undefined : z.safeParse(PAYLOAD, JSON.parse(bytes.toString('utf8')))
    return parsed?.success === true ? parsed.data : {}
  } catch {
    return {}
  }
}
