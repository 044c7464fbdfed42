import { join } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'
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
}

type Environment = Readonly<Record<string, string | undefined>>

/** What the service says of a name that the run has already used: in an attempt before, or in a step before. */
const TAKEN = /\b409\b|conflict|already exists|backend was not ok/i

/**
 * Uploads files as an artifact of the run; one of the same name is replaced. The client writes its progress to the log.
 * @throws github.artifact
 */
export async function uploadArtifact(upload: Upload, run: RunFacts, environment: Environment): Promise<Uploaded> {
  if (isEnterpriseServer(run.serverUrl)) throw failure(upload, `${run.serverUrl} has no artifact service of this kind`)
  const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'].find((name) => (environment[name] ?? '') === '')
  if (missing !== undefined) throw failure(upload, `the artifact service is not there: the runner does not set ${missing}`)
  const client = new DefaultArtifactClient()
  const send = async (): Promise<Uploaded> => {
    const files = upload.paths.map((path) => join(upload.directory, ...path.split('/')))
    const options = upload.retentionDays === undefined ? {} : { retentionDays: upload.retentionDays }
    const { id } = await client.uploadArtifact(upload.name, files, upload.directory, options)
    if (id === undefined) throw failure(upload, 'the artifact service gave it no id')
    return {
      name: upload.name,
      id: String(id),
      url: `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}/artifacts/${id}`,
    }
  }
  try {
    return await send()
  } catch (error) {
    if (!TAKEN.test(messageOf(error))) throw failure(upload, messageOf(error), error)
  }
  try {
    await client.deleteArtifact(upload.name)
    return await send()
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

function failure({ name }: Upload, what: string, cause?: unknown): CodedError {
  return new CodedError('github.artifact', `artifact ${name}: ${what}`, { cause })
}
