/** A time as the instance stores it: UTC, `YYYY-MM-DD HH:MM:SS`. */
export const stamp = (time: Date): string => time.toISOString().slice(0, 19).replace('T', ' ')

/** The same time as a user in that zone sees it. */
export function inZone(stored: string, zone: string): string {
  const time = new Date(`${stored.replace(' ', 'T')}Z`)
  if (stored === '' || Number.isNaN(time.getTime())) return stored
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  return format.format(time)
}
