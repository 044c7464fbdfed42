import { CodedError } from '../errors.ts'

/** The inputs that sign in, in the order in which messages name them. */
export const SIGN_IN_INPUTS = [
  'username',
  'password',
  'client-id',
  'client-secret',
  'private-key',
  'key-id',
  'subject',
  'api-key',
  'token',
  'client-certificate',
  'client-certificate-key',
  'client-certificate-passphrase',
] as const
export type SignInInput = (typeof SIGN_IN_INPUTS)[number]

/** Those of them that are secret: masked before anything else is done. */
export const SECRET_INPUTS = [
  'password',
  'client-secret',
  'private-key',
  'api-key',
  'token',
  'client-certificate-key',
  'client-certificate-passphrase',
] as const satisfies readonly SignInInput[]
export type SecretInput = (typeof SECRET_INPUTS)[number]

/** One way of signing in, with what of it is no secret. */
export type SignInWay =
  | { readonly way: 'basic'; readonly username: string }
  | { readonly way: 'client-credentials'; readonly clientId: string }
  | { readonly way: 'password-grant'; readonly clientId: string; readonly username: string }
  | {
      readonly way: 'jwt-bearer'
      readonly clientId: string
      readonly keyId: string
      readonly subject: string
      readonly hasSecret: boolean
    }
  | { readonly way: 'api-key' }
  | { readonly way: 'token' }
  /** PEM: the certificate, and those above it. */
  | { readonly way: 'client-certificate'; readonly certificate: string }

const USER = ['username', 'password'] as const
const CLIENT = ['client-id', 'client-secret'] as const

/** What each way needs, and what it may have beside that. */
const WAYS: readonly {
  readonly way: SignInWay['way']
  readonly needs: readonly SignInInput[]
  readonly may?: readonly SignInInput[]
}[] = [
  { way: 'basic', needs: USER },
  { way: 'client-credentials', needs: CLIENT },
  { way: 'password-grant', needs: [...CLIENT, ...USER] },
  { way: 'jwt-bearer', needs: ['client-id', 'private-key', 'key-id', 'subject'], may: ['client-secret'] },
  { way: 'api-key', needs: ['api-key'] },
  { way: 'token', needs: ['token'] },
  {
    way: 'client-certificate',
    needs: ['client-certificate', 'client-certificate-key'],
    may: ['client-certificate-passphrase'],
  },
]

/** `a`, `a and b`, `a, b and c`. */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

const fail = (says: string): CodedError => new CodedError('input.sign-in', `sign-in: ${says}`)

/**
 * The one way of signing in that the inputs give, undefined where none of them is given.
 * @param given the text of an input, undefined or empty where it was not given
 * @throws input.sign-in that names the inputs, when a way is not complete or there are two
 */
export function signInWay(given: (name: SignInInput) => string | undefined): SignInWay | undefined {
  const text = (name: SignInInput): string => given(name)?.trim() ?? ''
  const present = SIGN_IN_INPUTS.filter((name) => text(name) !== '')
  if (present.length === 0) return undefined
  const complete = WAYS.filter(({ needs }) => needs.every((name) => present.includes(name)))
  const exact = complete.find(({ needs, may = [] }) => present.every((name) => needs.includes(name) || may.includes(name)))
  if (exact === undefined) throw refused(present, complete)
  const [username, clientId] = [text('username'), text('client-id')]
  switch (exact.way) {
    case 'basic':
      return { way: 'basic', username }
    case 'client-credentials':
      return { way: 'client-credentials', clientId }
    case 'password-grant':
      return { way: 'password-grant', clientId, username }
    case 'jwt-bearer': {
      const hasSecret = present.includes('client-secret')
      return { way: 'jwt-bearer', clientId, keyId: text('key-id'), subject: text('subject'), hasSecret }
    }
    case 'client-certificate':
      return { way: 'client-certificate', certificate: text('client-certificate') }
    case 'api-key':
    case 'token':
      return { way: exact.way }
  }
}

/** Why these inputs are no way: the nearest one is not complete, or there are two, or some belong to none. */
function refused(present: readonly SignInInput[], complete: typeof WAYS): CodedError {
  const missing = WAYS.filter(({ needs, may = [] }) => present.every((name) => needs.includes(name) || may.includes(name)))
    .map(({ needs }) => needs.filter((name) => !present.includes(name)))
    .sort((a, b) => a.length - b.length)[0]
  if (missing !== undefined) {
    const [one, given] = [missing.length === 1, present.length === 1 ? 'is' : 'are']
    const inputs = `the input${one ? '' : 's'} ${listed(missing)} ${one ? 'is' : 'are'} empty`
    return fail(`${inputs}, though ${listed(present)} ${given} given`)
  }
  if (complete.length === 0) return fail(`${listed(present)} are given, which are parts of different ways`)
  // A way that another one contains is not named twice.
  const contains = (needs: readonly SignInInput[], other: readonly SignInInput[]): boolean =>
    other.length > needs.length && needs.every((name) => other.includes(name))
  const whole = complete.filter(({ needs }) => !complete.some((other) => contains(needs, other.needs)))
  const ways = whole.map(({ needs }) => listed(needs))
  if (ways.length > 1) return fail(`more than one way is given: ${ways.join('; ')}`)
  const used = whole.flatMap(({ needs, may = [] }) => [...needs, ...may])
  const rest = present.filter((name) => !used.includes(name))
  return fail(`${listed(rest)} ${rest.length === 1 ? 'does' : 'do'} not belong to ${ways.join('')}`)
}

/** None of them is given. */
export const noSignIn = (): CodedError => fail('the inputs username and password are empty, and so are those of every other way')
