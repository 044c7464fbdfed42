import { connect } from 'node:net'
import { TLSSocket } from 'node:tls'
import { WriteUnknown } from '../../src/http/failure.ts'
import { issue, issueServer, makeCa, type Issued } from '../../tools/lab/pki.ts'
import { coded, failure, json, read, serveProxy, serveTcp, serveTls, stopAll, thrown, transportTo, write } from './servers.ts'

const HOST = 'acme.service-now.com'
let ca: Issued
let server: Issued

beforeAll(async () => {
  ca = await makeCa({ subject: 'Acme Inspection CA' })
  server = await issueServer(ca, { san: ['IP:127.0.0.1', `DNS:${HOST}`] })
})
afterEach(stopAll)

const https = () =>
  serveTls({ key: server.keyPem, cert: server.certificatePem }, (_request, response) => json(response, 200, { ok: true }))
const extra = () => Buffer.from(ca.certificatePem)

describe('ca-certificates', () => {
  test('a private CA is trusted when it is given, and only then', async () => {
    const origin = `https://127.0.0.1:${await https()}`
    expect((await transportTo(origin, { ca: extra() }).request(read())).status).toBe(200)

    const transport = transportTo(origin)
    expect(await failure(transport.request(write()))).toMatchObject({
      code: 'instance.unreachable',
      message: expect.stringMatching(/: its certificate is not signed by a known authority \(\w+\)$/) as string,
      hint: expect.stringContaining('ca-certificates') as string,
    })
    expect(transport.slept).toEqual([])
  })

  test('several certificates with text between them are read, the default ones stay', async () => {
    const other = await makeCa({ subject: 'Another CA' })
    const bundle = Buffer.from(`# corporate\n${other.certificatePem}\nissued 2026\n${ca.certificatePem}`)
    expect((await transportTo(`https://127.0.0.1:${await https()}`, { ca: bundle }).request(read())).status).toBe(200)
  })

  test.each([
    ['no certificate', 'hello'],
    ['a damaged one', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
  ])('a file with %s is refused at once', (_name, text) => {
    const error = thrown(() => transportTo('https://acme.service-now.com', { ca: Buffer.from(text) }))
    expect(error).toEqual(coded('input.invalid', 'ca-certificates'))
  })
})

test.each([
  ['another host', { san: ['DNS:other.example'] }, 'its certificate is for another host name'],
  ['the past', { notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') }, 'its certificate has expired'],
])('a certificate for %s is refused', async (_name, options, message) => {
  const wrong = await issueServer(ca, options)
  const port = await serveTls({ key: wrong.keyPem, cert: wrong.certificatePem }, (_request, response) => json(response, 200, {}))
  const error = await failure(transportTo(`https://127.0.0.1:${port}`, { ca: extra() }).request(read()))
  expect(error).toEqual(coded('instance.unreachable', message))
})

describe('a client certificate', () => {
  let asked = 0
  async function demanding(): Promise<number> {
    asked = 0
    const options = { key: server.keyPem, cert: server.certificatePem, ca: ca.certificatePem, requestCert: true }
    return serveTls(options, ({ socket }, response) => {
      asked += 1
      const shown = socket instanceof TLSSocket ? socket.getPeerCertificate().subject.CN : undefined
      json(response, 200, { shown })
    })
  }
  const clientOf = ({ certificatePem, keyPem }: Issued) => ({ cert: certificatePem, key: keyPem })

  test('is shown to a server that asks for it, directly and through a proxy that does not see it', async () => {
    const client = clientOf(await issue({ issuer: ca, subject: 'pipeline' }))
    const port = await demanding()
    const direct = transportTo(`https://127.0.0.1:${port}`, { ca: extra(), client })
    expect((await direct.request(read())).body.toString()).toBe('{"shown":"pipeline"}')
    const proxy = await serveProxy(port)
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }
    const tunnelled = transportTo(`https://${HOST}`, { ca: extra(), client, environment })
    expect((await tunnelled.request(read())).body.toString()).toBe('{"shown":"pipeline"}')
  })

  test.each(['none', 'another CA’s'])('that demands one and gets %s: no answer, and nothing is done', async (shown) => {
    const other = clientOf(await issue({ issuer: await makeCa({ subject: 'Other' }), subject: 'pipeline' }))
    const transport = transportTo(`https://127.0.0.1:${await demanding()}`, {
      ca: extra(),
      ...(shown !== 'none' && { client: other }),
    })
    expect(await failure(transport.request(read()))).toEqual(coded('instance.unreachable', 'the connection was closed'))
    expect(asked).toBe(0)
  })
})

test('a server without TLS is a failed handshake', async () => {
  const port = await serveTcp((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))
  const error = await failure(transportTo(`https://127.0.0.1:${port}`).request(read()))
  expect(error).toEqual(coded('instance.unreachable', 'the TLS handshake failed'))
})

test('a write that was given up while connecting is never sent, and known not to have happened', async () => {
  const requests: string[] = []
  const target = await serveTls({ key: server.keyPem, cert: server.certificatePem }, (request, response) => {
    requests.push(request.method ?? '')
    json(response, 200, {})
  })
  const count = { connected: 0, closed: 0 }
  const slow = await serveTcp((socket) => {
    setTimeout(() => {
      const upstream = connect(target, '127.0.0.1').on('error', () => socket.destroy())
      upstream.on('connect', () => (count.connected += 1))
      upstream.on('close', () => {
        count.closed += 1
        socket.destroy()
      })
      socket.pipe(upstream).pipe(socket)
    }, 150)
  })
  const transport = transportTo(`https://127.0.0.1:${slow}`, { ca: extra(), requestTimeoutMs: 50 })
  const error = await failure(transport.request(write()))
  expect(error).toEqual(coded('instance.unreachable', 'no answer within'))
  expect(error).not.toBeInstanceOf(WriteUnknown)
  while (count.closed < 3) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(count.connected).toBe(3)
  expect(requests).toEqual([])
})

describe('a proxy', () => {
  const through = (proxy: string, more = {}) =>
    transportTo(`https://${HOST}`, { ca: extra(), environment: { HTTPS_PROXY: proxy, ...more } })

  test('is asked for the host and sees nothing of what is said', async () => {
    const proxy = await serveProxy(await https())
    const transport = through(`http://127.0.0.1:${proxy.port}`)
    const answers = await Promise.all([transport.request(read('/secret')), transport.request(write()), transport.request(read())])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(proxy.log.length).toBeGreaterThan(0)
    expect(new Set(proxy.log.map(({ host }) => host))).toEqual(new Set([`${HOST}:443`]))
  })

  test('gets its own credentials', async () => {
    const proxy = await serveProxy(await https())
    await through(`http://us%40er:p%3Ass@127.0.0.1:${proxy.port}`).request(read())
    expect(Buffer.from(proxy.log[0]!.authorization.replace('Basic ', ''), 'base64').toString()).toBe('us@er:p:ss')
  })

  test('keeps to max-parallel connections', async () => {
    const proxy = await serveProxy(await https())
    const transport = transportTo(`https://${HOST}`, {
      ca: extra(),
      maxParallel: 2,
      environment: { https_proxy: `http://127.0.0.1:${proxy.port}` },
    })
    await Promise.all(Array.from({ length: 6 }, () => transport.request(read())))
    expect(proxy.log.length).toBeLessThanOrEqual(2)
  })

  test.each([
    [407, 1],
    [403, 1],
    [502, 3],
  ])('that refuses with %i is the error, and nothing goes around it', async (status, asked) => {
    const proxy = await serveProxy(await https(), () => status)
    const error = await failure(through(`http://user:hunter22@127.0.0.1:${proxy.port}`).request(write()))
    expect(error).toEqual(coded('instance.proxy', `refused to connect (HTTP ${status})`))
    expect(String(error)).not.toContain('hunter22')
    expect(proxy.log).toHaveLength(asked)
  })

  test('that closes the connection is asked three times, not for ever', async () => {
    let connections = 0
    const port = await serveTcp((socket) => {
      connections += 1
      socket.once('data', () => socket.end())
    })
    const error = await failure(through(`http://127.0.0.1:${port}`).request(read()))
    expect(error).toEqual(coded('instance.proxy', 'closed the connection'))
    expect(connections).toBe(3)
  })

  test('that is not there is the error', async () => {
    const port = await serveTcp(() => undefined)
    await stopAll()
    const error = await failure(through(`http://127.0.0.1:${port}`).request(read()))
    expect(error).toEqual(coded('instance.proxy', 'cannot be reached (ECONNREFUSED)'))
  })

  test('does not hide a certificate that is not trusted', async () => {
    const proxy = await serveProxy(await https())
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }
    const error = await failure(transportTo(`https://${HOST}`, { environment }).request(read()))
    expect(error).toEqual(coded('instance.unreachable', 'known authority'))
    expect(proxy.log).toHaveLength(1)
  })

  test('is not asked where NO_PROXY names the host', async () => {
    const proxy = await serveProxy(await https())
    const error = await failure(through(`http://127.0.0.1:${proxy.port}`, { NO_PROXY: `.service-now.com` }).request(read()))
    expect(error).toMatchObject({ code: 'instance.unreachable' })
    expect(proxy.log).toEqual([])
  })
})
