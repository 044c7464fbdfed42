import { ERRORS, problemOf, type ErrorCode, type Problem, type Severity } from '../errors.ts'
import type { PlanInput } from './input.ts'
import type { Change } from './model.ts'
import type { Observed } from './observed.ts'
import { generationOf } from './names.ts'

const MOST_DELETIONS = 5

/** A certificate that is renewed because it is time to: many may be due on one day, and nobody is there to confirm that. */
const isRenewal = ({ item, name, reason }: Change, issued: PlanInput['issued']): boolean =>
  item.startsWith('keystores.') && issued.has(name) && ['renewal-due', 'handover', 'unfinished', 'surplus'].includes(reason)

/**
 * What makes a plan unsafe enough that a person has to say that it is meant, which the environment's name in the input `confirm` does
 * (contract 4.12).
 */
export function guardsFor(input: PlanInput, changes: readonly Change[]): Problem[] {
  const { spec, observed, confirm, removal, writes, issued } = input
  const { environment, keystores } = spec
  if (confirm === environment.name) return []
  const problems: Problem[] = []
  const guard = (code: ErrorCode, message: string, severity: Severity = 'error'): void => {
    problems.push({ code, severity, item: '', message, hint: ERRORS[code].hint })
  }
  // How much is changed at once is told when it is planned, and stops what would do it.
  const size = writes ? 'error' : 'warning'
  if (removal === 'destroy' && changes.length > 0) {
    const other = confirm === '' ? '' : `; confirm says ${confirm}`
    guard('guard.destroy', `${changes.length} items of environment ${environment.name} would be taken away${other}`)
  }
  const { origin, name } = observed.facts
  const host = new URL(origin).hostname
  const expected = /^([a-z0-9-]+)\.service-now\.com$/.exec(host)?.[1]
  if (expected !== undefined && name !== '' && name.toLowerCase() !== expected) {
    guard('guard.instance-name', `the instance at ${host} says that its name is ${name}`)
  }
  if (environment.protected && environment.instance !== origin) {
    guard('guard.origin', `environment ${environment.name} is protected and stands for ${environment.instance}, not ${origin}`)
  }
  const unasked = changes.filter((change) => !isRenewal(change, issued))
  const rotations = unasked.filter(({ kind, item }) => kind === 'rotate' && item.startsWith('keystores.')).length
  if (rotations > 1 && rotations * 2 > keystores.size) {
    guard('guard.rotations', `${rotations} of ${keystores.size} keystores would be rotated at once`, size)
  }
  // What runs that died have left unfinished does not count: it is taken away to begin anew.
  const deleted = unasked.flatMap(({ name, steps }) =>
    steps.filter((step) => step.do === 'delete' && generationOf(name, step.name)?.is !== 'new'),
  )
  const deletions = deleted.length
  if (deletions > MOST_DELETIONS) guard('guard.deletions', `${deletions} records would be deleted at once`, size)
  return problems
}

/** A column that the instance does not have is dropped from writes without a word: that stops everything. */
export function missingColumns({ facts, tables }: Observed): Problem[] {
  return facts.missingColumns.map(({ kind, column }) => {
    const { table, columns } = tables[kind]
    const message = `table ${table} of the instance has no column ${columns[column] ?? column}`
    return problemOf({ code: 'instance.column-dropped', severity: 'error', message }, '')
  })
}
