import type { Location, Problem } from '../errors.ts'
import { CodedError } from '../errors.ts'
import { normaliseInstance } from '../instance-origin.ts'
import { absentItems, splitAbsent } from './absent.ts'
import { buildSpec, fillIn } from './build.ts'
import { contentOf, type SpecContent } from './content.ts'
import { readDocument } from './document.ts'
import { itemsOf, sectionsOf } from './environment.ts'
import type { Spec } from './model.ts'
import { environmentName } from './names.ts'
import { gathered, inOrder, itemOf, problemAt, SECTIONS, shown } from './problems.ts'
import { checkNames, checkReferences } from './references.ts'
import { head, sections, type Sections } from './schema.ts'
import { didYouMean } from './suggest.ts'
import type { Entry, Mapping } from './tree.ts'
import { entriesOf, entryOf, textOf } from './tree.ts'
import { validate } from './validate.ts'

const MAX_ENVIRONMENTS = 100

/** A spec that has been read, with each of its environments applied. */
export interface SpecDocument {
  /** Where the environments begin. */
  readonly at: Location
  readonly environmentNames: readonly string[]
  /** By environment; empty where anything is wrong with the spec. */
  readonly specs: ReadonlyMap<string, Spec>
  /** What is the same in all of them. */
  readonly content: SpecContent
}

/** The sections of one environment or of several, and what is wrong with them. */
interface Checked {
  readonly tree: Mapping
  /** Undefined where they are not of the form that they should be. */
  readonly value: Sections | undefined
  readonly problems: readonly Problem[]
}

interface Applied extends Checked {
  readonly name: string
  readonly entry: Entry
  /** Undefined where the instance cannot be told; `problem` says why. */
  readonly origin?: string
  readonly problem?: Problem
}

/**
 * Reads the text of a spec and checks all of it, with every environment applied: all problems at once, in the order of the
 * file, each with its place.
 * @param file as the places name it
 * @returns no document where the text is not YAML or its root no mapping
 */
export function parseSpec(text: string, file: string): { readonly document?: SpecDocument; readonly problems: Problem[] } {
  const { tree, problems: unreadable } = readDocument(text, file)
  if (tree === undefined) return { problems: inOrder(unreadable) }
  const entries = entriesOf(entryOf(tree, 'environments')?.value)
  const header = validate(head, tree, [])
  const bare = sectionsOf(tree)
  const everywhere = [
    ...unreadable,
    ...header.problems,
    ...checkEnvironments(tree, entries),
    ...validate(sections, splitAbsent(bare).present, [], entries.length === 0).problems,
    ...checkNames(bare),
  ]
  let common: Checked | undefined
  const applied = entries.slice(0, MAX_ENVIRONMENTS).map((entry): Applied => {
    const checked = overrides(entry) ? check(sectionsOf(tree, entry.value)) : (common ??= check(bare))
    return { ...checked, name: entry.key, entry, ...originOf(entry) }
  })
  everywhere.push(...checkCollisions(applied), ...applied.flatMap(({ problem }) => problem ?? []))
  const problems = gathered(everywhere, new Map(applied.map((environment) => [environment.name, environment.problems])))
  const specs = new Map<string, Spec>()
  for (const environment of problems.length === 0 ? applied : []) {
    const spec = build(environment, header.value?.owner)
    if (spec !== undefined) specs.set(environment.name, spec)
  }
  const at = entryOf(tree, 'environments')?.at ?? tree.at
  return { document: { at, environmentNames: entries.map(({ key }) => key), specs, content: contentOf(tree) }, problems }
}

/**
 * The spec with one environment applied.
 * @param environment undefined where the spec is to tell: then it must have exactly one
 * @returns no spec where the environment is not one of them, or the document has problems of its own
 */
export function specFor(
  document: SpecDocument,
  environment: string | undefined,
): { readonly spec?: Spec; readonly problems: Problem[] } {
  const { at, environmentNames: names, specs } = document
  const [only, second] = names
  const name = environment ?? (second === undefined ? only : undefined)
  const report = (what: string, hint?: string): { problems: Problem[] } => ({
    problems: [problemAt('spec.environment', [], what, at, hint)],
  })
  // That there are none was said when the document was read.
  if (only === undefined) return { problems: [] }
  if (name === undefined) return report(`environment: there are several, and none is given: ${names.map(shown).join(', ')}`)
  if (!names.includes(name)) {
    return report(`environment: ${shown(name)} is not one of ${names.map(shown).join(', ')}`, didYouMean(name, names))
  }
  const spec = specs.get(name)
  return { ...(spec !== undefined && { spec }), problems: [] }
}

function checkEnvironments(tree: Mapping, entries: readonly Entry[]): Problem[] {
  const problems = entries.flatMap(({ key, at }) => {
    const reason = environmentName(key)
    return reason === undefined ? [] : [problemAt('spec.name', ['environments', key], `the name ${reason}`, at)]
  })
  const section = entryOf(tree, 'environments')
  if (section?.value.kind === 'mapping' && entries.length === 0) {
    problems.push(problemAt('spec.type', ['environments'], 'has no environment', section.at, 'name one, with its instance'))
  }
  const beyond = entries[MAX_ENVIRONMENTS]
  if (beyond !== undefined) {
    problems.push(problemAt('spec.type', ['environments'], `has more than ${MAX_ENVIRONMENTS} environments`, beyond.at))
  }
  return problems
}

const overrides = ({ value }: Entry): boolean =>
  [...SECTIONS, 'issuers', 'probes'].some((section) => entryOf(value, section) !== undefined)

function check(tree: Mapping): Checked {
  const { present, absent } = splitAbsent(tree)
  const { value, problems } = validate(sections, present, [])
  const others = validate(sections, absent, [], false).problems
  return { tree, value, problems: [...problems, ...others, ...checkNames(tree), ...checkReferences(tree, present)] }
}

function build({ name, entry, tree, value, origin }: Applied, owner: string | undefined): Spec | undefined {
  if (origin === undefined || value === undefined) return undefined
  const guard = entryOf(entry.value, 'protected')?.value
  const isProtected = guard?.kind === 'scalar' && guard.value === true
  const { present, absent } = splitAbsent(tree)
  return buildSpec(value, present, absentItems(absent), { name, at: entry.at, instance: origin, protected: isProtected }, owner)
}

/** The instance of an environment; nothing where there is no text, which is said elsewhere. */
function originOf({ key: name, value }: Entry): { readonly origin?: string; readonly problem?: Problem } {
  const given = entryOf(value, 'instance')?.value
  const template = textOf(given)
  if (given === undefined || template === undefined) return {}
  try {
    return { origin: normaliseInstance(fillIn(template, name)) }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    return { problem: problemAt('spec.type', ['environments', name, 'instance'], error.message, given.at, error.hint) }
  }
}

/** What an item is on the instance: certificates share a table, messages of one name may be of different applications. */
function recordsOf({ tree }: Checked): Map<string, string> {
  return new Map(
    SECTIONS.flatMap((section) =>
      itemsOf(tree, section).map(({ key, value }) => {
        const table = section === 'trusted-certificates' ? 'keystores' : section
        const marks = [textOf(entryOf(value, 'scope')?.value), textOf(entryOf(value, 'sys-id')?.value)]
        return [JSON.stringify([table, key, ...marks]), itemOf([section, key])] as const
      }),
    ),
  )
}

/** Two environments that both are one instance would undo each other's work on a record (contract 3). */
function checkCollisions(environments: readonly Applied[]): Problem[] {
  const seen = new Map<string, Map<string, string>>()
  return environments.flatMap((environment) => {
    const { name, entry, origin } = environment
    if (origin === undefined) return []
    const taken = seen.get(origin) ?? new Map<string, string>()
    seen.set(origin, taken)
    const records = [...recordsOf(environment)]
    const shared = records.find(([record]) => taken.has(record))
    for (const [record] of records) if (!taken.has(record)) taken.set(record, name)
    if (shared === undefined) return []
    const [record, item] = shared
    const what = `is on ${origin} like ${taken.get(record) ?? ''}, and both have ${item}`
    const hint = 'give each environment an instance of its own, or names of its own'
    return [problemAt('spec.environment', ['environments', name], what, entry.at, hint)]
  })
}
