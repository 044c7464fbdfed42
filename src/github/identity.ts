import * as z from 'zod/mini'
import type { GitHub } from './api.ts'
import { isDenied } from './refusal.ts'

/** As whom a token writes. */
export interface Identity {
  readonly isAuthorOf: (user: Author | null | undefined) => boolean
}

export interface Author {
  readonly login: string
  readonly type: string
}

/** What the token of a job writes as. */
const JOB_TOKEN = 'github-actions[bot]'
const viewerSchema = z.object({ viewer: z.object({ login: z.string() }) })

/**
 * Asks who the token is: a person by REST; an app, whose tokens REST does not answer, by GraphQL; where both are denied it is the
 * token of the job. Anybody can write our header into a comment, so a comment is only ours when this identity wrote it.
 * @throws what GitHub answers otherwise: then nobody knows whose a comment is
 */
export async function identify({ api }: GitHub): Promise<Identity> {
  const person = await asUser(api)
  if (person !== undefined) return { isAuthorOf: (user) => user?.login === person }
  const viewer = (await asViewer(api)) ?? JOB_TOKEN
  // An app is told with and without its suffix.
  const app = viewer.endsWith('[bot]') ? viewer : `${viewer}[bot]`
  return { isAuthorOf: (user) => user?.login === viewer || (user?.type === 'Bot' && user.login === app) }
}

async function asUser(api: GitHub['api']): Promise<string | undefined> {
  try {
    return (await api.rest.users.getAuthenticated()).data.login
  } catch (error) {
    if (isDenied(error)) return undefined
    throw error
  }
}

async function asViewer(api: GitHub['api']): Promise<string | undefined> {
  try {
    return z.parse(viewerSchema, await api.graphql('query { viewer { login } }')).viewer.login
  } catch (error) {
    if (isDenied(error)) return undefined
    throw error
  }
}
