import { problemOf, stopsRun } from '../errors.ts'
import { planTrusted } from './certificates.ts'
import { concluded } from './conclude.ts'
import { missingColumns } from './guards.ts'
import type { PlanInput } from './input.ts'
import { unknownRotations } from './issued.ts'
import { planExisting, planKeystore } from './keystores.ts'
import { Ledger } from './ledger.ts'
import { isOfSpec, parseMark } from './mark.ts'
import type { Plan } from './model.ts'
import { baseName, generationOf } from './names.ts'
import { planMessage, planProfile, seekProfile } from './places.ts'
import { planRemovals } from './removal.ts'

/** The one plan: what differs, what has to be done in which order, and everything that is wrong (contract 4). Pure. */
export function computePlan(input: PlanInput): Plan {
  const { spec, observed } = input
  const ledger = new Ledger(input)
  ledger.problems.push(
    ...missingColumns(observed),
    ...unknownRotations(input.rotation, (name) => spec.keystores.has(name), 'the spec has no such keystore'),
  )
  for (const name of spec.protocolProfiles.keys()) seekProfile(ledger, name)
  for (const name of spec.trustedCertificates.keys()) planTrusted(ledger, name)
  for (const name of spec.keystores.keys()) planKeystore(ledger, name)
  for (const existing of spec.existing.values()) planExisting(ledger, existing)
  for (const profile of spec.protocolProfiles.values()) planProfile(ledger, profile)
  for (const message of spec.messages) planMessage(ledger, message)
  planRemoved(ledger)
  reportUnlisted(ledger)
  const { changes, unchanged, blocked, problems, inPlace } = ledger
  return concluded(input, { depth: depthOf(input), changes, unchanged, blocked, problems, inPlace })
}

function planRemoved(ledger: Ledger): void {
  const { spec, removal, observed, identity, now } = ledger.input
  const removed = planRemovals({ absent: spec.absent, removal, observed, identity, now, changes: ledger.changes })
  for (const { item: absent, change, findings } of removed) {
    const item = `${absent.section}.${absent.name}`
    ledger.report(item, absent.at, findings)
    if (!ledger.isBlocked(item)) ledger.settle(change, item)
  }
}

/** What bears the mark of this spec and is not in it any more is told, and never taken away by itself (contract 3). */
function reportUnlisted(ledger: Ledger): void {
  const { spec, observed, identity } = ledger.input
  const absent = spec.absent.map(({ name }) => name)
  const names = [...spec.keystores.keys(), ...spec.existing.keys(), ...spec.trustedCertificates.keys(), ...absent]
  const unlisted = new Map<string, string[]>()
  for (const { sysId, columns } of observed.certificates) {
    const name = columns.name ?? ''
    const marked = observed.attachments.get(sysId)?.some(({ fileName }) => isOfSpec(parseMark(fileName), identity)) === true
    if (!marked || names.some((known) => generationOf(known, name) !== undefined)) continue
    unlisted.set(baseName(name), [...(unlisted.get(baseName(name)) ?? []), `${name} (${sysId})`])
  }
  // A keystore has many generations: they are told as one.
  for (const found of unlisted.values()) {
    const records = found.sort()
    const which =
      records.length === 1 ? `certificate record ${records.join('')} bears` : `certificate records ${records.join(', ')} bear`
    const message = `${which} the mark of this spec and ${records.length === 1 ? 'is' : 'are'} not in it`
    ledger.problems.push(problemOf({ code: 'record.unlisted', severity: 'notice', message }, ''))
  }
}

/** Full only where everything that the spec wants could be built. */
const depthOf = ({ unseen }: PlanInput): Plan['depth'] => (unseen.size > 0 ? 'public' : 'full')

/** Whether nothing of the plan may be carried out. */
export const isStopped = (plan: Plan): boolean => plan.problems.some(stopsRun)
