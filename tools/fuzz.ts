/**
 * Reads mutations of keystores by the hundred thousand: each must give a keystore or a coded error, in bounded time and memory.
 * `node tools/fuzz.ts [COUNT] [FIRST SEED]`, by default 300000 from 1. Prints how far they got; exit code 1 on the first fault,
 * with the number that makes it again.
 */

import { LAYERS, MODES, mutation, outcomeOf, samples } from './vectors/mutate.ts'

const [count = 300_000, first = 1] = process.argv.slice(2).map(Number)
/** No reading may take longer; the costliest that is allowed takes about half of it on a slow machine. */
const LONGEST = 20_000

const all = await samples()
const reached = new Map<string, number>()
const results = new Map<string, number>()
let slowest = { seed: 0, milliseconds: 0 }
let largest = 0
const tally = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)

for (let seed = first; seed < first + count; seed++) {
  const mutant = mutation(all, seed)
  const start = performance.now()
  try {
    const { layer, result } = await outcomeOf(mutant)
    tally(reached, `${mutant.mode} ${layer}`)
    tally(results, result)
  } catch (fault) {
    process.stderr.write(
      `seed ${seed}, ${mutant.vector.name}, ${mutant.mode}: ${String(fault instanceof Error ? fault.stack : fault)}\n`,
    )
    process.exit(1)
  }
  const milliseconds = performance.now() - start
  if (milliseconds > slowest.milliseconds) slowest = { seed, milliseconds }
  if (seed % 1000 === 0) largest = Math.max(largest, process.memoryUsage.rss())
  if (milliseconds > LONGEST) {
    process.stderr.write(`seed ${seed} took ${Math.round(milliseconds)} ms\n`)
    process.exit(1)
  }
}

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`.padStart(8)
process.stdout.write(`${count} mutations of ${all.length} keystores from seed ${first}\n\n`)
process.stdout.write(`got past       ${MODES.map((mode) => mode.padStart(8)).join(' ')}\n`)
for (const [index, layer] of LAYERS.entries()) {
  const columns = MODES.map((mode) => {
    const at = LAYERS.map((other) => reached.get(`${mode} ${other}`) ?? 0)
    const whole = at.reduce((sum, number) => sum + number, 0)
    const past = at.slice(index).reduce((sum, number) => sum + number, 0)
    return share(past, whole)
  })
  process.stdout.write(`${(index === 0 ? 'all' : layer).padEnd(14)} ${columns.join(' ')}\n`)
}
process.stdout.write(
  `\n${[...results]
    .map(([result, number]) => `${result} ${number}`)
    .sort()
    .join('\n')}\n`,
)
process.stdout.write(
  `\nslowest: ${Math.round(slowest.milliseconds)} ms (seed ${slowest.seed}); memory at most ${Math.round(largest / 1e6)} MB\n`,
)
