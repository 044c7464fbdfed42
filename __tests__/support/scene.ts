import { canonicalKeystore } from '../../src/keystore/canonical.ts'
import { SecretValue } from '../../src/redact.ts'
import { readCertificates } from '../../src/x509/pem.ts'
import { readPrivateKey } from '../../src/x509/private-key.ts'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startEmulator, type Emulator, type EmulatorOptions, type Row, type Snapshot } from '../../emulator/index.ts'
import { makePkcs12 } from '../../tools/lab/keystores.ts'
import { daysFromNow, issue, issueServer, makeCa, withKeyOf, type Ca, type Issued } from '../../tools/lab/pki.ts'
import { runAction, type ActionOptions, type ActionRun } from '../../tools/lab/runner.ts'

export const PASSWORD = 'correct-horse-battery-staple-42'

/** Two companies: acme calls, bank is called. Made once a test file, keys of EC for speed. */
export interface Companies {
  readonly root: Ca
  readonly issuing: Ca
  readonly client: Issued
  readonly renewed: Issued
  readonly batch: Issued
  readonly expired: Issued
  readonly serverOnly: Issued
  readonly mismatched: Issued
  readonly bankRoot: Ca
  readonly bankRoot2: Ca
  readonly server: Issued
}

export async function makeCompanies(): Promise<Companies> {
  const root = await makeCa({ subject: { O: 'Acme', CN: 'Acme Root CA' } })
  const issuing = await makeCa({ subject: { O: 'Acme', CN: 'Acme Issuing CA' }, issuer: root })
  const bankRoot = await makeCa({ subject: { O: 'Bank', CN: 'Bank Root CA' } })
  const ec = { issuer: issuing, keyAlgorithm: 'ec-p256' } as const
  const client = await issue({
    ...ec,
    subject: { O: 'Acme', CN: 'bank-client.acme.example' },
    keyAlgorithm: 'rsa-2048',
    days: 200,
  })
  const batch = await issue({ ...ec, subject: { O: 'Acme', CN: 'bank-batch.acme.example' } })
  return {
    root,
    issuing,
    client,
    batch,
    renewed: await issue({ ...ec, subject: { O: 'Acme', CN: 'bank-client.acme.example' }, key: 'renewed', days: 180 }),
    expired: await issue({ ...ec, subject: 'expired', notBefore: daysFromNow(-60), notAfter: daysFromNow(-1) }),
    serverOnly: await issue({ ...ec, subject: 'server only', eku: ['serverAuth'] }),
    mismatched: withKeyOf(batch, await issue({ ...ec, subject: 'another' })),
    bankRoot,
    bankRoot2: await makeCa({ subject: { O: 'Bank', CN: 'Bank Root CA 2' } }),
    server: await issueServer(bankRoot),
  }
}

export const SPEC = `version: 1
environments:
  dev: { instance: "\${INSTANCE}" }
keystores:
  bank-client:
    password: { secret: BANK_PASSWORD }
    source: { keystore: { secret: BANK_KEYSTORE } }
  bank-batch:
    password: { secret: BATCH_PASSWORD }
    source:
      key: { secret: BATCH_KEY }
      certificate: { file: certs/batch.pem }
      chain: [{ file: certs/acme.pem }]
trusted-certificates:
  bank-root: { certificate: { file: certs/bank-root.pem } }
  bank-der: { certificate: { file: certs/bank-der.pem }, format: der }
protocol-profiles:
  bankm: { keystore: bank-client, port: 443 }
  batchm: { keystore: bank-batch }
rest-messages:
  Bank Payments: { protocol-profile: bankm }
soap-messages:
  Bank Statements: { protocol-profile: batchm }
`

export type Secrets = Record<string, string>

/** A checkout and an instance, as a job finds them. */
export interface Scene {
  readonly instance: Emulator
  readonly workspace: string
  /** What the step has in `env:`; a test changes it as a person would change the repository's secrets. */
  readonly secrets: Secrets
  write(file: string, text: string): Promise<void>
  /** Writes the spec; `${INSTANCE}` is the instance's URL. */
  spec(text: string): Promise<void>
  run(command: string, options?: Partial<ActionOptions>): Promise<ActionRun>
  close(): Promise<void>
}

const made = new WeakMap<Issued, Map<string, Promise<string>>>()

/**
 * base64 of a PKCS#12 with the key and the whole chain, as a repository secret has it but for the iterations: every run pays for them.
 * Made once for each entry and password.
 */
export function keystoreSecret(entry: Issued, password = PASSWORD): Promise<string> {
  const known = made.get(entry) ?? new Map<string, Promise<string>>()
  made.set(entry, known)
  const secret =
    known.get(password) ?? makePkcs12({ alias: 'bank-client', entry, password }, 100).then((bytes) => bytes.toString('base64'))
  known.set(password, secret)
  return secret
}

/** The same as JKS, whose certificates everybody can read. */
export async function jksOf(entry: Issued, password = PASSWORD): Promise<Buffer> {
  const parts = {
    key: readPrivateKey(Buffer.from(entry.keyPem)),
    certificates: readCertificates(Buffer.from(entry.chainPem)),
  }
  const made = await canonicalKeystore(parts, {
    type: 'jks',
    alias: 'bank-client',
    password: new SecretValue(password, 'password'),
  })
  return made.bytes
}

export async function openScene(companies: Companies, options: EmulatorOptions = {}): Promise<Scene> {
  const instance = await startEmulator(options)
  const workspace = await mkdtemp(join(tmpdir(), 'smtls-scene-'))
  instance.store.insert('sys_rest_message', { name: 'Bank Payments', rest_endpoint: 'https://api.bank.example/payments' })
  instance.store.insert('sys_soap_message', { name: 'Bank Statements' })
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(workspace, file)), { recursive: true })
    await writeFile(join(workspace, file), text)
  }
  const scene: Scene = {
    instance,
    workspace,
    secrets: {
      BANK_KEYSTORE: await keystoreSecret(companies.client),
      BANK_PASSWORD: PASSWORD,
      BATCH_PASSWORD: `${PASSWORD}-batch`,
      BATCH_KEY: companies.batch.keyPem,
    },
    write,
    spec: (text) => write('servicenow-mtls.yml', text.replaceAll('${INSTANCE}', instance.url)),
    run: (command, { inputs, ...rest } = {}) =>
      runAction({
        workspace,
        env: scene.secrets,
        ...rest,
        inputs: { command, environment: 'dev', username: 'admin', password: 'admin', ...inputs },
      }),
    close: async () => {
      await instance.close()
      await rm(workspace, { recursive: true, force: true })
    },
  }
  await write('certs/batch.pem', companies.batch.certificatePem)
  await write('certs/acme.pem', companies.issuing.certificatePem + companies.root.certificatePem)
  await write('certs/bank-root.pem', companies.bankRoot.certificatePem)
  await write('certs/bank-der.pem', companies.bankRoot2.certificatePem)
  await scene.spec(SPEC)
  return scene
}

/** The writes that the instance has seen, as `METHOD table`. */
export const writesOf = (instance: Emulator): string[] =>
  instance.requests.filter(({ write }) => write).map(({ method, table = '' }) => `${method} ${table}`)

interface TestedProblem {
  readonly code: string
  readonly severity: string
  readonly item: string
  readonly message: string
  readonly hint: string
  readonly line: number | null
}

export const problemsOf = (run: ActionRun): TestedProblem[] => JSON.parse(run.outputs.problems ?? '[]') as TestedProblem[]

/** What is on the instance, without what differs from run to run. */
export function stateOf(instance: Emulator): unknown {
  const { store } = instance
  const certificates = store.rows('sys_certificate')
  const nameOf = new Map(certificates.map((row) => [row.sys_id, row.name ?? '']))
  const profiles = new Map(store.rows('sys_protocol_profile').map((row) => [row.sys_id, row.protocol ?? '']))
  const sorted = (rows: unknown[]): unknown[] => rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return {
    certificates: sorted(
      certificates.map((row) => ({
        name: row.name,
        type: row.type,
        active: row.active,
        pem: row.pem_certificate,
        attachments: store.attachments(row.sys_id).map(({ file_name, hash }) => ({ file_name, hash })),
      })),
    ),
    profiles: sorted(
      store.rows('sys_protocol_profile').map((row) => ({
        protocol: row.protocol,
        port: row.default_port,
        keystore: nameOf.get(row.keystore ?? '') ?? 'dangling',
      })),
    ),
    messages: [
      ...store.rows('sys_rest_message').map((row) => ({
        name: row.name,
        on: row.use_mutual_auth,
        profile: profiles.get(row.protocol_name ?? '') ?? row.protocol_name,
      })),
      ...store.rows('sys_soap_message').map((row) => ({
        name: row.name,
        on: row.enable_mutual_auth,
        profile: profiles.get(row.protocol_profile ?? '') ?? row.protocol_profile,
      })),
    ],
  }
}

/**
 * Everything that has changed on the instance since a snapshot, as a text: ids by the order in which they are met, passwords in clear,
 * without times. From the same text the next run starts the same.
 */
export function changesSince(start: Snapshot, { store, snapshot }: Emulator): string {
  const changed = [...snapshot().tables].flatMap(([table, rows]) => {
    const before = start.tables.get(table)
    const gone = [...(before?.keys() ?? [])].filter((sysId) => !rows.has(sysId))
    const rest = [...rows.values()].filter((row) => before?.get(row.sys_id) !== row)
    const clear = (row: Row) => table === 'sys_certificate' && store.password(table, row.sys_id, 'key_store_password')
    return [...gone.map((sysId) => [table, sysId]), ...rest.map((row) => [table, { ...row, key_store_password: clear(row) }])]
  })
  const ids = new Map<string, string>()
  const idOf = (sysId: string): string => {
    const known = [...start.tables.values()].some((rows) => rows.has(sysId)) ? sysId : (ids.get(sysId) ?? `new ${ids.size}`)
    ids.set(sysId, known)
    return known
  }
  return JSON.stringify(changed)
    .replaceAll(/\b[0-9a-f]{32}\b/g, idOf)
    .replaceAll(/\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\b/g, 'TIME')
}
