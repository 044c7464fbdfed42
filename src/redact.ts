import { isUtf8 } from 'node:buffer'
import { hash } from 'node:crypto'
import { inspect } from 'node:util'
import { undisguised } from './disguises.ts'

/** A secret that cannot be printed by accident: every way of turning it into text gives a placeholder. */
export class SecretValue {
  readonly #bytes: Buffer
  readonly label: string

  /** @param label what it is, for messages; never the value. */
  constructor(value: string | Buffer, label: string) {
    this.#bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value
    this.label = label
  }

  /** The bytes themselves. Callers hand them to a cipher, a header or a request body, and to nothing else. */
  bytes(): Buffer {
    return this.#bytes
  }

  /** The value as UTF-8 text; see {@link bytes}. */
  text(): string {
    return this.#bytes.toString('utf8')
  }

  get length(): number {
    return this.#bytes.length
  }

  toString(): string {
    return `[secret ${this.label}]`
  }

  toJSON(): string {
    return this.toString()
  }

  [inspect.custom](): string {
    return this.toString()
  }
}

const MASK = '***'
/** A secret shorter than this is masked as it is, in no encoding (contract 5.3). */
const SHORTEST_ENCODED = 8
/** Single lines of a secret of several lines are masked from this length on. */
const SHORTEST_LINE = 16
/** A secret shorter than this stands in most lines by chance. */
const SHORTEST_LEGIBLE = 4
/** What is shorter is known by itself: passwords and tokens come before the first request, which does not wait for a hash. */
const TOKEN = 2048
const CERTIFICATE_BLOCK = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g

/** The base64 texts in which `bytes` can appear within a longer base64 text: one for each alignment, cut to what is certain. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const head = [0, 2, 3][shift] ?? 0
    const tail = (bytes.length + shift) % 3 === 0 ? 0 : 1
    return text.slice(head, text.length - tail)
  })
}

const urlAlphabet = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_')

/** Whether the bytes are text that could be printed as it is. */
function asText(bytes: Buffer): string | undefined {
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : undefined
}

/** The lines of a text that are secret by themselves: long enough, and no PEM header. */
function secretLines(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return lines.filter((line) => line.length >= SHORTEST_LINE && !/^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(line))
}

const withoutCertificates = (text: string): string =>
  text.includes('-----BEGIN') ? text.replaceAll(CERTIFICATE_BLOCK, '\n') : text

/**
 * What a runner has to be told of a secret: the value, or its lines where it has several; of bytes that are no text their base64, as
 * they would be printed. It makes the other encodings itself.
 */
export function masksOf(secret: SecretValue): string[] {
  const text = asText(secret.bytes())
  if (text === undefined) return [secret.bytes().toString('base64')]
  const value = withoutCertificates(text).trim()
  return value.includes('\n') ? secretLines(value) : value === '' ? [] : [value]
}

/** Every encoding of bytes. The begin of bytes gives the begin of each. */
const encodingsOf = (bytes: Buffer): string[] => [
  ...base64Forms(bytes).flatMap((form) => [form, urlAlphabet(form)]),
  bytes.toString('hex'),
  bytes.toString('hex').toUpperCase(),
]

/**
 * Every form in which a secret could show up in text that has no escapes, longest first. Certificates within it are no secret.
 * @param open the public half of a private key: a line of its PEM that holds nothing else stands in certificates, too, by chance of
 *   where lines break, and is no secret
 */
export function formsOf(bytes: Buffer, open?: Buffer): string[] {
  const forms = new Set<string>()
  const add = (form: string, shortest = 1): void => {
    if (form.trim().length >= shortest) forms.add(form)
  }
  const encoded = (part: Buffer): void => {
    for (const form of encodingsOf(part)) add(form, SHORTEST_ENCODED)
  }
  const whole = asText(bytes)
  if (whole === undefined) {
    encoded(bytes)
    return longestFirst(forms)
  }
  const secret = withoutCertificates(whole)
  if (secret.trim() === '') return []
  // White space is folded where a message is made one line.
  const onlySecret = secret === whole ? [whole, whole.trim(), whole.trim().replaceAll(/\s+/g, ' ')] : []
  for (const text of onlySecret) {
    add(text)
    if (Buffer.byteLength(text) < SHORTEST_ENCODED) continue
    encoded(Buffer.from(text, 'utf8'))
    // As a form has it where nothing else of it is escaped: what is, is told by its escapes.
    add(text.replaceAll(' ', '+'))
  }
  if (secret.trim().includes('\n')) {
    for (const line of secretLines(secret)) {
      if (open?.includes(Buffer.from(line, 'base64')) === true) continue
      add(line)
      encoded(Buffer.from(line, 'utf8'))
    }
  }
  return longestFirst(forms)
}

/** From this length on the forms of a secret are made when a text has the begin of one: those of a keystore are thirty times as long. */
const LONG = 256
/** So many bytes begin every form of them by more than a head. */
const BEGIN = 16

/** A secret that has the same forms as {@link formsOf} gives, and no others: bytes that are no text, or text like base64. */
function formsOfLong(bytes: Buffer): ((part: Buffer) => string[]) | undefined {
  if (bytes.length < LONG) return undefined
  const text = asText(bytes)
  if (text === undefined) return encodingsOf
  return /^[\w+/=]+$/.test(text) ? (part) => [part.toString('latin1'), ...encodingsOf(part)] : undefined
}

/** Forms that begin alike: made, and sorted, when a text has their begin. */
class Alike {
  #waiting: (() => string)[] = []
  #forms: string[] = []

  add(form: () => string): void {
    this.#waiting.push(form)
  }

  /** The longest form that stands in the text at a place. */
  at(text: string, place: number): string | undefined {
    if (this.#waiting.length > 0) {
      const forms = new Set([...this.#forms, ...this.#waiting.map((make) => make())])
      this.#forms = longestFirst(forms)
      this.#waiting = []
    }
    return this.#forms.find((form) => text.startsWith(form, place))
  }
}

const longestFirst = (forms: Set<string>): string[] => [...forms].sort((a, b) => b.length - a.length)

const CODE = /^[a-z]+(?:[.-][a-z0-9-]+)*$/
const DIGEST = /^(?:sha256:)?[0-9a-f]{64}$/
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const HEX = /^[0-9A-F]{2}(?::?[0-9A-F]{2})*$/
/**
 * What stands under these names is a word of ours, or computed: a secret that looks like a part of it is not in it, and machines go
 * by it. A mask there would only tell what the secret is.
 */
const OWN: ReadonlyMap<string, RegExp> = new Map([
  ...['code', 'error-code', 'severity', 'command', 'kind', 'reason', 'do', 'is', 'depth'].map((name) => [name, CODE] as const),
  ...['digest', 'plan-digest', 'contentHash'].map((name) => [name, DIGEST] as const),
  ...['notBefore', 'notAfter'].map((name) => [name, TIME] as const),
  ...['fingerprint256', 'serialNumber'].map((name) => [name, HEX] as const),
  ...['days-to-expiry', 'artifact-id'].map((name) => [name, /^-?\d+$/] as const),
  ['changed', /^(?:true|false)$/],
])
const NONE: typeof OWN = new Map()

/** Where a form begins and ends in a text. */
type Span = readonly [start: number, end: number]

/** The one place that knows all secrets of a run; everything that is printed or written passes through {@link clean}. */
export class Redactor {
  readonly #secrets = new Set<string>()
  /** Forms by their first characters: a text is looked through once, however many secrets there are. */
  readonly #byHead = new Map<string, Alike>()
  /** Forms that are shorter than a head, and whether they are looked for behind escapes, too: characters may be of several bytes. */
  readonly #short = new Map<string, boolean>()
  /** Whether some head begins with characters of this {@link trace}. */
  readonly #traces = new Uint8Array(TRACES)

  /** What secrets are for that are so short that masks take more than they hide. */
  readonly #tiny = new Set<string>()

  /** Labels of secrets that make what is printed illegible. */
  get tiny(): readonly string[] {
    return [...this.#tiny]
  }

  /** Makes a secret known before its first use; `open` as for {@link formsOf}. */
  add(secret: SecretValue | Buffer | string, open?: Buffer): void {
    const bytes =
      secret instanceof SecretValue ? secret.bytes() : typeof secret === 'string' ? Buffer.from(secret, 'utf8') : secret
    const id = bytes.length < TOKEN ? bytes.toString('latin1') : hash('sha256', bytes, 'base64')
    if (this.#secrets.has(id)) return
    this.#secrets.add(id)
    const length = bytes.length < BEGIN ? bytes.toString('utf8').trim().length : bytes.length
    if (secret instanceof SecretValue && length > 0 && length < SHORTEST_LEGIBLE) this.#tiny.add(secret.label)
    const long = formsOfLong(bytes)
    if (long === undefined) {
      for (const form of formsOf(bytes, open)) {
        if (form.length < SHORTEST_ENCODED) this.#short.set(form, Buffer.byteLength(form) >= SHORTEST_ENCODED)
        else this.#index(form, () => form)
      }
      return
    }
    let forms: string[] | undefined
    for (const [index, begin] of long(bytes.subarray(0, BEGIN)).entries()) {
      this.#index(begin, () => (forms ??= long(bytes))[index] ?? begin)
    }
  }

  /** @param begin at least the head of the form */
  #index(begin: string, form: () => string): void {
    const head = begin.slice(0, SHORTEST_ENCODED)
    const alike = this.#byHead.get(head) ?? new Alike()
    alike.add(form)
    this.#byHead.set(head, alike)
    this.#traces[trace(begin, 0)] = 1
  }

  /** The text with every known secret, in every form, replaced. */
  clean(text: string): string {
    const spans = this.#spansIn(text)
    if (spans.length === 0) return text
    let result = ''
    let end = 0
    for (const span of spans.sort(([a], [b]) => a - b)) {
      // What overlaps is one secret to whoever reads it.
      if (span[0] >= end) result += text.slice(end, span[0]) + MASK
      end = Math.max(end, span[1])
    }
    return result + text.slice(end)
  }

  #spansIn(text: string): Span[] {
    const spans = [...this.#longIn(text), ...this.#shortIn(text, false)]
    for (const { text: plain, placeOf } of undisguised(text)) {
      const found = [...this.#longIn(plain), ...this.#shortIn(plain, true)]
      for (const [start, end] of found) spans.push([placeOf(start), placeOf(end)])
    }
    return spans
  }

  #shortIn(text: string, isPlain: boolean): Span[] {
    const spans: Span[] = []
    for (const [form, isEncoded] of this.#short) {
      if (isPlain && !isEncoded) continue
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) spans.push([at, at + form.length])
    }
    return spans
  }

  #longIn(text: string): Span[] {
    const spans: Span[] = []
    for (let span = this.#longFrom(text, 0); span !== undefined; span = this.#longFrom(text, span[0] + 1)) spans.push(span)
    return spans
  }

  /** The first form that is not shorter than a head, from a place on. */
  #longFrom(text: string, from: number): Span | undefined {
    let seen = trace(text, from)
    for (let at = from; at + SHORTEST_ENCODED <= text.length; at += 1) {
      const here = seen
      seen = traceOn(seen, text.charCodeAt(at + TRACED))
      if (this.#traces[here] === 0) continue
      const form = this.#byHead.get(text.slice(at, at + SHORTEST_ENCODED))?.at(text, at)
      if (form !== undefined) return [at, at + form.length]
    }
    return undefined
  }

  /**
   * {@link clean} of a text that may be JSON: there each text is cleaned for itself, so that it stays what it is, and what is JSON
   * within it is looked into, too.
   * @param isOurs whether what is {@link OWN} may be believed to be
   */
  cleanJson(text: string, isOurs: boolean): string {
    if (!/^\s*[[{]/.test(text)) return this.clean(text)
    try {
      const data: unknown = JSON.parse(text)
      const cleaned = this.#cleaned(data, isOurs ? OWN : NONE)
      return cleaned === data ? text : JSON.stringify(cleaned)
    } catch {
      return this.clean(text)
    }
  }

  /**
   * Plain data (objects, arrays, maps, texts) with every text {@link clean}ed. Done before texts are escaped for the place they
   * go to: escaping could disguise a secret. Names stay, and what is {@link OWN} beneath them.
   */
  cleanAll<T>(data: T): T {
    return this.#cleaned(data, OWN) as T
  }

  #cleaned(data: unknown, own: typeof OWN, name = ''): unknown {
    if (typeof data === 'string') return own.get(name)?.test(data) === true ? data : this.clean(data)
    if (typeof data !== 'object' || data === null) return data
    if (Array.isArray(data)) return this.#each(data, own) ?? data
    if (data instanceof Map) {
      const parts = this.#each([...data].flat(1), own)
      return parts === undefined ? data : new Map(parts.flatMap((key, at) => (at % 2 === 0 ? [[key, parts[at + 1]]] : [])))
    }
    const names = Object.keys(data)
    const values = this.#each(Object.values(data), own, names)
    return values === undefined ? data : Object.fromEntries(names.map((key, at) => [key, values[at]]))
  }

  /** Undefined where all are clean already: a report of a thousand items is not made twice. */
  #each(values: readonly unknown[], own: typeof OWN, names: readonly string[] = []): unknown[] | undefined {
    let cleaned: unknown[] | undefined
    for (const [at, value] of values.entries()) {
      const clean = this.#cleaned(value, own, names[at])
      if (clean !== value) (cleaned ??= [...values])[at] = clean
    }
    return cleaned
  }

  /** Whether a known secret stands in the bytes; used before public files are written. Short ones occur by chance. */
  finds(bytes: Buffer): boolean {
    const text = bytes.toString('utf8')
    if (this.#longFrom(text, 0) !== undefined) return true
    for (const { text: plain } of undisguised(text)) if (this.#longFrom(plain, 0) !== undefined) return true
    return false
  }
}

const TRACES = 2 ** 16
/** Of so many characters a trace is made. */
const TRACED = 4

/** A number for some characters of a text: most places of most texts are told by it not to begin a secret. */
function trace(text: string, at: number): number {
  let made = 0
  for (let next = at; next < at + TRACED; next += 1) made = traceOn(made, text.charCodeAt(next))
  return made
}

/** The trace one character further: of what was {@link TRACED} characters before, nothing is left. */
const traceOn = (made: number, unit: number): number => ((made << 4) ^ unit ^ (unit >>> 4)) & (TRACES - 1)
