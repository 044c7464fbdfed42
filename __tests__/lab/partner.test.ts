import { createServer } from 'node:http'
import { connect } from 'node:net'
import { callsWithJava, callWithJava, callWithNode, type CallResult, type JavaCall } from '../../tools/lab/client.ts'
import { makePkcs12, makeWithKeytool } from '../../tools/lab/keystores.ts'
import { freePort, listen, stop } from '../../tools/lab/listening.ts'
import { startNginxServer } from '../../tools/lab/nginx.ts'
import { startPartner, type Partner } from '../../tools/lab/partner.ts'
import { issue, issueServer, makeCa } from '../../tools/lab/pki.ts'
import { describeWith } from '../support/tools.ts'

/**
 * The server's alert comes after the client has finished its part of the handshake (TLS 1.3, RFC 8446 section 4.4.2.4): one that
 * writes at that moment may see nothing but the closed connection.
 */
const WITHOUT_CERTIFICATE = /certificate_required|received no bytes|Connection reset/

const PASSWORD = 'correct-horse-1'
const root = await makeCa({ subject: { CN: 'Acme Root', O: 'Acme, Inc' } })
const issuing = await makeCa({ subject: 'Acme Issuing', issuer: root })
const bank = await makeCa({ subject: 'Bank Root' })
const client = await issue({ subject: { CN: 'bank-client "é"', O: 'Acme' }, issuer: issuing, serialNumber: '7F00AA' })
const foreign = await issue({ subject: 'a stranger', issuer: await makeCa({ subject: 'Foreign Root' }) })
const server = await issueServer(bank)
const trusted = bank.certificatePem

const seen = (path: string) => ({
  path,
  subject: 'CN=bank-client \\"é\\", O=Acme',
  serialNumber: '7F00AA',
  verify: 'SUCCESS',
})
const refused: Partial<CallResult> = { ok: false }

/** What holds for a partner of either kind, seen by the client of Node. */
function servesNode(kind: 'nginx' | 'node', refusal: (result: CallResult) => void): void {
  let partner: Partner
  beforeAll(async () => {
    partner = await startPartner({ server, clientCa: root.certificatePem, kind })
  })
  afterAll(() => partner.close())

  test('is of that kind, and on this machine alone', () => {
    expect(partner.kind).toBe(kind)
    expect(partner.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
  })

  test('answers a client with its certificate and says whom it saw', async () => {
    const before = partner.requests.length
    const result = await callWithNode({ url: `${partner.url}/pay?x=1`, client, trusted })
    expect(result).toEqual({
      ok: true,
      status: 200,
      body: JSON.stringify(seen('/pay?x=1')),
      error: null,
      protocol: 'TLSv1.3',
      cipher: 'TLS_AES_256_GCM_SHA384',
    })
    expect(partner.requests.slice(before)).toEqual([seen('/pay?x=1')])
  })

  test.each([
    ['without a certificate', undefined],
    ['with the certificate of a foreign authority', foreign],
    ['without the intermediate certificate', { keyPem: client.keyPem, chainPem: client.certificatePem }],
  ])('refuses a client %s', async (_, identity) => {
    const before = partner.requests.length
    const result = await callWithNode({ url: partner.url, trusted, ...(identity && { client: identity }) })
    expect(result).toMatchObject(refused)
    refusal(result)
    expect(partner.requests).toHaveLength(before)
  })

  test('refuses a certificate that is not for clients', async () => {
    const forServers = await issue({ subject: 'x', issuer: root, eku: ['serverAuth'] })
    refusal(await callWithNode({ url: partner.url, client: forServers, trusted }))
  })

  test('is not asked by a client whose key is not that of its certificate', async () => {
    const { keyPem } = foreign
    const result = await callWithNode({ url: partner.url, client: { ...client, keyPem }, trusted })
    expect(result).toMatchObject({ ok: false, status: null })
    expect(result.error).toMatch(/key values mismatch$/)
  })

  test('is refused by a client that trusts somebody else', async () => {
    const before = partner.requests.length
    const result = await callWithNode({ url: partner.url, client, trusted: root.certificatePem })
    expect(result).toMatchObject({ ok: false, status: null, protocol: null })
    expect(result.error).toMatch(/^(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE): /)
    expect(partner.requests).toHaveLength(before)
  })

  test('is gone when it has been closed', async () => {
    const other = await startPartner({ server, clientCa: root.certificatePem, kind })
    expect((await callWithNode({ url: other.url, client, trusted })).ok).toBe(true)
    await other.close()
    await expect(canConnect(Number(new URL(other.url).port))).resolves.toBe(false)
    const result = await callWithNode({ url: other.url, client, trusted })
    expect(result.error).toMatch(/^ECONNREFUSED: /)
  })
}

const canConnect = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })

const hasStatus400 = ({ status, error, body }: CallResult): void => {
  expect({ status, error }).toEqual({ status: 400, error: null })
  expect(body).toContain('SSL certificate')
}
const brokeOff = ({ status, error }: CallResult): void => {
  expect(status).toBeNull()
  expect(error).toMatch(/^(ECONNRESET|EPIPE|ERR_SSL_[A-Z0-9_]+): /)
}

describe('a partner of Node', () => servesNode('node', brokeOff))

describeWith('nginx', 'a partner of nginx', () => {
  servesNode('nginx', hasStatus400)

  test('says why it does not start', async () => {
    const { keyPem } = await issueServer(bank, { key: 'another' })
    const wrong = { chainPem: server.chainPem, keyPem }
    const start = startPartner({ server: wrong, clientCa: root.certificatePem, kind: 'nginx' })
    await expect(start).rejects.toThrow(/^nginx did not start: .*key values mismatch/s)
  })
})

describeWith('nginx', 'a server of nginx', () => {
  test('looks for another port when its own was taken', async () => {
    const other = createServer()
    const [taken, free] = [await listen(other), await freePort()]
    const ports = [taken, free]
    const nextPort = (): Promise<number> => Promise.resolve(ports.shift() ?? 0)
    const nginx = await startNginxServer({ files: {}, server: (port) => `listen 127.0.0.1:${port}; return 204;`, nextPort })
    expect(nginx.port).toBe(free)
    expect((await fetch(`http://127.0.0.1:${free}`)).status).toBe(204)
    await nginx.close()
    await stop(other)
  })
})

describeWith('java', 'the client of Java', () => {
  let partner: Partner
  beforeAll(async () => {
    partner = await startPartner({ server, clientCa: root.certificatePem, kind: 'node' })
  })
  afterAll(() => partner.close())

  const keystoreOf = async (entry: typeof client): Promise<NonNullable<JavaCall['keystore']>> => ({
    bytes: await makePkcs12({ alias: 'bank-client', entry, password: PASSWORD }),
    type: 'PKCS12',
    password: PASSWORD,
  })

  test('makes one call', async () => {
    const result = await callWithJava({ url: `${partner.url}/one`, keystore: await keystoreOf(client), trusted })
    expect(result).toMatchObject({ ok: true, status: 200, error: null, protocol: 'TLSv1.3' })
    expect(JSON.parse(result.body)).toEqual(seen('/one'))
  })

  test('makes several calls, and tells each refusal', async () => {
    const keystore = await keystoreOf(client)
    const { url } = partner
    const [sun, newSun, bare, other, distrusting, locked, unreachable] = await callsWithJava([
      { url, keystore, trusted },
      { url, keystore, trusted, keyManager: 'NewSunX509' },
      { url, trusted },
      { url, keystore: await keystoreOf(foreign), trusted },
      { url, keystore, trusted: root.certificatePem },
      { url, keystore: { ...keystore, password: 'another-one' }, trusted },
      { url: 'https://127.0.0.1:1/', keystore, trusted },
    ])
    expect(sun).toMatchObject({ ok: true, status: 200 })
    expect(newSun).toMatchObject({ ok: true, status: 200 })
    expect(bare).toMatchObject({ ok: false, status: null })
    expect(bare?.error).toMatch(WITHOUT_CERTIFICATE)
    expect(other).toMatchObject({ ok: false, status: null })
    expect(distrusting?.error).toContain('PKIX path building failed')
    expect(locked?.error).toContain('keystore password was incorrect')
    expect(unreachable?.error).toContain('ConnectException')
  })

  describeWith('keytool', 'with a key password of its own', () => {
    test('SunX509 cannot recover the key, NewSunX509 shows no certificate', async () => {
      const bytes = await makeWithKeytool({
        type: 'JKS',
        alias: 'bank-client',
        entry: client,
        password: PASSWORD,
        keyPassword: 'the-key-has-another',
      })
      const keystore = { bytes, type: 'JKS', password: PASSWORD } as const
      const [sun, newSun] = await callsWithJava([
        { url: partner.url, keystore, trusted },
        { url: partner.url, keystore, trusted, keyManager: 'NewSunX509' },
      ])
      expect(sun).toMatchObject({ ok: false, status: null, error: 'UnrecoverableKeyException: Cannot recover key' })
      expect(newSun?.error).toMatch(WITHOUT_CERTIFICATE)
    })
  })
})
