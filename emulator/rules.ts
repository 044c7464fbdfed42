import type { Assumptions } from './assumptions.ts'
import { commonName, computedColumns, readCertificate } from './certificate.ts'
import { isKeystoreType, openKeystore } from './keystore.ts'
import type { PasswordVault } from './passwords.ts'
import type { Row, Values } from './schema.ts'
import { tableOf } from './tables.ts'

interface RuleContext {
  readonly vault: PasswordVault
  readonly assume: Assumptions
  readonly now: () => Date
}

/**
 * The stock rules on saving a record: a certificate's columns are computed when a PEM is saved, and its description overwritten.
 * `attachment` is the newest file of the record.
 */
export function beforeSave(
  table: string,
  row: Row,
  previous: Row | undefined,
  attachment: Buffer | undefined,
  context: RuleContext,
): Row {
  if ('sys_name' in row) return { ...row, sys_name: row[tableOf(table)?.display ?? ''] ?? '' }
  if (table !== 'sys_certificate') return row
  const pem = row.pem_certificate ?? ''
  const certificate = pem === '' || pem === previous?.pem_certificate ? undefined : readCertificate(pem)
  if (certificate !== undefined) {
    const description = commonName(certificate).slice(0, 100)
    return { ...row, ...computedColumns(certificate, context.now()), short_description: description }
  }
  if (attachment === undefined || row.key_store_password === previous?.key_store_password) return row
  return { ...row, ...columnsOfAttachment(row, attachment, context) }
}

/** The stock rule on attachments of a certificate record: the columns that follow from the file; none where it says nothing. */
export function columnsOfAttachment(record: Row, content: Buffer, { vault, assume, now }: RuleContext): Values {
  const type = record.type
  let source: Buffer | undefined = content
  if (isKeystoreType(type)) {
    if (!assume.keystoreDates) return {}
    const opening = openKeystore(type, content, vault.decrypt(record.key_store_password ?? '') ?? '')
    source = 'opened' in opening ? opening.opened.leaf : undefined
  }
  const certificate = source && readCertificate(source)
  return certificate === undefined ? {} : computedColumns(certificate, now())
}
