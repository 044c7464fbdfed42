import type { Finding, Location, Problem } from '../errors.ts'
import type { MessageKind } from '../spec/model.ts'
import type { SectionName } from '../spec/problems.ts'
import type { Identity } from './mark.ts'
import type { SysId, Attachment, InstanceFacts, Method, RecordKind, Person, Reference, Row } from './ports.ts'

/** Sections of the spec whose items become records. An item is named `section.name`. */
export type Section = SectionName

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

/** What a keystore of the spec should be on the instance; its content and password are held elsewhere. */
export interface WantedKeystore {
  readonly name: string
  readonly at: Location
  readonly type: 'jks' | 'pkcs12'
  /** SHA-256 of the stored bytes, lower-case hex, and how many they are. */
  readonly sha256: string
  readonly size: number
  readonly leaf: CertificateFacts
  /** One sentence for each thing that was put right in a loaded keystore. */
  readonly putRight: readonly string[]
  readonly findings: readonly Finding[]
  /** Codes of checks that are warnings for this item. */
  readonly accept: readonly string[]
  /** Characters of its password. */
  readonly passwordLength: number
  readonly keepPrevious: number
  /** How long a new generation waits before it is used. */
  readonly handoverMs: number
  /** Undefined where the spec is silent: set at creation, never compared. */
  readonly warnInDays: number | undefined
}

/** A keystore whose certificate is issued: what it should be; when it is made anew is told from what is on the instance. */
export interface WantedIssued {
  readonly name: string
  readonly at: Location
  readonly type: 'jks' | 'pkcs12'
  /** What is wrong with the password, whatever is issued. */
  readonly findings: readonly Finding[]
  readonly accept: readonly string[]
  /** Characters of its password. */
  readonly passwordLength: number
  readonly keepPrevious: number
  readonly handoverMs: number
  readonly warnInDays: number | undefined
  /** Undefined: after two thirds of the lifetime. */
  readonly renewBeforeMs: number | undefined
}

/** A keystore whose certificate people sign: its key waits on the instance. */
export interface WantedRequest extends WantedIssued {
  /** Undefined until it has been signed. */
  readonly certificate:
    { readonly leaf: CertificateFacts; readonly isCa: boolean; readonly findings: readonly Finding[] } | undefined
}

/** What was found in a keystore of a request: the key with a certificate in its place, or what was published. */
export interface RequestFacts extends Omit<IssuedFacts, 'root'> {
  /** Whether its certificate only stands in the place of the one that is to come. */
  readonly placeholder: boolean
  /** Whether who trusts the root of its chain trusts the certificate of the spec, too; also where there is none yet. */
  readonly sameRoot: boolean
  /** The keystore of its key and the certificate of the spec, where these belong together. */
  readonly joined: Joined | undefined
  /** Whether it holds what is joined already, whoever wrote it. */
  readonly same: boolean
}

/** A key with the certificate that people have signed for it. */
export interface Joined {
  readonly sha256: string
  readonly leaf: CertificateFacts
  /** A phrase for each thing that the spec asks for otherwise. */
  readonly differs: readonly string[]
  readonly findings: readonly Finding[]
}

/** What was found in an issued keystore. */
export interface IssuedFacts {
  /** SHA-256 of the stored bytes, lower-case hex. */
  readonly sha256: string
  readonly leaf: CertificateFacts
  /** SHA-256 fingerprint of the last certificate of the chain, the root where it is there. */
  readonly root: string
  /** A phrase for each thing that is asked for otherwise; none where it is what the spec says. */
  readonly differs: readonly string[]
  readonly findings: readonly Finding[]
}

/** A keystore whose secrets are withheld from the run: what its public files tell. */
export interface UnseenKeystore {
  readonly name: string
  readonly at: Location
  /** Undefined where the certificate stands in a secret, too. */
  readonly leaf: CertificateFacts | undefined
  readonly findings: readonly Finding[]
  readonly accept: readonly string[]
}

/** How much a run could look at (contract 4.11): the spec and its files alone, what an account may read, or everything. */
export type Depth = 'offline' | 'public' | 'full'

/** What a trusted certificate of the spec should be on the instance. */
export interface WantedTrusted {
  readonly name: string
  readonly at: Location
  readonly format: 'pem' | 'der'
  /** Whether the spec names it: then what is there is compared. */
  readonly isFormatGiven: boolean
  /** PEM with 64 columns. */
  readonly pem: string
  /** SHA-256 of the DER, lower-case hex, and its bytes. */
  readonly sha256: string
  readonly size: number
  readonly certificate: CertificateFacts
  readonly findings: readonly Finding[]
  /** Codes of checks that are warnings for this item. */
  readonly accept: readonly string[]
  readonly overlapMs: number
  readonly warnInDays: number | undefined
}

/** Of a keystore that is used as it is: the type that its bytes tell. */
type KeystoreFormat = WantedKeystore['type']

/** What the content of a record turned out to be when it had to be opened to tell. */
export type OpenedContent =
  | { readonly kind: 'same' }
  /** Of a keystore, what it holds instead. */
  | {
      readonly kind: 'different'
      readonly leaf?: CertificateFacts
      readonly findings?: readonly Finding[]
      readonly format?: KeystoreFormat
    }
  /** A keystore that is issued: what is in it. */
  | { readonly kind: 'issued'; readonly facts: IssuedFacts }
  /** A keystore of a request: what is in it. */
  | { readonly kind: 'requested'; readonly facts: RequestFacts }
  /** It cannot be opened with the password of the spec, or is no keystore or certificate. */
  | {
      readonly kind: 'unreadable'
      readonly why: string
      /** Of a keystore whose key is given up: the certificate that it shows without its password. */
      readonly leaf?: CertificateFacts
      readonly format?: KeystoreFormat
    }
  /** The account may not read it. */
  | { readonly kind: 'denied'; readonly why: string }

/** What is wanted of one certificate record, as far as observing needs it. */
export interface Expectation {
  readonly kind: 'keystore' | 'trusted-certificate'
  readonly name: string
  /** Empty where the content is issued: then each that is there is looked into. */
  readonly sha256: string
  /** Of the content, where that is given. */
  readonly size?: number
  readonly type: 'jks' | 'pkcs12' | 'trusted'
  readonly keep: number
  /** A new content waits for its handover: until then the one before is in use, and looked into. */
  readonly waits?: boolean
  /** Whether what was opened is not enough, so that retired generations are opened, too. */
  readonly seeks?: () => boolean
  /** Opens content that was found on the instance and compares it with what is wanted. */
  readonly compare: (content: Buffer) => Promise<OpenedContent>
}

/** Everything read from the instance, gathered once. */
export interface Observed {
  readonly facts: InstanceFacts
  readonly tables: Readonly<Record<RecordKind, { readonly table: string; readonly columns: Readonly<Record<string, string>> }>>
  readonly certificates: readonly Row[]
  readonly attachments: ReadonlyMap<SysId, readonly Attachment[]>
  /** By record, where neither mark nor hash tells. */
  readonly opened: ReadonlyMap<SysId, OpenedContent>
  readonly profiles: readonly Row[]
  readonly messages: Readonly<Record<MessageKind, readonly Row[]>>
  /** Of the messages that the spec names, those that must not be there too. */
  readonly methods: readonly Method[]
  /** By record: what refers to a certificate besides protocol profiles, and what refers to a profile that is taken away. */
  readonly references: ReadonlyMap<SysId, readonly Reference[]>
  /** Who is told of an expiry, by the names in the spec. */
  readonly people: ReadonlyMap<string, Person>
}

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

/** The name of an item that a record takes last, and the profiles that point at the record by then. */
export interface Place {
  readonly name: string
  readonly profiles: readonly SysId[]
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
