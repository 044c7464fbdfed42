import { problemOf, type Finding, type Problem } from '../errors.ts'
import { BETWEEN_RUNS } from '../spec/duration.ts'
import { DAY, daysText } from '../x509/format.ts'
import { isLive, type Member } from './family.ts'
import type { CertificateFacts, Reason } from './model.ts'
import type { IssuedFacts, Observed } from './observed.ts'
import type { WantedIssued } from './wanted.ts'

/** What a run is told about rotating: the inputs `rotate` and `rotate-purge`, and which run it is. */
export interface Rotation {
  /** Names of keystores, or `all`. */
  readonly rotate: readonly string[]
  readonly purge: readonly string[]
  /** GITHUB_RUN_ID; undefined outside GitHub. */
  readonly runId: string | undefined
}

export const isNamed = (names: readonly string[], name: string): boolean =>
  names.some((one) => one === 'all' || one === name || one === `keystores.${name}`)

/**
 * Names in `rotate` and `rotate-purge` that are none of what they could be.
 * @param what they are not, as a sentence without its subject
 */
export function unknownRotations({ rotate, purge }: Rotation, isKnown: (name: string) => boolean, what: string): Problem[] {
  const told = (input: string, names: readonly string[]): Problem[] =>
    names
      .filter((name) => name !== 'all' && !isKnown(name.replace(/^keystores\./, '')))
      .map((name) => problemOf({ code: 'input.invalid', severity: 'error', message: `input ${input}: ${name}: ${what}` }, ''))
  return [...told('rotate', rotate), ...told('rotate-purge', purge)]
}

/** What is wanted of an issued keystore's content, told from what is on the instance (contract 4.5, 4.6). */
export interface Settled {
  /** SHA-256 of a content that is there; empty where one is still to be issued. */
  readonly sha256: string
  /** Of the content that is there and stays, or is replaced. */
  readonly facts: IssuedFacts | undefined
  /** Why a new one is issued, for the digest. */
  readonly reason: Reason
  /** The same for people, in days. */
  readonly notes: readonly string[]
  readonly findings: readonly Finding[]
  /** Whether what waits for its handover, or was rolled back, is used now. */
  readonly atOnce: boolean
  /** The record whose content is stored once more, with the mark of this run, and used: so a re-run knows that it was. */
  readonly copied?: Member
}

/** A record of a keystore with what was found in it. */
interface Found {
  readonly member: Member
  readonly facts: IssuedFacts
}

/**
 * Whether a keystore is left alone or issued anew: pure checks over what was gathered, the clock a parameter. What cannot be opened
 * is never replaced by a new key without being told.
 */
export function settleIssued(
  wanted: WantedIssued,
  family: readonly Member[],
  observed: Observed,
  { now, rotation }: { readonly now: Date; readonly rotation: Rotation },
): Settled {
  const found = family.flatMap((member): Found[] => {
    const opened = observed.opened.get(member.row.sysId)
    return opened?.kind === 'issued' && member.whose !== 'other-instance' ? [{ member, facts: opened.facts }] : []
  })
  const current = found.find(({ member }) => member.active && member.generation.is === 'current')
  const fitting = found
    .filter(({ facts, member }) => fits(facts, member, wanted, observed, now))
    .sort((a, b) => byRun(a.member, b.member, rotation.runId))
  const waiting = fitting.find(({ member }) => member.generation.is === 'new')
  const rolledBack = fitting.find(({ member }) => member.generation.is === 'rolled back')
  const inUse = family.some((member) => member.active && member.generation.is === 'current')
  const used =
    fitting.find(({ member }) => isLive(member) && member.active) ??
    (inUse ? undefined : fitting.find(({ member }) => member.generation.is === 'current'))
  const there = [waiting, used, rolledBack].filter((one) => one !== undefined)
  const asked = askedFor(wanted.name, rotation, there)
  // A re-run makes no second key; but the old one is not used any longer than it has to be.
  const purged = isNamed(rotation.purge, wanted.name)
  const unreadable = unreadableOf(family, observed)
  const leave = ({ facts }: Found, findings: readonly Finding[], atOnce = false): Settled => ({
    sha256: facts.sha256,
    facts,
    reason: 'renewal-due',
    notes: [],
    findings,
    atOnce,
  })
  // Named, what is published already is used now: under the mark of this run, where there is one.
  const use = (one: Found, reason: Reason, findings: readonly Finding[]): Settled => {
    if (rotation.runId === undefined) return leave(one, findings, true)
    const notes = ['the keystore that is on the instance already is used now: it was named in rotate']
    return { sha256: '', facts: one.facts, reason, notes, findings, atOnce: true, copied: one.member }
  }
  if (waiting !== undefined && asked !== 'purge') {
    const told = unreadable === undefined ? [] : [{ ...unreadable, severity: 'warning' as const }]
    if (asked === 'rotate') return use(waiting, 'handover', told)
    return leave(waiting, told, purged || isCopy(waiting, found, rotation.runId))
  }
  if (unreadable !== undefined && asked === 'no' && !(purged && rolledBack !== undefined)) {
    return { sha256: '', facts: undefined, reason: 'missing', notes: [], findings: [unreadable], atOnce: false }
  }
  if (rolledBack !== undefined && asked !== 'purge') {
    if (asked === 'rotate') return use(rolledBack, 'rotated', [])
    if (purged) return leave(rolledBack, [], true)
    const until = current && heldUntil(rolledBack.member, current.facts.leaf, wanted)
    if (current !== undefined && until !== undefined && now < until) {
      return leave(rolledBack, [whenNext(current.facts.leaf, until, now)])
    }
  }
  if (used !== undefined && asked === 'no') {
    const due = renewalOf(used.facts.leaf, wanted)
    if (now < due) return leave(used, [whenNext(used.facts.leaf, due, now)])
    return issue(current, 'renewal-due', whyDue(used.facts.leaf, due, now))
  }
  if (asked !== 'no' && current !== undefined)
    return issue(current, 'rotated', `it was named in ${rotationInput(asked)}`, asked === 'purge')
  if (current === undefined) {
    return issue(undefined, inUse ? 'not-whole' : 'missing', 'there is none that could be used', asked === 'purge')
  }
  if (new Date(current.facts.leaf.notAfter) <= now) return issue(current, 'renewal-due', 'it has expired')
  return issue(current, 'request-changed', `another is asked for: ${current.facts.differs.join(', ')}`)
}

/** A copy that this run has made, and not used yet, stands beside what it was made from. */
const isCopy = ({ member, facts }: Found, found: readonly Found[], runId: string | undefined): boolean =>
  runId !== undefined &&
  member.mark?.runId === runId &&
  found.some((other) => other.member !== member && other.facts.sha256 === facts.sha256)

/** What a run has made itself goes before the rest, and the oldest of that first. */
export function byRun(a: Member, b: Member, runId: string | undefined): number {
  const isOwn = ({ mark }: Member): boolean => runId !== undefined && mark?.runId === runId
  const age = ({ row: { columns, sysId } }: Member): string => `${columns.created ?? ''} ${sysId}`
  return Number(isOwn(b)) - Number(isOwn(a)) || (age(a) < age(b) ? -1 : 1)
}

const rotationInput = (asked: 'rotate' | 'purge'): string => (asked === 'purge' ? 'rotate-purge' : 'rotate')

function issue(current: Found | undefined, reason: Reason, why: string, atOnce = false): Settled {
  return { sha256: '', facts: current?.facts, reason, notes: [`a new key and certificate: ${why}`], findings: [], atOnce }
}

/** A run that has made a key does not make another one when it is run again. */
export function askedFor(
  name: string,
  { rotate, purge, runId }: Rotation,
  there: readonly { readonly member: Member }[],
): 'no' | 'rotate' | 'purge' {
  if (runId !== undefined && there.some(({ member }) => member.mark?.runId === runId)) return 'no'
  if (isNamed(purge, name)) return 'purge'
  return isNamed(rotate, name) ? 'rotate' : 'no'
}

function fits(
  facts: IssuedFacts,
  { row }: Member,
  wanted: WantedIssued,
  { facts: { certificateTypes } }: Observed,
  now: Date,
): boolean {
  return facts.differs.length === 0 && row.columns.type === certificateTypes[wanted.type] && new Date(facts.leaf.notAfter) > now
}

/** The keystore in use that does not open. */
export function unreadableOf(family: readonly Member[], observed: Observed, hint?: string): Finding | undefined {
  for (const { active, generation, row, name, whose, attachments } of family) {
    if (!active || generation.is !== 'current' || whose === 'other-instance') continue
    const opened = observed.opened.get(row.sysId)
    const several = attachments.length > 1 ? `it has ${attachments.length} attachments` : undefined
    const why = opened?.kind === 'unreadable' ? opened.why : several
    if (why === undefined) continue
    const message = `the keystore in ${name} (${row.sysId}) cannot be opened: ${why}`
    return { code: 'keystore.in-use-unreadable', severity: 'error', message, ...(hint !== undefined && { hint }) }
  }
  return undefined
}

/**
 * The root of the keystore in use, as a fingerprint: empty where it is marked and cannot be opened, so that nobody knows its root;
 * undefined where none is in use that a partner would know.
 */
export function rootInUse(family: readonly Member[], { opened }: Observed): string | undefined {
  const used = family.find(({ active, generation, whose }) => active && generation.is === 'current' && whose !== 'other-instance')
  const content = used && opened.get(used.row.sysId)
  if (content?.kind === 'issued') return content.facts.root
  return used?.mark === undefined ? undefined : ''
}

/**
 * When a certificate is renewed: `renew-before` its end, or after two thirds of its lifetime; early enough for its handover, with
 * runs that are a week apart both before it begins and before it ends, where the certificate lasts long enough for that. One that
 * does not last as long as its handover is renewed after two thirds, too, so that it is not renewed with every run.
 */
export function renewalOf(
  leaf: Pick<CertificateFacts, 'notBefore' | 'notAfter'>,
  wanted: Pick<WantedIssued, 'renewBeforeMs' | 'handoverMs'>,
): Date {
  const [from, until] = [new Date(leaf.notBefore).getTime(), new Date(leaf.notAfter).getTime()]
  const lasts = until - from
  const third = lasts / 3
  const handover = wanted.handoverMs === 0 ? 0 : wanted.handoverMs + BETWEEN_RUNS
  const roomy = handover === 0 ? 0 : handover + BETWEEN_RUNS
  const before = Math.max(wanted.renewBeforeMs ?? third, roomy <= lasts / 2 ? roomy : handover)
  return new Date(until - (before >= lasts ? third : before))
}

/**
 * How long what was rolled back is held back: until the one in use is due. Where it was due already, for half of the time that was
 * left then, so that a rollback lasts and the certificate in use does not end.
 */
function heldUntil({ generation }: Member, leaf: CertificateFacts, wanted: WantedIssued): Date {
  const since = 'date' in generation ? new Date(generation.date).getTime() : 0
  const half = (since + new Date(leaf.notAfter).getTime()) / 2
  return new Date(Math.max(renewalOf(leaf, wanted).getTime(), half))
}

export const inDays = (ms: number): string => daysText(Math.max(0, Math.floor(ms / DAY)))

function whenNext({ notAfter }: CertificateFacts, due: Date, now: Date): Finding {
  const left = inDays(new Date(notAfter).getTime() - now.getTime())
  const message = `valid for ${left}, until ${notAfter.slice(0, 10)}; renewed in ${daysText(Math.ceil((due.getTime() - now.getTime()) / DAY))}, from ${due.toISOString().slice(0, 10)} on`
  return { code: 'keystore.renewal', severity: 'notice', message }
}

function whyDue({ notAfter }: CertificateFacts, due: Date, now: Date): string {
  const left = inDays(new Date(notAfter).getTime() - now.getTime())
  return `the one in use is valid for ${left}, until ${notAfter.slice(0, 10)}, and renewed since ${due.toISOString().slice(0, 10)}`
}

/** The content that a rollback starts from: what was published last, as far as it can be told. */
export function contentInPlace(family: readonly Member[], observed: Observed): IssuedFacts | undefined {
  const order = ['new', 'rolled back', 'current']
  const found = family.flatMap((member) => {
    const opened = observed.opened.get(member.row.sysId)
    const counts = member.generation.is !== 'current' || member.active
    return opened?.kind === 'issued' && counts && order.includes(member.generation.is) ? [{ member, facts: opened.facts }] : []
  })
  found.sort((a, b) => order.indexOf(a.member.generation.is) - order.indexOf(b.member.generation.is))
  return found[0]?.facts
}
