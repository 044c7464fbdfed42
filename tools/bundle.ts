import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import ncc, { type Bundle } from '@vercel/ncc'

/** What undici's files ask for and the bundle goes without, see there. */
const LEFT_OUT = 'left-out.cjs'
const externals = Object.fromEntries(['./client-h2.js', '../web/fetch/body.js'].map((file) => [file, `./${LEFT_OUT}`]))

/** `src/index.ts` with all that it imports. */
export function bundle(): Promise<Bundle> {
  const options = { cache: false, externals, license: 'licenses.txt', quiet: true, transpileOnly: true } as const
  return ncc(resolve('src/index.ts'), options)
}

/** Writes a bundle into a folder that holds nothing else afterwards. */
export async function writeBundle({ code, assets }: Bundle, target: string): Promise<void> {
  await rm(target, { recursive: true, force: true })
  await mkdir(target, { recursive: true })
  await writeFile(join(target, 'index.js'), inAscii(code), { mode: 0o755 })
  for (const [name, { source }] of Object.entries(assets)) {
    await writeFile(join(target, name), name.endsWith('.js') ? inAscii(source.toString()) : source)
  }
  await copyFile(join('tools', LEFT_OUT), join(target, LEFT_OUT))
}

/**
 * Every other character as its escape, which means the same in strings, templates and regular expressions: a file with one such
 * character takes twice the memory, and longer to be read.
 */
function inAscii(code: string): string {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
