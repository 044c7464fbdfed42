import type { Finding } from '../errors.ts'
import type { AbsentItem, MessageKind } from '../spec/model.ts'
import { methodsOf, quietMethods, schemesLeft, withoutScheme } from './endpoints.ts'
import { familyOf, type CertificateKind, type Member } from './family.ts'
import { obstaclesOf } from './obstacles.ts'
import { shownColumns } from './shown.ts'
import type { Identity } from './mark.ts'
import type { Change, ColumnChange, Step } from './model.ts'
import type { Observed } from './observed.ts'
import { keptName, untilName } from './names.ts'
import type { RecordKind, Reference, Row, SysId } from './ports.ts'
import { change, remove } from './record-steps.ts'
import { resolveMessage, resolveProfile } from './references.ts'
import { givenUp } from './requested.ts'
import { isStale } from './retiring.ts'

/**
 * - `absent`: the spec says of an item that it must not be there.
 * - `destroy`: all that the spec has made is taken away; what others made or may trust is left.
 */
export type Removal = 'absent' | 'destroy'

export interface RemovalInput {
  readonly absent: readonly AbsentItem[]
  readonly removal: Removal
  readonly observed: Observed
  readonly identity: Identity
  readonly now: Date
  /** What is planned besides: a record that is changed may stop to refer to what is taken away. */
  readonly changes: readonly Change[]
}

/** What becomes of one item that must not be there. */
export interface Removed {
  readonly item: AbsentItem
  /** Undefined where there is nothing to take away, or nothing that may be. */
  readonly change: Change | undefined
  readonly findings: readonly Finding[]
}

const ORDER = ['messages', 'protocol-profiles', 'certificates'] as const

/** Takes items away in the safe order: messages off, then their profiles, then the records (contract 3, 4.3). Pure. */
export function planRemovals(input: RemovalInput): Removed[] {
  const remover = new Remover(input)
  return ORDER.flatMap((stage) =>
    input.absent.filter(({ section }) => stageOf(section) === stage).map((item) => remover.remove(item)),
  )
}

function stageOf(section: AbsentItem['section']): (typeof ORDER)[number] {
  if (section === 'keystores' || section === 'trusted-certificates') return 'certificates'
  return section === 'protocol-profiles' ? section : 'messages'
}

class Remover {
  readonly #input: RemovalInput
  /** By record: the item whose change makes it refer to nothing that is taken away. */
  readonly #releasing: Map<SysId, string>

  constructor(input: RemovalInput) {
    this.#input = input
    this.#releasing = new Map(input.changes.flatMap(releasesOf))
  }

  remove(item: AbsentItem): Removed {
    const removed = this.#removed(item)
    for (const [sysId, by] of removed.change === undefined ? [] : releasesOf(removed.change)) this.#releasing.set(sysId, by)
    return removed
  }

  #removed(item: AbsentItem): Removed {
    switch (item.section) {
      case 'keystores':
        return this.#certificate(item, 'keystore')
      case 'trusted-certificates':
        return this.#certificate(item, 'trusted-certificate')
      case 'protocol-profiles':
        return this.#profile(item)
      case 'rest-messages':
        return this.#message(item, 'rest-message')
      case 'soap-messages':
        return this.#message(item, 'soap-message')
      case 'connections':
        return this.#message(item, 'connection')
      case 'oauth-providers':
        return this.#message(item, 'oauth-provider')
    }
  }

  /** A message is never deleted: what is taken away is its mutual authentication. */
  #message(item: AbsentItem, kind: MessageKind): Removed {
    const { observed, removal, absent } = this.#input
    const resolved = resolveMessage(observed, { kind, name: item.name, scope: item.scope, sysId: item.sysId })
    if ('finding' in resolved) {
      const findings = resolved.finding.code === 'record.missing' ? [] : [resolved.finding]
      return { item, change: undefined, findings }
    }
    const { row } = resolved
    if (row === undefined) return nothing(item)
    const profile = row.columns['protocol-profile'] ?? ''
    // Whose scheme an endpoint has that names no profile any more, nobody can tell for sure.
    if (row.columns['mutual-authentication'] === 'false' && profile === '') {
      return { ...nothing(item), findings: schemesLeft(row, quietMethods(methodsOf(observed, row)), observed.profiles) }
    }
    const scheme = observed.profiles.find(({ sysId }) => sysId === profile)?.columns.name
    const ours = absent.some(({ section, name }) => section === 'protocol-profiles' && name === scheme)
    if (removal === 'destroy' && profile !== '' && !ours) {
      return left(item, `the message uses the profile ${scheme ?? profile}, which is not one of this spec`)
    }
    const endpoint = row.columns.endpoint ?? ''
    const restored = scheme === undefined ? undefined : withoutScheme(scheme, methodsOf(observed, row), observed.tables)
    const off = {
      'mutual-authentication': 'false',
      'protocol-profile': '',
      // The scheme that `rewrite-endpoint` gave it leads nowhere without the profile.
      ...(scheme !== undefined && endpoint.startsWith(`${scheme}://`) && { endpoint: endpoint.replace(`${scheme}:`, 'https:') }),
    }
    const differing = Object.entries(off).filter(([column, value]) => row.columns[column] !== value)
    const written = (entries: typeof differing): Step[] =>
      entries.length === 0
        ? []
        : [{ do: 'update', kind, record: { sysId: row.sysId }, name: item.name, columns: Object.fromEntries(entries) }]
    // The flag by itself first: an instance that does not take it keeps the profile that belongs to it. The profile last: without it
    // the next run would not know whose scheme the endpoints of methods have.
    const isFlag = ([column]: readonly [string, string]): boolean => column === 'mutual-authentication'
    const [flag, rest] = [differing.filter(isFlag), differing.filter((entry) => !isFlag(entry))]
    const steps = [...written(flag), ...(restored?.steps ?? []), ...written(rest)]
    const shown = differing.map(([column, to]) => ({ column, from: row.columns[column] ?? null, to }))
    const columns = [...shown, ...(restored?.columns ?? [])]
    return { item, change: this.#change(item, kind, row.sysId, columns, steps, []), findings: [] }
  }

  #profile(item: AbsentItem): Removed {
    const { observed, removal } = this.#input
    const resolved = resolveProfile(observed, item.name)
    if ('finding' in resolved) return { item, change: undefined, findings: [resolved.finding] }
    const { row } = resolved
    if (row === undefined) return nothing(item)
    if (removal === 'destroy' && !this.#isOurs(row)) {
      return left(item, 'the profile uses a keystore that this spec has not made')
    }
    const references = observed.references.get(row.sysId) ?? []
    const users = references.filter(({ record }) => record === undefined || !this.#releasing.has(record))
    if (users.length > 0) return this.#inUse(item, [...new Set(users.map((user) => this.#named(user)))])
    const dependsOn = references.flatMap(({ record }) => (record === undefined ? [] : (this.#releasing.get(record) ?? [])))
    const step: Step = { do: 'delete', kind: 'protocol-profile', record: { sysId: row.sysId }, name: item.name }
    const shown = [{ column: 'name', from: item.name, to: 'deleted' }]
    return { item, change: this.#change(item, 'protocol-profile', row.sysId, shown, [step], dependsOn), findings: [] }
  }

  /** Whether the keystore of a profile is one that this spec has made. */
  #isOurs(profile: Row): boolean {
    const keystore = profile.columns.keystore ?? ''
    const keystores = this.#input.absent.filter(({ section }) => section === 'keystores')
    const made = keystores.flatMap(({ name }) => this.#family('keystore', name)).filter((member) => isOurs(member, 'keystore'))
    return made.some(({ row }) => row.sysId === keystore)
  }

  #family(kind: CertificateKind, name: string): Member[] {
    return familyOf(this.#input.observed, this.#input.identity, kind, name)
  }

  /** All generations of a keystore or trusted certificate. What people made is renamed and made inactive, never deleted. */
  #certificate(item: AbsentItem, kind: CertificateKind): Removed {
    const { removal, now } = this.#input
    // In an order that does not hang on sys_ids: the newest generation's name is the shortest.
    const family = this.#family(kind, item.name).sort((a, b) => (a.name < b.name ? -1 : 1))
    const obstacles = obstaclesOf(family)
    if (obstacles.length > 0) return { item, change: undefined, findings: obstacles }
    const ours = family.filter((member) => isOurs(member, kind))
    const theirs = family.filter((member) => member.active && isOthers(member, kind))
    if (removal === 'destroy' && kind === 'trusted-certificate') {
      const active = family.some((member) => member.active)
      return active ? left(item, 'others may trust it, too: trusted certificates are not destroyed') : nothing(item)
    }
    const aside = removal === 'destroy' ? [] : theirs
    const all = [...ours, ...aside].map((member) => ({ member, users: this.#usersOf(member) }))
    const held = all.flatMap(({ users }) => users.filter(({ by }) => by === undefined))
    const inUse = held.length === 0 ? undefined : this.#inUse(item, [...new Set(held.map(({ where }) => where))])
    // What must not be there goes as a whole or not at all; what is taken down goes as far as it can.
    if (inUse !== undefined && removal === 'absent') return inUse
    const free = all.filter(({ users }) => users.every(({ by }) => by !== undefined))
    const users = free.flatMap((one) => one.users)
    const leaving = free.map(({ member }) => member)
    const steps = leaving.flatMap((member) => {
      if (aside.includes(member)) return [change(member, { ...asideName(member, item.name, kind, now), active: 'false' })]
      return member.active ? [change(member, { active: 'false' }), remove(member, 'changed before')] : [remove(member)]
    })
    const kept =
      removal === 'destroy' && theirs.length > 0 ? [noticeLeft(`${theirs.map(({ name }) => name).join(', ')}: made by hand`)] : []
    const findings = [...kept, ...(inUse?.findings ?? []), ...givenUp(leaving)]
    if (steps.length === 0) return { item, change: undefined, findings }
    const first = leaving.find(({ generation }) => generation.is === 'current') ?? leaving[0]
    const shown = shownColumns(item, undefined, steps, family)
    const dependsOn = users.flatMap(({ by }) => by ?? [])
    return { item, change: this.#change(item, 'certificate', first?.row.sysId ?? null, shown, steps, dependsOn), findings }
  }

  /** What refers to a record, and the item whose change ends that. */
  #usersOf({ row }: Member): { readonly where: string; readonly by: string | undefined }[] {
    const { observed } = this.#input
    const profiles = observed.profiles
      .filter(({ columns }) => columns.keystore === row.sysId)
      .map(({ sysId, columns }) => ({ where: `protocol profile ${columns.name ?? sysId}`, by: this.#releasing.get(sysId) }))
    const others = observed.references.get(row.sysId) ?? []
    return [...profiles, ...others.map(({ where }) => ({ where, by: undefined }))]
  }

  /** What refers to a record by the name that people know, where the record is one that the plan has seen. */
  #named({ where, record }: Reference): string {
    const rows = Object.values(this.#input.observed.messages).flat()
    const name = rows.find(({ sysId }) => sysId === record)?.columns.name
    return name === undefined ? where : `${where} of ${name}`
  }

  #inUse(item: AbsentItem, users: readonly string[]): Removed {
    const message = `${users.join(', ')} would still refer to it`
    const severity = this.#input.removal === 'destroy' ? 'warning' : 'error'
    return { item, change: undefined, findings: [{ code: 'record.in-use', severity, message }] }
  }

  #change(
    { section, name }: AbsentItem,
    kind: RecordKind,
    sysId: SysId | null,
    shown: readonly ColumnChange[],
    steps: readonly Step[],
    dependsOn: readonly string[],
  ): Change {
    const { observed, removal } = this.#input
    const { table, columns } = observed.tables[kind]
    return {
      item: `${section}.${name}`,
      kind: steps.some((step) => step.do === 'delete') ? 'delete' : 'update',
      table,
      name,
      sysId,
      reason: removal === 'destroy' ? 'destroyed' : 'absent',
      columns: shown.map((change) => ({ ...change, column: columns[change.column] ?? change.column })),
      contentHash: null,
      dependsOn: [...new Set(dependsOn)],
      steps,
      notes: [],
    }
  }
}

/** The records that do not refer any more to what they did, once the change is carried out. */
function releasesOf(change: Change): (readonly [SysId, string])[] {
  return change.steps.flatMap((step) => {
    if (step.do === 'delete' && step.kind === 'protocol-profile') return [[step.record.sysId, change.item] as const]
    if (step.do !== 'update' || !('sysId' in step.record)) return []
    const column = step.kind === 'protocol-profile' ? 'keystore' : 'protocol-profile'
    return column in step.columns ? [[step.record.sysId, change.item] as const] : []
  })
}

/** Made by this spec, by a run of it that died, or brought by a clone with the key of another instance. */
const isOurs = (member: Member, kind: CertificateKind): boolean =>
  member.whose === 'ours' || (kind === 'keystore' && member.whose === 'other-instance') || (isStale(member) && !member.pasted)

/** Made by people, or a certificate without a private key that a clone brought. */
const isOthers = (member: Member, kind: CertificateKind): boolean =>
  !isOurs(member, kind) && (member.whose === 'unmarked' || member.whose === 'other-instance')

function asideName({ generation, sha256 }: Member, name: string, kind: CertificateKind, now: Date): { name?: string } {
  if (generation.is !== 'current') return {}
  return { name: kind === 'keystore' ? keptName(name, 'retired', now, sha256) : untilName(name, now) }
}

const nothing = (item: AbsentItem): Removed => ({ item, change: undefined, findings: [] })
const noticeLeft = (message: string): Finding => ({ code: 'record.left', severity: 'notice', message })
const left = (item: AbsentItem, message: string): Removed => ({ item, change: undefined, findings: [noticeLeft(message)] })
