import { hash } from 'node:crypto'
import { asBits, asSequence, readOne } from '../der/reader.ts'
import * as der from '../der/writer.ts'
import { writeAlternativeNames } from './alternative-names.ts'
import { armor } from './armor.ts'
import type { Certificate } from './certificate.ts'
import { CLIENT_AUTH } from './chain.ts'

/** Whom a certificate of a TLS client is for. */
export interface Holder {
  /** Name, DER. */
  readonly subject: Buffer
  /** Subject alternative names, `DNS:api.acme.example`. */
  readonly names: readonly string[]
  /** SubjectPublicKeyInfo. */
  readonly publicSpki: Buffer
}

/** What of PKCS#10 is signed (RFC 2986 4.1): the names, the key, and the extensions that a TLS client needs (RFC 2985 5.4.2). */
export function requestToBeSigned(holder: Holder): Buffer {
  const extensionRequest = der.sequence(der.oid('1.2.840.113549.1.9.14'), der.set(der.sequence(...clientExtensions(holder))))
  return der.sequence(der.integer(0), holder.subject, holder.publicSpki, der.context(0, extensionRequest))
}

/** A certificate's issuer, as what it issues refers to it. */
export interface IssuerNames {
  /** Name, DER. */
  readonly subject: Buffer
  readonly keyId: Buffer
}

export interface CertificateTerms {
  /** Positive, of at most 20 octets (RFC 5280 4.1.2.2). */
  readonly serialNumber: Buffer
  readonly notBefore: Date
  readonly notAfter: Date
  /** Absent for a certificate that signs itself. */
  readonly issuer?: IssuerNames
  /** AlgorithmIdentifier of the signature to come. */
  readonly algorithm: Buffer
}

/** A TBSCertificate (RFC 5280 4.1) of a TLS client that is no CA. */
export function certificateToBeSigned(holder: Holder, terms: CertificateTerms): Buffer {
  const keyId = keyIdOf(holder.publicSpki)
  const issuer = terms.issuer ?? { subject: holder.subject, keyId }
  const extensions = [
    extension('2.5.29.19', der.sequence(), true),
    ...clientExtensions(holder),
    extension('2.5.29.14', der.octets(keyId)),
    extension('2.5.29.35', der.sequence(der.context(0, issuer.keyId, false))),
  ]
  return der.sequence(
    der.context(0, der.integer(2)),
    der.integer(BigInt(`0x${terms.serialNumber.toString('hex')}`)),
    terms.algorithm,
    issuer.subject,
    der.sequence(der.utcOrGeneralizedTime(terms.notBefore), der.utcOrGeneralizedTime(terms.notAfter)),
    holder.subject,
    holder.publicSpki,
    der.context(3, der.sequence(...extensions)),
  )
}

/** Certificates and requests end alike: what was signed, how, and the signature. */
export function signed(toBeSigned: Buffer, algorithm: Buffer, signature: Buffer): Buffer {
  return der.sequence(toBeSigned, algorithm, der.bits(signature))
}

export const requestPem = (der: Buffer): string => armor('CERTIFICATE REQUEST', der)

/** The names of an issuer's certificate, with the key identifier that it gives itself. */
export function issuerNamesOf(certificate: Certificate): IssuerNames {
  return { subject: certificate.subjectDer, keyId: certificate.subjectKeyId ?? keyIdOf(certificate.spki) }
}

/** keyUsage digitalSignature, extendedKeyUsage clientAuth, and the alternative names where there are any. */
function clientExtensions({ names }: Holder): Buffer[] {
  return [
    extension('2.5.29.15', der.bits(Buffer.from([0x80]), 7), true),
    extension('2.5.29.37', der.sequence(der.oid(CLIENT_AUTH))),
    ...(names.length === 0 ? [] : [extension('2.5.29.17', writeAlternativeNames(names))]),
  ]
}

function extension(id: string, value: Buffer, critical = false): Buffer {
  return der.sequence(der.oid(id), ...(critical ? [der.boolean(true)] : []), der.octets(value))
}

/** SHA-1 of the public key's bits: a name for it, not a protection (RFC 5280 4.2.1.2). */
function keyIdOf(spki: Buffer): Buffer {
  return hash('sha1', asBits(asSequence(readOne(spki))[1]).bytes, 'buffer')
}
