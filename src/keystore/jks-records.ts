import { BOUNDS, tooLarge } from './bounds.ts'
import { unreadable } from './found.ts'
import { decodeModifiedUtf8 } from './modified-utf8.ts'

/** A certificate as it lies in the file. */
interface EncodedCertificate {
  /** `X.509`, in every keystore that was ever seen. */
  readonly type: string
  readonly der: Buffer
}

/** An entry as it lies in the file; nothing in it is opened or believed yet. */
export interface JksRecord {
  readonly alias: string
  readonly created: Date | undefined
  /** The EncryptedPrivateKeyInfo; absent in an entry that is a trusted certificate. */
  readonly key?: Buffer
  readonly certificates: readonly EncodedCertificate[]
}

export interface JksFile {
  readonly records: readonly JksRecord[]
  /** What the digest covers. */
  readonly body: Buffer
  readonly digest: Buffer
}

export const JKS_MAGIC = 0xfeedfeed
const DIGEST_BYTES = 20
const KEY_TAG = 1
const TRUSTED_TAG = 2

/** Takes a JKS file of version 1 or 2 apart. @throws CodedError keystore.unreadable, keystore.too-large */
export function readRecords(bytes: Buffer): JksFile {
  const cursor = new Cursor(bytes)
  cursor.u4()
  const version = cursor.u4()
  if (version !== 1 && version !== 2) throw unreadable(`JKS keystore has the version ${version}, which does not exist`)
  const count = cursor.u4()
  if (count > BOUNDS.entries) throw tooLarge(`has ${count} entries`, `${BOUNDS.entries}`)
  const records = repeat(count, () => readRecord(cursor, version))
  const body = bytes.subarray(0, cursor.at)
  const digest = cursor.take(DIGEST_BYTES)
  if (cursor.at < bytes.length) {
    throw unreadable(`JKS keystore is followed by ${bytes.length - cursor.at} bytes that do not belong to it`)
  }
  return { records, body, digest }
}

function readRecord(cursor: Cursor, version: 1 | 2): JksRecord {
  const tag = cursor.u4()
  if (tag !== KEY_TAG && tag !== TRUSTED_TAG) throw unreadable(`JKS keystore has an entry of the unknown kind ${tag}`)
  const [alias, created] = [cursor.text(), cursor.date()]
  if (tag === TRUSTED_TAG) return { alias, created, certificates: [readEncoded(cursor, version)] }
  const key = cursor.take(cursor.u4())
  const count = cursor.u4()
  if (count > BOUNDS.chain) throw tooLarge(`has a chain of ${count} certificates`, `${BOUNDS.chain}`)
  return { alias, created, key, certificates: repeat(count, () => readEncoded(cursor, version)) }
}

/** Version 1 knew only X.509 and did not say so. */
function readEncoded(cursor: Cursor, version: 1 | 2): EncodedCertificate {
  return { type: version === 2 ? cursor.text() : 'X.509', der: cursor.take(cursor.u4()) }
}

function repeat<Item>(count: number, read: () => Item): Item[] {
  const items: Item[] = []
  while (items.length < count) items.push(read())
  return items
}

/** Reads big-endian fields; a length is held against what is left before anything is taken. */
class Cursor {
  readonly #bytes: Buffer
  at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** @returns where so many bytes begin */
  #skip(length: number): number {
    if (length > this.#bytes.length - this.at) throw unreadable('JKS keystore is cut off')
    this.at += length
    return this.at - length
  }

  take(length: number): Buffer {
    return this.#bytes.subarray(this.#skip(length), this.at)
  }

  u4(): number {
    return this.#bytes.readUInt32BE(this.#skip(4))
  }

  /** Milliseconds since 1970; undefined for a number that is no date. */
  date(): Date | undefined {
    const date = new Date(Number(this.#bytes.readBigInt64BE(this.#skip(8))))
    return Number.isNaN(date.getTime()) ? undefined : date
  }

  text(): string {
    const text = decodeModifiedUtf8(this.take(this.#bytes.readUInt16BE(this.#skip(2))))
    if (text === undefined) throw unreadable('JKS keystore has an alias that is no text')
    return text
  }
}
