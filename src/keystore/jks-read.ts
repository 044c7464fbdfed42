import { timingSafeEqual } from 'node:crypto'
import { DerError } from '../der/reader.ts'
import type { Finding } from '../errors.ts'
import { CodedError } from '../errors.ts'
import { duplicateAlias, readCertificate } from './found.ts'
import { jksDigest, openProtectedKey, readProtectedKey } from './jks-protection.ts'
import type { JksFile, JksRecord } from './jks-records.ts'
import { readRecords } from './jks-records.ts'
import type { Entry, Keystore, Passwords, PrivateKeyEntry } from './keystore.ts'
import type { Opened } from './opened-key.ts'
import { keyPart } from './opened-key.ts'

/**
 * Reads a JKS keystore. Without a store password its digest is not checked, as Java does it, and that is told.
 * @param decryptKeys whether private keys are opened
 * @throws CodedError keystore.password, keystore.unreadable, keystore.too-large
 */
export function readJks(bytes: Buffer, passwords: Passwords, decryptKeys: boolean): Keystore {
  const file = readRecords(bytes)
  const findings = checkDigest(file, passwords)
  const entries = new Map<string, Entry>()
  for (const record of file.records) {
    const { alias } = record
    if (entries.delete(alias)) findings.push(duplicateAlias(alias))
    const entry = record.key
      ? keyEntry(record, record.key, decryptKeys ? passwords : {}, findings)
      : trustedEntry(record, findings)
    if (entry !== undefined) entries.set(alias, entry)
  }
  return {
    type: 'jks',
    entries: [...entries.values()],
    unlisted: { keys: [], certificates: [] },
    ...(passwords.store && { openedWith: passwords.store }),
    foreignToJava: [...entries.keys()]
      .filter((alias) => alias !== alias.toLowerCase())
      .map((alias) => `the alias "${alias}" is not in lower case: Java lists it and cannot open it`),
    findings,
  }
}

function checkDigest({ body, digest }: JksFile, { store }: Passwords): Finding[] {
  if (store === undefined) {
    const message = 'keystore was read without its password: nothing shows that it is whole'
    return [{ code: 'keystore.password', severity: 'warning', message }]
  }
  if (timingSafeEqual(jksDigest(store, body), digest)) return []
  throw new CodedError('keystore.password', 'keystore does not open with its password, or was changed after it was written')
}

function keyEntry(record: JksRecord, key: Buffer, passwords: Passwords, findings: Finding[]): PrivateKeyEntry {
  const { alias, created } = record
  const chain = record.certificates.flatMap(({ type, der }) => readCertificate(der, type, alias, findings) ?? [])
  const part = keyPart(alias, chain[0], findings, open(alias, key, passwords, findings))
  return { kind: 'private-key', alias, chain, ...part, ...(created && { created }) }
}

function open(alias: string, encoded: Buffer, { store, keys = [] }: Passwords, findings: Finding[]): Opened | undefined {
  const candidates = store === undefined ? keys : [store, ...keys]
  if (candidates.length === 0) return undefined
  try {
    const sealed = readProtectedKey(encoded)
    for (const password of candidates) {
      const pkcs8 = openProtectedKey(sealed, password)
      if (pkcs8 !== undefined) return { pkcs8, by: password === store ? 'store-password' : 'other-password' }
    }
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    const message = `private key "${alias}" cannot be opened: ${error.message}`
    findings.push({ code: 'key.unreadable', severity: 'warning', message })
  }
  return undefined
}

function trustedEntry(record: JksRecord, findings: Finding[]): Entry | undefined {
  const { alias, created, certificates } = record
  const [certificate] = certificates.map(({ type, der }) => readCertificate(der, type, alias, findings))
  return certificate && { kind: 'trusted-certificate', alias, certificate, ...(created && { created }) }
}
