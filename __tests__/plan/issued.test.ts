import { familyOf, type Member } from '../../src/plan/family.ts'
import { renewalOf, settleIssued, type Rotation, type Settled } from '../../src/plan/issued.ts'
import { formatMark, identityOf } from '../../src/plan/mark.ts'
import type { Observed, OpenedContent } from '../../src/plan/observed.ts'
import type { WantedIssued } from '../../src/plan/wanted.ts'
import type { Attachment, Row, SysId } from '../../src/plan/ports.ts'

const DAY = 86_400_000
const START = new Date('2026-01-01T00:00:00Z').getTime()
const day = (days: number): Date => new Date(START + days * DAY)
const iso = (days: number): string => day(days).toISOString().replace('.000Z', 'Z')
const date = (days: number): string => iso(days).slice(0, 10)

const identity = identityOf('acme/integrations', 'dev', 'https://acmedev.service-now.com', 'acmedev')
const terms = { handoverMs: 0, renewBeforeMs: undefined, passwordLength: 12 }
const wanted = (more: Partial<WantedIssued> = {}): WantedIssued => ({
  name: 'bank',
  at: { file: 'servicenow-mtls.yml', line: 1, column: 1 },
  type: 'jks',
  findings: [],
  accept: [],
  keepPrevious: 1,
  warnInDays: undefined,
  ...terms,
  ...more,
})

/** A record with an issued keystore of 90 days. */
interface There {
  readonly name: string
  readonly active?: boolean
  /** The day on which its certificate began. */
  readonly from: number
  readonly runId?: string
  readonly opens?: boolean
}

function settle(there: readonly There[], now: Date, rotation: Partial<Rotation> = {}, more: Partial<WantedIssued> = {}): Settled {
  const hashOf = (index: number): string => `${index + 1}`.repeat(64)
  const rows = there.map(({ name, active = false }, index): Row => {
    const columns = { name, active: String(active), type: 'jks' }
    return { sysId: `${index}`.repeat(32) as SysId, columns }
  })
  const attachments = new Map(
    rows.map(({ sysId }, index): [SysId, Attachment[]] => {
      const { from, runId } = there[index]!
      const fileName = formatMark(identity, iso(from + 90), hashOf(index), 'jks', runId)
      return [sysId, [{ sysId, fileName, hash: hashOf(index) } as never]]
    }),
  )
  const opened = new Map(
    rows.map(({ sysId }, index): [SysId, OpenedContent] => {
      const { from, opens = true } = there[index]!
      if (!opens) return [sysId, { kind: 'unreadable', why: 'its password is another' }]
      const leaf = { notBefore: iso(from), notAfter: iso(from + 90) } as never
      const facts = { sha256: hashOf(index), leaf, root: 'AA', differs: [], findings: [] }
      return [sysId, { kind: 'issued', facts }]
    }),
  )
  const facts = { certificateTypes: { jks: 'jks', pkcs12: 'pkcs12', trusted: 'trusted' } }
  const observed = { facts, certificates: rows, attachments, opened, profiles: [], references: new Map() } as unknown as Observed
  const family: Member[] = familyOf(observed, identity, 'keystore', 'bank')
  return settleIssued(wanted(more), family, observed, { now, rotation: { rotate: [], purge: [], runId: undefined, ...rotation } })
}

const OLD = '1'.repeat(64)
const OTHER = '2'.repeat(64)
const NEW = ''

describe('after a rollback', () => {
  const rolledBack = (on: number): There[] => [
    { name: 'bank', active: true, from: 0 },
    { name: `bank (rolled back ${date(on)} 22222222)`, from: on, runId: '5' },
  ]

  test('what was rolled back is held back, and the certificate in use is renewed before it ends', () => {
    expect(settle(rolledBack(10), day(59))).toMatchObject({ sha256: OTHER, atOnce: false })
    expect(settle(rolledBack(10), day(61))).toMatchObject({ sha256: NEW, reason: 'renewal-due' })
    // It was due when it was rolled back: half of the time that was left.
    expect(settle(rolledBack(62), day(75))).toMatchObject({ sha256: OTHER, atOnce: false })
    expect(settle(rolledBack(62), day(76))).toMatchObject({ sha256: NEW, reason: 'renewal-due' })
    expect(settle(rolledBack(62), day(75)).findings).toMatchObject([
      {
        code: 'keystore.renewal',
        message: expect.stringMatching(/^valid for 15 days, .*; renewed in 1 day, from 2026-03-18 on$/),
      },
    ])
  })

  test('a run that had it made does not publish it again when that is run again', () => {
    const rotate = ['bank']
    expect(settle(rolledBack(10), day(11), { rotate, runId: '5' })).toMatchObject({ sha256: OTHER, atOnce: false })
    const copied = { name: `bank (rolled back ${date(10)} 22222222)` }
    expect(settle(rolledBack(10), day(11), { rotate, runId: '6' })).toMatchObject({ sha256: NEW, atOnce: true, copied })
    expect(settle(rolledBack(10), day(11), { rotate })).toMatchObject({ sha256: OTHER, atOnce: true })
  })

  test('a purge has no use for the old key, whichever run made the new one', () => {
    expect(settle(rolledBack(10), day(11), { purge: ['bank'], runId: '5' })).toMatchObject({ sha256: OTHER, atOnce: true })
    expect(settle(rolledBack(10), day(80), { purge: ['bank'], runId: '5' })).toMatchObject({ sha256: OTHER, atOnce: true })
    expect(settle(rolledBack(10), day(11), { purge: ['bank'], runId: '6' })).toMatchObject({ sha256: NEW, atOnce: true })
  })
})

describe('what waits for its handover', () => {
  const waits = (opens = true): There[] => [
    { name: 'bank', active: true, from: 0, opens },
    { name: 'bank (new 22222222)', from: 61, runId: '5' },
  ]

  test('is used at once where the one in use is purged, by the run that made it, too', () => {
    expect(settle(waits(), day(61), { purge: ['bank'], runId: '5' })).toMatchObject({ sha256: OTHER, atOnce: true })
    expect(settle(waits(), day(61), { purge: ['bank'], runId: '6' })).toMatchObject({ sha256: NEW, atOnce: true })
    expect(settle(waits(), day(61), { rotate: ['bank'], runId: '5' })).toMatchObject({ sha256: OTHER, atOnce: false })
    expect(settle(waits(), day(61))).toMatchObject({ sha256: OTHER, atOnce: false, findings: [] })
  })

  test('goes on where the one in use cannot be opened, which is told', () => {
    const { sha256, findings } = settle(waits(false), day(61))
    expect([sha256, findings]).toMatchObject([OTHER, [{ code: 'keystore.in-use-unreadable', severity: 'warning' }]])
    const alone = waits(false).slice(0, 1)
    expect(settle(alone, day(61)).findings).toMatchObject([{ severity: 'error' }])
    expect(settle(alone, day(61), { purge: ['bank'] })).toMatchObject({ sha256: NEW, atOnce: true })
    expect(settle(alone, day(61), { rotate: ['bank'] })).toMatchObject({ sha256: NEW, atOnce: false })
  })
})

test.each<[string, number, number | undefined, number, number]>([
  ['two thirds', 90, undefined, 0, 60],
  ['what is asked for', 90, 20, 0, 70],
  ['a handover with a week before and after it', 90, 20, 14, 60],
  ['a short one with a week after its handover', 40, 16, 7, 24],
  ['one that is shorter than its handover', 9, undefined, 7, 6],
])('renewal begins at %s', (_, lasts, before, handover, due) => {
  const leaf = { notBefore: iso(0), notAfter: iso(lasts) }
  const renewBeforeMs = before === undefined ? undefined : before * DAY
  expect(renewalOf(leaf, { renewBeforeMs, handoverMs: handover * DAY })).toEqual(day(due))
})

test('what is right is left alone', () => {
  expect(settle([{ name: 'bank', active: true, from: 0 }], day(30))).toMatchObject({ sha256: OLD, notes: [] })
})
