import type { Finding, Location } from '../errors.ts'
import { DAY } from '../x509/format.ts'
import { familyOf, type CertificateKind, type Member } from './family.ts'
import { weighed } from './findings.ts'
import { endOf } from './handover.ts'
import { obstaclesOf } from './obstacles.ts'
import { planFamily } from './generations.ts'
import type { Ledger } from './ledger.ts'
import type { Making } from './making.ts'
import { formatMark } from './mark.ts'
import type { CertificateFacts, Reason, Step } from './model.ts'
import type { Observed } from './observed.ts'
import type { WantedKeystore, WantedTrusted } from './wanted.ts'
import type { Row } from './ports.ts'
import { deniedOf, inPlaceOf, inUseOf } from './summaries.ts'

export const DEFAULT_WARN_IN_DAYS = 30

export function planTrusted(ledger: Ledger, name: string): void {
  const wanted = ledger.input.trusted.get(name)
  if (wanted === undefined) return
  const { observed, identity } = ledger.input
  const pastes = wanted.format === 'pem' && wanted.pem.length <= observed.facts.pemMaxLength
  const item = `trusted-certificates.${name}`
  const notes =
    wanted.format === 'pem' && !pastes
      ? [`the PEM is longer than ${observed.facts.pemMaxLength} characters: it is attached as DER`]
      : []
  const told = toldOf(ledger, item, ledger.input.spec.trustedCertificates.get(name))
  const making: Making = {
    item,
    name,
    sha256: wanted.sha256,
    size: wanted.size,
    type: observed.facts.certificateTypes.trusted,
    secret: false,
    stands: wanted.isFormatGiven ? (pastes ? 'pasted' : 'attached') : undefined,
    columns: {
      format: pastes ? 'pem' : 'der',
      ...(pastes && { pem: wanted.pem }),
      'warn-in-days': String(wanted.warnInDays ?? DEFAULT_WARN_IN_DAYS),
      ...told,
    },
    compared: { ...comparedOf(wanted), ...told },
    fileName: pastes ? undefined : formatMark(identity, wanted.certificate.notAfter, wanted.sha256, 'cer'),
    replaced: { as: 'until', overlapMs: wanted.overlapMs },
    handoverMs: 0,
    atOnce: false,
    profiles: [],
    probed: false,
  }
  planCertificate(ledger, making, 'trusted-certificate', wanted, [], notes)
}

/** The column for those who are told of an expiry, where the spec names any: each name is exactly one user or group. */
export function toldOf(
  ledger: Ledger,
  item: string,
  spec: { readonly at: Location; readonly notify?: readonly string[] | undefined } | undefined,
): { notify?: string } {
  if (spec?.notify === undefined) return {}
  const found = spec.notify.map((name) => ({ name, ...(ledger.input.observed.people.get(name) ?? { table: '', sysIds: [] }) }))
  const findings = found.flatMap(({ name, table, sysIds }): Finding[] => {
    if (sysIds.length === 1) return []
    const what = sysIds.length === 0 ? 'has no active record' : `has ${sysIds.length} active records`
    const code = sysIds.length === 0 ? 'record.missing' : 'record.ambiguous'
    const hint = 'name a user by user ID or email; a group can only be told where the column of the instance holds groups'
    return [{ code, severity: 'error', message: `notify: ${table} ${what} named ${name}`, hint }]
  })
  ledger.report(item, spec.at, findings)
  return { notify: [...new Set(found.flatMap(({ sysIds }) => sysIds))].sort().join(',') }
}

export function adopts(ledger: Ledger, kind: CertificateKind, name: string): boolean {
  const { keystores, trustedCertificates } = ledger.input.spec
  return (kind === 'keystore' ? keystores : trustedCertificates).get(name)?.adopt === true
}

export function planCertificate(
  ledger: Ledger,
  making: Making,
  kind: CertificateKind,
  wanted: Pick<WantedKeystore | WantedTrusted, 'at' | 'accept' | 'findings'> & { readonly leaf?: CertificateFacts | undefined },
  profiles: readonly Row[],
  notes: readonly string[],
  reason?: Reason,
): void {
  const { observed, identity, now, writes } = ledger.input
  const { item, name } = making
  const family = familyOf(observed, identity, kind, name)
  ledger.report(item, wanted.at, obstaclesOf(family, adopts(ledger, kind, name)))
  const planned = planFamily(making, family, observed, profiles, now)
  const inUse = kind === 'keystore' ? inUseOf(family, observed) : undefined
  if (kind === 'keystore') ledger.inPlace.push(inPlaceOf(making, planned, { inUse: inUse?.leaf, wanted: wanted.leaf, writes }))
  const coming = planned.heldBack ? [] : wanted.findings
  const findings = coming.map((finding) => weighed(finding, planned.publishes, wanted.accept, ledger.input))
  reportContent(ledger, item, wanted.at, findings, planned.publishes)
  if (planned.publishes && kind === 'keystore' && making.requests === undefined)
    ledger.report(item, wanted.at, endsEarlier(wanted.leaf, family, observed))
  // Of the certificate in use, too, unless it is replaced by this very run.
  const stays = planned.heldBack || planned.waitsUntil !== undefined || !writes
  const told = (one: Finding): boolean => coming.some(({ code, message }) => code === one.code && message === one.message)
  const present = stays ? (inUse?.findings ?? []).filter((finding) => !told(finding)) : []
  const weighedPresent = present.map((finding) => weighed(finding, false, wanted.accept, ledger.input))
  ledger.report(item, wanted.at, weighedPresent, false)
  ledger.report(item, wanted.at, deniedOf(family, observed))
  if (planned.heldBack) {
    const message = 'this content was rolled back: the generation before stays in use'
    ledger.report(item, wanted.at, [{ code: 'keystore.held-back', severity: 'notice', message }])
  }
  ledger.report(item, wanted.at, unsureIn(family, planned.steps, observed), false)
  if (planned.finding !== undefined) ledger.report(item, wanted.at, [planned.finding])
  if (planned.waitsUntil !== undefined)
    ledger.report(item, wanted.at, [waitsFor(planned.waitsUntil, now, wanted.leaf, planned.publishes)])
  if (ledger.isBlocked(item)) return
  ledger.records.set(item, planned)
  if (planned.steps.length === 0) {
    ledger.unchanged.push(item)
    return
  }
  const { table, columns } = observed.tables.certificate
  ledger.changes.push({
    item,
    kind: planned.kind,
    table,
    name,
    sysId: planned.sysId,
    reason: planned.publishes ? (reason ?? planned.reason) : planned.reason,
    columns: planned.columns.map((change) => ({ ...change, column: columns[change.column] ?? change.column })),
    contentHash: planned.publishes && making.sha256 !== '' ? making.sha256 : null,
    dependsOn: [],
    steps: planned.steps,
    notes: planned.publishes ? [...notes, ...planned.notes] : planned.notes,
  })
}

/** Errors keep content from being published; that it expires soon, which is one only where that is looked for, keeps nothing. */
export function reportContent(
  ledger: Ledger,
  item: string,
  at: Location,
  findings: readonly Finding[],
  publishes: boolean,
): void {
  for (const finding of findings) ledger.report(item, at, [finding], publishes && finding.code !== 'certificate.expiring')
}

/** A secret that was not renewed wherever it is kept puts an older certificate in the place of a newer one. */
function endsEarlier(leaf: CertificateFacts | undefined, family: readonly Member[], observed: Observed): Finding[] {
  const used = family.find(({ active, generation, whose }) => active && generation.is === 'current' && whose !== 'other-instance')
  const end = used === undefined ? Infinity : endOf(used, observed)
  if (leaf === undefined || end === Infinity || new Date(leaf.notAfter).getTime() >= end) return []
  const before = new Date(end).toISOString().slice(0, 19) + 'Z'
  const shown = leaf.notAfter.slice(0, 10) === before.slice(0, 10) ? 20 : 10 // within one day the dates alone would be equal
  const message = `its certificate ends on ${leaf.notAfter.slice(0, shown)}, earlier than the one in use (${before.slice(0, shown)})`
  return [{ code: 'keystore.ends-earlier', severity: 'warning', message }]
}

const isInUse = (name: unknown): boolean => typeof name === 'string' && / \(in use [^()]+\)$/.test(name)

export const comparedOf = (wanted: { readonly warnInDays: number | undefined }): Record<string, string> =>
  wanted.warnInDays === undefined ? {} : { 'warn-in-days': String(wanted.warnInDays) }

function waitsFor(until: Date, now: Date, leaf: CertificateFacts | undefined, publishes: boolean): Finding {
  const days = Math.ceil((until.getTime() - now.getTime()) / DAY)
  const lasts = leaf === undefined ? '' : ` (valid from ${leaf.notBefore.slice(0, 10)} until ${leaf.notAfter.slice(0, 10)})`
  const message = `a new keystore${lasts} is ${publishes ? 'to be published first' : 'published'} and not used before ${until.toISOString().slice(0, 10)} (in ${days} days)`
  return { code: 'keystore.waits', severity: 'notice', message }
}

/** Replaced generations that stay active only since nobody can tell whether something still refers to them. */
function unsureIn(family: readonly Member[], steps: readonly Step[], { references }: Observed): Finding[] {
  return family.flatMap(({ row, name, active, generation }): Finding[] => {
    const found = references.get(row.sysId) ?? []
    if (!active || found.length === 0 || found.some(({ record }) => record !== undefined)) return []
    const renamed = steps.some(
      (step) => step.do === 'update' && 'sysId' in step.record && step.record.sysId === row.sysId && isInUse(step.columns.name),
    )
    if (generation.is !== 'in use' && !renamed) return []
    const unread = [...new Set(found.map(({ where }) => where))].join(', ')
    const message = `${name} (${row.sysId}) is replaced and stays active: it may be referred to by what the account cannot see: ${unread}`
    return [{ code: 'record.references-unknown', severity: 'warning', message }]
  })
}
