import { hash } from 'node:crypto'
import type { CertificateSummary, Plan } from '../plan/model.ts'
import { fileName } from '../report/escape.ts'
import type { Certificate } from '../x509/certificate.ts'
import { toPem } from '../x509/pem.ts'
import { certsOnly } from '../x509/pkcs7.ts'
import type { OutputFile } from './file.ts'
import { RESULT_FILE } from './result-file.ts'

export const PLAN_FILE = 'plan.json'
export const MANIFEST_FILE = 'manifest.json'

export interface Packed {
  readonly files: readonly OutputFile[]
  /** The certificates of the plan, each with the paths of its files. */
  readonly certificates: readonly CertificateSummary[]
  /** Where each request is, by its keystore. */
  readonly requests: ReadonlyMap<string, string>
}

export interface PackableRequest {
  readonly name: string
  readonly subject: string
  readonly record: string
  readonly pem: string
}

/** What the files of a run are made of. */
export interface Packable {
  readonly environment: string
  readonly plan: Plan | undefined
  readonly certificates: readonly CertificateSummary[]
  readonly publicKeystores: readonly { readonly name: string; readonly chain: readonly Certificate[] }[]
  /** Requests for certificates, PEM. */
  readonly requests?: readonly PackableRequest[] | undefined
}

/**
 * The files of a run (contract 6): for each keystore the partner pack, which can be forwarded as it is, and the manifest and
 * plan beside them. Without a plan, as when the instance was not reached, what could be built is there all the same.
 */
export function packFiles({ environment, plan, certificates: known, publicKeystores, requests = [] }: Packable): Packed {
  const folders = safeNames([...new Set([...publicKeystores, ...requests].map(({ name }) => name))])
  const packs = new Map(publicKeystores.map(({ name, chain }) => [name, partnerPack(folders.get(name) ?? fileName(name), chain)]))
  const asked = requests.map(({ name, subject, pem }) => ({
    name,
    subject,
    files: requestPack(folders.get(name) ?? fileName(name), pem),
  }))
  const certificates = known.map((certificate) => {
    const pack = certificate.kind === 'keystore' ? (packs.get(certificate.name) ?? []) : []
    const files = pack.map(({ path }) => path)
    return certificate.next ? { ...certificate, next: { ...certificate.next, files } } : { ...certificate, files }
  })
  const manifest = {
    format: 1,
    environment,
    instance: plan?.instance ?? null,
    certificates: certificates.map(withoutDays),
    ...(asked.length > 0 && { requests: asked.map(withPaths) }),
  }
  const planFile = plan === undefined ? [] : [jsonFile(PLAN_FILE, { ...plan, certificates })]
  const files = [...[...packs.values()].flat(), ...asked.flatMap((one) => one.files)]
  const paths = new Map(asked.map((one) => [one.name, one.files[0]?.path ?? '']))
  return { certificates, requests: paths, files: [...files, jsonFile(MANIFEST_FILE, manifest), ...planFile] }
}

const withPaths = <T extends { readonly files: readonly OutputFile[] }>({ files, ...one }: T) => ({
  ...one,
  files: files.map(({ path }) => path),
})

/** Days change from run to run without anything having changed: the manifest is the same while its contents are. */
function withoutDays(certificate: CertificateSummary): Partial<CertificateSummary> {
  const facts: { -readonly [K in keyof CertificateSummary]?: CertificateSummary[K] } = { ...certificate }
  delete facts.daysRemaining
  return facts
}

function jsonFile(path: string, value: unknown): OutputFile {
  return { path, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8'), isText: true }
}

function partnerPack(folder: string, chain: readonly Certificate[]): OutputFile[] {
  const [leaf] = chain
  if (leaf === undefined) return []
  const files = [
    { path: `${folder}/${folder}.pem`, bytes: Buffer.from(toPem(leaf), 'utf8') },
    { path: `${folder}/${folder}.cer`, bytes: leaf.der },
    { path: `${folder}/${folder}-chain.pem`, bytes: Buffer.from(chain.map(toPem).join(''), 'utf8') },
    { path: `${folder}/${folder}-chain.p7b`, bytes: certsOnly(chain) },
  ]
  return withSums(folder, files)
}

/** What is given to the people who sign. */
const requestPack = (folder: string, pem: string): OutputFile[] =>
  withSums(folder, [{ path: `${folder}/${folder}.csr`, bytes: Buffer.from(pem, 'utf8') }])

function withSums(folder: string, files: readonly Omit<OutputFile, 'isText'>[]): OutputFile[] {
  const sums = files.map(({ path, bytes }) => `${hash('sha256', bytes, 'hex')}  ${path.slice(folder.length + 1)}\n`)
  const sumsFile = { path: `${folder}/SHA256SUMS`, bytes: Buffer.from(sums.join(''), 'utf8') }
  return [...files, sumsFile].map((file) => ({ ...file, isText: false }))
}

/** A file name for each name, also where the file system ignores case: what collides gets a part of its name's hash. */
function safeNames(names: readonly string[]): Map<string, string> {
  const count = new Map<string, number>()
  for (const name of names) count.set(fileName(name).toLowerCase(), (count.get(fileName(name).toLowerCase()) ?? 0) + 1)
  const taken = (name: string): boolean => (count.get(fileName(name).toLowerCase()) ?? 0) > 1 || reserved(fileName(name))
  const tail = (name: string): string => hash('sha256', name, 'hex').slice(0, 8)
  return new Map(names.map((name) => [name, taken(name) ? `${fileName(name)}-${tail(name)}` : fileName(name)]))
}

/** Names that stand beside the folders. */
const reserved = (name: string): boolean => [MANIFEST_FILE, PLAN_FILE, RESULT_FILE].includes(name.toLowerCase())
