import { hasFailed } from '../../src/commands/result.ts'
import { runInProcess } from '../support/in-process.ts'
import { Rounds } from '../support/rounds.ts'
import { keystoreSecret, makeCompanies, openScene, type Companies, type Scene } from '../support/scene.ts'

/** The whole job once: a keystore, a certificate that is trusted, a profile, a REST and a SOAP message. */
const spec = (source: string): string => `version: 1
environments:
  dev: { instance: "\${INSTANCE}" }
keystores:
  bank-client:
    password: { secret: BANK_PASSWORD }
    source: ${source}
trusted-certificates:
  bank-root: { certificate: { file: certs/bank-root.pem } }
protocol-profiles:
  bankm: { keystore: bank-client, port: 443 }
rest-messages:
  Bank Payments: { protocol-profile: bankm }
soap-messages:
  Bank Statements: { protocol-profile: bankm }
issuers:
  lab-ca: { local: { certificate: { file: certs/acme.pem }, key: { secret: CA_KEY } } }
`
const LOADED = '{ keystore: { secret: BANK_KEYSTORE } }'
const ISSUED = '{ issuer: lab-ca, subject: { CN: acme }, key-algorithm: ec-p256, validity: 90d }'

let companies: Companies
let scene: Scene
const open = async (): Promise<void> => {
  scene = await openScene(companies)
  scene.secrets.CA_KEY = companies.issuing.keyPem
}
beforeAll(async () => {
  companies = await makeCompanies()
  // Loads what a run loads on its way: nobody waits for a file between two requests then.
  await open()
  await scene.spec(spec(ISSUED))
  await runInProcess(scene, 'apply')
  await scene.close()
})
beforeEach(open)
afterEach(() => scene.close())

/** How often a command waits for the instance, and how much it asks of it. */
async function talk(command: string, inputs: Record<string, string> = {}): Promise<Rounds> {
  const rounds = new Rounds()
  const result = await runInProcess(scene, command, { inputs, through: (transport) => rounds.before(transport) })
  expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect({ failed: hasFailed(result), violations: scene.instance.violations }).toEqual({ failed: false, violations: [] })
  return rounds
}

const counted = ({ trips, requests }: Rounds): string => `${trips.length} trips, ${requests} requests`

test('a keystore that is there already: as few round trips as the order of the writes leaves', async () => {
  await scene.spec(spec(LOADED))
  const first = await talk('apply')
  expect(counted(first)).toBe('12 trips, 25 requests')
  // Wrong credentials are tried once.
  expect(first.trips[0]).toEqual(['GET /api/now/table/sys_choice'])
  // What methods say is asked beside the first writes, and the look at the password goes with that at the record.
  expect(first.trips.slice(3, 8).map((trip) => trip.sort())).toEqual([
    [
      'GET /api/now/table/sys_rest_message_fn',
      'GET /api/now/table/sys_soap_message_function',
      'POST /api/now/table/sys_certificate',
      'POST /api/now/table/sys_certificate',
    ],
    ['GET /api/now/table/sys_certificate', 'PATCH /api/now/table/sys_certificate/ID'],
    ['PATCH /api/now/table/sys_certificate/ID', 'POST /api/now/attachment/file'],
    ['GET /api/now/attachment', 'GET /api/now/table/sys_certificate'],
    ['PATCH /api/now/table/sys_certificate/ID'],
  ])
  expect(counted(await talk('apply'))).toBe('4 trips, 10 requests')
  scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
  expect(counted(await talk('apply'))).toBe('15 trips, 29 requests')
  await scene.write('certs/bank-root.pem', companies.server.certificatePem)
  expect(counted(await talk('apply'))).toBe('10 trips, 19 requests')
  expect(counted(await talk('rollback'))).toBe('12 trips, 25 requests')
  expect(counted(await talk('destroy', { confirm: 'dev' }))).toBe('15 trips, 34 requests')
})

test('a keystore that is issued', async () => {
  await scene.spec(spec(ISSUED))
  expect(counted(await talk('apply'))).toBe('13 trips, 27 requests')
  expect(counted(await talk('apply'))).toBe('5 trips, 14 requests')
  expect(counted(await talk('apply', { rotate: 'bank-client' }))).toBe('16 trips, 32 requests')
})

test('credentials that lock no account are not tried alone first', async () => {
  await scene.spec(spec(LOADED))
  const user = scene.instance.store.rows('sys_user').find(({ user_name: name }) => name === 'admin')?.sys_id ?? ''
  scene.instance.store.insert('api_key', { name: 'acme', token: 'key-of-acme', user })
  const first = await talk('apply', { username: '', password: '', 'api-key': 'key-of-acme' })
  expect(counted(first)).toBe('11 trips, 25 requests')
})
