import type { Location } from '../errors.ts'
import type { SectionName } from './problems.ts'

/** Where a value comes from: a secret, a file of the workspace, or the spec itself. */
export type ValueReference =
  | { readonly secret: string; readonly at: Location }
  | { readonly file: string; readonly at: Location }
  | { readonly value: string; readonly at: Location }

/** Passwords and keys: never in the spec itself. */
export type PrivateReference = Exclude<ValueReference, { readonly value: string }>

export type KeystoreType = 'jks' | 'pkcs12'

/** A keystore that exists: base64 of a JKS or PKCS#12. */
export interface LoadSource {
  readonly kind: 'load'
  readonly keystore: PrivateReference
  /** Undefined when it is the password of the keystore to be stored. */
  readonly password?: PrivateReference | undefined
  /** Which private key, when there are several. */
  readonly alias?: string | undefined
}

/** A keystore to be put together from PEM. */
export interface BuildSource {
  readonly kind: 'build'
  readonly key: PrivateReference
  readonly keyPassphrase?: PrivateReference | undefined
  readonly certificate: ValueReference
  readonly chain: readonly ValueReference[]
}

export interface KeystoreSpec {
  /** Name of the X.509 Certificate record. */
  readonly name: string
  readonly at: Location
  readonly type: KeystoreType
  /** Alias of the private key, in lower case. */
  readonly alias: string
  readonly password: PrivateReference
  readonly source: LoadSource | BuildSource
  /** Codes of checks that are warnings here. */
  readonly accept: readonly string[]
  /** Retired generations that are kept. */
  readonly keepPrevious: number
  /** Undefined: set when the record is created, never compared. */
  readonly warnInDays?: number | undefined
}

export interface TrustedCertificateSpec {
  /** Name of the X.509 Certificate record. */
  readonly name: string
  readonly at: Location
  readonly certificate: ValueReference
  readonly format: 'pem' | 'der'
  /** Codes of checks that are warnings here. */
  readonly accept: readonly string[]
  /** How long a certificate that was replaced stays trusted, in milliseconds. */
  readonly overlapMs: number
  /** Undefined: set when the record is created, never compared. */
  readonly warnInDays?: number | undefined
}

export interface ProtocolProfileSpec {
  /** The name is the URL scheme: 1 to 7 lower-case letters. */
  readonly name: string
  readonly at: Location
  /** A key of the keystores. */
  readonly keystore: string
  /** Undefined: set when the record is created, never compared. */
  readonly port?: number | undefined
}

/** What carries a call out over mutual TLS: the kinds of records that have a flag and a profile. Their sections are the plurals. */
export const MESSAGE_KINDS = ['rest-message', 'soap-message', 'connection', 'oauth-provider'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** A REST or SOAP message, a connection or an OAuth provider: found, never created. */
export interface MessageSpec {
  readonly kind: MessageKind
  readonly name: string
  readonly at: Location
  /** A key of the protocol profiles; only a message without mutual authentication may have none. */
  readonly protocolProfile?: string | undefined
  readonly mutualAuthentication: boolean
  /** `require`: never written, and an error where it is not so. */
  readonly mode: 'enforce' | 'require'
  /** Whether the endpoint gets the profile's name as its scheme (KB0696599); REST messages only. */
  readonly rewriteEndpoint: boolean
  /** Name or sys_id of the application scope, where a message's name is not unique. */
  readonly scope?: string | undefined
  readonly sysId?: string | undefined
}

export interface EnvironmentSpec {
  readonly name: string
  readonly at: Location
  /** Origin, as `https://acme.service-now.com`. */
  readonly instance: string
  readonly protected: boolean
}

/** An item that must not be there. */
export interface AbsentItem {
  readonly section: SectionName
  readonly name: string
  readonly at: Location
  /** Of a message, where its name is not unique. */
  readonly scope?: string | undefined
  readonly sysId?: string | undefined
}

/** A spec with one environment applied: validated, references checked. Maps are by name, in the order of the file. */
export interface Spec {
  readonly version: 1
  /** Undefined: the repository. */
  readonly owner?: string | undefined
  readonly environment: EnvironmentSpec
  readonly keystores: ReadonlyMap<string, KeystoreSpec>
  readonly trustedCertificates: ReadonlyMap<string, TrustedCertificateSpec>
  readonly protocolProfiles: ReadonlyMap<string, ProtocolProfileSpec>
  readonly messages: readonly MessageSpec[]
  readonly absent: readonly AbsentItem[]
}
