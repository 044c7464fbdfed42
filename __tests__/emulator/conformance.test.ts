import type { Emulator } from '../../emulator/index.ts'
import { ATTACHMENT, call, start, stopAll, table, TABLE, upload } from './client.ts'

/** What clients that know nothing of this project send, and expect of any instance: collections for Ansible, libraries for Python. */

afterEach(stopAll)

const NOW = new Date('2026-11-24T12:00:00Z')

async function incidents(): Promise<Emulator> {
  const emulator = await start({ now: () => NOW })
  const admin = emulator.store.find('sys_user', 'user_name', 'admin')!.sys_id
  for (const short_description of ['first', 'second', 'third']) {
    emulator.store.insert('incident', { short_description, caller_id: short_description === 'third' ? '' : admin })
  }
  return emulator
}

const found = async (emulator: Emulator, parameters: Record<string, string>): Promise<(string | undefined)[]> => {
  const { rows } = await call(emulator, 'GET', table('incident', parameters))
  return rows.map(({ short_description }) => short_description)
}

describe('parameters', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['one column', { short_description: 'second' }, ['second']],
    ['several columns', { short_description: 'second', state: '1' }, ['second']],
    ['a column beyond a reference', { 'caller_id.user_name': 'admin' }, ['first', 'second']],
    ['beside a query', { sysparm_query: 'numberENDSWITH1', state: '1' }, ['first']],
    ['a value that nothing has', { number: '0' }, []],
    ['an unknown column', { colour: 'blue' }, ['first', 'second', 'third']],
  ])('plain ones are filters: %s', async (_name, parameters, expected) => {
    expect(await found(await incidents(), parameters)).toEqual(expected)
  })

  test('empty ones count as absent', async () => {
    const empty = { sysparm_query: '', sysparm_fields: '', sysparm_view: '', sysparm_limit: '', sysparm_display_value: '' }
    const emulator = await incidents()
    const { rows } = await call(emulator, 'GET', table('incident', empty))
    expect(rows.map(({ state }) => state)).toEqual(['1', '1', '1'])
  })

  test.each(['true', 'True', 'TRUE'])('yes is written %s', async (yes) => {
    const emulator = await incidents()
    const read = { sysparm_display_value: yes, sysparm_exclude_reference_link: yes, sysparm_no_count: yes, sysparm_limit: '1' }
    const reply = await call(emulator, 'GET', table('incident', { ...read, sysparm_suppress_pagination_header: yes }))
    expect(reply.row).toMatchObject({ state: 'New', caller_id: 'System Administrator' })
    expect([reply.headers['x-total-count'], reply.headers.link]).toEqual([undefined, undefined])
    const path = table('sys_user', { sysparm_input_display_value: yes })
    await call(emulator, 'POST', path, { body: { user_name: 'joe', user_password: 'secret' } })
    expect((await call(emulator, 'GET', table('incident'), { as: 'joe:secret' })).status).toBe(200)
  })

  test.each(['false', 'False', 'no', ''])('no is written %j', async (no) => {
    const { row } = await call(await incidents(), 'GET', table('incident', { sysparm_display_value: no, sysparm_limit: '1' }))
    expect(row.state).toBe('1')
  })
})

describe('values', () => {
  test('JSON booleans and numbers of a body', async () => {
    const emulator = await incidents()
    const { row } = await call(emulator, 'POST', table('incident'), { body: { active: false, impact: 1, urgency: 2 } })
    expect(row).toMatchObject({ active: 'false', impact: '1', urgency: '2', priority: '2' })
    const user = await call(emulator, 'POST', table('sys_user'), { body: { user_name: 'a', web_service_access_only: true } })
    expect(user.row.web_service_access_only).toBe('true')
  })

  test('value and display value side by side', async () => {
    const { result } = await call(
      await incidents(),
      'GET',
      table('incident', { sysparm_display_value: 'all', sysparm_limit: '1' }),
    )
    expect(result).toEqual([
      expect.objectContaining({
        state: { display_value: 'New', value: '1' },
        active: { display_value: 'true', value: 'true' },
        sys_created_on: { display_value: '2026-11-24 04:00:00', value: '2026-11-24 12:00:00' },
        caller_id: {
          display_value: 'System Administrator',
          value: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
          link: expect.stringContaining('/api/now/table/sys_user/') as string,
        },
      }),
    ])
  })

  test('display values as input: labels, names, times of the user', async () => {
    const emulator = await incidents()
    emulator.store.insert('cmn_department', { name: 'IT' })
    const path = (name: string): string =>
      table(name, { sysparm_input_display_value: 'true', sysparm_exclude_reference_link: 'true', sysparm_display_value: 'false' })
    const incident = await call(emulator, 'POST', path('incident'), {
      body: { state: 'In Progress', caller_id: 'System Administrator' },
    })
    expect(incident.row).toMatchObject({ state: '2', caller_id: emulator.store.find('sys_user', 'user_name', 'admin')!.sys_id })
    const user = await call(emulator, 'POST', path('sys_user'), {
      body: { user_name: 'x', department: 'IT', first_name: 'A', last_name: 'B' },
    })
    expect(user.row).toMatchObject({ department: emulator.store.find('cmn_department', 'name', 'IT')!.sys_id, name: 'A B' })
  })
})

describe('numbers', () => {
  test('are given out one after another, and never twice', async () => {
    const emulator = await incidents()
    const create = async (body: object): Promise<[string | undefined, string]> => {
      const { row } = await call(emulator, 'POST', table('incident'), { body })
      return [row.number, row.sys_id]
    }
    expect(emulator.store.rows('incident').map(({ number }) => number)).toEqual(['INC0010001', 'INC0010002', 'INC0010003'])
    const [number, sysId] = await create({})
    expect(number).toBe('INC0010004')
    await call(emulator, 'DELETE', `${TABLE}/incident/${sysId}`)
    expect((await create({ number: '' }))[0]).toBe('INC0010005')
    expect((await create({ number: 'INC0000007' }))[0]).toBe('INC0000007')
  })
})

describe('counts', () => {
  test('every list has X-Total-Count, whatever the page', async () => {
    const emulator = await incidents()
    const { sys_id: sysId } = emulator.store.rows('incident')[0]!
    for (const name of ['a', 'b'])
      emulator.store.putAttachment({ table: 'incident', sysId, fileName: name, content: Buffer.from(name) })
    const counts = async (path: string): Promise<unknown> => (await call(emulator, 'GET', path)).headers['x-total-count']
    expect(await counts(table('incident'))).toBe('3')
    expect(await counts(table('incident', { sysparm_limit: '1', sysparm_offset: '9' }))).toBe('3')
    expect(await counts(table('incident', { number: 'none' }))).toBe('0')
    expect(await counts(`${ATTACHMENT}?table_name=incident&table_sys_id=${sysId}&sysparm_limit=1`)).toBe('2')
  })
})

describe('attachments', () => {
  test('are found by plain parameters and told by the SHA-256 of their content', async () => {
    const emulator = await incidents()
    const { sys_id: sysId } = emulator.store.rows('incident')[0]!
    const extra = '&content_type=text%2Fplain&hash=of-the-client'
    const { row } = await call(emulator, 'POST', upload('incident', sysId, 'a.txt') + extra, { body: Buffer.from('abc') })
    expect(row.hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    const list = await call(emulator, 'GET', `${ATTACHMENT}?table_name=incident&table_sys_id=${sysId}`)
    expect(list.rows.map(({ file_name, hash }) => [file_name, hash])).toEqual([['a.txt', row.hash]])
    expect((await call(emulator, 'GET', `${ATTACHMENT}/wrong/file`)).error).toMatchObject({ message: 'No Record found' })
  })
})

describe('long URLs', () => {
  const QUERY = `number=INC0010002${'^ORsys_id=00000000000000000000000000000000'.repeat(80)}`

  test('have a short name that stands for their parameters', async () => {
    const emulator = await incidents()
    const long = `${emulator.url}${table('incident', { sysparm_query: QUERY, sysparm_fields: 'number' })}`
    const { status, result } = await call(emulator, 'POST', '/api/now/tinyurl', { body: { url: long } })
    expect([status, result]).toEqual([201, expect.stringMatching(/^incident_list\.do\?sysparm_tiny=[0-9a-f]{32}$/)])
    const tiny = new URLSearchParams(String(result).split('?')[1]).get('sysparm_tiny')!
    expect((await call(emulator, 'GET', table('incident', { sysparm_tiny: tiny }))).result).toEqual([{ number: 'INC0010002' }])
    expect((await call(emulator, 'GET', table('incident', { sysparm_tiny: 'unknown' }))).status).toBe(400)
    expect((await call(emulator, 'POST', '/api/now/tinyurl', { body: {} })).status).toBe(400)
  })
})

describe('queries', () => {
  test.each([
    ['sys_created_on>javascript:gs.dateGenerate("2026-11-24 11:59:59")', 3],
    ['sys_created_on>javascript:gs.dateGenerate("2026-11-24 12:00:01")', 0],
    ["sys_created_onBETWEENjavascript:gs.dateGenerate('2026-11-24','start')@javascript:gs.dateGenerate('2026-11-24','end')", 3],
    ['sys_created_onONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()', 3],
    ['sys_created_onNOTONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()', 0],
    ['sys_created_onONYesterday@javascript:gs.beginningOfYesterday()@javascript:gs.endOfYesterday()', 0],
    ['sys_created_on>=javascript:gs.minutesAgo(5)', 3],
    ['sys_created_on<javascript:gs.hoursAgo(1)', 0],
    ['sys_created_on>=javascript:gs.daysAgoStart(1)', 3],
    ['sys_created_onRELATIVEGE@hour@ago@2', 3],
    ['sys_created_onRELATIVELT@day@ago@1', 0],
    ['caller_id=javascript:gs.getUserID()', 2],
    ['caller_id.user_name=javascript:gs.getUserName()', 2],
    ['short_description=javascript:gs.eval("x")', 0],
    ['short_descriptionCONTAINSir', 2],
    ['short_descriptionDOES NOT CONTAINir', 1],
    ['caller_idISEMPTY', 1],
    ['short_descriptionANYTHING', 3],
    ['descriptionEMPTYSTRING', 3],
    ['impactSAMEASurgency', 3],
    ['impactNSAMEASurgency', 0],
    ['impactGT_OR_EQUALS_FIELDstate', 3],
    ['stateGT_FIELDimpact', 0],
    ['state=1^short_description=first^ORshort_description=third', 2],
    ['short_description=first^NQshort_description=third', 2],
    ['state=1^GROUPBYcaller_id', 3],
  ])('%s', async (query, count) => {
    expect(await found(await incidents(), { sysparm_query: query })).toHaveLength(count)
  })
})
