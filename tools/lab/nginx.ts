import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './listening.ts'
import { needProgram } from './programs.ts'

export interface NginxOptions {
  /** Files beside the configuration, by their names. */
  readonly files: Readonly<Record<string, string>>
  /** What stands in the `server` block that listens on that port. */
  readonly server: (port: number) => string
  /** Where to listen; asked again when the port turns out to be taken. Default: a free one. */
  readonly nextPort?: () => Promise<number>
}

export interface Nginx {
  readonly port: number
  close(): Promise<void>
}

/** nginx itself waits two seconds for a port that is taken. */
const START_TIMEOUT_MS = 15_000
const PORT_ATTEMPTS = 3
/** A socket that answers as soon as nginx serves: it can be asked without a trace on the port. */
const READY = 'ready.sock'

/**
 * Starts nginx in a temporary folder of its own, as a child that ends with {@link Nginx.close} or with this process.
 * @throws with the error log when it does not start
 */
export async function startNginxServer({ files, server, nextPort = freePort }: NginxOptions): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'smtls-nginx-'))
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content, { mode: 0o600 })
    const { child, port } = await launch(folder, server, nextPort)
    const atExit = (): void => {
      child.kill('SIGKILL')
      removeFolder()
    }
    process.once('exit', atExit)
    const close = async (): Promise<void> => {
      process.off('exit', atExit)
      await end(child)
      removeFolder()
    }
    return { port, close }
  } catch (error) {
    removeFolder()
    throw error
  }
}

/** nginx cannot listen on any free port and say which: one is found for it, and another when somebody was quicker. */
async function launch(
  folder: string,
  server: NginxOptions['server'],
  nextPort: () => Promise<number>,
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await nextPort()
    await writeFile(join(folder, 'nginx.conf'), configuration(server(port)))
    // One that did not come up leaves its socket behind, and the next could not make it.
    await rm(join(folder, READY), { force: true })
    const args = ['-p', folder, '-c', 'nginx.conf', '-e', join(folder, 'error.log')]
    const child = spawn(needProgram('nginx'), args, { cwd: folder, stdio: 'ignore' })
    child.unref()
    await once(child, 'spawn')
    if (await isReady(child, join(folder, READY))) return { child, port }
    await end(child)
    const reason = await readFile(join(folder, 'error.log'), 'utf8').catch(() => 'it left no error log')
    if (attempt === PORT_ATTEMPTS || !reason.includes('Address already in use')) throw new Error(`nginx did not start: ${reason}`)
  }
}

/** One process (no master, no workers), so that its end is the end of all of it; every path is in its own folder. */
function configuration(server: string): string {
  return `
daemon off;
master_process off;
pid nginx.pid;
error_log error.log;
events {}
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  server {
    listen unix:${READY};
    return 204;
  }
  server {${server}
  }
}
`
}

async function isReady(child: ChildProcess, socketPath: string): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (isRunning(child) && Date.now() < deadline) {
    if (await answers(socketPath)) return true
    await pause(20)
  }
  return false
}

/** Whether nginx serves; one that still waits for its port accepts the connection and stays silent. */
function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, agent: false, timeout: 500 }, (response) => {
      response.resume()
      resolve(true)
    })
    asked.on('timeout', () => asked.destroy(new Error('no answer')))
    asked.on('error', () => resolve(false))
    asked.end()
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null
