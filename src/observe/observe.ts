import { CodedError, type ErrorCode } from '../errors.ts'
import {
  familyOf,
  isLive,
  likeness,
  toAskReferencesOf,
  type CertificateKind,
  type Member,
  type WantedContent,
} from '../plan/family.ts'
import { isOfSpec, parseMark, type Identity } from '../plan/mark.ts'
import { isNamed } from '../plan/issued.ts'
import { generationOf, type Generation } from '../plan/names.ts'
import type { Expectation, Observed, OpenedContent } from '../plan/observed.ts'
import type {
  Attachment,
  CertificateTypes,
  Condition,
  InstanceFacts,
  InstanceReader,
  Method,
  RecordKind,
  Reference,
  Row,
  SysId,
} from '../plan/ports.ts'
import { MESSAGE_KINDS, type MessageKind, type Spec } from '../spec/model.ts'
import { peopleOf } from '../spec/notify.ts'

/** A keystore or certificate larger than this is none of ours. */
const MAX_CONTENT = 4 * 1024 * 1024
/** What keeps one attachment from being read, and says nothing of the rest. */
const DENIED: readonly ErrorCode[] = [
  'instance.forbidden',
  'instance.refused',
  'record.changed',
  'record.missing',
  'instance.rows-hidden',
]

/** What a narrower question may do without. */
const TOO_WIDE: readonly ErrorCode[] = ['instance.rows-hidden', 'instance.too-large']

/** The records of one item, with what is wanted of them. */
interface Family {
  readonly expectation: Expectation
  readonly wanted: WantedContent
  readonly family: readonly Member[]
}

export interface Looking {
  /** Builds what is wanted, while the answers are on their way; called once, when the instance has answered at all. */
  readonly expectations: () => Promise<readonly Expectation[]>
  /** Makes marks comparable once the instance has told its name. */
  readonly identify: (facts: InstanceFacts) => Identity
  /** Whether methods of messages are asked for with the rest; else they are taken to have none (`findMethods` asks for them by itself). */
  readonly methods: boolean
  /** Of which records it has to be known what else refers to them; a rollback makes the current ones step aside. */
  readonly ask: 'what may step aside' | 'everything'
  /** Keystores of which no old generation is kept, or `all`: what is taken away is looked at, so that it can be revoked. */
  readonly purged: readonly string[]
  /** What a keystore shows that is used as it is, whose password nobody here knows. */
  readonly existing: (content: Buffer) => Promise<OpenedContent>
}

/**
 * Gathers everything that the plan has to know of the instance, once: the tables side by side, then what only a look into a
 * content or at references can tell. The number of requests does not grow with the records that bear a mark, but for pages.
 *
 * @throws CodedError when an answer cannot be believed; never returns half of what is there.
 */
export async function observe(instance: InstanceReader, spec: Spec, looking: Looking): Promise<Observed> {
  const { identify } = looking
  const types = instance.certificateTypes()
  if (instance.asksAlone) await types
  const found = types.then((known) => findCertificates(instance, spec, known))
  const [facts, rows, attachments, profiles, messages, methods, expected, people] = await Promise.all([
    instance.facts(),
    found,
    findAttachments(instance, found),
    speaksOfProfiles(spec) ? instance.find('protocol-profile', []) : [],
    findAllMessages(instance, spec),
    looking.methods ? findMethods(instance, spec) : [],
    looking.expectations(),
    findPeople(instance, spec),
  ]).catch(async (error: unknown) => {
    // Of several refusals those of the first questions are told, whichever came first.
    await found
    throw error
  })
  const identity = identify(facts)
  const certificates = [...rows, ...(await findUnlisted(instance, identity, rows, attachments))]
  const stored = { facts, certificates, attachments: await lookedAgain(instance, spec, rows, attachments) }
  const families = expected.map((expectation): Family => ({
    expectation,
    wanted: {
      sha256: expectation.sha256,
      size: expectation.size,
      type: facts.certificateTypes[expectation.type],
      secret: expectation.kind === 'keystore',
    },
    family: familyOf(stored, identity, expectation.kind, expectation.name),
  }))
  const opened = new Map<SysId, OpenedContent>()
  const purges = ({ kind, name }: Expectation): boolean => kind === 'keystore' && isNamed(looking.purged, name)
  const openWhere = async (isWanted: (member: Member, family: Family) => boolean): Promise<void> => {
    const toOpen = families.flatMap((one) =>
      one.family.filter((member) => !opened.has(member.row.sysId) && isWanted(member, one)).map((member) => ({ ...one, member })),
    )
    await Promise.all(
      toOpen.map(async ({ expectation, member }) => {
        const compare = purges(expectation) ? showing(expectation, looking) : expectation.compare
        opened.set(member.row.sysId, await open(instance, { compare }, member))
      }),
    )
  }
  const removed = absentMembers(spec, (kind, name) => familyOf(stored, identity, kind, name)).map(({ row }) => row.sysId)
  const references = (certificates: readonly SysId[]): Promise<Map<SysId, Reference[]>> =>
    referencesTo(instance, [...certificates, ...removed], absentProfiles(spec, profiles))
  const mayStepAside = (): SysId[] =>
    families.flatMap(({ expectation, wanted, family }) =>
      looking.ask === 'everything'
        ? family.map(({ row }) => row.sysId)
        : toAskReferencesOf(family, wanted, opened, purges(expectation) ? 0 : expectation.keep),
    )
  const isToBeOpened = (member: Member, { wanted, family, expectation }: Family): boolean =>
    mustBeOpened(member, wanted, family, { ...looking, ...expectation })
  // Where what is opened does not tell which may step aside, both are asked at the same time.
  const isClear = (one: Family): boolean =>
    looking.ask === 'everything' || one.wanted.sha256 === '' || !one.family.some((member) => isToBeOpened(member, one))
  const asked = families.every(isClear) ? references(mayStepAside()) : undefined
  // Told where it is awaited, and not by itself.
  asked?.catch(() => undefined)
  await openWhere(isToBeOpened)
  await openWhere(
    (member, { expectation, wanted }) =>
      (expectation.seeks?.() === true && isOwn(member, 'retired')) || (purges(expectation) && isGivenUp(member, wanted)),
  )
  const asTheyAre = existingMembers(spec, (name) => familyOf(stored, identity, 'keystore', name))
  await Promise.all(
    asTheyAre.map(async (member) => opened.set(member.row.sysId, await open(instance, { compare: looking.existing }, member))),
  )
  const describe = (kind: RecordKind): ReturnType<InstanceReader['describe']> => instance.describe(kind)
  return {
    ...stored,
    opened,
    profiles,
    messages,
    methods,
    people,
    references: await (asked ?? references(mayStepAside())),
    tables: {
      certificate: describe('certificate'),
      'protocol-profile': describe('protocol-profile'),
      'rest-message': describe('rest-message'),
      'soap-message': describe('soap-message'),
      connection: describe('connection'),
      'oauth-provider': describe('oauth-provider'),
      'rest-method': describe('rest-method'),
      'soap-function': describe('soap-function'),
    },
  }
}

/**
 * What neither mark nor hash tells. Where a content was rolled back, or waits for its handover, what is in use instead is looked at,
 * too: its certificate is the one that counts. A rollback shows to which one it returns.
 */
function mustBeOpened(
  member: Member,
  wanted: WantedContent,
  family: readonly Member[],
  { ask, waits }: Pick<Looking, 'ask'> & Pick<Expectation, 'waits'>,
): boolean {
  const returns = ask === 'everything' && wanted.secret && member.whose === 'ours' && member.attachments.length === 1
  if (returns && (isOwn(member, 'retired') || isOwn(member, 'in use'))) return true
  if (wanted.sha256 === '') return isWorthOpening(member)
  const looked = isLive(member) || member.generation.is === 'rolled back'
  if (looked && likeness(member, wanted) === 'open') return true
  const returned = family.some((other) => other.generation.is === 'rolled back' && likeness(other, wanted) !== 'different')
  const stays = returned || ((returns || waits === true) && likeness(member, wanted) === 'different')
  return stays && wanted.secret && member.active && member.generation.is === 'current'
}

/** What a purge replaces or takes away, and who else may have its key. */
function isGivenUp(member: Member, wanted: WantedContent): boolean {
  if (wanted.sha256 === '') return isOwn(member, 'retired') || isOwn(member, 'in use')
  return member.whose !== 'other-instance' && member.attachments.length === 1 && likeness(member, wanted) !== 'same'
}

/** Of what does not open with the password of the spec, the certificate that it shows all the same. */
const showing =
  ({ compare }: Expectation, { existing }: Pick<Looking, 'existing'>): Expectation['compare'] =>
  async (content) => {
    const found = await compare(content)
    if (found.kind !== 'unreadable') return found
    const shown = await existing(content)
    return shown.kind === 'different' && shown.leaf !== undefined ? { ...found, leaf: shown.leaf } : found
  }

const isOwn = ({ generation, whose, attachments }: Member, is: Generation['is']): boolean =>
  generation.is === is && whose === 'ours' && attachments.length === 1

async function findPeople(instance: InstanceReader, spec: Spec): Promise<Observed['people']> {
  const names = peopleOf(spec)
  return names.length === 0 ? new Map() : instance.people(names)
}

const speaksOfProfiles = ({ keystores, protocolProfiles, absent }: Spec): boolean =>
  keystores.size > 0 || protocolProfiles.size > 0 || absent.length > 0

const absentNames = (spec: Spec, section: string): string[] =>
  spec.absent.filter((item) => item.section === section).map(({ name }) => name)

const absentMembers = (spec: Spec, family: (kind: CertificateKind, name: string) => Member[]): Member[] => [
  ...absentNames(spec, 'keystores').flatMap((name) => family('keystore', name)),
  ...absentNames(spec, 'trusted-certificates').flatMap((name) => family('trusted-certificate', name)),
]

const existingMembers = (spec: Spec, family: (name: string) => Member[]): Member[] =>
  [...spec.existing.keys()].flatMap((name) =>
    family(name).filter(
      ({ active, generation, attachments }) => active && generation.is === 'current' && attachments.length === 1,
    ),
  )

function absentProfiles(spec: Spec, profiles: readonly Row[]): SysId[] {
  const names = new Set(absentNames(spec, 'protocol-profiles'))
  return profiles.filter(({ columns }) => names.has(columns.name ?? '')).map(({ sysId }) => sysId)
}

/**
 * All keystores there are, the trusted certificates of the spec's names, and everything whose name is that of a generation: more
 * than is needed, in few requests. Where some of that is hidden from the account, exactly what is needed is asked for.
 */
async function findCertificates(instance: InstanceReader, spec: Spec, types: CertificateTypes): Promise<Row[]> {
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
async function findAttachments(instance: InstanceReader, rows: Promise<readonly Row[]>): Promise<Observed['attachments']> {
  const found = await narrowing(
    () => instance.attachments(),
    async () => instance.attachments((await rows).map(({ sysId }) => sysId)),
  )
  const byRecord = new Map(found.map(({ recordId }) => [recordId, [] as Attachment[]]))
  for (const attachment of found) byRecord.get(attachment.recordId)?.push(attachment)
  return byRecord
}

/** A record may have been made whole between the two questions: an active one without exactly one attachment is asked for again. */
async function lookedAgain(
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
async function findUnlisted(
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

async function findAllMessages(instance: InstanceReader, spec: Spec): Promise<Observed['messages']> {
  const found = await Promise.all(MESSAGE_KINDS.map(async (kind) => [kind, await findMessages(instance, spec, kind)] as const))
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

async function findMessages(instance: InstanceReader, spec: Spec, kind: MessageKind): Promise<Row[]> {
  const named = messageNames(spec, kind)
  const names = new Set([...named, ...absentNames(spec, `${kind}s`)])
  return names.size === 0 || (kind === 'connection' && (await instance.facts()).unavailable[kind] !== undefined)
    ? []
    : instance.find(
        kind,
        [...names].map((value) => ({ column: 'name', operator: '=', value })),
      )
}

async function referencesTo(
  instance: InstanceReader,
  certificates: readonly SysId[],
  profiles: readonly SysId[],
): Promise<Map<SysId, Reference[]>> {
  const ask = (kind: 'certificate' | 'protocol-profile', ids: readonly SysId[]): Promise<Map<SysId, Reference[]>> =>
    ids.length === 0 ? Promise.resolve(new Map<SysId, Reference[]>()) : instance.referenced(kind, ids)
  const [toCertificates, toProfiles] = await Promise.all([ask('certificate', certificates), ask('protocol-profile', profiles)])
  return new Map([...toCertificates, ...toProfiles])
}

/** Of an issued keystore: what is in use, on its way to it, or was rolled back. */
const isWorthOpening = (member: Member): boolean =>
  (isLive(member) || member.generation.is === 'rolled back') &&
  member.attachments.length === 1 &&
  member.whose !== 'other-instance'

async function open(instance: InstanceReader, expectation: Pick<Expectation, 'compare'>, member: Member): Promise<OpenedContent> {
  const [attachment] = member.attachments
  if (attachment === undefined) return { kind: 'different' }
  if (attachment.size > MAX_CONTENT) return { kind: 'unreadable', why: 'it is larger than a keystore can be' }
  let content: Buffer
  try {
    content = await instance.download(attachment.sysId, MAX_CONTENT)
  } catch (error) {
    if (error instanceof CodedError && DENIED.includes(error.code)) return { kind: 'denied', why: error.message }
    throw error
  }
  return expectation.compare(content)
}
