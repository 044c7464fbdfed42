import type { Member } from './family.ts'
import type { CertificateFacts, Change, RecordRef } from './model.ts'
import type { Observed } from './observed.ts'

/** The record that is in use now, if there is one. */
const currentOf = (family: readonly Member[]): Member | undefined =>
  family.find(({ active, generation }) => active && generation.is === 'current')

/** What refers to a keystore whose content is not known refers to the record that is there, or to the one that will be made. */
export function recordUnseen(item: string, family: readonly Member[]): RecordRef {
  const current = currentOf(family)
  return current === undefined ? { made: item } : { sysId: current.row.sysId }
}

/**
 * What would be done with a keystore whose secrets are withheld, as far as names, marks and public certificates tell. It has no
 * steps: such a plan is shown and never carried out.
 */
export function changeUnseen(
  item: string,
  name: string,
  leaf: CertificateFacts | undefined,
  family: readonly Member[],
  { tables: { certificate } }: Observed,
): Change | undefined {
  const current = currentOf(family)
  const until = current?.mark?.notAfter
  const wanted = leaf?.notAfter.slice(0, 10).replaceAll('-', '')
  const differs = until !== undefined && wanted !== undefined && until !== wanted
  const cloned = current?.whose === 'other-instance'
  if (current !== undefined && !differs && !cloned) return undefined
  return {
    item,
    kind: current === undefined ? 'create' : 'rotate',
    table: certificate.table,
    name,
    sysId: current?.row.sysId ?? null,
    reason: current === undefined ? 'missing' : cloned ? 'other-instance' : 'content-changed',
    columns: current === undefined ? [{ column: certificate.columns.name ?? 'name', from: null, to: name }] : [],
    contentHash: null,
    dependsOn: [],
    steps: [],
    notes: ['its secrets are withheld from this run, so that its content is not known'],
  }
}
