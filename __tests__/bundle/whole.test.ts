import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SourceTextModule } from 'node:vm'

/** Most of the bundle is loaded only when it is needed: a file that cannot be read would be found out then. */
const scripts = readdirSync('dist').filter((name) => name.endsWith('.js'))

function isModule(text: string): boolean {
  try {
    return new SourceTextModule(text) instanceof SourceTextModule
  } catch (error) {
    if ((error as Error).name === 'SyntaxError') return false
    throw error
  }
}

test('every file of the bundle can be read', () => {
  expect(scripts.length).toBeGreaterThan(20)
  const texts = scripts.map((name) => [name, readFileSync(join('dist', name), 'utf8')] as const)
  expect(texts.filter(([, text]) => !isModule(text)).map(([name]) => name)).toEqual([])
  // As one that was cut off would be.
  expect(texts.filter(([, text]) => isModule(`${text}\n{`)).map(([name]) => name)).toEqual([])
})
