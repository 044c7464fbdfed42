import { problemOf, type Problem } from '../errors.ts'
import type { Change } from './model.ts'

const nameOf = (item: string): string => item.slice(item.indexOf('.') + 1)
const names = (only: string, item: string): boolean => only === item || only === nameOf(item)

/**
 * The changes limited to some items; what they depend on has to be among them, or in place already.
 * @param others items without a change. @param only names with or without their section; empty for no limit.
 */
export function limitTo(
  changes: readonly Change[],
  others: readonly string[],
  only: readonly string[],
): { readonly changes: readonly Change[]; readonly problems: readonly Problem[] } {
  if (only.length === 0) return { changes, problems: [] }
  const items = [...changes.map(({ item }) => item), ...others]
  const unknown = only.filter((name) => !items.some((item) => names(name, item)))
  const limited = changes.filter(({ item }) => only.some((name) => names(name, item)))
  const problems = [
    ...unknown.map((name) => invalid(`input only: ${name}: the spec has no such item`, 'check the name')),
    ...limited.flatMap((change) => missingOf(change, limited)),
  ]
  return { changes: limited, problems }
}

function missingOf(change: Change, changes: readonly Change[]): Problem[] {
  const missing = change.dependsOn.filter((needed) => !changes.some(({ item }) => item === needed))
  return missing.map((needed) =>
    invalid(`input only: ${change.item} needs ${needed}, which has to be changed before it`, 'name it, too'),
  )
}

const invalid = (message: string, hint: string): Problem =>
  problemOf({ code: 'input.invalid', severity: 'error', message, hint }, '')
