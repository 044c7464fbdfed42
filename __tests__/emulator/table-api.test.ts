import { call, start, stopAll, table, TABLE } from './client.ts'

afterEach(stopAll)

const NAMES = ['alpha', 'beta', 'gamma', 'delta', 'epsilon']

async function withCertificates() {
  const emulator = await start()
  for (const name of NAMES) emulator.store.insert('sys_certificate', { name })
  return emulator
}

test('a record is made, read, changed and deleted', async () => {
  const emulator = await start({ now: () => new Date('2026-06-01T12:30:00.700Z') })
  const made = await call(emulator, 'POST', `${TABLE}/sys_certificate`, { body: { name: 'bank', type: 'key_store' } })
  const path = `${TABLE}/sys_certificate/${made.row.sys_id}`
  expect(made.status).toBe(201)
  expect(made.headers.location).toBe(`${emulator.url}${path}`)
  expect(made.headers['content-type']).toBe('application/json;charset=UTF-8')
  expect(made.result).toMatchObject({
    name: 'bank',
    type: 'key_store',
    format: 'pem',
    active: 'true',
    warn_in_days_to_expire: '20',
    pem_certificate: '',
    sys_created_on: '2026-06-01 12:30:00',
    sys_created_by: 'admin',
    sys_mod_count: '0',
  })
  expect(made.row.sys_id).toMatch(/^[0-9a-f]{32}$/)

  const changed = await call(emulator, 'PATCH', path, { body: { name: 'other' } })
  expect([changed.status, changed.row.name, changed.row.type, changed.row.sys_mod_count]).toEqual([
    200,
    'other',
    'key_store',
    '1',
  ])
  const put = await call(emulator, 'PUT', path, { body: { format: 'der' } })
  expect([put.status, put.row.name, put.row.format]).toEqual([200, 'other', 'der'])
  expect((await call(emulator, 'GET', path)).result).toEqual(put.result)

  const deleted = await call(emulator, 'DELETE', path)
  expect([deleted.status, deleted.text]).toEqual([204, ''])
  const gone = await call(emulator, 'GET', path)
  expect(gone.status).toBe(404)
  expect(JSON.parse(gone.text)).toEqual({
    error: { message: 'No Record found', detail: "Record doesn't exist or ACL restricts the record retrieval" },
    status: 'failure',
  })
  for (const method of ['PATCH', 'DELETE']) expect((await call(emulator, method, path, { body: {} })).status).toBe(404)
})

test('every version of the API has the same path', async () => {
  const emulator = await withCertificates()
  for (const version of ['', 'v1/', 'v2/']) {
    expect((await call(emulator, 'GET', `/api/now/${version}table/sys_certificate`)).result).toHaveLength(5)
  }
})

test('a change that changes nothing is no update', async () => {
  const emulator = await withCertificates()
  const { sys_id } = emulator.store.find('sys_certificate', 'name', 'alpha')!
  const { row } = await call(emulator, 'PATCH', `${TABLE}/sys_certificate/${sys_id}`, { body: { name: 'alpha' } })
  expect(row.sys_mod_count).toBe('0')
})

test('JSON booleans, numbers and null are stored as text', async () => {
  const emulator = await start()
  const body = { name: 17, active: false, warn_in_days_to_expire: 30, short_description: null }
  const { result } = await call(emulator, 'POST', `${TABLE}/sys_certificate`, { body })
  expect(result).toMatchObject({ name: '17', active: 'false', warn_in_days_to_expire: '30', short_description: '' })
})

test('of several records in a body the first is taken', async () => {
  const emulator = await start()
  await call(emulator, 'POST', `${TABLE}/sys_certificate`, { body: [{ name: 'first' }, { name: 'second' }] })
  expect(emulator.store.rows('sys_certificate').map(({ name }) => name)).toEqual(['first'])
})

test('unknown, computed and system columns of a body are dropped without a word', async () => {
  const emulator = await start()
  const body = {
    name: 'bank',
    colour: 'blue',
    constructor: 'x',
    expires: '2030-01-01 00:00:00',
    sys_id: 'f'.repeat(32),
    sys_created_by: 'eve',
  }
  const { status, row } = await call(emulator, 'POST', `${TABLE}/sys_certificate`, { body })
  expect(status).toBe(201)
  expect(row).toMatchObject({ name: 'bank', expires: '', sys_created_by: 'admin' })
  expect(row).not.toHaveProperty('colour')
  expect(row.sys_id).not.toBe('f'.repeat(32))
})

test('text is cut to its column', async () => {
  const emulator = await start()
  const body = { name: 'n'.repeat(200), pem_certificate: 'p'.repeat(5000) }
  const { row } = await call(emulator, 'POST', `${TABLE}/sys_certificate`, { body })
  expect([row.name?.length, row.pem_certificate?.length]).toEqual([128, 4000])
})

test('a mandatory column must be given, and cannot be emptied', async () => {
  const emulator = await start()
  const refused = { message: 'Operation Failed', detail: 'Data Policy Exception: Name is mandatory' }
  const missing = await call(emulator, 'POST', `${TABLE}/sys_certificate`, { body: { type: 'key_store' } })
  expect([missing.status, missing.error]).toEqual([403, refused])
  const { sys_id } = emulator.store.insert('sys_certificate', { name: 'bank' })
  const emptied = await call(emulator, 'PATCH', `${TABLE}/sys_certificate/${sys_id}`, { body: { name: '' } })
  expect([emptied.status, emptied.error]).toEqual([403, refused])
})

test('what cannot be understood is refused', async () => {
  const emulator = await withCertificates()
  const json = { 'content-type': 'application/json' }
  const cases: [string, string, Parameters<typeof call>[3], number, string][] = [
    ['GET', `${TABLE}/no_such_table`, {}, 400, 'Invalid table no_such_table'],
    ['POST', `${TABLE}/constructor`, { body: {} }, 400, 'Invalid table constructor'],
    ['GET', '/api/now/nothing', {}, 400, 'Requested URI does not represent any resource'],
    ['GET', '/api/acme/table/sys_certificate', {}, 400, 'Requested URI does not represent any resource'],
    ['GET', `${TABLE}/sys_certificate/%E0%A4%A`, {}, 400, 'Requested URI does not represent any resource'],
    ['GET', `${TABLE}/sys_certificate`, { headers: { accept: undefined } }, 400, 'Invalid header'],
    ['GET', `${TABLE}/sys_certificate`, { headers: { accept: 'text/html' } }, 406, 'Not acceptable'],
    ['POST', `${TABLE}/sys_certificate`, { body: {}, headers: { 'content-type': undefined } }, 400, 'Invalid header'],
    ['POST', `${TABLE}/sys_certificate`, { body: {}, headers: { 'content-type': 'text/xml' } }, 415, 'Unsupported media type'],
    [
      'POST',
      `${TABLE}/sys_certificate`,
      { body: Buffer.from('{"name":'), headers: json },
      400,
      'Exception while reading request',
    ],
    ['POST', `${TABLE}/sys_certificate/abc`, { body: {} }, 405, 'Method not allowed'],
    ['DELETE', `${TABLE}/sys_certificate`, {}, 405, 'Method not allowed'],
  ]
  for (const [method, path, options, status, message] of cases) {
    const reply = await call(emulator, method, path, options)
    expect([method, path, reply.status, reply.error]).toEqual([method, path, status, expect.objectContaining({ message })])
  }
  expect(emulator.store.rows('sys_certificate')).toHaveLength(5)
  const page = await call(emulator, 'GET', '/login.do')
  expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html;charset=UTF-8'])
})

test('names of protocol profiles are not checked', async () => {
  const emulator = await start()
  const made = await call(emulator, 'POST', `${TABLE}/sys_protocol_profile`, { body: { protocol: 'HTTPS-Profile' } })
  expect([made.status, made.row.protocol, made.row.default_port]).toEqual([201, 'HTTPS-Profile', '443'])
})

describe('paging', () => {
  const page = (limit: string, offset: string): string =>
    table('sys_certificate', {
      sysparm_query: 'ORDERBYname',
      sysparm_limit: limit,
      sysparm_offset: offset,
      sysparm_fields: 'name',
    })

  test('a page has its part of the rows, the count of all and links', async () => {
    const emulator = await withCertificates()
    const middle = await call(emulator, 'GET', page('2', '2'))
    expect(middle.result).toEqual([{ name: 'delta' }, { name: 'epsilon' }])
    expect(middle.headers['x-total-count']).toBe('5')
    const links = new Map(
      String(middle.headers.link)
        .split(',')
        .map((link) => /^<(.*)>;rel="(.*)"$/.exec(link)!)
        .map(([, url, relation]) => [relation, new URL(url!).searchParams.get('sysparm_offset')]),
    )
    expect([...links]).toEqual([
      ['first', '0'],
      ['prev', '0'],
      ['next', '4'],
      ['last', '4'],
    ])
    const next = /<([^>]*)>;rel="next"/.exec(String(middle.headers.link))![1]!
    const last = await call(emulator, 'GET', next)
    expect(last.result).toEqual([{ name: 'gamma' }])
    expect(last.headers.link).not.toContain('rel="next"')
  })

  test('empty parameters count as absent, and the count can be left out', async () => {
    const emulator = await withCertificates()
    const all = await call(
      emulator,
      'GET',
      table('sys_certificate', { sysparm_limit: '', sysparm_fields: '', sysparm_query: '' }),
    )
    expect(all.result).toHaveLength(5)
    expect(all.rows[0]).toHaveProperty('sys_id')
    expect(all.headers).not.toHaveProperty('link')
    const uncounted = await call(emulator, 'GET', table('sys_certificate', { sysparm_no_count: 'true' }))
    expect(uncounted.headers).not.toHaveProperty('x-total-count')
  })

  test('the limit is applied before access rules: a short page is not the last', async () => {
    const emulator = await withCertificates()
    const undo = emulator.hideRows('sys_certificate', ({ name }) => name === 'alpha' || name === 'beta')
    const first = await call(emulator, 'GET', page('2', '0'))
    expect([first.result, first.headers['x-total-count']]).toEqual([[], '5'])
    expect(first.headers.link).toContain('rel="next"')
    const hidden = emulator.store.find('sys_certificate', 'name', 'alpha')!
    const path = `${TABLE}/sys_certificate/${hidden.sys_id}`
    for (const method of ['GET', 'PATCH', 'DELETE']) expect((await call(emulator, method, path, { body: {} })).status).toBe(404)
    undo()
    expect((await call(emulator, 'GET', page('2', '0'))).result).toEqual([{ name: 'alpha' }, { name: 'beta' }])
  })
})

test('an answer to a write can be left out', async () => {
  const emulator = await start()
  const headers = { 'x-no-response-body': 'true' }
  const made = await call(emulator, 'POST', `${TABLE}/sys_certificate`, { body: { name: 'bank' }, headers })
  expect([made.status, made.text]).toEqual([201, ''])
  const changed = await call(emulator, 'PATCH', String(made.headers.location), { body: { name: 'other' }, headers })
  expect([changed.status, changed.text]).toEqual([204, ''])
  expect(emulator.store.rows('sys_certificate')[0]?.name).toBe('other')
})

describe('a column that the instance does not have', () => {
  test('is dropped in writes, absent from answers, queries and the dictionary', async () => {
    const emulator = await start()
    const undo = emulator.dropColumn('sys_certificate', 'warn_in_days_to_expire')
    const made = await call(emulator, 'POST', `${TABLE}/sys_certificate`, { body: { name: 'bank', warn_in_days_to_expire: '5' } })
    expect(made.status).toBe(201)
    expect(made.result).not.toHaveProperty('warn_in_days_to_expire')
    const found = await call(emulator, 'GET', table('sys_certificate', { sysparm_query: 'warn_in_days_to_expire=99' }))
    expect(found.result).toHaveLength(1)
    const dictionary = table('sys_dictionary', { sysparm_query: 'name=sys_certificate^element=warn_in_days_to_expire' })
    expect((await call(emulator, 'GET', dictionary)).result).toEqual([])
    undo()
    expect((await call(emulator, 'GET', dictionary)).result).toHaveLength(1)
    expect((await call(emulator, 'GET', `${TABLE}/sys_certificate`)).rows[0]).toHaveProperty('warn_in_days_to_expire')
  })
})
