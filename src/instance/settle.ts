import { WriteUnknown } from '../http/failure.ts'

/**
 * A write with a look where its outcome is unknown (contract 4.4, 4.8): where it took effect, that is its outcome; where it did not,
 * it is sent once more, and looked at again. It is never repeated blindly.
 *
 * @param look what the write would have given, or undefined where it has not taken effect
 * @param pause before a look that found nothing is believed: the instance may still be at it
 * @throws what `write` throws when it certainly failed, or when nobody can say
 */
export async function settled<T>(
  write: () => Promise<T>,
  look: () => Promise<T | undefined>,
  pause: () => Promise<void>,
): Promise<T> {
  const first = await tried(write, look, pause)
  if (first.is === 'done') return first.value
  const second = await tried(write, look, pause)
  if (second.is === 'done') return second.value
  throw second.error
}

type Tried<T> = { readonly is: 'done'; readonly value: T } | { readonly is: 'not done'; readonly error: WriteUnknown }

async function tried<T>(
  write: () => Promise<T>,
  look: () => Promise<T | undefined>,
  pause: () => Promise<void>,
): Promise<Tried<T>> {
  try {
    return { is: 'done', value: await write() }
  } catch (error) {
    if (!(error instanceof WriteUnknown)) throw error
    const lookOnce = async (): Promise<T | undefined> =>
      look().catch(() => {
        throw error
      })
    let value = await lookOnce()
    if (value === undefined) {
      await pause()
      value = await lookOnce()
    }
    return value === undefined ? { is: 'not done', error } : { is: 'done', value }
  }
}
