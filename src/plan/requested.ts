import type { Finding } from '../errors.ts'
import { DAY } from '../x509/format.ts'
import type { Member } from './family.ts'
import { inDays, renewalOf, unreadableOf, type Rotation, askedFor } from './issued.ts'
import type { Observed, RequestFacts, WantedRequest } from './model.ts'

/**
 * A keystore whose certificate people sign: its key waits in an inactive record of the instance, `<name> (new <h>)`, with a
 * certificate in the place of the one to come that has no end; the mark tells both.
 */

/** The end in the mark of a record whose key waits for its certificate. */
const NO_END = '99991231'

/** A record of a keystore with what was found in it. */
export interface Found {
  readonly member: Member
  readonly facts: RequestFacts
}

/** What the records of a request hold. */
export interface RequestRecords {
  /** Of this instance, opened. */
  readonly found: readonly Found[]
  /** Records whose key waits for its certificate, the oldest first; whether or not they could be opened. */
  readonly requests: readonly Member[]
  /** Those of them whose key belongs to the certificate of the spec. */
  readonly served: readonly Member[]
  /** The keystore of that certificate, where its key is on the instance. */
  readonly joined: RequestFacts['joined']
  /** What keeps a record of a request, or the one in use, from being told. */
  readonly unreadable: Finding | undefined
}

/** Looks through the records of a keystore whose certificate people sign. Pure. */
export function recordsOf(family: readonly Member[], { opened }: Observed): RequestRecords {
  const found = family.flatMap((member): Found[] => {
    const content = opened.get(member.row.sysId)
    return content?.kind === 'requested' && member.whose !== 'other-instance' ? [{ member, facts: content.facts }] : []
  })
  const factsOf = (member: Member): RequestFacts | undefined => found.find((one) => one.member === member)?.facts
  const requests = family
    .filter((member) => isMarkedAsRequest(member) && factsOf(member)?.placeholder !== false)
    .sort((a, b) => (ageOf(a) < ageOf(b) ? -1 : 1))
  const [shut] = requests.flatMap((member): Finding[] => {
    const content = opened.get(member.row.sysId)
    if (content?.kind !== 'unreadable') return []
    const message = `the key in ${member.name} (${member.row.sysId}) cannot be opened: ${content.why}`
    return [{ code: 'request.unreadable', severity: 'error', message }]
  })
  return {
    found,
    requests,
    served: requests.filter((member) => factsOf(member)?.joined !== undefined),
    joined: found.find(({ facts }) => facts.joined !== undefined)?.facts.joined,
    unreadable: shut,
  }
}

/** What people made may have any password: it is not needed to know. */
const isMarked = ({ whose }: Member): boolean => whose !== 'unmarked'

export const isMarkedAsRequest = ({ generation, active, whose, mark, attachments }: Member): boolean =>
  generation.is === 'new' && !active && whose === 'ours' && mark?.notAfter === NO_END && attachments.length === 1

const ageOf = ({ row: { sysId, columns } }: Member): string => `${columns.created ?? ''} ${sysId}`

/** Why nothing can be published yet: a notice while people sign, an error where the certificate is for no key that is there. */
export function whyNotJoined(
  wanted: WantedRequest,
  { requests, unreadable, found }: RequestRecords,
  family: readonly Member[],
  observed: Observed,
): Finding {
  if (wanted.certificate === undefined) return waits(requests)
  const shut = unreadable ?? unreadableOf(family.filter(isMarked), observed)
  if (shut !== undefined) return shut
  const { subject, serialNumber } = wanted.certificate.leaf
  const where = found.map(({ member }) => member.name).join(', ')
  const message =
    where === ''
      ? `certificate ${serialNumber} of ${subject} has no key: none is on the instance`
      : `certificate ${serialNumber} of ${subject} does not belong to any key on the instance: ${where}`
  const hint = 'give the certificate that was made from the request of the command csr'
  return { code: 'key.mismatch', severity: 'error', message, hint }
}

/** That a key waits, or is not there yet. */
export function waits([request]: readonly Member[]): Finding {
  if (request === undefined) {
    return { code: 'request.missing', severity: 'notice', message: 'there is no key yet: the command csr makes it' }
  }
  const message = `the key in ${request.name} (${request.row.sysId}) waits for its certificate`
  return { code: 'request.waits', severity: 'notice', message }
}

/** What is said of a keystore whose certificate is there: until when it is valid, and whether a new key waits. */
export function standing(wanted: WantedRequest, records: RequestRecords, now: Date): Finding[] {
  const { requests, served, joined } = records
  const next = requests.filter((member) => !served.includes(member))
  if (next.length > 0 || joined === undefined) return [waits(next)]
  const due = renewalOf(joined.leaf, wanted)
  const { notAfter } = joined.leaf
  const left = inDays(new Date(notAfter).getTime() - now.getTime())
  const from =
    now < due
      ? `csr makes a new key in ${Math.ceil((due.getTime() - now.getTime()) / DAY)} days, from ${due.toISOString().slice(0, 10)} on`
      : 'it is time for a new one: csr makes a new key'
  return [{ code: 'keystore.renewal', severity: 'notice', message: `valid for ${left}, until ${notAfter.slice(0, 10)}; ${from}` }]
}

/** What `csr` does for one keystore. */
export interface Requesting {
  /** The record whose key is asked a certificate for; undefined where a new key is made, or none is needed. */
  readonly kept: Found | undefined
  /** Why a new key is made; undefined where none is. */
  readonly why: { readonly reason: 'missing' | 'renewal-due' | 'request-changed' | 'rotated'; readonly note: string } | undefined
  /** Deleted before a new key is made: its key is not to be trusted. */
  readonly purged: readonly Member[]
  /** Deleted once the new key is whole: another certificate is asked for now. */
  readonly outdated: readonly Member[]
  readonly findings: readonly Finding[]
}

/**
 * Whether a key is made: never a second one while one waits, nor for a certificate that is in use and not due, unless another is
 * asked for or the workflow says so. Pure.
 */
export function settleRequest(
  wanted: WantedRequest,
  family: readonly Member[],
  observed: Observed,
  { now, rotation }: { readonly now: Date; readonly rotation: Rotation },
): Requesting {
  const records = recordsOf(family, observed)
  const { found, requests, served, joined } = records
  const published = found.some(({ member, facts }) => facts.joined !== undefined && !requests.includes(member))
  const waiting = found.filter(({ member }) => requests.includes(member) && !(published && served.includes(member)))
  const asked = askedFor(wanted.name, rotation, waiting)
  const nothing = { kept: undefined, why: undefined, purged: [], outdated: [], findings: [] }
  const shut = records.unreadable ?? (asked === 'no' ? unreadableOf(family.filter(isMarked), observed) : undefined)
  if (shut !== undefined && asked !== 'purge') return { ...nothing, findings: [shut] }
  const rotated = { reason: 'rotated', note: `it was named in ${asked === 'purge' ? 'rotate-purge' : 'rotate'}` } as const
  if (asked === 'purge') return { ...nothing, why: rotated, purged: requests }
  const fitting = waiting.filter(({ facts }) => facts.differs.length === 0)
  const kept = fitting.find(({ facts }) => facts.joined !== undefined) ?? fitting[0]
  // The certificate of one that is asked for otherwise by now may have come all the same: then apply still needs its key.
  const outdated = waiting.filter(({ facts, member }) => facts.differs.length > 0 && !served.includes(member))
  const members = outdated.map(({ member }) => member)
  if (kept !== undefined) return { ...nothing, kept, outdated: members }
  const [changed] = outdated
  if (changed !== undefined) {
    const note = `another certificate is asked for: ${changed.facts.differs.join(', ')}`
    return { ...nothing, why: { reason: 'request-changed', note }, outdated: members }
  }
  if (asked === 'rotate') return { ...nothing, why: rotated }
  if (joined === undefined)
    return { ...nothing, why: { reason: 'missing', note: 'there is none that waits for its certificate' } }
  const due = renewalOf(joined.leaf, wanted)
  if (now < due) return { ...nothing, findings: standing(wanted, records, now) }
  const left = inDays(new Date(joined.leaf.notAfter).getTime() - now.getTime())
  return { ...nothing, why: { reason: 'renewal-due', note: `the certificate is valid for ${left}` } }
}
