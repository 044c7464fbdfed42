import { createPublicKey, hash, X509Certificate } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { inspect } from 'node:util'
import type { Node } from '../der/reader.ts'
import { asInteger, asOid, asSequence, asTime, children, DerError, isContext, readOne } from '../der/reader.ts'
import { CodedError } from '../errors.ts'
import type { KeyKind, SignatureAlgorithm } from './algorithms.ts'
import { curveOf, keyAlgorithmOf, readSignatureAlgorithm, usualKeyKind } from './algorithms.ts'
import type { BasicConstraints, Extensions, KeyUsage } from './extensions.ts'
import { readExtensions } from './extensions.ts'
import { hexPairs } from './format.ts'
import { readAlternativeNames } from './alternative-names.ts'
import type { Name } from './name.ts'
import { commonNameOf, formatName, readName } from './name.ts'

interface Fields {
  readonly serial: bigint
  readonly issuer: Node
  readonly subject: Node
  /** The subject as text: it is asked for of each. */
  readonly subjectText: string
  readonly notBefore: Date
  readonly notAfter: Date
  readonly spki: Node
  readonly extensions: Extensions
  readonly signatureAlgorithm: SignatureAlgorithm
}

/** An X.509 certificate (RFC 5280), read by this project's own reader; signatures are verified by OpenSSL. */
export class Certificate {
  readonly der: Buffer
  readonly #fields: Fields
  /** SHA-256 of the DER, hex. */
  readonly #sha256: string
  #fingerprint256: string | undefined
  #issuer: string | undefined
  #publicKey: KeyObject | undefined
  #kind: KeyKind | undefined
  #openssl: X509Certificate | undefined
  #selfSigned: boolean | undefined
  /** Those that were asked whether they have signed this one. */
  #signers: WeakMap<Certificate, boolean> | undefined

  private constructor(der: Buffer, sha256: string, fields: Fields) {
    this.der = der
    this.#sha256 = sha256
    this.#fields = fields
  }

  /**
   * The same bytes are the same object for as long as somebody has it: the authorities of a thousand keystores are read, and
   * their signatures verified, once.
   * @throws CodedError certificate.unreadable
   */
  static fromDer(der: Buffer): Certificate {
    const id = hash('sha256', der, 'hex')
    const known = KNOWN.get(id)?.deref()
    if (known !== undefined) return known
    const own = Buffer.from(der)
    try {
      const certificate = new Certificate(own, id, readFields(own))
      KNOWN.set(id, new WeakRef(certificate))
      return certificate
    } catch (error) {
      if (!(error instanceof DerError)) throw error
      throw new CodedError('certificate.unreadable', `certificate is damaged or none: ${error.message}`)
    }
  }

  /** SHA-256 of the DER, upper-case hex pairs with colons. */
  get fingerprint256(): string {
    return (this.#fingerprint256 ??= hexPairs(this.#sha256))
  }

  /** RFC 4514; empty where the subject is. */
  get subject(): string {
    return this.#fields.subjectText
  }

  /** RFC 4514. */
  get issuer(): string {
    return (this.#issuer ??= formatName(readName(this.#fields.issuer)))
  }

  get subjectName(): Name {
    return readName(this.#fields.subject)
  }

  get subjectDer(): Buffer {
    return this.#fields.subject.bytes
  }

  get issuerDer(): Buffer {
    return this.#fields.issuer.bytes
  }

  get commonName(): string | undefined {
    return commonNameOf(readName(this.#fields.subject))
  }

  /** Upper-case hex in whole bytes, with a minus where negative, as openssl prints it. */
  get serialNumber(): string {
    const { serial } = this.#fields
    const digits = (serial < 0n ? -serial : serial).toString(16).toUpperCase()
    return `${serial < 0n ? '-' : ''}${digits.length % 2 === 0 ? '' : '0'}${digits}`
  }

  get notBefore(): Date {
    return this.#fields.notBefore
  }

  get notAfter(): Date {
    return this.#fields.notAfter
  }

  /** The SubjectPublicKeyInfo as it stands in the certificate. */
  get spki(): Buffer {
    return this.#fields.spki.bytes
  }

  /** @throws CodedError certificate.unreadable when OpenSSL knows no such key */
  get publicKey(): KeyObject {
    try {
      return (this.#publicKey ??= createPublicKey({ key: this.spki, format: 'der', type: 'spki' }))
    } catch {
      throw new CodedError('certificate.unreadable', `certificate ${this.subject} has a public key that cannot be read`)
    }
  }

  /** `RSA-2048`, `EC-256`, `DSA-2048`, `Ed25519`; the dotted number of an algorithm whose key OpenSSL cannot read. */
  get keyAlgorithm(): string {
    return this.#keyKind().algorithm
  }

  /** The curve of an EC key by OpenSSL's name (`prime256v1`), where it has one. */
  get curve(): string | undefined {
    return this.#keyKind().curve
  }

  #keyKind(): KeyKind {
    return (this.#kind ??= keyKindOf(this.#fields.spki, () => this.publicKey))
  }

  get signatureAlgorithm(): SignatureAlgorithm {
    return this.#fields.signatureAlgorithm
  }

  get basicConstraints(): BasicConstraints | undefined {
    return this.#fields.extensions.basicConstraints
  }

  get keyUsage(): ReadonlySet<KeyUsage> | undefined {
    return this.#fields.extensions.keyUsage
  }

  /** Dotted numbers; undefined where the extension is absent, which allows every usage. */
  get extendedKeyUsage(): readonly string[] | undefined {
    return this.#fields.extensions.extendedKeyUsage
  }

  /** Dotted numbers of the certificate policies. */
  get policies(): readonly string[] {
    return this.#fields.extensions.policies
  }

  /**
   * Subject alternative names as `DNS:acme.example`, `IP:192.0.2.1`, `URI:…`, `email:…`; names of other kinds as `other:` and hex.
   * @throws CodedError certificate.unreadable when the extension is damaged
   */
  get alternativeNames(): readonly string[] {
    const { alternativeNames } = this.#fields.extensions
    try {
      return alternativeNames === undefined ? [] : readAlternativeNames(alternativeNames)
    } catch (error) {
      if (!(error instanceof DerError)) throw error
      throw new CodedError('certificate.unreadable', `certificate has alternative names that cannot be read: ${error.message}`)
    }
  }

  /** The key identifier of an issuer, which what it issues names (RFC 5280 4.2.1.2). */
  get subjectKeyId(): Buffer | undefined {
    return this.#fields.extensions.subjectKeyId
  }

  /** By which key of its issuer it was signed, where it says so (RFC 5280 4.2.1.1). */
  get authorityKeyId(): Buffer | undefined {
    return this.#fields.extensions.authorityKeyId
  }

  get nameConstraints(): boolean {
    return this.#fields.extensions.nameConstraints
  }

  /** Whether it is a CA: it says so, or it is a root from before the extension that says so. */
  get isCa(): boolean {
    return this.basicConstraints?.ca ?? (this.#fields.extensions.keyUsage === undefined && this.isSelfSigned)
  }

  get isSelfIssued(): boolean {
    return this.issuerDer.equals(this.subjectDer)
  }

  /** Issued to itself, and the signature holds. */
  get isSelfSigned(): boolean {
    return (this.#selfSigned ??= this.isSelfIssued && this.#isSignedBy(this))
  }

  /**
   * Whether `other` issued this one: names and key ids agree and the signature holds. Never throws.
   * What `other` may do (CA, keyCertSign) is asked by the checks, so that they can say what is wrong.
   */
  isIssuedBy(other: Certificate): boolean {
    const named = this.issuerDer.equals(other.subjectDer) || this.#opensslSaysIssuedBy(other)
    return named && this.#keyIdsAgree(other) && this.#isSignedBy(other)
  }

  equals(other: Certificate): boolean {
    return this === other || this.der.equals(other.der)
  }

  toString(): string {
    return this.subject === '' ? `serial number ${this.serialNumber}` : this.subject
  }

  [inspect.custom](): string {
    return `Certificate { ${this.toString()}, ${this.fingerprint256} }`
  }

  #x509(): X509Certificate {
    return (this.#openssl ??= new X509Certificate(this.der))
  }

  /** OpenSSL compares names as RFC 5280 7.1 asks: letter case, spaces and string types do not count. */
  #opensslSaysIssuedBy(other: Certificate): boolean {
    try {
      return this.#x509().checkIssued(other.#x509())
    } catch {
      return false
    }
  }

  #keyIdsAgree(other: Certificate): boolean {
    const { authorityKeyId } = this
    const { subjectKeyId } = other
    return authorityKeyId === undefined || subjectKeyId === undefined || authorityKeyId.equals(subjectKeyId)
  }

  #isSignedBy(other: Certificate): boolean {
    const signers = (this.#signers ??= new WeakMap<Certificate, boolean>())
    const known = signers.get(other)
    if (known !== undefined) return known
    const signed = this.#verify(other)
    signers.set(other, signed)
    // It is asked nothing more, as a rule, and OpenSSL's own certificate is larger than this one.
    this.#openssl = undefined
    return signed
  }

  #verify(other: Certificate): boolean {
    try {
      return this.#x509().verify(other.publicKey)
    } catch {
      return false
    }
  }
}

/** Certificates in use, by the digest of their bytes; of others no more than that is kept until the process ends. */
const KNOWN = new Map<string, WeakRef<Certificate>>()

/** The issuer of the certificate that was read before: a keystore of a thousand has one for most of them. */
let issuerBefore: Buffer | undefined

/** Certificate and TBSCertificate (RFC 5280 4.1). Names are looked through here, so that they can be formatted at any time. */
function readFields(der: Buffer): Fields {
  const [tbs, signatureAlgorithm, signature, ...more] = asSequence(readOne(der))
  if (signature === undefined || more.length > 0) throw new DerError('it does not have three parts')
  const parts = asSequence(tbs)
  const [serial, , issuer, validity, subject, spki] = isContext(parts[0], 0) ? parts.slice(1) : parts
  if (issuer === undefined || subject === undefined || spki === undefined) throw new DerError('a part is missing')
  const subjectText = formatName(readName(subject))
  if (issuerBefore?.equals(issuer.bytes) !== true) readName(issuer)
  issuerBefore = issuer.bytes
  keyTypeOf(spki)
  const [notBefore, notAfter] = asSequence(validity).map(asTime)
  if (notBefore === undefined || notAfter === undefined) throw new DerError('its validity is missing')
  const extensions = parts.find((part) => isContext(part, 3))
  return {
    serial: asInteger(serial),
    issuer,
    subject,
    subjectText,
    notBefore,
    notAfter,
    spki,
    extensions: readExtensions(extensions && children(extensions)[0]),
    signatureAlgorithm: readSignatureAlgorithm(signatureAlgorithm),
  }
}

function keyKindOf(spki: Node, publicKey: () => KeyObject): KeyKind {
  try {
    const usual = usualKeyKind(spki)
    if (usual !== undefined) return usual
    const key = publicKey()
    return { algorithm: keyAlgorithmOf(key), curve: curveOf(key) }
  } catch {
    return { algorithm: keyTypeOf(spki), curve: undefined }
  }
}

function keyTypeOf(spki: Node): string {
  return asOid(asSequence(asSequence(spki)[0])[0])
}
