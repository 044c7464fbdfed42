import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort, HOST } from './listening.ts'
import type { Ca } from './pki.ts'
import { needProgram } from './programs.ts'

/**
 * Profiles of the server: `client`, `server` (no clientAuth), `auth` and `clients` (with {@link AUTH_KEY}), and a default that issues
 * for nobody.
 */
export const AUTH_KEY = '00112233445566778899aabbccddeeff'
const CONFIGURATION = {
  signing: {
    default: { expiry: '8760h', usages: ['signing'] },
    profiles: {
      client: { expiry: '2160h', usages: ['digital signature', 'client auth'] },
      server: { expiry: '720h', usages: ['digital signature', 'server auth'] },
      auth: { expiry: '720h', usages: ['digital signature', 'client auth'], auth_key: 'lab' },
      clients: { expiry: '2160h', usages: ['digital signature', 'client auth'], auth_key: 'lab' },
    },
  },
  auth_keys: { lab: { type: 'standard', key: AUTH_KEY } },
}

export interface Cfssl {
  readonly url: string
  close(): Promise<void>
}

const START_TIMEOUT_MS = 15_000

/** A real `cfssl serve` on this machine, as a child that ends with {@link Cfssl.close} or with this process. */
export async function startCfssl(ca: Ca): Promise<Cfssl> {
  const folder = await mkdtemp(join(tmpdir(), 'smtls-cfssl-'))
  const files = { 'ca.pem': ca.certificatePem, 'ca.key': ca.keyPem, 'config.json': JSON.stringify(CONFIGURATION) }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content, { mode: 0o600 })
  const port = await freePort()
  const args = ['serve', '-address', HOST, '-port', String(port), '-ca', 'ca.pem', '-ca-key', 'ca.key', '-config', 'config.json']
  const child = spawn(needProgram('cfssl'), args, { cwd: folder, stdio: 'ignore' })
  child.unref()
  const clean = (): void => rmSync(folder, { recursive: true, force: true })
  const atExit = (): void => {
    child.kill('SIGKILL')
    clean()
  }
  process.once('exit', atExit)
  const close = async (): Promise<void> => {
    process.off('exit', atExit)
    const exited = once(child, 'exit')
    if (isRunning(child)) {
      child.kill('SIGKILL')
      await exited
    }
    clean()
  }
  if (await isReady(child, port)) return { url: `http://${HOST}:${port}`, close }
  await close()
  throw new Error('cfssl did not start')
}

async function isReady(child: ChildProcess, port: number): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (isRunning(child) && Date.now() < deadline) {
    if (await answers(port)) return true
    await pause(20)
  }
  return false
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ host: HOST, port, path: '/', agent: false, timeout: 500 }, (response) => {
      response.resume()
      resolve(true)
    })
    asked.on('timeout', () => asked.destroy(new Error('no answer')))
    asked.on('error', () => resolve(false))
    asked.end()
  })
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null
