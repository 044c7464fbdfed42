import { problemOf } from '../errors.ts'
import type { Settings } from './inputs.ts'
import type { Ports } from './ports.ts'
import type { Result } from './result.ts'
import { survey } from './survey.ts'

/** Shows what `apply` would do; `verify` asks for the same plan to be empty, and looks at expiry more strictly. */
export async function planCommand(settings: Settings, ports: Ports): Promise<Result> {
  const { environment, depth, problems, plan, certificates, wanted, wiring, content } = await survey(settings, ports)
  const drift = settings.failOnChanges && plan !== undefined && plan.changes.length > 0
  const message = `${plan?.changes.length ?? 0} of the items of the spec are not as it says`
  return {
    command: settings.command,
    environment,
    depth,
    plan,
    outcomes: [],
    problems: drift ? [...problems, problemOf({ code: 'plan.drift', severity: 'error', message }, '')] : problems,
    certificates,
    publicKeystores: wanted?.publicKeystores ?? [],
    wiring,
    content,
  }
}
