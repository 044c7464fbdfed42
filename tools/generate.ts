/** Writes what is made from src and action.yml: the published schemas and three documents. `--check` fails where they differ from what is there. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { inputsDocument } from './generate/inputs-document.ts'
import { jsonSchema } from './generate/json-schema.ts'
import { resultJsonSchema } from './generate/result-schema.ts'
import { specDocument } from './generate/spec-document.ts'
import { troubleshooting } from './generate/troubleshooting.ts'

const example = await readFile('examples/servicenow-mtls.yml', 'utf8')
const texts = new Map([
  ['schema/servicenow-mtls.schema.json', JSON.stringify(jsonSchema())],
  ['schema/result.schema.json', JSON.stringify(resultJsonSchema())],
  ['docs/INPUTS.md', inputsDocument(await readFile('action.yml', 'utf8'))],
  ['docs/SPEC.md', specDocument(example)],
  ['docs/TROUBLESHOOTING.md', troubleshooting()],
])

const stale: string[] = []
for (const [path, text] of texts) {
  const fresh = await format(text, { ...(await resolveConfig(path)), filepath: path })
  const present = await readFile(path, 'utf8').catch(() => '')
  if (present === fresh) continue
  stale.push(path)
  if (process.argv.includes('--check')) continue
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, fresh)
}

if (stale.length === 0) console.log(`${texts.size} files are as they are generated`)
else if (!process.argv.includes('--check')) console.log(`written: ${stale.join(', ')}`)
else {
  console.error(`not as they are generated: ${stale.join(', ')}\nrun npm run generate and commit them`)
  process.exitCode = 1
}
