import { isIP } from 'node:net'
import { CodedError } from '../errors.ts'
import { isLoopback } from '../instance-origin.ts'
import { printable } from './printable.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** A variable that is spelt in lower or upper case; the lower case one counts first, as in curl. */
const variable = (environment: Environment, name: string): string =>
  (environment[name.toLowerCase()] ?? environment[name])?.trim() ?? ''

/** The proxies that an environment names, whether one applies or not; what is no address is left out. */
export function proxiesIn(environment: Environment): URL[] {
  const addresses = ['HTTPS_PROXY', 'HTTP_PROXY'].map((name) => withScheme(variable(environment, name)))
  return addresses.flatMap((address) => (URL.canParse(address) ? [urlOf(address)] : []))
}

/** Credentials that are no percent-encoding are taken as they stand: a `%` of a password is often left so. */
function urlOf(address: string): URL {
  const url = new URL(address)
  for (const part of ['username', 'password'] as const) {
    try {
      decodeURIComponent(url[part])
    } catch {
      url[part] = url[part].replaceAll('%', '%25')
    }
  }
  return url
}

/** As curl takes it, too: `host:port` alone. */
const withScheme = (text: string): string => (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`)

/** Whether one entry of NO_PROXY (`host`, `.domain`, `*.domain`, each with or without `:port`) covers the host. */
function covers(entry: string, hostname: string, port: string): boolean {
  const [, name = '', entryPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
  if (entryPort !== undefined && entryPort !== port) return false
  const domain = name.replace(/^\*?\./, '')
  return hostname === name || hostname === domain || (isIP(hostname) === 0 && hostname.endsWith(`.${domain}`))
}

function bypassed(target: URL, noProxy: string): boolean {
  const hostname = target.hostname.replaceAll(/[[\]]/g, '')
  const port = target.port || (target.protocol === 'https:' ? '443' : '80')
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => entry === '*' || entry === hostname || covers(entry, hostname, port))
}

/**
 * The proxy for an origin as HTTPS_PROXY, HTTP_PROXY and NO_PROXY say, or undefined where none applies. Loopback is never
 * asked of a proxy: `http://` credentials are sent nowhere else.
 * @throws instance.proxy when one is set that cannot be used: going around it would not be what was meant.
 */
export function proxyFor(origin: string, environment: Environment): URL | undefined {
  const target = new URL(origin)
  const name = target.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  const text = variable(environment, name)
  if (text === '' || isLoopback(target.hostname) || bypassed(target, variable(environment, 'NO_PROXY'))) return undefined
  const address = withScheme(text)
  // The value may hold a password: it is not repeated.
  if (!URL.canParse(address)) throw new CodedError('instance.proxy', `${name}: its value is not a URL`)
  const url = urlOf(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    const scheme = printable(url.protocol.slice(0, -1), 20)
    throw new CodedError('instance.proxy', `${name}: proxies of the kind ${scheme} are not supported, only http and https`)
  }
  return url
}
