import { CodedError, type ErrorCode } from '../errors.ts'
import { isOfSpec, parseMark, type Identity } from '../plan/mark.ts'
import { generationOf } from '../plan/names.ts'
import type { Observed } from '../plan/observed.ts'
import type { Attachment, CertificateTypes, Condition, InstanceReader, Method, Reference, Row, SysId } from '../plan/ports.ts'
import { MESSAGE_KINDS, type MessageKind, type Spec } from '../spec/model.ts'
import { peopleOf } from '../spec/notify.ts'

/** What keeps one attachment from being read, and says nothing of the rest. */
export const DENIED: readonly ErrorCode[] = [
  'instance.forbidden',
  'instance.refused',
  'record.changed',
  'record.missing',
  'instance.rows-hidden',
]

/** What a narrower question may do without. */
const TOO_WIDE: readonly ErrorCode[] = ['instance.rows-hidden', 'instance.too-large']

/** Names in the spec of what must not be there. */
export const absentNames = (spec: Spec, section: string): string[] =>
  spec.absent.filter((item) => item.section === section).map(({ name }) => name)

/**
 * All keystores there are, the trusted certificates of the spec's names, and everything whose name is that of a generation: more
 * than is needed, in few requests. Where some of that is hidden from the account, exactly what is needed is asked for.
 */
export async function findCertificates(instance: InstanceReader, spec: Spec, types: CertificateTypes): Promise<Row[]> {
  const keystores = [...spec.keystores.keys(), ...spec.existing.keys(), ...absentNames(spec, 'keystores')]
  const trusted = [...spec.trustedCertificates.keys(), ...absentNames(spec, 'trusted-certificates')]
  const ofType = [types.jks, types.pkcs12].map((value): Condition => ({ column: 'type', operator: '=', value }))
  const named = trusted.map((value): Condition => ({ column: 'name', operator: '=', value }))
  const generations = [' (new ', ' (until '].map((value): Condition => ({ column: 'name', operator: 'LIKE', value }))
  const exactly = [...keystores, ...trusted].flatMap((value): Condition[] => [
    { column: 'name', operator: '=', value },
    { column: 'name', operator: 'STARTSWITH', value: `${value} (` },
  ])
  if (exactly.length === 0) return []
  return narrowing(
    () => {
      const wide = [...(keystores.length > 0 ? ofType : []), ...(trusted.length > 0 ? generations : []), ...named]
      return instance.find('certificate', wide)
    },
    () => instance.find('certificate', exactly),
  )
}

/** The attachments of all certificates; where some are hidden, those of the records at hand. */
export async function findAttachments(instance: InstanceReader, rows: Promise<readonly Row[]>): Promise<Observed['attachments']> {
  const found = await narrowing(
    () => instance.attachments(),
    async () => instance.attachments((await rows).map(({ sysId }) => sysId)),
  )
  const byRecord = new Map(found.map(({ recordId }) => [recordId, [] as Attachment[]]))
  for (const attachment of found) byRecord.get(attachment.recordId)?.push(attachment)
  return byRecord
}

/** A record may have been made whole between the two questions: an active one without exactly one attachment is asked for again. */
export async function lookedAgain(
  instance: InstanceReader,
  spec: Spec,
  rows: readonly Row[],
  attachments: Observed['attachments'],
): Promise<Observed['attachments']> {
  const names = [...spec.keystores.keys(), ...spec.trustedCertificates.keys()]
  const isOdd = ({ sysId, columns: { name = '', active, pem } }: Row): boolean =>
    active === 'true' && pem === '' && attachments.get(sysId)?.length !== 1 && names.some((known) => generationOf(known, name))
  const odd = rows.filter(isOdd)
  if (odd.length === 0) return attachments
  const found = await instance.attachments(odd.map(({ sysId }) => sysId))
  const again = odd.map(({ sysId }) => [sysId, found.filter(({ recordId }) => recordId === sysId)] as const)
  return new Map([...attachments, ...again])
}

/** What a wide question brings, or where rows are hidden from it what a narrow one does. */
async function narrowing<T>(wide: () => Promise<T>, narrow: () => Promise<T>): Promise<T> {
  try {
    return await wide()
  } catch (error) {
    if (error instanceof CodedError && TOO_WIDE.includes(error.code)) return narrow()
    throw error
  }
}

/** Records that bear the mark of this spec and were not found by their names. */
export async function findUnlisted(
  instance: InstanceReader,
  identity: Identity,
  rows: readonly Row[],
  attachments: Observed['attachments'],
): Promise<Row[]> {
  const known = new Set(rows.map(({ sysId }) => sysId))
  const unknown = [...attachments].filter(
    ([sysId, files]) => !known.has(sysId) && files.some(({ fileName }) => isOfSpec(parseMark(fileName), identity)),
  )
  const conditions = unknown.map(([value]): Condition => ({ column: 'sys-id', operator: '=', value }))
  if (conditions.length === 0) return []
  // They are only listed: what the account may not see of them is no reason to stop.
  return instance.find('certificate', conditions).catch((error: unknown) => {
    if (error instanceof CodedError && DENIED.includes(error.code)) return []
    throw error
  })
}

/** All of them, where any record may refer to one. */
export const findProfiles = async (instance: InstanceReader, { keystores, protocolProfiles, absent }: Spec): Promise<Row[]> =>
  keystores.size > 0 || protocolProfiles.size > 0 || absent.length > 0 ? instance.find('protocol-profile', []) : []

export function absentProfiles(spec: Spec, profiles: readonly Row[]): SysId[] {
  const names = new Set(absentNames(spec, 'protocol-profiles'))
  return profiles.filter(({ columns }) => names.has(columns.name ?? '')).map(({ sysId }) => sysId)
}

export async function findMessages(instance: InstanceReader, spec: Spec): Promise<Observed['messages']> {
  const found = await Promise.all(MESSAGE_KINDS.map(async (kind) => [kind, await findKind(instance, spec, kind)] as const))
  return Object.fromEntries(found) as Record<MessageKind, Row[]>
}

const messageNames = (spec: Spec, kind: MessageKind): string[] =>
  spec.messages.filter((message) => message.kind === kind).map(({ name }) => name)

/** The methods of the messages that the spec names, those that must not be there too. */
export async function findMethods(instance: InstanceReader, spec: Spec): Promise<Method[]> {
  const found = (['rest-message', 'soap-message'] as const).map((kind) => {
    const names = [...new Set([...messageNames(spec, kind), ...absentNames(spec, `${kind}s`)])]
    return names.length === 0 ? Promise.resolve([]) : instance.methods(kind, names)
  })
  return (await Promise.all(found)).flat()
}

async function findKind(instance: InstanceReader, spec: Spec, kind: MessageKind): Promise<Row[]> {
  const named = messageNames(spec, kind)
  const names = new Set([...named, ...absentNames(spec, `${kind}s`)])
  return names.size === 0 || (kind === 'connection' && (await instance.facts()).unavailable[kind] !== undefined)
    ? []
    : instance.find(
        kind,
        [...names].map((value) => ({ column: 'name', operator: '=', value })),
      )
}

export async function findPeople(instance: InstanceReader, spec: Spec): Promise<Observed['people']> {
  const names = peopleOf(spec)
  return names.length === 0 ? new Map() : instance.people(names)
}

/** What else refers to these records. */
export async function referencesTo(
  instance: InstanceReader,
  certificates: readonly SysId[],
  profiles: readonly SysId[],
): Promise<Map<SysId, Reference[]>> {
  const ask = (kind: 'certificate' | 'protocol-profile', ids: readonly SysId[]): Promise<Map<SysId, Reference[]>> =>
    ids.length === 0 ? Promise.resolve(new Map<SysId, Reference[]>()) : instance.referenced(kind, ids)
  const [toCertificates, toProfiles] = await Promise.all([ask('certificate', certificates), ask('protocol-profile', profiles)])
  return new Map([...toCertificates, ...toProfiles])
}
