import * as z from 'zod/mini'
import type { GitHub } from './api.ts'

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
 * Asks who the token is: a person by REST; an app, whose tokens REST does not answer, by GraphQL; else it is the token of the
 * job. Anybody can write our header into a comment, so a comment is only ours when this identity wrote it.
 */
export async function identify({ api }: GitHub): Promise<Identity> {
  const login = (await asUser(api)) ?? (await asViewer(api)) ?? JOB_TOKEN
  return {
    isAuthorOf: (user) =>
      user?.login === login || (user?.type === 'Bot' && !login.endsWith('[bot]') && user.login === `${login}[bot]`),
  }
}

async function asUser(api: GitHub['api']): Promise<string | undefined> {
  try {
    return (await api.rest.users.getAuthenticated()).data.login
  } catch {
    return undefined
  }
}

async function asViewer(api: GitHub['api']): Promise<string | undefined> {
  try {
    const parsed = z.safeParse(viewerSchema, await api.graphql('query { viewer { login } }'))
    return parsed.success ? parsed.data.viewer.login : undefined
  } catch {
    return undefined
  }
}
