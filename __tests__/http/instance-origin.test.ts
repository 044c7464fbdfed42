import { coded, thrown } from './servers.ts'
import { isLoopback, normaliseInstance, requireAllowedHost, requireTrustedHost } from '../../src/instance-origin.ts'

describe('normaliseInstance', () => {
  test.each([
    ['acme', 'https://acme.service-now.com'],
    ['ACME-Dev2', 'https://acme-dev2.service-now.com'],
    ['https://acme.service-now.com', 'https://acme.service-now.com'],
    [' https://acme.service-now.com/ ', 'https://acme.service-now.com'],
    ['HTTPS://Acme.Service-Now.COM:443', 'https://acme.service-now.com'],
    ['acme.service-now.com', 'https://acme.service-now.com'],
    ['https://now.acme.example:8443', 'https://now.acme.example:8443'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('%s names %s', (text, origin) => {
    expect(normaliseInstance(text)).toBe(origin)
  })

  test.each([
    [''],
    ['https://'],
    ['https://acme.service-now.com/navpage.do'],
    ['https://acme.service-now.com?x=1'],
    ['https://acme.service-now.com?'],
    ['https://acme.service-now.com#top'],
    ['https://user@acme.service-now.com'],
    ['https://@acme.service-now.com'],
    ['https://acme.service-now.com:pass@evil.example'],
    ['https://acme.service-now.com.'],
    ['https://acme..service-now.com'],
    ['https://acme.service-now.com\\@evil.example'],
    ['https://acme.service-now.com\t.evil.example'],
    ['https://аcme.service-now.com'],
    ['https://acme。service-now.com'],
    ['ftp://acme.service-now.com'],
    ['javascript:alert(1)'],
    ['a b'],
    ['-acme'],
    ['x'.repeat(64)],
  ])('%j is refused', (text) => {
    expect(thrown(() => normaliseInstance(text))).toEqual(coded('input.invalid'))
  })

  test('credentials in a refused URL are not repeated', () => {
    const refused = thrown(() => normaliseInstance('https://admin:hunter22@acme.service-now.com'))
    expect(refused).toEqual(coded('input.invalid'))
    expect(JSON.stringify([String(refused), refused])).not.toContain('hunter22')
  })
})

describe('requireTrustedHost', () => {
  const nothing = { allowedHosts: [] }

  test.each([
    'https://acme.service-now.com',
    'https://acme.service-now.com:8443',
    'https://eu.acme.service-now.com',
    'https://acme.servicenowservices.com',
    'http://127.0.0.1:8080',
    'http://127.8.9.10',
    'http://localhost:3000',
    'https://[::1]:3000',
  ])('%s may receive credentials', (origin) => {
    expect(() => requireTrustedHost(origin, nothing)).not.toThrow()
  })

  test.each([
    'https://evil.example',
    'https://service-now.com',
    'https://acme.service-now.com.evil.example',
    'https://evilservice-now.com',
    'https://acme-service-now.com',
    'https://acme.service-now.com.',
    'https://acme.service-now.com@evil.example',
    'https://acme.service-now.com\\.evil.example',
    'https://xn--srvice-now-t7a.com',
    'https://acme.ѕervice-now.com',
    'http://acme.service-now.com',
    'http://127.0.0.1.evil.example',
    'https://localhost.evil.example',
    'http://0.0.0.0',
    'http://[::ffff:127.0.0.1]',
    'https://10.0.0.1',
  ])('%s may not', (origin) => {
    expect(thrown(() => requireTrustedHost(origin, nothing))).toEqual(coded('instance.untrusted-host'))
  })

  test('what the workflow names is trusted: as instance-url by its origin, as allowed host by its name', () => {
    const origin = 'https://now.acme.example:8443'
    expect(() => requireTrustedHost(origin, { instanceUrl: origin, allowedHosts: [] })).not.toThrow()
    expect(() => requireTrustedHost(origin, { instanceUrl: 'https://now.acme.example', allowedHosts: [] })).toThrow()
    for (const entry of ['now.acme.example', 'NOW.acme.example', 'now.acme.example:8443', origin]) {
      expect(() => requireTrustedHost(origin, { allowedHosts: ['other.example', entry] })).not.toThrow()
    }
    for (const entry of ['now.acme.example:443', 'acme.example', 'https://now.acme.example']) {
      expect(thrown(() => requireTrustedHost(origin, { allowedHosts: [entry] }))).toEqual(coded('instance.untrusted-host'))
    }
  })

  test.each([
    ['https://acme.service-nov.com', 'did you mean acme.service-now.com?'],
    ['https://acme.dev.servicenow.com', 'did you mean acme.dev.service-now.com?'],
    ['https://acme.example', 'check its spelling'],
    ['https://acme.service-now.com.evil.example', 'check its spelling'],
  ])('%s is told what it looks like', (origin, hint) => {
    const error = thrown(() => requireTrustedHost(origin, { allowedHosts: [] }))
    expect(error).toMatchObject({ code: 'instance.untrusted-host', hint: expect.stringContaining(hint) as string })
  })

  test('without TLS credentials go to loopback only, whoever names the host', () => {
    const origin = 'http://now.acme.example'
    const error = thrown(() => requireTrustedHost(origin, { instanceUrl: origin, allowedHosts: ['now.acme.example'] }))
    expect(error).toMatchObject({
      code: 'instance.untrusted-host',
      hint: 'use https://; without TLS credentials go to this machine only',
    })
  })

  test.each(['*.acme.example', 'acme.example/path', 'user@acme.example', '', 'acme.example.'])(
    '%j is no entry of allowed-hosts',
    (entry) => {
      expect(thrown(() => requireTrustedHost('https://now.acme.example', { allowedHosts: [entry] }))).toEqual(
        coded('input.invalid'),
      )
    },
  )
})

test('what is no instance is named by the workflow, or on this machine', () => {
  const allowed = ['ca.acme.example']
  for (const origin of ['https://ca.acme.example', 'https://127.0.0.1:8888', 'http://localhost:8888']) {
    expect(() => requireAllowedHost(origin, allowed)).not.toThrow()
  }
  for (const origin of ['https://acme.service-now.com', 'https://other.acme.example', 'http://ca.acme.example']) {
    expect(thrown(() => requireAllowedHost(origin, allowed))).toEqual(coded('instance.untrusted-host'))
  }
})

test('loopback is 127.0.0.0/8, ::1 and localhost', () => {
  expect(['127.0.0.1', '127.255.0.3', '[::1]', 'localhost'].every(isLoopback)).toBe(true)
  expect(['128.0.0.1', '127.0.0.1.example', '[::]', 'localhost.example', ''].some(isLoopback)).toBe(false)
})
