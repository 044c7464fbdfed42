import type { Emulator } from '../../emulator/index.ts'
import { call, names, start, stopAll, table } from './client.ts'

afterEach(stopAll)

async function scene(): Promise<Emulator> {
  const emulator = await start()
  const { store } = emulator
  const rows = [
    ['Bank', 'key_store', '10', true],
    ['bank', 'key_store', '9', false],
    ['bank (new 12345678)', 'pkcs12_key_store', '100', true],
    ['post', 'trust_store', '20', true],
  ] as const
  for (const [name, type, days, active] of rows) {
    store.insert('sys_certificate', {
      name,
      type,
      active,
      warn_in_days_to_expire: days,
      short_description: name === 'post' ? 'x' : '',
    })
  }
  return emulator
}

const ALL = ['Bank', 'bank', 'bank (new 12345678)', 'post']

test.each([
  ['name=post', ['post']],
  ['name!=post', ['Bank', 'bank', 'bank (new 12345678)']],
  ['typeINkey_store,trust_store', ['Bank', 'bank', 'post']],
  ['typeNOT INkey_store,trust_store', ['bank (new 12345678)']],
  ['nameLIKEnew', ['bank (new 12345678)']],
  ['nameNOT LIKEnew', ['Bank', 'bank', 'post']],
  ['nameSTARTSWITHbank (', ['bank (new 12345678)']],
  ['nameENDSWITH78)', ['bank (new 12345678)']],
  ['short_descriptionISEMPTY', ['Bank', 'bank', 'bank (new 12345678)']],
  ['short_descriptionISNOTEMPTY', ['post']],
  ['short_description=', ['Bank', 'bank', 'bank (new 12345678)']],
  ['warn_in_days_to_expire<10', ['bank']],
  ['warn_in_days_to_expire<=10', ['Bank', 'bank']],
  ['warn_in_days_to_expire>20', ['bank (new 12345678)']],
  ['warn_in_days_to_expire>=20', ['bank (new 12345678)', 'post']],
  ['warn_in_days_to_expireBETWEEN10@20', ['Bank', 'post']],
  ['active=1', ['Bank', 'bank (new 12345678)', 'post']],
  ['active=true^type=key_store', ['Bank']],
  ['type=trust_store^ORtype=pkcs12_key_store^active=true', ['bank (new 12345678)', 'post']],
  ['active=false^NQtype=trust_store', ['bank', 'post']],
  ['nameLIKEbank^EQ', ['Bank', 'bank', 'bank (new 12345678)']],
])('%s', async (query, expected) => {
  expect(await names(await scene(), 'sys_certificate', query)).toEqual(expected)
})

test('rows come in the order that the query asks for', async () => {
  const emulator = await scene()
  expect(await names(emulator, 'sys_certificate', 'ORDERBYDESCtype^ORDERBYname')).toEqual([
    'post',
    'bank (new 12345678)',
    'Bank',
    'bank',
  ])
  expect(await names(emulator, 'sys_certificate', 'ORDERBYwarn_in_days_to_expire')).toEqual([
    'bank',
    'Bank',
    'post',
    'bank (new 12345678)',
  ])
})

test('terms reach through references', async () => {
  const emulator = await scene()
  const { sys_id: keystore } = emulator.store.find('sys_certificate', 'name', 'post')!
  emulator.store.insert('sys_protocol_profile', { protocol: 'postm', keystore })
  emulator.store.insert('sys_protocol_profile', { protocol: 'nonem', keystore: '0'.repeat(32) })
  const query = { sysparm_query: 'keystore.name=post', sysparm_fields: 'protocol,keystore.name,keystore.colour' }
  expect((await call(emulator, 'GET', table('sys_protocol_profile', query))).result).toEqual([
    { protocol: 'postm', 'keystore.name': 'post' },
  ])
})

test('an unknown column in a query is dropped: the rest matches more rows, perhaps all', async () => {
  const emulator = await scene()
  for (const term of ['colour=blue', 'constructor=blue']) expect(await names(emulator, 'sys_certificate', term)).toEqual(ALL)
  expect(await names(emulator, 'sys_certificate', 'type=trust_store^colour=blue')).toEqual(['post'])
  expect(await names(emulator, 'sys_certificate', 'name.colour=blue^ORDERBYcolour')).toEqual(ALL)
  expect(await names(emulator, 'sys_certificate', 'colour=blue^ORtype=trust_store')).toEqual(['post'])
})

test('a property turns that into no rows', async () => {
  const emulator = await scene()
  emulator.store.setProperty('glide.invalid_query.returns_no_rows', 'true')
  expect(await names(emulator, 'sys_certificate', 'colour=blue')).toEqual([])
  expect(await names(emulator, 'sys_certificate', 'name=post')).toEqual(['post'])
})

test('there is no escape for ^: a value that holds one falls apart', async () => {
  expect(await names(await scene(), 'sys_certificate', 'nameLIKEbank^type=trust_store')).toEqual([])
  expect(await names(await scene(), 'sys_certificate', 'name=post^x')).toEqual(['post'])
})

test('a script in a value is not run and matches nothing', async () => {
  const emulator = await scene()
  const text = 'javascript:new GlideRecord()'
  emulator.store.insert('sys_certificate', { name: text, type: 'trust_store' })
  expect(await names(emulator, 'sys_certificate', `name=${text}`)).toEqual([])
})

test('parameters that are no sysparm_ are filters of their own', async () => {
  const emulator = await scene()
  const both = await call(emulator, 'GET', table('sys_certificate', { type: 'key_store', active: 'false', colour: 'blue' }))
  expect(both.rows.map(({ name }) => name)).toEqual(['bank'])
})
