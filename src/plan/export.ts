import type { Finding } from '../errors.ts'
import { MESSAGE_KINDS, type MessageKind } from '../spec/model.ts'
import { messageName, profileName, recordName } from '../spec/names.ts'
import { readCertificates, toPem } from '../x509/pem.ts'
import { endpointWarnings, methodsOf } from './endpoints.ts'
import { KIND_WORDS } from './examine-records.ts'
import { familyOf } from './family.ts'
import { obstaclesOf } from './obstacles.ts'
import { byRecord, kindOf, rowsOf, type Inventory } from './health.ts'
import type { Identity } from './mark.ts'
import type { Row, SysId } from './ports.ts'
import { messageWarnings, methodWarnings } from './references.ts'

/** A spec of what an instance has, with the public certificates that it names. Nothing of it is secret. */
export interface Exported {
  readonly spec: string
  readonly files: readonly { readonly path: string; readonly text: string }[]
  /** What could not be told, or is not fit for a spec; it stands in the spec as comments, too. */
  readonly findings: readonly Finding[]
}

export interface Exporting {
  readonly environment: string
  /** For whom the spec is written: what another spec has marked as its own is not taken into it. */
  readonly identity: Identity
  /** A safe name for a file. */
  readonly fileName: (name: string) => string
}

/** An item of a section as it stands in the spec, or why it does not. */
type Entry =
  | { readonly name: string; readonly text: string; readonly notes?: readonly string[] }
  | { readonly name: string; readonly why: string }

const quoted = (text: string): string => JSON.stringify(text)
/** Letters that YAML 1.1 or 1.2 reads as no text: names of profiles and environments may be such words. */
const WORD = /^(?!(?:null|true|false|yes|no|on|off|y|n)$)[a-z]+$/
const plain = (text: string): string => (WORD.test(text) ? text : quoted(text))
/** One line of a comment: what others wrote must neither end it nor make it look other than it is. */
const comment = (text: string): string => `  # ${text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]+/gu, ' ')}`

/**
 * Writes the spec that describes what is there: profiles in use with their keystores as they are, trusted certificates, and what
 * calls out over them. `plan` with it changes nothing and needs no secret. Pure.
 */
export function exportSpec(inventory: Inventory, exporting: Exporting): Exported {
  const keystores = usableKeystores(inventory)
  const profiles = profileEntries(inventory, keystores)
  const used = new Set(profiles.flatMap((entry) => ('keystore' in entry ? [entry.keystore] : [])))
  const trusted = trustedEntries(inventory, exporting, used)
  const pkcs12 = new Set(
    rowsOf(inventory.records.certificate)
      .filter(({ columns }) => columns.active === 'true' && columns.type === inventory.facts.certificateTypes.pkcs12)
      .map(nameOf),
  )
  const schemes = new Map(profiles.flatMap((entry) => ('sysId' in entry ? [[entry.sysId as string, entry.name]] : [])))
  const sections: [string, readonly Entry[]][] = [
    ['keystores', [...used].sort().map((name) => ({ name, text: existing(pkcs12.has(name)) }))],
    ['trusted-certificates', trusted.entries],
    ['protocol-profiles', profiles],
    ...MESSAGE_KINDS.map((kind): [string, readonly Entry[]] => [`${kind}s`, messageEntries(inventory, kind, schemes)]),
  ]
  const head = [
    '# What is on the instance, written by `export`. `plan` with it changes nothing and needs no secret.',
    '# Replace `existing: true` keystore by keystore to have them renewed from here on.',
    'version: 1',
    'environments:',
    `  ${plain(exporting.environment)}: { instance: ${quoted(inventory.facts.origin)} }`,
  ]
  const findings = sections.flatMap(([section, entries]) =>
    entries.flatMap((entry): Finding[] =>
      'why' in entry ? [{ code: 'export.left-out', severity: 'notice', message: `${section}: ${entry.name}: ${entry.why}` }] : [],
    ),
  )
  return { spec: `${[...head, ...sections.flatMap(sectionLines)].join('\n')}\n`, files: trusted.files, findings }
}

/** With its type, which counts once it is loaded instead. */
const existing = (isPkcs12: boolean): string => `{ ${isPkcs12 ? 'type: pkcs12, ' : ''}source: { existing: true } }`

function sectionLines([section, entries]: [string, readonly Entry[]]): string[] {
  if (entries.length === 0) return []
  const lines = entries.flatMap((entry) =>
    'text' in entry
      ? [...(entry.notes ?? []).map(comment), `  ${quoted(entry.name)}: ${entry.text}`]
      : [comment(`${quoted(entry.name)}: left out: ${entry.why}`)],
  )
  // A section of comments alone would be empty, which a mapping cannot be.
  return entries.some((entry) => 'text' in entry) ? [`${section}:`, ...lines] : [`# ${section}:`, ...lines]
}

const nameOf = ({ columns }: Row): string => columns.name ?? ''
const byName = (rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0))

/** The keystores that a profile can name, and why others cannot. */
function usableKeystores(inventory: Inventory): ReadonlyMap<string, { readonly name: string } | { readonly why: string }> {
  const attachments = byRecord(inventory.attachments)
  const rows = rowsOf(inventory.records.certificate)
  const keystores = rows.filter((row) => kindOf(row, inventory.facts.certificateTypes) === 'keystore')
  const active = keystores.filter(({ columns }) => columns.active === 'true')
  const judged = rows.map((row): [string, { readonly name: string } | { readonly why: string }] => {
    const name = nameOf(row)
    const reason = recordName(name)
    const files = attachments.get(row.sysId)?.length ?? 0
    const kind = kindOf(row, inventory.facts.certificateTypes)
    const type = row.columns.type ?? ''
    if (kind === 'other') return [row.sysId, { why: `its keystore ${name} is of the type ${type}, neither JKS nor PKCS#12` }]
    if (kind === 'trusted') return [row.sysId, { why: `its keystore ${name} is a trusted certificate` }]
    if (!active.includes(row)) return [row.sysId, { why: `its keystore ${name} is inactive` }]
    if (reason !== undefined) return [row.sysId, { why: `the name of its keystore, ${name}, ${reason}` }]
    if (active.filter((other) => nameOf(other) === name).length > 1)
      return [row.sysId, { why: `several active keystores are named ${name}` }]
    return [row.sysId, files === 1 ? { name } : { why: `its keystore ${name} has ${files} attachments` }]
  })
  return new Map(judged)
}

type ProfileEntry = Entry & ({ readonly keystore: string; readonly sysId: SysId } | { readonly why: string })

function profileEntries(inventory: Inventory, keystores: ReturnType<typeof usableKeystores>): ProfileEntry[] {
  const rows = byName(rowsOf(inventory.records['protocol-profile']))
  return rows.map((row): ProfileEntry => {
    const name = nameOf(row)
    const reference = row.columns.keystore ?? ''
    const missing = reference === '' ? 'it has no keystore' : `its keystore (${reference}) is not there`
    const keystore = keystores.get(reference) ?? { why: missing }
    const reason = profileName(name)
    if (reason !== undefined) return { name, why: `the name ${reason}` }
    if (rows.filter((other) => nameOf(other) === name).length > 1)
      return { name, why: 'several protocol profiles have this name' }
    if ('why' in keystore) return { name, why: keystore.why }
    const port = row.columns.port ?? ''
    const usable = /^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65_535
    const text = `{ keystore: ${quoted(keystore.name)}${usable ? `, port: ${port}` : ''} }`
    return { name, text, keystore: keystore.name, sysId: row.sysId }
  })
}

function trustedEntries(
  inventory: Inventory,
  { identity, fileName }: Exporting,
  keystores: ReadonlySet<string>,
): { readonly entries: Entry[]; readonly files: Exported['files'] } {
  const rows = byName(
    rowsOf(inventory.records.certificate).filter(
      (row) => row.columns.active === 'true' && kindOf(row, inventory.facts.certificateTypes) === 'trusted',
    ),
  )
  const certificates = rowsOf(inventory.records.certificate)
  const stored = { facts: inventory.facts, certificates, attachments: byRecord(inventory.attachments) }
  const files: { path: string; text: string }[] = []
  const entries = rows.map((row): Entry => {
    const name = nameOf(row)
    const pem = row.columns.pem ?? ''
    const content = pem === '' ? inventory.attached.get(row.sysId) : Buffer.from(pem, 'utf8')
    const reason = recordName(name)
    if (reason !== undefined) return { name, why: `the name ${reason}` }
    if (keystores.has(name)) return { name, why: 'a keystore has this name, too' }
    if (rows.filter((other) => nameOf(other) === name).length > 1)
      return { name, why: 'several active trusted certificates have this name' }
    const family = familyOf(stored, identity, 'trusted-certificate', name)
    const [obstacle] = obstaclesOf(family)
    if (obstacle !== undefined) return { name, why: `${obstacle.message}: what another spec manages is not taken over` }
    const other = family.find(({ generation, active }) => generation.is === 'new' || (generation.is === 'until' && active))
    if (other !== undefined) return { name, why: `it is being replaced: there is ${other.name}, too` }
    const certificate = content === undefined ? undefined : onlyCertificate(content)
    if (certificate === undefined) return { name, why: 'the record holds no single certificate that can be read' }
    const taken = new Set(files.map(({ path }) => path.toLowerCase()))
    const candidates = [fileName(name), ...Array.from({ length: 1000 }, (_, at) => `${fileName(name)}-${at + 2}`)]
    const base = candidates.find((candidate) => !taken.has(`certs/${candidate}.pem`.toLowerCase())) ?? row.sysId
    const path = `certs/${base}.pem`
    files.push({ path, text: certificate })
    return { name, text: `{ certificate: { file: ${quoted(path)} }${pem === '' ? ', format: der' : ''} }` }
  })
  return { entries, files }
}

function onlyCertificate(content: Buffer): string | undefined {
  try {
    const [certificate, second] = readCertificates(content)
    return certificate === undefined || second !== undefined ? undefined : toPem(certificate)
  } catch {
    return undefined
  }
}

/** Its scope, which is called the same on every instance, where no namesake has it; else its sys_id. */
function tellingApart(row: Row, namesakes: readonly Row[]): string {
  const scopeOf = ({ columns }: Row): string => columns['scope-name'] ?? ''
  const scope = scopeOf(row)
  const unique = scope !== '' && namesakes.filter((other) => scopeOf(other) === scope).length === 1
  return unique ? `, scope: ${quoted(scope)}` : `, sys-id: ${quoted(row.sysId)}`
}

/** What calls out with mutual authentication on. */
function messageEntries(inventory: Inventory, kind: MessageKind, schemes: ReadonlyMap<string, string>): Entry[] {
  const rows = byName(rowsOf(inventory.records[kind]))
  const on = rows.filter(({ columns }) => columns['mutual-authentication'] === 'true')
  return on.map((row): Entry => {
    const name = nameOf(row)
    const scheme = schemes.get(row.columns['protocol-profile'] ?? '')
    const reason = messageName(name)
    if (reason !== undefined) return { name, why: `the name ${reason}` }
    if (on.filter((other) => nameOf(other) === name).length > 1)
      return {
        name,
        why: `several ${KIND_WORDS[kind]}s of this name have mutual authentication on, and a spec names each once: this is ${row.columns['scope-name'] ?? ''} ${row.sysId}`,
      }
    if ((row.columns['protocol-profile'] ?? '') === '') return { name, why: 'it has no protocol profile' }
    if (scheme === undefined) return { name, why: 'its protocol profile is not there, or left out above' }
    const namesakes = rows.filter((other) => nameOf(other) === name)
    const methods = methodsOf(inventory, row)
    const told = [
      ...methodWarnings({ methods, profiles: rowsOf(inventory.records['protocol-profile']) }, row, {
        mutualAuthentication: true,
        protocolProfile: scheme,
      }),
      ...endpointWarnings({ rewriteEndpoint: false, protocolProfile: scheme }, row, methods),
      ...messageWarnings(row),
    ]
    const notes = told.map(({ message }) => `${quoted(name)}: ${message}`)
    const which = namesakes.length < 2 ? '' : tellingApart(row, namesakes)
    return { name, notes, text: `{ protocol-profile: ${plain(scheme)}${which} }` }
  })
}
