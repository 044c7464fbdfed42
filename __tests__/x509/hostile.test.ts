import { generateKeyPairSync } from 'node:crypto'
import type { ErrorCode } from '../../src/errors.ts'
import { CodedError } from '../../src/errors.ts'
import type { Certificate } from '../../src/x509/certificate.ts'
import { checkChain, checkTrusted, findLeaf, orderChain } from '../../src/x509/chain.ts'
import { readCertificates, toPem } from '../../src/x509/pem.ts'
import { certsOnly } from '../../src/x509/pkcs7.ts'
import { readPrivateKey } from '../../src/x509/private-key.ts'
import { ecKeys, issueCa, issueLeaf, issueRoot, NOW } from '../support/certificates.ts'

const root = issueRoot('root', { nameConstraints: true, policies: ['1.2.3'] })
const leaf = issueLeaf(root, { policies: ['2.23.140.1.2.1'] }).certificate

/** Every truncation, every byte replaced by values that mean something in DER, and some bytes taken out or doubled. */
function* mutations(seed: Buffer): Generator<Buffer> {
  for (let at = 0; at < seed.length; at++) {
    yield seed.subarray(0, at)
    const byte = seed[at] ?? 0
    for (const value of [0x00, 0x30, 0x7f, 0x80, 0x84, 0xff, byte ^ 0x01, byte ^ 0x20]) {
      if (value === byte) continue
      const changed = Buffer.from(seed)
      changed[at] = value
      yield changed
    }
    yield Buffer.concat([seed.subarray(0, at), seed.subarray(at + 1)])
    yield Buffer.concat([seed.subarray(0, at + 1), seed.subarray(at)])
  }
}

/** How often each code came out, and how often nothing was wrong; any other error fails the test. */
function outcomes(inputs: Iterable<Buffer>, action: (input: Buffer) => void): Map<ErrorCode | 'read', number> {
  const counted = new Map<ErrorCode | 'read', number>()
  for (const input of inputs) {
    let outcome: ErrorCode | 'read' = 'read'
    try {
      action(input)
    } catch (error) {
      if (!(error instanceof CodedError)) throw new Error(`${String(error)} for ${input.toString('hex')}`, { cause: error })
      outcome = error.code
    }
    counted.set(outcome, (counted.get(outcome) ?? 0) + 1)
  }
  return counted
}

/** Asks a certificate for everything that it can be asked for without an error. */
function useFully(certificates: readonly Certificate[]): void {
  for (const one of certificates) {
    String([one.subject, one.issuer, one.commonName, one.serialNumber, one.keyAlgorithm, one.curve, one.fingerprint256, one.isCa])
    checkTrusted(one, NOW)
    const { chain } = orderChain(one, [root.certificate, ...certificates], NOW)
    checkChain(chain, { now: NOW, expiryWarningDays: 30 })
  }
  findLeaf(certificates)
}

describe('any mutation gives a coded error or is read', () => {
  test('of a certificate', () => {
    const counted = outcomes(mutations(leaf.der), (bytes) => useFully(readCertificates(bytes)))
    expect([...counted.keys()].sort()).toEqual(['certificate.unreadable', 'read'])
    expect(counted.get('read')).toBeGreaterThan(leaf.der.length)
  })

  test('of a bundle', () => {
    const bundle = certsOnly([leaf, root.certificate])
    const counted = outcomes(mutations(bundle), readCertificates)
    expect(counted.get('certificate.unreadable')).toBeGreaterThan(bundle.length)
    expect(counted.get('read')).toBeGreaterThan(bundle.length)
  })

  test('of PEM', () => {
    const counted = outcomes(mutations(Buffer.from(toPem(leaf))), (bytes) => useFully(readCertificates(bytes)))
    expect([...counted.keys()].sort()).toEqual(['certificate.unreadable', 'read'])
  })

  const ec = ecKeys().privateKey
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
  const cheap = { cipher: 'aes-128-cbc', passphrase: 'secret' }
  test.each([
    ['EC, PKCS#8', ec.export({ type: 'pkcs8', format: 'der' })],
    ['EC, SEC 1', ec.export({ type: 'sec1', format: 'der' })],
    ['RSA, PKCS#1', rsa.export({ type: 'pkcs1', format: 'der' })],
    ['Ed25519', generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' })],
    ['EC, PEM', Buffer.from(ec.export({ type: 'pkcs8', format: 'pem' }))],
    ['EC, encrypted', ec.export({ type: 'pkcs8', format: 'der', ...cheap })],
    ['EC, traditional, encrypted', Buffer.from(ec.export({ type: 'sec1', format: 'pem', ...cheap }))],
  ])('of a private key: %s', (_, seed) => {
    const counted = outcomes(mutations(seed), (bytes) => {
      const key = readPrivateKey(bytes, 'secret')
      key.matches(leaf)
      expect(key.pkcs8.length).toBeGreaterThan(0)
    })
    expect([...counted.keys()].filter((code) => code !== 'read')).toEqual(['key.unreadable'])
    expect(counted.get('key.unreadable')).toBeGreaterThan(seed.length)
  })
})

describe('what takes long is bounded', () => {
  test('a text of BEGIN lines', () => {
    const counted = outcomes([Buffer.from('-----BEGIN CERTIFICATE-----'.repeat(40_000))], readCertificates)
    expect([...counted.keys()]).toEqual(['certificate.unreadable'])
  })

  test('BER that nests without end', () => {
    for (const pattern of ['3080', '30820400', 'a080', '2480']) {
      const counted = outcomes([Buffer.from(pattern.repeat(50_000), 'hex')], readCertificates)
      expect([...counted.keys()]).toEqual(['certificate.unreadable'])
    }
  })

  test('a mesh of CAs that signed one another many times', () => {
    const [a, b] = [ecKeys(), ecKeys()]
    const mesh = Array.from({ length: 60 }, (_, at) => {
      const [subject, issuer] = at % 2 === 0 ? ['a', 'b'] : ['b', 'a']
      const signer = issueCa(issuer, root, { keys: issuer === 'a' ? a : b })
      return issueCa(subject, signer, { keys: subject === 'a' ? a : b, serial: BigInt(at + 2) })
    })
    const last = issueLeaf(issueCa('a', root, { keys: a }))
    const pool = mesh.map(({ certificate }) => certificate)
    expect(orderChain(last.certificate, pool, NOW)).toMatchObject({ chain: { length: 3 }, end: 'no-root' })
  })
})
