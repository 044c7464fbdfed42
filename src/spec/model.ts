import type { Location } from '../errors.ts'
import type { KEY_ALGORITHMS } from './schema.ts'
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

export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number]

/** A subject; each attribute at most once, none of them empty. */
export interface SubjectSpec {
  readonly CN: string
  readonly O?: string | undefined
  readonly OU?: string | undefined
  readonly L?: string | undefined
  readonly ST?: string | undefined
  readonly STREET?: string | undefined
  readonly C?: string | undefined
  readonly UID?: string | undefined
}

/** A certificate that is asked for, with a new key, and renewed in time. */
export interface IssueSource {
  readonly kind: 'issue'
  /** A key of the issuers. */
  readonly issuer: string
  readonly subject: SubjectSpec
  /** Subject alternative names, `DNS:api.acme.example`. */
  readonly names: readonly string[]
  readonly keyAlgorithm: KeyAlgorithm
  /** Milliseconds; undefined: as the issuer does. */
  readonly validityMs: number | undefined
  /** Milliseconds before the end; undefined: after two thirds of the lifetime. */
  readonly renewBeforeMs: number | undefined
  /** What completes the chain. */
  readonly chain: readonly ValueReference[]
}

/** A certificate that people have signed: the key is made by `csr` and waits on the instance. */
export interface RequestSource {
  readonly kind: 'request'
  readonly subject: SubjectSpec
  /** Subject alternative names, `DNS:api.acme.example`. */
  readonly names: readonly string[]
  readonly keyAlgorithm: KeyAlgorithm
  /** Milliseconds before the end; undefined: after two thirds of the lifetime. */
  readonly renewBeforeMs: number | undefined
  /** Undefined until it has been signed. */
  readonly certificate: ValueReference | undefined
  readonly chain: readonly ValueReference[]
}

export type IssuerForm =
  | {
      readonly kind: 'exec'
      readonly command: readonly string[]
      /** Names of secrets. */
      readonly env: readonly string[]
      readonly timeoutMs: number
    }
  | {
      readonly kind: 'local'
      readonly certificate: ValueReference
      readonly key: PrivateReference
      readonly keyPassphrase: PrivateReference | undefined
    }
  | {
      readonly kind: 'cfssl'
      readonly url: string
      readonly profile: string | undefined
      readonly authKey: PrivateReference | undefined
    }
  | {
      readonly kind: 'vault'
      readonly url: string
      readonly mount: string
      readonly role: string
      /** A token, or a role of the JWT auth method: one of both. */
      readonly token: PrivateReference | undefined
      readonly jwtRole: string | undefined
      readonly jwtMount: string
      readonly audience: string
    }
  | { readonly kind: 'self-signed' }

export interface IssuerSpec {
  readonly name: string
  readonly at: Location
  readonly form: IssuerForm
}

/** A handshake with a partner, with the keystore of a profile. */
export interface ProbeSpec {
  readonly at: Location
  readonly url: string
  readonly protocolProfile: string
  readonly expectStatus: number | undefined
  readonly required: boolean
}

export interface KeystoreSpec {
  /** Name of the X.509 Certificate record. */
  readonly name: string
  readonly at: Location
  readonly type: KeystoreType
  /** Alias of the private key, in lower case. */
  readonly alias: string
  readonly password: PrivateReference
  readonly source: LoadSource | BuildSource | IssueSource | RequestSource
  /** Codes of checks that are warnings here. */
  readonly accept: readonly string[]
  /** Whether a record with another's mark is taken over. */
  readonly adopt: boolean
  /** How long a new generation waits before it is used, in milliseconds. */
  readonly handoverMs: number
  /** Retired generations that are kept. */
  readonly keepPrevious: number
  /** Undefined: set when the record is created, never compared. */
  readonly warnInDays?: number | undefined
  /** Who is told of an expiry; undefined: whoever is named on the instance. */
  readonly notify?: readonly string[] | undefined
}

/** A keystore that people made: used as it is, its content never touched. */
export interface ExistingKeystoreSpec {
  /** Name of the X.509 Certificate record. */
  readonly name: string
  readonly at: Location
}

export interface TrustedCertificateSpec {
  /** Name of the X.509 Certificate record. */
  readonly name: string
  readonly at: Location
  readonly certificate: ValueReference
  /** Undefined: `pem` where a record is made, and never compared. */
  readonly format?: 'pem' | 'der' | undefined
  /** Codes of checks that are warnings here. */
  readonly accept: readonly string[]
  /** Whether a record with another's mark is taken over. */
  readonly adopt: boolean
  /** How long a certificate that was replaced stays trusted, in milliseconds. */
  readonly overlapMs: number
  /** Undefined: set when the record is created, never compared. */
  readonly warnInDays?: number | undefined
  /** Who is told of an expiry; undefined: whoever is named on the instance. */
  readonly notify?: readonly string[] | undefined
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
  readonly existing: ReadonlyMap<string, ExistingKeystoreSpec>
  readonly trustedCertificates: ReadonlyMap<string, TrustedCertificateSpec>
  readonly protocolProfiles: ReadonlyMap<string, ProtocolProfileSpec>
  readonly messages: readonly MessageSpec[]
  readonly absent: readonly AbsentItem[]
  readonly issuers: ReadonlyMap<string, IssuerSpec>
  readonly probes: readonly ProbeSpec[]
}
