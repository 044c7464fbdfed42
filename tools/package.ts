/**
 * Makes `build/package`, or the folder that is named, which is what is published to npm: the bundle carries what it needs, so that the
 * package depends on nothing, and has no scripts. `--refuse` keeps the clone itself, with all its tools, from being published by mistake.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'

const [argument = join('build', 'package')] = process.argv.slice(2)
const PUBLISHED = ['name', 'version', 'description', 'keywords', 'license', 'author', 'type', 'bin', 'engines', 'files'] as const
const repositorySchema = z.object({ type: z.string(), url: z.string() })
const manifestSchema = z.looseObject({ repository: repositorySchema, files: z.array(z.string()) })

if (argument === '--refuse') {
  console.error('the clone is not published: npm run package, then npm publish ./build/package')
  process.exit(1)
}
const target = argument

const manifest = z.parse(manifestSchema, JSON.parse(await readFile('package.json', 'utf8')))
// Provenance is only given to a package that names the repository it is built in: in a copy, that of the copy.
const { GITHUB_REPOSITORY: repository = '', GITHUB_SERVER_URL: server = 'https://github.com' } = process.env
const url = repository === '' ? manifest.repository.url : `git+${server}/${repository}.git`
const published = { ...Object.fromEntries(PUBLISHED.map((key) => [key, manifest[key]])), repository: { type: 'git', url } }

await rm(target, { recursive: true, force: true })
await mkdir(target, { recursive: true })
await writeFile(join(target, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
for (const file of [...manifest.files, 'README.md', 'LICENSE']) await cp(file, join(target, file), { recursive: true })
console.log(`${target} is what is published`)
