import { CodedError, toCoded, type ErrorCode } from '../errors.ts'
import { tellFormat } from '../keystore/format.ts'
import { byRecord, kindOf, rowsOf, type Inventory, type Told } from '../plan/health.ts'
import { parseMark } from '../plan/mark.ts'
import type { Attachment, InstanceReader, ItemKind, Row, SysId } from '../plan/ports.ts'
import { endOf, formatOf } from '../wanted/existing.ts'

/** What says that the account may not have a table, and not that the instance cannot be worked with at all. */
const REFUSALS: readonly ErrorCode[] = [
  'instance.forbidden',
  'instance.refused',
  'instance.rows-hidden',
  'instance.column-dropped',
  'instance.too-large',
  'record.changed',
  'record.unclear',
]

async function told<T>(ask: () => Promise<readonly T[]>): Promise<Told<T>> {
  try {
    return { rows: await ask() }
  } catch (error) {
    if (!(error instanceof CodedError) || !REFUSALS.includes(error.code)) throw error
    return { refused: error.toFinding() }
  }
}

/** A certificate is never larger. */
const MAX_CERTIFICATE = 256 * 1024
/** A keystore of one partner is never larger. */
const MAX_KEYSTORE = 1024 * 1024
const AT_ONCE = 4

/**
 * Asks an instance for all that it has of certificates, profiles and what uses them, as far as the account may see it.
 * @param look which files of trusted certificates are read: all, or those of which the instance tells no date
 */
export async function takeInventory(instance: InstanceReader, look: 'all files' | 'undated files'): Promise<Inventory> {
  // One request alone first: wrong credentials are told once.
  await instance.certificateTypes()
  const all = (kind: ItemKind): Promise<Told<Row>> => told(() => instance.find(kind, []))
  const [facts, advice, certificate, profile, rest, soap, connection, provider, attachments] = await Promise.all([
    instance.facts(),
    instance.advice(),
    all('certificate'),
    all('protocol-profile'),
    all('rest-message'),
    all('soap-message'),
    all('connection'),
    all('oauth-provider'),
    told(() => instance.attachments()),
  ])
  const methods = await Promise.all([instance.methods('rest-message'), instance.methods('soap-message')])
  const inventory: Inventory = {
    facts,
    advice,
    records: {
      certificate,
      'protocol-profile': profile,
      'rest-message': rest,
      'soap-message': soap,
      connection,
      'oauth-provider': provider,
    },
    attachments,
    methods: methods.flat(),
    attached: new Map(),
    ends: new Map(),
    formats: new Map(),
  }
  const undated = (sysId: SysId): boolean => (advice.expiries.get(sysId) ?? '') === ''
  const [attached, shown] = await Promise.all([
    readAttached(instance, inventory, look === 'all files' ? () => true : undated),
    look === 'all files' ? new Map<SysId, Shown>() : readKeystores(instance, inventory, undated),
  ])
  const ends = new Map([...shown].map(([sysId, { end }]) => [sysId, end]))
  const formats = new Map([...shown].flatMap(([sysId, { format }]) => (format === undefined ? [] : [[sysId, format]])))
  return { ...inventory, attached, ends, formats }
}

/** Trusted certificates that are attached and not pasted; one that cannot be read is left out. */
function readAttached(
  instance: InstanceReader,
  inventory: Inventory,
  isWanted: (sysId: SysId) => boolean,
): Promise<Map<SysId, Buffer>> {
  const isAttached = (row: Row): boolean =>
    kindOf(row, inventory.facts.certificateTypes) === 'trusted' && (row.columns.pem ?? '') === '' && isWanted(row.sysId)
  return readFiles(instance, inventory, { most: MAX_CERTIFICATE, isWanted: isAttached, read: (content) => content })
}

interface Shown {
  /** When its certificate ends, or why it is no keystore; undefined where it does not show it. */
  readonly end: Date | string | undefined
  readonly format?: ReturnType<typeof formatOf>
}

/** What keystores show that people made, as far as they do without their passwords. */
function readKeystores(
  instance: InstanceReader,
  inventory: Inventory,
  isWanted: (sysId: SysId) => boolean,
): Promise<Map<SysId, Shown>> {
  const isUndated = (row: Row, { fileName }: Attachment): boolean =>
    kindOf(row, inventory.facts.certificateTypes) === 'keystore' && parseMark(fileName) === undefined && isWanted(row.sysId)
  const read = async (content: Buffer): Promise<Shown> => ({
    end: noKeystore(content) ?? (await endOf(content)),
    format: formatOf(content),
  })
  return readFiles(instance, inventory, { most: MAX_KEYSTORE, isWanted: isUndated, read })
}

/** Why a file is no keystore at all, whatever its password. */
function noKeystore(content: Buffer): string | undefined {
  try {
    tellFormat(content)
    return undefined
  } catch (error) {
    return toCoded(error).message
  }
}

interface Reading<T> {
  /** Octets; larger files are left out. */
  readonly most: number
  readonly isWanted: (row: Row, file: Attachment) => boolean
  /** What is kept of a file. */
  readonly read: (content: Buffer) => T | Promise<T>
}

/** The files of active records that have exactly one; one that cannot be read is left out. A few are in memory at a time. */
async function readFiles<T>(
  instance: InstanceReader,
  inventory: Inventory,
  { most, isWanted, read }: Reading<T>,
): Promise<Map<SysId, T>> {
  const attachments = byRecord(inventory.attachments)
  const wanted = rowsOf(inventory.records.certificate).flatMap((row) => {
    const [file, second] = attachments.get(row.sysId) ?? []
    if (row.columns.active !== 'true' || file === undefined || second !== undefined || file.size > most) return []
    return isWanted(row, file) ? [{ sysId: row.sysId, attachment: file.sysId }] : []
  })
  const found = new Map<SysId, T>()
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const part = wanted.slice(at, at + AT_ONCE)
    const reading = part.map(async ({ sysId, attachment }) => {
      const content = await told(async () => [await instance.download(attachment, most)])
      for (const bytes of rowsOf(content)) found.set(sysId, await read(bytes))
    })
    await Promise.all(reading)
  }
  return found
}
