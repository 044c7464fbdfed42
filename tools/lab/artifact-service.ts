import { createHmac } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { freePort, HOST, listen, stop } from './listening.ts'

/** Where `npm ci` in tools/azurite puts the blob server. */
const AZURITE = fileURLToPath(new URL('../azurite/node_modules/azurite/dist/src/blob/main.js', import.meta.url))
export const hasAzurite = (): boolean => existsSync(AZURITE)

/** The account that every Azurite has; its key is in Azurite's documentation. */
const ACCOUNT = 'devstoreaccount1'
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
const VERSION = '2021-08-06'

export interface StoredArtifact {
  readonly id: string
  readonly name: string
  readonly size: string
  /** The zip, as it lies in the blob server. */
  readonly zip: Buffer
}

export interface ArtifactService {
  /** What a runner sets for its steps. */
  readonly env: Readonly<Record<string, string>>
  /** Calls of the service, as `CreateArtifact name`. */
  readonly calls: string[]
  /** The artifacts that are whole, by name. */
  artifacts(): Promise<Map<string, StoredArtifact>>
  /** Status with which the service answers from now on; undefined for as usual. */
  refuse: number | undefined
  /** The one artifact that it refuses; undefined for all. */
  refuseName: string | undefined
  /** Waited for before a call is answered. */
  before: (call: string) => Promise<void>
  close(): Promise<void>
}

const requestSchema = z.object({
  name: z.optional(z.string()),
  size: z.optional(z.string()),
  name_filter: z.optional(z.string()),
})

interface Entry {
  readonly blob: string
  id?: string
  size?: string
}

/** The artifact service of a run: GitHub's calls answered here, its blobs in a real Azurite. Needs {@link hasAzurite}. */
export async function startArtifactService(): Promise<ArtifactService> {
  const port = await freePort()
  const folder = fileURLToPath(new URL('../azurite/', import.meta.url))
  const flags = ['--inMemoryPersistence', '--silent', '--blobHost', HOST, '--blobPort', String(port), '--skipApiVersionCheck']
  const azurite = spawn(process.execPath, [AZURITE, ...flags], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = once(azurite, 'exit')
  const blobs = `http://${HOST}:${port}/${ACCOUNT}`
  await until(azurite.stdout, 'successfully listens')
  await blobRequest('PUT', `${blobs}/artifacts?restype=container`)

  const entries = new Map<string, Entry>()
  let made = 0
  const server = createServer((request, response) => void answer(request, response))
  const service: ArtifactService = {
    env: {
      ACTIONS_RESULTS_URL: `http://${HOST}:${await listen(server)}/`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken(),
    },
    calls: [],
    refuse: undefined,
    refuseName: undefined,
    before: () => Promise.resolve(),
    async artifacts() {
      const whole = [...entries].filter(([, { id }]) => id !== undefined)
      const read = whole.map(async ([name, { blob, id = '', size = '' }]) => {
        const zip = await blobRequest('GET', `${blobs}/artifacts/${blob}`)
        return [name, { id, name, size, zip }] as const
      })
      return new Map(await Promise.all(read))
    },
    async close() {
      // In memory there is nothing to close in order, and it would wait for idle connections.
      azurite.kill('SIGKILL')
      await Promise.all([stop(server), exited])
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const method = (request.url ?? '').split('/').at(-1) ?? ''
    const {
      name = '',
      size,
      name_filter: nameFilter,
    } = z.parse(requestSchema, JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}'))
    const call = `${method} ${name === '' ? (nameFilter ?? '') : name}`
    service.calls.push(call)
    await service.before(call)
    const [status, body] =
      service.refuse === undefined || (service.refuseName ?? name) !== name
        ? act(method, name, size, nameFilter)
        : [service.refuse, { msg: 'refused' }]
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  function act(method: string, name: string, size?: string, nameFilter?: string): [number, unknown] {
    const entry = entries.get(name)
    switch (method) {
      case 'CreateArtifact': {
        if (entry?.id !== undefined) {
          return [409, { code: 'already_exists', msg: 'an artifact with this name already exists on the workflow run' }]
        }
        const blob = `${++made}.zip`
        entries.set(name, { blob })
        return [200, { ok: true, signed_upload_url: `${blobs}/artifacts/${blob}?${sharedAccess(blob)}` }]
      }
      case 'FinalizeArtifact':
        if (entry === undefined) return [404, { code: 'not_found', msg: 'no such artifact' }]
        Object.assign(entry, { id: String(7000 + made), size })
        return [200, { ok: true, artifact_id: entry.id }]
      case 'ListArtifacts': {
        const found = [...entries].filter(([each, { id }]) => id !== undefined && each === nameFilter)
        const ids = { workflow_run_backend_id: 'run', workflow_job_run_backend_id: 'job' }
        return [
          200,
          { artifacts: found.map(([each, { id, size: bytes }]) => ({ ...ids, database_id: id, name: each, size: bytes })) },
        ]
      }
      case 'DeleteArtifact':
        entries.delete(name)
        return [200, { ok: true, artifact_id: entry?.id ?? '0' }]
      default:
        return [404, { code: 'bad_route', msg: method }]
    }
  }
  return service
}

/** Resolves when a program has said it; the rest of what it says is read and dropped, so that it can go on. */
function until(stream: Readable, words: string): Promise<void> {
  let text = ''
  return new Promise((resolve, reject) => {
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      text += chunk
      if (text.includes(words)) resolve()
    })
    stream.on('end', () => reject(new Error(`the program ended before it said "${words}": ${text}`)))
  })
}

/** A JWT that nobody verifies, with the claim that the client reads. */
function runtimeToken(): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part({ scp: 'Actions.Results:run:job' })}.${Buffer.from('runtime-token-signature').toString('base64url')}`
}

/** The query of a URL that may write and read one blob, as Azure's shared access signatures are. */
function sharedAccess(blob: string): string {
  const [start, end] = ['2020-01-01T00:00:00Z', '2090-01-01T00:00:00Z']
  const resource = `/blob/${ACCOUNT}/artifacts/${blob}`
  const signed = ['rcw', start, end, resource, '', '', '', VERSION, 'b', '', '', '', '', '', '', ''].join('\n')
  const sig = createHmac('sha256', Buffer.from(KEY, 'base64')).update(signed, 'utf8').digest('base64')
  return new URLSearchParams({ sv: VERSION, st: start, se: end, sr: 'b', sp: 'rcw', sig }).toString()
}

/** A request with the account's own key. */
async function blobRequest(method: 'GET' | 'PUT', url: string): Promise<Buffer> {
  const { pathname, searchParams } = new URL(url)
  const headers = { 'x-ms-date': new Date().toUTCString(), 'x-ms-version': VERSION }
  const canonical = [...searchParams].map(([name, value]) => `\n${name}:${value}`).join('')
  const lines = [method, ...Array<string>(11).fill(''), `x-ms-date:${headers['x-ms-date']}`, `x-ms-version:${VERSION}`]
  const signed = [...lines, `/${ACCOUNT}${pathname}${canonical}`].join('\n')
  const signature = createHmac('sha256', Buffer.from(KEY, 'base64')).update(signed, 'utf8').digest('base64')
  const response = await fetch(url, { method, headers: { ...headers, authorization: `SharedKey ${ACCOUNT}:${signature}` } })
  if (!response.ok) throw new Error(`the blob server answered ${response.status}: ${await response.text()}`)
  return Buffer.from(await response.arrayBuffer())
}
