import { readKeystore } from '../../src/keystore/read.ts'
import type { Vector } from '../../tools/vectors/vector.ts'
import { MAKERS, readVectors } from '../../tools/vectors/vector.ts'
import { plainEntries, refusalOf, secret } from './support.ts'

const open = ({ bytes, password, keyPassword }: Vector, keys = keyPassword === undefined ? [] : [secret(keyPassword)]) =>
  readKeystore(Buffer.from(bytes, 'base64'), { store: secret(password), keys })

describe.each(MAKERS)('keystores by %s', (maker) => {
  const vectors = readVectors(maker).map((vector) => [vector.name, vector] as const)

  test.each(vectors.filter(([, { refused }]) => refused === undefined))('%s', async (_, vector) => {
    const keystore = await open(vector)
    expect(keystore.type).toBe(vector.type)
    expect(plainEntries(keystore)).toEqual(vector.entries)
    expect(keystore.unlisted.keys.length).toBe(vector.unlisted.keys)
    expect(keystore.unlisted.keys.every(({ key }) => key !== undefined)).toBe(true)
    expect(keystore.unlisted.certificates.length).toBe(vector.unlisted.certificates)
    const whole = keystore.foreignToJava.length === 0
    expect(whole).toBe(vector.java)
  })

  test.each(vectors.filter(([, { refused }]) => refused !== undefined))('%s is refused', async (_, vector) => {
    expect((await refusalOf(() => open(vector))).code).toBe(vector.refused)
  })

  test('none opens with another password, and none without one', async () => {
    const readable = vectors
      .map(([, vector]) => vector)
      .filter(({ refused, password }) => refused === undefined && password !== '')
    expect(readable.length).toBeGreaterThan(40)
    for (const vector of readable) {
      const refusal = await refusalOf(() => open({ ...vector, password: `${vector.password}.` }, []))
      expect([vector.name, refusal.code]).toEqual([vector.name, 'keystore.password'])
    }
  })

  test('listing opens no private key', async () => {
    for (const [, { bytes, password, refused, type }] of vectors) {
      if (refused !== undefined) continue
      const keystore = await readKeystore(Buffer.from(bytes, 'base64'), { store: secret(password) }, { decryptKeys: false })
      const keys = keystore.entries.filter((entry) => entry.kind === 'private-key')
      expect([type, keys.every(({ key, protection }) => key === undefined && protection === 'unopened')]).toEqual([type, true])
    }
  })
})
