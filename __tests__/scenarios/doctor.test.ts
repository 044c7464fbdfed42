import type { Emulator } from '../../emulator/index.ts'
import { issue, type Issued } from '../../tools/lab/pki.ts'
import { runCli } from '../../tools/lab/runner.ts'
import { runInProcess } from '../support/in-process.ts'
import {
  jksOf,
  keystoreSecret,
  makeCompanies,
  openScene,
  problemsOf,
  writesOf,
  type Companies,
  type Scene,
} from '../support/scene.ts'

/** An instance that works, and a dozen and more that are sick in one way each: what is said of it, and nothing else. */

let companies: Companies
let scene: Scene
let justExpired: Issued
let expiredJks: Buffer
let opaque: Buffer
beforeAll(async () => {
  companies = await makeCompanies()
  expiredJks = await jksOf(companies.expired)
  opaque = Buffer.from(await keystoreSecret(companies.client), 'base64')
  const notAfter = new Date(Math.floor(Date.now() / 1000) * 1000 - 5000)
  justExpired = await issue({ issuer: companies.issuing, subject: 'late', notBefore: new Date('2026-01-01'), notAfter })
})
beforeEach(async () => {
  scene = await openScene(companies)
  await runInProcess(scene, 'apply')
  scene.instance.clearRequests()
})
afterEach(() => scene.close())

const lines = (problems: readonly { severity: string; code: string; message: string; hint: string }[]): string[] => {
  for (const { hint } of problems) expect(hint).not.toBe('')
  return problems.map(({ severity, code, message }) => `${severity} ${code} ${message.replaceAll(/[0-9a-f]{32}/g, 'ID')}`)
}

async function examined(inputs: Record<string, string> = {}): Promise<string[]> {
  return lines((await runInProcess(scene, 'doctor', { inputs })).problems)
}

test('a healthy instance: nothing is wrong, and nothing is written', async () => {
  expect(await examined()).toEqual([])
  expect(writesOf(scene.instance)).toEqual([])
})

const HARM = 'a broken active record fails LDAP and mail connections of the whole instance'
const idOf = ({ store }: Emulator, table: string, name: string): string =>
  store.rows(table).find((row) => row.name === name || row.protocol === name)!.sys_id

const SICK: readonly [string, (instance: Emulator) => void, readonly string[]][] = [
  [
    'an active keystore without attachment',
    ({ store }) => void store.insert('sys_certificate', { name: 'old', type: 'key_store', key_store_password: 'x' }),
    [`error doctor.broken-keystore the active keystore old (ID) has 0 attachments instead of one: ${HARM}`],
  ],
  [
    'an active keystore with two attachments',
    (instance) => {
      const sysId = idOf(instance, 'sys_certificate', 'bank-client')
      instance.store.putAttachment({ table: 'sys_certificate', sysId, fileName: 'a.jks', content: Buffer.from('a') })
    },
    [`error doctor.broken-keystore the active keystore bank-client (ID) has 2 attachments instead of one: ${HARM}`],
  ],
  [
    'an active keystore without a password',
    (instance) =>
      void instance.store.update('sys_certificate', idOf(instance, 'sys_certificate', 'bank-client'), { key_store_password: '' }),
    [`error doctor.broken-keystore the active keystore bank-client (ID) has no password: ${HARM}`],
  ],
  [
    'an expired trusted certificate that nobody looks at',
    ({ store }) => void store.insert('sys_certificate', { name: 'gone', pem_certificate: companies.expired.certificatePem }),
    [
      expect.stringMatching(
        /^warning doctor.expired the active trusted certificate gone \(ID\) has expired on 20\d\d-\d\d-\d\d: calls that need it fail$/,
      ) as never,
    ],
  ],
  [
    'an active certificate whose text is none',
    ({ store }) => void store.insert('sys_certificate', { name: 'garbage', pem_certificate: 'no certificate' }),
    [
      'warning doctor.broken-certificate the text of the active certificate garbage (ID) is no certificate: it is loaded and trusts nobody',
    ],
  ],
  [
    'a certificate that expired some seconds ago',
    ({ store }) => void store.insert('sys_certificate', { name: 'late', pem_certificate: justExpired.certificatePem }),
    [expect.stringMatching(/^warning doctor.expired the active trusted certificate late \(ID\) has expired on 20/) as never],
  ],
  [
    'a keystore of which only the day is known on which it expires: today',
    (instance) => {
      const { store } = instance
      const [file] = store.attachments(idOf(instance, 'sys_certificate', 'bank-batch'))
      const fileName = file!.file_name!.replace(/\.\d{8}\./, `.${new Date().toISOString().slice(0, 10).replaceAll('-', '')}.`)
      store.insert('sys_certificate', { name: 'bank-today', type: 'key_store', key_store_password: 'x' })
      const sysId = idOf(instance, 'sys_certificate', 'bank-today')
      store.putAttachment({ table: 'sys_certificate', sysId, fileName, content: Buffer.from('x') })
    },
    ['warning doctor.expiring the active keystore bank-today (ID) expires today, if it has not already'],
  ],
  [
    'active certificates without text: one without a file, one whose file is none',
    ({ store }) => {
      store.insert('sys_certificate', { name: 'empty', format: 'der' })
      const { sys_id: sysId } = store.insert('sys_certificate', { name: 'odd', format: 'der' })
      store.putAttachment({ table: 'sys_certificate', sysId, fileName: 'odd.cer', content: Buffer.from('no certificate') })
    },
    [
      'warning doctor.broken-certificate the active certificate empty (ID) has no text and 0 files: it is loaded and trusts nobody',
      'warning doctor.broken-certificate the file of the active certificate odd (ID) is no certificate: it is loaded and trusts nobody',
    ],
  ],
  [
    'a message that is called over another profile than its own',
    (instance) => {
      const sysId = idOf(instance, 'sys_rest_message', 'Bank Payments')
      instance.store.update('sys_rest_message', sysId, { rest_endpoint: 'batchm://api.bank.example' })
    },
    [
      "warning message.endpoint REST message Bank Payments (ID): its endpoint begins with batchm://, and not with https:// or the profile's bankm://: it is called over another profile, or not at all",
    ],
  ],
  [
    'two active records of one name',
    ({ store }) =>
      void store.insert('sys_certificate', { name: 'bank-root', pem_certificate: companies.bankRoot.certificatePem }),
    [
      'warning doctor.duplicate 2 active trusted certificates are named bank-root: ID, ID: all of them are trusted, but a spec that names one is refused',
    ],
  ],
  [
    'two profiles of one name, and two active keystores',
    (instance) => {
      const { store } = instance
      const keystore = idOf(instance, 'sys_certificate', 'bank-client')
      store.insert('sys_protocol_profile', { protocol: 'bankm', keystore })
      const { sys_id: sysId } = store.insert('sys_certificate', {
        name: 'bank-batch',
        type: 'key_store',
        key_store_password: 'x',
      })
      store.putAttachment({ table: 'sys_certificate', sysId, fileName: 'a.jks', content: Buffer.from('a') })
    },
    [
      `error doctor.broken-keystore the active keystore bank-batch (ID) has a file that is none: file is no keystore: it begins like none: ${HARM}`,
      'error doctor.duplicate 2 active keystores are named bank-batch: ID, ID: profiles go on with the one they point at, but a spec that names it is refused',
      'error doctor.duplicate 2 protocol profiles are named bankm: ID, ID: which of them a call takes is a guess, and apply refuses to guess',
    ],
  ],
  [
    'a profile with a trusted certificate for its keystore',
    (instance) => {
      const keystore = idOf(instance, 'sys_certificate', 'bank-root')
      instance.store.insert('sys_protocol_profile', { protocol: 'wrong', keystore })
    },
    [
      'error doctor.profile the protocol profile wrong (ID) points at bank-root (ID), which is a trusted certificate and no keystore: calls over it fail',
    ],
  ],
  [
    'JKS that people made, which has expired',
    ({ store }) => {
      const { sys_id: sysId } = store.insert('sys_certificate', { name: 'old', type: 'key_store', key_store_password: 'x' })
      store.putAttachment({ table: 'sys_certificate', sysId, fileName: 'old.jks', content: expiredJks })
    },
    [expect.stringMatching(/^warning doctor.expired the active keystore old \(ID\) has expired on 20\d\d-\d\d-\d\d/) as never],
  ],
  [
    'PKCS#12 that people made, which shows nothing without its password',
    ({ store }) => {
      const { sys_id: sysId } = store.insert('sys_certificate', { name: 'a', type: 'pkcs12_key_store', key_store_password: 'x' })
      store.putAttachment({ table: 'sys_certificate', sysId, fileName: 'a.p12', content: opaque })
    },
    ['notice doctor.unwatched how long these active keystores are valid cannot be told without their passwords: a (ID)'],
  ],
  [
    'a BCFKS keystore that a profile uses, and types that nobody knows: nothing is said of what they hold',
    ({ store }) => {
      const bcfks = store.insert('sys_certificate', { name: 'fips', type: 'bcfks_key_store', key_store_password: 'x' })
      store.putAttachment({ table: 'sys_certificate', sysId: bcfks.sys_id, fileName: 'a.bcfks', content: Buffer.from('a') })
      store.insert('sys_protocol_profile', { protocol: 'fipsm', keystore: bcfks.sys_id })
      for (const name of ['a', 'b']) store.insert('sys_certificate', { name, type: 'signing' })
    },
    [
      'notice doctor.other-type 1 active certificate record is of the type bcfks_key_store: BCFKS keystores are neither read nor written here, and what they hold is not examined',
      'notice doctor.other-type 2 active certificate records are of the type signing: this type is not known here, and what they hold is not examined',
    ],
  ],
  [
    'a profile whose keystore is gone',
    ({ store }) => void store.insert('sys_protocol_profile', { protocol: 'lost', keystore: 'f'.repeat(32) }),
    [
      'error doctor.profile the protocol profile lost (ID) points at a keystore that is not there (ID), as after a clone, or that the account does not see: calls over it fail',
    ],
  ],
  [
    'a profile with an inactive keystore',
    (instance) =>
      void instance.store.update('sys_certificate', idOf(instance, 'sys_certificate', 'bank-client'), { active: false }),
    ['error doctor.profile the protocol profile bankm (ID) points at the inactive keystore bank-client (ID): calls over it fail'],
  ],
  [
    'a message without a profile',
    ({ store }) => void store.insert('sys_rest_message', { name: 'Open', use_mutual_auth: true }),
    [
      'error doctor.message REST message Open (ID) has mutual authentication on and no protocol profile: its calls fail or go without a certificate',
    ],
  ],
  [
    'a connection without a profile',
    ({ store }) => void store.insert('http_connection', { name: 'Open', use_mutual_auth: true }),
    [
      'error doctor.message connection Open (ID) has mutual authentication on and no protocol profile: its calls fail or go without a certificate',
    ],
  ],
  [
    'messages that sign in with OAuth 2.0, and by a MID Server',
    (instance) => {
      const { store } = instance
      store.update('sys_rest_message', idOf(instance, 'sys_rest_message', 'Bank Payments'), { authentication_type: 'oauth2' })
      const mid = store.insert('ecc_agent', { name: 'mid' }).sys_id
      store.update('sys_soap_message', idOf(instance, 'sys_soap_message', 'Bank Statements'), { use_mid_server: mid })
    },
    [
      'warning message.oauth2 REST message Bank Payments (ID): the message signs in with OAuth 2.0: mutual authentication does not work with that',
      'warning message.mid-server SOAP message Bank Statements (ID): the message is sent by a MID Server: mutual authentication does not work with that',
    ],
  ],
  [
    'a method that hides its message',
    (instance) => {
      const protocol_name = idOf(instance, 'sys_protocol_profile', 'bankm')
      const rest_message = idOf(instance, 'sys_rest_message', 'Bank Payments')
      instance.store.insert('sys_rest_message_fn', { function_name: 'get', rest_message, protocol_name })
    },
    [
      'warning message.method REST message Bank Payments (ID): its method get overrides the message: mutual authentication is off there',
    ],
  ],
  [
    'a method over another profile, and an endpoint that is called over one though the flag is off',
    (instance) => {
      const { store } = instance
      const rest_message = idOf(instance, 'sys_rest_message', 'Bank Payments')
      const protocol_name = idOf(instance, 'sys_protocol_profile', 'batchm')
      store.insert('sys_rest_message_fn', { function_name: 'get', rest_message, use_mutual_auth: true, protocol_name })
      store.insert('sys_rest_message', { name: 'Off', rest_endpoint: 'bankm://api.bank.example' })
      const keystore = store.rows('sys_protocol_profile')[0]!.keystore!
      store.insert('sys_protocol_profile', { protocol: 'httpm', default_port: '443', keystore })
      store.insert('sys_rest_message', { name: 'Off, too', rest_endpoint: 'httpm://api.bank.example' })
    },
    [
      'warning message.method REST message Bank Payments (ID): its method get overrides the message: mutual authentication is over another protocol profile there',
      'warning message.endpoint REST message Off (ID): its endpoint begins with bankm://: it is called over that profile though mutual authentication is off',
      'warning message.endpoint REST message Off, too (ID): its endpoint begins with httpm://: it is called over that profile though mutual authentication is off',
    ],
  ],
  [
    'a method whose own profile is gone',
    (instance) => {
      const rest_message = idOf(instance, 'sys_rest_message', 'Bank Payments')
      const method = { function_name: 'get', rest_message, use_mutual_auth: true, protocol_name: 'f'.repeat(32) }
      instance.store.insert('sys_rest_message_fn', method)
    },
    [
      'error doctor.message REST message Bank Payments (ID): its method get has a protocol profile of its own that is not there (ID): its calls fail or go without a certificate',
    ],
  ],
  [
    'leftover properties of a profile, and of another',
    ({ store }) => {
      store.setProperty('glide.httpclient.protocol.bankm.class', 'x')
      store.setProperty('glide.httpclient.protocol.other.port', '443')
    },
    [
      'error doctor.leftover-property the system property glide.httpclient.protocol.bankm.class is left over: it takes the place of the protocol profile bankm, whose calls fail',
      'warning doctor.leftover-property the system property glide.httpclient.protocol.other.port is left over: a protocol profile of that name would not work',
    ],
  ],
  [
    'settings that are in order, in other spellings',
    ({ store }) => {
      store.setProperty('glide.attachment.extensions', '.pdf, .JKS,*.p12,cer')
      store.setProperty('com.glide.communications.httpclient.verify_hostname', '')
    },
    [],
  ],
  [
    'attachment rules',
    ({ store }) => {
      store.setProperty('glide.attachment.extensions', 'pdf,p12')
      store.setProperty('glide.security.file.mime_type.validation', 'true')
    },
    [
      'error doctor.attachments glide.attachment.extensions allows 2 extensions and not jks, cer: attaching such files is refused',
      'warning doctor.attachments glide.security.file.mime_type.validation is true: attaching keystores may be refused, as their content has no well-known type',
    ],
  ],
  [
    'TLS that is worth little',
    ({ store }) => {
      store.setProperty('com.glide.communications.httpclient.verify_hostname', 'false')
      store.setProperty('com.glide.communications.trustmanager_trust_all', 'true')
    },
    [
      'warning doctor.hardening com.glide.communications.trustmanager_trust_all is true: the instance trusts every server certificate, so that trusted certificates protect nothing',
      'warning doctor.hardening com.glide.communications.httpclient.verify_hostname is false: a certificate of any host is taken for that of the partner',
    ],
  ],
  [
    'FIPS mode',
    ({ store }) => store.setProperty('glide.security.fips.enabled', 'true'),
    [
      'error doctor.fips glide.security.fips.enabled is true: where that is FIPS mode, the instance takes only BCFKS keystores, and neither JKS nor PKCS#12',
    ],
  ],
  [
    'a clone: keys of another instance',
    ({ store }) => store.setProperty('instance_name', 'acmeprod'),
    ['bank-batch', 'bank-client'].map(
      (name) =>
        `warning doctor.clone the keystore ${name} (ID) holds the key of another instance, as a clone leaves it: this instance calls in the name of that one`,
    ),
  ],
  [
    'a table that cannot be read, a column that is not there',
    (instance) => void instance.hideRows('sys_protocol_profile', () => true),
    [
      expect.stringMatching(
        /^error doctor.unreadable table sys_protocol_profile: 2 of 2 matching rows are hidden .*: no command can work without it$/,
      ) as never,
    ],
  ],
  [
    'a column that is not there',
    (instance) => void instance.dropColumn('sys_certificate', 'warn_in_days_to_expire'),
    [
      expect.stringContaining(
        'error doctor.unreadable table sys_certificate: the answer has no column warn_in_days_to_expire',
      ) as never,
      'error instance.column-dropped the table of certificate records has no column for warn-in-days: what is written there would be dropped without a word',
    ],
  ],
  [
    'a column of passwords that the account cannot ask for: no keystore is said to have none',
    (instance) => void instance.dropColumn('sys_certificate', 'key_store_password'),
    [
      'error instance.column-dropped the table of certificate records has no column for key_store_password: what is written there would be dropped without a word',
    ],
  ],
  [
    'certificates of which the instance tells no date: their files are looked at',
    (instance) => {
      const { store } = instance
      instance.dropColumn('sys_certificate', 'expires')
      const { sys_id: sysId } = store.insert('sys_certificate', { name: 'gone', format: 'der' })
      const content = Buffer.from(companies.expired.certificatePem)
      store.putAttachment({ table: 'sys_certificate', sysId, fileName: 'gone.pem', content })
    },
    [expect.stringMatching(/^warning doctor.expired the active trusted certificate gone \(ID\) has expired on 20/) as never],
  ],
  [
    'connections whose columns nobody knows',
    (instance) => void instance.dropColumn('http_connection', 'protocol_profile'),
    [
      'notice doctor.unreadable connections: the dictionary of the instance knows no column for mutual authentication: the section cannot be used on this instance',
    ],
  ],
]

test.each(SICK)('%s', async (_name, hurt, expected) => {
  hurt(scene.instance)
  scene.instance.clearRequests()
  // The bundle, as a job runs it.
  const run = await scene.run('doctor')
  expect(lines(problemsOf(run)).sort()).toEqual([...expected].sort())
  expect(run.exitCode).toBe(run.outputs['error-code'] === '' ? 0 : 1)
  expect(writesOf(scene.instance)).toEqual([])
})

describe('the account', () => {
  const as = { username: 'service', password: 'service' }
  const account = (roles: string): void => {
    scene.instance.store.insert('sys_user', { user_name: 'service', user_password: 'service', roles })
  }

  test('may read and not write', async () => {
    account('admin,snc_read_only')
    expect(await examined({ ...as, for: 'plan' })).toEqual([])
    expect(await examined(as)).toEqual([
      'error doctor.roles the account has the role snc_read_only: every write of apply would be refused',
    ])
  })

  test('has not the roles that are documented', async () => {
    account('web_service_admin')
    const told = await examined(as)
    expect(told.filter((line) => line.startsWith('error'))).toEqual([
      expect.stringContaining('doctor.unreadable table sys_certificate') as never,
      expect.stringContaining('doctor.unreadable table sys_protocol_profile') as never,
      expect.stringContaining('doctor.unreadable attachments of sys_certificate') as never,
    ])
    expect(told.filter((line) => line.includes('doctor.roles')).map((line) => /not have the role (\w+)/.exec(line)?.[1])).toEqual(
      ['admin', 'connection_admin'],
    )
  })

  test('has wrong credentials: one error, after one request', async () => {
    expect(await examined({ password: 'wrong' })).toEqual([expect.stringContaining('error instance.unauthenticated') as never])
    expect(scene.instance.requests).toHaveLength(1)
  })
})

test('no spec is needed where the instance is named; without either the error says so', async () => {
  await scene.write('servicenow-mtls.yml', '')
  const inputs = { spec: 'none.yml', 'instance-url': scene.instance.url }
  expect(await examined(inputs)).toEqual([])
  expect((await runInProcess(scene, 'doctor', { inputs: { spec: 'none.yml' } })).problems.map(({ code }) => code)).toEqual([
    'spec.not-found',
  ])
})

test('as a step: problems as JSON, table and verdict in the summary', async () => {
  scene.instance.store.setProperty('glide.httpclient.protocol.bankm.class', 'x')
  const run = await scene.run('doctor')
  expect([run.exitCode, run.outputs['error-code']]).toEqual([1, 'doctor.leftover-property'])
  expect(problemsOf(run)).toHaveLength(1)
  expect(run.summary).toContain('1 error, 0 warnings')
  expect(run.summary).toContain('glide.httpclient.protocol.bankm.class')
  expect(run.summary).toContain('| table sys&#95;certificate | 4 rows |')
  expect(run.stdout).toContain('table sys_certificate: 4 rows')
})

describe('as JSON at a terminal', () => {
  const PASSWORD = 'password-of-admin'
  beforeEach(() => {
    const { store } = scene.instance
    store.update('sys_user', store.find('sys_user', 'user_name', 'admin')!.sys_id, { user_password: PASSWORD })
  })
  const json = async (args: readonly string[], password = PASSWORD) => {
    const all = ['doctor', '--spec', 'servicenow-mtls.yml', '--username', 'admin', '--password', password, ...args]
    const { stdout, exitCode: code } = await runCli({ args: [...all, '--json'], cwd: scene.workspace })
    return { told: JSON.parse(stdout) as Record<string, unknown>, code }
  }

  test('what was looked at, and what is wrong', async () => {
    scene.instance.store.setProperty('glide.httpclient.protocol.other.port', '443')
    const { told, code } = await json(['--for', 'plan'])
    expect(code).toBe(0)
    expect(told).toEqual({
      instance: scene.instance.url,
      instanceName: 'local',
      for: 'plan',
      roles: ['admin'],
      tables: [
        { table: 'sys_certificate', rows: 4, refused: null },
        { table: 'sys_protocol_profile', rows: 2, refused: null },
        { table: 'sys_rest_message', rows: 1, refused: null },
        { table: 'sys_soap_message', rows: 1, refused: null },
        { table: 'http_connection', rows: 0, refused: null },
        { table: 'oauth_entity', rows: 0, refused: null },
        { table: 'sys_attachment', rows: 3, refused: null },
      ],
      certificateTypes: ['Trust Store Cert', 'Java Key Store', 'PKCS12 Key Store'],
      properties: { 'glide.attachment.extensions': '', 'glide.httpclient.protocol.other.port': '443' },
      problems: [expect.objectContaining({ code: 'doctor.leftover-property', severity: 'warning' }) as never],
    })
  })

  test('what it cannot do: a problem, or an input that is wrong', async () => {
    const refused = await json([], 'wrong')
    expect([refused.code, refused.told]).toEqual([
      1,
      { problems: [expect.objectContaining({ code: 'instance.unauthenticated' }) as never] },
    ])
    const unknown = await json(['--colour', 'blue'])
    expect([unknown.code, unknown.told]).toEqual([1, { error: expect.objectContaining({ code: 'input.invalid' }) as never }])
    // A PEM begins as a flag does, and is a value.
    const pem = await json(['--client-certificate', companies.client.certificatePem])
    expect(pem.told).toEqual({ problems: [expect.objectContaining({ code: 'input.sign-in' }) as never] })
    const hidden = scene.instance.hideRows('sys_certificate', () => true)
    const { told } = await json([])
    hidden()
    expect(told.tables).toContainEqual({
      table: 'sys_certificate',
      rows: null,
      refused: expect.stringMatching(/^instance.rows-hidden: /) as never,
    })
  })
})
