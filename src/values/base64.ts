import { CodedError } from '../errors.ts'

/**
 * Base64 as people paste it: with or without line breaks, spaces, padding, in either alphabet.
 * @param name of the secret, for the message; never its value.
 * @throws value.base64 where the meaning is not sure
 */
export function decodeBase64(text: string, name: string): Buffer {
  const fail = (what: string): CodedError => new CodedError('value.base64', `${name}: ${what}`)
  if (text.includes('-----BEGIN')) throw fail('is PEM, not base64 of a keystore file')
  const compact = text.replace(/\s+/g, '').replace(/=+$/, '')
  if (compact === '') throw fail('is empty')
  const strange = /[^A-Za-z0-9+/_-]/.test(compact)
  if (strange) throw fail('has characters that base64 does not have')
  if (/[+/]/.test(compact) && /[_-]/.test(compact)) throw fail('mixes the two alphabets of base64')
  if (compact.length % 4 === 1) throw fail('is cut: its length is not one of base64')
  return Buffer.from(compact, 'base64')
}
