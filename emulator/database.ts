import type { Row } from './schema.ts'

/** Everything an instance holds, at one moment. */
export interface Snapshot {
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, Row>>
  readonly contents: ReadonlyMap<string, Buffer>
}

/** Rows by table and sys_id, and the contents of attachments. Rows are never changed in place, so that a snapshot is cheap. */
export class Database {
  #tables = new Map<string, Map<string, Row>>()
  #contents = new Map<string, Buffer>()
  #revision = 0

  /** Grows with every change. */
  get revision(): number {
    return this.#revision
  }

  rows(table: string): Row[] {
    return [...(this.#tables.get(table)?.values() ?? [])]
  }

  get(table: string, sysId: string): Row | undefined {
    return this.#tables.get(table)?.get(sysId)
  }

  put(table: string, sysId: string, row: Row): void {
    const rows = this.#tables.get(table) ?? new Map<string, Row>()
    this.#tables.set(table, rows)
    rows.set(sysId, row)
    this.#revision += 1
  }

  delete(table: string, sysId: string): void {
    this.#tables.get(table)?.delete(sysId)
    this.#contents.delete(sysId)
    this.#revision += 1
  }

  content(attachmentId: string): Buffer | undefined {
    return this.#contents.get(attachmentId)
  }

  putContent(attachmentId: string, content: Buffer): void {
    this.#contents.set(attachmentId, content)
    this.#revision += 1
  }

  snapshot(): Snapshot {
    return {
      tables: new Map([...this.#tables].map(([name, rows]) => [name, new Map(rows)])),
      contents: new Map(this.#contents),
    }
  }

  restore(snapshot: Snapshot): void {
    this.#tables = new Map([...snapshot.tables].map(([name, rows]) => [name, new Map(rows)]))
    this.#contents = new Map(snapshot.contents)
    this.#revision += 1
  }
}
