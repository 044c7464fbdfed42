import { choice, column, computed, flag, reference, table, text, type Table } from './columns.ts'

const LEVELS = { '1': '1 - High', '2': '2 - Medium', '3': '3 - Low' }
const PRIORITIES = { '1': '1 - Critical', '2': '2 - High', '3': '3 - Moderate', '4': '4 - Low', '5': '5 - Planning' }

/** Users, their roles, and the table of incidents: what clients of all kinds try an instance with. */
export const PEOPLE: Readonly<Record<string, Table>> = {
  sys_user: table(
    'User',
    'name',
    {
      user_name: text('User ID', 40, { mandatory: true }),
      name: text('Name', 151),
      first_name: text('First name', 50),
      last_name: text('Last name', 50),
      email: text('Email', 100),
      title: text('Title', 60),
      department: reference('Department', 'cmn_department'),
      user_password: column('Password', 'password', 255),
      roles: text('Roles', 1000),
      active: flag('Active', 'true'),
      locked_out: flag('Locked out'),
      web_service_access_only: flag('Web service access only'),
      time_zone: text('Time zone', 40),
    },
    { readRoles: [] },
  ),
  sys_user_role: table('Role', 'name', { name: text('Name', 100), description: text('Description', 1024) }, { readRoles: [] }),
  sys_user_has_role: table(
    'User Role',
    'role',
    {
      user: reference('User', 'sys_user'),
      role: reference('Role', 'sys_user_role'),
      inherited: flag('Inherited'),
      state: text('State', 40, { default: 'active' }),
    },
    { readRoles: [] },
  ),
  sys_user_group: table('Group', 'name', { name: text('Name', 80), active: flag('Active', 'true') }, { readRoles: [] }),
  cmn_department: table('Department', 'name', { name: text('Name', 100) }, { readRoles: [] }),
  incident: table(
    'Incident',
    'number',
    {
      number: text('Number', 40, { numbered: 'INC' }),
      short_description: text('Short description', 160),
      description: text('Description', 4000),
      caller_id: reference('Caller', 'sys_user'),
      opened_by: reference('Opened by', 'sys_user'),
      assigned_to: reference('Assigned to', 'sys_user'),
      assignment_group: reference('Assignment group', 'sys_user_group'),
      category: text('Category', 40, { default: 'inquiry' }),
      active: flag('Active', 'true'),
      state: choice(
        'State',
        { '1': 'New', '2': 'In Progress', '3': 'On Hold', '6': 'Resolved', '7': 'Closed', '8': 'Canceled' },
        '1',
      ),
      hold_reason: choice('On hold reason', {
        '1': 'Awaiting Caller',
        '3': 'Awaiting Problem',
        '4': 'Awaiting Vendor',
        '5': 'Awaiting Change',
      }),
      impact: choice('Impact', LEVELS, '3'),
      urgency: choice('Urgency', LEVELS, '3'),
      priority: { ...choice('Priority', PRIORITIES, '5'), readOnly: true },
      close_code: text('Resolution code', 40),
      close_notes: text('Resolution notes', 4000),
      opened_at: computed('Opened', 'glide_date_time', 40),
      sys_class_name: computed('Task type', 'string', 80),
    },
    { readRoles: [], writeRoles: ['itil'] },
  ),
  change_request: table(
    'Change Request',
    'number',
    {
      number: text('Number', 40, { numbered: 'CHG' }),
      short_description: text('Short description', 160),
      state: choice(
        'State',
        {
          '-5': 'New',
          '-4': 'Assess',
          '-3': 'Authorize',
          '-2': 'Scheduled',
          '-1': 'Implement',
          '0': 'Review',
          '3': 'Closed',
          '4': 'Canceled',
        },
        '-5',
      ),
      on_hold: flag('On hold'),
      start_date: column('Planned start date', 'glide_date_time', 40),
      end_date: column('Planned end date', 'glide_date_time', 40),
      active: flag('Active', 'true'),
      sys_class_name: computed('Task type', 'string', 80),
    },
    { readRoles: ['itil'], writeRoles: ['itil'] },
  ),
  sys_number_counter: table('Number Counter', 'table', {
    table: text('Table', 80),
    number: column('Number', 'integer', 40),
  }),
}
