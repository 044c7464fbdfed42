import { fromZone, inZone, stamp } from './time.ts'

/** On whose behalf a query is asked, and when. */
export interface Asker {
  readonly userId: string
  readonly userName: string
  readonly timeZone: string
  readonly now: Date
  /** Whether times in scripts are those of the user's zone; else UTC. */
  readonly zoned: boolean
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const CALL = /^javascript:\s*(?:return\s+)?gs\.(\w+)\(([^()]*)\)(?:\.getDisplayValue\(\))?\s*;?$/

/** Midnight of the user's day that is so many days away, UTC. */
function midnight({ now, timeZone }: Asker, days: number): Date {
  const local = inZone(stamp(new Date(now.getTime() + days * DAY)), timeZone)
  return fromZone(`${local.slice(0, 10)} 00:00:00`, timeZone)
}

const startOf = (asker: Asker, days: number): string => stamp(midnight(asker, days))
const endOf = (asker: Asker, days: number): string => stamp(new Date(midnight(asker, days + 1).getTime() - 1000))

/**
 * The value of a `javascript:` text. A real instance runs the script; here the few calls that clients and filters use have their
 * meaning, and everything else is empty.
 */
export function constant(script: string, asker: Asker): string {
  const [, name = '', given = ''] = CALL.exec(script) ?? []
  const args = given
    .split(',')
    .map((arg) => arg.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((arg) => arg !== '')
  const count = Number(args[0] ?? '0') || 0
  const ago = (ms: number): string => stamp(new Date(asker.now.getTime() - ms))
  switch (name) {
    case 'getUserID':
      return asker.userId
    case 'getUserName':
      return asker.userName
    case 'dateGenerate': {
      const [date = '', time = date.slice(11)] = args
      const named = { '': '00:00:00', start: '00:00:00', end: '23:59:59' }[time] ?? time
      const text = `${date.slice(0, 10)} ${named}`
      return asker.zoned ? stamp(fromZone(text, asker.timeZone)) : text
    }
    case 'nowDateTime':
    case 'now':
      return ago(0)
    case 'minutesAgo':
    case 'minutesAgoStart':
      return ago(count * 60_000)
    case 'hoursAgo':
    case 'hoursAgoStart':
      return ago(count * HOUR)
    case 'daysAgo':
      return ago(count * DAY)
    case 'daysAgoStart':
      return startOf(asker, -count)
    case 'daysAgoEnd':
      return endOf(asker, -count)
    case 'beginningOfToday':
      return startOf(asker, 0)
    case 'endOfToday':
      return endOf(asker, 0)
    case 'beginningOfYesterday':
      return startOf(asker, -1)
    case 'endOfYesterday':
      return endOf(asker, -1)
    default:
      return ''
  }
}
