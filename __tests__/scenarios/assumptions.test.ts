import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from '../../src/commands/result.ts'
import { ASSUMPTIONS, type Assumptions } from '../../emulator/index.ts'
import { localIssuer } from '../../src/issuer/local.ts'
import { privateKeyOf } from '../../src/keystore/keystore.ts'
import { readKeystore } from '../../src/keystore/read.ts'
import { SecretValue } from '../../src/redact.ts'
import { Certificate } from '../../src/x509/certificate.ts'
import { toPem } from '../../src/x509/pem.ts'
import { readPrivateKey } from '../../src/x509/private-key.ts'
import { runInProcess } from '../support/in-process.ts'
import {
  keystoreSecret,
  makeCompanies,
  openScene,
  PASSWORD,
  SPEC,
  writesOf,
  type Companies,
  type Scene,
} from '../support/scene.ts'

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

const MORE = `connections:
  Bank Connection: { protocol-profile: bankm }
oauth-providers:
  Bank Login: { protocol-profile: batchm }
issuers: { lab: { local: { certificate: { file: certs/acme.pem }, key: { secret: CA_KEY } } } }
`
const ISSUED = `  issued:
    password: { secret: BANK_PASSWORD }
    source: { issuer: lab, subject: { CN: issued.acme.example }, key-algorithm: ec-p256, validity: 90d }
`
const ASKED = `  asked:
    password: { secret: BANK_PASSWORD }
    source:
      request: true
      subject: { CN: asked.acme.example }
      key-algorithm: ec-p256
`
const SIGNED = `${ASKED}      certificate: { file: certs/asked.pem }
      chain: [{ file: certs/acme.pem }]
`

/** Signs the key that waits on the instance, as people do, and puts the certificate where the spec has it. */
async function sign({ instance: { store }, write }: Scene): Promise<void> {
  const waiting = store.rows('sys_certificate').find(({ name = '' }) => name.startsWith('asked (new '))!
  const [attachment] = store.attachments(waiting.sys_id)
  const password = { store: new SecretValue(PASSWORD, 'password') }
  const { key } = privateKeyOf(await readKeystore(store.attachmentContent(attachment!.sys_id)!, password))
  const { certificateDer, keyPem } = companies.issuing
  const people = localIssuer([Certificate.fromDer(certificateDer)], readPrivateKey(Buffer.from(keyPem)), () => new Date())
  const { publicSpki } = key
  const wish = { csr: '', publicSpki, subject: { CN: 'asked.acme.example' }, names: [], validityMs: 365 * 86_400_000 }
  const [certificate] = (await people.issue(wish)).certificates
  await write('certs/asked.pem', toPem(certificate!))
}

/** A scene with everything that a spec can name, at a time that a test can move on. */
async function openWhole(assume: Partial<Assumptions>) {
  let days = 0
  const now = (): Date => new Date(Date.now() + days * 86_400_000)
  const scene = await openScene(companies, { assume, now })
  const { store } = scene.instance
  const admin = store.find('sys_user', 'user_name', 'admin')!
  store.update('sys_user', admin.sys_id, { roles: 'admin,snc_basic_auth_api_access' })
  store.insert('http_connection', { name: 'Bank Connection', connection_url: 'https://api.bank.example' })
  store.insert('oauth_entity', { name: 'Bank Login', type: 'oauth_provider' })
  const soap_message = store.rows('sys_soap_message')[0]!.sys_id
  store.insert('sys_soap_message_function', { function_name: 'read', soap_message, soap_endpoint: 'https://soap.bank.example' })
  scene.secrets.CA_KEY = companies.issuing.keyPem
  const specWith = (keystores: string): Promise<void> =>
    scene.spec(
      SPEC.replace('trusted-certificates:', `${ISSUED}${keystores}trusted-certificates:`).replace(
        'Bank Statements: { protocol-profile: batchm }',
        'Bank Statements: { protocol-profile: batchm, rewrite-endpoint: true }',
      ) + MORE,
    )
  await specWith('')
  const at = async (command: string, inputs: Record<string, string> = {}): Promise<Result> => {
    scene.instance.clearRequests()
    const result = await runInProcess(scene, command, { inputs, now })
    expect([command, result.problems.filter(({ severity }) => severity === 'error')]).toEqual([command, []])
    expect([command, scene.instance.violations]).toEqual([command, []])
    return result
  }
  const pass = (more: number): void => {
    days += more
  }
  return { scene, specWith, at, pass }
}

const done = ({ outcomes }: Result): string[] => outcomes.map(({ is, change }) => `${is} ${change.kind} ${change.item}`).sort()
const planned = ({ plan }: Result): string[] => plan?.changes.map(({ kind, item }) => `${kind} ${item}`).sort() ?? []

/** Every command, from an empty instance to what is left of it. */
test.each(READINGS)('the whole way with %j', async (assume) => {
  const { scene, specWith, at, pass } = await openWhole(assume)
  try {
    const settled = async (): Promise<void> => {
      expect(planned(await at('apply'))).toEqual([])
      expect(writesOf(scene.instance)).toEqual([])
    }
    // Created, and once more.
    expect(done(await at('apply')).filter((line) => !line.startsWith('done'))).toEqual([])
    await settled()
    // Asked of people, once, and published when they have signed.
    await specWith(ASKED)
    expect(done(await at('csr'))).toEqual(['done create keystores.asked'])
    expect(await at('csr')).toMatchObject({ outcomes: [], requests: [{ name: 'asked' }] })
    await settled()
    await sign(scene)
    await specWith(SIGNED)
    expect(done(await at('apply'))).toEqual(['done create keystores.asked'])
    await settled()
    // Loaded, pasted and attached contents are replaced.
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    await scene.write('certs/bank-der.pem', companies.server.certificatePem)
    await scene.write('certs/bank-root.pem', companies.bankRoot2.certificatePem)
    expect(done(await at('apply'))).toEqual([
      'done rotate keystores.bank-client',
      'done rotate trusted-certificates.bank-der',
      'done rotate trusted-certificates.bank-root',
    ])
    await settled()
    expect(planned(await at('verify', { 'fail-on-changes': 'true' }))).toEqual([])
    // Returned to the one before, which holds; asked for again.
    expect(done(await at('rollback', { only: 'bank-client' }))).toEqual(['done rotate keystores.bank-client'])
    await settled()
    expect(done(await at('apply', { rotate: 'bank-client' }))).toEqual(['done rotate keystores.bank-client'])
    // Renewed in time, and the overlap of the trusted certificates ends.
    pass(61)
    expect(done(await at('apply'))).toEqual([
      'done rotate keystores.issued',
      'done update trusted-certificates.bank-der',
      'done update trusted-certificates.bank-root',
    ])
    await settled()
    // Looked at as a whole: what it warns of is the lifetime of certificates alone.
    const found = (await at('doctor')).problems.map(({ code }) => code)
    expect(found.filter((code) => !['doctor.expiring', 'doctor.expired'].includes(code))).toEqual([])
    // Written down as it is, which then changes nothing.
    const own = await readFile(join(scene.workspace, 'servicenow-mtls.yml'), 'utf8')
    const { exported = [] } = await at('export', { 'instance-url': scene.instance.url, spec: 'none.yml' })
    for (const { path, text } of exported) await scene.write(path, text)
    expect(planned(await at('plan'))).toEqual([])
    // Taken away.
    await scene.write('servicenow-mtls.yml', own)
    await at('destroy', { confirm: 'dev' })
    const { store } = scene.instance
    expect(store.rows('sys_protocol_profile')).toEqual([])
    expect(store.rows('sys_certificate').filter(({ type }) => type !== 'trust_store')).toEqual([])
    expect(store.rows('sys_soap_message_function').map((row) => row.soap_endpoint)).toEqual(['https://soap.bank.example'])
  } finally {
    await scene.close()
  }
})
