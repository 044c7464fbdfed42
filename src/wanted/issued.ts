import { hash } from 'node:crypto'
import { CodedError } from '../errors.ts'
import { checkPassword } from '../keystore/password.ts'
import { privateKeyEntryOf } from '../keystore/keystore.ts'
import { readKeystore } from '../keystore/read.ts'
import type { OpenedContent } from '../plan/observed.ts'
import type { WantedIssued } from '../plan/wanted.ts'
import type { SecretValue } from '../redact.ts'
import type { IssuerSpec, IssueSource, KeystoreSpec, Spec } from '../spec/model.ts'
import type { Values } from '../values/values.ts'
import { keyAlgorithmNamed } from '../x509/algorithms.ts'
import { hasNames } from '../x509/alternative-names.ts'
import type { Certificate } from '../x509/certificate.ts'
import { checkChain } from '../x509/chain.ts'
import { hasSubject, subjectText } from '../x509/subject.ts'
import { factsOf, readPublic, shownBy, type Checking } from './facts.ts'
import { checkedPassword } from './keystore.ts'
import { all } from './settle.ts'

/** A keystore whose certificate is issued, with what must not leave this process. */
export interface BuiltIssued {
  readonly wanted: WantedIssued
  readonly spec: IssuedSpec
  readonly password: SecretValue
  /** Completes what the issuer gives. */
  readonly known: readonly Certificate[]
  readonly compare: (content: Buffer) => Promise<OpenedContent>
  /** What was looked into, by its SHA-256. */
  readonly contents: ReadonlyMap<string, Buffer>
}

export type IssuedSpec = KeystoreSpec & { readonly source: IssueSource }

export const isIssued = (spec: KeystoreSpec): spec is IssuedSpec => spec.source.kind === 'issue'

/**
 * Reads what the spec says of an issued keystore; nothing is issued here.
 * @param opened is given the chain of each content that is opened, by the fingerprint of its leaf
 * @throws Failures, with every value that cannot be read
 */
export async function buildIssued(
  spec: IssuedSpec,
  issuers: Spec['issuers'],
  values: Values,
  checking: Checking,
  opened: Map<string, readonly Certificate[]>,
): Promise<BuiltIssued> {
  const read = (reference: IssueSource['chain'][number]): Promise<Certificate[]> => readPublic(reference, values)
  const issuer = issuers.get(spec.source.issuer)
  if (issuer === undefined) throw new CodedError('internal', `issuer ${spec.source.issuer} is not in the spec`)
  const [password, known, authority] = await all([
    values.secretText(spec.password),
    all(spec.source.chain.map(read)),
    issuer.form.kind === 'local' ? read(issuer.form.certificate) : Promise.resolve([]),
  ])
  const contents = new Map<string, Buffer>()
  return {
    wanted: wantedOf(spec, password),
    contents,
    spec,
    password: checkedPassword(password),
    known: known.flat(),
    compare: (content) =>
      shownBy(async () => {
        // What is asked of it stands in its certificates: the key stays closed.
        const found = await readKeystore(content, { store: password }, { decryptKeys: false })
        const { alias, chain } = privateKeyEntryOf(found)
        const [leaf] = chain
        if (leaf === undefined) return { kind: 'unreadable', why: 'its key has no certificate' }
        const sha256 = hash('sha256', content, 'hex')
        opened.set(leaf.fingerprint256, chain)
        contents.set(sha256, content)
        const differs = [
          ...(alias === spec.alias ? [] : [`alias ${spec.alias}`]),
          ...askedOtherwise(leaf, spec.source),
          ...(isFrom(leaf, issuer, authority) ? [] : [`issuer ${issuer.name}`]),
        ]
        const facts = {
          sha256,
          leaf: factsOf(leaf),
          root: chain.at(-1)?.fingerprint256 ?? '',
          differs,
          findings: checkChain(chain, checking),
        }
        return { kind: 'issued', facts }
      }),
  }
}

/** What is wanted of a keystore whose certificate is still to be made, whoever signs it. */
export function wantedOf(
  spec: KeystoreSpec & { readonly source: Pick<IssueSource, 'renewBeforeMs'> },
  password: SecretValue,
): WantedIssued {
  const { name, at, type, accept, keepPrevious, handoverMs, warnInDays, source } = spec
  const findings = checkPassword(password, type)
  const terms = { keepPrevious, handoverMs, warnInDays, renewBeforeMs: source.renewBeforeMs }
  return { name, at, type, findings, accept, passwordLength: password.text().length, ...terms }
}

/** What is asked for otherwise, whoever signs it: a phrase for each thing. */
export function askedOtherwise(
  leaf: Certificate,
  { subject, names, keyAlgorithm }: Pick<IssueSource, 'subject' | 'names' | 'keyAlgorithm'>,
): string[] {
  const algorithm = keyAlgorithmNamed(keyAlgorithm)
  return [
    ...(hasSubject(leaf, subject) ? [] : [`subject ${subjectText(subject)}`]),
    ...(hasNames(leaf.alternativeNames, subject.CN, names) ? [] : [`alternative names ${names.join(', ') || '(none)'}`]),
    ...(leaf.keyAlgorithm === algorithm ? [] : [`a key of ${algorithm}`]),
  ]
}

/**
 * Whether a certificate can be from an issuer, as far as it can be told without asking that: services and commands show at the next
 * renewal what they sign with. The same CA may stand in the spec twice, as one at hand and behind a service.
 * @param authority of an issuer whose CA is in the spec
 */
function isFrom(leaf: Certificate, { form }: IssuerSpec, authority: readonly Certificate[]): boolean {
  if (form.kind === 'self-signed') return leaf.isSelfSigned
  if (form.kind === 'local') return authority.some((certificate) => leaf.isIssuedBy(certificate))
  return !leaf.isSelfSigned
}
