import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { diagnose, type Expected } from '../../src/probe/diagnosis.ts'
import { probe, type ProbeAnswer } from '../../src/probe/probe.ts'
import { Certificate } from '../../src/x509/certificate.ts'
import { readPrivateKey } from '../../src/x509/private-key.ts'
import { freePort, HOST } from '../../tools/lab/listening.ts'
import { startNginxServer, type Nginx } from '../../tools/lab/nginx.ts'
import { daysFromNow, issue, issueServer, makeCa, type Ca, type Issued } from '../../tools/lab/pki.ts'
import { serveProxy, serveTcp, stopAll } from '../http/servers.ts'
import { describeWith } from '../support/tools.ts'

const certificate = ({ certificateDer }: Issued): Certificate => Certificate.fromDer(certificateDer)

interface Way {
  readonly server?: Issued
  /** Lines of the server block. */
  readonly lines?: string
  /** Whose clients are accepted; null: none are asked for. */
  readonly clientCa?: Ca | null
  readonly client?: Issued
  readonly trusted?: readonly Issued[]
  readonly expected?: Partial<Expected>
  readonly host?: string
  readonly proxy?: URL
}

describeWith('nginx', 'a partner', () => {
  let root: Ca
  let issuing: Ca
  let bank: Ca
  let stranger: Ca
  let client: Issued
  let server: Issued
  beforeAll(async () => {
    root = await makeCa({ subject: { O: 'Acme', CN: 'Acme Root CA' } })
    issuing = await makeCa({ subject: { O: 'Acme', CN: 'Acme Issuing CA' }, issuer: root })
    bank = await makeCa({ subject: { O: 'Bank', CN: 'Bank Root CA' } })
    stranger = await makeCa({ subject: { O: 'Stranger', CN: 'Stranger CA' } })
    client = await issue({ issuer: issuing, subject: 'bank-client', keyAlgorithm: 'ec-p256' })
    server = await issueServer(bank)
  })

  async function probing(way: Way, versions = 'TLSv1.2 TLSv1.3'): Promise<{ answer: ProbeAnswer; told: string[] }> {
    const { lines = '', clientCa = root, trusted = [bank] } = way
    const own = way.server ?? server
    const verify = clientCa === null ? '' : 'ssl_client_certificate clients.pem; ssl_verify_client on; ssl_verify_depth 9;'
    const files = { 'server.pem': own.chainPem, 'server.key': own.keyPem, 'clients.pem': (clientCa ?? root).certificatePem }
    const nginx: Nginx = await startNginxServer({
      files,
      server: (port) => `
        listen ${HOST}:${port} ssl;
        ssl_certificate server.pem; ssl_certificate_key server.key;
        ssl_protocols ${versions}; ${verify} ${lines}
        location / { return 204; }
        location /broken { return 503; }`,
    })
    try {
      return await ask(`https://${way.host ?? '127.0.0.1'}:${nginx.port}/`, { ...way, trusted })
    } finally {
      await nginx.close()
    }
  }

  async function ask(
    url: string,
    way: Way,
    stop = new AbortController().signal,
  ): Promise<{ answer: ProbeAnswer; told: string[] }> {
    const who = way.client ?? client
    const answer = await probe({
      url,
      key: readPrivateKey(Buffer.from(who.keyPem)),
      chain: who.chain.map((der) => Certificate.fromDer(der)),
      trusted: (way.trusted ?? [bank]).map(certificate),
      stop,
      proxy: way.proxy,
    })
    const expected = { url: 'URL', status: undefined, required: true, now: new Date(), expiryWarningDays: 30, ...way.expected }
    return { answer, told: diagnose(answer, expected).map(({ code, severity, message }) => `${severity} ${code} ${message}`) }
  }

  describe('behind a proxy', () => {
    afterEach(stopAll)
    const behind = async (proxyOf: (port: number) => Promise<URL>): Promise<{ answer: ProbeAnswer; told: string[] }> => {
      const files = { 'server.pem': server.chainPem, 'server.key': server.keyPem, 'clients.pem': root.certificatePem }
      const nginx = await startNginxServer({
        files,
        server: (port) => `
          listen ${HOST}:${port} ssl;
          ssl_certificate server.pem; ssl_certificate_key server.key;
          ssl_client_certificate clients.pem; ssl_verify_client on; ssl_verify_depth 9;
          location / { return 204; }`,
      })
      try {
        // Nothing listens there: only the proxy leads to the partner.
        return await ask('https://localhost:1/', { proxy: await proxyOf(nginx.port) })
      } finally {
        await nginx.close()
      }
    }

    test('that makes a tunnel, and knows its user', async () => {
      let log: readonly { host: string; authorization: string }[] = []
      const { answer, told } = await behind(async (port) => {
        const proxy = await serveProxy(port)
        log = proxy.log
        return new URL(`http://runner:p%40ss@127.0.0.1:${proxy.port}`)
      })
      expect(answer).toMatchObject({ status: 204, failure: undefined, flight: { complete: true } })
      expect(told).toEqual([expect.stringMatching(/^notice probe.accepted/)])
      expect(log).toEqual([{ host: 'localhost:1', authorization: `Basic ${Buffer.from('runner:p@ss').toString('base64')}` }])
    })

    test('that refuses, or is not there', async () => {
      const refused = await behind(async (port) => new URL(`http://127.0.0.1:${(await serveProxy(port, () => 403)).port}`))
      const says = 'the proxy of the runner makes no connection'
      expect(refused.told).toEqual([`error probe.unreachable URL: ${says} (HTTP 403); the instance may have another way`])
      const gone = await behind(() => Promise.resolve(new URL('http://127.0.0.1:1')))
      expect(gone.told).toEqual([`error probe.unreachable URL: ${says} (ECONNREFUSED); the instance may have another way`])
    })

    test('that ends in the middle', async () => {
      const { answer } = await behind(async () => {
        const port = await serveTcp((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'))
        return new URL(`http://127.0.0.1:${port}`)
      })
      expect(answer.failure?.stage).toBe('handshake')
    })
  })

  test.each(['TLSv1.2', 'TLSv1.3'])('that accepts us, over %s', async (version) => {
    const { answer, told } = await probing({}, version)
    expect(answer).toMatchObject({ protocol: version, status: 204, failure: undefined, flight: { complete: true } })
    expect(answer.flight.certificates.map((der) => Certificate.fromDer(der).subject)).toEqual([
      'CN=localhost',
      'CN=Bank Root CA,O=Bank',
    ])
    expect(told).toEqual([
      expect.stringMatching(
        /^notice probe.accepted URL: TLSv1\.\d with TLS_\w+, HTTP 204, our certificate was accepted \(asked for one of "CN=Acme Root CA,O=Acme"\), its certificate lasts 89 days$/,
      ),
    ])
  })

  describe.each(['TLSv1.2', 'TLSv1.3'])('over %s', (version) => {
    test.each<[string, () => Way | Promise<Way>, RegExp[]]>([
      ['1 asks for no certificate', () => ({ clientCa: null }), [/^notice probe.accepted/, /^error probe.not-asked URL: /]],
      [
        '1 asks for none, and need not',
        () => ({ clientCa: null, expected: { required: false } }),
        [/^notice probe.accepted/, /^warning probe.not-asked URL: /],
      ],
      [
        '2 does not trust our CA',
        () => ({ clientCa: stranger }),
        [
          /^error probe.certificate-refused URL: .*HTTP 400 after the handshake, "The SSL certificate error"; .*; asked for one of "CN=Stranger CA,O=Stranger"$/,
        ],
      ],
      [
        '3 has our chain without its intermediate',
        () => ({ client: { ...client, chain: client.chain.slice(0, 1) } }),
        [/^error probe.certificate-refused URL: .*HTTP 400 after the handshake/],
      ],
      [
        '4 sees a certificate without clientAuth',
        async () => ({
          client: await issue({ issuer: issuing, subject: 'server only', eku: ['serverAuth'], keyAlgorithm: 'ec-p256' }),
        }),
        [/^error probe.certificate-refused URL: .*HTTP 400 after the handshake/],
      ],
      [
        '5 sees an expired certificate',
        async () => ({
          client: await issue({
            issuer: issuing,
            subject: 'old',
            notBefore: daysFromNow(-9),
            notAfter: daysFromNow(-1),
            keyAlgorithm: 'ec-p256',
          }),
        }),
        [/^error probe.certificate-refused URL: .*HTTP 400 after the handshake/],
      ],
      [
        '6 has a certificate of a CA that is not trusted',
        async () => ({ server: await issueServer(stranger) }),
        [/^error probe.untrusted URL: .*PKIX path building failed.*issued by CN=Stranger CA,O=Stranger/],
      ],
      [
        '7 has an expired certificate',
        async () => ({ server: await issueServer(bank, { notBefore: daysFromNow(-9), notAfter: daysFromNow(-1) }) }),
        [/^error probe.server-expired URL: the certificate of the server has expired; its certificate is CN=localhost/],
      ],
      [
        '8 has a certificate for another host',
        async () => ({ server: await issueServer(bank, { san: ['DNS:other.example'] }) }),
        [/^error probe.hostname URL: /],
      ],
      [
        '9 has a certificate that expires soon',
        async () => ({ server: await issueServer(bank, { days: 5 }) }),
        [/^notice probe.accepted/, /^warning probe.server-expiring URL: .* expires in 4 days/],
      ],
      [
        '10 answers with a fault of its own',
        () => ({ lines: 'error_page 418 /broken; if ($request_method = GET) { return 503; }' }),
        [/^error probe.status URL: the server has a fault of its own: HTTP 503/],
      ],
      [
        '11 answers otherwise than expected',
        () => ({ expected: { status: 200, required: false } }),
        [/^warning probe.status URL: HTTP 204 where 200 is expected/],
      ],
      [
        '12 answers with 400 without blaming the certificate',
        () => ({ lines: 'error_page 418 /broken; if ($request_method = GET) { return 400 "no such account"; }' }),
        [/^error probe.status URL: HTTP 400 after the handshake: it does not say whether because of our certificate/],
      ],
      [
        '13 lets us not in, where success is required',
        () => ({ lines: 'if ($request_method = GET) { return 403; }' }),
        [/^error probe.status URL: HTTP 403 where success \(2xx\) is required, or what expect-status says/],
      ],
      [
        '14 lets us not in, where any answer does',
        () => ({ lines: 'if ($request_method = GET) { return 403; }', expected: { required: false } }),
        [/^notice probe.accepted URL: .*HTTP 403, our certificate was accepted/],
      ],
    ])('%s', async (_, way, expected) => {
      const { told } = await probing(await way(), version)
      expect(told).toHaveLength(expected.length)
      for (const [index, pattern] of expected.entries()) expect(told[index]).toMatch(pattern)
    })
  })

  test('that speaks no version from TLS 1.2 on', async () => {
    const { told } = await probing({ lines: 'ssl_ciphers ALL:@SECLEVEL=0;' }, 'TLSv1.1')
    expect(told).toEqual([expect.stringMatching(/^error probe.protocol URL: /)])
  })

  test('is not asked with a key that is too weak for TLS', async () => {
    const weak = await issue({ issuer: issuing, subject: 'weak', keyAlgorithm: 'rsa-1024' })
    expect((await probing({ client: weak })).told).toEqual([
      expect.stringMatching(/^error probe.handshake URL: nothing was sent: our key or certificate is too weak for TLS/),
    ])
  })

  test('is not asked by a run that has ended', async () => {
    let connections = 0
    const server = createServer((socket) => {
      connections += 1
      socket.destroy()
    })
    const stop = AbortSignal.abort()
    expect((await ask(await listeningAt(server), {}, stop)).told).toEqual(['error timeout URL: the run was told to end'])
    server.close()
    await once(server, 'close')
    expect(connections).toBe(0)
  })

  test('whose own certificate is pinned', async () => {
    expect((await probing({ trusted: [server] })).told).toEqual([expect.stringMatching(/^notice probe.accepted/)])
    expect((await probing({ trusted: [] })).told).toEqual([expect.stringMatching(/^error probe.untrusted/)])
  })

  test('that lets nobody in, speaks no TLS, or hangs up', async () => {
    expect((await ask(`https://${HOST}:${await freePort()}/`, {})).told).toEqual([
      expect.stringMatching(/^error probe.refused URL: the connection was refused; perhaps only this runner's address/),
    ])
    const plain = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    })
    expect((await ask(await listeningAt(plain), {})).told).toEqual([
      expect.stringMatching(/^error probe.protocol URL: the server does not speak TLS on this port/),
    ])
    plain.close()
    const hangs = createServer((socket) => socket.destroy())
    expect((await ask(await listeningAt(hangs), {})).told).toEqual([
      expect.stringMatching(/^error probe.(?:handshake|unreachable) URL: /),
    ])
    hangs.close()
  })
})

async function listeningAt(server: Server): Promise<string> {
  server.listen(0, HOST)
  await once(server, 'listening')
  const address = server.address()
  return `https://${HOST}:${typeof address === 'object' && address !== null ? address.port : 0}/`
}
