import { parseDuration } from '../../src/spec/duration.ts'
import { environmentName, messageName, profileName, recordName, secretName, template } from '../../src/spec/names.ts'
import { generationOf, keptName, newName, untilName } from '../../src/plan/names.ts'
import { refusal } from '../support/refusal.ts'

const SHA256 = '0a1b2c3d'.padEnd(64, '0')

describe('names of records', () => {
  test.each([
    'bank-client',
    'Bank Client (test)',
    'Bänk',
    'a',
    'x'.repeat(94),
    'bank (new)',
    'bank (until tomorrow)',
    'java script:',
    '网银',
  ])('%s can be used', (name) => {
    expect(recordName(name)).toBeUndefined()
    expect(messageName(name)).toBeUndefined()
  })

  test.each([
    ['x'.repeat(95), 'is longer than 94 characters'],
    ['a^b', 'has a ^ in it'],
    ['a\nb', 'has a control character'],
    ['a\u0000', 'has a control character'],
    ['a\u202eb', 'has a control character'],
    ['a\u2028b', 'has a control character'],
    ['a\ud800b', 'has a control character'],
    [' a', 'begins or ends with a space'],
    ['a\u00a0', 'begins or ends with a space'],
    ['javascript:gs.log()', 'begins with javascript:'],
    ['JavaScript:1', 'begins with javascript:'],
  ])('%j cannot', (name, reason) => {
    expect(recordName(name)).toContain(reason)
  })

  const date = new Date('2027-01-31T00:00:00Z')
  test.each([
    newName('bank', SHA256),
    keptName('bank', 'retired', date, SHA256),
    keptName('bank', 'in use', date, SHA256),
    'bank (rolled back 2027-01-31 0a1b2c3d)',
    untilName('bank', date),
  ])('%s is a generation of its name, and cannot be a name itself', (name) => {
    expect(generationOf('bank', name)).toBeDefined()
    expect(recordName(name)).toContain('generation')
    expect(messageName(name)).toContain('generation')
  })

  test('the longest name and the longest generation fit into the column', () => {
    expect(`${'x'.repeat(94)} (rolled back 2027-01-31 0a1b2c3d)`).toHaveLength(128)
  })
})

describe('names of protocol profiles', () => {
  test.each(['b', 'bankm', 'mauth', 'seventy'.slice(0, 7)])('%s can be used', (name) => expect(profileName(name)).toBeUndefined())

  test.each(['', 'Bank', 'bank1', 'bank-m', 'eightlet', 'bänk', 'bank\n'])('%j is not 1 to 7 lower-case letters', (name) => {
    expect(profileName(name)).toContain('lower-case letters')
  })

  test.each(['http', 'https', 'ftp', 'file', 'jar', 'mailto', 'ldap', 'ldaps', 'ws', 'wss', 'imap', 'smtp', 'sftp'])(
    '%s is a scheme that exists',
    (name) => expect(profileName(name)).toBe('is a URL scheme that exists already'),
  )
})

describe('names of environments', () => {
  test.each(['dev', 'PROD_2', 'a-b', 'x'.repeat(32)])('%s can be used', (name) => expect(environmentName(name)).toBeUndefined())
  test.each(['', 'x'.repeat(33), 'a b', 'a/b', '../a', 'a.b', 'ä', '__proto__'])('%j cannot', (name) => {
    expect(environmentName(name)).toBeDefined()
  })
})

describe('names of secrets', () => {
  test.each(['BANK', '_A1', 'lower_case', 'GITHUBX', 'MY_GITHUB_TOKEN'])('%s can be used', (name) => {
    expect(secretName(name)).toBeUndefined()
  })
  test.each(['GITHUB_TOKEN', 'github_token', 'ACTIONS_RUNTIME_TOKEN', 'Runner_Temp', 'INPUT_PASSWORD'])(
    "%s is the runner's",
    (name) => {
      expect(secretName(name)).toContain('name of the runner')
    },
  )
  test.each(['', '1A', 'A-B', 'A B', 'A=B', 'Ä', 'A\n'])('%j is no name', (name) => expect(secretName(name)).toContain('no name'))
})

describe('templates', () => {
  test.each(['a', 'certs/${environment}/a.pem', '$environment', '{environment}', 'a$'])('%s can be used', (text) => {
    expect(template(text)).toBeUndefined()
  })
  test.each(['', ' ', '${env}', '${environment', '${}', 'a\nb', '${environment}${other}'])('%j cannot', (text) => {
    expect(template(text)).toBeDefined()
  })
})

describe('durations', () => {
  test.each([
    ['30d', 2_592_000_000],
    ['12h', 43_200_000],
    ['10m', 600_000],
    ['90s', 90_000],
    ['0d', 0],
    ['99999d', 8_639_913_600_000],
  ])('%s is %d milliseconds', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds))

  test.each(['', '30', 'd', '1.5h', '-1d', '1 d', '1D', '1w', '30d\n', '100000d', '1d12h', ' 1d', '1e3s'])(
    '%j is refused',
    (text) => {
      expect(refusal(() => parseDuration(text))).toMatchObject({ code: 'input.invalid' })
    },
  )

  test('what is refused is repeated on one line, and not all of it', () => {
    expect(refusal(() => parseDuration(`\n::error::${'x'.repeat(500)}`)).message).toMatch(
      /^"\\n::error::x+": not a duration as 30d, 12h, 10m or 90s$/,
    )
  })
})
