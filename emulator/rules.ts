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
  if (table === 'sys_user') return named(row, previous)
  if (table === 'incident') return { ...row, ...incidentColumns(row) }
  if (table !== 'sys_certificate') return row
  const pem = row.pem_certificate ?? ''
  const certificate = pem === '' || pem === previous?.pem_certificate ? undefined : readCertificate(pem)
  if (certificate !== undefined) {
    const description = commonName(certificate).slice(0, 100)
    const lines = context.assume.pemLineEnds === 'crlf' ? pem.replaceAll(/\r?\n/g, '\r\n') : pem
    return { ...row, ...computedColumns(certificate, context.now()), short_description: description, pem_certificate: lines }
  }
  if (attachment === undefined || row.key_store_password === previous?.key_store_password) return row
  return { ...row, ...columnsOfAttachment(row, attachment, context) }
}

/** The name of a user is put together from first and last name. */
function named(row: Row, previous: Row | undefined): Row {
  const parts = [row.first_name ?? '', row.last_name ?? ''].filter((part) => part !== '')
  return parts.length === 0 || (previous !== undefined && previous.name !== row.name) ? row : { ...row, name: parts.join(' ') }
}

/** Priority follows from impact and urgency; what is closed or canceled is not active. */
function incidentColumns(row: Row): Values {
  const priority = Number(row.impact) + Number(row.urgency) - 1
  const active = row.state === '7' || row.state === '8' ? 'false' : (row.active ?? 'true')
  return { active, ...(priority >= 1 && priority <= 5 && { priority: String(priority) }) }
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
