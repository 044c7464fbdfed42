import { chmod } from 'node:fs/promises'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { startPartner, type Partner } from '../../tools/lab/partner.ts'
import { issue, makeCa, type Ca } from '../../tools/lab/pki.ts'
import { makeCompanies, type Companies } from '../support/scene.ts'
import { openLab, recipe, saidBy, type Lab, type WorkflowRun } from '../support/recipes.ts'
import { describeWith } from '../support/tools.ts'

/** The specs and workflows of examples/, as they stand there, step by step through the bundle and against local instances. */

let companies: Companies
let lab: Lab
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  lab = await openLab(companies, ['acmedev', 'acme'])
  await lab.write('certs/bank-root.pem', companies.bankRoot.certificatePem)
})
afterEach(async () => {
  expect(Object.values(lab.instances).flatMap(({ violations }) => violations)).toEqual([])
  await lab.close()
  expect(lab.forbidden).toEqual([])
})

const example = (name: string): string => readFileSync(join('examples', name), 'utf8')
const workflow = (name: string, options: WorkflowRun = {}) =>
  lab.workflow(example(`workflows/${name}`), { event: 'workflow_dispatch', ...options })

describeWith('nginx', 'renewing.yml with its workflows', () => {
  let partner: Partner
  let root: Ca
  beforeEach(async () => {
    root = await makeCa({ subject: { O: 'Acme', CN: 'Acme Root CA' } })
    partner = await startPartner({ server: companies.server, clientCa: root.certificatePem, kind: 'nginx' })
    lab.places['https://api.bank.example'] = partner.url
    await lab.write('servicenow-mtls.yml', example('renewing.yml'))
    await lab.write('ca/ca.pem', root.certificatePem)
    await lab.write('ca/ca.key', root.keyPem)
    // The company's own script, of which the example only says what it has to do.
    await lab.write(
      'scripts/sign.sh',
      `#!/usr/bin/env bash
set -euo pipefail
[ "$CA_TOKEN" = the-token-of-the-ca ]
cat > ca/request.csr
printf 'keyUsage=critical,digitalSignature\\nextendedKeyUsage=clientAuth\\nsubjectAltName=DNS:bank-client.prod.acme.example\\n' > ca/client.cnf
openssl x509 -req -in ca/request.csr -CA ca/ca.pem -CAkey ca/ca.key -CAcreateserial -days 90 -extfile ca/client.cnf
cat ca/ca.pem
`,
    )
    await chmod(join(lab.workspace, 'scripts/sign.sh'), 0o755)
    lab.secrets.CA_TOKEN = 'the-token-of-the-ca'
    lab.secrets.COURIER_KEYSTORE_PASSWORD = 'another-long-password-of-20'
    lab.instances.acme!.store.insert('sys_rest_message', { name: 'Courier Labels' })
  })
  afterEach(() => partner.close())

  test('the weekly apply issues and the partner accepts, the nightly verify is content, a stolen key is replaced', async () => {
    const run = (id: string): WorkflowRun => ({ env: { GITHUB_RUN_ID: id, PATH: process.env.PATH ?? '' } })
    expect(saidBy(await workflow('weekly-apply.yml', run('1')))).toEqual(['renew: apply 0'])
    expect(partner.requests.length).toBeGreaterThan(0)
    const [nightly] = await workflow('nightly-verify.yml', run('2'))
    expect([nightly?.exitCode, nightly?.outputs.changed, nightly?.outputs['days-to-expiry']]).toEqual([0, 'false', '89'])
    expect((await workflow('weekly-apply.yml', run('3')))[0]?.outputs.changed).toBe('false')
    const rekey = await workflow('emergency-rekey.yml', { ...run('4'), inputs: { keystore: 'bank-client' } })
    expect(saidBy(rekey)).toEqual(['rekey: apply 0'])
    expect(saidBy(await workflow('nightly-verify.yml', run('5')))).toEqual(['verify: verify 0'])
  })
})

test('request.yml makes the request of the recipe', async () => {
  await lab.write('servicenow-mtls.yml', recipe('docs/recipes/offline-ca.md').spec)
  const [run] = await workflow('request.yml')
  expect([run?.exitCode, run?.outputs.changed]).toEqual([0, 'true'])
})

describeWith('bash', 'specs', () => {
  test('servicenow-mtls.yml: applied to the instances of both environments', async () => {
    const payroll = await issue({ issuer: companies.issuing, subject: { O: 'Acme', CN: 'payroll.acme.example' } })
    for (const environment of ['dev', 'prod']) await lab.write(`certs/${environment}/payroll.pem`, payroll.certificatePem)
    await lab.write('certs/issuing-ca.pem', companies.issuing.certificatePem)
    await lab.write('certs/root-ca.pem', companies.root.certificatePem)
    const { BANK_KEYSTORE = '', BANK_KEYSTORE_PASSWORD = '' } = lab.secrets
    Object.assign(lab.secrets, {
      BANK_KEYSTORE_PROD: BANK_KEYSTORE,
      BANK_KEYSTORE_PASSWORD_PROD: BANK_KEYSTORE_PASSWORD,
      PAYROLL_KEYSTORE_PASSWORD: 'another-long-password-of-20',
      PAYROLL_KEY: payroll.keyPem,
    })
    for (const { store } of Object.values(lab.instances)) {
      store.insert('sys_soap_message', { name: 'Bank Statements' })
      const scope = store.insert('sys_scope', { scope: 'x_acme_payroll', name: 'Payroll' })
      store.insert('sys_soap_message', { name: 'Payroll Export', sys_scope: scope.sys_id })
      for (const row of store.rows('sys_rest_message'))
        store.update('sys_rest_message', row.sys_id, { rest_endpoint: 'https://api.bank.example/payments' })
    }
    await lab.write('servicenow-mtls.yml', example('servicenow-mtls.yml'))
    for (const environment of ['dev', 'prod'])
      expect(await lab.shell(`npx servicenow-mtls apply --environment ${environment}`)).toMatchObject({ exitCode: 0 })
  })

  test('smallest.yml is applied', async () => {
    await lab.write(
      'smallest.yml',
      example('smallest.yml').replace('instance: acmedev', 'instance: https://acmedev.service-now.com'),
    )
    const apply = await lab.shell('npx servicenow-mtls apply --spec smallest.yml')
    expect(apply).toMatchObject({ exitCode: 0 })
    expect(lab.instances.acmedev!.store.find('sys_rest_message', 'name', 'Bank Payments')?.use_mutual_auth).toBe('true')
  })
})

test('every example and every recipe with a workflow is run', () => {
  const tests = ['recipes.test.ts', 'recipes-renewal.test.ts', 'examples.test.ts']
  const text = tests.map((name) => readFileSync(join('__tests__/scenarios', name), 'utf8')).join('\n')
  const recipes = readdirSync('docs/recipes').filter((name) => recipe(join('docs/recipes', name)).workflows.length > 0)
  expect(recipes.length).toBeGreaterThan(10)
  const examples = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yml'))
  for (const name of [...recipes, ...examples.map((path) => basename(path))]) expect(text).toContain(`'${name}`)
})
