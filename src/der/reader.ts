/**
 * A small reader of DER (X.690) and, where asked, of BER: enough for certificates, keys, PKCS#7 and PKCS#12.
 * Nothing is copied: nodes are views of the bytes they were read from, and a length in the input is a bound, never an allocation.
 */

import { isUtf8 } from 'node:buffer'

/** What cannot be read as DER. Callers turn it into their own coded error. */
export class DerError extends Error {
  override readonly name = 'DerError'
}

export type TagClass = 0 | 1 | 2 | 3

/** One element, as a view of the bytes it was read from: most are only walked over, and what they hold is never taken out. */
export class Node {
  /** 0 universal, 1 application, 2 context-specific, 3 private. */
  readonly tagClass: TagClass
  readonly constructed: boolean
  readonly tag: number
  /** Whether it was read by the looser rules of BER; its children are read in the same way. */
  readonly ber: boolean
  /** How many more levels may lie within. */
  readonly depthLeft: number
  readonly source: Buffer
  /** Where in the source its content begins and ends. */
  readonly start: number
  readonly end: number
  readonly from: number
  /** Where the element ends: behind its content, or the octets that end that. */
  readonly after: number

  constructor(source: Buffer, from: number, header: Header, end: number, ber: boolean, depthLeft: number) {
    this.tagClass = TAG_CLASSES[header.first >> 6] ?? 0
    this.constructed = (header.first & 0x20) !== 0
    this.tag = header.tag
    this.ber = ber
    this.depthLeft = depthLeft
    this.source = source
    this.start = header.start
    this.end = end
    this.from = from
    this.after = header.length === undefined ? end + END_OF_CONTENTS : end
  }

  /** The whole element: identifier, length and content. */
  get bytes(): Buffer {
    return this.source.subarray(this.from, this.after)
  }

  get content(): Buffer {
    return this.source.subarray(this.start, this.end)
  }
}

export interface ReadOptions {
  /** Accept indefinite lengths and lengths that are longer than needed, as old makers of PKCS#12 write them. */
  readonly ber?: boolean
  /** Levels of nesting, the outermost counted (default 32). */
  readonly maxDepth?: number
}

/** The universal tags that this project meets (X.680 8.4). */
export const TAG = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  oid: 6,
  utf8String: 12,
  sequence: 16,
  set: 17,
  numericString: 18,
  printableString: 19,
  t61String: 20,
  ia5String: 22,
  utcTime: 23,
  generalizedTime: 24,
  visibleString: 26,
  universalString: 28,
  bmpString: 30,
} as const

const MAX_DEPTH = 32
const MAX_CHILDREN = 65_536
const MAX_INTEGER_BYTES = 8192
const MAX_OID_BYTES = 128

/** The one element that the bytes hold. @throws DerError, also when bytes follow it */
export function readOne(bytes: Buffer, options: ReadOptions = {}): Node {
  const node = readFirst(bytes, options)
  if (node.after !== bytes.length) throw new DerError('bytes follow the outermost element')
  return node
}

/** The first element of the bytes, whatever follows it. @throws DerError */
export function readFirst(bytes: Buffer, options: ReadOptions = {}): Node {
  return readAt(bytes, 0, bytes.length, options.ber ?? false, options.maxDepth ?? MAX_DEPTH)
}

/** The one element that the content of an OCTET STRING is, read anew: it has levels of its own. @throws DerError */
export function readWithin({ source, start, end, ber }: Node): Node {
  const node = readAt(source, start, end, ber, MAX_DEPTH)
  if (node.after !== end) throw new DerError('bytes follow the outermost element')
  return node
}

/** The elements within a constructed one. @throws DerError */
export function children(node: Node): Node[] {
  if (!node.constructed) throw new DerError('a primitive element has no elements within')
  const found: Node[] = []
  for (let offset = node.start; offset < node.end;) {
    if (found.length === MAX_CHILDREN) throw new DerError('too many elements within one')
    const child = readAt(node.source, offset, node.end, node.ber, node.depthLeft)
    found.push(child)
    offset = child.after
  }
  return found
}

/** Identifier and length octets. */
interface Header {
  /** The first identifier octet. */
  readonly first: number
  readonly tag: number
  /** Where the content begins. */
  readonly start: number
  /** Undefined for the indefinite form. */
  readonly length: number | undefined
}

/** @param limit where what holds the element ends */
function readAt(bytes: Buffer, offset: number, limit: number, ber: boolean, depthLeft: number): Node {
  if (depthLeft <= 0) throw new DerError('elements are nested too deep')
  const header = readHeader(bytes, offset, limit, ber)
  const { start, length } = header
  const end = length === undefined ? endOfIndefinite(bytes, header, limit, depthLeft) : start + length
  if (end > limit) throw new DerError('an element is longer than what holds it')
  return new Node(bytes, offset, header, end, ber, depthLeft - 1)
}

/** Where the content of an indefinite element ends: at the end-of-contents octets of its own level (X.690 8.1.5). */
function endOfIndefinite(bytes: Buffer, { first, start }: Header, limit: number, depthLeft: number): number {
  if ((first & 0x20) === 0) throw new DerError('a primitive element has no length')
  let offset = start
  while (!(byteAt(bytes, offset, limit) === 0 && byteAt(bytes, offset + 1, limit) === 0)) {
    offset = readAt(bytes, offset, limit, true, depthLeft - 1).after
  }
  return offset
}

function readHeader(bytes: Buffer, offset: number, limit: number, ber: boolean): Header {
  const first = byteAt(bytes, offset, limit)
  let tag = first & 0x1f
  let end = offset + 1
  if (tag === 0x1f) ({ tag, end } = readHighTag(bytes, end, limit))
  const short = byteAt(bytes, end, limit)
  if (short < 0x80) return { first, tag, start: end + 1, length: short }
  const { start, length } = readLength(bytes, end, limit, ber)
  return { first, tag, start, length }
}

const TAG_CLASSES = [0, 1, 2, 3] as const
const END_OF_CONTENTS = 2

/** A tag number above 30: base 128, most significant group first (X.690 8.1.2.4). */
function readHighTag(bytes: Buffer, offset: number, limit: number): { tag: number; end: number } {
  let tag = 0
  for (let at = offset; at < offset + 4; at++) {
    const byte = byteAt(bytes, at, limit)
    tag = tag * 128 + (byte & 0x7f)
    if (tag === 0) throw new DerError('a tag number begins with zero')
    if (byte < 0x80) return { tag, end: at + 1 }
  }
  throw new DerError('a tag number is too large')
}

/** A length in its long form, or the indefinite one. */
function readLength(bytes: Buffer, offset: number, limit: number, ber: boolean): Pick<Header, 'start' | 'length'> {
  const first = byteAt(bytes, offset, limit)
  if (first === 0x80) {
    if (!ber) throw new DerError('an element has an indefinite length, which DER does not allow')
    return { length: undefined, start: offset + 1 }
  }
  const start = offset + 1 + (first & 0x7f)
  let length = 0
  for (let at = offset + 1; at < start; at++) {
    length = length * 256 + byteAt(bytes, at, limit)
    if (length > limit) throw new DerError('an element is longer than what holds it')
  }
  const minimal = length >= 0x80 && bytes[offset + 1] !== 0
  if (!ber && !minimal) throw new DerError('a length is written longer than needed, which DER does not allow')
  return { length, start }
}

function byteAt(bytes: Buffer, offset: number, limit: number): number {
  const byte = offset < limit ? bytes[offset] : undefined
  if (byte === undefined) throw new DerError('the bytes end within an element')
  return byte
}

/** Whether the element is context-specific with this number: `[n]` in ASN.1. */
export function isContext(node: Node | undefined, n: number): node is Node {
  return node?.tagClass === 2 && node.tag === n
}

export function isUniversal(node: Node | undefined, tag: number): node is Node {
  return node?.tagClass === 0 && node.tag === tag
}

/** The elements of a SEQUENCE. @throws DerError when it is something else */
export function asSequence(node: Node | undefined): Node[] {
  return children(expected(node, TAG.sequence, 'a sequence'))
}

/** The elements of a SET. @throws DerError when it is something else */
export function asSet(node: Node | undefined): Node[] {
  return children(expected(node, TAG.set, 'a set'))
}

/** An element of the wanted type; a context-specific one passes as implicitly tagged: its caller has looked at the number. */
function expected(node: Node | undefined, tag: number, what: string): Node {
  if (node === undefined) throw new DerError(`${what} is missing`)
  if (node.tagClass === 2 || isUniversal(node, tag)) return node
  throw new DerError(`${what} is expected where something else stands`)
}

function primitive(node: Node | undefined, tag: number, what: string): Node {
  const found = expected(node, tag, what)
  if (found.constructed) throw new DerError(`${what} is split in parts`)
  return found
}

export function asInteger(node: Node | undefined): bigint {
  const { content } = primitive(node, TAG.integer, 'an integer')
  if (content.length === 0) throw new DerError('an integer is empty')
  if (content.length > MAX_INTEGER_BYTES) throw new DerError('an integer is too large')
  return BigInt.asIntN(content.length * 8, BigInt(`0x${content.toString('hex')}`))
}

/** An integer that a JavaScript number holds exactly. */
export function asSmallInteger(node: Node | undefined): number {
  const value = asInteger(node)
  if (BigInt(Number(value)) !== value || !Number.isSafeInteger(Number(value))) throw new DerError('an integer is too large')
  return Number(value)
}

export function asBoolean(node: Node | undefined): boolean {
  const { content } = primitive(node, TAG.boolean, 'a boolean')
  if (content.length !== 1) throw new DerError('a boolean is not one byte')
  return content[0] !== 0
}

/** An object identifier in dotted form. */
export function asOid(node: Node | undefined): string {
  const { source, start, end } = primitive(node, TAG.oid, 'an object identifier')
  if (start === end || end - start > MAX_OID_BYTES) throw new DerError('an object identifier has an impossible length')
  let dotted = ''
  let number: number | bigint = 0
  let begins = true
  for (let at = start; at < end; at++) {
    const byte = source[at] ?? 0
    if (begins && byte === 0x80) throw new DerError('an object identifier has a number that begins with zero')
    number = typeof number === 'bigint' || number > LARGEST_NUMBER ? grown(BigInt(number), byte) : number * 128 + (byte & 0x7f)
    begins = byte < 0x80
    if (!begins) continue
    dotted += dotted === '' ? rootOf(number) : `.${number}`
    number = 0
  }
  if (!begins) throw new DerError('an object identifier is cut off')
  return dotted
}

/** The largest number that may be taken times 128 with nothing lost. */
const LARGEST_NUMBER = 2 ** 46 - 1

const grown = (number: bigint, byte: number): bigint => (number << 7n) | BigInt(byte & 0x7f)

/** The first number stands for two (X.690 8.19.4). */
function rootOf(head: number | bigint): string {
  if (head < 80) return `${head < 40 ? 0 : 1}.${Number(head) % 40}`
  return `2.${BigInt(head) - 80n}`
}

/** An OCTET STRING that is not in parts, whose content is still to be read. @throws DerError */
export const asOctetString = (node: Node | undefined): Node => primitive(node, TAG.octetString, 'an octet string')

/** The bytes of an OCTET STRING; in BER one in parts is joined (X.690 8.7.3). */
export function asOctets(node: Node | undefined): Buffer {
  const found = expected(node, TAG.octetString, 'an octet string')
  if (!found.constructed) return found.content
  if (!found.ber) throw new DerError('an octet string is split in parts')
  return Buffer.concat(
    children(found).map((part) => {
      if (!isUniversal(part, TAG.octetString)) throw new DerError('an octet string has a part that is none')
      return asOctets(part)
    }),
  )
}

export interface Bits {
  readonly bytes: Buffer
  /** Bits of the last byte that do not count: 0 to 7. */
  readonly unusedBits: number
}

export function asBits(node: Node | undefined): Bits {
  const { content } = primitive(node, TAG.bitString, 'a bit string')
  const unusedBits = content[0]
  if (unusedBits === undefined || unusedBits > 7 || (content.length === 1 && unusedBits > 0)) {
    throw new DerError('a bit string has an impossible number of unused bits')
  }
  return { bytes: content.subarray(1), unusedBits }
}

/** The characters of any of the string types that names are written in. */
export function asText(node: Node | undefined): string {
  if (node === undefined) throw new DerError('a text is missing')
  const decode = node.tagClass === 0 ? TEXT_DECODERS.get(node.tag) : undefined
  if (decode === undefined || node.constructed) throw new DerError('a text is expected where something else stands')
  return decode(node.content)
}

// T61String is read as Latin-1: hardly anybody ever wrote the real one, and OpenSSL and Java read it so.
const latin1 = (content: Buffer): string => content.toString('latin1')

const TEXT_DECODERS = new Map<number, (content: Buffer) => string>([
  [TAG.utf8String, utf8Text],
  [TAG.numericString, latin1],
  [TAG.printableString, latin1],
  [TAG.t61String, latin1],
  [TAG.ia5String, latin1],
  [TAG.visibleString, latin1],
  [TAG.universalString, universalText],
  [TAG.bmpString, bmpText],
])

function utf8Text(content: Buffer): string {
  if (!isUtf8(content)) throw new DerError('a text is not valid UTF-8')
  return content.toString('utf8')
}

function bmpText(content: Buffer): string {
  if (content.length % 2 !== 0) throw new DerError('a text of two-byte characters has an odd length')
  return Buffer.from(content).swap16().toString('utf16le')
}

function universalText(content: Buffer): string {
  if (content.length % 4 !== 0) throw new DerError('a text of four-byte characters has an impossible length')
  let text = ''
  for (let at = 0; at < content.length; at += 4) {
    const character = content.readUInt32BE(at)
    if (character > 0x10ffff) throw new DerError('a text has a character that does not exist')
    text += String.fromCodePoint(character)
  }
  return text
}

const UTC_TIME = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})$/
const GENERALIZED_TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(Z|[+-]\d{4})$/

/** A UTCTime or GeneralizedTime, to the second. Two-digit years from 50 on are of the last century (RFC 5280 4.1.2.5.1). */
export function asTime(node: Node | undefined): Date {
  const short = isUniversal(node, TAG.utcTime)
  if (!short && !isUniversal(node, TAG.generalizedTime)) throw new DerError('a time is expected where something else stands')
  const match = (short ? UTC_TIME : GENERALIZED_TIME).exec(node.source.toString('latin1', node.start, node.end))
  if (node.constructed || match === null) throw new DerError('a time cannot be read')
  const year = Number(match[1])
  const [month, day, hour] = [Number(match[2]), Number(match[3]), Number(match[4])]
  const [minute, second] = [Number(match[5]), Number(match[6] ?? 0)]
  const date = new Date(0)
  date.setUTCFullYear(short ? year + (year < 50 ? 2000 : 1900) : year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  if (!exists) throw new DerError('a time has a day or hour that does not exist')
  const zone = match[7] ?? 'Z'
  return zone === 'Z' ? date : new Date(date.getTime() - zoneOffset(zone))
}

/** Milliseconds that a zone other than `Z` is ahead of UTC. */
function zoneOffset(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}
