import { interpret, parseCommand, parseFileCommands } from '../../tools/lab/workflow-commands.ts'

describe('a workflow command', () => {
  test('has a name, properties and a message, unescaped', () => {
    expect(parseCommand('::error file=a%2Cb.yml,line=3,title=x%3A y::100%25 wrong%0Asecond line')).toEqual({
      name: 'error',
      properties: { file: 'a,b.yml', line: '3', title: 'x: y' },
      message: '100% wrong\nsecond line',
    })
    expect(parseCommand('  ::add-mask::a::b')).toEqual({ name: 'add-mask', properties: {}, message: 'a::b' })
    expect(parseCommand('::endgroup::')).toEqual({ name: 'endgroup', properties: {}, message: '' })
  })

  test('is unescaped once', () => {
    expect(parseCommand('::notice::%250A')?.message).toBe('%0A')
  })

  test.each(['text ::error::x', ':: error::x', '::error', 'a: b'])('is not %p', (line) => {
    expect(parseCommand(line)).toBeUndefined()
  })
})

describe('the log of a run', () => {
  test('shows a value until it is masked, and *** from then on', () => {
    const { log, unmaskedLog, masks } = interpret(['before swordfish', '::add-mask::swordfish', 'after swordfish, swordfish'])
    expect(log).toBe('before swordfish\nafter ***, ***')
    expect(unmaskedLog).toBe('before swordfish\nafter swordfish, swordfish')
    expect(masks).toEqual(['swordfish'])
  })

  test('masks the lines of a value of several lines, too', () => {
    const { log, masks } = interpret(['::add-mask::first line%0Asecond line%0A', 'the second line'])
    expect(masks).toEqual(['first line\nsecond line\n', 'first line', 'second line'])
    expect(log).toBe('the ***')
  })

  test('masks what overlaps as one', () => {
    expect(interpret(['::add-mask::abcd', '::add-mask::cdef', 'xabcdefx abcd cdef']).log).toBe('x***x *** ***')
    expect(interpret(['::add-mask::aba', 'xabababax']).log).toBe('x***x')
  })

  test('masks nothing for an empty value', () => {
    expect(interpret(['::add-mask::', '::add-mask:: ', 'a b']).log).toBe('a b')
  })

  test('has groups and annotations, and no debug lines', () => {
    const { log, commands } = interpret(['::group::Plan', '::debug::inner', '::warning file=a.yml::careful', '::endgroup::'])
    expect(log).toBe('##[group]Plan\n##[warning]careful\n##[endgroup]')
    expect(commands.map(({ name }) => name)).toEqual(['group', 'debug', 'warning', 'endgroup'])
  })

  test('takes no command between stop-commands and its token', () => {
    const { log, commands } = interpret(['::stop-commands::t0ken', '::error::no', '::other::', '::t0ken::', '::error::yes'])
    expect(log).toBe('::error::no\n::other::\n##[error]yes')
    expect(commands.map(({ message }) => message)).toEqual(['yes'])
  })

  test('shows a command that nobody knows as a line', () => {
    expect(interpret(['::no-such-command::x'])).toMatchObject({ log: '::no-such-command::x', commands: [] })
  })
})

describe('a file of outputs', () => {
  test('has lines and blocks, of which the last counts', () => {
    const content = 'a=1=2\nb<<EOF\nfirst\n\nc=no\nEOF\nd<<X\nX\na=3\n'
    expect(parseFileCommands(content)).toEqual({ a: '3', b: 'first\n\nc=no', d: '' })
    expect(parseFileCommands('')).toEqual({})
  })

  test.each(['b<<EOF\nfirst\n', 'no value\n'])('that a runner could not read is an error: %j', (content) => {
    expect(() => parseFileCommands(content)).toThrow()
  })
})
