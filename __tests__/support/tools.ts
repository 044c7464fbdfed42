import { findProgram, type Program } from '../../tools/lab/programs.ts'

/**
 * Tests that need a program. Where it is missing they are one skipped test that says so, or with `REQUIRE_TOOLS=1` one that fails.
 * `body` runs only where the program is there.
 */
export function describeWith(tool: Program, name: string, body: () => void): void {
  describeWhere(findProgram(tool) !== undefined, tool, name, body)
}

/** As {@link describeWith}, for what has been looked for: `npm ci` in a folder of tools, say. */
export function describeWhere(isThere: boolean, tool: string, name: string, body: () => void): void {
  if (isThere) {
    describe(name, body)
  } else if (process.env.REQUIRE_TOOLS === '1') {
    test(name, () => {
      throw new Error(`${tool} is missing, and REQUIRE_TOOLS is set`)
    })
  } else {
    // Counted and named at the end; with REQUIRE_TOOLS, as in CI, it is a failure.
    test.skip(`${name} (skipped: ${tool} is missing)`, () => undefined)
  }
}
