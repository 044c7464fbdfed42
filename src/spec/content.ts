import type { Mapping, Tree } from './tree.ts'
import { entriesOf, entryOf, plain, textOf } from './tree.ts'

/** What of a spec is the same in every environment: by it a promotion tells that one content went from one to the next. */
export interface SpecContent {
  /** The spec without `environments`, as JSON with sorted keys: comments, order and layout do not count. */
  readonly text: string
  /**
   * Files that it names, sorted, each once. One with `${environment}` in its path is another in each environment. Passwords and their
   * like are not among them: a digest that tells of one lets it be guessed.
   */
  readonly files: readonly string[]
}

/** Keys whose values may be short enough to be guessed. */
const GUESSABLE: ReadonlySet<string> = new Set(['password', 'key-passphrase', 'token', 'auth-key'])

export function contentOf(tree: Mapping): SpecContent {
  const entries = new Map([...tree.entries].filter(([key]) => key !== 'environments'))
  const common: Mapping = { ...tree, entries }
  return { text: JSON.stringify(sorted(plain(common))), files: [...new Set(filesIn(common, false))].sort() }
}

function filesIn(tree: Tree, isGuessable: boolean): string[] {
  if (tree.kind === 'list') return tree.items.flatMap((item) => filesIn(item, isGuessable))
  const path = textOf(entryOf(tree, 'file')?.value)
  const own = !isGuessable && path !== undefined && !path.includes('${environment}') ? [path] : []
  return [...own, ...entriesOf(tree).flatMap(({ key, value }) => filesIn(value, GUESSABLE.has(key)))]
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
