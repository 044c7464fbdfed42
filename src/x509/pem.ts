import { DerError, readFirst } from '../der/reader.ts'
import { CodedError } from '../errors.ts'
import type { PemBlock } from './armor.ts'
import { armor, blocksOf, PemError, textOf } from './armor.ts'
import { Certificate } from './certificate.ts'
import { isPrivate, kindOf } from './kinds.ts'
import { readSignedData } from './pkcs7.ts'

export { pemBlocks } from './armor.ts'

/** More than anybody's bundle; each is compared with each when a chain is put in order. */
const MAX_CERTIFICATES = 200

const CERTIFICATE_LABELS: ReadonlySet<string> = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE'])
const PKCS7_LABELS: ReadonlySet<string> = new Set(['PKCS7', 'PKCS #7 SIGNED DATA', 'CMS'])

/** The certificate as PEM: 64 columns, `\n`, a newline at the end. */
export function toPem(certificate: Certificate): string {
  return armor('CERTIFICATE', certificate.der)
}

/**
 * The certificates of a public file, in its order: PEM (one or many, with text around), DER, PKCS#7 (PEM, DER or BER), or bare base64.
 * @throws CodedError value.private-in-public when a private key or a keystore is found in it, before anything else is said;
 *   certificate.unreadable when it holds no certificate, or a damaged one
 */
export function readCertificates(bytes: Buffer): Certificate[] {
  refusePrivate(bytes)
  const blocks = coded(() => blocksOf(bytes))
  for (const block of blocks) if (isPrivate(kindOf(block.bytes))) throw privateInPublic('a private key or a keystore')
  const found = blocks.flatMap((block) => coded(() => certificatesOf(block)))
  if (found.length === 0) throw new CodedError('certificate.unreadable', `file holds no certificate${insteadOf(blocks)}`)
  if (found.length > MAX_CERTIFICATES) {
    throw new CodedError('certificate.unreadable', `file holds more than ${MAX_CERTIFICATES} certificates`)
  }
  return found.map((der) => Certificate.fromDer(der))
}

/** Looks for private keys before the file is understood: a damaged one is private all the same. */
function refusePrivate(bytes: Buffer): void {
  if (/BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File/.test(textOf(bytes))) throw privateInPublic('a private key')
  const kind = kindOf(bytes)
  if (isPrivate(kind)) throw privateInPublic(kind.endsWith('ks') || kind === 'pkcs12' ? 'a keystore' : 'a private key')
}

const privateInPublic = (what: string): CodedError =>
  new CodedError('value.private-in-public', `${what} stands where only certificates are meant`)

/** The DER of the certificates in a block; none for a block of something else, which may stand beside them. */
function certificatesOf({ label, bytes }: PemBlock): Buffer[] {
  if (PKCS7_LABELS.has(label) || kindOf(bytes) === 'pkcs7') return readSignedData(bytes)
  // OpenSSL appends what it trusts the certificate for.
  if (label === 'TRUSTED CERTIFICATE') return [readFirst(bytes).bytes]
  return CERTIFICATE_LABELS.has(label) || kindOf(bytes) === 'certificate' || label === '' ? [bytes] : []
}

/** What a file holds in place of a certificate, for the message. */
function insteadOf(blocks: readonly PemBlock[]): string {
  const names = new Set(blocks.map(({ label }) => label).filter((label) => label !== ''))
  return names.size === 0 ? '' : `, but ${[...names].join(', ')}`
}

function coded<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof PemError || error instanceof DerError)) throw error
    throw new CodedError('certificate.unreadable', `certificate cannot be read: ${error.message}`)
  }
}
