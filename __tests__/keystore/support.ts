import { createHash } from 'node:crypto'
import type { Entry, Keystore } from '../../src/keystore/read.ts'
import { CodedError } from '../../src/errors.ts'
import { SecretValue } from '../../src/redact.ts'

export const secret = (text: string): SecretValue => new SecretValue(text, 'a password of a test')

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** An entry in the words of vectors and of Java. */
export function plain(entry: Entry) {
  const { alias, kind } = entry
  if (kind === 'trusted-certificate') {
    const { keyAlgorithm, der } = entry.certificate
    return { alias, kind, algorithm: keyAlgorithm, chain: [sha256(der)] }
  }
  const chain = entry.chain.map(({ der }) => sha256(der))
  return { alias, kind, algorithm: entry.algorithm, ...(entry.key && { pkcs8: sha256(entry.key.pkcs8) }), chain }
}

export const byAlias = (a: { alias: string }, b: { alias: string }): number => (a.alias < b.alias ? -1 : 1)

/** The entries in the order of their aliases. */
export const plainEntries = ({ entries }: Keystore) => entries.map(plain).sort(byAlias)

/** The coded error that an action ends with; any other error, and none, fails the test. */
export async function refusalOf(action: () => unknown): Promise<CodedError> {
  try {
    await action()
  } catch (error) {
    if (error instanceof CodedError) return error
    throw error
  }
  throw new Error('nothing was refused')
}
