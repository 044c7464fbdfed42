import type { Member } from './family.ts'
import type { Making } from './making.ts'
import type { ColumnChange, Step } from './model.ts'
import { isMarkedAsRequest } from './requested.ts'

/** What a person sees of the change: the columns of the item as it ends, and what becomes of old records and their profiles. */
export function shownColumns(
  making: Pick<Making, 'name'> & { readonly waits?: boolean },
  target: Member | undefined,
  steps: readonly Step[],
  family: readonly Member[],
): ColumnChange[] {
  const shown: ColumnChange[] = []
  for (const step of steps) {
    if (step.do === 'create') {
      const columns = { ...step.columns, name: making.name, active: making.waits === true ? 'false' : 'true' }
      const plain = Object.entries(columns).filter(([column]) => column !== 'pem')
      shown.push(...plain.map(([column, to]) => ({ column, from: null, to: typeof to === 'string' ? to : '' })))
    } else if (step.do === 'update' && step.kind === 'protocol-profile') {
      shown.push({ column: `profile ${step.name}`, from: 'the old generation', to: 'the new generation' })
    } else if (step.do === 'update' && 'sysId' in step.record) {
      const { sysId } = step.record
      const member = target?.row.sysId === sysId ? target : family.find(({ row }) => row.sysId === sysId)
      for (const [column, to] of Object.entries(step.columns)) {
        const from = member?.row.columns[column] ?? null
        if (from === to) continue
        shown.push({ column: member === target ? column : `${column} of ${sysId}`, from, to: typeof to === 'string' ? to : '' })
      }
    } else if (step.do === 'delete') {
      shown.push({ column: `record ${step.record.sysId}`, from: step.name, to: 'deleted' })
    }
  }
  return shown
}

/** Sentences on what becomes of records that people made, that came with a clone, or that a run has left. */
export function notesOf({ issue }: Pick<Making, 'issue'>, replaced: readonly Member[], stale: readonly Member[]): string[] {
  // Its key was in that run alone.
  const lost =
    issue === undefined ? '' : '; a certificate that was signed for it is lost with its key, and another one is asked for'
  return [
    ...replaced
      .filter(({ whose, attachments }) => whose === 'unmarked' && attachments.length > 0)
      .map(
        ({ name, row }) =>
          `the record ${name} (${row.sysId}) was made by hand: it is renamed and kept, and a new one takes its name`,
      ),
    ...replaced
      .filter(({ whose }) => whose === 'other-instance')
      .map(({ name }) => `${name} holds the content of another instance, as after a clone: it is replaced and not kept`),
    ...stale
      .filter((member) => !isMarkedAsRequest(member))
      .map(({ name }) => `${name} was left by a run that did not finish, or failed, or is still at work: it is deleted${lost}`),
  ]
}
