import { keystoreSecret, makeCompanies, openScene, type Companies, type Scene } from '../support/scene.ts'

let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
  scene = await openScene(companies)
  await scene.spec(SPEC)
})
afterAll(() => scene.close())

const SPEC = `version: 1
environments:
  dev: { instance: "\${INSTANCE}" }
keystores:
  bank-client: { password: { secret: BANK_PASSWORD }, source: { keystore: { secret: BANK_KEYSTORE } } }
trusted-certificates:
  bank-root: { certificate: { file: certs/bank-root.pem } }
protocol-profiles:
  bankm: { keystore: bank-client, port: 443 }
rest-messages:
  Bank Payments: { protocol-profile: bankm }
`

/** What differs from run to run is named by what it is. */
const normalised = (line: string): string =>
  line
    .replaceAll(scene.instance.url, 'INSTANCE')
    .replace(/\b[0-9a-f]{64}\b/g, 'SHA256')
    .replace(/[0-9a-f]{32}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\d/g, 'DATE')
    .replace(/smtls\.[0-9a-f]{8}\.dev\.[0-9a-f]{8}\.\d{8}\.[0-9a-f]{16}/g, 'smtls.OWNER.dev.INSTANCE.DAY.CONTENT')
    .replace(/\((new|retired DATE|rolled back DATE) [0-9a-f]{8}\)/g, '($1 H)')
    .replace(/-----BEGIN CERTIFICATE[^"]*/g, 'PEM')
    .replace(/\.jks \d+$/, '.jks BYTES')

/** Reads between two writes do not depend on each other; an instance lists its tables in no order. */
function readsSorted(lines: readonly string[]): string[] {
  const groups: string[][] = [[]]
  for (const line of lines) {
    if (line.startsWith('GET')) groups.at(-1)?.push(line)
    else groups.push([line], [])
  }
  return groups.flatMap((group) => group.sort())
}

/** The requests of a run, in order: one at a time, so that the order is always the same. */
async function conversation(command: string, inputs: Record<string, string> = {}): Promise<string[]> {
  scene.instance.clearRequests()
  const run = await scene.run(command, { inputs: { 'max-parallel': '1', ...inputs } })
  expect({ exitCode: run.exitCode, violations: scene.instance.violations }).toEqual({ exitCode: 0, violations: [] })
  const lines = scene.instance.requests.map(({ method, path, body }) => {
    const short = path.replace(/&?sysparm_(exclude_reference_link|display_value|limit|offset)=[^&]*/g, '').replace('?&', '?')
    return `${method} ${short}${body === undefined ? '' : ` ${JSON.stringify(body)}`}`
  })
  return readsSorted(lines.map(normalised))
}

test('what each command says to an instance', async () => {
  expect(await conversation('plan')).toMatchSnapshot('plan')
  expect(await conversation('apply')).toMatchSnapshot('first apply')
  expect(await conversation('apply')).toMatchSnapshot('apply again')
  expect(await conversation('verify')).toMatchSnapshot('verify')
  scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
  expect(await conversation('apply')).toMatchSnapshot('rotation')
  expect(await conversation('rollback')).toMatchSnapshot('rollback')
  expect(await conversation('destroy', { confirm: 'dev' })).toMatchSnapshot('destroy')
}, 120_000)
