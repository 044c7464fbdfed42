import { CodedError } from '../errors.ts'
import { isLive, likeness, type Member, type WantedContent } from '../plan/family.ts'
import type { Generation } from '../plan/names.ts'
import type { Expectation, Observed, OpenedContent } from '../plan/observed.ts'
import type { InstanceReader, SysId } from '../plan/ports.ts'
import type { Looking } from './looking.ts'
import { DENIED } from './questions.ts'

/** A keystore or certificate larger than this is none of ours. */
const MAX_CONTENT = 4 * 1024 * 1024

/** The records of one item, with what is wanted of them. */
export interface Family {
  readonly expectation: Expectation
  readonly wanted: WantedContent
  readonly members: readonly Member[]
  /** No old generation of it is kept. */
  readonly purged: boolean
}

/**
 * Looks into the contents of which neither mark nor hash tells enough.
 * @param asTheyAre records of keystores that are used as they are
 * @returns what each of them turned out to be
 */
export async function openContents(
  instance: InstanceReader,
  families: readonly Family[],
  asTheyAre: readonly Member[],
  looking: Looking,
): Promise<Observed['opened']> {
  const opened = new Map<SysId, OpenedContent>()
  const openOne = async (member: Member, compare: Expectation['compare']): Promise<void> => {
    opened.set(member.row.sysId, await open(instance, member, compare))
  }
  const openWhere = (isWanted: (member: Member, family: Family) => boolean): Promise<unknown> =>
    Promise.all(
      families.flatMap((family) => {
        const { expectation, members, purged } = family
        const compare = purged ? showing(expectation, looking) : expectation.compare
        const toOpen = members.filter((member) => !opened.has(member.row.sysId) && isWanted(member, family))
        return toOpen.map((member) => openOne(member, compare))
      }),
    )
  await openWhere((member, family) => mustBeOpened(member, family, looking))
  await openWhere(
    (member, { expectation, wanted, purged }) =>
      (expectation.seeks?.() === true && isOwn(member, 'retired')) || (purged && isGivenUp(member, wanted)),
  )
  await Promise.all(asTheyAre.map((member) => openOne(member, looking.existing)))
  return opened
}

/**
 * What neither mark nor hash tells. Where a content was rolled back, or waits for its handover, what is in use instead is looked at,
 * too: its certificate is the one that counts. A rollback shows to which one it returns.
 */
export function mustBeOpened(member: Member, { wanted, members, expectation }: Family, { ask }: Pick<Looking, 'ask'>): boolean {
  const returns = ask === 'everything' && wanted.secret && member.whose === 'ours' && member.attachments.length === 1
  if (returns && (isOwn(member, 'retired') || isOwn(member, 'in use'))) return true
  if (wanted.sha256 === '') return isWorthOpening(member)
  const looked = isLive(member) || member.generation.is === 'rolled back'
  if (looked && likeness(member, wanted) === 'open') return true
  const returned = members.some((other) => other.generation.is === 'rolled back' && likeness(other, wanted) !== 'different')
  const stays = returned || ((returns || expectation.waits === true) && likeness(member, wanted) === 'different')
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

/** Of an issued keystore: what is in use, on its way to it, or was rolled back. */
const isWorthOpening = (member: Member): boolean =>
  (isLive(member) || member.generation.is === 'rolled back') &&
  member.attachments.length === 1 &&
  member.whose !== 'other-instance'

async function open(instance: InstanceReader, member: Member, compare: Expectation['compare']): Promise<OpenedContent> {
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
  return compare(content)
}
