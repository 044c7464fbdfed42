import { problemOf, type Problem } from '../errors.ts'
import { digestOf } from './digest.ts'
import type { Change, Plan } from './model.ts'

const nameOf = (item: string): string => item.slice(item.indexOf('.') + 1)
const names = (only: string, item: string): boolean => only === item || only === nameOf(item)

/**
 * The plan limited to some items; what they depend on has to be among them, or in place already.
 * @param only names with or without their section; empty for no limit.
 */
export function limitTo(plan: Plan, only: readonly string[]): Plan {
  if (only.length === 0) return plan
  const items = [...plan.changes.map(({ item }) => item), ...plan.unchanged, ...plan.blocked.map(({ item }) => item)]
  const unknown = only.filter((name) => !items.some((item) => names(name, item)))
  const changes = plan.changes.filter(({ item }) => only.some((name) => names(name, item)))
  const problems: Problem[] = [
    ...unknown.map((name) => invalid(`input only: ${name}: the spec has no such item`)),
    ...changes.flatMap((change) => missingOf(change, changes)),
  ]
  const limited = { ...plan, changes, problems: [...plan.problems, ...problems] }
  return { ...limited, digest: digestOf(limited) }
}

function missingOf(change: Change, changes: readonly Change[]): Problem[] {
  const missing = change.dependsOn.filter((needed) => !changes.some(({ item }) => item === needed))
  return missing.map((needed) => invalid(`input only: ${change.item} needs ${needed}, which has to be changed before it`))
}

const invalid = (message: string): Problem =>
  problemOf({ code: 'input.invalid', severity: 'error', message, hint: 'name it too' }, '')
