import type { AbsentItem } from './model.ts'
import { itemsOf } from './environment.ts'
import { SECTIONS } from './problems.ts'
import type { Entry, Mapping } from './tree.ts'
import { entryOf, textOf } from './tree.ts'

/** Whether an item says that it must not be there. */
export function isAbsent({ value }: Entry): boolean {
  const said = entryOf(value, 'absent')?.value
  return said?.kind === 'scalar' && said.value === true
}

/** The sections of a spec in two: the items that should be there, and those that must not; places are kept. */
export function splitAbsent(sections: Mapping): { readonly present: Mapping; readonly absent: Mapping } {
  const only = (wanted: boolean): Mapping => {
    const entries = [...sections.entries].map(([section, entry]): [string, Entry] => {
      if (entry.value.kind !== 'mapping') return [section, entry]
      const items = [...entry.value.entries].filter(([, item]) => isAbsent(item) === wanted)
      return [section, { ...entry, value: { ...entry.value, entries: new Map(items) } }]
    })
    return { ...sections, entries: new Map(entries) }
  }
  return { present: only(false), absent: only(true) }
}

/** The items of such sections. What they say besides is left out of account, so that one line is enough to take one away. */
export function absentItems(absent: Mapping): AbsentItem[] {
  return SECTIONS.flatMap((section) =>
    itemsOf(absent, section).map(({ key: name, at, value }): AbsentItem => {
      const scope = textOf(entryOf(value, 'scope')?.value)
      const sysId = textOf(entryOf(value, 'sys-id')?.value)
      return { section, name, at, ...(scope !== undefined && { scope }), ...(sysId !== undefined && { sysId }) }
    }),
  )
}
