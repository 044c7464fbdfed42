import { signIn, type AccessContext } from './access.ts'
import { attachmentApi } from './attachment-api.ts'
import { failure, html, type Answer, type ApiRequest } from './message.ts'
import type { OutputContext } from './output.ts'
import { noSuchResource, Refusal } from './refusal.ts'
import { tableApi } from './table-api.ts'
import { LONGEST_URL, type TinyUrls } from './tiny-url.ts'
import { tokenEndpoint } from './token-endpoint.ts'

export interface InstanceContext extends OutputContext, AccessContext {
  readonly tinyUrls: TinyUrls
}

const APIS = { table: tableApi, attachment: attachmentApi } as const

const TOKEN_PATH = '/oauth_token.do'

/** Which API a path belongs to, and what it names there; undefined for paths that are no REST API. */
export function route(path: string): { readonly api: string; readonly segments: readonly string[] } | undefined {
  const [root, namespace, ...rest] = path.split('/').filter((part) => part !== '')
  if (path === TOKEN_PATH) return { api: 'token', segments: [] }
  if (root !== 'api') return undefined
  const [api = '', ...segments] = /^v\d+$/.test(rest[0] ?? '') ? rest.slice(1) : rest
  return { api: namespace === 'now' && api !== 'token' ? api : '', segments }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw noSuchResource()
  }
}

const urlOf = ({ origin, path, parameters }: ApiRequest): string => `${origin}${path}?${parameters.toString()}`

/** Carries one request out. Whatever is refused becomes the answer that the instance gives. */
export function answer(request: ApiRequest, context: InstanceContext): Answer {
  const found = route(request.path)
  if (context.assume.longUrls === 'refused' && urlOf(request).length > LONGEST_URL) return html(414, 'Request-URI Too Large')
  if (found === undefined) return html(404, 'Page not found')
  if (found.api === 'token') return tokenEndpoint(request, context)
  try {
    const session = signIn(request, found.api, context)
    if (found.api === 'tinyurl') return context.tinyUrls.answer(request)
    const api = found.api === 'table' || found.api === 'attachment' ? APIS[found.api] : undefined
    if (api === undefined) throw noSuchResource()
    const meant = context.tinyUrls.expanded(request)
    return api({ ...meant, segments: found.segments.map(decoded) }, { ...context, session })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const headers = error.status === 401 ? { 'WWW-Authenticate': 'BasicCustom realm="Service-now"' } : undefined
    return failure(error.status, error.message, error.detail, headers)
  }
}
