import type { Finding } from '../errors.ts'
import type { ChangeRequest } from './ports.ts'

/**
 * What forbids to write under a change request: it is not there, not being implemented, on hold, or now is not within its planned
 * window.
 */
export function changeProblems(number: string, change: ChangeRequest | undefined, now: Date): Finding[] {
  const problem = (code: Finding['code'], what: string): Finding => ({ code, severity: 'error', message: `${number}: ${what}` })
  if (change === undefined) return [problem('change.missing', 'the account sees no such change request')]
  const { implementing, state, onHold, start, end } = change
  const problems: Finding[] = []
  if (!implementing) problems.push(problem('change.state', `its state is ${state === '' ? 'empty' : state}, not Implement`))
  if (onHold) problems.push(problem('change.state', 'it is on hold'))
  const [from, until] = [timeOf(start), timeOf(end)]
  if (from === undefined || until === undefined) {
    problems.push(problem('change.window', `its planned ${from === undefined ? 'start' : 'end'} date is empty`))
  } else if (now < from || now >= until) {
    problems.push(
      problem('change.window', `now is ${now < from ? 'before' : 'after'} its planned window, ${start} to ${end} UTC`),
    )
  }
  return problems
}

/** A time as the instance stores it, in UTC. */
function timeOf(text: string): Date | undefined {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? new Date(`${text.replace(' ', 'T')}Z`) : undefined
}
