import type { Location, Problem } from '../errors.ts'
import type { Outcome } from '../apply/apply.ts'
import { countsOf, type CertificateSummary, type Counts, type Depth, type Plan } from '../plan/model.ts'
import type { Examination } from '../plan/health.ts'
import type { KnownNames } from '../plan/known-names.ts'
import type { ChangeRequest } from '../plan/ports.ts'
import type { Wiring } from '../plan/wiring.ts'
import type { Report } from '../report/words.ts'
import type { PublicKeystore } from '../wanted/wanted.ts'
import type { Certificate } from '../x509/certificate.ts'
import { isWriting, type Command } from './inputs.ts'

/** An environment of the spec as a job of a matrix needs it. */
export interface Target {
  readonly environment: string
  /** Origin. */
  readonly instance: string
  readonly protected: boolean
}

/** How a command ended: all that outputs, summary, files and the exit code are made of. */
export interface Result {
  readonly command: Command
  readonly environment: string
  /** Undefined where nothing could be looked at. */
  readonly depth: Depth | undefined
  readonly plan: Plan | undefined
  readonly outcomes: readonly Outcome[]
  readonly problems: readonly Problem[]
  /** What could be built, whether or not the instance was reached. */
  readonly certificates: readonly CertificateSummary[]
  readonly publicKeystores: readonly PublicKeystore[]
  /** The spec that `export` wrote, and the public files that it names. */
  readonly exported?: readonly { readonly path: string; readonly text: string }[]
  /** Of the command `csr`: the requests for people to have signed. */
  readonly requests?: readonly CertificateRequestFile[]
  /** Undefined where the spec could not be read. */
  readonly wiring?: Wiring | undefined
  /** Of the records that the plan mentions. */
  readonly names?: KnownNames | undefined
  /** Undefined where a part of the spec was left out, so that nothing can be said of the whole. */
  readonly content?: Content | undefined
  /** By item: the update sets that captured what was written to application metadata. */
  readonly captured?: ReadonlyMap<string, readonly string[]>
  /** Under which was written. */
  readonly changeRequest?: ChangeRequest
  /** Of the command `doctor`. */
  readonly examined?: Examination
  /** Of the command `targets`. */
  readonly targets?: readonly Target[]
}

/** A request for a certificate (PKCS#10, PEM), by the name of its keystore. */
export interface CertificateRequestFile {
  readonly name: string
  /** Of its keystore in the spec. */
  readonly at: Location
  /** RFC 4514. */
  readonly subject: string
  /** The record in which its key waits. */
  readonly record: string
  readonly pem: string
}

/** What of the spec is the same in each of its environments. */
export interface Content {
  /** `sha256:…` */
  readonly digest: string
  readonly environments: readonly string[]
  /** Whether this environment is a protected one. */
  readonly production: boolean
}

/**
 * The result of a run that ended before there was anything to show.
 * @param environment what the inputs name: each environment is shown in its own place, also where it failed
 */
export const failedResult = (problems: readonly Problem[], command: Command = 'plan', environment = ''): Result => ({
  command,
  environment,
  depth: undefined,
  plan: undefined,
  outcomes: [],
  problems,
  certificates: [],
  publicKeystores: [],
})

/**
 * Problems by their place in the spec. First what is wrong with the run as a whole; what is only told of it comes last.
 */
export function inSpecOrder(problems: readonly Problem[]): Problem[] {
  const rank = ({ at, severity }: Problem): number => (at !== undefined ? 1 : severity === 'error' ? 0 : 2)
  return problems.toSorted(
    (a, b) => rank(a) - rank(b) || (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0),
  )
}

export const hasFailed = (result: Result): boolean => result.problems.some(({ severity }) => severity === 'error')

/** What was planned; after a writing command what was carried out. */
export function countsIn(result: Result): Counts | undefined {
  if (result.plan === undefined) return undefined
  if (!isWriting(result.command)) return countsOf(result.plan)
  const changes = result.outcomes.filter(({ is }) => is === 'done').map(({ change }) => change)
  return countsOf({ changes, unchanged: result.plan.unchanged })
}

export function reportOf(result: Result): Report {
  const outcomes = result.outcomes.map((outcome) => {
    const because = outcome.is === 'done' ? '' : outcome.is === 'failed' ? outcome.error.message : outcome.because
    const { item } = outcome.change
    return [item, { is: outcome.is, because, captured: result.captured?.get(item) ?? [] }] as const
  })
  return {
    command: result.command,
    writes: isWriting(result.command),
    environment: result.environment,
    depth: result.depth,
    certificates: result.certificates,
    plan: result.plan,
    wiring: result.wiring,
    names: result.names ?? new Map(),
    keystores: result.publicKeystores.map(({ name, chain }) => ({ name, issuers: issuersOf(chain) })),
    counts: countsIn(result),
    outcomes: new Map(outcomes),
    problems: result.problems,
    failed: hasFailed(result),
    ...(result.changeRequest && { changeRequest: result.changeRequest }),
    ...(result.examined && { examined: result.examined }),
    ...(result.targets && { targets: result.targets }),
  }
}

/** The names of the CAs above a leaf, the one that issued it first; the last one told may not be in the chain itself. */
function issuersOf(chain: readonly Certificate[]): string[] {
  return chain.filter(({ subject, issuer }) => subject !== issuer).map(({ issuer }) => issuer)
}
