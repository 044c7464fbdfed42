import { carryOut, type Outcome } from '../apply/apply.ts'
import { CodedError, problemOf, type Problem } from '../errors.ts'
import { isStopped } from '../plan/plan.ts'
import type { Settings } from './inputs.ts'
import type { Ports } from './ports.ts'
import type { Result } from './result.ts'
import { survey } from './survey.ts'

/** Carries out the plan, unless something stops it as a whole; what is blocked stays as it is, the rest is done. */
export async function applyCommand(settings: Settings, ports: Ports): Promise<Result> {
  const refused = refusal(settings, ports)
  if (refused !== undefined) {
    return { command: 'apply', environment: '', plan: undefined, outcomes: [], problems: [refused], publicKeystores: [] }
  }
  const { environment, problems, plan, wanted, instance } = await survey(settings, ports)
  const result = { command: 'apply', environment, plan, publicKeystores: wanted?.publicKeystores ?? [] } as const
  if (plan === undefined || wanted === undefined || instance === undefined || isStopped(plan)) {
    return { ...result, outcomes: [], problems }
  }
  const outcomes = await carryOut(plan, { instance, contents: wanted.contents }, { stop: ports.stop, onOutcome: ports.onOutcome })
  return { ...result, outcomes, problems: [...problems, ...outcomes.flatMap((outcome) => problemsOf(outcome, ports.stop))] }
}

/** Whoever opens a pull request writes the spec: nothing is written for them (contract 5.2). */
function refusal(settings: Settings, ports: Ports): Problem | undefined {
  if (ports.untrustedEvent === undefined || settings.allowUntrustedSpec) return undefined
  const message = `event ${ports.untrustedEvent}: a spec that others may have written is not applied`
  return problemOf({ code: 'guard.untrusted-spec', severity: 'error', message }, '')
}

function problemsOf(outcome: Outcome, stop: AbortSignal): Problem[] {
  switch (outcome.is) {
    case 'done':
      return []
    case 'failed':
      return [problemOf(outcome.error.toFinding(), outcome.change.item)]
    case 'stopped': {
      if (!stop.aborted) return []
      const error = new CodedError('timeout', `${outcome.begun ? 'not finished' : 'not begun'}: the run was told to end`)
      return [problemOf(error.toFinding(), outcome.change.item)]
    }
  }
}
