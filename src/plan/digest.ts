import { hash } from 'node:crypto'
import type { Change, Plan } from './model.ts'
import { withoutDate } from './names.ts'

/**
 * The digest of a plan (contract 4.9): what would be changed, and nothing of when. Days, dates, the clock and warnings are
 * not in it, so that a plan of Friday is that of Monday when nothing else changed.
 * @returns `sha256:` and 64 hex digits.
 */
export function digestOf(plan: Pick<Plan, 'format' | 'environment' | 'instance' | 'changes'>): string {
  const text = JSON.stringify([plan.format, plan.environment, plan.instance, plan.changes.map(essenceOf).sort()])
  return `sha256:${hash('sha256', text, 'hex')}`
}

/** One change as text that is equal for equal changes. */
function essenceOf(change: Change): string {
  const columns = change.columns.map(({ column, from, to }) => [
    column,
    from === null ? null : withoutDate(from),
    withoutDate(to),
  ])
  return JSON.stringify([change.kind, change.table, change.name, change.sysId, columns, change.reason, change.contentHash])
}
