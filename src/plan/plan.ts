import { problemOf, stopsRun, type Finding, type Location, type Problem } from '../errors.ts'
import type { ExistingKeystoreSpec, MessageSpec, ProtocolProfileSpec, Spec } from '../spec/model.ts'
import { digestOf } from './digest.ts'
import { weighed, type Levels } from './findings.ts'
import { changeUnseen, recordUnseen } from './unseen.ts'
import { familyOf, type CertificateKind, type Member } from './family.ts'
import { obstaclesOf, planFamily, type FamilyPlan, type Making } from './generations.ts'
import { guardsOf } from './guards.ts'
import { limitProblems, limitTo } from './only.ts'
import { formatMark, isOfSpec, parseMark, type Identity } from './mark.ts'
import type {
  CertificateFacts,
  CertificateSummary,
  Change,
  Observed,
  OpenedContent,
  Plan,
  Reason,
  RecordRef,
  UnseenKeystore,
  WantedIssued,
  WantedKeystore,
  WantedRequest,
  WantedTrusted,
} from './model.ts'
import type { Row, SysId } from './ports.ts'
import { DAY, daysUntil } from '../x509/format.ts'
import { isNamed, rootInUse, settleIssued, type Rotation, type Settled } from './issued.ts'
import { generationOf } from './names.ts'
import { isMarkedAsRequest, recordsOf, standing, waits, whyNotJoined } from './requested.ts'
import { planRemovals, type Removal } from './removal.ts'
import { messageWarnings, methodWarnings, planColumns, resolveMessage, resolveProfile } from './references.ts'

export const DEFAULT_WARN_IN_DAYS = 30
const DEFAULT_PORT = 443
/** The longest endpoint that fits into sys_rest_message.rest_endpoint. */
const MAX_ENDPOINT = 200

export interface PlanInput extends Levels {
  readonly spec: Spec
  /** What could be built; an item of the spec that is missing here has a problem in `problems`. */
  readonly keystores: ReadonlyMap<string, WantedKeystore>
  readonly trusted: ReadonlyMap<string, WantedTrusted>
  readonly unseen: ReadonlyMap<string, UnseenKeystore>
  readonly issued: ReadonlyMap<string, WantedIssued>
  readonly requested: ReadonlyMap<string, WantedRequest>
  readonly rotation: Rotation
  readonly problems: readonly Problem[]
  readonly observed: Observed
  readonly identity: Identity
  readonly now: Date
  readonly confirm: string
  readonly removal: Removal
  /** Whether the plan is to be carried out: a guard of its size only warns where it is not. */
  readonly writes: boolean
  /** Names of items to which the plan is limited; empty for all. */
  readonly only: readonly string[]
}

/** The one plan: what differs, what has to be done in which order, and everything that is wrong (contract 4). Pure. */
export function computePlan(input: PlanInput): Plan {
  return new Planner(input).plan()
}

class Planner {
  readonly #input: PlanInput
  readonly #problems: Problem[]
  readonly #changes: Change[] = []
  readonly #unchanged: string[] = []
  readonly #blocked = new Map<string, string>()
  readonly #records = new Map<string, Pick<FamilyPlan, 'record' | 'publishes' | 'heldBack' | 'steps'>>()
  readonly #profileRows = new Map<string, Row | undefined>()
  /** What keystores hold now, and what comes next. */
  readonly #inPlace: InPlace[] = []
  readonly #profileRecords = new Map<string, RecordRef>()

  constructor(input: PlanInput) {
    this.#input = input
    this.#problems = [...input.problems]
    for (const { severity, item } of input.problems) if (severity === 'error' && item !== '') this.#blocked.set(item, item)
  }

  plan(): Plan {
    const { spec, observed, only } = this.#input
    this.#problems.push(...missingColumns(observed))
    this.#problems.push(...unknownRotations(this.#input))
    for (const name of spec.protocolProfiles.keys()) this.#resolveProfile(name)
    for (const name of spec.trustedCertificates.keys()) this.#trusted(name)
    for (const name of spec.keystores.keys()) this.#keystore(name)
    for (const existing of spec.existing.values()) this.#existing(existing)
    for (const profile of spec.protocolProfiles.values()) this.#profile(profile)
    for (const message of spec.messages) this.#message(message)
    this.#removals()
    this.#unlisted()
    const limited = limitTo(this.#changes, [...this.#unchanged, ...this.#blocked.keys()], only)
    const { changes } = limited
    this.#problems.push(...limited.problems, ...guardsFor(this.#input, changes))
    const essence = { format: 1, environment: spec.environment.name, instance: observed.facts.origin, changes } as const
    return {
      ...essence,
      depth: depthOf(this.#input),
      unchanged: this.#unchanged,
      blocked: [...this.#blocked].map(([item, because]) => ({ item, because })),
      certificates: summariesOf(this.#input, this.#input.now, this.#inPlace),
      problems: limitProblems(this.#problems, this.#blocked, only),
      digest: digestOf(essence),
    }
  }

  /** @param blocks whether an error keeps the item from being changed; one about what is there already does not. */
  #report(item: string, at: Location, findings: readonly Finding[], blocks = true): void {
    for (const finding of findings) {
      this.#problems.push(problemOf(finding, item, at))
      if (blocks && finding.severity === 'error') this.#block(item, item)
    }
  }

  #block(item: string, because: string): void {
    if (!this.#blocked.has(item)) this.#blocked.set(item, because)
  }

  /** Whether the item is blocked, by itself or by what it depends on. */
  #isBlocked(item: string, dependsOn: readonly string[]): boolean {
    const blocker = dependsOn.find((needed) => this.#blocked.has(needed))
    if (blocker !== undefined) this.#block(item, this.#blocked.get(blocker) ?? blocker)
    return this.#blocked.has(item)
  }

  #trusted(name: string): void {
    const wanted = this.#input.trusted.get(name)
    if (wanted === undefined) return
    const { observed, identity } = this.#input
    const pastes = wanted.format === 'pem' && wanted.pem.length <= observed.facts.pemMaxLength
    const item = `trusted-certificates.${name}`
    const notes =
      wanted.format === 'pem' && !pastes
        ? [`the PEM is longer than ${observed.facts.pemMaxLength} characters: it is attached as DER`]
        : []
    const told = this.#toldOf(item, this.#input.spec.trustedCertificates.get(name))
    const making: Making = {
      item,
      name,
      sha256: wanted.sha256,
      type: observed.facts.certificateTypes.trusted,
      secret: false,
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
      probed: false,
    }
    this.#family(making, 'trusted-certificate', wanted, [], notes)
  }

  /** The column for those who are told of an expiry, where the spec names any: each name is exactly one user or group. */
  #toldOf(
    item: string,
    spec: { readonly at: Location; readonly notify?: readonly string[] | undefined } | undefined,
  ): { notify?: string } {
    if (spec?.notify === undefined) return {}
    const found = spec.notify.map((name) => ({ name, ...(this.#input.observed.people.get(name) ?? { table: '', sysIds: [] }) }))
    const findings = found.flatMap(({ name, table, sysIds }): Finding[] => {
      if (sysIds.length === 1) return []
      const what = sysIds.length === 0 ? 'has no active record' : `has ${sysIds.length} active records`
      const code = sysIds.length === 0 ? 'record.missing' : 'record.ambiguous'
      const hint = 'name a user by user ID or email; a group can only be told where the column of the instance holds groups'
      return [{ code, severity: 'error', message: `notify: ${table} ${what} named ${name}`, hint }]
    })
    this.#report(item, spec.at, findings)
    return { notify: [...new Set(found.flatMap(({ sysIds }) => sysIds))].sort().join(',') }
  }

  #keystore(name: string): void {
    const { keystores, issued, requested, unseen, identity } = this.#input
    const wanted = keystores.get(name)
    if (wanted !== undefined) {
      const fileName = formatMark(identity, wanted.leaf.notAfter, wanted.sha256, extensionOf(wanted.type))
      const making = { ...this.#making(wanted), sha256: wanted.sha256, fileName }
      this.#family(making, 'keystore', wanted, this.#profilesOf(name), wanted.putRight)
      return
    }
    const asked = issued.get(name)
    if (asked !== undefined) this.#issued(asked)
    const request = requested.get(name)
    if (request !== undefined) this.#requested(request)
    const hidden = unseen.get(name)
    if (hidden !== undefined) this.#unseen(hidden)
  }

  #adopts(kind: CertificateKind, name: string): boolean {
    const { keystores, trustedCertificates } = this.#input.spec
    return (kind === 'keystore' ? keystores : trustedCertificates).get(name)?.adopt === true
  }

  /** A keystore that people made: whoever's mark it bears, it is used as it is. */
  #existing({ name, at }: ExistingKeystoreSpec): void {
    const { observed, identity } = this.#input
    const item = `keystores.${name}`
    const family = familyOf(observed, identity, 'keystore', name)
    const [current, second] = family.filter(({ active, generation }) => active && generation.is === 'current')
    if (second !== undefined) this.#report(item, at, obstaclesOf(family, true))
    else if (current === undefined) {
      const message = 'the instance has no active keystore of this name'
      this.#report(item, at, [{ code: 'record.missing', severity: 'error', message }])
    } else if (current.attachments.length !== 1) {
      const message = `the record ${current.name} (${current.row.sysId}) has ${current.attachments.length} attachments instead of one`
      this.#report(item, at, [{ code: 'record.unclear', severity: 'error', message }])
    }
    if (current === undefined || this.#blocked.has(item)) return
    this.#records.set(item, { record: { sysId: current.row.sysId }, publishes: false, steps: [], heldBack: false })
    this.#unchanged.push(item)
  }

  /** What is the same for all keystores, wherever their content comes from. */
  #making({ name, type, keepPrevious, handoverMs, warnInDays }: KeystoreTerms): Omit<Making, 'sha256' | 'fileName'> {
    const { spec, observed, rotation } = this.#input
    const profiles = [...spec.protocolProfiles.values()].filter(({ keystore }) => keystore === name)
    const purged = isNamed(rotation.purge, name)
    const told = this.#toldOf(`keystores.${name}`, spec.keystores.get(name))
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
      probed: spec.probes.some((probe) => probe.required && profiles.some((profile) => profile.name === probe.protocolProfile)),
    }
  }

  /** A profile on its way to another keystore comes along first: else what is replaced would still be in use. */
  #profilesOf(keystore: string): Row[] {
    const { spec, observed, identity } = this.#input
    const family = new Set(familyOf(observed, identity, 'keystore', keystore).map(({ row }) => row.sysId as string))
    return [...spec.protocolProfiles.values()].flatMap((profile) => {
      const row = this.#profileRows.get(profile.name)
      return row !== undefined && (profile.keystore === keystore || family.has(row.columns.keystore ?? '')) ? [row] : []
    })
  }

  /** A keystore whose certificate is issued: left alone, or made anew by a step of its own. */
  #issued(wanted: WantedIssued): void {
    const { observed, identity, now, rotation } = this.#input
    const { name, type } = wanted
    const family = familyOf(observed, identity, 'keystore', name)
    const settled = settleIssued(wanted, family, observed, { now, rotation })
    const making = this.#making(wanted)
    this.#report(making.item, wanted.at, settled.findings)
    const outlives = settled.reason === 'renewal-due' ? settled.facts?.leaf.notAfter : undefined
    const issue = { item: making.item, name, type: making.type, extension: extensionOf(type), identity, outlives }
    const how: Making = {
      ...making,
      sha256: settled.sha256,
      fileName: undefined,
      atOnce: settled.atOnce,
      ...(settled.sha256 === '' && { issue: { ...issue, runId: rotation.runId, root: rootInUse(family, observed) } }),
    }
    const findings = [...wanted.findings, ...(settled.sha256 === '' ? [] : (settled.facts?.findings ?? []))]
    const leaf = settled.sha256 === '' ? undefined : settled.facts?.leaf
    const terms = { at: wanted.at, accept: wanted.accept, findings, leaf }
    const reason = settled.sha256 === '' && isOwnReason(settled.reason) ? settled.reason : undefined
    this.#family(how, 'keystore', terms, this.#profilesOf(name), settled.notes, reason)
    if (isNamed(rotation.purge, name)) this.#report(making.item, wanted.at, revocations(family, observed, settled), false)
  }

  /** A keystore whose certificate people sign: published once that is there, by the key that waits for it. */
  #requested(wanted: WantedRequest): void {
    const { observed, identity, now } = this.#input
    const { name, type } = wanted
    const making = this.#making(wanted)
    const family = familyOf(observed, identity, 'keystore', name)
    const records = recordsOf(family, observed)
    const { joined, requests, served } = records
    if (joined === undefined) {
      this.#report(making.item, wanted.at, [...wanted.findings, ...deniedOf(family, observed)])
      this.#report(making.item, wanted.at, [whyNotJoined(wanted, records, family, observed)])
      this.#asItIs(wanted, family)
      return
    }
    const how: Making = {
      ...making,
      sha256: joined.sha256,
      fileName: formatMark(identity, joined.leaf.notAfter, joined.sha256, extensionOf(type)),
      requests: { waiting: idsOf(requests.filter((member) => !served.includes(member))), served: idsOf(served) },
    }
    const terms = { at: wanted.at, accept: wanted.accept, findings: joined.findings, leaf: joined.leaf }
    this.#family(how, 'keystore', terms, this.#profilesOf(name), ['the certificate is joined with the key that waited for it'])
    this.#report(making.item, wanted.at, standing(wanted, records, now), false)
  }

  /** Nothing can be published: what is in use goes on, and what needs one that is not there waits as well. */
  #asItIs({ name, at, accept }: Pick<WantedRequest, 'name' | 'at' | 'accept'>, family: readonly Member[]): void {
    const { observed } = this.#input
    const item = `keystores.${name}`
    this.#report(item, at, obstaclesOf(family, this.#adopts('keystore', name)))
    const current = family.find(({ active, generation }) => active && generation.is === 'current')
    const opened = current && observed.opened.get(current.row.sysId)
    if (opened?.kind === 'requested') {
      this.#inPlace.push({ name, leaf: opened.facts.leaf })
      const findings = opened.facts.findings.map((finding) => weighed(finding, false, accept, this.#input))
      this.#report(item, at, findings, false)
    }
    if (current?.attachments.length !== 1 || current.whose === 'other-instance') this.#block(item, item)
    if (current === undefined || this.#blocked.has(item)) return
    this.#records.set(item, { record: { sysId: current.row.sysId }, publishes: false, steps: [], heldBack: false })
    this.#unchanged.push(item)
  }

  #family(
    making: Making,
    kind: CertificateKind,
    wanted: Pick<WantedKeystore | WantedTrusted, 'at' | 'accept' | 'findings'> & { readonly leaf?: CertificateFacts | undefined },
    profiles: readonly Row[],
    notes: readonly string[],
    reason?: Reason,
  ): void {
    const { observed, identity, now, writes } = this.#input
    const { item, name } = making
    const family = familyOf(observed, identity, kind, name)
    this.#report(item, wanted.at, obstaclesOf(family, this.#adopts(kind, name)))
    const planned = planFamily(making, family, observed, profiles, now)
    const inUse = kind === 'keystore' ? inUseOf(family, observed) : undefined
    if (kind === 'keystore') this.#inPlace.push(inPlaceOf(making, planned, { inUse: inUse?.leaf, wanted: wanted.leaf, writes }))
    const coming = planned.heldBack ? [] : wanted.findings
    const findings = coming.map((finding) => weighed(finding, planned.publishes, wanted.accept, this.#input))
    this.#report(item, wanted.at, findings, planned.publishes)
    // Of the certificate in use, too, unless it is replaced by this very run.
    const stays = planned.heldBack || planned.waitsUntil !== undefined || !writes
    const told = (one: Finding): boolean => coming.some(({ code, message }) => code === one.code && message === one.message)
    const present = stays ? (inUse?.findings ?? []).filter((finding) => !told(finding)) : []
    const weighedPresent = present.map((finding) => weighed(finding, false, wanted.accept, this.#input))
    this.#report(item, wanted.at, weighedPresent, false)
    this.#report(item, wanted.at, deniedOf(family, observed))
    if (planned.heldBack) {
      const message = 'this content was rolled back: the generation before stays in use'
      this.#report(item, wanted.at, [{ code: 'keystore.held-back', severity: 'notice', message }])
    }
    if (planned.finding !== undefined) this.#report(item, wanted.at, [planned.finding])
    if (planned.waitsUntil !== undefined) this.#report(item, wanted.at, [waitsFor(planned.waitsUntil, now, wanted.leaf)])
    if (this.#blocked.has(item)) return
    this.#records.set(item, planned)
    if (planned.steps.length === 0) {
      this.#unchanged.push(item)
      return
    }
    const { table, columns } = observed.tables.certificate
    this.#changes.push({
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

  /** A keystore whose content nobody can know here: its mark tells until when it is valid, and whose it is. Nothing is carried out. */
  #unseen({ name, at, leaf, findings, accept }: UnseenKeystore): void {
    const { observed, identity, spec } = this.#input
    const item = `keystores.${name}`
    const family = familyOf(observed, identity, 'keystore', name)
    const source = spec.keystores.get(name)?.source
    if (source?.kind === 'request' && source.certificate === undefined) {
      this.#report(item, at, [waits(family.filter(isMarkedAsRequest))])
      this.#asItIs({ name, at, accept }, family)
      return
    }
    this.#report(item, at, obstaclesOf(family, this.#adopts('keystore', name)))
    const change = changeUnseen(item, name, leaf, family, observed)
    const publishes = change !== undefined
    this.#report(
      item,
      at,
      findings.map((finding) => weighed(finding, publishes, accept, this.#input)),
      publishes,
    )
    if (this.#blocked.has(item)) return
    this.#records.set(item, { record: recordUnseen(item, family), publishes, heldBack: false, steps: [] })
    this.#columns(change, item)
  }

  #resolveProfile(name: string): void {
    const { spec, observed } = this.#input
    const resolved = resolveProfile(observed, name)
    const at = spec.protocolProfiles.get(name)?.at
    if ('row' in resolved) this.#profileRows.set(name, resolved.row)
    else if (at !== undefined) this.#report(`protocol-profiles.${name}`, at, [resolved.finding])
  }

  #profile(profile: ProtocolProfileSpec): void {
    const { observed } = this.#input
    const item = `protocol-profiles.${profile.name}`
    const needed = `keystores.${profile.keystore}`
    if (this.#isBlocked(item, [needed])) return
    const family = this.#records.get(needed)
    if (family === undefined) return
    const row = this.#profileRows.get(profile.name)
    const repoints = ({ steps }: Pick<Change, 'steps'>): boolean =>
      steps.some(
        (step) =>
          step.do === 'update' && step.kind === 'protocol-profile' && 'sysId' in step.record && step.record.sysId === row?.sysId,
      )
    const before = this.#changes.filter(repoints).map((change) => change.item)
    this.#profileRecords.set(profile.name, row === undefined ? { made: item } : { sysId: row.sysId })
    this.#columns(
      planColumns(
        {
          section: 'protocol-profiles',
          kind: 'protocol-profile',
          name: profile.name,
          at: profile.at,
          columns: {
            name: profile.name,
            keystore: family.record,
            ...(profile.port !== undefined && { port: String(profile.port) }),
          },
          refersTo: { keystore: needed },
          initially: { port: String(DEFAULT_PORT) },
          dependsOn: [...new Set([...this.#changing(needed), ...before])],
          settled: before.includes(needed) ? ['keystore'] : [],
        },
        row,
        observed.tables,
      ),
      item,
    )
  }

  #message(message: MessageSpec): void {
    const { observed } = this.#input
    const section = `${message.kind}s` as const
    const item = `${section}.${message.name}`
    const resolved = resolveMessage(observed, {
      kind: message.kind,
      name: message.name,
      scope: message.scope,
      sysId: message.sysId,
    })
    if ('finding' in resolved) this.#report(item, message.at, [resolved.finding])
    else if (resolved.row !== undefined && message.mutualAuthentication)
      this.#report(item, message.at, messageWarnings(resolved.row))
    const needed = message.protocolProfile === undefined ? [] : [`protocol-profiles.${message.protocolProfile}`]
    if (this.#isBlocked(item, needed) || 'finding' in resolved || resolved.row === undefined) return
    const endpoint = this.#endpoint(message, resolved.row)
    if (this.#isBlocked(item, needed)) return
    const record = this.#profileRecords.get(message.protocolProfile ?? '')
    const keystore = this.#input.spec.protocolProfiles.get(message.protocolProfile ?? '')?.keystore
    const keystores = keystore === undefined ? [] : [`keystores.${keystore}`]
    const { protocolProfile: profile, mutualAuthentication } = message
    this.#report(item, message.at, methodWarnings(observed, resolved.row, { mutualAuthentication, profile }))
    this.#asMode(
      message,
      planColumns(
        {
          section,
          kind: message.kind,
          name: message.name,
          at: message.at,
          columns: {
            'mutual-authentication': String(message.mutualAuthentication),
            ...(record !== undefined && { 'protocol-profile': record }),
            ...(endpoint !== undefined && { endpoint }),
          },
          refersTo: { 'protocol-profile': needed[0] ?? '' },
          initially: {},
          dependsOn: [...needed, ...keystores].flatMap((dependency) => this.#changing(dependency)),
          settled: [],
        },
        resolved.row,
        observed.tables,
      ),
      item,
    )
  }

  /** What is only required is never written (contract 3). */
  #asMode({ mode, at }: MessageSpec, change: Change | undefined, item: string): void {
    if (mode === 'enforce' || change === undefined) {
      this.#columns(change, item)
      return
    }
    const differs = change.columns.map(({ column, from, to }) => `${column} is '${from ?? ''}' and not '${to}'`)
    const message = `is not as it is required to be: ${differs.join(', ')}`
    this.#report(item, at, [{ code: 'message.required', severity: 'error', message }])
  }

  #removals(): void {
    const { spec, removal, observed, identity, now } = this.#input
    const removed = planRemovals({ absent: spec.absent, removal, observed, identity, now, changes: this.#changes })
    for (const { item: absent, change, findings } of removed) {
      const item = `${absent.section}.${absent.name}`
      this.#report(item, absent.at, findings)
      if (!this.#blocked.has(item)) this.#columns(change, item)
    }
  }

  /** What bears the mark of this spec and is not in it any more is told, and never taken away by itself (contract 3). */
  #unlisted(): void {
    const { spec, observed, identity } = this.#input
    const absent = spec.absent.map(({ name }) => name)
    const names = [...spec.keystores.keys(), ...spec.existing.keys(), ...spec.trustedCertificates.keys(), ...absent]
    for (const { sysId, columns } of observed.certificates) {
      const name = columns.name ?? ''
      const marked = observed.attachments.get(sysId)?.some(({ fileName }) => isOfSpec(parseMark(fileName), identity)) === true
      if (!marked || names.some((known) => generationOf(known, name) !== undefined)) continue
      const message = `certificate record ${name} (${sysId}) bears the mark of this spec and is not in it`
      this.#problems.push(problemOf({ code: 'record.unlisted', severity: 'notice', message }, ''))
    }
  }

  /** The endpoint with the profile's name as its scheme, where the spec asks for that (KB0696599). */
  #endpoint(message: MessageSpec, row: Row): string | undefined {
    const endpoint = row.columns.endpoint
    if (!message.rewriteEndpoint || message.protocolProfile === undefined || endpoint === undefined) return undefined
    const rewritten = endpoint.replace(/^[a-z][a-z0-9+.-]*:\/\//i, `${message.protocolProfile}://`)
    if (rewritten.length <= MAX_ENDPOINT) return rewritten
    this.#report(`rest-messages.${message.name}`, message.at, [
      {
        code: 'record.unclear',
        severity: 'error',
        message: `the rewritten endpoint is longer than ${MAX_ENDPOINT} characters`,
      },
    ])
    return undefined
  }

  /** The items whose change has to be carried out before one that refers to `item` may be. */
  #changing(item: string): string[] {
    const change = this.#changes.find((found) => found.item === item)
    if (change === undefined) return []
    const family = this.#records.get(item)
    return family === undefined || family.publishes || family.heldBack ? [item] : []
  }

  #columns(change: Change | undefined, item: string): void {
    if (change === undefined) this.#unchanged.push(item)
    else this.#changes.push(change)
  }
}

/** A column that the instance does not have is dropped from writes without a word: that stops everything. */
export function missingColumns({ facts, tables }: Observed): Problem[] {
  return facts.missingColumns.map(({ kind, column }) => {
    const { table, columns } = tables[kind]
    const message = `table ${table} of the instance has no column ${columns[column] ?? column}`
    return problemOf({ code: 'instance.column-dropped', severity: 'error', message }, '')
  })
}

export function guardsFor(input: PlanInput, changes: readonly Change[]): Problem[] {
  const { spec, observed, confirm, removal, writes } = input
  const { environment, keystores } = spec
  const issued = new Set(input.issued.keys())
  return guardsOf({ environment, observed, changes, keystores: keystores.size, confirm, removal, writes, issued })
}

const comparedOf = (wanted: { readonly warnInDays: number | undefined }): Record<string, string> =>
  wanted.warnInDays === undefined ? {} : { 'warn-in-days': String(wanted.warnInDays) }

/** Full only where everything that the spec wants could be built. */
const depthOf = ({ unseen }: PlanInput): Plan['depth'] => (unseen.size > 0 ? 'public' : 'full')

/** The certificates of what could be built, as outputs and reports show them; their files are not known yet. */
export function summariesOf(
  { trusted, keystores, unseen }: Pick<PlanInput, 'trusted' | 'keystores' | 'unseen'>,
  now: Date,
  inPlace: readonly InPlace[] = [],
): CertificateSummary[] {
  const summary = (kind: CertificateKind, name: string, facts: CertificateFacts, next?: CertificateFacts): CertificateSummary => {
    const daysRemaining = daysUntil(new Date(facts.notAfter), now)
    return { name, kind, ...facts, daysRemaining, files: [], ...(next && { next: { ...next, files: [] } }) }
  }
  // What is in use goes before what the spec asks for, where these differ.
  const wanted = [...keystores.values()].filter(({ name }) => !inPlace.some((one) => one.name === name))
  return [
    ...[...trusted.values()].map(({ name, certificate }) => summary('trusted-certificate', name, certificate)),
    ...[...wanted, ...inPlace, ...unseen.values()].flatMap(({ name, leaf, ...one }) =>
      leaf ? [summary('keystore', name, leaf, 'next' in one ? one.next : undefined)] : [],
    ),
  ]
}

/** What a keystore holds, as far as it is known: the certificate that is in use, and the one that is to be. */
export interface InPlace {
  readonly name: string
  readonly leaf: CertificateFacts | undefined
  readonly next?: CertificateFacts | undefined
}

/** A certificate counts as in use once a run that writes is going to use it; until then the one that is there does, where it is known. */
function inPlaceOf(
  { name, issue }: Pick<Making, 'name' | 'issue'>,
  { heldBack, waitsUntil }: Pick<FamilyPlan, 'heldBack' | 'waitsUntil'>,
  { inUse, wanted, writes }: { inUse: CertificateFacts | undefined; wanted: CertificateFacts | undefined; writes: boolean },
): InPlace {
  const next = wanted?.fingerprint256 === inUse?.fingerprint256 ? undefined : wanted
  if (heldBack) return { name, leaf: inUse }
  if (waitsUntil !== undefined) return { name, leaf: inUse, next }
  if (inUse === undefined || (writes && issue === undefined)) return { name, leaf: wanted }
  return { name, leaf: inUse, next }
}

/** What the generation in use was found to hold; undefined where that is what the spec gives, or was not looked into. */
function inUseOf(family: readonly Member[], observed: Observed): OpenedFacts | undefined {
  const current = family.find(({ active, generation }) => active && generation.is === 'current')
  return current && openedFactsOf(current, observed)
}

type OpenedFacts = Pick<Extract<OpenedContent, { kind: 'different' }>, 'leaf' | 'findings'>

export function openedFactsOf({ row }: Member, { opened }: Pick<Observed, 'opened'>): OpenedFacts | undefined {
  const content = opened.get(row.sysId)
  if (content?.kind === 'issued' || content?.kind === 'requested') return content.facts
  return content?.kind === 'different' ? content : undefined
}

type KeystoreTerms = Pick<WantedKeystore, 'name' | 'type' | 'keepPrevious' | 'handoverMs' | 'warnInDays'>

const idsOf = (members: readonly Member[]): SysId[] => members.map(({ row }) => row.sysId)

export const extensionOf = (type: WantedKeystore['type']): 'jks' | 'p12' => (type === 'jks' ? 'jks' : 'p12')

/** Reasons that say more than what becomes of the records. */
const isOwnReason = (reason: Reason): boolean => ['renewal-due', 'request-changed', 'rotated'].includes(reason)

function waitsFor(until: Date, now: Date, leaf: CertificateFacts | undefined): Finding {
  const days = Math.ceil((until.getTime() - now.getTime()) / DAY)
  const lasts = leaf === undefined ? '' : ` (valid from ${leaf.notBefore.slice(0, 10)} until ${leaf.notAfter.slice(0, 10)})`
  const message = `a new keystore${lasts} is published and not used before ${until.toISOString().slice(0, 10)} (in ${days} days)`
  return { code: 'keystore.waits', severity: 'notice', message }
}

/** The certificates of purged keys are still valid: their issuer has to be told. */
function revocations(family: readonly Member[], observed: Observed, { sha256 }: Settled): Finding[] {
  return family.flatMap(({ row, whose }): Finding[] => {
    const opened = observed.opened.get(row.sysId)
    if (opened?.kind !== 'issued' || whose === 'other-instance' || opened.facts.sha256 === sha256) return []
    const { serialNumber, issuer } = opened.facts.leaf
    return [{ code: 'keystore.revoke', severity: 'warning', message: `revoke the certificate ${serialNumber} of ${issuer}` }]
  })
}

function unknownRotations({ rotation, spec }: PlanInput): Problem[] {
  const told = (input: string, names: readonly string[]): Problem[] =>
    names
      .filter((name) => name !== 'all' && !spec.keystores.has(name.replace(/^keystores\./, '')))
      .map((name) =>
        problemOf(
          { code: 'input.invalid', severity: 'error', message: `input ${input}: ${name}: the spec has no such keystore` },
          '',
        ),
      )
  return [...told('rotate', rotation.rotate), ...told('rotate-purge', rotation.purge)]
}

/** Contents that the account may not see: what is in them cannot be told from what is wanted. */
export function deniedOf(family: readonly Member[], observed: Observed): Finding[] {
  return family.flatMap(({ name, row }): Finding[] => {
    const opened = observed.opened.get(row.sysId)
    if (opened?.kind !== 'denied') return []
    return [
      {
        code: 'record.unclear',
        severity: 'error',
        message: `the attachment of ${name} (${row.sysId}) cannot be read: ${opened.why}`,
      },
    ]
  })
}

/** Whether nothing of the plan may be carried out. */
export const isStopped = (plan: Plan): boolean => plan.problems.some(stopsRun)
