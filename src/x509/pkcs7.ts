import { asOid, asSequence, asSmallInteger, children, DerError, isContext, isUniversal, readOne, TAG } from '../der/reader.ts'
import { context, integer, oid, sequence, set } from '../der/writer.ts'
import type { Certificate } from './certificate.ts'

const DATA = '1.2.840.113549.1.7.1'
const SIGNED_DATA = '1.2.840.113549.1.7.2'

/**
 * A `.p7b`: SignedData without content and signers that only carries certificates (RFC 2315 9.1; RFC 5652 5.1 calls it degenerate).
 * They stand in the order of their bytes, as DER asks of a SET: the order of a chain is found by its reader.
 */
export function certsOnly(certificates: readonly Certificate[]): Buffer {
  const distinct = certificates.filter((one, index) => certificates.findIndex((other) => other.equals(one)) === index)
  const sorted = distinct.map(({ der }) => der).sort((a, b) => a.compare(b))
  const signedData = sequence(integer(1), set(), sequence(oid(DATA)), context(0, Buffer.concat(sorted)), set())
  return sequence(oid(SIGNED_DATA), context(0, signedData))
}

/** The DER of each certificate that a SignedData carries, in its order; signatures are not looked at. @throws DerError */
export function readSignedData(bytes: Buffer): Buffer[] {
  const [type, content] = asSequence(readOne(bytes, { ber: true }))
  if (asOid(type) !== SIGNED_DATA || !isContext(content, 0)) throw new DerError('it is not signed data')
  const [version, ...parts] = asSequence(children(content)[0])
  asSmallInteger(version)
  const certificates = parts.find((part) => isContext(part, 0))
  if (certificates === undefined) return []
  return children(certificates)
    .filter((part) => isUniversal(part, TAG.sequence))
    .map(({ bytes: der }) => der)
}
