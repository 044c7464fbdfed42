/** A time as the instance stores it: UTC, `YYYY-MM-DD HH:MM:SS`. */
export const stamp = (time: Date): string => time.toISOString().slice(0, 19).replace('T', ' ')

const utc = (stored: string): Date => new Date(`${stored.replace(' ', 'T')}Z`)

/** The same time as a user in that zone sees it. */
export function inZone(stored: string, zone: string): string {
  const time = utc(stored)
  if (stored === '' || Number.isNaN(time.getTime())) return stored
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  return format.format(time)
}

/** The time that a user in that zone means by `YYYY-MM-DD HH:MM:SS`; the epoch where it is none. */
export function fromZone(seen: string, zone: string): Date {
  const asUtc = utc(seen).getTime()
  if (Number.isNaN(asUtc)) return new Date(0)
  const offset = utc(inZone(stamp(new Date(asUtc)), zone)).getTime() - asUtc
  const guess = asUtc - offset
  // The offset may be another on that side of a change of the clocks.
  return new Date(asUtc - (utc(inZone(stamp(new Date(guess)), zone)).getTime() - guess))
}
