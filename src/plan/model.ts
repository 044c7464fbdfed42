import type { Problem } from '../errors.ts'
import type { Identity } from './mark.ts'
import type { RecordKind, SysId } from './ports.ts'

/** The public facts of a certificate, in the formats of the outputs. */
export interface CertificateFacts {
  /** RFC 4514. */
  readonly subject: string
  readonly issuer: string
  /** Upper-case hex. */
  readonly serialNumber: string
  /** Upper-case hex pairs with colons. */
  readonly fingerprint256: string
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly notBefore: string
  readonly notAfter: string
}

/** How much a run could look at (contract 4.11): the spec and its files alone, what an account may read, or everything. */
export type Depth = 'offline' | 'public' | 'full'

/** A record that is there, or one that an earlier step makes (named by the item it is made for). */
export type RecordRef = { readonly sysId: SysId } | { readonly made: string }

export type ColumnValue = string | RecordRef

/**
 * One write, or one look before a write that depends on it. A step is plain data; passwords and contents are named by their item.
 * - `create`: a new record; later steps know it as `{ made: item }`. `known` are the records of its name that were there before.
 * - `set-password`: the keystore password of the item, in a request of its own.
 * - `attach`: the content of the item.
 * - `issue`: has the content of the item made and signed, attaches it with its mark, names the record after it, and checks it.
 * - `probe`: the required probes of the item are asked with the content of the record; one that fails ends the change.
 * - `check`: the record has these columns and exactly one attachment, of this SHA-256 (or one that begins so), and the password of
 *   that item was stored as a secret; where it was made by this run, no other run has made one of its family (`rivals`) besides those
 *   that were known before.
 */
export type Step =
  | {
      readonly do: 'create'
      readonly kind: RecordKind
      readonly item: string
      readonly columns: Readonly<Record<string, ColumnValue>>
      readonly known: readonly SysId[]
    }
  | { readonly do: 'set-password'; readonly record: RecordRef; readonly item: string }
  | { readonly do: 'attach'; readonly record: RecordRef; readonly item: string; readonly fileName: string }
  | {
      readonly do: 'issue'
      readonly record: RecordRef
      readonly item: string
      /** Of the item, for the name of the record. */
      readonly name: string
      readonly type: string
      readonly extension: 'jks' | 'p12'
      /** The end of the certificate that is renewed because it is time to: one that ends no later is no renewal. */
      readonly outlives?: string | undefined
      /** SHA-256 of a content that is on the instance: it is stored once more in place of one that is made, with the mark of this run. */
      readonly copies?: string | undefined
      readonly identity: Identity
      readonly runId: string | undefined
      /** Fingerprint of the root of the generation in use, empty where that cannot be told; another one is a guard. */
      readonly root: string | undefined
      readonly rivals: Rivals
    }
  | { readonly do: 'probe'; readonly record: RecordRef; readonly item: string; readonly name: string }
  | {
      readonly do: 'check'
      readonly record: RecordRef
      readonly columns: Readonly<Record<string, string>>
      /** Undefined: the record has no attachment (a pasted PEM). */
      readonly sha256: string | undefined
      /** The item whose password was set before. */
      readonly password?: string
      readonly rivals?: Rivals
    }
  | {
      readonly do: 'update'
      readonly kind: RecordKind
      readonly record: RecordRef
      /** The record's name, for people. */
      readonly name: string
      readonly columns: Readonly<Record<string, ColumnValue>>
      readonly seen?: Seen
      /** What a keystore rests on that takes the name of its item. */
      readonly place?: Place
    }
  | {
      readonly do: 'delete'
      readonly kind: RecordKind
      readonly record: { readonly sysId: SysId }
      readonly name: string
      readonly seen?: Seen
    }

/** What the plan saw of a record, looked at again before a write that rests on it. */
export interface Seen {
  readonly columns: Readonly<Record<string, string>>
  /** How many attachments it had, where that counts. */
  readonly attachments?: number
}

/** The name of an item that a record takes last. */
export interface Place {
  readonly name: string
  /** Those that point at the record by then. */
  readonly profiles: readonly SysId[]
  /** Generations before that were active when the plan looked, and stay so: no run is at work on them. */
  readonly staying: readonly SysId[]
}

/** Where records that another run makes at the same time would be. */
export interface Rivals {
  /** The item's name, which generations begin with. */
  readonly name: string
  /** Records that were there when the plan looked, as they were: one that has changed since belongs to another run. */
  readonly known: readonly { readonly sysId: SysId; readonly name: string; readonly active: boolean }[]
}

export type ChangeKind = 'create' | 'update' | 'rotate' | 'delete'

/** Why a change is made; part of the digest, so stable. */
export type Reason =
  | 'missing'
  | 'content-changed'
  | 'column-differs'
  | 'unfinished'
  | 'inactive'
  | 'other-instance'
  | 'not-whole'
  | 'leftover'
  | 'surplus'
  | 'unused'
  | 'overlap-ended'
  | 'rolled-back'
  | 'renewal-due'
  | 'request-changed'
  | 'rotated'
  | 'handover'
  | 'absent'
  | 'destroyed'

export interface ColumnChange {
  readonly column: string
  /** Null where there is no record yet. */
  readonly from: string | null
  readonly to: string
}

export interface Change {
  /** `section.name`; at most one change an item. */
  readonly item: string
  readonly kind: ChangeKind
  readonly table: string
  readonly name: string
  /** The record that is there now; null when there is none. */
  readonly sysId: SysId | null
  readonly reason: Reason
  readonly columns: readonly ColumnChange[]
  /** SHA-256 of what will be published, lower-case hex; null where the change publishes nothing. */
  readonly contentHash: string | null
  /** Items whose change must have been carried out before. */
  readonly dependsOn: readonly string[]
  readonly steps: readonly Step[]
  /** Sentences for people; not in the digest. */
  readonly notes: readonly string[]
}

/** A row of the output `certificates`. */
export interface CertificateSummary extends CertificateFacts {
  readonly name: string
  readonly kind: 'keystore' | 'trusted-certificate'
  readonly daysRemaining: number
  /** Its partner pack; none where `next` has one. */
  readonly files: readonly string[]
  /** Of a keystore: what is published, or will be, and not in use yet; its files are the ones for the partner. */
  readonly next?: CertificateFacts & { readonly files: readonly string[] }
}

export interface Plan {
  readonly format: 1
  readonly environment: string
  /** The origin of the instance. */
  readonly instance: string
  readonly depth: Exclude<Depth, 'offline'>
  /** In an order that respects `dependsOn`. */
  readonly changes: readonly Change[]
  /** Items that are as they should be. */
  readonly unchanged: readonly string[]
  /** Items that a problem keeps from being looked at or changed, and the item whose problem it is. */
  readonly blocked: readonly { readonly item: string; readonly because: string }[]
  readonly certificates: readonly CertificateSummary[]
  readonly problems: readonly Problem[]
  /** `sha256:…` over the changes; see digest.ts. */
  readonly digest: string
}

/** What time brings by itself is no drift: the next scheduled `apply` does it, and `fail-on-expiry` tells when none has. */
export const isOnlyDue = ({ reason }: Change): boolean => reason === 'renewal-due' || reason === 'handover'

/** The counts of the output `changes`. */
export interface Counts {
  readonly create: number
  readonly update: number
  readonly rotate: number
  readonly delete: number
  readonly unchanged: number
}

export function countsOf(plan: Pick<Plan, 'changes' | 'unchanged'>): Counts {
  const count = (kind: ChangeKind): number => plan.changes.filter((change) => change.kind === kind).length
  return {
    create: count('create'),
    update: count('update'),
    rotate: count('rotate'),
    delete: count('delete'),
    unchanged: plan.unchanged.length,
  }
}
