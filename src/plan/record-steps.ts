import type { Member } from './family.ts'
import type { ColumnValue, RecordRef, Seen, Step } from './model.ts'
import type { Row } from './ports.ts'

/** Steps that change or delete records which are there already. */

export const update = (
  record: RecordRef,
  name: string,
  columns: Readonly<Record<string, ColumnValue>>,
): Extract<Step, { do: 'update' }> => ({
  do: 'update',
  kind: 'certificate',
  record,
  name,
  columns,
})

/**
 * A keystore takes the name of its item last.
 * @param users profiles that point at it by then
 * @param staying generations before that stay active
 */
export const takeName = (
  record: RecordRef,
  before: string,
  columns: { readonly name: string; readonly active: string },
  users: readonly Row[],
  staying: readonly Member[],
): Step => ({
  ...update(record, before, columns),
  place: {
    name: columns.name,
    profiles: users.map(({ sysId }) => sysId),
    staying: staying.map(({ row }) => row.sysId),
  },
})

const seenOf = ({ name, active }: Member): Seen['columns'] => ({ name, active: String(active) })

/** A change of a record that is there, as it was when the plan looked. */
export const change = (member: Member, columns: Readonly<Record<string, string>>): Step => ({
  do: 'update',
  kind: 'certificate',
  record: { sysId: member.row.sysId },
  name: member.name,
  columns,
  seen: { columns: seenOf(member) },
})

/** A profile that pointed at a generation before, and points at `record` from now on. */
export const repoint = (row: Row, record: RecordRef): Step => ({
  do: 'update',
  kind: 'protocol-profile',
  record: { sysId: row.sysId },
  name: row.columns.name ?? '',
  columns: { keystore: record },
  seen: { columns: { keystore: row.columns.keystore ?? '' } },
})

/** @param seen as it was when the plan looked; or a step before has changed it, and looked at it then */
export const remove = (
  member: Member,
  seen: Seen | 'changed before' = { columns: seenOf(member), attachments: member.attachments.length },
): Step => ({
  do: 'delete',
  kind: 'certificate',
  record: { sysId: member.row.sysId },
  name: member.name,
  ...(seen !== 'changed before' && { seen }),
})
