import { createHash, generateKeyPairSync } from 'node:crypto'
import { inspect } from 'node:util'
import * as der from '../../src/der/writer.ts'
import { Certificate } from '../../src/x509/certificate.ts'
import { formatTime } from '../../src/x509/format.ts'
import {
  attribute,
  CLIENT_AUTH,
  ecKeys,
  extension,
  issue,
  issueCa,
  issueLeaf,
  issueRoot,
  SERVER_AUTH,
} from '../support/certificates.ts'
import { workFolder } from '../support/folder.ts'
import { refusal } from '../support/refusal.ts'
import { QUICK_KEYTOOL } from '../../tools/lab/java.ts'
import { describeWith } from '../support/tools.ts'
import { describeWithVectors, vector } from '../support/vectors.ts'

describe('what a certificate says', () => {
  const root = issueRoot('root', { pathLength: 1 })
  const leaf = issueLeaf(root, {
    subject: der.sequence(
      attribute('2.5.4.6', der.printable('CH')),
      attribute('2.5.4.10', der.utf8('Acme, Inc.')),
      attribute('2.5.4.3', der.utf8('client.acme.example')),
    ),
    serial: 0xabc1n,
    keyUsage: '101000001',
    extendedKeyUsage: [CLIENT_AUTH, SERVER_AUTH],
    policies: ['2.23.140.1.2.1', '1.2.3.4'],
    nameConstraints: true,
  }).certificate

  test('its fields', () => {
    expect(leaf.subject).toBe('CN=client.acme.example,O=Acme\\, Inc.,C=CH')
    expect(leaf.issuer).toBe('CN=root')
    expect(leaf.commonName).toBe('client.acme.example')
    expect(leaf.serialNumber).toBe('ABC1')
    expect([formatTime(leaf.notBefore), formatTime(leaf.notAfter)]).toEqual(['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'])
    expect(leaf.keyAlgorithm).toBe('EC-256')
    expect(leaf.signatureAlgorithm).toEqual({ name: 'ecdsa-with-SHA256', digest: 'sha256' })
    expect(leaf.issuerDer).toEqual(root.certificate.subjectDer)
  })

  test('the same bytes are the same object', () => {
    expect(Certificate.fromDer(Buffer.from(leaf.der))).toBe(Certificate.fromDer(leaf.der))
    expect(Certificate.fromDer(leaf.der)).not.toBe(Certificate.fromDer(root.certificate.der))
  })

  test('its extensions', () => {
    expect(leaf.basicConstraints).toEqual({ ca: false })
    expect(root.certificate.basicConstraints).toEqual({ ca: true, pathLength: 1 })
    expect([...(leaf.keyUsage ?? [])]).toEqual(['digitalSignature', 'keyEncipherment', 'decipherOnly'])
    expect(leaf.extendedKeyUsage).toEqual([CLIENT_AUTH, SERVER_AUTH])
    expect(leaf.policies).toEqual(['2.23.140.1.2.1', '1.2.3.4'])
    expect([leaf.nameConstraints, root.certificate.nameConstraints]).toEqual([true, false])
  })

  test('nothing of extensions that are not there', () => {
    const bare = issue({ subject: 'bare', keyIds: false }).certificate
    expect([bare.basicConstraints, bare.keyUsage, bare.extendedKeyUsage]).toEqual([undefined, undefined, undefined])
    expect([bare.policies, bare.nameConstraints]).toEqual([[], false])
  })

  test('itself, by its bytes', () => {
    expect(leaf.equals(Certificate.fromDer(Buffer.from(leaf.der)))).toBe(true)
    expect(leaf.equals(root.certificate)).toBe(false)
    expect(inspect(leaf)).toContain(leaf.fingerprint256)
  })

  test('and keeps saying it when the buffer it was read from changes', () => {
    const bytes = Buffer.from(leaf.der)
    const certificate = Certificate.fromDer(bytes)
    bytes.fill(0)
    expect(certificate.subject).toBe(leaf.subject)
  })
})

describe('who issued whom', () => {
  const root = issueRoot()
  const ca = issueCa('issuing', root)
  const leaf = issueLeaf(ca)
  const issued = (one: { certificate: Certificate }, other: { certificate: Certificate }): boolean =>
    one.certificate.isIssuedBy(other.certificate)

  test('by names and signature', () => {
    expect([issued(leaf, ca), issued(ca, root), issued(root, root)]).toEqual([true, true, true])
    expect([issued(leaf, root), issued(ca, leaf), issued(root, ca), issued(leaf, leaf)]).toEqual([false, false, false, false])
  })

  test('not by a CA of the same name with another key', () => {
    expect(issued(leaf, issueCa('issuing', root))).toBe(false)
    expect(issued(issueLeaf(ca, { keyIds: false }), issueCa('issuing', root, { keyIds: false }))).toBe(false)
  })

  test('not by a key alone, when the name is another', () => {
    expect(issued(leaf, issueCa('elsewhere', root, { keys: { privateKey: ca.key, publicKey: ca.publicKey } }))).toBe(false)
  })

  test('names that differ in case, spaces and string type agree', () => {
    const issuerName = der.sequence(attribute('2.5.4.3', der.printable('ISSUING')))
    expect(issued(issueLeaf(ca, { issuerName }), ca)).toBe(true)
  })

  test('also by one that may not, so that the checks can say so', () => {
    const wrong = issueLeaf(root, { subject: 'not a CA', keyUsage: '1' })
    expect(issued(issueLeaf(wrong), wrong)).toBe(true)
  })

  test('self-issued and self-signed', () => {
    const renewed = issueCa('root', root)
    expect([root.certificate.isSelfIssued, root.certificate.isSelfSigned]).toEqual([true, true])
    expect([renewed.certificate.isSelfIssued, renewed.certificate.isSelfSigned]).toEqual([true, false])
    expect([ca.certificate.isSelfIssued, ca.certificate.isSelfSigned]).toEqual([false, false])
  })

  test('CAs', () => {
    const old = issue({ subject: 'old root', version1: true })
    expect([root, ca, leaf, old].map(({ certificate }) => certificate.isCa)).toEqual([true, true, false, true])
    expect(issue({ subject: 'old', version1: true, issuer: old }).certificate.isCa).toBe(false)
  })
})

describe('odd certificates', () => {
  test.each([
    [0n, '00'],
    [0x0fn, '0F'],
    [0x80n, '80'],
    [-1n, '-01'],
    [-0x1234n, '-1234'],
    [2n ** 159n - 1n, `7F${'FF'.repeat(19)}`],
  ])('serial number %s', (serial, text) => {
    expect(issue({ subject: 'odd', serial }).certificate.serialNumber).toBe(text)
  })

  test('version 1', () => {
    const { certificate } = issue({ subject: 'version 1', version1: true })
    expect([certificate.isSelfSigned, certificate.extendedKeyUsage, certificate.serialNumber]).toEqual([true, undefined, '01'])
  })

  test('a key that OpenSSL does not know', () => {
    const spki = der.sequence(der.sequence(der.oid('1.2.3.4.5')), der.bits(Buffer.from([1, 2, 3])))
    const publicKey = { export: () => spki } as unknown as ReturnType<typeof ecKeys>['publicKey']
    const { certificate } = issue({ subject: 'odd key', keys: { privateKey: ecKeys().privateKey, publicKey }, keyIds: false })
    expect(certificate.keyAlgorithm).toBe('1.2.3.4.5')
    expect(certificate.isSelfSigned).toBe(false)
    expect(refusal(() => certificate.publicKey).code).toBe('certificate.unreadable')
  })

  test.each([
    ['EC-384', ecKeys('P-384')],
    ['EC-521', ecKeys('P-521')],
    ['EC-256', ecKeys('secp256k1')],
    ['RSA-2048', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['Ed25519', generateKeyPairSync('ed25519')],
  ])('a key %s', (name, keys) => {
    const { certificate } = issue({ subject: name, keys })
    expect([certificate.keyAlgorithm, certificate.isSelfSigned]).toEqual([name, true])
    expect(certificate.curve).toBe(keys.publicKey.asymmetricKeyDetails?.namedCurve)
  })

  test.each([
    ['an extension twice', { extensions: [extension('2.5.29.14', der.octets(Buffer.from([1])))] }],
    ['basic constraints that are none', { extensions: [extension('2.5.29.19', Buffer.from([5]))] }],
    ['a key usage that is none', { extensions: [extension('2.5.29.15', der.integer(1))] }],
    ['a name that is none', { subject: der.sequence(der.integer(1)) }],
  ])('%s is refused', (_, wish) => {
    expect(refusal(() => issue({ subject: 'odd', ...wish })).code).toBe('certificate.unreadable')
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['an empty sequence', der.sequence()],
    ['a key', ecKeys().privateKey.export({ type: 'pkcs8', format: 'der' })],
    ['bytes after it', Buffer.concat([issue({ subject: 'x' }).certificate.der, Buffer.from([0])])],
  ])('%s is no certificate', (_, bytes) => {
    expect(refusal(() => Certificate.fromDer(bytes)).code).toBe('certificate.unreadable')
  })
})

describe('names (RFC 4514)', () => {
  const subjectOf = (...parts: readonly Buffer[]): string => issue({ subject: der.sequence(...parts) }).certificate.subject
  const cn = (text: string): Buffer => attribute('2.5.4.3', der.utf8(text))

  test.each([
    ['a,b+c"d\\e<f>g;h=i#j', 'CN=a\\,b\\+c\\"d\\\\e\\<f\\>g\\;h=i#j'],
    [' both ends ', 'CN=\\ both ends\\ '],
    ['  ', 'CN=\\ \\ '],
    [' ', 'CN=\\ '],
    ['#hash', 'CN=\\#hash'],
    ['Zürich 😀', 'CN=Zürich 😀'],
    ['two\nlines\u0000\u0085', 'CN=two\\0Alines\\00\\C2\\85'],
    ['', 'CN='],
  ])('%j', (text, expected) => {
    expect(subjectOf(cn(text))).toBe(expected)
  })

  test('the empty name', () => {
    const certificate = issue({ subject: der.sequence() }).certificate
    expect([certificate.subject, certificate.commonName, String(certificate)]).toEqual(['', undefined, 'serial number 01'])
  })

  test('the examples of the RFC', () => {
    const ou = attribute('2.5.4.11', der.utf8('Sales'))
    const multi = der.set(
      der.sequence(der.oid('2.5.4.11'), der.utf8('Sales')),
      der.sequence(der.oid('2.5.4.3'), der.utf8('J.  Smith')),
    )
    const dc = ['net', 'example'].map((text) => attribute('0.9.2342.19200300.100.1.25', der.ia5(text)))
    expect(subjectOf(...dc, multi)).toBe('OU=Sales+CN=J.  Smith,DC=example,DC=net')
    expect(subjectOf(ou, cn('Before\rAfter'))).toBe('CN=Before\\0DAfter,OU=Sales')
    expect(subjectOf(attribute('1.3.6.1.4.1.1466.0', der.octets(Buffer.from('Hi'))))).toBe('1.3.6.1.4.1.1466.0=#04024869')
  })

  test('values that are no text are written as their encoding', () => {
    expect(subjectOf(attribute('2.5.4.3', der.integer(5)))).toBe('CN=#020105')
    expect(subjectOf(attribute('2.5.4.3', Buffer.from('0c02c328', 'hex')))).toBe('CN=#0c02c328')
  })

  test('the common name is the most specific one', () => {
    expect(issue({ subject: der.sequence(cn('general'), cn('specific')) }).certificate.commonName).toBe('specific')
  })
})

describeWith('openssl', 'as openssl reads it', () => {
  const folder = workFolder()
  const x509 = (...args: string[]): string =>
    folder
      .run('openssl', 'x509', '-noout', ...args)
      .toString('utf8')
      .trim()

  test.each([
    ['/C=CH/ST=Zug/L=Zug/O=Acme, Inc./OU=Pay+OU=ments/CN=client.acme.example', ['-newkey', 'rsa:2048']],
    ['/DC=example/DC=acme/UID=client/CN=#1; "quoted" <x>', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
    ['/street=Main Street 1/O= spaces /CN=Größe', ['-newkey', 'ed25519']],
    ['/O=Acme/CN=a=b\\\\c', ['-newkey', 'ed448']],
  ])('%s', (subject, key) => {
    folder.run(
      'openssl',
      'req',
      '-x509',
      '-utf8',
      '-multivalue-rdn',
      '-nodes',
      '-keyout',
      'key.pem',
      '-subj',
      subject,
      '-days',
      '10',
      ...key,
      '-out',
      'cert.der',
      '-outform',
      'DER',
      '-addext',
      'extendedKeyUsage=clientAuth',
    )
    const certificate = Certificate.fromDer(folder.read('cert.der'))
    const shown = x509('-in', 'cert.der', '-subject', '-nameopt', 'RFC2253,-esc_msb')
    const sorted = (name: string): string =>
      name
        .split(/(?<!\\),/)
        .map((rdn) => rdn.split('+').sort().join('+'))
        .join(',')
    expect(sorted(`subject=${certificate.subject}`)).toBe(sorted(shown.replace('street=', 'STREET=')))
    expect(`serial=${certificate.serialNumber}`).toBe(x509('-in', 'cert.der', '-serial'))
    expect(`sha256 Fingerprint=${certificate.fingerprint256}`).toBe(x509('-in', 'cert.der', '-fingerprint', '-sha256'))
    const end = x509('-in', 'cert.der', '-enddate', '-dateopt', 'iso_8601').replace('notAfter=', '').replace(' ', 'T')
    expect(formatTime(certificate.notAfter)).toBe(end)
    expect(certificate.isSelfSigned).toBe(true)
  })

  test('a negative serial number', () => {
    const { certificate } = issue({ subject: 'negative', serial: -0x1234n })
    folder.write('negative.der', certificate.der)
    expect(`serial=${certificate.serialNumber}`).toBe(x509('-in', 'negative.der', '-serial'))
  })

  test('DSA keys and RSASSA-PSS signatures', () => {
    folder.run('openssl', 'genpkey', '-genparam', '-algorithm', 'DSA', '-pkeyopt', 'dsa_paramgen_bits:1024', '-out', 'dsa.param')
    folder.run('openssl', 'genpkey', '-paramfile', 'dsa.param', '-out', 'dsa.key')
    folder.run('openssl', 'req', '-x509', '-key', 'dsa.key', '-subj', '/CN=dsa', '-sha256', '-outform', 'DER', '-out', 'dsa.der')
    const dsa = Certificate.fromDer(folder.read('dsa.der'))
    expect([dsa.keyAlgorithm, dsa.signatureAlgorithm.name, dsa.isSelfSigned]).toEqual(['DSA-1024', 'dsa-with-SHA256', true])
    const pss = ['-sigopt', 'rsa_padding_mode:pss', '-sha384']
    const request = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'pss.key', '-subj', '/CN=pss', ...pss]
    folder.run('openssl', 'req', '-x509', ...request, '-outform', 'DER', '-out', 'pss.der')
    const { signatureAlgorithm, isSelfSigned } = Certificate.fromDer(folder.read('pss.der'))
    expect([signatureAlgorithm, isSelfSigned]).toEqual([{ name: 'rsassaPss', digest: 'sha384' }, true])
  })
})

describeWith('keytool', 'as keytool makes it', () => {
  const folder = workFolder()

  test.each([
    ['RSA', '2048', 'RSA-2048'],
    ['EC', '256', 'EC-256'],
    ['EC', '521', 'EC-521'],
    ['DSA', '2048', 'DSA-2048'],
  ])('%s %s', (family, size, algorithm) => {
    const store = ['-keystore', `${algorithm}.p12`, '-storepass', 'changeit', '-alias', 'client']
    const keytool = (...args: readonly string[]) => folder.run('keytool', ...QUICK_KEYTOOL, ...args, ...store)
    keytool('-genkeypair', '-keyalg', family, '-keysize', size, '-dname', 'CN=client, O="Acme, Inc.", C=CH')
    const certificate = Certificate.fromDer(keytool('-exportcert'))
    expect(certificate.keyAlgorithm).toBe(algorithm)
    expect(certificate.subject).toBe('CN=client,O=Acme\\, Inc.,C=CH')
    expect(certificate.isSelfSigned).toBe(true)
    expect(keytool('-list', '-v').toString()).toContain(`SHA256: ${certificate.fingerprint256}`)
  })
})

describeWithVectors('as Java reads those of the public test suites', (stores) => {
  /** In a JKS store certificates lie in clear: the type string, a length, the DER. */
  const certificatesWithin = (store: Buffer): Certificate[] => {
    const found: Certificate[] = []
    const marker = Buffer.from('\x00\x05X.509', 'latin1')
    for (let at = store.indexOf(marker); at >= 0; at = store.indexOf(marker, at + 1)) {
      const start = at + marker.length + 4
      found.push(Certificate.fromDer(store.subarray(start, start + store.readUInt32BE(start - 4))))
    }
    return found
  }
  const plain = stores.filter(({ type, entries = [] }) => /^JC?E?KS$/.test(type) && entries.some(({ chain }) => chain))

  test('there are enough of them', () => {
    expect(plain.length).toBeGreaterThan(20)
  })

  test.each(plain.map((store) => [store.file, store] as const))('%s', (file, { entries = [] }) => {
    const found = new Map(
      certificatesWithin(vector(file)).map((one) => [createHash('sha256').update(one.der).digest('hex'), one]),
    )
    for (const expected of entries.flatMap(({ chain = [] }) => chain)) {
      const certificate = found.get(expected.sha256)
      expect(certificate?.subject).toBe(expected.subject)
      expect(certificate?.keyAlgorithm).toBe(expected.keyAlg)
      expect(certificate && formatTime(certificate.notAfter)).toBe(expected.notAfter)
      expect(certificate?.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(expected.sha256)
    }
  })
})
