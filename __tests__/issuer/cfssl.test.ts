import { checkAnswer } from '../../src/issuer/answer.ts'
import { cfsslIssuer, type CfsslOptions } from '../../src/issuer/cfssl.ts'
import { SecretValue } from '../../src/redact.ts'
import { Certificate } from '../../src/x509/certificate.ts'
import { AUTH_KEY, startCfssl, type Cfssl } from '../../tools/lab/cfssl.ts'
import { makeCa, type Ca } from '../../tools/lab/pki.ts'
import { refusal } from '../support/refusal.ts'
import { describeWith } from '../support/tools.ts'
import { asking, serviceAt, type Asked } from './support.ts'

describeWith('cfssl', 'a CFSSL server as the issuer', () => {
  let server: Cfssl
  let root: Ca
  let issuing: Ca
  beforeAll(async () => {
    root = await makeCa({ subject: { O: 'Acme', CN: 'Acme Root CA' } })
    issuing = await makeCa({ subject: { O: 'Acme', CN: 'Acme Issuing CA' }, issuer: root })
    server = await startCfssl(issuing)
  })
  afterAll(() => server.close())

  const issueWith = async (options: Partial<CfsslOptions>, { request }: Asked, url = server.url) => {
    const service = serviceAt(url)
    try {
      return await cfsslIssuer(service, { profile: undefined, authKey: undefined, onSecret, ...options }).issue(request)
    } finally {
      await service.transport.close()
    }
  }
  const onSecret = (secret: string, label: string): SecretValue => new SecretValue(secret, label)
  const known = (): Certificate[] => [Certificate.fromDer(root.certificateDer)]

  test.each(['rsa-3072', 'ec-p256', 'ec-p384'] as const)('sign: %s, its chain completed', async (algorithm) => {
    const asked = await asking({ algorithm })
    const { certificates, notes } = await issueWith({ profile: 'client' }, asked)
    const accepted = checkAnswer(certificates, asked.request, { known: known(), now: new Date() })
    expect([accepted.end, accepted.chain.length, accepted.findings, notes]).toEqual(['root', 3, [], []])
    expect(asked.key.matches(accepted.leaf)).toBe(true)
  })

  test('without what is above the issuer, the chain has no root', async () => {
    const asked = await asking({ validityMs: 30 * 86_400_000 })
    const { certificates } = await issueWith({ profile: 'client' }, asked)
    const accepted = checkAnswer(certificates, asked.request, { known: [], now: new Date() })
    expect([accepted.end, accepted.chain.length]).toEqual(['no-root', 2])
    expect(accepted.findings).toMatchObject([
      { code: 'issuer.validity', message: 'the issuer gave a certificate for 90 days, where 30 were asked for' },
    ])
  })

  test('authsign', async () => {
    const asked = await asking()
    const options = { profile: 'auth', authKey: new SecretValue(AUTH_KEY, 'CFSSL_KEY') }
    const { certificates } = await issueWith(options, asked)
    expect(checkAnswer(certificates, asked.request, { known: known(), now: new Date() }).end).toBe('root')
  })

  test.each([
    ['without the key', undefined, /authentication required \(400\)/],
    ['with another key', 'ff'.repeat(16), /refused with HTTP 400: invalid token \(400\)/],
  ])('authsign %s', async (_, key, message) => {
    const authKey = key === undefined ? undefined : new SecretValue(key, 'CFSSL_KEY')
    await expect(issueWith({ profile: 'auth', authKey }, await asking())).rejects.toMatchObject({
      code: 'issuer.refused',
      message: expect.stringMatching(message),
    })
  })

  test('a key that is not hexadecimal', async () => {
    const authKey = new SecretValue('not hexadecimal', 'CFSSL_KEY')
    await expect(issueWith({ profile: 'auth', authKey }, await asking())).rejects.toMatchObject({ code: 'issuer.key' })
  })

  test('a profile that it does not know is said, though the server says nothing', async () => {
    await expect(issueWith({ profile: 'clinet' }, await asking())).rejects.toMatchObject({
      code: 'issuer.unknown-profile',
      message: expect.stringContaining('does not know the profile "clinet", or it is the same as its default'),
    })
  })

  test('a profile for servers', async () => {
    const asked = await asking()
    const { certificates } = await issueWith({ profile: 'server' }, asked)
    const check = () => checkAnswer(certificates, asked.request, { known: [], now: new Date() })
    expect(refusal(check)).toMatchObject({ code: 'issuer.wrong-usage' })
  })

  test('nobody there', async () => {
    const stopped = await startCfssl(issuing)
    await stopped.close()
    await expect(issueWith({ profile: 'client' }, await asking(), stopped.url)).rejects.toMatchObject({
      code: 'issuer.unreachable',
      message: expect.stringContaining('the connection was refused (ECONNREFUSED)'),
    })
  })
})
