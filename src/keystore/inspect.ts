import type { ErrorCode, Finding } from '../errors.ts'
import { CodedError } from '../errors.ts'
import type { Certificate } from '../x509/certificate.ts'
import { checkChain, checkTrusted } from '../x509/chain.ts'
import { formatTime } from '../x509/format.ts'
import { chainFor } from './canonical.ts'
import { differences } from './compare.ts'
import type { Entry, Keystore, KeystoreType, OpenEntry, Passwords, PrivateKeyEntry } from './keystore.ts'
import { privateKeyOf } from './keystore.ts'
import { checkPassword } from './password.ts'
import { readKeystore } from './read.ts'

/** What a keystore holds, as plain data (contract 1, `inspect`). */
export interface Inspection {
  readonly type: KeystoreType
  readonly entries: readonly InspectedEntry[]
  readonly problems: readonly { readonly code: ErrorCode; readonly message: string }[]
}

export interface InspectedEntry {
  readonly alias: string
  readonly kind: Entry['kind']
  /** Of the leaf, or of the trusted certificate: `RSA-2048`, `EC-256`, …. */
  readonly algorithm: string
  /** The leaf first; of a trusted entry its one certificate. Fingerprints are upper-case hex pairs, subjects RFC 4514, times UTC. */
  readonly chain: readonly { readonly fingerprint256: string; readonly subject: string; readonly notAfter: string }[]
}

/**
 * What Java lists in a keystore, and every problem that ServiceNow or a partner would have with it.
 * @throws CodedError as {@link readKeystore}
 */
export async function inspectKeystore(bytes: Buffer, passwords: Passwords, now: Date): Promise<Inspection> {
  const keystore = await readKeystore(bytes, passwords)
  const found = new Map(
    problemsOf(keystore, passwords, now).map(({ code, message }) => [`${code} ${message}`, { code, message }]),
  )
  return { type: keystore.type, entries: keystore.entries.map(inspected), problems: [...found.values()] }
}

function inspected(entry: Entry): InspectedEntry {
  const { alias, kind } = entry
  const chain = kind === 'private-key' ? entry.chain : [entry.certificate]
  return {
    alias,
    kind,
    algorithm: kind === 'private-key' ? entry.algorithm : entry.certificate.keyAlgorithm,
    chain: chain.map(({ fingerprint256, subject, notAfter }) => ({ fingerprint256, subject, notAfter: formatTime(notAfter) })),
  }
}

function problemsOf(keystore: Keystore, passwords: Passwords, now: Date): Finding[] {
  const { store } = passwords
  const keys = keystore.entries.filter((entry) => entry.kind === 'private-key')
  return [
    ...keystore.findings,
    ...(store === undefined ? [] : checkPassword(store, keystore.type)),
    ...keystore.foreignToJava.map((message): Finding => ({ code: 'keystore.java', severity: 'warning', message })),
    ...keys.flatMap((entry) => keyProblems(entry, keystore, now)),
    ...trustedProblems(keystore, keys, now),
    ...wholeProblems(keystore, passwords),
  ]
}

function keyProblems(entry: PrivateKeyEntry, keystore: Keystore, now: Date): Finding[] {
  const [leaf] = entry.chain
  if (leaf === undefined || entry.key?.matches(leaf) === false) {
    return [
      error(
        'key.mismatch',
        `private key "${entry.alias}" has ${leaf === undefined ? 'no certificate' : 'the certificate of another key'}`,
      ),
    ]
  }
  const { chain, end } = chainFor(leaf, entry.chain, keystore)
  const password =
    entry.protection === 'other-password'
      ? [
          error(
            'keystore.key-password',
            `private key "${entry.alias}" has another password than the keystore: Java cannot recover it`,
          ),
        ]
      : []
  return [...password, ...checkChain(chain, { now, end })]
}

/** Certificates of a trust store; those that stand in a chain are judged there. */
function trustedProblems(keystore: Keystore, keys: readonly PrivateKeyEntry[], now: Date): Finding[] {
  const judged = new Set(keys.flatMap(({ chain }) => chain.map(({ fingerprint256 }) => fingerprint256)))
  return keystore.entries
    .flatMap((entry): Certificate[] => (entry.kind === 'trusted-certificate' ? [entry.certificate] : []))
    .filter(({ fingerprint256 }) => !judged.has(fingerprint256))
    .flatMap((certificate) => checkTrusted(certificate, now))
}

/** What keeps it from being stored as it is: not exactly one key that opens, or anything that would be put right. */
function wholeProblems(keystore: Keystore, { store, keys = [] }: Passwords): Finding[] {
  let entry: OpenEntry
  try {
    entry = privateKeyOf(keystore)
  } catch (thrown) {
    if (!(thrown instanceof CodedError)) throw thrown
    const noneGiven = thrown.code === 'keystore.key-password' && store === undefined && keys.length === 0
    return noneGiven ? [] : [thrown.toFinding()]
  }
  const [leaf] = entry.chain
  if (leaf === undefined || !entry.key.matches(leaf)) return []
  const { chain } = chainFor(leaf, entry.chain, keystore)
  const wanted = { type: keystore.type, alias: entry.alias.toLowerCase(), key: entry.key, chain }
  return differences(keystore, entry, wanted)
    .filter((phrase) => !keystore.foreignToJava.includes(phrase) && !keystore.findings.some(({ message }) => message === phrase))
    .map((phrase) => ({
      code: 'keystore.rebuilt',
      severity: 'notice',
      message: `would be put right when it is published: ${phrase}`,
    }))
}

function error(code: ErrorCode, message: string): Finding {
  return { code, severity: 'error', message }
}
