import { X509Certificate } from 'node:crypto'
import { clientIdentity } from '../src/client-identity.ts'
import { readCredentials } from '../src/credentials.ts'
import { SecretValue } from '../src/redact.ts'
import { daysFromNow, issue, makeCa } from '../tools/lab/pki.ts'
import { refusal } from './support/refusal.ts'

const credentialsOf = (key: string) =>
  readCredentials(
    (name) => (name === 'client-certificate-key' ? key : undefined),
    () => undefined,
  )

/** Servers that go by TLS 1.2 take the end entity first, and each certified by the next (RFC 5246 section 7.4.2). */
test('the certificates are shown from the end entity up, in whatever order they are given, and without others', async () => {
  const root = await makeCa({ subject: 'Acme Root' })
  const issuing = await makeCa({ subject: 'Acme Issuing', issuer: root })
  const own = await issue({ subject: 'pipeline', issuer: issuing })
  const other = await makeCa({ subject: 'Bank Root' })
  const given = [root, other, issuing, own].map(({ certificatePem }) => certificatePem).join('')
  const known: string[] = []
  const register = (secret: SecretValue): void => void known.push(secret.text())
  const { cert, key } = clientIdentity(given, credentialsOf(own.keyPem), register, new Date())
  const shown = cert.split(/(?<=-----END CERTIFICATE-----\n)/).map((pem) => new X509Certificate(pem).subject)
  expect(shown).toEqual(['CN=pipeline', 'CN=Acme Issuing', 'CN=Acme Root'])
  expect(known).toEqual([key])
})

test('a key of none of them, and a certificate that has expired, are refused before anything is sent', async () => {
  const root = await makeCa({ subject: 'Acme Root' })
  const own = await issue({ subject: 'pipeline', issuer: root })
  const identity = (certificate: string, now: Date) =>
    refusal(() => clientIdentity(certificate, credentialsOf(own.keyPem), () => undefined, now))
  expect(identity(root.certificatePem, new Date())).toMatchObject({ code: 'input.sign-in' })
  expect(identity(own.certificatePem, daysFromNow(91)).message).toContain('has expired')
})
