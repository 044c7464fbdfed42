import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalKeystore } from '../src/keystore/canonical.ts'
import type { KeystoreType } from '../src/keystore/keystore.ts'
import { SecretValue } from '../src/redact.ts'
import { writeJks } from '../src/keystore/write.ts'
import { Certificate } from '../src/x509/certificate.ts'
import { readCertificates } from '../src/x509/pem.ts'
import { readPrivateKey } from '../src/x509/private-key.ts'
import { issue, makeCa, type Ca, type Issued, type KeyAlgorithm } from '../tools/lab/pki.ts'

export const PASSWORD = 'correct-horse-battery-staple-42'

/** Root and issuing authority of acme, root of bank. */
export interface Authorities {
  readonly root: Ca
  readonly issuing: Ca
  readonly bank: Ca
}

export async function makeAuthorities(): Promise<Authorities> {
  const root = await makeCa({ subject: { O: 'Acme', CN: 'Acme Root CA' } })
  return {
    root,
    issuing: await makeCa({ subject: { O: 'Acme', CN: 'Acme Issuing CA' }, issuer: root }),
    bank: await makeCa({ subject: { O: 'Bank', CN: 'Bank Root CA' } }),
  }
}

/** A keystore as it is stored: what a team has whose keystore exists already. */
async function storedKeystore(alias: string, issued: Issued, type: KeystoreType): Promise<Buffer> {
  const key = readPrivateKey(Buffer.from(issued.keyPem))
  const certificates = readCertificates(Buffer.from(issued.chainPem))
  const password = new SecretValue(PASSWORD, 'password')
  return (await canonicalKeystore({ key, certificates }, { type, alias, password })).bytes
}

/** A checkout with a spec, its files, and the secrets of the step. */
export interface Workplace {
  readonly folder: string
  readonly secrets: Readonly<Record<string, string>>
  /** Writes the spec for an instance: its URL changes from run to run. */
  point(instance: string): Promise<void>
  remove(): Promise<void>
}

export interface ManyOptions {
  readonly count: number
  readonly type: KeystoreType
  readonly keyAlgorithm?: KeyAlgorithm
}

const nameOf = (index: number): string => `partner-${String(index).padStart(4, '0')}`

/** Partners by the number: a loaded keystore for each, in a file of the checkout. */
export async function manyKeystores(authorities: Authorities, options: ManyOptions): Promise<Workplace> {
  const { count, type, keyAlgorithm = 'ec-p256' } = options
  const folder = await newFolder()
  await mkdir(join(folder, 'keystores'))
  const names = Array.from({ length: count }, (_, index) => nameOf(index + 1))
  for (const name of names) {
    const issued = await issue({ subject: { O: 'Acme', CN: `${name}.acme.example` }, issuer: authorities.issuing, keyAlgorithm })
    await writeFile(join(folder, 'keystores', `${name}.${type}`), await storedKeystore(name, issued, type))
  }
  const items = names.map(
    (name) => `  ${name}:
    type: ${type}
    password: { secret: KEYSTORE_PASSWORD }
    source: { keystore: { file: keystores/${name}.${type} } }
`,
  )
  return {
    folder,
    secrets: { KEYSTORE_PASSWORD: PASSWORD },
    point: (instance) => writeSpec(folder, instance, `keystores:\n${items.join('')}`),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** How the client's key comes about: it is there in a keystore, or a new one of a kind is made. */
export type KeyMode = 'loaded' | 'rsa-2048' | 'ec-p256'

/**
 * The job of the README, steps A to F, for one partner: what the scripts by hand need and the same as a spec. A new key is
 * certified by the same authority on each side: by openssl there, by an issuer of the spec here.
 */
export async function wholeJob(authorities: Authorities, mode: KeyMode): Promise<Workplace> {
  const { root, issuing, bank } = authorities
  const folder = await newFolder()
  const client = await issue({ subject: { O: 'Acme', CN: 'client.acme.example' }, issuer: issuing })
  const files: Record<string, string | Buffer> = {
    'root.pem': root.certificatePem,
    'issuing.pem': issuing.certificatePem,
    'issuing.key': issuing.keyPem,
    'ca.pem': issuing.certificatePem + root.certificatePem,
    'bank.pem': bank.certificatePem,
    'client.ext': 'extendedKeyUsage=clientAuth\nkeyUsage=critical,digitalSignature\n',
    'client.jks': await storedKeystore('client', client, 'jks'),
    'client.p12': await storedKeystore('client', client, 'pkcs12'),
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  const source =
    mode === 'loaded'
      ? '{ keystore: { file: client.jks } }'
      : `{ issuer: lab, key-algorithm: ${mode}, subject: { CN: client.acme.example, O: Acme } }`
  const issuers = 'issuers:\n  lab: { local: { certificate: { file: ca.pem }, key: { file: issuing.key } } }\n'
  const items = `${mode === 'loaded' ? '' : issuers}keystores:
  client: { password: { secret: KEYSTORE_PASSWORD }, source: ${source} }
trusted-certificates:
  bank-root: { certificate: { file: bank.pem } }
protocol-profiles:
  bankm: { keystore: client, port: 443 }
rest-messages:
  Bank Payments: { protocol-profile: bankm }
soap-messages:
  Bank Statements: { protocol-profile: bankm }
`
  return {
    folder,
    secrets: { KEYSTORE_PASSWORD: PASSWORD },
    point: (instance) => writeSpec(folder, instance, items),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'servicenow-mtls-bench-'))

const writeSpec = (folder: string, instance: string, items: string): Promise<void> =>
  writeFile(join(folder, 'servicenow-mtls.yml'), `version: 1\nenvironments:\n  dev: { instance: "${instance}" }\n${items}`)

/** A JKS with a thousand trusted certificates. */
export async function thousandEntries({
  root,
}: Authorities): Promise<{ folder: string; file: string; remove: () => Promise<void> }> {
  const folder = await newFolder()
  const file = join(folder, 'thousand.jks')
  const entries = await Promise.all(
    Array.from({ length: 1000 }, async (_, index) => {
      const { certificateDer } = await issue({
        subject: { O: 'Acme', CN: nameOf(index) },
        issuer: root,
        keyAlgorithm: 'ec-p256',
        key: 'shared',
      })
      return {
        kind: 'trusted-certificate',
        alias: nameOf(index),
        certificate: Certificate.fromDer(certificateDer),
        created: new Date(),
      } as const
    }),
  )
  await writeFile(file, writeJks(entries, new SecretValue(PASSWORD, 'password')))
  return { folder, file, remove: () => rm(folder, { recursive: true, force: true }) }
}
