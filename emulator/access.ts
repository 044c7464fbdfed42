import type { X509Certificate } from 'node:crypto'
import type { Assumptions } from './assumptions.ts'
import { commonName, readCertificate } from './certificate.ts'
import type { ApiRequest } from './message.ts'
import { isPassword } from './passwords.ts'
import { noApiAccess, notAuthenticated } from './refusal.ts'
import { rolesOf } from './roles.ts'
import type { Row } from './schema.ts'
import type { Store } from './store.ts'
import { tableOf } from './tables.ts'
import type { Tokens } from './tokens.ts'

/** The user on whose behalf a request is carried out. */
export interface Session {
  readonly userId: string
  readonly userName: string
  readonly roles: readonly string[]
  readonly timeZone: string
}

export interface AccessContext {
  readonly store: Store
  readonly tokens: Tokens
  readonly assume: Assumptions
  readonly now: () => Date
}

const STOCK_ZONE = 'America/Los_Angeles'

/** A user who may sign in with that password; undefined where there is none. */
export function userWithPassword(store: Store, name: string, password: string): Row | undefined {
  const user = store.rows('sys_user').find((row) => row.user_name === name && row.active === 'true' && row.locked_out !== 'true')
  return user !== undefined && isPassword(user.user_password ?? '', password) ? user : undefined
}

/** `name:password` of a Basic header (RFC 7617); empty where it is none. */
export function basicCredentials(authorization: string | undefined): { readonly name: string; readonly password: string } {
  const [, encoded = ''] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '') ?? []
  const [, name = '', password = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? []
  return { name, password }
}

/**
 * Who a request is from: an API key, a bearer token, a client certificate or basic authentication, in this order.
 * @throws Refusal 401; 403 where an access policy refuses the API
 */
export function signIn(request: ApiRequest, api: string, context: AccessContext): Session {
  const { store, tokens, assume, now } = context
  const { authorization, 'x-sn-apikey': key } = request.headers
  const [, token] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? []
  const user =
    key !== undefined
      ? userOfKey(store, key)
      : token !== undefined
        ? store.get('sys_user', tokens.userOf(token, now()) ?? '')
        : authorization === undefined && request.clientCertificate !== undefined
          ? userOfCertificate(store, request.clientCertificate)
          : userOfBasic(store, authorization, assume)
  if (user?.active !== 'true') throw notAuthenticated()
  const refused = store.refusedApis
  if (refused.has(api) && authorization?.startsWith('Basic ') !== true) throw noApiAccess()
  return sessionOf(store, user)
}

const sessionOf = (store: Store, user: Row): Session => ({
  userId: user.sys_id,
  userName: user.user_name ?? '',
  roles: rolesOf(store, user.sys_id),
  timeZone: (user.time_zone ?? '') || STOCK_ZONE,
})

function userOfBasic(store: Store, authorization: string | undefined, assume: Assumptions): Row | undefined {
  const { name, password } = basicCredentials(authorization)
  const user = userWithPassword(store, name, password)
  const interactive = user?.web_service_access_only !== 'true'
  const restricted = assume.basicAuthRestricted && interactive
  return restricted && !rolesOf(store, user?.sys_id ?? '').includes('snc_basic_auth_api_access') ? undefined : user
}

function userOfKey(store: Store, key: string): Row | undefined {
  const found = store
    .rows('api_key')
    .find((row) => row.active === 'true' && store.password('api_key', row.sys_id, 'token') === key)
  return found && store.get('sys_user', found.user ?? '')
}

/** The user whom the certificate is mapped to; where no mapping has it, the one of its common name. */
function userOfCertificate(store: Store, certificate: X509Certificate): Row | undefined {
  const mapped = store
    .rows('sys_user_certificate')
    .find((row) => readCertificate(row.pem_certificate ?? '')?.fingerprint256 === certificate.fingerprint256)
  if (mapped === undefined) return store.find('sys_user', 'user_name', commonName(certificate))
  return mapped.active === 'true' ? store.get('sys_user', mapped.user ?? '') : undefined
}

const allows = (roles: readonly string[], session: Session): boolean =>
  roles.length === 0 || session.roles.includes('admin') || roles.some((role) => session.roles.includes(role))

export const mayRead = (table: string, session: Session): boolean => allows(tableOf(table)?.readRoles ?? ['admin'], session)

/** Whether the user may change rows of the table; the role `snc_read_only` takes every write away. */
export const mayWrite = (table: string, session: Session): boolean =>
  !session.roles.includes('snc_read_only') && allows(tableOf(table)?.writeRoles ?? ['admin'], session)
