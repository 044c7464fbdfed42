import { call, start, stopAll, table, TABLE } from './client.ts'

afterEach(stopAll)

const read = async (name: string, query: string, fields: string): Promise<unknown> => {
  const emulator = await start()
  const parameters = { sysparm_query: query, sysparm_fields: fields, sysparm_exclude_reference_link: 'true' }
  return (await call(emulator, 'GET', table(name, parameters))).result
}

test('the kinds of certificate records are found by their labels', async () => {
  const query = 'name=sys_certificate^element=type^language=en^inactive=false'
  expect(await read('sys_choice', query, 'label,value')).toEqual([
    { label: 'Trust Store Cert', value: 'trust_store' },
    { label: 'Java Key Store', value: 'key_store' },
    { label: 'PKCS12 Key Store', value: 'pkcs12_key_store' },
  ])
})

test('the dictionary tells the columns of a table', async () => {
  const query = 'name=sys_certificate^elementINpem_certificate,key_store_password,name'
  expect(await read('sys_dictionary', query, 'element,internal_type,max_length,mandatory,column_label')).toEqual([
    { element: 'name', internal_type: 'string', max_length: '128', mandatory: 'true', column_label: 'Name' },
    {
      element: 'pem_certificate',
      internal_type: 'string',
      max_length: '4000',
      mandatory: 'false',
      column_label: 'PEM Certificate',
    },
    {
      element: 'key_store_password',
      internal_type: 'password2',
      max_length: '255',
      mandatory: 'false',
      column_label: 'Key store password',
    },
  ])
})

test('the columns for mutual authentication are found by reference and label', async () => {
  const profiles = await read('sys_dictionary', 'reference=sys_protocol_profile', 'name,element')
  expect(profiles).toEqual([
    { name: 'sys_rest_message', element: 'protocol_name' },
    { name: 'sys_rest_message_fn', element: 'protocol_name' },
    { name: 'sys_soap_message', element: 'protocol_profile' },
    { name: 'sys_soap_message_function', element: 'protocol_profile' },
    { name: 'oauth_entity', element: 'protocol_name' },
    { name: 'http_connection', element: 'protocol_profile' },
  ])
  const flags = await read('sys_dictionary', 'internal_type=boolean^column_labelLIKEmutual', 'name,element')
  expect(flags).toEqual([
    { name: 'sys_rest_message', element: 'use_mutual_auth' },
    { name: 'sys_rest_message_fn', element: 'use_mutual_auth' },
    { name: 'sys_soap_message', element: 'enable_mutual_auth' },
    { name: 'sys_soap_message_function', element: 'enable_mutual_auth' },
    { name: 'oauth_entity', element: 'use_mutual_auth' },
    { name: 'http_connection', element: 'use_mutual_auth' },
  ])
})

test('columns of a parent stand under its name, and a table has a row of its own', async () => {
  expect(await read('sys_dictionary', 'element=sys_scope', 'name')).toEqual([{ name: 'sys_metadata' }])
  expect(await read('sys_dictionary', 'name=sys_certificate^elementISEMPTY', 'internal_type')).toEqual([
    { internal_type: 'collection' },
  ])
})

test('types of columns are references by name', async () => {
  const emulator = await start()
  const query = { sysparm_query: 'name=sys_protocol_profile^element=keystore', sysparm_fields: 'internal_type,reference' }
  expect((await call(emulator, 'GET', table('sys_dictionary', query))).result).toEqual([
    {
      internal_type: { link: `${emulator.url}/api/now/table/sys_glide_object?name=reference`, value: 'reference' },
      reference: { link: `${emulator.url}/api/now/table/sys_db_object?name=sys_certificate`, value: 'sys_certificate' },
    },
  ])
})

test('changes of messages are captured, once for each update set; those of certificates are not', async () => {
  const emulator = await start()
  const { store } = emulator
  const message = store.insert('sys_rest_message', { name: 'Bank' }).sys_id
  const change = (endpoint: string) =>
    call(emulator, 'PATCH', `${TABLE}/sys_rest_message/${message}`, { body: { rest_endpoint: endpoint } })
  const captured = async (): Promise<readonly unknown[]> => {
    const parameters = { sysparm_query: `name=sys_rest_message_${message}`, sysparm_fields: 'update_set.name,sys_updated_by' }
    return (await call(emulator, 'GET', table('sys_update_xml', parameters))).rows
  }
  await change('https://a.bank.example')
  await change('https://b.bank.example')
  expect(await captured()).toMatchObject([{ 'update_set.name': 'Default', sys_updated_by: 'admin' }])
  const user = store.find('sys_user', 'user_name', 'admin')!.sys_id
  const set = store.insert('sys_update_set', { name: 'Release 1' }).sys_id
  store.insert('sys_user_preference', { user, name: 'sys_update_set', value: set })
  await change('https://c.bank.example')
  expect(await captured()).toHaveLength(2)
  store.update('sys_update_set', set, { state: 'complete' })
  store.insert('sys_certificate', { name: 'bank' })
  await change('https://d.bank.example')
  expect(store.rows('sys_update_xml').map(({ name }) => name)).toEqual(Array(2).fill(`sys_rest_message_${message}`))
})

test('messages have a scope, and the instance a name', async () => {
  const emulator = await start({ instanceName: 'acmedev' })
  emulator.store.insert('sys_rest_message', { name: 'Bank Payments' })
  const messages = table('sys_rest_message', {
    sysparm_fields: 'name,sys_name,sys_class_name,sys_scope,sys_scope.scope',
    sysparm_exclude_reference_link: 'true',
  })
  expect((await call(emulator, 'GET', messages)).result).toEqual([
    {
      name: 'Bank Payments',
      sys_name: 'Bank Payments',
      sys_class_name: 'sys_rest_message',
      sys_scope: 'global',
      'sys_scope.scope': 'global',
    },
  ])
  const property = table('sys_properties', { sysparm_query: 'name=instance_name', sysparm_fields: 'value' })
  expect((await call(emulator, 'GET', property)).result).toEqual([{ value: 'acmedev' }])
})
