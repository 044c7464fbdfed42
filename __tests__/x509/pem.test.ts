import { generateKeyPairSync } from 'node:crypto'
import * as der from '../../src/der/writer.ts'
import { pemBlocks, readCertificates, toPem } from '../../src/x509/pem.ts'
import { certsOnly } from '../../src/x509/pkcs7.ts'
import { ecKeys, issueCa, issueLeaf, issueRoot } from '../support/certificates.ts'
import { workFolder } from '../support/folder.ts'
import { refusal } from '../support/refusal.ts'
import { QUICK_KEYTOOL } from '../../tools/lab/java.ts'
import { describeWith } from '../support/tools.ts'
import { describeWithVectors, vector } from '../support/vectors.ts'

const root = issueRoot()
const ca = issueCa('issuing', root)
const leaf = issueLeaf(ca)
const all = [leaf, ca, root].map(({ certificate }) => certificate)
const pem = toPem(leaf.certificate)
const base64 = leaf.certificate.der.toString('base64')
const subjects = (bytes: Buffer | string): string[] => readCertificates(Buffer.from(bytes)).map(({ subject }) => subject)

describe('one certificate in any form', () => {
  test.each<[string, string | Buffer]>([
    ['PEM', pem],
    ['DER', leaf.certificate.der],
    ['CRLF', pem.replaceAll('\n', '\r\n')],
    ['no newline at the end', pem.trimEnd()],
    ['spaces for newlines', pem.replaceAll('\n', ' ')],
    ['one line without any', pem.replaceAll('\n', '')],
    ['literal \\n', pem.replaceAll('\n', '\\n')],
    ['literal \\r\\n and quotes', `"${pem.replaceAll('\n', '\\r\\n')}"`],
    ['indented', pem.replaceAll(/^/gm, '    ')],
    ['text around it', `Subject: CN=acme\nBag Attributes: <none>\n${pem}\nthat was all`],
    ['a byte order mark', `\ufeff${pem}`],
    ['UTF-16 from a Windows shell', Buffer.from(`\ufeff${pem}`, 'utf16le')],
    ['old label X509 CERTIFICATE', pem.replaceAll('CERTIFICATE', 'X509 CERTIFICATE')],
    ['bare base64', base64],
    ['bare base64 in lines', base64.replaceAll(/.{76}/g, '$&\r\n')],
    ['bare base64 in quotes', `"${base64}"`],
    ['base64 of PEM', Buffer.from(pem).toString('base64')],
    ['beside parameters and a request', `${der64('DH PARAMETERS')}${pem}${der64('CERTIFICATE REQUEST')}`],
    ['PKCS#7', certsOnly([leaf.certificate])],
    ['PKCS#7 in PEM', block('PKCS7', certsOnly([leaf.certificate]))],
    ['PKCS#7 under the label CMS', block('CMS', certsOnly([leaf.certificate]))],
    ['PKCS#7 under the label CERTIFICATE', block('CERTIFICATE', certsOnly([leaf.certificate]))],
    ['PKCS#7 as base64', certsOnly([leaf.certificate]).toString('base64')],
  ])('%s', (_, content) => {
    expect(subjects(content)).toEqual(['CN=acme'])
  })
})

describe('several certificates', () => {
  test('in the order of the file', () => {
    expect(subjects(all.map(toPem).join(''))).toEqual(['CN=acme', 'CN=issuing', 'CN=root'])
    expect(subjects(all.toReversed().map(toPem).join(' '))).toEqual(['CN=root', 'CN=issuing', 'CN=acme'])
  })

  test('from PKCS#7', () => {
    expect(subjects(certsOnly(all)).sort()).toEqual(['CN=acme', 'CN=issuing', 'CN=root'])
  })

  test('not more than anybody needs', () => {
    expect(refusal(() => subjects(pem.repeat(201))).code).toBe('certificate.unreadable')
    expect(subjects(pem.repeat(200))).toHaveLength(200)
  })
})

test('what is written is 64 columns wide and is read again', () => {
  const lines = toPem(leaf.certificate).split('\n')
  expect(lines[0]).toBe('-----BEGIN CERTIFICATE-----')
  expect(lines.slice(1, -3).every((line) => line.length === 64)).toBe(true)
  expect(lines.slice(-2)).toEqual(['-----END CERTIFICATE-----', ''])
  expect(readCertificates(Buffer.from(lines.join('\n')))[0]?.equals(leaf.certificate)).toBe(true)
})

test('blocks have labels, headers and bytes', () => {
  const text = '-----BEGIN A KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00FF\n\nAAEC\n-----END A KEY-----'
  const headers = new Map([
    ['Proc-Type', '4,ENCRYPTED'],
    ['DEK-Info', 'AES-128-CBC,00FF'],
  ])
  const expected = [{ label: 'A KEY', headers, bytes: Buffer.from([0, 1, 2]) }]
  expect(pemBlocks(text)).toEqual(expected)
  expect(pemBlocks(text.replaceAll('\n', ' '))).toEqual(expected)
  expect(pemBlocks('no block here')).toEqual([])
})

describe('what is no certificate', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['nothing', '', /neither PEM nor DER/],
    ['words', 'hello, world', /neither PEM nor DER/],
    ['DER that is cut off', leaf.certificate.der.subarray(0, 100), /neither PEM nor DER/],
    ['PEM that is cut off', pem.slice(0, 200), /no END line/],
    ['PEM whose first block is cut off', `${pem.slice(0, 200)}\n${pem}`, /no END line/],
    ['PEM with another end', pem.replace('END CERTIFICATE', 'END CERTIFICATES'), /ends with another label/],
    ['PEM with a damaged label', pem.replace('BEGIN CERTIFICATE-----', 'BEGIN certificate-----'), /BEGIN line is damaged/],
    ['PEM with a foreign character', pem.replace('\nMII', '\nM*I'), /not base64/],
    ['PEM with a character lost', pem.replace('\nMII', '\nMI'), /not base64|damaged/],
    ['an empty block', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----', /not base64/],
    ['a request', der64('CERTIFICATE REQUEST'), /no certificate, but CERTIFICATE REQUEST/],
    ['a public key', block('PUBLIC KEY', ecKeys().publicKey.export({ type: 'spki', format: 'der' })), /but PUBLIC KEY/],
    ['an empty PKCS#7', certsOnly([]), /no certificate/],
    [
      'a PKCS#7 that signs nothing',
      der.sequence(der.oid('1.2.840.113549.1.7.2'), der.context(1, der.sequence())),
      /not signed data/,
    ],
  ])('%s', (_, content, message) => {
    const error = refusal(() => subjects(content))
    expect(error.code).toBe('certificate.unreadable')
    expect(error.message).toMatch(message)
  })
})

describe('private keys where only certificates are meant', () => {
  const ec = ecKeys().privateKey
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const forms = {
    'PKCS#8': ec.export({ type: 'pkcs8', format: 'der' }),
    'SEC 1': ec.export({ type: 'sec1', format: 'der' }),
    'PKCS#1': rsa.export({ type: 'pkcs1', format: 'der' }),
    'encrypted PKCS#8': ec.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: 'secret' }),
  }
  const keyPem = ec.export({ type: 'pkcs8', format: 'pem' }).toString()

  test.each(Object.entries(forms))('%s, whatever it is called', (_, key) => {
    const named = [block('PRIVATE KEY', key), block('CERTIFICATE', key), block('RSA PRIVATE KEY', key), block('DATA', key)]
    for (const content of [key, key.toString('base64'), ...named, Buffer.from(named.join('')).toString('base64')]) {
      expect(refusal(() => subjects(content)).code).toBe('value.private-in-public')
    }
  })

  test.each([
    ['before the certificate', keyPem + pem],
    ['after the certificate', pem + keyPem],
    ['cut off', pem + keyPem.slice(0, 60)],
    ['after a damaged certificate', pem.slice(0, 200) + keyPem],
    ['of OpenSSH', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----\n'],
    ['of PuTTY', 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n'],
    ['in UTF-16', Buffer.from(`\ufeff${pem}${keyPem}`, 'utf16le')],
    ['followed by other bytes', Buffer.concat([forms['PKCS#1'], Buffer.from('\n')])],
  ])('a key %s', (_, content) => {
    expect(refusal(() => subjects(content)).code).toBe('value.private-in-public')
  })

  test('a JKS and a JCEKS keystore', () => {
    for (const magic of ['feedfeed', 'cececece']) {
      const store = Buffer.from(`${magic}0000000200000000`, 'hex')
      expect(refusal(() => subjects(store)).message).toBe('a keystore stands where only certificates are meant')
      expect(refusal(() => subjects(store.toString('base64'))).code).toBe('value.private-in-public')
    }
  })

  test('the message holds nothing of the key', () => {
    const { message, hint } = refusal(() => subjects(keyPem))
    expect(`${message} ${hint}`).not.toContain(keyPem.split('\n')[1])
  })
})

describeWith('openssl', 'bundles for and from openssl', () => {
  const folder = workFolder()

  test('openssl reads what is written', () => {
    folder.write('bundle.p7b', certsOnly(all))
    const printed = folder.run('openssl', 'pkcs7', '-inform', 'DER', '-in', 'bundle.p7b', '-print_certs')
    expect(subjects(printed).sort()).toEqual(['CN=acme', 'CN=issuing', 'CN=root'])
    const parsed = folder.run('openssl', 'asn1parse', '-inform', 'DER', '-in', 'bundle.p7b').toString()
    expect(parsed).toContain('pkcs7-signedData')
  })

  test('and writes the same bytes', () => {
    folder.write('all.pem', all.map(toPem).join(''))
    folder.run('openssl', 'crl2pkcs7', '-nocrl', '-certfile', 'all.pem', '-outform', 'DER', '-out', 'theirs.p7b')
    expect(
      readCertificates(folder.read('theirs.p7b'))
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(['CN=acme', 'CN=issuing', 'CN=root'])
    expect(certsOnly([...all].reverse()).equals(certsOnly(all))).toBe(true)
    expect(certsOnly([...all, ...all]).equals(certsOnly(all))).toBe(true)
    expect(folder.read('theirs.p7b').length).toBe(certsOnly(all).length)
  })

  test('trusted certificates carry more than the certificate', () => {
    folder.write('leaf.pem', pem)
    const trusted = folder.run('openssl', 'x509', '-in', 'leaf.pem', '-trustout', '-addtrust', 'clientAuth', '-setalias', 'x')
    expect(trusted.toString()).toContain('BEGIN TRUSTED CERTIFICATE')
    expect(readCertificates(trusted)[0]?.equals(leaf.certificate)).toBe(true)
  })

  test('indefinite lengths, as other makers write them', () => {
    folder.write('content.txt', 'signed')
    folder.write('leaf.pem', pem)
    folder.write('leaf.key', leaf.key.export({ type: 'pkcs8', format: 'pem' }))
    const signing = ['-sign', '-in', 'content.txt', '-signer', 'leaf.pem', '-inkey', 'leaf.key', '-nodetach', '-stream']
    folder.run('openssl', 'cms', ...signing, '-indef', '-outform', 'DER', '-out', 'signed.p7m')
    expect(folder.read('signed.p7m').subarray(0, 2).toString('hex')).toBe('3080')
    expect(subjects(folder.read('signed.p7m'))).toEqual(['CN=acme'])
  })

  test('PKCS#12 is a keystore', () => {
    folder.write('leaf.pem', pem)
    folder.run('openssl', 'pkcs12', '-export', '-nokeys', '-in', 'leaf.pem', '-passout', 'pass:changeit', '-out', 'leaf.p12')
    expect(refusal(() => subjects(folder.read('leaf.p12'))).message).toBe('a keystore stands where only certificates are meant')
  })
})

describeWith('keytool', 'for keytool', () => {
  const folder = workFolder()

  test('keytool reads bundles and certificates', () => {
    folder.write('bundle.p7b', certsOnly(all))
    folder.write('leaf.pem', pem)
    for (const file of ['bundle.p7b', 'leaf.pem']) {
      expect(folder.run('keytool', ...QUICK_KEYTOOL, '-printcert', '-file', file).toString()).toContain(
        leaf.certificate.fingerprint256,
      )
    }
  })
})

describeWithVectors('the public test suites', (stores) => {
  test('every keystore of theirs is found to be private, but those of other makers', () => {
    const files = stores.map(({ file }) => file).filter((file) => !/bks|uber/.test(file))
    expect(files.length).toBeGreaterThan(40)
    for (const file of files)
      expect([file, refusal(() => readCertificates(vector(file))).code]).toEqual([file, 'value.private-in-public'])
  })

  test('certificates with the attributes of a bag around them', () => {
    expect(subjects(vector('jks-js/tests/feature/pem/RSA_2048_keystore.pem'))).toHaveLength(1)
    expect(subjects(vector('keystore-go/testdata/cert.pem'))).toHaveLength(1)
  })
})

function block(label: string, bytes: Buffer): string {
  return `-----BEGIN ${label}-----\n${bytes.toString('base64')}\n-----END ${label}-----\n`
}

function der64(label: string): string {
  return block(label, der.sequence(der.integer(1)))
}
