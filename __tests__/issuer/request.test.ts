import { X509Certificate } from 'node:crypto'
import { newKey } from '../../src/issuer/keys.ts'
import { KEY_ALGORITHMS } from '../../src/spec/schema.ts'
import { selfSigned } from '../../src/issuer/self-signed.ts'
import { canonicalName, readAlternativeNames, writeAlternativeNames } from '../../src/x509/alternative-names.ts'
import { alternativeName } from '../../src/spec/names.ts'
import { kindOf } from '../../src/x509/kinds.ts'
import { pemBlocks } from '../../src/x509/pem.ts'
import { hasSubject, writeSubject } from '../../src/x509/subject.ts'
import { execute, needProgram } from '../../tools/lab/programs.ts'
import { describeWith } from '../support/tools.ts'
import { asking, NAMES, SUBJECT } from './support.ts'

const NOW = new Date('2026-06-01T00:00:00Z')

describe('requests', () => {
  test('are known as what they are', async () => {
    const { request } = await asking()
    expect(kindOf(pemBlocks(request.csr)[0]!.bytes)).toBe('certificate request')
  })

  test.each([
    'DNS:-acme.example',
    'DNS:',
    'acme.example',
    'dns:acme.example',
    'IP:256.0.0.1',
    'IP:acme.example',
    'URI:acme',
    'email:acme',
    'DNS:ä.example',
    'DNS:a b',
    `DNS:${'a.'.repeat(200)}example`,
  ])('the name %s is refused', (name) => expect(alternativeName(name)).toBeDefined())

  test('names are read as they were written', () => {
    const names = [
      'DNS:*.acme.example',
      'IP:192.0.2.1',
      'IP:2001:db8::1',
      'IP:::1',
      'URI:spiffe://acme/bank',
      'email:a@acme.example',
    ]
    for (const name of names) expect(alternativeName(name)).toBeUndefined()
    expect(readAlternativeNames(writeAlternativeNames(names))).toEqual(names)
    expect(canonicalName('IP:2001:0DB8:0:0::1')).toBe(canonicalName('IP:2001:db8::1'))
  })
})

describeWith('openssl', 'requests as openssl reads them', () => {
  test.each(KEY_ALGORITHMS)('%s', async (algorithm) => {
    const { request } = await asking({ algorithm })
    const args = ['req', '-verify', '-noout', '-text', '-nameopt', 'RFC2253']
    const { exitCode, stdout, stderr } = await execute(needProgram('openssl'), args, { input: request.csr })
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('verify OK')])
    const lines = stdout.split('\n').map((line) => line.trim())
    expect(lines).toEqual(
      expect.arrayContaining([
        'Version: 1 (0x0)',
        'Subject: CN=acme-dev.example,O=Acme,C=CH',
        'Digital Signature',
        'TLS Web Client Authentication',
        'DNS:acme-dev.example, IP Address:192.0.2.7, email:mtls@acme.example',
      ]),
    )
  })
})

describe('certificates that sign themselves', () => {
  test.each(KEY_ALGORITHMS)('%s', async (algorithm) => {
    const key = await newKey(algorithm)
    const request = { subject: SUBJECT, names: NAMES, publicSpki: key.publicSpki, validityMs: undefined }
    const certificate = await selfSigned(request, key, NOW)
    expect(certificate.isSelfSigned).toBe(true)
    expect(key.matches(certificate)).toBe(true)
    expect(certificate.basicConstraints).toEqual({ ca: false })
    expect(certificate.keyUsage).toEqual(new Set(['digitalSignature']))
    expect(certificate.extendedKeyUsage).toEqual(['1.3.6.1.5.5.7.3.2'])
    expect(certificate.alternativeNames).toEqual(NAMES)
    expect(hasSubject(certificate, SUBJECT)).toBe(true)
    expect(certificate.notAfter).toEqual(new Date('2027-06-01T00:00:00Z'))
    expect(new X509Certificate(certificate.der).verify(new X509Certificate(certificate.der).publicKey)).toBe(true)
  })

  test('no two have one serial number, and each is a positive one of at most 20 octets', async () => {
    const key = await newKey('ec-p256')
    const request = { subject: SUBJECT, names: [], publicSpki: key.publicSpki, validityMs: undefined }
    const made = await Promise.all(Array.from({ length: 50 }, () => selfSigned(request, key, NOW)))
    expect(new Set(made.map(({ serialNumber }) => serialNumber)).size).toBe(50)
    for (const { serialNumber } of made) expect(serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/)
  })
})

describe('subjects', () => {
  test('are compared without order, letter case and spaces, and with everything that is there', async () => {
    const key = await newKey('ec-p256')
    const request = { subject: SUBJECT, names: [], publicSpki: key.publicSpki, validityMs: undefined }
    const certificate = await selfSigned(request, key, NOW)
    expect(hasSubject(certificate, { C: 'ch', O: ' ACME', CN: 'Acme-Dev.example' })).toBe(true)
    expect(hasSubject(certificate, { C: 'CH', CN: 'acme-dev.example' })).toBe(false)
    expect(hasSubject(certificate, { ...SUBJECT, OU: 'mTLS' })).toBe(false)
    expect(hasSubject(certificate, { ...SUBJECT, O: 'Bank' })).toBe(false)
  })

  test('the most general part comes first', () => {
    const bytes = writeSubject({ CN: 'a', C: 'CH' })
    expect(bytes.toString('hex')).toBe('3019310b3009060355040613024348310a300806035504030c0161')
  })
})
