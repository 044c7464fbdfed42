import type { ErrorCode, Finding } from '../errors.ts'
import { MESSAGE_KINDS, type MessageKind } from '../spec/model.ts'
import { DAY, formatTime } from '../x509/format.ts'
import { readCertificates } from '../x509/pem.ts'
import { endpointWarnings, methodsOf, quietMethods, schemesLeft } from './endpoints.ts'
import { byRecord, kindOf, otherFormat, rowsOf, type Inventory } from './health.ts'
import { isHere, parseMark, type Identity } from './mark.ts'
import type { Attachment, Row } from './ports.ts'
import { messageWarnings } from './references.ts'

const finding = (code: ErrorCode, severity: Finding['severity'], message: string): Finding => ({ code, severity, message })
const named = ({ sysId, columns }: Row): string => `${columns.name ?? ''} (${sysId})`

export const KIND_WORDS: Readonly<Record<MessageKind, string>> = {
  'rest-message': 'REST message',
  'soap-message': 'SOAP message',
  connection: 'connection',
  'oauth-provider': 'OAuth provider',
}

export interface Examining {
  readonly now: Date
  readonly expiryWarningMs: number
  /** Who the instance is, to tell what a clone brought. */
  readonly identity: Identity
}

/** What is broken, expired, twice there or left dangling among all records, whoever made them. Pure. */
export function examineRecords(inventory: Inventory, examining: Examining): Finding[] {
  return [
    ...otherTypes(inventory),
    ...keystores(inventory, examining),
    ...expiries(inventory, examining),
    ...unwatched(inventory),
    ...duplicates(inventory),
    ...profiles(inventory),
    ...messages(inventory),
  ]
}

const isKeystore = ({ facts }: Inventory, row: Row): boolean => kindOf(row, facts.certificateTypes) === 'keystore'
const isTrusted = ({ facts }: Inventory, row: Row): boolean => kindOf(row, facts.certificateTypes) === 'trusted'

const active = (inventory: Inventory): Row[] =>
  rowsOf(inventory.records.certificate).filter(({ columns }) => columns.active === 'true')

/** What is no certificate and no keystore that is managed here, type by type: nothing is said of what such records hold. */
function otherTypes(inventory: Inventory): Finding[] {
  const types = active(inventory)
    .filter((row) => kindOf(row, inventory.facts.certificateTypes) === 'other')
    .map(({ columns }) => columns.type ?? '')
  return [...new Set(types)].sort().map((type) => {
    const what = /bcfks/i.test(type) ? 'BCFKS keystores are neither read nor written here' : 'this type is not known here'
    const count = types.filter((other) => other === type).length
    const records = `${count} active certificate record${count === 1 ? ' is' : 's are'} of the type ${type === '' ? '(empty)' : type}`
    return finding('doctor.other-type', 'notice', `${records}: ${what}, and what they hold is not examined`)
  })
}

/** KB1217702: the platform loads every active record, and one that is broken fails LDAP, mail and others too. */
function keystores(inventory: Inventory, { identity }: Examining): Finding[] {
  const attachments = byRecord(inventory.attachments)
  const harm = 'a broken active record fails LDAP and mail connections of the whole instance'
  return active(inventory)
    .filter((row) => isKeystore(inventory, row))
    .flatMap((row): Finding[] => {
      if ('refused' in inventory.attachments) return []
      const files = attachments.get(row.sysId) ?? []
      const end = inventory.ends.get(row.sysId)
      const foreign = files.some(({ fileName }) => {
        const mark = parseMark(fileName)
        return mark !== undefined && !isHere(mark, identity)
      })
      return [
        ...otherFormat(row, inventory.facts, inventory.formats.get(row.sysId), `the active keystore ${named(row)}`),
        ...(files.length === 1
          ? []
          : [
              finding(
                'doctor.broken-keystore',
                'error',
                `the active keystore ${named(row)} has ${files.length} attachments instead of one: ${harm}`,
              ),
            ]),
        ...(inventory.advice.withoutPassword.includes(row.sysId)
          ? [finding('doctor.broken-keystore', 'error', `the active keystore ${named(row)} has no password: ${harm}`)]
          : []),
        ...(typeof end === 'string'
          ? [
              finding(
                'doctor.broken-keystore',
                'error',
                `the active keystore ${named(row)} has a file that is none: ${end}: ${harm}`,
              ),
            ]
          : []),
        ...(foreign
          ? [
              finding(
                'doctor.clone',
                'warning',
                `the keystore ${named(row)} holds the key of another instance, as a clone leaves it: this instance calls in the name of that one`,
              ),
            ]
          : []),
      ]
    })
}

/** The time in a record, in the certificate that is pasted into it, or the day (`YYYY-MM-DD`) in the mark of its attachment. */
function expiryOf(inventory: Inventory, files: readonly Attachment[], row: Row): Date | string | undefined {
  const pem = row.columns.pem ?? ''
  if (pem !== '') return isTrusted(inventory, row) ? notAfterIn(Buffer.from(pem, 'utf8')) : undefined
  const told = inventory.advice.expiries.get(row.sysId) ?? ''
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(told)) return new Date(`${told.replace(' ', 'T')}Z`)
  if (/^\d{4}-\d\d-\d\d$/.test(told)) return told
  const content = inventory.attached.get(row.sysId)
  if (content !== undefined) return notAfterIn(content)
  const end = inventory.ends.get(row.sysId)
  if (end instanceof Date) return end
  const marked = files.map(({ fileName }) => parseMark(fileName)?.notAfter).find((date) => date !== undefined)
  return marked === undefined ? undefined : `${marked.slice(0, 4)}-${marked.slice(4, 6)}-${marked.slice(6)}`
}

function notAfterIn(content: Buffer): Date | undefined {
  try {
    return readCertificates(content)[0]?.notAfter
  } catch {
    return undefined
  }
}

/** Trusted certificates that hold none: nothing of the instance says so, they only trust nobody. */
function brokenCertificate(inventory: Inventory, files: readonly Attachment[], row: Row): Finding[] {
  const pem = row.columns.pem ?? ''
  const broken = (what: string): Finding[] => [finding('doctor.broken-certificate', 'warning', what)]
  if (!isTrusted(inventory, row)) return []
  if (pem !== '') {
    if (notAfterIn(Buffer.from(pem, 'utf8')) !== undefined) return []
    return broken(`the text of the active certificate ${named(row)} is no certificate: it is loaded and trusts nobody`)
  }
  if ('refused' in inventory.attachments) return []
  if (files.length !== 1)
    return broken(`the active certificate ${named(row)} has no text and ${files.length} files: it is loaded and trusts nobody`)
  const content = inventory.attached.get(row.sysId)
  if (content === undefined || notAfterIn(content) !== undefined) return []
  return broken(`the file of the active certificate ${named(row)} is no certificate: it is loaded and trusts nobody`)
}

const KINDS = { keystore: 'keystore', trusted: 'trusted certificate', other: 'record' } as const

function expiries(inventory: Inventory, { now, expiryWarningMs }: Examining): Finding[] {
  const attachments = byRecord(inventory.attachments)
  return active(inventory).flatMap((row): Finding[] => {
    const files = attachments.get(row.sysId) ?? []
    const broken = brokenCertificate(inventory, files, row)
    const until = expiryOf(inventory, files, row)
    if (broken.length > 0 || until === undefined) return broken
    const what = `the active ${KINDS[kindOf(row, inventory.facts.certificateTypes)]} ${named(row)}`
    const today = now.toISOString().slice(0, 10)
    const day = until instanceof Date ? until.toISOString().slice(0, 10) : until
    const left = (until instanceof Date ? until : new Date(`${until}T23:59:59Z`)).getTime() - now.getTime()
    if (left < 0) return [finding('doctor.expired', 'warning', `${what} has expired on ${day}: calls that need it fail`)]
    if (left >= expiryWarningMs) return []
    const when =
      day !== today
        ? `expires on ${day}${until instanceof Date ? `, in ${Math.floor(left / DAY)} days` : ''}`
        : until instanceof Date
          ? `expires today, at ${formatTime(until)}`
          : 'expires today, if it has not already'
    return [finding('doctor.expiring', 'warning', `${what} ${when}`)]
  })
}

/** PKCS#12 mostly shows nothing without its password: nobody would be warned. */
function unwatched({ records, ends }: Inventory): Finding[] {
  const rows = rowsOf(records.certificate).filter(({ sysId }) => ends.has(sysId) && ends.get(sysId) === undefined)
  if (rows.length === 0) return []
  const message = `how long these active keystores are valid cannot be told without their passwords: ${rows.map(named).sort().join(', ')}`
  return [finding('doctor.unwatched', 'notice', message)]
}

/**
 * What two records of one name mean: only a protocol profile is looked up by its name on the instance; a profile points at the
 * record of its keystore, and of trusted certificates all count.
 */
const TWICE = {
  keystore: ['active keystores', 'profiles go on with the one they point at, but a spec that names it is refused'],
  trusted: ['active trusted certificates', 'all of them are trusted, but a spec that names one is refused'],
  other: ['active records of another type', 'which of them is meant cannot be told by the name'],
  profile: ['protocol profiles', 'which of them a call takes is a guess, and apply refuses to guess'],
} as const

function duplicates(inventory: Inventory): Finding[] {
  const { certificateTypes } = inventory.facts
  const certificates = active(inventory).map((row) => [kindOf(row, certificateTypes), row] as const)
  const profiles = rowsOf(inventory.records['protocol-profile']).map((row) => ['profile', row] as const)
  const groups = Map.groupBy([...certificates, ...profiles], ([kind, row]) => `${kind} ${row.columns.name ?? ''}`)
  return [...groups.values()].flatMap((group) => {
    const [first, second] = group
    if (first === undefined || second === undefined) return []
    const [[kind, row], ids] = [first, group.map(([, { sysId }]) => sysId).sort()]
    const [what, consequence] = TWICE[kind]
    const message = `${group.length} ${what} are named ${row.columns.name ?? ''}: ${ids.join(', ')}: ${consequence}`
    return [finding('doctor.duplicate', kind === 'profile' || kind === 'keystore' ? 'error' : 'warning', message)]
  })
}

function profiles(inventory: Inventory): Finding[] {
  if ('refused' in inventory.records.certificate) return []
  const certificates = new Map(inventory.records.certificate.rows.map((row) => [row.sysId as string, row]))
  return rowsOf(inventory.records['protocol-profile']).flatMap((row): Finding[] => {
    const reference = row.columns.keystore ?? ''
    const keystore = certificates.get(reference)
    const fault =
      reference === ''
        ? 'no keystore'
        : keystore === undefined
          ? `a keystore that is not there (${reference}), as after a clone, or that the account does not see`
          : keystore.columns.active !== 'true'
            ? `the inactive keystore ${named(keystore)}`
            : isTrusted(inventory, keystore)
              ? `${named(keystore)}, which is a trusted certificate and no keystore`
              : undefined
    return fault === undefined
      ? []
      : [finding('doctor.profile', 'error', `the protocol profile ${named(row)} points at ${fault}: calls over it fail`)]
  })
}

function messages(inventory: Inventory): Finding[] {
  const known = new Map(rowsOf(inventory.records['protocol-profile']).map((row) => [row.sysId as string, row.columns.name ?? '']))
  return MESSAGE_KINDS.flatMap((kind) =>
    rowsOf(inventory.records[kind]).flatMap((row): Finding[] => {
      const what = `${KIND_WORDS[kind]} ${named(row)}`
      const on = row.columns['mutual-authentication'] === 'true'
      const profile = row.columns['protocol-profile'] ?? ''
      const methods = methodsOf(inventory, row)
      const seen = !('refused' in inventory.records['protocol-profile'])
      const lost = methods
        .filter((method) => seen && method.mutualAuthentication && method.profile !== '' && !known.has(method.profile))
        .map(({ name, profile: id }) =>
          finding(
            'doctor.message',
            'error',
            `${what}: its method ${name} has a protocol profile of its own that is not there (${id}): its calls fail or go without a certificate`,
          ),
        )
      const hiding = methods
        .filter(
          (method) =>
            method.profile !== '' &&
            (method.mutualAuthentication !== on || (on && known.has(method.profile) && method.profile !== profile)),
        )
        .map((method) => {
          const does = method.mutualAuthentication === on ? 'is over another protocol profile' : `is ${on ? 'off' : 'on'}`
          const message = `${what}: its method ${method.name} overrides the message: mutual authentication ${does} there`
          return finding('message.method', 'warning', message)
        })
      if (!on) {
        // A method that has it on itself may be called so.
        const quiet = quietMethods(methods)
        const left = schemesLeft(row, quiet, rowsOf(inventory.records['protocol-profile']))
        return [...left.map((warning) => ({ ...warning, message: `${what}: ${warning.message}` })), ...lost, ...hiding]
      }
      const without = profile === '' || (seen && !known.has(profile))
      const where = profile === '' ? 'no protocol profile' : `a protocol profile that is not there (${profile})`
      return [
        ...(without
          ? [
              finding(
                'doctor.message',
                'error',
                `${what} has mutual authentication on and ${where}: its calls fail or go without a certificate`,
              ),
            ]
          : []),
        ...endpointWarnings({ rewriteEndpoint: false, protocolProfile: known.get(profile) }, row, methods).map((warning) => ({
          ...warning,
          message: `${what}: ${warning.message}`,
        })),
        ...messageWarnings(row).map((warning) => ({
          ...warning,
          message: `${what}: ${warning.message}: mutual authentication does not work with that`,
        })),
        ...lost,
        ...hiding,
      ]
    }),
  )
}
