import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of a test's own in which programs are run; taken away after the tests of the file. */
export function workFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'servicenow-mtls-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    run: (program: string, ...args: readonly string[]): Buffer =>
      execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }),
    read: (name: string): Buffer => readFileSync(join(folder, name)),
    write: (name: string, content: Buffer | string): void => writeFileSync(join(folder, name), content),
  }
}
