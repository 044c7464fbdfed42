/** Plans of made-up settings against an instance in memory, for what the plan and carrying it out must hold. */
import { createHash } from 'node:crypto'
import { carryOut } from '../../src/apply/apply.ts'
import { observe } from '../../src/observe/observe.ts'
import { identityOf, type Identity } from '../../src/plan/mark.ts'
import type { Expectation } from '../../src/plan/observed.ts'
import type { Plan } from '../../src/plan/model.ts'
import type { WantedKeystore, WantedTrusted } from '../../src/plan/wanted.ts'
import { computePlan } from '../../src/plan/plan.ts'
import type { InstanceFacts, InstancePort } from '../../src/plan/ports.ts'
import { SecretValue } from '../../src/redact.ts'
import type { Removal } from '../../src/plan/removal.ts'
import type { AbsentItem, Spec } from '../../src/spec/model.ts'
import { World } from './world.ts'

export const at = { file: 'servicenow-mtls.yml', line: 1, column: 1 }
export const now = new Date('2026-11-23T12:00:00Z')
export const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const facts = {
  subject: 'CN=acme',
  issuer: 'CN=ca',
  serialNumber: '01',
  fingerprint256: 'AA',
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2027-06-01T00:00:00Z',
}

/** One setting: which content each keystore and trusted certificate should have. */
export interface Wish {
  readonly keystores: Readonly<Record<string, string>>
  readonly trusted: Readonly<Record<string, string>>
  readonly profiles: Readonly<Record<string, string>>
  readonly messages: Readonly<Record<string, string>>
  readonly rewriteEndpoint?: boolean
  readonly format?: 'pem' | 'der'
  /** Of the keystores; JKS unless told. */
  readonly type?: 'jks' | 'pkcs12'
  readonly keep?: number
  readonly overlapMs?: number
  readonly absent?: readonly AbsentItem[]
  readonly removal?: Removal
}

const pemOf = (content: string): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(content).toString('base64')}\n-----END CERTIFICATE-----\n`

export async function planOf(
  world: World,
  wish: Wish,
  time = now,
  compute = computePlan,
  instance: InstancePort = world,
): Promise<{ plan: Plan; apply: (instance?: InstancePort, pause?: () => Promise<void>) => Promise<boolean> }> {
  const none = { file: 'unused' } as never
  const spec: Spec = {
    version: 1,
    environment: { name: 'dev', instance: 'https://acmedev.service-now.com', protected: false, at },
    keystores: new Map(Object.keys(wish.keystores).map((name) => [name, { name, at } as never])),
    existing: new Map(),
    trustedCertificates: new Map(Object.keys(wish.trusted).map((name) => [name, { name, at, certificate: none } as never])),
    protocolProfiles: new Map(Object.entries(wish.profiles).map(([name, keystore]) => [name, { name, at, keystore }])),
    messages: Object.entries(wish.messages).map(([name, protocolProfile]) => ({
      kind: 'rest-message' as const,
      name,
      at,
      protocolProfile,
      mutualAuthentication: true,
      mode: 'enforce' as const,
      rewriteEndpoint: wish.rewriteEndpoint ?? false,
    })),
    absent: wish.absent ?? [],
    issuers: new Map(),
    probes: [],
  }
  const contentOf = (text: string): Buffer => Buffer.from(`pw:${text}`)
  const keystores = new Map(
    Object.entries(wish.keystores).map(([name, text]): [string, WantedKeystore] => [
      name,
      {
        name,
        at,
        type: wish.type ?? 'jks',
        sha256: sha(contentOf(text)),
        size: contentOf(text).length,
        leaf: facts,
        putRight: [],
        findings: [],
        accept: [],
        keepPrevious: wish.keep ?? 1,
        handoverMs: 0,
        warnInDays: undefined,
        passwordLength: 12,
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
        isFormatGiven: wish.format !== undefined,
        pem: pemOf(text),
        sha256: sha(Buffer.from(text)),
        size: Buffer.byteLength(text),
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
  const ask = compute === computePlan ? 'what may step aside' : 'everything'
  const existing = (): Promise<{ kind: 'different' }> => Promise.resolve({ kind: 'different' })
  const observed = await observe(instance, spec, {
    expectations: () => Promise.resolve(expectations),
    identify,
    ask,
    methods: true,
    purged: [],
    existing,
  })
  const plan = compute({
    spec,
    removal: wish.removal ?? 'absent',
    writes: true,
    keystores,
    trusted,
    unseen: new Map(),
    problems: [],
    observed,
    identity: identify(observed.facts),
    now: time,
    confirm: 'dev',
    issued: new Map(),
    requested: new Map(),
    rotation: { rotate: [], purge: [], runId: undefined },
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
    apply: async (through: InstancePort = instance, pause = () => Promise.resolve()) => {
      const issue = (): Promise<never> => Promise.reject(new Error('nothing is issued here'))
      const hands = { instance: through, contents, issue, gate: () => Promise.resolve(), pause }
      const outcomes = await carryOut(plan, hands, { stop: new AbortController().signal, onOutcome: () => undefined })
      return outcomes.every(({ is }) => is === 'done')
    },
  }
}

export async function applyOnce(world: World, wish: Wish, time = now): Promise<boolean> {
  const { plan, apply } = await planOf(world, wish, time)
  expect(plan.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return apply()
}

export async function settled(world: World, wish: Wish, time = now): Promise<void> {
  world.writes = 0
  expect(await applyOnce(world, wish, time)).toBe(true)
  world.writes = 0
  expect(await applyOnce(world, wish, time)).toBe(true)
  expect(world.writes).toBe(0)
}

export const first: Wish = {
  keystores: { 'bank-client': 'one', 'bank-batch': 'batch' },
  trusted: { 'bank-root': 'root' },
  profiles: { bankm: 'bank-client', bankn: 'bank-client', batchm: 'bank-batch' },
  messages: { 'Bank Payments': 'bankm' },
}
export const rotated: Wish = {
  ...first,
  keystores: { 'bank-client': 'two', 'bank-batch': 'batch' },
  trusted: { 'bank-root': 'root two' },
}

export const nothing: Wish = { keystores: {}, trusted: {}, profiles: {}, messages: {} }
export const all: readonly AbsentItem[] = [
  { section: 'keystores', name: 'bank-client', at },
  { section: 'keystores', name: 'bank-batch', at },
  { section: 'trusted-certificates', name: 'bank-root', at },
  ...Object.keys(first.profiles).map((name): AbsentItem => ({ section: 'protocol-profiles', name, at })),
  { section: 'rest-messages', name: 'Bank Payments', at },
]

export function fresh(): World {
  const world = new World()
  const endpoint = 'https://api.bank.example'
  const message = { name: 'Bank Payments', 'mutual-authentication': 'false', 'protocol-profile': '', endpoint }
  const sysId = world.put('rest-message', message)
  for (const name of ['Pay', 'Look up']) world.put('rest-method', { name, message: sysId, endpoint: `${endpoint}/${name}` })
  return world
}

export async function after(...wishes: readonly Wish[]): Promise<World> {
  const world = fresh()
  for (const wish of wishes) expect(await applyOnce(world, wish)).toBe(true)
  world.writes = 0
  return world
}
