import type { Credentials } from './credentials.ts'
import { CodedError } from './errors.ts'
import type { ClientIdentity } from './http/connection.ts'
import type { Register } from './instance/sign-in.ts'
import { SecretValue } from './redact.ts'
import { armor } from './x509/armor.ts'
import type { Certificate } from './x509/certificate.ts'
import { formatTime } from './x509/format.ts'
import { orderChain } from './x509/path.ts'
import { readCertificates, toPem } from './x509/pem.ts'
import { readPrivateKey, type PrivateKey } from './x509/private-key.ts'

/**
 * Certificate and key that sign in, from the inputs: found wrong here, as an instance to which nothing fit is shown says no more
 * than that nobody is signed in. The opened key is made known before it is used.
 * @param certificates PEM: the end entity and those above it, in any order
 * @throws input.sign-in that names the input and nothing of the key
 */
export function clientIdentity(certificates: string, secrets: Credentials, register: Register, now: Date): ClientIdentity {
  const chain = within('client-certificate', () => readCertificates(Buffer.from(certificates, 'utf8')))
  const key = openedKey(secrets)
  const pem = new SecretValue(armor('PRIVATE KEY', key.pkcs8), 'client-certificate-key')
  register(pem)
  const own = chain.find((certificate) => key.matches(certificate))
  if (own === undefined) throw refused('client-certificate', 'client-certificate-key is the key of none of its certificates')
  requireValid(own, now)
  return { cert: orderChain(own, chain, now).chain.map(toPem).join(''), key: pem.text() }
}

function openedKey(secrets: Credentials): PrivateKey {
  const passphrase = secrets['client-certificate-passphrase']
  return within('client-certificate-key', () =>
    readPrivateKey(secrets['client-certificate-key'].bytes(), passphrase.length === 0 ? undefined : passphrase.text()),
  )
}

function requireValid({ notBefore, notAfter }: Certificate, now: Date): void {
  if (notAfter < now) throw refused('client-certificate', `has expired on ${formatTime(notAfter)}`)
  if (notBefore > now) throw refused('client-certificate', `is not valid before ${formatTime(notBefore)}`)
}

/** What is wrong with a value, told of the input that it stands in. */
function within<Value>(input: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    throw refused(input, error.message)
  }
}

const refused = (input: string, says: string): CodedError =>
  new CodedError('input.sign-in', `${input}: ${says}`, {
    hint: 'give client-certificate and client-certificate-key as PEM with their line breaks, and client-certificate-passphrase where the key is encrypted',
  })
