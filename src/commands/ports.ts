import type { Outcome } from '../apply/apply.ts'
import type { Issuer } from '../issuer/issuer.ts'
import type { InstancePort } from '../plan/ports.ts'
import type { IssuerSpec } from '../spec/model.ts'
import type { Values } from '../values/values.ts'

/** What the commands need of the world; the composers give it, tests give another. */
export interface Ports {
  /** The text of the spec. @throws spec.not-found */
  readonly readSpec: () => Promise<string>
  /** The text of a reviewed plan. @throws input.invalid */
  readonly readPlanFile: (path: string) => Promise<string>
  /** A file that the spec names. @throws value.file */
  readonly readNamed: (path: string) => Promise<Buffer>
  /** Refuses a content that was not applied and verified in another environment. @throws promote.* */
  readonly requirePromoted: (from: string, content: string) => Promise<void>
  /** Values that the spec refers to. */
  readonly values: Values
  /** A connection with credentials. @throws instance.untrusted-host before anything is sent */
  readonly connect: (origin: string) => InstancePort
  /** An issuer of the spec, its secrets read; asked for only where one is about to issue. @throws issuer.*, value.* */
  readonly createIssuer: (issuer: IssuerSpec) => Promise<Issuer | 'self-signed'>
  /** The proxy for a URL, undefined where none applies. @throws instance.proxy for one that cannot be used */
  readonly proxyFor: (url: string) => URL | undefined
  /** GITHUB_RUN_ID; undefined outside GitHub. */
  readonly runId: string | undefined
  /** Why secrets may be missing (a fork's pull request), as a sentence, or undefined where they may not. */
  readonly secretsWithheld: string | undefined
  /** Whose records these are where the spec is silent: `owner/name` of the repository. */
  readonly owner: string
  /** The event whose workflow may run a spec that others wrote (contract 5.2), or undefined. */
  readonly untrustedEvent: string | undefined
  readonly now: () => Date
  readonly pause: (ms: number) => Promise<void>
  /** Ends the run between two writes: deadline or signal. */
  readonly stop: AbortSignal
  readonly onOutcome: (outcome: Outcome) => void
}
