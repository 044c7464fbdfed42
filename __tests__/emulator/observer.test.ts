import type { Emulator } from '../../emulator/index.ts'
import { makePkcs12 } from '../../tools/lab/keystores.ts'
import { makeCa, issue, type Issued } from '../../tools/lab/pki.ts'
import { call, start, stopAll, TABLE, upload } from './client.ts'

afterEach(stopAll)

const PASSWORD = 'correct-horse'
let entry: Issued
let keystore: Buffer

beforeAll(async () => {
  entry = await issue({ subject: 'acme', issuer: await makeCa({ subject: 'Acme Root' }), keyAlgorithm: 'ec-p256' })
  keystore = await makePkcs12({ alias: 'acme', entry, password: PASSWORD })
})

/** The client's side of the conversation, each step one write. */
function writesTo(emulator: Emulator) {
  const sysIdOf = async (table: string, body: object): Promise<string> =>
    (await call(emulator, 'POST', `${TABLE}/${table}`, { body })).row.sys_id
  const change = (table: string, sysId: string, body: object, query = '') =>
    call(emulator, 'PATCH', `${TABLE}/${table}/${sysId}${query}`, { body })
  return {
    create: sysIdOf,
    change,
    remove: (table: string, sysId: string) => call(emulator, 'DELETE', `${TABLE}/${table}/${sysId}`),
    password: (sysId: string, text: string) =>
      change('sys_certificate', sysId, { key_store_password: text }, '?sysparm_input_display_value=true'),
    attach: (sysId: string, content: Buffer) =>
      call(emulator, 'POST', upload('sys_certificate', sysId, 'acme.p12'), { body: content }),
  }
}

/** A keystore record, a profile and a message, made in the order that keeps the instance whole. */
async function built(emulator: Emulator) {
  const writes = writesTo(emulator)
  const record = await writes.create('sys_certificate', { name: 'acme', type: 'pkcs12_key_store', active: false })
  await writes.password(record, PASSWORD)
  await writes.attach(record, keystore)
  await writes.change('sys_certificate', record, { active: true })
  const profile = await writes.create('sys_protocol_profile', { protocol: 'acmem', keystore: record })
  const message = await writes.create('sys_rest_message', { name: 'Bank Payments' })
  await writes.change('sys_rest_message', message, { use_mutual_auth: true, protocol_name: profile })
  return { ...writes, record, profile, message }
}

const rules = (emulator: Emulator): string[] => emulator.violations.map(({ rule }) => rule)

test('the safe order breaks nothing', async () => {
  const emulator = await start()
  await built(emulator)
  expect(emulator.requests.filter(({ write }) => write)).toHaveLength(7)
  expect(emulator.violations).toEqual([])
  expect(emulator.inspect()).toEqual([])
})

test('an active keystore needs exactly one attachment', async () => {
  const emulator = await start()
  const { create, attach, record } = await built(emulator)
  const empty = await create('sys_certificate', { name: 'empty', type: 'pkcs12_key_store' })
  await attach(record, keystore)
  expect(emulator.violations).toEqual([
    { rule: 'keystore-attachment', afterRequest: 8, detail: `active keystore 'empty' (${empty}) has 0 attachments` },
    { rule: 'keystore-attachment', afterRequest: 9, detail: `active keystore 'acme' (${record}) has 2 attachments` },
  ])
})

test('an active keystore opens with its password', async () => {
  const emulator = await start()
  const { password, create, attach, change, record } = await built(emulator)
  await password(record, 'another')
  const damaged = await create('sys_certificate', { name: 'damaged', type: 'pkcs12_key_store', active: false })
  await attach(damaged, keystore.subarray(0, -10))
  await change('sys_certificate', damaged, { active: true })
  const details = emulator.violations.map(({ rule, detail }) => [rule, detail])
  expect(details).toEqual([
    ['keystore-opens', `active keystore 'acme' (${record}) does not open: it was tampered with, or the password is incorrect`],
    ['keystore-opens', `active keystore 'damaged' (${damaged}) does not open: it has no password`],
  ])
  await password(damaged, PASSWORD)
  expect(emulator.violations.at(-1)?.detail).toContain('it is damaged')
})

test('a record of the other kind of keystore does not open', async () => {
  const emulator = await start()
  const { change, record } = await built(emulator)
  await change('sys_certificate', record, { type: 'key_store' })
  expect(emulator.violations.map(({ detail }) => detail)).toEqual([
    `active keystore 'acme' (${record}) does not open: it is not a JKS`,
  ])
})

test('a protocol profile points at an active keystore', async () => {
  const emulator = await start()
  const { create, change, remove, record, profile } = await built(emulator)
  await change('sys_certificate', record, { active: false })
  const trusted = await create('sys_certificate', { name: 'root' })
  await change('sys_protocol_profile', profile, { keystore: trusted })
  await remove('sys_certificate', trusted)
  await create('sys_protocol_profile', { protocol: 'none' })
  expect(rules(emulator)).toEqual(['profile-keystore', 'profile-keystore', 'profile-keystore', 'profile-keystore'])
  expect(emulator.violations.map(({ detail }) => detail.replace(/ \([0-9a-f]{32}\)/g, ''))).toEqual([
    "protocol profile 'acmem' points at an inactive keystore 'acme'",
    "protocol profile 'acmem' points at a record that is no keystore 'root'",
    "protocol profile 'acmem' points at a keystore that is not there",
    "protocol profile 'none' points at a keystore that is not there",
  ])
})

test.each([
  ['sys_rest_message', 'use_mutual_auth'],
  ['sys_soap_message', 'enable_mutual_auth'],
  ['oauth_entity', 'use_mutual_auth'],
  ['http_connection', 'use_mutual_auth'],
])('%s with mutual authentication on has a profile', async (table, flag) => {
  const emulator = await start()
  await writesTo(emulator).create(table, { name: 'Bank', [flag]: true })
  expect(rules(emulator)).toEqual(['message-profile'])
})

test('a method of a message without a profile takes that of the message', async () => {
  const emulator = await start()
  const { create, remove, profile, message } = await built(emulator)
  await create('sys_rest_message_fn', { function_name: 'get', rest_message: message, use_mutual_auth: true })
  expect(rules(emulator)).toEqual([])
  await remove('sys_protocol_profile', profile)
  expect(rules(emulator)).toEqual(['message-profile', 'message-profile'])
})

test('two active records do not share name and kind', async () => {
  const emulator = await start()
  const { create, change, record } = await built(emulator)
  await create('sys_certificate', { name: 'acme', type: 'trust_store' })
  const second = await create('sys_certificate', { name: 'acme', type: 'key_store', active: false })
  expect(rules(emulator)).toEqual([])
  await change('sys_certificate', second, { active: true })
  expect(rules(emulator)).toEqual(['keystore-attachment', 'duplicate-active'])
  expect(emulator.violations[1]?.detail).toBe(`2 active records of keystore 'acme': ${[record, second].sort().join(', ')}`)
})

test('what a person broke is not laid to the next write', async () => {
  const emulator = await start()
  emulator.store.insert('sys_certificate', { name: 'left alone', type: 'key_store' })
  await writesTo(emulator).create('sys_certificate', { name: 'root' })
  expect(emulator.violations).toEqual([])
  expect(emulator.inspect().map(({ rule }) => rule)).toEqual(['keystore-attachment'])
})

test('what was broken, mended and broken again is seen again', async () => {
  const emulator = await start()
  const { change, record } = await built(emulator)
  for (const active of [false, true, false]) await change('sys_certificate', record, { active })
  expect(emulator.violations.map(({ afterRequest }) => afterRequest)).toEqual([8, 10])
  emulator.clearRequests()
  expect(emulator.violations).toEqual([])
})
