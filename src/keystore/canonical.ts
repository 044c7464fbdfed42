import type { Finding } from '../errors.ts'
import { CodedError } from '../errors.ts'
import type { SecretValue } from '../redact.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { ChainEnd } from '../x509/chain.ts'
import { findLeaf, orderChain } from '../x509/chain.ts'
import { endOf } from '../x509/path.ts'
import type { PrivateKey } from '../x509/private-key.ts'
import type { CanonicalContents } from './compare.ts'
import { differences, trustedOf } from './compare.ts'
import { possibleIssuers } from './issuers.ts'
import type { Keystore, KeystoreType } from './keystore.ts'
import { privateKeyOf } from './keystore.ts'
import { checkPassword } from './password.ts'
import type { WritableEntry } from './write.ts'
import { writeJks, writePkcs12 } from './write.ts'

export type { CanonicalContents } from './compare.ts'

/** What a keystore is made of: one that was read, with its bytes, or a key with certificates in any order. */
export type CanonicalInput =
  | { readonly loaded: Keystore; readonly bytes: Buffer }
  | { readonly key: PrivateKey; readonly certificates: readonly Certificate[] }

export interface CanonicalWish {
  readonly type: KeystoreType
  /** Of the private key; it is stored in lower case, as Java does. */
  readonly alias: string
  /** Of the store and of the key. */
  readonly password: SecretValue
  /** Which private key of a loaded keystore is meant, where it holds several. */
  readonly sourceAlias?: string | undefined
}

/** A keystore as it shall be stored. */
export interface CanonicalKeystore extends CanonicalContents {
  readonly bytes: Buffer
  readonly leaf: Certificate
  readonly end: ChainEnd
  /** A phrase for each thing that a loaded keystore had otherwise; empty when its bytes are kept as they are. */
  readonly putRight: readonly string[]
  readonly findings: readonly Finding[]
}

/**
 * The keystore as it shall be stored (contract 4.7): one private key with its full chain, every CA certificate of that chain as a
 * trusted entry, one password. A loaded keystore that is already so is kept byte for byte; any other is written anew.
 * The checks of the chain itself are the caller's.
 * @throws CodedError keystore.no-key, keystore.several-keys, keystore.alias, keystore.key-password, keystore.weak-password,
 *   key.mismatch, key.unreadable
 */
export async function canonicalKeystore(input: CanonicalInput, wish: CanonicalWish): Promise<CanonicalKeystore> {
  return 'loaded' in input ? fromLoaded(input, wish) : fromParts(input, wish)
}

async function fromLoaded(
  { loaded, bytes }: { readonly loaded: Keystore; readonly bytes: Buffer },
  wish: CanonicalWish,
): Promise<CanonicalKeystore> {
  const entry = privateKeyOf(loaded, wish.sourceAlias)
  const leaf = leafFor(entry.key, [...entry.chain, ...certificatesOf(loaded)])
  const { chain, end } = chainFor(leaf, entry.chain, loaded)
  const contents = { type: wish.type, alias: wish.alias.toLowerCase(), key: entry.key, chain }
  const putRight = differences(loaded, entry, contents, wish.password)
  const kept = putRight.length === 0 ? bytes : await encode(contents, wish.password)
  const findings = [...notPutRight(loaded, putRight), ...checkPassword(wish.password, wish.type)]
  return { ...contents, bytes: kept, leaf, end, putRight, findings }
}

/** What the reader told that the rebuilding has not settled: there a phrase says it already, or it is gone. */
function notPutRight({ findings }: Keystore, putRight: readonly string[]): Finding[] {
  if (putRight.length === 0) return [...findings]
  return findings.filter(({ code, message }) => code !== 'keystore.unlisted' && !putRight.includes(message))
}

async function fromParts(
  { key, certificates }: { readonly key: PrivateKey; readonly certificates: readonly Certificate[] },
  wish: CanonicalWish,
): Promise<CanonicalKeystore> {
  const leaf = leafFor(key, certificates)
  const { chain, foreign, end, reordered } = orderChain(leaf, certificates)
  const contents = { type: wish.type, alias: wish.alias.toLowerCase(), key, chain }
  const outOfOrder: Finding[] =
    reordered || !certificates[0]?.equals(leaf)
      ? [{ code: 'chain.order', severity: 'notice', message: 'the certificates of the chain were given in another order' }]
      : []
  const leftOut = foreign.map((certificate): Finding => ({
    code: 'chain.foreign',
    severity: 'warning',
    message: `certificate ${certificate.toString()} does not belong to the chain and was left out`,
  }))
  const findings = [...outOfOrder, ...leftOut, ...checkPassword(wish.password, wish.type)]
  return { ...contents, bytes: await encode(contents, wish.password), leaf, end, putRight: [], findings }
}

/**
 * The chain of a leaf in a keystore: the entry's own where it reaches a root, else completed from every certificate that is there.
 * How it ends is told by the entry's own certificates: a trust store beside it says nothing of what the chain lacks.
 */
export function chainFor(
  leaf: Certificate,
  given: readonly Certificate[],
  keystore: Keystore,
): { readonly chain: readonly Certificate[]; readonly end: ChainEnd } {
  const own = orderChain(leaf, possibleIssuers(leaf, given))
  const { chain } = own.end === 'root' ? own : orderChain(leaf, possibleIssuers(leaf, [...given, ...certificatesOf(keystore)]))
  const unused = given.filter((certificate) => !chain.some((member) => member.equals(certificate)))
  return { chain, end: endOf(chain, unused) }
}

function certificatesOf({ entries, unlisted }: Keystore): Certificate[] {
  const listed = entries.flatMap((entry) => (entry.kind === 'private-key' ? entry.chain : [entry.certificate]))
  return [...listed, ...unlisted.certificates]
}

function leafFor(key: PrivateKey, certificates: readonly Certificate[]): Certificate {
  const [first] = certificates
  const leaf = first !== undefined && key.matches(first) ? first : findLeaf(certificates, key)
  if (leaf !== undefined) return leaf
  throw new CodedError(
    'key.mismatch',
    first === undefined
      ? 'there is no certificate for the private key'
      : `private key (${key.algorithm}) does not belong to certificate ${first.toString()} (${first.keyAlgorithm})`,
  )
}

function encode({ type, alias, key, chain }: CanonicalContents, password: SecretValue): Promise<Buffer> | Buffer {
  const trusted = trustedOf(chain).map((certificate, index): WritableEntry => ({
    kind: 'trusted-certificate',
    alias: `${alias}-ca-${index + 1}`,
    certificate,
  }))
  const entries: WritableEntry[] = [{ kind: 'private-key', alias, key, chain }, ...trusted]
  return type === 'jks' ? writeJks(entries, password) : writePkcs12(entries, password, 'modern')
}
