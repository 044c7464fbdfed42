import { signIn } from './access.ts'
import type { Assumptions } from './assumptions.ts'
import { attachmentApi } from './attachment-api.ts'
import { failure, html, type Answer, type ApiRequest } from './message.ts'
import type { OutputContext } from './output.ts'
import { noSuchResource, Refusal } from './refusal.ts'
import { tableApi } from './table-api.ts'

export interface InstanceContext extends OutputContext {
  readonly assume: Assumptions
}

const APIS = { table: tableApi, attachment: attachmentApi } as const

/** Which API a path belongs to, and what it names there; undefined for paths that are no REST API. */
export function route(path: string): { readonly api: string; readonly segments: readonly string[] } | undefined {
  const [root, namespace, ...rest] = path.split('/').filter((part) => part !== '')
  if (root !== 'api') return undefined
  const [api = '', ...segments] = /^v\d+$/.test(rest[0] ?? '') ? rest.slice(1) : rest
  return { api: namespace === 'now' ? api : '', segments }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw noSuchResource()
  }
}

/** Carries one request out. Whatever is refused becomes the answer that the instance gives. */
export function answer(request: ApiRequest, context: InstanceContext): Answer {
  const { store, assume } = context
  const found = route(request.path)
  if (found === undefined) return html(404, 'Page not found')
  try {
    const session = signIn(request.headers.authorization, store.rows('sys_user'), assume.basicAuthRestricted)
    const api = found.api === 'table' || found.api === 'attachment' ? APIS[found.api] : undefined
    if (api === undefined) throw noSuchResource()
    return api({ ...request, segments: found.segments.map(decoded) }, { ...context, session })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const headers = error.status === 401 ? { 'WWW-Authenticate': 'BasicCustom realm="Service-now"' } : undefined
    return failure(error.status, error.message, error.detail, headers)
  }
}
