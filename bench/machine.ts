import { execFile } from 'node:child_process'
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'
import { promisify } from 'node:util'

export interface Machine {
  readonly measuredOn: string
  readonly cpu: string
  readonly cores: number
  readonly memoryGiB: number
  readonly system: string
  /** Processes that wanted to run in the last minute, on average: above the number of cores the machine was busy otherwise. */
  readonly load: number
  readonly versions: Readonly<Record<string, string>>
}

/** The machine and the versions of all that was measured. */
export async function machine(): Promise<Machine> {
  return {
    measuredOn: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    versions: {
      node: process.version,
      java: await first('java', ['-version']),
      openssl: await first('openssl', ['version']),
      curl: await first('curl', ['--version']),
    },
  }
}

/** The first line that a program says of itself, on whichever stream. */
async function first(program: string, args: string[]): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args)
    return `${stdout}${stderr}`.split('\n')[0]?.trim() ?? ''
  } catch {
    return 'not there'
  }
}
