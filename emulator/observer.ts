import { isKeystoreType, openKeystore } from './keystore.ts'
import type { Row } from './schema.ts'
import type { Store } from './store.ts'

/** What must hold after every single write, so that no record of ours harms the rest of the instance. */
export type Rule =
  /** An active keystore record has exactly one attachment. */
  | 'keystore-attachment'
  /** That attachment opens with the stored password. */
  | 'keystore-opens'
  /** A protocol profile points at an active keystore record. */
  | 'profile-keystore'
  /** A message with mutual authentication on has a protocol profile. */
  | 'message-profile'
  /** No two active certificate records share name and kind. */
  | 'duplicate-active'

export interface Finding {
  readonly rule: Rule
  readonly detail: string
}

export interface Violation extends Finding {
  /** The number of the request after which it was seen for the first time. */
  readonly afterRequest: number
}

/** The tables with mutual authentication: column of the flag, column of the profile, and where the profile may come from instead. */
const MESSAGES = [
  { table: 'sys_rest_message', flag: 'use_mutual_auth', profile: 'protocol_name' },
  { table: 'sys_soap_message', flag: 'enable_mutual_auth', profile: 'protocol_profile' },
  { table: 'oauth_entity', flag: 'use_mutual_auth', profile: 'protocol_name' },
  { table: 'http_connection', flag: 'use_mutual_auth', profile: 'protocol_profile' },
  {
    table: 'sys_rest_message_fn',
    flag: 'use_mutual_auth',
    profile: 'protocol_name',
    parent: { column: 'rest_message', table: 'sys_rest_message', profile: 'protocol_name' },
  },
  {
    table: 'sys_soap_message_function',
    flag: 'enable_mutual_auth',
    profile: 'protocol_profile',
    parent: { column: 'soap_message', table: 'sys_soap_message', profile: 'protocol_profile' },
  },
] as const

const named = (row: Row): string => `'${row.name ?? row.protocol ?? row.function_name ?? ''}' (${row.sys_id})`

/** Everything that is not whole on the instance at this moment. */
export function inspect(store: Store): Finding[] {
  return [...keystores(store), ...profiles(store), ...messages(store), ...duplicates(store)]
}

function* keystores(store: Store): Generator<Finding> {
  const attached = new Map<string, Row[]>()
  for (const row of store.rows('sys_attachment')) {
    const record = row.table_sys_id ?? ''
    attached.set(record, [...(attached.get(record) ?? []), row])
  }
  for (const row of store.rows('sys_certificate')) {
    const [type, sysId] = [row.type, row.sys_id]
    if (row.active !== 'true' || !isKeystoreType(type)) continue
    const attachments = attached.get(sysId) ?? []
    const content = store.attachmentContent(attachments[0]?.sys_id ?? '')
    if (attachments.length !== 1 || content === undefined) {
      yield { rule: 'keystore-attachment', detail: `active keystore ${named(row)} has ${attachments.length} attachments` }
      continue
    }
    const password = store.password('sys_certificate', sysId, 'key_store_password')
    const opening = password === undefined ? { reason: 'it has no password' } : openKeystore(type, content, password)
    if ('reason' in opening) {
      yield { rule: 'keystore-opens', detail: `active keystore ${named(row)} does not open: ${opening.reason}` }
    }
  }
}

function* profiles(store: Store): Generator<Finding> {
  for (const row of store.rows('sys_protocol_profile')) {
    const keystore = store.get('sys_certificate', row.keystore ?? '')
    const fault =
      keystore === undefined
        ? 'a keystore that is not there'
        : keystore.active !== 'true'
          ? `an inactive keystore ${named(keystore)}`
          : isKeystoreType(keystore.type)
            ? undefined
            : `a record that is no keystore ${named(keystore)}`
    if (fault !== undefined) yield { rule: 'profile-keystore', detail: `protocol profile ${named(row)} points at ${fault}` }
  }
}

function* messages(store: Store): Generator<Finding> {
  const exists = (profile: string | undefined): boolean => store.get('sys_protocol_profile', profile ?? '') !== undefined
  for (const kind of MESSAGES) {
    for (const row of store.rows(kind.table)) {
      if (row[kind.flag] !== 'true' || exists(row[kind.profile])) continue
      const parent = 'parent' in kind ? store.get(kind.parent.table, row[kind.parent.column] ?? '') : undefined
      if ('parent' in kind && row[kind.profile] === '' && exists(parent?.[kind.parent.profile])) continue
      yield {
        rule: 'message-profile',
        detail: `${kind.table} ${named(row)} has mutual authentication on and no protocol profile`,
      }
    }
  }
}

function* duplicates(store: Store): Generator<Finding> {
  const byName = new Map<string, Row[]>()
  for (const row of store.rows('sys_certificate')) {
    if (row.active !== 'true') continue
    const key = `${isKeystoreType(row.type) ? 'keystore' : 'trusted certificate'} '${row.name ?? ''}'`
    byName.set(key, [...(byName.get(key) ?? []), row])
  }
  for (const [key, rows] of byName) {
    if (rows.length < 2) continue
    const ids = rows.map((row) => row.sys_id).sort()
    yield { rule: 'duplicate-active', detail: `${rows.length} active records of ${key}: ${ids.join(', ')}` }
  }
}

const identity = (finding: Finding): string => `${finding.rule}: ${finding.detail}`

/** What a write broke: the findings after it that were not there before. */
export function broken(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const known = new Set(before.map(identity))
  return after.filter((finding) => !known.has(identity(finding)))
}
