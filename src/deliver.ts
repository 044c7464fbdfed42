import { hasFailed } from './commands/result.ts'
import type { Finished } from './compose.ts'
import { CodedError, problemIn, type Problem } from './errors.ts'
import type { GitHub } from './github/api.ts'
import type { Standing } from './github/deployments.ts'
import { WITHOUT_COMMENT } from './github/permissions.ts'
import { mayHavePullRequest, specPath } from './github/run.ts'
import type { Redactor, SecretValue } from './redact.ts'
import { commentOf, MAX_CHARACTERS, type Provenance } from './report/comment.ts'
import { isOnlyDue } from './plan/model.ts'
import { markdown } from './report/escape.ts'
import { cleanKept, rankOf } from './report/header.ts'
import { issueOf, needsIssue, settledOf, titleOf } from './report/issue.ts'
import { withProblems, type Report } from './report/words.ts'
import { upload, type Files, type Uploading } from './upload.ts'
import { formatTime } from './x509/format.ts'

/** With it, as both are needed at the same time: one file of the bundle less to load. */
export { runFacts } from './github/run.ts'

/**
 * What a run shows on GitHub beyond its own page: artifact, comment, issue. Loaded when the command has ended. Nothing here
 * can change what was done on the instance, nor hide it: what cannot be shown is a warning.
 */

export interface Delivery extends Uploading {
  /** Cleaned of secrets. */
  readonly report: Report
  readonly token: SecretValue
  readonly redactor: Redactor
  /** The input `spec`. */
  readonly spec: string
  /** The event whose workflow may run a spec that others wrote, where the workflow does not trust it all the same. */
  readonly untrustedEvent: string | undefined
  /** When the run ended. */
  readonly at: Date
}

export interface Delivered {
  /** What could not be shown: warnings, but for what the workflow said must not be missed. */
  readonly problems: readonly Problem[]
  /** Outputs that are known only now. */
  readonly outputs: Readonly<Record<string, string>>
  /** What was shown elsewhere, for the job summary: lines of Markdown. */
  readonly notes: readonly string[]
}

/** Never throws. */
export async function deliver(delivery: Delivery): Promise<Delivered> {
  const { redactor } = delivery
  // The comment names what was uploaded, and tells of what was not.
  const shown = async (): Promise<Files & { said: readonly Problem[] }> => {
    const files = await upload(delivery)
    const told = { ...delivery, report: withProblems(delivery.report, redactor.cleanAll(files.problems)) }
    return { ...files, said: await speak(told, provenanceOf(delivery, files.artifacts)) }
  }
  const [files, recorded] = await Promise.all([shown(), recordDeployment(delivery)])
  const problems = redactor.cleanAll([...files.problems, ...files.said, ...recorded.problems])
  const packs = files.artifacts.find(({ isPlan }) => !isPlan)
  return {
    problems,
    outputs: {
      ...(packs !== undefined && { 'artifact-id': packs.id, 'artifact-url': packs.url }),
    },
    notes: [
      ...files.artifacts.map(
        ({ name, url, isPlan }) => `${isPlan ? 'Plan' : 'Files for the partners'}: [${markdown(name)}](${url})`,
      ),
      ...recorded.notes.map(markdown),
    ],
  }
}

/** Comment and issue, each for itself. */
async function speak(delivery: Delivery, provenance: Provenance): Promise<Problem[]> {
  const { sharing, token, run, finished } = delivery
  // What a pull request proposes says nothing of how the instance should be.
  const proposed = run.event === 'pull_request' || run.event === 'pull_request_target'
  const issues = sharing.issue === 'auto' && finished.result.command === 'verify' && !proposed
  const comments = sharing.comment !== 'never' && !WITHOUT_COMMENT.includes(finished.result.command)
  if ((!comments && !issues) || run.repository === '') return []
  if (token.length === 0) {
    const missing = new CodedError(
      'github.forbidden',
      'the input github-token is empty: nothing is shown on pull request and issue',
    )
    return sharing.comment === 'always' || issues ? [problemIn(missing, 'warning')] : []
  }
  if (sharing.comment !== 'always' && !issues && !mayHavePullRequest(run)) return []
  try {
    const { connectGitHub } = await import('./github/api.ts')
    const github = connectGitHub(token.text(), run, delivery)
    const steps = [...(comments ? [keepComment] : []), ...(issues ? [keepIssue] : [])]
    const said = await Promise.all(
      steps.map(async (step) => {
        try {
          return await step(delivery, provenance, github)
        } catch (error) {
          return [problemIn(error, 'warning')]
        }
      }),
    )
    return said.flat()
  } catch (error) {
    return [problemIn(error, 'warning')]
  }
}

/** Keeps on GitHub what was applied and verified, for `promote-from` of another environment. */
async function recordDeployment(delivery: Delivery): Promise<{ notes: string[]; problems: Problem[] }> {
  const { finished, sharing, token, spec, run, untrustedEvent } = delivery
  const { content, plan, environment, outcomes } = finished.result
  const standing = standingAfter(finished.result)
  const nothing = { notes: [], problems: [] }
  // Of a spec with one environment nothing can be promoted.
  if (sharing.deployment === 'never' || content === undefined || content.environments.length < 2) return nothing
  if (plan === undefined || standing === undefined || token.length === 0 || run.repository === '' || run.sha === '')
    return nothing
  // Its section of the environment is no part of the content: whoever proposes it could leave out there what is to be verified.
  if (untrustedEvent !== undefined) {
    return { ...nothing, notes: [`not recorded for promotion: on the event ${untrustedEvent} others may have written the spec`] }
  }
  try {
    const [{ connectGitHub }, { record }] = await Promise.all([import('./github/api.ts'), import('./github/deployments.ts')])
    const { sha, runId, runUrl } = run
    const { digest, production } = content
    const place = { spec: specPath(spec, run.workspace), environment, content: digest, instance: plan.instance, production }
    const anew = outcomes.some(({ is }) => is === 'done')
    const isNew = await record(connectGitHub(token.text(), run, delivery), { ...place, sha, run: runId, runUrl }, standing, anew)
    return isNew
      ? { ...nothing, notes: [`recorded for promotion: content ${digest} is ${WORDS[standing]} in ${environment}`] }
      : nothing
  } catch (error) {
    return { ...nothing, problems: [problemIn(error, 'warning')] }
  }
}

const WORDS: Readonly<Record<Standing, string>> = { applied: 'applied', verified: 'verified', left: 'no longer verified' }

/** How the content of the spec stands in its environment after a run; undefined where the run cannot tell. */
function standingAfter(result: Finished['result']): Standing | undefined {
  const { command, plan, depth, outcomes } = result
  if (plan === undefined || depth !== 'full') return undefined
  const failed = hasFailed(result)
  const written = outcomes.some((outcome) => outcome.is === 'done' || outcome.begun) ? 'left' : undefined
  switch (command) {
    case 'apply':
      // One that failed half-way has left what was verified before.
      return failed ? written : 'applied'
    case 'verify':
      return failed || !plan.changes.every(isOnlyDue) ? 'left' : 'verified'
    case 'rollback':
    case 'destroy':
      return written
    case 'plan':
    case 'csr':
    case 'doctor':
    case 'export':
    case 'targets':
      return undefined
  }
}

async function keepComment(
  { report, sharing, run, redactor }: Delivery,
  provenance: Provenance,
  github: GitHub,
): Promise<Problem[]> {
  const [{ findPullRequest }, comments] = await Promise.all([import('./github/pull-request.ts'), import('./github/comment.ts')])
  const pullRequest = await findPullRequest(github, run)
  if (pullRequest === undefined) {
    const message = `event ${run.event}: no pull request belongs to it`
    return sharing.comment === 'always' ? [problemIn(new CodedError('github.no-pull-request', message), 'warning')] : []
  }
  const { environment } = report
  await comments.keepComment(github, pullRequest, {
    rank: (body) => rankOf(body, { keeps: 'comment', spec: provenance.spec, environment }),
    write: (previous) => within(MAX_CHARACTERS, (budget) => cleanKept(commentOf(report, provenance, previous, budget), redactor)),
  })
  return []
}

async function keepIssue(delivery: Delivery, provenance: Provenance, github: GitHub): Promise<Problem[]> {
  const { finished, report, redactor } = delivery
  const issues = await import('./github/issue.ts')
  const { environment } = report
  await issues.keepIssue(github, {
    rank: (body) => rankOf(body, { keeps: 'issue', spec: provenance.spec, environment }),
    title: titleOf(report),
    // Whether somebody has to look at the instance is not decided by what could not be shown.
    needed: needsIssue({ ...report, problems: finished.result.problems }),
    write: (previous) => within(MAX_CHARACTERS, (budget) => cleanKept(issueOf(report, provenance, previous, budget), redactor)),
    settled: settledOf(provenance),
  })
  return []
}

/** A mask may be longer than the short secret in its place: then less is written. */
function within(limit: number, write: (budget: number) => string): string {
  for (let budget = limit; ; budget = Math.floor(budget / 2)) {
    const text = write(budget)
    if (text.length <= limit || budget === 0) return text.slice(0, limit)
  }
}

function provenanceOf({ spec, run, at, redactor }: Delivery, artifacts: Files['artifacts']): Provenance {
  const page = `${run.serverUrl}/${run.repository}/actions/runs`
  return {
    // By these the next run finds what this one keeps: GitHub's own numbers, and no secret that happens to be one.
    run: run.runId,
    runUrl: (id: string) => (id === run.runId ? run.runUrl : `${page}/${id}`),
    sha: run.sha,
    at: formatTime(at),
    ...redactor.cleanAll({ spec: specPath(spec, run.workspace), artifacts }),
  }
}
