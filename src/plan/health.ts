import type { Finding } from '../errors.ts'
import type { Advice, Attachment, InstanceFacts, ItemKind, Method, Row, SysId } from './ports.ts'

/** Rows of a table, or why the account cannot have them. */
export type Told<T> = { readonly rows: readonly T[] } | { readonly refused: Finding }

/** What an instance has and what an account may see of it: everything there is, not only what a spec names. */
export interface Inventory {
  readonly facts: InstanceFacts
  readonly advice: Advice
  readonly records: Readonly<Record<ItemKind, Told<Row>>>
  readonly attachments: Told<Attachment>
  readonly methods: readonly Method[]
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
