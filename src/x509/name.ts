import type { Node } from '../der/reader.ts'
import { asOid, asSequence, asSet, asText, DerError } from '../der/reader.ts'

interface Attribute {
  readonly type: string
  readonly value: Node
}

/** Relative distinguished names in the order of the certificate, the most general one first. */
export type Name = readonly (readonly Attribute[])[]

const COMMON_NAME = '2.5.4.3'

/** The short names that RFC 4514 section 3 defines; any other type is written as its number, as Java does. */
export const ATTRIBUTE_TYPES = {
  CN: COMMON_NAME,
  C: '2.5.4.6',
  L: '2.5.4.7',
  ST: '2.5.4.8',
  STREET: '2.5.4.9',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  UID: '0.9.2342.19200300.100.1.1',
  DC: '0.9.2342.19200300.100.1.25',
} as const

const KEYWORDS = new Map<string, string>(Object.entries(ATTRIBUTE_TYPES).map(([keyword, type]) => [type, keyword]))

/** Reads a Name (RFC 5280 4.1.2.4). @throws DerError */
export function readName(node: Node | undefined): Name {
  return asSequence(node).map((rdn) => asSet(rdn).map(readAttribute))
}

function readAttribute(node: Node): Attribute {
  const [type, value] = asSequence(node)
  if (value === undefined) throw new DerError('an attribute of a name has no value')
  return { type: asOid(type), value }
}

/** A name as RFC 4514 writes it: the most specific part first, `CN=acme,O=Acme\, Inc.,C=CH`. */
export function formatName(name: Name): string {
  return name
    .toReversed()
    .map((rdn) => rdn.map(formatAttribute).join('+'))
    .join(',')
}

/** The most specific common name. */
export function commonNameOf(name: Name): string | undefined {
  const attribute = name.flat().findLast(({ type }) => type === COMMON_NAME)
  return attribute && textOf(attribute.value)
}

/** Every attribute of a name as text; a value that is none as its encoding. */
export function attributeTexts(name: Name): { readonly type: string; readonly text: string }[] {
  return name.flat().map(({ type, value }) => ({ type, text: textOf(value) ?? `#${value.bytes.toString('hex')}` }))
}

/** A value that is not of a known type, or no text, is written as its encoding (RFC 4514 2.4). */
function formatAttribute({ type, value }: Attribute): string {
  const keyword = KEYWORDS.get(type)
  const text = keyword === undefined ? undefined : textOf(value)
  return text === undefined ? `${keyword ?? type}=#${value.bytes.toString('hex')}` : `${keyword ?? type}=${escape(text)}`
}

function textOf(value: Node): string | undefined {
  try {
    return asText(value).toWellFormed()
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}

/** RFC 4514 2.4; control characters are written as hex pairs too, so that a name is one line wherever it is printed. */
function escape(text: string): string {
  // Most texts have nothing to escape, and are not taken apart.
  if (/^[A-Za-z0-9](?:[A-Za-z0-9 .@_-]*[A-Za-z0-9])?$/.test(text)) return text
  const characters = Array.from(text)
  return characters
    .map((character, index) => {
      if (/[\u0000-\u001f\u007f-\u009f]/.test(character)) return hexPairs(character)
      const first = index === 0 && /[ #]/.test(character)
      const last = index === characters.length - 1 && character === ' '
      return first || last || /[,+"\\<>;]/.test(character) ? `\\${character}` : character
    })
    .join('')
}

function hexPairs(character: string): string {
  return Buffer.from(character, 'utf8').toString('hex').toUpperCase().replace(/../g, '\\$&')
}
