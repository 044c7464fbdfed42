import type { Finding, Location } from '../errors.ts'
import type { KeystoreType } from '../spec/model.ts'
import type { CertificateFacts } from './model.ts'

/** What a keystore of the spec should be on the instance; its content and password are held elsewhere. */
export interface WantedKeystore {
  readonly name: string
  readonly at: Location
  readonly type: KeystoreType
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
  readonly type: KeystoreType
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

/** A keystore whose secrets are withheld from the run: what its public files tell. */
export interface UnseenKeystore {
  readonly name: string
  readonly at: Location
  /** Undefined where the certificate stands in a secret, too. */
  readonly leaf: CertificateFacts | undefined
  readonly findings: readonly Finding[]
  readonly accept: readonly string[]
}

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
