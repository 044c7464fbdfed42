import { readKeystore } from '../../src/keystore/read.ts'
import type { VectorStore } from '../support/vectors.ts'
import { describeWithVectors, vector } from '../support/vectors.ts'
import { byAlias, plainEntries, refusalOf, secret } from './support.ts'

/** Valid by RFC 9579; Java 17 reads them only without looking at the MAC, and then sees no certificate. */
const PBMAC1 = ['a1', 'a2', 'a3'].map((name) => `go-pkcs12/derived/rfc9579-${name}.p12`)
/** To be refused though Java, asked without a password, opens them. */
const BROKEN = new Map([
  ['go-pkcs12/derived/rfc9579-a4.p12', 'keystore.password'],
  ['go-pkcs12/derived/rfc9579-a5.p12', 'keystore.password'],
  ['go-pkcs12/derived/rfc9579-a6.p12', 'keystore.unreadable'],
  ['go-pkcs12/derived/pbmac1-short-key-bypass.p12', 'keystore.unreadable'],
])
const KINDS: Readonly<Record<string, string>> = { privateKey: 'private-key', trustedCert: 'trusted-certificate' }

const open = ({ file, storePassword, entries = [] }: VectorStore, password: string = storePassword) => {
  const keys = entries.map(({ keyPassword }) => keyPassword).filter((key) => key !== undefined)
  return readKeystore(vector(file), { store: secret(password), keys: keys.map(secret) })
}

describeWithVectors('keystores of public test suites', (stores) => {
  const readable = stores.filter(({ type, file }) => (type === 'JKS' || type === 'PKCS12') && !BROKEN.has(file))
  const named = (list: readonly VectorStore[]) => list.map((store) => [store.file, store] as const)

  test.each(named(readable.filter(({ file }) => !PBMAC1.includes(file))))('%s', async (_, store) => {
    const keystore = await open(store)
    const expected = (store.entries ?? []).map(({ alias, kind, keyAlg, keySha256, chain = [] }) => ({
      alias: alias.toLowerCase(),
      kind: KINDS[kind],
      algorithm: keyAlg ?? chain[0]?.keyAlg,
      ...(keySha256 !== undefined && { pkcs8: keySha256 }),
      chain: chain.map(({ sha256 }) => sha256),
    }))
    expect(keystore.type).toBe(store.type.toLowerCase())
    expect(plainEntries(keystore)).toEqual(expected.sort(byAlias))
  })

  test.each(PBMAC1)('%s, which Java cannot verify', async (file) => {
    const keystore = await readKeystore(vector(file), { store: secret('1234') })
    const [entry, ...more] = keystore.entries
    expect(more).toEqual([])
    expect(entry).toMatchObject({ kind: 'private-key', alias: '1', algorithm: 'RSA-2048', protection: 'store-password' })
    expect(entry?.kind === 'private-key' && entry.chain[0] && entry.key?.matches(entry.chain[0])).toBe(true)
    expect(keystore.foreignToJava).toEqual([expect.stringContaining('PBMAC1')])
  })

  test.each([...BROKEN])('%s is refused with %s', async (file, code) => {
    const password = file.includes('bypass') ? 'fakepassword' : '1234'
    expect((await refusalOf(() => readKeystore(vector(file), { store: secret(password) }))).code).toBe(code)
  })

  test('the last of two entries with one alias counts, and that is told', async () => {
    const store = readable.find(({ file }) => file.endsWith('jks/duplicate_aliases.jks'))
    const { findings, entries } = await open(store ?? fail('no such vector'))
    expect(entries).toHaveLength(1)
    expect(findings).toEqual([expect.objectContaining({ code: 'keystore.duplicate-alias', severity: 'warning' })])
  })

  const others = stores.filter(({ type }) => type !== 'JKS' && type !== 'PKCS12')
  test.each(named(others))('%s is refused by its name', async (_, store) => {
    const { code, message, hint } = await refusalOf(() => open(store, 'whatever'))
    expect([code, message]).toEqual(['keystore.format', expect.stringContaining(store.type)])
    expect(hint).toContain('keytool -importkeystore')
  })

  test('none opens with another password', async () => {
    for (const store of readable.filter(({ file }) => !PBMAC1.includes(file))) {
      expect([store.file, (await refusalOf(() => open(store, 'another one'))).code]).toEqual([store.file, 'keystore.password'])
    }
  })
})

function fail(message: string): never {
  throw new Error(message)
}
