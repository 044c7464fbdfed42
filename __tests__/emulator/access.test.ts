import { ATTACHMENT, call, start, stopAll, TABLE, upload } from './client.ts'

afterEach(stopAll)

const PATH = `${TABLE}/sys_certificate`

test.each([
  ['a wrong password', { as: 'admin:wrong' }],
  ['an unknown user', { as: 'nobody:admin' }],
  ['no credentials', { headers: { authorization: undefined } }],
  ['credentials of another kind', { headers: { authorization: 'Bearer abc' } }],
])('%s: not authenticated', async (_name, options) => {
  const emulator = await start()
  const reply = await call(emulator, 'GET', PATH, options)
  expect(reply.status).toBe(401)
  expect(JSON.parse(reply.text)).toEqual({
    error: { message: 'User Not Authenticated', detail: 'Required to provide Auth information' },
    status: 'failure',
  })
  expect(reply.headers['www-authenticate']).toContain('Basic')
  for (const path of ['/api/now/nothing', ATTACHMENT]) expect((await call(emulator, 'GET', path, options)).status).toBe(401)
})

test('the administrator is as the options say; passwords hold colons and letters beyond ASCII', async () => {
  const emulator = await start({ user: 'integration', password: 'pass:wörd' })
  expect((await call(emulator, 'GET', PATH, { as: 'integration:pass:wörd' })).status).toBe(200)
  expect((await call(emulator, 'GET', PATH)).status).toBe(401)
  const user = emulator.store.find('sys_user', 'user_name', 'integration')!
  emulator.store.update('sys_user', user.sys_id, { active: false })
  expect((await call(emulator, 'GET', PATH, { as: 'integration:pass:wörd' })).status).toBe(401)
})

test('an account that may read and not write', async () => {
  const emulator = await start()
  emulator.store.insert('sys_user', { user_name: 'reader', user_password: 'reader', roles: 'admin,snc_read_only' })
  const { sys_id } = emulator.store.insert('sys_certificate', { name: 'bank' })
  const attachment = emulator.store.putAttachment({
    table: 'sys_certificate',
    sysId: sys_id,
    fileName: 'a',
    content: Buffer.from('a'),
  })
  const before = emulator.snapshot()
  const as = 'reader:reader'
  const refused = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const { status, error } = await call(emulator, method, path, { as, body })
    return [status, error]
  }
  const acl = (what: string): unknown => [
    403,
    { message: 'Operation Failed', detail: `ACL Exception ${what} Failed due to security constraints` },
  ]
  expect((await call(emulator, 'GET', PATH, { as })).result).toHaveLength(1)
  expect((await call(emulator, 'GET', `${ATTACHMENT}/${attachment.sys_id}/file`, { as })).text).toBe('a')
  expect(await refused('POST', PATH, { name: 'x' })).toEqual(acl('Insert'))
  expect(await refused('PATCH', `${PATH}/${sys_id}`, { name: 'x' })).toEqual(acl('Update'))
  expect(await refused('DELETE', `${PATH}/${sys_id}`)).toEqual(acl('Delete'))
  expect(await refused('POST', upload('sys_certificate', sys_id, 'b'), Buffer.from('b'))).toEqual(acl('Insert'))
  expect(await refused('DELETE', `${ATTACHMENT}/${attachment.sys_id}`)).toEqual(acl('Delete'))
  expect(emulator.snapshot()).toEqual(before)
})

test('an account without the role for a table', async () => {
  const emulator = await start()
  emulator.store.insert('sys_user', { user_name: 'ws', user_password: 'ws', roles: 'web_service_admin' })
  const { sys_id } = emulator.store.insert('sys_certificate', { name: 'bank' })
  const message = emulator.store.insert('sys_rest_message', { name: 'Bank Payments' })
  const as = 'ws:ws'
  const list = await call(emulator, 'GET', PATH, { as })
  expect([list.status, list.error]).toEqual([403, { message: 'Insufficient rights to query records', detail: null }])
  expect((await call(emulator, 'GET', `${PATH}/${sys_id}`, { as })).status).toBe(404)
  expect((await call(emulator, 'POST', PATH, { as, body: { name: 'x' } })).status).toBe(403)
  const path = `${TABLE}/sys_rest_message/${message.sys_id}`
  expect((await call(emulator, 'PATCH', path, { as, body: { rest_endpoint: 'https://x.example' } })).status).toBe(200)
})

test('a rule of the instance aborts a write, or changes it', async () => {
  const emulator = await start()
  const undo = emulator.addRule({
    table: 'sys_certificate',
    name: 'Names in capitals',
    before: (row, previous) => (previous === undefined ? { ...row, name: (row.name ?? '').toUpperCase() } : 'abort'),
  })
  const made = await call(emulator, 'POST', PATH, { body: { name: 'bank' } })
  expect(made.row.name).toBe('BANK')
  const path = `${PATH}/${made.row.sys_id}`
  const refused = await call(emulator, 'PATCH', path, { body: { name: 'other' } })
  expect([refused.status, refused.error]).toEqual([
    403,
    {
      message: 'Operation Failed',
      detail: expect.stringContaining(
        "Operation against file 'sys_certificate' was aborted by Business Rule 'Names in capitals",
      ) as unknown,
    },
  ])
  undo()
  expect((await call(emulator, 'PATCH', path, { body: { name: 'other' } })).row.name).toBe('other')
})
