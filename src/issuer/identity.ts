import * as z from 'zod/mini'
import { CodedError } from '../errors.ts'
import type { Transport } from '../http/transport.ts'

const ANSWER = z.object({ value: z.string().check(z.minLength(1)) })

/**
 * The identity of the workflow as a token for an audience, asked of the runner's own service (OpenID Connect in GitHub Actions).
 * @param connect the service's address comes from the runner, not from the spec
 * @throws issuer.identity
 */
export async function workflowIdentity(
  environment: Readonly<Record<string, string | undefined>>,
  connect: (origin: string) => Transport,
  audience: string,
): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token = '' } = environment
  if (!URL.canParse(address) || token === '') {
    throw new CodedError('issuer.identity', 'the job has no identity to sign in with')
  }
  const url = new URL(address)
  url.searchParams.set('audience', audience)
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` }
  const path = `${url.pathname}${url.search}`
  const answer = await connect(url.origin).request({ method: 'GET', path, headers, maxBytes: 64 * 1024, idempotent: true })
  try {
    return z.parse(ANSWER, JSON.parse(answer.body.toString('utf8'))).value
  } catch (error) {
    throw new CodedError('issuer.identity', `the identity of the job was refused with HTTP ${answer.status}`, { cause: error })
  }
}
