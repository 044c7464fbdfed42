import { isPassword } from './passwords.ts'
import { notAuthenticated } from './refusal.ts'
import type { Row } from './schema.ts'
import { tableOf } from './tables.ts'

/** The user on whose behalf a request is carried out. */
export interface Session {
  readonly user: string
  readonly roles: readonly string[]
  readonly timeZone: string
}

const STOCK_ZONE = 'America/Los_Angeles'

/**
 * Basic authentication against the users of the instance.
 * @throws Refusal 401
 */
export function signIn(authorization: string | undefined, users: readonly Row[], restricted: boolean): Session {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '') ?? []
  const [, name = '', password = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString('utf8')) ?? []
  const user = users.find((row) => row.user_name === name && row.active === 'true')
  if (user === undefined || !isPassword(user.user_password ?? '', password)) throw notAuthenticated()
  const roles = (user.roles ?? '').split(',').filter((role) => role !== '')
  const interactive = user.web_service_access_only !== 'true'
  if (restricted && interactive && !roles.includes('snc_basic_auth_api_access')) throw notAuthenticated()
  return { user: name, roles, timeZone: (user.time_zone ?? '') || STOCK_ZONE }
}

const allows = (roles: readonly string[], session: Session): boolean =>
  roles.length === 0 || session.roles.includes('admin') || roles.some((role) => session.roles.includes(role))

export const mayRead = (table: string, session: Session): boolean => allows(tableOf(table)?.readRoles ?? ['admin'], session)

/** Whether the user may change rows of the table; the role `snc_read_only` takes every write away. */
export const mayWrite = (table: string, session: Session): boolean =>
  !session.roles.includes('snc_read_only') && allows(tableOf(table)?.writeRoles ?? ['admin'], session)
