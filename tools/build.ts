/** Bundles `src/index.ts` into `dist/` with ncc: one file and the chunks that are loaded when wanted. `--check` builds aside and compares. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle, writeBundle } from './bundle.ts'

const check = process.argv.includes('--check')
const target = check ? await mkdtemp(join(tmpdir(), 'servicenow-mtls-dist-')) : 'dist'

async function contents(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = await Promise.all(
    files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'base64')] as const),
  )
  return new Map(read)
}

await writeBundle(await bundle(), target)
// ncc copies the type into a package.json of dist's own; a newline at its end keeps editors and diffs quiet.
const manifest = join(target, 'package.json')
await writeFile(manifest, `${(await readFile(manifest, 'utf8')).trim()}\n`)

if (check) {
  const [fresh, committed] = await Promise.all([contents(target), contents('dist')])
  const names = [...new Set([...fresh.keys(), ...committed.keys()])].filter((name) => fresh.get(name) !== committed.get(name))
  await rm(target, { recursive: true, force: true })
  if (names.length > 0) {
    console.error(`dist/ is not what a fresh build gives: ${names.join(', ')}\nrun npm run build and commit dist/`)
    process.exit(1)
  }
  console.log(`dist/ is what a fresh build gives (${fresh.size} files)`)
}
