import { CodedError } from '../errors.ts'
import type { Step } from '../plan/model.ts'
import type { InstancePort, SysId } from '../plan/ports.ts'

/**
 * Looks at a record before a write that rests on what the plan saw of it: what another run or a person has changed since is not
 * overwritten.
 * @param columns what an update would set
 * @returns `done` where the record is already as the write would leave it
 * @throws record.changed
 */
export async function requireAsSeen(
  step: Extract<Step, { do: 'update' | 'delete' }>,
  sysId: SysId,
  columns: Readonly<Record<string, string>>,
  instance: InstancePort,
): Promise<'as seen' | 'done'> {
  const { seen, kind, name } = step
  if (seen === undefined) return 'as seen'
  const [row, attachments, profiles] = await Promise.all([
    instance.read(kind, sysId),
    seen.attachments === undefined ? undefined : instance.attachments([sysId]),
    leavesUse(step) ? instance.find('protocol-profile', [{ column: 'keystore', operator: '=', value: sysId }]) : [],
  ])
  if (row === undefined && step.do === 'delete') return 'done'
  const has = (wanted: Readonly<Record<string, string>>): boolean =>
    Object.entries(wanted).every(([column, value]) => row?.columns[column] === value)
  if (step.do === 'update' && row !== undefined && has(columns)) return 'done'
  const [profile] = profiles
  if (profile !== undefined) {
    const message = `${name} (${sysId}) is used by protocol profile ${profile.columns.name ?? profile.sysId} since this run looked`
    throw new CodedError('record.changed', message)
  }
  if (row !== undefined && has(seen.columns) && attachments?.length === seen.attachments) return 'as seen'
  throw new CodedError(
    'record.changed',
    `${name} (${sysId}) is not as it was when this run looked: something else has changed it`,
  )
}

/** A certificate that is switched off or deleted must not be what a profile points at. */
const leavesUse = (step: Extract<Step, { do: 'update' | 'delete' }>): boolean =>
  step.kind === 'certificate' && (step.do === 'delete' || step.columns.active === 'false')
