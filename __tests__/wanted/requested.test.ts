import { canonicalKeystore } from '../../src/keystore/canonical.ts'
import { makeCertificate } from '../../src/issuer/certificate.ts'
import { keyObjectOf, newKey } from '../../src/issuer/keys.ts'
import { SecretValue } from '../../src/redact.ts'
import type { Values } from '../../src/values/values.ts'
import { buildRequest, type RequestSpec } from '../../src/wanted/requested.ts'

const DAY = 86_400_000
const PASSWORD = 'correct-horse-battery-staple-42'
const now = new Date('2026-06-01T00:00:00Z')

test('a key on the instance stays closed until its request is written', async () => {
  const password = new SecretValue(PASSWORD, 'password')
  const key = await newKey('ec-p256')
  const holder = { publicSpki: key.publicSpki, subject: { CN: 'a' }, names: [], validityMs: undefined }
  const certificate = await makeCertificate(holder, { key: keyObjectOf(key), now, validityMs: DAY })
  const { bytes } = await canonicalKeystore({ key, certificates: [certificate] }, { type: 'jks', alias: 'a', password })
  const known: string[] = []
  const values: Pick<Values, 'secretText' | 'made' | 'derived'> = {
    secretText: () => Promise.resolve(password),
    made: (text, label) => {
      known.push(label)
      return new SecretValue(text, label)
    },
    derived: (_, label) => void known.push(label),
  }
  const source = { kind: 'request', subject: { CN: 'a' }, names: [], keyAlgorithm: 'ec-p256', chain: [] } as const
  const spec = { name: 'bank', type: 'jks', alias: 'a', accept: [], source } as unknown as RequestSpec
  const built = await buildRequest(spec, values as Values, { now, expiryWarningDays: 30 }, new Map())

  const opened = await built.compare(bytes)
  expect(opened).toMatchObject({ kind: 'requested', facts: { differs: [], same: false } })
  expect(known).toEqual([])
  const { sha256 } = opened.kind === 'requested' ? opened.facts : { sha256: '' }
  expect((await built.keyIn(sha256)).equals(key)).toBe(true)
  expect(known).toContain('key of bank')
})
