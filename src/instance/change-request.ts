import { CodedError } from '../errors.ts'
import type { ChangeRequest } from '../plan/ports.ts'
import type { Api } from './api.ts'
import { readChoiceLabel } from './facts.ts'
import { term } from './query.ts'
import { CHANGE_REQUEST } from './schema.ts'
import { queryTable, textOf } from './table-api.ts'

/**
 * The change request of a number, or undefined where the account sees none.
 * @throws record.ambiguous; instance.forbidden where it may not read change requests, instance.rows-hidden, instance.column-dropped
 */
export async function readChangeRequest(api: Api, number: string): Promise<ChangeRequest | undefined> {
  const { table, columns, implement } = CHANGE_REQUEST
  const { onHold, ...needed } = columns
  const rows = await queryTable(api, table, Object.values(columns), term(columns.number, '=', number))
  const [row, ...others] = rows.filter((candidate) => candidate[columns.number] === number)
  if (row === undefined) return undefined
  if (others.length > 0)
    throw new CodedError('record.ambiguous', `${number}: ${others.length + 1} change requests have this number`)
  const asked = { what: `table ${table}`, write: false }
  const text = (column: keyof typeof needed): string => textOf(row, needed[column], asked)
  const state = text('state')
  // The value is the stock one; where states are an instance's own, the label tells.
  const label = state === implement.value ? implement.label : await readChoiceLabel(api, [table, 'task'], columns.state, state)
  return {
    number,
    description: text('description'),
    state: label === '' ? state : label,
    implementing: label.trim().toLowerCase() === implement.label.toLowerCase(),
    onHold: row[onHold] === 'true' || row[onHold] === '1',
    start: text('start'),
    end: text('end'),
  }
}
