import type { Document, Pair, ParsedNode, YAMLError } from 'yaml'
import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, Parser } from 'yaml'
import type { Location, Problem } from '../errors.ts'
import { problemAt, shown } from './problems.ts'
import type { Entry, Mapping, Path, Tree } from './tree.ts'

const MAX_BYTES = 1024 * 1024
/** More than a thousand items with a comment for each take; it bounds the time that a text can cost. */
const MAX_LEXEMES = 200_000
const MAX_VALUES = 100_000
/** The deepest value of a spec is a file in a chain in an override of an environment. */
const MAX_DEPTH = 32
const MOST_ERRORS = 20
/** The parser keeps two tokens for each level of a text, and some of its own. */
const MAX_STACK = 4 * MAX_DEPTH

/** YAML 1.2 and nothing else: no merge keys, no tags beyond the core schema, and keys are compared here. */
const OPTIONS = { schema: 'core', merge: false, resolveKnownTags: false, uniqueKeys: false, prettyErrors: false } as const
const CORE_TAGS = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`))

/** A text that ends the reading of it: nothing sensible can be said of the rest. */
class Unreadable extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

/**
 * The tree of a spec's text, with places. A tree is given although there are problems, where one can be told.
 * @param file as places name it.
 */
export function readDocument(text: string, file: string): { readonly tree?: Mapping; readonly problems: Problem[] } {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  const lines = new LineCounter()
  const locate = (offset: number): Location => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const fail = (what: string, at: Location, hint?: string): { problems: Problem[] } => ({
    problems: [problemAt('spec.yaml', [], what, at, hint)],
  })
  if (Buffer.byteLength(text) > MAX_BYTES) return fail('spec: is larger than 1 MiB', { file, line: 1, column: 1 })
  try {
    const document = compose(body, lines)
    const errors = worthTelling([...document.errors, ...document.warnings], locate)
    if (errors.length > 0) {
      return { problems: errors.map(({ error, at }) => problemAt('spec.yaml', [], sentence(error), at, hintOf(error, body))) }
    }
    if (document.directives.yaml.version !== '1.2') {
      return fail('spec: is YAML 1.2, not 1.1', locate(0), 'remove the line that begins with %YAML')
    }
    if (document.contents === null) return fail('spec: is empty', locate(0), 'docs/SPEC.md has an example')
    const reader = new Reader(locate)
    const tree = reader.read(document.contents, [])
    if (tree.kind === 'mapping') return { tree, problems: reader.problems }
    return { problems: [problemAt('spec.type', [], 'spec: is not a mapping of keys to values', tree.at)] }
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.message, locate(error.offset))
    throw error
  }
}

/** Splits, parses and composes, and stops where a text is made to keep one busy. @throws Unreadable */
function compose(text: string, lines: LineCounter): Document.Parsed {
  lines.addNewLine(0)
  const parser = new Parser(lines.addNewLine)
  const tokens = []
  let lexemes = 0
  for (const lexeme of new Lexer().lex(text)) {
    if (++lexemes > MAX_LEXEMES) throw new Unreadable('spec: has more in it than a spec can have', parser.offset)
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > MAX_STACK) throw new Unreadable(`spec: is nested deeper than ${MAX_DEPTH} levels`, parser.offset)
  }
  tokens.push(...parser.end())
  const [first, second] = new Composer<ParsedNode>(OPTIONS).compose(tokens, true, text.length)
  if (second !== undefined) throw new Unreadable('spec: is one YAML document, and here a second one begins', second.range[0])
  if (first === undefined) throw new Unreadable('spec: is empty', 0)
  return first
}

/** The first error of each line, up to where the parser has lost its way and calls everything unexpected. */
function worthTelling(
  errors: readonly YAMLError[],
  locate: (offset: number) => Location,
): { readonly error: YAMLError; readonly at: Location }[] {
  const lost = errors.findIndex(({ message }) => message.includes('in YAML stream'))
  const known = errors.slice(0, lost === -1 ? errors.length : Math.max(lost, 1)).slice(0, 100 * MOST_ERRORS)
  const located = known.map((error) => ({ error, at: locate(error.pos[0]) }))
  const byLine = new Map(located.toReversed().map((entry) => [entry.at.line, entry]))
  return [...byLine.values()].slice(0, MOST_ERRORS)
}

/** In a flow mapping `${environment}` ends the plain text before it. */
function hintOf({ pos: [offset] }: YAMLError, text: string): string | undefined {
  return text.startsWith('${', offset - 1) ? 'put a text with ${environment} in quotes' : undefined
}

/** The parser's own words in the form of this project's messages. */
function sentence({ message }: YAMLError): string {
  const [first = ''] = message.split('\n')
  return shown(first.charAt(0).toLowerCase() + first.slice(1)).replace(/\.$/, '')
}

/** Makes a tree of nodes; aliases are written out, bounded in number and depth. */
class Reader {
  readonly problems: Problem[] = []
  readonly #anchors = new Map<string, ParsedNode>()
  readonly #locate: (offset: number) => Location
  #values = 0

  constructor(locate: (offset: number) => Location) {
    this.#locate = locate
  }

  /**
   * @param empty where the value would stand when there is none.
   * @throws Unreadable where the spec is larger than bounded, aliases written out
   */
  read(node: ParsedNode | null, path: Path, empty = 0): Tree {
    const offset = node?.range[0] ?? empty
    const at = this.#locate(offset)
    if (++this.#values > MAX_VALUES) throw new Unreadable(`spec: has more than ${MAX_VALUES} values`, offset)
    if (path.length > MAX_DEPTH) throw new Unreadable(`spec: is nested deeper than ${MAX_DEPTH} levels`, offset)
    if (node === null) return { kind: 'scalar', at, value: null }
    if (isAlias(node)) return this.#alias(node.source, path, at)
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node)
    if (node.tag !== undefined && !CORE_TAGS.has(node.tag)) this.#report(path, `tag ${shown(node.tag)} is not supported`, at)
    if (isMap(node)) return { kind: 'mapping', at, entries: this.#entries(node.items, path) }
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item, index) => this.read(item, [...path, index])) }
    return { kind: 'scalar', at, value: this.#scalar(node, path, at) }
  }

  #entries(pairs: readonly Pair<ParsedNode, ParsedNode | null>[], path: Path): Map<string, Entry> {
    const entries = new Map<string, Entry>()
    for (const pair of pairs) {
      const at = this.#locate(pair.key.range[0])
      const key = this.#key(pair.key, path, at)
      if (key === undefined) continue
      const value = this.read(pair.value, [...path, key], pair.key.range[1])
      const first = entries.get(key)
      if (first === undefined) entries.set(key, { key, at, value })
      else {
        const what = `is here twice, the first time in line ${first.at.line}`
        this.problems.push(problemAt('spec.duplicate-key', [...path, key], what, at))
      }
    }
    return entries
  }

  /** Keys are text: a plain `2024` or `true` is taken as it is written. */
  #key(node: ParsedNode, path: Path, at: Location): string | undefined {
    const text = isScalar(node) ? (typeof node.value === 'string' ? node.value : node.source) : undefined
    if (text === undefined) this.#report(path, 'a key is text, not a list, a mapping or an alias', at)
    else if (text === '') this.#report(path, 'a key is missing before the colon', at)
    return text === '' ? undefined : text
  }

  #alias(name: string, path: Path, at: Location): Tree {
    const target = this.#anchors.get(name)
    if (target !== undefined) return this.read(target, path)
    this.#report(path, `the anchor of the alias *${shown(name)} is not there, or comes later`, at)
    return { kind: 'scalar', at, value: null }
  }

  #scalar({ value }: { readonly value: unknown }, path: Path, at: Location): string | number | boolean | null {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
    this.#report(path, 'a value is text, a number, true, false or null', at)
    return null
  }

  #report(path: Path, what: string, at: Location): void {
    this.problems.push(problemAt('spec.yaml', path, what, at))
  }
}
