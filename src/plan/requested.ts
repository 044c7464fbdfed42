import type { Finding } from '../errors.ts'
import { DAY, daysText } from '../x509/format.ts'
import type { Member } from './family.ts'
import { inDays, isNamed, renewalOf, unreadableOf, type Rotation } from './issued.ts'
import type { CertificateFacts } from './model.ts'
import type { Observed, RequestFacts } from './observed.ts'
import type { WantedRequest } from './wanted.ts'

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
  /** The certificate whose end counts: that of the spec, or the one in use where that was rolled back. */
  readonly leaf: CertificateFacts | undefined
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
  const [joined] = found.flatMap(({ facts }) => facts.joined ?? [])
  return {
    found,
    requests,
    served: requests.filter((member) => factsOf(member)?.joined !== undefined),
    joined,
    leaf: instead(found) ?? joined?.leaf,
    unreadable: shut,
  }
}

/** The certificate in use, where that of the spec was rolled back. */
function instead(found: readonly Found[]): CertificateFacts | undefined {
  const isJoined = ({ facts }: Found): boolean => facts.joined !== undefined
  const rolledBack = found.some((one) => one.member.generation.is === 'rolled back' && isJoined(one))
  const current = found.find(({ member }) => member.active && member.generation.is === 'current')
  return rolledBack && current !== undefined && !isJoined(current) ? current.facts.leaf : undefined
}

/** What people made may have any password: it is not needed to know. */
const isMarked = ({ whose }: Member): boolean => whose !== 'unmarked'

/** Another owner's, too: there is none that is not adopted where it is asked for. */
export const isMarkedAsRequest = ({ generation, active, whose, mark, attachments }: Member): boolean =>
  generation.is === 'new' && !active && whose !== 'other-instance' && mark?.notAfter === NO_END && attachments.length === 1

const ageOf = ({ row: { sysId, columns } }: Member): string => `${columns.created ?? ''} ${sysId}`

/** Why nothing can be published yet: a notice while people sign, an error where the certificate is for no key that is there. */
export function whyNotJoined(
  wanted: WantedRequest,
  records: RequestRecords,
  family: readonly Member[],
  observed: Observed,
): Finding[] {
  const { requests, unreadable, found } = records
  if (unreadable !== undefined) return [unreadable]
  if (wanted.certificate === undefined) return waitsFor(requests, records)
  const shut = usedUnreadable(family, observed)
  if (shut !== undefined) return [shut]
  const { leaf, isCa } = wanted.certificate
  const certificate = `certificate ${leaf.serialNumber} of ${leaf.subject}${isCa ? ', which is that of a CA,' : ''}`
  const namesOf = (members: readonly Member[]): string => members.map(({ name }) => name).join(', ')
  const where = namesOf(found.map(({ member }) => member))
  const closed = namesOf(family.filter(({ row }) => observed.opened.get(row.sysId)?.kind === 'unreadable'))
  const besides = closed === '' ? '' : `; ${closed} could not be opened`
  const message =
    where === ''
      ? `${certificate} has no key: none is on the instance${besides}`
      : `${certificate} does not belong to any key on the instance: ${where}${besides}`
  const hint = family.some(({ whose }) => whose === 'other-instance') ? CLONED : where === '' ? GONE : NOT_FROM_HERE
  return [{ code: 'key.mismatch', severity: 'error', message, hint }]
}

const NOT_FROM_HERE =
  'name the certificate that was made from the request of the command `csr`, and not one of a CA; where its key is gone, take it out of the spec and run `csr` for a new key'
const GONE = 'run `csr` for a new key, have its request signed, and take the certificate out of the spec until then'
const CLONED = `a clone has brought the keys of another instance, which are not used: ${GONE}`

/** The keystore in use that does not open; what people made may have any password. */
export const usedUnreadable = (family: readonly Member[], observed: Observed): Finding | undefined =>
  unreadableOf(
    family.filter(isMarked),
    observed,
    'correct its password in the secrets; or, where the password is meant to change, run `csr` with the keystore named in `rotate` for a new key under the new one, have its request signed, and apply with the environment in `confirm`',
  )

/** A key that waits, and what `csr` does then, which has no plan of its own that could be looked at. */
function waitsFor(requests: readonly Member[], records: RequestRecords): Finding[] {
  const otherwise = askedOtherwise(records)
  const waiting = waits(requests)
  if (requests.length === 0 || otherwise.length > 0) return [waiting, ...otherwise]
  return [{ ...waiting, message: `${waiting.message}: csr writes its request again, and makes no other key` }]
}

/** That a key waits, or is not there yet. */
export function waits([request]: readonly Member[]): Finding {
  if (request === undefined) {
    return { code: 'request.missing', severity: 'notice', message: 'there is no key yet: the command csr makes it' }
  }
  const { name, row } = request
  const since = (row.columns.created ?? '').slice(0, 10)
  const message = `the key in ${name} (${row.sysId}) waits for its certificate${since === '' ? '' : ` since ${since}`}`
  return { code: 'request.waits', severity: 'notice', message }
}

/** Keys that wait, and for which a certificate of other terms was asked; none where one waits that is as the spec has it. */
export function askedOtherwise(
  { found, requests, served }: RequestRecords,
  severity: Finding['severity'] = 'warning',
): Finding[] {
  const waiting = found.filter(({ member }) => requests.includes(member) && !served.includes(member))
  if (waiting.some(({ facts }) => facts.differs.length === 0)) return []
  return waiting.map(({ member, facts }) => {
    const message = `the key in ${member.name} (${member.row.sysId}) waits for a certificate of other terms; the spec asks for: ${facts.differs.join(', ')}`
    const next = severity === 'error' ? '' : ': csr is an error, unless rotate names it'
    return { code: 'request.differs', severity, message: `${message}${next}` }
  })
}

/** What is said of a keystore whose certificate is there: until when it is valid, and whether a new key waits. */
export function standing(wanted: WantedRequest, records: RequestRecords, now: Date): Finding[] {
  const { requests, served, leaf, unreadable } = records
  const next = requests.filter((member) => !served.includes(member))
  if (unreadable !== undefined) return [unreadable]
  if (next.length > 0 || leaf === undefined) return waitsFor(next, records)
  const due = renewalOf(leaf, wanted)
  const lasts = `valid for ${inDays(new Date(leaf.notAfter).getTime() - now.getTime())}, until ${leaf.notAfter.slice(0, 10)}`
  if (now >= due)
    return [{ code: 'request.due', severity: 'warning', message: `${lasts}; it is time for a new one: csr makes its key` }]
  const days = Math.ceil((due.getTime() - now.getTime()) / DAY)
  const message = `${lasts}; csr makes a new key in ${daysText(days)}, from ${due.toISOString().slice(0, 10)} on`
  const hint = 'nothing to do until then; then run the command `csr`, and have its request signed'
  return [{ code: 'keystore.renewal', severity: 'notice', message, hint }]
}

/** What is worth knowing of a certificate before it takes the place of the one in use. */
export function remarksOn({ found, joined }: RequestRecords): Finding[] {
  const used = found.find(({ member, facts }) => member.active && member.generation.is === 'current' && !facts.placeholder)
  if (joined === undefined) return []
  const told = (severity: Finding['severity'], message: string, hint: string): Finding[] => [
    { code: 'request.differs', severity, message, hint },
  ]
  const { leaf, differs } = joined
  const before = used?.facts.leaf.notAfter ?? ''
  return [
    ...(differs.length === 0
      ? []
      : told(
          'notice',
          `the certificate of ${leaf.subject} is not what the spec asks for: ${differs.join(', ')}`,
          'nothing to do, if the CA makes its certificates so; else have the request signed again',
        )),
    ...(leaf.notAfter > before
      ? []
      : told(
          'warning',
          `the certificate ends on ${leaf.notAfter.slice(0, 10)}, no later than the one in use (${before.slice(0, 10)})`,
          'check that it is the new one',
        )),
    ...(used?.facts.joined === undefined
      ? []
      : told(
          'notice',
          'the certificate is for the key that is in use already, which is used once more',
          'nothing to do, if that is meant; else run `csr` with the keystore named in `rotate`, and have that request signed',
        )),
  ]
}

/** Keys that wait for a certificate which nobody asks people for any more. */
export function givenUp(members: readonly Member[]): Finding[] {
  return members.filter(isMarkedAsRequest).map(({ name, row }) => {
    const message = `the key in ${name} (${row.sysId}) waits for a certificate that people sign: it is deleted`
    return { code: 'request.given-up', severity: 'warning', message }
  })
}

/**
 * Why a partner that trusts the root in use need not trust the certificate of the spec; undefined where it does. Where what is in use
 * does not open, nobody can tell; what people made may have any password.
 */
export function rootDiffers({ certificate }: WantedRequest, family: readonly Member[], { opened }: Observed): string | undefined {
  const used = family.find(({ active, generation, whose }) => active && generation.is === 'current' && whose !== 'other-instance')
  const content = used && opened.get(used.row.sysId)
  if (used === undefined || certificate === undefined) return undefined
  if (content?.kind === 'unreadable' && isMarked(used)) {
    return `the keystore in use, ${used.name}, does not open: whether the new certificate is from the same root cannot be told`
  }
  if (content?.kind !== 'requested' || content.facts.sameRoot) return undefined
  const { issuer, subject } = certificate.leaf
  return `the certificate of ${subject}, issued by ${issuer}, is from another root than the one in use`
}

/** What `rotate` asks of `apply` where no new key is there to be used; a stolen one must not be thought to be out of use. */
export function rotatesNot(name: string, used: Member | undefined, { rotate, purge, runId }: Rotation): Finding[] {
  if (used === undefined || (runId !== undefined && used.mark?.runId === runId)) return []
  const told = (input: string, severity: Finding['severity']): Finding[] => {
    const message = `input ${input}: apply makes no new key for a certificate that people sign, and the one in use stays: csr with ${input} does`
    return [{ code: 'request.missing', severity, message }]
  }
  if (isNamed(purge, name)) return told('rotate-purge', 'error')
  return isNamed(rotate, name) ? told('rotate', 'notice') : []
}
