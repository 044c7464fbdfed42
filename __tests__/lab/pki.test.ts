import { createPrivateKey, X509Certificate } from 'node:crypto'
import { daysFromNow, issue, issueServer, makeCa, withKeyOf, type Issued, type KeyAlgorithm } from '../../tools/lab/pki.ts'

const root = await makeCa({ subject: { C: 'DE', O: 'Acme, Inc', CN: 'Acme Root' } })
const issuing = await makeCa({ subject: 'Acme Issuing', issuer: root, pathLength: 0 })

const read = (issued: Issued): X509Certificate => new X509Certificate(issued.certificateDer)
const holdsKey = (issued: Issued): boolean => read(issued).checkPrivateKey(createPrivateKey(issued.keyPem))
const isSignedBy = (issued: Issued, issuer: Issued): boolean =>
  read(issued).checkIssued(read(issuer)) && read(issued).verify(read(issuer).publicKey)

describe('a chain', () => {
  test.each<[KeyAlgorithm, string]>([
    ['rsa-2048', 'rsa'],
    ['rsa-3072', 'rsa'],
    ['ec-p256', 'ec'],
    ['ec-p384', 'ec'],
    ['ed25519', 'ed25519'],
  ])('with a leaf of %s holds link by link', async (keyAlgorithm, type) => {
    const leaf = await issue({ subject: `leaf ${keyAlgorithm}`, issuer: issuing, keyAlgorithm })
    expect(read(leaf).publicKey.asymmetricKeyType).toBe(type)
    expect(holdsKey(leaf)).toBe(true)
    expect(isSignedBy(leaf, issuing)).toBe(true)
    expect(isSignedBy(issuing, root)).toBe(true)
    expect(isSignedBy(root, root)).toBe(true)
    expect(leaf.chain).toEqual([leaf.certificateDer, issuing.certificateDer, root.certificateDer])
  })

  test.each<KeyAlgorithm>(['rsa-2048', 'ec-p384', 'ed25519'])('is signed by an authority of %s', async (keyAlgorithm) => {
    const ca = await makeCa({ subject: 'Acme', keyAlgorithm })
    const leaf = await issue({ subject: 'leaf', issuer: ca, keyAlgorithm: 'ec-p256' })
    expect(isSignedBy(leaf, ca)).toBe(true)
  })

  test('is as PEM what it is as DER', async () => {
    const leaf = await issue({ subject: 'leaf', issuer: issuing })
    const blocks = leaf.chainPem.match(/-----BEGIN[^]*?-----END CERTIFICATE-----\n/g) ?? []
    expect(blocks.map((block) => new X509Certificate(block).raw)).toEqual(leaf.chain)
    expect(createPrivateKey(leaf.keyPem)).toEqual(createPrivateKey({ key: leaf.pkcs8, format: 'der', type: 'pkcs8' }))
    expect(leaf.chainPem.split('\n').every((line) => line.length <= 64)).toBe(true)
  })
})

describe('what stands in a certificate', () => {
  test('are names, usages and alternative names', async () => {
    const san = ['DNS:acme.example', 'IP:10.1.2.3', 'URI:https://acme.example', 'email:it@acme.example']
    const leaf = read(await issue({ subject: { CN: 'leaf é', OU: 'IT' }, issuer: root, san, serialNumber: '00c0ffee' }))
    expect(leaf.subject).toBe('CN=leaf é\nOU=IT')
    expect(leaf.issuer).toBe('C=DE\nO=Acme\\, Inc\nCN=Acme Root')
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2'])
    expect(leaf.serialNumber).toBe('C0FFEE')
    expect(leaf.subjectAltName).toBe('DNS:acme.example, IP Address:10.1.2.3, URI:https://acme.example, email:it@acme.example')
    expect(leaf.ca).toBe(false)
  })

  test('is a server on this machine', async () => {
    const server = read(await issueServer(root))
    expect(server.checkHost('localhost')).toBe('localhost')
    expect(server.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(server.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  })

  test('are whole seconds, beyond 2049, too', async () => {
    const leaf = read(
      await issue({
        subject: 'leaf',
        issuer: root,
        notBefore: new Date('2049-12-31T23:59:59.999Z'),
        notAfter: new Date('2050-01-01T00:00:00Z'),
      }),
    )
    expect(leaf.validFromDate.toISOString()).toBe('2049-12-31T23:59:59.000Z')
    expect(leaf.validToDate.toISOString()).toBe('2050-01-01T00:00:00.000Z')
  })
})

describe('keys', () => {
  test('are the same for a subject, and others when they are named', async () => {
    const [first, again] = [await issue({ subject: 'same', issuer: root }), await issue({ subject: 'same', issuer: issuing })]
    const renewed = await issue({ subject: 'same', issuer: root, key: 'a new one' })
    expect(again.keyPem).toBe(first.keyPem)
    expect(renewed.keyPem).not.toBe(first.keyPem)
    expect(renewed.subject).toEqual(first.subject)
  })

  test('are never shared by authorities, whatever their names', async () => {
    const [one, other] = [await makeCa({ subject: 'Twin' }), await makeCa({ subject: 'Twin' })]
    expect(one.keyPem).not.toBe(other.keyPem)
  })
})

describe('bad ones', () => {
  test('expired, and not yet valid', async () => {
    const expired = read(await issue({ subject: 'x', issuer: root, notBefore: daysFromNow(-30), notAfter: daysFromNow(-1) }))
    const early = read(await issue({ subject: 'x', issuer: root, notBefore: daysFromNow(1), days: 1 }))
    expect(expired.validToDate.getTime()).toBeLessThan(Date.now())
    expect(early.validFromDate.getTime()).toBeGreaterThan(Date.now())
    expect(early.validToDate.getTime() - early.validFromDate.getTime()).toBe(24 * 3_600_000)
  })

  test('with an extended key usage of another kind, and with none', async () => {
    const forServers = await issue({ subject: 'x', issuer: root, eku: ['serverAuth', '1.3.6.1.4.1.311.10.3.4'] })
    expect(read(forServers).keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.4.1.311.10.3.4'])
    expect(read(await issue({ subject: 'x', issuer: root, eku: null })).keyUsage).toBeUndefined()
  })

  test('with a weak key', async () => {
    const weak = await issue({ subject: 'x', issuer: root, keyAlgorithm: 'rsa-1024' })
    expect(read(weak).publicKey.asymmetricKeyDetails?.modulusLength).toBe(1024)
  })

  test.each(['sha1', 'md5'] as const)('with a signature of %s', async (digest) => {
    const ca = await makeCa({ subject: 'RSA', keyAlgorithm: 'rsa-2048', key: 'weak signatures' })
    const weak = await issue({ subject: 'x', issuer: ca, digest })
    const oid = { sha1: '06092a864886f70d010105', md5: '06092a864886f70d010104' }[digest]
    expect(weak.certificateDer.toString('hex').split(oid)).toHaveLength(3)
    expect(read(weak).verify(read(ca).publicKey)).toBe(true)
  })

  test('by an authority that may not sign', async () => {
    const noSign = await makeCa({ subject: 'No Sign', keyUsage: ['cRLSign'] })
    const noCa = await makeCa({ subject: 'No CA', isCa: false })
    const leaf = await issue({ subject: 'x', issuer: noSign })
    expect(read(leaf).verify(read(noSign).publicKey)).toBe(true)
    expect(read(leaf).checkIssued(read(noSign))).toBe(false)
    expect(read(noCa).ca).toBe(false)
  })

  test('with another key, and with a forged signature', async () => {
    const [good, other] = [await issue({ subject: 'x', issuer: root }), await issue({ subject: 'y', issuer: root })]
    expect(holdsKey(withKeyOf(good, other))).toBe(false)
    const forged = await issue({ subject: 'x', issuer: root, signingKey: createPrivateKey(issuing.keyPem) })
    expect(read(forged).checkIssued(read(root))).toBe(true)
    expect(read(forged).verify(read(root).publicKey)).toBe(false)
    expect(read(forged).verify(read(issuing).publicKey)).toBe(true)
  })

  test('but none with a name or a signature that there is not', async () => {
    await expect(issue({ subject: 'x', issuer: root, san: ['acme.example'] })).rejects.toThrow('begins with DNS:')
    await expect(issue({ subject: 'x', issuer: root, digest: 'md5' })).rejects.toThrow('cannot sign with md5')
  })
})
