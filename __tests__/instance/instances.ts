import type { IncomingMessage } from 'node:http'
import { createInstance } from '../../src/instance/client.ts'
import { basic } from '../../src/instance/sign-in.ts'
import type { InstancePort, SysId } from '../../src/plan/ports.ts'
import { SecretValue } from '../../src/redact.ts'
import { serve, transportTo } from '../http/servers.ts'

/** A request as an instance that is made up for a test sees it. */
export interface Seen {
  readonly method: string
  readonly url: string
  /** Without the query. */
  readonly path: string
  /** The last part of `/api/now/table/…`. */
  readonly table: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export interface Reply {
  readonly status?: number
  /** Becomes `{"result": …}`. */
  readonly result?: unknown
  /** Becomes the whole body, as JSON unless it is text or bytes. */
  readonly body?: unknown
  /** An empty value takes a header away. */
  readonly headers?: Readonly<Record<string, string>>
}

/** The client before a server that answers what the test says. */
export async function instanceThat(
  answers: (request: Seen, count: number) => Reply,
): Promise<{ instance: InstancePort; seen: Seen[]; origin: string }> {
  const seen: Seen[] = []
  const origin = await serve((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://instance.example')
      const entry: Seen = {
        method: request.method ?? '',
        url: request.url ?? '',
        path: url.pathname,
        table: url.pathname.split('/')[4] ?? '',
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks),
      }
      const reply = answers(entry, seen.push(entry))
      const body = 'result' in reply ? { result: reply.result } : (reply.body ?? '')
      const content = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
      const headers = Object.entries({ 'content-type': 'application/json;charset=UTF-8', ...reply.headers }).filter(
        ([, value]) => value !== '',
      )
      response.writeHead(reply.status ?? 200, Object.fromEntries(headers)).end(content)
    })
  })
  const signIn = basic('admin', new SecretValue('admin-password', 'password'), () => undefined)
  return { instance: createInstance(transportTo(origin), signIn, () => Promise.resolve()), seen, origin }
}

/** A sys_id that is told from others by its number. */
export function id(number: number): SysId {
  return number.toString(16).padStart(32, '0') as SysId
}

/** A list of rows that is all there is, unless another total is told, or none. */
export function list(rows: readonly unknown[], total: number | null = rows.length): Reply {
  return { result: rows, headers: { 'x-total-count': total === null ? '' : String(total) } }
}

export function refused(status: number, message: string, detail: string | null = null): Reply {
  return { status, body: { error: { message, detail }, status: 'failure' } }
}

/** A row of sys_certificate with all columns. */
export function certificate(number: number, columns: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    sys_id: id(number),
    name: `certificate-${number}`,
    type: 'key_store',
    format: 'pem',
    active: 'true',
    pem_certificate: '',
    warn_in_days_to_expire: '20',
    sys_created_on: '2026-11-23 10:00:00',
    ...columns,
  }
}
