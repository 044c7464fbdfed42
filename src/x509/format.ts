/** Milliseconds. */
export const DAY = 86_400_000

/** UTC to the second: `YYYY-MM-DDTHH:MM:SSZ`. */
export function formatTime(date: Date): string {
  return `${date.toISOString().slice(0, -'.000Z'.length)}Z`
}

/** Hex as upper-case pairs with colons, as openssl and keytool print a fingerprint. */
export function hexPairs(hex: string): string {
  return (hex.toUpperCase().match(/../g) ?? []).join(':')
}

/** `1 day`, `2 days`. */
export const daysText = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`

/** Whole days from `now` until `date`, rounded down: 0 on the last day, negative after it. */
export function daysUntil(date: Date, now: Date): number {
  return Math.floor((date.getTime() - now.getTime()) / DAY)
}
