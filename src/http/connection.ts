import { X509Certificate } from 'node:crypto'
import type { buildConnector, Dispatcher } from 'undici'
import Pool from 'undici/lib/dispatcher/pool.js'
import { CodedError } from '../errors.ts'
import { codeOf, TunnelFailure } from './failure.ts'
import { proxyFor, type Environment } from './proxy.ts'

const CONNECT_TIMEOUT_MS = 10_000
const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g

/** The certificates of a PEM file. @throws input.invalid */
function authoritiesIn(pem: Buffer): string[] {
  const extra = pem.toString('latin1').match(PEM_CERTIFICATE) ?? []
  if (extra.length === 0) throw new CodedError('input.invalid', 'ca-certificates: there is no PEM certificate in the file')
  for (const [index, certificate] of extra.entries()) {
    try {
      new X509Certificate(certificate)
    } catch (error) {
      const message = `ca-certificates: certificate ${index + 1} of ${extra.length} cannot be read`
      throw new CodedError('input.invalid', message, { cause: error })
    }
  }
  return extra
}

/** What Node trusts by itself, and more. Node's TLS takes as long to load as Node to start: it is, only where it is used. */
async function trusting(extra: readonly string[]): Promise<string[]> {
  const tls = await import('node:tls')
  const { rootCertificates } = tls
  return [...('getCACertificates' in tls ? tls.getCACertificates('default') : rootCertificates), ...extra]
}

/**
 * A connector whose failures are all told as what they are: undici connects again at once and for ever when a proxy closes
 * the connection (its own error code for that counts as recoverable there).
 */
function throughTunnel(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error === null) callback(null, socket)
      else callback(tunnelFailure(error) ?? error, null)
    })
  }
}

/** Failures on the way to the proxy; behind it, it is the proxy that resolves names and connects. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** What the proxy did, or undefined where it did its part and the host behind it failed. */
function tunnelFailure(cause: Error): TunnelFailure | undefined {
  const status = /^Proxy response \((\d{3})\)/.exec(cause.message)?.[1]
  if (status !== undefined) {
    return new TunnelFailure(`the proxy refused to connect (HTTP ${status})`, status.startsWith('4'), cause)
  }
  const code = codeOf(cause) ?? ''
  if (code === 'UND_ERR_SOCKET') return new TunnelFailure('the proxy closed the connection', false, cause)
  return UNREACHABLE.has(code) ? new TunnelFailure(`the proxy cannot be reached (${code})`, false, cause) : undefined
}

/** Who calls, as TLS tells it. */
export interface ClientIdentity {
  /** PEM: the end entity, then those above it. */
  readonly cert: string
  /** PEM, not encrypted. */
  readonly key: string
}

export interface ConnectionOptions {
  readonly origin: string
  readonly maxParallel: number
  /** PEM certificates to be trusted beside the default ones. */
  readonly ca?: Buffer
  /** Shown where the origin asks for a certificate; never to a proxy. */
  readonly client?: ClientIdentity
  readonly environment: Environment
}

/**
 * Prepares the keep-alive connections to one origin, at most `maxParallel`; what cannot work is refused here, before anything
 * is sent. The code of proxies is loaded only where one applies.
 * @throws instance.insecure, instance.proxy, input.invalid
 */
export function prepareConnections(options: ConnectionOptions): () => Promise<Dispatcher> {
  const { origin, maxParallel, ca, client, environment } = options
  if (environment.NODE_TLS_REJECT_UNAUTHORIZED === '0') {
    throw new CodedError('instance.insecure', 'NODE_TLS_REJECT_UNAUTHORIZED: TLS verification is switched off')
  }
  const extra = ca && authoritiesIn(ca)
  const proxy = proxyFor(origin, environment)
  return async () => {
    const trusted = extra && { ca: await trusting(extra) }
    const secure = { rejectUnauthorized: true, timeout: CONNECT_TIMEOUT_MS, ...trusted }
    if (!proxy) return new Pool(origin, { connections: maxParallel, connect: { ...secure, ...client } })
    const [{ default: ProxyAgent }, { default: connect }] = await Promise.all([
      import('undici/lib/dispatcher/proxy-agent.js'),
      import('undici/lib/api/api-connect.js'),
    ])
    return new ProxyAgent({
      uri: proxy.href,
      requestTls: { ...secure, ...client },
      proxyTls: secure,
      // Without undici's index, which would add it to each, a dispatcher has no `connect` of its own: the tunnel needs one.
      clientFactory: (url, settings) =>
        Object.assign(new Pool(url, { ...settings, headersTimeout: CONNECT_TIMEOUT_MS }), { connect }),
      factory: (target, settings: { connect: buildConnector.connector }) =>
        new Pool(target, { connections: maxParallel, connect: throughTunnel(settings.connect) }),
    })
  }
}
