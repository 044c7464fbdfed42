import type { Problem } from '../errors.ts'
import { digestOf } from './digest.ts'
import { guardsFor } from './guards.ts'
import type { PlanInput } from './input.ts'
import type { Change, Plan } from './model.ts'
import { limitProblems, limitTo } from './only.ts'
import { summariesOf, type InPlace } from './summaries.ts'

/** What was found for a plan, before it is limited to names and guarded. */
export interface Found {
  readonly depth: Plan['depth']
  readonly changes: readonly Change[]
  readonly unchanged: readonly string[]
  /** By item: the item that keeps it from being changed, which may be itself. */
  readonly blocked: ReadonlyMap<string, string>
  /** Further items that may be named. */
  readonly others?: readonly string[]
  readonly problems: readonly Problem[]
  readonly inPlace?: readonly InPlace[]
}

/** What every plan ends with: the limit to names, guards, the certificates that people see, the digest. */
export function concluded(input: PlanInput, found: Found): Plan {
  const { spec, observed, only, now } = input
  const { depth, unchanged, blocked, others = [] } = found
  const limited = limitTo(found.changes, [...unchanged, ...blocked.keys(), ...others], only)
  const { changes } = limited
  const problems = [...found.problems, ...limited.problems, ...guardsFor(input, changes)]
  const essence = { format: 1, environment: spec.environment.name, instance: observed.facts.origin, changes } as const
  return {
    ...essence,
    depth,
    unchanged,
    blocked: [...blocked].map(([item, because]) => ({ item, because })),
    certificates: summariesOf(input, now, found.inPlace),
    problems: limitProblems(problems, blocked, only),
    digest: digestOf(essence),
  }
}

/** The items that have an error, each kept back by itself. */
export const failedIn = (problems: readonly Problem[]): Map<string, string> =>
  new Map(problems.flatMap(({ severity, item }) => (severity === 'error' && item !== '' ? [[item, item] as const] : [])))
