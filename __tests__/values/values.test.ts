import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CodedError } from '../../src/errors.ts'
import { Redactor, type SecretValue } from '../../src/redact.ts'
import { readResolved } from '../../src/values/files.ts'
import { createSecretSource } from '../../src/values/secrets-input.ts'
import { createValues, type Values } from '../../src/values/values.ts'

const at = { file: 'servicenow-mtls.yml', line: 1, column: 1 }
const secret = (name: string) => ({ secret: name, at })
const file = (path: string) => ({ file: path, at })

const JKS = Buffer.from('feedfeed00000002000000010000000100046261', 'hex')
const DER = Buffer.from('3082012e020103308200', 'hex')
const KEY = `-----BEGIN PRIVATE KEY-----\n${'QUJD'.repeat(16)}\n${'REVG'.repeat(8)}\n-----END PRIVATE KEY-----\n`
const CERTIFICATE = `-----BEGIN CERTIFICATE-----\n${'MIIC'.repeat(16)}\n${'AAAA'.repeat(8)}\n-----END CERTIFICATE-----\n`

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'servicenow-mtls-values-'))
  mkdirSync(join(root, 'workspace/specs/certs'), { recursive: true })
  mkdirSync(join(root, 'workspace/.git'))
  mkdirSync(join(root, 'workspace-beside'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))
const write = (path: string, content: Buffer | string): void => writeFileSync(join(root, path), content)

/** Values over these secrets, with what the runner was told and in which order. */
function over(environment: Record<string, string>) {
  const redactor = new Redactor()
  const told: SecretValue[] = []
  const values = createValues({
    workspace: join(root, 'workspace'),
    specFile: 'specs/servicenow-mtls.yml',
    secrets: createSecretSource('', environment),
    redactor,
    onSecret: (value) => told.push(value),
  })
  return { values, redactor, told }
}

async function refusal(promise: Promise<unknown>): Promise<CodedError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof CodedError) return error
  throw new Error('nothing was refused with a code')
}

describe('a password', () => {
  test.each([
    ['hunter2hunter2', 'hunter2hunter2'],
    ['hunter2hunter2\n', 'hunter2hunter2'],
    ['hunter2hunter2\r\n\n', 'hunter2hunter2'],
    [' hunter2\nhunter2 ', ' hunter2\nhunter2 '],
  ])('%j is %j', async (given, password) => {
    expect((await over({ P: given }).values.secretText(secret('P'))).text()).toBe(password)
  })

  test('is known to redactor and runner before it is given out, and the runner is told once', async () => {
    const { values, redactor, told } = over({ P: 'hunter2hunter2\n' })
    await values.secretText(secret('P'))
    await values.secretText(secret('P'))
    expect(told.map((value) => value.text())).toEqual(['hunter2hunter2\n'])
    expect(redactor.clean(`is hunter2hunter2 or ${Buffer.from('hunter2hunter2').toString('base64')}`)).toMatch(
      /^is \*\*\* or \*\*\*.{0,2}=?$/,
    )
  })

  test('may stand in a file that an earlier step has written', async () => {
    write('workspace/specs/password', 'from a file\n')
    const { values, redactor } = over({})
    expect((await values.secretText(file('password'))).text()).toBe('from a file')
    expect(redactor.clean('from a file')).toBe('***')
    write('workspace/specs/nothing', '\n')
    expect(await refusal(values.secretText(file('nothing')))).toMatchObject({ code: 'value.file', message: 'nothing: is empty' })
  })
})

test.each<[keyof Omit<Values, 'derived' | 'has' | 'made' | 'variable'>]>([
  ['secretText'],
  ['keyBytes'],
  ['keystoreBytes'],
  ['publicBytes'],
])('%s: a secret that is missing, empty or blank is told by its name', async (method) => {
  const { values } = over({ EMPTY: '', BLANK: ' \n' })
  for (const name of ['MISSING', 'EMPTY', 'BLANK']) {
    const error = await refusal(values[method](secret(name)))
    expect(error).toMatchObject({ code: 'value.secret-missing', message: `secret ${name}: is missing or empty` })
  }
})

describe('a variable of a command', () => {
  test('is a secret unless it is too plain to be one', () => {
    const { values, redactor, told } = over({ TOKEN: 'hunter2\n', DEBUG: 'true', OFF: 'FALSE', LEVEL: '3', FOUR: 'abcd' })
    const texts = ['TOKEN', 'DEBUG', 'OFF', 'LEVEL', 'FOUR'].map((name) => values.variable(name).text())
    expect(texts).toEqual(['hunter2', 'true', 'FALSE', '3', 'abcd'])
    expect(redactor.clean(texts.join(' '))).toBe('*** true FALSE 3 ***')
    expect(told).toHaveLength(2)
  })

  test('is told by its name where it is missing', () => {
    const { values } = over({ EMPTY: '' })
    for (const name of ['MISSING', 'EMPTY']) {
      expect(() => values.variable(name)).toThrow(`secret ${name}: is missing or empty`)
    }
  })
})

describe('a key', () => {
  test('is given as it is, and known in every form', async () => {
    const { values, redactor, told } = over({ K: `${CERTIFICATE}${KEY}` })
    expect((await values.keyBytes(secret('K'))).toString()).toBe(`${CERTIFICATE}${KEY}`)
    expect(told).toHaveLength(1)
    const der = Buffer.from(`${'QUJD'.repeat(16)}${'REVG'.repeat(8)}`, 'base64')
    for (const form of ['QUJD'.repeat(16), 'REVG'.repeat(8), der.toString('hex'), der.toString('base64')]) {
      expect(redactor.clean(`<${form}>`)).toMatch(/^<\*+>$/)
    }
    expect(redactor.clean(CERTIFICATE)).toBe(CERTIFICATE)
  })
})

describe('a keystore', () => {
  const wrapped = JKS.toString('base64').replaceAll(/.{10}/g, '$&\n')
  test.each([
    ['as base64 -w0 prints it', JKS.toString('base64')],
    ['with line breaks', wrapped],
    ['with those of Windows and spaces', ` ${wrapped.replaceAll('\n', '\r\n ')}`],
    ['without padding', JKS.toString('base64').replaceAll('=', '')],
    ['in the alphabet of URLs', JKS.toString('base64url')],
  ])('%s', async (_, text) => {
    const { values, redactor, told } = over({ K: text })
    expect(await values.keystoreBytes(secret('K'))).toEqual(JKS)
    expect(told.map((value) => value.text())).toEqual([text])
    expect(redactor.clean(`<${JKS.toString('hex')}>`)).toBe('<***>')
    expect(redactor.clean(`<${text.replaceAll(/\s/g, '')}>`)).toBe('<***>')
  })

  test.each([
    ['PEM', KEY, 'is PEM, not base64 of a keystore file'],
    ['the name of a file', 'certs/bank.jks', 'is the name of a file, not base64 of its content'],
    ['quotes around it', `"${JKS.toString('base64')}"`, 'has characters that base64 does not have'],
    ['two of them', 'QQ==QQ==', 'has characters that base64 does not have'],
    ['both alphabets', 'ab+/ab-_', 'mixes the two alphabets of base64'],
    ['a digit too few', 'QUJDR', 'is cut or damaged: its last digits are not whole bytes'],
    ['bits too many', 'QUJDRB', 'is cut or damaged: its last digits are not whole bytes'],
    ['padding only', '==', 'is empty'],
  ])('%s: refused, and not repeated', async (_, text, what) => {
    const { values, redactor } = over({ K: text })
    const error = await refusal(values.keystoreBytes(secret('K')))
    expect(error).toMatchObject({ code: 'value.base64', message: `K: ${what}` })
    expect(error.hint).not.toContain(text)
    if (text.length >= 8) expect(redactor.clean(text.replaceAll(/\s/g, ''))).toBe('***')
  })

  test('a line of it that is a line of a public certificate does not keep that from being written', async () => {
    const inside = Buffer.concat([Buffer.alloc(48, 7), Buffer.from('MIIC'.repeat(16), 'base64'), Buffer.alloc(48, 9)])
    const { values, redactor } = over({ K: inside.toString('base64').replaceAll(/.{64}/g, '$&\n') })
    expect(await values.keystoreBytes(secret('K'))).toEqual(inside)
    expect(redactor.finds(Buffer.from(CERTIFICATE))).toBe(false)
  })

  test.each([
    ['JKS', JKS, JKS],
    ['PKCS#12', DER, DER],
    ['base64 of one', Buffer.from(`${JKS.toString('base64')}\n`), JKS],
  ])('in a file: %s', async (_, content, bytes) => {
    write('workspace/specs/store', content)
    const { values, redactor } = over({})
    expect(await values.keystoreBytes(file('store'))).toEqual(bytes)
    expect(redactor.clean(bytes.toString('hex'))).toBe('***')
  })
})

describe('what is public', () => {
  test.each([
    ['PEM', CERTIFICATE],
    ['PEM with text around it', `subject=CN=acme-client.example\n${CERTIFICATE}`],
    ['base64 of DER with line breaks', DER.toString('base64').replaceAll(/.{4}/g, '$&\n')],
  ])('in a secret is none: %s', async (_, text) => {
    const { values, redactor, told } = over({ C: text })
    expect((await values.publicBytes(secret('C'))).toString()).toBe(text)
    expect(told).toEqual([])
    expect(redactor.clean(text)).toBe(text)
  })

  test.each([
    ['a key beside it', `${CERTIFICATE}${KEY}`, 'QUJD'.repeat(16)],
    ['something else', 'hunter2hunter2', 'hunter2hunter2'],
  ])('but for %s', async (_, text, hidden) => {
    const { values, redactor } = over({ C: text })
    await values.publicBytes(secret('C'))
    expect(redactor.clean(hidden)).toBe('***')
  })

  test('in the spec itself and in a file', async () => {
    write('workspace/specs/certs/root.pem', CERTIFICATE)
    const { values } = over({})
    expect((await values.publicBytes({ value: CERTIFICATE, at })).toString()).toBe(CERTIFICATE)
    expect((await values.publicBytes(file('certs/root.pem'))).toString()).toBe(CERTIFICATE)
  })
})

describe('a file', () => {
  test.each(['certs/a.pem', './certs/../certs/a.pem', '../above.pem', 'link.pem', 'folder/a.pem'])(
    '%s is inside the workspace',
    async (path) => {
      write('workspace/specs/certs/a.pem', 'a')
      write('workspace/above.pem', 'a')
      rmSync(join(root, 'workspace/specs/link.pem'), { force: true })
      rmSync(join(root, 'workspace/specs/folder'), { force: true })
      symlinkSync('certs/a.pem', join(root, 'workspace/specs/link.pem'))
      symlinkSync('certs', join(root, 'workspace/specs/folder'))
      expect((await over({}).values.publicBytes(file(path))).toString()).toBe('a')
    },
  )

  const outside = 'is outside the workspace'
  test.each([
    ['certs/none.pem', 'is not there'],
    ['certs/a.pem/b.pem', 'is not there'],
    ['../../outside.pem', outside],
    ['../../workspace-beside/a.pem', outside],
    ['/etc/passwd', outside],
    ['out.pem', outside],
    ['outfolder/outside.pem', outside],
    ['loop.pem', 'is a link that leads nowhere'],
    ['../.git/config', 'is in a .git folder'],
    ['certs', 'is not a regular file'],
    ['..', 'is not a regular file'],
    ['pipe', 'is not a regular file'],
    ['large.pem', 'is larger than 1 MiB'],
  ])('%s: %s', async (path, what) => {
    write('workspace/specs/certs/a.pem', 'a')
    write('outside.pem', 'a')
    write('workspace-beside/a.pem', 'a')
    write('workspace/.git/config', 'token')
    write('workspace/specs/large.pem', 'a')
    truncateSync(join(root, 'workspace/specs/large.pem'), 1024 * 1024 + 1)
    for (const [link, target] of Object.entries({ 'out.pem': '../../outside.pem', outfolder: '../..', 'loop.pem': 'loop.pem' })) {
      rmSync(join(root, 'workspace/specs', link), { force: true })
      symlinkSync(target, join(root, 'workspace/specs', link))
    }
    rmSync(join(root, 'workspace/specs/pipe'), { force: true })
    execFileSync('mkfifo', [join(root, 'workspace/specs/pipe')])
    const error = await refusal(over({}).values.publicBytes(file(path)))
    expect(error).toMatchObject({ code: 'value.file', message: `${path}: ${what}` })
  })

  // Links and a pipe that were put there when the path had been looked at.
  test.each([
    ['late.pem', 'ELOOP'],
    ['late/a.pem', 'was moved while it was opened'],
    ['late-pipe', 'is not a regular file'],
  ])('%s, as it became while it was looked at: %s', (path, what) => {
    mkdirSync(join(root, 'elsewhere'), { recursive: true })
    write('elsewhere/a.pem', 'a')
    const [link, folder, pipe] = ['late.pem', 'late', 'late-pipe'].map((name) => join(root, 'workspace', name))
    for (const late of [link, folder, pipe]) rmSync(late!, { force: true })
    symlinkSync('../elsewhere/a.pem', link!)
    symlinkSync('../elsewhere', folder!)
    execFileSync('mkfifo', [pipe!])
    expect(() => readResolved(join(root, 'workspace', path), (told) => new CodedError('value.file', told))).toThrow(what)
  })

  test('of exactly 1 MiB is read whole', async () => {
    write('workspace/specs/full.pem', 'a')
    truncateSync(join(root, 'workspace/specs/full.pem'), 1024 * 1024)
    expect(await over({}).values.publicBytes(file('full.pem'))).toHaveLength(1024 * 1024)
  })

  test('in a workspace that is not there', async () => {
    const values = createValues({
      workspace: join(root, 'nowhere'),
      specFile: 'a.yml',
      secrets: createSecretSource('', {}),
      redactor: new Redactor(),
    })
    expect(await refusal(values.publicBytes(file('a.pem')))).toMatchObject({ code: 'value.file', message: 'a.pem: is not there' })
  })
})

test('what was made of secrets is made known', () => {
  const { values, redactor } = over({})
  values.derived(JKS, 'keystore bank')
  expect(redactor.clean(`<${JKS.toString('base64')}>`)).toMatch(/^<\*\*\*.{0,2}=?>$/)
})
