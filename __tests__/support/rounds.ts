import type { HttpAnswer } from '../../src/http/exchange.ts'
import type { Transport, TransportRequest } from '../../src/http/transport.ts'

/** So many requests go at the same time, as `max-parallel` has it. */
const AT_ONCE = 4
/** A run that has sent nothing for so many turns of the event loop waits for the answers to what it has sent. */
const QUIET_TURNS = 40

/**
 * An instance that answers in rounds: what was sent goes out together once nothing more comes, and is answered together. The rounds of
 * a run are its round trips one after the other, whatever the time that each takes.
 */
export class Rounds {
  /** The requests of each round, in the order in which they were sent. */
  readonly trips: string[][] = []
  readonly #waiting: { readonly what: string; readonly go: () => Promise<void> }[] = []
  #running = false

  get requests(): number {
    return this.trips.flat().length
  }

  before(transport: Transport): Transport {
    return {
      origin: transport.origin,
      request: (request) => this.#enter(transport, request),
      close: () => transport.close(),
    }
  }

  #enter(transport: Transport, request: TransportRequest): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const what = `${request.method} ${request.path.replace(/\?.*$/, '').replace(/[0-9a-f]{32}/g, 'ID')}`
      const go = async (): Promise<void> => {
        const answer = transport.request(request)
        await Promise.allSettled([answer])
        this.#answers.push(() => answer.then(resolve, reject))
      }
      this.#waiting.push({ what, go })
      if (!this.#running) void this.#serve()
    })
  }

  #answers: (() => unknown)[] = []

  async #serve(): Promise<void> {
    this.#running = true
    for (;;) {
      let known = this.#waiting.length
      for (let turn = 0; turn < QUIET_TURNS; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve))
        if (this.#waiting.length !== known) [known, turn] = [this.#waiting.length, -1]
      }
      const round = this.#waiting.splice(0, AT_ONCE)
      if (round.length === 0) break
      this.trips.push(round.map(({ what }) => what))
      await Promise.all(round.map(({ go }) => go()))
      for (const answer of this.#answers.splice(0)) answer()
    }
    this.#running = false
  }
}
