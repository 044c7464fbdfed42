import { hash } from 'node:crypto'
import { CodedError, type Finding } from '../errors.ts'
import { canonicalKeystore } from '../keystore/canonical.ts'
import { sameContents } from '../keystore/compare.ts'
import { privateKeyEntryOf, privateKeyOf } from '../keystore/keystore.ts'
import { readKeystore } from '../keystore/read.ts'
import type { OpenedContent, RequestFacts } from '../plan/observed.ts'
import type { WantedRequest } from '../plan/wanted.ts'
import type { SecretValue } from '../redact.ts'
import type { KeystoreSpec, RequestSource } from '../spec/model.ts'
import { isMissing } from '../values/files.ts'
import type { Values } from '../values/values.ts'
import type { Certificate } from '../x509/certificate.ts'
import { checkChain, findLeaf, orderChain, type ChainEnd } from '../x509/chain.ts'
import type { PrivateKey } from '../x509/private-key.ts'
import { leadsTo } from '../x509/roots.ts'
import { factsOf, readPublic, shownBy, type Checking } from './facts.ts'
import { askedOtherwise, wantedOf } from './issued.ts'
import { checkedPassword } from './keystore.ts'
import { makeKnown } from './known-key.ts'
import { all } from './settle.ts'

export type RequestSpec = KeystoreSpec & { readonly source: RequestSource }

export const isRequest = (spec: KeystoreSpec): spec is RequestSpec => spec.source.kind === 'request'

/**
 * Until when the certificate in the place of the one to come is valid: that it has no well-defined end (RFC 5280 4.1.2.5). The mark
 * in the name of the attachment says so, too.
 */
export const PLACEHOLDER_END = new Date('9999-12-31T23:59:59Z')

/** A keystore whose certificate people sign, with what must not leave this process. */
export interface BuiltRequest {
  readonly wanted: WantedRequest
  readonly spec: RequestSpec
  readonly password: SecretValue
  readonly compare: (content: Buffer) => Promise<OpenedContent>
  /** Whether the key of the certificate was not found in what was looked into so far. */
  readonly seeks: () => boolean
  /** Opens the key in a content that was looked into, told by its SHA-256; it stays closed where nobody asks for it. */
  readonly keyIn: (sha256: string) => Promise<PrivateKey>
  /** The keystore of the certificate and its key, once that was found. */
  readonly joined: () => Buffer | undefined
}

/**
 * Reads what the spec says of a keystore whose certificate people sign; its key is found when the instance is looked at.
 * @param opened is given the chain of each content that is opened, by the fingerprint of its leaf
 * @throws Failures, with every value that cannot be read; certificate.several
 */
export async function buildRequest(
  spec: RequestSpec,
  values: Values,
  checking: Checking,
  opened: Map<string, readonly Certificate[]>,
): Promise<BuiltRequest> {
  const { name, type, alias, source } = spec
  const [password, { signed, unsigned }] = await all([values.secretText(spec.password), signedFor(source, values, checking)])
  checkedPassword(password)
  const contents = new Map<string, Buffer>()
  let bytes: Buffer | undefined
  const openKey = async (content: Buffer) => {
    const found = await readKeystore(content, { store: password })
    const { key } = privateKeyOf(found)
    makeKnown(key, name, values)
    return { found, key }
  }
  const join = async (content: Buffer, { certificates }: Signed): Promise<Pick<RequestFacts, 'joined' | 'same'>> => {
    const { found, key } = await openKey(content)
    const made = await canonicalKeystore({ key, certificates }, { type, alias, password })
    values.derived(made.bytes, `keystore ${name}`)
    opened.set(made.leaf.fingerprint256, made.chain)
    bytes = made.bytes
    const findings = [...made.findings, ...checkChain(made.chain, { ...checking, end: made.end })]
    const joined = { sha256: hashOf(made.bytes), leaf: factsOf(made.leaf), differs: askedOtherwise(made.leaf, source), findings }
    return { joined, same: sameContents(found, made) }
  }
  const look = async (content: Buffer): Promise<RequestFacts> => {
    // Whose key it is stands in its certificate: it stays closed unless the certificate of the spec is for it.
    const { chain } = privateKeyEntryOf(await readKeystore(content, { store: password }, { decryptKeys: false }))
    const [leaf] = chain
    if (leaf === undefined) throw new CodedError('key.mismatch', 'its key has no certificate')
    const sha256 = hashOf(content)
    contents.set(sha256, content)
    opened.set(leaf.fingerprint256, chain)
    const isFor = signed?.leaf.spki.equals(leaf.spki) === true
    const { joined, same } = isFor ? await join(content, signed) : { joined: undefined, same: false }
    const top = chain.at(-1) ?? leaf
    return {
      sha256,
      leaf: factsOf(leaf),
      differs: askedOtherwise(leaf, source),
      findings: checkChain(chain, { ...checking, ...(same && { end: signed?.end }) }),
      placeholder: leaf.isSelfSigned && leaf.notAfter.getTime() === PLACEHOLDER_END.getTime(),
      sameRoot: signed === undefined || leadsTo(signed.chain, top.fingerprint256, top),
      joined,
      same,
    }
  }
  const wanted = wantedOf(spec, password)
  return {
    wanted: { ...wanted, findings: [...wanted.findings, ...unsigned], certificate: signed && certificateIn(signed, checking) },
    spec,
    password,
    compare: (content) => shownBy(async () => ({ kind: 'requested', facts: await look(content) })),
    seeks: () => signed !== undefined && bytes === undefined,
    keyIn: async (sha256) => {
      const content = contents.get(sha256)
      if (content === undefined) throw new CodedError('internal', `the keystore ${sha256} was not looked into`)
      return (await openKey(content)).key
    },
    joined: () => bytes,
  }
}

/** What people have signed. */
interface Signed {
  readonly leaf: Certificate
  /** The leaf first, then in the order of the spec. */
  readonly certificates: readonly Certificate[]
  readonly chain: readonly Certificate[]
  readonly end: ChainEnd
}

/** Where the spec names a file that is not there yet, the certificate is still to be signed: environments get theirs one by one. */
async function signedFor(
  { certificate: reference, chain }: RequestSource,
  values: Values,
  { now }: Checking,
): Promise<{ readonly signed: Signed | undefined; readonly unsigned: readonly Finding[] }> {
  if (reference === undefined) return { signed: undefined, unsigned: [] }
  const reading = [reference, ...chain].map((one) => readPublic(one, values))
  const [first] = await Promise.allSettled(reading)
  if ('file' in reference && first?.status === 'rejected' && isMissing(first.reason)) {
    const message = `its certificate is still to be signed: ${reference.file} is not there`
    return { signed: undefined, unsigned: [{ code: 'request.unsigned', severity: 'notice', message }] }
  }
  const [own = [], ...more] = await all(reading)
  const given = [...own, ...more.flat()]
  const leaf = findLeaf(own) ?? findLeaf(given)
  if (leaf === undefined) {
    const message = 'there are several certificates that issued none of the others: which one was signed cannot be told'
    throw new CodedError('certificate.several', message)
  }
  const certificates = [leaf, ...given.filter((one) => !one.equals(leaf))]
  return { signed: { leaf, certificates, ...orderChain(leaf, certificates, now) }, unsigned: [] }
}

/** What can be said of the certificate without its key. */
const certificateIn = ({ leaf, chain, end }: Signed, checking: Checking): WantedRequest['certificate'] => ({
  leaf: factsOf(leaf),
  isCa: leaf.isCa,
  findings: checkChain(chain, { ...checking, end }),
})

const hashOf = (content: Buffer): string => hash('sha256', content, 'hex')
