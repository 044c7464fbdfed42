import type { KeyObject } from 'node:crypto'
import type { Node } from '../der/reader.ts'
import { asBits, asInteger, asOid, asSequence, children, isContext, isUniversal, readOne, TAG } from '../der/reader.ts'
import * as der from '../der/writer.ts'

export interface SignatureAlgorithm {
  /** As RFC 8017, 5758 and 8410 name it, or the dotted number of one that is not known. */
  readonly name: string
  /** `sha256` and so on; undefined where the algorithm has none of its own, or is not known. */
  readonly digest: string | undefined
}

const RSASSA_PSS = '1.2.840.113549.1.1.10'

const SIGNATURES = new Map<string, SignatureAlgorithm>([
  ['1.2.840.113549.1.1.2', { name: 'md2WithRSAEncryption', digest: 'md2' }],
  ['1.2.840.113549.1.1.3', { name: 'md4WithRSAEncryption', digest: 'md4' }],
  ['1.2.840.113549.1.1.4', { name: 'md5WithRSAEncryption', digest: 'md5' }],
  ['1.2.840.113549.1.1.5', { name: 'sha1WithRSAEncryption', digest: 'sha1' }],
  ['1.3.14.3.2.29', { name: 'sha1WithRSA', digest: 'sha1' }],
  ['1.2.840.113549.1.1.14', { name: 'sha224WithRSAEncryption', digest: 'sha224' }],
  ['1.2.840.113549.1.1.11', { name: 'sha256WithRSAEncryption', digest: 'sha256' }],
  ['1.2.840.113549.1.1.12', { name: 'sha384WithRSAEncryption', digest: 'sha384' }],
  ['1.2.840.113549.1.1.13', { name: 'sha512WithRSAEncryption', digest: 'sha512' }],
  ['1.2.840.10040.4.3', { name: 'dsa-with-SHA1', digest: 'sha1' }],
  ['2.16.840.1.101.3.4.3.1', { name: 'dsa-with-SHA224', digest: 'sha224' }],
  ['2.16.840.1.101.3.4.3.2', { name: 'dsa-with-SHA256', digest: 'sha256' }],
  ['1.2.840.10045.4.1', { name: 'ecdsa-with-SHA1', digest: 'sha1' }],
  ['1.2.840.10045.4.3.1', { name: 'ecdsa-with-SHA224', digest: 'sha224' }],
  ['1.2.840.10045.4.3.2', { name: 'ecdsa-with-SHA256', digest: 'sha256' }],
  ['1.2.840.10045.4.3.3', { name: 'ecdsa-with-SHA384', digest: 'sha384' }],
  ['1.2.840.10045.4.3.4', { name: 'ecdsa-with-SHA512', digest: 'sha512' }],
  ['1.3.101.112', { name: 'Ed25519', digest: undefined }],
  ['1.3.101.113', { name: 'Ed448', digest: undefined }],
])

const DIGESTS = new Map([
  ['1.2.840.113549.2.5', 'md5'],
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
])

/** Reads the AlgorithmIdentifier of a signature. @throws DerError */
export function readSignatureAlgorithm(node: Node | undefined): SignatureAlgorithm {
  const [type, parameters] = asSequence(node)
  const dotted = asOid(type)
  if (dotted === RSASSA_PSS) return { name: 'rsassaPss', digest: pssDigest(parameters) }
  return SIGNATURES.get(dotted) ?? { name: dotted, digest: undefined }
}

/** The hash of RSASSA-PSS-params, which is SHA-1 where it is left out (RFC 4055 3.1). */
function pssDigest(parameters: Node | undefined): string | undefined {
  const tagged = parameters && asSequence(parameters).find((parameter) => isContext(parameter, 0))
  if (tagged === undefined) return 'sha1'
  const [identifier] = children(tagged)
  return DIGESTS.get(asOid(asSequence(identifier)[0]))
}

const EDWARDS = new Map([
  ['ed25519', 'Ed25519'],
  ['ed448', 'Ed448'],
])

/** Family and size as Java names them: `RSA-2048`, `EC-256` for every curve of 256 bits, `DSA-2048`, `Ed25519`. */
export function keyAlgorithmOf(key: KeyObject): string {
  const type = key.asymmetricKeyType ?? 'unknown'
  const family = type === 'rsa-pss' ? 'RSASSA-PSS' : type.toUpperCase()
  const size = key.asymmetricKeyDetails?.modulusLength ?? /\d{3}/.exec(curveOf(key) ?? '')?.[0]
  return EDWARDS.get(type) ?? (size === undefined ? family : `${family}-${size}`)
}

export interface KeyKind {
  /** As {@link keyAlgorithmOf} names it. */
  readonly algorithm: string
  /** As {@link curveOf} names it. */
  readonly curve: string | undefined
}

/**
 * What kind of key a SubjectPublicKeyInfo has, for the most usual ones, told by what stands there: OpenSSL takes a hundred times as
 * long to make a key of it. Undefined for all others. @throws DerError
 */
export function usualKeyKind(spki: Node): KeyKind | undefined {
  const [identifier, key] = asSequence(spki)
  const [type, parameters] = asSequence(identifier)
  const dotted = asOid(type)
  if (dotted === EC_PUBLIC_KEY) return isUniversal(parameters, TAG.oid) ? CURVES.get(asOid(parameters)) : undefined
  if (dotted !== RSA_ENCRYPTION) return undefined
  const [modulus] = asSequence(readOne(asBits(key).bytes))
  return { algorithm: `RSA-${asInteger(modulus).toString(2).length}`, curve: undefined }
}

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1'
const EC_PUBLIC_KEY = '1.2.840.10045.2.1'
const CURVES = new Map<string, KeyKind>([
  ['1.2.840.10045.3.1.7', { algorithm: 'EC-256', curve: 'prime256v1' }],
  ['1.3.132.0.34', { algorithm: 'EC-384', curve: 'secp384r1' }],
  ['1.3.132.0.35', { algorithm: 'EC-521', curve: 'secp521r1' }],
])

/** What certificates call a key algorithm of the spec: `RSA-3072` for `rsa-3072`, `EC-256` for `ec-p256`. */
export const keyAlgorithmNamed = (text: string): string => text.toUpperCase().replace('EC-P', 'EC-')

/** The curve of an EC key by OpenSSL's name: `prime256v1`, `secp384r1`; undefined for other keys and curves without a name. */
export function curveOf(key: KeyObject): string | undefined {
  return key.asymmetricKeyDetails?.namedCurve
}

/** How a key signs certificates and requests: the digest, and the AlgorithmIdentifier that says so. */
export interface SigningAlgorithm {
  /** Null for keys whose signature has a digest of its own. */
  readonly digest: 'sha256' | 'sha384' | 'sha512' | null
  readonly identifier: Buffer
}

/** Undefined for keys that this project does not sign with. */
export function signingAlgorithmOf(key: KeyObject): SigningAlgorithm | undefined {
  const type = key.asymmetricKeyType
  if (type === 'rsa') return { digest: 'sha256', identifier: der.sequence(der.oid('1.2.840.113549.1.1.11'), der.nullValue()) }
  if (type === 'ed25519') return { digest: null, identifier: der.sequence(der.oid('1.3.101.112')) }
  return type === 'ec' ? ECDSA.get(curveOf(key) ?? '') : undefined
}

/** A digest as long as the numbers of the curve (RFC 5480 4). */
const ECDSA = new Map<string, SigningAlgorithm>([
  ['prime256v1', { digest: 'sha256', identifier: der.sequence(der.oid('1.2.840.10045.4.3.2')) }],
  ['secp384r1', { digest: 'sha384', identifier: der.sequence(der.oid('1.2.840.10045.4.3.3')) }],
  ['secp521r1', { digest: 'sha512', identifier: der.sequence(der.oid('1.2.840.10045.4.3.4')) }],
])
