/**
 * Looks for secrets in what a run left behind. Where the action encodes its secrets and masks every form, this decodes what
 * was found and looks for the secret itself: another way to the same end, so that one can catch the other's mistakes.
 */

export interface Haystack {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Secret {
  readonly name: string
  readonly value: Uint8Array
}

export interface Hit {
  readonly haystack: string
  readonly secret: string
  /** How it was encoded, the outermost first: `raw`, `base64`, `url > base64`. */
  readonly form: string
  /** Whether it is one line of a secret of several lines. */
  readonly line: boolean
}

/** A shorter secret is looked for as it is and in no encoding: by chance alone its forms are everywhere. */
const SHORTEST_ENCODED = 8
const SHORTEST_LINE = 16
/** Encodings within encodings: base64 of JSON, a URL with base64 in it. */
const DEPTH = 2
/** Stands between pieces that were decoded apart, so that no secret is found across them. */
const GAP = '\0\0\0\0'

interface Needle {
  readonly secret: string
  /** Bytes as latin1 text, like every text here: one character is one byte. */
  readonly text: string
  readonly line: boolean
}

/** Every secret that stands in a haystack, each told once, in the plainest form in which it is found there. */
export function findSecrets(haystacks: readonly Haystack[], secrets: readonly Secret[]): Hit[] {
  const needles = secrets.flatMap(needlesOf)
  return haystacks.flatMap(({ name, bytes }) => {
    const hits = new Map<string, Hit>()
    const all = readings(Buffer.from(bytes).toString('latin1'))
    for (const { secret, text, line } of needles) {
      const candidates = text.length < SHORTEST_ENCODED ? all.slice(0, 1) : all
      const found = candidates.find((reading) => reading.text.includes(text))
      const key = `${secret}\0${String(line)}`
      if (found !== undefined && !hits.has(key)) hits.set(key, { haystack: name, secret, form: found.form, line })
    }
    return [...hits.values()]
  })
}

/**
 * What must not be found of a secret: the whole without white space around it, and where it has several lines each of them
 * that is long enough to tell. Certificates and the headers of PEM are public.
 */
function needlesOf({ name, value }: Secret): Needle[] {
  const whole = Buffer.from(value).toString('latin1').trim()
  const secret = whole.replaceAll(/-----BEGIN ([A-Z0-9 ]*CERTIFICATE)-----[^-]*-----END \1-----/g, '')
  const lines = secret.split(/\r?\n/).map((line) => line.trim())
  const telling =
    lines.length > 1 ? lines.filter((line) => line.length >= SHORTEST_LINE && !/^-----|^[A-Za-z-]+: /.test(line)) : []
  const texts = secret === whole && whole !== '' ? [whole] : []
  return [
    ...texts.map((text) => ({ secret: name, text, line: false })),
    ...telling.map((text) => ({ secret: name, text, line: true })),
  ]
}

interface Reading {
  readonly form: string
  readonly text: string
}

/** The text itself, and what it says when it is decoded in every way, {@link DEPTH} times over. */
function readings(text: string): Reading[] {
  let outer: Reading[] = [{ form: 'raw', text }]
  const all = [...outer]
  for (let depth = 0; depth < DEPTH; depth++) {
    outer = outer.flatMap((reading) => decoded(reading))
    all.push(...outer)
  }
  return all
}

const DECODERS: readonly (readonly [string, (text: string) => string[]])[] = [
  ['json', (text) => [unescapeJson(text)]],
  ['url', (text) => [unescapeUrl(text), unescapeUrl(text.replaceAll('+', ' '))]],
  ['hex', unhex],
  ['base64', unbase64],
]

/** Decodings that say something other than the text itself. */
function decoded({ form, text }: Reading): Reading[] {
  return DECODERS.flatMap(([name, decode]) =>
    decode(text)
      .filter((inner) => inner !== '' && inner !== text)
      .map((inner) => ({ form: form === 'raw' ? name : `${form} > ${name}`, text: inner })),
  )
}

/** `\n`, `\"`, `\u00e9`; a surrogate pair is one character. */
function unescapeJson(text: string): string {
  const letters: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }
  return text.replaceAll(/(?:\\u[0-9a-fA-F]{4})+|\\["\\/bfnrt]/g, (escaped) => {
    if (!escaped.startsWith('\\u')) return letters[escaped.slice(1)] ?? escaped.slice(1)
    const units = escaped.match(/[0-9a-fA-F]{4}/g) ?? []
    const characters = String.fromCharCode(...units.map((unit) => parseInt(unit, 16)))
    return Buffer.from(characters, 'utf8').toString('latin1')
  })
}

const unescapeUrl = (text: string): string =>
  text.replaceAll(/%([0-9a-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))

/** Each run of digits from its first and from its second digit: a digit before it may not belong to it. */
function unhex(text: string): string[] {
  const runs = text.match(/[0-9a-fA-F]{16,}/g) ?? []
  return [0, 1].map((start) => runs.map((run) => Buffer.from(run.slice(start), 'hex').toString('latin1')).join(GAP))
}

/**
 * Each run of digits of either alphabet, line breaks within it or not, from each of its first four digits: what stands before
 * the encoded text may look like digits, too.
 */
function unbase64(text: string): string[] {
  const unbroken = text.replaceAll(/(?<=[A-Za-z0-9+/_-])\r?\n[ \t]*(?=[A-Za-z0-9+/_-])/g, '')
  return [text, ...(unbroken === text ? [] : [unbroken])].flatMap((version) => {
    const runs = version.match(/[A-Za-z0-9+/_-]{11,}/g) ?? []
    return [0, 1, 2, 3].map((start) => runs.map((run) => Buffer.from(run.slice(start), 'base64').toString('latin1')).join(GAP))
  })
}
