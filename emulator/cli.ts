import { readFileSync } from 'node:fs'
import { parseAssumption } from './assumptions.ts'
import { startEmulator, type Emulator, type EmulatorOptions } from './emulator.ts'
import { EXAMPLE_CLIENT, seedExamples } from './seed.ts'

const USAGE = 'usage: servicenow-mtls emulator [--port N] [--data DIR] [--tls CERT KEY [--client-ca FILE]] [--assume NAME=VALUE]…'

/** A command line that cannot be understood; the message names the flag. */
class UsageError extends Error {}

function parse(argv: readonly string[]): EmulatorOptions {
  let options: EmulatorOptions = {}
  let clientCa: Buffer | undefined
  const rest = [...argv]
  const next = (flag: string, what: string): string => {
    const value = rest.shift()
    if (value === undefined || value.startsWith('--')) throw new UsageError(`${flag}: needs ${what}`)
    return value
  }
  for (let flag = rest.shift(); flag !== undefined; flag = rest.shift()) {
    if (flag === '--port') options = { ...options, port: portOf(next(flag, 'a number')) }
    else if (flag === '--data') options = { ...options, data: next(flag, 'a folder') }
    else if (flag === '--assume') options = { ...options, assume: { ...options.assume, ...assumption(next(flag, 'name=value')) } }
    else if (flag === '--client-ca') clientCa = readFileSync(next(flag, 'a file'))
    else if (flag === '--tls') {
      const [cert, key] = [next(flag, 'a certificate and a key'), next(flag, 'a key after the certificate')]
      options = { ...options, tls: { cert: readFileSync(cert), key: readFileSync(key) } }
    } else throw new UsageError(`${flag}: unknown`)
  }
  if (clientCa === undefined) return options
  if (options.tls === undefined) throw new UsageError('--client-ca: needs --tls')
  return { ...options, tls: { ...options.tls, clientCa } }
}

function assumption(text: string): ReturnType<typeof parseAssumption> {
  try {
    return parseAssumption(text)
  } catch (error) {
    throw new UsageError(`--assume: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new UsageError(`--port: '${text}' is not a port number`)
  return port
}

/** Resolves when the process is told to stop, or the signal is aborted. */
async function stopped(signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted === true) return
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      resolve()
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
    signal?.addEventListener('abort', stop, { once: true })
  })
}

/**
 * The command `emulator`: a local instance until SIGINT, SIGTERM or the signal. A new one has the messages of the examples.
 * @returns the exit code.
 */
export async function runEmulator(argv: readonly string[], out: (line: string) => void, signal?: AbortSignal): Promise<number> {
  let options: EmulatorOptions
  let emulator: Emulator
  try {
    options = parse(argv)
    emulator = await startEmulator(options)
  } catch (error) {
    out(`emulator: ${error instanceof Error ? error.message : String(error)}`)
    if (error instanceof UsageError) out(USAGE)
    return 1
  }
  if (emulator.fresh) seedExamples(emulator.store, 'admin')
  out(`local instance: ${emulator.url} (user admin, password admin)`)
  if (emulator.fresh) {
    const { id, secret, apiKey } = EXAMPLE_CLIENT
    out(`or client id ${id} with client secret ${secret}, or API key ${apiKey}`)
  }
  out(
    options.data === undefined
      ? 'nothing is kept: it lives in memory until it is stopped'
      : `warning: ${options.data} holds private keys and passwords in clear`,
  )
  out(`process ${process.pid}; it ends on SIGINT or SIGTERM`)
  let told = 0
  const watching = setInterval(() => {
    for (const { rule, detail, afterRequest } of emulator.violations.slice(told))
      out(`broken after request ${afterRequest}: ${rule}: ${detail}`)
    told = emulator.violations.length
  }, 500)
  await stopped(signal)
  clearInterval(watching)
  await emulator.close()
  out('stopped')
  return 0
}
