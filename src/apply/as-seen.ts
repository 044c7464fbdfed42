import { CodedError } from '../errors.ts'
import type { Step } from '../plan/model.ts'
import type { InstancePort, Row, SysId } from '../plan/ports.ts'
import type { Parts } from './parts.ts'

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
): Promise<'go' | 'done'> {
  const { seen, kind, name } = step
  if (seen === undefined) return 'go'
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
  if (row !== undefined && has(seen.columns) && attachments?.length === seen.attachments) return 'go'
  throw new CodedError(
    'record.changed',
    `${name} (${sysId}) is not as it was when this run looked: something else has changed it`,
  )
}

/** A certificate that is switched off or deleted must not be what a profile points at. */
const leavesUse = (step: Extract<Step, { do: 'update' | 'delete' }>): boolean =>
  step.kind === 'certificate' && (step.do === 'delete' || step.columns.active === 'false')

/** A profile that is pointed at another keystore. */
export interface Repointing {
  readonly step: Extract<Step, { do: 'update' }>
  readonly profile: SysId
}

/**
 * Points profiles at another keystore, which has to be active before and after: another run may take it away at the same time, and
 * an instance has no conditional writes. Whichever of the two writes second sees the other's, and puts its own back.
 * @throws record.changed
 */
export function repointParts(repointings: readonly Repointing[], keystore: SysId, instance: InstancePort): Parts {
  const isActive = (sysId: string): Promise<boolean> => isActiveKeystore(sysId, instance)
  const gone = notActive(keystore, repointings.map(({ step: { name } }) => name).join(', '))
  let toWrite: readonly Repointing[] = []
  return {
    look: async () => {
      const seen = repointings.map(({ step, profile }) => requireAsSeen(step, profile, { keystore }, instance))
      const [active, ...found] = await Promise.all([isActive(keystore), ...seen])
      toWrite = repointings.filter((_, index) => found[index] !== 'done')
      if (toWrite.length > 0 && !active) throw gone
      return toWrite.length === 0 ? 'done' : 'go'
    },
    write: (written) =>
      allOf(toWrite.map(({ profile }) => instance.update('protocol-profile', profile, { keystore }).then(written))),
    after: async () => {
      if (await isActive(keystore)) return
      await allOf(
        toWrite.map(async ({ step, profile }) => {
          const before = step.seen?.columns.keystore ?? ''
          if (before !== '' && (await isActive(before))) await instance.update('protocol-profile', profile, { keystore: before })
        }),
      )
      throw gone
    },
  }
}

/**
 * A profile that was just made, and that nothing refers to yet, is taken back where its keystore is not active: another run that wants
 * other content may have looked at that record before it was made active, and have deleted it since.
 * @param found what became of the profile itself meanwhile; one that was pointed elsewhere is somebody else's
 * @throws record.changed
 */
export async function requireKeystoreOf(
  { name = '', keystore = '' }: Readonly<Record<string, string>>,
  found: Promise<Row | undefined>,
  instance: InstancePort,
): Promise<void> {
  const [profile, isActive] = await Promise.all([found, isActiveKeystore(keystore, instance)])
  if (profile === undefined) throw new CodedError('record.changed', `protocol profile ${name} is not there any more`)
  if (isActive || profile.columns.keystore !== keystore) return
  await instance.remove('protocol-profile', profile.sysId)
  throw notActive(keystore, name)
}

const isActiveKeystore = async (sysId: string, instance: InstancePort): Promise<boolean> =>
  (await instance.find('certificate', [{ column: 'sys-id', operator: '=', value: sysId }]))[0]?.columns.active === 'true'

const notActive = (keystore: string, profiles: string): CodedError =>
  new CodedError('record.changed', `certificate record ${keystore} is not active: ${profiles} cannot be pointed at it`)

/** All have ended before the first failure of any is told. */
export async function allOf(writes: readonly Promise<unknown>[]): Promise<void> {
  const ended = await Promise.allSettled(writes)
  for (const result of ended) if (result.status === 'rejected') throw result.reason
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
