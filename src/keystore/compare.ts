import type { SecretValue } from '../redact.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { PrivateKey } from '../x509/private-key.ts'
import type { Keystore, KeystoreType, OpenEntry, PrivateKeyEntry } from './keystore.ts'

/** What a keystore holds when it is as it shall be stored (contract 4.7). */
export interface CanonicalContents {
  readonly type: KeystoreType
  /** Of the private key, in lower case. */
  readonly alias: string
  readonly key: PrivateKey
  /** The leaf first, the root last where there is one. */
  readonly chain: readonly Certificate[]
}

/** The certificates of a chain that are stored as trusted entries too: every issuer, and a leaf that is a CA itself. */
export function trustedOf(chain: readonly Certificate[]): Certificate[] {
  return chain.filter((certificate, index) => index > 0 || certificate.basicConstraints?.ca === true)
}

/**
 * Whether a keystore that was read holds exactly the wanted contents, in a form that Java reads, the key under the password of
 * the store. Aliases of trusted entries, dates, salts and ciphers do not count.
 */
export function sameContents(found: Keystore, wanted: CanonicalContents): boolean {
  const entry = found.entries.find((one) => one.kind === 'private-key')
  if (!entry?.key?.equals(wanted.key)) return false
  return differences(found, { ...entry, key: entry.key }, wanted).length === 0
}

/**
 * What has to be put right in a keystore, a phrase for each thing; none when it is already as it shall be stored.
 * @param entry the private key entry of it that is meant
 * @param password that it shall have; without it the one that it has will do
 */
export function differences(
  found: Keystore,
  entry: OpenEntry,
  wanted: CanonicalContents,
  password: SecretValue | undefined = found.openedWith,
): string[] {
  return [
    ...typeAndPasswords(found, entry, wanted, password),
    ...otherKeys(found, entry),
    ...chainDifferences(entry.chain, wanted.chain),
    ...trustedDifferences(found, entry, wanted.chain),
    ...found.foreignToJava,
    ...found.findings
      .filter((finding) => LEFT_OUT.has(finding.code) && finding.severity === 'warning')
      .map(({ message }) => message),
  ]
}

/** What the reader told of things that are not among the entries as they should be. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'keystore.duplicate-alias',
  'keystore.unlisted',
  'certificate.unreadable',
  'key.unreadable',
])

function typeAndPasswords(
  found: Keystore,
  entry: PrivateKeyEntry,
  wanted: CanonicalContents,
  password: SecretValue | undefined,
): string[] {
  const samePassword = found.openedWith !== undefined && password?.bytes().equals(found.openedWith.bytes()) === true
  return [
    ...(found.type === wanted.type ? [] : [`the type was ${found.type}`]),
    ...(samePassword ? [] : ['the store password was another one']),
    ...(entry.protection === 'store-password' ? [] : ['the key password was not the store password']),
    ...(entry.alias === wanted.alias ? [] : [`the alias was "${entry.alias}"`]),
  ]
}

function otherKeys(found: Keystore, entry: PrivateKeyEntry): string[] {
  return [...found.entries, ...found.unlisted.keys]
    .filter((other) => other.kind === 'private-key' && other.alias !== entry.alias)
    .map((other) => `another private key was left out: "${other.alias}"`)
}

function chainDifferences(found: readonly Certificate[], wanted: readonly Certificate[]): string[] {
  if (found.length === 0) return ['the certificate was not tied to the private key']
  const missing = wanted.filter((certificate) => !includes(found, certificate))
  if (missing.length > 0) return [`the chain was completed from other certificates of the keystore: ${names(missing)}`]
  const kept = found.filter((certificate) => includes(wanted, certificate))
  const inOrder = kept.length === wanted.length && wanted.every((certificate, index) => kept[index]?.equals(certificate))
  return inOrder ? [] : ['the chain was not in order']
}

function trustedDifferences(found: Keystore, entry: PrivateKeyEntry, chain: readonly Certificate[]): string[] {
  const listed = found.entries.flatMap((other) => (other.kind === 'trusted-certificate' ? [other.certificate] : []))
  const wanted = trustedOf(chain)
  const missing = wanted.filter((certificate) => !includes(listed, certificate)).map((certificate) => lacking(certificate, chain))
  const repeated = repetitions(listed)
  const leaf = chain[0]
  const leafListed = leaf !== undefined && !includes(wanted, leaf) && includes(listed, leaf)
  const foreign = distinct([...entry.chain, ...listed, ...found.unlisted.certificates]).filter((other) => !includes(chain, other))
  return [
    ...missing,
    ...(repeated.length === 0 ? [] : [`a trusted entry stood there twice: ${names(repeated)}`]),
    ...(leafListed ? ['the certificate of the key was a trusted entry too'] : []),
    ...(foreign.length === 0 ? [] : [leftOut(foreign)]),
  ]
}

function lacking(certificate: Certificate, chain: readonly Certificate[]): string {
  const what = certificate.isSelfSigned && certificate === chain.at(-1) ? 'root' : 'intermediate'
  return `the ${what} was not a trusted entry: ${certificate.toString()}`
}

function leftOut(foreign: readonly Certificate[]): string {
  return foreign.length === 1
    ? `1 certificate that does not belong to the chain was left out: ${names(foreign)}`
    : `${foreign.length} certificates that do not belong to the chain were left out: ${names(foreign)}`
}

const MOST_NAMES = 5

function names(certificates: readonly Certificate[]): string {
  const shown = certificates.slice(0, MOST_NAMES).map((certificate) => certificate.toString())
  const more = certificates.length - shown.length
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}

function includes(certificates: readonly Certificate[], one: Certificate): boolean {
  return certificates.some((certificate) => certificate.equals(one))
}

/** Those that are there more than once, each once. */
function repetitions(certificates: readonly Certificate[]): Certificate[] {
  const seen = new Set<string>()
  return distinct(certificates.filter(({ fingerprint256 }) => seen.size === seen.add(fingerprint256).size))
}

function distinct(certificates: readonly Certificate[]): Certificate[] {
  return [...new Map(certificates.map((certificate) => [certificate.fingerprint256, certificate])).values()]
}
