import { choice, column, computed, flag, reference, table, text, type Column, type Table } from './columns.ts'
import { PEOPLE } from './tables-people.ts'
import { SIGN_IN } from './tables-sign-in.ts'
import { UPDATES } from './tables-updates.ts'

/** The tables of the instance, as far as keystores and mutual TLS need them. `docs/INSTANCE.md` gives the grade of each name. */

const metadata = { parent: 'sys_metadata', readRoles: ['web_service_admin'], writeRoles: ['web_service_admin'] }

const AUTHENTICATION = choice(
  'Authentication type',
  { no_authentication: 'No authentication', basic: 'Basic', oauth2: 'OAuth 2.0' },
  'no_authentication',
)

export const TABLES: Readonly<Record<string, Table>> = {
  sys_certificate: table('X.509 Certificate', 'name', {
    name: text('Name', 128, { mandatory: true }),
    type: choice(
      'Type',
      { trust_store: 'Trust Store Cert', key_store: 'Java Key Store', pkcs12_key_store: 'PKCS12 Key Store' },
      'trust_store',
    ),
    format: choice('Format', { pem: 'PEM', der: 'DER' }, 'pem'),
    active: flag('Active', 'true'),
    pem_certificate: text('PEM Certificate', 4000),
    key_store_password: column('Key store password', 'password2', 255),
    short_description: text('Short description', 100),
    valid_from: computed('Valid from', 'glide_date_time', 40),
    expires: computed('Expires', 'glide_date_time', 40),
    expires_in_days: computed('Expires in days', 'integer', 40),
    issuer: computed('Issuer', 'string', 512),
    subject: computed('Subject', 'string', 512),
    serial_number: computed('Serial number', 'string', 100),
    expiration_notification: flag('Expiration notification', 'true'),
    warn_in_days_to_expire: column('Warn in days to expire', 'integer', 40, { default: '20' }),
    notify_on_expiration: column('Notify on expiration', 'glide_list', 1024, { reference: 'sys_user' }),
  }),
  sys_protocol_profile: table('Protocol Profile', 'protocol', {
    protocol: text('Protocol', 40, { mandatory: true }),
    default_port: text('Default port', 5, { default: '443' }),
    keystore: reference('Keystore', 'sys_certificate'),
  }),
  sys_rest_message: table(
    'REST Message',
    'name',
    {
      name: text('Name', 100, { mandatory: true }),
      description: text('Description', 1000),
      rest_endpoint: text('Endpoint', 200),
      authentication_type: AUTHENTICATION,
      use_mutual_auth: flag('Use mutual authentication'),
      protocol_name: reference('Protocol profile', 'sys_protocol_profile'),
      use_mid_server: reference('Use MID Server', 'ecc_agent'),
    },
    metadata,
  ),
  sys_rest_message_fn: table(
    'HTTP Method',
    'function_name',
    {
      function_name: text('Name', 100, { mandatory: true }),
      rest_message: reference('REST Message', 'sys_rest_message'),
      http_method: choice('HTTP method', { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE', patch: 'PATCH' }, 'get'),
      rest_endpoint: text('Endpoint', 200),
      authentication_type: AUTHENTICATION,
      use_mutual_auth: flag('Use mutual authentication'),
      protocol_name: reference('Protocol profile', 'sys_protocol_profile'),
      use_mid_server: reference('Use MID Server', 'ecc_agent'),
    },
    metadata,
  ),
  sys_soap_message: table(
    'SOAP Message',
    'name',
    {
      name: text('Name', 100, { mandatory: true }),
      description: text('Description', 1000),
      wsdl: text('WSDL', 1024),
      authentication_type: AUTHENTICATION,
      enable_mutual_auth: flag('Enable mutual authentication'),
      protocol_profile: reference('Protocol profile', 'sys_protocol_profile'),
      use_mid_server: reference('Use MID Server', 'ecc_agent'),
    },
    metadata,
  ),
  sys_soap_message_function: table(
    'SOAP Message Function',
    'function_name',
    {
      function_name: text('Name', 100, { mandatory: true }),
      soap_message: reference('SOAP Message', 'sys_soap_message'),
      soap_endpoint: text('SOAP endpoint', 1024),
      enable_mutual_auth: flag('Enable mutual authentication'),
      protocol_profile: reference('Protocol profile', 'sys_protocol_profile'),
      use_mid_server: reference('Use MID Server', 'ecc_agent'),
    },
    metadata,
  ),
  ...SIGN_IN,
  http_connection: table(
    'HTTP(s) Connection',
    'name',
    {
      name: text('Name', 100, { mandatory: true }),
      connection_url: text('Connection URL', 1024),
      use_url_builder: flag('URL builder'),
      host: text('Host', 255),
      use_mutual_auth: flag('Mutual authentication'),
      protocol_profile: reference('Protocol profile', 'sys_protocol_profile'),
      use_mid: flag('Use MID server'),
      active: flag('Active', 'true'),
    },
    { ...metadata, readRoles: ['connection_admin'], writeRoles: ['connection_admin'] },
  ),
  ldap_server_config: table('LDAP Server', 'name', {
    name: text('Name', 40, { mandatory: true }),
    active: flag('Active', 'true'),
    ssl_certificate: reference('SSL certificate', 'sys_certificate'),
  }),
  saml2_update1_properties: table('Identity Provider', 'name', {
    name: text('Name', 100, { mandatory: true }),
    x509_certificate: reference('X.509 certificate', 'sys_certificate'),
  }),
  ecc_agent: table('MID Server', 'name', { name: text('Name', 100, { mandatory: true }) }),
  sys_attachment: table(
    'Attachment',
    'file_name',
    {
      file_name: text('File name', 100, { readOnly: true }),
      table_name: computed('Table name', 'string', 80),
      table_sys_id: computed('Table sys ID', 'string', 40),
      content_type: computed('Content type', 'string', 256),
      size_bytes: computed('Size bytes', 'integer', 40),
      size_compressed: computed('Size compressed', 'integer', 40),
      compressed: computed('Compressed', 'boolean', 40),
      hash: computed('Hash', 'string', 256),
      state: computed('State', 'string', 40),
      chunk_size_bytes: computed('Chunk size bytes', 'integer', 40),
      image_height: computed('Image height', 'integer', 40),
      image_width: computed('Image width', 'integer', 40),
      average_image_color: computed('Average image color', 'string', 7),
    },
    { readRoles: [] },
  ),
  ...PEOPLE,
  ...UPDATES,
  sys_properties: table(
    'System Property',
    'name',
    {
      name: text('Name', 100, { mandatory: true }),
      value: text('Value', 4000),
      description: text('Description', 512),
      type: text('Type', 40, { default: 'string' }),
    },
    { parent: 'sys_metadata' },
  ),
  sys_scope: table('Application', 'name', { name: text('Name', 100), scope: text('Scope', 18) }, { readRoles: [] }),
  sys_metadata: table(
    'Application File',
    'sys_name',
    {
      sys_class_name: computed('Class', 'string', 80),
      sys_name: computed('Display name', 'string', 255),
      sys_scope: reference('Application', 'sys_scope', { default: 'global' }),
      sys_policy: choice('Protection policy', { read: 'Read-only', protected: 'Protected' }),
    },
    {},
  ),
  sys_db_object: table(
    'Table',
    'label',
    { name: text('Name', 80), label: text('Label', 80), super_class: reference('Extends table', 'sys_db_object') },
    { stock: true },
  ),
  sys_dictionary: table(
    'Dictionary Entry',
    'column_label',
    {
      name: text('Table', 80),
      element: text('Column name', 80),
      internal_type: reference('Type', 'sys_glide_object', { referenceKey: 'name' }),
      max_length: column('Max length', 'integer', 40),
      reference: reference('Reference', 'sys_db_object', { referenceKey: 'name' }),
      column_label: text('Column label', 80),
      mandatory: flag('Mandatory'),
      default_value: text('Default value', 512),
      active: flag('Active', 'true'),
    },
    { stock: true },
  ),
  sys_glide_object: table('Field class', 'label', { name: text('Name', 40), label: text('Label', 40) }, { stock: true }),
  sys_choice: table(
    'Choice',
    'label',
    {
      name: text('Table', 80),
      element: text('Element', 80),
      value: text('Value', 200),
      label: text('Label', 500),
      language: text('Language', 20, { default: 'en' }),
      sequence: column('Sequence', 'integer', 40),
      inactive: flag('Inactive'),
    },
    { stock: true },
  ),
}

export const tableOf = (name: string): Table | undefined => (Object.hasOwn(TABLES, name) ? TABLES[name] : undefined)

/** The columns of a table, its parent's included. */
export function columnsOf(name: string): Readonly<Record<string, Column>> {
  const found = tableOf(name)
  if (found === undefined) return {}
  return found.parent === undefined ? found.columns : { ...found.columns, ...columnsOf(found.parent) }
}
