import { X509Certificate, verify } from 'node:crypto'
import { basicCredentials, userWithPassword, type AccessContext } from './access.ts'
import { isObject, json, parseJson, type Answer, type ApiRequest, type JsonValue } from './message.ts'
import { rolesOf } from './roles.ts'
import type { Row } from './schema.ts'

const JWT_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const CLIENT_CREDENTIALS = 'glide.oauth.inbound.client.credential.grant_type.enabled'

/** Nearly every cause looks the same. */
const denied = (): Answer => json(401, { error_description: 'access_denied', error: 'server_error' })

/**
 * `POST /oauth_token.do`, form-encoded: the grants `client_credentials`, `password`, `refresh_token` and JWT bearer. The client
 * signs in within the form or by HTTP Basic (RFC 6749, 2.3.1).
 */
export function tokenEndpoint(request: ApiRequest, context: AccessContext): Answer {
  const { store, tokens, now } = context
  if (request.method !== 'POST' || !/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) {
    return denied()
  }
  const form = new URLSearchParams(request.body.toString('utf8'))
  const given = (name: string): string => form.get(name) ?? ''
  const header = basicCredentials(request.headers.authorization)
  const clientId = given('client_id') || header.name
  const secret = given('client_secret') || header.password
  const client = store
    .rows('oauth_entity')
    .find((row) => row.client_id === clientId && clientId !== '' && row.active === 'true' && row.type !== 'oauth_provider')
  if (client === undefined) return denied()
  const known = secret !== '' && store.password('oauth_entity', client.sys_id, 'client_secret') === secret
  const bearer = given('grant_type') === JWT_GRANT
  if (!known && !(bearer && secret === '' && context.assume.jwtClientSecret === 'ignored')) return denied()
  const give = (userId: string | undefined, refreshable: boolean): Answer =>
    userId === undefined ? denied() : json(200, tokens.give(userId, clientId, now(), refreshable))
  switch (given('grant_type')) {
    case 'password':
      return give(userWithPassword(store, given('username'), given('password'))?.sys_id, true)
    case 'refresh_token':
      return give(tokens.userOfRefresh(given('refresh_token'), clientId, now()), true)
    case 'client_credentials':
      return give(userOfClient(client, context), false)
    case JWT_GRANT:
      return give(userOfAssertion(given('assertion'), client, context), false)
    default:
      return denied()
  }
}

function userOfClient(client: Row, { store, assume }: AccessContext): string | undefined {
  if (store.property(CLIENT_CREDENTIALS) !== 'true') return undefined
  const user = store.get('sys_user', client.user ?? '')
  if (user !== undefined) return user.sys_id
  return assume.clientWithoutUser === 'token-only' ? '' : undefined
}

const partOf = (part: string | undefined): Readonly<Record<string, JsonValue>> => {
  const value = parseJson(Buffer.from(part ?? '', 'base64url'))
  return isObject(value) ? value : {}
}

/**
 * The user of an assertion: RS256, signed with the key of the certificate that the map of that `kid` names, `aud` and `iss` the
 * client, not expired, each `jti` once. Users with the role admin are refused.
 */
function userOfAssertion(assertion: string, client: Row, { store, tokens, now }: AccessContext): string | undefined {
  const [head, body, signature, ...rest] = assertion.split('.')
  const [header, claims] = [partOf(head), partOf(body)]
  const map = store.rows('jwt_verifier_map').find((row) => row.kid === header.kid && row.oauth_entity === client.sys_id)
  const pem = store.get('sys_certificate', map?.sys_certificate ?? '')?.pem_certificate ?? ''
  if (rest.length > 0 || header.alg !== 'RS256' || pem === '' || signature === undefined) return undefined
  const key = new X509Certificate(pem).publicKey
  const signed = Buffer.from(`${head ?? ''}.${body ?? ''}`)
  if (!verify('sha256', signed, key, Buffer.from(signature, 'base64url'))) return undefined
  const seconds = now().getTime() / 1000
  if (claims.aud !== client.client_id || claims.iss !== client.client_id) return undefined
  if (typeof claims.exp !== 'number' || claims.exp <= seconds) return undefined
  if (typeof claims.jti === 'string' && !tokens.firstUse(claims.jti)) return undefined
  const user = store
    .rows('sys_user')
    .find((row) => row.active === 'true' && [row.user_name, row.email].includes(text(claims.sub)))
  return user !== undefined && !rolesOf(store, user.sys_id).includes('admin') ? user.sys_id : undefined
}

const text = (value: JsonValue | undefined): string => (typeof value === 'string' && value !== '' ? value : '\0')
