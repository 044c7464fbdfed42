import type { Problem } from '../errors.ts'
import { ERRORS, type ErrorCode } from '../errors.ts'
import type { Change, Observed } from './model.ts'
import type { Removal } from './removal.ts'

const MOST_DELETIONS = 5

export interface GuardInput {
  readonly environment: { readonly name: string; readonly instance: string; readonly protected: boolean }
  readonly observed: Observed
  readonly changes: readonly Change[]
  readonly keystores: number
  /** The input `confirm`: the environment's name overrides every guard. */
  readonly confirm: string
  readonly removal: Removal
}

/** What makes a plan unsafe enough that a person has to say that it is meant (contract 4.12). */
export function guardsOf({ environment, observed, changes, keystores, confirm, removal }: GuardInput): Problem[] {
  if (confirm === environment.name) return []
  const problems: Problem[] = []
  const guard = (code: ErrorCode, message: string): void => {
    problems.push({ code, severity: 'error', item: '', message, hint: ERRORS[code].hint })
  }
  if (removal === 'destroy' && changes.length > 0) {
    guard('guard.destroy', `${changes.length} items of environment ${environment.name} would be taken away`)
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
  const rotations = changes.filter(({ kind, item }) => kind === 'rotate' && item.startsWith('keystores.')).length
  if (rotations > 1 && rotations * 2 > keystores) {
    guard('guard.rotations', `${rotations} of ${keystores} keystores would be rotated at once`)
  }
  const deletions = changes.flatMap(({ steps }) => steps).filter((step) => step.do === 'delete').length
  if (deletions > MOST_DELETIONS) guard('guard.deletions', `${deletions} records would be deleted at once`)
  return problems
}
