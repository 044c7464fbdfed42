import { CodedError } from '../errors.ts'
import { generationOf } from '../plan/names.ts'
import type { Rivals } from '../plan/model.ts'
import type { CertificateTypes, Condition, InstancePort, RecordKind, Row, StoredPassword, SysId } from '../plan/ports.ts'

/** How often, and after how long, a run looks again at one that began in the same second. */
const LOOKS = 8
const BETWEEN_LOOKS_MS = 250

/**
 * Two runs at once on one instance: each looks again after it has made its record, the older record stays, and each deletes only its
 * own. Creation is told to the second, so that of two records of one second nobody knows which run looked first: the one with the
 * greater sys_id gives way, the other waits until it sees what became of it.
 *
 * @param own the record that this run has made; nothing uses it yet
 * @param stored looked at with the same question
 * @returns the record as it is now, undefined where it is gone
 * @throws record.concurrent after the own record was deleted
 */
export async function yieldToRivals(
  instance: InstancePort,
  kind: RecordKind,
  own: SysId,
  rivals: Rivals,
  pause: (ms: number) => Promise<void>,
  stored?: StoredPassword,
): Promise<Row | undefined> {
  const types = await instance.certificateTypes()
  for (let look = 1; ; look += 1) {
    const rows = await instance.find(kind, conditionsOf(kind, rivals.name), stored)
    const mine = rows.find(({ sysId }) => sysId === own)
    if (mine === undefined) return undefined
    const others = rows.filter((row) => row.sysId !== own && !isAsKnown(row, rivals) && isRival(row, mine, rivals.name, types))
    if (others.length === 0) return mine
    const verdicts = others.map((other) => verdictOn(mine, other, rivals.name, kind))
    if (verdicts.includes('give way') || (look === LOOKS && verdicts.includes('wait'))) {
      await instance.remove(kind, own)
      const ids = others.map(({ sysId }) => sysId).join(', ')
      throw new CodedError(
        'record.concurrent',
        `another run makes ${rivals.name} at the same time (${ids}); what this run made is deleted`,
      )
    }
    if (!verdicts.includes('wait')) return mine
    await pause(BETWEEN_LOOKS_MS)
  }
}

function conditionsOf(kind: RecordKind, name: string): Condition[] {
  const exactly: Condition = { column: 'name', operator: '=', value: name }
  return kind === 'certificate' ? [exactly, { column: 'name', operator: 'STARTSWITH', value: `${name} (new ` }] : [exactly]
}

/** A record that was there before and is as it was: a leftover, or what is in use. */
const isAsKnown = ({ sysId, columns }: Row, { known }: Rivals): boolean =>
  known.some((one) => one.sysId === sysId && one.name === columns.name && String(one.active) === columns.active)

function isRival(row: Row, mine: Row, name: string, types: CertificateTypes): boolean {
  const is = generationOf(name, row.columns.name ?? '')?.is
  return (is === 'current' || is === 'new') && isOneKind(row, mine, types)
}

/** A trusted certificate and a keystore of one name are two things; keystores of two types are not. */
export function isOneKind(one: Row, other: Row, { jks, pkcs12 }: CertificateTypes): boolean {
  const isKeystore = ({ columns: { type } }: Row): boolean => type === jks || type === pkcs12
  return one.columns.type === other.columns.type || (isKeystore(one) && isKeystore(other))
}

function verdictOn(mine: Row, other: Row, name: string, kind: RecordKind): 'give way' | 'stay' | 'wait' {
  // It has taken the name or the work already: its run has looked, and goes on.
  if (kind === 'certificate' && (other.columns.active === 'true' || other.columns.name === name)) return 'give way'
  const [ours, theirs] = [mine.columns.created ?? '', other.columns.created ?? '']
  if (ours !== theirs) return ours < theirs ? 'stay' : 'give way'
  return mine.sysId < other.sysId ? 'wait' : 'give way'
}
