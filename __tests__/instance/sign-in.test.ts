import { basic } from '../../src/instance/sign-in.ts'
import { Redactor, SecretValue } from '../../src/redact.ts'
import { coded, thrown } from '../http/servers.ts'

test('basic authentication sends user and password as UTF-8, and both are masked from then on', async () => {
  const redactor = new Redactor()
  const signIn = basic('jörg', new SecretValue('pässwörd:1', 'password'), (secret) => redactor.add(secret))
  const { authorization } = await signIn.headers()
  const token = Buffer.from('jörg:pässwörd:1').toString('base64')
  expect(authorization).toBe(`Basic ${token}`)
  expect(redactor.clean(`authorization: Basic ${token}`)).toBe('authorization: Basic ***')
  expect(redactor.clean('password pässwörd:1')).toBe('password ***')
})

test.each(['a:b', 'a\nb', 'a\u0000'])('the user name %j cannot be sent', (username) => {
  expect(thrown(() => basic(username, new SecretValue('x', 'password'), () => undefined))).toEqual(
    coded('input.sign-in', 'username'),
  )
})
