import { join } from 'node:path'
import { CodedError } from '../errors.ts'
import { oneLine } from '../report/escape.ts'
import type { RunFacts } from './run.ts'

export interface Upload {
  readonly name: string
  /** The folder that the paths are relative to. */
  readonly directory: string
  /** With `/` between their parts. */
  readonly paths: readonly string[]
  readonly retentionDays: number | undefined
}

export interface Uploaded {
  readonly name: string
  readonly id: string
  readonly url: string
  /** Whether the run had one of this name. */
  readonly replaced: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/** What the service says of a name that the run has already used: in an attempt before, or in a step before. */
const TAKEN = /\b409\b|conflict|already exists|backend was not ok/i

/** @throws github.no-artifact-service */
export function requireArtifactService(upload: Pick<Upload, 'name'>, run: RunFacts, environment: Environment): void {
  if (isEnterpriseServer(run.serverUrl)) throw noService(upload, `${run.serverUrl} has none of the kind this action speaks to`)
  const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'].find((name) => (environment[name] ?? '') === '')
  if (missing !== undefined) throw noService(upload, `the runner does not set ${missing}`)
}

/**
 * Uploads files as an artifact of the run; one of the same name is replaced. The client writes its progress to the log.
 * @throws github.artifact, also where that takes longer than `timeoutMs`
 */
export async function uploadArtifact(upload: Upload, run: RunFacts, timeoutMs: number): Promise<Uploaded> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    const seconds = Math.ceil(timeoutMs / 1000)
    timer = setTimeout(() => reject(failure(upload, `the artifact service did not take it within ${seconds} seconds`)), timeoutMs)
  })
  try {
    return await Promise.race([send(upload, run), late])
  } finally {
    clearTimeout(timer)
  }
}

async function send(upload: Upload, run: RunFacts): Promise<Uploaded> {
  // Larger than all the rest of the bundle: only for those who have a service to upload to.
  const { DefaultArtifactClient } = await import('@actions/artifact')
  const client = new DefaultArtifactClient()
  const once = async (replaced: boolean): Promise<Uploaded> => {
    const files = upload.paths.map((path) => join(upload.directory, ...path.split('/')))
    const options = upload.retentionDays === undefined ? {} : { retentionDays: upload.retentionDays }
    const { id } = await client.uploadArtifact(upload.name, files, upload.directory, options)
    if (id === undefined) throw failure(upload, 'the artifact service gave it no id')
    return {
      name: upload.name,
      id: String(id),
      url: `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}/artifacts/${id}`,
      replaced,
    }
  }
  try {
    return await once(false)
  } catch (error) {
    if (!TAKEN.test(messageOf(error))) throw failure(upload, messageOf(error), error)
  }
  try {
    await client.deleteArtifact(upload.name)
    return await once(true)
  } catch (error) {
    throw failure(upload, messageOf(error), error)
  }
}

/** As the client sees it: github.com, the data residency hosts of ghe.com, and `*.localhost` have the service. */
function isEnterpriseServer(serverUrl: string): boolean {
  const { hostname } = new URL(serverUrl)
  return hostname !== 'github.com' && !/\.(ghe\.com|localhost)$/.test(hostname)
}

const messageOf = (error: unknown): string => oneLine(error instanceof Error ? error.message : String(error))

function failure({ name }: Pick<Upload, 'name'>, what: string, cause?: unknown): CodedError {
  return new CodedError('github.artifact', `artifact ${name}: ${what}`, { cause })
}

const noService = ({ name }: Pick<Upload, 'name'>, why: string): CodedError =>
  new CodedError('github.no-artifact-service', `artifact ${name}: the artifact service is not there: ${why}`)
