import { COLUMNS, type RecordKind } from '../plan/ports.ts'

/**
 * The one file with the names of ServiceNow's tables and columns. Where each is known from stands in the comments; what the
 * documentation does not settle is asked of the instance at run time (`facts.ts`).
 */
interface Table<Kind extends RecordKind> {
  readonly table: string
  /** This project's column name → the instance's; `?` at its end: the plan does without where the instance has none. */
  readonly columns: Readonly<Record<(typeof COLUMNS)[Kind][number], string>>
  /** Columns that the table defines itself. The dictionary lists inherited ones under the parent: they are not looked for. */
  readonly own: readonly string[]
}

/** What all application metadata has. */
const METADATA = { scope: 'sys_scope?', 'scope-name': 'sys_scope.scope?', protection: 'sys_policy?' } as const

const TABLES: { readonly [Kind in RecordKind]: Table<Kind> } = {
  // Product documentation, "X.509 certificates".
  certificate: {
    table: 'sys_certificate',
    columns: {
      name: 'name',
      type: 'type',
      format: 'format',
      active: 'active',
      pem: 'pem_certificate',
      'warn-in-days': 'warn_in_days_to_expire',
      notify: 'notify_on_expiration?',
      created: 'sys_created_on?',
      updated: 'sys_updated_on?',
    },
    own: ['name', 'type', 'format', 'active', 'pem_certificate', 'warn_in_days_to_expire', 'key_store_password'],
  },
  // KB0696599. The port is a string of 5 characters.
  'protocol-profile': {
    table: 'sys_protocol_profile',
    columns: { name: 'protocol', port: 'default_port', keystore: 'keystore', created: 'sys_created_on?' },
    own: ['protocol', 'default_port', 'keystore'],
  },
  // KB0696599: set on the message, its methods inherit.
  'rest-message': {
    table: 'sys_rest_message',
    columns: {
      name: 'name',
      'mutual-authentication': 'use_mutual_auth',
      'protocol-profile': 'protocol_name',
      endpoint: 'rest_endpoint?',
      'authentication-type': 'authentication_type?',
      'mid-server': 'use_mid_server?',
      ...METADATA,
    },
    own: ['use_mutual_auth', 'protocol_name'],
  },
  'soap-message': {
    table: 'sys_soap_message',
    columns: {
      name: 'name',
      'mutual-authentication': 'enable_mutual_auth',
      'protocol-profile': 'protocol_profile',
      'authentication-type': 'authentication_type?',
      'mid-server': 'use_mid_server?',
      ...METADATA,
    },
    own: ['enable_mutual_auth', 'protocol_profile'],
  },
  // What mutual authentication is called here is nowhere documented: `facts.ts` asks the dictionary.
  connection: {
    table: 'http_connection',
    columns: {
      name: 'name',
      'mutual-authentication': '',
      'protocol-profile': '',
      'mid-server': 'use_mid?',
      ...METADATA,
    },
    own: [],
  },
  'oauth-provider': {
    table: 'oauth_entity',
    columns: {
      name: 'name',
      'mutual-authentication': 'use_mutual_auth',
      'protocol-profile': 'protocol_name',
      ...METADATA,
    },
    own: ['use_mutual_auth', 'protocol_name'],
  },
  // Only their endpoints are ever written. Columns of the stock forms; `readMethods` looks whether they are there.
  'rest-method': { table: 'sys_rest_message_fn', columns: { name: 'function_name', endpoint: 'rest_endpoint' }, own: [] },
  'soap-function': {
    table: 'sys_soap_message_function',
    columns: { name: 'function_name', endpoint: 'soap_endpoint' },
    own: [],
  },
}

/** Columns of ours that are yes or no; two spellings of each are known. */
export const FLAGS: ReadonlySet<string> = new Set(['active', 'mutual-authentication'])

/** Columns of ours that hold several sys_ids, in no order. */
export const LISTS: ReadonlySet<string> = new Set(['notify'])

export const SYS_ID = 'sys_id'

/** A table with its columns by this project's names. */
export interface TableSchema {
  readonly table: string
  readonly columns: Readonly<Record<string, string>>
  readonly required: readonly string[]
  readonly own: readonly string[]
}

function schemaOf(kind: RecordKind): TableSchema {
  const { table, columns, own } = TABLES[kind]
  const entries = Object.entries(columns)
  return {
    table,
    columns: Object.fromEntries(entries.map(([ours, theirs]) => [ours, theirs.replace('?', '')])),
    required: entries.filter(([, theirs]) => !theirs.endsWith('?')).map(([ours]) => ours),
    own,
  }
}

export const SCHEMA: Readonly<Record<RecordKind, TableSchema>> = {
  certificate: schemaOf('certificate'),
  'protocol-profile': schemaOf('protocol-profile'),
  'rest-message': schemaOf('rest-message'),
  'soap-message': schemaOf('soap-message'),
  connection: schemaOf('connection'),
  'oauth-provider': schemaOf('oauth-provider'),
  'rest-method': schemaOf('rest-method'),
  'soap-function': schemaOf('soap-function'),
}

/** The two-way encrypted password of a keystore record: 255 characters, saved only as a display value. */
export const PASSWORD = { column: 'key_store_password', maxLength: 255 } as const

/** Used where the dictionary does not tell. */
export const PEM_MAX_LENGTH = 4000

/**
 * The labels of the choices of sys_certificate.type and the values that stand behind them as far as known: the loader of the
 * platform takes PKCS#12 for exactly `pkcs12_key_store` and JKS for anything else.
 */
export const CERTIFICATE_TYPES = {
  jks: { label: 'Java Key Store', value: 'key_store' },
  pkcs12: { label: 'PKCS12 Key Store', value: 'pkcs12_key_store' },
  trusted: { label: 'Trust Store Cert', value: 'trust_store' },
} as const

/** Columns that refer to protocol profiles by stock schema: used where the dictionary tells of none. */
export const PROFILE_REFERENCES = [
  { table: 'sys_rest_message', column: 'protocol_name' },
  { table: 'sys_rest_message_fn', column: 'protocol_name' },
  { table: 'sys_soap_message', column: 'protocol_profile' },
  { table: 'sys_soap_message_function', column: 'protocol_profile' },
] as const

/** Users and groups, with the columns by which people name them, the surest first. */
export const USER = { table: 'sys_user', active: 'active', by: ['user_name', 'email', 'name'] } as const
export const GROUP = { table: 'sys_user_group', active: 'active', by: ['name'] } as const

/** Change management: the stock states of a change go from -5 (New) over -1 (Implement) to 4 (Canceled). */
export const CHANGE_REQUEST = {
  table: 'change_request',
  columns: {
    number: 'number',
    description: 'short_description',
    state: 'state',
    onHold: 'on_hold',
    start: 'start_date',
    end: 'end_date',
  },
  implement: { value: '-1', label: 'Implement' },
} as const

export const ATTACHMENT = {
  table: 'table_name',
  record: 'table_sys_id',
  fileName: 'file_name',
  size: 'size_bytes',
  hash: 'hash',
} as const

/** Methods of REST messages and functions of SOAP messages: which message they belong to, and what they say themselves. */
export const METHODS = {
  'rest-message': {
    kind: 'rest-method',
    message: 'rest_message',
    flag: 'use_mutual_auth',
    profile: 'protocol_name',
  },
  'soap-message': {
    kind: 'soap-function',
    message: 'soap_message',
    flag: 'enable_mutual_auth',
    profile: 'protocol_profile',
  },
} as const

/**
 * What captures changes of application metadata: one row for each record and update set, named by table and sys_id (clients that
 * look their own changes up do it so; which set it is, the instance decides by the user's preference).
 */
export const UPDATE = {
  table: 'sys_update_xml',
  name: 'name',
  set: 'update_set.name',
  updated: 'sys_updated_on',
  /** By the clock of the instance: what is older is not of this run. */
  recent: 'sys_updated_onRELATIVEGE@hour@ago@1',
} as const

/** Where connections get their columns from: the table itself, and the one it extends. */
export const CONNECTION_TABLES = ['http_connection', 'sys_connection'] as const

export const PROPERTY = { table: 'sys_properties', name: 'name', value: 'value', instanceName: 'instance_name' } as const

/** Properties that an examination looks at; KB0824494 names the leftovers of an older way to define protocols. */
export const PROPERTIES = [
  ['STARTSWITH', 'glide.httpclient.protocol.'],
  ['=', 'glide.attachment.extensions'],
  ['=', 'glide.security.file.mime_type.validation'],
  ['=', 'com.glide.communications.httpclient.verify_hostname'],
  ['=', 'com.glide.communications.trustmanager_trust_all'],
  ['LIKE', 'fips'],
] as const

/** Whether a property is one of these: what else an instance tells is not theirs. */
export const isLookedAt = (property: string): boolean =>
  PROPERTIES.some(([operator, value]) => {
    const name = property.toLowerCase()
    return operator === '=' ? name === value : operator === 'STARTSWITH' ? name.startsWith(value) : name.includes(value)
  })

/** The roles of whoever asks: the instance itself puts in who that is. */
export const ACCOUNT = {
  table: 'sys_user_has_role',
  role: 'role.name',
  user: 'user',
  own: 'user=javascript:gs.getUserID()^state=active',
} as const

export const CERTIFICATE_ADVICE = {
  expires: 'expires',
  withoutPassword: 'key_store_passwordISEMPTY',
  withPassword: 'key_store_passwordISNOTEMPTY',
} as const

export const CHOICE = {
  table: 'sys_choice',
  of: 'name',
  element: 'element',
  label: 'label',
  value: 'value',
  inactive: 'inactive',
} as const

export const DICTIONARY = {
  table: 'sys_dictionary',
  of: 'name',
  element: 'element',
  reference: 'reference',
  type: 'internal_type',
  maxLength: 'max_length',
  label: 'column_label',
  boolean: 'boolean',
  /** The type of a column that holds several sys_ids, separated by commas. */
  list: 'glide_list',
} as const
