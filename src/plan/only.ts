import { problemOf, stopsRun, type Problem } from '../errors.ts'
import type { Spec } from '../spec/model.ts'
import type { Change } from './model.ts'

/** Whether an item is one of those that a run is limited to. */
export const isNamed = (item: string, only: readonly string[]): boolean =>
  only.length === 0 || only.some((name) => names(name, item))

/**
 * The problems of items that a limited run leaves alone are only warned of, unless they keep a named one from being changed.
 * @param blocked items that cannot be changed, and the item whose problem it is
 */
export function limitProblems(
  problems: readonly Problem[],
  blocked: ReadonlyMap<string, string>,
  only: readonly string[],
): Problem[] {
  const causes = new Set([...blocked].filter(([item]) => isNamed(item, only)).map(([, because]) => because))
  const counts = (problem: Problem): boolean => stopsRun(problem) || isNamed(problem.item, only) || causes.has(problem.item)
  return problems.map((problem) =>
    problem.severity !== 'error' || counts(problem) ? problem : { ...problem, severity: 'warning' },
  )
}

const nameOf = (item: string): string => item.slice(item.indexOf('.') + 1)
const names = (only: string, item: string): boolean => only === item || only === nameOf(item)

/**
 * The changes limited to some items; what they depend on has to be among them, or in place already.
 * @param others items without a change. @param only names with or without their section; empty for no limit.
 */
export function limitTo(
  changes: readonly Change[],
  others: readonly string[],
  only: readonly string[],
): { readonly changes: readonly Change[]; readonly problems: readonly Problem[] } {
  if (only.length === 0) return { changes, problems: [] }
  const items = [...changes.map(({ item }) => item), ...others]
  const unknown = only.filter((name) => !items.some((item) => names(name, item)))
  const limited = changes.filter(({ item }) => only.some((name) => names(name, item)))
  const problems = [
    ...unknown.map((name) => invalid(`input only: ${name}: the spec has no such item`, 'check the name')),
    ...limited.flatMap((change) => missingOf(change, limited)),
  ]
  return { changes: limited, problems }
}

/**
 * Names of `only` that are items of the spec, and of none of the kind that a command is for.
 * @param what they are not, as a sentence without its subject
 */
export function strangersAmong(
  only: readonly string[],
  spec: Spec,
  isMeant: (item: string) => boolean,
  what: string,
): { readonly names: readonly string[]; readonly problems: readonly Problem[] } {
  const { keystores, existing, trustedCertificates, protocolProfiles, messages } = spec
  const items = [
    ...[...keystores.keys(), ...existing.keys()].map((name) => `keystores.${name}`),
    ...[...trustedCertificates.keys()].map((name) => `trusted-certificates.${name}`),
    ...[...protocolProfiles.keys()].map((name) => `protocol-profiles.${name}`),
    ...messages.map(({ kind, name }) => `${kind}s.${name}`),
  ]
  const strangers = only.filter((name) => {
    const named = items.filter((item) => names(name, item))
    return named.length > 0 && !named.some(isMeant)
  })
  return { names: strangers, problems: strangers.map((name) => invalid(`input only: ${name}: ${what}`, 'name such a keystore')) }
}

function missingOf(change: Change, changes: readonly Change[]): Problem[] {
  const missing = change.dependsOn.filter((needed) => !changes.some(({ item }) => item === needed))
  return missing.map((needed) =>
    invalid(`input only: ${change.item} needs ${needed}, which has to be changed before it`, 'name it, too'),
  )
}

const invalid = (message: string, hint: string): Problem =>
  problemOf({ code: 'input.invalid', severity: 'error', message, hint }, '')
