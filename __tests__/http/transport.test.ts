import { once } from 'node:events'
import { createServer } from 'node:net'
import { CodedError } from '../../src/errors.ts'
import { WriteUnknown } from '../../src/http/failure.ts'
import { createTransport } from '../../src/http/transport.ts'
import { coded, failure, json, listen, read, serve, serveTcp, stopAll, thrown, transportTo, write } from './servers.ts'

afterEach(stopAll)

/** Answers with each of the statuses in turn, the last one for ever, and counts. */
async function inTurn(...statuses: (number | [number, Record<string, string>])[]) {
  const seen: string[] = []
  const origin = await serve((request, response) => {
    const turn = statuses[Math.min(seen.length, statuses.length - 1)]!
    seen.push(request.method ?? '')
    const [status, headers] = typeof turn === 'number' ? [turn, {}] : turn
    request.resume().on('end', () => json(response, status, { turn: seen.length }, headers))
  })
  return { origin, seen }
}

describe('requests', () => {
  test('the whole answer comes back, headers by lower-case name', async () => {
    const origin = await serve((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        response.writeHead(201, [
          ['X-Total-Count', '7'],
          ['Link', '<a>'],
          ['Link', '<b>'],
        ])
        response.end(`${request.method} ${request.url} ${String(request.headers['x-own'])} ${Buffer.concat(chunks).toString()}`)
      })
    })
    const answer = await transportTo(origin).request({ ...write('/a?b=c'), headers: { 'x-own': 'yes' } })
    expect(answer.status).toBe(201)
    expect(answer.headers).toMatchObject({ 'x-total-count': '7', link: '<a>, <b>' })
    expect(answer.body.toString()).toBe('POST /a?b=c yes {"a":1}')
  })

  test('at most max-parallel requests at a time, over connections that are kept', async () => {
    const ports = new Set<number | undefined>()
    let now = 0
    let most = 0
    const origin = await serve((request, response) => {
      ports.add(request.socket.remotePort)
      most = Math.max(most, ++now)
      setTimeout(() => {
        now -= 1
        response.end()
      }, 20)
    })
    const transport = transportTo(origin, { maxParallel: 2 })
    await Promise.all(Array.from({ length: 8 }, () => transport.request(read())))
    expect(most).toBe(2)
    expect(ports.size).toBe(2)
  })

  test('waiting for a turn is not part of the time-out', async () => {
    const origin = await serve((_request, response) => void setTimeout(() => response.end(), 60))
    const transport = transportTo(origin, { maxParallel: 1, requestTimeoutMs: 500 })
    const answers = await Promise.all(Array.from({ length: 10 }, () => transport.request(write())))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
  })
})

describe('reads', () => {
  test.each([500, 502, 503, 504, 429])('are tried again after %i', async (status) => {
    const { origin, seen } = await inTurn(status, status, 200)
    const transport = transportTo(origin)
    expect((await transport.request(read())).status).toBe(200)
    expect(seen).toEqual(['GET', 'GET', 'GET'])
    expect(transport.slept).toEqual([300, 600])
  })

  test('are tried three times, then the answer counts', async () => {
    const { origin, seen } = await inTurn(503)
    expect((await transportTo(origin).request(read())).status).toBe(503)
    expect(seen).toHaveLength(3)
  })

  test.each([400, 401, 403, 404, 408, 501])('are not repeated after %i', async (status) => {
    const { origin, seen } = await inTurn(status)
    expect((await transportTo(origin).request(read())).status).toBe(status)
    expect(seen).toHaveLength(1)
  })

  test('are tried again when the connection is lost', async () => {
    let count = 0
    const origin = await serve((request, response) => {
      count += 1
      if (count === 1) request.socket.destroy()
      else if (count === 2) {
        response.writeHead(200, { 'content-length': '10' })
        response.write('half', () => request.socket.destroy())
      } else response.end('whole')
    })
    expect((await transportTo(origin).request(read())).body.toString()).toBe('whole')
    expect(count).toBe(3)
  })

  test('that are never answered end as unreachable, with the number of seconds', async () => {
    let count = 0
    const origin = await serve(() => void (count += 1))
    const error = await failure(transportTo(origin, { requestTimeoutMs: 80 }).request(read()))
    expect(error).toEqual(coded('instance.unreachable', 'no answer within 0.08 seconds'))
    expect(count).toBe(3)
  })

  test('an answer that drips for ever runs into the same time-out', async () => {
    const origin = await serve((_request, response) => {
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
    })
    const error = await failure(transportTo(origin, { requestTimeoutMs: 120 }).request(read()))
    expect(error).toEqual(coded('instance.unreachable', 'no answer within'))
  })
})

describe('Retry-After', () => {
  const START = Date.parse('2026-11-23T10:00:00Z')
  const now = () => START

  test('is waited for: seconds or a date', async () => {
    const { origin } = await inTurn([429, { 'retry-after': '7' }], [503, { 'retry-after': 'Mon, 23 Nov 2026 10:00:16 GMT' }], 200)
    const transport = transportTo(origin, { now })
    expect((await transport.request(read())).status).toBe(200)
    expect(transport.slept).toEqual([7075, 16_000 - 7075 + 75])
  })

  test('is heeded as often as it comes: it is no failure that counts', async () => {
    const refusals = Array.from({ length: 12 }, (): [number, Record<string, string>] => [429, { 'retry-after': '2' }])
    const { origin, seen } = await inTurn(...refusals, 201)
    const transport = transportTo(origin, { now })
    expect((await transport.request(write())).status).toBe(201)
    expect(seen).toHaveLength(13)
    expect(transport.slept).toEqual(Array.from({ length: 12 }, () => 2075))
  })

  test('past the end of the run is an error at once, which says when to come back', async () => {
    const { origin, seen } = await inTurn([429, { 'retry-after': '1800' }])
    const transport = transportTo(origin, { now, endsAt: START + 1_800_000 })
    for (const request of [read(), write()]) {
      const error = await failure(transport.request(request))
      expect(error).toEqual(coded('instance.rate-limited', 'until 2026-11-23T10:30:00Z'))
      expect(error).not.toBeInstanceOf(WriteUnknown)
    }
    // The second was not sent: it would have been in the time that the instance has forbidden.
    expect(seen).toEqual(['GET'])
    expect(transport.slept).toEqual([])
  })

  test('of a 503 past the end of the run: the answer counts for the one, the others are told', async () => {
    const { origin, seen } = await inTurn([503, { 'retry-after': '1800' }])
    const transport = transportTo(origin, { now, endsAt: START + 600_000 })
    expect((await transport.request(read())).status).toBe(503)
    const error = await failure(transport.request(write()))
    expect(error).toEqual(coded('instance.server-error', /no requests are taken until 2026-11-23T10:30:00Z \(HTTP 503\)$/))
    expect(error).not.toBeInstanceOf(WriteUnknown)
    expect(seen).toEqual(['GET'])
  })

  test.each(['soon', '-1', '', '0', '99999999999999999999', 'Mon', 'Sun, 22 Nov 2026 10:00:00 GMT'])(
    '%j is no time: the usual wait',
    async (value) => {
      const { origin } = await inTurn([429, { 'retry-after': value }], 200)
      const transport = transportTo(origin, { now })
      await transport.request(read())
      expect(transport.slept).toEqual([300])
    },
  )

  test('holds back all requests to the instance, not only the one that was refused', async () => {
    const seen: string[] = []
    let answerSecond: (() => void) | undefined
    const origin = await serve((request, response) => {
      seen.push(request.url ?? '')
      request.resume()
      if (seen.length === 1) json(response, 429, {}, { 'retry-after': '1' })
      else if (seen.length === 2) answerSecond = () => json(response, 200, {})
      else json(response, 200, {})
    })
    const waiting: (() => void)[] = []
    let over = false
    const sleep = (): Promise<void> => new Promise((resolve) => (over ? resolve() : waiting.push(resolve)))
    const until = async (fulfilled: () => boolean): Promise<void> => {
      while (!fulfilled()) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const transport = transportTo(origin, { maxParallel: 2, sleep, now })
    const answers = ['/1', '/2', '/3', '/4'].map((path) => transport.request(path === '/3' ? write(path) : read(path)))
    await until(() => waiting.length === 1 && answerSecond !== undefined)
    answerSecond?.()
    await Promise.race(answers)
    // The next one has its turn now, and waits as well.
    await until(() => waiting.length === 2)
    expect(seen.toSorted()).toEqual(['/1', '/2'])
    over = true
    for (const go of waiting) go()
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(seen).toHaveLength(5)
  })
})

describe('the end of the run', () => {
  test('no wait is begun that would end after it: the failure itself is told', async () => {
    const { origin, seen } = await inTurn(502)
    const transport = transportTo(origin, { now: () => 0, endsAt: 500 })
    expect((await transport.request(read())).status).toBe(502)
    expect(seen).toHaveLength(2)
    expect(transport.slept).toEqual([300])
  })
})

describe('writes', () => {
  test.each([500, 502, 503, 504])('are sent once, whatever is answered: %i', async (status) => {
    const { origin, seen } = await inTurn(status, 200)
    expect((await transportTo(origin).request(write())).status).toBe(status)
    expect(seen).toEqual(['POST'])
  })

  test('are sent again after 429, which is answered before anything is done', async () => {
    const { origin, seen } = await inTurn([429, { 'retry-after': '1' }], 201)
    expect((await transportTo(origin).request(write())).status).toBe(201)
    expect(seen).toHaveLength(2)
  })

  test('whose connection is lost after they were sent are unknown, and never repeated', async () => {
    let count = 0
    const origin = await serve((request) => {
      count += 1
      request.socket.destroy()
    })
    const error = await failure(transportTo(origin).request(write()))
    expect(error).toBeInstanceOf(WriteUnknown)
    expect(error).toEqual(coded('instance.unreachable', 'it is not known whether the write took effect'))
    expect(count).toBe(1)
  })

  test('that time out are unknown', async () => {
    let count = 0
    const origin = await serve(() => void (count += 1))
    expect(await failure(transportTo(origin, { requestTimeoutMs: 80 }).request(write()))).toBeInstanceOf(WriteUnknown)
    expect(count).toBe(1)
  })

  test('whose answer is too large are unknown', async () => {
    const origin = await serve((_request, response) => response.end('x'.repeat(20_000)))
    const error = await failure(transportTo(origin).request(write()))
    expect(error).toBeInstanceOf(WriteUnknown)
    expect(error).toEqual(coded('instance.too-large'))
  })

  test('that certainly did not reach the server are tried again', async () => {
    const probe = createServer()
    const port = await listen(probe)
    await stopAll()
    const origin = `http://127.0.0.1:${port}`
    const bodies: string[] = []
    const transport = transportTo(origin, {
      sleep: async () => {
        const server = createServer((socket) => {
          socket.on('data', (data) => {
            bodies.push(data.toString())
            socket.end('HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n')
          })
        })
        server.listen(port, '127.0.0.1')
        await once(server, 'listening')
        server.unref()
      },
    })
    expect((await transport.request(write())).status).toBe(201)
    expect(bodies).toHaveLength(1)
  })

  test('to a port where nobody listens fail as known not to have happened', async () => {
    const port = await listen(createServer())
    await stopAll()
    const transport = transportTo(`http://127.0.0.1:${port}`)
    const error = await failure(transport.request(write()))
    expect(error).not.toBeInstanceOf(WriteUnknown)
    expect(error).toEqual(coded('instance.unreachable', /the connection was refused \(ECONNREFUSED\)$/))
    expect(transport.slept).toHaveLength(2)
  })
})

describe('the deadline', () => {
  const never = () => serve(() => undefined)

  test('ends reads in flight at once, with its own reason', async () => {
    const deadline = new AbortController()
    const transport = transportTo(await never(), { deadline: deadline.signal })
    const pending = failure(transport.request(read()))
    setTimeout(() => deadline.abort(new CodedError('timeout', 'stopped by SIGTERM')), 50)
    expect(await pending).toEqual(coded('timeout', 'stopped by SIGTERM'))
  })

  test('lets a write in flight finish, and starts nothing new', async () => {
    const deadline = new AbortController()
    const methods: string[] = []
    const origin = await serve((request, response) => {
      methods.push(request.method ?? '')
      deadline.abort()
      setTimeout(() => response.writeHead(201).end(), 50)
    })
    const transport = transportTo(origin, { deadline: deadline.signal, maxParallel: 1 })
    const [first, queued] = await Promise.all([transport.request(write()), failure(transport.request(write()))])
    expect(first.status).toBe(201)
    expect(queued).toEqual(coded('timeout'))
    expect(await failure(transport.request(read()))).toEqual(coded('timeout'))
    expect(methods).toEqual(['POST'])
  })

  test('gives a write in flight, and the look at it, a while and no more', async () => {
    const deadline = new AbortController()
    const origin = await serve(() => deadline.abort(new CodedError('timeout', 'stopped by SIGTERM')))
    const transport = transportTo(origin, { deadline: deadline.signal, graceMs: 50 })
    const error = await failure(transport.request(write()))
    expect(error).toBeInstanceOf(WriteUnknown)
    expect(error).toEqual(
      coded('timeout', /^stopped by SIGTERM, and http:.* had not answered 0.05 seconds later; it is not known/),
    )
    expect(await failure(transport.request({ ...read(), finishing: true }))).toEqual(coded('timeout', 'stopped by SIGTERM'))
  })

  test('cuts a wait between two tries', async () => {
    const deadline = new AbortController()
    const { origin, seen } = await inTurn([429, { 'retry-after': '25' }])
    const transport = createTransport({ origin, maxParallel: 1, deadline: deadline.signal, environment: {} })
    const pending = failure(transport.request(write()))
    setTimeout(() => deadline.abort(), 50)
    expect(await pending).toEqual(coded('timeout'))
    expect(seen).toHaveLength(1)
    await transport.close()
  })

  test('ends a read that is still connecting', async () => {
    const deadline = new AbortController()
    // The TLS handshake is never answered.
    const port = await serveTcp(() => undefined)
    const transport = transportTo(`https://127.0.0.1:${port}`, { deadline: deadline.signal })
    const pending = failure(transport.request(read()))
    setTimeout(() => deadline.abort(), 50)
    expect(await pending).toEqual(coded('timeout'))
  })
})

describe('hostile answers', () => {
  test('a redirect is never followed, and told without its query', async () => {
    let followed = 0
    const elsewhere = await serve((_request, response) => {
      followed += 1
      response.end()
    })
    for (const status of [301, 302, 303, 307, 308]) {
      const origin = await serve((_request, response) =>
        response.writeHead(status, { location: `${elsewhere}/login?token=abc` }).end(),
      )
      const error = await failure(transportTo(origin).request(read()))
      expect(error).toEqual(coded('instance.redirect', new RegExp(`HTTP ${status}\\) to ${elsewhere}/login$`)))
    }
    expect(followed).toBe(0)
  })

  test.each([
    ['/login.do', /\/login\.do$/],
    ['http://[', /an address that is none$/],
    [`https://evil.example/${'a'.repeat(5000)}`, /^.{0,400}…$/],
    ['https://evil.example/%0a::set-output', /evil\.example\/%0a::set-output$/],
  ])('a redirect to %.30s', async (location, message) => {
    const origin = await serve((_request, response) => response.writeHead(302, { location }).end())
    expect(await failure(transportTo(origin).request(read()))).toEqual(coded('instance.redirect', message))
  })

  test('a body is read no further than allowed, whether its length is declared or not', async () => {
    let written = 0
    const origin = await serve((request, response) => {
      if (request.url === '/declared') {
        response.writeHead(200, { 'content-length': '99999999999' })
        response.write('x')
        return
      }
      const more = (): void => {
        written += 1000
        if (!response.destroyed) response.write('x'.repeat(1000), () => setImmediate(more))
      }
      more()
    })
    const transport = transportTo(origin)
    expect(await failure(transport.request(read('/declared')))).toEqual(coded('instance.too-large'))
    expect(await failure(transport.request(read('/streamed')))).toEqual(coded('instance.too-large'))
    expect(transport.slept).toEqual([])
    expect(written).toBeLessThan(10_000_000)
  })

  test.each([
    ['not HTTP at all', 'SSH-2.0-OpenSSH_9.2\r\n', 'the answer is not HTTP'],
    ['an endless header', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`, 'the headers of the answer are larger'],
    ['a length that lies', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort', 'the connection was closed before'],
    ['nothing', '', 'the connection was closed before'],
  ])('%s is unreachable', async (_name, bytes, message) => {
    const port = await serveTcp((socket) => socket.once('data', () => socket.end(bytes)))
    expect(await failure(transportTo(`http://127.0.0.1:${port}`).request(read()))).toEqual(coded('instance.unreachable', message))
  })
})

describe('close', () => {
  test('ends reads, waits for writes, and is not asked again', async () => {
    let finished = false
    const seen: string[] = []
    const origin = await serve((request, response) => {
      seen.push(request.method ?? '')
      if (request.method === 'GET') return
      closing.signal.addEventListener('abort', () => {
        finished = true
        response.writeHead(204).end()
      })
    })
    const closing = new AbortController()
    const transport = transportTo(origin)
    const reading = failure(transport.request(read()))
    const writing = transport.request(write())
    while (seen.length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
    const closed = transport.close()
    expect(await reading).toEqual(coded('internal'))
    expect(finished).toBe(false)
    closing.abort()
    await closed
    expect(finished).toBe(true)
    expect((await writing).status).toBe(204)
    expect(await failure(transport.request(read()))).toEqual(coded('internal'))
  })

  test('of connections that were never made is nothing', async () => {
    await expect(transportTo('https://acme.service-now.com').close()).resolves.toBeUndefined()
  })
})

test('switched off TLS verification is refused', () => {
  const environment = { NODE_TLS_REJECT_UNAUTHORIZED: '0' }
  expect(thrown(() => transportTo('https://acme.service-now.com', { environment }))).toEqual(coded('instance.insecure'))
})
