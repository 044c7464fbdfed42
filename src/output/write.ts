import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { CodedError } from '../errors.ts'
import type { Redactor } from '../redact.ts'
import type { OutputFile } from './file.ts'

/**
 * Writes files below a directory, each whole or not at all. Nothing private is ever written: texts pass through the redactor,
 * and a certificate file in which a known secret is found is a fault of ours and stops the run.
 */
export function writeFiles(directory: string, files: readonly OutputFile[], redactor: Redactor): void {
  const clean = files.map(({ path, bytes, isText }) => {
    if (isText) {
      const text = bytes.toString('utf8')
      const cleaned = cleanText(path, text, redactor)
      // A text in which nothing was found is kept in memory once.
      return { path, bytes: cleaned === text ? bytes : Buffer.from(cleaned, 'utf8') }
    }
    if (!redactor.finds(bytes)) return { path, bytes }
    throw new CodedError('internal', `${path}: a secret was about to be written to a public file`)
  })
  const root = resolve(directory)
  const targets = clean.map(({ path, bytes }) => ({ target: `${root}${sep}${path.replaceAll('/', sep)}`, bytes }))
  for (const folder of new Set(targets.map(({ target }) => dirname(target)))) makeFolder(folder)
  // Thousands of small files, with nothing else to do meanwhile: one after the other is the fastest.
  for (const { target, bytes } of targets) {
    if (holds(target, bytes)) continue
    const partial = `${target}.partial`
    writeFileSync(partial, bytes)
    renameSync(partial, target)
  }
}

/**
 * Refuses to replace a file that holds something else: what people may have edited since it was written.
 * @throws output.exists
 */
export function requireReplaceable(directory: string, { path, bytes }: OutputFile): void {
  const target = join(directory, ...path.split('/'))
  if (existsSync(target) && !holds(target, bytes)) {
    throw new CodedError('output.exists', `${target} is there and holds something else: nothing was written`)
  }
}

/** A secret may look like a part of JSON: then each text in it is cleaned for itself, so that machines can still read it. */
function cleanText(path: string, text: string, redactor: Redactor): string {
  const clean = redactor.clean(text)
  if (clean === text || !path.endsWith('.json')) return clean
  return `${JSON.stringify(redactor.cleanAll(JSON.parse(text) as unknown), null, 2)}\n`
}

/** Folder by folder: where one cannot be made, as below /proc, Node's own recursion does not end. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

/** Whether the file is there with these bytes: replacing one makes some file systems wait for the disk. */
function holds(target: string, bytes: Buffer): boolean {
  const found = statSync(target, { throwIfNoEntry: false })
  return found?.isFile() === true && found.size === bytes.length && readFileSync(target).equals(bytes)
}
