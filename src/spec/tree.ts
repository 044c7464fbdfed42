import type { Location } from '../errors.ts'

/** A value of the spec that remembers where it stands. */
export type Tree = Scalar | Mapping | List

export interface Scalar {
  readonly kind: 'scalar'
  readonly at: Location
  readonly value: string | number | boolean | null
}

export interface Entry {
  readonly key: string
  /** Where the key stands; `value.at` is where its value does. */
  readonly at: Location
  readonly value: Tree
}

export interface Mapping {
  readonly kind: 'mapping'
  readonly at: Location
  readonly entries: ReadonlyMap<string, Entry>
}

export interface List {
  readonly kind: 'list'
  readonly at: Location
  readonly items: readonly Tree[]
}

/** Keys and list indexes, from the root down. */
export type Path = readonly (string | number)[]

/** The entry of a mapping; undefined where there is none, or no mapping. */
export function entryOf(tree: Tree | undefined, key: string): Entry | undefined {
  return tree?.kind === 'mapping' ? tree.entries.get(key) : undefined
}

/** The entries of a mapping; none of anything else. */
export function entriesOf(tree: Tree | undefined): Entry[] {
  return tree?.kind === 'mapping' ? [...tree.entries.values()] : []
}

export function treeAt(tree: Tree, path: Path): Tree | undefined {
  let found: Tree | undefined = tree
  for (const step of path) {
    if (typeof step === 'number') found = found?.kind === 'list' ? found.items[step] : undefined
    else found = entryOf(found, step)?.value
  }
  return found
}

/** The place of the key that leads to `path`, or of the value in a list; the nearest one above where there is none. */
export function placeOf(tree: Tree, path: Path): Location {
  let place = tree.at
  let found = tree
  for (const step of path) {
    const entry = typeof step === 'string' ? entryOf(found, step) : undefined
    const next = typeof step === 'number' && found.kind === 'list' ? found.items[step] : entry?.value
    if (next === undefined) return place
    place = entry?.at ?? next.at
    found = next
  }
  return place
}

/** The text of a scalar; undefined for anything else. */
export function textOf(tree: Tree | undefined): string | undefined {
  return tree?.kind === 'scalar' && typeof tree.value === 'string' ? tree.value : undefined
}

export function isNull(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.value === null
}

/** The value without its places. Mappings have no prototype, so that no key means more than it says. */
export function plain(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value
  if (tree.kind === 'list') return tree.items.map(plain)
  const mapping = Object.create(null) as Record<string, unknown>
  for (const { key, value } of tree.entries.values()) mapping[key] = plain(value)
  return mapping
}
