/**
 * The "modified UTF-8" of Java's DataInput.readUTF: NUL is two bytes, and a character beyond the BMP is two surrogates of
 * three bytes each (Java SE API, java.io.DataInput).
 */

import { isAscii } from 'node:buffer'

/** @returns undefined where the bytes are none */
export function decodeModifiedUtf8(bytes: Buffer): string | undefined {
  if (isAscii(bytes)) return bytes.toString('latin1')
  const units: number[] = []
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0
    const size = sizeOf(first)
    const rest = bytes.subarray(at + 1, at + size)
    if (size === 0 || rest.length !== size - 1 || rest.some((byte) => (byte & 0xc0) !== 0x80)) return undefined
    units.push(rest.reduce((unit, byte) => (unit << 6) | (byte & 0x3f), first & LEAD_BITS[size]))
    at += size
  }
  return Buffer.from(Uint16Array.from(units).buffer).toString('utf16le')
}

export function encodeModifiedUtf8(text: string): Buffer {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 0 && unit < 0x80) bytes.push(unit)
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f))
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f))
  }
  return Buffer.from(bytes)
}

const LEAD_BITS = { 0: 0, 1: 0x7f, 2: 0x1f, 3: 0x0f } as const

/** Bytes of the character that begins with this one; 0 where none does. Java takes a single zero byte too. */
function sizeOf(first: number): keyof typeof LEAD_BITS {
  if (first < 0x80) return 1
  if (first >> 5 === 0b110) return 2
  return first >> 4 === 0b1110 ? 3 : 0
}
