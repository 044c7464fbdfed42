import { hash } from 'node:crypto'
import { generationOf, type Generation } from './names.ts'
import { isHere, isOfSpec, parseMark, WRITER, type Identity, type Mark } from './mark.ts'
import type { OpenedContent } from './observed.ts'
import type { Attachment, InstanceFacts, Row, SysId } from './ports.ts'

/** A record that belongs to an item by its name: one of its generations. */
export interface Member {
  readonly row: Row
  readonly name: string
  readonly active: boolean
  readonly generation: Generation
  readonly attachments: readonly Attachment[]
  /** A trusted certificate that stands in the row itself, as PEM. */
  readonly pasted: boolean
  readonly mark: Mark | undefined
  readonly whose: 'ours' | 'unmarked' | 'other-owner' | 'other-environment' | 'other-instance'
  /** SHA-256 of the stored content as far as row, hash or mark tell: 64 or 16 hex digits, or empty. */
  readonly sha256: string
}

/** What a family is made of; a part of `Observed`, so that it can be asked before all has been observed. */
export interface Stored {
  readonly facts: InstanceFacts
  readonly certificates: readonly Row[]
  readonly attachments: ReadonlyMap<SysId, readonly Attachment[]>
}

export type CertificateKind = 'keystore' | 'trusted-certificate'

/** The generations of one item on the instance, matched by name and kind (contract 4.1). */
export function familyOf(stored: Stored, identity: Identity, kind: CertificateKind, name: string): Member[] {
  const { jks, pkcs12, trusted } = stored.facts.certificateTypes
  const types = kind === 'keystore' ? [jks, pkcs12] : [trusted]
  return rowsOf(stored.certificates, name).flatMap((row) => {
    const generation = generationOf(name, row.columns.name ?? '')
    if (generation === undefined || !types.includes(row.columns.type ?? '')) return []
    return [memberOf(row, generation, stored.attachments.get(row.sysId) ?? [], identity, kind)]
  })
}

/** Rows whose name is this one, or begins with it as a generation's does: a thousand items do not look at a thousand rows each. */
function rowsOf(rows: readonly Row[], name: string): readonly Row[] {
  const known = BY_NAME.get(rows)
  if (known !== undefined) return known.get(name) ?? []
  const byName = new Map<string, Row[]>()
  for (const row of rows) {
    for (const begin of beginsOf(row.columns.name ?? '')) {
      const same = byName.get(begin)
      if (same === undefined) byName.set(begin, [row])
      else same.push(row)
    }
  }
  BY_NAME.set(rows, byName)
  return byName.get(name) ?? []
}

const BY_NAME = new WeakMap<readonly Row[], ReadonlyMap<string, readonly Row[]>>()

/** `a (b) (new 1)` may be called so itself, or be a generation of `a (b)`. */
function beginsOf(name: string): string[] {
  const end = name.lastIndexOf(' (')
  return end < 0 ? [name] : [name, name.slice(0, end)]
}

function memberOf(
  row: Row,
  generation: Generation,
  attachments: readonly Attachment[],
  identity: Identity,
  kind: CertificateKind,
): Member {
  const mark = attachments.map(({ fileName }) => parseMark(fileName)).find((found) => found !== undefined)
  const attached = attachments.length === 1 ? (attachments[0]?.hash ?? '') || (mark?.content ?? '') : ''
  const pem = kind === 'trusted-certificate' ? (row.columns.pem ?? '') : ''
  return {
    row,
    name: row.columns.name ?? '',
    active: row.columns.active === 'true',
    generation,
    attachments,
    pasted: pem !== '',
    mark,
    whose: whoseIs(mark, identity),
    sha256: pem === '' ? attached : hashOfPem(pem),
  }
}

/** A mark of another instance means a clone, whoever made it there (contract 4.6); so that is asked first. */
function whoseIs(mark: Mark | undefined, identity: Identity): Member['whose'] {
  if (mark === undefined) return 'unmarked'
  if (!isHere(mark, identity)) return 'other-instance'
  if (isOfSpec(mark, identity)) return 'ours'
  return mark.owner === identity.owner ? 'other-environment' : 'other-owner'
}

/** SHA-256 of the DER of the first certificate of a PEM text, lower-case hex; empty where there is none. */
function hashOfPem(pem: string): string {
  const base64 = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(pem)?.[1]
  return base64 === undefined ? '' : hash('sha256', Buffer.from(base64, 'base64'), 'hex')
}

/** What is wanted of a record's content; the type is compared where the instance has it by record. */
export interface WantedContent {
  readonly sha256: string
  /** Bytes that it has, where that is known. */
  readonly size?: number | undefined
  /** The stored value of sys_certificate.type. */
  readonly type: string
  /** It holds a private key: then that of another instance, as a clone leaves it, is never what is wanted. */
  readonly secret: boolean
  /** How it has to stand in the record; undefined where that is all the same. */
  readonly stands?: 'pasted' | 'attached' | undefined
}

/**
 * Whether the record holds what is wanted, as far as it can be told without opening the content (contract 4.7):
 * `open` asks for that, where the record has no mark or one of another version of the writer.
 */
export function likeness(member: Member, wanted: WantedContent): 'same' | 'different' | 'open' {
  if (member.row.columns.type !== wanted.type) return 'different'
  if (wanted.stands === 'pasted' && !member.pasted) return 'different'
  // An instance may fill in the PEM of what is attached.
  if (wanted.stands === 'attached' && member.attachments.length === 0) return 'different'
  if (member.pasted) return member.sha256 === wanted.sha256 ? 'same' : 'different'
  if (member.attachments.length !== 1) return 'different'
  if (wanted.secret && member.whose === 'other-instance') return 'different'
  const hash = member.attachments[0]?.hash ?? ''
  if (hash !== '' && hash === wanted.sha256) return 'same'
  if (member.mark?.writer !== WRITER) return 'open'
  const marked = member.mark.content === wanted.sha256.slice(0, 16)
  // A hash that is not what the mark says: the content was exchanged under the mark, so it has to be looked at.
  if (hash !== '' && !hash.startsWith(member.mark.content)) return 'open'
  if (!marked || hash !== '') return 'different'
  // Where the instance tells no hash, another size is what tells that the content was exchanged under the mark.
  return wanted.size === undefined || member.attachments[0]?.size === wanted.size ? 'same' : 'open'
}

/** {@link likeness}, with what opening the content has shown. */
export function holds(member: Member, wanted: WantedContent, opened: ReadonlyMap<SysId, OpenedContent>): boolean {
  const found = likeness(member, wanted)
  if (found !== 'open') return found === 'same'
  const content = opened.get(member.row.sysId)
  if (content?.kind === 'requested') return content.facts.same
  return content?.kind === 'same' || (content?.kind === 'issued' && content.facts.sha256 === wanted.sha256)
}

/** The generations that are in use or on their way to it: these are compared with what is wanted. */
export const isLive = (member: Member): boolean => member.generation.is === 'current' || member.generation.is === 'new'

const isRetired = ({ generation, active }: Member): boolean => generation.is === 'retired' && !active

/** Exactly one attachment, which is what its mark says. */
export const isWhole = ({ attachments, mark, sha256 }: Member): boolean =>
  attachments.length === 1 && mark !== undefined && sha256.startsWith(mark.content)

/** Ours, whole and not expired: one that can be returned to. */
export const isUsable = (member: Member, now: Date): boolean =>
  member.whose === 'ours' &&
  isWhole(member) &&
  (member.mark?.notAfter ?? '') >= now.toISOString().slice(0, 10).replaceAll('-', '')

/** Newest first: by the date in the name, which tells when it was replaced, then by when the record was last changed, and made. */
export function newestFirst(replaced: readonly Member[]): Member[] {
  const key = ({ generation, row: { columns } }: Member): string =>
    `${'date' in generation ? generation.date : ''} ${columns.updated ?? ''} ${columns.created ?? ''}`
  return [...replaced].sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : a.row.sysId < b.row.sysId ? -1 : 1))
}

export const retiredOf = (family: readonly Member[]): Member[] => newestFirst(family.filter(isRetired))

/** The generations that can be returned to: those that retired, and those that would have but for what else refers to them. */
export const replacedOf = (family: readonly Member[]): Member[] =>
  newestFirst(family.filter((member) => isRetired(member) || (member.generation.is === 'in use' && member.active)))

/** The records of which it has to be known what else refers to them before the plan can say what becomes of them. */
export function toAskReferencesOf(
  family: readonly Member[],
  wanted: WantedContent,
  opened: ReadonlyMap<SysId, OpenedContent>,
  keep: number,
): SysId[] {
  // An issued one may be renewed for any reason: every generation may step aside.
  if (wanted.sha256 === '') return family.map(({ row }) => row.sysId)
  const stepAside = family.filter(
    (member) => !(isLive(member) && member.active && holds(member, wanted, opened)) && !isRetired(member),
  )
  const kept = Math.max(0, keep - stepAside.length)
  const surplus = retiredOf(family).filter(
    (member, index) => index >= kept || !isWhole(member) || member.whose === 'other-instance',
  )
  return [...stepAside, ...surplus, ...family.filter(({ generation }) => generation.is === 'rolled back')].map(
    ({ row }) => row.sysId,
  )
}

/** Whether what is wanted was rolled back: then it is held back until the content changes (contract 4.5). */
export function isHeldBack(family: readonly Member[], wanted: WantedContent, opened: ReadonlyMap<SysId, OpenedContent>): boolean {
  const holding = family.filter((member) => holds(member, wanted, opened))
  return (
    holding.some(({ generation }) => generation.is === 'rolled back') &&
    !holding.some((member) => isLive(member) && member.active)
  )
}
