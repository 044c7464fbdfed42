import type { Change, ColumnChange } from './model.ts'
import type { Observed } from './observed.ts'

/** Names of records by their sys_ids, for people: what a plan compares, and its digest, are the sys_ids. */
export type KnownNames = ReadonlyMap<string, string>

const SYS_ID = /\b[0-9a-f]{32}\b/g
const SYS_IDS = /^[0-9a-f]{32}(?:,[0-9a-f]{32})*$/
const COLUMN_OF = /^(.+ of )([0-9a-f]{32})$/

/** The names of the records that the changes mention, as far as the instance has told them already. */
export function namesIn(changes: readonly Change[], { certificates, profiles, people }: Observed): KnownNames {
  const known = new Map<string, string>()
  for (const { sysId, columns } of [...certificates, ...profiles]) known.set(sysId, columns.name ?? '')
  for (const [name, { sysIds }] of people) for (const sysId of sysIds) known.set(sysId, name)
  const mentioned = changes.flatMap(({ columns }) => columns.flatMap(({ column, from, to }) => [column, from ?? '', to]))
  return new Map(
    mentioned
      .flatMap((text) => text.match(SYS_ID) ?? [])
      .map((sysId) => [sysId, known.get(sysId) ?? ''] as const)
      .filter(([, name]) => name !== ''),
  )
}

const named = (sysId: string, names: KnownNames): string => {
  const name = names.get(sysId)
  return name === undefined ? sysId : `${name} (${sysId})`
}

/** The value of a column that refers to records, as people know them; any other is as it was. */
export const namedValue = (value: string, names: KnownNames): string =>
  SYS_IDS.test(value)
    ? value
        .split(',')
        .map((sysId) => named(sysId, names))
        .join(', ')
    : value

/** A column of another record of the change; the name of that is not repeated where a line of the change has it already. */
export function namedColumn(column: string, all: readonly ColumnChange[], names: KnownNames): string {
  const [, what = '', sysId = ''] = COLUMN_OF.exec(column) ?? []
  const isSaid = all.some((other) => other.column.endsWith(sysId) && other.from === names.get(sysId))
  return sysId === '' || isSaid ? column : `${what}${named(sysId, names)}`
}
