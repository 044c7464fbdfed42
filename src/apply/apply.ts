import { CodedError, toCoded } from '../errors.ts'
import type { Change, Plan, Step } from '../plan/model.ts'
import { createLimiter } from '../limiter.ts'
import { isRepointing, unitsOf, type Hands, type Made, type Unit } from './step.ts'

export type Outcome =
  | { readonly change: Change; readonly is: 'done' }
  /** `begun`: a step before or beside the one that failed was carried out. */
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
  const stages = stagesOf(change.steps)
  let begun = false
  let after: readonly Task[] = []
  for (const stage of stages) {
    let units: readonly Unit[]
    try {
      units = stop.aborted ? [] : unitsOf(stage, hands)
    } catch (error) {
      return { change, is: 'failed', error: toCoded(error), step: stage[0], begun }
    }
    const toDo = new Set(units)
    const looks = units.map((unit) => ({
      step: unit.step,
      run: async () => {
        if ((await unit.look?.()) === 'done') toDo.delete(unit)
      },
    }))
    const changed = await failureOf([...after, ...looks])
    if (changed !== undefined) return { change, is: 'failed', ...changed, begun }
    if (stop.aborted) return { change, is: 'stopped', because: 'the run was told to end', begun }
    const written = (): void => void (begun = true)
    const writes = [...toDo].map(({ step, write }) => ({ step, run: async () => write?.(written).then(written) }))
    const broken = await failureOf(writes)
    after = [...toDo].flatMap(({ step, after: run }) => (run === undefined ? [] : [{ step, run }]))
    if (broken !== undefined) {
      // What was written beside it is looked at all the same.
      if (stage.length > 1) await failureOf(after)
      return { change, is: 'failed', ...broken, begun }
    }
    begun = true
  }
  const changed = await failureOf(after)
  return changed === undefined ? { change, is: 'done' } : { change, is: 'failed', ...changed, begun: stages.length > 1 }
}

interface Task {
  readonly step: Step
  readonly run: () => Promise<unknown>
}

interface Failure {
  readonly step: Step
  readonly error: CodedError
}

/** Does these side by side. @returns the first that failed, once all have ended */
async function failureOf(tasks: readonly Task[]): Promise<Failure | undefined> {
  const ended = await Promise.all(
    tasks.map(async ({ step, run }) => {
      try {
        await run()
        return undefined
      } catch (error) {
        return { step, error: toCoded(error) }
      }
    }),
  )
  return ended.find((failure) => failure !== undefined)
}

/** The steps that go side by side: none of them rests on the one before, whichever of them a run that dies has carried out. */
function stagesOf(steps: readonly Step[]): [Step, ...Step[]][] {
  const stages: [Step, ...Step[]][] = []
  for (const step of steps) {
    const last = stages.at(-1)
    const previous = last?.at(-1)
    if (last !== undefined && previous !== undefined && goesBeside(previous, step)) last.push(step)
    else stages.push([step])
  }
  return stages
}

/**
 * Profiles of one keystore, and records that are deleted, of which nothing is in use. A password and what it opens are not sent side by
 * side: an instance may look into what is attached as soon as it is there.
 */
function goesBeside(previous: Step, step: Step): boolean {
  if (previous.do === 'delete') return step.do === 'delete'
  return isRepointing(previous) && isRepointing(step)
}
