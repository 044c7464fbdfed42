import { namedColumn, namedValue, namesIn } from '../../src/plan/known-names.ts'
import type { Observed } from '../../src/plan/observed.ts'
import { change } from '../support/reports.ts'

const [OLD, UNSEEN, BOB] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)]

const observed = {
  certificates: [{ sysId: OLD, columns: { name: 'bank-client' } }],
  profiles: [],
  people: new Map([['bob', { table: 'sys_user', sysIds: [BOB] }]]),
} as unknown as Observed

test('a record is known by its name where that was read, and only where a change mentions it', () => {
  const columns = [{ column: `active of ${OLD}`, from: 'true', to: 'false' }]
  const names = namesIn([change('keystores.bank-client', { columns })], observed)
  expect([...names]).toEqual([[OLD, 'bank-client']])
  expect(namedValue(OLD, names)).toBe(`bank-client (${OLD})`)
  expect(namedValue(`${OLD},${UNSEEN}`, names)).toBe(`bank-client (${OLD}), ${UNSEEN}`)
  expect(namedValue(`text of ${OLD}`, names)).toBe(`text of ${OLD}`)
  expect(namedColumn(`active of ${OLD}`, columns, names)).toBe(`active of bank-client (${OLD})`)
  const renamed = [...columns, { column: `name of ${OLD}`, from: 'bank-client', to: 'bank-client (retired 2026-01-01 00000000)' }]
  expect(namedColumn(`active of ${OLD}`, renamed, names)).toBe(`active of ${OLD}`)
})

test('people who are told are known by what the spec calls them', () => {
  const columns = [{ column: 'notify_on_expiration', from: UNSEEN, to: BOB }]
  expect([...namesIn([change('keystores.bank-client', { columns })], observed)]).toEqual([[BOB, 'bob']])
})
