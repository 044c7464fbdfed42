import { CodedError } from '../errors.ts'
import type { Redactor, SecretValue } from '../redact.ts'

/** A way of signing in: the headers that go with each request. */
export interface SignIn {
  headers(): Promise<Readonly<Record<string, string>>>
}

/**
 * Basic authentication (RFC 7617, UTF-8). The header's value is as secret as the password: the redactor knows it before it
 * is used.
 * @throws input.sign-in for a user name with a colon or control characters, which the scheme cannot carry
 */
export function basic(username: string, password: SecretValue, redactor: Redactor): SignIn {
  if (/[:\x00-\x1f\x7f]/.test(username)) {
    throw new CodedError('input.sign-in', 'username: a colon or a control character cannot be sent with basic authentication')
  }
  const token = Buffer.from(`${username}:${password.text()}`, 'utf8').toString('base64')
  redactor.add(password)
  redactor.add(token)
  const headers = { authorization: `Basic ${token}` }
  return { headers: () => Promise.resolve(headers) }
}
