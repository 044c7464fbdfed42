import type { Finding } from '../errors.ts'
import type { ExistingKeystoreSpec } from '../spec/model.ts'
import { adopts, comparedOf, DEFAULT_WARN_IN_DAYS, planCertificate, reportContent, toldOf } from './certificates.ts'
import { familyOf, holds, type Member } from './family.ts'
import { tooLong, weighed } from './findings.ts'
import { obstaclesOf } from './obstacles.ts'
import { otherFormat } from './health.ts'
import { isNamed, rootInUse, settleIssued } from './issued.ts'
import type { Ledger } from './ledger.ts'
import type { Making } from './making.ts'
import { formatMark } from './mark.ts'
import type { Reason } from './model.ts'
import type { UnseenKeystore, WantedIssued, WantedKeystore, WantedRequest } from './wanted.ts'
import type { Row, SysId } from './ports.ts'
import {
  givenUp,
  isMarkedAsRequest,
  recordsOf,
  remarksOn,
  rootDiffers,
  rotatesNot,
  standing,
  waits,
  whyNotJoined,
} from './requested.ts'
import { purgesNot, revocations } from './revoking.ts'
import { deniedOf } from './summaries.ts'
import { changeUnseen, recordUnseen } from './unseen.ts'

/** A keystore of the spec, wherever its content comes from. */
export function planKeystore(ledger: Ledger, name: string): void {
  const { keystores, issued, requested, unseen, identity } = ledger.input
  const wanted = keystores.get(name)
  if (wanted !== undefined) {
    const fileName = formatMark(identity, wanted.leaf.notAfter, wanted.sha256, extensionOf(wanted.type))
    const making = { ...makingOf(ledger, wanted), sha256: wanted.sha256, size: wanted.size, fileName }
    ledger.report(making.item, wanted.at, givenUp(familyIn(ledger, name)), false)
    const findings = [...wanted.findings, ...tooLong(wanted, ledger.input.observed.facts)]
    planCertificate(ledger, making, 'keystore', { ...wanted, findings }, profilesOf(ledger, name), wanted.putRight)
    if (!isNamed(ledger.input.rotation.purge, name)) return
    const family = familyIn(ledger, name)
    const told = [...purgesNot(family, making, ledger.input), ...revocations(family, ledger.input, making, wanted.leaf)]
    ledger.report(making.item, wanted.at, told, false)
    return
  }
  const asked = issued.get(name)
  if (asked !== undefined) planIssued(ledger, asked)
  const request = requested.get(name)
  if (request !== undefined) planRequested(ledger, request)
  const hidden = unseen.get(name)
  if (hidden !== undefined) planUnseen(ledger, hidden)
}

const familyIn = ({ input: { observed, identity } }: Ledger, name: string): Member[] =>
  familyOf(observed, identity, 'keystore', name)

/** A keystore that people made: whoever's mark it bears, it is used as it is. */
export function planExisting(ledger: Ledger, { name, at }: ExistingKeystoreSpec): void {
  const item = `keystores.${name}`
  const family = familyIn(ledger, name)
  const [current, second] = family.filter(({ active, generation }) => active && generation.is === 'current')
  if (second !== undefined) ledger.report(item, at, obstaclesOf(family, true))
  else if (current === undefined) {
    const message = 'the instance has no active keystore of this name'
    const hint = 'correct the name; on an instance that it was not exported from, replace `existing: true` by a source'
    ledger.report(item, at, [{ code: 'record.missing', severity: 'error', message, hint }])
  } else if (current.attachments.length !== 1) {
    const message = `the record ${current.name} (${current.row.sysId}) has ${current.attachments.length} attachments instead of one`
    ledger.report(item, at, [{ code: 'record.unclear', severity: 'error', message }])
  }
  if (current === undefined || ledger.isBlocked(item)) return
  ledger.records.set(item, { record: { sysId: current.row.sysId }, publishes: false, steps: [], heldBack: false })
  ledger.unchanged.push(item)
  const { opened, facts } = ledger.input.observed
  const content = opened.get(current.row.sysId)
  const format = content?.kind === 'different' || content?.kind === 'unreadable' ? content.format : undefined
  ledger.report(item, at, otherFormat(current.row, facts, format, 'the record'), false)
  if (content?.kind === 'different' && content.leaf !== undefined) {
    ledger.inPlace.push({ name, leaf: content.leaf })
    const findings = (content.findings ?? []).map((finding) => weighed(finding, false, [], ledger.input))
    ledger.report(item, at, findings, false)
  } else {
    const why = content?.kind === 'unreadable' || content?.kind === 'denied' ? `: ${content.why}` : ''
    const message = `how long its certificate is valid cannot be told without its password${why}`
    ledger.report(item, at, [{ code: 'keystore.unwatched', severity: 'notice', message }])
  }
}

/** What is the same for all keystores, wherever their content comes from. */
function makingOf(
  ledger: Ledger,
  { name, type, keepPrevious, handoverMs, warnInDays }: KeystoreTerms,
): Omit<Making, 'sha256' | 'fileName'> {
  const { spec, observed, rotation } = ledger.input
  const profiles = [...spec.protocolProfiles.values()].filter(({ keystore }) => keystore === name)
  const purged = isNamed(rotation.purge, name)
  const told = toldOf(ledger, `keystores.${name}`, spec.keystores.get(name))
  return {
    item: `keystores.${name}`,
    name,
    type: observed.facts.certificateTypes[type],
    secret: true,
    columns: { 'warn-in-days': String(warnInDays ?? DEFAULT_WARN_IN_DAYS), ...told },
    compared: { ...comparedOf({ warnInDays }), ...told },
    replaced: { as: 'retired', keep: purged ? 0 : keepPrevious },
    handoverMs,
    atOnce: isNamed(rotation.rotate, name) || purged,
    profiles: profiles.map((profile) => profile.name),
    probed: spec.probes.some((probe) => probe.required && profiles.some((profile) => profile.name === probe.protocolProfile)),
  }
}

/** A profile on its way to another keystore comes along first: else what is replaced would still be in use. */
function profilesOf(ledger: Ledger, keystore: string): Row[] {
  const { spec } = ledger.input
  const family = new Set(familyIn(ledger, keystore).map(({ row }) => row.sysId as string))
  return [...spec.protocolProfiles.values()].flatMap((profile) => {
    const row = ledger.profileRows.get(profile.name)
    return row !== undefined && (profile.keystore === keystore || family.has(row.columns.keystore ?? '')) ? [row] : []
  })
}

/** A keystore whose certificate is issued: left alone, or made anew by a step of its own. */
function planIssued(ledger: Ledger, wanted: WantedIssued): void {
  const { observed, identity, now, rotation } = ledger.input
  const { name, type } = wanted
  const family = familyIn(ledger, name)
  const settled = settleIssued(wanted, family, observed, { now, rotation })
  const making = makingOf(ledger, wanted)
  ledger.report(making.item, wanted.at, settled.findings)
  ledger.report(making.item, wanted.at, givenUp(family), false)
  const { copied, facts } = settled
  const outlives = settled.reason === 'renewal-due' ? facts?.leaf.notAfter : undefined
  const root = copied === undefined ? rootInUse(family, observed) : undefined
  const copies = copied === undefined ? undefined : facts?.sha256
  const { runId } = rotation
  const issue = {
    item: making.item,
    name,
    type: making.type,
    extension: extensionOf(type),
    identity,
    outlives,
    runId,
    root,
    copies,
  }
  const how: Making = {
    ...making,
    sha256: settled.sha256,
    fileName: undefined,
    atOnce: settled.atOnce,
    runId,
    ...(settled.sha256 === '' && { issue }),
    // What waits is deleted when its copy is in use; what was rolled back goes by itself then.
    ...(copied?.generation.is === 'new' && { requests: { waiting: [], served: [copied.row.sysId] } }),
  }
  const given = settled.sha256 === '' ? [] : (settled.facts?.findings ?? [])
  const findings = [...wanted.findings, ...tooLong(wanted, observed.facts), ...given]
  const leaf = settled.sha256 === '' ? undefined : settled.facts?.leaf
  const terms = { at: wanted.at, accept: wanted.accept, findings, leaf }
  const reason = settled.sha256 === '' && isOwnReason(settled.reason) ? settled.reason : undefined
  planCertificate(ledger, how, 'keystore', terms, profilesOf(ledger, name), settled.notes, reason)
  if (isNamed(rotation.purge, name)) ledger.report(making.item, wanted.at, revocations(family, ledger.input, how, leaf), false)
}

/** A keystore whose certificate people sign: published once that is there, by the key that waits for it. */
function planRequested(ledger: Ledger, wanted: WantedRequest): void {
  const { observed, identity, now, rotation } = ledger.input
  const { name, type, at, findings } = wanted
  const making = makingOf(ledger, wanted)
  const { item } = making
  const family = familyIn(ledger, name)
  const records = recordsOf(family, observed)
  const { joined, requests, served } = records
  if (joined === undefined) {
    ledger.report(item, at, [...findings, ...deniedOf(family, observed)])
    ledger.report(item, at, whyNotJoined(wanted, records, family, observed))
    leaveAsItIs(ledger, wanted, family)
    return
  }
  const rotated = isNamed(rotation.purge, name) || isNamed(rotation.rotate, name)
  const run = rotated ? rotation.runId : undefined
  const how: Making = {
    ...making,
    sha256: joined.sha256,
    fileName: formatMark(identity, joined.leaf.notAfter, joined.sha256, extensionOf(type), run),
    requests: { waiting: idsOf(requests.filter((member) => !served.includes(member))), served: idsOf(served) },
  }
  const holding = family.filter((member) => holds(member, how, observed.opened))
  const used = holding.find(({ active, generation }) => active && generation.is === 'current')
  const isNew = holding.length === 0
  if (isNew) ledger.report(item, at, [...otherRoot(ledger, wanted, family), ...remarksOn(records)])
  ledger.report(item, at, rotatesNot(name, used, rotation))
  const terms = {
    at,
    accept: wanted.accept,
    findings: [...joined.findings, ...tooLong(wanted, observed.facts)],
    leaf: joined.leaf,
  }
  const whose = served.length > 0 ? 'the key that waited for it' : 'its key, which is on the instance'
  planCertificate(ledger, how, 'keystore', terms, profilesOf(ledger, name), [`the certificate is joined with ${whose}`])
  if (!isNew || !ledger.isBlocked(item)) ledger.report(item, at, standing(wanted, records, now), false)
  if (isNamed(rotation.purge, name)) ledger.report(item, at, revocations(family, ledger.input, how, joined.leaf), false)
}

/** Another root than the one in use is a guard: told where it is planned, refused where it would be carried out. */
function otherRoot({ input }: Ledger, wanted: WantedRequest, family: readonly Member[]): Finding[] {
  const { observed, spec, confirm, writes } = input
  const why = confirm === spec.environment.name ? undefined : rootDiffers(wanted, family, observed)
  return why === undefined ? [] : [{ code: 'guard.root', severity: writes ? 'error' : 'warning', message: why }]
}

/** Nothing can be published: what is in use goes on, and what needs one that is not there waits as well. */
function leaveAsItIs(
  ledger: Ledger,
  { name, at, accept }: Pick<WantedRequest, 'name' | 'at' | 'accept'>,
  family: readonly Member[],
): void {
  const { observed } = ledger.input
  const item = `keystores.${name}`
  ledger.report(item, at, obstaclesOf(family, adopts(ledger, 'keystore', name)))
  const current = family.find(({ active, generation }) => active && generation.is === 'current')
  const opened = current && observed.opened.get(current.row.sysId)
  if (opened?.kind === 'requested') {
    ledger.inPlace.push({ name, leaf: opened.facts.leaf })
    const findings = opened.facts.findings.map((finding) => weighed(finding, false, accept, ledger.input))
    ledger.report(item, at, findings, false)
  }
  if (current?.attachments.length !== 1 || current.whose === 'other-instance') ledger.block(item, item)
  if (current === undefined || ledger.isBlocked(item)) return
  ledger.records.set(item, { record: { sysId: current.row.sysId }, publishes: false, steps: [], heldBack: false })
  ledger.unchanged.push(item)
}

/** A keystore whose content nobody can know here: its mark tells until when it is valid, and whose it is. Nothing is carried out. */
function planUnseen(ledger: Ledger, { name, at, leaf, findings, accept }: UnseenKeystore): void {
  const { observed, identity, spec } = ledger.input
  const item = `keystores.${name}`
  const family = familyOf(observed, identity, 'keystore', name)
  const source = spec.keystores.get(name)?.source
  // A file that is not there yet, or that nobody can read here, is told to be so elsewhere.
  const isSigned =
    source?.kind === 'request' && source.certificate !== undefined && (leaf !== undefined || 'secret' in source.certificate)
  if (source?.kind === 'request' && !isSigned) {
    ledger.report(item, at, [waits(family.filter(isMarkedAsRequest))])
    leaveAsItIs(ledger, { name, at, accept }, family)
    return
  }
  ledger.report(item, at, obstaclesOf(family, adopts(ledger, 'keystore', name)))
  const change = changeUnseen(item, name, leaf, family, observed)
  const publishes = change !== undefined
  const told = findings.map((finding) => weighed(finding, publishes, accept, ledger.input))
  reportContent(ledger, item, at, told, publishes)
  if (ledger.isBlocked(item)) return
  ledger.records.set(item, { record: recordUnseen(item, family), publishes, heldBack: false, steps: [] })
  ledger.settle(change, item)
}

type KeystoreTerms = Pick<WantedKeystore, 'name' | 'type' | 'keepPrevious' | 'handoverMs' | 'warnInDays'>

const idsOf = (members: readonly Member[]): SysId[] => members.map(({ row }) => row.sysId)

export const extensionOf = (type: WantedKeystore['type']): 'jks' | 'p12' => (type === 'jks' ? 'jks' : 'p12')

/** Reasons that say more than what becomes of the records. */
const isOwnReason = (reason: Reason): boolean => ['renewal-due', 'request-changed', 'rotated', 'handover'].includes(reason)
