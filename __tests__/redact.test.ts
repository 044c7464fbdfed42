import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { formsOf, masksOf, Redactor, SecretValue } from '../src/redact.ts'
import { findSecrets } from '../tools/lab/secrets-search.ts'

const secret = `S3cr3t/with+"quotes"~'s(a) & <ümlaut>!`
const pem = `-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw\nggSjAgEAAoIBAQC7VJTUt9Us8cKjMzEfYyji\n-----END PRIVATE KEY-----\n`

/** As java.net.URLEncoder does: everything but letters, digits, `.`, `-`, `*` and `_`. */
const escapedAsJava = (value: string): string =>
  encodeURIComponent(value)
    .replaceAll(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')

/** The secret in every encoding that the contract names, each within other text. */
function disguises(value: string): string[] {
  const bytes = Buffer.from(value)
  const shifted = ['', 'x', 'xy'].map((before) => Buffer.concat([Buffer.from(before), bytes, Buffer.from('tail')]))
  return [
    value,
    ...shifted.map((around) => around.toString('base64')),
    ...shifted.map((around) => around.toString('base64url')),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encodeURIComponent(value),
    new URLSearchParams({ value }).toString(),
    encodeURI(value),
    escapedAsJava(value),
    escapedAsJava(value).replaceAll(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()),
    [...bytes].map((byte) => `%${byte.toString(16)}`).join(''),
    JSON.stringify({ value }),
    JSON.stringify({ value }).replaceAll('/', '\\/').replaceAll('ü', '\\u00FC'),
    value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('ü', '&#xFC;'),
  ].map((text) => `before ${text} after`)
}

describe('a secret value', () => {
  const value = new SecretValue(secret, 'BANK_KEY')
  test('prints as a placeholder in every way of printing', () => {
    const printed = [String(value), JSON.stringify({ value }), inspect(value), inspect({ deep: { value } }), value.toString()]
    for (const text of printed) {
      expect(text).not.toContain('S3cr3t')
      expect(text).toContain('[secret BANK_KEY]')
    }
    expect(value.text()).toBe(secret)
  })
})

describe('the redactor', () => {
  test('knows what a form makes of spaces alone', () => {
    const redactor = new Redactor()
    redactor.add('correct horse battery')
    expect(redactor.clean('q=correct+horse+battery&x=1')).toBe('q=***&x=1')
    expect(redactor.clean('q=correct+hors%65+battery&x=1')).toBe('q=***&x=1')
  })

  test('replaces a secret in every encoding, and what it leaves holds none', () => {
    const redactor = new Redactor()
    redactor.add(new SecretValue(secret, 'BANK_KEY'))
    for (const text of disguises(secret)) {
      const search = (bytes: string): number =>
        findSecrets([{ name: 'text', bytes: Buffer.from(bytes) }], [{ name: 'BANK_KEY', value: Buffer.from(secret) }]).length
      expect(redactor.clean(text)).toContain('***')
      expect(search(redactor.clean(text))).toBe(0)
    }
  })

  test('finds the single lines of a PEM key, but not those of a certificate beside it', () => {
    const redactor = new Redactor()
    const line = 'MIIBszCCAVmgAwIBAgIUQb0zk9xG3mQvS7v5b8qY'
    redactor.add(`${pem}-----BEGIN CERTIFICATE-----\n${line}\n-----END CERTIFICATE-----\n`)
    expect(redactor.clean('x ggSjAgEAAoIBAQC7VJTUt9Us8cKjMzEfYyji y')).toBe('x *** y')
    expect(redactor.clean(line)).toBe(line)
    expect(redactor.clean('-----BEGIN PRIVATE KEY-----')).toBe('-----BEGIN PRIVATE KEY-----')
  })

  test('a secret shorter than eight characters is replaced as it is, in no encoding', () => {
    const redactor = new Redactor()
    redactor.add('abc12')
    expect(redactor.clean(`abc12 ${Buffer.from('abc12').toString('hex')}`)).toBe(`*** ${Buffer.from('abc12').toString('hex')}`)
  })

  test('a secret that looks like a word of ours takes no code, digest or date from machines', () => {
    const redactor = new Redactor()
    for (const [secret, label] of [
      ['password', 'BANK_PASSWORD'],
      ['a', 'BANK_PASSPHRASE'],
      [' b\n', 'OTHER'],
      ['full', 'DEPTH'],
    ] as const) {
      redactor.add(new SecretValue(secret, label))
    }
    expect(redactor.tiny).toEqual(['BANK_PASSPHRASE', 'OTHER'])
    const digest = `sha256:${'ab'.repeat(32)}`
    const own = { code: 'keystore.password', 'plan-digest': digest, depth: 'full', notAfter: '2026-01-01T00:00:00Z' }
    expect(redactor.cleanAll({ ...own, message: 'keystore.password of full', list: [{ code: 'keystore.password' }] })).toEqual({
      ...own,
      message: 'keystore.*** of ***',
      list: [{ code: 'keystore.password' }],
    })
    // Only what has the look of it.
    expect(redactor.cleanAll({ code: 'the password', digest: 'a' })).toEqual({ code: 'the ***', digest: '***' })
  })

  test('JSON stays JSON, and what is none is cleaned as it is', () => {
    const redactor = new Redactor()
    for (const secret of ['error', '":']) redactor.add(secret)
    expect(redactor.cleanJson('{"error":{"message":"an error"}}', true)).toBe('{"error":{"message":"an ***"}}')
    expect(redactor.cleanJson('{"error":', true)).toBe('{"******')
    expect(redactor.cleanJson('an error', true)).toBe('an ***')
    // What others say under our names is not ours.
    expect(redactor.cleanJson('{"code":"some.error"}', true)).toBe('{"code":"some.error"}')
    expect(redactor.cleanJson('{"code":"some.error"}', false)).toBe('{"code":"some.***"}')
  })

  test('JSON within JSON is looked into, before a message is cut to its length', () => {
    const redactor = new Redactor()
    redactor.add('p"w0rd\\12345')
    const detail = JSON.stringify({ password: 'p"w0rd\\12345' })
    expect(redactor.cleanJson(JSON.stringify({ error: { detail } }), false)).toBe(
      '{"error":{"detail":"{\\"password\\":\\"***\\"}"}}',
    )
  })

  test('of a few characters that are many bytes is found behind escapes, too', () => {
    const redactor = new Redactor()
    redactor.add('ÄÖÜß€')
    for (const text of disguises('ÄÖÜß€')) expect(redactor.clean(text)).toContain('***')
  })

  test('behind escapes that nobody can read: octets beside it are no part of it', () => {
    const redactor = new Redactor()
    redactor.add('ÄÖÜ𝒳-geheim')
    const escaped = encodeURIComponent('ÄÖÜ𝒳-geheim')
    expect(redactor.clean(`%FF${escaped}`)).toBe('%FF***')
    expect(redactor.clean(`a=%BC%C3${escaped.replaceAll(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)}&b`)).toBe(
      'a=%BC%C3***&b',
    )
    redactor.add('passwört-ö')
    expect(redactor.clean('?p=passw%F6rt-%F6%20')).toBe('?p=***%20')
  })

  test('binary secrets are found as base64 and hex', () => {
    const redactor = new Redactor()
    const bytes = Buffer.from('feedfeed00000002000000010000000100ff80', 'hex')
    redactor.add(bytes)
    expect(redactor.clean(bytes.toString('base64'))).not.toContain(bytes.toString('base64').slice(4, 12))
    expect(redactor.clean(bytes.toString('hex'))).toBe('***')
  })

  test.each([
    ['bytes', randomBytes(1000)],
    ['bytes that begin like others', Buffer.concat([Buffer.from('feedfeed0000000200000001', 'hex'), randomBytes(1001)])],
    ['base64', Buffer.from(randomBytes(1000).toString('base64'))],
    ['hex', Buffer.from(randomBytes(1001).toString('hex'))],
  ])('long secrets are found in every form that short ones are: %s', (_name, bytes) => {
    const redactor = new Redactor()
    redactor.add(Buffer.concat([bytes.subarray(0, 200), randomBytes(900)]))
    redactor.add(bytes)
    const forms = formsOf(bytes)
    expect(forms.length).toBeGreaterThanOrEqual(5)
    for (const form of forms) expect(redactor.clean(`before ${form} after`)).toBe('before *** after')
    const [longest = ''] = forms
    expect(redactor.finds(Buffer.from(longest.slice(0, -1)))).toBe(false)
  })

  test('what overlaps is replaced as one: nothing of either is left', () => {
    const redactor = new Redactor()
    redactor.add('abcdefghij')
    redactor.add('fghijklmnop')
    expect(redactor.clean('1 abcdefghijklmnop 2 abcdefghijabcdefghij 3')).toBe('1 *** 2 ****** 3')
    expect(redactor.finds(Buffer.from('xfghijklmnopx'))).toBe(true)
    expect(redactor.finds(Buffer.from('xfghijklmnox'))).toBe(false)
  })

  test('of many secrets each is found, whatever the others are', () => {
    const redactor = new Redactor()
    const secrets = Array.from({ length: 500 }, (_, n) => `common-beginning-${n}-and-its-own-end`)
    for (const one of secrets) redactor.add(one)
    for (const one of secrets) expect(redactor.clean(`a ${one} b`)).toBe('a *** b')
  })

  test('only certificates: nothing is a secret', () => {
    const redactor = new Redactor()
    redactor.add('-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQb0zk9xG3mQvS7v5b8qY\n-----END CERTIFICATE-----\n')
    expect(redactor.clean('MIIBszCCAVmgAwIBAgIUQb0zk9xG3mQvS7v5b8qY')).toBe('MIIBszCCAVmgAwIBAgIUQb0zk9xG3mQvS7v5b8qY')
  })

  test('data is cleaned in its keys of maps, arrays and objects', () => {
    const redactor = new Redactor()
    redactor.add(secret)
    const data = { list: [secret, 1, null], map: new Map([[secret, { deep: secret }]]) }
    expect(redactor.cleanAll(data)).toEqual({ list: ['***', 1, null], map: new Map([['***', { deep: '***' }]]) })
  })

  test('a runner is told the value, or the lines of one that has several', () => {
    const mask = (value: string): string[] => masksOf(new SecretValue(value, 'x'))
    expect(mask('hunter2\n')).toEqual(['hunter2'])
    expect(mask(pem)).toEqual(['MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw', 'ggSjAgEAAoIBAQC7VJTUt9Us8cKjMzEfYyji'])
    expect(mask('')).toEqual([])
  })
})

test('a line of a key that holds nothing but its public half is no secret: certificates have it, too', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' })
  const open = publicKey.export({ format: 'der', type: 'spki' })
  const redactor = new Redactor()
  redactor.add(new SecretValue(Buffer.from(pem), 'key'), open)
  const lines = String(pem).trim().split('\n').slice(1, -1)
  const found = lines.map((line) => redactor.finds(Buffer.from(`x ${line} y`)))
  // 138 bytes: the last line is of the point alone, the first holds the private number.
  expect(found).toEqual([true, expect.any(Boolean), false])
})
