import { choice, column, flag, reference, table, text, type Table } from './columns.ts'

const registry = { parent: 'sys_metadata', readRoles: ['oauth_admin'], writeRoles: ['oauth_admin'] }

/** What lets clients in (and what the instance itself signs in with elsewhere): application registries, keys of JWTs, API keys. */
export const SIGN_IN: Readonly<Record<string, Table>> = {
  oauth_entity: table(
    'Application Registries',
    'name',
    {
      name: text('Name', 100, { mandatory: true }),
      type: choice('Type', { client: 'OAuth Client', oauth_provider: 'OAuth Provider', jwt: 'OAuth JWT' }, 'client'),
      client_id: text('Client ID', 100),
      client_secret: column('Client Secret', 'password2', 255),
      token_url: text('Token URL', 1024),
      user: reference('OAuth Application User', 'sys_user'),
      active: flag('Active', 'true'),
      use_mutual_auth: flag('Use mutual authentication'),
      protocol_name: reference('Protocol profile', 'sys_protocol_profile'),
    },
    registry,
  ),
  jwt_verifier_map: table(
    'JWT Verifier Map',
    'name',
    {
      name: text('Name', 100),
      kid: text('Kid', 100),
      oauth_entity: reference('OAuth JWT', 'oauth_entity'),
      sys_certificate: reference('Sys certificate', 'sys_certificate'),
    },
    registry,
  ),
  sys_user_certificate: table('User to Certificate Mapping', 'name', {
    name: text('Name', 100),
    user: reference('User', 'sys_user'),
    pem_certificate: text('PEM Certificate', 4000),
    active: flag('Active', 'true'),
  }),
  api_key: table('REST API Key', 'name', {
    name: text('Name', 100),
    token: column('Token', 'password2', 255),
    user: reference('User', 'sys_user'),
    active: flag('Active', 'true'),
  }),
}
