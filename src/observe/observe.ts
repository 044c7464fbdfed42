import { familyOf, toAskReferencesOf, type Member } from '../plan/family.ts'
import { isNamed } from '../plan/issued.ts'
import type { Observed } from '../plan/observed.ts'
import type { InstanceReader, RecordKind, Reference, SysId } from '../plan/ports.ts'
import type { Spec } from '../spec/model.ts'
import type { Looking } from './looking.ts'
import { mustBeOpened, openContents, type Family } from './opening.ts'
import {
  absentNames,
  absentProfiles,
  findAttachments,
  findCertificates,
  findMessages,
  findMethods,
  findPeople,
  findProfiles,
  findUnlisted,
  lookedAgain,
  referencesTo,
} from './questions.ts'

/**
 * Gathers everything that the plan has to know of the instance, once: the tables side by side, then what only a look into a
 * content or at references can tell. The number of requests does not grow with the records that bear a mark, but for pages.
 *
 * @throws CodedError when an answer cannot be believed; never returns half of what is there.
 */
export async function observe(instance: InstanceReader, spec: Spec, looking: Looking): Promise<Observed> {
  const types = instance.certificateTypes()
  if (instance.asksAlone) await types
  const found = types.then((known) => findCertificates(instance, spec, known))
  const [facts, rows, attachments, profiles, messages, methods, expected, people] = await Promise.all([
    instance.facts(),
    found,
    findAttachments(instance, found),
    findProfiles(instance, spec),
    findMessages(instance, spec),
    looking.methods ? findMethods(instance, spec) : [],
    looking.expectations(),
    findPeople(instance, spec),
  ]).catch(async (error: unknown) => {
    // Of several refusals those of the first questions are told, whichever came first.
    await found
    throw error
  })
  const identity = looking.identify(facts)
  const certificates = [...rows, ...(await findUnlisted(instance, identity, rows, attachments))]
  const stored = { facts, certificates, attachments: await lookedAgain(instance, spec, rows, attachments) }
  const keystoresOf = (name: string): Member[] => familyOf(stored, identity, 'keystore', name)
  const families = expected.map((expectation): Family => ({
    expectation,
    wanted: {
      sha256: expectation.sha256,
      size: expectation.size,
      type: facts.certificateTypes[expectation.type],
      secret: expectation.kind === 'keystore',
    },
    members: familyOf(stored, identity, expectation.kind, expectation.name),
    purged: expectation.kind === 'keystore' && isNamed(looking.purged, expectation.name),
  }))
  const absent = [
    ...absentNames(spec, 'keystores').flatMap(keystoresOf),
    ...absentNames(spec, 'trusted-certificates').flatMap((name) => familyOf(stored, identity, 'trusted-certificate', name)),
  ]
  const references = (opened: Observed['opened']): Promise<Map<SysId, Reference[]>> => {
    const leaving = [...families.flatMap((family) => mayStepAside(family, opened, looking)), ...sysIdsOf(absent)]
    return referencesTo(instance, leaving, absentProfiles(spec, profiles))
  }
  const early = families.every((family) => isClear(family, looking)) ? references(new Map()) : undefined
  // Told where it is awaited, and not by itself.
  early?.catch(() => undefined)
  const opened = await openContents(instance, families, [...spec.existing.keys()].flatMap(keystoresOf).filter(isInUse), looking)
  const describe = (kind: RecordKind): ReturnType<InstanceReader['describe']> => instance.describe(kind)
  return {
    ...stored,
    opened,
    profiles,
    messages,
    methods,
    people,
    references: await (early ?? references(opened)),
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

const sysIdsOf = (members: readonly Member[]): SysId[] => members.map(({ row }) => row.sysId)

const isInUse = ({ active, generation, attachments }: Member): boolean =>
  active && generation.is === 'current' && attachments.length === 1

function mayStepAside(
  { expectation, wanted, members, purged }: Family,
  opened: Observed['opened'],
  { ask }: Pick<Looking, 'ask'>,
): SysId[] {
  return ask === 'everything' ? sysIdsOf(members) : toAskReferencesOf(members, wanted, opened, purged ? 0 : expectation.keep)
}

/** Where what is opened does not tell which may step aside, what refers to these is asked at the same time. */
const isClear = (family: Family, looking: Pick<Looking, 'ask'>): boolean =>
  looking.ask === 'everything' ||
  family.wanted.sha256 === '' ||
  !family.members.some((member) => mustBeOpened(member, family, looking))
