import { createHash } from 'node:crypto'
import { openKeystore } from '../../emulator/keystore.ts'
import { makePkcs12, makeWithKeytool } from '../../tools/lab/keystores.ts'
import { issue, makeCa, type Issued } from '../../tools/lab/pki.ts'
import { describeWith } from '../support/tools.ts'
import { describeWithVectors, vector, type VectorStore } from '../support/vectors.ts'

const PASSWORD = 'changeit'
let entry: Issued

beforeAll(async () => {
  entry = await issue({ subject: 'acme', issuer: await makeCa({ subject: 'Acme Root' }), keyAlgorithm: 'ec-p256' })
})

const reason = (type: 'key_store' | 'pkcs12_key_store', content: Buffer, password = PASSWORD): string => {
  const opening = openKeystore(type, content, password)
  return 'reason' in opening ? opening.reason : ''
}

describeWith('keytool', 'keystores of keytool', () => {
  test.each(['JKS', 'PKCS12'] as const)('%s', async (type) => {
    const content = await makeWithKeytool({
      type,
      alias: 'acme',
      entry,
      password: PASSWORD,
      trusted: { root: entry.chain.at(-1)! },
    })
    const record = type === 'JKS' ? 'key_store' : 'pkcs12_key_store'
    expect(openKeystore(record, content, PASSWORD)).toEqual({ opened: { privateKeys: 1, leaf: entry.certificateDer } })
    expect(reason(record, content, 'wrong-one')).toBe('it was tampered with, or the password is incorrect')
    expect(reason(type === 'JKS' ? 'pkcs12_key_store' : 'key_store', content)).toMatch(/^it is not a /)
  })

  test('a JKS whose key has another password, and one without a key', async () => {
    const other = await makeWithKeytool({ type: 'JKS', alias: 'acme', entry, password: PASSWORD, keyPassword: 'another-one' })
    expect(reason('key_store', other)).toBe('its private key has another password')
    const keyless = await makeWithKeytool({
      type: 'JKS',
      alias: 'acme',
      password: PASSWORD,
      trusted: { root: entry.certificateDer },
    })
    expect(reason('key_store', keyless)).toBe('it holds no private key')
  })
})

test('every cut of a PKCS#12 is refused', async () => {
  const content = await makePkcs12({ alias: 'acme', entry, password: PASSWORD }, 1)
  expect(reason('pkcs12_key_store', content)).toBe('')
  for (let length = 0; length < content.length; length += 7) {
    expect(reason('pkcs12_key_store', content.subarray(0, length))).not.toBe('')
  }
})

/** `storePassword` is null where Java could not check it (PBMAC1, RFC 9579); what these are sealed with is 1234. */
type JavaStore = Omit<VectorStore, 'storePassword'> & { provider?: string; storePassword: string | null }

/** What the oracle says: Java's own providers open it, there is a private key, and no key has a password of its own. */
function opensInJava({ provider, storePassword, entries = [] }: JavaStore): boolean {
  const keys = entries.filter(({ kind }) => kind === 'privateKey')
  return provider !== 'BC' && keys.length > 0 && keys.every(({ keyPassword }) => keyPassword === storePassword)
}

describeWithVectors('keystores of public test suites', (stores: readonly JavaStore[]) => {
  // A record without a password has no keystore to open, so that the empty one does not come here.
  const known = stores.filter(({ type, storePassword }) => (type === 'JKS' || type === 'PKCS12') && storePassword !== '')

  test.each(known.map((store) => [store.file, store] as const))('%s', (file, store) => {
    const opening = openKeystore(
      store.type === 'JKS' ? 'key_store' : 'pkcs12_key_store',
      vector(file),
      store.storePassword ?? '1234',
    )
    expect('opened' in opening).toBe(opensInJava(store))
    const leaf = 'opened' in opening ? opening.opened.leaf : undefined
    if (leaf === undefined) return
    const leaves = (store.entries ?? []).map(({ chain }) => chain?.[0]?.sha256)
    expect(leaves).toContain(createHash('sha256').update(leaf).digest('hex'))
  })
})
