import { CodedError } from '../errors.ts'

/**
 * Base64 as people paste it: with or without line breaks, spaces and padding, in either alphabet.
 * @param label of the secret or file, for the message; never its value
 * @throws value.base64 where the meaning is not sure
 */
export function decodeBase64(text: string, label: string): Buffer {
  const fail = (what: string, hint?: string): CodedError =>
    new CodedError('value.base64', `${label}: ${what}`, hint === undefined ? {} : { hint })
  if (text.includes('-----BEGIN')) {
    throw fail(
      'is PEM, not base64 of a keystore file',
      'a PEM key belongs into source.key, its certificate into source.certificate',
    )
  }
  const compact = text.replace(/\s+/g, '').replace(/=+$/, '')
  if (compact === '') throw fail('is empty')
  if (/^[\w./\\-]+\.(?:jks|p12|pfx|keystore)$/i.test(compact)) {
    throw fail('is the name of a file, not base64 of its content', 'store the content, or write { file: … } in the spec')
  }
  if (/[^A-Za-z0-9+/_-]/.test(compact)) throw fail('has characters that base64 does not have')
  if (/[+/]/.test(compact) && /[_-]/.test(compact)) throw fail('mixes the two alphabets of base64')
  const bytes = Buffer.from(compact, 'base64')
  // Text that was cut leaves bits over, or a digit that is not enough for a byte.
  if (bytes.toString('base64url') !== compact.replaceAll('+', '-').replaceAll('/', '_')) {
    throw fail('is cut or damaged: its last digits are not whole bytes')
  }
  return bytes
}

/** Whether a file is text that could be base64, and not a keystore itself: those have bytes that no text has. */
export function isBase64Text(bytes: Buffer): boolean {
  return bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d)
}
