import type { Finding } from '../errors.ts'
import type { Member } from './family.ts'
import { askedFor, inDays, renewalOf, type Rotation } from './issued.ts'
import type { Observed } from './observed.ts'
import type { WantedRequest } from './wanted.ts'
import { askedOtherwise, recordsOf, standing, usedUnreadable, type Found } from './requested.ts'

/** What `csr` does for one keystore. */
export interface Requesting {
  /** The record whose key is asked a certificate for; undefined where a new key is made, or none is needed. */
  readonly kept: Found | undefined
  /** Why a new key is made; undefined where none is. */
  readonly why: { readonly reason: 'missing' | 'renewal-due' | 'rotated'; readonly note: string } | undefined
  /** Deleted before a new key is made: its key is not to be trusted. */
  readonly purged: readonly Member[]
  /** Deleted once the new key is whole: another certificate is asked for now. */
  readonly outdated: readonly Member[]
  readonly findings: readonly Finding[]
}

/**
 * Whether a key is made: never a second one while one waits, nor for a certificate that is in use and not due, unless the workflow
 * says so. Pure.
 */
export function settleRequest(
  wanted: WantedRequest,
  family: readonly Member[],
  observed: Observed,
  { now, rotation }: { readonly now: Date; readonly rotation: Rotation },
): Requesting {
  const records = recordsOf(family, observed)
  const { found, requests, served, leaf } = records
  const published = found.some(({ member, facts }) => facts.joined !== undefined && !requests.includes(member))
  const waiting = found.filter(({ member }) => requests.includes(member) && !(published && served.includes(member)))
  const asked = askedFor(wanted.name, rotation, waiting)
  const nothing = { kept: undefined, why: undefined, purged: [], outdated: [], findings: [] }
  const used = usedUnreadable(family, observed)
  const shut = records.unreadable ?? (asked === 'no' ? used : undefined)
  if (shut !== undefined && asked !== 'purge') return { ...nothing, findings: [shut] }
  // A new key is made under another password than the one in use has: that should be meant.
  const warned = used === undefined ? [] : [{ ...used, severity: 'warning' as const }]
  const rotated = { reason: 'rotated', note: `it was named in ${asked === 'purge' ? 'rotate-purge' : 'rotate'}` } as const
  if (asked === 'purge') return { ...nothing, why: rotated, purged: requests, findings: warned }
  const fitting = waiting.filter(({ facts }) => facts.differs.length === 0)
  const kept = fitting.find(({ facts }) => facts.joined !== undefined) ?? fitting[0]
  // The certificate of one that is asked for otherwise by now may have come all the same: then apply still needs its key.
  const outdated = waiting.filter(({ facts, member }) => facts.differs.length > 0 && !served.includes(member))
  const members = outdated.map(({ member }) => member)
  if (kept !== undefined) return { ...nothing, kept, outdated: members }
  // Its certificate may be on its way, and what is deleted is lost.
  if (outdated.length > 0 && asked === 'no') return { ...nothing, findings: askedOtherwise(records, 'error') }
  if (asked === 'rotate') return { ...nothing, why: rotated, outdated: members, findings: warned }
  if (leaf === undefined) return { ...nothing, why: { reason: 'missing', note: 'there was none' } }
  const due = renewalOf(leaf, wanted)
  if (now < due) return { ...nothing, findings: standing(wanted, records, now) }
  const left = inDays(new Date(leaf.notAfter).getTime() - now.getTime())
  return { ...nothing, why: { reason: 'renewal-due', note: `the certificate is valid for ${left}` } }
}
