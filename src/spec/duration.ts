import { CodedError } from '../errors.ts'

/** Scheduled runs are a week apart at most, and not on the minute: what has to happen in time allows for that, in milliseconds. */
export const BETWEEN_RUNS = 8 * 24 * 60 * 60 * 1000

/** A whole number and a unit. Five digits are enough, and no sum with a date leaves what a date can say. */
export const DURATION = /^\d{1,5}[dhms]$/
export const DURATION_FORMS = '30d, 12h, 10m or 90s'

const UNITS = new Map([
  ['d', 24 * 60 * 60 * 1000],
  ['h', 60 * 60 * 1000],
  ['m', 60 * 1000],
  ['s', 1000],
])

/**
 * Milliseconds of a duration as `30d`, `12h`, `10m` or `90s`.
 * @throws input.invalid for anything else
 */
export function parseDuration(text: string): number {
  const unit = UNITS.get(text.slice(-1))
  if (unit === undefined || !DURATION.test(text)) {
    throw new CodedError('input.invalid', `${JSON.stringify(text.slice(0, 40))}: not a duration as ${DURATION_FORMS}`)
  }
  return Number(text.slice(0, -1)) * unit
}
