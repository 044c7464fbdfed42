import { problemOf, toCoded } from '../errors.ts'
import { exportSpec } from '../plan/export.ts'
import { identityOf } from '../plan/mark.ts'
import { fileName } from '../report/escape.ts'
import { namedInstance } from './doctor.ts'
import type { Settings } from './inputs.ts'
import { takeInventory } from './inventory.ts'
import type { Ports } from './ports.ts'
import { failedResult, type Result } from './result.ts'

/** Writes a spec from what the instance has, and the public certificates that it names. Nothing is written on the instance. */
export async function exportCommand(settings: Settings, ports: Ports): Promise<Result> {
  const named = await namedInstance(settings, ports)
  if ('problems' in named) return failedResult(named.problems, settings.command, settings.environment)
  const environment = settings.environment ?? (named.environment === '' ? 'dev' : named.environment)
  try {
    const instance = ports.connect(named.origin)
    const inventory = await takeInventory(instance, 'all files')
    const identity = identityOf(named.owner ?? ports.owner, environment, inventory.facts.origin, inventory.facts.name)
    const { spec, files, findings } = exportSpec(inventory, { environment, identity, fileName })
    const refused = Object.values(inventory.records).flatMap((told) => ('refused' in told ? [told.refused] : []))
    const problems = [
      ...refused.map((finding) => problemOf({ ...finding, severity: 'warning' }, '')),
      ...findings.map((finding) => problemOf(finding, '')),
    ]
    const exported = [{ path: 'servicenow-mtls.yml', text: spec }, ...files]
    return { ...failedResult(problems, settings.command), environment, exported }
  } catch (error) {
    return { ...failedResult([problemOf(toCoded(error).toFinding(), '')], settings.command), environment }
  }
}
