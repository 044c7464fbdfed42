/**
 * The few DER values that certificates and PKCS#12 attributes are made of. The laboratory has its own writer, so that
 * what it makes is a second opinion on the reader and writer of the action.
 */

/** One value: tag, definite length, content (X.690, 8.1). */
function tlv(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content)
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body])
  const length = Buffer.from(evenHex(body.length.toString(16)), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body])
}

export const sequence = (...content: readonly Uint8Array[]): Buffer => tlv(0x30, ...content)
export const set = (...content: readonly Uint8Array[]): Buffer => tlv(0x31, ...content)
export const octets = (content: Uint8Array): Buffer => tlv(0x04, content)
export const utf8 = (text: string): Buffer => tlv(0x0c, Buffer.from(text, 'utf8'))
export const printable = (text: string): Buffer => tlv(0x13, Buffer.from(text, 'latin1'))
/** BMPString: UTF-16, the high byte first. */
export const bmp = (text: string): Buffer => tlv(0x1e, Buffer.from(text, 'utf16le').swap16())
export const nothing = (): Buffer => tlv(0x05)
export const truth = (): Buffer => tlv(0x01, Buffer.from([0xff]))
/** A constructed value with a context tag: `[n]`. */
export const explicit = (n: number, ...content: readonly Uint8Array[]): Buffer => tlv(0xa0 | n, ...content)
/** A primitive value with a context tag: `[n] IMPLICIT`. */
export const implicit = (n: number, content: Uint8Array): Buffer => tlv(0x80 | n, content)

/** A non-negative INTEGER from a number or from hexadecimal digits. */
export function integer(value: number | string): Buffer {
  const digits = BigInt(typeof value === 'number' ? value : `0x${value}`).toString(16)
  const bytes = Buffer.from(evenHex(digits), 'hex')
  return (bytes[0] ?? 0) & 0x80 ? tlv(0x02, Buffer.from([0]), bytes) : tlv(0x02, bytes)
}

/** A BIT STRING; `unused` is how many of the last bits do not count. */
export const bits = (content: Uint8Array, unused = 0): Buffer => tlv(0x03, Buffer.from([unused]), content)

/** An OBJECT IDENTIFIER from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return tlv(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

/** A date as certificates have it: UTCTime before 2050, GeneralizedTime from then on (RFC 5280, 4.1.2.5); whole seconds. */
export function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\D/g, '').slice(0, 14)
  const year = date.getUTCFullYear()
  if (year >= 1950 && year < 2050) return tlv(0x17, Buffer.from(`${digits.slice(2)}Z`))
  return tlv(0x18, Buffer.from(`${digits}Z`))
}

function base128(value: number): number[] {
  const digits = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift((rest % 128) | 0x80)
  return digits
}

const evenHex = (digits: string): string => (digits.length % 2 === 0 ? digits : `0${digits}`)
