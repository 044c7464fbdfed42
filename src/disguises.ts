/** A text with the escapes of one kind undone. */
export interface Plain {
  readonly text: string
  /** Where a UTF-16 unit of it stood in the text it was made of; its end, too. */
  readonly placeOf: (unit: number) => number
}

/** Units that were taken over one after the other. */
interface Run {
  readonly from: number
  /** Where the first of them stood. */
  readonly place: number
  /** How far from it the next one stood: 1, or 0 within what an escape stands for. */
  readonly step: 0 | 1
}

/** What an escape stands for: characters, each with the number of the escape's own characters that it takes. */
type Undo = (escape: string) => readonly (readonly [character: string, length: number])[]

const whole =
  (stands: (escape: string) => string): Undo =>
  (escape) => [[stands(escape), escape.length]]

/** Octets as Latin-1: the bytes of one character of UTF-8 (RFC 3629 section 4), or one that belongs to none. */
const CHARACTER = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[^]/g

/** Percent-encoding (RFC 3986 section 2.1): octets of UTF-8, and each that is part of none as Latin-1. */
const octets: Undo = (escape) => {
  const characters = Buffer.from(escape.replaceAll('%', ''), 'hex').toString('latin1').match(CHARACTER) ?? []
  return characters.map((bytes) => [bytes.length === 1 ? bytes : Buffer.from(bytes, 'latin1').toString('utf8'), 3 * bytes.length])
}

const codePoint = (digits: string, base: number): string => {
  const value = Number.parseInt(digits, base)
  return value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd'
}

/** RFC 8259 section 7. */
const SHORT_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }
const jsonEscape = (escape: string): string =>
  /^\\u/i.test(escape) ? codePoint(escape.slice(2), 16) : (SHORT_ESCAPES[escape.slice(1)] ?? escape.slice(1))

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
function entity(escape: string): string {
  const name = escape.slice(1, -1).toLowerCase()
  if (name.startsWith('#x')) return codePoint(name.slice(2), 16)
  return name.startsWith('#') ? codePoint(name.slice(1), 10) : (ENTITIES[name] ?? escape)
}

const URL = /(?:%[0-9a-f]{2})+/gi
const FORM = /(?:%[0-9a-f]{2})+|\+/gi
const JSON_TEXT = /\\(?:u[0-9a-f]{4}|["\\/bfnrt])/gi
const HTML = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi

/** `signs` stand in each text that has such escapes: most texts are told by them to have none. */
const KINDS: readonly { readonly signs: string; readonly pattern: RegExp; readonly undo: Undo }[] = [
  { signs: '%', pattern: URL, undo: octets },
  { signs: '%+', pattern: FORM, undo: (escape) => (escape === '+' ? [[' ', 1]] : octets(escape)) },
  { signs: '\\', pattern: JSON_TEXT, undo: whole(jsonEscape) },
  { signs: '&', pattern: HTML, undo: whole(entity) },
]

/**
 * The text as it reads with the escapes of URLs, forms, JSON and HTML undone, one kind at a time: encoders differ in what they
 * escape, and in the case of their digits. Nothing where a text has no escapes.
 */
export function* undisguised(text: string): Generator<Plain> {
  for (const { signs, pattern, undo } of KINDS) {
    if (Array.from(signs).some((sign) => !text.includes(sign))) continue
    const plain = undone(text, pattern, undo)
    if (plain !== undefined) yield plain
  }
}

function undone(text: string, pattern: RegExp, undo: Undo): Plain | undefined {
  let made = ''
  const runs: Run[] = []
  let place = 0
  const take = (characters: string, step: Run['step']): void => {
    runs.push({ from: made.length, place, step })
    made += characters
  }
  for (const { 0: escape, index } of text.matchAll(pattern)) {
    take(text.slice(place, index), 1)
    place = index
    for (const [characters, length] of undo(escape)) {
      take(characters, 0)
      place += length
    }
  }
  if (place === 0) return undefined
  take(text.slice(place), 1)
  return { text: made, placeOf: (unit) => placeIn(runs, unit) }
}

/** By halves: a long text may have as many runs as secrets in it. */
function placeIn(runs: readonly Run[], unit: number): number {
  let [low, high] = [0, runs.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((runs[middle]?.from ?? 0) <= unit) low = middle
    else high = middle - 1
  }
  const { from, place, step } = runs[low] ?? { from: 0, place: 0, step: 1 }
  return place + (unit - from) * step
}
