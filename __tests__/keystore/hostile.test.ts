import type { Layer } from '../../tools/vectors/mutate.ts'
import { LAYERS, MODES, mutation, outcomeOf, samples } from '../../tools/vectors/mutate.ts'

/** `tools/fuzz.ts` reads hundreds of thousands; these few keep what it found from coming back. */
const COUNT = 6000

test(`${COUNT} mutations of keystores give a keystore or a coded error, and get past every layer`, async () => {
  const all = await samples()
  expect(all.length).toBeGreaterThan(200)
  const reached = new Map<string, number>()
  for (let seed = 1; seed <= COUNT; seed++) {
    const mutant = mutation(all, seed)
    const { layer } = await outcomeOf(mutant).catch((fault: unknown) => {
      throw new Error(`seed ${seed}: ${mutant.vector.name}, ${mutant.mode}`, { cause: fault })
    })
    for (const past of LAYERS.slice(0, LAYERS.indexOf(layer) + 1)) {
      reached.set(`${mutant.mode} ${past}`, (reached.get(`${mutant.mode} ${past}`) ?? 0) + 1)
    }
  }
  const past = (mode: string, layer: Layer): number => reached.get(`${mode} ${layer}`) ?? 0
  expect(past('file', 'nothing')).toBeGreaterThan(COUNT / 3)
  expect(past('file', 'structure')).toBeGreaterThan(COUNT / 8)
  for (const mode of MODES.filter((name) => name !== 'file')) {
    expect(past(mode, 'integrity')).toBeGreaterThan(COUNT / 8)
    expect(past(mode, 'entries')).toBeGreaterThan(COUNT / 20)
    expect(past(mode, 'key')).toBeGreaterThan(COUNT / 100)
  }
})

test('the same number gives the same mutation', async () => {
  const all = await samples()
  for (const seed of [1, 2, 3]) expect(mutation(all, seed).bytes.equals(mutation(all, seed).bytes)).toBe(true)
  expect(mutation(all, 4).bytes.equals(mutation(all, 5).bytes)).toBe(false)
})
