import * as z from 'zod/mini'
import { CodedError } from '../errors.ts'
import type { HttpAnswer } from '../http/exchange.ts'
import type { Transport } from '../http/transport.ts'
import type { SecretValue } from '../redact.ts'

const ANSWER = z.object({ value: z.string().check(z.minLength(1)) })
const MAX_ANSWER = 64 * 1024

/** What it takes to ask the runner. */
export interface IdentityWorld {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The service's address comes from the runner, not from the spec. */
  readonly connect: (origin: string) => Transport
  /** Makes a secret known before it is used. */
  readonly onSecret: (text: string, label: string) => SecretValue
}

/**
 * The identity of the workflow as a token for an audience, asked of the runner's own service (OpenID Connect in GitHub Actions).
 * @throws issuer.identity, timeout
 */
export async function workflowIdentity(audience: string, world: IdentityWorld): Promise<SecretValue> {
  const { environment, connect, onSecret } = world
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: text = '' } = environment
  if (!URL.canParse(address) || text === '') {
    throw new CodedError('issuer.identity', 'the job has no identity to sign in with')
  }
  const token = onSecret(text, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN')
  const url = new URL(address)
  url.searchParams.set('audience', audience)
  const headers = { accept: 'application/json', authorization: `Bearer ${token.text()}` }
  const request = {
    method: 'GET',
    path: `${url.pathname}${url.search}`,
    headers,
    maxBytes: MAX_ANSWER,
    idempotent: true,
  } as const
  let answer: HttpAnswer
  try {
    answer = await connect(url.origin).request(request)
  } catch (error) {
    if (!(error instanceof CodedError) || error.code === 'timeout') throw error
    const message = `the identity of the job cannot be asked for: ${error.message}`
    throw new CodedError('issuer.identity', message, { hint: error.hint, cause: error })
  }
  if (answer.status >= 400) {
    throw new CodedError('issuer.identity', `the identity of the job was refused with HTTP ${answer.status}`)
  }
  return onSecret(valueIn(answer), 'identity of the workflow')
}

function valueIn({ body, status }: HttpAnswer): string {
  try {
    return z.parse(ANSWER, JSON.parse(body.toString('utf8'))).value
  } catch {
    // What was answered may be a token all the same: it is not repeated, and is no cause.
    throw new CodedError('issuer.identity', `the service of the runner answered with HTTP ${status} and no identity`)
  }
}
