import type { IncomingMessage, ServerResponse } from 'node:http'
import { answer, route, type InstanceContext } from './api.ts'
import { actsFirst, type FaultAction, type Faults, type SeenRequest } from './faults.ts'
import { empty, failure, html, isObject, parseJson, type Answer, type ApiRequest, type JsonValue } from './message.ts'
import { clientCertificateOf, readBody } from './server.ts'
import { columnsOf } from './tables.ts'

/** A request as it was, and what became of it. */
export interface RecordedRequest extends SeenRequest {
  /** The status of the answer; 0 where none was given. */
  readonly status: number
  readonly fault?: FaultAction
}

export interface ExchangeContext extends InstanceContext {
  readonly faults: Faults
  /** The number of the next request. */
  readonly next: () => number
  /** Called when a request has been carried out or not, before it is answered. */
  readonly record: (request: RecordedRequest) => void
  /** Carries a write out and looks at what it broke. */
  readonly observed: (n: number, act: () => Answer) => Answer
}

const SLEEPING = 'Instance Hibernating page'

/** One request from its first byte to the last of its answer. */
export async function exchange(
  incoming: IncomingMessage,
  response: ServerResponse,
  origin: string,
  context: ExchangeContext,
): Promise<void> {
  const body = await readBody(incoming)
  if (body === undefined) {
    incoming.socket.destroy()
    return
  }
  const request = apiRequest(incoming, body, origin)
  const seen = seenRequest(context.next(), request)
  const fault = context.faults.take(seen)
  const acts = fault === undefined || actsFirst(fault)
  const carried = fault === 'garble' && seen.table === 'sys_attachment' ? { ...request, body: garbled(body) } : request
  const act = (): Answer => carryOut(carried, context)
  const given = !acts ? undefined : seen.write ? context.observed(seen.n, act) : act()
  const shown = fault === undefined ? given : disturbed(fault, given)
  context.record({ ...seen, status: shown?.status ?? 0, ...(fault === undefined ? {} : { fault }) })
  if (shown !== undefined) send(response, shown, fault === 'truncate')
  else if (fault !== 'hang' && fault !== 'hang-after') incoming.socket.destroy()
}

function apiRequest(incoming: IncomingMessage, body: Buffer, origin: string): ApiRequest {
  const url = new URL(`${origin}${incoming.url?.startsWith('/') === true ? incoming.url : '/'}`)
  const headers: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = Array.isArray(value) ? value.join(',') : value
  const clientCertificate = clientCertificateOf(incoming)
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    segments: [],
    parameters: url.searchParams,
    headers,
    body,
    origin,
    ...(clientCertificate !== undefined && { clientCertificate }),
  }
}

/** A fault of the emulator itself is the 500 that it is. */
function carryOut(request: ApiRequest, context: InstanceContext): Answer {
  try {
    return answer(request, context)
  } catch (error) {
    return failure(500, 'Emulator failed', error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

/** The answer that the client gets under a fault; undefined for none. */
function disturbed(fault: FaultAction, given: Answer | undefined): Answer | undefined {
  if (fault === 'truncate' || fault === 'garble') return given
  if (fault === 'sleep-page') return html(200, SLEEPING)
  if (typeof fault === 'string') return undefined
  if ('redirect' in fault) return empty(fault.status ?? 302, { Location: fault.redirect })
  const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) }
  if (fault.html === true) return html(fault.status, `Error ${fault.status}`, headers)
  return fault.status === 429
    ? failure(429, 'Rate limit exceeded', 'Rejected by the rate limit rule of the user', headers)
    : failure(fault.status, 'Internal error', null, headers)
}

function send(response: ServerResponse, { status, headers, body }: Answer, cut: boolean): void {
  response.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'Content-Length': String(body.length) }) })
  if (!cut) {
    response.end(body)
    return
  }
  if (body.length === 0) response.socket?.destroy()
  else response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy())
}

function garbled(body: Buffer): Buffer {
  const other = Buffer.from(body)
  const middle = Math.floor(other.length / 2)
  if (other.length > 0) other[middle] = (other[middle] ?? 0) ^ 0xff
  return other
}

function seenRequest(n: number, request: ApiRequest): SeenRequest {
  const found = route(request.path)
  const table = found?.api === 'table' ? found.segments[0] : found?.api === 'attachment' ? 'sys_attachment' : undefined
  const query = [...request.parameters].map(([name, value]) => `${name}=${value}`).join('&')
  const parsed = (request.headers['content-type'] ?? '').includes('json') ? parseJson(request.body) : undefined
  return {
    n,
    method: request.method,
    path: `${request.path}${query === '' ? '' : `?${query}`}`,
    ...(table === undefined ? {} : { table }),
    write: !['GET', 'HEAD', 'OPTIONS'].includes(request.method) && found?.api !== 'token' && found?.api !== 'tinyurl',
    body: request.body.length === 0 ? undefined : parsed === undefined ? request.body.length : masked(parsed, table),
  }
}

/** The body without its passwords. */
function masked(body: JsonValue, table: string | undefined): JsonValue {
  if (!isObject(body)) return body
  const secret = (name: string): boolean =>
    /password|secret/i.test(name) || (columnsOf(table ?? '')[name]?.type ?? '').startsWith('password')
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, secret(name) ? '[password]' : value]))
}
