import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CodedError } from '../errors.ts'
import type { Redactor } from '../redact.ts'
import type { OutputFile } from './pack.ts'

/**
 * Writes files below a directory, each whole or not at all. Nothing private is ever written: texts pass through the redactor,
 * and a certificate file in which a known secret is found is a fault of ours and stops the run.
 */
export async function writeFiles(directory: string, files: readonly OutputFile[], redactor: Redactor): Promise<void> {
  const clean = files.map(({ path, bytes, isText }) => ({
    path,
    bytes: isText ? Buffer.from(redactor.clean(bytes.toString('utf8')), 'utf8') : bytes,
  }))
  const leaking = clean.find(({ bytes }) => redactor.finds(bytes))
  if (leaking !== undefined)
    throw new CodedError('internal', `${leaking.path}: a secret was about to be written to a public file`)
  await Promise.all(
    clean.map(async ({ path, bytes }) => {
      const target = join(directory, ...path.split('/'))
      const partial = `${target}.partial`
      await mkdir(dirname(target), { recursive: true })
      await writeFile(partial, bytes)
      await rename(partial, target)
    }),
  )
}
