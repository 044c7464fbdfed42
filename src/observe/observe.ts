import { CodedError, type ErrorCode } from '../errors.ts'
import { familyOf, isLive, likeness, toAskReferencesOf, type Member } from '../plan/family.ts'
import type { Identity } from '../plan/mark.ts'
import type { Expectation, Observed, OpenedContent } from '../plan/model.ts'
import type { Attachment, Condition, InstanceFacts, InstanceReader, RecordKind, Row, SysId } from '../plan/ports.ts'
import type { Spec } from '../spec/model.ts'

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

/**
 * Gathers everything that the plan has to know of the instance, once: the tables side by side, then attachments, then what
 * only a look into a content or at references can tell.
 *
 * @param expectations what is wanted, built while the first answers are on their way.
 * @param ask of which records it has to be known what else refers to them; a rollback makes the current ones step aside.
 * @param identify makes marks comparable once the instance has told its name.
 * @throws CodedError when an answer cannot be believed; never returns half of what is there.
 */
export async function observe(
  instance: InstanceReader,
  spec: Spec,
  expectations: Promise<readonly Expectation[]>,
  identify: (facts: InstanceFacts) => Identity,
  ask: 'what may step aside' | 'everything' = 'what may step aside',
): Promise<Observed> {
  // One request alone first: wrong credentials are told once, and do not lock the account by being tried seven times at once.
  const certificates = findCertificates(instance, spec)
  await certificates
  const [facts, rows, attachments, profiles, rest, soap, expected] = await Promise.all([
    instance.facts(),
    certificates,
    certificates.then((found) => findAttachments(instance, found)),
    spec.protocolProfiles.size === 0 && spec.keystores.size === 0 ? [] : instance.find('protocol-profile', []),
    findMessages(instance, spec, 'rest-message'),
    findMessages(instance, spec, 'soap-message'),
    expectations,
  ])
  const stored = { facts, certificates: rows, attachments }
  const families = expected.map((expectation) => ({
    expectation,
    wanted: {
      sha256: expectation.sha256,
      type: facts.certificateTypes[expectation.type],
      secret: expectation.kind === 'keystore',
    },
    family: familyOf(stored, identify(facts), expectation.kind, expectation.name),
  }))
  const opened = new Map<SysId, OpenedContent>()
  const toOpen = families.flatMap(({ expectation, wanted, family }) =>
    family.filter((member) => isLive(member) && likeness(member, wanted) === 'open').map((member) => ({ expectation, member })),
  )
  await Promise.all(
    toOpen.map(async ({ expectation, member }) => opened.set(member.row.sysId, await open(instance, expectation, member))),
  )
  const asked = families.flatMap(({ expectation, wanted, family }) =>
    ask === 'everything' ? family.map(({ row }) => row.sysId) : toAskReferencesOf(family, wanted, opened, expectation.keep),
  )
  const references = asked.length === 0 ? new Map<SysId, string[]>() : await instance.referenced(asked)
  const describe = (kind: RecordKind): ReturnType<InstanceReader['describe']> => instance.describe(kind)
  return {
    ...stored,
    opened,
    profiles,
    messages: { 'rest-message': rest, 'soap-message': soap },
    references,
    tables: {
      certificate: describe('certificate'),
      'protocol-profile': describe('protocol-profile'),
      'rest-message': describe('rest-message'),
      'soap-message': describe('soap-message'),
    },
  }
}

/** All generations of all names of the spec: the name itself, and what begins with it and an opening parenthesis. */
async function findCertificates(instance: InstanceReader, spec: Spec): Promise<Row[]> {
  const names = [...spec.keystores.keys(), ...spec.trustedCertificates.keys()]
  const conditions = names.flatMap((name): Condition[] => [
    { column: 'name', operator: '=', value: name },
    { column: 'name', operator: 'STARTSWITH', value: `${name} (` },
  ])
  return conditions.length === 0 ? [] : instance.find('certificate', conditions)
}

async function findAttachments(instance: InstanceReader, rows: readonly Row[]): Promise<Observed['attachments']> {
  const found = rows.length === 0 ? [] : await instance.attachments(rows.map(({ sysId }) => sysId))
  const byRecord = new Map(found.map(({ recordId }) => [recordId, [] as Attachment[]]))
  for (const attachment of found) byRecord.get(attachment.recordId)?.push(attachment)
  return byRecord
}

async function findMessages(instance: InstanceReader, spec: Spec, kind: 'rest-message' | 'soap-message'): Promise<Row[]> {
  const names = new Set(spec.messages.filter((message) => message.kind === kind).map(({ name }) => name))
  return names.size === 0
    ? []
    : instance.find(
        kind,
        [...names].map((value) => ({ column: 'name', operator: '=', value })),
      )
}

async function open(instance: InstanceReader, expectation: Expectation, member: Member): Promise<OpenedContent> {
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
