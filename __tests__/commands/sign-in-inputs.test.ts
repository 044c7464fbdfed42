import { SIGN_IN_INPUTS, signInWay, type SignInInput } from '../../src/commands/sign-in-inputs.ts'
import { coded, thrown } from '../http/servers.ts'

const way = (...names: SignInInput[]): unknown => signInWay((name) => (names.includes(name) ? `the ${name}` : ''))

test.each<[string, SignInInput[]]>([
  ['basic', ['username', 'password']],
  ['client-credentials', ['client-id', 'client-secret']],
  ['password-grant', ['client-id', 'client-secret', 'username', 'password']],
  ['jwt-bearer', ['client-id', 'private-key', 'key-id', 'subject']],
  ['jwt-bearer', ['client-id', 'client-secret', 'private-key', 'key-id', 'subject']],
  ['api-key', ['api-key']],
  ['token', ['token']],
  ['client-certificate', ['client-certificate', 'client-certificate-key']],
  ['client-certificate', ['client-certificate', 'client-certificate-key', 'client-certificate-passphrase']],
])('%s: %j', (expected, names) => {
  expect(way(...names)).toMatchObject({ way: expected })
})

test('what is no secret comes along', () => {
  expect(way('client-id', 'private-key', 'key-id', 'subject')).toEqual({
    way: 'jwt-bearer',
    clientId: 'the client-id',
    keyId: 'the key-id',
    subject: 'the subject',
    hasSecret: false,
  })
  expect(way()).toBeUndefined()
})

test.each<[SignInInput[], string]>([
  [['username'], 'sign-in: the input password is empty, though username is given'],
  [['password'], 'sign-in: the input username is empty, though password is given'],
  [['client-id'], 'sign-in: the input client-secret is empty, though client-id is given'],
  [
    ['client-id', 'client-secret', 'username'],
    'sign-in: the input password is empty, though username, client-id and client-secret are given',
  ],
  [
    ['client-id', 'private-key', 'subject'],
    'sign-in: the input key-id is empty, though client-id, private-key and subject are given',
  ],
  [['private-key'], 'sign-in: the inputs client-id, key-id and subject are empty, though private-key is given'],
  [['username', 'password', 'api-key'], 'sign-in: more than one way is given: username and password; api-key'],
  [['token', 'api-key'], 'sign-in: more than one way is given: api-key; token'],
  [
    ['client-id', 'client-secret', 'username', 'password', 'token'],
    'sign-in: more than one way is given: client-id, client-secret, username and password; token',
  ],
  [['client-certificate'], 'sign-in: the input client-certificate-key is empty, though client-certificate is given'],
  [
    ['client-certificate', 'client-certificate-key', 'token'],
    'sign-in: more than one way is given: token; client-certificate and client-certificate-key',
  ],
  [['username', 'password', 'subject'], 'sign-in: subject does not belong to username and password'],
  [['username', 'key-id'], 'sign-in: username and key-id are given, which are parts of different ways'],
])('%j', (names, message) => {
  expect(thrown(() => way(...names))).toEqual(coded('input.sign-in', message))
})

test('of all sets of inputs nine are a way, and every other one but the empty is refused with a name', () => {
  let ways = 0
  for (let bits = 1; bits < 2 ** SIGN_IN_INPUTS.length; bits += 1) {
    const names = SIGN_IN_INPUTS.filter((_name, at) => ((bits >> at) & 1) === 1)
    try {
      way(...names)
      ways += 1
    } catch (error) {
      expect(error).toMatchObject({ code: 'input.sign-in' })
      expect(SIGN_IN_INPUTS.some((name) => String(error).includes(name))).toBe(true)
    }
  }
  expect(ways).toBe(9)
})
