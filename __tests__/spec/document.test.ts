import { parseSpec } from '../../src/spec/load.ts'
import { around, specOf, told } from './specs.ts'

const MEBIBYTE = 1024 * 1024

describe('text that is not YAML 1.2', () => {
  test.each<[string, string, string[]]>([
    ['nothing', '', ['1:1 spec.yaml | spec: is empty']],
    ['comments only', '# nothing\n', ['1:1 spec.yaml | spec: is empty']],
    ['a text', 'servicenow', ['1:1 spec.type | spec: is not a mapping of keys to values']],
    ['a list', '- version: 1', ['1:1 spec.type | spec: is not a mapping of keys to values']],
    ['a tab', 'version: 1\nkeystores:\n\ta: 1', ['3:1 spec.yaml | tabs are not allowed as indentation']],
    [
      'what is not closed',
      'version: 1\nowner: [a\n',
      ['3:1 spec.yaml | flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    [
      'three errors, each in its line',
      'version: "\\x"\nowner: a: b: c\nkeystores: { a: "\\y" }',
      [
        '1:11 spec.yaml | invalid escape sequence \\x"',
        '2:8 spec.yaml | nested mappings are not allowed in compact mappings',
        '3:18 spec.yaml | invalid escape sequence \\y',
      ],
    ],
    [
      'two documents',
      'version: 1\n---\nversion: 1',
      ['2:1 spec.yaml | spec: is one YAML document, and here a second one begins'],
    ],
    ['YAML 1.1', '%YAML 1.1\n---\nversion: 1', ['1:1 spec.yaml | spec: is YAML 1.2, not 1.1']],
    ['YAML to come', '%YAML 1.3\n---\nversion: 1', ['1:7 spec.yaml | unsupported YAML version 1.3']],
    ['a tag of its own', 'version: !one 1', ['1:10 spec.yaml | unresolved tag: !one']],
    ['a tag of YAML 1.1', 'version: !!binary MQ==', ['1:10 spec.yaml | unresolved tag: tag:yaml.org,2002:binary']],
    [
      'an alias of nothing',
      around('keystores: *none'),
      ['4:12 spec.yaml | keystores: the anchor of the alias *none is not there, or comes later'],
    ],
    ['a key that is a list', around('? [a]\n: 1'), ['4:3 spec.yaml | a key is text, not a list, a mapping or an alias']],
    ['a key that is not there', around('keystores: { : 1 }'), ['4:13 spec.yaml | keystores: a key is missing before the colon']],
  ])('%s', (_, text, expected) => {
    const problems = told(text)
    expect(problems.slice(0, expected.length)).toEqual(expected)
    expect(problems.every((problem) => problem.includes('spec.'))).toBe(true)
  })

  test('an unquoted ${environment} in a flow mapping has a hint of its own', () => {
    const { problems } = parseSpec(around('trusted-certificates: { r: { certificate: { file: c/${environment} } } }'), 'spec.yml')
    expect(problems).toMatchObject([{ code: 'spec.yaml', at: { line: 4 }, hint: 'put a text with ${environment} in quotes' }])
  })
})

describe('text that is YAML 1.2', () => {
  test('with a byte order mark, whose place does not count', () => {
    expect(told(`\ufeff${around('')}`)).toEqual([])
    expect(told('\ufeffversoin: 1\nversion: 1\nenvironments: { dev: { instance: a } }')).toEqual([
      '1:1 spec.unknown-key | versoin: is not known here',
    ])
  })

  test('with the line ends of Windows', () => {
    expect(told(around('keystores: {}\nonwer: a\n').replaceAll('\n', '\r\n'))).toEqual([
      '5:1 spec.unknown-key | onwer: is not known here',
    ])
  })

  test('with tags of the core schema and the marks of a document', () => {
    expect(specOf(`%YAML 1.2\n---\n${around('owner: !!str 5')}\n...\n`).owner).toBe('5')
  })

  test('with anchors, each alias written out', () => {
    const text = around(
      'keystores:\n  a: &a { password: { secret: P }, source: { keystore: { secret: K } } }\n  b: *a\ntrusted-certificates:\n  r: { certificate: &c { file: r } }\n  s: { certificate: *c }',
    )
    const { keystores, trustedCertificates } = specOf(text)
    expect(keystores.get('b')).toMatchObject({ name: 'b', alias: 'b', source: { keystore: { secret: 'K' } } })
    expect(trustedCertificates.get('s')?.certificate).toEqual({ file: 'r', at: { file: 'spec.yml', line: 8, column: 24 } })
  })

  test('what is wrong in an anchor is wrong wherever it is used', () => {
    expect(told(around('trusted-certificates:\n  r: &r { certificate: { file: r }, format: pme }\n  s: *r'))).toEqual([
      '5:45 spec.type trusted-certificates.r| format: pme is not one of pem, der',
      '5:45 spec.type trusted-certificates.s| format: pme is not one of pem, der',
    ])
  })
})

describe('hostile text is refused in bounds', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x, x]',
    ...'bcdefghij'.split('').map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[index]}`).join(', ')}]`),
  ].join('\n')

  test.each<[string, string, string]>([
    ['aliases of aliases', bomb, 'spec: has more than 100000 values'],
    ['an alias within its anchor', 'a: &a { b: *a }', 'spec: is nested deeper than 32 levels'],
    ['flow lists in flow lists', '['.repeat(MEBIBYTE / 2), 'spec: is nested deeper than 32 levels'],
    ['flow mappings in flow mappings', '{a: '.repeat(MEBIBYTE / 8), 'spec: is nested deeper than 32 levels'],
    ['lists in lists', '- '.repeat(MEBIBYTE / 4), 'spec: is nested deeper than 32 levels'],
    ['keys of keys', '? '.repeat(MEBIBYTE / 4), 'spec: is nested deeper than 32 levels'],
    [
      'indented mappings',
      Array.from({ length: 500 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
      'spec: is nested deeper than 32 levels',
    ],
    ['a little too deep', around(`owner: ${'['.repeat(33)}${']'.repeat(33)}`), 'spec: is nested deeper than 32 levels'],
    ['commas', `[${','.repeat(MEBIBYTE - 2)}]`, 'spec: has more in it than a spec can have'],
    ['comments', '#\n'.repeat(MEBIBYTE / 2), 'spec: has more in it than a spec can have'],
    ['anchors on anchors', '&a '.repeat(MEBIBYTE / 4), 'spec: has more in it than a spec can have'],
    ['documents', '---\n'.repeat(MEBIBYTE / 4), 'spec: has more in it than a spec can have'],
    ['closing brackets', '}'.repeat(150_000), 'unexpected flow-map-end token'],
    ['one byte too many', around(`# ${'é'.repeat(MEBIBYTE / 2)}`), '1:1 spec.yaml | spec: is larger than 1 MiB'],
  ])('%s', (_, text, expected) => {
    const problems = told(text)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.length).toBeLessThan(50)
    expect(problems.join('\n')).toContain(expected)
  })

  test('thirty-two levels and a comment of nearly a mebibyte are none', () => {
    const deep = around(`owner: ${'['.repeat(31)}${']'.repeat(31)}`)
    expect(told(deep)).toEqual(['4:8 spec.type | owner: is a list where text is meant'])
    expect(told(around(`# ${'x'.repeat(MEBIBYTE - 100)}`))).toEqual([])
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is a key like any other', (name) => {
    expect(told(around(`${name}: 1`))).toEqual([`4:1 spec.unknown-key | ${name}: is not known here`])
    const message = specOf(
      around(
        `rest-messages: { A: { mutual-authentication: false }, ${name === '__proto__' ? 'B' : name}: { mutual-authentication: false } }`,
      ),
    )
    expect(message.messages).toHaveLength(2)
  })

  test('__proto__ is no name of an item or environment', () => {
    expect(told(around('rest-messages: { __proto__: { mutual-authentication: false } }'))).toEqual([
      '4:18 spec.name rest-messages.__proto__| __proto__: the name cannot be a name',
    ])
    expect(told('version: 1\nenvironments: { __proto__: { instance: a } }')).toEqual([
      '2:17 spec.name | environments.__proto__: the name is not 1 to 32 letters, digits, _ and -',
    ])
  })
})
