import type { Sharing } from './commands/inputs.ts'
import type { Finished } from './compose.ts'
import { CodedError, problemIn, type Problem } from './errors.ts'
import type { Upload, Uploaded } from './github/artifact.ts'
import type { RunFacts } from './github/run.ts'
import { MANIFEST_FILE, PLAN_FILE } from './output/pack.ts'
import { RESULT_FILE } from './output/result-file.ts'
import { fileName } from './report/escape.ts'

/** The files of a run as artifacts. */

/** No upload has longer, whatever is left of the run's time: the client itself gives up only after hours. */
const LONGEST_MS = 60_000
/** Nor less: what a command did that used up its time is shown all the same. */
const SHORTEST_MS = 5_000

export interface Files {
  readonly artifacts: readonly (Uploaded & { readonly isPlan: boolean })[]
  readonly problems: readonly Problem[]
}

export interface Uploading {
  readonly finished: Finished
  readonly sharing: Sharing
  readonly run: RunFacts
  readonly environment: Readonly<Record<string, string | undefined>>
  /** When the time of the whole run is over, in milliseconds since 1970. */
  readonly endsAt: number
  /** What is printed during the work is folded under the title. */
  readonly during: <T>(title: string, work: () => Promise<T>) => Promise<T>
}

interface Wanted extends Omit<Upload, 'retentionDays'> {
  readonly isPlan: boolean
}

/**
 * The partner packs in one artifact; plan, manifest and result, which are not for partners, in another, and only with `plan`. Both
 * at the same time, within what is left of the run's time. Never throws.
 */
export async function upload(uploading: Uploading): Promise<Files> {
  const { sharing, run, environment, endsAt, during } = uploading
  const wanted = wantedOf(uploading)
  const [first] = wanted
  if (sharing.artifact === 'never' || first === undefined) return { artifacts: [], problems: [] }
  const severity = sharing.artifact === 'always' ? 'error' : 'warning'
  try {
    const { requireArtifactService, uploadArtifact } = await import('./github/artifact.ts')
    requireArtifactService(first, run, environment)
    const timeoutMs = Math.max(SHORTEST_MS, Math.min(LONGEST_MS, endsAt - Date.now()))
    const one = async ({ isPlan, ...upload }: Wanted): Promise<Files> => {
      try {
        const uploaded = await uploadArtifact({ ...upload, retentionDays: sharing.artifactRetentionDays }, run, timeoutMs)
        // A second attempt takes the place of the first; in the first it was another job or step.
        const unexpected = uploaded.replaced && run.attempt === 1
        const problems = unexpected ? [problemIn(replacedAnother(upload.name), 'warning')] : []
        return { artifacts: [{ ...uploaded, isPlan }], problems }
      } catch (error) {
        return { artifacts: [], problems: [problemIn(error, severity)] }
      }
    }
    const title = `upload of ${wanted.map(({ name }) => name).join(', ')}`
    const done = await during(title, () => Promise.all(wanted.map(one)))
    return { artifacts: done.flatMap(({ artifacts }) => artifacts), problems: done.flatMap(({ problems }) => problems) }
  } catch (error) {
    return { artifacts: [], problems: [problemIn(error, severity)] }
  }
}

function wantedOf({ finished, sharing }: Uploading): Wanted[] {
  const { directory, files, result } = finished
  const beside = [MANIFEST_FILE, PLAN_FILE, RESULT_FILE]
  const name = sharing.artifactName ?? `servicenow-mtls-${fileName(result.environment)}`
  const packs = files.filter((path) => !beside.includes(path))
  const plan = result.command === 'plan' ? files.filter((path) => beside.includes(path)) : []
  return [
    { name, directory, isPlan: false, paths: packs },
    { name: `${name}-plan`, directory, isPlan: true, paths: plan },
  ].filter(({ paths }) => paths.length > 0)
}

const replacedAnother = (name: string): CodedError =>
  new CodedError(
    'github.artifact',
    `artifact ${name}: another job or step of this run had uploaded one of this name, which is replaced`,
    {
      hint: 'give each job of a matrix its own `artifact-name`; where both are the same, as with `verify` after `apply`, set `artifact: never` in one of them',
    },
  )
