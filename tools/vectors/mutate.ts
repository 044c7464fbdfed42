import { readOne } from '../../src/der/reader.ts'
import { CodedError } from '../../src/errors.ts'
import { Budget } from '../../src/keystore/bounds.ts'
import { canonicalKeystore } from '../../src/keystore/canonical.ts'
import { tellFormat } from '../../src/keystore/format.ts'
import { inspectKeystore } from '../../src/keystore/inspect.ts'
import { jksDigest, protectKey } from '../../src/keystore/jks-protection.ts'
import { readRecords } from '../../src/keystore/jks-records.ts'
import { readPfx, readSafes } from '../../src/keystore/pkcs12-bags.ts'
import { passwordForms } from '../../src/keystore/pkcs12-derivation.ts'
import { readMac } from '../../src/keystore/pkcs12-mac.ts'
import type { Keystore } from '../../src/keystore/read.ts'
import { readKeystore } from '../../src/keystore/read.ts'
import { SecretValue } from '../../src/redact.ts'
import * as parts from './pkcs12-parts.ts'
import { random, type Random } from './random.ts'
import type { Vector } from './vector.ts'
import { readVectors } from './vector.ts'

/** How far a mutation got, each layer behind the one before. */
export const LAYERS = ['nothing', 'format', 'structure', 'integrity', 'safes', 'entries', 'key'] as const
export type Layer = (typeof LAYERS)[number]

/** What a mutation changes: the file as it lies there, what its MAC or digest covers, or what lies within its bags. */
export const MODES = ['file', 'content', 'within'] as const
export type Mode = (typeof MODES)[number]

export interface Mutation {
  readonly vector: Vector
  readonly mode: Mode
  readonly bytes: Buffer
  readonly password: SecretValue
}

/** A sample: its password, and what can be put into keystores that are made of it. */
interface Sample {
  readonly vector: Vector
  readonly bytes: Buffer
  readonly password: SecretValue
  readonly keystore: Keystore
}

/** Vectors of few iterations, so that a mutation is read in no time. */
export async function samples(): Promise<Sample[]> {
  const vectors = [...readVectors('openssl'), ...readVectors('keytool')]
  const quick = vectors.filter(({ refused, name }) => refused === undefined && !/as (openssl|keytool) has it|legacy/i.test(name))
  return Promise.all(
    quick.map(async (vector) => {
      const bytes = Buffer.from(vector.bytes, 'base64')
      const password = new SecretValue(vector.password, 'the password of a vector')
      return { vector, bytes, password, keystore: await readKeystore(bytes, { store: password }) }
    }),
  )
}

/** The same number gives the same mutation. Half of them are of the file itself; in the others MAC or digest is made right again. */
export function mutation(all: readonly Sample[], seed: number): Mutation {
  const chance = random(seed)
  const { vector, bytes, password, keystore } = chance.pick(all)
  const mode: Mode = chance.chance(0.5) ? 'file' : chance.chance(0.5) ? 'content' : 'within'
  const change = (content: Buffer): Buffer => mutated(content, chance)
  return { vector, mode, password, bytes: changed(mode, bytes, password, keystore, change, chance) }
}

function changed(
  mode: Mode,
  bytes: Buffer,
  password: SecretValue,
  keystore: Keystore,
  change: (content: Buffer) => Buffer,
  chance: Random,
): Buffer {
  if (mode === 'file') return change(bytes)
  if (keystore.type === 'jks') {
    const body = mode === 'content' ? change(readRecords(bytes).body) : withinJks(bytes, password, keystore, change)
    return Buffer.concat([body, jksDigest(password, body)])
  }
  const wide = parts.wide(password.text())
  if (mode === 'content') return parts.withContent(bytes, wide, change)
  const id = Buffer.from('id')
  const maybe = (content: Buffer): Buffer => (chance.chance(0.5) ? change(content) : content)
  const bags = keystore.entries.flatMap((entry) => {
    const certificates = entry.kind === 'private-key' ? entry.chain : [entry.certificate]
    const marks = { friendlyName: entry.alias, localKeyId: id, trusted: entry.kind === 'trusted-certificate' }
    const key = entry.kind === 'private-key' && entry.key ? [parts.shroudedKeyBag(maybe(entry.key.pkcs8), wide, marks)] : []
    return [...key, ...certificates.map(({ der }) => parts.certificateBag(maybe(der), marks))]
  })
  const safe = chance.chance(0.5) ? parts.plainSafe(bags) : parts.encryptedSafe(bags, wide)
  return parts.pfx([chance.chance(0.2) ? change(safe) : safe], wide)
}

/** The body with its first key changed before it is protected; with its last bytes changed where there is none. */
function withinJks(bytes: Buffer, password: SecretValue, keystore: Keystore, change: (content: Buffer) => Buffer): Buffer {
  const { body, records } = readRecords(bytes)
  const key = keystore.entries.find((entry) => entry.kind === 'private-key')?.key
  const record = records.find((candidate) => candidate.key !== undefined)
  if (key === undefined || record?.key === undefined) return change(body)
  const at = body.indexOf(record.key)
  const sealed = protectKey(change(key.pkcs8), password, Buffer.alloc(20, 7))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(sealed.length)
  return Buffer.concat([body.subarray(0, at - 4), length, sealed, body.subarray(at + record.key.length)])
}

const ODD_BYTES = [0x00, 0x01, 0x02, 0x04, 0x06, 0x24, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xa0, 0xff] as const

/** One to four changes: a bit, a byte; in half of the cases also bytes taken away, doubled or put elsewhere, an end cut off. */
function mutated(bytes: Buffer, chance: Random): Buffer {
  let result = Buffer.from(bytes)
  const kept = chance.chance(0.5)
  for (let left = 1 + chance.below(4); left > 0; left--) {
    const at = chance.below(result.length + 1)
    const some = Math.min(1 + chance.below(chance.chance(0.5) ? 4 : 64), result.length - at)
    const [before, middle, after] = [result.subarray(0, at), result.subarray(at, at + some), result.subarray(at + some)]
    const kinds = [
      () => Buffer.from(result.map((byte, index) => (index === at ? byte ^ (1 << chance.below(8)) : byte))),
      () => Buffer.from(result.map((byte, index) => (index === at ? chance.pick(ODD_BYTES) : byte))),
      () => Buffer.from(result.map((byte, index) => (index === at ? chance.below(256) : byte))),
      () => Buffer.concat([before, after]),
      () => Buffer.concat([before, middle, middle, after]),
      () => Buffer.concat([before, Buffer.from([chance.pick(ODD_BYTES)]), middle, after]),
      () => Buffer.concat([after, before, middle]),
      () => (chance.chance(0.2) ? before : Buffer.concat([before, Buffer.alloc(some, chance.pick(ODD_BYTES)), after])),
    ]
    result = chance.pick(kept ? kinds.slice(0, 3) : kinds)()
  }
  return result
}

export interface Outcome {
  readonly layer: Layer
  /** `read`, or the code with which it was refused. */
  readonly result: string
}

/** Reads a mutation, and uses what was read. Anything but a keystore or a coded error of the keystore is thrown: it is a fault. */
export async function outcomeOf({ bytes, password }: Mutation): Promise<Outcome> {
  let result: string
  let opened = false
  try {
    const keystore = await readKeystore(bytes, { store: password })
    result = 'read'
    const keys = [...keystore.entries, ...keystore.unlisted.keys].filter((entry) => entry.kind === 'private-key')
    opened = keys.some((entry) => entry.key !== undefined)
    await use(keystore, bytes, password)
  } catch (error) {
    if (!(error instanceof CodedError) || !error.code.startsWith('keystore.')) throw error
    result = error.code
  }
  if (result === 'read') return { layer: opened ? 'key' : 'entries', result }
  return { layer: await layerOf(bytes, password), result }
}

/** What is done with a keystore that could be read: it is inspected, and made as it shall be stored where it can be. */
async function use(loaded: Keystore, bytes: Buffer, password: SecretValue): Promise<void> {
  await inspectKeystore(bytes, { store: password }, NOW)
  try {
    const wish = { type: 'jks', alias: 'acme', password: WISHED } as const
    await canonicalKeystore({ loaded, bytes }, wish)
  } catch (error) {
    if (!(error instanceof CodedError) || error.code === 'internal') throw error
  }
}

const NOW = new Date('2026-06-01T00:00:00Z')
const WISHED = new SecretValue('a password of a mutation', 'the password that is wished for')

/** How far a file gets that is refused in the end. */
async function layerOf(bytes: Buffer, password: SecretValue): Promise<Layer> {
  let reached: Layer = 'nothing'
  try {
    const type = tellFormat(bytes)
    reached = 'format'
    if (type === 'jks') {
      const { body, digest } = readRecords(bytes)
      reached = 'structure'
      if (jksDigest(password, body).equals(digest)) reached = 'integrity'
      return reached
    }
    const { content, mac } = readPfx(readOne(bytes, { ber: true }))
    if (mac === undefined) return reached
    const read = readMac(mac)
    reached = 'structure'
    const budget = new Budget()
    const forms = await read.verify(content, passwordForms(password), budget)
    if (forms === undefined) return reached
    reached = 'integrity'
    await readSafes(content, [forms], budget)
    return 'safes'
  } catch {
    return reached
  }
}
