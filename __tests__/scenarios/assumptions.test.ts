import type { Assumptions } from '../../emulator/index.ts'
import { keystoreSecret, makeCompanies, openScene, writesOf, type Companies } from '../support/scene.ts'

/** What nobody knows of the real instance must not matter: the whole way under each reading (docs/INSTANCE.md). */
const READINGS: readonly Partial<Assumptions>[] = [
  { queryIgnoresCase: false },
  { attachmentHash: 'empty' },
  { longPassword: 'refuse' },
  { passwordAsValue: 'stored-raw' },
  { countAfterAcl: true },
  { keystoreDates: true },
  { attachmentHash: 'empty', keystoreDates: true, countAfterAcl: true, queryIgnoresCase: false },
]

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})

test.each(READINGS)('the whole way with %j', async (assume) => {
  const scene = await openScene(companies, { assume })
  try {
    expect((await scene.run('apply')).outputs.changes).toBe('{"create":6,"update":2,"rotate":0,"delete":0,"unchanged":0}')
    scene.instance.clearRequests()
    expect((await scene.run('apply')).outputs.changed).toBe('false')
    expect(writesOf(scene.instance)).toEqual([])
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    await scene.write('certs/bank-der.pem', companies.server.certificatePem)
    expect((await scene.run('apply')).outputs.changes).toBe('{"create":0,"update":0,"rotate":2,"delete":0,"unchanged":6}')
    expect(await scene.run('verify', { inputs: { 'fail-on-changes': 'true' } })).toMatchObject({ exitCode: 0 })
    expect(scene.instance.violations).toEqual([])
  } finally {
    await scene.close()
  }
})
