import type { Counts, CertificateSummary, Plan } from '../plan/model.ts'
import type { Problem } from '../errors.ts'

/** What the outputs of the action are made of (contract 2). */
export interface OutputFacts {
  readonly plan: Plan | undefined
  readonly counts: Counts | undefined
  /** Undefined where no instance was asked. */
  readonly changed: boolean | undefined
  readonly certificates: readonly CertificateSummary[]
  readonly problems: readonly Problem[]
  /** Empty where nothing was written. */
  readonly directory: string
  readonly planFile: string
  readonly resultFile: string
  /** Of the command `targets`. */
  readonly targets?: readonly { readonly environment: string }[] | undefined
}

/** The outputs by name; what is unknown is empty, not `false`. */
export function outputsOf(facts: OutputFacts): Record<string, string> {
  const { plan, counts, changed, certificates, problems, directory, planFile, resultFile, targets } = facts
  const days = certificates.filter(({ kind }) => kind === 'keystore').map(({ daysRemaining }) => daysRemaining)
  return {
    changed: changed === undefined ? '' : String(changed),
    changes: counts === undefined ? '' : JSON.stringify(counts),
    'plan-digest': plan?.digest ?? '',
    'plan-file': planFile,
    certificates: JSON.stringify(certificates),
    'days-to-expiry': days.length === 0 ? '' : String(Math.min(...days)),
    'certificate-directory': directory,
    'result-file': resultFile,
    targets: targets === undefined ? '' : JSON.stringify(matrixOf(targets)),
    'artifact-id': '',
    'artifact-url': '',
    ...problemOutputs(problems),
  }
}

/** As `strategy.matrix` takes it: each environment a job, with what else is known of it. */
const matrixOf = (targets: readonly { readonly environment: string }[]): unknown => ({
  environment: targets.map(({ environment }) => environment),
  include: targets,
})

/** The outputs that tell of problems; on failure the code is that of the first error. */
export function problemOutputs(problems: readonly Problem[]): Record<'problems' | 'error-code', string> {
  return {
    problems: JSON.stringify(problems.map(flat)),
    'error-code': problems.find(({ severity }) => severity === 'error')?.code ?? '',
  }
}

/** A problem as JSON has it, wherever it is given to programs. */
export function flat({ code, severity, item, message, hint, at }: Problem): Record<string, string | number | null> {
  return { code, severity, item, message, hint, file: at?.file ?? null, line: at?.line ?? null, column: at?.column ?? null }
}
