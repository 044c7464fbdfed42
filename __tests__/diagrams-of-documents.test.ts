import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { execute } from '../tools/lab/programs.ts'
import { describeWhere } from './support/tools.ts'

const FOLDER = 'tools/mermaid'
const documents = ['.', 'docs', 'docs/recipes'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
)
const diagrams = documents.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, text = '']) => ({ file, text })),
)

test('documents have diagrams', () => {
  expect(diagrams.length).toBeGreaterThan(0)
})

describeWhere(existsSync(join(FOLDER, 'node_modules/mermaid')), 'Mermaid (npm ci in tools/mermaid)', "Mermaid's parser", () => {
  const parsed = async (texts: readonly string[]): Promise<{ type?: string; error?: string }[]> => {
    const { stdout } = await execute(process.execPath, [resolve(FOLDER, 'parse.js')], { input: JSON.stringify(texts) })
    return JSON.parse(stdout) as never
  }

  test('takes each, and would refuse one that is broken', async () => {
    const results = await parsed([...diagrams.map(({ text }) => text), 'flowchart LR\n  a --> ['])
    expect(results.pop()).toEqual({ error: expect.any(String) })
    const refused = diagrams
      .map(({ file }, at) => `${file}: ${results[at]?.error ?? 'taken'}`)
      .filter((line) => !line.endsWith(': taken'))
    expect(refused).toEqual([])
  })
})
