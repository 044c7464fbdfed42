import type { Finding } from '../errors.ts'
import { DAY } from '../x509/format.ts'
import { holds, type Member, type WantedContent } from './family.ts'
import { endOf } from './handover.ts'
import type { PlanInput } from './input.ts'
import type { CertificateFacts } from './model.ts'
import { isMarkedAsRequest } from './requested.ts'
import { openedFactsOf } from './summaries.ts'

/** What stays: its certificate is not revoked. */
type Kept = Pick<CertificateFacts, 'fingerprint256'> | undefined

/**
 * The certificates of purged keys are still valid: their issuer has to be told. Of what does not open, and shows nothing without its
 * password, the mark tells until when it is valid.
 */
export function revocations(
  family: readonly Member[],
  { observed, now }: PlanInput,
  wanted: WantedContent,
  kept: Kept,
): Finding[] {
  const told = family.flatMap((member): string[] => {
    const { row, name, whose, mark, attachments } = member
    if (whose === 'other-instance' || attachments.length === 0 || holds(member, wanted, observed.opened)) return []
    const opened = observed.opened.get(row.sysId)
    if (opened?.kind === 'requested' && opened.facts.placeholder) return []
    const leaf = opened?.kind === 'unreadable' ? opened.leaf : openedFactsOf(member, observed)?.leaf
    if (leaf !== undefined) {
      if (leaf.fingerprint256 === kept?.fingerprint256 || new Date(leaf.notAfter) <= now) return []
      return [`revoke the certificate ${leaf.serialNumber} of ${leaf.issuer}`]
    }
    const ends = endOf(member, observed)
    if (isMarkedAsRequest(member) || ends + DAY <= now.getTime()) return []
    const until =
      mark === undefined ? 'if it is still valid' : `which is valid until ${new Date(ends).toISOString().slice(0, 10)}`
    const why = opened !== undefined && 'why' in opened ? `: ${opened.why}` : ''
    return [`revoke the certificate of ${name} (${row.sysId}), ${until}: its serial number is not known here${why}`]
  })
  return [...new Set(told)].map((message) => ({ code: 'keystore.revoke', severity: 'warning', message }))
}

/** Of a keystore that is given no other key can be made here: a stolen one must not be thought to be out of use. */
export function purgesNot(family: readonly Member[], making: WantedContent, { observed }: PlanInput): Finding[] {
  const used = family.find(({ active, generation }) => active && generation.is === 'current')
  if (used === undefined || !holds(used, making, observed.opened)) return []
  const message = `input rotate-purge: the key in use, in ${used.name} (${used.row.sysId}), is the one that the spec gives, and stays`
  return [{ code: 'keystore.not-purged', severity: 'warning', message }]
}
