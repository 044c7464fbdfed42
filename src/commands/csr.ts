import type { Plan } from '../plan/model.ts'
import type { PlanInput } from '../plan/input.ts'
import { computeRequests, keysWaiting } from '../plan/requests.ts'
import { carryOutPlan, type Maker } from './apply.ts'
import type { Settings } from './inputs.ts'
import type { Ports } from './ports.ts'
import { createRequesting, type Requesting } from './requesting.ts'
import type { Result } from './result.ts'

/**
 * Makes the keys of certificates that people sign, once, and writes their requests: run again, it writes those of the keys that
 * wait already. The same machinery as `apply`, with another plan.
 */
export async function csrCommand(settings: Settings, ports: Ports): Promise<Result> {
  const found: { waiting?: ReadonlyMap<string, string>; requesting?: Requesting } = {}
  const compute = (input: PlanInput): Plan => {
    found.waiting = keysWaiting(input)
    return computeRequests(input)
  }
  const maker: Maker = (_spec, wanted) => {
    found.requesting = createRequesting(wanted, ports)
    return Promise.resolve(found.requesting)
  }
  const result = await carryOutPlan(settings, ports, compute, maker)
  const { waiting = new Map<string, string>(), requesting } = found
  if (requesting === undefined) return { ...result, publicKeystores: [] }
  const failed = new Set(result.outcomes.flatMap(({ is, change }) => (is === 'done' ? [] : [change.item])))
  for (const { item } of result.plan?.blocked ?? []) failed.add(item)
  const requests = await requesting.requests(waiting, (name) => !failed.has(`keystores.${name}`))
  // What is in use now is not what is asked for: it is left out of the files.
  return { ...result, publicKeystores: [], requests }
}
