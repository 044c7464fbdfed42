import { execFileSync } from 'node:child_process'

const MIB = 2 ** 20

/** The bytes of the young generation after much was made of which a part is kept. */
function youngAfterMuch(before: string): number {
  const program = `
    import { getHeapSpaceStatistics } from 'node:v8'
    ${before}
    const kept = []
    for (let at = 0; at < 400_000; at += 1) kept[at % 100_000] = { text: 'item ' + at, numbers: [at, at + 1] }
    console.log(getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space').space_size)`
  return Number(execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], { encoding: 'utf8' }))
}

test('the young generation does not grow with what is made', () => {
  const bounded = `(await import('./src/wanted/memory.ts')).keepYoungMemorySmall()`
  expect(youngAfterMuch('')).toBeGreaterThan(4 * MIB)
  expect(youngAfterMuch(bounded)).toBeLessThanOrEqual(4 * MIB)
})
