import { hash } from 'node:crypto'
import { CodedError, problemOf, type Finding, type Problem } from '../errors.ts'
import { checkAnswer, type Accepted } from '../issuer/answer.ts'
import type { CertificateRequest, Issuer } from '../issuer/issuer.ts'
import { makeRequest, newKey } from '../issuer/keys.ts'
import { selfSigned } from '../issuer/self-signed.ts'
import { canonicalKeystore } from '../keystore/canonical.ts'
import { privateKeyEntryOf } from '../keystore/keystore.ts'
import { readKeystore } from '../keystore/read.ts'
import { weighed } from '../plan/findings.ts'
import type { CertificateFacts, Step } from '../plan/model.ts'
import type { IssuedContent } from '../plan/ports.ts'
import type { Spec } from '../spec/model.ts'
import type { BuiltIssued } from '../wanted/issued.ts'
import { factsOf } from '../wanted/facts.ts'
import { makeKnown } from '../wanted/known-key.ts'
import type { Wanted } from '../wanted/wanted.ts'
import type { Certificate } from '../x509/certificate.ts'
import { checkChain } from '../x509/chain.ts'
import { formatTime } from '../x509/format.ts'
import type { PrivateKey } from '../x509/private-key.ts'
import { leadsTo } from '../x509/roots.ts'
import { subjectText, writeSubject, type Subject } from '../x509/subject.ts'
import type { Ports } from './ports.ts'

type IssueStep = Extract<Step, { do: 'issue' }>

/** What has been issued in a run, for its outputs and files. */
export interface Issued {
  readonly name: string
  readonly leaf: CertificateFacts
  readonly chain: readonly Certificate[]
}

/** Carries out the steps that issue, and remembers what came of them. */
export interface Issuing {
  readonly issue: (step: IssueStep) => Promise<IssuedContent>
  readonly issued: readonly Issued[]
  readonly problems: readonly Problem[]
}

/** @param confirmed whether guards are overridden */
export function createIssuing(spec: Spec, wanted: Wanted, ports: Ports, confirmed: boolean): Issuing {
  const issued: Issued[] = []
  const problems: Problem[] = []
  return {
    issued,
    problems,
    issue: async (step) => {
      const built = wanted.toIssue.get(step.name)
      const issuer = built && spec.issuers.get(built.spec.source.issuer)
      if (built === undefined || issuer === undefined) throw new CodedError('internal', `${step.item} is not issued`)
      if (step.copies !== undefined) {
        const { content, chain, leaf } = await again(step.copies, built, ports)
        const stored = (): void => void issued.push({ name: step.name, leaf: factsOf(leaf), chain })
        return { content, sha256: step.copies, notAfter: formatTime(leaf.notAfter), stored }
      }
      refuseUnknownRoot(step, confirmed)
      const [signer, key] = await Promise.all([ports.createIssuer(issuer), newKey(built.spec.source.keyAlgorithm)])
      makeKnown(key, step.name, ports.values)
      const { accepted, notes } = await ask(signer, key, built, ports)
      refuseNoRenewal(accepted, step)
      // The clock of the issuer may be ahead of ours, by as much as `checkAnswer` allows.
      const now = new Date(Math.max(ports.now().getTime(), accepted.leaf.notBefore.getTime()))
      const found = [...accepted.findings, ...checkChain(accepted.chain, { now, end: accepted.end })]
      const weighedFindings = [...found, ...notes.map(noted)].map((finding) =>
        weighed(finding, true, built.wanted.accept, { expired: 'error', expiring: 'warning' }),
      )
      const [error] = weighedFindings.filter(({ severity }) => severity === 'error')
      if (error !== undefined) throw new CodedError(error.code, error.message)
      // A chain that stops short has no root to be compared: what is missing is told before.
      refuseRoot(accepted, step.root, confirmed, wanted)
      problems.push(...weighedFindings.map((finding) => problemOf(finding, step.item, built.wanted.at)))
      const { type, alias } = built.spec
      const made = await canonicalKeystore({ key, certificates: accepted.chain }, { type, alias, password: built.password })
      ports.values.derived(made.bytes, `keystore ${step.name}`)
      const leaf = factsOf(accepted.leaf)
      const sha256 = hash('sha256', made.bytes, 'hex')
      const stored = (): void => void issued.push({ name: step.name, leaf, chain: accepted.chain })
      return { content: made.bytes, sha256, notAfter: leaf.notAfter, stored }
    },
  }
}

/** A content that is on the instance, to be stored there once more. */
async function again(
  sha256: string,
  { contents, password, spec: { name } }: BuiltIssued,
  ports: Ports,
): Promise<{ readonly content: Buffer; readonly chain: readonly Certificate[]; readonly leaf: Certificate }> {
  const content = contents.get(sha256)
  if (content === undefined) throw new CodedError('internal', `the keystore ${sha256} of ${name} was not looked into`)
  ports.values.derived(content, `keystore ${name}`)
  const { chain } = privateKeyEntryOf(await readKeystore(content, { store: password }, { decryptKeys: false }))
  const [leaf] = chain
  if (leaf === undefined) throw new CodedError('keystore.no-key', `the keystore ${sha256} of ${name} has no certificate`)
  return { content, chain, leaf }
}

async function ask(
  signer: Issuer | 'self-signed',
  key: PrivateKey,
  { spec: { source }, known }: BuiltIssued,
  ports: Ports,
): Promise<{ readonly accepted: Accepted; readonly notes: readonly string[] }> {
  const { subject, names, validityMs } = source
  const asked = { publicSpki: key.publicSpki, subject, names, validityMs }
  const check = (given: readonly Certificate[]): Accepted => checkAnswer(given, asked, { known, now: ports.now() })
  if (signer === 'self-signed') return { accepted: check([await selfSigned(asked, key, ports.now())]), notes: [] }
  const request: CertificateRequest = { ...asked, csr: await requestFor(key, subject, names) }
  const { certificates, notes } = await signer.issue(request)
  return { accepted: check(certificates), notes }
}

const requestFor = (key: PrivateKey, subject: Subject, names: readonly string[]): Promise<string> =>
  makeRequest(key, { subject: writeSubject(subject), names })

const noted = (message: string): Finding => ({ code: 'issuer.unknown-profile', severity: 'warning', message })

/** What ends no later than what it replaces would be renewed again with every run, whatever the spec accepts. */
function refuseNoRenewal({ leaf }: Accepted, { outlives }: IssueStep): void {
  if (outlives === undefined || leaf.notAfter > new Date(outlives)) return
  const until = `${formatTime(leaf.notAfter)}, no later than the one in use`
  throw new CodedError('issuer.validity', `the issuer gave a certificate that ends on ${until}`)
}

/** A partner that trusts the root in use need not trust another one. */
function refuseRoot({ chain, leaf }: Accepted, root: string | undefined, confirmed: boolean, { openedChains }: Wanted): void {
  const top = chain.at(-1)
  if (root === undefined || confirmed || top === undefined) return
  // A certificate that signs itself is its own root, each time another.
  if (leaf.isSelfSigned) return
  const opened = [...openedChains.values()].flat()
  const inUse = opened.find(({ fingerprint256 }) => fingerprint256 === root)
  if (leadsTo(chain, root, inUse)) return
  throw new CodedError(
    'guard.root',
    `the new certificate of ${subjectText({ CN: leaf.commonName ?? '' })} is from ${top.toString()}, another root than the one in use`,
  )
}

/** Before an issuer is asked: a keystore in use that does not open does not tell its root. */
function refuseUnknownRoot({ name, root }: IssueStep, confirmed: boolean): void {
  if (root !== '' || confirmed) return
  const message = `the keystore of ${name} in use does not open: whether a new certificate is from the same root cannot be told`
  throw new CodedError('guard.root', message)
}
