import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

function installed(tool: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** The programs that interop tests talk to, and whether they are on the PATH. */
export const tools = {
  openssl: installed('openssl'),
  keytool: installed('keytool'),
  java: installed('java'),
  nginx: installed('nginx'),
}

/**
 * Tests that need a program. Where it is missing they are one skipped test that says so, or with `REQUIRE_TOOLS=1` one that fails.
 * `body` runs only where the program is there.
 */
export function describeWith(tool: keyof typeof tools, name: string, body: () => void): void {
  if (tools[tool]) {
    describe(name, body)
  } else if (process.env.REQUIRE_TOOLS === '1') {
    test(name, () => {
      throw new Error(`${tool} is missing, and REQUIRE_TOOLS is set`)
    })
  } else {
    test.skip(`${name} (skipped: ${tool} is missing)`, () => undefined)
  }
}
