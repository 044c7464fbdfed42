import { generateKeyPairSync } from 'node:crypto'
import type { Certificate } from '../../src/x509/certificate.ts'
import { checkChain, checkTrusted, findLeaf, orderChain } from '../../src/x509/chain.ts'
import { readCertificates } from '../../src/x509/pem.ts'
import { certsOnly } from '../../src/x509/pkcs7.ts'
import { PrivateKey } from '../../src/x509/private-key.ts'
import type { Issued } from '../support/certificates.ts'
import { CLIENT_AUTH, ecKeys, issue, issueCa, issueLeaf, issueRoot, NOW, SERVER_AUTH } from '../support/certificates.ts'

const ANY_USAGE = '2.5.29.37.0'
const root = issueRoot()
const policy = issueCa('policy', root)
const issuing = issueCa('issuing', policy)
const leaf = issueLeaf(issuing)
const stranger = issueRoot('stranger')

const only = (issued: readonly Issued[]): Certificate[] => issued.map(({ certificate }) => certificate)
const order = (first: Issued, ...others: readonly Issued[]) => {
  const { chain, foreign, end, reordered } = orderChain(first.certificate, only(others), NOW)
  return { chain: chain.map(String), foreign: foreign.map(String), end, reordered }
}
const names = ['CN=acme', 'CN=issuing', 'CN=policy', 'CN=root']

describe('a chain is put in order by its signatures', () => {
  test('in whatever order its certificates come', () => {
    expect(order(leaf, issuing, policy, root)).toEqual({ chain: names, foreign: [], end: 'root', reordered: false })
    expect(order(leaf, root, policy, issuing)).toEqual({ chain: names, foreign: [], end: 'root', reordered: true })
    expect(order(leaf, policy, root, issuing)).toEqual({ chain: names, foreign: [], end: 'root', reordered: true })
  })

  test('the leaf and doubles among the others do not count', () => {
    expect(order(leaf, leaf, issuing, issuing, policy, root, root)).toEqual({
      chain: names,
      foreign: [],
      end: 'root',
      reordered: false,
    })
  })

  test('without the root', () => {
    expect(order(leaf, policy, issuing)).toMatchObject({ chain: names.slice(0, 3), end: 'no-root' })
  })

  test('with an intermediate missing', () => {
    expect(order(leaf, policy, root)).toMatchObject({ chain: ['CN=acme'], foreign: ['CN=policy', 'CN=root'], end: 'incomplete' })
    expect(order(leaf, issuing, root)).toMatchObject({ chain: names.slice(0, 2), foreign: ['CN=root'], end: 'incomplete' })
    expect(order(leaf)).toMatchObject({ chain: ['CN=acme'], end: 'incomplete' })
  })

  test('with what does not belong to it', () => {
    expect(order(leaf, stranger, root, issuing, policy)).toMatchObject({ chain: names, foreign: ['CN=stranger'], end: 'root' })
    const other = issueLeaf(issuing, { subject: 'other' })
    expect(order(leaf, other, issuing, policy)).toMatchObject({ foreign: ['CN=other'], end: 'no-root' })
  })

  test('a self-signed leaf is a chain of its own', () => {
    expect(order(root)).toEqual({ chain: ['CN=root'], foreign: [], end: 'root', reordered: false })
    expect(order(root, policy)).toMatchObject({ chain: ['CN=root'], foreign: ['CN=policy'], end: 'root' })
  })

  test('one whose names are right and whose signature is not, is not in it', () => {
    const impostor = issueCa('issuing', policy, { keyIds: false })
    expect(order(leaf, impostor, policy, root)).toMatchObject({ chain: ['CN=acme'], end: 'incomplete' })
    expect(order(issueLeaf(issuing, { keyIds: false }), impostor, issuing, policy, root)).toMatchObject({
      chain: names,
      foreign: ['CN=issuing'],
      end: 'root',
    })
  })
})

describe('cross-signed CAs', () => {
  const keys = { privateKey: policy.key, publicKey: policy.publicKey }
  const elsewhere = issueRoot('elsewhere')
  const crossed = issueCa('policy', elsewhere, { keys, serial: 2n, notAfter: new Date('2040-01-01T00:00:00Z') })
  const expired = issueCa('policy', root, { keys, serial: 3n, notAfter: new Date('2026-02-01T00:00:00Z') })

  test('the path that ends at a root is taken', () => {
    expect(order(leaf, crossed, policy, issuing, root).chain).toEqual(names)
    expect(order(leaf, crossed, policy, issuing, elsewhere).chain.at(-1)).toBe('CN=elsewhere')
  })

  test('one of valid certificates goes before one that is expired', () => {
    expect(order(leaf, expired, policy, issuing, root).chain).toEqual(names)
    const { chain } = orderChain(leaf.certificate, only([expired, crossed, issuing, root, elsewhere]), NOW)
    expect(chain.map(String).at(-1)).toBe('CN=elsewhere')
  })

  test('an expired one is better than none', () => {
    expect(order(leaf, expired, issuing, root)).toMatchObject({ chain: names, end: 'root' })
    expect(order(leaf, expired, issuing)).toMatchObject({ chain: names.slice(0, 3), end: 'no-root' })
  })

  test('the result does not hang on the order of the input', () => {
    const pool = only([crossed, policy, expired, issuing, root, elsewhere])
    const expected = orderChain(leaf.certificate, pool, NOW).chain.map(({ fingerprint256 }) => fingerprint256)
    const rotations = pool.map((_, at) => [...pool.slice(at), ...pool.slice(0, at)])
    for (const rotated of [...rotations, pool.toReversed()]) {
      expect(orderChain(leaf.certificate, rotated, NOW).chain.map(({ fingerprint256 }) => fingerprint256)).toEqual(expected)
    }
    expect(expected).toHaveLength(4)
  })

  test('what is left of another path is no gap', () => {
    expect(order(leaf, crossed, policy, issuing)).toMatchObject({ end: 'no-root', foreign: ['CN=policy'] })
  })

  test('two CAs that signed each other end somewhere', () => {
    const a = { keys: ecKeys(), subject: 'a' }
    const b = { keys: ecKeys(), subject: 'b' }
    const asIssuer = issueCa('b', stranger, { keys: b.keys })
    const aByB = issueCa('a', asIssuer, { keys: a.keys })
    const bByA = issueCa('b', aByB, { keys: b.keys })
    expect(order(issueLeaf(aByB), aByB, bByA)).toMatchObject({ chain: ['CN=acme', 'CN=a', 'CN=b'], end: 'no-root' })
  })
})

describe('the leaf among certificates', () => {
  const all = only([root, issuing, leaf, policy])

  test('is the one that issued no other', () => {
    expect(findLeaf(all)).toBe(leaf.certificate)
    expect(findLeaf(only([root, policy, issuing]))).toBe(issuing.certificate)
    expect(findLeaf(only([root, leaf]))).toBe(leaf.certificate)
  })

  test('is found in a bundle, whose order says nothing, and leads the chain', () => {
    const bundle = readCertificates(certsOnly(all))
    const end = findLeaf(bundle)
    expect(end?.equals(leaf.certificate)).toBe(true)
    expect(end && orderChain(end, bundle, NOW).chain.map(String)).toEqual(names)
  })

  test('is not guessed', () => {
    expect(findLeaf([...all, issueLeaf(issuing).certificate])).toBeUndefined()
    expect(findLeaf([])).toBeUndefined()
  })

  test('is the one for the key', () => {
    const key = PrivateKey.fromKeyObject(leaf.key)
    const keys = { privateKey: leaf.key, publicKey: leaf.publicKey }
    const renewed = issueLeaf(issuing, { keys, notBefore: new Date('2026-05-01T00:00:00Z') })
    const selfSigned = issue({ subject: 'acme', keys, notBefore: new Date('2026-05-02T00:00:00Z') })
    const others = [...all, issueLeaf(issuing).certificate]
    expect(findLeaf(others, key)).toBe(leaf.certificate)
    expect(findLeaf([...others, selfSigned.certificate, renewed.certificate], key)).toBe(renewed.certificate)
    expect(findLeaf([...all, selfSigned.certificate], PrivateKey.fromKeyObject(ecKeys().privateKey))).toBeUndefined()
  })
})

describe('what is found in a chain', () => {
  const check = (chain: readonly Issued[], options: Partial<Parameters<typeof checkChain>[1]> = {}): string[] =>
    checkChain(only(chain), { now: NOW, ...options }).map(({ severity, code }) => `${severity} ${code}`)

  test('nothing where all is well', () => {
    expect(check([leaf, issuing, policy, root])).toEqual([])
    expect(checkChain([], { now: NOW })).toEqual([])
  })

  test('everything at once', () => {
    const bad = issueLeaf(issuing, {
      notAfter: new Date('2026-05-01T00:00:00Z'),
      extendedKeyUsage: [SERVER_AUTH],
      keyUsage: '001',
      digest: 'sha1',
      policies: ['2.23.140.1.2.2'],
    })
    expect(check([bad, issuing])).toEqual([
      'error certificate.expired',
      'error certificate.no-client-auth',
      'error certificate.key-usage',
      'error certificate.weak-signature',
      'warning chain.no-root',
      'notice certificate.public-ca',
    ])
  })

  test('the message names the certificate, with the time', () => {
    const [found] = checkChain(
      only([issueLeaf(issuing, { notAfter: new Date('2026-05-01T00:00:00Z') }), issuing, policy, root]),
      {
        now: NOW,
      },
    )
    expect(found?.message).toBe('certificate CN=acme expired on 2026-05-01T00:00:00Z')
    const long = issueLeaf(issuing, { subject: 'x'.repeat(5000), notAfter: new Date('2026-05-01T00:00:00Z') })
    expect(checkChain([long.certificate], { now: NOW })[0]?.message.length).toBeLessThan(200)
  })

  test('validity of every link', () => {
    const past = issueCa('issuing', policy, { notAfter: new Date('2026-05-01T00:00:00Z') })
    const future = issueRoot('root', { notBefore: new Date('2026-07-01T00:00:00Z') })
    expect(check([issueLeaf(past), past, policy, root])).toEqual(['error certificate.expired'])
    expect(check([issueLeaf(future), future])).toEqual(['error certificate.not-yet-valid'])
    const lastSecond = new Date('2027-01-01T00:00:00Z')
    expect(check([leaf, issuing, policy, root], { now: lastSecond })).toEqual([])
    expect(check([leaf, issuing, policy, root], { now: new Date(lastSecond.getTime() + 1000) })).toEqual([
      'error certificate.expired',
    ])
  })

  test('expiry in time', () => {
    const soon = issueLeaf(issuing, { notAfter: new Date('2026-07-01T00:00:00Z') })
    const chain = [soon, issuing, policy, root]
    expect(check(chain, { expiryWarningDays: 31 })).toEqual(['warning certificate.expiring'])
    expect(check(chain, { expiryWarningDays: 29.9 })).toEqual([])
    expect(check(chain)).toEqual([])
  })

  test.each([
    ['clientAuth', [CLIENT_AUTH], []],
    ['clientAuth and others', [SERVER_AUTH, CLIENT_AUTH], []],
    ['serverAuth alone', [SERVER_AUTH], ['error certificate.no-client-auth']],
    ['any usage alone', [ANY_USAGE], ['warning certificate.no-eku']],
  ])('extended key usage: %s', (_, extendedKeyUsage, expected) => {
    expect(check([issueLeaf(issuing, { extendedKeyUsage }), issuing, policy, root])).toEqual(expected)
    const limited = issueCa('issuing', policy, { extendedKeyUsage })
    expect(check([issueLeaf(limited), limited, policy, root])).toEqual(expected)
  })

  test('no extended key usage is warned of at the leaf alone', () => {
    const bare = issue({ subject: 'acme', issuer: issuing, keyUsage: '1' })
    expect(check([bare, issuing, policy, root])).toEqual(['warning certificate.no-eku'])
  })

  test('key usage of the leaf', () => {
    expect(check([issueLeaf(issuing, { keyUsage: '00001' }), issuing, policy, root])).toEqual(['error certificate.key-usage'])
    const { certificate } = issue({ subject: 'acme', issuer: issuing, extendedKeyUsage: [CLIENT_AUTH] })
    expect(checkChain([certificate, ...only([issuing, policy, root])], { now: NOW })).toEqual([])
  })

  test('issuers that may not issue', () => {
    const notCa = issueCa('issuing', policy, { ca: false })
    const noSign = issueCa('issuing', policy, { keyUsage: '1000001' })
    const neither = issueLeaf(policy, { subject: 'issuing' })
    for (const wrong of [notCa, noSign]) {
      expect(check([issueLeaf(wrong), wrong, policy, root])).toEqual(['error certificate.not-a-ca'])
    }
    expect(check([issueLeaf(neither), neither, policy, root])).toEqual([
      'error certificate.not-a-ca',
      'error certificate.not-a-ca',
    ])
  })

  test('a root from before the extension that says CA', () => {
    const old = issue({ subject: 'old', version1: true })
    expect(check([issueLeaf(old), old])).toEqual([])
    const oldIntermediate = issue({ subject: 'old intermediate', version1: true, issuer: root })
    expect(check([issueLeaf(oldIntermediate), oldIntermediate, root])).toEqual(['error certificate.not-a-ca'])
  })

  test('path length, in which self-issued certificates do not count', () => {
    const short = issueRoot('short', { pathLength: 0 })
    const below = issueCa('below', short)
    expect(check([issueLeaf(short), short])).toEqual([])
    expect(check([issueLeaf(below), below, short])).toEqual(['error chain.invalid'])
    const renewed = issueCa('short', short)
    expect(check([issueLeaf(renewed), renewed, short])).toEqual([])
  })

  test('keys', () => {
    const make = (keys: Parameters<typeof issue>[0]['keys']): string[] =>
      check([issueLeaf(issuing, keys && { keys }), issuing, policy, root])
    expect(make(generateKeyPairSync('rsa', { modulusLength: 1024 }))).toEqual(['error key.weak'])
    expect(make(generateKeyPairSync('rsa', { modulusLength: 2048 }))).toEqual([])
    expect(make(ecKeys('P-521'))).toEqual([])
    expect(make(ecKeys('secp256k1'))).toEqual(['error key.unsupported'])
    expect(make(ecKeys('prime192v1'))).toEqual(['error key.unsupported'])
    expect(make(generateKeyPairSync('ed25519'))).toEqual([])
    expect(make(generateKeyPairSync('x25519'))).toEqual(['error key.unsupported'])
    expect(make(generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }))).toEqual(['error key.weak'])
    const weak = issueRoot('weak', { keys: generateKeyPairSync('rsa', { modulusLength: 1024 }) })
    expect(check([issueLeaf(weak), weak])).toEqual(['error key.weak'])
  })

  test('signatures with SHA-1, but for the root', () => {
    const old = issueRoot('old', { digest: 'sha1' })
    const middle = issueCa('middle', old, { digest: 'sha1' })
    expect(check([issueLeaf(old), old])).toEqual([])
    expect(check([issueLeaf(middle), middle, old])).toEqual(['error certificate.weak-signature'])
    expect(check([issueLeaf(middle, { digest: 'sha384' }), middle])).toContain('error certificate.weak-signature')
  })

  test('links that do not hold', () => {
    expect(check([leaf, policy, root])).toEqual(['error chain.invalid'])
    expect(check([leaf, stranger])).toEqual(['error chain.invalid'])
    const impostor = issueCa('root', root)
    expect(check([issueLeaf(impostor), impostor])).toEqual(['error chain.invalid', 'warning chain.no-root'])
  })

  test('how the chain ends', () => {
    expect(check([leaf])).toEqual(['error chain.incomplete'])
    expect(check([leaf, issuing])).toEqual(['warning chain.no-root'])
    expect(check([leaf, issuing], { end: 'incomplete' })).toEqual(['error chain.incomplete'])
    const [found] = checkChain(only([leaf]), { now: NOW })
    expect(found?.message).toBe('chain ends at certificate CN=acme, and its issuer CN=issuing is missing')
  })

  test('a self-signed leaf, from a public CA, below limited names', () => {
    const self = issue({ subject: 'acme', keyUsage: '1', extendedKeyUsage: [CLIENT_AUTH] })
    expect(check([self])).toEqual(['notice certificate.self-signed'])
    const limited = issueCa('limited', root, { nameConstraints: true })
    expect(check([issueLeaf(limited), limited, root])).toEqual(['notice certificate.name-constraints'])
    for (const policies of [['2.23.140.1.2.1'], ['1.2.3', '2.23.140.1.2.2'], ['2.23.140.1.1']]) {
      expect(check([issueLeaf(issuing, { policies }), issuing, policy, root])).toEqual(['notice certificate.public-ca'])
    }
    expect(check([issueLeaf(issuing, { policies: ['2.23.140.1.31', '1.2.3'] }), issuing, policy, root])).toEqual([])
  })
})

describe('what is found in a trusted certificate', () => {
  const check = ({ certificate }: Issued, days?: number): string[] =>
    checkTrusted(certificate, NOW, days).map(({ severity, code }) => `${severity} ${code}`)

  test.each<[string, Issued, string[]]>([
    ['a root', root, []],
    ['an intermediate', issuing, []],
    ['a self-signed certificate', issue({ subject: 'partner', ca: false }), []],
    ['a partner’s own certificate', leaf, ['notice certificate.not-a-ca']],
    ['an expired one', issueRoot('old', { notAfter: new Date('2026-05-01T00:00:00Z') }), ['error certificate.expired']],
    ['one for later', issueRoot('new', { notBefore: new Date('2026-07-01T00:00:00Z') }), ['warning certificate.not-yet-valid']],
    ['a short key', issueRoot('weak', { keys: generateKeyPairSync('rsa', { modulusLength: 1024 }) }), ['warning key.weak']],
  ])('%s', (_, issued, expected) => {
    expect(check(issued)).toEqual(expected)
  })

  test('expiry in time', () => {
    const soon = issueRoot('soon', { notAfter: new Date('2026-06-10T00:00:00Z') })
    expect(check(soon, 30)).toEqual(['warning certificate.expiring'])
    expect(check(soon)).toEqual([])
  })
})
