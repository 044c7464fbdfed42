import { CodedError } from './errors.ts'
import { suggest } from './spec/suggest.ts'

/** ServiceNow's own domains: each of their subdomains is an instance of theirs. */
const SERVICENOW = ['.service-now.com', '.servicenowservices.com']
const BARE_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
const HOST_NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const IPV6 = /^\[[0-9a-f:.]+\]$/

/** The text as it may be repeated in a message: without what could be credentials, and printable ASCII only. */
function shown(text: string): string {
  const line = text.replaceAll(/[^\x20-\x7e]+/g, '?').replace(/\/\/[^/]*@/, '//***@')
  return line.length > 100 ? `${line.slice(0, 99)}...` : line
}

/** A URL of nothing but scheme, host and port, or what is wrong with it. */
function parseOrigin(text: string): URL | string {
  // Such characters are dropped or rewritten by URL parsers: what is written would not be what is meant.
  if (/[^\x21-\x7e]|\\/.test(text)) return 'a character that is not allowed in a URL'
  if (!URL.canParse(text)) return 'not a URL'
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'neither https:// nor http://'
  if (/^[a-z]+:\/\/[^/?#]*@/i.test(text)) return 'credentials in the URL'
  if (url.pathname !== '/' || /[?#]/.test(text)) return 'more than scheme, host and port'
  if (!HOST_NAME.test(url.hostname) && !IPV6.test(url.hostname)) return 'not a host name'
  return url
}

/**
 * The origin that names an instance: `https://x.service-now.com` (a trailing slash is tolerated), the host alone, or bare
 * `x` for the same. Host names come back in lower case, default ports are left out.
 * @throws input.invalid for anything more: paths, queries, credentials, other schemes
 */
export function normaliseInstance(text: string): string {
  const trimmed = text.trim()
  if (BARE_NAME.test(trimmed)) return `https://${trimmed.toLowerCase()}.service-now.com`
  const url = parseOrigin(trimmed.includes('://') ? trimmed : `https://${trimmed}`)
  if (typeof url !== 'string') return url.origin
  const hint = 'write https://x.service-now.com, or x for the same'
  throw new CodedError('input.invalid', `${shown(trimmed)}: does not name an instance (${url})`, { hint })
}

/** Whether a host name as URL parsers give it means this machine: 127.0.0.0/8, ::1, localhost. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
}

/** A host, with or without a port, or an origin, as the input `allowed-hosts` may list it. */
function names(entry: string, url: URL): boolean {
  const named = parseOrigin(entry.includes('://') ? entry : `${url.protocol}//${entry}`)
  if (typeof named === 'string') {
    throw new CodedError('input.invalid', `allowed-hosts: ${shown(entry)} is no host (${named})`)
  }
  const anyPort = !/:\d+$/.test(entry) && !entry.includes('://')
  return anyPort ? named.hostname === url.hostname : named.origin === url.origin
}

/**
 * Refuses an origin that may not receive credentials (contract 5.1): whoever can change the spec does not choose where they
 * go. Allowed are `*.service-now.com`, `*.servicenowservices.com`, loopback, and what the workflow itself names;
 * `http://` only to loopback, whoever names it.
 * @param instanceUrl the input `instance-url`, normalised; @param allowedHosts the entries of the input `allowed-hosts`.
 * @throws instance.untrusted-host, input.invalid
 */
export function requireTrustedHost(
  origin: string,
  workflow: { readonly instanceUrl?: string; readonly allowedHosts: readonly string[] },
): void {
  const isInstance = ({ hostname, origin: itself }: URL): boolean =>
    itself === workflow.instanceUrl || SERVICENOW.some((domain) => hostname.endsWith(domain))
  requireHost(origin, workflow.allowedHosts, isInstance)
}

/**
 * The same for what is no instance: ServiceNow's domains are not among it, as anybody can have an instance there. Allowed are
 * loopback and what `allowed-hosts` names.
 * @throws instance.untrusted-host, input.invalid
 */
export function requireAllowedHost(origin: string, allowedHosts: readonly string[]): void {
  requireHost(origin, allowedHosts, () => false)
}

function requireHost(origin: string, allowedHosts: readonly string[], more: (url: URL) => boolean): void {
  const url = parseOrigin(origin)
  if (typeof url === 'string') throw new CodedError('instance.untrusted-host', `${shown(origin)}: ${url}`)
  const named = allowedHosts.map((entry) => names(entry.trim(), url)).includes(true)
  if (isLoopback(url.hostname)) return
  if (url.protocol === 'http:') {
    const hint = 'use https://; without TLS credentials go to this machine only'
    throw new CodedError('instance.untrusted-host', `${url.origin}: credentials would be sent without TLS`, { hint })
  }
  if (named || more(url)) return
  const meant = misspelt(url.hostname)
  throw new CodedError('instance.untrusted-host', `${url.origin}: not a host that may receive credentials`, {
    ...(meant !== undefined && { hint: `did you mean ${meant}? A host of another name would be sent credentials` }),
  })
}

/** The instance of ServiceNow that a host name looks like. */
function misspelt(hostname: string): string | undefined {
  const [, name = '', domain = ''] = /^(.+)\.([^.]+\.[^.]+)$/.exec(hostname) ?? []
  const known = suggest(
    domain,
    SERVICENOW.map((own) => own.slice(1)),
  )
  return known === undefined || domain === '' ? undefined : `${name}.${known}`
}
