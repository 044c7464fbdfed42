import { CodedError, toCoded } from './errors.ts'
import type { SecretValue } from './redact.ts'

/** What a promotion needs of the place it runs at. */
export interface PromotionPlace {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Of the job; empty where there is none. */
  readonly githubToken: SecretValue
  /** The input `spec`. */
  readonly spec: string
  /** When the time of the run is over, in milliseconds since 1970. */
  readonly endsAt: number
}

/**
 * Refuses a content that was not applied and verified in another environment, as GitHub's deployments tell. The client of GitHub is
 * loaded for this alone.
 * @throws promote.not-verified, promote.unavailable
 */
export async function requirePromoted(from: string, content: string, place: PromotionPlace): Promise<void> {
  const { environment, githubToken } = place
  const unavailable = (why: string, cause?: unknown): CodedError =>
    new CodedError('promote.unavailable', `promote-from ${from}: ${why}`, { cause })
  const [{ runFacts, specPath }, { connectGitHub }, { standingOf }] = await Promise.all([
    import('./github/run.ts'),
    import('./github/api.ts'),
    import('./github/deployments.ts'),
  ])
  const run = await runFacts(environment)
  if (run.repository === '') throw unavailable('this is no job of a repository on GitHub')
  if (githubToken.length === 0) throw unavailable('the input github-token is empty')
  const wanted = { spec: specPath(place.spec, run.workspace), environment: from, content }
  const standing = await standingOf(connectGitHub(githubToken.text(), run, place), wanted).catch((error: unknown) => {
    throw unavailable(toCoded(error).message, error)
  })
  if (standing === 'verified') return
  const refused = (what: string): CodedError => new CodedError('promote.not-verified', `promote-from ${from}: ${what}`)
  const short = content.slice(0, 19)
  if (standing === undefined) throw refused(`content ${short} of ${wanted.spec} was not applied there`)
  if (standing === 'applied') throw refused(`content ${short} of ${wanted.spec} was applied there and not verified since`)
  throw refused(
    `content ${short} of ${wanted.spec} was applied there, and a run since has failed, found a difference, or taken it back`,
  )
}
