import type { ErrorCode, Finding, Location, Problem } from '../errors.ts'
import { problemOf } from '../errors.ts'
import type { Path } from './tree.ts'

/** The sections whose items become records, in the order of their dependencies. */
export const SECTIONS = [
  'keystores',
  'trusted-certificates',
  'protocol-profiles',
  'rest-messages',
  'soap-messages',
  'connections',
  'oauth-providers',
] as const
export type SectionName = (typeof SECTIONS)[number]

/** Nobody reads more of them; a hostile spec could ask for millions. */
export const MOST_PROBLEMS = 1000
const LONGEST_SHOWN = 100

/** A key or name as a message repeats it: not all of it when it is long. Writers escape what they print. */
export function shown(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text
}

/** An item has the same name where an environment overrides it. */
const withoutEnvironment = (path: Path): Path => (path[0] === 'environments' ? path.slice(2) : path)

/** `keystores.bank-client` of a path into that item; empty outside of items. */
export function itemOf(path: Path): string {
  const [section, name] = withoutEnvironment(path)
  const known = SECTIONS.find((one) => one === section)
  return known !== undefined && typeof name === 'string' ? `${known}.${shown(name)}` : ''
}

/** A path as people write it, from its item down: `source.chain[0].file`. */
function written(path: Path): string {
  const below = itemOf(path) === '' ? path : withoutEnvironment(path).slice(2)
  return below.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? shown(step) : `${text}.${shown(step)}`
  }, '')
}

/** A problem of the spec at a path, said as `path: what is wrong`. */
export function problemAt(code: ErrorCode, path: Path, what: string, at: Location, hint?: string): Problem {
  const item = itemOf(path)
  const thing = written(path) || item.slice(item.indexOf('.') + 1)
  const message = thing === '' ? what : `${thing}: ${what}`
  const finding: Finding = { code, severity: 'error', message, ...(hint !== undefined && { hint }) }
  return problemOf(finding, item, at)
}

const keyOf = ({ code, item, message, at }: Problem): string =>
  JSON.stringify([code, item, message, at?.line ?? 0, at?.column ?? 0])

/** The problems each once, in the order of the file. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const once = [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()]
  once.sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0))
  return once.slice(0, MOST_PROBLEMS)
}

/**
 * The problems of a spec with its environments: what is wrong wherever one looks is said once, what comes of one
 * environment's overrides names it.
 */
export function gathered(everywhere: readonly Problem[], byEnvironment: ReadonlyMap<string, readonly Problem[]>): Problem[] {
  const known = new Set(everywhere.map(keyOf))
  const found = new Map<string, { problem: Problem; environments: Set<string> }>()
  for (const [environment, problems] of byEnvironment) {
    for (const problem of problems) {
      const key = keyOf(problem)
      if (known.has(key)) continue
      const entry = found.get(key) ?? { problem, environments: new Set() }
      found.set(key, entry)
      entry.environments.add(environment)
    }
  }
  const particular = [...found.values()].map(({ problem, environments }) => {
    if (environments.size === byEnvironment.size) return problem
    return { ...problem, message: `${problem.message} (environment ${[...environments].join(', ')})` }
  })
  return inOrder([...everywhere, ...particular])
}
