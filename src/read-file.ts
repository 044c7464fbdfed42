import { closeSync, openSync, readSync, readFile as callback } from 'node:fs'
import { promisify } from 'node:util'

/** As that of `node:fs/promises`, which loads Node's watchers of files and its line editor with it. */
export const readFile = promisify(callback)

const PART = 64 * 1024

/** The bytes of a file, or of what else can be read; one more than `most` where there are more. Waits meanwhile. */
export function readAtMost(path: string, most: number): Buffer {
  const file = openSync(path, 'r')
  try {
    return readOpen(file, most)
  } finally {
    closeSync(file)
  }
}

/** As {@link readAtMost}, of what is open. */
export function readOpen(file: number, most: number): Buffer {
  const parts: Buffer[] = []
  for (let left = most + 1; left > 0;) {
    const part = Buffer.alloc(Math.min(left, PART))
    const length = readSync(file, part)
    if (length === 0) break
    parts.push(part.subarray(0, length))
    left -= length
  }
  return Buffer.concat(parts)
}
