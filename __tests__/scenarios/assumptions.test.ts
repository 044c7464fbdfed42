import { ASSUMPTIONS, type Assumptions } from '../../emulator/index.ts'
import { runInProcess } from '../support/in-process.ts'
import { keystoreSecret, makeCompanies, openScene, writesOf, type Companies } from '../support/scene.ts'

/** What nobody knows of the real instance must not matter: the whole way under each reading (docs/INSTANCE.md). */

const NAMES = Object.keys(ASSUMPTIONS)

/**
 * Rows of yes and no, as many columns as asked for, in which every two columns have all four pairs. Columns are the halves of
 * the rows that hold the first one, all different: any two of them meet and part (Kleitman and Spencer, 1973).
 */
function pairwise(columns: number): boolean[][] {
  for (let size = 4; ; size += 2) {
    const halves = Array.from({ length: 2 ** (size - 1) }, (_, bits) => bits)
      .filter((bits) => bits.toString(2).replaceAll('0', '').length === size / 2 - 1)
      .slice(0, columns)
    if (halves.length < columns) continue
    return Array.from({ length: size }, (_, row) => halves.map((bits) => row === 0 || ((bits >> (row - 1)) & 1) === 1))
  }
}

/** Row 0 has the other reading of every switch. */
const ROWS = pairwise(NAMES.length)

const READINGS: readonly Partial<Assumptions>[] = ROWS.map(
  (row) => Object.fromEntries(Object.entries(ASSUMPTIONS).map(([name, values], at) => [name, values[row[at] ? 1 : 0]])) as never,
)

test('every two switches are seen in all four settings', () => {
  for (const a of NAMES.keys()) {
    for (const b of NAMES.keys()) {
      if (a < b)
        expect([NAMES[a], NAMES[b], new Set(ROWS.map((row) => `${String(row[a])} ${String(row[b])}`)).size]).toEqual([
          NAMES[a],
          NAMES[b],
          4,
        ])
    }
  }
  expect(ROWS).toHaveLength(8)
})

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})

test.each(READINGS)('the whole way with %j', async (assume) => {
  const scene = await openScene(companies, { assume })
  const admin = scene.instance.store.find('sys_user', 'user_name', 'admin')!
  scene.instance.store.update('sys_user', admin.sys_id, { roles: 'admin,snc_basic_auth_api_access' })
  try {
    const first = await runInProcess(scene, 'apply')
    expect(first.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(first.outcomes.length).toBeGreaterThan(0)
    scene.instance.clearRequests()
    expect((await runInProcess(scene, 'apply')).plan?.changes).toEqual([])
    expect(writesOf(scene.instance)).toEqual([])
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    await scene.write('certs/bank-der.pem', companies.server.certificatePem)
    const rotated = await runInProcess(scene, 'apply')
    expect(rotated.outcomes.map(({ is, change }) => [is, change.kind])).toEqual([
      ['done', 'rotate'],
      ['done', 'rotate'],
    ])
    const verified = await runInProcess(scene, 'verify', { inputs: { 'fail-on-changes': 'true' } })
    expect(verified.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(scene.instance.violations).toEqual([])
  } finally {
    await scene.close()
  }
})
