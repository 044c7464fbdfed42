import type { Finding } from '../errors.ts'
import type { KeystoreType, MessageKind } from '../spec/model.ts'
import type { CertificateFacts } from './model.ts'
import type { Attachment, InstanceFacts, Method, Person, RecordKind, Reference, Row, SysId } from './ports.ts'

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

/** What the content of a record turned out to be when it had to be opened to tell. */
export type OpenedContent =
  | { readonly kind: 'same' }
  /** Of a keystore, what it holds instead. */
  | {
      readonly kind: 'different'
      readonly leaf?: CertificateFacts
      readonly findings?: readonly Finding[]
      /** Of a keystore that is used as it is: the type that its bytes tell. */
      readonly format?: KeystoreType
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
      readonly format?: KeystoreType
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
  readonly type: KeystoreType | 'trusted'
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
