import { specFor } from '../spec/load.ts'
import type { Settings } from './inputs.ts'
import type { Ports } from './ports.ts'
import { failedResult, type Result, type Target } from './result.ts'
import { readDocumentOf } from './survey.ts'

/** The environments of the spec, for `strategy.matrix`: no instance is asked, and nothing is needed to sign in with. */
export async function targetsCommand({ command, environment, spec }: Settings, ports: Ports): Promise<Result> {
  const { document, problems } = await readDocumentOf(spec, ports)
  const failed = { ...failedResult(problems, command), environment: environment ?? '' }
  if (document === undefined || problems.length > 0) return failed
  const one = environment === undefined ? undefined : specFor(document, environment)
  if (one !== undefined && one.problems.length > 0) return { ...failed, problems: one.problems }
  const chosen = one?.spec === undefined ? [...document.specs.values()] : [one.spec]
  const targets = chosen.map(({ environment: { name, instance, protected: isProtected } }): Target => ({
    environment: name,
    instance,
    protected: isProtected,
  }))
  return { ...failed, targets }
}
