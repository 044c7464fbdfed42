import { CodedError } from '../errors.ts'
import type { Step } from '../plan/model.ts'
import type { InstancePort, Row, SysId } from '../plan/ports.ts'

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
    leavesUse(step) ? profilesOf(sysId, instance) : [],
  ])
  if (row === undefined && step.do === 'delete') return 'done'
  const has = (wanted: Readonly<Record<string, string>>): boolean =>
    Object.entries(wanted).every(([column, value]) => row?.columns[column] === value)
  if (step.do === 'update' && row !== undefined && has(columns)) return 'done'
  const [profile] = profiles
  if (profile !== undefined) throw inUse(name, sysId, profile)
  if (row !== undefined && has(seen.columns) && attachments?.length === seen.attachments) return 'as seen'
  throw new CodedError(
    'record.changed',
    `${name} (${sysId}) is not as it was when this run looked: something else has changed it`,
  )
}

/** A certificate that is switched off or deleted must not be what a profile points at. */
const leavesUse = (step: Extract<Step, { do: 'update' | 'delete' }>): boolean =>
  step.kind === 'certificate' && (step.do === 'delete' || step.columns.active === 'false')

/**
 * Points a profile at another keystore, which has to be active before and after: another run may take it away at the same time, and
 * an instance has no conditional writes. Whichever of the two writes second sees the other's, and puts its own back.
 * @throws record.changed
 */
export async function repoint(
  { name, seen }: Extract<Step, { do: 'update' }>,
  profile: SysId,
  keystore: SysId,
  instance: InstancePort,
): Promise<void> {
  const isActive = async (sysId: string): Promise<boolean> =>
    (await instance.find('certificate', [{ column: 'sys-id', operator: '=', value: sysId }]))[0]?.columns.active === 'true'
  const gone = new CodedError('record.changed', `certificate record ${keystore} is not active: ${name} is not pointed at it`)
  if (!(await isActive(keystore))) throw gone
  await instance.update('protocol-profile', profile, { keystore })
  if (await isActive(keystore)) return
  const before = seen?.columns.keystore ?? ''
  if (before !== '' && (await isActive(before))) await instance.update('protocol-profile', profile, { keystore: before })
  throw gone
}

/** Makes a record active again that a profile has been pointed at while it was switched off. @throws record.changed */
export async function requireUnused(name: string, sysId: SysId, instance: InstancePort): Promise<void> {
  const [profile] = await profilesOf(sysId, instance)
  if (profile === undefined) return
  await instance.update('certificate', sysId, { active: 'true' })
  throw inUse(name, sysId, profile)
}

const profilesOf = (keystore: SysId, instance: InstancePort): Promise<Row[]> =>
  instance.find('protocol-profile', [{ column: 'keystore', operator: '=', value: keystore }])

const inUse = (name: string, sysId: SysId, { sysId: profile, columns }: Row): CodedError =>
  new CodedError(
    'record.changed',
    `${name} (${sysId}) is used by protocol profile ${columns.name ?? profile} since this run looked`,
  )
