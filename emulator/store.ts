import { createHash, randomUUID } from 'node:crypto'
import type { Assumptions } from './assumptions.ts'
import type { Database } from './database.ts'
import { stored, type Form } from './input.ts'
import { nextNumber } from './numbers.ts'
import type { PasswordVault } from './passwords.ts'
import { abortedBy, invalidTable, missingMandatory, noRecord, Refusal } from './refusal.ts'
import { syncRoles } from './roles.ts'
import { beforeSave, columnsOfAttachment } from './rules.ts'
import type { Row, Schema, Values } from './schema.ts'
import { TABLES } from './tables.ts'
import { stamp } from './time.ts'
import { capture } from './update-sets.ts'

export interface StoreContext {
  readonly database: Database
  readonly schema: Schema
  readonly vault: PasswordVault
  readonly assume: Assumptions
  readonly now: () => Date
  /** Called after every change that is complete in itself. */
  readonly saved: () => void
}

/** On whose behalf, and in what form values come: as the stock form sends them, or as the Table API reads them. */
export interface Writer {
  readonly user: string
  readonly form: Form
  /** The zone in which display values of times are meant; UTC where it is not said. */
  readonly timeZone?: string
}

/** A column's value as a request or a test may give it. */
export type Given = string | number | boolean | null

export interface NewAttachment {
  readonly table: string
  readonly sysId: string
  readonly fileName: string
  readonly content: Buffer
  readonly contentType?: string
}

const PERSON: Writer = { user: 'admin', form: 'ui' }

/** The records of the instance. Every change goes through the stock rules, whoever makes it. */
export class Store {
  readonly #context: StoreContext
  /** APIs whose access policies let only basic authentication through. */
  readonly refusedApis = new Set<string>()

  constructor(context: StoreContext) {
    this.#context = context
  }

  rows(table: string): Row[] {
    return this.#context.database.rows(table)
  }

  get(table: string, sysId: string): Row | undefined {
    return this.#context.database.get(table, sysId)
  }

  /** The first row whose column has exactly that value. */
  find(table: string, column: string, value: string): Row | undefined {
    return this.rows(table).find((row) => row[column] === value)
  }

  /**
   * Makes a record, as a person does with the stock form: defaults are filled in, passwords given in clear are stored encrypted.
   * @throws Refusal
   */
  insert(table: string, values: Readonly<Record<string, Given>>, writer: Writer = PERSON): Row {
    const { schema } = this.#context
    if (schema.table(table) === undefined) throw invalidTable(table)
    const sysId = randomUUID().replaceAll('-', '')
    const blank: Record<string, string> = {}
    for (const [name, column] of schema.columns(table)) blank[name] = name === 'sys_class_name' ? table : (column.default ?? '')
    const given = { ...values }
    for (const [name, { numbered }] of schema.columns(table)) {
      if (numbered !== undefined && (values[name] ?? '') === '') given[name] = nextNumber(this.#context.database, table, numbered)
    }
    const made = { ...blank, ...this.#stamps(writer, undefined), sys_id: sysId }
    return this.#save(table, made, undefined, given, writer)
  }

  /**
   * Changes the named columns of a record; one that changes nothing is no update.
   * @throws Refusal
   */
  update(table: string, sysId: string, values: Readonly<Record<string, Given>>, writer: Writer = PERSON): Row {
    const previous = this.get(table, sysId)
    if (previous === undefined) throw noRecord()
    return this.#save(table, previous, previous, values, writer)
  }

  /** Deletes a record and its attachments; what becomes of references to it is an assumption. */
  remove(table: string, sysId: string): boolean {
    const { database } = this.#context
    if (this.get(table, sysId) === undefined) return false
    for (const attachment of this.attachments(sysId)) database.delete('sys_attachment', attachment.sys_id)
    database.delete(table, sysId)
    if (this.#context.assume.deletedReference === 'cleared') this.#clearReferences(table, sysId)
    this.#context.saved()
    return true
  }

  #clearReferences(deleted: string, sysId: string): void {
    const { database } = this.#context
    for (const [table, { columns }] of Object.entries(TABLES)) {
      const pointing = Object.entries(columns).filter(([, column]) => column.type === 'reference' && column.reference === deleted)
      for (const [name] of pointing) {
        for (const row of database.rows(table)) if (row[name] === sysId) database.put(table, row.sys_id, { ...row, [name]: '' })
      }
    }
  }

  /** The attachments of a record, oldest first. */
  attachments(sysId: string): Row[] {
    return this.rows('sys_attachment').filter((row) => row.table_sys_id === sysId)
  }

  attachmentContent(attachmentId: string): Buffer | undefined {
    return this.#context.database.content(attachmentId)
  }

  /**
   * Attaches a file to a record. The same name twice makes two attachments.
   * @throws Refusal when there is no such record, or the property `glide.attachment.extensions` does not allow the file.
   */
  putAttachment(file: NewAttachment, user = PERSON.user): Row {
    const { database, assume } = this.#context
    const record = this.get(file.table, file.sysId)
    if (record === undefined) throw noRecord()
    this.#checkExtension(file.fileName)
    const sysId = randomUUID().replaceAll('-', '')
    const row: Row = {
      sys_id: sysId,
      file_name: file.fileName.slice(0, 100),
      table_name: file.table,
      table_sys_id: file.sysId,
      content_type: file.contentType ?? 'application/octet-stream',
      size_bytes: String(file.content.length),
      size_compressed: String(file.content.length),
      compressed: 'true',
      hash: assume.attachmentHash === 'sha256' ? createHash('sha256').update(file.content).digest('hex') : '',
      state: 'pending',
      chunk_size_bytes: '700000',
      image_height: '',
      image_width: '',
      average_image_color: '',
      ...this.#stamps({ user, form: 'value' }, undefined),
      sys_tags: '',
    }
    database.put('sys_attachment', sysId, row)
    database.putContent(sysId, file.content)
    if (file.table === 'sys_certificate') {
      database.put(file.table, file.sysId, { ...record, ...columnsOfAttachment(record, file.content, this.#context) })
    }
    this.#context.saved()
    return row
  }

  /** The clear text of a two-way password, which no request can get; undefined when what is stored is no ciphertext. */
  password(table: string, sysId: string, column: string): string | undefined {
    return this.#context.vault.decrypt(this.get(table, sysId)?.[column] ?? '')
  }

  /** The value of a system property, or undefined. */
  property(name: string): string | undefined {
    return this.find('sys_properties', 'name', name)?.value
  }

  setProperty(name: string, value: string): void {
    const row = this.find('sys_properties', 'name', name)
    if (row === undefined) this.insert('sys_properties', { name, value })
    else this.update('sys_properties', row.sys_id, { value })
  }

  #save(table: string, base: Row, previous: Row | undefined, values: Readonly<Record<string, Given>>, writer: Writer): Row {
    const { schema, database } = this.#context
    let row: Row = { ...base, ...this.#accepted(table, values, writer) }
    for (const [name, column] of schema.columns(table)) {
      const untouched = previous !== undefined && !(name in values)
      if (column.mandatory === true && !untouched && row[name] === '') throw missingMandatory(column.label)
    }
    const sysId = row.sys_id
    const newest = this.attachments(sysId).at(-1)?.sys_id ?? ''
    row = beforeSave(table, row, previous, this.attachmentContent(newest), this.#context)
    for (const rule of schema.rulesOf(table)) {
      const changed = rule.before(row, previous)
      if (changed === 'abort') throw abortedBy(table, rule.name)
      row = changed
    }
    if (previous !== undefined) {
      if (Object.entries(row).every(([name, value]) => previous[name] === value)) return previous
      row = { ...row, ...this.#stamps(writer, previous) }
    }
    database.put(table, sysId, row)
    if ('sys_name' in row) capture(database, table, row, writer.user)
    if (table === 'sys_user') syncRoles(database, row, previous)
    this.#context.saved()
    return row
  }

  /** What of the given values is stored: unknown and read-only columns are dropped without a word, text is cut to its column. */
  #accepted(table: string, values: Readonly<Record<string, Given>>, writer: Writer): Values {
    const accepted: Record<string, string> = {}
    for (const [name, given] of Object.entries(values)) {
      const column = this.#context.schema.column(table, name)
      if (column === undefined || column.readOnly === true) continue
      const value = stored(column, given === null ? '' : String(given), writer.form, {
        ...this.#context,
        timeZone: writer.timeZone ?? 'UTC',
      })
      if (value !== undefined) accepted[name] = value
    }
    return accepted
  }

  #stamps(writer: Writer, previous: Row | undefined): Values {
    const time = stamp(this.#context.now())
    const updated = { sys_updated_on: time, sys_updated_by: writer.user }
    return previous === undefined
      ? { ...updated, sys_created_on: time, sys_created_by: writer.user, sys_mod_count: '0' }
      : { ...updated, sys_mod_count: String(Number(previous.sys_mod_count) + 1) }
  }

  #checkExtension(fileName: string): void {
    const allowed = (this.property('glide.attachment.extensions') ?? '')
      .split(',')
      .map((extension) => extension.trim().toLowerCase())
    const own = /\.([^.]*)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
    if (allowed.join('') !== '' && !allowed.includes(own)) {
      throw new Refusal(403, 'Operation Failed', 'File type not permitted or mime type does not match the file content')
    }
  }
}
