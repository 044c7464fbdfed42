import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { ErrorCode } from '../../src/errors.ts'
import { createTransport, type Transport, type TransportOptions } from '../../src/http/transport.ts'

const closers: (() => Promise<void>)[] = []

/** Stops everything that {@link listen} and {@link transportTo} started; for `afterEach`. */
export async function stopAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close()
}

/** Listens on a free port of 127.0.0.1 until {@link stopAll}. */
export async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  })
  return (server.address() as AddressInfo).port
}

/** An HTTP server with one handler; returns its origin. */
export async function serve(handler: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(handler))}`
}

export async function serveTls(certificate: ServerOptions, handler: RequestListener): Promise<number> {
  return listen(createTlsServer(certificate, handler))
}

/** A server that speaks bytes: `answer` gets each connection. */
export async function serveTcp(answer: (socket: Socket) => void): Promise<number> {
  return listen(createTcpServer(answer))
}

/** A CONNECT proxy that sends every tunnel to `target` and writes down what it was asked for. */
export async function serveProxy(target: number, decide: (request: IncomingMessage) => number = () => 200) {
  const log: { host: string; authorization: string }[] = []
  const server = createServer((_request, response) => {
    response.writeHead(405).end()
  })
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    log.push({ host: request.url ?? '', authorization: request.headers['proxy-authorization'] ?? '' })
    const status = decide(request)
    socket.on('error', () => socket.destroy())
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\n\r\n`)
      return
    }
    const upstream = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    upstream.on('error', () => socket.destroy()).on('close', () => socket.destroy())
    socket.on('close', () => upstream.destroy())
  })
  return { port: await listen(server), log }
}

/** A transport whose waits take no time, though its clock says that they did; it writes down what it slept. */
export function transportTo(origin: string, options: Partial<TransportOptions> = {}): Transport & { slept: number[] } {
  const slept: number[] = []
  let ahead = 0
  const transport = createTransport({
    origin,
    maxParallel: 4,
    deadline: new AbortController().signal,
    environment: {},
    random: () => 0.5,
    endsAt: Date.now() + 600_000,
    sleep: (ms) => {
      slept.push(ms)
      ahead += ms
      return Promise.resolve()
    },
    ...options,
    now: () => (options.now?.() ?? Date.now()) + ahead,
  })
  closers.push(() => transport.close())
  return Object.assign(transport, { slept })
}

export const read = (path = '/') => ({ method: 'GET', path, headers: {}, maxBytes: 10_000, idempotent: true }) as const

export const write = (path = '/') =>
  ({ method: 'POST', path, headers: {}, body: Buffer.from('{"a":1}'), maxBytes: 10_000, idempotent: false }) as const

export function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** What a promise was rejected with. */
export async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('it did not fail')
}

/** What a function threw. */
export function thrown(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('it did not throw')
}

/** Matches a coded error whose message fits. */
export function coded(code: ErrorCode, message: RegExp | string = ''): unknown {
  const text: unknown = typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message)
  return expect.objectContaining({ code, message: text })
}
