import { setTimeout as delay } from 'node:timers/promises'
import { CodedError } from '../errors.ts'
import type { Transport } from '../http/transport.ts'
import type { CertificateTypes, Condition, InstancePort, RecordKind, Row, StoredPassword, SysId } from '../plan/ports.ts'
import { readAdvice } from './advice.ts'
import { createApi, sysIdOf, type RawRow } from './api.ts'
import { attachFile, downloadAttachment, listAttachments, lookForAttachment } from './attachment-api.ts'
import { readChangeRequest } from './change-request.ts'
import { inOrder, isStored, requireStored } from './compare.ts'
import { readCertificateTypes, readFacts, type Facts } from './facts.ts'
import { readMethods } from './methods.ts'
import { findPeople } from './people.ts'
import { joinWithin, satisfies, term } from './query.ts'
import { referencesTo } from './references.ts'
import { FLAGS, LISTS, PASSWORD, SCHEMA, SYS_ID, type TableSchema } from './schema.ts'
import type { SignIn } from './sign-in.ts'
import { settled } from './settle.ts'
import { deleteRecord, queryById, queryTable, queryTableAnyOf, textOf, writeRecord, writeSecret } from './table-api.ts'
import { readUpdateSets } from './update-sets.ts'

/** The instance's name of one of our columns. */
function columnOf(schema: TableSchema, column: string): string {
  const name = schema.columns[column]
  if (name === undefined) throw new CodedError('internal', `${schema.table}: no column is known as ${column}`)
  return name
}

const spelled = (column: string, value: string): string => {
  if (LISTS.has(column)) return inOrder(value)
  if (!FLAGS.has(column)) return value
  return value === '1' ? 'true' : value === '0' ? 'false' : value
}

function rowOf(schema: TableSchema, raw: RawRow): Row {
  const asked = { what: `table ${schema.table}`, write: false }
  const present = Object.entries(schema.columns).filter(
    ([ours, theirs]) => schema.required.includes(ours) || raw[theirs] !== undefined,
  )
  return {
    sysId: sysIdOf(raw, asked),
    columns: Object.fromEntries(present.map(([ours, theirs]) => [ours, spelled(ours, textOf(raw, theirs, asked))])),
  }
}

/** Longer lists of values are several terms, so that each fits into a URL with others. */
const MAX_LIST = 1500

/** The conditions as terms of which a row has to satisfy one; equal values of a column stand in lists, which are shorter. */
function termsOf(schema: TableSchema, anyOf: readonly Condition[]): string[] {
  const listed = anyOf.filter(({ operator, value }) => operator === '=' && value !== '' && !value.includes(','))
  const others = anyOf.filter((condition) => !listed.includes(condition))
  const named = (column: string): string => (column === 'sys-id' ? SYS_ID : columnOf(schema, column))
  const lists = [...new Set(listed.map(({ column }) => column))].flatMap((column) => {
    const values = listed.filter((condition) => condition.column === column).map(({ value }) => value)
    return joinWithin([...new Set(values)], ',', MAX_LIST).map((list) =>
      term(named(column), list.includes(',') ? 'IN' : '=', list),
    )
  })
  return [...lists, ...others.map(({ column, operator, value }) => term(named(column), operator, value))]
}

/** What an instance was told is not always done when the answer is lost: a look that finds nothing is not the last one. */
const BEFORE_A_SECOND_LOOK_MS = 2000

/** What was sent, under the instance's names. */
function toInstance(schema: TableSchema, columns: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).map(([column, value]) => [columnOf(schema, column), value]))
}

/** The password as it reads back: ciphertext, never empty and never what was sent. Nothing of it is kept or told. */
function requireSecret(row: RawRow, table: string, { sysId, password }: StoredPassword): void {
  const value = row[PASSWORD.column]
  const fail = (says: string): CodedError => new CodedError('instance.password-not-saved', `${table}/${sysId}: ${says}`)
  if (typeof value !== 'string') throw fail('the instance does not tell whether the password was stored')
  if (value === '') throw fail('the password was not stored')
  if (value.includes(password.text())) throw fail('the password was stored in clear')
}

/**
 * The instance behind a transport, by its Table API and Attachment API.
 *
 * Every answer is checked: rows against the conditions and against the number that the instance counted, writes against what
 * was sent. All methods throw CodedErrors; a write that may or may not have taken effect throws a WriteUnknown.
 */
export function createInstance(
  transport: Transport,
  signIn: SignIn,
  pause = (): Promise<void> => delay(BEFORE_A_SECOND_LOOK_MS),
): InstancePort {
  const api = createApi(transport, signIn)
  /** For what belongs to a write: read after the deadline, too. */
  const finishing = createApi(transport, signIn, true)
  const certificates = SCHEMA.certificate.table

  /** A message must not be left with mutual authentication on and no profile, where the instance took the one and not the other. */
  async function switchedOff(
    schema: TableSchema,
    sysId: SysId,
    sent: Readonly<Record<string, string>>,
    stored: RawRow,
    error: unknown,
  ): Promise<unknown> {
    const profile = sent['protocol-profile'] ?? ''
    if (!(error instanceof CodedError) || sent['mutual-authentication'] !== 'true' || profile === '') return error
    if (isStored(stored, { [columnOf(schema, 'protocol-profile')]: profile }, schema.table)) return error
    const off = { [columnOf(schema, 'mutual-authentication')]: 'false' }
    const is = await writeRecord(finishing, schema.table, sysId, off).then(
      ({ row }) => isStored(row, off, schema.table),
      () => false,
    )
    const then = is
      ? 'mutual authentication was switched off again'
      : 'mutual authentication may be on without a profile: look at it'
    return new CodedError(error.code, `${error.message}; ${then}`)
  }

  let types: Promise<CertificateTypes> | undefined
  const certificateTypes = (): Promise<CertificateTypes> => (types ??= readCertificateTypes(api))
  let known: Promise<Facts> | undefined
  let passwordMaxLength: number = PASSWORD.maxLength
  const askFacts = async (): Promise<Facts> => {
    const told = await readFacts(api, certificateTypes)
    passwordMaxLength = told.passwordMaxLength
    return told
  }
  const facts = (): Promise<Facts> => (known ??= askFacts())

  let connection: TableSchema = SCHEMA.connection

  /** What a connection's columns are called stands in the facts alone. @throws record.unclear */
  async function schemaFor(kind: RecordKind): Promise<TableSchema> {
    if (kind !== 'connection') return SCHEMA[kind]
    const { connection: told, unavailable } = await facts()
    if (told === undefined) throw new CodedError('record.unclear', unavailable.connection ?? 'connections are not known')
    connection = told
    return told
  }

  async function read(kind: RecordKind, sysId: SysId): Promise<Row | undefined> {
    const schema = await schemaFor(kind)
    const raw = await queryById(api, schema.table, Object.values(schema.columns), sysId)
    return raw && rowOf(schema, raw)
  }

  /** The record that a write made or changed, when it is as it was sent; undefined where there is none such. */
  async function lookFor(table: string, sent: Readonly<Record<string, string>>, query: string, known: readonly SysId[]) {
    const rows = await queryTable(finishing, table, Object.keys(sent), query)
    const asked = { what: `table ${table}`, write: false }
    const found = rows.map((row) => ({ sysId: sysIdOf(row, asked), row })).filter(({ sysId }) => !known.includes(sysId))
    return found.find(({ row }) => isStored(row, sent, table))
  }

  return {
    asksAlone: signIn.locks === true,
    facts,
    certificateTypes,
    read,

    describe: (kind) => {
      const { table, columns } = kind === 'connection' ? connection : SCHEMA[kind]
      return { table, columns }
    },

    async find(kind, anyOf, stored) {
      const schema = await schemaFor(kind)
      const terms = termsOf(schema, anyOf)
      const columns = [...Object.values(schema.columns), ...(stored === undefined ? [] : [PASSWORD.column])]
      const found = await queryTableAnyOf(api, schema.table, columns, terms.length === 0 ? [''] : terms)
      const given = found.find((raw) => raw[SYS_ID] === stored?.sysId)
      if (given !== undefined && stored !== undefined) requireSecret(given, schema.table, stored)
      return found.map((raw) => rowOf(schema, raw)).filter((row) => satisfies(row, anyOf))
    },

    attachments: (recordIds) => listAttachments(api, certificates, recordIds),

    people: (names) => findPeople(api, names),

    changeRequest: (number) => readChangeRequest(api, number),

    download: (attachmentId, maxBytes) => downloadAttachment(api, attachmentId, maxBytes),

    methods: (kind, names) => readMethods(api, kind, names),

    advice: () => readAdvice(api),

    updateSets: (records) => readUpdateSets(api, records),

    async referenced(kind, recordIds) {
      return referencesTo(api, (await facts()).referring?.[kind], recordIds)
    },

    async create(kind, columns, known = []) {
      const { table } = SCHEMA[kind]
      const sent = toInstance(SCHEMA[kind], columns)
      const named = columnOf(SCHEMA[kind], 'name')
      const { sysId, row } = await settled(
        () => writeRecord(api, table, undefined, sent),
        () => lookFor(table, sent, term(named, '=', sent[named] ?? ''), known),
        pause,
      )
      try {
        requireStored(row, sent, `${table}/${sysId}`)
      } catch (error) {
        // Nobody would find it again under its name: it is of no use, and one more would be made by each run.
        await deleteRecord(api, table, sysId).catch(() => false)
        throw error
      }
      return sysId
    },

    async update(kind, sysId, columns) {
      const { table } = SCHEMA[kind]
      const sent = toInstance(await schemaFor(kind), columns)
      const { row } = await settled(
        () => writeRecord(api, table, sysId, sent),
        () => lookFor(table, sent, term(SYS_ID, '=', sysId), []),
        pause,
      )
      try {
        requireStored(row, sent, `${table}/${sysId}`)
      } catch (error) {
        throw await switchedOff(await schemaFor(kind), sysId, columns, row, error)
      }
    },

    async remove(kind, sysId) {
      const { table } = SCHEMA[kind]
      const isThere = async (): Promise<boolean> => (await queryById(finishing, table, [], sysId)) !== undefined
      const removed = await settled(
        () => deleteRecord(api, table, sysId),
        async () => ((await isThere()) ? undefined : true),
        pause,
      )
      if (removed || !(await isThere())) return
      throw new CodedError('instance.forbidden', `${table}/${sysId}: access rules do not let the account delete the record`)
    },

    async setPassword(sysId, password) {
      const value = password.text()
      if (value.length > passwordMaxLength) {
        const message = `${certificates}/${sysId}: the password has more than ${passwordMaxLength} characters; it was not sent`
        throw new CodedError('instance.password-not-saved', message)
      }
      // What was stored cannot be told from what was there before: it is sent again, which changes nothing.
      await settled(
        async () => writeSecret(api, certificates, sysId, PASSWORD.column, value),
        () => Promise.resolve(undefined),
        () => Promise.resolve(),
      )
    },

    attach: (recordId, fileName, content) =>
      settled(
        () => attachFile(api, finishing, certificates, recordId, fileName, content),
        () => lookForAttachment(finishing, certificates, recordId, fileName, content),
        pause,
      ),
  }
}
