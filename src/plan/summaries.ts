import type { Finding } from '../errors.ts'
import { daysUntil } from '../x509/format.ts'
import type { CertificateKind, Member } from './family.ts'
import type { FamilyPlan } from './generations.ts'
import type { Making } from './making.ts'
import type { PlanInput } from './input.ts'
import type { CertificateFacts, CertificateSummary } from './model.ts'
import type { Observed, OpenedContent } from './observed.ts'

/** The certificates of what could be built, as outputs and reports show them; their files are not known yet. */
export function summariesOf(
  { trusted, keystores, unseen }: Pick<PlanInput, 'trusted' | 'keystores' | 'unseen'>,
  now: Date,
  inPlace: readonly InPlace[] = [],
): CertificateSummary[] {
  const summary = (kind: CertificateKind, name: string, facts: CertificateFacts, next?: CertificateFacts): CertificateSummary => {
    const daysRemaining = daysUntil(new Date(facts.notAfter), now)
    return { name, kind, ...facts, daysRemaining, files: [], ...(next && { next: { ...next, files: [] } }) }
  }
  // What is in use goes before what the spec asks for, where these differ.
  const wanted = [...keystores.values()].filter(({ name }) => !inPlace.some((one) => one.name === name))
  return [
    ...[...trusted.values()].map(({ name, certificate }) => summary('trusted-certificate', name, certificate)),
    ...[...wanted, ...inPlace, ...unseen.values()].flatMap(({ name, leaf, ...one }) =>
      leaf ? [summary('keystore', name, leaf, 'next' in one ? one.next : undefined)] : [],
    ),
  ]
}

/** What a keystore holds, as far as it is known: the certificate that is in use, and the one that is to be. */
export interface InPlace {
  readonly name: string
  readonly leaf: CertificateFacts | undefined
  readonly next?: CertificateFacts | undefined
}

/** A certificate counts as in use once a run that writes is going to use it; until then the one that is there does, where it is known. */
export function inPlaceOf(
  { name, issue }: Pick<Making, 'name' | 'issue'>,
  { heldBack, waitsUntil }: Pick<FamilyPlan, 'heldBack' | 'waitsUntil'>,
  { inUse, wanted, writes }: { inUse: CertificateFacts | undefined; wanted: CertificateFacts | undefined; writes: boolean },
): InPlace {
  const next = wanted?.fingerprint256 === inUse?.fingerprint256 ? undefined : wanted
  if (heldBack) return { name, leaf: inUse }
  if (waitsUntil !== undefined) return { name, leaf: inUse, next }
  if (inUse === undefined || (writes && issue === undefined)) return { name, leaf: wanted }
  return { name, leaf: inUse, next }
}

/** What the generation in use was found to hold; undefined where that is what the spec gives, or was not looked into. */
export function inUseOf(family: readonly Member[], observed: Observed): OpenedFacts | undefined {
  const current = family.find(({ active, generation }) => active && generation.is === 'current')
  return current && openedFactsOf(current, observed)
}

type OpenedFacts = Pick<Extract<OpenedContent, { kind: 'different' }>, 'leaf' | 'findings'>

export function openedFactsOf({ row }: Member, { opened }: Pick<Observed, 'opened'>): OpenedFacts | undefined {
  const content = opened.get(row.sysId)
  if (content?.kind === 'issued' || content?.kind === 'requested') return content.facts
  return content?.kind === 'different' ? content : undefined
}

/** Contents that the account may not see: what is in them cannot be told from what is wanted. */
export function deniedOf(family: readonly Member[], observed: Observed): Finding[] {
  return family.flatMap(({ name, row }): Finding[] => {
    const opened = observed.opened.get(row.sysId)
    if (opened?.kind !== 'denied') return []
    return [
      {
        code: 'record.unclear',
        severity: 'error',
        message: `the attachment of ${name} (${row.sysId}) cannot be read: ${opened.why}`,
      },
    ]
  })
}
