import { commentOf, MAX_CHARACTERS, type Provenance } from '../../src/report/comment.ts'
import { historyOf, readHeader, runsAfter, writeHeader } from '../../src/report/header.ts'
import { issueOf, needsIssue } from '../../src/report/issue.ts'
import { summaryOf } from '../../src/report/summary.ts'
import { certificate, change, report } from '../support/reports.ts'

const PROVENANCE: Provenance = {
  spec: 'servicenow-mtls.yml',
  run: '1',
  runUrl: (run) => `https://github.com/acme/integrations/actions/runs/${run}`,
  sha: 'c0ffee0',
  at: '2026-06-01T12:00:00Z',
  artifacts: [],
}
const MANY = Array.from({ length: 3000 }, (_, index) => index)

/** Whole rows of a table: those that begin with `start`. */
const rowsIn = (text: string, start: string): string[] => text.split('\n').filter((line) => line.startsWith(start))
const cutIn = (text: string, what: string): number => Number(new RegExp(`and (\\d+) more ${what},`).exec(text)?.[1] ?? 0)

describe('budgets', () => {
  const problem = { code: 'certificate.expired', severity: 'error', item: '', message: 'm'.repeat(100), hint: 'h' } as const
  const big = report({
    changes: MANY.map((index) =>
      change(`keystores.k${index}`, { columns: [{ column: 'name', from: null, to: 'x'.repeat(400) }] }),
    ),
    certificates: MANY.map((index) => certificate(`k${index}`)),
    problems: MANY.map((index) => ({ ...problem, item: `keystores.k${index}` })),
  })

  test.each([MAX_CHARACTERS, 20_000, 8000, 4000])(
    'a comment of at most %s characters is cut at whole rows, and counts',
    (budget) => {
      const body = commentOf(big, PROVENANCE, undefined, budget)
      expect(body.length).toBeLessThanOrEqual(budget)
      for (const [start, what] of [
        ['| `+` create', 'changes'],
        ['| k', 'certificates'],
        ['| error', 'problems'],
      ] as const) {
        const rows = rowsIn(body, start)
        expect(rows.length + cutIn(body, what)).toBe(MANY.length)
        for (const row of rows) expect(row.endsWith(' |')).toBe(true)
      }
      expect(body).toContain('see the [summary of the run](https://github.com/acme/integrations/actions/runs/1)')
    },
  )

  test('the whole room is used, and what is short is not cut', () => {
    const few = { ...big, problems: big.problems.slice(0, 3), certificates: big.certificates.slice(0, 2) }
    const body = commentOf(few, PROVENANCE, undefined)
    expect(body.length).toBeGreaterThan(MAX_CHARACTERS - 2000)
    expect([cutIn(body, 'problems'), cutIn(body, 'certificates')]).toEqual([0, 0])
  })

  test('a summary of at most 1 MiB of bytes, also where a character has four', () => {
    const keys = MANY.map((index) =>
      change(`keystores.${index}`, { columns: [{ column: 'name', from: null, to: '\u{1f511}'.repeat(240) }] }),
    )
    const summary = summaryOf({ ...big, plan: { ...big.plan!, changes: keys } })
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024)
    expect(Buffer.byteLength(summary)).toBeGreaterThan(900_000)
    expect(rowsIn(summary, '| `+` create').length + cutIn(summary, 'changes')).toBe(MANY.length)
  })

  test('an issue of at most 65,536 characters', () => {
    expect(issueOf(big, PROVENANCE, undefined).length).toBeLessThanOrEqual(MAX_CHARACTERS)
  })
})

describe('the hidden header', () => {
  const line = { run: '1', command: 'plan', at: '2026-06-01T12:00:00Z', sha: 'c0ffee0', said: 'nothing', failed: false }

  test.each(['a --> b', '<!-- -->', '--------', 'x.yml', '日本/"quoted"\\.yml'])(
    '%s comes back, on one line, and ends nothing',
    (spec) => {
      const text = writeHeader({ keeps: 'comment', spec, environment: 'dev', runs: [{ ...line, said: spec }] })
      expect(text.split('\n')).toHaveLength(1)
      expect(text.match(/-->|--!>/g)).toEqual(['-->'])
      expect(text.slice(4, -3)).not.toMatch(/--|[<>]/)
      expect(readHeader(`${text}\nbody`)).toMatchObject({ spec, environment: 'dev' })
    },
  )

  test.each([
    '',
    'body',
    '<!-- {} -->',
    '<!-- {"tool":"servicenow-mtls"} -->',
    '<!-- {"tool": -->',
    'x <!-- {"tool":"servicenow-mtls"} -->',
  ])('there is none in %j', (body) => expect(readHeader(body)).toBeUndefined())

  test('ten runs are kept, the newest first, an attempt in place of the one before', () => {
    let header = { keeps: 'comment', spec: 's', environment: 'dev', runs: [line] } as const as ReturnType<typeof readHeader>
    for (let run = 2; run <= 14; run++) header = { ...header!, runs: runsAfter(header, { ...line, run: String(run) }) }
    expect(header!.runs.map(({ run }) => run)).toEqual(['14', '13', '12', '11', '10', '9', '8', '7', '6', '5'])
    expect(runsAfter(header, { ...line, run: '14', failed: true }).map(({ run }) => run)).toHaveLength(10)
    expect(runsAfter(header, { ...line, run: '14', command: 'apply' })[1]?.run).toBe('14')
  })

  test('what an earlier run said is escaped, whoever changed it since', () => {
    const folded = historyOf([line, { ...line, said: '</details> @everyone [x](y)' }], (run) => run)
    expect(folded.match(/<\/details>/g)).toHaveLength(1)
    expect(folded).not.toMatch(/@everyone|\]\(y\)/)
  })
})

test.each([
  ['nothing to say', {}, false],
  ['drift', { changes: [change('keystores.k')] }, true],
  ['expired', { certificates: [certificate('k', { daysRemaining: -1 })] }, true],
  ['the instance was not reached', { plan: undefined, depth: undefined }, undefined],
])('whether an issue is needed: %s', (_what, wish, needed) => {
  expect(needsIssue(report(wish))).toBe(needed)
})
