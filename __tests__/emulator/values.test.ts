import type { Emulator } from '../../emulator/index.ts'
import { call, start, stopAll, table, TABLE } from './client.ts'

afterEach(stopAll)

async function profile(): Promise<{ emulator: Emulator; keystore: string; path: string }> {
  const emulator = await start({ now: () => new Date('2026-06-01T12:00:00Z') })
  const keystore = emulator.store.insert('sys_certificate', { name: 'bank', type: 'key_store', active: false }).sys_id
  const { sys_id } = emulator.store.insert('sys_protocol_profile', { protocol: 'bankm', keystore })
  return { emulator, keystore, path: `${TABLE}/sys_protocol_profile/${sys_id}?sysparm_fields=protocol,keystore` }
}

describe('a reference', () => {
  test('is answered as link and value, as text, or with what is displayed', async () => {
    const { emulator, keystore, path } = await profile()
    const link = `${emulator.url}${TABLE}/sys_certificate/${keystore}`
    const answers = async (more: string): Promise<unknown> => (await call(emulator, 'GET', `${path}${more}`)).result
    const plain = '&sysparm_exclude_reference_link=true'
    expect(await answers('')).toEqual({ protocol: 'bankm', keystore: { link, value: keystore } })
    expect(await answers(plain)).toEqual({ protocol: 'bankm', keystore })
    expect(await answers('&sysparm_display_value=true')).toEqual({ protocol: 'bankm', keystore: { display_value: 'bank', link } })
    expect(await answers(`&sysparm_display_value=true${plain}`)).toEqual({ protocol: 'bankm', keystore: 'bank' })
    const both = { protocol: { display_value: 'bankm', value: 'bankm' }, keystore: { display_value: 'bank', value: keystore } }
    expect(await answers(`&sysparm_display_value=all${plain}`)).toEqual(both)
    expect(await answers('&sysparm_display_value=all')).toEqual({ ...both, keystore: { ...both.keystore, link } })
    expect(await answers('&sysparm_display_value=false')).toEqual(await answers(''))
  })

  test('that is empty is empty text', async () => {
    const emulator = await start()
    const { row } = await call(emulator, 'POST', `${TABLE}/sys_protocol_profile`, { body: { protocol: 'x' } })
    expect(row.keystore).toBe('')
  })

  test('stays as it is when its record is deleted', async () => {
    const { emulator, keystore, path } = await profile()
    await call(emulator, 'DELETE', `${TABLE}/sys_certificate/${keystore}`)
    const { result } = await call(emulator, 'GET', `${path}&sysparm_display_value=all&sysparm_exclude_reference_link=true`)
    expect(result).toMatchObject({ keystore: { display_value: '', value: keystore } })
  })
})

test('choices are displayed by their label, times in the zone of the user', async () => {
  const { emulator, keystore } = await profile()
  emulator.store.insert('sys_user', { user_name: 'berlin', user_password: 'secret', roles: 'admin', time_zone: 'Europe/Berlin' })
  const path = `${TABLE}/sys_certificate/${keystore}?sysparm_display_value=all&sysparm_fields=type,sys_created_on`
  const seen = { type: { display_value: 'Java Key Store', value: 'key_store' } }
  expect((await call(emulator, 'GET', path)).result).toEqual({
    ...seen,
    sys_created_on: { display_value: '2026-06-01 05:00:00', value: '2026-06-01 12:00:00' },
  })
  expect((await call(emulator, 'GET', path, { as: 'berlin:secret' })).result).toEqual({
    ...seen,
    sys_created_on: { display_value: '2026-06-01 14:00:00', value: '2026-06-01 12:00:00' },
  })
})

describe('a password', () => {
  function record(emulator: Emulator) {
    const { sys_id } = emulator.store.insert('sys_certificate', { name: 'bank', type: 'key_store', active: false })
    const path = `${TABLE}/sys_certificate/${sys_id}`
    const send = (body: object, display = true) =>
      call(emulator, 'PATCH', `${path}${display ? '?sysparm_input_display_value=true' : ''}`, { body })
    const stored = () => emulator.store.password('sys_certificate', sys_id, 'key_store_password')
    return { sys_id, path, send, stored }
  }

  test('is saved with sysparm_input_display_value alone, and reads back as ciphertext', async () => {
    const emulator = await start()
    const { path, send, stored } = record(emulator)
    await send({ key_store_password: 'changeit' }, false)
    expect((await call(emulator, 'GET', path)).row.key_store_password).toBe('')
    const first = (await send({ key_store_password: 'changeit' })).row.key_store_password
    const second = (await send({ key_store_password: 'changeit' })).row.key_store_password
    expect(stored()).toBe('changeit')
    expect(new Set(['', 'changeit', first, second]).size).toBe(4)
    await send({ key_store_password: 'other' }, false)
    expect(stored()).toBe('changeit')
    const shown = await call(emulator, 'GET', `${path}?sysparm_display_value=all`)
    expect(shown.text).not.toContain('changeit')
  })

  test('is not in the record of requests', async () => {
    const emulator = await start()
    const { send } = record(emulator)
    await send({ key_store_password: 'changeit' })
    expect(emulator.requests.map(({ body }) => body)).toEqual([{ key_store_password: '[password]' }])
    expect(JSON.stringify(emulator.requests)).not.toContain('changeit')
  })

  test('takes the other columns of its request along as display values', async () => {
    const emulator = await start()
    const { send } = record(emulator)
    const { row } = await send({ key_store_password: 'changeit', type: 'PKCS12 Key Store' })
    expect(row.type).toBe('pkcs12_key_store')
  })
})

test('with sysparm_input_display_value a reference is given by name, and a sys_id is no name', async () => {
  const { emulator, keystore } = await profile()
  const path = table('sys_protocol_profile', { sysparm_input_display_value: 'true', sysparm_exclude_reference_link: 'true' })
  const given = async (text: string): Promise<string | undefined> =>
    (await call(emulator, 'POST', path, { body: { protocol: 'x', keystore: text } })).row.keystore
  expect(await given('bank')).toBe(keystore)
  expect(await given(keystore)).toBe('')
})

test('a choice column stores any text', async () => {
  const emulator = await start()
  const { row } = await call(emulator, 'POST', `${TABLE}/sys_certificate`, { body: { name: 'x', type: 'Java Key Store' } })
  expect(row.type).toBe('Java Key Store')
})
