import type { JsonValue } from './message.ts'

/** A request as faults and records see it. */
export interface SeenRequest {
  /** Counts from 1 since the start or the last `clearRequests`. */
  readonly n: number
  readonly method: string
  /** Path and query, decoded. */
  readonly path: string
  /** The table that is read or written; `sys_attachment` for the Attachment API. */
  readonly table?: string
  /** POST, PUT, PATCH or DELETE. */
  readonly write: boolean
  /** The parsed JSON with passwords replaced, or the number of bytes of anything else, or undefined when there is none. */
  readonly body?: JsonValue | undefined
}

/**
 * What goes wrong. Without acting: `reset-before` (the connection is cut), `hang` (never answered), `sleep-page` (200 with the page
 * of a hibernating instance), a status, a redirect. After acting: `reset-after` and `hang-after` (the answer is lost), `truncate` (the
 * answer is cut in the middle), a status with `acted`. `garble` carries an upload out with other bytes; other requests as they are.
 */
export type FaultAction =
  | 'reset-before'
  | 'reset-after'
  | 'hang'
  | 'hang-after'
  | 'sleep-page'
  | 'truncate'
  | 'garble'
  | { readonly redirect: string; readonly status?: 301 | 302 | 303 | 307 | 308 }
  | {
      readonly status: number
      /** Seconds, for the header Retry-After. */
      readonly retryAfter?: number
      /** An HTML page, as a front answers, instead of JSON. */
      readonly html?: boolean
      /** The instance acted on the request all the same. */
      readonly acted?: boolean
    }

export interface Fault {
  /** The k-th request from now (1 is the next one), or the requests that match. */
  readonly at: number | ((request: SeenRequest) => boolean)
  /** How often it happens: on that request and the next ones, or on so many that match; default 1. */
  readonly times?: number
  readonly action: FaultAction
}

export interface FaultHandle {
  /** How often it has happened. */
  readonly fired: number
  cancel(): void
}

interface Armed {
  readonly fault: Fault
  /** Requests seen since it was armed. */
  seen: number
  fired: number
}

/** The faults that are waiting for their request. */
export class Faults {
  readonly #armed = new Set<Armed>()

  arm(fault: Fault): FaultHandle {
    const armed: Armed = { fault, seen: 0, fired: 0 }
    this.#armed.add(armed)
    return {
      get fired() {
        return armed.fired
      },
      cancel: () => void this.#armed.delete(armed),
    }
  }

  /** What happens to this request; the fault that was armed first wins. */
  take(request: SeenRequest): FaultAction | undefined {
    let action: FaultAction | undefined
    for (const armed of this.#armed) {
      armed.seen += 1
      const { at, times = 1 } = armed.fault
      const due = typeof at === 'number' ? armed.seen >= at : at(request)
      if (!due || armed.fired >= times || action !== undefined) continue
      armed.fired += 1
      action = armed.fault.action
    }
    return action
  }
}

/** Whether the instance carries the request out before the fault shows. */
export function actsFirst(action: FaultAction): boolean {
  if (typeof action === 'string') return ['reset-after', 'hang-after', 'truncate', 'garble'].includes(action)
  return 'status' in action && 'acted' in action && action.acted
}
