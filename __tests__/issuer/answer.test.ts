import { checkAnswer } from '../../src/issuer/answer.ts'
import { localIssuer } from '../../src/issuer/local.ts'
import { Certificate } from '../../src/x509/certificate.ts'
import { PrivateKey } from '../../src/x509/private-key.ts'
import { writeSubject } from '../../src/x509/subject.ts'
import { ecKeys, issueCa, issueLeaf, issueRoot, NOW, SERVER_AUTH, type Wish } from '../support/certificates.ts'
import { refusal } from '../support/refusal.ts'
import { asking, NAMES, SUBJECT } from './support.ts'

const DAY = 86_400_000
const root = issueRoot('Acme Root CA')
const issuing = issueCa('Acme Issuing CA', root)
const keys = ecKeys()
const publicSpki = keys.publicKey.export({ type: 'spki', format: 'der' })
const request = { subject: SUBJECT, names: [], publicSpki, validityMs: undefined }
const subject = writeSubject(SUBJECT)
const leaf = (wish: Partial<Wish> = {}): Certificate => issueLeaf(issuing, { subject, keys, ...wish }).certificate
const check = (...given: Certificate[]) => checkAnswer(given, request, { known: [], now: NOW })

describe('what an issuer gave', () => {
  test('is put in order, and what is not on the path is left out', () => {
    const stranger = issueRoot('Stranger').certificate
    const accepted = check(stranger, root.certificate, issuing.certificate, leaf())
    expect(accepted.chain.map(({ commonName }) => commonName)).toEqual([SUBJECT.CN, 'Acme Issuing CA', 'Acme Root CA'])
  })

  test('a missing intermediate is completed from what is known', () => {
    const accepted = checkAnswer([leaf()], request, { known: [root.certificate, issuing.certificate], now: NOW })
    expect([accepted.end, accepted.chain.length]).toEqual(['root', 3])
    expect(checkAnswer([leaf()], request, { known: [], now: NOW }).end).toBe('incomplete')
  })

  test.each<[string, string, Partial<Wish>]>([
    ['for another key', 'issuer.wrong-key', { keys: ecKeys() }],
    ['a CA', 'issuer.wrong-usage', { ca: true }],
    ['for servers', 'issuer.wrong-usage', { extendedKeyUsage: [SERVER_AUTH] }],
    ['for another subject', 'issuer.wrong-subject', { subject: writeSubject({ ...SUBJECT, O: 'Bank' }) }],
    ['with a subject that has more', 'issuer.wrong-subject', { subject: writeSubject({ ...SUBJECT, OU: 'more' }) }],
    ['expired', 'issuer.validity', { notAfter: new Date(NOW.getTime() - DAY) }],
    ['not valid yet', 'issuer.validity', { notBefore: new Date(NOW.getTime() + DAY) }],
  ])('%s', (_, code, wish) => expect(refusal(() => check(leaf(wish)))).toMatchObject({ code }))
})

test.each([
  [90, 90, []],
  [90, 98, []],
  [90, 60, ['warning']],
  [90, 46, ['warning']],
  [90, 44, ['error']],
  [90, 179, ['warning']],
  [90, 181, ['error']],
  [90, 3650, ['error']],
  [1, 0.2, []],
])('asked for %d days and given for %d', (asked, given, severities) => {
  const notAfter = new Date(NOW.getTime() + given * DAY)
  const one = leaf({ notBefore: new Date(NOW.getTime() - DAY), notAfter })
  const { findings } = checkAnswer([one], { ...request, validityMs: asked * DAY }, { known: [], now: NOW })
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual(severities.map((one) => ['issuer.validity', one]))
})

describe('alternative names', () => {
  const ca = localIssuer([root.certificate], PrivateKey.fromKeyObject(root.key), () => NOW)
  const issued = async (names: readonly string[], wanted: readonly string[], ...more: string[]) => {
    const asked = await asking({ names: [...names, ...more] })
    const { certificates } = await ca.issue(asked.request)
    return () => checkAnswer(certificates, { ...asked.request, names: wanted }, { known: [], now: NOW })
  }

  test('as wanted, or with the common name beside them', async () => {
    expect((await issued(NAMES, NAMES))().leaf.alternativeNames).toEqual(NAMES)
    expect(await issued(['DNS:api.acme.example', 'DNS:acme-dev.example'], ['DNS:api.acme.example'])).not.toThrow()
  })

  test('wider or fewer ones', async () => {
    expect(refusal(await issued(NAMES, NAMES, 'DNS:*.acme.example'))).toMatchObject({ code: 'issuer.wrong-names' })
    expect(refusal(await issued(['DNS:acme-dev.example'], NAMES))).toMatchObject({ code: 'issuer.wrong-names' })
  })
})

describe('a CA at hand', () => {
  const key = PrivateKey.fromKeyObject(issuing.key)

  test.each([undefined, 30 * DAY])('signs for %p', async (validityMs) => {
    const asked = await asking({ validityMs })
    const { certificates } = await localIssuer([issuing.certificate, root.certificate], key, () => NOW).issue(asked.request)
    const accepted = checkAnswer(certificates, asked.request, { known: [], now: NOW })
    expect(accepted.end).toBe('root')
    expect(accepted.findings).toEqual([])
    expect(accepted.leaf.notAfter.getTime()).toBe(NOW.getTime() + (validityMs ?? 90 * DAY))
  })

  test('nothing outlives it', async () => {
    const asked = await asking({ validityMs: 10_000 * DAY })
    const { certificates } = await localIssuer([issuing.certificate], key, () => NOW).issue(asked.request)
    expect(certificates[0]?.notAfter).toEqual(issuing.certificate.notAfter)
  })

  test('that cannot sign', () => {
    const other = issueLeaf(issuing)
    const make =
      (certificates: Certificate[], with_ = key) =>
      () =>
        localIssuer(certificates, with_, () => NOW)
    expect(refusal(make([root.certificate]))).toMatchObject({ code: 'issuer.key' })
    expect(refusal(make([other.certificate], PrivateKey.fromKeyObject(other.key)))).toMatchObject({ code: 'issuer.key' })
  })

  test('that has expired', async () => {
    const asked = await asking()
    const late = localIssuer([issuing.certificate], key, () => new Date('2050-01-01T00:00:00Z'))
    await expect(late.issue(asked.request)).rejects.toMatchObject({ code: 'issuer.refused' })
  })
})
