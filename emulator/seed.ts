import { createHash } from 'node:crypto'
import type { Database } from './database.ts'
import type { Values } from './schema.ts'
import type { Store } from './store.ts'
import { columnsOf, TABLES } from './tables.ts'

const STOCK_TIME = '2026-01-01 00:00:00'

/** The sys_id of a stock record: the same on every instance. */
const stockId = (...names: string[]): string => createHash('md5').update(names.join('.')).digest('hex')

function put(database: Database, table: string, sysId: string, values: Values): void {
  const row: Record<string, string> = {}
  for (const [name, column] of Object.entries(columnsOf(table))) row[name] = column.default ?? ''
  const system = { sys_created_on: STOCK_TIME, sys_created_by: 'system', sys_updated_on: STOCK_TIME, sys_updated_by: 'system' }
  database.put(table, sysId, { ...row, ...system, sys_mod_count: '0', ...values, sys_id: sysId })
}

/** What describes the tables: sys_db_object, sys_dictionary, sys_choice. Columns of a parent stand under the parent's name. */
export function seedDescriptions(database: Database): void {
  const types = new Set<string>()
  for (const [name, table] of Object.entries(TABLES)) {
    const parent = table.parent === undefined ? '' : stockId('sys_db_object', table.parent)
    put(database, 'sys_db_object', stockId('sys_db_object', name), { name, label: table.label, super_class: parent })
    put(database, 'sys_dictionary', stockId('sys_dictionary', name), {
      name,
      internal_type: 'collection',
      column_label: table.label,
    })
    for (const [element, column] of Object.entries(table.columns)) {
      types.add(column.type)
      put(database, 'sys_dictionary', stockId('sys_dictionary', name, element), {
        name,
        element,
        internal_type: column.type,
        max_length: String(column.maxLength),
        reference: column.reference ?? '',
        column_label: column.label,
        mandatory: String(column.mandatory === true),
        default_value: column.default ?? '',
      })
      for (const [sequence, [value, label]] of Object.entries(column.choices ?? {}).entries()) {
        put(database, 'sys_choice', stockId('sys_choice', name, element, value), {
          name,
          element,
          value,
          label,
          sequence: String(sequence),
        })
      }
    }
  }
  for (const type of types) put(database, 'sys_glide_object', stockId('sys_glide_object', type), { name: type, label: type })
}

/** What an instance has before anybody worked on it. */
export function seedRecords(database: Database, instanceName: string): void {
  put(database, 'sys_scope', 'global', { name: 'Global', scope: 'global' })
  const properties = {
    instance_name: instanceName,
    'glide.attachment.extensions': '',
    'glide.invalid_query.returns_no_rows': 'false',
    'glide.oauth.inbound.client.credential.grant_type.enabled': 'true',
  }
  for (const [name, value] of Object.entries(properties)) {
    put(database, 'sys_properties', stockId('sys_properties', name), {
      name,
      value,
      sys_name: name,
      sys_class_name: 'sys_properties',
    })
  }
}

/** Makes the administrator, or gives the one that is there this password. */
export function seedAdministrator(store: Store, user: string, password: string): void {
  const values = { user_name: user, name: 'System Administrator', user_password: password, roles: 'admin' }
  const present = store.find('sys_user', 'user_name', user)
  if (present === undefined) store.insert('sys_user', values)
  else store.update('sys_user', present.sys_id, values)
}

/** What a client signs in with where it uses neither user nor password. */
export const EXAMPLE_CLIENT = { id: 'local-client', secret: 'local-secret', apiKey: 'local-api-key' } as const

/** Users, ways to sign in, and messages to try a pipeline on. */
export function seedExamples(store: Store, user: string): void {
  const owner = store.find('sys_user', 'user_name', user)?.sys_id ?? ''
  const { id, secret, apiKey } = EXAMPLE_CLIENT
  store.insert('oauth_entity', { name: 'Local client', type: 'client', client_id: id, client_secret: secret, user: owner })
  store.insert('api_key', { name: 'Local key', token: apiKey, user: owner })
  store.insert('sys_user', { user_name: 'employee', first_name: 'Joe', last_name: 'Employee' })
  store.insert('cmn_department', { name: 'IT' })

  store.insert('sys_rest_message', {
    name: 'Bank Payments',
    rest_endpoint: 'https://api.bank.example/payments',
    authentication_type: 'no_authentication',
  })
  store.insert('sys_soap_message', {
    name: 'Bank Statements',
    wsdl: 'https://api.bank.example/statements?wsdl',
    authentication_type: 'basic',
  })
}
