import { daysUntil, formatTime, hexPairs } from '../../src/x509/format.ts'

test('times are UTC to the second', () => {
  expect(formatTime(new Date('2026-02-03T04:05:06.789Z'))).toBe('2026-02-03T04:05:06Z')
})

test('fingerprints are upper-case pairs with colons', () => {
  expect([hexPairs('ba7816bf8f01'), hexPairs('')]).toEqual(['BA:78:16:BF:8F:01', ''])
})

test.each([
  ['2026-06-02T00:00:00Z', 1],
  ['2026-06-01T23:59:59Z', 0],
  ['2026-06-01T00:00:00Z', 0],
  ['2026-05-31T23:59:59Z', -1],
  ['2026-07-01T12:00:00Z', 30],
])('days until %s are %d', (date, days) => {
  expect(daysUntil(new Date(date), new Date('2026-06-01T00:00:00Z'))).toBe(days)
})
