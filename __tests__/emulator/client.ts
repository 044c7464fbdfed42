import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { startEmulator, type Emulator, type EmulatorOptions, type Row } from '../../emulator/index.ts'

const running: Emulator[] = []

/** Starts a local instance that {@link stopAll} stops. */
export async function start(options: EmulatorOptions = {}): Promise<Emulator> {
  const emulator = await startEmulator(options)
  running.push(emulator)
  return emulator
}

export async function stopAll(): Promise<void> {
  for (const emulator of running.splice(0)) await emulator.close()
}

export interface CallOptions {
  /** Sent as JSON; a Buffer as it is. */
  readonly body?: unknown
  /** Replaces what is sent by itself; `undefined` leaves a header out. */
  readonly headers?: Record<string, string | undefined>
  /** `name:password`; default `admin:admin`. */
  readonly as?: string
  readonly ca?: string
  /** A client certificate. */
  readonly cert?: string
  readonly key?: string
}

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly text: string
  /** `result` of the answer, or undefined. */
  readonly result: unknown
  /** The same as rows; what is no text in them is JSON. */
  readonly rows: readonly Row[]
  /** The first of them. */
  readonly row: Row
  readonly error: unknown
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

function rowOf(value: unknown): Row {
  const cells = Object.entries(objectOf(value)).map(([name, cell]) => [
    name,
    typeof cell === 'string' ? cell : JSON.stringify(cell),
  ])
  return { sys_id: '', ...(Object.fromEntries(cells) as Record<string, string>) }
}

/** One request on a connection of its own. Rejects when the connection is lost before the whole answer was there. */
export function call(emulator: { url: string }, method: string, path: string, options: CallOptions = {}): Promise<Reply> {
  const { body, as = 'admin:admin', ca, cert, key } = options
  const bytes = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
  const headers: Record<string, string> = {}
  const wanted: Record<string, string | undefined> = {
    authorization: `Basic ${Buffer.from(as).toString('base64')}`,
    accept: 'application/json',
    ...(bytes === undefined ? {} : { 'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json' }),
    ...(bytes === undefined ? {} : { 'content-length': String(bytes.length) }),
    ...options.headers,
  }
  for (const [name, value] of Object.entries(wanted)) if (value !== undefined) headers[name] = value
  const url = new URL(path, emulator.url)
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const request = send(url, { method, headers, agent: false, ca, cert, key }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const all = Buffer.concat(parts)
        const text = all.toString('utf8')
        const isJson = (response.headers['content-type'] ?? '').startsWith('application/json')
        const { result, error } = objectOf(isJson ? JSON.parse(text) : {})
        const rows = (Array.isArray(result) ? result : [result]).map(rowOf)
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: all,
          text,
          result,
          rows,
          row: rows[0] ?? rowOf({}),
          error,
        })
      })
    })
    request.on('error', reject)
    request.end(bytes)
  })
}

export const TABLE = '/api/now/table'
export const ATTACHMENT = '/api/now/attachment'

/** The path of a table with these parameters. */
export const table = (name: string, parameters: Record<string, string> = {}): string =>
  `${TABLE}/${name}?${new URLSearchParams(parameters).toString()}`

/** The path that uploads a file to a record. */
export const upload = (tableName: string, sysId: string, fileName: string): string =>
  `${ATTACHMENT}/file?${new URLSearchParams({ table_name: tableName, table_sys_id: sysId, file_name: fileName }).toString()}`

/** The names of the rows that a query finds. */
export async function names(emulator: Emulator, tableName: string, query: string): Promise<(string | undefined)[]> {
  const { rows } = await call(emulator, 'GET', table(tableName, { sysparm_query: query, sysparm_fields: 'name' }))
  return rows.map(({ name }) => name)
}
