import { createHmac, hash } from 'node:crypto'
import * as der from '../der/writer.ts'
import type { SecretValue } from '../redact.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { Contents, WritableKey } from './contents.ts'
import { derivePkcs12, passwordForms, PURPOSE } from './pkcs12-derivation.ts'
import type { Protection, Sealed, WritingPassword } from './pkcs12-seal.ts'
import { COMPATIBLE, ITERATIONS, MODERN, SALT_BYTES } from './pkcs12-seal.ts'

/** `modern` is what keytool writes since Java 17; `compatible` is what every Java and Windows of the last twenty years reads. */
export type Pkcs12Profile = 'modern' | 'compatible'

const PROTECTIONS: Readonly<Record<Pkcs12Profile, Protection>> = { modern: MODERN, compatible: COMPATIBLE }

const DATA = '1.2.840.113549.1.7.1'
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6'
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2'
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3'
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1'
const FRIENDLY_NAME = '1.2.840.113549.1.9.20'
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21'
/** Java lists a certificate as trusted only with this attribute, for any usage. */
const TRUSTED_KEY_USAGE = '2.16.840.1.113894.746875.1.1'
const ANY_EXTENDED_KEY_USAGE = '2.5.29.37.0'

/** The bytes of a PKCS#12 keystore (RFC 7292). @param secret printable ASCII */
export async function encodePkcs12(contents: Contents, secret: SecretValue, profile: Pkcs12Profile): Promise<Buffer> {
  const { salts } = contents
  const protection = PROTECTIONS[profile]
  const password = writingPassword(secret)
  const seal = (plain: Buffer, what: string): Promise<Sealed> =>
    protection.seal(plain, password, (use, length) => salts(`pkcs12 ${profile} ${what} ${use}`, length, plain))
  const keyBags: Buffer[] = []
  for (const entry of keysOf(contents)) {
    const { algorithm, ciphertext } = await seal(entry.key.pkcs8, `key ${entry.alias}`)
    keyBags.push(bag(SHROUDED_KEY_BAG, der.sequence(algorithm, der.octets(ciphertext)), keyMarks(entry)))
  }
  const certificates = await seal(der.sequence(...certificateBags(contents)), 'certificates')
  const safes = der.sequence(...(keyBags.length === 0 ? [] : [data(der.sequence(...keyBags))]), encryptedData(certificates))
  const salt = salts(`pkcs12 ${profile} mac salt`, SALT_BYTES, safes)
  return der.sequence(der.integer(3), data(safes), macData(safes, protection, password, salt))
}

function writingPassword(secret: SecretValue): WritingPassword {
  const { wide, octets } = passwordForms(secret)
  return { wide: wide[0] ?? Buffer.alloc(0), octets: octets[0] ?? Buffer.alloc(0) }
}

function keysOf({ entries }: Contents): WritableKey[] {
  return entries.filter((entry) => entry.kind === 'private-key')
}

/** Each leaf with the marks of its key, the trusted certificates, and the issuers that are not among these: Java finds them by name. */
function certificateBags(contents: Contents): Buffer[] {
  const keys = keysOf(contents)
  const trusted = contents.entries.filter((entry) => entry.kind === 'trusted-certificate')
  const leaves = keys.flatMap((entry) => entry.chain.slice(0, 1).map((leaf) => certificateBag(leaf, keyMarks(entry))))
  const there = new Set(trusted.map(({ certificate }) => certificate.fingerprint256))
  const issuers = keys
    .flatMap(({ chain }) => chain.slice(1))
    .filter(({ fingerprint256 }) => {
      const fresh = !there.has(fingerprint256)
      there.add(fingerprint256)
      return fresh
    })
  return [
    ...leaves,
    ...issuers.map((issuer) => certificateBag(issuer, [])),
    ...trusted.map(({ alias, certificate }) => certificateBag(certificate, [friendlyName(alias), trustedForAnything()])),
  ]
}

/** Ties a key to its leaf: the same on both. The id is OpenSSL's, the SHA-1 of the leaf; nothing rests on its strength. */
function keyMarks({ alias, chain }: WritableKey): Buffer[] {
  const id = hash('sha1', chain[0]?.der ?? Buffer.from(alias, 'utf8'), 'buffer')
  return [friendlyName(alias), attribute(LOCAL_KEY_ID, der.octets(id))]
}

const friendlyName = (alias: string): Buffer => attribute(FRIENDLY_NAME, der.bmp(alias))
const trustedForAnything = (): Buffer => attribute(TRUSTED_KEY_USAGE, der.oid(ANY_EXTENDED_KEY_USAGE))
const attribute = (type: string, value: Buffer): Buffer => der.sequence(der.oid(type), der.set(value))

function certificateBag({ der: encoded }: Certificate, attributes: readonly Buffer[]): Buffer {
  return bag(CERTIFICATE_BAG, der.sequence(der.oid(X509_CERTIFICATE), der.context(0, der.octets(encoded))), attributes)
}

function bag(type: string, value: Buffer, attributes: readonly Buffer[]): Buffer {
  return der.sequence(der.oid(type), der.context(0, value), ...(attributes.length === 0 ? [] : [der.set(...attributes)]))
}

function data(content: Buffer): Buffer {
  return der.sequence(der.oid(DATA), der.context(0, der.octets(content)))
}

function encryptedData({ algorithm, ciphertext }: Sealed): Buffer {
  const info = der.sequence(der.oid(DATA), algorithm, der.context(0, ciphertext, false))
  return der.sequence(der.oid(ENCRYPTED_DATA), der.context(0, der.sequence(der.integer(0), info)))
}

function macData(safes: Buffer, { digest, digestId }: Protection, { wide }: WritingPassword, salt: Buffer): Buffer {
  const key = derivePkcs12(digest, PURPOSE.mac, wide, salt, ITERATIONS, digest.bytes)
  const mac = createHmac(digest.name, key).update(safes).digest()
  const info = der.sequence(der.sequence(der.oid(digestId), der.nullValue()), der.octets(mac))
  return der.sequence(info, der.octets(salt), der.integer(ITERATIONS))
}
