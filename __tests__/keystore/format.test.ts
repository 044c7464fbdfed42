import * as der from '../../src/der/writer.ts'
import { BOUNDS } from '../../src/keystore/bounds.ts'
import { tellFormat } from '../../src/keystore/format.ts'
import { writeJks, writePkcs12 } from '../../src/keystore/write.ts'
import { toPem } from '../../src/x509/pem.ts'
import { readVectors } from '../../tools/vectors/vector.ts'
import { issueRoot } from '../support/certificates.ts'
import { refusal } from '../support/refusal.ts'
import { secret } from './support.ts'

const PASSWORD = secret('a password of a test')
const root = issueRoot()
const pkcs8 = root.key.export({ type: 'pkcs8', format: 'der' })
const trusted = [{ kind: 'trusted-certificate' as const, alias: 'root', certificate: root.certificate }]
const jks = writeJks(trusted, PASSWORD)
const base64 = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('base64'))

test('the type is told by the bytes', async () => {
  expect(tellFormat(jks)).toBe('jks')
  expect(tellFormat(await writePkcs12(trusted, PASSWORD, 'modern'))).toBe('pkcs12')
  expect(tellFormat(Buffer.from('3080020103308006092a864886f70d0107010000000000', 'hex'))).toBe('pkcs12')
})

const bouncy = (rest: string): Buffer =>
  Buffer.concat([Buffer.from('0000000200000014', 'hex'), Buffer.alloc(20, 7), Buffer.from(`00000400${rest}`, 'hex')])
const algorithm = der.sequence(der.oid('1.2.840.113549.1.5.13'))
const bcfks = der.sequence(
  der.sequence(algorithm, der.octets(Buffer.from('x'))),
  der.sequence(algorithm, der.octets(Buffer.from('x'))),
)

describe('what is no keystore that is supported is refused by its name', () => {
  const cases: readonly (readonly [string, Buffer, string])[] = [
    [
      'a keystore of type JCEKS',
      Buffer.from(readVectors('keytool').find(({ name }) => name === 'JCEKS')?.bytes ?? '', 'base64'),
      'JCEKS',
    ],
    ['an empty BKS', bouncy(`00${'00'.repeat(20)}`), 'BKS'],
    ['a BKS', bouncy(`01000461636d65${'00'.repeat(40)}`), 'BKS'],
    ['an UBER', bouncy(`a1b2c3${'d4'.repeat(40)}`), 'UBER'],
    ['a BCFKS', bcfks, 'BCFKS'],
    ['a PEM certificate', Buffer.from(toPem(root.certificate)), 'PEM, CERTIFICATE'],
    ['a PEM key', Buffer.from(root.key.export({ type: 'pkcs8', format: 'pem' })), 'PEM, PRIVATE KEY'],
    ['a DER certificate', root.certificate.der, 'a certificate in DER'],
    ['a DER key', pkcs8, 'a private key in DER'],
    [
      'an encrypted key',
      root.key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: 'x' }),
      'an encrypted private key',
    ],
    ['a public key', root.publicKey.export({ type: 'spki', format: 'der' }), 'a public key'],
    ['base64 of a keystore', base64(jks), 'encoded twice'],
    ['base64 of base64', base64(base64(jks)), 'encoded'],
    ['a zip archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)]), 'a zip archive'],
    ['a gzip archive', Buffer.concat([Buffer.from('1f8b', 'hex'), Buffer.alloc(100)]), 'a gzip archive'],
    ['a database', Buffer.from(`SQLite format 3\u0000${'x'.repeat(100)}`), 'a database'],
    ['a keychain', Buffer.from(`kych${'x'.repeat(100)}`), 'a keychain'],
  ]
  test.each(cases)('%s', (_, bytes, phrase) => {
    const { code, message, hint } = refusal(() => tellFormat(bytes))
    expect([code, message]).toEqual(['keystore.format', expect.stringContaining(phrase)])
    expect(hint.length).toBeGreaterThan(10)
  })
})

describe('what is nothing at all', () => {
  test.each([
    ['no bytes', Buffer.alloc(0), 'empty'],
    ['a sentence', Buffer.from('no such file or directory: keystore.jks\n'), 'begins like none'],
    ['zeros', Buffer.alloc(1000), 'begins like none'],
    ['a PKCS#12 that was cut off', Buffer.from('308209', 'hex'), 'cut off'],
  ])('%s', (_, bytes, phrase) => {
    const { code, message } = refusal(() => tellFormat(bytes))
    expect([code, message]).toEqual(['keystore.unreadable', expect.stringContaining(phrase)])
  })
})

test('a file that is too large is not looked at', () => {
  const { code } = refusal(() => tellFormat(Buffer.concat([jks, Buffer.alloc(BOUNDS.bytes)])))
  expect(code).toBe('keystore.too-large')
})
