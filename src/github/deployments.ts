import * as z from 'zod/mini'
import type { GitHub } from './api.ts'
import { identify } from './identity.ts'
import { PERMISSIONS } from './permissions.ts'
import { refusalOf } from './refusal.ts'

/**
 * What of a spec was applied and verified where, kept as deployments of the repository. They stand beside those that GitHub makes
 * for a job with `environment:`, told from them by task and payload. An aid and not a control: whoever may write deployments with
 * the same token can write these, too.
 */

const TASK = 'servicenow-mtls'
const PAGE = 100
/** The records of a content are looked for among the newest; older ones are of runs long ago. */
const MOST_PAGES = 5
/** GitHub refuses a longer description of a status. */
const MAX_DESCRIPTION = 140

/** One content of one spec in one environment. */
export interface Promotable {
  /** Path of the spec, with `/` between its parts. */
  readonly spec: string
  readonly environment: string
  /** `sha256:…` of what is the same in every environment. */
  readonly content: string
}

export interface Deployed extends Promotable {
  readonly instance: string
  /** Whether the spec calls the environment protected. */
  readonly production: boolean
  readonly sha: string
  readonly run: string
  readonly runUrl: string
}

/** `applied`: not looked at since; `verified`: `verify` found nothing to change; `left`: the environment is no longer so. */
export type Standing = 'applied' | 'verified' | 'left'

const STATES = { applied: 'in_progress', verified: 'success', left: 'failure' } as const satisfies Record<Standing, string>
const DESCRIPTIONS: Readonly<Record<Standing, string>> = {
  applied: 'applied; verify has not looked since',
  verified: 'applied, and verify found nothing to change',
  left: 'a run since has failed, found a difference, or taken it back',
}

const payloadSchema = z.object({
  tool: z.literal(TASK),
  format: z.literal(1),
  spec: z.string(),
  environment: z.string(),
  content: z.string(),
})

interface Found {
  readonly id: number
  readonly standing: Standing
}

/**
 * How the newest record of a content stands, or undefined where there is none that the token's own identity made.
 * @throws github.forbidden, github.failed
 */
export async function standingOf(github: GitHub, wanted: Promotable): Promise<Standing | undefined> {
  try {
    return (await newest(github, wanted))?.standing
  } catch (error) {
    throw refusalOf(error, `deployments of ${wanted.environment}`, PERMISSIONS.deployment)
  }
}

/**
 * Records how a content stands now. An apply that changed something makes a record of its own, which has to be verified; what
 * would say nothing new is not written.
 * @param anew whether the instance was changed
 * @returns whether anything was recorded
 * @throws github.forbidden, github.failed
 */
export async function record(github: GitHub, deployed: Deployed, standing: Standing, anew: boolean): Promise<boolean> {
  try {
    const found = await newest(github, deployed)
    if (standing === 'applied') {
      if (found !== undefined && !anew) return false
      const made = await github.makeOnce(
        () => create(github, deployed),
        async () => {
          const last = await newest(github, deployed)
          return last === undefined || last.id === found?.id ? undefined : last.id
        },
      )
      await setStanding(github, made, standing, deployed)
      return true
    }
    if (found === undefined || found.standing === standing) return false
    await setStanding(github, found.id, standing, deployed)
    return true
  } catch (error) {
    throw refusalOf(error, `deployment in ${deployed.environment}`, PERMISSIONS.deployment)
  }
}

async function newest(github: GitHub, wanted: Promotable): Promise<Found | undefined> {
  const { api, owner, repo } = github
  const { environment } = wanted
  const candidates: { id: number; creator: { login: string; type: string } | null }[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data } = await api.rest.repos.listDeployments({ owner, repo, environment, task: TASK, per_page: PAGE, page })
    for (const { id, payload, creator } of data) if (isOf(payload, wanted)) candidates.push({ id, creator })
    if (data.length < PAGE) break
  }
  if (candidates.length === 0) return undefined
  const self = await identify(github)
  const [own] = candidates.filter(({ creator }) => self.isAuthorOf(creator)).sort((a, b) => b.id - a.id)
  if (own === undefined) return undefined
  const { data } = await api.rest.repos.listDeploymentStatuses({ owner, repo, deployment_id: own.id, per_page: PAGE })
  // GitHub sets older deployments of an environment inactive by itself when a job there succeeds: that is no word of ours.
  const [last] = data.filter(({ creator, state }) => self.isAuthorOf(creator) && state !== 'inactive').sort((a, b) => b.id - a.id)
  const standing = (Object.keys(STATES) as Standing[]).find((one) => STATES[one] === last?.state)
  return { id: own.id, standing: standing ?? 'applied' }
}

/** A payload is given back as it was sent: as an object, or as the text of one. */
function isOf(payload: unknown, { spec, environment, content }: Promotable): boolean {
  const parsed = z.safeParse(payloadSchema, typeof payload === 'string' ? parseJson(payload) : payload)
  if (!parsed.success) return false
  const said = parsed.data
  return said.spec === spec && said.environment === environment && said.content === content
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function create({ api, owner, repo }: GitHub, deployed: Deployed): Promise<number> {
  const { spec, environment, content, instance, run } = deployed
  const { data } = await api.rest.repos.createDeployment({
    owner,
    repo,
    ref: deployed.sha,
    task: TASK,
    environment,
    description: `${spec} as ${content.slice(0, 19)}`.slice(0, MAX_DESCRIPTION),
    payload: { tool: TASK, format: 1, spec, environment, content, instance, run },
    production_environment: deployed.production,
    transient_environment: false,
    // Nothing is merged, and no other check decides whether this may be written down: it has happened.
    auto_merge: false,
    required_contexts: [],
  })
  if ('id' in data) return data.id
  throw new Error('GitHub merged instead of making the deployment')
}

async function setStanding(
  { api, owner, repo }: GitHub,
  deployment_id: number,
  standing: Standing,
  { instance, runUrl }: Deployed,
): Promise<void> {
  await api.rest.repos.createDeploymentStatus({
    owner,
    repo,
    deployment_id,
    state: STATES[standing],
    description: DESCRIPTIONS[standing],
    log_url: runUrl,
    environment_url: instance,
    auto_inactive: false,
    // The last one counts, and twice the same says nothing else.
    request: { repeatable: true },
  })
}
