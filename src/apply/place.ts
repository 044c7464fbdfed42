import { CodedError } from '../errors.ts'
import { generationOf } from '../plan/names.ts'
import type { Place } from '../plan/model.ts'
import type { CertificateTypes, InstancePort, Row, SysId } from '../plan/ports.ts'
import { isOneKind } from './rivals.ts'

/**
 * Looks once more before a record takes the name of its item. Of two runs with other intents, as an apply and a rollback, each may have
 * found the record in use as it was, and stepped it aside; what each wrote before that the other sees now. So both decide alike: the
 * record that the profiles point at takes the name; where no profile tells, the older one.
 * @throws record.changed
 */
export async function requirePlace({ name, profiles, staying }: Place, own: SysId, instance: InstancePort): Promise<void> {
  if (profiles.length > 0) {
    const using = await instance.find('protocol-profile', [{ column: 'keystore', operator: '=', value: own }])
    if (profiles.every((profile) => using.some(({ sysId }) => sysId === profile))) return
    throw taken(`its protocol profile does not use certificate record ${own} any more`, name)
  }
  const types = await instance.certificateTypes()
  const rows = await instance.find('certificate', [
    { column: 'name', operator: '=', value: name },
    { column: 'name', operator: 'STARTSWITH', value: `${name} (` },
  ])
  const mine = rows.find(({ sysId }) => sysId === own)
  if (mine === undefined) throw taken(`certificate record ${own} is not there any more`, name)
  const stays = ({ sysId, columns }: Row): boolean => staying.includes(sysId) && columns.name !== name
  const before = rows.find((row) => row !== mine && !stays(row) && isRival(row, mine, name, types) && comesFirst(row, mine, name))
  if (before !== undefined) throw taken(`certificate record ${before.sysId} is active and comes before ${own}`, name)
}

const taken = (why: string, name: string): CodedError =>
  new CodedError('record.changed', `another run is at work on ${name}: ${why}`)

/** Active, and neither kept for what refers to it nor trusted for a while: it is on its way to the name, or has it. */
function isRival(row: Row, mine: Row, name: string, types: CertificateTypes): boolean {
  const is = generationOf(name, row.columns.name ?? '')?.is
  const isBesides = is === undefined || is === 'in use' || is === 'until'
  return row.columns.active === 'true' && !isBesides && isOneKind(row, mine, types)
}

const comesFirst = (row: Row, mine: Row, name: string): boolean => row.columns.name === name || ageOf(row) < ageOf(mine)

const ageOf = ({ sysId, columns }: Row): string => `${columns.created ?? ''} ${sysId}`
