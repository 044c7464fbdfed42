import { createHash, webcrypto } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as pkijs from 'pkijs'
import * as der from './der.ts'
import { QUICK_KEYTOOL } from './java.ts'
import { pem, type Issued } from './pki.ts'
import { execute, needProgram, type Program } from './programs.ts'

/** A private key with its certificate chain (DER, the leaf first); any {@link Issued} is one. */
export type KeyEntry = Pick<Issued, 'pkcs8' | 'chain'>

export interface KeystoreContents {
  readonly alias: string
  /** Without one the keystore holds trusted certificates alone. */
  readonly entry?: KeyEntry
  /** Certificates (DER) by their aliases, stored as TrustedCertEntry. */
  readonly trusted?: Readonly<Record<string, Uint8Array>>
  readonly password: string
}

const FRIENDLY_NAME = '1.2.840.113549.1.9.20'
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21'
/** What Java wants on a trusted certificate; without it the entry is not seen. */
const TRUSTED_KEY_USAGE = '2.16.840.1.113894.746875.1.1'
const ANY_EXTENDED_KEY_USAGE = '2.5.29.37.0'
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3'
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2'
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1'
/** Encrypted with the password, in the words of pkijs. */
const PASSWORD_PRIVACY = 1
const NO_PRIVACY = 0
const PASSWORD_INTEGRITY = 0

/**
 * A PKCS#12 keystore, made without any tool: PBES2 with AES-256-CBC and PBKDF2 (HMAC-SHA256), MAC with SHA-256, as JDK 17
 * writes it. The password is ASCII.
 */
export async function makePkcs12({ alias, entry, trusted = {}, password }: KeystoreContents, iterations = 2048): Promise<Buffer> {
  const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto })
  const secret = arrayBuffer(Buffer.from(password, 'utf8'))
  const protection = {
    password: secret,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: iterations,
  }
  const certificates: pkijs.SafeBag[] = []
  const contents: { privacyMode: number; value: pkijs.SafeContents }[] = []
  if (entry !== undefined) {
    const marks = [friendlyName(alias), localKeyId(entry)]
    const key = new pkijs.PKCS8ShroudedKeyBag({ parsedValue: pkijs.PrivateKeyInfo.fromBER(entry.pkcs8) })
    await key.makeInternalValues(protection, engine)
    const bag = new pkijs.SafeBag({ bagId: SHROUDED_KEY_BAG, bagValue: key, bagAttributes: marks })
    contents.push({ privacyMode: NO_PRIVACY, value: new pkijs.SafeContents({ safeBags: [bag] }) })
    certificates.push(...entry.chain.map((link, place) => certificateBag(link, place === 0 ? marks : [])))
  }
  for (const [name, certificate] of Object.entries(trusted)) {
    certificates.push(certificateBag(certificate, [friendlyName(name), trustedKeyUsage()]))
  }
  contents.push({ privacyMode: PASSWORD_PRIVACY, value: new pkijs.SafeContents({ safeBags: certificates }) })
  const authenticatedSafe = new pkijs.AuthenticatedSafe({ parsedValue: { safeContents: contents } })
  await authenticatedSafe.makeInternalValues({ safeContents: contents.map(() => ({ ...protection })) }, engine)
  const pfx = new pkijs.PFX({ parsedValue: { integrityMode: PASSWORD_INTEGRITY, authenticatedSafe } })
  const seal = { password: secret, iterations, pbkdf2HashAlgorithm: { name: 'SHA-256' }, hmacHashAlgorithm: 'SHA-256' }
  await pfx.makeInternalValues(seal, engine)
  return Buffer.from(pfx.toSchema().toBER())
}

export interface KeytoolContents extends KeystoreContents {
  readonly type: 'JKS' | 'PKCS12'
  /** JKS alone can have another password for the key. */
  readonly keyPassword?: string
}

/**
 * A keystore as people make it by hand: key and chain by `openssl pkcs12 -export`, imported with `keytool -importkeystore`,
 * trusted certificates with `keytool -importcert`. Needs both programs.
 */
export function makeWithKeytool(contents: KeytoolContents): Promise<Buffer> {
  return inFolder(async (folder) => {
    const { type, alias, entry, trusted = {}, password, keyPassword = password } = contents
    const file = join(folder, 'keystore')
    const env = { STORE_PASSWORD: password, KEY_PASSWORD: keyPassword }
    if (entry !== undefined) {
      const source = join(folder, 'source.p12')
      await writeFile(source, await makeWithOpenssl({ alias, entry, password }))
      const from = ['-srckeystore', source, '-srcstoretype', 'PKCS12', '-srcstorepass:env', 'STORE_PASSWORD', '-srcalias', alias]
      const to = ['-destkeystore', file, '-deststoretype', type, '-deststorepass:env', 'STORE_PASSWORD', '-destalias', alias]
      const withKeyPassword = type === 'JKS' ? ['-destkeypass:env', 'KEY_PASSWORD'] : []
      await must('keytool', [...QUICK_KEYTOOL, '-importkeystore', '-noprompt', ...from, ...to, ...withKeyPassword], env)
    }
    for (const [name, certificate] of Object.entries(trusted)) {
      const input = join(folder, 'trusted.der')
      await writeFile(input, certificate)
      const store = ['-keystore', file, '-storetype', type, '-storepass:env', 'STORE_PASSWORD']
      await must('keytool', [...QUICK_KEYTOOL, '-importcert', '-noprompt', '-alias', name, '-file', input, ...store], env)
    }
    return readFile(file)
  })
}

/** A PKCS#12 keystore by `openssl pkcs12 -export`; more options (`-legacy`, `-keypbe`, …) as openssl has them. */
export function makeWithOpenssl(contents: Omit<KeystoreContents, 'trusted'>, options: readonly string[] = []): Promise<Buffer> {
  return inFolder(async (folder) => {
    const { alias, entry, password } = contents
    const [input, output] = [join(folder, 'input.pem'), join(folder, 'output.p12')]
    const certificates = (entry?.chain ?? []).map((link) => pem('CERTIFICATE', link))
    const key = entry === undefined ? [] : [pem('PRIVATE KEY', entry.pkcs8)]
    await writeFile(input, [...key, ...certificates].join(''), { mode: 0o600 })
    const common = ['-export', '-in', input, '-out', output, '-name', alias, '-passout', 'env:STORE_PASSWORD']
    await must('openssl', ['pkcs12', ...common, ...options], { STORE_PASSWORD: password })
    return readFile(output)
  })
}

async function must(program: Program, args: readonly string[], env: Record<string, string>): Promise<void> {
  const { exitCode, stdout, stderr } = await execute(needProgram(program), args, {
    env: { PATH: process.env.PATH ?? '', ...env },
  })
  if (exitCode !== 0) throw new Error(`${program} ${args[0] ?? ''} failed: ${(stderr + stdout).trim()}`)
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'smtls-keystore-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function certificateBag(certificate: Uint8Array, bagAttributes: pkijs.Attribute[]): pkijs.SafeBag {
  const certValue = pkijs.Certificate.fromBER(arrayBuffer(certificate))
  const bagValue = new pkijs.CertBag({ certId: X509_CERTIFICATE, parsedValue: certValue })
  return new pkijs.SafeBag({ bagId: CERTIFICATE_BAG, bagValue, ...(bagAttributes.length > 0 && { bagAttributes }) })
}

const attribute = (type: string, value: Buffer): pkijs.Attribute =>
  pkijs.Attribute.fromBER(arrayBuffer(der.sequence(der.oid(type), der.set(value))))
const friendlyName = (alias: string): pkijs.Attribute => attribute(FRIENDLY_NAME, der.bmp(alias))
const trustedKeyUsage = (): pkijs.Attribute => attribute(TRUSTED_KEY_USAGE, der.oid(ANY_EXTENDED_KEY_USAGE))

/** Ties the key to its certificate: the same bytes on both. */
const localKeyId = (entry: KeyEntry): pkijs.Attribute =>
  attribute(LOCAL_KEY_ID, der.octets(createHash('sha256').update(Buffer.concat(entry.chain)).digest()))

const arrayBuffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer
