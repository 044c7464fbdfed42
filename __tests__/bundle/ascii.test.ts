import { runInNewContext } from 'node:vm'
import { inAscii } from '../../tools/ascii.ts'

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

test.each([
  ['a string', '"caf\u00e9 \u2026"'],
  ['a string with an escape before', String.raw`"a\\n" + ` + '"\u00e9"'],
  ['a template', '`a${1 + 1}\u00e9${"\u00fc"}`'],
  ['a regular expression', '"x\u00e9".replace(/[\u00e0-\u00ff]/g, "-")'],
  ['one that knows whole characters', '"x\u{1f600}".replace(/[\u{1f600}\u00e9]/u, "-")'],
  ['a name', '(() => { const caf\u00e9 = 3; return caf\u00e9 })()'],
  ['a comment', '/* \u00e9 */ 1 // \u00e9'],
])('%s is escaped and means the same', (_what, code) => {
  const ascii = inAscii(code)
  expect(isAscii(ascii)).toBe(true)
  expect(runInNewContext(ascii)).toEqual(runInNewContext(code))
})

test.each([
  ['a template with a tag', 'String.raw`\u00e9`'],
  ['a character after a backslash', '"\\\u00e9"'],
  ['the same in a regular expression', '/\\\u00e9/.test("\u00e9")'],
  ['white space between two tokens', 'typeof\u00a0x'],
  ['the end of a line in a comment', '1 // a\u20282'],
])('%s stays', (_what, code) => {
  expect(inAscii(code)).toBe(code)
})
