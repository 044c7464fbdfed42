import { open, realpath, stat } from 'node:fs/promises'
import { dirname, relative, resolve, sep } from 'node:path'
import { CodedError } from '../errors.ts'

const MAX_FILE = 1024 * 1024

/**
 * A file that the spec names: relative to the spec, inside the workspace once links are resolved, regular, at most 1 MiB.
 * @throws value.file
 */
export async function readFileInside(workspace: string, specFile: string, path: string): Promise<Buffer> {
  const fail = (what: string, cause?: unknown): CodedError => new CodedError('value.file', `${path}: ${what}`, { cause })
  try {
    const root = await realpath(workspace)
    const target = await realpath(resolve(workspace, dirname(specFile), path))
    const below = relative(root, target).split(sep)
    if (below[0] === '..' || resolve(root, ...below) !== target) throw fail('is outside the workspace')
    // The checkout keeps its token there.
    if (below.includes('.git')) throw fail('is in a .git folder')
    // Before it is opened: a named pipe would wait for a writer.
    const { size, isRegular } = await kindOf(target)
    if (!isRegular) throw fail('is not a regular file')
    if (size > MAX_FILE) throw fail('is larger than 1 MiB')
    return await readBounded(target, size, () => fail('has grown while it was read'))
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

async function kindOf(path: string): Promise<{ size: number; isRegular: boolean }> {
  const found = await stat(path)
  return { size: found.size, isRegular: found.isFile() }
}

/** At most one byte more than its size is read, whatever the file has become since that was asked: a thousand are read at once. */
async function readBounded(path: string, size: number, grown: () => CodedError): Promise<Buffer> {
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(size + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = (await file.read(buffer, length, buffer.length - length)).bytesRead
    }
    if (length > size) throw grown()
    return Buffer.from(buffer.subarray(0, length))
  } finally {
    await file.close()
  }
}
