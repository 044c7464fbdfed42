import { hash } from 'node:crypto'
import { CodedError } from '../errors.ts'
import { allOf, repointParts, requireAsSeen, requireKeystoreOf, requireUnused } from './as-seen.ts'
import type { Parts } from './parts.ts'
import { requirePlace } from './place.ts'
import { yieldToRivals } from './rivals.ts'
import type { ColumnValue, RecordRef, Step } from '../plan/model.ts'
import { formatMark } from '../plan/mark.ts'
import { newName } from '../plan/names.ts'
import type { Contents, InstancePort, IssuedContent, Row, StoredPassword, SysId } from '../plan/ports.ts'

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

/** What goes side by side: each step by itself, but for profiles that are pointed at one keystore, which are one thing. */
export interface Unit extends Parts {
  /** The first, for people. */
  readonly step: Step
}

export function unitsOf(stage: readonly Step[], hands: Hands): Unit[] {
  const repointed = stage.flatMap((step) => (isRepointing(step) ? [step] : []))
  const [first] = repointed
  if (first === undefined) return stage.map((step) => ({ step, ...partsOf(step, hands) }))
  const { instance, made } = hands
  const repointings = repointed.map((step) => ({ step, profile: resolve(step.record, made) }))
  return [{ step: first, ...repointParts(repointings, resolve(first.columns.keystore, made), instance) }]
}

type Repointing = Extract<Step, { do: 'update' }> & { readonly columns: { readonly keystore: RecordRef } }

/** A profile that is there is pointed at another keystore, and nothing else of it is changed. */
export const isRepointing = (step: Step): step is Repointing =>
  step.do === 'update' && step.kind === 'protocol-profile' && typeof step.columns.keystore === 'object' && step.seen !== undefined

function partsOf(step: Step, hands: Hands): Parts {
  const { instance, contents, made } = hands
  switch (step.do) {
    case 'create':
      return createParts(step, hands)
    case 'set-password':
      return { write: () => instance.setPassword(resolve(step.record, made), contents.password(step.item)) }
    case 'attach':
      return { write: () => instance.attach(resolve(step.record, made), step.fileName, contents.content(step.item)) }
    case 'issue':
      return { write: () => issue(step, hands) }
    case 'probe':
      return { look: () => hands.gate(step.name, resolve(step.record, made)).then(() => 'done') }
    case 'check':
      return { look: () => check(step, hands).then(() => 'done') }
    case 'update':
      return updateParts(step, hands)
    case 'delete':
      return {
        look: () => requireAsSeen(step, step.record.sysId, {}, instance),
        write: () => instance.remove(step.kind, step.record.sysId),
      }
  }
}

function updateParts(step: Extract<Step, { do: 'update' }>, { instance, made }: Hands): Parts {
  const sysId = resolve(step.record, made)
  const columns = resolveAll(step.columns, made)
  const switchesOff = step.kind === 'certificate' && step.seen !== undefined && columns.active === 'false'
  const { place } = step
  return {
    look: async () => {
      if (place !== undefined) await requirePlace(place, sysId, instance)
      return requireAsSeen(step, sysId, columns, instance)
    },
    write: () => instance.update(step.kind, sysId, columns),
    ...(switchesOff && { after: () => requireUnused(step.name, sysId, instance) }),
  }
}

function createParts(step: Extract<Step, { do: 'create' }>, { instance, made, pause }: Hands): Parts {
  const columns = resolveAll(step.columns, made)
  const write = async (): Promise<void> => {
    made.set(step.item, await instance.create(step.kind, columns, step.known))
  }
  // A certificate is looked at when it is whole; a profile counts from now on.
  if (step.kind === 'certificate') return { write }
  const rivals = { name: columns.name ?? '', known: [] }
  const after = (): Promise<void> => {
    const found = yieldToRivals(instance, step.kind, resolve({ made: step.item }, made), rivals, pause)
    return requireKeystoreOf(columns, found, instance)
  }
  return { write, after }
}

/** The record is there, with its password, before the issuer is asked: what it gives is attached at once. */
async function issue(step: Extract<Step, { do: 'issue' }>, hands: Hands): Promise<void> {
  const { instance, made, pause } = hands
  const { rivals } = step
  const sysId = resolve(step.record, made)
  const stored = { sysId, password: hands.contents.password(step.item) }
  const row = await yieldToRivals(instance, 'certificate', sysId, rivals, pause, stored)
  if (row === undefined) throw new CodedError('record.changed', `certificate record ${sysId} is not there any more`)
  const { content, sha256, notAfter, stored: told } = await hands.issue(step)
  const fileName = formatMark(step.identity, notAfter, sha256, step.extension, step.runId)
  const name = newName(step.name, sha256)
  // What a death leaves of the two is a leftover of ours either way: a key without the name, or the name without a key.
  await allOf([instance.attach(sysId, fileName, content), instance.update('certificate', sysId, { name })])
  await check({ do: 'check', record: { sysId }, columns: { name, active: 'false', type: step.type }, sha256, rivals }, hands)
  told?.()
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

const read = async (instance: InstancePort, sysId: SysId, stored: StoredPassword | undefined): Promise<Row | undefined> =>
  (await instance.find('certificate', [{ column: 'sys-id', operator: '=', value: sysId }], stored))[0]

/** Reads row, password and attachments back before a record is made active; a broken active keystore harms the whole instance (KB1217702). */
async function check(step: Extract<Step, { do: 'check' }>, { instance, contents, made, pause }: Hands): Promise<void> {
  const sysId = resolve(step.record, made)
  const stored = step.password === undefined ? undefined : { sysId, password: contents.password(step.password) }
  const [row, attachments] = await Promise.all([
    step.rivals === undefined
      ? read(instance, sysId, stored)
      : yieldToRivals(instance, 'certificate', sysId, step.rivals, pause, stored),
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
