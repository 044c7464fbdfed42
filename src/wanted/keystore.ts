import { hash } from 'node:crypto'
import { CodedError } from '../errors.ts'
import { canonicalKeystore, type CanonicalKeystore } from '../keystore/canonical.ts'
import { sameContents } from '../keystore/compare.ts'
import { readKeystore } from '../keystore/read.ts'
import type { OpenedContent } from '../plan/observed.ts'
import type { UnseenKeystore, WantedKeystore } from '../plan/wanted.ts'
import type { SecretValue } from '../redact.ts'
import type { BuildSource, KeystoreSpec, LoadSource } from '../spec/model.ts'
import type { Values } from '../values/values.ts'
import type { Certificate } from '../x509/certificate.ts'
import { checkChain, findLeaf, orderChain } from '../x509/chain.ts'
import { readPrivateKey } from '../x509/private-key.ts'
import { factsOf, readPublic, shownBy, type Checking } from './facts.ts'
import { all } from './settle.ts'

/** Longer passwords do not fit into sys_certificate.key_store_password, and what the instance does then is not known. */
const MAX_PASSWORD = 255

/** A keystore whose content is given: by itself, or as its parts. */
export type LoadedSpec = KeystoreSpec & { readonly source: LoadSource | BuildSource }

/** A keystore as it will be stored, with what must not leave this process. */
export interface BuiltKeystore {
  readonly wanted: WantedKeystore
  readonly chain: readonly Certificate[]
  readonly content: Buffer
  readonly password: SecretValue
  /** Whether content found on the instance is this keystore, made by another version of the writer or by hand. */
  readonly compare: (content: Buffer) => Promise<OpenedContent>
}

/**
 * Builds a keystore of the spec from its secrets and files (contract 4.7).
 * @param opened is given the chain of each other content that is opened, by the fingerprint of its leaf
 * @throws Failures, with every value that cannot be read; keystore.*, key.*, certificate.* and chain.* errors of what they hold
 */
export async function buildKeystore(
  spec: LoadedSpec,
  values: Values,
  checking: Checking,
  opened: Map<string, readonly Certificate[]>,
): Promise<BuiltKeystore> {
  const password = values.secretText(spec.password)
  const make =
    spec.source.kind === 'load' ? load(spec, spec.source, password, values) : build(spec, spec.source, password, values)
  const [made, storePassword] = await all([make, password])
  checkedPassword(storePassword)
  values.derived(made.bytes, `keystore ${spec.name}`)
  values.derived(made.key.pkcs8, `key of ${spec.name}`)
  const wanted: WantedKeystore = {
    name: spec.name,
    at: spec.at,
    type: spec.type,
    sha256: hash('sha256', made.bytes, 'hex'),
    size: made.bytes.length,
    leaf: factsOf(made.leaf),
    putRight: made.putRight,
    passwordLength: storePassword.text().length,
    findings: [...made.findings, ...checkChain(made.chain, { ...checking, end: made.end })],
    accept: spec.accept,
    keepPrevious: spec.keepPrevious,
    handoverMs: spec.handoverMs,
    warnInDays: spec.warnInDays,
  }
  const compare = (content: Buffer): Promise<OpenedContent> => compareWith(made, storePassword, content, checking, opened)
  return { wanted, chain: made.chain, content: made.bytes, password: storePassword, compare }
}

/** @throws keystore.weak-password for one that the instance does not store whole */
export function checkedPassword(password: SecretValue): SecretValue {
  if (password.length <= MAX_PASSWORD) return password
  const message = `the password is longer than the ${MAX_PASSWORD} characters the instance stores`
  throw new CodedError('keystore.weak-password', message)
}

async function load(
  spec: KeystoreSpec,
  source: LoadSource,
  wantedPassword: Promise<SecretValue>,
  values: Values,
): Promise<CanonicalKeystore> {
  const storePassword = source.password === undefined ? wantedPassword : values.secretText(source.password)
  const [bytes, store, password] = await all([values.keystoreBytes(source.keystore), storePassword, wantedPassword])
  const loaded = await readKeystore(bytes, { store, keys: [password] })
  const sourceAlias = source.alias === undefined ? {} : { sourceAlias: source.alias }
  return canonicalKeystore({ loaded, bytes }, { type: spec.type, alias: spec.alias, password, ...sourceAlias })
}

async function build(
  spec: KeystoreSpec,
  source: BuildSource,
  wantedPassword: Promise<SecretValue>,
  values: Values,
): Promise<CanonicalKeystore> {
  const passphrase = source.keyPassphrase === undefined ? Promise.resolve(undefined) : values.secretText(source.keyPassphrase)
  const certificates = [source.certificate, ...source.chain].map((reference) => readPublic(reference, values))
  const [keyBytes, keyPassphrase, password, ...chain] = await all([
    values.keyBytes(source.key),
    passphrase,
    wantedPassword,
    ...certificates,
  ])
  const key = readPrivateKey(keyBytes, keyPassphrase?.text())
  return canonicalKeystore({ key, certificates: chain.flat() }, { type: spec.type, alias: spec.alias, password })
}

/** What the public files of a keystore tell where its secrets are withheld; of one that stands in a secret as a whole, nothing. */
export async function lookAtPublic(
  { name, at, accept, source }: KeystoreSpec,
  values: Values,
  checking: Checking,
): Promise<{ readonly unseen: UnseenKeystore; readonly chain: readonly Certificate[] }> {
  const nothing = { unseen: { name, at, accept, leaf: undefined, findings: [] }, chain: [] }
  if (source.kind !== 'build' && source.kind !== 'request') return nothing
  try {
    const references = [...(source.certificate === undefined ? [] : [source.certificate]), ...source.chain]
    const found = await all(references.map((reference) => readPublic(reference, values)))
    const certificates = found.flat()
    const leaf = findLeaf(certificates)
    if (leaf === undefined) return nothing
    const { chain, end } = orderChain(leaf, certificates, checking.now)
    const findings = checkChain(chain, { ...checking, end })
    return { unseen: { name, at, accept, leaf: factsOf(leaf), findings }, chain }
  } catch {
    // What is wrong with these files was told when the keystore was tried to be built.
    return nothing
  }
}

function compareWith(
  made: CanonicalKeystore,
  password: SecretValue,
  content: Buffer,
  checking: Checking,
  opened: Map<string, readonly Certificate[]>,
): Promise<OpenedContent> {
  return shownBy(async () => {
    const found = await readKeystore(content, { store: password })
    if (sameContents(found, made)) return { kind: 'same' }
    const entry = found.entries.find((one) => one.kind === 'private-key')
    const [leaf] = entry?.chain ?? []
    if (entry === undefined || leaf === undefined) return { kind: 'different' }
    opened.set(leaf.fingerprint256, entry.chain)
    return { kind: 'different', leaf: factsOf(leaf), findings: checkChain(entry.chain, checking) }
  })
}
