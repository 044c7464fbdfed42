import { problemOf, type Finding, type Problem } from '../errors.ts'
import type { MessageSpec, ProtocolProfileSpec, Spec } from '../spec/model.ts'
import { endpointWarnings, methodsOf, planEndpoints, quietMethods, schemesLeft } from './endpoints.ts'
import { namedValue, namesIn } from './known-names.ts'
import type { Ledger } from './ledger.ts'
import type { Change } from './model.ts'
import type { Observed } from './observed.ts'
import type { Row } from './ports.ts'
import { messageWarnings, methodWarnings, planColumns, resolveMessage, resolveProfile } from './references.ts'

const DEFAULT_PORT = 443

/** Looks for the profile's record, before anything is planned that has to know it. */
export function seekProfile(ledger: Ledger, name: string): void {
  const { spec, observed } = ledger.input
  const resolved = resolveProfile(observed, name)
  const at = spec.protocolProfiles.get(name)?.at
  if ('row' in resolved) ledger.profileRows.set(name, resolved.row)
  else if (at !== undefined) ledger.report(`protocol-profiles.${name}`, at, [resolved.finding])
}

export function planProfile(ledger: Ledger, profile: ProtocolProfileSpec): void {
  const { observed } = ledger.input
  const item = `protocol-profiles.${profile.name}`
  const needed = `keystores.${profile.keystore}`
  if (ledger.isBlocked(item, [needed])) return
  const family = ledger.records.get(needed)
  if (family === undefined) return
  const row = ledger.profileRows.get(profile.name)
  const repoints = ({ steps }: Pick<Change, 'steps'>): boolean =>
    steps.some(
      (step) =>
        step.do === 'update' && step.kind === 'protocol-profile' && 'sysId' in step.record && step.record.sysId === row?.sysId,
    )
  const before = ledger.changes.filter(repoints).map((change) => change.item)
  ledger.profileRecords.set(profile.name, row === undefined ? { made: item } : { sysId: row.sysId })
  ledger.settle(
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
        dependsOn: [...new Set([...ledger.changing(needed), ...before])],
        settled: before.includes(needed) ? ['keystore'] : [],
      },
      row,
      observed.tables,
    ),
    item,
  )
}

export function planMessage(ledger: Ledger, message: MessageSpec): void {
  const { observed } = ledger.input
  const section = `${message.kind}s` as const
  const item = `${section}.${message.name}`
  const resolved = resolveMessage(observed, {
    kind: message.kind,
    name: message.name,
    scope: message.scope,
    sysId: message.sysId,
  })
  if ('finding' in resolved) ledger.report(item, message.at, [resolved.finding])
  else if (resolved.row !== undefined && message.mutualAuthentication)
    ledger.report(item, message.at, messageWarnings(resolved.row))
  const needed = message.protocolProfile === undefined ? [] : [`protocol-profiles.${message.protocolProfile}`]
  if (ledger.isBlocked(item, needed) || 'finding' in resolved || resolved.row === undefined) return
  const methods = methodsOf(observed, resolved.row)
  const endpoints = planEndpoints(message, resolved.row, methods, observed.tables)
  ledger.report(item, message.at, [...endpoints.findings, ...schemeWarnings(message, resolved.row, observed)])
  if (ledger.isBlocked(item, needed)) return
  const record = ledger.profileRecords.get(message.protocolProfile ?? '')
  const keystore = ledger.input.spec.protocolProfiles.get(message.protocolProfile ?? '')?.keystore
  const keystores = keystore === undefined ? [] : [`keystores.${keystore}`]
  ledger.report(item, message.at, methodWarnings(observed, resolved.row, message))
  planAsMode(
    ledger,
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
          ...(endpoints.own !== undefined && { endpoint: endpoints.own }),
        },
        refersTo: { 'protocol-profile': needed[0] ?? '' },
        initially: {},
        dependsOn: [...needed, ...keystores].flatMap((dependency) => ledger.changing(dependency)),
        settled: [],
        beside: endpoints.beside,
      },
      resolved.row,
      observed.tables,
    ),
    item,
  )
}

/** Of the message's own endpoint first, then of those of its methods. */
function schemeWarnings(message: MessageSpec, row: Row, observed: Pick<Observed, 'methods' | 'profiles'>): Finding[] {
  const methods = methodsOf(observed, row)
  const { protocolProfile: profile, mutualAuthentication, rewriteEndpoint } = message
  const given = { protocolProfile: profile, rewriteEndpoint: rewriteEndpoint && mutualAuthentication }
  const others = observed.profiles.filter(({ columns }) => !rewriteEndpoint || columns.name !== profile)
  const left = mutualAuthentication ? [] : schemesLeft(row, quietMethods(methods), others)
  return [...endpointWarnings(given, row, methods), ...left]
}

/** What is told of methods that were looked at after the plan was made: all that a plan which knows them tells besides. */
export function remarksOnMethods(spec: Pick<Spec, 'messages'>, observed: Observed): Problem[] {
  return spec.messages.flatMap((message) => {
    const { kind, name, scope, sysId, at } = message
    const resolved = resolveMessage(observed, { kind, name, scope, sysId })
    if ('finding' in resolved || resolved.row === undefined) return []
    const told = schemeWarnings(message, resolved.row, { ...observed, methods: [] }).map((finding) => finding.message)
    const besides = schemeWarnings(message, resolved.row, observed).filter((finding) => !told.includes(finding.message))
    const findings = [...besides, ...methodWarnings(observed, resolved.row, message)]
    return findings.map((finding) => problemOf(finding, `${kind}s.${name}`, at))
  })
}

/** What is only required is never written (contract 3). */
function planAsMode(ledger: Ledger, { mode, at }: MessageSpec, change: Change | undefined, item: string): void {
  if (mode === 'enforce' || change === undefined) {
    ledger.settle(change, item)
    return
  }
  const names = namesIn([change], ledger.input.observed)
  const differs = change.columns.map(({ column, from, to }) => `${column} is '${namedValue(from ?? '', names)}' and not '${to}'`)
  const message = `is not as it is required to be: ${differs.join(', ')}`
  ledger.report(item, at, [{ code: 'message.required', severity: 'error', message }])
}
