import { BETWEEN_RUNS } from '../spec/duration.ts'
import type { Member } from './family.ts'
import type { Making } from './making.ts'
import type { Observed } from './observed.ts'

/** Until when a new generation waits while the one before is still used: not so long that a weekly run would find that one expired. */
export function handoverOf(
  making: Making,
  target: Member | undefined,
  replaced: readonly Member[],
  observed: Observed,
  now: Date,
): Date | undefined {
  const used = replaced.find(({ generation, whose }) => generation.is === 'current' && whose !== 'other-instance')
  if (making.handoverMs === 0 || making.atOnce || used === undefined || target?.active === true) return undefined
  if (target !== undefined && target.generation.is !== 'new') return undefined
  const published = target === undefined ? now : timeOf(target.row.columns.created ?? '')
  const until = new Date(Math.min(published.getTime() + making.handoverMs, endOf(used, observed) - BETWEEN_RUNS))
  return until > now ? until : undefined
}

/** When the certificate of a record ends, as its content tells, or else its mark; never where nobody knows. */
export function endOf({ row, mark }: Member, { opened }: Observed): number {
  const content = opened.get(row.sysId)
  const leaf =
    content?.kind === 'issued' || content?.kind === 'requested'
      ? content.facts.leaf
      : content?.kind === 'different'
        ? content.leaf
        : undefined
  if (leaf !== undefined) return new Date(leaf.notAfter).getTime()
  return mark === undefined ? Infinity : timeOf(dashed(mark.notAfter)).getTime()
}

const dashed = (date: string): string => date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3 00:00:00')

/** A time as the instance tells it; one that it does not tell was long ago. */
function timeOf(text: string): Date {
  const time = Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`)
  return new Date(Number.isNaN(time) ? 0 : time)
}
