import { createHash } from 'node:crypto'
import { CodedError } from '../../src/errors.ts'
import type {
  Attachment,
  CertificateTypes,
  Condition,
  InstanceFacts,
  InstancePort,
  Method,
  RecordKind,
  Reference,
  Row,
  StoredPassword,
  SysId,
} from '../../src/plan/ports.ts'
import { MESSAGE_KINDS } from '../../src/spec/model.ts'
import type { SecretValue } from '../../src/redact.ts'

interface Stored {
  readonly columns: Record<string, string>
  password: string
  readonly attachments: { readonly sysId: SysId; readonly fileName: string; readonly content: Buffer }[]
}

/** How the k-th write fails: before the instance acted, or after, the answer lost. */
export interface Death {
  readonly write: number
  readonly when: 'before' | 'after'
}

/**
 * An instance in memory behind the port: for the plan's own logic, where thousands of runs are looked at.
 * A content opens with the password that it begins with, up to a colon.
 */
export class World implements InstancePort {
  readonly tables: Record<RecordKind, Map<SysId, Stored>> = {
    certificate: new Map(),
    'protocol-profile': new Map(),
    'rest-message': new Map(),
    'soap-message': new Map(),
    connection: new Map(),
    'oauth-provider': new Map(),
    'rest-method': new Map(),
    'soap-function': new Map(),
  }
  /** What else refers to a certificate record; from a table that cannot be read where `unreadable` is set. */
  readonly others = new Map<SysId, string[]>()
  unreadable = false
  readonly asksAlone = true
  readonly violations: string[] = []
  writes = 0
  death: Death | undefined
  name = 'acmedev'
  /** Does not tell its name. */
  silent = false
  /** The time at which records are made, when all are made in one second; else each has a time of its own. */
  second: string | undefined
  #made = 0
  #clock = 0
  readonly #other = 'f'.repeat(32) as SysId

  clone(): World {
    const copy = new World()
    for (const kind of Object.keys(this.tables) as RecordKind[]) {
      for (const [sysId, { columns, password, attachments }] of this.tables[kind]) {
        copy.tables[kind].set(sysId, { columns: { ...columns }, password, attachments: [...attachments] })
      }
    }
    for (const [sysId, users] of this.others) copy.others.set(sysId, [...users])
    copy.name = this.name
    copy.second = this.second
    copy.#made = this.#made
    copy.#clock = this.#clock
    return copy
  }

  /** A record as a person would make it. */
  put(kind: RecordKind, columns: Record<string, string>, content?: { password: string; fileName: string; bytes: Buffer }): SysId {
    const sysId = this.#newId()
    const attachments =
      content === undefined ? [] : [{ sysId: this.#newId(), fileName: content.fileName, content: content.bytes }]
    this.tables[kind].set(sysId, { columns: { ...columns }, password: content?.password ?? '', attachments })
    return sysId
  }

  /** The final state without sys_ids, for comparing. */
  shape(): unknown {
    const names = new Map([...this.tables.certificate].map(([sysId, { columns }]) => [sysId, columns.name ?? '']))
    const profiles = new Map([...this.tables['protocol-profile']].map(([sysId, { columns }]) => [sysId, columns.name ?? '']))
    const rows = (kind: RecordKind): unknown[] =>
      [...this.tables[kind].values()]
        .map(({ columns, password, attachments }) => ({
          ...columns,
          ...('keystore' in columns && { keystore: names.get(columns.keystore as SysId) ?? 'dangling' }),
          ...((columns['protocol-profile'] ?? '') !== '' && {
            'protocol-profile': profiles.get(columns['protocol-profile'] as SysId) ?? 'dangling',
          }),
          created: '',
          updated: '',
          password,
          attachments: attachments.map(({ fileName }) => fileName),
        }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    return Object.fromEntries((Object.keys(this.tables) as RecordKind[]).map((kind) => [kind, rows(kind)]))
  }

  #now(): string {
    this.#clock += 1
    return this.second ?? `2026-01-01 00:00:00.${String(this.#clock).padStart(6, '0')}`
  }

  #newId(): SysId {
    this.#made += 1
    return createHash('md5').update(String(this.#made)).digest('hex') as SysId
  }

  #row(kind: RecordKind, sysId: SysId): Stored {
    const stored = this.tables[kind].get(sysId)
    if (stored === undefined) throw new CodedError('record.missing', `${kind} ${sysId}`)
    return stored
  }

  #write<T>(act: () => T): Promise<T> {
    this.writes += 1
    const lost = new CodedError('instance.unreachable', 'connection lost')
    const dies = this.death?.write === this.writes ? this.death.when : undefined
    if (dies === 'before') return Promise.reject(lost)
    const answer = act()
    this.#observe()
    return dies === 'after' ? Promise.reject(lost) : Promise.resolve(answer)
  }

  /** What must hold after every single write (contract 4.3). */
  #observe(): void {
    const active = [...this.tables.certificate.values()].filter(({ columns }) => columns.active === 'true')
    for (const { columns, password, attachments } of active) {
      if (columns.type === 'trust_store') continue
      const opens = attachments.length === 1 && attachments[0]?.content.toString().startsWith(`${password}:`) === true
      if (!opens) this.violations.push(`write ${this.writes}: active keystore ${columns.name ?? ''} does not open`)
    }
    const kindOf = (type = ''): string => (type === 'trust_store' ? 'trusted' : 'keystore')
    const names = active.map(({ columns }) => `${kindOf(columns.type)}/${columns.name ?? ''}`)
    if (new Set(names).size < names.length)
      this.violations.push(`write ${this.writes}: two active records of one name: ${names.join(', ')}`)
    for (const { columns } of this.tables['protocol-profile'].values()) {
      const keystore = this.tables.certificate.get(columns.keystore as SysId)
      if (keystore?.columns.active !== 'true')
        this.violations.push(`write ${this.writes}: profile ${columns.name ?? ''} has no active keystore`)
    }
    for (const kind of MESSAGE_KINDS) {
      for (const { columns } of this.tables[kind].values()) {
        const profile = this.tables['protocol-profile'].get(columns['protocol-profile'] as SysId)
        if (columns['mutual-authentication'] === 'true' && profile === undefined) {
          this.violations.push(`write ${this.writes}: message ${columns.name ?? ''} has no profile`)
        }
      }
    }
  }

  people(names: readonly string[]) {
    return Promise.resolve(new Map(names.map((name) => [name, { table: 'sys_user', sysIds: [] }])))
  }

  changeRequest() {
    return Promise.resolve(undefined)
  }

  facts(): Promise<InstanceFacts> {
    return Promise.resolve({
      origin: `https://${this.name}.service-now.com`,
      name: this.silent ? '' : this.name,
      certificateTypes: { jks: 'key_store', pkcs12: 'pkcs12_key_store', trusted: 'trust_store' },
      pemMaxLength: 4000,
      passwordMaxLength: 255,
      missingColumns: [],
      unavailable: {},
    })
  }

  async certificateTypes(): Promise<CertificateTypes> {
    return (await this.facts()).certificateTypes
  }

  methods(kind: RecordKind): Promise<Method[]> {
    const rows = kind === 'rest-message' ? [...this.tables['rest-method']] : []
    return Promise.resolve(
      rows.map(([sysId, { columns }]) => ({
        kind: 'rest-method',
        sysId,
        message: columns.message as SysId,
        name: columns.name ?? '',
        mutualAuthentication: false,
        profile: '',
        endpoint: columns.endpoint,
      })),
    )
  }

  updateSets(): Promise<Map<SysId, string>> {
    return Promise.resolve(new Map<SysId, string>())
  }

  advice(): never {
    throw new Error('nothing is examined here')
  }

  describe(kind: RecordKind): { table: string; columns: Record<string, string> } {
    return { table: kind, columns: {} }
  }

  find(kind: RecordKind, anyOf: readonly Condition[], secret?: StoredPassword): Promise<Row[]> {
    const matches = (columns: Record<string, string>): boolean =>
      anyOf.length === 0 ||
      anyOf.some(({ column, operator, value }) =>
        operator === '='
          ? columns[column] === value
          : (columns[column] ?? '')[operator === 'LIKE' ? 'includes' : 'startsWith'](value),
      )
    const rows = [...this.tables[kind]].filter(([sysId, { columns }]) => matches({ ...columns, 'sys-id': sysId }))
    const given = rows.find(([sysId]) => sysId === secret?.sysId)?.[1].password
    if (given !== undefined && given !== secret?.password.text()) {
      return Promise.reject(new CodedError('instance.password-not-saved', secret?.sysId ?? ''))
    }
    return Promise.resolve(rows.map(([sysId, { columns }]) => ({ sysId, columns: { ...columns } })))
  }

  read(kind: RecordKind, sysId: SysId): Promise<Row | undefined> {
    const stored = this.tables[kind].get(sysId)
    return Promise.resolve(stored && { sysId, columns: { ...stored.columns } })
  }

  attachments(recordIds: readonly SysId[] = [...this.tables.certificate.keys()]): Promise<Attachment[]> {
    const found = recordIds.flatMap((recordId) =>
      (this.tables.certificate.get(recordId)?.attachments ?? []).map(({ sysId, fileName, content }) => {
        const hash = createHash('sha256').update(content).digest('hex')
        return { sysId, recordId, fileName, size: content.length, hash }
      }),
    )
    return Promise.resolve(found)
  }

  download(attachmentId: SysId): Promise<Buffer> {
    const all = [...this.tables.certificate.values()].flatMap(({ attachments }) => attachments)
    const found = all.find(({ sysId }) => sysId === attachmentId)
    return found === undefined ? Promise.reject(new CodedError('record.missing', attachmentId)) : Promise.resolve(found.content)
  }

  referenced(kind: 'certificate' | 'protocol-profile', recordIds: readonly SysId[]): Promise<Map<SysId, Reference[]>> {
    const messages = (['rest-message', 'soap-message'] as const).flatMap((table) =>
      [...this.tables[table]].map(([record, { columns }]) => ({ table, record, profile: columns['protocol-profile'] })),
    )
    const referring = (sysId: SysId): Reference[] => [
      ...(this.others.get(sysId) ?? []).map((where) => ({ where, record: this.unreadable ? undefined : this.#other })),
      ...messages
        .filter(({ profile }) => kind === 'protocol-profile' && profile === sysId)
        .map(({ table, record }) => ({ where: `${table}.protocol-profile`, record })),
    ]
    const found = recordIds.map((sysId): [SysId, Reference[]] => [sysId, referring(sysId)])
    return Promise.resolve(new Map(found.filter(([, references]) => references.length > 0)))
  }

  create(kind: RecordKind, columns: Readonly<Record<string, string>>): Promise<SysId> {
    return this.#write(() => {
      const sysId = this.#newId()
      const created = this.#now()
      this.tables[kind].set(sysId, { columns: { ...columns, created, updated: created }, password: '', attachments: [] })
      return sysId
    })
  }

  update(kind: RecordKind, sysId: SysId, columns: Readonly<Record<string, string>>): Promise<void> {
    return this.#write(() => {
      Object.assign(this.#row(kind, sysId).columns, columns, kind === 'certificate' && { updated: this.#now() })
    })
  }

  remove(kind: RecordKind, sysId: SysId): Promise<void> {
    return this.#write(() => {
      this.tables[kind].delete(sysId)
    })
  }

  setPassword(sysId: SysId, password: SecretValue): Promise<void> {
    return this.#write(() => {
      this.#row('certificate', sysId).password = password.text()
    })
  }

  attach(recordId: SysId, fileName: string, content: Buffer): Promise<Attachment> {
    return this.#write(() => {
      const sysId = this.#newId()
      this.#row('certificate', recordId).attachments.push({ sysId, fileName, content })
      return { sysId, recordId, fileName, size: content.length, hash: createHash('sha256').update(content).digest('hex') }
    })
  }
}
