import { generateKeyPairSync } from 'node:crypto'
import { makeRequest } from '../../src/issuer/keys.ts'
import { Redactor } from '../../src/redact.ts'
import { createSecretSource } from '../../src/values/secrets-input.ts'
import { createValues } from '../../src/values/values.ts'
import { makeKnown } from '../../src/wanted/known-key.ts'
import { armor } from '../../src/x509/armor.ts'
import { PrivateKey } from '../../src/x509/private-key.ts'
import { writeSubject } from '../../src/x509/subject.ts'

test.each(['ec', 'rsa'])('the public half of a key (%s) is no secret, wherever it stands', async (kind) => {
  const { privateKey } =
    kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = PrivateKey.fromKeyObject(privateKey)
  const redactor = new Redactor()
  const values = createValues({ workspace: '.', specFile: 'spec.yml', secrets: createSecretSource('', {}), redactor })
  makeKnown(key, 'bank-client', values)
  // Each length of the subject moves the public key to another place in the lines of the request.
  for (let length = 1; length <= 50; length++) {
    const pem = await makeRequest(key, { subject: writeSubject({ CN: 'x'.repeat(length) }), names: [] })
    expect([length, redactor.finds(Buffer.from(pem))]).toEqual([length, false])
  }
  const [, second = ''] = armor('PRIVATE KEY', key.pkcs8).split('\n')
  for (const form of [key.pkcs8.toString('base64'), key.pkcs8.toString('hex'), `x ${second}`]) {
    expect(redactor.finds(Buffer.from(form))).toBe(true)
  }
})
