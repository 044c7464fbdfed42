import { Issuers, possibleIssuers } from '../../src/keystore/issuers.ts'
import { Certificate } from '../../src/x509/certificate.ts'
import { issueCa, issueLeaf, issueRoot } from '../support/certificates.ts'

const root = issueRoot()
const issuing = issueCa('issuing', root)
const leaf = issueLeaf(issuing)
const [leafCertificate, issuingCertificate, rootCertificate] = [leaf, issuing, root].map(({ certificate }) => certificate)

describe('issuers as Java finds them', () => {
  test('by name, whatever its letter case, and by the id of the key', () => {
    const issuers = new Issuers()
    const sameName = issueCa('ISSUING', root).certificate
    for (const certificate of [sameName, issuing.certificate, root.certificate]) issuers.add(certificate)
    expect(issuers.of(leaf.certificate)).toBe(issuing.certificate)
    expect(issuers.of(issuing.certificate)).toBe(root.certificate)
    expect(issuers.of(root.certificate)).toBeUndefined()
  })

  test('a certificate with another id is none, one without an id will do', () => {
    const issuers = new Issuers()
    issuers.add(issueCa('issuing', root).certificate)
    expect(issuers.of(leaf.certificate)).toBeUndefined()
    const withoutId = issueCa('issuing', root, { keyIds: false }).certificate
    issuers.add(withoutId)
    expect(issuers.of(leaf.certificate)).toBe(withoutId)
  })
})

describe('certificates that may stand above a leaf', () => {
  test('those whose names lead up from it, and no others', () => {
    const foreign = issueRoot('foreign').certificate
    const found = possibleIssuers(leaf.certificate, [foreign, root.certificate, leaf.certificate, issuing.certificate])
    expect(found).toEqual([issuingCertificate, rootCertificate])
    expect(found).not.toContain(leafCertificate)
  })

  test('a bounded number of them', () => {
    const many = Array.from({ length: 1000 }, (_, n) => {
      const other = Buffer.from(issuing.certificate.der)
      // Of its signature, which names and key ids do not depend on.
      other.writeUInt16BE(n, other.length - 2)
      return Certificate.fromDer(other)
    })
    expect(possibleIssuers(leaf.certificate, many)).toHaveLength(200)
  })
})
