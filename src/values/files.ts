import { open, realpath } from 'node:fs/promises'
import { dirname, relative, resolve, sep } from 'node:path'
import { CodedError } from '../errors.ts'

const MAX_FILE = 1024 * 1024

/**
 * A file that the spec names: relative to the spec, inside the workspace after its links are resolved, regular, at most 1 MiB.
 * @throws value.file
 */
export async function readFileInside(workspace: string, specFile: string, path: string): Promise<Buffer> {
  const fail = (what: string): CodedError => new CodedError('value.file', `${path}: ${what}`)
  const wanted = resolve(workspace, dirname(specFile), path)
  const [root, target] = await Promise.all([realpath(workspace), realpath(wanted).catch(() => undefined)])
  if (target === undefined) throw fail('is not there')
  const below = relative(root, target)
  if (below === '..' || below.startsWith(`..${sep}`) || resolve(root, below) !== target) throw fail('is outside the workspace')
  const file = await open(target).catch(() => undefined)
  if (file === undefined) throw fail('cannot be opened')
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw fail('is not a regular file')
    if (stat.size > MAX_FILE) throw fail(`has more than ${MAX_FILE} bytes`)
    return await file.readFile()
  } finally {
    await file.close()
  }
}
