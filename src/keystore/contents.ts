import { CodedError } from '../errors.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { PrivateKey } from '../x509/private-key.ts'
import { encodeModifiedUtf8 } from './modified-utf8.ts'
import type { Salts } from './salts.ts'
import { saltsFor } from './salts.ts'

export interface WritableKey {
  readonly kind: 'private-key'
  readonly alias: string
  readonly key: PrivateKey
  /** The leaf first. */
  readonly chain: readonly Certificate[]
}

export interface WritableTrusted {
  readonly kind: 'trusted-certificate'
  readonly alias: string
  readonly certificate: Certificate
}

/** An entry to be written; what the reader gives fits, where its key is open. */
export type WritableEntry = WritableKey | WritableTrusted

/** What both formats are written from. */
export interface Contents {
  readonly entries: readonly WritableEntry[]
  readonly salts: Salts
  /** What stands for the day on which an entry was made: the notBefore of its leaf, so that no clock is needed. */
  readonly dateOf: (entry: WritableEntry) => Date
}

/** The bytes that the length of an alias in JKS can tell. */
const LONGEST_ALIAS = 0xffff

/**
 * Prepares entries for writing: aliases in lower case, as Java stores them.
 * @throws CodedError keystore.alias for an alias that is empty, too long, or another's but for letter case
 */
export function contentsOf(given: readonly WritableEntry[]): Contents {
  const entries = given.map((entry) => ({ ...entry, alias: entry.alias.toLowerCase() }))
  const seen = new Set<string>()
  for (const { alias } of entries) {
    if (seen.has(alias)) {
      throw new CodedError('keystore.alias', `alias "${alias}" is given twice: Java does not tell letter case apart`)
    }
    if (alias === '' || encodeModifiedUtf8(alias).length > LONGEST_ALIAS) {
      throw new CodedError('keystore.alias', alias === '' ? 'alias is empty' : 'alias is too long')
    }
    seen.add(alias)
  }
  const keys = entries.filter((entry) => entry.kind === 'private-key')
  const leaf = keys[0]?.chain[0]
  return {
    entries,
    salts: saltsFor(
      keys.map(({ key }) => key),
      entries.flatMap((entry) => (entry.kind === 'trusted-certificate' ? [Buffer.from(entry.alias), entry.certificate.der] : [])),
    ),
    dateOf: (entry) => {
      const own = entry.kind === 'private-key' ? entry.chain[0] : (leaf ?? entry.certificate)
      return own?.notBefore ?? new Date(0)
    },
  }
}
