import { CodedError } from '../errors.ts'
import type { Condition, Row } from '../plan/ports.ts'

/** Some fronts refuse URLs over 2,048 characters. */
export const MAX_URL = 2000

/** A value as it may stand in an encoded query: there is no escape for `^`, and `javascript:` would run on the server. */
function literal(value: string): string {
  if (/[\^\x00-\x1f\x7f]/.test(value) || /^\s*javascript:/i.test(value) || !value.isWellFormed()) {
    throw new CodedError('internal', 'a query was asked for a value that cannot stand in one')
  }
  return value
}

/** One term of an encoded query. */
export function term(column: string, operator: '=' | 'STARTSWITH' | 'LIKE' | 'IN', value: string): string {
  return column + operator + literal(value)
}

/** Percent-encodes a query; commas stay as they are, lists of sys_ids are a tenth shorter so. */
export const encoded = (query: string): string => encodeURIComponent(query).replaceAll('%2C', ',')

/**
 * Joins the parts by `joiner` into as few texts as possible, none longer than `room` when encoded.
 * A part that is longer alone stands alone.
 */
export function joinWithin(parts: readonly string[], joiner: string, room: number): string[] {
  const joined: string[] = []
  let current: string | undefined
  for (const part of parts) {
    const longer: string = current === undefined ? part : current + joiner + part
    if (current !== undefined && encoded(longer).length > room) {
      joined.push(current)
      current = part
    } else current = longer
  }
  return current === undefined ? joined : [...joined, current]
}

/**
 * Whether a row really satisfies one of the conditions, compared as text. The instance drops query terms that it does not
 * know, and may ignore case.
 */
export function satisfies({ sysId, columns }: Row, anyOf: readonly Condition[]): boolean {
  if (anyOf.length === 0) return true
  return anyOf.some(({ column, operator, value }) => {
    const stored = column === 'sys-id' ? sysId : columns[column]
    if (operator === '=') return stored === value
    return operator === 'LIKE' ? stored?.includes(value) === true : stored?.startsWith(value) === true
  })
}
