import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { makePkcs12 } from '../../tools/lab/keystores.ts'
import {
  keystoreSecret,
  makeCompanies,
  openScene,
  problemsOf,
  SPEC,
  writesOf,
  type Companies,
  type Scene,
} from '../support/scene.ts'

let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
})
afterEach(async () => {
  expect(scene.instance.violations).toEqual([])
  await scene.close()
})

interface Case {
  readonly name: string
  readonly code: string
  /** Empty: everything stops. */
  readonly item: string
  readonly prepare: () => unknown
  readonly inputs?: Record<string, string>
  /** Items that are not written; by default the item and what depends on it. */
  readonly says?: string
}

const spec = (from: string, to: string) => (): Promise<void> => scene.spec(SPEC.replace(from, to))
const secret = (name: string, value: string) => (): void => {
  scene.secrets[name] = value
}

const stopsEverything: readonly Case[] = [
  { name: 'no spec', code: 'spec.not-found', item: '', prepare: () => undefined, inputs: { spec: 'none.yml' } },
  {
    name: 'a spec that is a link out of the workspace',
    code: 'spec.not-found',
    item: '',
    prepare: () => symlink('/dev/zero', join(scene.workspace, 'link.yml')),
    inputs: { spec: 'link.yml' },
    says: 'link.yml: is outside the workspace',
  },
  { name: 'broken YAML', code: 'spec.yaml', item: '', prepare: () => scene.spec('version: 1\nkeystores: [') },
  { name: 'an unknown key', code: 'spec.unknown-key', item: 'protocol-profiles.bankm', prepare: spec('port: 443', 'prot: 443') },
  { name: 'a key twice', code: 'spec.duplicate-key', item: '', prepare: () => scene.spec(`${SPEC}rest-messages: {}\n`) },
  {
    name: 'a dangling name',
    code: 'spec.reference',
    item: 'protocol-profiles.batchm',
    prepare: spec('keystore: bank-batch', 'keystore: bank-botch'),
  },
  {
    name: 'an unknown environment',
    code: 'spec.environment',
    item: '',
    prepare: () => undefined,
    inputs: { environment: 'prod' },
  },
  {
    name: 'wrong credentials',
    code: 'instance.unauthenticated',
    item: '',
    prepare: () => undefined,
    inputs: { password: 'wrong-password' },
  },
  {
    name: 'an instance that sleeps',
    code: 'instance.asleep',
    item: '',
    prepare: () => void scene.instance.fault({ at: 1, times: 1000, action: 'sleep-page' }),
  },
  {
    name: 'a host that may not receive credentials',
    code: 'instance.untrusted-host',
    item: '',
    prepare: () => scene.write('servicenow-mtls.yml', SPEC.replace('${INSTANCE}', 'https://acme.service-now.com.evil.example')),
  },
  {
    name: 'a redirect',
    code: 'instance.redirect',
    item: '',
    prepare: () => void scene.instance.fault({ at: 1, times: 1000, action: { redirect: 'https://evil.example/' } }),
  },
  {
    name: 'a dropped column',
    code: 'instance.column-dropped',
    item: '',
    prepare: () => void scene.instance.dropColumn('sys_rest_message', 'protocol_name'),
  },
  {
    name: 'hidden rows',
    code: 'instance.rows-hidden',
    item: '',
    prepare: () => {
      scene.instance.store.insert('sys_certificate', { name: 'bank-client', type: 'key_store', active: 'false' })
      scene.instance.hideRows('sys_certificate', () => true)
    },
  },
]

const stopsOneItem: readonly Case[] = [
  {
    name: 'a missing secret',
    code: 'value.secret-missing',
    item: 'keystores.bank-client',
    prepare: secret('BANK_KEYSTORE', ''),
    says: 'BANK_KEYSTORE',
  },
  {
    name: 'base64 that is none',
    code: 'value.base64',
    item: 'keystores.bank-client',
    prepare: secret('BANK_KEYSTORE', 'not*base64*at*all'),
  },
  {
    name: 'the wrong password',
    code: 'keystore.password',
    item: 'keystores.bank-client',
    prepare: secret('BANK_PASSWORD', 'another-password-of-mine'),
  },
  {
    name: 'bytes that are no keystore',
    code: 'keystore.unreadable',
    item: 'keystores.bank-client',
    prepare: secret('BANK_KEYSTORE', Buffer.alloc(200, 7).toString('base64')),
  },
  {
    name: 'a key that does not match',
    code: 'key.mismatch',
    item: 'keystores.bank-batch',
    prepare: () => secret('BATCH_KEY', companies.mismatched.keyPem)(),
  },
  {
    name: 'an expired certificate',
    code: 'certificate.expired',
    item: 'keystores.bank-client',
    prepare: async () => secret('BANK_KEYSTORE', await keystoreSecret(companies.expired))(),
  },
  {
    name: 'a certificate without clientAuth',
    code: 'certificate.no-client-auth',
    item: 'keystores.bank-client',
    prepare: async () => secret('BANK_KEYSTORE', await keystoreSecret(companies.serverOnly))(),
  },
  {
    name: 'a missing intermediate',
    code: 'chain.incomplete',
    item: 'keystores.bank-batch',
    prepare: () => scene.write('certs/acme.pem', companies.root.certificatePem),
  },
  {
    name: 'a keystore without a key',
    code: 'keystore.no-key',
    item: 'keystores.bank-client',
    prepare: async () =>
      secret(
        'BANK_KEYSTORE',
        (
          await makePkcs12({
            alias: 'x',
            trusted: { root: companies.root.certificateDer },
            password: scene.secrets.BANK_PASSWORD!,
          })
        ).toString('base64'),
      )(),
  },
  {
    name: 'a file that is not there',
    code: 'value.file',
    item: 'trusted-certificates.bank-root',
    prepare: spec('certs/bank-root.pem', 'certs/none.pem'),
  },
  {
    name: 'a file outside the workspace',
    code: 'value.file',
    item: 'trusted-certificates.bank-root',
    prepare: spec('certs/bank-root.pem', '../../../etc/hostname'),
  },
  {
    name: 'a private key in a public file',
    code: 'value.private-in-public',
    item: 'trusted-certificates.bank-root',
    prepare: () => scene.write('certs/bank-root.pem', companies.bankRoot.certificatePem + companies.bankRoot.keyPem),
  },
  {
    name: 'several certificates where one is meant',
    code: 'certificate.several',
    item: 'trusted-certificates.bank-root',
    prepare: () => scene.write('certs/bank-root.pem', companies.issuing.chainPem),
  },
  {
    name: 'a missing REST message',
    code: 'record.missing',
    item: 'rest-messages.Bank Refunds',
    prepare: spec('Bank Payments:', 'Bank Refunds:'),
  },
  {
    name: 'two records of one name',
    code: 'record.ambiguous',
    item: 'soap-messages.Bank Statements',
    prepare: () => void scene.instance.store.insert('sys_soap_message', { name: 'Bank Statements' }),
  },
]

describe('what stops everything before the first write', () => {
  test.each(stopsEverything)('$name: $code', async ({ code, item, prepare, inputs = {}, says = '' }) => {
    await prepare()
    const run = await scene.run('apply', { inputs })
    expect(run.exitCode).toBe(1)
    expect(run.outputs['error-code']).toBe(code)
    expect(problemsOf(run)).toContainEqual(
      expect.objectContaining({ code, severity: 'error', item, message: expect.stringContaining(says) as string }),
    )
    expect(writesOf(scene.instance)).toEqual([])
    expect(run.commands).toContainEqual(
      expect.objectContaining({ name: 'error', properties: expect.objectContaining({ title: code }) }),
    )
    expect(run.summary).toContain(code)
  })
})

describe('what stops one item and what depends on it', () => {
  test.each(stopsOneItem)('$name: $code', async ({ code, item, prepare, says = '' }) => {
    await prepare()
    const run = await scene.run('apply')
    expect(run.exitCode).toBe(1)
    expect(run.outputs['error-code']).toBe(code)
    const errors = problemsOf(run).filter(({ severity }) => severity === 'error')
    expect(errors).toEqual([expect.objectContaining({ code, item })])
    expect(errors[0]?.message).toContain(says)
    expect(errors[0]?.line).toBeGreaterThan(1)
    const name = item.slice(item.indexOf('.') + 1)
    const { store } = scene.instance
    expect(store.rows('sys_certificate').filter((row) => row.name?.startsWith(name))).toEqual([])
    const written = writesOf(scene.instance)
    expect(written.length).toBeGreaterThan(0)
    if (item === 'keystores.bank-client') {
      expect(store.rows('sys_protocol_profile').map(({ protocol }) => protocol)).toEqual(['batchm'])
      expect(store.rows('sys_rest_message')).toEqual([expect.objectContaining({ use_mutual_auth: 'false', protocol_name: '' })])
      expect(store.rows('sys_soap_message')).toEqual([expect.objectContaining({ enable_mutual_auth: 'true' })])
    }
  })

  test('several problems are told at once', async () => {
    scene.secrets.BANK_KEYSTORE = ''
    scene.secrets.BANK_PASSWORD = ''
    scene.secrets.BATCH_KEY = 'nonsense'
    const run = await scene.run('plan')
    expect(
      problemsOf(run)
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['key.unreadable', 'value.secret-missing', 'value.secret-missing'])
  })
})

describe('who may write', () => {
  test.each(['pull_request', 'pull_request_target', 'issue_comment', 'workflow_run'])(
    '%s: apply is refused unless the workflow allows it',
    async (name) => {
      const event = { name, payload: {} }
      const refused = await scene.run('apply', { event })
      expect(refused).toMatchObject({ exitCode: 1, outputs: { 'error-code': 'guard.untrusted-spec' } })
      expect(scene.instance.requests).toEqual([])
      const planned = await scene.run('plan', { event })
      expect(planned.exitCode).toBe(0)
      const allowed = await scene.run('apply', { event, inputs: { 'allow-untrusted-spec': 'true' } })
      expect(allowed.exitCode).toBe(0)
    },
  )
})
