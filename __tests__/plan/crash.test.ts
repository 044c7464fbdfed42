import type { PlanInput } from '../../src/plan/input.ts'
import { countsOf, type Plan } from '../../src/plan/model.ts'
import { computePlan } from '../../src/plan/plan.ts'
import { computeRollback } from '../../src/plan/rollback.ts'
import type { SysId } from '../../src/plan/ports.ts'
import type { AbsentItem } from '../../src/spec/model.ts'
import {
  after,
  all,
  applyOnce,
  at,
  first,
  fresh,
  nothing,
  now,
  planOf,
  rotated,
  settled,
  sha,
  type Wish,
} from '../support/wishes.ts'
import type { World } from '../support/world.ts'

const cases: readonly { name: string; before: readonly Wish[]; wish: Wish }[] = [
  { name: 'first apply, pasted PEM', before: [], wish: first },
  { name: 'first apply, attached DER', before: [], wish: { ...first, format: 'der' } },
  { name: 'rotation, one keystore shared by two profiles', before: [first], wish: rotated },
  { name: 'rotation with DER', before: [{ ...first, format: 'der' }], wish: { ...rotated, format: 'der' } },
  { name: 'rotation that keeps nothing', before: [{ ...first, keep: 0 }], wish: { ...rotated, keep: 0 } },
  {
    name: 'third generation, the first is deleted',
    before: [first, rotated],
    wish: { ...rotated, keystores: { 'bank-client': 'three', 'bank-batch': 'b2' } },
  },
  { name: 'back to the content before', before: [first, rotated], wish: first },
  { name: 'trusted certificate without overlap', before: [first], wish: { ...rotated, overlapMs: 0 } },
  { name: 'everything absent, two generations of it', before: [first, rotated], wish: { ...nothing, absent: all } },
  {
    name: 'everything absent, trusted certificates with DER',
    before: [{ ...first, format: 'der' }],
    wish: { ...nothing, format: 'der', absent: all },
  },
  {
    name: 'everything absent, endpoints with the scheme of a profile',
    before: [{ ...first, rewriteEndpoint: true }],
    wish: { ...nothing, absent: all },
  },
  { name: 'first apply, endpoints are rewritten', before: [], wish: { ...first, rewriteEndpoint: true } },
  { name: 'everything destroyed', before: [first, rotated], wish: { ...nothing, absent: all, removal: 'destroy' } },
  {
    name: 'a profile moves to another keystore while both rotate',
    before: [first],
    wish: {
      ...first,
      keystores: { 'bank-client': 'two', 'bank-batch': 'b2' },
      profiles: { ...first.profiles, bankn: 'bank-batch' },
    },
  },
  {
    name: 'a profile moves away from a keystore that must not be there',
    before: [first],
    wish: {
      ...first,
      keystores: { 'bank-client': 'one' },
      profiles: { ...first.profiles, batchm: 'bank-client' },
      absent: [{ section: 'keystores', name: 'bank-batch', at }],
    },
  },
]

describe('a run that dies at any write is healed by the next', () => {
  test.each(cases)('$name', async ({ before, wish }) => {
    const start = await after(...before)
    const whole = start.clone()
    await settled(whole, wish)
    const wanted = whole.shape()
    const counting = start.clone()
    await applyOnce(counting, wish)
    const writes = counting.writes
    expect(writes).toBeGreaterThan(1)

    for (let write = 1; write <= writes; write++) {
      for (const when of ['before', 'after'] as const) {
        const world = start.clone()
        world.death = { write, when }
        expect(await applyOnce(world, wish)).toBe(false)
        for (let second = 0; second <= writes; second++) {
          const again = world.clone()
          again.death = second === 0 ? undefined : { write: second, when }
          await applyOnce(again, wish)
          again.death = undefined
          await settled(again, wish)
          expect({ write, when, second, shape: again.shape() }).toEqual({ write, when, second, shape: wanted })
          expect(again.violations).toEqual([])
        }
        expect(world.violations).toEqual([])
      }
    }
  })

  test('a run that died and finds other content wanted goes there, and leaves nothing of its own behind', async () => {
    const start = await after(first)
    const counting = start.clone()
    await applyOnce(counting, rotated)
    expect(counting.writes).toBeGreaterThan(5)
    for (let write = 1; write <= counting.writes; write++) {
      for (const next of [first, { ...rotated, keystores: { 'bank-client': 'three', 'bank-batch': 'batch' } }]) {
        const world = start.clone()
        world.death = { write, when: 'after' }
        expect(await applyOnce(world, rotated)).toBe(false)
        world.death = undefined
        await settled(world, next)
        expect(world.violations).toEqual([])
        const names = [...world.tables.certificate.values()].map(({ columns }) => columns.name ?? '')
        expect(names.filter((name) => name.includes('(new '))).toEqual([])
        const active = [...world.tables.certificate.values()].filter(
          ({ columns }) => columns.active === 'true' && columns.type === 'key_store',
        )
        expect(active.map(({ columns }) => columns.name).sort()).toEqual(['bank-batch', 'bank-client'])
      }
    }
  })
})

describe('what the plan says', () => {
  test('first apply creates, the second plan is empty, one changed keystore is one rotation', async () => {
    const world = fresh()
    const { plan } = await planOf(world, first)
    expect(countsOf(plan)).toEqual({ create: 6, update: 1, rotate: 0, delete: 0, unchanged: 0 })
    await settled(world, first)
    expect((await planOf(world, first)).plan.changes).toEqual([])
    const next = await planOf(world, { ...first, keystores: { ...first.keystores, 'bank-client': 'two' } })
    expect(countsOf(next.plan)).toEqual({ create: 0, update: 0, rotate: 1, delete: 0, unchanged: 6 })
  })

  test('the digest is the same on another day and differs with the content', async () => {
    const world = await after(first)
    const friday = await planOf(world, rotated, new Date('2026-11-27T12:00:00Z'))
    const monday = await planOf(world, rotated, new Date('2026-11-30T12:00:00Z'))
    expect(monday.plan.digest).toBe(friday.plan.digest)
    const other = await planOf(world, { ...rotated, keystores: { 'bank-client': 'three', 'bank-batch': 'batch' } })
    expect(other.plan.digest).not.toBe(friday.plan.digest)
  })

  test('a record made by hand is renamed and kept, one in use stays active until nothing refers to it', async () => {
    const world = fresh()
    const bytes = Buffer.from('old:by hand')
    const content = { password: 'old', fileName: 'bank.jks', bytes }
    const old = world.put('certificate', { name: 'bank-client', type: 'key_store', active: 'true' }, content)
    world.put('protocol-profile', { name: 'handm', keystore: old, port: '443' })
    await settled(world, first)
    const kept = world.tables.certificate.get(old)?.columns
    expect(kept).toMatchObject({ name: `bank-client (in use 2026-11-23 ${sha(bytes).slice(0, 8)})`, active: 'true' })
    const [profile] = [...world.tables['protocol-profile']]
      .filter(([, { columns }]) => columns.name === 'handm')
      .map(([sysId]) => sysId)
    world.tables['protocol-profile'].delete(profile!)
    await settled(world, first)
    expect(world.tables.certificate.get(old)?.columns).toMatchObject({
      name: `bank-client (retired 2026-11-23 ${sha(bytes).slice(0, 8)})`,
      active: 'false',
    })
    await settled(world, { ...first, keystores: { 'bank-client': 'two', 'bank-batch': 'x' }, keep: 0 })
    expect(world.tables.certificate.has(old)).toBe(true)
    expect(world.violations).toEqual([])
  })

  test('a trusted certificate stands as the spec says, where it says so', async () => {
    const pasted = await after(first)
    expect((await planOf(pasted, { ...first, format: 'pem' })).plan.changes).toEqual([])
    await settled(pasted, { ...first, format: 'der' })
    const standing = (world: World): string[] =>
      [...world.tables.certificate.values()]
        .filter(({ columns }) => columns.type === 'trust_store')
        .map(({ columns, attachments }) => `${columns.name ?? ''}: ${attachments.length === 1 ? 'attached' : 'pasted'}`)
        .sort()
    expect(standing(pasted)).toEqual(['bank-root (until 2026-11-24): pasted', 'bank-root: attached'])
    expect((await planOf(pasted, first)).plan.changes).toEqual([])
    expect(pasted.violations).toEqual([])
    // An instance may fill in the PEM of what is attached.
    const attached = await after({ ...first, format: 'der' })
    const root = [...attached.tables.certificate.values()].find(({ columns }) => columns.name === 'bank-root')!
    root.columns.pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from('root').toString('base64')}\n-----END CERTIFICATE-----`
    expect((await planOf(attached, { ...first, format: 'der' })).plan.changes).toEqual([])
  })

  test('a retired generation that is not whole any more stays while something refers to it', async () => {
    const world = await after(first, rotated)
    const [old, stored] = [...world.tables.certificate].find(([, { columns }]) =>
      columns.name?.startsWith('bank-client (retired'),
    )!
    stored.attachments.push({ ...stored.attachments[0]!, fileName: 'notes.txt', content: Buffer.from('by hand') })
    world.others.set(old, ['u_partner.keystore'])
    expect((await planOf(world, rotated)).plan.changes).toEqual([])
    world.others.clear()
    expect((await planOf(world, rotated)).plan.changes.map(({ reason }) => reason)).toEqual(['surplus'])
  })

  test('a generation that is freed late retires as of when it was replaced: it does not push out the one that came after it', async () => {
    const world = await after(first)
    const old = [...world.tables.certificate].find(([, { columns }]) => columns.name === 'bank-client')![0]
    const wishOf = (text: string): Wish => ({ ...first, keystores: { 'bank-client': text, 'bank-batch': 'batch' } })
    world.others.set(old, ['ldap_server_config.certificate'])
    await settled(world, wishOf('two'), new Date('2026-11-01T12:00:00Z'))
    await settled(world, wishOf('three'), new Date('2026-11-20T12:00:00Z'))
    world.others.clear()
    await settled(world, wishOf('three'))
    expect(world.tables.certificate.has(old)).toBe(false)
    const names = [...world.tables.certificate.values()].map(({ columns }) => columns.name ?? '')
    expect(names).toContain(`bank-client (retired 2026-11-20 ${sha(Buffer.from('pw:two')).slice(0, 8)})`)
    expect(world.violations).toEqual([])
  })

  test('a replaced generation that stays active since nobody can see what refers to it is told by each plan', async () => {
    const world = await after(first)
    world.unreadable = true
    const old = [...world.tables.certificate].find(([, { columns }]) => columns.name === 'bank-client')![0]
    world.others.set(old, ['ldap_server_config.certificate'])
    const told = async (): Promise<string[]> =>
      (await planOf(world, rotated)).plan.problems.map(({ code, item }) => `${code} ${item}`)
    expect(await told()).toContain('record.references-unknown keystores.bank-client')
    await settled(world, rotated)
    expect(await told()).toContain('record.references-unknown keystores.bank-client')
    world.unreadable = false
    expect(await told()).not.toContain('record.references-unknown keystores.bank-client')
  })

  test('a password that the instance would cut is not sent: its item is blocked', async () => {
    const world = fresh()
    const facts = await world.facts()
    world.facts = () => Promise.resolve({ ...facts, passwordMaxLength: 11 })
    const { plan } = await planOf(world, first)
    expect(plan.problems).toContainEqual(
      expect.objectContaining({ code: 'instance.password-not-saved', item: 'keystores.bank-client', severity: 'error' }),
    )
    expect(plan.changes.map(({ item }) => item)).toEqual(['trusted-certificates.bank-root'])
  })

  describe('a certificate that ends', () => {
    const ending =
      (notAfter: string, severity: 'error' | 'warning') =>
      (input: PlanInput): Plan =>
        computePlan({
          ...input,
          writes: false,
          expiring: severity,
          keystores: new Map(
            [...input.keystores].map(([name, wanted]) => [
              name,
              {
                ...wanted,
                leaf: { ...wanted.leaf, notAfter },
                findings: [{ code: 'certificate.expiring', severity: 'warning', message: 'it expires soon' }],
              },
            ]),
          ),
        })
    const told = ({ problems }: Plan): string[] => problems.map(({ code, severity, item }) => `${code} ${severity} ${item}`)

    test('soon is told, as an error where that is looked for, and keeps nothing from being compared', async () => {
      const world = await after(first)
      const { plan } = await planOf(world, rotated, now, ending('2027-06-01T00:00:00Z', 'error'))
      expect(told(plan)).toContain('certificate.expiring error keystores.bank-client')
      expect(plan.changes.map(({ item }) => item)).toContain('keystores.bank-client')
      expect(plan.blocked).toEqual([])
    })

    test('earlier than the one that it replaces is told, with both dates', async () => {
      const world = await after(first)
      const { plan } = await planOf(world, rotated, now, ending('2027-05-31T23:59:59Z', 'warning'))
      expect(told(plan)).toContain('keystore.ends-earlier warning keystores.bank-client')
      expect(plan.problems.find(({ code }) => code === 'keystore.ends-earlier')?.message).toBe(
        'its certificate ends on 2027-05-31, earlier than the one in use (2027-06-01)',
      )
      // only of content that was opened is the time known: a mark has the day
      const opened = (input: PlanInput): Plan => {
        const leaf = input.keystores.get('bank-client')?.leaf
        if (leaf === undefined) throw new Error('the wish has a leaf')
        const content = { kind: 'different', leaf: { ...leaf, notAfter: '2027-06-01T12:00:00Z' }, findings: [] } as const
        const contents = new Map(input.observed.certificates.map(({ sysId }) => [sysId, content]))
        return ending('2027-06-01T11:59:59Z', 'warning')({ ...input, observed: { ...input.observed, opened: contents } })
      }
      const { plan: day } = await planOf(world, rotated, now, opened)
      expect(day.problems.find(({ code }) => code === 'keystore.ends-earlier')?.message).toBe(
        'its certificate ends on 2027-06-01T11:59:59Z, earlier than the one in use (2027-06-01T12:00:00Z)',
      )
      const same = await planOf(world, rotated, now, ending('2027-06-01T00:00:00Z', 'warning'))
      expect(told(same.plan).filter((one) => one.startsWith('keystore.ends-earlier'))).toEqual([])
    })
  })

  test('two active records of one name are an error that lists both, and only this item stops', async () => {
    const world = fresh()
    const ids = [1, 2].map(() => world.put('certificate', { name: 'bank-client', type: 'key_store', active: 'true' }))
    const { plan } = await planOf(world, first)
    const [problem] = plan.problems
    expect(problem).toMatchObject({ code: 'record.ambiguous', item: 'keystores.bank-client' })
    for (const sysId of ids) expect(problem?.message).toContain(sysId)
    expect(problem?.hint).toMatch(/^keep the one that profiles point at active/)
    expect(plan.blocked.map(({ item }) => item).sort()).toEqual([
      'keystores.bank-client',
      'protocol-profiles.bankm',
      'protocol-profiles.bankn',
      'rest-messages.Bank Payments',
    ])
    expect(plan.changes.map(({ item }) => item).sort()).toEqual([
      'keystores.bank-batch',
      'protocol-profiles.batchm',
      'trusted-certificates.bank-root',
    ])
  })

  test('two protocol profiles of one name are an error whose hint fits: neither sys-id nor scope tells them apart', async () => {
    const world = fresh()
    for (const keystore of ['', 'a'.repeat(32)]) world.put('protocol-profile', { name: 'bankm', keystore, port: '443' })
    const { plan } = await planOf(world, first)
    const problem = plan.problems.find(({ item }) => item === 'protocol-profiles.bankm')
    expect(problem).toMatchObject({ code: 'record.ambiguous', hint: expect.stringMatching(/delete the other profiles$/) })
    expect(problem?.hint).not.toContain('sys-id')
  })

  test('a clone of another instance is replaced and not kept', async () => {
    const world = await after(first)
    world.name = 'acmetest'
    const { plan } = await planOf(world, first)
    expect(plan.changes.map(({ kind, reason }) => ({ kind, reason }))).toEqual([
      { kind: 'rotate', reason: 'other-instance' },
      { kind: 'rotate', reason: 'other-instance' },
    ])
    await settled(world, first)
    const names = [...world.tables.certificate.values()].map(({ columns }) => columns.name)
    expect(names.sort()).toEqual(['bank-batch', 'bank-client', 'bank-root'])
    expect(world.violations).toEqual([])
  })

  test('an instance that does not tell its name is not taken for a clone', async () => {
    const world = await after(first)
    world.silent = true
    expect((await planOf(world, first)).plan.changes).toEqual([])
    await settled(world, rotated)
    expect([...world.tables.certificate.values()].map(({ columns }) => columns.name)).toContainEqual(
      expect.stringMatching(/^bank-client \(retired /),
    )
    world.silent = false
    expect((await planOf(world, rotated)).plan.changes).toEqual([])
  })

  test('a message waits for its keystore, though the profile points at it already', async () => {
    const world = await after(first)
    for (const { columns } of world.tables.certificate.values()) if (columns.name === 'bank-client') columns.active = 'false'
    for (const { columns } of world.tables['rest-message'].values()) columns['mutual-authentication'] = 'false'
    const { plan } = await planOf(world, first)
    const message = plan.changes.find(({ item }) => item === 'rest-messages.Bank Payments')
    expect(message?.dependsOn).toEqual(['keystores.bank-client'])
  })

  test('a leftover that a profile points at is not deleted before the profile is repointed', async () => {
    const start = await after(first)
    const counting = start.clone()
    await applyOnce(counting, rotated)
    let pointedAt = 0
    for (let write = 1; write <= counting.writes; write++) {
      const world = start.clone()
      world.death = { write, when: 'after' }
      expect(await applyOnce(world, rotated)).toBe(false)
      world.death = undefined
      // Somebody switches off what the dead run had made active; that is not ours to prevent, only not to make worse.
      const off = [...world.tables.certificate].filter(([, { columns }]) => columns.name?.includes('(new ') === true)
      for (const [sysId, { columns }] of off) {
        columns.active = 'false'
        pointedAt += [...world.tables['protocol-profile'].values()].filter((profile) => profile.columns.keystore === sysId).length
      }
      world.violations.length = 0
      await settled(world, { ...rotated, keystores: { 'bank-client': 'three', 'bank-batch': 'batch' } })
      const dangling = [...world.tables['protocol-profile'].values()].filter(
        ({ columns }) => !world.tables.certificate.has(columns.keystore as SysId),
      )
      expect({ write, dangling }).toEqual({ write, dangling: [] })
    }
    expect(pointedAt).toBeGreaterThan(0)
  })

  test('what a person attached to a record of such a name is left alone', async () => {
    const world = fresh()
    const content = { password: 'x', fileName: 'mine.jks', bytes: Buffer.from('x:mine') }
    const theirs = world.put('certificate', { name: 'bank-client (new 0a1b2c3d)', type: 'key_store', active: 'false' }, content)
    await settled(world, first)
    expect(world.tables.certificate.has(theirs)).toBe(true)
  })

  test('an old trusted certificate is made inactive when its overlap is over', async () => {
    const world = await after(first, { ...first, trusted: { 'bank-root': 'root two' } })
    const later = new Date('2026-11-26T12:00:00Z')
    const { plan, apply } = await planOf(world, { ...first, trusted: { 'bank-root': 'root two' } }, later)
    expect(plan.changes.map(({ kind, reason, item }) => ({ kind, reason, item }))).toEqual([
      { kind: 'update', reason: 'overlap-ended', item: 'trusted-certificates.bank-root' },
    ])
    expect(await apply()).toBe(true)
    const roots = [...world.tables.certificate.values()].filter(({ columns }) => columns.type === 'trust_store')
    expect(roots.map(({ columns }) => [columns.name, columns.active]).sort()).toEqual([
      ['bank-root (until 2026-11-24)', 'false'],
      ['bank-root', 'true'],
    ])
  })
})

describe('rollback', () => {
  const roll = async (world: World, wish: Wish): Promise<boolean> => {
    const { plan, apply } = await planOf(world, wish, now, computeRollback)
    return plan.problems.some(({ severity }) => severity === 'error') ? false : apply()
  }
  const namesOf = (world: World): string[] =>
    [...world.tables.certificate.values()]
      .filter(({ columns }) => columns.type === 'key_store')
      .map(({ columns }) => `${columns.name ?? ''} ${columns.active ?? ''}`)
      .sort()
  const wish: Wish = { ...first, keystores: { 'bank-client': 'two', 'bank-batch': 'batch' } }
  const only = { ...wish, keystores: { 'bank-client': 'two' }, profiles: { bankm: 'bank-client', bankn: 'bank-client' } }

  test('returns to the generation before, is held back by apply, and goes on when the content changes', async () => {
    const world = await after(first, wish)
    expect(await roll(world, only)).toBe(true)
    const [one, two] = [sha(Buffer.from('pw:one')), sha(Buffer.from('pw:two'))].map((hash) => hash.slice(0, 8))
    expect(namesOf(world)).toEqual([
      'bank-batch true',
      `bank-client (rolled back 2026-11-23 ${two ?? ''}) false`,
      'bank-client true',
    ])
    expect(one).toBeDefined()
    const held = await planOf(world, wish)
    expect(held.plan.changes).toEqual([])
    expect(held.plan.problems).toEqual([expect.objectContaining({ code: 'keystore.held-back', severity: 'notice' })])
    world.writes = 0
    expect(await roll(world, only)).toBe(true)
    expect(world.writes).toBe(0)
    await settled(world, { ...wish, keystores: { ...wish.keystores, 'bank-client': 'three' } })
    expect(namesOf(world)).toEqual(['bank-batch true', `bank-client (retired 2026-11-23 ${one ?? ''}) false`, 'bank-client true'])
    expect(world.violations).toEqual([])
  })

  test('what was rolled back is not made again, whatever became of the generation in use', async () => {
    const start = await after(first, wish)
    expect(await roll(start, only)).toBe(true)
    const current = (world: World): { columns: Record<string, string> } =>
      [...world.tables.certificate.values()].find(({ columns }) => columns.name === 'bank-client')!
    const off = start.clone()
    current(off).columns.active = 'false'
    const plan = await planOf(off, wish)
    expect(plan.plan.changes.map(({ kind, reason, contentHash }) => ({ kind, reason, contentHash }))).toEqual([
      { kind: 'update', reason: 'inactive', contentHash: null },
    ])
    await settled(off, wish)
    expect(off.shape()).toEqual(start.shape())
    const gone = start.clone()
    for (const [sysId, { columns }] of gone.tables.certificate)
      if (columns.name === 'bank-client') gone.tables.certificate.delete(sysId)
    const nothing = await planOf(gone, wish)
    expect(nothing.plan.changes).toEqual([])
    expect(nothing.plan.problems).toContainEqual(expect.objectContaining({ code: 'rollback.none', severity: 'error' }))
  })

  test('leaves the generation that it returned to, though what was rolled back was made active again', async () => {
    const start = await after(first, wish)
    const { certificate, 'protocol-profile': profiles } = start.tables
    const [two, { columns }] = [...certificate].find(([, stored]) => stored.columns.name === 'bank-client')!
    columns.name = `bank-client (rolled back 2026-11-23 ${sha(Buffer.from('pw:two')).slice(0, 8)})`
    expect([...profiles.values()].filter((profile) => profile.columns.keystore === two)).toHaveLength(2)
    const held = start.clone()
    await settled(held, wish)
    expect(namesOf(held)).toEqual(['bank-batch true', `${columns.name} false`, 'bank-client true'])
    // With other content nothing is held back any more: it goes, and what retired before it stays.
    await settled(start, { ...wish, keystores: { ...wish.keystores, 'bank-client': 'three' } })
    const one = sha(Buffer.from('pw:one')).slice(0, 8)
    expect(namesOf(start)).toEqual(['bank-batch true', `bank-client (retired 2026-11-23 ${one}) false`, 'bank-client true'])
    expect([...held.violations, ...start.violations]).toEqual([])
  })

  test('goes to the generation that retired last, though contents came and went within a day', async () => {
    const wishOf = (text: string): Wish => ({ ...wish, keep: 9, keystores: { ...wish.keystores, 'bank-client': text } })
    const world = await after(...['one', 'two', 'one', 'two', 'three', 'four'].map(wishOf))
    expect(await roll(world, { ...only, keystores: { 'bank-client': 'four' } })).toBe(true)
    const current = [...world.tables.certificate.values()].find(({ columns }) => columns.name === 'bank-client')
    expect(current?.attachments[0]?.content.toString()).toBe('pw:three')
  })

  test('that dies at any write is finished by the next rollback, and left whole for the next apply', async () => {
    const start = await after(first, wish)
    const whole = start.clone()
    await roll(whole, only)
    const writes = whole.writes
    expect(writes).toBeGreaterThan(3)
    for (let write = 1; write <= writes; write++) {
      for (const when of ['before', 'after'] as const) {
        const world = start.clone()
        world.death = { write, when }
        await roll(world, only)
        world.death = undefined
        const applied = world.clone()
        await settled(applied, wish)
        expect(applied.violations).toEqual([])
        const active = [...applied.tables.certificate.values()].filter(
          ({ columns }) => columns.type === 'key_store' && columns.active === 'true',
        )
        expect({ write, when, names: active.map(({ columns }) => columns.name).sort() }).toEqual({
          write,
          when,
          names: ['bank-batch', 'bank-client'],
        })
        expect(await roll(world, only)).toBe(true)
        expect({ write, when, shape: world.shape() }).toEqual({ write, when, shape: whole.shape() })
        expect(world.violations).toEqual([])
      }
    }
  })

  describe('to a generation that something else still refers to', () => {
    /** `one` is in use elsewhere, `two` replaced it. */
    const inUse = async (): Promise<{ world: World; old: SysId }> => {
      const world = await after(first)
      const old = [...world.tables.certificate].find(([, { columns }]) => columns.name === 'bank-client')![0]
      world.others.set(old, ['ldap_server_config.certificate'])
      await settled(world, wish)
      expect(world.tables.certificate.get(old)?.columns.name).toMatch(/^bank-client \(in use /)
      return { world, old }
    }

    test('takes it back into use, after a look at what it holds', async () => {
      const { world, old } = await inUse()
      const looked: SysId[] = []
      const looking = world.clone()
      looking.download = (attachment) => {
        looked.push(attachment)
        return world.download(attachment)
      }
      await planOf(looking, only, now, computeRollback)
      expect(looked).toContain(world.tables.certificate.get(old)?.attachments[0]?.sysId)
      expect(await roll(world, only)).toBe(true)
      expect(world.tables.certificate.get(old)?.columns).toMatchObject({ name: 'bank-client', active: 'true' })
      expect((await planOf(world, wish)).plan.changes).toEqual([])
      expect(world.violations).toEqual([])
    })

    test('that dies at any write is finished by the next rollback, and left whole for the next apply', async () => {
      const { world: start } = await inUse()
      const whole = start.clone()
      await roll(whole, only)
      expect(whole.writes).toBeGreaterThan(2)
      for (let write = 1; write <= whole.writes; write++) {
        for (const when of ['before', 'after'] as const) {
          const world = start.clone()
          world.death = { write, when }
          await roll(world, only)
          world.death = undefined
          const applied = world.clone()
          for (const { item, reason } of (await planOf(applied, wish)).plan.changes) {
            if (item.startsWith('keystores.')) expect(reason).toBe('unfinished')
          }
          await settled(applied, wish)
          expect(applied.violations).toEqual([])
          // What referred to it may do so no more: one apply is enough then, too.
          const free = world.clone()
          free.others.clear()
          await settled(free, wish)
          expect(free.violations).toEqual([])
          expect(await roll(world, only)).toBe(true)
          expect(world.violations).toEqual([])
          expect(world.shape()).toEqual(whole.shape())
        }
      }
    })
  })

  test('without a generation to return to, or of what was not applied, is refused', async () => {
    const codes = async (world: World, asked: Wish): Promise<string[]> =>
      (await planOf(world, asked, now, computeRollback)).plan.problems.map(({ code }) => code)
    expect(await codes(await after(first), { ...only, keystores: { 'bank-client': 'one' } })).toEqual(['rollback.none'])
    expect(await codes(await after(first, wish), { ...only, keystores: { 'bank-client': 'other' } })).toEqual([
      'rollback.unclear',
    ])
    const used = await after(first, wish)
    const [current] = [...used.tables.certificate]
      .filter(([, { columns }]) => columns.name === 'bank-client')
      .map(([sysId]) => sysId)
    used.others.set(current!, ['ldap_server_config.ssl_certificate'])
    expect(await codes(used, only)).toEqual(['record.in-use'])
    // What cannot be read may refer to it: a person may say that it does not.
    used.unreadable = true
    const unconfirmed = await planOf(used, only, now, (input) => computeRollback({ ...input, confirm: '' }))
    expect(unconfirmed.plan.problems.map(({ code }) => code)).toEqual(['record.in-use'])
    expect(await codes(used, only)).toEqual([])
  })
})

describe('overlap', () => {
  test('of less than a day lasts at least that long, and the digest does not hang on the hour', async () => {
    const start = await after(first)
    const wish = { ...rotated, overlapMs: 12 * 3_600_000 }
    const digests = new Set<string>()
    for (const hour of ['01', '06', '18', '23']) {
      const world = start.clone()
      const { plan, apply } = await planOf(world, wish, new Date(`2026-11-23T${hour}:00:00Z`))
      digests.add(plan.digest)
      expect(await apply()).toBe(true)
      const old = [...world.tables.certificate.values()].find(({ columns }) => columns.name?.includes('(until ') === true)
      expect(old?.columns.active).toBe('true')
    }
    expect(digests.size).toBe(1)
  })
})

describe('what must not be there', () => {
  const only = (...sections: AbsentItem['section'][]): Wish => ({
    ...nothing,
    absent: all.filter(({ section }) => sections.includes(section)),
  })
  const named = (world: World): string[] =>
    [...world.tables.certificate.values()].map(({ columns }) => `${columns.name ?? ''} ${columns.active ?? ''}`).sort()

  test('is not taken away while something else refers to it', async () => {
    const world = await after(first)
    const { plan } = await planOf(world, only('keystores'))
    expect(plan.changes).toEqual([])
    expect(plan.problems.map(({ code, item, message }) => ({ code, item, message }))).toEqual([
      {
        code: 'record.in-use',
        item: 'keystores.bank-client',
        message: 'protocol profile bankm, protocol profile bankn would still refer to it',
      },
      { code: 'record.in-use', item: 'keystores.bank-batch', message: 'protocol profile batchm would still refer to it' },
    ])
    const profiles = await planOf(world, only('protocol-profiles'))
    expect(profiles.plan.changes.map(({ item }) => item)).toEqual(['protocol-profiles.bankn', 'protocol-profiles.batchm'])
    const errors = profiles.plan.problems.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, item }) => ({ code, item }))).toEqual([{ code: 'record.in-use', item: 'protocol-profiles.bankm' }])
  })

  test('goes in the safe order: message, profiles, keystores with all their generations', async () => {
    const world = await after(first, rotated)
    const { plan, apply } = await planOf(world, { ...nothing, absent: all })
    expect(plan.changes.map(({ item, kind, dependsOn }) => [item, kind, dependsOn])).toEqual([
      ['rest-messages.Bank Payments', 'update', []],
      ['protocol-profiles.bankm', 'delete', ['rest-messages.Bank Payments']],
      ['protocol-profiles.bankn', 'delete', []],
      ['protocol-profiles.batchm', 'delete', []],
      ['keystores.bank-client', 'delete', ['protocol-profiles.bankm', 'protocol-profiles.bankn']],
      ['keystores.bank-batch', 'delete', ['protocol-profiles.batchm']],
      ['trusted-certificates.bank-root', 'update', []],
    ])
    expect(await apply()).toBe(true)
    // A pasted certificate has no mark: it may be a person's, so it is made inactive and kept.
    expect(named(world)).toEqual(['bank-root (until 2026-11-23) false', 'bank-root (until 2026-11-24) false'])
    expect(world.tables['protocol-profile'].size).toBe(0)
    expect(world.violations).toEqual([])
  })

  test('and was made by people is renamed and made inactive; what another repository made is an error', async () => {
    const world = fresh()
    const content = { password: 'x', fileName: 'mine.jks', bytes: Buffer.from('x:mine') }
    world.put('certificate', { name: 'bank-client', type: 'key_store', active: 'true' }, content)
    const foreign = { ...content, fileName: 'smtls.0a1b2c3d.dev.0a1b2c3d.20270601.0123456789abcdef.w1.jks' }
    world.silent = true
    world.put('certificate', { name: 'bank-batch', type: 'key_store', active: 'true' }, foreign)
    const { plan, apply } = await planOf(world, only('keystores'))
    expect(plan.problems.map(({ code, item }) => ({ code, item }))).toEqual([
      { code: 'record.other-owner', item: 'keystores.bank-batch' },
    ])
    expect(await apply()).toBe(true)
    expect(named(world)).toEqual(['bank-batch true', `bank-client (retired 2026-11-23 ${sha(content.bytes).slice(0, 8)}) false`])
  })

  test('destroy needs to be confirmed, and leaves what others made or may trust', async () => {
    const world = await after(first)
    const content = { password: 'x', fileName: 'mine.jks', bytes: Buffer.from('x:mine') }
    const mine = world.put('certificate', { name: 'by-hand', type: 'key_store', active: 'true' }, content)
    world.put('protocol-profile', { name: 'handm', keystore: mine, port: '443' })
    const asked: Wish = {
      ...nothing,
      removal: 'destroy',
      absent: [...all, { section: 'keystores', name: 'by-hand', at }, { section: 'protocol-profiles', name: 'handm', at }],
    }
    const { plan, apply } = await planOf(world, asked)
    expect(plan.problems.map(({ code, severity, item }) => [code, severity, item])).toEqual([
      ['record.left', 'notice', 'protocol-profiles.handm'],
      ['record.left', 'notice', 'trusted-certificates.bank-root'],
      ['record.left', 'notice', 'keystores.by-hand'],
    ])
    expect(await apply()).toBe(true)
    expect(named(world)).toEqual(['bank-root true', 'by-hand true'])
    expect(world.violations).toEqual([])
    expect((await planOf(world, asked)).plan.changes).toEqual([])
    const again = await after(first)
    const unconfirmed = await planOf(again, asked, now, (input) => computePlan({ ...input, confirm: '' }))
    expect(unconfirmed.plan.problems.map(({ code }) => code)).toContain('guard.destroy')
  })

  test('destroy takes away what is free, and lists the generation that is in use', async () => {
    const world = await after(first)
    const [old] = [...world.tables.certificate].find(([, { columns }]) => columns.name === 'bank-client')!
    world.others.set(old, ['ldap_server_config.ssl_certificate'])
    await settled(world, rotated)
    const { plan, apply } = await planOf(world, { ...nothing, absent: all, removal: 'destroy' })
    expect(plan.problems).toContainEqual(
      expect.objectContaining({ code: 'record.in-use', severity: 'warning', item: 'keystores.bank-client' }),
    )
    expect(await apply()).toBe(true)
    expect(named(world).filter((name) => name.startsWith('bank-client'))).toEqual([
      expect.stringMatching(/^bank-client \(in use 2026-11-23 [0-9a-f]{8}\) true$/),
    ])
    expect(world.violations).toEqual([])
  })

  test('is listed when it bears the mark of the spec and is not in it any more', async () => {
    const world = await after({ ...first, format: 'der' })
    const { plan } = await planOf(world, nothing)
    expect(plan.changes).toEqual([])
    expect(
      plan.problems.map(({ code, severity, message }) => [code, severity, message.replace(/[0-9a-f]{32}/, 'ID')]).sort(),
    ).toEqual(
      ['bank-batch', 'bank-client', 'bank-root'].map((name) => [
        'record.unlisted',
        'notice',
        `certificate record ${name} (ID) bears the mark of this spec and is not in it`,
      ]),
    )
  })
})
