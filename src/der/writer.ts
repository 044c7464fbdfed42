/** Writes DER (X.690). Every function gives one whole element: identifier, length and content. */

import { TAG } from './reader.ts'

export function sequence(...elements: readonly Buffer[]): Buffer {
  return element(TAG.sequence | CONSTRUCTED, Buffer.concat(elements))
}

/** A SET OF: its elements are put in the order of their bytes, as DER asks (X.690 11.6). */
export function set(...elements: readonly Buffer[]): Buffer {
  return element(TAG.set | CONSTRUCTED, Buffer.concat([...elements].sort((a, b) => a.compare(b))))
}

export function integer(value: bigint | number): Buffer {
  return element(TAG.integer, twosComplement(BigInt(value)))
}

/** @param dotted such as `1.2.840.113549.1.1.11` */
export function oid(dotted: string): Buffer {
  const [root = 0n, second = 0n, ...rest] = dotted.split('.').map((part) => BigInt(part))
  return element(TAG.oid, Buffer.from([root * 40n + second, ...rest].flatMap(base128)))
}

export function octets(content: Buffer): Buffer {
  return element(TAG.octetString, content)
}

/** @param unused bits of the last byte that do not count: 0 to 7 */
export function bits(content: Buffer, unused = 0): Buffer {
  return element(TAG.bitString, Buffer.concat([Buffer.from([unused]), content]))
}

export function nullValue(): Buffer {
  return element(TAG.null, Buffer.alloc(0))
}

export function boolean(value: boolean): Buffer {
  return element(TAG.boolean, Buffer.from([value ? 0xff : 0]))
}

export function utf8(text: string): Buffer {
  return element(TAG.utf8String, Buffer.from(text, 'utf8'))
}

export function bmp(text: string): Buffer {
  return element(TAG.bmpString, Buffer.from(text, 'utf16le').swap16())
}

/** @param text of letters, digits, spaces and `'()+,-./:=?` (X.680 41.4) */
export function printable(text: string): Buffer {
  return element(TAG.printableString, Buffer.from(text, 'latin1'))
}

/** @param text of ASCII characters */
export function ia5(text: string): Buffer {
  return element(TAG.ia5String, Buffer.from(text, 'latin1'))
}

/** `[n]`: explicit around a whole element when constructed, else implicit with the content as it is. */
export function context(n: number, content: Buffer, constructed = true): Buffer {
  return element(0x80 | (constructed ? CONSTRUCTED : 0) | n, content)
}

/** UTCTime for the years 1950 to 2049, GeneralizedTime for others, to the second (RFC 5280 4.1.2.5). */
export function utcOrGeneralizedTime(date: Date): Buffer {
  const digits = date
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:T]/g, '')
  const year = date.getUTCFullYear()
  return year >= 1950 && year < 2050
    ? element(TAG.utcTime, Buffer.from(digits.slice(2), 'latin1'))
    : element(TAG.generalizedTime, Buffer.from(digits, 'latin1'))
}

const CONSTRUCTED = 0x20

/** @param identifier the identifier octet: class, constructed bit and a tag number below 31 */
function element(identifier: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([identifier, ...lengthOctets(content.length)]), content])
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length]
  const digits: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256)
  return [0x80 | digits.length, ...digits]
}

/** The shortest two's complement of a number, most significant byte first. */
function twosComplement(value: bigint): Buffer {
  let size = 1
  while (BigInt.asIntN(size * 8, value) !== value) size++
  const hex = BigInt.asUintN(size * 8, value)
    .toString(16)
    .padStart(size * 2, '0')
  return Buffer.from(hex, 'hex')
}

function base128(value: bigint): number[] {
  const digits = [Number(value & 0x7fn)]
  for (let rest = value >> 7n; rest > 0n; rest >>= 7n) digits.unshift(Number(rest & 0x7fn) | 0x80)
  return digits
}
