import type { X509Certificate } from 'node:crypto'

/** What JSON can say. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/** A request as far as the APIs look at it. */
export interface ApiRequest {
  readonly method: string
  /** Decoded path segments after `/api/now`, without the version. */
  readonly segments: readonly string[]
  /** The path as it came, for links. */
  readonly path: string
  readonly parameters: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** The client certificate of the connection. */
  readonly clientCertificate?: X509Certificate
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

const NOTHING = Buffer.alloc(0)

export const json = (status: number, value: JsonValue, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers },
  body: Buffer.from(JSON.stringify(value)),
})

export const html = (status: number, title: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'Content-Type': 'text/html;charset=UTF-8', ...headers },
  body: Buffer.from(`<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`),
})

export const empty = (status: number, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers,
  body: NOTHING,
})

export const failure = (
  status: number,
  message: string,
  detail: string | null,
  headers: Readonly<Record<string, string>> = {},
): Answer => json(status, { error: { message, detail }, status: 'failure' }, headers)

/** A parameter's value; one that is there but empty counts as absent. */
export function parameter(request: ApiRequest, name: string): string | undefined {
  const value = request.parameters.get(name)
  return value === null || value === '' ? undefined : value
}

/** A parameter that says yes, in whatever case. */
export const flagged = (request: ApiRequest, name: string): boolean => parameter(request, name)?.toLowerCase() === 'true'

/** An array; unlike `Array.isArray` it keeps the type of the elements. */
export const isArray = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value)

export const isObject = (value: unknown): value is Readonly<Record<string, JsonValue>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The JSON in the bytes, or undefined where it is none. */
export function parseJson(bytes: Buffer): JsonValue | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return isJson(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isJson = (value: unknown): value is JsonValue =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) ? value.every(isJson) : isObject(value))
