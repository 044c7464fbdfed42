import { Refusal } from './refusal.ts'

export interface Part {
  readonly name: string
  readonly fileName: string | undefined
  readonly contentType: string | undefined
  readonly content: Buffer
}

const HEADER_END = Buffer.from('\r\n\r\n')

/**
 * The parts of a multipart/form-data body (RFC 7578).
 * @throws Refusal 400
 */
export function readMultipart(contentType: string, body: Buffer): Part[] {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw new Refusal(400, 'Invalid request', 'the request is not multipart/form-data')
  const delimiter = Buffer.from(`--${boundary}`)
  const parts: Part[] = []
  for (let at = body.indexOf(delimiter); at >= 0;) {
    const next = body.indexOf(delimiter, at + delimiter.length)
    if (next < 0) break
    const part = readPart(body.subarray(at + delimiter.length + 2, next - 2))
    if (part !== undefined) parts.push(part)
    at = next
  }
  return parts
}

function readPart(bytes: Buffer): Part | undefined {
  const end = bytes.indexOf(HEADER_END)
  if (end < 0) return undefined
  const header = bytes.subarray(0, end).toString('utf8')
  const value = (pattern: RegExp): string | undefined => pattern.exec(header)?.[1]
  const name = value(/[; ]name="([^"]*)"/i)
  if (name === undefined) return undefined
  return {
    name,
    fileName: value(/filename="([^"]*)"/i),
    contentType: value(/^Content-Type: *(.+)$/im)?.trim(),
    content: bytes.subarray(end + HEADER_END.length),
  }
}
