import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A process to be timed, from before it is started until it has ended. */
export interface Job {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface Run {
  readonly ms: number
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** Of a Node process that was asked for it, in MiB. */
  readonly peakMiB: number | undefined
}

export const node = (...args: string[]): Job => ({ command: process.execPath, args })

/** Runs a job to its end. @throws when it fails, with the end of what it printed */
export async function run({ command, args, cwd, env }: Job, wantPeak = false): Promise<Run> {
  const probe = fileURLToPath(new URL('peak.mjs', import.meta.url))
  const startedAt = performance.timeOrigin + performance.now()
  const child = spawn(command, wantPeak ? ['--import', probe, ...args] : args, {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const texts = ['', '', '']
  for (const [index, stream] of [child.stdout, child.stderr, child.stdio[3]].entries()) {
    stream?.on('data', (chunk: Buffer) => (texts[index] = ((texts[index] ?? '') + chunk.toString()).slice(-4000)))
  }
  const exited = once(child, 'exit')
  const closed = once(child, 'close')
  await exited
  const ms = performance.timeOrigin + performance.now() - startedAt
  await closed
  if (child.exitCode !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${child.exitCode}\n${texts.join('\n')}`)
  return { ms, startedAt, peakMiB: wantPeak ? Number(texts[2]) / 1024 : undefined }
}

const timeOf = ({ ms }: Run): Promise<number> => Promise.resolve(ms)

/** What is measured beside others; `before` is not timed. */
export interface Contender {
  readonly name: string
  readonly before?: () => Promise<void>
  readonly job: Job
  /** What is taken of a run; its time unless told. */
  readonly value?: (run: Run) => Promise<number>
}

/**
 * Measures contenders in turn, round by round, so that what disturbs the machine disturbs all of them. One round before the
 * first is for warming up and does not count.
 */
export async function interleaved(contenders: readonly Contender[], rounds: number): Promise<Map<string, number[]>> {
  const values = new Map(contenders.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, before, job, value = timeOf } of contenders) {
      await before?.()
      const taken = await value(await run(job))
      if (round > 0) values.get(name)?.push(taken)
    }
  }
  return values
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The middle half of the values, from and to: what the machine's noise was. */
export function spread(values: readonly number[]): [number, number] {
  const sorted = values.toSorted((a, b) => a - b)
  return [sorted[Math.floor((sorted.length - 1) / 4)]!, sorted[Math.ceil(((sorted.length - 1) * 3) / 4)]!]
}
