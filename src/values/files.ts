import { closeSync, constants, fstatSync, openSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { CodedError } from '../errors.ts'
import { readOpen } from '../read-file.ts'

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
    // Before it is opened: that alone makes some devices act.
    if (!statSync(target).isFile()) throw fail('is not a regular file')
    return readResolved(target, fail)
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

/** Where an open file is: Linux tells that of the file itself; elsewhere what its path leads to may have been put back in time. */
const whereIs = (file: number, path: string): string =>
  process.platform === 'linux' ? readlinkSync(`/proc/self/fd/${file}`) : realpathSync.native(path)

/**
 * The file at a path in which links are resolved, at most one byte more than its size. What has been put in its place since then is
 * told by what was opened: no link is followed, and no pipe waited for.
 */
export function readResolved(path: string, fail: (what: string) => CodedError): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    const opened = fstatSync(file)
    if (!opened.isFile()) throw fail('is not a regular file')
    if (whereIs(file, path) !== path) throw fail('was moved while it was opened')
    if (opened.size > MAX_FILE) throw fail('is larger than 1 MiB')
    const bytes = readOpen(file, opened.size)
    if (bytes.length > opened.size) throw fail('has grown while it was read')
    return bytes
  } finally {
    closeSync(file)
  }
}
