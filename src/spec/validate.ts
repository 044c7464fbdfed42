import * as z from 'zod/mini'
import type { ErrorCode, Problem } from '../errors.ts'
import { ERRORS } from '../errors.ts'
import { MOST_PROBLEMS, problemAt, shown } from './problems.ts'
import { didYouMean } from './suggest.ts'
import type { Path, Tree } from './tree.ts'
import { entriesOf, isNull, placeOf, plain, treeAt } from './tree.ts'

type Schema = z.core.$ZodType
type Issue = z.core.$ZodIssue

/** What zod/mini says where a schema has no words of its own. */
const NO_WORDS = 'Invalid input'

/** How a form of a union is told: by its first key. */
interface Form {
  readonly tell: string
  readonly keys: readonly string[]
}

export interface Validated<Value> {
  /** Undefined where there are problems. */
  readonly value?: Value
  readonly problems: Problem[]
}

/**
 * Checks a tree against a schema.
 * @param path where the tree stands in the spec; the tree itself begins there.
 * @param whole false where a part of the tree is still to come: then nothing that is missing is a problem.
 */
export function validate<S extends Schema>(schema: S, tree: Tree, path: Path, whole = true): Validated<z.infer<S>> {
  const result = z.safeParse(schema, plain(tree))
  if (result.success) return { value: result.data, problems: [] }
  const reporter = new Reporter(tree, path, whole)
  for (const issue of result.error.issues) reporter.issue(issue, [], schema)
  return { problems: reporter.problems }
}

/** Says issues of zod in the words and at the places of the spec. */
class Reporter {
  readonly problems: Problem[] = []
  readonly #tree: Tree
  readonly #path: Path
  readonly #whole: boolean

  constructor(tree: Tree, path: Path, whole: boolean) {
    this.#tree = tree
    this.#path = path
    this.#whole = whole
  }

  /** @param from the path that the issue's own path begins at, and `schema` what is meant there. */
  issue(issue: Issue, from: Path, schema: Schema): void {
    if (this.problems.length >= MOST_PROBLEMS) return
    const below = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
    const path = [...from, ...below]
    const here = schemaAt(schema, below)
    const tree = treeAt(this.#tree, path)
    if (tree === undefined) this.#missing(path)
    else if (issue.code === 'invalid_union') {
      this.#union(path, tree, here, (form, option) => {
        for (const inner of issue.errors[form] ?? []) this.issue(inner, path, option)
      })
    } else if (issue.code === 'unrecognized_keys') {
      // Where only one form of a union comes near, its issues come without the union's.
      if (optionsOf(here).length === 0) this.#unknown(path, issue.keys, keysOf(here))
      else this.#union(path, tree, here, (_, option) => this.#unknown(path, issue.keys, keysOf(option)))
    } else if (issue.code === 'invalid_value') this.#choice(path, tree, issue.values)
    else if (issue.code === 'invalid_type' && issue.message === NO_WORDS) this.#type(path, tree, wanted(here))
    else this.#report(codeOf(issue), path, issue.message)
  }

  #unknown(path: Path, keys: readonly string[], known: readonly string[]): void {
    for (const key of keys.slice(0, MOST_PROBLEMS)) {
      const at = [...path, key]
      const hint = didYouMean(key, known) ?? `known here: ${known.join(', ')}`
      this.#report('spec.unknown-key', at, 'is not known here', hint, true)
    }
  }

  #missing(path: Path): void {
    const above = path.slice(0, -1)
    if (!this.#whole) return
    const at = placeOf(this.#tree, above)
    this.problems.push(problemAt('spec.type', this.#full(path), 'is missing', at))
  }

  /** @param report says the issues of the one form that was chosen. */
  #union(path: Path, tree: Tree, schema: Schema | undefined, report: (form: number, option: Schema) => void): void {
    const options = optionsOf(schema)
    const forms = options.map(formOf)
    if (tree.kind !== 'mapping') {
      const what = forms.map(({ tell }) => `{ ${tell}: … }`).join(' or ')
      this.#report('spec.type', path, `is ${found(tree)} where ${what} is meant`)
      return
    }
    const given = forms.flatMap(({ tell }, index) => (tree.entries.has(tell) ? [index] : []))
    const [chosen, second] = given
    const option = chosen === undefined ? undefined : options[chosen]
    if (chosen === undefined || option === undefined) this.#noForm(path, tree, forms)
    else if (second === undefined) report(chosen, option)
    else {
      const tells = given.map((index) => forms[index]?.tell ?? '')
      const what = `${tells.join(' and ')} exclude each other: exactly one of them`
      this.#report('spec.type', [...path, forms[second]?.tell ?? ''], what, undefined, true)
    }
  }

  #noForm(path: Path, tree: Tree, forms: readonly Form[]): void {
    const known = new Set(forms.flatMap(({ keys }) => keys))
    const unknown = entriesOf(tree).flatMap(({ key }) => (known.has(key) ? [] : [key]))
    const tells = forms.map(({ tell }) => tell)
    if (unknown.includes('value')) {
      const hint = 'store it as a secret and write { secret: NAME }; treat what was written here as leaked'
      this.#report('spec.type', [...path, 'value'], 'a password or key is never written into the spec', hint, true)
    } else if (unknown.length > 0) this.#unknown(path, unknown, tells)
    else this.#report('spec.type', path, `needs exactly one of ${tells.join(', ')}`)
  }

  #choice(path: Path, tree: Tree, values: readonly unknown[]): void {
    const value = tree.kind === 'scalar' ? tree.value : undefined
    const allowed = values.map(String)
    const isText = typeof value === 'string'
    const said = isText ? `${shown(value)} is` : 'is'
    if (isText && allowed.includes(value)) this.#report('spec.type', path, 'is text', 'leave the quotes out')
    else {
      const what = `${said} not ${allowed.length > 1 ? 'one of ' : ''}${allowed.join(', ')}`
      this.#report('spec.type', path, what, isText ? hintFor(value, allowed) : undefined)
    }
  }

  #type(path: Path, tree: Tree, what: string): void {
    const value = tree.kind === 'scalar' ? tree.value : null
    let hint: string | undefined
    if (what === 'text' && value !== null) hint = 'put it in quotes'
    else if (typeof value === 'string' && /^(?:\d+|true|false)$/.test(value)) hint = 'leave the quotes out'
    this.#report('spec.type', path, `is ${found(tree)} where ${what} is meant`, hint)
  }

  /** At the key where `path` has one; of text, numbers and lists at the value itself. */
  #report(code: ErrorCode, path: Path, what: string, hint?: string, atKey = false): void {
    const tree = treeAt(this.#tree, path)
    const hasPlace = tree !== undefined && tree.kind !== 'mapping' && !isNull(tree)
    const at = hasPlace && !atKey ? tree.at : placeOf(this.#tree, path)
    this.problems.push(problemAt(code, this.#full(path), what, at, hint))
  }

  #full(path: Path): Path {
    return [...this.#path, ...path]
  }
}

const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && code in ERRORS

/** The code that a check of `schema.ts` gave, or that of a wrong value. */
function codeOf(issue: Issue): ErrorCode {
  const code: unknown = issue.code === 'custom' ? issue.params?.code : undefined
  return isErrorCode(code) ? code : 'spec.type'
}

function found(tree: Tree): string {
  if (tree.kind === 'list') return 'a list'
  if (tree.kind === 'mapping') return 'a mapping'
  if (tree.value === null) return 'empty'
  if (typeof tree.value === 'string') return 'text'
  if (typeof tree.value === 'boolean') return String(tree.value)
  return Number.isInteger(tree.value) ? 'a number' : 'a number with a fraction'
}

/* --- What a schema says of itself: only the kinds that schema.ts is made of. --- */

const isKind = <Kind extends z.core.$ZodTypes['_zod']['def']['type']>(
  schema: Schema,
  kind: Kind,
): schema is Extract<z.core.$ZodTypes, { _zod: { def: { type: Kind } } }> => schema._zod.def.type === kind

/** The schema within defaults and options. */
function bare(schema: Schema): Schema {
  return isKind(schema, 'optional') || isKind(schema, 'default') ? bare(schema._zod.def.innerType) : schema
}

function schemaAt(schema: Schema, path: Path): Schema | undefined {
  let here: Schema | undefined = bare(schema)
  for (const step of path) {
    let next: Schema | undefined
    if (isKind(here, 'object')) next = here._zod.def.shape[step]
    else if (isKind(here, 'record')) next = here._zod.def.valueType
    else if (isKind(here, 'array')) next = here._zod.def.element
    if (next === undefined) return undefined
    here = bare(next)
  }
  return here
}

const keysOf = (schema: Schema | undefined): string[] =>
  schema !== undefined && isKind(schema, 'object') ? Object.keys(schema._zod.def.shape) : []

const optionsOf = (schema: Schema | undefined): readonly Schema[] =>
  schema !== undefined && isKind(schema, 'union') ? schema._zod.def.options : []

function formOf(option: Schema): Form {
  const keys = keysOf(option)
  return { tell: keys[0] ?? '', keys }
}

function wanted(schema: Schema | undefined): string {
  if (schema === undefined) return 'something else'
  if (isKind(schema, 'string')) return 'text'
  if (isKind(schema, 'number')) return 'a whole number'
  if (isKind(schema, 'boolean')) return 'true or false'
  if (isKind(schema, 'array')) return 'a list'
  return isKind(schema, 'union') ? 'a value' : 'a mapping'
}

/** Instances in FIPS mode take no other type, so that people ask for it. */
const hintFor = (value: string, allowed: readonly string[]): string | undefined =>
  allowed.includes('pkcs12') && /^bcfks$/i.test(value)
    ? 'BCFKS is not written by this action: keystores of an instance in FIPS mode, which takes nothing else, are loaded by hand'
    : didYouMean(value, allowed)
