import type { Dispatcher } from 'undici'
import { ExchangeFailure } from './failure.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Path and query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
  /** Bytes of body that are accepted in the answer. */
  readonly maxBytes: number
}

export interface HttpAnswer {
  readonly status: number
  /** By lower-case name; values of a repeated header are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

function headersOf(raw: readonly Buffer[]): Record<string, string> {
  const headers = new Map<string, string>()
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index]?.toString('latin1').toLowerCase() ?? ''
    const value = raw[index + 1]?.toString('latin1') ?? ''
    const before = headers.get(name)
    headers.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  return Object.fromEntries(headers)
}

/**
 * One request and its whole answer, once; why there is none comes back as a value, as the policy decides what it means.
 *
 * undici's dispatch interface is used as it is: its `onConnect` comes exactly before the first byte is written, which is
 * what tells a write that certainly did not reach the server from one that may have.
 *
 * @param limits `stop` ends the exchange at once when it fires
 */
export function exchange(
  dispatcher: Dispatcher,
  origin: string,
  request: HttpRequest,
  limits: { timeoutMs: number; stop?: AbortSignal },
): Promise<HttpAnswer | ExchangeFailure> {
  return new Promise((resolve) => {
    let sent = false
    let over = false
    let cancel: ((error?: Error) => void) | undefined
    let status = 0
    let headers: Record<string, string> = {}
    let size = 0
    const chunks: Buffer[] = []

    const end = (): void => {
      over = true
      clearTimeout(timer)
      limits.stop?.removeEventListener('abort', stopped)
    }
    const fail = (reason: ExchangeFailure['reason'], cause?: Error): void => {
      if (over) return
      end()
      resolve(new ExchangeFailure(reason, sent, cause))
      cancel?.()
    }
    const stopped = (): void => fail('stopped')
    const timer = setTimeout(() => fail('timed-out'), limits.timeoutMs)
    limits.stop?.addEventListener('abort', stopped)

    const { method, path, body } = request
    dispatcher.dispatch(
      { origin, method, path, headers: { ...request.headers }, body: body ?? null, headersTimeout: 0, bodyTimeout: 0 },
      {
        onConnect(abort) {
          if (over) {
            abort()
            return
          }
          sent = true
          cancel = abort
        },
        onHeaders(code, raw) {
          // Informational answers (1xx) come before the one that counts.
          if (code < 200) return true
          status = code
          headers = headersOf(raw)
          if (Number(headers['content-length'] ?? 0) > request.maxBytes) fail('too-large')
          return true
        },
        onData(chunk) {
          size += chunk.length
          if (size > request.maxBytes) fail('too-large')
          else chunks.push(chunk)
          return true
        },
        onComplete() {
          if (over) return
          end()
          resolve({ status, headers, body: Buffer.concat(chunks) })
        },
        onError(error) {
          fail('connection', error)
        },
      },
    )
  })
}
