import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface EmulatorProcess {
  readonly url: string
  close(): void
}

/** The emulator as a person starts it at a terminal, on a free port. @param bundle its `dist/index.js` */
export async function startEmulatorProcess(bundle: string, cwd: string): Promise<EmulatorProcess> {
  const args = [bundle, 'emulator', '--port', '0', '--data', './instance']
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] })
  const close = (): void => {
    child.removeAllListeners('exit')
    child.kill('SIGTERM')
  }
  const url = await new Promise<string>((done, fail) => {
    createInterface(child.stdout).on('line', (line) => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
      if (found !== undefined) done(found)
    })
    child.on('exit', () => fail(new Error('the emulator ended')))
  })
  return { url, close }
}
