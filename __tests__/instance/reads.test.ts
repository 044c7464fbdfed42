import type { Condition } from '../../src/plan/ports.ts'
import { coded, failure, stopAll } from '../http/servers.ts'
import { certificate, id, instanceThat, list, refused } from './instances.ts'

afterEach(stopAll)

const named = (value: string): Condition => ({ column: 'name', operator: '=', value })
const begins = (value: string): Condition => ({ column: 'name', operator: 'STARTSWITH', value })

describe('find', () => {
  test('asks for what is needed, signed in, and gives rows under this project’s names', async () => {
    const { instance, seen } = await instanceThat(() => list([certificate(1, { name: 'bank', extra: 'x' })]))
    expect(await instance.find('certificate', [named('bank'), begins('bank (')])).toEqual([
      {
        sysId: id(1),
        columns: {
          name: 'bank',
          type: 'key_store',
          format: 'pem',
          active: 'true',
          pem: '',
          'warn-in-days': '20',
          created: '2026-11-23 10:00:00',
        },
      },
    ])
    expect(seen).toHaveLength(1)
    const [{ path, query, headers }] = seen as [(typeof seen)[0]]
    expect(path).toBe('/api/now/table/sys_certificate')
    expect(Object.fromEntries(query)).toEqual({
      sysparm_query: 'name=bank^ORnameSTARTSWITHbank (^ORDERBYsys_id',
      sysparm_fields:
        'sys_id,name,type,format,active,pem_certificate,warn_in_days_to_expire,notify_on_expiration,sys_created_on,sys_updated_on',
      sysparm_exclude_reference_link: 'true',
      sysparm_display_value: 'false',
      sysparm_limit: '500',
      sysparm_offset: '0',
    })
    expect(headers).toMatchObject({
      authorization: `Basic ${Buffer.from('admin:admin-password').toString('base64')}`,
      accept: 'application/json',
      'accept-encoding': 'identity',
    })
  })

  test('asks for the whole table when there is no condition', async () => {
    const { instance, seen } = await instanceThat(() =>
      list([{ sys_id: id(7), protocol: 'bankm', default_port: '443', keystore: id(1) }]),
    )
    expect(await instance.find('protocol-profile', [])).toEqual([
      { sysId: id(7), columns: { name: 'bankm', port: '443', keystore: id(1) } },
    ])
    expect(seen[0]!.query.get('sysparm_query')).toBe('ORDERBYsys_id')
  })

  test('compares again on this side: dropped query terms and ignored case bring foreign rows', async () => {
    const names = ['bank', 'Bank', 'bank ', 'BANK (new 1)', 'bank (new 1)', 'other', 'a bank (']
    const { instance } = await instanceThat(() => list(names.map((name, index) => certificate(index + 1, { name }))))
    const found = await instance.find('certificate', [named('bank'), begins('bank (')])
    expect(found.map(({ columns }) => columns.name)).toEqual(['bank', 'bank (new 1)'])
  })

  test('columns that not every release has may be absent', async () => {
    const row = { sys_id: id(1), name: 'Pay', use_mutual_auth: 'true', protocol_name: id(2), sys_scope: 'global' }
    const { instance } = await instanceThat(() => list([row]))
    expect((await instance.find('rest-message', [named('Pay')]))[0]!.columns).toEqual({
      name: 'Pay',
      'mutual-authentication': 'true',
      'protocol-profile': id(2),
      scope: 'global',
    })
  })

  test('a needed column that is absent is an error that names it', async () => {
    const { instance } = await instanceThat(() => list([{ ...certificate(1), active: undefined }]))
    const error = await failure(instance.find('certificate', []))
    expect(error).toEqual(coded('instance.column-dropped', 'table sys_certificate: the answer has no column active'))
  })

  test.each([
    ['a reference in the long form', { keystore: { link: 'x', value: id(1) } }, { keystore: id(1) }],
    ['a number', { default_port: 443 }, { port: '443' }],
    ['null', { keystore: null }, { keystore: '' }],
  ])('%s is read as the text that it means', async (_name, columns, expected) => {
    const row = { sys_id: id(7), protocol: 'bankm', default_port: '443', keystore: id(1), ...columns }
    const { instance } = await instanceThat(() => list([row]))
    expect((await instance.find('protocol-profile', []))[0]!.columns).toMatchObject(expected)
  })

  test('what is no text at all is not what was asked for', async () => {
    const { instance } = await instanceThat(() =>
      list([{ sys_id: id(7), protocol: ['bankm'], default_port: '443', keystore: id(1) }]),
    )
    expect(await failure(instance.find('protocol-profile', []))).toEqual(coded('instance.not-json', 'is no text'))
  })

  test.each([['../sys_user'], [''], [id(1).slice(1)], [`${id(1)}0`], ['A'.repeat(32)], [7], [undefined]])(
    'the sys_id %p is refused: it becomes part of paths',
    async (sysId) => {
      const { instance } = await instanceThat(() => list([certificate(1, { sys_id: sysId })]))
      expect(await failure(instance.find('certificate', []))).toEqual(coded('instance.not-json', 'sys_id'))
    },
  )

  test.each(['a^ORactive=true', 'a\nb', 'javascript:gs.log(1)', ' JavaScript:x', '\ud800'])(
    'the value %j cannot stand in a query and is not sent',
    async (value) => {
      const { instance, seen } = await instanceThat(() => list([]))
      expect(await failure(instance.find('certificate', [named(value)]))).toEqual(coded('internal'))
      expect(seen).toEqual([])
    },
  )

  test('many conditions become several URLs, none longer than fronts allow, and each row comes once', async () => {
    const names = Array.from({ length: 80 }, (_, index) => `Größe & Überweisung ${index}`)
    const { instance, seen, origin } = await instanceThat(() =>
      list(names.map((name, index) => certificate(index + 1, { name }))),
    )
    const found = await instance.find('certificate', names.map(named))
    expect(found.map(({ sysId }) => sysId)).toEqual(names.map((_, index) => id(index + 1)))
    expect(seen.length).toBeGreaterThan(2)
    for (const { url } of seen) expect(origin.length + url.length).toBeLessThanOrEqual(2000)
    const lists = seen.flatMap(({ query }) => query.get('sysparm_query')!.replace('^ORDERBYsys_id', '').split('^OR'))
    const asked = lists.flatMap((list) => list.replace(/^nameIN/, '').split(','))
    expect(new Set(asked)).toEqual(new Set(names))
    expect(asked).toHaveLength(names.length)
  })
})

describe('pages', () => {
  const all = Array.from({ length: 1200 }, (_, index) => certificate(index + 1))
  const page = (query: URLSearchParams) => {
    const offset = Number(query.get('sysparm_offset'))
    return all.slice(offset, offset + Number(query.get('sysparm_limit')))
  }

  test('are read until the total is covered', async () => {
    const { instance, seen } = await instanceThat(({ query }) => list(page(query), all.length))
    expect(await instance.find('certificate', [])).toHaveLength(1200)
    expect(seen.map(({ query }) => query.get('sysparm_offset'))).toEqual(['0', '500', '1000'])
  })

  test('a short page is not the last one; the rows that are missing are hidden', async () => {
    const { instance, seen } = await instanceThat(({ query }) => list(page(query).slice(2), all.length))
    const error = await failure(instance.find('certificate', []))
    expect(error).toEqual(coded('instance.rows-hidden', 'table sys_certificate: 6 of 1200 matching rows are hidden'))
    expect(seen).toHaveLength(3)
  })

  test('a hidden row among none is an error, not absence', async () => {
    const { instance } = await instanceThat(() => list([], 1))
    expect(await failure(instance.find('certificate', [named('bank')]))).toEqual(coded('instance.rows-hidden', '1 of 1'))
    expect(await failure(instance.read('certificate', id(1)))).toEqual(coded('instance.rows-hidden'))
  })

  test('without a total they are read until one is empty', async () => {
    const { instance, seen } = await instanceThat(({ query }) => list(page(query), null))
    expect(await instance.find('certificate', [])).toHaveLength(1200)
    expect(seen).toHaveLength(4)
  })

  test('an instance that ignores the offset cannot keep us for ever', async () => {
    const { instance, seen } = await instanceThat(() => list(all.slice(0, 500), null))
    expect(await instance.find('certificate', [])).toHaveLength(500)
    expect(seen).toHaveLength(2)
    const counted = await instanceThat(() => list(all.slice(0, 500), 1200))
    expect(await failure(counted.instance.find('certificate', []))).toEqual(coded('instance.rows-hidden', '700 of 1200'))
    expect(counted.seen).toHaveLength(3)
  })

  test('nor one that always has more', async () => {
    const { instance, seen } = await instanceThat(({ query }) => {
      const offset = Number(query.get('sysparm_offset'))
      return list(
        Array.from({ length: 500 }, (_, index) => ({
          sys_id: id(offset + index + 1),
          protocol: '',
          default_port: '',
          keystore: '',
        })),
        null,
      )
    })
    expect(await failure(instance.find('protocol-profile', []))).toEqual(coded('instance.too-large', 'more than 50000 rows'))
    expect(seen).toHaveLength(101)
    const huge = await instanceThat(() => list([], 999_999_999))
    expect(await failure(huge.instance.find('certificate', []))).toEqual(coded('instance.too-large'))
  })
})

describe('read', () => {
  test('gives the row, or undefined where there is none', async () => {
    const { instance, seen } = await instanceThat(({ query }) =>
      query.get('sysparm_query')!.startsWith(`sys_id=${id(1)}^`) ? list([certificate(1)]) : list([]),
    )
    expect((await instance.read('certificate', id(1)))?.columns).toMatchObject({ name: 'certificate-1' })
    expect(await instance.read('certificate', id(2))).toBeUndefined()
    expect(seen).toHaveLength(2)
  })

  test('does not take another row for it', async () => {
    const { instance } = await instanceThat(() => list([certificate(2), certificate(3)]))
    expect(await instance.read('certificate', id(1))).toBeUndefined()
  })
})

describe('attachments', () => {
  const attachment = (number: number, record: number, more = {}) => ({
    sys_id: id(number),
    table_name: 'sys_certificate',
    table_sys_id: id(record),
    file_name: 'bank.jks',
    size_bytes: '2300',
    hash: 'AB'.repeat(32),
    ...more,
  })

  test('are those of the records asked for', async () => {
    const { instance, seen } = await instanceThat(() =>
      list([
        attachment(10, 1),
        attachment(11, 3),
        attachment(12, 1, { table_name: 'incident' }),
        attachment(13, 2, { hash: '' }),
      ]),
    )
    expect(await instance.attachments([id(1), id(2), id(1)])).toEqual([
      { sysId: id(10), recordId: id(1), fileName: 'bank.jks', size: 2300, hash: 'ab'.repeat(32) },
      { sysId: id(13), recordId: id(2), fileName: 'bank.jks', size: 2300, hash: '' },
    ])
    expect(seen[0]!.path).toBe('/api/now/attachment')
    expect(seen[0]!.query.get('sysparm_query')).toBe(`table_name=sys_certificate^table_sys_idIN${id(1)},${id(2)}^ORDERBYsys_id`)
  })

  test('of none are none, and nothing is asked', async () => {
    const { instance, seen } = await instanceThat(() => list([]))
    expect(await instance.attachments([])).toEqual([])
    expect(seen).toEqual([])
  })

  test('of many records are asked for in several URLs', async () => {
    const records = Array.from({ length: 130 }, (_, index) => id(index + 1))
    const { instance, seen, origin } = await instanceThat(() => list([]))
    await instance.attachments(records)
    expect(seen.length).toBe(3)
    for (const { url } of seen) expect(origin.length + url.length).toBeLessThanOrEqual(2000)
    const asked = seen.flatMap(({ query }) => /IN([0-9a-f,]*)/.exec(query.get('sysparm_query')!)![1]!.split(','))
    expect(asked.sort()).toEqual(records)
  })

  test('hidden ones are an error, odd ones too', async () => {
    const hidden = await instanceThat(() => list([attachment(10, 1)], 2))
    expect(await failure(hidden.instance.attachments([id(1)]))).toEqual(
      coded('instance.rows-hidden', 'attachments of sys_certificate'),
    )
    const odd = await instanceThat(() => list([attachment(10, 1, { size_bytes: 'many' })]))
    expect(await failure(odd.instance.attachments([id(1)]))).toEqual(coded('instance.not-json'))
    const nameless = await instanceThat(() => list([attachment(10, 1, { file_name: undefined })]))
    expect(await failure(nameless.instance.attachments([id(1)]))).toEqual(coded('instance.column-dropped', 'file_name'))
  })
})

describe('download', () => {
  test('gives the bytes, whatever type they were stored with', async () => {
    const content = Buffer.from([0, 255, 1, 254])
    const { instance, seen } = await instanceThat(() => ({
      body: content,
      headers: { 'content-type': 'application/x-java-keystore' },
    }))
    expect(await instance.download(id(5), 100)).toEqual(content)
    expect(seen[0]!.path).toBe(`/api/now/attachment/${id(5)}/file`)
    expect(seen[0]!.headers.accept).toBe('*/*')
  })

  test('reads no further than allowed', async () => {
    const { instance } = await instanceThat(() => ({
      body: Buffer.alloc(101),
      headers: { 'content-type': 'application/octet-stream' },
    }))
    expect(await failure(instance.download(id(5), 100))).toEqual(coded('instance.too-large'))
  })

  test('takes no web page for a file, and knows one that is gone', async () => {
    const page = { body: '<html><title>Sign on</title>', headers: { 'content-type': 'text/html' } }
    expect(await failure((await instanceThat(() => page)).instance.download(id(5), 1000))).toEqual(
      coded('instance.not-json', `attachment ${id(5)}: the answer is a web page with the title "Sign on"`),
    )
    const gone = await instanceThat(() => refused(404, 'No Record found', "Record doesn't exist"))
    expect(await failure(gone.instance.download(id(5), 1000))).toEqual(coded('record.changed', `attachment ${id(5)}`))
  })
})

test('describe tells tables and columns as the instance has them', async () => {
  const { instance, seen } = await instanceThat(() => list([]))
  expect(instance.describe('protocol-profile')).toEqual({
    table: 'sys_protocol_profile',
    columns: { name: 'protocol', port: 'default_port', keystore: 'keystore', created: 'sys_created_on' },
  })
  expect(instance.describe('rest-message').columns.scope).toBe('sys_scope')
  expect(seen).toEqual([])
})
