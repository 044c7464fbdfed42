import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePkcs12, makeWithKeytool } from '../lab/keystores.ts'
import { issue, issueServer, makeCa, type Ca, type Issued } from '../lab/pki.ts'
import { findProgram } from '../lab/programs.ts'

/** Two companies: acme, whose instance calls, and bank, who is called. */
export interface Setting {
  readonly workspace: string
  readonly secrets: Readonly<Record<string, string>>
  /** The secrets after a renewal: the same names, a new certificate. */
  readonly renewed: Readonly<Record<string, string>>
  readonly acmeRoot: Ca
  readonly bankRoot: Ca
  readonly server: Issued
  /** A client certificate of an authority that the bank does not know. */
  readonly stranger: Issued
}

const SPEC = (instance: string): string => `version: 1
environments:
  dev: { instance: "${instance}" }
keystores:
  bank-client:                 # loaded: a keystore that exists
    password: { secret: BANK_KEYSTORE_PASSWORD }
    source: { keystore: { secret: BANK_KEYSTORE } }
  bank-batch:                  # built from PEM
    password: { secret: BANK_KEYSTORE_PASSWORD }
    source:
      key: { secret: BATCH_KEY }
      certificate: { file: certs/batch.pem }
      chain: [{ file: certs/acme-ca.pem }]
trusted-certificates:
  bank-root:
    certificate: { file: certs/bank-root.pem }
  bank-root-der:
    certificate: { file: certs/bank-root-2.pem }
    format: der
protocol-profiles:
  bankm: { keystore: bank-client, port: 443 }
  batchm: { keystore: bank-batch }
rest-messages:
  Bank Payments: { protocol-profile: bankm }
soap-messages:
  Bank Statements: { protocol-profile: batchm }
`

/** Makes a small PKI, the secrets a user would have, and a checkout with the spec. */
export async function makeSetting(instance: string): Promise<Setting> {
  const acmeRoot = await makeCa({ subject: { O: 'Acme', CN: 'Acme Root CA' } })
  const issuing = await makeCa({ subject: { O: 'Acme', CN: 'Acme Issuing CA' }, issuer: acmeRoot })
  const client = await issue({ subject: { O: 'Acme', CN: 'bank-client.acme.example' }, issuer: issuing })
  const renewedClient = await issue({
    subject: { O: 'Acme', CN: 'bank-client.acme.example' },
    issuer: issuing,
    key: 'renewed',
    days: 180,
  })
  const batch = await issue({ subject: { O: 'Acme', CN: 'bank-batch.acme.example' }, issuer: issuing, keyAlgorithm: 'ec-p256' })
  const bankRoot = await makeCa({ subject: { O: 'Bank', CN: 'Bank Root CA' } })
  const secondRoot = await makeCa({ subject: { O: 'Bank', CN: 'Bank Root CA 2' } })
  const strangersRoot = await makeCa({ subject: 'Somebody else' })
  const password = 'correct-horse-battery-staple-42'

  const workspace = await mkdtemp(join(tmpdir(), 'servicenow-mtls-demo-'))
  await mkdir(join(workspace, 'certs'))
  const files = {
    'servicenow-mtls.yml': SPEC(instance),
    'certs/batch.pem': batch.certificatePem,
    'certs/acme-ca.pem': issuing.certificatePem + acmeRoot.certificatePem,
    'certs/bank-root.pem': bankRoot.certificatePem,
    'certs/bank-root-2.pem': secondRoot.certificatePem,
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(workspace, name), text)

  const keystoreOf = (entry: Issued): Promise<Buffer> =>
    findProgram('keytool') === undefined || findProgram('openssl') === undefined
      ? makePkcs12({ alias: 'bank-client', entry, password })
      : makeWithKeytool({ alias: 'bank-client', entry, password, type: 'JKS' })
  const secrets = {
    BANK_KEYSTORE: (await keystoreOf(client)).toString('base64'),
    BANK_KEYSTORE_PASSWORD: password,
    BATCH_KEY: batch.keyPem,
  }
  return {
    workspace,
    secrets,
    renewed: { ...secrets, BANK_KEYSTORE: (await keystoreOf(renewedClient)).toString('base64') },
    acmeRoot,
    bankRoot,
    server: await issueServer(bankRoot),
    stranger: await issue({ subject: 'stranger', issuer: strangersRoot, keyAlgorithm: 'ec-p256' }),
  }
}
