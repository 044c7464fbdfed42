import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { QUICK_KEYTOOL } from '../../tools/lab/java.ts'
import { makePkcs12, makeWithKeytool, makeWithOpenssl } from '../../tools/lab/keystores.ts'
import { issue, makeCa, type KeyAlgorithm } from '../../tools/lab/pki.ts'
import { execute, needProgram } from '../../tools/lab/programs.ts'
import { describeWith } from '../support/tools.ts'

const PASSWORD = 'correct-horse-1'
const root = await makeCa({ subject: { CN: 'Acme Root', O: 'Acme' } })
const issuing = await makeCa({ subject: 'Acme Issuing', issuer: root })
const trusted = { 'acme-root': root.certificateDer, 'acme-issuing': issuing.certificateDer }

const fingerprint = (der: Buffer): string => new X509Certificate(der).fingerprint256
const isOpenedByNode = (pfx: Buffer, passphrase: string): boolean => {
  createSecureContext({ pfx, passphrase })
  return true
}

/** What `keytool -list -v` says of a keystore. */
async function list(bytes: Buffer, type: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'smtls-list-'))
  try {
    const file = join(folder, 'keystore')
    await writeFile(file, bytes)
    const args = [...QUICK_KEYTOOL, '-list', '-v', '-keystore', file, '-storetype', type, '-storepass:env', 'STORE_PASSWORD']
    const { exitCode, stdout } = await execute(needProgram('keytool'), args, {
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', STORE_PASSWORD: PASSWORD },
    })
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0 })
    return stdout
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const entries = (listing: string): string[][] =>
  [...listing.matchAll(/^Alias name: (.*)[^]*?^Entry type: (.*)$/gm)].map(([, alias = '', kind = '']) => [alias, kind]).sort()
const chainLength = (listing: string): string | undefined => /^Certificate chain length: (\d+)$/m.exec(listing)?.[1]

describe('PKCS#12 without tools', () => {
  test.each<KeyAlgorithm>(['rsa-2048', 'ec-p256', 'ec-p384', 'ed25519'])(
    'with a key of %s opens in Node',
    async (keyAlgorithm) => {
      const entry = await issue({ subject: 'bank-client', issuer: issuing, keyAlgorithm })
      const bytes = await makePkcs12({ alias: 'bank-client', entry, trusted, password: PASSWORD })
      expect(isOpenedByNode(bytes, PASSWORD)).toBe(true)
      expect(() => isOpenedByNode(bytes, 'another-one')).toThrow('mac verify failure')
    },
  )

  describeWith('keytool', 'as keytool sees it', () => {
    test('has the key with its whole chain and the trusted entries', async () => {
      const entry = await issue({ subject: 'bank-client', issuer: issuing })
      const listing = await list(await makePkcs12({ alias: 'bank-client', entry, trusted, password: PASSWORD }), 'PKCS12')
      expect(entries(listing)).toEqual([
        ['acme-issuing', 'trustedCertEntry'],
        ['acme-root', 'trustedCertEntry'],
        ['bank-client', 'PrivateKeyEntry'],
      ])
      expect(chainLength(listing)).toBe('3')
      for (const link of entry.chain) expect(listing).toContain(fingerprint(link))
    })

    test('may hold trusted entries alone', async () => {
      const listing = await list(await makePkcs12({ alias: 'none', trusted, password: PASSWORD }), 'PKCS12')
      expect(entries(listing).map(([alias]) => alias)).toEqual(['acme-issuing', 'acme-root'])
    })
  })

  describeWith('openssl', 'as openssl sees it', () => {
    test('is PBES2 with AES-256 and a MAC of SHA-256', async () => {
      const entry = await issue({ subject: 'bank-client', issuer: issuing })
      const input = await makePkcs12({ alias: 'bank-client', entry, password: PASSWORD }, 3000)
      const { exitCode, stderr } = await execute(
        needProgram('openssl'),
        ['pkcs12', '-info', '-noout', '-passin', `pass:${PASSWORD}`],
        {
          input,
        },
      )
      expect(exitCode).toBe(0)
      expect(stderr).toContain('MAC: sha256, Iteration 3000')
      expect(stderr).toContain('Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 3000, PRF hmacWithSHA256')
    })
  })
})

describeWith('openssl', 'a keystore by openssl', () => {
  test('opens in Node, an old one made to order not everywhere', async () => {
    const entry = await issue({ subject: 'bank-client', issuer: issuing })
    const modern = await makeWithOpenssl({ alias: 'bank-client', entry, password: PASSWORD })
    const old = await makeWithOpenssl({ alias: 'bank-client', entry, password: PASSWORD }, [
      '-legacy',
      '-certpbe',
      'PBE-SHA1-RC2-40',
    ])
    expect(isOpenedByNode(modern, PASSWORD)).toBe(true)
    expect(() => isOpenedByNode(old, PASSWORD)).toThrow('Unsupported PKCS12 PFX data')
  })

  test('says what openssl says when it fails', async () => {
    const entry = await issue({ subject: 'bank-client', issuer: issuing })
    const failing = makeWithOpenssl({ alias: 'bank-client', entry, password: PASSWORD }, ['-no-such-option'])
    await expect(failing).rejects.toThrow(/^openssl pkcs12 failed: .*no-such-option/s)
  })
})

describeWith('keytool', 'a keystore by keytool', () => {
  test.each(['JKS', 'PKCS12'] as const)('of type %s is what people have in their secrets', async (type) => {
    const entry = await issue({ subject: 'bank-client', issuer: issuing })
    const bytes = await makeWithKeytool({ type, alias: 'bank-client', entry, trusted, password: PASSWORD })
    expect(bytes.subarray(0, 4).toString('hex') === 'feedfeed').toBe(type === 'JKS')
    const listing = await list(bytes, type)
    expect(entries(listing)).toEqual([
      ['acme-issuing', 'trustedCertEntry'],
      ['acme-root', 'trustedCertEntry'],
      ['bank-client', 'PrivateKeyEntry'],
    ])
    expect(chainLength(listing)).toBe('3')
    for (const link of entry.chain) expect(listing).toContain(fingerprint(link))
  })
})
