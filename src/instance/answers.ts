import { CodedError, type ErrorCode } from '../errors.ts'
import type { HttpAnswer } from '../http/exchange.ts'
import { WriteUnknown } from '../http/failure.ts'
import { printable } from '../http/printable.ts'

/** What was asked, for messages: `table sys_certificate`. */
export interface Asked {
  readonly what: string
  readonly write: boolean
}

/** An answer to a request that carried credentials. */
export interface SignedAnswer extends HttpAnswer {
  /** Why credentials of this kind may be refused. */
  readonly signInHint?: string
}

/** The instance answered with a status of failure. */
export class Refusal extends CodedError {
  readonly status: number
  /** There is no such table, or its plugin is off. */
  readonly noSuchTable: boolean

  constructor(code: ErrorCode, message: string, options: { status: number; noSuchTable?: boolean; hint?: string | undefined }) {
    super(code, message, options.hint === undefined ? {} : { hint: options.hint })
    this.status = options.status
    this.noSuchTable = options.noSuchTable ?? false
  }
}

/**
 * What reading a table ends with when the account may not see it, or there is no sense in it: where a table only advises, the
 * caller goes on without.
 */
export const UNREADABLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'instance.forbidden',
  'instance.refused',
  'instance.rows-hidden',
  'instance.too-large',
  'record.changed',
])

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The JSON of an answer, undefined where it is none. */
export function parseBody(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** The title of an HTML page, or undefined where the answer is none. */
function pageTitle(answer: HttpAnswer): string | undefined {
  if (!/^text\/html|^application\/xhtml/i.test(answer.headers['content-type'] ?? '')) return undefined
  const start = answer.body.subarray(0, 16_384).toString('utf8')
  return printable(/<title[^<>]{0,200}>([^<]{0,400})/i.exec(start)?.[1] ?? '', 100)
}

/** `message: detail` of an error body, made fit to be shown. */
function reasonIn(answer: HttpAnswer): string {
  const body = parseBody(answer)
  const error = isRecord(body) && isRecord(body.error) ? body.error : {}
  const texts = [error.message, error.detail].filter((text) => typeof text === 'string' && text.trim() !== '')
  return printable(texts.join(': '))
}

/** Whether the answer has the error that the APIs of an instance give. */
export function hasError(answer: HttpAnswer): boolean {
  const body = parseBody(answer)
  return isRecord(body) && isRecord(body.error)
}

interface Meaning {
  readonly test: RegExp
  readonly code: ErrorCode
  readonly says: string
  readonly hint?: string
}

const NO_SUCH_TABLE = /^invalid table/i

/** What the texts of the instance mean, the first that fits; the table of the documented ones. */
const MEANINGS: readonly Meaning[] = [
  {
    test: /failed api level acl/i,
    code: 'instance.forbidden',
    says: 'a REST API Access Policy does not let the account use the API',
    hint: 'let the account through the API access policies of the Table API and of the Attachment API: each has its own',
  },
  {
    test: /business rule/i,
    code: 'instance.refused',
    says: 'a business rule of the instance refuses the write',
    hint: 'the message names the rule; change it, or what it asks for',
  },
  {
    test: /data policy/i,
    code: 'instance.refused',
    says: 'a data policy of the instance refuses the write',
    hint: 'the message names the column that the policy makes mandatory or read-only',
  },
  {
    test: /file type not permitted|mime type/i,
    code: 'instance.refused',
    says: 'the instance does not take files of this kind',
    hint: 'allow .jks and .p12 in the properties glide.attachment.extensions and glide.security.file.mime_type.validation',
  },
  { test: /insufficient rights to query/i, code: 'instance.forbidden', says: 'access rules do not let the account read' },
  { test: /acl exception|security constraints/i, code: 'instance.forbidden', says: 'access rules do not let the account write' },
  {
    test: NO_SUCH_TABLE,
    code: 'instance.refused',
    says: 'there is no such table',
    hint: 'the plugin that brings the table may be off',
  },
]

function byStatus(status: number): Omit<Meaning, 'test'> {
  if (status === 401) return { code: 'instance.unauthenticated', says: 'the credentials are refused' }
  if (status === 403) return { code: 'instance.forbidden', says: 'the account may not do this' }
  if (status === 404) return { code: 'record.changed', says: 'the record is not there any more, or access rules hide it' }
  if (status >= 500) return { code: 'instance.server-error', says: 'the instance failed' }
  return { code: 'instance.refused', says: 'the instance refuses the request' }
}

/** Why an answer is no success, as a coded error. */
function refusal(answer: SignedAnswer, asked: Asked): CodedError {
  const { status } = answer
  if (status === 404 && !asked.write && !hasError(answer)) return notDocumented(asked, `HTTP 404 of something else`)
  const title = pageTitle(answer)
  const reason = title ?? reasonIn(answer)
  const found = status === 401 || status >= 500 ? undefined : MEANINGS.find(({ test }) => test.test(reason))
  const { code, says, hint = status === 401 ? answer.signInHint : undefined } = found ?? byStatus(status)
  const quoted = reason === '' ? '' : `: "${reason}"`
  const message = `${asked.what}: ${says} (HTTP ${status}${quoted})`
  if (asked.write && status >= 500) return new WriteUnknown(code, message)
  return new Refusal(code, message, { status, hint, noSuchTable: status === 400 && NO_SUCH_TABLE.test(reason) })
}

/**
 * Lets an answer of success pass.
 * @throws instance.asleep, .unauthenticated, .forbidden, .refused, .server-error, record.changed (404): a {@link Refusal} where
 *   the instance says no; instance.not-json
 */
export function requireSuccess(answer: SignedAnswer, asked: Asked): void {
  requireAwake(answer, asked)
  if (answer.status < 200 || answer.status >= 300) throw refusal(answer, asked)
  requireNoPage(answer, asked)
  const encoding = answer.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw notDocumented(asked, `encoded (${printable(encoding, 30)}) though that was not asked for`)
}

/** A developer instance that sleeps answers every request with a page. @throws instance.asleep */
function requireAwake(answer: HttpAnswer, asked: Asked): void {
  if (/hibernat/i.test(pageTitle(answer) ?? '')) {
    throw new CodedError('instance.asleep', `${asked.what}: the instance is hibernating`)
  }
}

/** Lets anything but a web page pass, of whatever status. @throws instance.asleep, instance.not-json */
export function requireNoPage(answer: HttpAnswer, asked: Asked): void {
  requireAwake(answer, asked)
  const title = pageTitle(answer)
  if (title !== undefined) throw notDocumented(asked, `a web page${title === '' ? '' : ` with the title "${title}"`}`)
}

/** An answer that is not what the API documents; what a write with such an answer did is unknown. */
export function notDocumented(asked: Asked, instead: string): CodedError {
  const message = `${asked.what}: the answer is ${instead}, not what the API of an instance answers`
  return asked.write ? new WriteUnknown('instance.not-json', message) : new CodedError('instance.not-json', message)
}

/** The member `result` of an answer of success. @throws as {@link requireSuccess}, and instance.not-json */
export function resultOf(answer: SignedAnswer, asked: Asked): unknown {
  requireSuccess(answer, asked)
  const type = answer.headers['content-type'] ?? ''
  if (!/^application\/json\b/i.test(type)) {
    throw notDocumented(asked, type === '' ? 'of no content type' : `of the content type ${printable(type, 60)}`)
  }
  const body = parseBody(answer)
  if (!isRecord(body)) throw notDocumented(asked, body === undefined ? 'cut off or not JSON' : 'JSON of another form')
  // A transaction that was cancelled half way answers 200, with the rows so far and an error.
  if (isRecord(body.error)) {
    const message = `${asked.what}: the answer is incomplete: "${reasonIn(answer)}"`
    throw asked.write ? new WriteUnknown('instance.server-error', message) : new CodedError('instance.server-error', message)
  }
  if (!Object.hasOwn(body, 'result')) throw notDocumented(asked, 'JSON without a result')
  return body.result
}
