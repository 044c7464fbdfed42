import type { Finding } from '../errors.ts'
import { isLive, type Member } from './family.ts'

/**
 * What may be wrong with the records of a family so that nothing of it is touched.
 * @param adopt whether another's mark is no error. Content that is equal is current (contract 4.7): the mark, which is the name of the
 *   attachment, is then left as it is, as no API renames one.
 */
export function obstaclesOf(family: readonly Member[], adopt = false): Finding[] {
  const live = family.filter(isLive)
  const current = live.filter(({ generation, active }) => generation.is === 'current' && active)
  const findings: Finding[] = []
  if (current.length > 1) {
    const ids = current.map(({ row }) => row.sysId).join(', ')
    findings.push({
      code: 'record.ambiguous',
      severity: 'error',
      message: `${current.length} active certificate records have this name: ${ids}`,
      hint: 'keep the one that profiles point at active, and make the others inactive or rename them',
    })
  }
  for (const member of live) {
    if (member.whose !== 'other-owner' && member.whose !== 'other-environment') continue
    const message =
      member.whose === 'other-owner'
        ? `the record ${member.name} (${member.row.sysId}) is marked as another repository's`
        : `the record ${member.name} (${member.row.sysId}) is marked as belonging to environment ${member.mark?.environment ?? ''}`
    findings.push(
      adopt
        ? {
            code: 'record.adopted',
            severity: 'notice',
            message: `${message}: it is taken over, and keeps that mark until its content changes; until then neither destroy nor absent takes it away`,
          }
        : { code: `record.${member.whose}`, severity: 'error', message },
    )
  }
  return findings
}
