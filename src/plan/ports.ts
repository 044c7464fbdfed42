import type { SecretValue } from '../redact.ts'
import type { MessageKind } from '../spec/model.ts'

/** The sys_id of a record: 32 lower-case hex digits. Not a string one can mix up with a name. */
export type SysId = string & { readonly __brand: 'SysId' }

/** Methods of REST messages and functions of SOAP messages. */
export type MethodKind = 'rest-method' | 'soap-function'

/** The kinds of records that a spec has items of. */
export type ItemKind = 'certificate' | 'protocol-profile' | MessageKind

/** The kinds of records the plan speaks of. Names of tables stand in `instance/schema.ts`. */
export type RecordKind = ItemKind | MethodKind

/**
 * A row, with the columns under this project's own names (`instance/schema.ts` has the instance's).
 * Every value is text as the Table API gives it: booleans are `true` and `false`, empty is ``, references are sys_ids,
 * times are UTC `YYYY-MM-DD HH:MM:SS`.
 */
export interface Row {
  readonly sysId: SysId
  readonly columns: Readonly<Record<string, string>>
}

/** An attachment of a record; `hash` is the SHA-256 of the content in lower-case hex, or empty where the instance has none. */
export interface Attachment {
  readonly sysId: SysId
  readonly recordId: SysId
  readonly fileName: string
  readonly size: number
  readonly hash: string
}

/** One condition (`LIKE`: the column contains the value); a query is a list of alternatives (OR) of which each row must satisfy one. Values are compared as they are. */
export interface Condition {
  /** A column under this project's name, or `sys-id`. */
  readonly column: string
  readonly operator: '=' | 'STARTSWITH' | 'LIKE'
  readonly value: string
}

/** The stored values behind the choices of sys_certificate.type. */
export interface CertificateTypes {
  readonly jks: string
  readonly pkcs12: string
  readonly trusted: string
}

/** Who was found under a name: nobody, one, or several. */
export interface Person {
  readonly table: string
  readonly sysIds: readonly SysId[]
}

/** A change request of the instance; times as it stores them, empty where they are not planned. */
export interface ChangeRequest {
  readonly number: string
  readonly description: string
  /** Its label, or the value where that is not known. */
  readonly state: string
  readonly implementing: boolean
  readonly onHold: boolean
  readonly start: string
  readonly end: string
}

/** What the instance says of itself, asked once a run. */
export interface InstanceFacts {
  /** `https://acme.service-now.com`: scheme, host and port. */
  readonly origin: string
  /** The property `instance_name`; empty where it cannot be read. */
  readonly name: string
  readonly certificateTypes: CertificateTypes
  /** Characters that fit into sys_certificate.pem_certificate. */
  readonly pemMaxLength: number
  /** Characters that fit into sys_certificate.key_store_password; what is longer is never sent. */
  readonly passwordMaxLength: number
  /** Columns (under this project's names where they have one) that the dictionary does not know; empty where it cannot be read. */
  readonly missingColumns: readonly { readonly kind: RecordKind; readonly column: string }[]
  /** Kinds of records that this instance cannot be asked for, and why. */
  readonly unavailable: Partial<Readonly<Record<MessageKind, string>>>
}

/** What an account and an instance tell of themselves, as far as they may be read: nothing of it is needed to plan. */
export interface Advice {
  /** Names of the roles of the account. */
  readonly roles: readonly string[] | undefined
  /** System properties that matter to keystores and mutual authentication. */
  readonly properties: ReadonlyMap<string, string> | undefined
  /** The labels of the types of certificates. */
  readonly typeLabels: readonly string[] | undefined
  /** Of active certificates: until when they are valid (UTC, `YYYY-MM-DD HH:MM:SS`), empty where the instance has not computed it. */
  readonly expiries: ReadonlyMap<SysId, string>
  /** Active certificates whose password is empty; of trusted ones that is as it should be. */
  readonly withoutPassword: readonly SysId[]
}

/** A method of a REST message or function of a SOAP message, with what it says itself of mutual authentication. */
export interface Method {
  readonly kind: MethodKind
  readonly sysId: SysId
  readonly message: SysId
  readonly name: string
  readonly mutualAuthentication: boolean
  /** Empty where the message's counts, its flag too. */
  readonly profile: string
  /** Empty where the message's counts; undefined where the instance does not tell. */
  readonly endpoint: string | undefined
}

/** What refers to a record: a column of a record elsewhere, which is unknown where the table cannot be read. */
export interface Reference {
  /** `table.column` as the instance names them, or a sentence where it cannot be told. */
  readonly where: string
  readonly record: SysId | undefined
}

/** The password that a record was given. */
export interface StoredPassword {
  readonly sysId: SysId
  readonly password: SecretValue
}

/** The reading half of the instance. Every method throws a CodedError; none returns half an answer. */
export interface InstanceReader {
  /** Whether one question is asked alone first: wrong credentials are then tried once, and do not lock the account. */
  readonly asksAlone: boolean
  facts(): Promise<InstanceFacts>
  /** A part of the facts, in one request of its own. */
  certificateTypes(): Promise<CertificateTypes>
  /** The name of the table and the columns as the instance has them, for people who read a plan. */
  describe(kind: RecordKind): { readonly table: string; readonly columns: Readonly<Record<string, string>> }
  /**
   * All rows that satisfy one of the conditions (all rows of the table when there is none), each checked again on this side.
   * @param stored of a certificate that is found: whether its password was stored as a secret is looked at with the same question
   * @throws instance.rows-hidden when access rules hide rows, instance.column-dropped when a needed column is not answered,
   *   instance.password-not-saved
   */
  find(kind: RecordKind, anyOf: readonly Condition[], stored?: StoredPassword): Promise<Row[]>
  /** One row as it is now, or undefined when it is not there. */
  read(kind: RecordKind, sysId: SysId): Promise<Row | undefined>
  /** The attachments of these certificates; of all there are where none are named. @throws instance.rows-hidden */
  attachments(recordIds?: readonly SysId[]): Promise<Attachment[]>
  /** The methods of the messages of these names, or of all; none where the account may not read them. */
  methods(kind: 'rest-message' | 'soap-message', names?: readonly string[]): Promise<Method[]>
  /** What only an examination asks. */
  advice(): Promise<Advice>
  /** The update set that captured the newest change of each record, by its name; those of which that is not known are left out. */
  updateSets(records: readonly { readonly kind: RecordKind; readonly sysId: SysId }[]): Promise<Map<SysId, string>>
  /** Users, or groups where the instance wants these, by their names; each name is answered. */
  people(names: readonly string[]): Promise<Map<string, Person>>
  /** The change request of a number, or undefined where the account sees none. */
  changeRequest(number: string): Promise<ChangeRequest | undefined>
  /** The content of an attachment, at most `maxBytes`. */
  download(attachmentId: SysId, maxBytes: number): Promise<Buffer>
  /**
   * What refers to these records: to certificates besides protocol profiles, to protocol profiles everything. A table that cannot
   * be read counts as one that refers to each of them.
   */
  referenced(kind: 'certificate' | 'protocol-profile', recordIds: readonly SysId[]): Promise<Map<SysId, Reference[]>>
}

/**
 * The writing half. A write's answer is compared with what was sent, column by column; where it is lost, the record is looked at
 * before the write is given up or sent once more.
 */
export interface InstanceWriter {
  /**
   * @param known records of this name that are there already: where the answer is lost, the new one is told from them
   * @returns the new row's sys_id. @throws instance.value-changed, instance.column-dropped
   */
  create(kind: RecordKind, columns: Readonly<Record<string, string>>, known?: readonly SysId[]): Promise<SysId>
  update(kind: RecordKind, sysId: SysId, columns: Readonly<Record<string, string>>): Promise<void>
  /** Deletes one record; one that is not there any more is no error. */
  remove(kind: RecordKind, sysId: SysId): Promise<void>
  /** Stores the keystore password in a request of its own, whose answer does not tell whether it was stored. */
  setPassword(sysId: SysId, password: SecretValue): Promise<void>
  /** Adds an attachment. @throws instance.attachment-damaged when its size or hash is not that of the content. */
  attach(recordId: SysId, fileName: string, content: Buffer): Promise<Attachment>
}

/** A content that was made and signed while the plan was carried out. */
export interface IssuedContent {
  readonly content: Buffer
  /** Lower-case hex. */
  readonly sha256: string
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly notAfter: string
  /** Called once it is on the instance, and was read back: before that it is nobody's business. */
  readonly stored?: () => void
}

/** What a plan names by item and must not hold: passwords and contents, given to the writes that carry it out. */
export interface Contents {
  password(item: string): SecretValue
  content(item: string): Buffer
}

export type InstancePort = InstanceReader & InstanceWriter

const MESSAGE_COLUMNS = ['name', 'mutual-authentication', 'protocol-profile', 'scope', 'scope-name', 'protection'] as const

/** The columns of each kind under this project's names. Those that end in `?` in `instance/schema.ts` may be absent. */
export const COLUMNS = {
  certificate: ['name', 'type', 'format', 'active', 'pem', 'warn-in-days', 'notify', 'created', 'updated'],
  'protocol-profile': ['name', 'port', 'keystore', 'created'],
  'rest-message': [...MESSAGE_COLUMNS, 'endpoint', 'authentication-type', 'mid-server'],
  'soap-message': [...MESSAGE_COLUMNS, 'authentication-type', 'mid-server'],
  connection: [...MESSAGE_COLUMNS, 'mid-server'],
  'oauth-provider': MESSAGE_COLUMNS,
  'rest-method': ['name', 'endpoint'],
  'soap-function': ['name', 'endpoint'],
} as const satisfies Record<RecordKind, readonly string[]>
