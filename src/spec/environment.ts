import type { SectionName } from './problems.ts'
import { SECTIONS } from './problems.ts'
import type { Entry, Mapping, Tree } from './tree.ts'
import { entriesOf, entryOf, isNull } from './tree.ts'

/**
 * The sections of a spec with an environment's overrides applied (contract 3): section by section, item by item and key by
 * key; what a key holds is replaced whole, `null` takes away. Every value keeps the place it comes from.
 */
export function sectionsOf(spec: Mapping, environment?: Tree): Mapping {
  const entries = new Map<string, Entry>()
  for (const section of SECTIONS) {
    const base = entryOf(spec, section)
    const merged = mergeEntry(isEmpty(base) ? undefined : base, entryOf(environment, section), 'section')
    if (merged !== undefined) entries.set(section, merged)
  }
  // An issuer is replaced whole.
  const base = entryOf(spec, 'issuers')
  const issuers = mergeEntry(isEmpty(base) ? undefined : base, entryOf(environment, 'issuers'), 'item')
  if (issuers !== undefined) entries.set('issuers', issuers)
  // A list is replaced whole.
  const probes = mergeEntry(entryOf(spec, 'probes'), entryOf(environment, 'probes'), 'key')
  if (probes !== undefined && !isNull(probes.value)) entries.set('probes', probes)
  return { kind: 'mapping', at: spec.at, entries }
}

/** A section of which nothing is left but its name. */
const isEmpty = (entry: Entry | undefined): boolean => entry !== undefined && isNull(entry.value)

/** What is merged one level down, and how far down that goes. */
const BELOW = { section: 'item', item: 'key', key: undefined } as const

function mergeEntry(base: Entry | undefined, override: Entry | undefined, level: keyof typeof BELOW): Entry | undefined {
  if (override === undefined) return base
  if (isNull(override.value)) return undefined
  const below = BELOW[level]
  if (below === undefined || override.value.kind !== 'mapping') return override
  const entries = new Map<string, Entry>(base?.value.kind === 'mapping' ? base.value.entries : [])
  for (const entry of entriesOf(override.value)) {
    const merged = mergeEntry(entries.get(entry.key), entry, below)
    if (merged === undefined) entries.delete(entry.key)
    else entries.set(entry.key, merged)
  }
  const { key, at, value } = base ?? override
  return { key, at, value: { kind: 'mapping', at: value.at, entries } }
}

/** The entries of one section. */
export function itemsOf(sections: Mapping, section: SectionName): Entry[] {
  return entriesOf(entryOf(sections, section)?.value)
}
