import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Snapshot } from './database.ts'
import { isArray, isObject, parseJson, type JsonValue } from './message.ts'
import type { Row } from './schema.ts'
import { tableOf } from './tables.ts'

const FORMAT = 1

export interface Kept {
  readonly snapshot: Snapshot
  /** The key of the password vault. */
  readonly key: Buffer
}

const fileIn = (folder: string): string => join(folder, 'instance.json')

/** Writes everything but the stock descriptions into one file, which is replaced as a whole. Keys and passwords lie in it in clear. */
export function keep(folder: string, database: Database, key: Buffer): void {
  const { tables, contents } = database.snapshot()
  const kept = {
    format: FORMAT,
    key: key.toString('base64'),
    tables: Object.fromEntries(
      [...tables].filter(([name]) => tableOf(name)?.stock !== true).map(([name, rows]) => [name, [...rows.values()]]),
    ),
    contents: Object.fromEntries([...contents].map(([id, content]) => [id, content.toString('base64')])),
  }
  const temporary = `${fileIn(folder)}.new`
  writeFileSync(temporary, JSON.stringify(kept), { mode: 0o600 })
  renameSync(temporary, fileIn(folder))
}

/**
 * Makes the folder where it is not there, for its owner alone, and reads what an earlier run kept in it. One that is there keeps its
 * mode: it may be somebody's working directory.
 * @throws Error when the file is not one of this emulator.
 */
export function openFolder(folder: string): Kept | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = fileIn(folder)
  if (!existsSync(file)) return undefined
  const parsed = parseJson(readFileSync(file))
  if (!isObject(parsed) || parsed.format !== FORMAT || typeof parsed.key !== 'string') {
    throw new Error(`${file}: is not a file of this emulator`)
  }
  const tables = Object.entries(objectOf(parsed.tables)).map(([name, rows]) => [name, byId(rows)] as const)
  const contents = Object.entries(objectOf(parsed.contents)).map(
    ([id, content]) => [id, Buffer.from(textOf(content), 'base64')] as const,
  )
  return { snapshot: { tables: new Map(tables), contents: new Map(contents) }, key: Buffer.from(parsed.key, 'base64') }
}

const objectOf = (value: JsonValue | undefined): Readonly<Record<string, JsonValue>> => (isObject(value) ? value : {})
const textOf = (value: JsonValue): string => (typeof value === 'string' ? value : '')

function byId(rows: JsonValue): Map<string, Row> {
  const result = new Map<string, Row>()
  for (const row of isArray(rows) ? rows : []) {
    const values = Object.fromEntries(Object.entries(objectOf(row)).map(([name, value]) => [name, textOf(value)]))
    const sysId = values.sys_id ?? ''
    result.set(sysId, { ...values, sys_id: sysId })
  }
  return result
}
