import type { KeyObject } from 'node:crypto'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import * as der from '../../src/der/writer.ts'
import { Certificate } from '../../src/x509/certificate.ts'

/** A certificate with its key, made for a test: quick, and as odd as the test needs it. */
export interface Issued {
  readonly certificate: Certificate
  readonly key: KeyObject
  readonly publicKey: KeyObject
}

export interface Wish {
  /** CN, or a whole name in DER. */
  readonly subject: string | Buffer
  /** Self-signed when left out. */
  readonly issuer?: Issued
  readonly keys?: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }
  readonly notBefore?: Date
  readonly notAfter?: Date
  readonly serial?: bigint
  /** basicConstraints; left out altogether when undefined. */
  readonly ca?: boolean
  readonly pathLength?: number
  /** Bits of keyUsage from the first on: digitalSignature is `1`, keyCertSign `000001`. */
  readonly keyUsage?: string
  readonly extendedKeyUsage?: readonly string[]
  readonly policies?: readonly string[]
  readonly nameConstraints?: boolean
  readonly keyIds?: boolean
  readonly digest?: 'sha256' | 'sha1' | 'sha384'
  /** Further extensions in DER. */
  readonly extensions?: readonly Buffer[]
  readonly version1?: boolean
  /** The name of the issuer, when it shall not be that of the one that signs. */
  readonly issuerName?: Buffer
}

export const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'
export const SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
export const NOW = new Date('2026-06-01T00:00:00Z')

const ECDSA = { sha1: '1.2.840.10045.4.1', sha256: '1.2.840.10045.4.3.2', sha384: '1.2.840.10045.4.3.3' }
const RSA = { sha1: '1.2.840.113549.1.1.5', sha256: '1.2.840.113549.1.1.11', sha384: '1.2.840.113549.1.1.12' }

export const attribute = (type: string, value: Buffer): Buffer => der.set(der.sequence(der.oid(type), value))

const commonName = (text: string): Buffer => der.sequence(attribute('2.5.4.3', der.utf8(text)))

export function extension(id: string, value: Buffer, critical = false): Buffer {
  return der.sequence(der.oid(id), ...(critical ? [der.boolean(true)] : []), der.octets(value))
}

export const ecKeys = (namedCurve = 'P-256') => generateKeyPairSync('ec', { namedCurve })

const keyId = (key: KeyObject): Buffer =>
  createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()

export function issue(wish: Wish): Issued {
  const { privateKey, publicKey } = wish.keys ?? ecKeys()
  const signer = wish.issuer ?? { key: privateKey, publicKey, certificate: undefined }
  const algorithm = signatureAlgorithm(signer.key, wish.digest ?? 'sha256')
  const subject = typeof wish.subject === 'string' ? commonName(wish.subject) : wish.subject
  const extensions = wish.version1 ? [] : extensionsOf(wish, publicKey, signer.publicKey)
  const tbs = der.sequence(
    ...(wish.version1 ? [] : [der.context(0, der.integer(2))]),
    der.integer(wish.serial ?? 1n),
    algorithm,
    wish.issuerName ?? signer.certificate?.subjectDer ?? subject,
    der.sequence(
      der.utcOrGeneralizedTime(wish.notBefore ?? new Date('2026-01-01T00:00:00Z')),
      der.utcOrGeneralizedTime(wish.notAfter ?? new Date('2027-01-01T00:00:00Z')),
    ),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    ...(extensions.length === 0 ? [] : [der.context(3, der.sequence(...extensions))]),
  )
  const edwards = signer.key.asymmetricKeyType?.startsWith('ed') ?? false
  const signature = sign(edwards ? null : (wish.digest ?? 'sha256'), tbs, signer.key)
  const certificate = Certificate.fromDer(der.sequence(tbs, algorithm, der.bits(signature)))
  return { certificate, key: privateKey, publicKey }
}

function signatureAlgorithm(key: KeyObject, digest: keyof typeof RSA): Buffer {
  if (key.asymmetricKeyType === 'rsa') return der.sequence(der.oid(RSA[digest]), der.nullValue())
  if (key.asymmetricKeyType === 'ed25519') return der.sequence(der.oid('1.3.101.112'))
  return der.sequence(der.oid(ECDSA[digest]))
}

function extensionsOf(wish: Wish, publicKey: KeyObject, issuerKey: KeyObject): Buffer[] {
  const { ca, pathLength, keyUsage, extendedKeyUsage, policies } = wish
  const constraints = [
    ...(ca === true ? [der.boolean(true)] : []),
    ...(pathLength === undefined ? [] : [der.integer(pathLength)]),
  ]
  const usageBits = keyUsage && Buffer.from((keyUsage.padEnd(16, '0').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const dnsName = der.context(2, Buffer.from('acme.example'), false)
  return [
    ca !== undefined && extension('2.5.29.19', der.sequence(...constraints), true),
    usageBits && extension('2.5.29.15', der.bits(usageBits), true),
    extendedKeyUsage && extension('2.5.29.37', der.sequence(...extendedKeyUsage.map(der.oid))),
    policies && extension('2.5.29.32', der.sequence(...policies.map((policy) => der.sequence(der.oid(policy))))),
    wish.nameConstraints && extension('2.5.29.30', der.sequence(der.context(0, der.sequence(dnsName))), true),
    wish.keyIds !== false && extension('2.5.29.14', der.octets(keyId(publicKey))),
    wish.keyIds !== false && extension('2.5.29.35', der.sequence(der.context(0, keyId(issuerKey), false))),
    ...(wish.extensions ?? []),
  ].filter((made) => Buffer.isBuffer(made))
}

export const issueRoot = (subject = 'root', wish: Partial<Wish> = {}): Issued =>
  issue({ subject, ca: true, keyUsage: '000001', notAfter: new Date('2046-01-01T00:00:00Z'), ...wish })

export const issueCa = (subject: string, issuer: Issued, wish: Partial<Wish> = {}): Issued =>
  issue({ subject, issuer, ca: true, keyUsage: '000001', notAfter: new Date('2036-01-01T00:00:00Z'), ...wish })

export const issueLeaf = (issuer: Issued, wish: Partial<Wish> = {}): Issued =>
  issue({ subject: 'acme', issuer, ca: false, keyUsage: '1', extendedKeyUsage: [CLIENT_AUTH], ...wish })
