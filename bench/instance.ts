import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createInterface } from 'node:readline'
import type { Orders, Told } from './front.ts'

export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url))
export const BUNDLE = `${REPOSITORY}dist/index.js`

/** The local instance from the bundle and what stands before it, each as a process of its own. */
export interface LocalInstance {
  /** Straight to the instance. */
  readonly direct: string
  /** Through the front: for counts, added time and limited rates. */
  readonly front: string
  /** Gives the front new orders and sets its counts to nothing. */
  order(orders: Orders): Promise<void>
  told(): Promise<Told>
  /** As on the first day: no certificates, no profiles, messages without mutual authentication. */
  wipe(): Promise<void>
  close(): void
}

export async function startInstance(): Promise<LocalInstance> {
  const emulator = spawn(process.execPath, [BUNDLE, 'emulator'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const direct = await urlFrom(emulator)
  const front = fork(fileURLToPath(new URL('front.ts', import.meta.url)), [direct], { execArgv: ['--no-warnings'] })
  const said = async (): Promise<Told> => ((await once(front, 'message')) as [Told])[0]
  const { url } = await said()
  const ask = async (order: Orders | 'tell'): Promise<Told> => {
    const answer = said()
    front.send(order)
    return answer
  }
  return {
    direct,
    front: url,
    order: async (orders) => {
      await ask(orders)
    },
    told: () => ask('tell'),
    wipe: () => wipe(direct),
    close: () => {
      front.kill()
      emulator.kill()
    },
  }
}

async function urlFrom(emulator: ChildProcess): Promise<string> {
  const lines = createInterface({ input: emulator.stdout! })
  for await (const line of lines) {
    const url = /http:\/\/\S+/.exec(line)?.[0]
    if (url !== undefined) return url
  }
  throw new Error('the local instance did not start: run npm run build')
}

async function call(url: string, method = 'GET', body?: unknown): Promise<{ sys_id: string }[]> {
  const headers = {
    authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`,
    accept: 'application/json',
    'content-type': 'application/json',
  }
  const answer = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
  if (method !== 'GET') return []
  return ((await answer.json()) as { result: { sys_id: string }[] }).result
}

async function wipe(url: string): Promise<void> {
  const off = { sys_rest_message: 'use_mutual_auth', sys_soap_message: 'enable_mutual_auth' }
  const profile = { sys_rest_message: 'protocol_name', sys_soap_message: 'protocol_profile' }
  const rows = (table: string): Promise<{ sys_id: string }[]> => call(`${url}/api/now/table/${table}?sysparm_fields=sys_id`)
  for (const table of ['sys_rest_message', 'sys_soap_message'] as const) {
    for (const { sys_id } of await rows(table)) {
      await call(`${url}/api/now/table/${table}/${sys_id}`, 'PATCH', { [off[table]]: 'false', [profile[table]]: '' })
    }
  }
  for (const table of ['sys_protocol_profile', 'sys_certificate']) {
    for (const { sys_id } of await rows(table)) await call(`${url}/api/now/table/${table}/${sys_id}`, 'DELETE')
  }
}
