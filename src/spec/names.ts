/**
 * What names of a spec may be. Each rule gives the reason why a name cannot be used, or undefined where it can.
 */
export type Rule = (text: string) => string | undefined

/** sys_certificate.name holds 128 characters, the longest mark of a generation takes 34 (contract 4.5). */
export const MAX_RECORD_NAME = 94
export const MAX_MESSAGE_NAME = 200
const MAX_PERSON_NAME = 151
export const ENVIRONMENT_NAME = /^[A-Za-z0-9_-]{1,32}$/
const PROFILE_NAME = /^[a-z]{1,7}$/
export const SECRET_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/u
const GENERATION = / \((?:new [0-9a-f]{8}|(?:retired|in use|rolled back) \d{4}-\d\d-\d\d [0-9a-f]{8}|until \d{4}-\d\d-\d\d)\)$/i

/** Schemes that Java or ServiceNow give a meaning of their own: a profile of such a name is ignored, or breaks theirs. */
const SCHEMES = new Set(
  [
    'http https ftp ftps sftp file jar jmod jrt mailto data blob about urn',
    'ldap ldaps dns rmi iiop jdbc jms imap imaps smtp smtps ws wss ssh scp tcp udp smb nfs news nntp telnet gopher',
  ]
    .join(' ')
    .split(' '),
)

/** Prefixes of the runner's own variables: they hold tokens and the inputs of the step (contract 5.1). */
const RESERVED_SECRETS = /^(?:GITHUB|ACTIONS|RUNNER|INPUT)_/i

/** A text that stands in queries of the Table API, which have no way of escaping: `^` ends a condition, `javascript:` is run. */
function queryable(name: string, longest: number): string | undefined {
  // As a key of a JavaScript object it would be lost.
  if (name === '__proto__') return 'cannot be a name'
  if (name.length > longest) return `is longer than ${longest} characters`
  if (CONTROL.test(name)) return 'has a control character in it'
  if (name !== name.trim()) return 'begins or ends with a space'
  if (name.includes('^')) return 'has a ^ in it, which queries of the instance cannot express'
  if (/^javascript:/i.test(name)) return 'begins with javascript:, which the instance would run'
  if (GENERATION.test(name)) return 'looks like the name of an old or new generation of a record'
  return undefined
}

export const recordName: Rule = (name) => queryable(name, MAX_RECORD_NAME)
export const messageName: Rule = (name) => queryable(name, MAX_MESSAGE_NAME)

/** A user or group as people name it. */
export const personName: Rule = (name) => oneLine(name) ?? queryable(name, MAX_PERSON_NAME)

export const profileName: Rule = (name) => {
  if (!PROFILE_NAME.test(name)) return 'is not 1 to 7 lower-case letters (KB0696599)'
  return SCHEMES.has(name) ? 'is a URL scheme that exists already' : undefined
}

export const environmentName: Rule = (name) =>
  ENVIRONMENT_NAME.test(name) && name !== '__proto__' ? undefined : 'is not 1 to 32 letters, digits, _ and -'

export const secretName: Rule = (name) => {
  if (!SECRET_NAME.test(name)) return 'is no name of a secret: letters, digits and _, no digit first'
  return RESERVED_SECRETS.test(name) ? 'is a name of the runner, not of a secret: GITHUB_, ACTIONS_, RUNNER_, INPUT_' : undefined
}

/** A text for people or machines, of one line. */
export const oneLine: Rule = (text) => {
  if (text.trim() === '') return 'is empty'
  return CONTROL.test(text) ? 'has a control character in it' : undefined
}

/** A text in which `${environment}` is replaced, and nothing else can be. */
export const template: Rule = (text) => {
  const other = [...text.matchAll(/\$\{([^}]*)\}?/g)].find(([whole]) => whole !== '${environment}')
  return other === undefined ? oneLine(text) : 'has a ${…} in it that is not ${environment}'
}

const HOST_NAME = /^(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i
const IP4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/

/** A subject alternative name with its kind, in which `${environment}` is replaced: `DNS:acme-${environment}.example`. */
export const alternativeName: Rule = (text) => {
  const [, kind, value = ''] = /^(DNS|IP|URI|email):(.+)$/.exec(text.replaceAll('${environment}', 'environment')) ?? []
  if (kind === undefined) return 'does not begin with DNS:, IP:, URI: or email:, or names nothing'
  // They are written as IA5String (RFC 5280 4.2.1.6).
  if (!/^[\x21-\x7e]+$/.test(value)) return 'has a character that is not printable ASCII'
  if (kind === 'DNS' && (!HOST_NAME.test(value) || value.length > 253)) return 'is not a host name'
  if (kind === 'IP' && !IP4.test(value) && !isIp6(value)) return 'is not an IP address'
  if (kind === 'URI' && !URL.canParse(value)) return 'is not a URI'
  return kind === 'email' && !/^[^@]+@[^@]+$/.test(value) ? 'is not an e-mail address' : undefined
}

const isIp6 = (text: string): boolean => /^[0-9a-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]`)

/** The URL of a service that issues certificates; whether it may receive credentials is asked when it does. */
export const serviceUrl: Rule = (text) => urlOf(text, ['https:', 'http:'])

/** The URL that a probe asks. */
export const httpsUrl: Rule = (text) => urlOf(text, ['https:'])

function urlOf(text: string, schemes: readonly string[]): string | undefined {
  const filled = text.replaceAll('${environment}', 'environment')
  if (!/^[\x21-\x7e]+$/.test(filled) || !URL.canParse(filled)) return 'is not a URL'
  const url = new URL(filled)
  if (!schemes.includes(url.protocol)) return `is not a URL that begins with ${schemes.join('// or ')}//`
  return url.username === '' && url.password === '' && url.hash === '' ? undefined : 'has credentials or a fragment in it'
}
