import type { Node } from '../der/reader.ts'
import { asOid, children, DerError, isContext, isUniversal, readFirst, TAG } from '../der/reader.ts'

/** What some bytes are, told by their structure and not by a name or label. */
export type Kind =
  | 'certificate'
  | 'certificate request'
  | 'public key'
  | 'pkcs7'
  | 'pkcs8'
  | 'encrypted pkcs8'
  | 'pkcs1'
  | 'sec1'
  | 'dsa key'
  | 'pkcs12'
  | 'jks'
  | 'jceks'
  | 'unknown'

const PRIVATE: ReadonlySet<Kind> = new Set([
  'pkcs8',
  'encrypted pkcs8',
  'pkcs1',
  'sec1',
  'dsa key',
  'pkcs12',
  'jks',
  'jceks',
] as const)

/** Whether bytes of this kind hold, or may hold, a private key. */
export function isPrivate(kind: Kind): boolean {
  return PRIVATE.has(kind)
}

const MAGIC = new Map<string, Kind>([
  ['feedfeed', 'jks'],
  ['cececece', 'jceks'],
])

const PKCS7_SIGNED_DATA = '1.2.840.113549.1.7.2'

/** Never throws: what is damaged within is found by the reader of its kind. Bytes that follow are not looked at. */
export function kindOf(bytes: Buffer): Kind {
  const keystore = MAGIC.get(bytes.toString('hex', 0, 4))
  if (keystore !== undefined) return keystore
  try {
    const outer = readFirst(bytes, { ber: true })
    return isUniversal(outer, TAG.sequence) ? kindOfSequence(children(outer)) : 'unknown'
  } catch (error) {
    if (error instanceof DerError) return 'unknown'
    throw error
  }
}

function kindOfSequence(parts: readonly Node[]): Kind {
  const [first, second, third] = parts
  if (isUniversal(first, TAG.oid)) return asOid(first) === PKCS7_SIGNED_DATA ? 'pkcs7' : 'unknown'
  if (isUniversal(first, TAG.integer)) return kindWithVersion(parts)
  if (!isUniversal(first, TAG.sequence)) return 'unknown'
  if (isUniversal(second, TAG.octetString) && parts.length === 2) return 'encrypted pkcs8'
  if (isUniversal(second, TAG.bitString) && parts.length === 2) return 'public key'
  return isUniversal(second, TAG.sequence) && isUniversal(third, TAG.bitString) ? kindOfSigned(children(first)) : 'unknown'
}

/** Structures that begin with an INTEGER: PKCS#12, PKCS#8, SEC 1, and the traditional ones that hold nothing else. */
function kindWithVersion(parts: readonly Node[]): Kind {
  const [, second, third] = parts
  if (isUniversal(second, TAG.octetString)) return 'sec1'
  if (isUniversal(second, TAG.sequence)) {
    if (isUniversal(third, TAG.octetString)) return 'pkcs8'
    const [type] = children(second)
    return isUniversal(type, TAG.oid) && asOid(type).startsWith('1.2.840.113549.1.7.') ? 'pkcs12' : 'unknown'
  }
  const integers = parts.filter((part) => isUniversal(part, TAG.integer)).length
  if (integers >= 9) return 'pkcs1'
  if (integers === 6) return 'dsa key'
  return integers === 2 && parts.length === 2 ? 'public key' : 'unknown'
}

/** What is signed: a certificate, of version 1 too, or the request for one (RFC 2986). */
function kindOfSigned(tbs: readonly Node[]): Kind {
  if (isContext(tbs[0], 0)) return 'certificate'
  if (!isUniversal(tbs[0], TAG.integer)) return 'unknown'
  const sequences = tbs.slice(1, 6).filter((part) => isUniversal(part, TAG.sequence)).length
  if (sequences === 5) return 'certificate'
  return sequences === 2 ? 'certificate request' : 'unknown'
}
