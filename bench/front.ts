/**
 * Stands before an instance as a process of its own: counts requests, adds time to each, limits their rate, and tells when the
 * first one came. Told and asked by its parent over IPC.
 */
import { Agent, createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Orders {
  /** Milliseconds that are added to each request. */
  readonly delayMs?: number
  /** So many requests, then 429 for so many seconds; what comes within them is refused as well. */
  readonly limit?: { readonly requests: number; readonly seconds: number }
}

export interface Told {
  readonly url: string
  readonly requests: number
  readonly refused: number
  /** Refused requests that came after a refusal and before the time to come back, later than those that were on their way. */
  readonly forbidden: number
  /** The most at the same time. */
  readonly parallel: number
  /** The longest row of requests of which each came after the answer to the one before: with time added to each, round trips. */
  readonly rounds: number
  /** Milliseconds since 1970 at which the first request came. */
  readonly firstAt: number
}

/** A refusal takes this long to reach whoever sends; what came within it was on its way. */
const ON_ITS_WAY_MS = 50

const target = new URL(process.argv[2] ?? '')
const agent = new Agent({ keepAlive: true, maxSockets: 64 })
let orders: Orders = {}
const NOTHING = { requests: 0, refused: 0, forbidden: 0, parallel: 0, rounds: 0, firstAt: 0 }
let told = { ...NOTHING }
let now = 0
let left = Infinity
let closedAt = 0

/** Whether the rate allows this request; counts those that should not have come. */
function allowed(at: number): boolean {
  const { limit } = orders
  if (limit === undefined) return true
  if (closedAt > 0 && at >= closedAt + limit.seconds * 1000) [closedAt, left] = [0, limit.requests]
  if (closedAt > 0 && at > closedAt + ON_ITS_WAY_MS) told.forbidden += 1
  if (closedAt === 0 && left > 0) {
    left -= 1
    return true
  }
  if (closedAt === 0) closedAt = at
  told.refused += 1
  return false
}

const server = createServer((incoming, outgoing) => {
  const at = performance.timeOrigin + performance.now()
  if (told.requests === 0) told.firstAt = at
  told.requests += 1
  now += 1
  told.parallel = Math.max(told.parallel, now)
  const round = told.rounds + 1
  outgoing.on('close', () => {
    now -= 1
    told.rounds = Math.max(told.rounds, round)
  })
  if (!allowed(at)) {
    incoming.resume()
    const wait = Math.ceil((closedAt + (orders.limit?.seconds ?? 0) * 1000 - at) / 1000)
    outgoing.writeHead(429, { 'content-type': 'application/json', 'retry-after': String(Math.max(1, wait)) })
    outgoing.end('{"error":{"message":"Rate limit exceeded","detail":null},"status":"failure"}')
    return
  }
  const pass = (): void => {
    const { method, url, headers } = incoming
    const onward = send({ agent, hostname: target.hostname, port: target.port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  }
  if (orders.delayMs === undefined) pass()
  else setTimeout(pass, orders.delayMs)
})

server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const tell = (): void => void process.send?.({ url, ...told } satisfies Told)
  process.on('message', (order: Orders | 'tell') => {
    if (order !== 'tell') {
      orders = order
      told = { ...NOTHING }
      left = order.limit?.requests ?? Infinity
      closedAt = 0
    }
    tell()
  })
  tell()
})
process.on('disconnect', () => process.exit())
