import { inspect } from 'node:util'

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
  const text = bytes.toString('utf8')
  return Buffer.from(text, 'utf8').equals(bytes) && !text.includes('\0') ? text : undefined
}

/** The lines of a text that are secret by themselves: long enough, and no PEM header. */
function secretLines(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return lines.filter((line) => line.length >= SHORTEST_LINE && !/^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(line))
}

const withoutCertificates = (text: string): string =>
  text.includes('-----BEGIN') ? text.replaceAll(CERTIFICATE_BLOCK, '\n') : text

/** What a runner has to be told of a secret: the value, or its lines where it has several. It makes the other encodings itself. */
export function masksOf(secret: SecretValue): string[] {
  const text = asText(secret.bytes())
  if (text === undefined) return []
  const value = withoutCertificates(text).trim()
  return value.includes('\n') ? secretLines(value) : value === '' ? [] : [value]
}

/** Every form in which a secret could show up in text, longest first. Certificates within it are no secret. */
export function formsOf(bytes: Buffer): string[] {
  const forms = new Set<string>()
  const add = (form: string, shortest = 1): void => {
    if (form.trim().length >= shortest) forms.add(form)
  }
  const encoded = (part: Buffer): void => {
    for (const form of base64Forms(part)) {
      add(form, SHORTEST_ENCODED)
      add(urlAlphabet(form), SHORTEST_ENCODED)
    }
    add(part.toString('hex'), SHORTEST_ENCODED)
    add(part.toString('hex').toUpperCase(), SHORTEST_ENCODED)
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
    add(encodeURIComponent(text))
    add(encodeURIComponent(text).replaceAll('%20', '+'))
    add(JSON.stringify(text).slice(1, -1))
  }
  if (secret.trim().includes('\n')) {
    for (const line of secretLines(secret)) {
      add(line)
      encoded(Buffer.from(line, 'utf8'))
      add(encodeURIComponent(line))
    }
  }
  return longestFirst(forms)
}

const longestFirst = (forms: Set<string>): string[] => [...forms].sort((a, b) => b.length - a.length)

/** The one place that knows all secrets of a run; everything that is printed or written passes through {@link clean}. */
export class Redactor {
  #forms: string[] = []
  readonly #known = new Set<string>()

  /** Makes a secret known before its first use. */
  add(secret: SecretValue | Buffer | string): void {
    const bytes =
      secret instanceof SecretValue ? secret.bytes() : typeof secret === 'string' ? Buffer.from(secret, 'utf8') : secret
    const fresh = formsOf(bytes).filter((form) => !this.#known.has(form))
    for (const form of fresh) this.#known.add(form)
    if (fresh.length > 0) this.#forms = longestFirst(this.#known)
  }

  /** The text with every known secret, in every form, replaced. */
  clean(text: string): string {
    let result = text
    for (const form of this.#forms) if (result.includes(form)) result = result.replaceAll(form, MASK)
    return result
  }

  /**
   * Plain data (objects, arrays, maps, texts) with every text {@link clean}ed. Done before texts are escaped for the place they
   * go to: escaping could disguise a secret.
   */
  cleanAll<T>(data: T): T {
    return this.#cleaned(data) as T
  }

  #cleaned(data: unknown): unknown {
    if (typeof data === 'string') return this.clean(data)
    if (Array.isArray(data)) return data.map((value) => this.#cleaned(value))
    if (data instanceof Map) return new Map([...data].map(([key, value]) => [this.#cleaned(key), this.#cleaned(value)]))
    if (typeof data !== 'object' || data === null) return data
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, this.#cleaned(value)]))
  }

  /** Whether a known secret stands in the bytes; used before public files are written. Short ones occur by chance. */
  finds(bytes: Buffer): boolean {
    const long = this.#forms.filter((form) => form.length >= SHORTEST_ENCODED)
    return long.some((form) => bytes.includes(form, 0, 'utf8'))
  }
}
