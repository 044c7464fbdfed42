import { coded, thrown } from './servers.ts'
import { proxyFor } from '../../src/http/proxy.ts'

const ORIGIN = 'https://acme.service-now.com'
const proxied = (noProxy: string, origin = ORIGIN): boolean =>
  proxyFor(origin, { HTTPS_PROXY: 'http://proxy.example:3128', HTTP_PROXY: 'http://plain.example', NO_PROXY: noProxy }) !==
  undefined

test('the variable of the scheme counts, lower case first, a scheme may be left out', () => {
  expect(proxyFor(ORIGIN, {})).toBeUndefined()
  expect(proxyFor(ORIGIN, { HTTP_PROXY: 'http://plain.example' })).toBeUndefined()
  expect(proxyFor(ORIGIN, { HTTPS_PROXY: ' ' })).toBeUndefined()
  expect(proxyFor(ORIGIN, { HTTPS_PROXY: 'http://a.example:1', https_proxy: 'http://b.example:2' })?.href).toBe(
    'http://b.example:2/',
  )
  expect(proxyFor(ORIGIN, { HTTPS_PROXY: 'proxy.example:3128' })?.href).toBe('http://proxy.example:3128/')
  // A password with a percent sign that nobody has encoded.
  const { username, password } = proxyFor(ORIGIN, { HTTPS_PROXY: 'http://user:100%@proxy.example:3128' }) ?? {}
  expect([username, decodeURIComponent(password ?? '')]).toEqual(['user', '100%'])
  expect(proxyFor('http://ca.example', { http_proxy: 'http://plain.example:8080' })?.port).toBe('8080')
})

test.each([
  ['', true],
  ['other.example', true],
  ['acme.service-now.com', false],
  ['ACME.service-now.com', false],
  ['service-now.com', false],
  ['.service-now.com', false],
  ['*.service-now.com', false],
  ['e.service-now.com', true],
  ['now.com', true],
  ['other.example, .service-now.com', false],
  ['other.example service-now.com', false],
  ['acme.service-now.com:443', false],
  ['acme.service-now.com:8443', true],
  ['*', false],
])('NO_PROXY=%j: asked of the proxy: %s', (noProxy, expected) => {
  expect(proxied(noProxy)).toBe(expected)
})

test('addresses are compared whole', () => {
  expect(proxied('10.0.0.1', 'https://10.0.0.1')).toBe(false)
  expect(proxied('0.0.1', 'https://10.0.0.1')).toBe(true)
  expect(proxied('fd00::1', 'https://[fd00::1]')).toBe(false)
})

test('loopback is never asked of a proxy', () => {
  for (const origin of ['http://127.0.0.1:8080', 'https://localhost', 'http://[::1]:1']) expect(proxied('', origin)).toBe(false)
})

test.each(['http://', 'http://user:hunter22@', 'socks5://user:hunter22@proxy.example:1080', 'http://pro xy'])(
  'a proxy that cannot be used is refused without repeating its value: %s',
  (value) => {
    const error = thrown(() => proxyFor(ORIGIN, { HTTPS_PROXY: value }))
    expect(error).toEqual(coded('instance.proxy'))
    expect(String(error)).not.toMatch(/hunter22|proxy\.example/)
    expect(() => proxyFor(ORIGIN, { HTTPS_PROXY: value, NO_PROXY: '*' })).not.toThrow()
  },
)
