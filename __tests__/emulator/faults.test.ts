import type { Emulator, FaultAction } from '../../emulator/index.ts'
import { call, start, stopAll, TABLE, upload, type Reply } from './client.ts'

afterEach(stopAll)

const PATH = `${TABLE}/sys_certificate`
const post = (emulator: Emulator, name = 'bank'): Promise<Reply> => call(emulator, 'POST', PATH, { body: { name } })
const stored = (emulator: Emulator): number => emulator.store.rows('sys_certificate').length

/** What is left of a request that is never answered after a while: the emulator has seen it. */
async function seen(emulator: Emulator, count: number): Promise<void> {
  while (emulator.requests.length < count) await new Promise((resolve) => setImmediate(resolve))
}

test.each<[FaultAction, number]>([
  ['reset-before', 0],
  ['reset-after', 1],
  ['truncate', 1],
])('%s: the connection is lost, and the instance acted %i times', async (action, acted) => {
  const emulator = await start()
  const fault = emulator.fault({ at: 1, action })
  await expect(post(emulator)).rejects.toThrow()
  expect([stored(emulator), fault.fired]).toEqual([acted, 1])
  expect((await post(emulator)).status).toBe(201)
  expect(emulator.requests.map((request) => request.fault)).toEqual([action, undefined])
})

test.each<[FaultAction, number]>([
  ['hang', 0],
  ['hang-after', 1],
])('%s: never answered until the instance stops, acted %i times', async (action, acted) => {
  const emulator = await start()
  emulator.fault({ at: 1, action })
  const answer = expect(post(emulator)).rejects.toThrow()
  await seen(emulator, 1)
  expect([stored(emulator), emulator.requests[0]?.status]).toEqual([acted, 0])
  await stopAll()
  await answer
})

test('a truncated answer announces all and sends half', async () => {
  const emulator = await start()
  emulator.fault({ at: 1, action: 'truncate' })
  const response = await fetch(`${emulator.url}${PATH}`, { headers: { authorization: `Basic ${btoa('admin:admin')}` } })
  expect([response.status, response.headers.get('content-length')]).toEqual([200, '13'])
  await expect(response.text()).rejects.toThrow()
})

test('an empty answer that is truncated is lost', async () => {
  const emulator = await start()
  const { sys_id } = emulator.store.insert('sys_certificate', { name: 'bank' })
  emulator.fault({ at: 1, action: 'truncate' })
  await expect(call(emulator, 'DELETE', `${PATH}/${sys_id}`)).rejects.toThrow()
  expect(stored(emulator)).toBe(0)
})

test('answers that are not what was asked for', async () => {
  const emulator = await start()
  const answered = async (action: FaultAction): Promise<Reply> => {
    const fault = emulator.fault({ at: 1, action })
    const reply = await post(emulator)
    expect(fault.fired).toBe(1)
    return reply
  }
  const limited = await answered({ status: 429, retryAfter: 7 })
  expect([limited.status, limited.headers['retry-after'], limited.error]).toEqual([
    429,
    '7',
    { message: 'Rate limit exceeded', detail: expect.any(String) as unknown },
  ])
  expect((await answered({ status: 500 })).status).toBe(500)
  const front = await answered({ status: 502, html: true })
  expect([front.status, front.headers['content-type']]).toEqual([502, 'text/html;charset=UTF-8'])
  const asleep = await answered('sleep-page')
  expect([asleep.status, asleep.text]).toEqual([200, expect.stringContaining('<title>Instance Hibernating page</title>')])
  const elsewhere = await answered({ redirect: 'https://login.example/' })
  expect([elsewhere.status, elsewhere.headers.location]).toEqual([302, 'https://login.example/'])
  expect(stored(emulator)).toBe(0)
  expect((await answered({ status: 504, html: true, acted: true })).status).toBe(504)
  expect(stored(emulator)).toBe(1)
})

test('a garbled upload stores other bytes and says so in its hash', async () => {
  const emulator = await start()
  const { sys_id } = emulator.store.insert('sys_certificate', { name: 'bank' })
  emulator.fault({ at: ({ table, write }) => write && table === 'sys_attachment', action: 'garble' })
  const content = Buffer.from('0123456789')
  const path = upload('sys_certificate', sys_id, 'a.jks')
  const [garbled, whole] = [
    await call(emulator, 'POST', path, { body: content }),
    await call(emulator, 'POST', path, { body: content }),
  ]
  expect(garbled.row.size_bytes).toBe(whole.row.size_bytes)
  expect(garbled.row.hash).not.toBe(whole.row.hash)
  expect(emulator.store.attachmentContent(garbled.row.sys_id)).not.toEqual(content)
})

describe('which request', () => {
  const statuses = (emulator: Emulator): number[] => emulator.requests.map(({ status }) => status)

  test('the k-th from now, as often as asked', async () => {
    const emulator = await start()
    await post(emulator)
    const fault = emulator.fault({ at: 2, times: 2, action: { status: 500 } })
    for (let i = 0; i < 4; i++) await post(emulator)
    expect(statuses(emulator)).toEqual([201, 201, 500, 500, 201])
    expect(fault.fired).toBe(2)
  })

  test('those that match', async () => {
    const emulator = await start()
    emulator.fault({ at: ({ body }) => JSON.stringify(body) === '{"name":"b"}', times: 9, action: { status: 500 } })
    for (const name of ['a', 'b', 'c', 'b']) await post(emulator, name)
    expect(statuses(emulator)).toEqual([201, 500, 201, 500])
  })

  test('none once it is cancelled', async () => {
    const emulator = await start()
    const fault = emulator.fault({ at: 1, action: { status: 500 } })
    fault.cancel()
    await post(emulator)
    expect([statuses(emulator), fault.fired]).toEqual([[201], 0])
  })
})

test('every request is on record', async () => {
  const emulator = await start()
  await post(emulator)
  await call(emulator, 'GET', `${PATH}?sysparm_query=name%3Dbank%5Eactive%3Dtrue`)
  await call(emulator, 'POST', upload('sys_certificate', 'x', 'a.jks'), { body: Buffer.alloc(12) })
  expect(emulator.requests).toEqual([
    { n: 1, method: 'POST', path: PATH, table: 'sys_certificate', write: true, body: { name: 'bank' }, status: 201 },
    {
      n: 2,
      method: 'GET',
      path: `${PATH}?sysparm_query=name=bank^active=true`,
      table: 'sys_certificate',
      write: false,
      status: 200,
    },
    {
      n: 3,
      method: 'POST',
      path: '/api/now/attachment/file?table_name=sys_certificate&table_sys_id=x&file_name=a.jks',
      table: 'sys_attachment',
      write: true,
      body: 12,
      status: 404,
    },
  ])
  emulator.clearRequests()
  await post(emulator)
  expect(emulator.requests.map(({ n }) => n)).toEqual([1])
})

test('a snapshot is gone back to', async () => {
  const emulator = await start()
  const { sys_id } = emulator.store.insert('sys_certificate', { name: 'bank' })
  const attachment = emulator.store.putAttachment({
    table: 'sys_certificate',
    sysId: sys_id,
    fileName: 'a',
    content: Buffer.from('a'),
  })
  const before = emulator.snapshot()
  await call(emulator, 'PATCH', `${PATH}/${sys_id}`, { body: { name: 'other' } })
  await post(emulator)
  await call(emulator, 'DELETE', `${PATH}/${sys_id}`)
  expect(emulator.store.attachmentContent(attachment.sys_id)).toBeUndefined()
  for (let i = 0; i < 2; i++) {
    emulator.restore(before)
    expect((await call(emulator, 'GET', PATH)).rows.map(({ name }) => name)).toEqual(['bank'])
    expect(emulator.store.attachmentContent(attachment.sys_id)).toEqual(Buffer.from('a'))
    await call(emulator, 'DELETE', `${PATH}/${sys_id}`)
  }
})
