import { hash } from 'node:crypto'

/**
 * The mark in an attachment's file name: whose it is and what is in it (contract 4.6), without a download:
 * `smtls.<owner>.<environment>.<instance>.<YYYYMMDD>.<content>.w<writer>[.r<run id>].<extension>`.
 */
export interface Mark {
  /** First 8 hex of the SHA-256 of the owner, lower-cased. */
  readonly owner: string
  readonly environment: string
  /** First 8 hex of the SHA-256 of the instance's own name. */
  readonly instance: string
  /** The end entity's notAfter, UTC. */
  readonly notAfter: string
  /** First 16 hex of the SHA-256 of the content. */
  readonly content: string
  /** Version of the writer that made the content. */
  readonly writer: number
  readonly runId: string | undefined
}

/** The version of this project's keystore writer; rises when the same inputs would give other bytes. */
export const WRITER = 1

const PATTERN =
  /^smtls\.([0-9a-f]{8})\.([A-Za-z0-9_-]{1,32})\.([0-9a-f]{8})\.(\d{8})\.([0-9a-f]{16})\.w(\d{1,4})(?:\.r(\d{1,20}))?\.(?:jks|p12|cer)$/

const ownerHash = (owner: string): string => sha256Start(owner.toLowerCase())
const instanceHash = (name: string): string => sha256Start(name.toLowerCase())

function sha256Start(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 8)
}

export function parseMark(fileName: string): Mark | undefined {
  const match = PATTERN.exec(fileName)
  if (match === null) return undefined
  const [, owner = '', environment = '', instance = '', notAfter = '', content = '', writer = '0', runId] = match
  return { owner, environment, instance, notAfter, content, writer: Number(writer), runId }
}

/** Who writes, and where to: the part of a mark that is the same for all records of a run. */
export interface Identity {
  readonly owner: string
  readonly environment: string
  readonly instance: string
  /** What marks of this same instance may say besides: written when its name could not be read, or under another URL. */
  readonly alsoKnownAs: readonly string[]
  /** Whether the instance has told its name; without it a clone cannot be told. */
  readonly nameKnown: boolean
}

/** Whether a mark was made on this instance, as far as it tells who it is. */
export const isHere = (mark: Mark, identity: Identity): boolean =>
  mark.instance === identity.instance || identity.alsoKnownAs.includes(mark.instance) || !identity.nameKnown

/** Whether a mark was made for this spec, in this environment, on this instance. */
export const isOfSpec = (mark: Mark | undefined, identity: Identity): boolean =>
  mark?.owner === identity.owner && mark.environment === identity.environment && isHere(mark, identity)

/** Who an instance is by its own name, or where it does not tell it by its host. */
export function identityOf(owner: string, environment: string, origin: string, name: string): Identity {
  const host = new URL(origin).hostname.replace(/\.service-now\.com$/, '')
  const hashes = [name, host].filter((known) => known !== '').map(instanceHash)
  return {
    owner: ownerHash(owner),
    environment,
    instance: hashes[0] ?? '',
    alsoKnownAs: hashes.slice(1),
    nameKnown: name !== '',
  }
}

/**
 * @param notAfter as in CertificateFacts (`YYYY-MM-DDTHH:MM:SSZ`).
 * @param sha256 of the content, lower-case hex.
 * @param runId of the run that made a new key.
 */
export function formatMark(
  identity: Identity,
  notAfter: string,
  sha256: string,
  extension: 'jks' | 'p12' | 'cer',
  runId?: string,
): string {
  const date = notAfter.slice(0, 10).replaceAll('-', '')
  const run = runId === undefined || !/^\d{1,20}$/.test(runId) ? '' : `.r${runId}`
  return `smtls.${identity.owner}.${identity.environment}.${identity.instance}.${date}.${sha256.slice(0, 16)}.w${WRITER}${run}.${extension}`
}
