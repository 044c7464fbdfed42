import { createPublicKey } from 'node:crypto'

const PRIVATE_BLOCK = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----([\s\S]*?)-----END [A-Z0-9 ]*PRIVATE KEY-----/g
const PUBLIC_ARMOR = /-----BEGIN (?:(?:TRUSTED |X509 )?CERTIFICATE|PKCS7|CMS)-----/
const BASE64_TEXT = /^[A-Za-z0-9+/_\s-]+={0,2}\s*$/
/** A DER SEQUENCE, as every certificate and PKCS#7 file is. */
const SEQUENCE = 0x30

/** The DER of the private keys in a PEM text: another form of what must not be seen. */
export function privateParts(bytes: Buffer): Buffer[] {
  const blocks = bytes.toString('latin1').matchAll(PRIVATE_BLOCK)
  return [...blocks].map(([, body = '']) => {
    // Headers of an encrypted key (RFC 1421) stand before an empty line.
    const digits = body.split(/\r?\n\r?\n/).at(-1) ?? ''
    return Buffer.from(digits.replaceAll('\\n', '').replace(/\s+/g, ''), 'base64')
  })
}

/** Whether a secret is only certificates: then it must not be masked in the files that are written for the partner. */
export function holdsOnlyPublic(bytes: Buffer): boolean {
  const text = bytes.toString('latin1')
  if (text.includes('PRIVATE KEY')) return false
  return PUBLIC_ARMOR.test(text) || (BASE64_TEXT.test(text) && Buffer.from(text, 'base64')[0] === SEQUENCE)
}

/** SubjectPublicKeyInfo of a private key in PEM, which certificates have in them, too; undefined where it is encrypted or none. */
export function publicHalf(pem: Buffer): Buffer | undefined {
  try {
    return createPublicKey(pem).export({ type: 'spki', format: 'der' })
  } catch {
    return undefined
  }
}
