import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import ncc, { type Bundle } from '@vercel/ncc'
import { inAscii } from './ascii.ts'

/** What undici's files ask for and the bundle goes without, see there. */
const LEFT_OUT = 'left-out.cjs'
const externals = Object.fromEntries(['./client-h2.js', '../web/fetch/body.js'].map((file) => [file, `./${LEFT_OUT}`]))

/** Of Node itself, by the names that files ask for: what is loaded when one of its functions is called first. */
const LATE = ['crypto', 'node:crypto']
const CREATE = '__WEBPACK_EXTERNAL_createRequire'

/**
 * The entry with one way of asking for Node's modules, in place of one for each. None of {@link LATE} is loaded before it is used:
 * while the first answer is awaited there is time for it.
 */
function lighter(code: string): string {
  const start = `import { createRequire as ${CREATE} } from "module";\n`
  if (!code.includes(start)) throw new Error('the entry does not ask for modules of Node as it did')
  const once = code
    .replaceAll(`${CREATE}(import.meta.url)(`, 'nodeRequire(')
    .replace(start, `${start}const nodeRequire = ${CREATE}(import.meta.url);\n`)
  return LATE.reduce((entry, name) => {
    const eager = `module.exports = nodeRequire("${name}");`
    if (!entry.includes(eager)) throw new Error(`${name} is not loaded by the entry as it was`)
    const get = `(_, name) => (name === "__esModule" ? undefined : nodeRequire("${name}")[name])`
    return entry.replace(eager, `module.exports = new Proxy({}, { get: ${get} });`)
  }, once)
}

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
  await writeScript(join(target, 'index.js'), lighter(code), 0o755)
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
