import { CodedError } from '../errors.ts'
import type { RawRow } from './api.ts'
import { shown, textOf } from './table-api.ts'

const PEM_BODY = /-----BEGIN (?:[A-Z0-9]+ )*CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END/

/** The certificate within a PEM text, as bytes; line ends, width of lines and text around it do not count. */
function certificateBytes(pem: string): Buffer {
  const body = PEM_BODY.exec(pem)?.[1]
  return body === undefined ? Buffer.from(pem.trim(), 'utf8') : Buffer.from(body, 'base64')
}

/** Several sys_ids of a list column, whose order means nothing. */
const SYS_IDS = /^[0-9a-f]{32}(?:,[0-9a-f]{32})+$/
export const inOrder = (list: string): string => list.split(',').sort().join(',')

/** Whether the instance stored what was sent; booleans are told in two spellings. */
function stored(sent: string, got: string): boolean {
  if (sent === got) return true
  if (sent === 'true') return got === '1'
  if (sent === 'false') return got === '0'
  if (SYS_IDS.test(sent)) return inOrder(sent) === inOrder(got)
  if (/^\d{1,9}$/.test(sent) && /^\d{1,9}(\.0+)?$/.test(got)) return Number(sent) === Number(got)
  return sent.includes('-----BEGIN') && certificateBytes(sent).equals(certificateBytes(got))
}

/**
 * Compares the answer to a write with what was sent, column by column: the instance drops unknown columns without a word, and
 * rules may change values.
 * @throws instance.column-dropped, instance.value-changed
 */
export function requireStored(row: RawRow, sent: Readonly<Record<string, string>>, what: string): void {
  for (const [column, value] of Object.entries(sent)) {
    const got = textOf(row, column, { what, write: true })
    if (stored(value, got)) continue
    const message = `${what}: ${column} was written as ${shown(value)} and stored as ${shown(got)}`
    throw new CodedError('instance.value-changed', message)
  }
}

/** {@link requireStored} as a question. */
export function isStored(row: RawRow, sent: Readonly<Record<string, string>>, what: string): boolean {
  try {
    requireStored(row, sent, what)
    return true
  } catch {
    return false
  }
}
