import type { CodedError } from '../errors.ts'
import { toCoded } from '../errors.ts'

/** Several errors of one item, to be told all at once. */
class Failures extends Error {
  override readonly name = 'Failures'
  readonly errors: readonly CodedError[]

  constructor(errors: readonly CodedError[]) {
    super(errors.map(({ message }) => message).join('; '))
    this.errors = errors
  }
}

/** The errors in anything thrown, each once. */
export function errorsIn(error: unknown): CodedError[] {
  const errors = error instanceof Failures ? [...error.errors] : [toCoded(error)]
  return errors.filter(
    (one, index) => errors.findIndex(({ code, message }) => code === one.code && message === one.message) === index,
  )
}

type Settled<T extends readonly unknown[]> = { -readonly [K in keyof T]: Awaited<T[K]> }

/** Like `Promise.all`, but waits for all and throws everything that went wrong. @throws Failures */
export async function all<T extends readonly unknown[]>(promises: readonly [...T]): Promise<Settled<T>> {
  const settled = await Promise.allSettled(promises)
  const errors = settled.flatMap((result) => (result.status === 'rejected' ? errorsIn(result.reason) : []))
  if (errors.length > 0) throw new Failures(errors)
  return Promise.all(promises)
}
