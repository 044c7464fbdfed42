import type { Finding } from '../errors.ts'
import type { KeystoreType } from '../spec/model.ts'
import type { Advice, Attachment, CertificateTypes, InstanceFacts, ItemKind, Method, Row, SysId } from './ports.ts'

/** Rows of a table, or why the account cannot have them. */
export type Told<T> = { readonly rows: readonly T[] } | { readonly refused: Finding }

/** What an instance has and what an account may see of it: everything there is, not only what a spec names. */
export interface Inventory {
  readonly facts: InstanceFacts
  readonly advice: Advice
  readonly records: Readonly<Record<ItemKind, Told<Row>>>
  readonly attachments: Told<Attachment>
  readonly methods: readonly Method[]
  /** What is attached to active trusted certificates and was looked at, by record; what the account may not read is not there. */
  readonly attached: ReadonlyMap<SysId, Buffer>
  /**
   * When the certificates of keystores end of which neither the instance nor a mark tells; why a file is no keystore; undefined where
   * it does not show it.
   */
  readonly ends: ReadonlyMap<SysId, Date | string | undefined>
  /** The types that the bytes of the same keystores tell. */
  readonly formats: ReadonlyMap<SysId, KeystoreType>
}

/**
 * What a certificate record is by its type. `other`: a type that is not managed here, such as BCFKS keystores, or one whose value
 * the instance has renamed and does not tell: nothing can be said of what it holds.
 */
export function kindOf({ columns: { type } }: Row, types: CertificateTypes): 'keystore' | 'trusted' | 'other' {
  if (type === types.jks || type === types.pkcs12) return 'keystore'
  return type === types.trusted ? 'trusted' : 'other'
}

/**
 * A file of another type than its record says: an instance takes the reader by the record's type, and whether that of JKS reads
 * PKCS#12, or the other way, hangs on the Java that it runs on.
 * @param what the record, as the sentence calls it
 */
export function otherFormat(
  { columns }: Row,
  { certificateTypes: types }: InstanceFacts,
  format: KeystoreType | undefined,
  what: string,
): Finding[] {
  if (format === undefined || types[format] === columns.type || ![types.jks, types.pkcs12].includes(columns.type ?? '')) return []
  const names = { jks: 'JKS', pkcs12: 'PKCS#12' }
  const message = `${what} is of the type ${columns.type ?? ''}, and its file is ${names[format]}: whether that is read hangs on the Java of the instance`
  return [{ code: 'keystore.other-type', severity: 'warning', message }]
}

/** What an examination has looked at, whatever it found; plain data. What could not be read is null. */
export interface Examination {
  readonly instance: string
  /** The name that it gives itself; empty where it does not tell. */
  readonly instanceName: string
  readonly for: Purpose
  readonly roles: readonly string[] | null
  readonly tables: readonly { readonly table: string; readonly rows: number | null; readonly refused: string | null }[]
  /** Labels of the types of certificates. */
  readonly certificateTypes: readonly string[] | null
  /** System properties that matter here, as far as they are set. */
  readonly properties: Readonly<Record<string, string>> | null
}

/** @param tables what the kinds of records are called on the instance */
export function examinationOf(
  { facts, advice, records, attachments }: Inventory,
  purpose: Purpose,
  tables: Readonly<Record<ItemKind, string>>,
): Examination {
  const told = (table: string, rows: Told<unknown>): Examination['tables'][number] =>
    'rows' in rows
      ? { table, rows: rows.rows.length, refused: null }
      : { table, rows: null, refused: `${rows.refused.code}: ${rows.refused.message}` }
  const kinds = Object.entries(tables) as [ItemKind, string][]
  const sorted = [...(advice.properties ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    instance: facts.origin,
    instanceName: facts.name,
    for: purpose,
    roles: advice.roles?.toSorted() ?? null,
    tables: [...kinds.map(([kind, table]) => told(table, records[kind])), told('sys_attachment', attachments)],
    certificateTypes: advice.typeLabels ?? null,
    properties: advice.properties === undefined ? null : Object.fromEntries(sorted),
  }
}

/** What the account is examined for. */
export type Purpose = 'plan' | 'apply'

export const rowsOf = <T>(told: Told<T>): readonly T[] => ('rows' in told ? told.rows : [])

/** The attachments of each record. */
export function byRecord(attachments: Told<Attachment>): ReadonlyMap<SysId, readonly Attachment[]> {
  const found = new Map<SysId, Attachment[]>()
  for (const attachment of rowsOf(attachments)) {
    const own = found.get(attachment.recordId) ?? []
    own.push(attachment)
    found.set(attachment.recordId, own)
  }
  return found
}
