import { carryOut } from '../../src/apply/apply.ts'
import { CodedError } from '../../src/errors.ts'
import type { InstancePort } from '../../src/plan/ports.ts'
import { SecretValue } from '../../src/redact.ts'
import { after, first, fresh, planOf, type Wish } from '../support/wishes.ts'
import type { World } from '../support/world.ts'

/** The calls of the port in the order in which they begin and end. */
function watched(world: World, log: string[]): InstancePort {
  return new Proxy<InstancePort>(world, {
    get: (target, name, receiver) => {
      const value: unknown = Reflect.get(target, name, receiver)
      if (typeof value !== 'function' || name === 'describe') return value
      return async (...args: unknown[]): Promise<unknown> => {
        log.push(`${String(name)} begins`)
        await new Promise((resolve) => setImmediate(resolve))
        const answer: unknown = await (Reflect.apply(value, target, args) as Promise<unknown>)
        log.push(`${String(name)} ends`)
        return answer
      }
    },
  })
}

const one: Wish = { ...first, keystores: { 'bank-client': 'one' }, trusted: {}, profiles: {}, messages: {} }

test('the attachment waits for the password, and both are looked at before anything is active', async () => {
  const world = fresh()
  const log: string[] = []
  const { apply } = await planOf(world, one)
  expect(await apply(watched(world, log))).toBe(true)
  const place = (what: string): number => log.indexOf(what)
  expect(place('create ends')).toBeLessThan(place('setPassword begins'))
  expect(place('setPassword ends')).toBeLessThan(place('attach begins'))
  const looks = ['find', 'attachments'].map((what) => place(`${what} begins`))
  for (const look of looks) {
    expect(look).toBeGreaterThan(Math.max(place('setPassword ends'), place('attach ends')))
    expect(look).toBeLessThan(place('update begins'))
  }
})

test('a password that was not stored leaves the record inactive, whatever became of the attachment', async () => {
  const world = fresh()
  world.setPassword = () => Promise.resolve()
  const { apply } = await planOf(world, one)
  expect(await apply()).toBe(false)
  const records = [...world.tables.certificate.values()]
  expect(records.map(({ columns }) => columns.active)).toEqual(['false'])
  expect(records.map(({ attachments }) => attachments.length)).toEqual([1])
  expect(world.violations).toEqual([])
})

test('of what goes side by side one that was carried out counts, whatever became of the other', async () => {
  const world = await after(one)
  const [, stays] = ['a', 'b'].map((hash) =>
    world.put('certificate', { name: `bank-client (new ${hash.repeat(8)})`, active: 'false', type: 'key_store' }),
  )
  const { plan } = await planOf(world, one)
  const { remove } = world
  world.remove = (kind, sysId) =>
    sysId === stays ? Promise.reject(new CodedError('instance.forbidden', sysId)) : remove.call(world, kind, sysId)
  const never = (): Promise<never> => Promise.reject(new Error('is not asked for here'))
  const contents = { password: () => new SecretValue('pw', 'password'), content: () => Buffer.alloc(0) }
  const hands = { instance: world, contents, issue: never, gate: never, pause: never }
  const outcomes = await carryOut(plan, hands, { stop: new AbortController().signal, onOutcome: () => undefined })
  expect(outcomes).toEqual([expect.objectContaining({ is: 'failed', begun: true })])
})

test('of many changes some are carried out wholly before the others are begun', async () => {
  const world = fresh()
  const log: string[] = []
  const keystores = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`partner-${n}`, `content-${n}`]))
  const { apply } = await planOf(world, { ...one, keystores })
  expect(await apply(watched(world, log))).toBe(true)
  const activated = log.indexOf('update ends')
  const begun = log.slice(0, activated).filter((what) => what === 'create begins')
  expect(begun.length).toBeLessThan(50)
  expect(log.filter((what) => what === 'update ends')).toHaveLength(100)
})
