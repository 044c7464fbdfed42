import { createHmac } from 'node:crypto'
import * as z from 'zod/mini'
import { CodedError } from '../errors.ts'
import { printable } from '../http/printable.ts'
import type { SecretValue } from '../redact.ts'
import type { Certificate } from '../x509/certificate.ts'
import { ask, certificatesOf, parsed, refused, type Service, type ServiceAnswer } from './http.ts'
import type { CertificateRequest, Issuer } from './issuer.ts'

const API = '/api/v1/cfssl'

/** What every answer of the CFSSL API is wrapped in. */
const envelope = <Result extends z.core.$ZodType>(result: Result) =>
  z.object({
    success: z.boolean(),
    result: z.nullable(result),
    errors: z.array(z.object({ code: z.number(), message: z.string() })),
  })
const SIGNED = envelope(z.object({ certificate: z.string() }))
const INFO = envelope(
  z.object({ certificate: z.string(), usages: z.optional(z.nullable(z.array(z.string()))), expiry: z.optional(z.string()) }),
)

export interface CfsslOptions {
  /** A profile of its configuration; undefined: its default. */
  readonly profile: string | undefined
  /** Hexadecimal, as CFSSL's configuration has it; with it `authsign` is asked instead of `sign`. */
  readonly authKey: SecretValue | undefined
  /** Told what signs a request: whoever has both gets the certificate once more. */
  readonly onSecret: (secret: string, label: string) => SecretValue
}

/** A CFSSL server. `sign` returns the certificate alone; its issuer's comes from `info`. */
export function cfsslIssuer(service: Service, options: CfsslOptions): Issuer {
  const { profile, authKey } = options
  const from = `cfssl at ${service.transport.origin}`
  return {
    issue: async (request) => {
      const { issuers, notes } = await published(service, profile, from)
      const asked = { certificate_request: request.csr, ...hostsOf(request), ...(profile !== undefined && { profile }) }
      const answer =
        authKey === undefined
          ? await ask(service, `${API}/sign`, asked)
          : await ask(service, `${API}/authsign`, authenticated(asked, authKey, options))
      return { certificates: [...certificatesOf([successOf(SIGNED, answer, from).certificate], from), ...issuers], notes }
    },
  }
}

/** CFSSL takes the alternative names from `hosts` where it is there, else from the request. */
function hostsOf({ names }: CertificateRequest): { hosts?: string[] } {
  return names.length === 0 ? {} : { hosts: names.map((name) => name.slice(name.indexOf(':') + 1)) }
}

/**
 * The issuer's certificate, and what is to be said of the profile: CFSSL signs with its default one where it does not know the
 * name, without a word. That `info` tells the same of both is all there is to see.
 */
async function published(
  service: Service,
  profile: string | undefined,
  from: string,
): Promise<{ readonly issuers: readonly Certificate[]; readonly notes: readonly string[] }> {
  const info = async (more: { profile?: string }): Promise<z.infer<typeof INFO>['result'] & object> =>
    successOf(INFO, await ask(service, `${API}/info`, { label: '', ...more }, { repeatable: true }), from)
  const standard = await info({})
  const issuers = certificatesOf([standard.certificate], from)
  if (profile === undefined) return { issuers, notes: [] }
  const named = await info({ profile })
  const essence = ({ usages, expiry }: typeof named): string => JSON.stringify([usages, expiry])
  if (essence(named) !== essence(standard)) return { issuers, notes: [] }
  const unknown = `${from} does not know the profile ${printable(JSON.stringify(profile), 60)}, or it is the same as its default`
  if (named.usages?.includes('client auth') === true) return { issuers, notes: [unknown] }
  throw new CodedError('issuer.unknown-profile', `${unknown}, which issues no certificates for clients`)
}

function successOf<Result>(
  schema: z.core.$ZodType<{ success: boolean; result: Result | null; errors: { code: number; message: string }[] }>,
  answer: ServiceAnswer,
  from: string,
): Result {
  const { success, result, errors } = parsed(schema, answer, from)
  if (success && result !== null) return result
  throw refused(
    from,
    answer,
    errors.map(({ code, message }) => `${message} (${code})`),
  )
}

/** The request as base64 with its HMAC-SHA-256 (CFSSL's standard authentication). @throws issuer.key */
function authenticated(asked: unknown, authKey: SecretValue, { onSecret }: CfsslOptions): { token: string; request: string } {
  const hex = authKey.text().trim()
  if (!/^(?:[0-9a-f]{2}){8,}$/i.test(hex)) {
    throw new CodedError('issuer.key', 'the auth-key of the issuer is not hexadecimal digits, at least 16 of them')
  }
  const request = Buffer.from(JSON.stringify(asked), 'utf8')
  const token = createHmac('sha256', Buffer.from(hex, 'hex')).update(request).digest('base64')
  return { token: onSecret(token, 'token of a request to cfssl').text(), request: request.toString('base64') }
}
