import { isWhole, newestFirst, retiredOf, type Member } from './family.ts'
import type { Making } from './making.ts'
import type { Observed } from './observed.ts'
import type { Step } from './model.ts'
import { dateOf, keptName, untilName } from './names.ts'
import type { Row } from './ports.ts'
import { change, remove } from './record-steps.ts'
import { DAY } from '../x509/format.ts'

export const isRolledBack = ({ generation, active }: Member): boolean => generation.is === 'rolled back' && !active

/** Left by a run that died before it was whole or in use; what a person attached something to is none of ours. */
export const isStale = ({ active, generation, whose, attachments }: Member): boolean =>
  !active && generation.is === 'new' && (whose === 'ours' || whose === 'other-instance' || attachments.length === 0)

/** Ours by its mark, with the name of the current generation, and made inactive by somebody. */
export const isSetAside = ({ active, generation, whose }: Member): boolean =>
  !active && generation.is === 'current' && whose === 'ours'

/** Retired or rolled back by its name and active still, as a rollback that died leaves it. */
export const isBetween = ({ generation }: Member): boolean => generation.is === 'retired' || generation.is === 'rolled back'

interface Retiring {
  readonly observed: Observed
  readonly repointed: readonly Row[]
  readonly now: Date
  /** Names of the family that are taken; grows with each record that steps aside. */
  readonly taken: Set<string>
}

/** A replaced record steps aside in one write: what something else still refers to stays active. */
export function retire(member: Member, making: Making, { observed, repointed, now, taken }: Retiring): Step[] {
  const used = usersOf(member, observed, repointed).length > 0
  if (making.secret && member.whose === 'other-instance' && !used) return [remove(member)]
  if (isBetween(member)) return used ? [] : [change(member, { active: 'false' })]
  if (member.generation.is === 'until') return [change(member, { active: 'false' })]
  const { replaced } = making
  if (replaced.as === 'until') {
    const over = replaced.overlapMs === 0
    const name = freeName((date) => untilName(making.name, date), new Date(now.getTime() + replaced.overlapMs), taken)
    return [change(member, over && !used ? { name, active: 'false' } : { name })]
  }
  // Inactive records may share a name, which tells in what order they retired; one that stays active may not.
  const since = member.generation.is === 'in use' ? member.generation.date : now
  if (!used) return [change(member, { name: keptName(making.name, 'retired', since, member.sha256), active: 'false' })]
  return [change(member, { name: freeName((date) => keptName(making.name, 'in use', date, member.sha256), now, taken) })]
}

/** The name with the first date, from `start` on, that no record of the family has: two active records never share one. */
function freeName(nameOn: (date: Date) => string, start: Date, taken: Set<string>): string {
  let date = start
  while (taken.has(nameOn(date))) date = new Date(date.getTime() + DAY)
  taken.add(nameOn(date))
  return nameOn(date)
}

/** What refers to a record, besides the profiles that these steps repoint. */
export function usersOf(member: Member, observed: Observed, repointed: readonly Row[]): string[] {
  const profiles = observed.profiles
    .filter((row) => row.columns.keystore === member.row.sysId && !repointed.includes(row))
    .map((row) => `protocol profile ${row.columns.name ?? row.sysId}`)
  const references = observed.references.get(member.row.sysId) ?? []
  return [...new Set([...profiles, ...references.map(({ where }) => where)])]
}

/**
 * A generation whose time is over: nothing refers to an `(in use …)` any more, or an `(until …)` date has passed.
 * @param leaving profiles that will not point at it any more
 */
export function hasEnded(member: Member, observed: Observed, leaving: readonly Row[], now: Date): boolean {
  const { active, generation, whose } = member
  if (!active || whose === 'other-owner' || whose === 'other-environment') return false
  const isOver = generation.is === 'in use' || (generation.is === 'until' && generation.date < dateOf(now))
  return isOver && usersOf(member, observed, leaving).length === 0
}

/**
 * Retired generations beyond `keep-previous`, those that retire now counted in; only what bears our mark and nothing refers to.
 */
export function surplus(
  family: readonly Member[],
  making: Making,
  observed: Observed,
  repointed: readonly Row[],
  retiring: readonly Member[],
  target: Member | undefined,
  heldBack: boolean,
): Step[] {
  if (making.replaced.as !== 'retired') return []
  // What steps aside in this plan is the newest, unless it was replaced long ago.
  const replaced = retiring.filter(({ generation }) => generation.is !== 'in use')
  const before = newestFirst([...retiring.filter((member) => !replaced.includes(member)), ...retiredOf(family)])
  const isOurs = (member: Member): boolean => member.whose === 'ours' && member !== target
  const ours = [...replaced, ...before].filter((member) => isOurs(member) && member.generation.is !== 'rolled back')
  // One that is not whole is of no use to go back to.
  const kept = ours.filter(isWhole)
  const broken = ours.filter((member) => !isWhole(member))
  const unused = (members: readonly Member[]): Member[] =>
    members.filter((member) => usersOf(member, observed, repointed).length === 0)
  // What was rolled back is kept only as long as it is held back.
  const outdated = heldBack ? [] : family.filter((member) => isOurs(member) && member.generation.is === 'rolled back')
  // The key of another instance, as a clone brings it, is never a generation to keep.
  const cloned = making.secret ? retiredOf(family).filter(({ whose }) => whose === 'other-instance') : []
  return [...unused(kept).slice(making.replaced.keep), ...unused(broken), ...unused(outdated), ...unused(cloned)].map((member) =>
    retiring.includes(member) ? remove(member, 'changed before') : remove(member),
  )
}
