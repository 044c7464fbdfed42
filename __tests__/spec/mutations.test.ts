import { parseSpec } from '../../src/spec/load.ts'
import { example } from './specs.ts'

/** A small generator of numbers with a seed (mulberry32), so that a failure can be seen again. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ' ',
  '\n',
  '\t',
  '"',
  "'",
  '#',
  '&a ',
  '*a',
  '!x ',
  '- ',
  '|',
  '>',
  'null',
  'true',
  '1e9',
  '.nan',
  '<<: ',
  '---\n',
  '^',
  '\0',
  '\ufeff',
  '${',
  '%',
  '@',
  'é',
  '\ud83d',
  '__proto__',
]

/** One change of a text, of the kinds that people and machines make. */
function mutate(text: string, random: (below: number) => number): string {
  const at = random(text.length)
  const length = 1 + random(random(4) === 0 ? 60 : 4)
  const lines = text.split('\n')
  const line = random(lines.length)
  switch (random(7)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length)
    case 1:
      return text.slice(0, at) + TOKENS[random(TOKENS.length)]! + text.slice(at)
    case 2:
      return text.slice(0, at) + TOKENS[random(TOKENS.length)]! + text.slice(at + length)
    case 3:
      return text.slice(0, at) + String.fromCharCode(random(0x250)) + text.slice(at + 1)
    case 4:
      return lines.toSpliced(line, 1).join('\n')
    case 5:
      return lines.toSpliced(random(lines.length), 0, lines[line]!).join('\n')
    default:
      return lines.with(line, (random(2) === 0 ? '  ' : '') + lines[line]!.slice(random(3))).join('\n')
  }
}

const CODE = /^(?:spec\.(?:yaml|unknown-key|duplicate-key|type|reference|name|environment)|not-supported-yet)$/

describe('any change of a spec gives a spec or problems that say where', () => {
  test.each([1, 2, 3, 4])('seed %d', (seed) => {
    const random = numbers(seed)
    const original = example('servicenow-mtls')
    let refused = 0
    for (let round = 0; round < 150; round++) {
      let text = original
      for (let changes = random(3); changes >= 0; changes--) text = mutate(text, random)
      const { document, problems } = parseSpec(text, 'spec.yml')
      const lines = text.split(/\r\n|[\r\n]/).length
      for (const { code, message, hint, severity, at } of problems) {
        expect(code).toMatch(CODE)
        expect(severity).toBe('error')
        expect(message).toMatch(/[^.]$/)
        expect(hint).not.toBe('')
        expect(at?.line).toBeGreaterThanOrEqual(1)
        expect(at?.line).toBeLessThanOrEqual(lines + 1)
        expect(at?.column).toBeGreaterThanOrEqual(1)
      }
      if (problems.length > 0) refused++
      // A spec comes of a document without problems, and of no other.
      if (document !== undefined) expect(document.specs.size).toBe(problems.length > 0 ? 0 : document.environmentNames.length)
      else expect(problems.length).toBeGreaterThan(0)
    }
    expect(refused).toBeGreaterThan(50)
    expect(refused).toBeLessThan(150)
  })
})
