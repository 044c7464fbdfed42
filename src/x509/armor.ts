/**
 * The textual armour around DER (RFC 7468), read as leniently as people paste it: text around the blocks, CRLF, spaces or a
 * literal `\n` instead of newlines, quotes, UTF-16 from a Windows shell, or the base64 alone.
 */

import { DerError, readOne } from '../der/reader.ts'

export interface PemBlock {
  /** What stands after BEGIN; empty for DER or base64 without armour. */
  readonly label: string
  /** The headers of an encrypted key (RFC 1421): `Proc-Type`, `DEK-Info`. */
  readonly headers: ReadonlyMap<string, string>
  readonly bytes: Buffer
}

/** What cannot be read as PEM. Callers turn it into their own coded error. */
export class PemError extends Error {
  override readonly name = 'PemError'
}

const BEGIN = '-----BEGIN '
const END = '-----END '
const DASHES = '-----'
const HEADER = /(Proc-Type|DEK-Info):\s*(\S+)/g

/** Every block of a text, in its order. @throws PemError when one is cut off or damaged */
export function pemBlocks(text: string): PemBlock[] {
  const blocks: PemBlock[] = []
  for (let begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, begin)) {
    const labelEnd = text.indexOf(DASHES, begin + BEGIN.length)
    const label = text.slice(begin + BEGIN.length, labelEnd)
    if (labelEnd < 0 || !/^[A-Z0-9 #.]{1,40}$/.test(label)) throw new PemError('a BEGIN line is damaged')
    const end = text.indexOf(END, labelEnd)
    const next = text.indexOf(BEGIN, labelEnd)
    if (end < 0 || (next >= 0 && next < end)) throw new PemError(`the block ${label} has no END line: it was cut off`)
    if (!text.startsWith(`${label}${DASHES}`, end + END.length)) throw new PemError(`the block ${label} ends with another label`)
    blocks.push({ label, ...readBody(text.slice(labelEnd + DASHES.length, end), label) })
    begin = end + END.length
  }
  return blocks
}

function readBody(body: string, label: string): Omit<PemBlock, 'label'> {
  const text = body.replaceAll(/\\[rn]/g, '\n')
  const headers = new Map([...text.matchAll(HEADER)].map(([, name = '', value = '']) => [name, value]))
  const bytes = decodeBase64(text.replaceAll(HEADER, ''))
  if (bytes === undefined || bytes.length === 0) throw new PemError(`the block ${label} is not base64`)
  return { headers, bytes }
}

/** The bytes of base64 in the usual or the URL alphabet, with or without padding; undefined for anything else. */
function decodeBase64(text: string): Buffer | undefined {
  const digits = text.replaceAll(/\s+/g, '')
  const wellFormed = /^[A-Za-z0-9+/_-]*={0,2}$/.test(digits) && digits.replace(/=+$/, '').length % 4 !== 1
  return wellFormed ? Buffer.from(digits, 'base64') : undefined
}

/**
 * The blocks of a file or secret, whatever form it has: PEM, DER, or base64 of either (then one block without a label).
 * @throws PemError
 */
export function blocksOf(bytes: Buffer): PemBlock[] {
  if (isDer(bytes)) return [unlabelled(bytes)]
  const text = textOf(bytes)
  if (text.includes(BEGIN)) return pemBlocks(text)
  const decoded = decodeBase64(text.replaceAll(/\\[rn]/g, '\n').replaceAll(/["']/g, ''))
  if (decoded === undefined || decoded.length === 0) throw new PemError('neither PEM nor DER')
  const inner = textOf(decoded)
  return inner.includes(BEGIN) ? pemBlocks(inner) : [unlabelled(decoded)]
}

const unlabelled = (bytes: Buffer): PemBlock => ({ label: '', headers: new Map(), bytes })

function isDer(bytes: Buffer): boolean {
  try {
    return readOne(bytes, { ber: true }).constructed
  } catch (error) {
    if (error instanceof DerError) return false
    throw error
  }
}

/** The characters of a text file; Latin-1 will do, since armour is ASCII, but for the UTF-16 of a Windows shell. */
export function textOf(bytes: Buffer): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('latin1')
}

/** A block of 64 columns with newlines, the last line's included. */
export function armor(label: string, bytes: Buffer, headers = ''): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return `${BEGIN}${label}${DASHES}\n${headers}${lines.join('\n')}\n${END}${label}${DASHES}\n`
}
