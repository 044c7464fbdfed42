import { request as httpsRequest } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { codeOf } from '../http/failure.ts'
import { armor } from '../x509/armor.ts'
import type { Certificate } from '../x509/certificate.ts'
import { toPem } from '../x509/pem.ts'
import type { PrivateKey } from '../x509/private-key.ts'
import { dial } from './dial.ts'
import { readFlight, type ServerFlight } from './flight.ts'

const TIMEOUT_MS = 20_000
/** Of the handshake; a chain of certificates is smaller. */
const MOST_RECORDED = 256 * 1024
const MOST_BODY = 64 * 1024

export interface ProbeRequest {
  readonly url: string
  /** The identity of the keystore. */
  readonly key: PrivateKey
  readonly chain: readonly Certificate[]
  /** Exactly these are trusted; none by default. */
  readonly trusted: readonly Certificate[]
  readonly stop: AbortSignal
  /** Asked for a tunnel; without it the connection is made from here. */
  readonly proxy?: URL | undefined
  readonly timeoutMs?: number
}

/** What one handshake and one request came to. */
export interface ProbeAnswer {
  /** `TLSv1.3`; undefined where no handshake was completed. */
  readonly protocol: string | undefined
  readonly cipher: string | undefined
  readonly flight: ServerFlight
  /** Undefined where no answer came. */
  readonly status: number | undefined
  /** The beginning of the answer, for the words of servers that refuse a certificate there. */
  readonly body: string
  /** Why no answer came: a code of Node or OpenSSL. */
  readonly failure: { readonly code: string; readonly stage: 'connection' | 'handshake' | 'request' } | undefined
}

/** A real handshake and one GET without credentials, from this machine. Never throws. */
export function probe(request: ProbeRequest): Promise<ProbeAnswer> {
  const url = new URL(request.url)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve) => {
    let stage: 'connection' | 'handshake' | 'request' = 'connection'
    let secret: Buffer | undefined
    let answered: { protocol: string | undefined; cipher: string | undefined } = { protocol: undefined, cipher: undefined }
    let over = false
    let tap: Tap | undefined
    const end = (rest: Pick<ProbeAnswer, 'status' | 'body' | 'failure'>): void => {
      if (over) return
      over = true
      clearTimeout(timer)
      request.stop.removeEventListener('abort', stopped)
      hangUp()
      resolve({ ...answered, flight: readFlight(tap?.received() ?? Buffer.alloc(0), secret), ...rest })
    }
    const fail = (error: unknown): void => {
      end({ status: undefined, body: '', failure: { code: codeOf(error) ?? 'unknown cause', stage } })
    }
    // OpenSSL refuses keys and certificates that are too weak for it at once.
    const begun = (over: Tap): TLSSocket | undefined => {
      try {
        return handshake(over, host, request)
      } catch (error) {
        fail(error)
        return undefined
      }
    }
    const timer = setTimeout(() => fail({ code: 'ETIMEDOUT' }), request.timeoutMs ?? TIMEOUT_MS)
    const stopped = (): void => fail({ code: 'ABORTED' })
    request.stop.addEventListener('abort', stopped)
    const onReady = (connection: Socket): void => {
      if (over) return
      stage = 'handshake'
      tap = new Tap(connection)
      tap.on('error', fail)
      const socket = begun(tap)
      if (socket === undefined) return
      socket.on('error', fail)
      socket.on('keylog', (line: Buffer) => {
        const [label, , value] = line.toString('latin1').trim().split(' ')
        if (label === 'SERVER_HANDSHAKE_TRAFFIC_SECRET' && value !== undefined) secret = Buffer.from(value, 'hex')
      })
      socket.once('secureConnect', () => {
        stage = 'request'
        answered = { protocol: socket.getProtocol() ?? undefined, cipher: socket.getCipher().standardName }
        ask(socket, url, end, fail)
      })
    }
    const hangUp = dial({ host, port: Number(url.port || 443) }, request.proxy, { onReady, fail })
    if (request.stop.aborted) stopped()
  })
}

function handshake(tap: Tap, host: string, { key, chain, trusted }: ProbeRequest): TLSSocket {
  return connectTls({
    socket: tap,
    ...(isIP(host) === 0 && { servername: host }),
    host,
    key: armor('PRIVATE KEY', key.pkcs8),
    cert: chain.map(toPem).join(''),
    ca: trusted.map(toPem),
    // As in a Java trust store, a certificate that is trusted need not be a root.
    allowPartialTrustChain: true,
    rejectUnauthorized: true,
  })
}

function ask(
  socket: TLSSocket,
  url: URL,
  end: (rest: Pick<ProbeAnswer, 'status' | 'body' | 'failure'>) => void,
  fail: (error: unknown) => void,
): void {
  const sent = httpsRequest(
    {
      createConnection: () => socket,
      host: url.hostname,
      port: url.port || 443,
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: { accept: '*/*', connection: 'close' },
    },
    (response) => {
      let body = Buffer.alloc(0)
      const answer = (): void => end({ status: response.statusCode ?? 0, body: body.toString('utf8'), failure: undefined })
      response.on('data', (chunk: Buffer) => {
        body = Buffer.concat([body, chunk])
        if (body.length > MOST_BODY) answer()
      })
      response.on('end', answer)
      // What came before it broke off tells enough.
      response.on('error', answer)
    },
  )
  sent.on('error', fail)
  sent.end()
}

/** Passes everything on both ways, and keeps the beginning of what the server sends. */
class Tap extends Duplex {
  readonly #socket: Socket
  #chunks: Buffer[] = []
  #size = 0

  constructor(socket: Socket) {
    super()
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => {
      if (this.#size < MOST_RECORDED) this.#chunks.push(chunk)
      this.#size += chunk.length
      if (!this.push(chunk)) socket.pause()
    })
    socket.on('end', () => this.push(null))
    socket.on('error', (error) => this.destroy(error))
    socket.on('close', () => this.destroy())
  }

  received(): Buffer {
    return Buffer.concat(this.#chunks)
  }

  override _read(): void {
    this.#socket.resume()
  }

  override _write(chunk: Buffer, _: string, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, done)
  }

  override _final(done: () => void): void {
    this.#socket.end(done)
  }
}
