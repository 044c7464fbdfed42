import { choice, column, flag, reference, table, text, type Table } from './columns.ts'

/** Where changes of application metadata are kept for other instances. */
export const UPDATES: Readonly<Record<string, Table>> = {
  sys_update_set: table('Update Set', 'name', {
    name: text('Name', 80, { mandatory: true }),
    application: reference('Application', 'sys_scope', { default: 'global' }),
    state: choice('State', { 'in progress': 'In progress', complete: 'Complete', ignore: 'Ignore' }, 'in progress'),
    is_default: flag('Default set'),
  }),
  sys_update_xml: table('Customer Update', 'name', {
    name: text('Name', 255),
    action: choice('Action', { INSERT_OR_UPDATE: 'INSERT_OR_UPDATE', DELETE: 'DELETE' }),
    type: text('Type', 80),
    target_name: text('Target name', 255),
    update_set: reference('Update set', 'sys_update_set'),
    application: reference('Application', 'sys_scope'),
  }),
  sys_user_preference: table('User Preference', 'name', {
    name: text('Name', 100, { mandatory: true }),
    value: column('Value', 'string', 1000),
    user: reference('User', 'sys_user'),
  }),
}
