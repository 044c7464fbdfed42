import { createHash } from 'node:crypto'
import type { Database } from './database.ts'
import type { Row } from './schema.ts'

interface Rows {
  rows(table: string): Row[]
  get(table: string, sysId: string): Row | undefined
}

/** The names of the roles that a user has. */
export const rolesOf = (store: Rows, userId: string): string[] =>
  store
    .rows('sys_user_has_role')
    .filter((row) => row.user === userId && row.state !== 'inactive')
    .map((row) => store.get('sys_user_role', row.role ?? '')?.name ?? '')

const listed = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((role) => role.trim())
    .filter((role) => role !== '')

const idOf = (...parts: string[]): string => createHash('md5').update(parts.join('.')).digest('hex')

/** Gives a user the roles that the column `roles` lists, and takes those away that it does not list any more. */
export function syncRoles(database: Database, user: Row, previous: Row | undefined): void {
  const wanted = listed(user.roles)
  for (const name of wanted) {
    const role = database.rows('sys_user_role').find((row) => row.name === name)?.sys_id ?? idOf('role', name)
    const has = idOf('has', user.sys_id, role)
    if (database.get('sys_user_role', role) === undefined)
      database.put('sys_user_role', role, { sys_id: role, name, description: '' })
    if (database.get('sys_user_has_role', has) === undefined) {
      database.put('sys_user_has_role', has, { sys_id: has, user: user.sys_id, role, inherited: 'false', state: 'active' })
    }
  }
  for (const name of listed(previous?.roles).filter((role) => !wanted.includes(role))) {
    const role = database.rows('sys_user_role').find((row) => row.name === name)?.sys_id ?? ''
    for (const row of database.rows('sys_user_has_role')) {
      if (row.user === user.sys_id && row.role === role) database.delete('sys_user_has_role', row.sys_id)
    }
  }
}
