import { createHash } from 'node:crypto'
import { ATTACHMENT, call, start, stopAll, table, TABLE, upload } from './client.ts'

afterEach(stopAll)

const CONTENT = Buffer.from('feedfeed0000000200', 'hex')

async function withRecord() {
  const emulator = await start({ now: () => new Date('2026-06-01T12:00:00Z') })
  const { sys_id } = emulator.store.insert('sys_certificate', { name: 'bank', type: 'key_store', active: false })
  return { emulator, record: sys_id }
}

const listed = (record: string): string => `${ATTACHMENT}?sysparm_query=table_sys_id=${record}`

test('a file is attached, listed, read and deleted', async () => {
  const { emulator, record } = await withRecord()
  const made = await call(emulator, 'POST', upload('sys_certificate', record, 'bank.jks'), { body: CONTENT })
  const path = `${ATTACHMENT}/${made.row.sys_id}`
  expect([made.status, made.headers.location]).toEqual([201, `${emulator.url}${path}/file`])
  expect(made.result).toMatchObject({
    file_name: 'bank.jks',
    table_name: 'sys_certificate',
    table_sys_id: record,
    content_type: 'application/octet-stream',
    size_bytes: '9',
    hash: createHash('sha256').update(CONTENT).digest('hex'),
    sys_created_on: '2026-06-01 12:00:00',
    sys_created_by: 'admin',
    download_link: `${emulator.url}${path}/file`,
  })
  const list = await call(emulator, 'GET', listed(record))
  expect([list.result, list.headers['x-total-count']]).toEqual([[made.result], '1'])
  expect((await call(emulator, 'GET', path)).result).toEqual(made.result)
  const file = await call(emulator, 'GET', `${path}/file`)
  expect(file.bytes).toEqual(CONTENT)
  expect(file.headers['content-type']).toBe('application/octet-stream')
  expect(file.headers['content-disposition']).toBe('attachment; filename="bank.jks"')

  const deleted = await call(emulator, 'DELETE', path)
  expect([deleted.status, deleted.text]).toEqual([204, ''])
  for (const gone of [path, `${path}/file`]) expect((await call(emulator, 'GET', gone)).status).toBe(404)
  expect((await call(emulator, 'GET', listed(record))).result).toEqual([])
})

test('a form is uploaded with its fields', async () => {
  const { emulator, record } = await withRecord()
  const form = new FormData()
  form.set('table_name', 'sys_certificate')
  form.set('table_sys_id', record)
  form.set('uploadFile', new Blob([CONTENT], { type: 'application/x-java-keystore' }), 'bank.jks')
  const encoded = new Response(form)
  const headers = { 'content-type': encoded.headers.get('content-type')! }
  const made = await call(emulator, 'POST', `${ATTACHMENT}/upload`, { body: Buffer.from(await encoded.arrayBuffer()), headers })
  expect(made.status).toBe(201)
  expect(made.result).toMatchObject({ file_name: 'bank.jks', content_type: 'application/x-java-keystore', size_bytes: '9' })
  expect(emulator.store.attachmentContent(made.row.sys_id)).toEqual(CONTENT)
})

test('the same name twice makes two attachments', async () => {
  const { emulator, record } = await withRecord()
  for (let i = 0; i < 2; i++) await call(emulator, 'POST', upload('sys_certificate', record, 'bank.jks'), { body: CONTENT })
  const { rows } = await call(emulator, 'GET', listed(record))
  expect(rows.map((row) => row.file_name)).toEqual(['bank.jks', 'bank.jks'])
})

test('a deleted record takes its attachments along', async () => {
  const { emulator, record } = await withRecord()
  const { row } = await call(emulator, 'POST', upload('sys_certificate', record, 'bank.jks'), { body: CONTENT })
  await call(emulator, 'DELETE', `${TABLE}/sys_certificate/${record}`)
  expect(emulator.store.rows('sys_attachment')).toEqual([])
  expect(emulator.store.attachmentContent(row.sys_id)).toBeUndefined()
})

test('attachments are rows of a table too, without the link', async () => {
  const { emulator, record } = await withRecord()
  const { sys_id } = emulator.store.putAttachment({
    table: 'sys_certificate',
    sysId: record,
    fileName: 'a.jks',
    content: CONTENT,
  })
  const { result } = await call(emulator, 'GET', table('sys_attachment', { sysparm_fields: 'file_name,download_link' }))
  expect(result).toEqual([{ file_name: 'a.jks' }])
  await call(emulator, 'DELETE', `${TABLE}/sys_attachment/${sys_id}`)
  expect(emulator.store.attachmentContent(sys_id)).toBeUndefined()
})

test('a list has at most 1000 rows, and counts all', async () => {
  const { emulator, record } = await withRecord()
  for (let i = 0; i < 1001; i++) {
    emulator.store.putAttachment({ table: 'sys_certificate', sysId: record, fileName: `${i}`, content: CONTENT })
  }
  const { rows, headers } = await call(emulator, 'GET', `${listed(record)}&sysparm_limit=5000`)
  expect([rows.length, headers['x-total-count']]).toEqual([1000, '1001'])
})

test('what cannot be attached is refused', async () => {
  const { emulator, record } = await withRecord()
  const status = async (path: string, headers: Record<string, string | undefined> = {}): Promise<number> =>
    (await call(emulator, 'POST', path, { body: CONTENT, headers })).status
  expect(await status(upload('sys_certificate', '0'.repeat(32), 'a.jks'))).toBe(404)
  expect(await status(upload('no_such_table', record, 'a.jks'))).toBe(400)
  expect(await status(`${ATTACHMENT}/file?table_name=sys_certificate&table_sys_id=${record}`)).toBe(400)
  expect(await status(upload('sys_certificate', record, 'a.jks'), { 'content-type': undefined })).toBe(400)
  expect(await status(`${ATTACHMENT}/upload`)).toBe(400)
  expect(await status(ATTACHMENT)).toBe(400)
  expect(emulator.store.rows('sys_attachment')).toEqual([])
})

test('the property glide.attachment.extensions refuses other files', async () => {
  const { emulator, record } = await withRecord()
  emulator.store.setProperty('glide.attachment.extensions', 'pdf, p12')
  const refused = await call(emulator, 'POST', upload('sys_certificate', record, 'bank.jks'), { body: CONTENT })
  expect([refused.status, refused.error]).toEqual([
    403,
    { message: 'Operation Failed', detail: 'File type not permitted or mime type does not match the file content' },
  ])
  expect((await call(emulator, 'POST', upload('sys_certificate', record, 'bank.P12'), { body: CONTENT })).status).toBe(201)
})

test('whoever cannot read the record cannot read its attachments', async () => {
  const { emulator, record } = await withRecord()
  const { sys_id } = emulator.store.putAttachment({
    table: 'sys_certificate',
    sysId: record,
    fileName: 'a.jks',
    content: CONTENT,
  })
  emulator.store.insert('sys_user', { user_name: 'guest', user_password: 'guest' })
  const list = await call(emulator, 'GET', listed(record), { as: 'guest:guest' })
  expect([list.result, list.headers['x-total-count']]).toEqual([[], '1'])
  expect((await call(emulator, 'GET', `${ATTACHMENT}/${sys_id}/file`, { as: 'guest:guest' })).status).toBe(404)
  emulator.hideRows('sys_certificate', () => true)
  expect((await call(emulator, 'GET', `${ATTACHMENT}/${sys_id}/file`)).status).toBe(404)
})
