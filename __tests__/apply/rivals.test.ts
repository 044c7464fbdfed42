import { computePlan } from '../../src/plan/plan.ts'
import type { InstancePort, SysId } from '../../src/plan/ports.ts'
import { computeRollback } from '../../src/plan/rollback.ts'
import { after, first, fresh, now, planOf, rotated, settled, type Wish } from '../support/wishes.ts'
import type { World } from '../support/world.ts'

/** A small generator of numbers from 0 to 1 (mulberry32): each seed is one order of events. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** The instance as one of two runs reaches it: each request takes a while on its way there and back. */
function slowly(world: World, next: () => number): InstancePort {
  return new Proxy<InstancePort>(world, {
    get: (target, name, receiver) => {
      const value: unknown = Reflect.get(target, name, receiver)
      // What is known since the start takes no request.
      if (typeof value !== 'function' || name === 'describe' || name === 'certificateTypes') return value
      return async (...args: unknown[]): Promise<unknown> => {
        await turns(Math.floor(next() * 4))
        const answer: unknown = await (Reflect.apply(value, target, args) as Promise<unknown>)
        await turns(Math.floor(next() * 4))
        return answer
      }
    },
  })
}

/** Two runs that have seen the same, carried out at the same time; then one more, which has to end where a single run would. */
async function together(start: World, wish: Wish, seed: number, second: string | undefined): Promise<boolean[]> {
  const alone = start.clone()
  await settled(alone, wish)
  const world = start.clone()
  world.second = second
  const next = random(seed)
  const runs = await Promise.all([planOf(world, wish), planOf(world, wish)])
  const ends = await Promise.all(runs.map(({ apply }) => apply(slowly(world, next), () => turns(8))))
  expect({ seed, violations: world.violations }).toEqual({ seed, violations: [] })
  const names = [...world.tables['protocol-profile'].values()].map(({ columns }) => columns.name)
  expect({ seed, names: names.length }).toEqual({ seed, names: new Set(names).size })
  await settled(world, wish)
  expect({ seed, violations: world.violations, shape: world.shape() }).toEqual({ seed, violations: [], shape: alone.shape() })
  return ends
}

describe.each([
  ['in one second', '2026-11-23 12:00:00'],
  ['each at its own time', undefined],
])('two runs at once, records made %s', (_name, second) => {
  test.each([
    ['first apply', fresh, first],
    ['rotation', () => after(first), rotated],
    ['rotation with DER', () => after({ ...first, format: 'der' }), { ...rotated, format: 'der' }],
  ] as const)('%s: never a duplicate, nothing broken, and the next run ends it', async (_what, before, wish) => {
    const start = await before()
    let gaveWay = 0
    for (let seed = 1; seed <= 60; seed++) {
      const ends = await together(start, wish, seed, second)
      if (ends.includes(false)) gaveWay += 1
    }
    // Otherwise the two have never met, and nothing was tried.
    expect(gaveWay).toBeGreaterThan(30)
  })
})

/** Runs that begin at different times: the second looks while the first is at work. */
async function staggered(
  start: World,
  runs: readonly { readonly wish: Wish; readonly compute?: typeof computePlan }[],
  seed: number,
  delay = 120,
): Promise<{ world: World; ends: string[] }> {
  const world = start.clone()
  world.second = '2026-11-23 12:00:00'
  const next = random(seed)
  const ends = await Promise.all(
    runs.map(async ({ wish, compute = computePlan }, index) => {
      await turns(index === 0 ? 0 : Math.floor(next() * delay))
      const through = slowly(world, next)
      const { plan, apply } = await planOf(world, wish, now, compute, through)
      if (plan.problems.some(({ severity }) => severity === 'error')) return 'refused'
      return (await apply(through, () => turns(8))) ? 'done' : 'stopped'
    }),
  )
  return { world, ends }
}

describe('a run that begins while another is at work', () => {
  test.each([
    ['first apply beside the same', fresh, [{ wish: first }, { wish: first }], first],
    ['rotation beside the same', () => after(first), [{ wish: rotated }, { wish: rotated }], rotated],
  ] as const)('%s: nothing is broken, and the next run ends it', async (_what, before, runs, last) => {
    const start = await before()
    const seen = new Set<string>()
    for (let seed = 1; seed <= 150; seed++) {
      const { world, ends } = await staggered(start, runs, seed)
      seen.add(ends.join(' and '))
      const profiles = [...world.tables['protocol-profile'].values()]
      const dangling = profiles.filter(({ columns }) => !world.tables.certificate.has(columns.keystore as SysId))
      expect({ seed, ends, violations: world.violations, dangling }).toEqual({ seed, ends, violations: [], dangling: [] })
      await settled(world, last)
      expect({ seed, violations: world.violations }).toEqual({ seed, violations: [] })
    }
    // Otherwise the two have never met.
    expect(seen.size).toBeGreaterThan(1)
  })

  test('apply beside a rollback: what one has changed the other does not overwrite, and the next run ends it', async () => {
    const start = await after(first, rotated)
    const seen = new Set<string>()
    let broken = 0
    for (let seed = 1; seed <= 150; seed++) {
      const runs = [{ wish: rotated, compute: computeRollback }, { wish: rotated }]
      const { world, ends } = await staggered(start, runs, seed)
      seen.add(ends.join(' and '))
      const profiles = [...world.tables['protocol-profile'].values()]
      const isWhole = (keystore = ''): boolean => world.tables.certificate.get(keystore as SysId)?.columns.active === 'true'
      if (!profiles.every(({ columns }) => isWhole(columns.keystore))) broken += 1
      world.violations.length = 0
      await settled(world, rotated)
      expect({ seed, violations: world.violations }).toEqual({ seed, violations: [] })
    }
    expect(seen.size).toBeGreaterThan(1)
    // There may be a moment in between, as an instance has no conditional writes (docs/SAFETY.md); it does not last.
    expect(broken).toBe(0)
  })
})

describe('two runs with other intents that begin at nearly the same time', () => {
  const three: Wish = { ...rotated, keystores: { 'bank-client': 'three', 'bank-batch': 'batch' } }
  const unused = (wish: Wish): Wish => ({ ...wish, profiles: {}, messages: {} })
  const ofOtherType = (wish: Wish): Wish => ({ ...wish, type: 'pkcs12' })
  const rollback = { wish: rotated, compute: computeRollback }
  test.each([
    ['first apply beside one of something else', fresh, [{ wish: rotated }, { wish: three }], three],
    ['first apply beside one of another type', fresh, [{ wish: first }, { wish: ofOtherType(first) }], first],
    [
      'rotation beside one of another type, of a keystore without a profile',
      () => after(unused(first)),
      [{ wish: unused(rotated) }, { wish: ofOtherType(unused(three)) }],
      unused(rotated),
    ],
    ['rotation beside a rotation to something else', () => after(first), [{ wish: rotated }, { wish: three }], three],
    ['rotation beside a rollback', () => after(first, rotated), [rollback, { wish: three }], three],
    [
      'rotation beside a rollback, of a keystore without a profile',
      () => after(unused(first), unused(rotated)),
      [{ ...rollback, wish: unused(rotated) }, { wish: unused(three) }],
      unused(three),
    ],
  ] as const)(
    '%s: one of them has the name, its keystore is whole, and the next run ends it',
    async (_what, before, runs, last) => {
      const start = await before()
      const seen = new Set<string>()
      for (let seed = 1; seed <= 80; seed++) {
        const { world, ends } = await staggered(start, runs, seed, seed % 2 === 0 ? 6 : 120)
        seen.add(ends.join(' and '))
        const active = [...world.tables.certificate].filter(([, { columns }]) => columns.active === 'true')
        const names = active.map(([, { columns }]) => `${String(columns.type === 'trust_store')} ${columns.name ?? ''}`)
        const profiles = [...world.tables['protocol-profile'].values()]
        const dangling = profiles.filter(({ columns }) => !active.some(([sysId]) => sysId === columns.keystore))
        expect({ seed, ends, names: new Set(names).size, dangling }).toEqual({ seed, ends, names: names.length, dangling: [] })
        world.violations.length = 0
        await settled(world, last)
        expect({ seed, violations: world.violations }).toEqual({ seed, violations: [] })
      }
      // Otherwise the two have never met.
      expect(seen.size).toBeGreaterThan(1)
    },
  )
})

test('a retired keystore that somebody has made active again, since something refers to it, is no other run', async () => {
  const unused = (content: string): Wish => ({ ...first, keystores: { 'bank-client': content }, profiles: {}, messages: {} })
  const world = await after(unused('one'), unused('two'))
  const [sysId, retired] = [...world.tables.certificate].find(([, { columns }]) => columns.name?.includes('(retired ') === true)!
  retired.columns.active = 'true'
  world.others.set(sysId, ['ldap_server_config.keystore'])
  await settled(world, unused('three'))
  const active = [...world.tables.certificate.values()].filter(({ columns }) => columns.active === 'true')
  expect(active.map(({ columns }) => columns.name).sort()).toEqual(['bank-client', retired.columns.name, 'bank-root'])
})
