import type { Problem } from '../errors.ts'
import type { Spec } from '../spec/model.ts'
import type { Levels } from './findings.ts'
import type { Rotation } from './issued.ts'
import type { Identity } from './mark.ts'
import type { Observed } from './observed.ts'
import type { UnseenKeystore, WantedIssued, WantedKeystore, WantedRequest, WantedTrusted } from './wanted.ts'
import type { Removal } from './removal.ts'

/** All that a plan is computed from. */
export interface PlanInput extends Levels {
  readonly spec: Spec
  /** What could be built; an item of the spec that is missing here has a problem in `problems`. */
  readonly keystores: ReadonlyMap<string, WantedKeystore>
  readonly trusted: ReadonlyMap<string, WantedTrusted>
  readonly unseen: ReadonlyMap<string, UnseenKeystore>
  readonly issued: ReadonlyMap<string, WantedIssued>
  readonly requested: ReadonlyMap<string, WantedRequest>
  readonly rotation: Rotation
  readonly problems: readonly Problem[]
  readonly observed: Observed
  readonly identity: Identity
  readonly now: Date
  readonly confirm: string
  readonly removal: Removal
  /** Whether the plan is to be carried out: a guard of its size only warns where it is not. */
  readonly writes: boolean
  /** Names of items to which the plan is limited; empty for all. */
  readonly only: readonly string[]
}
