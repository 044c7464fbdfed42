import { DerError, readFirst, isUniversal, TAG, children } from '../der/reader.ts'
import { CodedError } from '../errors.ts'
import type { Kind } from '../x509/kinds.ts'
import { kindOf } from '../x509/kinds.ts'
import { BOUNDS, tooLarge } from './bounds.ts'
import { unreadable } from './found.ts'
import type { KeystoreType } from './keystore.ts'
import { decodeModifiedUtf8 } from './modified-utf8.ts'

const CONVERT_BOUNCY =
  'convert it: `keytool -importkeystore -srcstoretype TYPE -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider -providerpath bcprov.jar -deststoretype pkcs12`'

/** What people give in place of a keystore, and what to do then. */
const OTHERS: Partial<Record<Kind, readonly [what: string, hint: string]>> = {
  jceks: [
    'keystore is of type JCEKS',
    'convert it with `keytool -importkeystore -srckeystore FILE -srcstoretype jceks -destkeystore NEW -deststoretype pkcs12`',
  ],
  certificate: [
    'file is a certificate in DER, not a keystore',
    'give key and certificate as `source.key` and `source.certificate`',
  ],
  pkcs7: [
    'file is a PKCS#7 bundle of certificates, not a keystore: it holds no key',
    'give it as `source.certificate`, with `source.key`',
  ],
  'certificate request': ['file is a certificate signing request, not a keystore', 'give what the CA made of it, with the key'],
  'public key': ['file is a public key, not a keystore', 'give a keystore, or key and certificate'],
  pkcs8: ['file is a private key in DER, not a keystore', 'give it as `source.key`, with `source.certificate`'],
  'encrypted pkcs8': [
    'file is an encrypted private key, not a keystore',
    'give it as `source.key`, with `source.key-passphrase`',
  ],
  pkcs1: ['file is a private key in DER, not a keystore', 'give it as `source.key`, with `source.certificate`'],
  sec1: ['file is a private key in DER, not a keystore', 'give it as `source.key`, with `source.certificate`'],
  'dsa key': ['file is a private key in DER, not a keystore', 'give it as `source.key`, with `source.certificate`'],
}

/**
 * Tells the type of a keystore by its bytes. What is no keystore, or one of another kind, is refused by its name.
 * @throws CodedError keystore.format, keystore.unreadable, keystore.too-large
 */
export function tellFormat(bytes: Buffer): KeystoreType {
  if (bytes.length > BOUNDS.bytes) throw tooLarge(`has ${bytes.length} bytes`, `${BOUNDS.bytes}`)
  if (bytes.length === 0) throw unreadable('keystore is empty: it has no bytes')
  const kind = kindOf(bytes)
  if (kind === 'jks' || kind === 'pkcs12') return kind
  const [what, hint] = OTHERS[kind] ?? bouncyCastle(bytes) ?? armoured(bytes) ?? packed(bytes) ?? []
  if (what !== undefined) throw new CodedError('keystore.format', what, hint === undefined ? {} : { hint })
  throw unreadable(
    bytes[0] === 0x30 ? 'keystore is damaged, or cut off' : 'file is no keystore: it begins like none',
    'export it again, and store it as `base64 -w0 FILE` prints it',
  )
}

type Told = readonly [what: string, hint: string] | undefined

/** BKS, UBER and BCFKS, by BouncyCastle. */
function bouncyCastle(bytes: Buffer): Told {
  if (isBcfks(bytes)) return ['keystore is of type BCFKS (BouncyCastle, FIPS)', CONVERT_BOUNCY.replace('TYPE', 'BCFKS')]
  const version = bytes.length < 33 ? 0 : bytes.readUInt32BE(0)
  if ((version !== 1 && version !== 2) || bytes.readUInt32BE(4) !== SALT_BYTES) return undefined
  const type = looksLikeBks(bytes.subarray(8 + SALT_BYTES + 4)) ? 'BKS' : 'UBER'
  return [`keystore is of type ${type} (BouncyCastle)`, CONVERT_BOUNCY.replace('TYPE', type)]
}

const SALT_BYTES = 20

/** Both begin alike; what follows is entries in BKS and ciphertext in UBER. */
function looksLikeBks(rest: Buffer): boolean {
  const kind = rest[0] ?? 0xff
  if (kind === 0) return rest.length === 1 + SALT_BYTES
  const alias = rest.subarray(3, 3 + rest.readUInt16BE(1))
  return kind <= 4 && decodeModifiedUtf8(alias) !== undefined
}

/** An ObjectStore: two sequences, each of an algorithm and octets. */
function isBcfks(bytes: Buffer): boolean {
  try {
    const parts = children(readFirst(bytes))
    const begins = parts.map((part) => children(part).map(({ tag }) => tag))
    return (
      parts.length === 2 &&
      parts.every((part) => isUniversal(part, TAG.sequence)) &&
      begins.every((tags) => tags.length === 2 && tags[0] === TAG.sequence && tags[1] === TAG.octetString)
    )
  } catch (error) {
    if (error instanceof DerError) return false
    throw error
  }
}

const MAGIC: readonly (readonly [magic: string, what: string])[] = [
  ['504b0304', 'a zip archive'],
  ['1f8b', 'a gzip archive'],
  ['53514c69', 'a database, as browsers keep certificates in'],
  ['6b796368', 'a keychain of macOS'],
]

function packed(bytes: Buffer): Told {
  const begin = bytes.toString('hex', 0, 4)
  const found = MAGIC.find(([magic]) => begin.startsWith(magic))
  return found && [`file is ${found[1]}, not a keystore`, 'export a JKS or PKCS#12 keystore from it']
}

/** PEM, base64 and other text. */
function armoured(bytes: Buffer): Told {
  const text = bytes
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trim()
  const label = /-----BEGIN ([A-Z0-9 #.]{1,40})-----/.exec(text)?.[1]
  if (label !== undefined) {
    return [`file is text (PEM, ${label}), not a keystore`, 'give key and certificate as `source.key` and `source.certificate`']
  }
  if (!/^[A-Za-z0-9+/_=\s-]+$/.test(text)) return undefined
  const inner = Buffer.from(text.replaceAll(/\s/g, ''), 'base64')
  const kind = kindOf(inner)
  if (
    kind !== 'jks' &&
    kind !== 'pkcs12' &&
    !inner.includes('-----BEGIN ') &&
    !/^(?:MI|\/u3)/.test(inner.toString('latin1', 0, 3))
  ) {
    return undefined
  }
  return ['file is base64 of a keystore, not the keystore: it was encoded twice', 'encode it once: `base64 -w0 FILE`']
}
