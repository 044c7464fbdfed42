import { CodedError, toCoded } from '../errors.ts'
import type { Change, Plan, Step } from '../plan/model.ts'
import { createLimiter } from '../limiter.ts'
import { carryOutStep, setPassword, type Hands, type Made } from './step.ts'

export type Outcome =
  | { readonly change: Change; readonly is: 'done' }
  /** `begun`: a step before the one that failed was carried out. */
  | { readonly change: Change; readonly is: 'failed'; readonly error: CodedError; readonly step: Step; readonly begun: boolean }
  /** Not begun, or stopped between two writes: what it needs failed, or the run was told to end. */
  | { readonly change: Change; readonly is: 'stopped'; readonly because: string; readonly begun: boolean }

export interface ApplyOptions {
  /** Ends the run between two steps; a write in flight is finished and read back. */
  readonly stop: AbortSignal
  /** Told of each change as it ends. */
  readonly onOutcome: (outcome: Outcome) => void
}

/**
 * Several changes for each of the requests that are made at a time unless more are asked for, so that none of those waits for a
 * change; few enough that a run of a thousand which is ended has carried out some wholly, and not begun all.
 */
const AT_A_TIME = 32

/**
 * Carries out a plan: each change once all it depends on is done, independent changes side by side, the steps of one change
 * one after the other. A change that fails stops what depends on it and nothing else (contract 4.10).
 * @returns one outcome for each change of the plan, in its order. Never throws.
 */
export async function carryOut(plan: Plan, hands: Omit<Hands, 'made'>, options: ApplyOptions): Promise<Outcome[]> {
  const made: Made = new Map()
  const running = new Map<string, Promise<Outcome>>()
  const limited = createLimiter(AT_A_TIME)
  for (const change of plan.changes) {
    const needed = change.dependsOn.flatMap((item) => running.get(item) ?? [])
    const work = (): Promise<Outcome> => limited(() => carryOutChange(change, { ...hands, made }, options.stop))
    running.set(change.item, start(change, needed, work, options))
  }
  return Promise.all(running.values())
}

async function start(
  change: Change,
  needed: readonly Promise<Outcome>[],
  work: () => Promise<Outcome>,
  options: ApplyOptions,
): Promise<Outcome> {
  const missing = (await Promise.all(needed)).find(({ is }) => is !== 'done')
  const outcome: Outcome =
    missing === undefined
      ? await work()
      : { change, is: 'stopped', because: `${missing.change.item} was not carried out`, begun: false }
  options.onOutcome(outcome)
  return outcome
}

async function carryOutChange(change: Change, hands: Hands, stop: AbortSignal): Promise<Outcome> {
  let goneAlong: Step | undefined
  for (const [index, step] of change.steps.entries()) {
    if (step === goneAlong) continue
    const next = change.steps[index + 1]
    const begun = index > 0
    if (stop.aborted) return { change, is: 'stopped', because: 'the run was told to end', begun }
    try {
      if (step.do !== 'set-password' || !goesAlong(next)) await carryOutStep(step, hands)
      else if ((await setPassword(step, hands, () => (stop.aborted ? undefined : carryOutStep(next, hands)))) === 'both') {
        goneAlong = next
      }
    } catch (error) {
      return { change, is: 'failed', error: toCoded(error), step, begun }
    }
  }
  return { change, is: 'done' }
}

/** Steps after which nothing is in use yet: they are carried out while it is looked whether a password was stored. */
const goesAlong = (step: Step | undefined): step is Step => step?.do === 'attach' || step?.do === 'check'
