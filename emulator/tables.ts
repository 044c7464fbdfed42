/** The tables of the instance, as far as keystores and mutual TLS need them. `docs/INSTANCE.md` gives the grade of each name. */

export type ColumnType =
  | 'GUID'
  | 'boolean'
  | 'choice'
  | 'collection'
  | 'glide_date_time'
  | 'glide_list'
  | 'integer'
  | 'password'
  | 'password2'
  | 'reference'
  | 'string'

export interface Column {
  readonly label: string
  readonly type: ColumnType
  readonly maxLength: number
  /** The table that a reference points to. */
  readonly reference?: string
  /** The column of that table whose value a reference holds; `sys_id` where it is not said. */
  readonly referenceKey?: string
  readonly mandatory?: boolean
  readonly default?: string
  readonly choices?: Readonly<Record<string, string>>
  /** Set by the instance alone; what a request says of it is dropped. */
  readonly readOnly?: boolean
}

export interface Table {
  readonly label: string
  /** The column that stands for a record where it is referred to. */
  readonly display: string
  readonly columns: Readonly<Record<string, Column>>
  /** The table whose columns this one has too; the dictionary lists those under the parent's name. */
  readonly parent?: string
  /** Roles of which a user needs one; empty: every user. `admin` always suffices. */
  readonly readRoles: readonly string[]
  readonly writeRoles: readonly string[]
  /** Made anew at every start from this file, never kept in the data folder. */
  readonly stock?: boolean
}

const column = (label: string, type: ColumnType, maxLength: number, more: Partial<Column> = {}): Column => ({
  label,
  type,
  maxLength,
  ...more,
})
const text = (label: string, maxLength: number, more: Partial<Column> = {}): Column => column(label, 'string', maxLength, more)
const flag = (label: string, initial: 'true' | 'false' = 'false'): Column => column(label, 'boolean', 40, { default: initial })
const reference = (label: string, table: string, more: Partial<Column> = {}): Column =>
  column(label, 'reference', 32, { reference: table, ...more })
const choice = (label: string, choices: Readonly<Record<string, string>>, initial?: string): Column =>
  column(label, 'choice', 40, { choices, ...(initial === undefined ? {} : { default: initial }) })
const computed = (label: string, type: ColumnType, maxLength: number): Column =>
  column(label, type, maxLength, { readOnly: true })

/** What every record has. */
const SYSTEM: Readonly<Record<string, Column>> = {
  sys_id: computed('Sys ID', 'GUID', 32),
  sys_created_on: computed('Created', 'glide_date_time', 40),
  sys_created_by: computed('Created by', 'string', 40),
  sys_updated_on: computed('Updated', 'glide_date_time', 40),
  sys_updated_by: computed('Updated by', 'string', 40),
  sys_mod_count: computed('Updates', 'integer', 40),
  sys_tags: computed('Tags', 'string', 40),
}

const table = (
  label: string,
  display: string,
  columns: Readonly<Record<string, Column>>,
  more: Partial<Pick<Table, 'parent' | 'readRoles' | 'writeRoles' | 'stock'>> = {},
): Table => ({
  label,
  display,
  columns: more.parent === undefined ? { ...columns, ...SYSTEM } : columns,
  readRoles: ['admin'],
  writeRoles: ['admin'],
  ...more,
})

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
  oauth_entity: table(
    'Application Registries',
    'name',
    {
      name: text('Name', 100, { mandatory: true }),
      type: choice('Type', { client: 'OAuth Client', oauth_provider: 'OAuth Provider' }, 'client'),
      client_id: text('Client ID', 100),
      client_secret: column('Client Secret', 'password2', 255),
      token_url: text('Token URL', 1024),
      active: flag('Active', 'true'),
      use_mutual_auth: flag('Use mutual authentication'),
      protocol_name: reference('Protocol profile', 'sys_protocol_profile'),
    },
    { ...metadata, readRoles: ['oauth_admin'], writeRoles: ['oauth_admin'] },
  ),
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
  sys_user: table(
    'User',
    'name',
    {
      user_name: text('User ID', 40, { mandatory: true }),
      name: text('Name', 151),
      user_password: column('Password', 'password', 255),
      roles: text('Roles', 1000),
      active: flag('Active', 'true'),
      web_service_access_only: flag('Web service access only'),
      time_zone: text('Time zone', 40),
    },
    { readRoles: [] },
  ),
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
