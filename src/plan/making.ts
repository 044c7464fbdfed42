import type { Member, WantedContent } from './family.ts'
import type { RecordRef, Step } from './model.ts'
import { newName } from './names.ts'
import type { SysId } from './ports.ts'

/** How one item's content gets onto the instance; keystores and trusted certificates differ in this alone. */
export interface Making extends WantedContent {
  readonly item: string
  readonly name: string
  /** Columns of a new record besides name and active. */
  readonly columns: Readonly<Record<string, string>>
  /** Columns that the spec names: compared, and set where they differ. */
  readonly compared: Readonly<Record<string, string>>
  /** Undefined where the content is pasted into the row. */
  readonly fileName: string | undefined
  /** What becomes of a record that is replaced: kept inactive for a rollback, or trusted until a time. */
  readonly replaced: { readonly as: 'retired'; readonly keep: number } | { readonly as: 'until'; readonly overlapMs: number }
  /** How the content is made where it is not known yet; then `sha256` is empty. */
  readonly issue?: Omit<Extract<Step, { do: 'issue' }>, 'do' | 'record' | 'rivals'>
  /** Records that are no leftovers: with a key whose certificate is to come. Those whose key is in this content are deleted last. */
  readonly requests?: { readonly waiting: readonly SysId[]; readonly served: readonly SysId[] }
  /** How long a new record waits before it is used, where another one is in use; not at all where it is wanted at once. */
  readonly handoverMs: number
  /** What waits for its handover, or was rolled back, is used now. */
  readonly atOnce: boolean
  /** Of two records with one content, the one that this run has made is used. */
  readonly runId?: string | undefined
  /** Names of the protocol profiles that the spec gives to it. */
  readonly profiles: readonly string[]
  /** Whether a partner has to accept it before it is used. */
  readonly probed: boolean
}

/** A new record: inactive until row and attachment have been read back. */
export function make(
  making: Pick<Making, 'item' | 'name' | 'sha256' | 'type' | 'columns' | 'secret' | 'issue' | 'fileName'>,
  family: readonly Member[],
): Step[] {
  const record: RecordRef = { made: making.item }
  const known = family.map(({ row: { sysId }, name, active }) => ({ sysId, name, active }))
  const rivals = { name: making.name, known }
  const columns = { name: newName(making.name, making.sha256), active: 'false', type: making.type, ...making.columns }
  const steps: Step[] = [
    { do: 'create', kind: 'certificate', item: making.item, columns, known: known.map(({ sysId }) => sysId) },
  ]
  if (making.secret) steps.push({ do: 'set-password', record, item: making.item })
  if (making.issue !== undefined) return [...steps, { do: 'issue', record, ...making.issue, rivals }]
  if (making.fileName !== undefined) {
    steps.push({ do: 'attach', record, item: making.item, fileName: making.fileName })
  }
  const sha256 = making.fileName === undefined ? undefined : making.sha256
  const written = { name: columns.name, active: 'false', type: making.type }
  return [...steps, { do: 'check', record, columns: written, sha256, ...passwordOf(making), rivals }]
}

const passwordOf = ({ secret, item }: Pick<Making, 'secret' | 'item'>): { password?: string } =>
  secret ? { password: item } : {}

/** A record that a dead run left with its whole content: the password is set again, since nobody can read whether it was stored. */
export function finish(making: Making, target: Member): Step[] {
  const record: RecordRef = { sysId: target.row.sysId }
  const check: Step = {
    do: 'check',
    record,
    columns: { name: target.name, active: 'false', type: making.type },
    sha256: target.pasted ? undefined : making.sha256,
    ...passwordOf(making),
  }
  return making.secret ? [{ do: 'set-password', record, item: making.item }, check] : [check]
}

/** A generation before that is made active again: it is whole, with the password that it was stored with. */
export const wakened = (target: Member): Step => ({
  do: 'check',
  record: { sysId: target.row.sysId },
  columns: { name: target.name, active: 'false' },
  sha256: target.sha256,
})
