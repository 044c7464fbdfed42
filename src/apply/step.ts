import { hash } from 'node:crypto'
import { CodedError } from '../errors.ts'
import { repoint, requireAsSeen, requireUnused } from './as-seen.ts'
import { yieldToRivals } from './rivals.ts'
import type { ColumnValue, RecordRef, Step } from '../plan/model.ts'
import { formatMark } from '../plan/mark.ts'
import { newName } from '../plan/names.ts'
import type { Contents, InstancePort, IssuedContent, SysId } from '../plan/ports.ts'

/** A keystore or certificate larger than this is none of ours. */
const MAX_CONTENT = 1024 * 1024

/** The sys_ids of the records that this run has made, by item. */
export type Made = Map<string, SysId>

export interface Hands {
  readonly instance: InstancePort
  readonly contents: Contents
  /** Makes a key and has it signed. @throws issuer.*, guard.root, and what a keystore that is built may have */
  readonly issue: (step: Extract<Step, { do: 'issue' }>) => Promise<IssuedContent>
  /** Asks the required probes of a keystore with what the record holds. @throws probe.*, when one fails */
  readonly gate: (keystore: string, record: SysId) => Promise<void>
  readonly made: Made
  /** Waits, between looks at what another run does. */
  readonly pause: (ms: number) => Promise<void>
}

/**
 * Carries out one step and looks at the answer before it returns (contract 4.8).
 * @throws CodedError when the instance refuses, or stored something else than was sent.
 */
export async function carryOutStep(step: Step, hands: Hands): Promise<void> {
  const { instance, contents, made } = hands
  switch (step.do) {
    case 'create':
      return create(step, hands)
    case 'set-password':
      await setPassword(step, hands, () => undefined)
      return
    case 'attach':
      await instance.attach(resolve(step.record, made), step.fileName, contents.content(step.item))
      return
    case 'issue':
      return issue(step, hands)
    case 'probe':
      return hands.gate(step.name, resolve(step.record, made))
    case 'check':
      return check(step, hands)
    case 'update':
      return update(step, hands)
    case 'delete':
      if ((await requireAsSeen(step, step.record.sysId, {}, instance)) === 'done') return
      return instance.remove(step.kind, step.record.sysId)
  }
}

/**
 * Stores a password and looks whether it was stored, while something else is done that nothing in use rests on yet.
 * @param meanwhile undefined where nothing is to be done after all
 * @returns whether that was done, too; both have ended, whatever became of them
 */
export async function setPassword(
  { record, item }: Extract<Step, { do: 'set-password' }>,
  { instance, contents, made }: Hands,
  meanwhile: () => Promise<void> | undefined,
): Promise<'both' | 'alone'> {
  const sysId = resolve(record, made)
  const password = contents.password(item)
  await instance.setPassword(sysId, password)
  const other = meanwhile()
  const ended = await Promise.allSettled([instance.requirePassword(sysId, password), other])
  for (const result of ended) if (result.status === 'rejected') throw result.reason
  return other === undefined ? 'alone' : 'both'
}

async function update(step: Extract<Step, { do: 'update' }>, { instance, made }: Hands): Promise<void> {
  const sysId = resolve(step.record, made)
  const columns = resolveAll(step.columns, made)
  if ((await requireAsSeen(step, sysId, columns, instance)) === 'done') return
  const target = step.kind === 'protocol-profile' ? step.columns.keystore : undefined
  if (typeof target === 'object') return repoint(step, sysId, resolve(target, made), instance)
  await instance.update(step.kind, sysId, columns)
  if (step.kind === 'certificate' && step.seen !== undefined && columns.active === 'false')
    await requireUnused(step.name, sysId, instance)
}

async function create(step: Extract<Step, { do: 'create' }>, { instance, made, pause }: Hands): Promise<void> {
  const columns = resolveAll(step.columns, made)
  const sysId = await instance.create(step.kind, columns, step.known)
  // A certificate is looked at when it is whole; a profile counts from now on.
  if (step.kind !== 'certificate') await yieldToRivals(instance, step.kind, sysId, { name: columns.name ?? '', known: [] }, pause)
  made.set(step.item, sysId)
}

/** The record is there, with its password, before the issuer is asked: what it gives is attached at once. */
async function issue(step: Extract<Step, { do: 'issue' }>, hands: Hands): Promise<void> {
  const { instance, made, pause } = hands
  const { rivals } = step
  const sysId = resolve(step.record, made)
  const row = await yieldToRivals(instance, 'certificate', sysId, rivals, pause)
  if (row === undefined) throw new CodedError('record.changed', `certificate record ${sysId} is not there any more`)
  const { content, sha256, notAfter, stored } = await hands.issue(step)
  const fileName = formatMark(step.identity, notAfter, sha256, step.extension, step.runId)
  await instance.attach(sysId, fileName, content)
  const name = newName(step.name, sha256)
  await instance.update('certificate', sysId, { name })
  await check({ do: 'check', record: { sysId }, columns: { name, active: 'false', type: step.type }, sha256, rivals }, hands)
  stored?.()
}

function resolve(record: RecordRef, made: Made): SysId {
  if ('sysId' in record) return record.sysId
  const sysId = made.get(record.made)
  if (sysId === undefined) throw new CodedError('internal', `the record of ${record.made} was not made before it was needed`)
  return sysId
}

function resolveAll(columns: Readonly<Record<string, ColumnValue>>, made: Made): Record<string, string> {
  const entries = Object.entries(columns)
  return Object.fromEntries(entries.map(([column, value]) => [column, typeof value === 'string' ? value : resolve(value, made)]))
}

/** Reads row and attachments back before a record is made active; a broken active keystore harms the whole instance (KB1217702). */
async function check(step: Extract<Step, { do: 'check' }>, { instance, made, pause }: Hands): Promise<void> {
  const sysId = resolve(step.record, made)
  const [row, attachments] = await Promise.all([
    step.rivals === undefined
      ? instance.read('certificate', sysId)
      : yieldToRivals(instance, 'certificate', sysId, step.rivals, pause),
    step.sha256 === undefined ? [] : instance.attachments([sysId]),
  ])
  if (row === undefined) throw new CodedError('record.changed', `certificate record ${sysId} is not there any more`)
  for (const [column, value] of Object.entries(step.columns)) {
    if (row.columns[column] === value) continue
    throw new CodedError('record.changed', `certificate record ${sysId}: ${column} is not what was written`)
  }
  if (step.sha256 === undefined) return
  const [attachment] = attachments
  if (attachment === undefined || attachments.length > 1) {
    throw new CodedError(
      'record.changed',
      `certificate record ${sysId} has ${attachments.length} attachments where one is needed`,
    )
  }
  const hash = attachment.hash === '' ? sha256Of(await instance.download(attachment.sysId, MAX_CONTENT)) : attachment.hash
  if (step.sha256 === '' || !hash.startsWith(step.sha256)) {
    throw new CodedError('instance.attachment-damaged', `the attachment of certificate record ${sysId} is not what was sent`)
  }
}

const sha256Of = (bytes: Buffer): string => hash('sha256', bytes, 'hex')
