import { createPrivateKey, sign } from 'node:crypto'
import type { Emulator, EmulatorOptions } from '../../emulator/index.ts'
import { issue, issueServer, makeCa } from '../../tools/lab/pki.ts'
import { call, start, stopAll, table, TABLE, type Reply } from './client.ts'

afterEach(stopAll)

const CLIENT = { client_id: 'acme', client_secret: 'acme-secret' }

async function instance(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await start(options)
  const service = emulator.store.insert('sys_user', { user_name: 'service', user_password: 'pass', roles: 'web_service_admin' })
  emulator.store.insert('oauth_entity', { ...CLIENT, name: 'acme', user: service.sys_id })
  emulator.store.insert('api_key', { name: 'acme', token: 'acme-key', user: service.sys_id })
  return emulator
}

const form = (values: Record<string, string>): Buffer => Buffer.from(new URLSearchParams(values).toString())

const token = (
  emulator: Emulator,
  values: Record<string, string>,
  headers: Record<string, string | undefined> = {},
): Promise<Reply> =>
  call(emulator, 'POST', '/oauth_token.do', {
    body: form(values),
    headers: { authorization: undefined, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })

const json = (reply: Reply): Record<string, string> => JSON.parse(reply.text) as Record<string, string>

/** Status of a read of messages, by these headers. */
const reads = async (emulator: Emulator, headers: Record<string, string | undefined>): Promise<number> =>
  (await call(emulator, 'GET', `${TABLE}/sys_rest_message`, { headers: { authorization: undefined, ...headers } })).status

const bearer = (reply: Reply): { authorization: string } => ({ authorization: `Bearer ${json(reply).access_token ?? ''}` })

const PASSWORD = { grant_type: 'password', username: 'service', password: 'pass' }

describe('tokens', () => {
  test.each([
    ['client credentials', { grant_type: 'client_credentials' }, undefined],
    ['password', PASSWORD, expect.any(String)],
  ])('%s', async (_name, grant, refresh) => {
    const emulator = await instance()
    const reply = await token(emulator, { ...CLIENT, ...grant })
    expect(reply.status).toBe(200)
    const answer = { access_token: expect.any(String) as string, token_type: 'Bearer', expires_in: 1799, scope: 'useraccount' }
    expect(json(reply)).toEqual({ ...answer, ...(refresh !== undefined && { refresh_token: refresh }) })
    expect(await reads(emulator, bearer(reply))).toBe(200)
    emulator.expireTokens()
    expect(await reads(emulator, bearer(reply))).toBe(401)
  })

  test('the client signs in within the form or by HTTP Basic', async () => {
    const emulator = await instance()
    const authorization = `Basic ${Buffer.from('acme:acme-secret').toString('base64')}`
    expect((await token(emulator, PASSWORD, { authorization })).status).toBe(200)
    expect((await token(emulator, { ...CLIENT, ...PASSWORD })).status).toBe(200)
  })

  test('a refresh token gives the next access token, also after the first has expired', async () => {
    const emulator = await instance()
    const first = json(await token(emulator, { ...CLIENT, ...PASSWORD }))
    emulator.expireTokens()
    const refreshed = await token(emulator, { ...CLIENT, grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' })
    expect(await reads(emulator, bearer(refreshed))).toBe(200)
  })

  test.each<[string, Record<string, string>]>([
    ['a wrong client secret', { ...PASSWORD, client_secret: 'wrong' }],
    ['an unknown client', { ...PASSWORD, client_id: 'nobody' }],
    ['no client', { ...PASSWORD, client_id: '', client_secret: '' }],
    ['a wrong password', { ...PASSWORD, password: 'wrong' }],
    ['a wrong refresh token', { grant_type: 'refresh_token', refresh_token: 'wrong' }],
    ['an unknown grant', { grant_type: 'implicit' }],
    ['an assertion that is none', { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: 'a.b.c' }],
  ])('%s: 401', async (_name, values) => {
    const reply = await token(await instance(), { ...CLIENT, ...values })
    expect(reply.status).toBe(401)
    expect(json(reply)).toEqual({ error_description: 'access_denied', error: 'server_error' })
  })

  test('a body of JSON, and the property that forbids client credentials: 401', async () => {
    const emulator = await instance()
    const json = { ...CLIENT, grant_type: 'client_credentials' }
    const reply = await call(emulator, 'POST', '/oauth_token.do', { body: json, headers: { authorization: undefined } })
    expect(reply.status).toBe(401)
    emulator.store.setProperty('glide.oauth.inbound.client.credential.grant_type.enabled', 'false')
    expect((await token(emulator, json)).status).toBe(401)
  })

  test('a registry that was made over the API gives tokens', async () => {
    const emulator = await instance()
    const body = { name: 'made', client_id: 'made', client_secret: 'made-secret', type: 'client' }
    await call(emulator, 'POST', table('oauth_entity', { sysparm_input_display_value: 'true' }), { body })
    const made = { client_id: 'made', client_secret: 'made-secret' }
    expect((await token(emulator, { ...made, ...PASSWORD })).status).toBe(200)
    expect((await token(emulator, { ...made, grant_type: 'client_credentials' })).status).toBe(401)
  })
})

describe('JWT bearer', () => {
  const claims = { iss: 'acme', aud: 'acme', sub: 'service', exp: Math.floor(Date.now() / 1000) + 300 }

  async function scene(options: EmulatorOptions = {}) {
    const emulator = await instance(options)
    const signer = await issue({ issuer: await makeCa({ subject: 'CA' }), subject: 'signer', keyAlgorithm: 'rsa-2048' })
    const { sys_id } = emulator.store.insert('sys_certificate', { name: 'signer', pem_certificate: signer.certificatePem })
    const client = emulator.store.find('oauth_entity', 'client_id', 'acme')!.sys_id
    emulator.store.insert('jwt_verifier_map', { name: 'acme', kid: 'k1', oauth_entity: client, sys_certificate: sys_id })
    const made = (body: object, kid = 'k1'): string => {
      const parts = [{ alg: 'RS256', typ: 'JWT', kid }, body].map((part) =>
        Buffer.from(JSON.stringify(part)).toString('base64url'),
      )
      const signature = sign('sha256', Buffer.from(parts.join('.')), createPrivateKey(signer.keyPem))
      return [...parts, signature.toString('base64url')].join('.')
    }
    const ask = (assertion: string, secret = ''): Promise<Reply> =>
      token(emulator, {
        client_id: 'acme',
        client_secret: secret,
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion,
      })
    return { emulator, made, ask }
  }

  test('a signed assertion is worth a token, once', async () => {
    const { emulator, made, ask } = await scene()
    const assertion = made({ ...claims, jti: '1' })
    const reply = await ask(assertion)
    expect(await reads(emulator, bearer(reply))).toBe(200)
    expect((await ask(assertion)).status).toBe(401)
  })

  test.each(['ignored', 'required'] as const)('the secret of the client is %s', async (jwtClientSecret) => {
    const { made, ask } = await scene({ assume: { jwtClientSecret } })
    expect((await ask(made(claims))).status).toBe(jwtClientSecret === 'ignored' ? 200 : 401)
    expect((await ask(made(claims), 'acme-secret')).status).toBe(200)
    expect((await ask(made(claims), 'wrong')).status).toBe(401)
  })

  test('whatever is not right with one: 401', async () => {
    const { made, ask } = await scene()
    const assertions = [
      made({ ...claims, exp: 1 }),
      made({ ...claims, aud: 'other' }),
      made({ ...claims, iss: 'other' }),
      made({ ...claims, sub: 'nobody' }),
      made({ ...claims, sub: 'admin' }),
      made(claims, 'k2'),
      `${made(claims).slice(0, -8)}AAAAAAAA`,
    ]
    for (const assertion of assertions) expect((await ask(assertion)).status).toBe(401)
    expect((await ask(made(claims))).status).toBe(200)
  })
})

test('an API key signs its user in', async () => {
  const emulator = await instance()
  expect(await reads(emulator, { 'x-sn-apikey': 'acme-key' })).toBe(200)
  expect(await reads(emulator, { 'x-sn-apikey': 'wrong' })).toBe(401)
})

test('an access policy that lets only one of the two APIs be used', async () => {
  const emulator = await instance()
  const undo = emulator.refuseApi('attachment')
  const key = { authorization: undefined, 'x-sn-apikey': 'acme-key' }
  const refused = await call(emulator, 'GET', '/api/now/attachment', { headers: key })
  expect([refused.status, refused.error]).toEqual([
    403,
    { message: 'User Not Authorized', detail: 'Failed API level ACL Validation' },
  ])
  expect(await reads(emulator, { 'x-sn-apikey': 'acme-key' })).toBe(200)
  undo()
  expect((await call(emulator, 'GET', '/api/now/attachment', { headers: key })).status).toBe(200)
})

test('roles are rows of their own too, and follow the list', async () => {
  const emulator = await instance()
  const roles = async (query: string): Promise<unknown> => {
    const parameters = { sysparm_query: query, sysparm_fields: 'role.name' }
    return (await call(emulator, 'GET', table('sys_user_has_role', parameters))).rows.map((row) => row['role.name'])
  }
  expect(await roles('user.user_name=service')).toEqual(['web_service_admin'])
  expect(await roles('user=javascript:gs.getUserID()')).toEqual(['admin'])
  const { sys_id } = emulator.store.find('sys_user', 'user_name', 'service')!
  emulator.store.update('sys_user', sys_id, { roles: 'connection_admin' })
  expect(await roles('user.user_name=service')).toEqual(['connection_admin'])
  expect(await reads(emulator, { 'x-sn-apikey': 'acme-key' })).toBe(403)
})

test('a client certificate signs in the user that it is mapped to, or the one of its name', async () => {
  const ca = await makeCa({ subject: 'CA' })
  const server = await issueServer(ca)
  const tls = {
    cert: Buffer.from(server.certificatePem),
    key: Buffer.from(server.keyPem),
    clientCa: Buffer.from(ca.certificatePem),
  }
  const emulator = await instance({ tls })
  const [own, other] = [
    await issue({ issuer: ca, subject: 'service' }),
    await issue({ issuer: await makeCa({ subject: 'CA' }), subject: 'service' }),
  ]
  const status = async (client?: { certificatePem: string; keyPem: string }): Promise<number> => {
    const headers = { authorization: undefined }
    const options = { headers, ca: ca.certificatePem, ...(client && { cert: client.certificatePem, key: client.keyPem }) }
    return (await call(emulator, 'GET', `${TABLE}/sys_rest_message`, options)).status
  }
  expect(await status(own)).toBe(200)
  expect(await status(other)).toBe(401)
  const mapped = await issue({ issuer: ca, subject: 'anybody' })
  expect(await status(mapped)).toBe(401)
  const user = emulator.store.find('sys_user', 'user_name', 'service')!.sys_id
  const { sys_id } = emulator.store.insert('sys_user_certificate', { user, pem_certificate: mapped.certificatePem })
  expect(await status(mapped)).toBe(200)
  emulator.store.update('sys_user_certificate', sys_id, { active: false })
  expect(await status(mapped)).toBe(401)
  expect(await status()).toBe(401)
})
