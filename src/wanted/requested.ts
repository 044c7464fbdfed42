import { createHash } from 'node:crypto'
import { CodedError, toCoded } from '../errors.ts'
import { canonicalKeystore, type CanonicalKeystore } from '../keystore/canonical.ts'
import { sameContents } from '../keystore/compare.ts'
import { privateKeyOf } from '../keystore/keystore.ts'
import { checkPassword } from '../keystore/password.ts'
import { readKeystore } from '../keystore/read.ts'
import type { OpenedContent, RequestFacts, WantedRequest } from '../plan/model.ts'
import type { SecretValue } from '../redact.ts'
import type { KeystoreSpec, RequestSource } from '../spec/model.ts'
import type { Values } from '../values/values.ts'
import type { Certificate } from '../x509/certificate.ts'
import { checkChain, findLeaf, orderChain } from '../x509/chain.ts'
import { readCertificates } from '../x509/pem.ts'
import type { PrivateKey } from '../x509/private-key.ts'
import { factsOf, type Checking } from './facts.ts'
import { askedOtherwise } from './issued.ts'
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
  /** The keys that were found on the instance, by the SHA-256 of the content that they were in. */
  readonly keys: ReadonlyMap<string, PrivateKey>
  /** The keystore of the certificate and its key, once that was found. */
  readonly joined: () => Buffer | undefined
}

/**
 * Reads what the spec says of a keystore whose certificate people sign; its key is found when the instance is looked at.
 * @param opened is given the chain of each content that is opened, by the fingerprint of its leaf
 * @throws Failures, with every value that cannot be read
 */
export async function buildRequest(
  spec: RequestSpec,
  values: Values,
  checking: Checking,
  opened: Map<string, readonly Certificate[]>,
): Promise<BuiltRequest> {
  const { name, at, type, alias, accept, keepPrevious, handoverMs, warnInDays, source } = spec
  const references = source.certificate === undefined ? [] : [source.certificate, ...source.chain]
  const read = references.map(async (reference) => readCertificates(await values.publicBytes(reference)))
  const [password, given] = await all([values.secretText(spec.password), all(read)])
  const certificates = given.flat()
  checkedPassword(password)
  const keys = new Map<string, PrivateKey>()
  let joining: Promise<CanonicalKeystore> | undefined
  let bytes: Buffer | undefined
  const join = async (key: PrivateKey): Promise<CanonicalKeystore> => {
    const made = await canonicalKeystore({ key, certificates }, { type, alias, password })
    values.derived(made.bytes, `keystore ${name}`)
    opened.set(made.leaf.fingerprint256, made.chain)
    bytes = made.bytes
    return made
  }
  const open = async (content: Buffer): Promise<RequestFacts> => {
    const found = await readKeystore(content, { store: password })
    const { key, chain } = privateKeyOf(found)
    makeKnown(key, name, values)
    const sha256 = hashOf(content)
    keys.set(sha256, key)
    const joined = certificates.some((certificate) => key.matches(certificate)) ? await (joining ??= join(key)) : undefined
    const leaf = chain.find((certificate) => key.matches(certificate))
    if (leaf === undefined) throw new CodedError('key.mismatch', 'its key has no certificate')
    opened.set(leaf.fingerprint256, chain)
    const same = joined !== undefined && sameContents(found, joined)
    const end = same ? { end: joined.end } : {}
    return {
      sha256,
      leaf: factsOf(leaf),
      differs: askedOtherwise(leaf, source),
      findings: checkChain(chain, { ...checking, ...end }),
      placeholder: leaf.isSelfSigned && leaf.notAfter.getTime() === PLACEHOLDER_END.getTime(),
      joined: joined && {
        sha256: hashOf(joined.bytes),
        leaf: factsOf(joined.leaf),
        findings: [...joined.findings, ...checkChain(joined.chain, { ...checking, end: joined.end })],
      },
      same,
    }
  }
  return {
    wanted: {
      name,
      at,
      type,
      findings: checkPassword(password, type),
      accept,
      keepPrevious,
      handoverMs,
      warnInDays,
      renewBeforeMs: source.renewBeforeMs,
      certificate: certificateIn(certificates, checking),
    },
    spec,
    password,
    keys,
    joined: () => bytes,
    compare: async (content) => {
      try {
        return { kind: 'requested', facts: await open(content) }
      } catch (error) {
        return { kind: 'unreadable', why: toCoded(error).message }
      }
    },
  }
}

/** What can be said of the certificate without its key. */
function certificateIn(certificates: readonly Certificate[], checking: Checking): WantedRequest['certificate'] {
  const leaf = findLeaf(certificates) ?? certificates[0]
  if (leaf === undefined) return undefined
  const { chain, end } = orderChain(leaf, certificates, checking.now)
  return { leaf: factsOf(leaf), findings: checkChain(chain, { ...checking, end }) }
}

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex')
