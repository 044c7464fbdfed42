import { createHash } from 'node:crypto'
import { isObject, json, parseJson, type Answer, type ApiRequest } from './message.ts'
import { noSuchResource, Refusal } from './refusal.ts'

/** The longest URL that some fronts let through. */
export const LONGEST_URL = 2048

/** Short names for long URLs: `POST /api/now/tinyurl` gives one, `sysparm_tiny` stands for the parameters behind it. */
export class TinyUrls {
  readonly #known = new Map<string, string>()

  answer(request: ApiRequest): Answer {
    const body = parseJson(request.body)
    const url = isObject(body) ? body.url : undefined
    if (request.method !== 'POST' || typeof url !== 'string' || !URL.canParse(url, request.origin)) {
      throw new Refusal(400, 'Invalid request', 'url is missing')
    }
    const { pathname, search } = new URL(url, request.origin)
    const name = createHash('md5').update(url).digest('hex')
    this.#known.set(name, search)
    const table = /\/table\/(\w+)/.exec(pathname)?.[1]
    return json(201, { result: `${table === undefined ? 'nav_to' : `${table}_list`}.do?sysparm_tiny=${name}` })
  }

  /** The request with the parameters that its short name stands for. @throws Refusal for a name that is not known */
  expanded(request: ApiRequest): ApiRequest {
    const name = request.parameters.get('sysparm_tiny')
    if (name === null || name === '') return request
    const search = this.#known.get(name)
    if (search === undefined) throw noSuchResource()
    const parameters = new URLSearchParams(search)
    for (const [key, value] of request.parameters) if (key !== 'sysparm_tiny') parameters.set(key, value)
    return { ...request, parameters }
  }
}
