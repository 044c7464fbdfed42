import * as z from 'zod/mini'
import { CodedError } from '../errors.ts'
import { generationOf, withoutDate } from './names.ts'
import type { Change, Plan } from './model.ts'

/** What of a reviewed plan is compared; the rest of the file is of no account. */
const REVIEWED = z.object({
  format: z.literal(1),
  environment: z.string(),
  instance: z.string(),
  changes: z.array(
    z.object({
      item: z.string(),
      table: z.string(),
      name: z.string(),
      sysId: z.nullable(z.string()),
      contentHash: z.nullable(z.string()),
      columns: z.array(z.object({ column: z.string(), to: z.string() })),
    }),
  ),
})
type Reviewed = z.infer<typeof REVIEWED>

/** @throws input.invalid for what is not a plan of this version */
export function parseReviewed(text: string, file: string): Reviewed {
  const fail = (what: string): CodedError => new CodedError('input.invalid', `input plan-file: ${file}: ${what}`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw fail('is not JSON')
  }
  const parsed = z.safeParse(REVIEWED, value)
  if (!parsed.success) throw fail('is not a plan that the command plan has written')
  return parsed.data
}

/**
 * What a fresh plan would do that was not reviewed (contract 4.9). A plan is covered when every change of it stands in the
 * reviewed one: the same item and record, the same content, no column set otherwise, nothing else deleted. So a run that died can go
 * on with what is left.
 * @param issued items whose content nobody knew when they were reviewed: one that bears our mark is what the run that died made
 * @returns a sentence for each difference; none when the plan may be carried out.
 */
export function beyondReview(plan: Plan, reviewed: Reviewed, issued: ReadonlySet<string>): string[] {
  if (plan.changes.length === 0) return []
  if (reviewed.environment !== plan.environment || reviewed.instance !== plan.instance) {
    return [`the reviewed plan is for ${reviewed.environment} on ${reviewed.instance}`]
  }
  return plan.changes.flatMap((change) => beyond(change, reviewed, issued))
}

function beyond(change: Change, reviewed: Reviewed, issued: ReadonlySet<string>): string[] {
  const known = reviewed.changes.find(({ item }) => item === change.item)
  if (known === undefined) return [`${change.item}: this change was not in the reviewed plan`]
  const isUnknown = known.contentHash === null && issued.has(change.item)
  if (change.contentHash !== null && change.contentHash !== known.contentHash && !isUnknown) {
    return [`${change.item}: its content is another`]
  }
  if (change.table !== known.table || change.name !== known.name) return [`${change.item}: it is another record`]
  // A certificate's record changes as it rotates, and a run that died may have made it.
  if (!isGeneration(change.item) && known.sysId !== null && change.sysId !== known.sysId) {
    return [`${change.item}: it is another record (${change.sysId ?? 'none'})`]
  }
  const seen = new Set(known.columns.map(({ column, to }) => essence(column, to)))
  return change.columns
    .filter(({ column, from, to }) => !seen.has(essence(column, to)) && !isOwnLeftover(change, from))
    .map(({ column, to }) => `${change.item}: ${column} would become ${to}`)
}

const isGeneration = (item: string): boolean => item.startsWith('keystores.') || item.startsWith('trusted-certificates.')

/** What is set, and of which record where that is not the item's own; dates do not count. */
const essence = (column: string, to: string): string => JSON.stringify([column, withoutDate(to)])

/** What the run that died has begun and not finished is deleted and made anew. */
function isOwnLeftover(change: Change, name: string | null): boolean {
  return name !== null && generationOf(change.name, name)?.is === 'new'
}
