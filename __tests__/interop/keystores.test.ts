import { execFileSync } from 'node:child_process'
import { webcrypto } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as jks from 'jks-js'
import * as pkijs from 'pkijs'
import { canonicalKeystore } from '../../src/keystore/canonical.ts'
import { trustedOf } from '../../src/keystore/compare.ts'
import { readKeystore } from '../../src/keystore/read.ts'
import type { WritableEntry, WritableKey } from '../../src/keystore/write.ts'
import { writeJks, writePkcs12 } from '../../src/keystore/write.ts'
import { Certificate } from '../../src/x509/certificate.ts'
import { PrivateKey } from '../../src/x509/private-key.ts'
import { QUICK_KEYTOOL } from '../../tools/lab/java.ts'
import type { KeyAlgorithm } from '../../tools/lab/keys.ts'
import { makePkcs12 } from '../../tools/lab/keystores.ts'
import type { Ca } from '../../tools/lab/pki.ts'
import { issue, makeCa } from '../../tools/lab/pki.ts'
import type { JavaAnswer, Question } from '../../tools/vectors/java.ts'
import { askJava } from '../../tools/vectors/java.ts'
import { byAlias, plain, plainEntries, secret, sha256 } from '../keystore/support.ts'
import { describeWith } from '../support/tools.ts'

const PASSWORD = 'a password of 30 characters !~'
const ALGORITHMS: readonly KeyAlgorithm[] = ['rsa-2048', 'rsa-3072', 'ec-p256', 'ec-p384', 'ec-p521', 'ed25519']
const ALIASES = ['acme', 'with spaces in it', 'ärger-ß', '键', 'key-🔑', 'a"b\\c', 'x'.repeat(300)]
const FORMS = ['jks', 'pkcs12 modern', 'pkcs12 compatible'] as const
type Form = (typeof FORMS)[number]
/** More than lengths of two bytes hold; each is derived anew in PKCS#12, by Java five times over. */
const MANY_KEYS = 100

let folder: string
let issuing: Ca
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keystores-'))
  issuing = await makeCa({ subject: 'Acme Issuing', issuer: await makeCa({ subject: 'Acme Root' }) })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function keyEntry(alias: string, keyAlgorithm: KeyAlgorithm): Promise<WritableKey> {
  const { pkcs8, chain } = await issue({ subject: `acme ${keyAlgorithm}`, issuer: issuing, keyAlgorithm })
  return { kind: 'private-key', alias, key: PrivateKey.fromPkcs8(pkcs8), chain: chain.map((der) => Certificate.fromDer(der)) }
}

const issuersOf = ({ alias, chain }: WritableKey): WritableEntry[] =>
  trustedOf(chain).map((certificate, index) => ({ kind: 'trusted-certificate', alias: `${alias}-ca-${index + 1}`, certificate }))

async function write(form: Form, entries: readonly WritableEntry[]): Promise<Buffer> {
  if (form === 'jks') return writeJks(entries, secret(PASSWORD))
  return writePkcs12(entries, secret(PASSWORD), form === 'pkcs12 modern' ? 'modern' : 'compatible')
}

interface Written {
  readonly name: string
  readonly form: Form
  readonly entries: readonly WritableEntry[]
  readonly bytes: Buffer
  readonly question: Question
}

async function writeAll(stores: readonly (readonly [name: string, entries: readonly WritableEntry[]])[]): Promise<Written[]> {
  const written: Written[] = []
  for (const form of FORMS) {
    for (const [name, entries] of stores) {
      const bytes = await write(form, entries)
      const file = join(folder, `${written.length}`)
      await writeFile(file, bytes)
      const type = form === 'jks' ? ('JKS' as const) : ('PKCS12' as const)
      written.push({ name: `${form}, ${name}`, form, entries, bytes, question: { type, file, passwords: [PASSWORD] } })
    }
  }
  return written
}

/** What Java must answer of entries that were written. */
function expected(entries: readonly WritableEntry[]) {
  const leaves = entries.flatMap((entry) =>
    entry.kind === 'private-key' ? [sha256(entry.chain[0]?.der ?? Buffer.alloc(0))] : [],
  )
  return {
    entries: entries
      .map((entry) =>
        entry.kind === 'private-key'
          ? {
              ...{ alias: entry.alias, kind: entry.kind, chain: entry.chain.map(({ der }) => sha256(der)) },
              ...{ pkcs8: sha256(entry.key.pkcs8), passwordNumber: 0, signs: true },
            }
          : { alias: entry.alias, kind: entry.kind, chain: [sha256(entry.certificate.der)] },
      )
      .sort(byAlias),
    leaves: [...new Set(leaves)].sort(),
  }
}

const sorted = ({ entries = [] }: JavaAnswer) => [...entries].sort(byAlias)

describeWith('java', 'Java reads what is written', () => {
  test('every kind of key with its chain and trusted entries, every kind of alias', async () => {
    const keys = await Promise.all(ALGORITHMS.map(async (algorithm) => [algorithm, await keyEntry('acme', algorithm)] as const))
    const named = await Promise.all(ALIASES.map(async (alias) => [alias, await keyEntry(alias, 'ec-p256')] as const))
    const stores = [...keys, ...named].map(([name, key]) => [name, [key, ...issuersOf(key)]] as const)
    const written = await writeAll(stores)
    const answers = await askJava(written.map(({ question }) => question))
    for (const [index, { name, entries }] of written.entries()) {
      const answer = answers[index] ?? {}
      const { entries: wanted, leaves } = expected(entries)
      expect([name, answer.error, sorted(answer)]).toEqual([name, undefined, wanted])
      expect([name, answer.sunX509, answer.newSunX509]).toEqual([name, leaves, leaves])
    }
    expect(written).toHaveLength(3 * (ALGORITHMS.length + ALIASES.length))
  })

  test('no entry, trusted entries alone, several keys, and a thousand entries', async () => {
    const [ec, rsa] = [await keyEntry('ec', 'ec-p256'), await keyEntry('rsa', 'rsa-2048')]
    const trusted = issuersOf(ec)
    const many = Array.from({ length: 1000 }, (_, index): WritableEntry => {
      const certificate = ec.chain[index % ec.chain.length] ?? fail('no chain')
      return { kind: 'trusted-certificate', alias: `trusted ${index}`, certificate }
    })
    const severalKeys = Array.from({ length: 5 }, (_, index) => ({ ...ec, alias: `key ${index}` }))
    const written = await writeAll([
      ['nothing', []],
      ['trusted entries alone', trusted],
      ['several keys', [ec, rsa, ...trusted]],
      ['keys of one certificate', severalKeys],
      ['a thousand trusted entries', [rsa, ...many]],
    ])
    const answers = await askJava(written.map(({ question }) => question))
    for (const [index, { name, entries }] of written.entries()) {
      expect([name, sorted(answers[index] ?? {})]).toEqual([name, expected(entries).entries])
    }
  })

  test('a hundred keys in JKS and in PKCS#12', async () => {
    const ec = await keyEntry('ec', 'ec-p256')
    const entries = Array.from({ length: MANY_KEYS }, (_, index) => ({ ...ec, alias: `key ${index}` }))
    const files = await Promise.all(
      (['jks', 'pkcs12 modern'] as const).map(async (form) => {
        const file = join(folder, `hundred ${form}`)
        const bytes = await write(form, entries)
        await writeFile(file, bytes)
        expect(bytes.length).toBeGreaterThan(2 ** 16)
        return { bytes, question: { type: form === 'jks' ? 'JKS' : 'PKCS12', file, passwords: [PASSWORD] } as const }
      }),
    )
    const answers = await askJava(files.map(({ question }) => question))
    for (const [index, { bytes }] of files.entries()) {
      expect(sorted(answers[index] ?? {})).toEqual(expected(entries).entries)
      expect((await readKeystore(bytes, { store: secret(PASSWORD) })).entries).toHaveLength(MANY_KEYS)
    }
  })

  test('a rebuilt keystore of either type', async () => {
    const { key, chain } = await keyEntry('acme', 'rsa-2048')
    const wishes = (['jks', 'pkcs12'] as const).map((type) => ({ type, alias: 'Bank Client', password: secret(PASSWORD) }))
    const questions: Question[] = []
    for (const wish of wishes) {
      const { bytes } = await canonicalKeystore({ key, certificates: [...chain].reverse() }, wish)
      const file = join(folder, `canonical-${wish.type}`)
      await writeFile(file, bytes)
      questions.push({ type: wish.type === 'jks' ? 'JKS' : 'PKCS12', file, passwords: [PASSWORD] })
    }
    for (const answer of await askJava(questions)) {
      expect(answer.sunX509).toEqual([sha256(chain[0]?.der ?? Buffer.alloc(0))])
      expect(answer.entries?.map(({ alias, kind }) => [alias, kind])).toEqual([
        ['bank client', 'private-key'],
        ['bank client-ca-1', 'trusted-certificate'],
        ['bank client-ca-2', 'trusted-certificate'],
      ])
    }
  })
})

describeWith('keytool', 'keytool -list -v', () => {
  test.each(FORMS)('%s', async (form) => {
    const key = await keyEntry('acme', 'rsa-2048')
    const file = join(folder, `listed ${form}`)
    await writeFile(file, await write(form, [key, ...issuersOf(key)]))
    const listed = execFileSync('keytool', [...QUICK_KEYTOOL, '-list', '-v', '-keystore', file, '-storepass', PASSWORD], {
      encoding: 'utf8',
    })
    expect(listed).toContain('Your keystore contains 3 entries')
    expect(listed).toContain('Certificate chain length: 3')
    expect(listed.match(/Entry type: trustedCertEntry/g)).toHaveLength(2)
    expect(listed).toContain(`SHA256: ${key.chain[0]?.fingerprint256 ?? 'none'}`)
  })
})

describeWith('openssl', 'openssl pkcs12', () => {
  test.each(['modern', 'compatible'] as const)('%s', async (profile) => {
    for (const algorithm of ALGORITHMS) {
      const key = await keyEntry('acme', algorithm)
      const file = join(folder, `openssl-${profile}-${algorithm}`)
      await writeFile(file, await writePkcs12([key, ...issuersOf(key)], secret(PASSWORD), profile))
      const options = ['pkcs12', '-in', file, '-passin', `pass:${PASSWORD}`, '-nodes']
      const text = execFileSync('openssl', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      expect(text.match(/BEGIN CERTIFICATE/g)).toHaveLength(3)
      const pem = /-----BEGIN PRIVATE KEY-----([^-]+)-----END/.exec(text)?.[1] ?? ''
      expect(Buffer.from(pem, 'base64').equals(key.key.pkcs8)).toBe(true)
    }
  })
})

describe('other libraries', () => {
  test.each(['rsa-2048', 'ec-p256'] as const)('jks-js reads a JKS with a key %s', async (algorithm) => {
    const key = await keyEntry('acme', algorithm)
    const found = jks.toPem(await write('jks', [key, ...issuersOf(key)]), PASSWORD) as Record<string, Record<string, string>>
    expect(Object.keys(found).sort()).toEqual(['acme', 'acme-ca-1', 'acme-ca-2'])
    expect(derOf(found.acme?.cert)).toEqual(key.chain[0]?.der)
    expect(derOf(found['acme-ca-2']?.ca)).toEqual(key.chain[2]?.der)
    expect(PrivateKey.fromPkcs8(derOf(found.acme?.key)).equals(key.key)).toBe(true)
  })

  test('pkijs reads a modern PKCS#12', async () => {
    const key = await keyEntry('acme', 'ec-p384')
    const bytes = await writePkcs12([key, ...issuersOf(key)], secret(PASSWORD), 'modern')
    const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto })
    const password = Uint8Array.from(Buffer.from(PASSWORD)).buffer
    const pfx = pkijs.PFX.fromBER(Uint8Array.from(bytes).buffer)
    await pfx.parseInternalValues({ password, checkIntegrity: true }, engine)
    const safe = pfx.parsedValue?.authenticatedSafe ?? fail('no safe')
    await safe.parseInternalValues({ safeContents: [{}, { password }] }, engine)
    const { safeContents } = safe.parsedValue as { safeContents: { value: pkijs.SafeContents }[] }
    expect(safeContents.map(({ value }) => value.safeBags.length)).toEqual([1, 3])
  })

  test.each(ALGORITHMS)('a PKCS#12 by pkijs with a key %s', async (algorithm) => {
    const entry = await issue({ subject: 'acme', issuer: issuing, keyAlgorithm: algorithm })
    const trusted = { root: entry.chain[2] ?? fail('no root') }
    const bytes = await makePkcs12({ alias: 'Acme', entry, trusted, password: PASSWORD }, 10)
    const keystore = await readKeystore(bytes, { store: secret(PASSWORD) })
    expect(keystore.foreignToJava).toEqual([])
    expect(plainEntries(keystore).map(({ alias, chain }) => [alias, chain])).toEqual([
      ['acme', entry.chain.map(sha256)],
      ['root', [sha256(trusted.root)]],
    ])
    expect(keystore.entries.map(plain).find(({ alias }) => alias === 'acme')).toHaveProperty('pkcs8', sha256(entry.pkcs8))
  })
})

/** The first block of a PEM text. */
function derOf(pem = ''): Buffer {
  return Buffer.from(/-----BEGIN [^-]+-----([^-]+)/.exec(pem)?.[1] ?? '', 'base64')
}

function fail(message: string): never {
  throw new Error(message)
}
