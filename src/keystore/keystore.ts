import type { Finding } from '../errors.ts'
import { CodedError } from '../errors.ts'
import type { SecretValue } from '../redact.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { PrivateKey } from '../x509/private-key.ts'

export type KeystoreType = 'jks' | 'pkcs12'

export interface PrivateKeyEntry {
  readonly kind: 'private-key'
  /** As Java lists it; lower case in every keystore that Java wrote. */
  readonly alias: string
  /** The leaf first, as the keystore has it; empty where no certificate is tied to the key. */
  readonly chain: readonly Certificate[]
  /** Absent when it was not asked for, no password opens it, or what was opened is no key that is known. */
  readonly key?: PrivateKey
  readonly protection: 'store-password' | 'other-password' | 'unopened'
  readonly created?: Date
  /** `RSA-2048`, `EC-256`, `Ed25519`, …: of the leaf, else of the key; `unknown` where neither is there. */
  readonly algorithm: string
}

export interface TrustedEntry {
  readonly kind: 'trusted-certificate'
  readonly alias: string
  readonly certificate: Certificate
  readonly created?: Date
}

export type Entry = PrivateKeyEntry | TrustedEntry

/** A keystore that was read. What Java would list is in `entries`; what else is in the file is in `unlisted`. */
export interface Keystore {
  readonly type: KeystoreType
  readonly entries: readonly Entry[]
  /** What Java does not list: keys in a form that it passes over, certificates that belong to no entry. PKCS#12 only. */
  readonly unlisted: { readonly keys: readonly PrivateKeyEntry[]; readonly certificates: readonly Certificate[] }
  /** The store password that opened it; absent where none was given. */
  readonly openedWith?: SecretValue
  /** Why Java (17, and most before) cannot read it as it is: a phrase for each reason. */
  readonly foreignToJava: readonly string[]
  readonly findings: readonly Finding[]
}

export interface Passwords {
  /** Absent is not the same as empty: PKCS#12 derives other keys from the one and from the other. */
  readonly store?: SecretValue | undefined
  /** Tried for private keys after the store password. */
  readonly keys?: readonly SecretValue[]
}

/** A private key that is open, with the entry that it was found in. */
export type OpenEntry = PrivateKeyEntry & { readonly key: PrivateKey }

/**
 * The private key entry of a keystore, listed by Java or not: the one of that alias (letter case does not count, as in Java), else
 * the only one.
 * @throws CodedError keystore.no-key, keystore.several-keys, keystore.alias, keystore.key-password, key.unreadable
 */
export function privateKeyOf(keystore: Keystore, alias?: string): OpenEntry {
  const entry = privateKeyEntryOf(keystore, alias)
  const { key } = entry
  if (key !== undefined) return { ...entry, key }
  if (entry.protection === 'unopened') {
    throw new CodedError(
      'keystore.key-password',
      `private key ${quoted(entry.alias)} does not open with the password of the keystore, nor with any other that was given`,
    )
  }
  throw new CodedError('key.unreadable', `private key ${quoted(entry.alias)} opens, but is of a kind that cannot be read`)
}

/** The same, whether or not the key was opened. @throws CodedError keystore.no-key, keystore.several-keys, keystore.alias */
export function privateKeyEntryOf(keystore: Keystore, alias?: string): PrivateKeyEntry {
  const found = [...keystore.entries.filter((entry) => entry.kind === 'private-key'), ...keystore.unlisted.keys]
  return alias === undefined ? onlyOf(found, keystore) : byAlias(found, alias, keystore)
}

function onlyOf(keys: readonly PrivateKeyEntry[], keystore: Keystore): PrivateKeyEntry {
  const [first, ...more] = keys
  if (first === undefined) {
    throw new CodedError('keystore.no-key', `keystore holds no private key, ${countOfTrusted(keystore)}`)
  }
  if (more.length > 0) {
    throw new CodedError(
      'keystore.several-keys',
      `keystore holds ${keys.length} private keys: ${keys.map((entry) => quoted(entry.alias)).join(', ')}`,
    )
  }
  return first
}

function byAlias(keys: readonly PrivateKeyEntry[], alias: string, keystore: Keystore): PrivateKeyEntry {
  const same = keys.filter((entry) => entry.alias.toLowerCase() === alias.toLowerCase())
  const entry = same.find((candidate) => candidate.alias === alias) ?? same.at(-1)
  if (entry !== undefined) return entry
  if (keystore.entries.some((other) => other.alias.toLowerCase() === alias.toLowerCase())) {
    throw new CodedError('keystore.alias', `alias ${quoted(alias)} is a trusted certificate, not a private key`)
  }
  const there = keys.length === 0 ? 'it holds no private key' : `there: ${keys.map((key) => quoted(key.alias)).join(', ')}`
  throw new CodedError('keystore.alias', `alias ${quoted(alias)} is not in the keystore; ${there}`)
}

function countOfTrusted(keystore: Keystore): string {
  const count = keystore.entries.length + keystore.unlisted.certificates.length
  return count === 1 ? 'only 1 certificate' : `only ${count} certificates`
}

/** An alias in a message; what is hostile in it is dealt with where messages are printed. */
function quoted(alias: string): string {
  return `"${alias}"`
}
