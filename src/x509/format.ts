import { hash } from 'node:crypto'

/** Milliseconds. */
export const DAY = 86_400_000

/** UTC to the second: `YYYY-MM-DDTHH:MM:SSZ`. */
export function formatTime(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z')
}

/** SHA-256 as upper-case hex pairs with colons, as openssl and keytool print it. */
export function fingerprint(bytes: Buffer): string {
  return hash('sha256', bytes, 'hex')
    .toUpperCase()
    .replace(/..(?!$)/g, '$&:')
}

/** `1 day`, `2 days`. */
export const daysText = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`

/** Whole days from `now` until `date`, rounded down: 0 on the last day, negative after it. */
export function daysUntil(date: Date, now: Date): number {
  return Math.floor((date.getTime() - now.getTime()) / DAY)
}
