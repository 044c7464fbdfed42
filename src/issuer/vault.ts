import * as z from 'zod/mini'
import { CodedError } from '../errors.ts'
import type { SecretValue } from '../redact.ts'
import { ask, certificatesOf, parsed, refused, type Service, type ServiceAnswer } from './http.ts'
import type { CertificateRequest, Issuer } from './issuer.ts'

const SIGNED = z.object({
  data: z.object({
    certificate: z.string(),
    issuing_ca: z.optional(z.string()),
    ca_chain: z.optional(z.nullable(z.array(z.string()))),
  }),
})
const LOGGED_IN = z.object({ auth: z.object({ client_token: z.string().check(z.minLength(1)) }) })
const ERRORS = z.object({ errors: z.optional(z.array(z.string())) })

export interface VaultOptions {
  /** Where the PKI secrets engine is mounted. */
  readonly mount: string
  readonly role: string
  /** A token for Vault, made known as a secret before it is used. */
  readonly token: () => Promise<SecretValue>
}

/**
 * The PKI secrets engine of Vault, as its API is documented: `POST /v1/<mount>/sign/<role>`. Its role decides what of the request
 * counts; names are asked for beside it.
 */
export function vaultIssuer(service: Service, { mount, role, token }: VaultOptions): Issuer {
  const from = `vault at ${service.transport.origin}`
  return {
    issue: async (request) => {
      const headers = { 'x-vault-token': (await token()).text(), 'x-vault-request': 'true' }
      const answer = await ask(service, `/v1/${pathOf(mount)}/sign/${encodeURIComponent(role)}`, wanted(request), { headers })
      refuseUnless(answer, from)
      const { certificate, issuing_ca: issuing, ca_chain: chain } = parsed(SIGNED, answer, from).data
      const issuers = chain ?? (issuing === undefined ? [] : [issuing])
      return { certificates: certificatesOf([certificate, ...issuers], from), notes: [] }
    },
  }
}

export interface VaultLogin {
  /** Where the JWT auth method is mounted. */
  readonly mount: string
  readonly role: string
  /** The workflow's identity token, asked of GitHub. */
  readonly identityToken: () => Promise<SecretValue>
  readonly onSecret: (secret: string, label: string) => SecretValue
}

/** A token for Vault from the identity of the workflow: `POST /v1/auth/<mount>/login` of the JWT auth method. */
export async function vaultToken(service: Service, { mount, role, identityToken, onSecret }: VaultLogin): Promise<SecretValue> {
  const from = `vault at ${service.transport.origin}`
  const jwt = (await identityToken()).text()
  const answer = await ask(service, `/v1/auth/${pathOf(mount)}/login`, { role, jwt }, { repeatable: true })
  refuseUnless(answer, from)
  return onSecret(parsed(LOGGED_IN, answer, from).auth.client_token, 'token of vault')
}

const pathOf = (mount: string): string => mount.split('/').map(encodeURIComponent).join('/')

function wanted({ csr, subject, names, validityMs }: CertificateRequest): Readonly<Record<string, string>> {
  const of = (...kinds: readonly string[]): string =>
    names
      .filter((name) => kinds.includes(name.slice(0, name.indexOf(':'))))
      .map((name) => name.slice(name.indexOf(':') + 1))
      .join(',')
  const [alternative, addresses, uris] = [of('DNS', 'email'), of('IP'), of('URI')]
  return {
    csr,
    format: 'pem',
    common_name: subject.CN ?? '',
    exclude_cn_from_sans: 'true',
    ...(alternative !== '' && { alt_names: alternative }),
    ...(addresses !== '' && { ip_sans: addresses }),
    ...(uris !== '' && { uri_sans: uris }),
    ...(validityMs !== undefined && { ttl: `${Math.round(validityMs / 1000)}s` }),
  }
}

/** @throws issuer.refused */
function refuseUnless(answer: ServiceAnswer, from: string): void {
  if (answer.status >= 200 && answer.status < 300) return
  const said = z.safeParse(ERRORS, answer.json)
  const hint =
    answer.status === 403
      ? 'check the token or the role of the login, and that its policy allows `update` on the path of sign'
      : 'check mount and role, and what the role allows'
  const { code, message } = refused(from, answer, said.success ? (said.data.errors ?? []) : [])
  throw new CodedError(code, message, { hint })
}
