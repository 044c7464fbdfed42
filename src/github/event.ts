import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'

type Environment = Readonly<Record<string, string | undefined>>

const MAX_EVENT = 8 * 1024 * 1024
const DEPENDABOT = 'dependabot[bot]'

/** What of the event's payload tells where a pull request comes from; GitHub documents the rest. */
const PAYLOAD = z.object({
  repository: z.object({ full_name: z.string() }),
  pull_request: z.object({
    user: z.nullish(z.object({ login: z.string() })),
    head: z.object({ repo: z.nullish(z.object({ full_name: z.string() })) }),
  }),
})

/**
 * Why GitHub passes no secrets to this job, as a sentence, or undefined where it does: pull requests of forks get none, those of
 * Dependabot only its own (contract 4.11).
 */
export async function whySecretsAreWithheld(environment: Environment): Promise<string | undefined> {
  const event = environment.GITHUB_EVENT_NAME
  if (event !== 'pull_request' && event !== 'pull_request_target') return undefined
  const payload = await readPayload(environment.GITHUB_EVENT_PATH)
  const byDependabot = environment.GITHUB_ACTOR === DEPENDABOT || payload?.pull_request.user?.login === DEPENDABOT
  if (byDependabot) return 'GitHub passes no secrets to pull requests of Dependabot'
  const fork = payload !== undefined && payload.pull_request.head.repo?.full_name !== payload.repository.full_name
  return fork && event === 'pull_request' ? 'GitHub passes no secrets to pull requests of forks' : undefined
}

async function readPayload(path: string | undefined): Promise<z.infer<typeof PAYLOAD> | undefined> {
  if (path === undefined || path === '') return undefined
  try {
    const bytes = await readFile(path)
    const parsed = bytes.length > MAX_EVENT ? undefined : z.safeParse(PAYLOAD, JSON.parse(bytes.toString('utf8')))
    return parsed?.success === true ? parsed.data : undefined
  } catch {
    return undefined
  }
}
