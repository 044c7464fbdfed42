import type { KeystoreType } from '../src/keystore/keystore.ts'
import { step } from './action.ts'
import type { Orders, Told } from './front.ts'
import { BUNDLE, REPOSITORY, type LocalInstance } from './instance.ts'
import { interleaved, node, run, type Contender } from './measure.ts'
import { sizes } from './size.ts'
import { against, timed, type Row } from './table.ts'
import {
  manyKeystores,
  PASSWORD,
  thousandEntries,
  wholeJob,
  type Authorities,
  type KeyMode,
  type Workplace,
} from './workplace.ts'

export interface Bench {
  readonly instance: LocalInstance
  readonly authorities: Authorities
  readonly rounds: number
  /** How far the scale goes. */
  readonly most: number
}

const NOTHING: Contender = { name: 'node -e 0', job: node('-e', '0') }

/** From the start of the process to the first request, and to the end of a plan that finds nothing to do. */
async function start({ instance, authorities, rounds }: Bench): Promise<Row[]> {
  const section = 'Start: ten JKS keystores, nothing to change'
  const ten = await manyKeystores(authorities, { count: 10, type: 'jks' })
  try {
    await instance.wipe()
    await ten.point(instance.front)
    await instance.order({})
    await run(step(ten, 'apply'))
    const contenders: Contender[] = [
      NOTHING,
      {
        name: 'first request',
        before: () => instance.order({}),
        job: step(ten, 'plan', { 'fail-on-changes': 'true' }),
        value: async ({ startedAt }) => (await instance.told()).firstAt - startedAt,
      },
      { name: 'plan', job: step(ten, 'plan', { 'fail-on-changes': 'true' }) },
      { name: 'verify', job: step(ten, 'verify', { 'fail-on-changes': 'true' }) },
    ]
    const values = await interleaved(contenders, 2 * rounds)
    const of = (name: string): number[] => values.get(name) ?? []
    const base = of('node -e 0')
    await instance.order({})
    await run(step(ten, 'plan'))
    const { requests } = await instance.told()
    return [
      timed(section, 'node -e 0', base),
      timed(section, 'first request', of('first request'), {
        against: against('node -e 0', of('first request'), base, { most: 3 }),
      }),
      timed(section, 'plan', of('plan'), {
        against: against('node -e 0', of('plan'), base, { most: 5 }),
        note: `${requests} requests`,
      }),
      timed(section, 'verify', of('verify'), { against: against('node -e 0', of('verify'), base) }),
    ]
  } finally {
    await ten.remove()
  }
}

/** A script by hand in a workplace; the environment is described in article.sh. */
const byHand = (script: string, workplace: Workplace, mode: KeyMode, url: string): Contender['job'] => ({
  command: 'bash',
  args: [`${REPOSITORY}bench/by-hand/${script}`],
  cwd: workplace.folder,
  env: { INSTANCE: url, WORK: workplace.folder, MODE: mode, PASSWORD, HOME: workplace.folder },
})

/** The first time of A to F, each side against the same instance, which is as on the first day before each run. */
async function work({ instance, authorities, rounds }: Bench): Promise<Row[]> {
  const rows: Row[] = []
  const settings = [
    { mode: 'loaded', delayMs: 0, goal: 3, title: 'Work: A to F, the keystore is there' },
    { mode: 'rsa-2048', delayMs: 0, goal: 6, title: 'Work: A to F, new RSA-2048 key' },
    { mode: 'ec-p256', delayMs: 0, goal: 10, title: 'Work: A to F, new EC P-256 key' },
    { mode: 'loaded', delayMs: 100, goal: 2, title: 'Work: A to F, the keystore is there, 100 ms added to each request' },
  ] as const
  for (const { mode, delayMs, goal, title } of settings) {
    const workplace = await wholeJob(authorities, mode)
    const url = delayMs === 0 ? instance.direct : instance.front
    const orders = delayMs === 0 ? {} : { delayMs }
    await workplace.point(url)
    const jobs = {
      'by hand (keytool, openssl, curl)': byHand('article.sh', workplace, mode, url),
      'expert (openssl, curl with keep-alive)': byHand('expert.sh', workplace, mode, url),
      'servicenow-mtls apply, all read back': step(workplace, 'apply', { confirm: 'dev' }),
    }
    const before = async (): Promise<void> => {
      await instance.wipe()
      await instance.order(orders)
    }
    const contenders = [NOTHING, ...Object.entries(jobs).map(([name, job]) => ({ name, job, before }))]
    const values = await interleaved(contenders, rounds)
    const counts = await requestsOf(instance, workplace, jobs, url, orders)
    const base = values.get('by hand (keytool, openssl, curl)') ?? []
    for (const [name, taken] of values) {
      if (name === NOTHING.name) {
        const trips = Math.max(...[...counts].map(([of, told]) => (of.startsWith('servicenow') ? told.rounds : 0)))
        const what = delayMs === 0 ? name : `floor: ${name} and ${trips} round trips`
        rows.push(timed(title, what, delayMs === 0 ? taken : taken.map((ms) => ms + trips * delayMs)))
        continue
      }
      const ours = name.startsWith('servicenow')
      const compared = ours ? { against: against('by hand', taken, base, { least: goal }) } : {}
      const { requests, rounds: trips } = counts.get(name) ?? { requests: 0, rounds: 0 }
      const note = `${requests} requests${delayMs === 0 ? '' : `, ${trips} round trips one after the other`}`
      rows.push(timed(title, name, taken, { ...compared, note }))
    }
    await workplace.remove()
  }
  return rows
}

/** Requests are counted in a run of their own, through the front. */
async function requestsOf(
  instance: LocalInstance,
  workplace: Workplace,
  jobs: Readonly<Record<string, Contender['job']>>,
  url: string,
  orders: Orders,
): Promise<Map<string, Pick<Told, 'requests' | 'rounds'>>> {
  await workplace.point(instance.front)
  const counts = new Map<string, Pick<Told, 'requests' | 'rounds'>>()
  for (const [name, job] of Object.entries(jobs)) {
    await instance.wipe()
    await instance.order(orders)
    await run({ ...job, env: { ...job.env, ...(job.env?.INSTANCE !== undefined && { INSTANCE: instance.front }) } })
    counts.set(name, await instance.told())
  }
  await workplace.point(url)
  return counts
}

const COUNTS = [1, 10, 100, 1000]
/** Of what memory may be taken at the most keystores, in MiB; and what each may take of the time that each of a tenth of them takes. */
const MOST_MEMORY = 256
const MOST_GROWTH = 1.2

/** What grows with the number of keystores: requests, time, memory. */
async function scale({ instance, authorities, most }: Bench, type: KeystoreType): Promise<Row[]> {
  const rows: Row[] = []
  const each = new Map<string, number>()
  for (const count of COUNTS.filter((one) => one <= most)) {
    const section = `Scale: ${count} ${type === 'jks' ? 'JKS' : 'PKCS#12'} ${count === 1 ? 'keystore' : 'keystores'}`
    process.stderr.write(`  ${section}\n`)
    const many = await manyKeystores(authorities, { count, type })
    await instance.wipe()
    await many.point(instance.front)
    const stages = [
      ['plan of the first time', 'plan'],
      ['first apply', 'apply'],
      ['apply, nothing to change', 'apply'],
      ['verify', 'verify'],
    ] as const
    for (const [what, command] of stages) {
      await instance.order({})
      const taken = await run(step(many, command, { confirm: 'dev' }), true)
      const { requests } = await instance.told()
      const peak = taken.peakMiB ?? 0
      const note = `${requests} requests, ${peak.toFixed(0)} MiB at most, ${(taken.ms / count).toFixed(1)} ms each`
      const before = each.get(what)
      each.set(what, taken.ms / count)
      const row: Row = { section, what, unit: 'ms', value: taken.ms, note }
      if (count < 1000 || before === undefined) {
        rows.push(row)
        continue
      }
      const growth = taken.ms / count / before
      const met = growth <= MOST_GROWTH
      rows.push(
        { ...row, against: { what: 'what each of 100 takes', times: growth, goal: `at most ${MOST_GROWTH}`, met } },
        {
          section,
          what: `${what}: memory`,
          unit: 'MiB',
          value: peak,
          against: { what: `${MOST_MEMORY} MiB`, times: peak / MOST_MEMORY, goal: 'at most 1', met: peak <= MOST_MEMORY },
        },
      )
    }
    await many.remove()
  }
  return rows
}

/** With 100 ms added to each request, more of them at the same time must show. */
async function parallel({ instance, authorities }: Bench): Promise<Row[]> {
  const section = 'Scale: first apply of 20 JKS keystores, 100 ms added to each request'
  const rows: Row[] = []
  const many = await manyKeystores(authorities, { count: 20, type: 'jks' })
  await many.point(instance.front)
  let alone: number | undefined
  for (const width of [1, 4, 16]) {
    await instance.wipe()
    await instance.order({ delayMs: 100 })
    const { ms } = await run(step(many, 'apply', { 'max-parallel': String(width) }))
    const { requests, parallel: most } = await instance.told()
    alone ??= ms
    const compared = width === 1 ? {} : { against: { what: 'max-parallel 1, times faster', times: alone / ms } }
    rows.push({
      section,
      what: `max-parallel ${width}`,
      unit: 'ms',
      value: ms,
      ...compared,
      note: `${requests} requests, ${most} at most at a time`,
    })
  }
  await many.remove()
  return rows
}

/** What the rate limit of an instance costs, against the least that it can cost. */
async function polite({ instance, authorities }: Bench): Promise<Row[]> {
  const section = 'Politeness: 20 requests, then 429 and Retry-After of 2 seconds; first apply of 20 JKS keystores'
  const limit = { requests: 20, seconds: 2 }
  const many = await manyKeystores(authorities, { count: 20, type: 'jks' })
  await many.point(instance.front)
  await instance.wipe()
  await instance.order({ limit })
  const { ms } = await run(step(many, 'apply'))
  const { requests, refused, forbidden } = await instance.told()
  await many.remove()
  const windows = Math.ceil((requests - refused) / limit.requests)
  const floor = (windows - 1) * limit.seconds * 1000
  const times = ms / floor
  return [
    {
      section,
      what: 'least that the limit allows',
      unit: 'ms',
      value: floor,
      note: `${requests - refused} requests in ${windows} windows`,
    },
    {
      section,
      what: 'servicenow-mtls apply',
      unit: 'ms',
      value: ms,
      against: { what: 'the least', times, goal: 'at most 1.5', met: times <= 1.5 && forbidden === 0 },
      note: `${refused} refused, ${forbidden} sent in the forbidden time`,
    },
  ]
}

/** A JKS of a thousand entries, listed. */
async function listing({ authorities, rounds }: Bench): Promise<Row[]> {
  const section = 'inspect: a JKS of 1,000 entries'
  const { folder, file, remove } = await thousandEntries(authorities)
  const job: Contender['job'] = {
    ...node(BUNDLE, 'inspect', file, '--password-env', 'KEYSTORE_PASSWORD', '--json'),
    cwd: folder,
    env: { KEYSTORE_PASSWORD: PASSWORD },
  }
  const keytool: Contender['job'] = {
    command: 'keytool',
    args: ['-list', '-keystore', file, '-storepass', PASSWORD],
    cwd: folder,
  }
  const values = await interleaved([NOTHING, { name: 'inspect', job }, { name: 'keytool -list', job: keytool }], rounds)
  await remove()
  const base = values.get('node -e 0') ?? []
  return [...values].map(([name, taken]) =>
    timed(
      section,
      name,
      taken,
      name === 'node -e 0' ? {} : { against: against('node -e 0', taken, base, name === 'inspect' ? { most: 3 } : undefined) },
    ),
  )
}

const MOST_NAMED = 6

/** The packages with most bytes of source, in kB. */
function largest(packages: ReadonlyMap<string, number>): string {
  const sorted = [...packages].sort(([, a], [, b]) => b - a)
  const named = sorted.slice(0, MOST_NAMED).map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(0)}`)
  const more = sorted.length - named.length
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

/** What the bundle weighs, file by file and package by package. */
async function size(): Promise<Row[]> {
  const section = 'Size of the bundle, not minified'
  return (await sizes()).map(({ file, bytes, packages }) => ({
    section,
    what: file === 'index.js' ? 'index.js, the entry' : file,
    unit: 'kB',
    value: bytes / 1000,
    ...(file === 'index.js' && {
      against: { what: 'of 1,500 kB', times: bytes / 1_500_000, goal: 'at most 1', met: bytes < 1_500_000 },
    }),
    note: largest(packages),
  }))
}

export const SECTIONS: Readonly<Record<string, (bench: Bench) => Promise<Row[]>>> = {
  start,
  work,
  listing,
  parallel,
  polite,
  size,
  'scale-jks': (bench) => scale(bench, 'jks'),
  'scale-pkcs12': (bench) => scale(bench, 'pkcs12'),
}
