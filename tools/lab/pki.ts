import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto'
import * as der from './der.ts'
import { namedKey, newKey, type KeyAlgorithm } from './keys.ts'

export type { KeyAlgorithm } from './keys.ts'

/**
 * Attributes of a distinguished name (`CN`, `O`, `OU`, `L`, `ST`, `C`, or an object identifier), in the order in which the
 * certificate has them. A plain text is a common name.
 */
export type Name = string | Readonly<Record<string, string>>

export type Digest = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512'
export type KeyUsage = keyof typeof KEY_USAGE_BITS

/** A certificate with its private key and the certificates of its issuers. */
export interface Issued {
  /** The distinguished name, DER. */
  readonly subject: Buffer
  readonly certificateDer: Buffer
  readonly certificatePem: string
  /** PKCS#8, PEM. */
  readonly keyPem: string
  /** PKCS#8, DER. */
  readonly pkcs8: Buffer
  /** DER: this certificate first, the root last. */
  readonly chain: readonly Buffer[]
  /** {@link chain} as PEM blocks one after the other. */
  readonly chainPem: string
}

/** A certificate authority is a certificate like any other; what it may do stands in its extensions. */
export type Ca = Issued

export interface MintOptions {
  readonly subject: Name
  /** Who signs; without it the certificate signs itself. */
  readonly issuer?: Ca
  /** Default: `rsa-2048` for end entities, `ec-p256` for authorities. */
  readonly keyAlgorithm?: KeyAlgorithm
  /**
   * A key, or the name of one: equal names are equal keys for the whole process. Default: a fresh one for authorities; for end
   * entities one named after the subject, so that a certificate issued anew keeps its key.
   */
  readonly key?: KeyObject | string
  /** Signs in place of the issuer's key: a forged link. */
  readonly signingKey?: KeyObject
  /** Default: an hour ago. */
  readonly notBefore?: Date
  /** Default: `days` after notBefore. */
  readonly notAfter?: Date
  /** Default: 90 for end entities, 3650 for authorities. */
  readonly days?: number
  /** Of the signature; default `sha256`. An Ed25519 signature has its own. */
  readonly digest?: Digest
  /** `DNS:…`, `IP:…` (v4), `URI:…`, `email:…`. */
  readonly san?: readonly string[]
  /** Names or object identifiers; null: no such extension. Default: `clientAuth` for end entities, none for authorities. */
  readonly eku?: readonly string[] | null
  /** Null: no such extension. Default: `digitalSignature`, or `keyCertSign` and `cRLSign` for authorities. */
  readonly keyUsage?: readonly KeyUsage[] | null
  /** Basic constraints CA:TRUE or CA:FALSE; null: no such extension. Default: as the function says. */
  readonly isCa?: boolean | null
  readonly pathLength?: number
  /** Hexadecimal; default: 16 random bytes. */
  readonly serialNumber?: string
}

const NAME_ATTRIBUTES: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  C: '2.5.4.6',
  L: '2.5.4.7',
  ST: '2.5.4.8',
  O: '2.5.4.10',
  OU: '2.5.4.11',
}

const KEY_USAGE_BITS = { digitalSignature: 0, keyEncipherment: 2, keyAgreement: 4, keyCertSign: 5, cRLSign: 6 } as const

/** Context tags of GeneralName (RFC 5280, 4.2.1.6). */
const GENERAL_NAMES: Readonly<Record<string, number>> = { email: 1, DNS: 2, URI: 6, IP: 7 }

const EXTENDED_KEY_USAGES: Readonly<Record<string, string>> = {
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  anyExtendedKeyUsage: '2.5.29.37.0',
}

const RSA_SIGNATURES: Readonly<Record<Digest, string>> = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
}

const ECDSA_SIGNATURES: Readonly<Partial<Record<Digest, string>>> = {
  sha1: '1.2.840.10045.4.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** That many days from now, before now where negative; for `notBefore` and `notAfter`. */
export const daysFromNow = (days: number): Date => new Date(Date.now() + days * DAY)

/** A certificate authority: a root, or with an issuer an intermediate. */
export async function makeCa(options: MintOptions): Promise<Ca> {
  const { keyAlgorithm = 'ec-p256', key: given } = options
  const key = given === undefined ? await newKey(keyAlgorithm) : await keyOf(keyAlgorithm, given)
  return mint(key, { days: 3650, keyUsage: ['keyCertSign', 'cRLSign'], isCa: true, ...options })
}

/** An end entity, as a TLS client presents it unless the options say otherwise. */
export async function issue(options: MintOptions): Promise<Issued> {
  const { keyAlgorithm = 'rsa-2048', key: given = JSON.stringify(options.subject) } = options
  const key = await keyOf(keyAlgorithm, given)
  return mint(key, { days: 90, eku: ['clientAuth'], keyUsage: ['digitalSignature'], isCa: false, ...options })
}

/** The certificate of a server on this machine: `localhost` and 127.0.0.1. */
export function issueServer(issuer: Ca, options: Partial<MintOptions> = {}): Promise<Issued> {
  const san = ['DNS:localhost', 'IP:127.0.0.1']
  return issue({ issuer, subject: 'localhost', keyAlgorithm: 'ec-p256', eku: ['serverAuth'], san, ...options })
}

/** The certificate of one with the private key of another: a pair that does not belong together. */
export const withKeyOf = (issued: Issued, other: Issued): Issued => ({ ...issued, keyPem: other.keyPem, pkcs8: other.pkcs8 })

/** DER as a PEM block with lines of 64 characters. */
export function pem(label: string, content: Uint8Array): string {
  const lines = Buffer.from(content)
    .toString('base64')
    .replaceAll(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
}

const keyOf = (algorithm: KeyAlgorithm, key: KeyObject | string): Promise<KeyObject> =>
  typeof key === 'string' ? namedKey(algorithm, key) : Promise.resolve(key)

function mint(key: KeyObject, options: MintOptions & { readonly days: number }): Issued {
  const { issuer } = options
  const signingKey = options.signingKey ?? (issuer === undefined ? key : createPrivateKey(issuer.keyPem))
  const publicKey = spkiOf(createPublicKey(key))
  const notBefore = options.notBefore ?? new Date(Date.now() - HOUR)
  const notAfter = options.notAfter ?? new Date(notBefore.getTime() + options.days * DAY)
  const algorithm = signatureAlgorithm(signingKey, options.digest ?? 'sha256')
  const subject = distinguishedName(options.subject)
  const toBeSigned = der.sequence(
    der.explicit(0, der.integer(2)),
    der.integer(options.serialNumber ?? `7${randomBytes(16).toString('hex').slice(1)}`),
    algorithm.identifier,
    issuer?.subject ?? subject,
    der.sequence(der.time(notBefore), der.time(notAfter)),
    subject,
    publicKey,
    der.explicit(3, der.sequence(...extensions(options, publicKey))),
  )
  const signature = sign(algorithm.digest, toBeSigned, signingKey)
  const certificateDer = der.sequence(toBeSigned, algorithm.identifier, der.bits(signature))
  const chain = [certificateDer, ...(issuer?.chain ?? [])]
  const pkcs8 = key.export({ format: 'der', type: 'pkcs8' })
  return {
    subject,
    certificateDer,
    certificatePem: pem('CERTIFICATE', certificateDer),
    keyPem: pem('PRIVATE KEY', pkcs8),
    pkcs8,
    chain,
    chainPem: chain.map((link) => pem('CERTIFICATE', link)).join(''),
  }
}

function extensions(options: MintOptions, publicKey: Buffer): Buffer[] {
  const { isCa = null, pathLength, keyUsage = null, eku, san = [], issuer } = options
  const list = [extension('2.5.29.14', der.octets(keyIdentifier(publicKey)))]
  if (issuer !== undefined) {
    const issuerKey = spkiOf(new X509Certificate(issuer.certificateDer).publicKey)
    list.push(extension('2.5.29.35', der.sequence(der.implicit(0, keyIdentifier(issuerKey)))))
  }
  if (isCa !== null) {
    const length = pathLength === undefined ? [] : [der.integer(pathLength)]
    list.push(extension('2.5.29.19', isCa ? der.sequence(der.truth(), ...length) : der.sequence(), true))
  }
  if (keyUsage !== null) list.push(extension('2.5.29.15', keyUsageBits(keyUsage), true))
  const usages = eku?.map((name) => der.oid(EXTENDED_KEY_USAGES[name] ?? name))
  if (usages !== undefined) list.push(extension('2.5.29.37', der.sequence(...usages)))
  if (san.length > 0) list.push(extension('2.5.29.17', der.sequence(...san.map(generalName))))
  return list
}

function extension(id: string, value: Buffer, critical = false): Buffer {
  return der.sequence(der.oid(id), ...(critical ? [der.truth()] : []), der.octets(value))
}

/** Named bits, the first one the highest of the byte; trailing zero bits do not count (X.690, 11.2.2). */
function keyUsageBits(usages: readonly KeyUsage[]): Buffer {
  const byte = usages.reduce((mask, usage) => mask | (0x80 >> KEY_USAGE_BITS[usage]), 0)
  if (byte === 0) return der.bits(Buffer.alloc(0))
  return der.bits(Buffer.from([byte]), 31 - Math.clz32(byte & -byte))
}

function generalName(text: string): Buffer {
  const [, kind = '', value = ''] = /^(email|DNS|URI|IP):(.+)$/.exec(text) ?? []
  const tag = GENERAL_NAMES[kind]
  if (tag === undefined) throw new Error(`a subject alternative name begins with DNS:, IP:, URI: or email:, unlike ${text}`)
  return der.implicit(tag, kind === 'IP' ? Buffer.from(value.split('.').map(Number)) : Buffer.from(value, 'latin1'))
}

function distinguishedName(name: Name): Buffer {
  const attributes = typeof name === 'string' ? { CN: name } : name
  const relative = ([type, value]: [string, string]): Buffer =>
    der.set(der.sequence(der.oid(NAME_ATTRIBUTES[type] ?? type), type === 'C' ? der.printable(value) : der.utf8(value)))
  return der.sequence(...Object.entries(attributes).map(relative))
}

const spkiOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' })

/** A unique name for the key, which is all that RFC 5280 (4.2.1.2) asks for. */
const keyIdentifier = (spki: Buffer): Buffer => createHash('sha1').update(spki).digest()

/** How that key signs: the name of the digest for node:crypto and the AlgorithmIdentifier. */
function signatureAlgorithm(key: KeyObject, digest: Digest): { digest: Digest | null; identifier: Buffer } {
  const type = key.asymmetricKeyType
  if (type === 'ed25519') return { digest: null, identifier: der.sequence(der.oid('1.3.101.112')) }
  if (type === 'rsa') return { digest, identifier: der.sequence(der.oid(RSA_SIGNATURES[digest]), der.nothing()) }
  const id = type === 'ec' ? ECDSA_SIGNATURES[digest] : undefined
  if (id === undefined) throw new Error(`a key of type ${String(type)} cannot sign with ${digest}`)
  return { digest, identifier: der.sequence(der.oid(id)) }
}
