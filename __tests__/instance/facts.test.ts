import { coded, failure, stopAll } from '../http/servers.ts'
import { id, instanceThat, list, refused, type Reply, type Seen } from './instances.ts'

afterEach(stopAll)

type Tables = Partial<Record<'sys_properties' | 'sys_choice' | 'sys_dictionary', Reply>>

let number = 100
const rows = (...values: readonly Readonly<Record<string, unknown>>[]): Reply =>
  list(values.map((value) => ({ sys_id: id((number += 1)), ...value })))

const factsOf = async (tables: Tables) => {
  const { instance, seen, origin } = await instanceThat(({ table }) => tables[table as keyof Tables] ?? list([]))
  return { facts: await instance.facts(), instance, seen, origin }
}

const choice = (label: string, value: string, more = {}) => ({
  name: 'sys_certificate',
  element: 'type',
  label,
  value,
  inactive: 'false',
  ...more,
})

const column = (name: string, element: string, more = {}) => ({
  name,
  element,
  reference: '',
  internal_type: 'string',
  max_length: '40',
  ...more,
})

/** What refers to profiles where the dictionary tells of nothing. */
const STOCK = [
  { table: 'sys_rest_message', column: 'protocol_name', list: false, assumed: true },
  { table: 'sys_rest_message_fn', column: 'protocol_name', list: false, assumed: true },
  { table: 'sys_soap_message', column: 'protocol_profile', list: false, assumed: true },
  { table: 'sys_soap_message_function', column: 'protocol_profile', list: false, assumed: true },
]

const KNOWN = { jks: 'key_store', pkcs12: 'pkcs12_key_store', trusted: 'trust_store' }

test('what is known stands in where the instance tells nothing', async () => {
  const { facts, origin, seen, instance } = await factsOf({})
  expect(facts).toEqual({
    origin,
    name: '',
    certificateTypes: KNOWN,
    pemMaxLength: 4000,
    passwordMaxLength: 255,
    missingColumns: [],
    // A dictionary that lists nothing hides its rows.
    referring: undefined,
    connection: undefined,
    unavailable: { connection: 'connections: the dictionary of the instance knows no column for mutual authentication' },
  })
  await instance.facts()
  expect(seen.map(({ table }) => table).sort()).toEqual(['sys_choice', 'sys_dictionary', 'sys_properties'])
})

test('an instance without a dictionary is believed to have stock columns', async () => {
  const { facts } = await factsOf({ sys_dictionary: refused(400, 'Invalid table sys_dictionary') })
  expect(facts).toMatchObject({ referring: { certificate: [], 'protocol-profile': STOCK } })
})

test('the name is the property, fit to be shown', async () => {
  const property = (name: string, value: string) => ({ name, value })
  expect(
    (await factsOf({ sys_properties: rows(property('glide.war', 'x'), property('instance_name', ' acmedev ')) })).facts.name,
  ).toBe('acmedev')
  expect((await factsOf({ sys_properties: rows(property('Instance_Name', 'acmedev')) })).facts.name).toBe('')
  const hostile = await factsOf({ sys_properties: rows(property('instance_name', `a\n::b${'c'.repeat(500)}`)) })
  expect(hostile.facts.name).toMatch(/^a ::bc{94}…$/)
})

describe('the choices of the type', () => {
  test.each([
    [
      'other values',
      [choice('Java Key Store', 'java_keystore'), choice('Trust Store Cert', 'ts')],
      { jks: 'java_keystore', trusted: 'ts' },
    ],
    ['labels told differently', [choice(' java keystore', 'a'), choice('PKCS#12 Key Store', 'b')], { jks: 'a', pkcs12: 'b' }],
    ['inactive ones', [choice('Java Key Store', 'old', { inactive: 'true' })], {}],
    [
      'those of other columns',
      [choice('Java Key Store', 'x', { element: 'format' }), choice('Java Key Store', 'y', { name: 'z' })],
      {},
    ],
    ['two values for one label', [choice('Java Key Store', 'a'), choice('Java Key Store', 'b')], {}],
    ['one value in two languages', [choice('Java Key Store', 'a'), choice('Java Key Store', 'a')], { jks: 'a' }],
    ['a value that cannot be one', [choice('Java Key Store', 'a b^c')], {}],
    ['no value', [choice('Java Key Store', '')], {}],
  ])('%s', async (_name, choices, expected) => {
    expect((await factsOf({ sys_choice: rows(...choices) })).facts.certificateTypes).toEqual({ ...KNOWN, ...expected })
  })
})

describe('the columns of a connection', () => {
  const profile = (table: string, element: string) => column(table, element, { reference: 'sys_protocol_profile' })
  const flag = (table: string, element: string, label: string) =>
    column(table, element, { internal_type: 'boolean', column_label: label })

  test.each([
    ['its own', [profile('http_connection', 'pp'), flag('http_connection', 'ma', 'Mutual authentication')]],
    ['those of its parent', [profile('sys_connection', 'pp'), flag('sys_connection', 'ma', 'Use mutual auth')]],
    [
      'among others',
      [
        profile('sys_rest_message', 'x'),
        flag('http_connection', 'use_mid', 'Use MID server'),
        flag('sys_rest_message', 'y', 'Mutual'),
        profile('http_connection', 'pp'),
        flag('sys_connection', 'ma', 'Enforce MUTUAL TLS'),
      ],
    ],
  ])('are asked of the dictionary: %s', async (_name, told) => {
    const { facts, instance } = await factsOf({ sys_dictionary: rows(...told) })
    expect(facts.unavailable).toEqual({})
    expect(instance.describe('connection')).toMatchObject({ table: 'http_connection' })
    await instance.find('connection', [])
    expect(instance.describe('connection').columns).toMatchObject({ 'mutual-authentication': 'ma', 'protocol-profile': 'pp' })
  })

  test('are told by their names where labels are in the language of the account', async () => {
    const german = [
      profile('http_connection', 'pp'),
      flag('http_connection', 'use_mutual_authentication', 'Gegenseitige Authentifizierung'),
      flag('http_connection', 'active', 'Aktiv'),
    ]
    const { instance } = await factsOf({ sys_dictionary: rows(...german) })
    await instance.find('connection', [])
    expect(instance.describe('connection').columns).toMatchObject({ 'mutual-authentication': 'use_mutual_authentication' })
  })

  test.each([
    ['no profile', [flag('http_connection', 'ma', 'Mutual')], 'knows no column'],
    ['no flag', [profile('http_connection', 'pp'), flag('http_connection', 'x', 'Active')], 'knows no column'],
    [
      'two flags',
      [profile('http_connection', 'pp'), flag('http_connection', 'a', 'Mutual'), flag('http_connection', 'b', 'mutual')],
      'cannot be told: pp, a, b',
    ],
    ['hostile names', [profile('http_connection', 'a^b'), flag('http_connection', 'ma', 'Mutual')], 'no usable column names'],
  ])('cannot be known: %s', async (_name, told, why) => {
    const { facts, instance } = await factsOf({ sys_dictionary: rows(...told) })
    expect(facts.unavailable.connection).toContain(why)
    expect(await failure(instance.find('connection', []))).toEqual(coded('record.unclear', why))
  })

  test('cannot be known where the dictionary may not be read', async () => {
    const { facts } = await factsOf({ sys_dictionary: refused(403, 'Insufficient rights to query records') })
    expect(facts.unavailable.connection).toContain('may not read sys_dictionary')
  })
})

describe('the dictionary', () => {
  test('is asked once for all', async () => {
    const { seen } = await factsOf({})
    const query = seen.find(({ table }) => table === 'sys_dictionary')!.query.get('sysparm_query')
    expect(query).toBe(
      'nameINsys_certificate,sys_protocol_profile,sys_rest_message,sys_soap_message' +
        '^elementINname,type,format,active,pem_certificate,warn_in_days_to_expire,key_store_password,protocol,default_port,keystore,' +
        'use_mutual_auth,protocol_name,enable_mutual_auth,protocol_profile' +
        '^NQreference=sys_certificate^NQreference=sys_protocol_profile' +
        '^NQnameINhttp_connection,sys_connection^internal_type=boolean^ORDERBYsys_id',
    )
  })

  test.each([
    ['8000', 8000],
    ['', 4000],
    ['-1', 4000],
    ['lots', 4000],
  ])('tells how much PEM fits: %j', async (max, expected) => {
    const dictionary = rows(
      column('other', 'pem_certificate', { max_length: '7' }),
      column('sys_certificate', 'pem_certificate', { max_length: max }),
    )
    expect((await factsOf({ sys_dictionary: dictionary })).facts.pemMaxLength).toBe(expected)
  })

  test('columns are missing only where most others of the table are listed', async () => {
    const dictionary = rows(
      column('sys_soap_message', 'enable_mutual_auth'),
      column('sys_protocol_profile', 'protocol'),
      column('sys_protocol_profile', 'keystore', { reference: 'sys_certificate' }),
      column('sys_certificate', 'pem_certificate'),
    )
    expect((await factsOf({ sys_dictionary: dictionary })).facts.missingColumns).toEqual([
      { kind: 'protocol-profile', column: 'port' },
    ])
  })

  test('a missing column that has no name of ours is named as the instance would', async () => {
    const own = ['name', 'type', 'format', 'active', 'pem_certificate', 'warn_in_days_to_expire']
    const { facts } = await factsOf({ sys_dictionary: rows(...own.map((name) => column('sys_certificate', name))) })
    expect(facts.missingColumns).toEqual([{ kind: 'certificate', column: 'key_store_password' }])
  })

  test('references to certificates are those of others than profiles', async () => {
    const certificate = { reference: 'sys_certificate', internal_type: 'reference' }
    const dictionary = rows(
      column('sys_protocol_profile', 'keystore', certificate),
      column('ldap_server_config', 'certificate', certificate),
      column('saml2_update', 'certificates', { ...certificate, internal_type: 'glide_list' }),
      column('incident', 'caller_id', { ...certificate, reference: 'sys_user' }),
      column('x/../y', 'certificate', certificate),
      column('table', 'a^b', certificate),
    )
    expect((await factsOf({ sys_dictionary: dictionary })).facts).toMatchObject({
      referring: {
        certificate: [
          { table: 'ldap_server_config', column: 'certificate', list: false },
          { table: 'saml2_update', column: 'certificates', list: true },
        ],
      },
    })
  })
})

describe('tables that only advise', () => {
  test.each([
    ['refused', refused(403, 'Insufficient rights to query records')],
    ['absent', refused(400, 'Invalid table x')],
    ['hidden in part', list([], 3)],
    ['asked with terms that were dropped', list([], 400_000)],
  ])('may be %s', async (_name, reply) => {
    const { facts, origin } = await factsOf({ sys_properties: reply, sys_choice: reply, sys_dictionary: reply })
    expect(facts).toMatchObject({ origin, name: '', certificateTypes: KNOWN, pemMaxLength: 4000 })
  })

  test.each([
    ['refused credentials', refused(401, 'User Not Authenticated'), 'instance.unauthenticated'],
    [
      'a sleeping instance',
      { body: '<title>Instance Hibernating page</title>', headers: { 'content-type': 'text/html' } },
      'instance.asleep',
    ],
    ['something else than an instance', { body: 'hello', headers: { 'content-type': 'text/plain' } }, 'instance.not-json'],
    ['a server error', refused(500, 'x'), 'instance.server-error'],
    ['a rate limit', { ...refused(429, 'Rate limit exceeded'), headers: { 'retry-after': '3600' } }, 'instance.rate-limited'],
  ])('but %s is told', async (_name, reply, code) => {
    for (const table of ['sys_properties', 'sys_choice', 'sys_dictionary'] as const) {
      expect(await failure(factsOf({ [table]: reply }))).toMatchObject({ code })
    }
  })
})

describe('referenced', () => {
  const references = (internal_type: string): Reply =>
    rows(column('ldap_config', 'certificate', { reference: 'sys_certificate', internal_type }))
  const ids = [id(1), id(2), id(3)]
  const asking = async (internalType: string, answer: (request: Seen) => Reply) => {
    const { instance, seen } = await instanceThat((request) =>
      request.table === 'sys_dictionary'
        ? references(internalType)
        : request.table === 'ldap_config'
          ? answer(request)
          : list([]),
    )
    const told = await instance.referenced('certificate', ids)
    const found = new Map([...told].map(([sysId, list]) => [sysId, list.map(({ where }) => where)]))
    return { found, asked: seen.filter(({ table }) => table === 'ldap_config') }
  }
  const all = new Map(ids.map((sysId) => [sysId, ['ldap_config.certificate']]))

  test('tells what refers to which record', async () => {
    const { found, asked } = await asking('reference', () =>
      rows({ certificate: id(2) }, { certificate: id(8) }, { certificate: '' }),
    )
    expect(found).toEqual(new Map([[id(2), ['ldap_config.certificate']]]))
    expect(asked.map(({ query }) => query.get('sysparm_query'))).toEqual([`certificateIN${ids.join(',')}^ORDERBYsys_id`])
    expect(asked[0]!.query.get('sysparm_fields')).toBe('sys_id,certificate')
  })

  test('looks into lists', async () => {
    const { found, asked } = await asking('glide_list', () => rows({ certificate: `${id(7)},${id(1)}` }))
    expect(found).toEqual(new Map([[id(1), ['ldap_config.certificate']]]))
    expect(asked[0]!.query.get('sysparm_query')).toBe(
      `certificateLIKE${id(1)}^ORcertificateLIKE${id(2)}^ORcertificateLIKE${id(3)}^ORDERBYsys_id`,
    )
  })

  test.each([
    ['that may not be read', refused(403, 'Insufficient rights to query records')],
    ['with hidden rows', list([], 1)],
    ['whose column is hidden', rows({ other: 'x' })],
    ['that answers nothing', refused(404, 'No Record found')],
  ])('a table %s counts as one that refers to each', async (_name, reply) => {
    expect((await asking('reference', () => reply)).found).toEqual(all)
  })

  test('a table that is not there refers to none', async () => {
    expect((await asking('reference', () => refused(400, 'Invalid table ldap_config'))).found).toEqual(new Map())
  })

  test('an instance that fails is an error', async () => {
    expect(await failure(asking('reference', () => refused(500, 'x')))).toEqual(coded('instance.server-error'))
  })

  test('of no records is nothing, and asks no table for them', async () => {
    const { instance, seen } = await instanceThat(({ table }) =>
      table === 'sys_dictionary' ? references('reference') : list([]),
    )
    expect(await instance.referenced('certificate', [])).toEqual(new Map())
    expect(seen.filter(({ table }) => table === 'ldap_config')).toEqual([])
  })
})
