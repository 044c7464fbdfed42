import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Most of the bundle is loaded only when it is needed: a file that cannot be read would be found out then. */
const scripts = readdirSync('dist').filter((name) => name.endsWith('.js'))

test('every file of the bundle can be read', () => {
  expect(scripts.length).toBeGreaterThan(20)
  const node = process.versions.node.startsWith('24.') ? process.execPath : join('node_modules', '.bin', 'node')
  const broken = scripts.filter((name) => spawnSync(node, ['--check', join('dist', name)], { stdio: 'ignore' }).status !== 0)
  expect(broken).toEqual([])
})
