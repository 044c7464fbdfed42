import { createHash } from 'node:crypto'
import { carryOut } from '../../src/apply/apply.ts'
import { observe } from '../../src/observe/observe.ts'
import { identityOf, type Identity } from '../../src/plan/mark.ts'
import { countsOf, type Expectation, type Plan, type WantedKeystore, type WantedTrusted } from '../../src/plan/model.ts'
import { computePlan } from '../../src/plan/plan.ts'
import { computeRollback } from '../../src/plan/rollback.ts'
import type { InstanceFacts, SysId } from '../../src/plan/ports.ts'
import { SecretValue } from '../../src/redact.ts'
import type { Removal } from '../../src/plan/removal.ts'
import type { AbsentItem, Spec } from '../../src/spec/model.ts'
import { World } from '../support/world.ts'

const at = { file: 'servicenow-mtls.yml', line: 1, column: 1 }
const now = new Date('2026-11-23T12:00:00Z')
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const facts = {
  subject: 'CN=acme',
  issuer: 'CN=ca',
  serialNumber: '01',
  fingerprint256: 'AA',
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2027-06-01T00:00:00Z',
}

/** One setting: which content each keystore and trusted certificate should have. */
interface Wish {
  readonly keystores: Readonly<Record<string, string>>
  readonly trusted: Readonly<Record<string, string>>
  readonly profiles: Readonly<Record<string, string>>
  readonly messages: Readonly<Record<string, string>>
  readonly format?: 'pem' | 'der'
  readonly keep?: number
  readonly overlapMs?: number
  readonly absent?: readonly AbsentItem[]
  readonly removal?: Removal
}

const pemOf = (content: string): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(content).toString('base64')}\n-----END CERTIFICATE-----\n`

async function planOf(
  world: World,
  wish: Wish,
  time = now,
  compute = computePlan,
): Promise<{ plan: Plan; apply: () => Promise<boolean> }> {
  const none = { file: 'unused' } as never
  const spec: Spec = {
    version: 1,
    environment: { name: 'dev', instance: 'https://acmedev.service-now.com', protected: false, at },
    keystores: new Map(Object.keys(wish.keystores).map((name) => [name, { name, at } as never])),
    trustedCertificates: new Map(Object.keys(wish.trusted).map((name) => [name, { name, at, certificate: none } as never])),
    protocolProfiles: new Map(Object.entries(wish.profiles).map(([name, keystore]) => [name, { name, at, keystore }])),
    messages: Object.entries(wish.messages).map(([name, protocolProfile]) => ({
      kind: 'rest-message' as const,
      name,
      at,
      protocolProfile,
      mutualAuthentication: true,
      rewriteEndpoint: false,
    })),
    absent: wish.absent ?? [],
  }
  const contentOf = (text: string): Buffer => Buffer.from(`pw:${text}`)
  const keystores = new Map(
    Object.entries(wish.keystores).map(([name, text]): [string, WantedKeystore] => [
      name,
      {
        name,
        at,
        type: 'jks',
        sha256: sha(contentOf(text)),
        leaf: facts,
        putRight: [],
        findings: [],
        accept: [],
        keepPrevious: wish.keep ?? 1,
        warnInDays: undefined,
      },
    ]),
  )
  const trusted = new Map(
    Object.entries(wish.trusted).map(([name, text]): [string, WantedTrusted] => [
      name,
      {
        name,
        at,
        format: wish.format ?? 'pem',
        pem: pemOf(text),
        sha256: sha(Buffer.from(text)),
        certificate: facts,
        findings: [],
        accept: [],
        overlapMs: wish.overlapMs ?? 86_400_000,
        warnInDays: undefined,
      },
    ]),
  )
  const expectations: Expectation[] = [
    ...[...keystores.values()].map(({ name, sha256, type, keepPrevious: keep }) => ({
      kind: 'keystore' as const,
      name,
      sha256,
      type,
      keep,
      compare: (content: Buffer) =>
        Promise.resolve({ kind: sha(content) === sha256 ? ('same' as const) : ('different' as const) }),
    })),
    ...[...trusted.values()].map(({ name, sha256 }) => ({
      kind: 'trusted-certificate' as const,
      name,
      sha256,
      type: 'trusted' as const,
      keep: 0,
      compare: (content: Buffer) =>
        Promise.resolve({ kind: sha(content) === sha256 ? ('same' as const) : ('different' as const) }),
    })),
  ]
  const identify = (found: InstanceFacts): Identity => identityOf('acme/integrations', 'dev', found.origin, found.name)
  const ask = compute === computeRollback ? 'everything' : 'what may step aside'
  const observed = await observe(world, spec, { expectations: Promise.resolve(expectations), identify, ask })
  const plan = compute({
    spec,
    removal: wish.removal ?? 'absent',
    keystores,
    trusted,
    unseen: new Map(),
    problems: [],
    observed,
    identity: identify(observed.facts),
    now: time,
    confirm: 'dev',
    only: [],
    expired: 'warning',
    expiring: 'warning',
  })
  const text = (item: string): string => item.slice(item.indexOf('.') + 1)
  const contents = {
    password: () => new SecretValue('pw', 'password'),
    content: (item: string) =>
      item.startsWith('keystores.') ? contentOf(wish.keystores[text(item)] ?? '') : Buffer.from(wish.trusted[text(item)] ?? ''),
  }
  return {
    plan,
    apply: async () => {
      const outcomes = await carryOut(
        plan,
        { instance: world, contents },
        { stop: new AbortController().signal, onOutcome: () => undefined },
      )
      return outcomes.every(({ is }) => is === 'done')
    },
  }
}

async function applyOnce(world: World, wish: Wish): Promise<boolean> {
  const { plan, apply } = await planOf(world, wish)
  expect(plan.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return apply()
}

async function settled(world: World, wish: Wish): Promise<void> {
  world.writes = 0
  expect(await applyOnce(world, wish)).toBe(true)
  world.writes = 0
  expect(await applyOnce(world, wish)).toBe(true)
  expect(world.writes).toBe(0)
}

const first: Wish = {
  keystores: { 'bank-client': 'one', 'bank-batch': 'batch' },
  trusted: { 'bank-root': 'root' },
  profiles: { bankm: 'bank-client', bankn: 'bank-client', batchm: 'bank-batch' },
  messages: { 'Bank Payments': 'bankm' },
}
const rotated: Wish = {
  ...first,
  keystores: { 'bank-client': 'two', 'bank-batch': 'batch' },
  trusted: { 'bank-root': 'root two' },
}

const nothing: Wish = { keystores: {}, trusted: {}, profiles: {}, messages: {} }
const all: readonly AbsentItem[] = [
  { section: 'keystores', name: 'bank-client', at },
  { section: 'keystores', name: 'bank-batch', at },
  { section: 'trusted-certificates', name: 'bank-root', at },
  ...Object.keys(first.profiles).map((name): AbsentItem => ({ section: 'protocol-profiles', name, at })),
  { section: 'rest-messages', name: 'Bank Payments', at },
]

function fresh(): World {
  const world = new World()
  world.put('rest-message', { name: 'Bank Payments', 'mutual-authentication': 'false', 'protocol-profile': '' })
  return world
}

async function after(...wishes: readonly Wish[]): Promise<World> {
  const world = fresh()
  for (const wish of wishes) expect(await applyOnce(world, wish)).toBe(true)
  world.writes = 0
  return world
}

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
  { name: 'everything destroyed', before: [first, rotated], wish: { ...nothing, absent: all, removal: 'destroy' } },
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
    for (let write = 1; write <= counting.writes; write++) {
      for (const next of [first, { ...rotated, keystores: { 'bank-client': 'three', 'bank-batch': 'batch' } }]) {
        const world = start.clone()
        world.death = { write, when: 'after' }
        await applyOnce(world, rotated)
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

  test('two active records of one name are an error that lists both, and only this item stops', async () => {
    const world = fresh()
    const ids = [1, 2].map(() => world.put('certificate', { name: 'bank-client', type: 'key_store', active: 'true' }))
    const { plan } = await planOf(world, first)
    const [problem] = plan.problems
    expect(problem).toMatchObject({ code: 'record.ambiguous', item: 'keystores.bank-client' })
    for (const sysId of ids) expect(problem?.message).toContain(sysId)
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
    for (let write = 1; write <= counting.writes; write++) {
      const world = start.clone()
      world.death = { write, when: 'after' }
      await applyOnce(world, rotated)
      world.death = undefined
      // Somebody switches off what the dead run had made active; that is not ours to prevent, only not to make worse.
      const off = [...world.tables.certificate.values()].filter(({ columns }) => columns.name?.includes('(new ') === true)
      for (const { columns } of off) columns.active = 'false'
      world.violations.length = 0
      await settled(world, { ...rotated, keystores: { 'bank-client': 'three', 'bank-batch': 'batch' } })
      const dangling = [...world.tables['protocol-profile'].values()].filter(
        ({ columns }) => !world.tables.certificate.has(columns.keystore as SysId),
      )
      expect({ write, dangling }).toEqual({ write, dangling: [] })
    }
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
