import { problemOf } from '../errors.ts'
import { isOnlyDue } from '../plan/model.ts'
import type { Wanted } from '../wanted/wanted.ts'
import type { Settings } from './inputs.ts'
import type { Ports } from './ports.ts'
import type { Result } from './result.ts'
import { probingFor } from './probes.ts'
import { survey } from './survey.ts'

/** Shows what `apply` would do; `verify` asks for the same plan to be empty, and looks at expiry more strictly. */
export async function planCommand(settings: Settings, ports: Ports): Promise<Result> {
  const surveyed = await survey(settings, ports)
  const { environment, spec, depth, plan, certificates, wanted, wiring, names, instance, content } = surveyed
  const probed =
    settings.command === 'verify' && spec !== undefined && wanted !== undefined && instance !== undefined
      ? await (await probingFor({ spec, wanted, instance, settings, ports })).rest(withheldIn(wanted))
      : []
  const problems = [...surveyed.problems, ...probed]
  const drifted = (plan?.changes ?? []).filter((change) => !isOnlyDue(change)).length
  const drift = settings.failOnChanges && drifted > 0
  const message = `${drifted} of the items of the spec are not as it says`
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
    names,
    content,
  }
}

/** A keystore that could not be built, or whose secrets are withheld, cannot be presented. */
const withheldIn =
  ({ keystores, issued, requested }: Wanted) =>
  (keystore: string): boolean =>
    !keystores.has(keystore) && !issued.has(keystore) && !requested.has(keystore)
