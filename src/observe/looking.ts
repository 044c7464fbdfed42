import type { Identity } from '../plan/mark.ts'
import type { Expectation, OpenedContent } from '../plan/observed.ts'
import type { InstanceFacts } from '../plan/ports.ts'

/** What observing is told besides the spec. */
export interface Looking {
  /** Builds what is wanted, while the answers are on their way; called once, when the instance has answered at all. */
  readonly expectations: () => Promise<readonly Expectation[]>
  /** Makes marks comparable once the instance has told its name. */
  readonly identify: (facts: InstanceFacts) => Identity
  /** Whether methods of messages are asked for with the rest; else they are taken to have none (`findMethods` asks for them by itself). */
  readonly methods: boolean
  /** Of which records it has to be known what else refers to them; a rollback makes the current ones step aside. */
  readonly ask: 'what may step aside' | 'everything'
  /** Keystores of which no old generation is kept, or `all`: what is taken away is looked at, so that it can be revoked. */
  readonly purged: readonly string[]
  /** What a keystore shows that is used as it is, whose password nobody here knows. */
  readonly existing: (content: Buffer) => Promise<OpenedContent>
}
