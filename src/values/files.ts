import { closeSync, constants, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { CodedError } from '../errors.ts'

const MAX_FILE = 1024 * 1024

/**
 * A file that the spec names: relative to the spec, inside the workspace once links are resolved, regular, at most 1 MiB.
 * @throws value.file
 */
export function readFileInside(workspace: string, specFile: string, path: string): Promise<Buffer> {
  // Each of these calls takes a few microseconds at once, and twenty times as long by way of another thread.
  return new Promise((resolved) => resolved(readNow(workspace, specFile, path)))
}

function readNow(workspace: string, specFile: string, path: string): Buffer {
  const fail = (what: string, cause?: unknown): CodedError => new CodedError('value.file', `${path}: ${what}`, { cause })
  try {
    const root = realpathSync.native(workspace)
    const target = realpathSync.native(resolve(workspace, dirname(specFile), path))
    const below = relative(root, target).split(sep)
    if (below[0] === '..' || resolve(root, ...below) !== target) throw fail('is outside the workspace')
    // The checkout keeps its token there.
    if (below.includes('.git')) throw fail('is in a .git folder')
    const found = statSync(target)
    if (!found.isFile()) throw fail('is not a regular file')
    if (found.size > MAX_FILE) throw fail('is larger than 1 MiB')
    return readBounded(target, found.size, () => fail('has grown while it was read'))
  } catch (error) {
    if (error instanceof CodedError) throw error
    throw fail(WORDS.get(codeOf(error)) ?? 'cannot be read', error)
  }
}

const WORDS = new Map([
  ['ENOENT', 'is not there'],
  ['ENOTDIR', 'is not there'],
  ['ELOOP', 'is a link that leads nowhere'],
  ['EACCES', 'may not be read'],
])

/** Whether a file could not be read because there is none. */
export const isMissing = (error: unknown): boolean =>
  error instanceof CodedError && error.code === 'value.file' && ['ENOENT', 'ENOTDIR'].includes(codeOf(error.cause))

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** At most one byte more than its size is read, whatever the file has become since that was asked: no pipe is waited for. */
function readBounded(path: string, size: number, grown: () => CodedError): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const buffer = Buffer.alloc(size + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(file, buffer, length, buffer.length - length, null)
    }
    if (length > size) throw grown()
    return buffer.subarray(0, length)
  } finally {
    closeSync(file)
  }
}
