import { problemOf, toCoded, type Finding, type Problem } from '../errors.ts'
import { normaliseInstance } from '../instance-origin.ts'
import { examineAccount } from '../plan/examine-account.ts'
import { examineRecords } from '../plan/examine-records.ts'
import { examineSettings } from '../plan/examine-settings.ts'
import { examinationOf } from '../plan/health.ts'
import { identityOf } from '../plan/mark.ts'
import type { InstanceReader, ItemKind } from '../plan/ports.ts'
import type { Settings } from './inputs.ts'
import { takeInventory } from './inventory.ts'
import type { Ports } from './ports.ts'
import { failedResult, type Result } from './result.ts'
import { readSpec } from './survey.ts'

/** The instance that the inputs or the spec name, and the environment of the spec where there is one. */
export interface Named {
  readonly origin: string
  readonly environment: string
  readonly owner: string | undefined
}

/** A spec is not needed where the input `instance-url` names the instance. */
export async function namedInstance(
  settings: Settings,
  ports: Ports,
): Promise<Named | { readonly problems: readonly Problem[] }> {
  const { instanceUrl } = settings
  const { spec, problems } = await readSpec(settings, ports)
  if (spec !== undefined) {
    const { name, instance } = spec.environment
    return { origin: instanceUrl ?? normaliseInstance(instance), environment: name, owner: spec.owner }
  }
  const without = instanceUrl !== undefined && problems.every(({ code }) => code === 'spec.not-found')
  return without ? { origin: instanceUrl, environment: settings.environment ?? '', owner: undefined } : { problems }
}

const tablesOf = (instance: InstanceReader): Record<ItemKind, string> => {
  const name = (kind: ItemKind): string => instance.describe(kind).table
  return {
    certificate: name('certificate'),
    'protocol-profile': name('protocol-profile'),
    'rest-message': name('rest-message'),
    'soap-message': name('soap-message'),
    connection: name('connection'),
    'oauth-provider': name('oauth-provider'),
  }
}

const ORDER = ['error', 'warning', 'notice']

/**
 * Examines an instance: what the account may do, how the instance is set, and everything that is broken, expired or dangling on
 * it, whoever made it. Nothing is written.
 */
export async function doctorCommand(settings: Settings, ports: Ports): Promise<Result> {
  const named = await namedInstance(settings, ports)
  if ('problems' in named) return failedResult(named.problems, settings.command, settings.environment)
  const { environment, origin } = named
  try {
    const instance = ports.connect(origin)
    const inventory = await takeInventory(instance, 'undated files')
    const identity = identityOf(named.owner ?? ports.owner, environment, inventory.facts.origin, inventory.facts.name)
    const findings: Finding[] = [
      ...examineAccount(inventory, settings.purpose),
      ...examineSettings(inventory),
      ...examineRecords(inventory, { now: ports.now(), expiryWarningMs: settings.expiryWarningMs, identity }),
    ]
    const sorted = findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
    return {
      ...failedResult([], settings.command),
      environment,
      examined: examinationOf(inventory, settings.purpose, tablesOf(instance)),
      problems: sorted.map((finding) => problemOf(finding, '')),
    }
  } catch (error) {
    return { ...failedResult([problemOf(toCoded(error).toFinding(), '')], settings.command), environment }
  }
}
