import { X509Certificate } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { TLSSocket } from 'node:tls'
import { HOST, listen, stop } from './listening.ts'
import { startNginxServer } from './nginx.ts'
import { findProgram } from './programs.ts'

export interface PartnerOptions {
  /** The server's own certificate chain (PEM) and private key (PEM); an {@link Issued} is one. */
  readonly server: { readonly chainPem: string; readonly keyPem: string }
  /** PEM: the authorities whose client certificates are accepted. */
  readonly clientCa: string
  /** Default: nginx where it is installed. */
  readonly kind?: 'nginx' | 'node'
}

/** A request that got through, which is to say one with an accepted client certificate. */
export interface PartnerRequest {
  readonly path: string
  /** Of the client certificate: `CN=bank-client, O=Acme`, in the order of the certificate. */
  readonly subject: string
  /** Upper-case hexadecimal. */
  readonly serialNumber: string
  /** What the server says of the certificate: `SUCCESS`, as nginx has it. */
  readonly verify: string
}

interface Verified {
  readonly certificate: X509Certificate
  readonly verify: string
}

/** A partner that demands a client certificate and answers 200 with the {@link PartnerRequest} it saw as JSON. */
export interface Partner {
  /** `https://127.0.0.1:<port>`; the server certificate needs the IP address as an alternative name. */
  readonly url: string
  readonly kind: 'nginx' | 'node'
  readonly requests: readonly PartnerRequest[]
  close(): Promise<void>
}

/**
 * Starts a partner on a free port of 127.0.0.1. How a bad client certificate is refused is the server's manner: nginx lets
 * the handshake pass and answers 400, Node breaks the connection off. A partner that nobody closes does not keep the process
 * alive and ends with it.
 */
export function startPartner(options: PartnerOptions): Promise<Partner> {
  const kind = options.kind ?? (findProgram('nginx') === undefined ? 'node' : 'nginx')
  return kind === 'nginx' ? startNginx(options) : startNode(options)
}

async function startNode({ server, clientCa }: PartnerOptions): Promise<Partner> {
  const requests: PartnerRequest[] = []
  const tls = { key: server.keyPem, cert: server.chainPem, ca: clientCa, requestCert: true, rejectUnauthorized: true }
  const answer = answering(requests, ({ socket }) => {
    const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined
    return certificate && { certificate, verify: 'SUCCESS' }
  })
  const listener = createTlsServer(tls, answer)
  const port = await listen(listener)
  return { url: `https://${HOST}:${port}`, kind: 'node', requests, close: () => stop(listener) }
}

/** nginx ends TLS and passes what it accepted on to a listener of this process, with the client certificate in a header. */
async function startNginx({ server, clientCa }: PartnerOptions): Promise<Partner> {
  const requests: PartnerRequest[] = []
  const upstream = createServer(
    answering(requests, ({ headers }) => {
      const { 'x-client-certificate': escaped, 'x-client-verify': verify } = headers
      if (typeof escaped !== 'string' || typeof verify !== 'string') return undefined
      return { certificate: new X509Certificate(decodeURIComponent(escaped)), verify }
    }),
  )
  const upstreamPort = await listen(upstream)
  try {
    const files = { 'server.pem': server.chainPem, 'server.key': server.keyPem, 'clients.pem': clientCa }
    const nginx = await startNginxServer({ files, server: (port) => partnerBlock(port, upstreamPort) })
    const close = async (): Promise<void> => {
      await nginx.close()
      await stop(upstream)
    }
    return { url: `https://${HOST}:${nginx.port}`, kind: 'nginx', requests, close }
  } catch (error) {
    await stop(upstream)
    throw error
  }
}

function partnerBlock(port: number, upstreamPort: number): string {
  return `
    listen ${HOST}:${port} ssl;
    ssl_certificate server.pem;
    ssl_certificate_key server.key;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_client_certificate clients.pem;
    ssl_verify_client on;
    ssl_verify_depth 9;
    ssl_session_tickets off;
    location / {
      proxy_pass http://${HOST}:${upstreamPort};
      proxy_set_header X-Client-Certificate $ssl_client_escaped_cert;
      proxy_set_header X-Client-Verify $ssl_client_verify;
    }`
}

function answering(requests: PartnerRequest[], clientOf: (incoming: IncomingMessage) => Verified | undefined): RequestListener {
  return (incoming, response) => {
    const client = clientOf(incoming)
    incoming.resume()
    if (client === undefined) {
      response.writeHead(500).end()
      return
    }
    const { subject, serialNumber } = client.certificate
    const seen = { path: incoming.url ?? '', subject: subject.replaceAll('\n', ', '), serialNumber, verify: client.verify }
    requests.push(seen)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(seen))
  }
}
