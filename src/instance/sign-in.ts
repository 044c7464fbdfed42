import { CodedError } from '../errors.ts'
import { SecretValue } from '../redact.ts'

/** A way of signing in: the headers that go with each request. */
export interface SignIn {
  headers(): Promise<Readonly<Record<string, string>>>
  /** Why the instance may refuse these credentials (401), and what to do, for people. */
  readonly hint: string
  /** Wrong credentials count, and lock the account: one request is made alone first. */
  readonly locks?: true
  /**
   * Told that the instance refused the headers with 401. @returns whether there are others to try the request with, once: a
   * token that was good until now has expired.
   */
  renew?(refused: Readonly<Record<string, string>>): boolean
  /** Told that the instance accepted the headers. */
  accepted?(headers: Readonly<Record<string, string>>): void
}

/** Makes a secret known to all that print, before its first use. */
export type Register = (secret: SecretValue) => void

const BASIC_HINT =
  'user or password is wrong, or the user is inactive or locked out; or basic authentication is restricted: since 2026 it is refused for interactive users without the role snc_basic_auth_api_access (KB3025707): give the role, or use a user with "Web service access only", or OAuth'
const TOKEN_HINT =
  'the token has expired (they live for half an hour unless the registry says otherwise), was revoked, or is of another instance: obtain a new one in the step before'
const KEY_HINT =
  'the key is wrong, inactive or expired; or no REST API Access Policy with API key authentication lets it in: the Table API and the Attachment API each need one'

const CERTIFICATE_HINT =
  'no active User to Certificate Mapping has this certificate, or its user is inactive; or its CA is not registered under CA Certificate Chain (self-signed ones are refused); or the plugin com.glide.auth.mutual or its property is off; or the certificate does not reach the instance: /adcv2/supports_tls has to answer true (KB0993615)'

/** Printable ASCII: what a header can carry without being changed on its way. */
const HEADER_TEXT = /^[\x21-\x7e]{1,16384}$/

/**
 * A secret as it goes into a header.
 * @throws input.sign-in that names the input and not the value
 */
function headerText(secret: SecretValue): string {
  const text = secret.text().trim()
  if (HEADER_TEXT.test(text)) return text
  throw new CodedError('input.sign-in', `${secret.label}: has spaces, line breaks or characters that a header cannot carry`)
}

/**
 * Basic authentication (RFC 7617, UTF-8). The header's value is as secret as the password: it is made known before it is used.
 * @throws input.sign-in for a user name with a colon or control characters, which the scheme cannot carry
 */
export function basic(username: string, password: SecretValue, register: Register): SignIn {
  if (/[:\x00-\x1f\x7f]/.test(username)) {
    throw new CodedError('input.sign-in', 'username: a colon or a control character cannot be sent with basic authentication')
  }
  const pair = Buffer.from(`${username}:${password.text()}`, 'utf8').toString('base64')
  const token = new SecretValue(pair, 'basic credentials')
  register(password)
  register(token)
  return { ...fixed({ authorization: `Basic ${token.text()}` }, BASIC_HINT), locks: true }
}

/** A bearer token that an earlier step obtained. @throws input.sign-in */
export function readyToken(token: SecretValue, register: Register): SignIn {
  register(token)
  return fixed({ authorization: `Bearer ${headerText(token)}` }, TOKEN_HINT)
}

/** An API key, in the header `x-sn-apikey`. @throws input.sign-in */
export function apiKey(key: SecretValue, register: Register): SignIn {
  register(key)
  return fixed({ 'x-sn-apikey': headerText(key) }, KEY_HINT)
}

/**
 * Certificate-based authentication: the connection shows a client certificate, and no header tells who calls.
 * @throws input.sign-in where the connection is not one of TLS
 */
export function clientCertificate(origin: string): SignIn {
  if (origin.startsWith('https:')) return fixed({}, CERTIFICATE_HINT)
  throw new CodedError('input.sign-in', `client-certificate: ${origin} does not speak TLS, so that no certificate can be shown`)
}

const fixed = (headers: Readonly<Record<string, string>>, hint: string): SignIn => ({
  headers: () => Promise.resolve(headers),
  hint,
})
