import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import ncc, { type Bundle } from '@vercel/ncc'
import { inAscii } from './ascii.ts'

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
  await writeFile(join(target, 'package.json'), '{ "type": "module" }')
  await writeScript(join(target, 'index.js'), code, 0o755)
  for (const [name, { source }] of Object.entries(assets)) {
    if (name.endsWith('.js')) await writeScript(join(target, name), source.toString())
    else await writeFile(join(target, name), source)
  }
  await copyFile(join('tools', LEFT_OUT), join(target, LEFT_OUT))
}

/** In ASCII, where that can be read and means the same. */
async function writeScript(path: string, code: string, mode = 0o644): Promise<void> {
  const ascii = inAscii(code)
  await writeFile(path, ascii, { mode })
  if (ascii !== code && !isScript(path)) await writeFile(path, code, { mode })
}

const isScript = (path: string): boolean => spawnSync(process.execPath, ['--check', path], { stdio: 'ignore' }).status === 0
