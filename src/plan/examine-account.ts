import type { ErrorCode, Finding } from '../errors.ts'
import { MESSAGE_KINDS } from '../spec/model.ts'
import { rowsOf, type Inventory, type Purpose } from './health.ts'

const finding = (code: ErrorCode, severity: Finding['severity'], message: string): Finding => ({ code, severity, message })

/** What the account may do, as far as it can be told without writing (docs/PERMISSIONS.md). Pure. */
export function examineAccount(inventory: Inventory, purpose: Purpose): Finding[] {
  return [...reads(inventory), ...roles(inventory, purpose), ...columns(inventory)]
}

/** Tables that the account cannot read: those of certificates and profiles are needed, of the others only what a spec names. */
function reads({ records, attachments, facts }: Inventory): Finding[] {
  const needed = [records.certificate, records['protocol-profile'], attachments]
  const refusals = needed.flatMap((told) => ('refused' in told ? [told.refused] : []))
  const others = MESSAGE_KINDS.filter((kind) => facts.unavailable[kind] === undefined).flatMap((kind) => {
    const told = records[kind]
    return 'refused' in told ? [told.refused] : []
  })
  return [
    ...refusals.map(({ message }) => finding('doctor.unreadable', 'error', `${message}: no command can work without it`)),
    ...others.map(({ message }) =>
      finding('doctor.unreadable', 'warning', `${message}: a spec that names such records cannot be planned`),
    ),
    ...Object.values(facts.unavailable).map((why) =>
      finding('doctor.unreadable', 'notice', `${why}: the section cannot be used on this instance`),
    ),
  ]
}

function roles({ advice }: Inventory, purpose: Purpose): Finding[] {
  if (advice.roles === undefined) {
    return [finding('doctor.roles', 'notice', 'the roles of the account cannot be read: what it may write is not known')]
  }
  if (purpose === 'plan') return []
  const has = (...names: readonly string[]): boolean => names.some((name) => advice.roles?.includes(name) === true)
  if (has('snc_read_only')) {
    return [finding('doctor.roles', 'error', 'the account has the role snc_read_only: every write of apply would be refused')]
  }
  if (has('admin')) return []
  const missing = (what: string, role: string): Finding =>
    finding(
      'doctor.roles',
      'warning',
      `the account does not have the role ${role}, which the documentation names for ${what}: unless access rules of the instance say otherwise, apply cannot write them`,
    )
  return [
    missing('certificates and protocol profiles', 'admin'),
    ...(has('web_service_admin') ? [] : [missing('REST and SOAP messages', 'web_service_admin')]),
    ...(has('connection_admin') ? [] : [missing('connections', 'connection_admin')]),
  ]
}

function columns({ facts, advice, records }: Inventory): Finding[] {
  const missing = facts.missingColumns.map(({ kind, column }) =>
    finding(
      'instance.column-dropped',
      'error',
      `the table of ${kind} records has no column for ${column}: what is written there would be dropped without a word`,
    ),
  )
  if (advice.typeLabels === undefined || rowsOf(records.certificate).length === 0) return missing
  const unknown = ['Java Key Store', 'PKCS12 Key Store', 'Trust Store Cert'].filter(
    (label) => advice.typeLabels?.some((told) => plain(told) === plain(label)) !== true,
  )
  return [
    ...missing,
    ...unknown.map((label) =>
      finding(
        'doctor.choices',
        'warning',
        `sys_choice has no type ${label}: the value that is known of other instances is used, and this instance may not know it`,
      ),
    ),
  ]
}

const plain = (label: string): string => label.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
