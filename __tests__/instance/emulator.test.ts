import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator/index.ts'
import { WriteUnknown } from '../../src/http/failure.ts'
import { createInstance } from '../../src/instance/client.ts'
import { basic } from '../../src/instance/sign-in.ts'
import type { InstancePort, SysId } from '../../src/plan/ports.ts'
import { SecretValue } from '../../src/redact.ts'
import { makeCa } from '../../tools/lab/pki.ts'
import { coded, failure, stopAll, transportTo } from '../http/servers.ts'

let emulator: Emulator

afterEach(async () => {
  await stopAll()
  await emulator.close()
})

async function start(options: EmulatorOptions = {}): Promise<InstancePort> {
  emulator = await startEmulator({ instanceName: 'acmedev', ...options })
  return as('admin', 'admin')
}

function as(user: string, password: string): InstancePort {
  return createInstance(
    transportTo(emulator.url),
    basic(user, new SecretValue(password, 'password'), () => undefined),
    () => Promise.resolve(),
  )
}

const KEYSTORE = { name: 'bank-client', type: 'key_store', active: 'false', format: 'pem', 'warn-in-days': '30' }
const content = Buffer.from('feedfeed00000002000000000a0d', 'hex')
const methods = (): string[] => emulator.requests.map(({ method }) => method)

test('facts are read in three requests', async () => {
  const instance = await start()
  expect(await instance.facts()).toEqual({
    origin: emulator.url,
    name: 'acmedev',
    certificateTypes: { jks: 'key_store', pkcs12: 'pkcs12_key_store', trusted: 'trust_store' },
    pemMaxLength: 4000,
    passwordMaxLength: 255,
    missingColumns: [],
    unavailable: {},
    connection: expect.objectContaining({
      table: 'http_connection',
      columns: expect.objectContaining({
        'mutual-authentication': 'use_mutual_auth',
        'protocol-profile': 'protocol_profile',
      }) as unknown,
    }) as unknown,
    referring: {
      certificate: expect.arrayContaining([
        { table: 'ldap_server_config', column: 'ssl_certificate', list: false },
        { table: 'saml2_update1_properties', column: 'x509_certificate', list: false },
      ]) as unknown,
      'protocol-profile': expect.arrayContaining([
        { table: 'sys_rest_message', column: 'protocol_name', list: false },
        { table: 'sys_soap_message_function', column: 'protocol_profile', list: false },
      ]) as unknown,
    },
  })
  expect(emulator.requests).toHaveLength(3)
})

test('a column that the instance does not have is told before anything is written', async () => {
  const instance = await start()
  emulator.dropColumn('sys_protocol_profile', 'default_port')
  emulator.dropColumn('sys_certificate', 'key_store_password')
  expect((await instance.facts()).missingColumns).toEqual([
    { kind: 'certificate', column: 'key_store_password' },
    { kind: 'protocol-profile', column: 'port' },
  ])
  expect(await failure(instance.create('protocol-profile', { name: 'bankm', port: '8443', keystore: '' }))).toEqual(
    coded('instance.column-dropped', 'default_port'),
  )
})

test('a keystore record is made, read, changed and taken away again', async () => {
  const instance = await start()
  const sysId = await instance.create('certificate', KEYSTORE)
  await instance.setPassword(sysId, new SecretValue('s3cr3t-pässword', 'P'))
  expect(emulator.store.password('sys_certificate', sysId, 'key_store_password')).toBe('s3cr3t-pässword')

  const attachment = await instance.attach(sysId, 'bank client.jks', content)
  expect(await instance.attachments([sysId])).toEqual([attachment])
  expect(attachment).toMatchObject({ recordId: sysId, fileName: 'bank client.jks', size: content.length })
  expect(await instance.download(attachment.sysId, 1000)).toEqual(content)

  await instance.update('certificate', sysId, { name: 'bank-client (new 1)' })
  const [row] = await instance.find('certificate', [{ column: 'name', operator: 'STARTSWITH', value: 'bank-client (' }])
  expect(row).toEqual(await instance.read('certificate', sysId))
  expect(row?.columns).toMatchObject({ ...KEYSTORE, name: 'bank-client (new 1)', pem: '' })
  expect(await instance.find('certificate', [{ column: 'name', operator: '=', value: 'BANK-CLIENT (NEW 1)' }])).toEqual([])

  await instance.remove('certificate', sysId)
  await instance.remove('certificate', sysId)
  expect(await instance.read('certificate', sysId)).toBeUndefined()
  expect(emulator.store.rows('sys_certificate')).toEqual([])
})

test('a trusted certificate is the same however the instance keeps its lines', async () => {
  const instance = await start()
  emulator.addRule({
    table: 'sys_certificate',
    name: 'line ends',
    before: (row) => ({ ...row, pem_certificate: row.pem_certificate?.replaceAll('\n', '\r\n') ?? '' }),
  })
  const { certificatePem } = await makeCa({ subject: 'Bank Root' })
  const sysId = await instance.create('certificate', {
    name: 'bank-root',
    type: 'trust_store',
    pem: certificatePem,
    active: 'true',
  })
  expect((await instance.read('certificate', sysId))?.columns.pem).toContain('\r\n')
})

test('messages are read with their scope and written in one request', async () => {
  const instance = await start()
  const message = emulator.store.insert('sys_rest_message', { name: 'Bank Payments', rest_endpoint: 'https://api.bank.example' })
  const certificate = await instance.create('certificate', KEYSTORE)
  const profile = await instance.create('protocol-profile', { name: 'bankm', port: '443', keystore: certificate })
  const [row] = await instance.find('rest-message', [{ column: 'name', operator: '=', value: 'Bank Payments' }])
  expect(row).toMatchObject({
    sysId: message.sys_id,
    columns: { 'mutual-authentication': 'false', 'protocol-profile': '', endpoint: 'https://api.bank.example', scope: 'global' },
  })
  await instance.update('rest-message', row!.sysId, { 'mutual-authentication': 'true', 'protocol-profile': profile })
  expect(emulator.store.get('sys_rest_message', message.sys_id)).toMatchObject({
    use_mutual_auth: 'true',
    protocol_name: profile,
  })
})

test('what refers to a certificate is found beyond profiles', async () => {
  const instance = await start()
  const used = await instance.create('certificate', KEYSTORE)
  const free = await instance.create('certificate', { ...KEYSTORE, name: 'other' })
  await instance.create('protocol-profile', { name: 'bankm', port: '443', keystore: free })
  const ldap = emulator.store.insert('ldap_server_config', { name: 'Corporate', ssl_certificate: used })
  expect(await instance.referenced('certificate', [used, free])).toEqual(
    new Map([[used, [{ where: 'ldap_server_config.ssl_certificate', record: ldap.sys_id }]]]),
  )
  emulator.hideRows('saml2_update1_properties', () => true)
  emulator.store.insert('saml2_update1_properties', { name: 'Sign-on', x509_certificate: free })
  expect(await instance.referenced('certificate', [free])).toEqual(
    new Map([[free, [{ where: 'saml2_update1_properties.x509_certificate', record: undefined }]]]),
  )
})

test('what refers to a profile are messages, their methods, and whatever the dictionary tells of', async () => {
  const instance = await start()
  const keystore = await instance.create('certificate', KEYSTORE)
  const profile = await instance.create('protocol-profile', { name: 'bankm', port: '443', keystore })
  const free = await instance.create('protocol-profile', { name: 'freem', port: '443', keystore })
  const message = emulator.store.insert('sys_rest_message', { name: 'Bank Payments', protocol_name: profile })
  const method = emulator.store.insert('sys_rest_message_fn', { function_name: 'post', protocol_name: profile })
  const found = await instance.referenced('protocol-profile', [profile, free])
  expect([...found.keys()]).toEqual([profile])
  expect(found.get(profile)).toEqual(
    expect.arrayContaining([
      { where: 'sys_rest_message.protocol_name', record: message.sys_id },
      { where: 'sys_rest_message_fn.protocol_name', record: method.sys_id },
    ]),
  )
})

describe('what the instance does with a write', () => {
  test('rows that access rules hide are an error', async () => {
    const instance = await start()
    await instance.create('certificate', KEYSTORE)
    emulator.hideRows('sys_certificate', ({ name }) => name === 'bank-client')
    const conditions = [{ column: 'name', operator: '=', value: 'bank-client' }] as const
    expect(await failure(instance.find('certificate', conditions))).toEqual(coded('instance.rows-hidden', '1 of 1'))
  })

  test('a rule that changes a value is noticed, one that aborts is named', async () => {
    const instance = await start()
    const undo = emulator.addRule({ table: 'sys_certificate', name: 'upper', before: (row) => ({ ...row, name: 'BANK' }) })
    expect(await failure(instance.create('certificate', KEYSTORE))).toEqual(coded('instance.value-changed', '"bank-client"'))
    undo()
    emulator.addRule({ table: 'sys_certificate', name: 'No keystores', before: () => 'abort' })
    expect(await failure(instance.create('certificate', KEYSTORE))).toEqual(
      coded('instance.refused', "aborted by Business Rule 'No keystores'"),
    )
  })

  test('text that is cut to its column is noticed', async () => {
    const instance = await start()
    const error = await failure(instance.create('certificate', { ...KEYSTORE, name: 'x'.repeat(129) }))
    expect(error).toEqual(coded('instance.value-changed'))
  })

  test('an account without the roles is refused, one with a wrong password is told so once', async () => {
    await start()
    emulator.store.insert('sys_user', { user_name: 'clerk', user_password: 'clerk-password', roles: '' })
    expect(await failure(as('clerk', 'clerk-password').find('certificate', []))).toEqual(coded('instance.forbidden'))
    emulator.clearRequests()
    expect(await failure(as('admin', 'wrong').find('certificate', []))).toEqual(coded('instance.unauthenticated'))
    expect(methods()).toEqual(['GET'])
  })

  test('a file that is stored otherwise is damage, with and without a hash', async () => {
    for (const attachmentHash of ['sha256', 'empty'] as const) {
      const instance = await start({ assume: { attachmentHash } })
      const sysId = await instance.create('certificate', KEYSTORE)
      expect(await instance.attach(sysId, 'whole.jks', content)).toMatchObject({ size: content.length })
      const fault = emulator.fault({ at: ({ write }) => write, action: 'garble' })
      expect(await failure(instance.attach(sysId, 'bank.jks', content))).toEqual(coded('instance.attachment-damaged'))
      expect(fault.fired).toBe(1)
      if (attachmentHash === 'sha256') await emulator.close()
    }
  })
})

describe('faults', () => {
  const find = (instance: InstancePort) => instance.find('certificate', [])

  test.each(['reset-before', 'reset-after', 'truncate', { status: 503, html: true }, { status: 429, retryAfter: 1 }] as const)(
    'a read heals: %j',
    async (action) => {
      const instance = await start()
      await instance.create('certificate', KEYSTORE)
      const fault = emulator.fault({ at: 1, action })
      expect(await find(instance)).toHaveLength(1)
      expect(fault.fired).toBe(1)
    },
  )

  const LOST = ['reset-after', 'truncate', { status: 502, html: true, acted: true }] as const
  const NOT_DONE = ['reset-before', { status: 500 }] as const

  test.each(LOST)('a write whose answer is lost is looked at, and not sent again: %j', async (action) => {
    const instance = await start()
    const known = await instance.create('certificate', KEYSTORE)
    emulator.clearRequests()
    emulator.fault({ at: 1, action })
    const sysId = await instance.create('certificate', KEYSTORE, [known])
    expect(methods()).toEqual(['POST', 'GET'])
    expect(emulator.store.rows('sys_certificate').map(({ sys_id }) => sys_id)).toEqual([known, sysId])

    emulator.clearRequests()
    emulator.fault({ at: 1, action })
    await instance.update('certificate', sysId, { name: 'bank-client (new 1)' })
    emulator.fault({ at: 1, action })
    await instance.attach(sysId, 'bank.jks', content)
    emulator.fault({ at: 1, action })
    await instance.remove('certificate', known)
    expect(methods()).toEqual(['PATCH', 'GET', 'POST', 'GET', 'DELETE', 'GET'])
    expect(emulator.store.rows('sys_certificate')).toMatchObject([{ name: 'bank-client (new 1)' }])
    expect(emulator.store.attachments(sysId)).toHaveLength(1)
  })

  test.each(NOT_DONE)('a write that was not carried out is sent once more: %j', async (action) => {
    const instance = await start()
    emulator.clearRequests()
    emulator.fault({ at: 1, action })
    const sysId = await instance.create('certificate', KEYSTORE)
    emulator.fault({ at: 1, action })
    await instance.update('certificate', sysId, { name: 'bank-client (new 1)' })
    emulator.fault({ at: 1, action })
    await instance.attach(sysId, 'bank.jks', content)
    emulator.fault({ at: 1, action })
    await instance.remove('certificate', sysId)
    expect(methods()).toEqual(['POST', 'PATCH', 'POST', 'DELETE'].flatMap((method) => [method, 'GET', 'GET', method]))
    expect(emulator.store.rows('sys_certificate')).toEqual([])
  })

  test.each([...LOST, ...NOT_DONE])('a password is sent again, and looked at: %j', async (action) => {
    const instance = await start()
    const sysId = await instance.create('certificate', KEYSTORE)
    emulator.clearRequests()
    emulator.fault({ at: 1, action })
    const password = new SecretValue('s3cr3t-password', 'P')
    await instance.setPassword(sysId, password)
    await instance.find('certificate', [{ column: 'sys-id', operator: '=', value: sysId }], { sysId, password })
    expect(methods()).toEqual(['PATCH', 'PATCH', 'GET'])
    expect(emulator.store.password('sys_certificate', sysId, 'key_store_password')).toBe('s3cr3t-password')
  })

  test('a write that fails twice, or that cannot be looked at, is unknown', async () => {
    const instance = await start()
    emulator.clearRequests()
    emulator.fault({ at: ({ write }) => write, times: 2, action: { status: 500 } })
    expect(await failure(instance.create('certificate', KEYSTORE))).toBeInstanceOf(WriteUnknown)
    expect(methods()).toEqual(['POST', 'GET', 'GET', 'POST', 'GET', 'GET'])
    emulator.clearRequests()
    emulator.fault({ at: 1, times: 99, action: 'reset-before' })
    expect(await failure(instance.create('certificate', KEYSTORE))).toBeInstanceOf(WriteUnknown)
    expect(methods()).toEqual(['POST', 'GET', 'GET', 'GET'])
    expect(emulator.store.rows('sys_certificate')).toEqual([])
  })

  test('after the deadline a write in flight is read back, and nothing more is begun', async () => {
    emulator = await startEmulator({ instanceName: 'acmedev', assume: { attachmentHash: 'empty' } })
    const end = new AbortController()
    const transport = transportTo(emulator.url, { deadline: end.signal })
    const instance = createInstance(
      transport,
      basic('admin', new SecretValue('admin', 'password'), () => undefined),
      () => Promise.resolve(),
    )
    const sysId = await instance.create('certificate', KEYSTORE)
    emulator.clearRequests()
    emulator.fault({ at: ({ write }) => (write && end.abort(), false), action: 'hang' })
    await instance.attach(sysId, 'bank.jks', Buffer.from('content'))
    expect(methods()).toEqual(['POST', 'GET'])
    expect(await failure(instance.attach(sysId, 'more.jks', Buffer.from('content')))).toMatchObject({ code: 'timeout' })
    expect(methods()).toEqual(['POST', 'GET'])
  })

  test('a write is sent again after 429', async () => {
    const instance = await start()
    const fault = emulator.fault({ at: 1, times: 2, action: { status: 429, retryAfter: 1 } })
    await instance.create('certificate', KEYSTORE)
    expect(fault.fired).toBe(2)
    expect(emulator.store.rows('sys_certificate')).toHaveLength(1)
  })

  test.each([
    ['sleep-page', 'instance.asleep'],
    [{ redirect: 'https://sso.acme.example/login' }, 'instance.redirect'],
    [{ status: 429, retryAfter: 3600 }, 'instance.rate-limited'],
  ] as const)('%j ends reads and writes', async (action, code) => {
    const instance = await start()
    emulator.fault({ at: 1, times: 2, action })
    expect(await failure(find(instance))).toMatchObject({ code })
    expect(await failure(instance.create('certificate', KEYSTORE))).toMatchObject({ code })
    expect(emulator.store.rows('sys_certificate')).toEqual([])
  })
})

test('sys_ids of a real answer are what the port promises', async () => {
  const instance = await start()
  const sysId: SysId = await instance.create('protocol-profile', { name: 'bankm', port: '443', keystore: '' })
  expect(sysId).toMatch(/^[0-9a-f]{32}$/)
})
