import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { laws } from '../tools/laws.ts'

/** Every import statement of a folder's files: who imports what, as written. */
function importsOf(folder: string): { file: string; target: string }[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.d.ts'),
  )
  return files.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const matches = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)
    return [...matches].map(([, target = '']) => ({ file: join(folder, name), target }))
  })
}

/** The folder of src that an import leads to, for the graph. */
const room = (target: string): string => /(?:\.\.\/)+([a-z0-9]+)\//.exec(target)?.[1] ?? ''

describe('the laws of the house', () => {
  test.each(laws)('$folder: $reason', ({ folder, forbids }) => {
    const imports = importsOf(folder)
    expect(imports.length).toBeGreaterThan(0)
    const broken = imports.filter(({ target }) => forbids.some((pattern) => new RegExp(pattern).test(target)))
    expect(broken).toEqual([])
  })

  test('the graph of the folders has no way back up', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const graph = new Map(
      folders.map(({ name }) => {
        const rooms = importsOf(join('src', name)).map(({ target }) => room(target))
        return [
          name,
          [...new Set(rooms)].filter((other) => other !== name && folders.some((folder) => folder.name === other)).sort(),
        ]
      }),
    )
    expect(Object.fromEntries(graph)).toMatchSnapshot()
    const seen = new Set<string>()
    const walk = (name: string, path: readonly string[]): void => {
      expect(path).not.toContain(name)
      if (seen.has(name)) return
      for (const next of graph.get(name) ?? []) walk(next, [...path, name])
      seen.add(name)
    }
    for (const name of graph.keys()) walk(name, [])
  })
})
