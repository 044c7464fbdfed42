import type { Draft, Identity } from './workshop.ts'
import { keyEntry, NOTHING_UNLISTED, trustedEntry, type Workshop } from './workshop.ts'
import { pem } from '../lab/pki.ts'

const PBES2 = ['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512'].flatMap((digest) =>
  ['128', '256'].map((bits) => `PBEWithHmac${digest}AndAES_${bits}`),
)
/** Every protection that Java 17 writes. */
const PROTECTIONS = [
  ...PBES2,
  ...['PBEWithSHA1AndDESede', 'PBEWithSHA1AndRC2_40', 'PBEWithSHA1AndRC2_128', 'PBEWithSHA1AndRC4_40', 'PBEWithSHA1AndRC4_128'],
]
const MACS = ['SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA512/224', 'SHA512/256'].map((digest) => `HmacPBE${digest}`)

const PASSWORD = 'changeit'
const FEW = ['keyPbeIterationCount', 'certPbeIterationCount', 'macIterationCount'].map((name) => `-J-Dkeystore.pkcs12.${name}=2`)

/** One use of keytool after the other on the same keystore. */
interface Recipe {
  readonly name: string
  readonly type: 'JKS' | 'PKCS12' | 'JCEKS'
  readonly java?: readonly string[]
  readonly keys?: readonly { readonly alias: string; readonly identity: Identity; readonly password?: string }[]
  readonly trusted?: readonly { readonly alias: string; readonly certificate: Buffer; readonly algorithm: string }[]
  readonly refused?: string
}

/** Vectors by keytool: each protection in each part, JKS of each kind of key, trusted entries, several keys, odd names. */
export async function keytoolVectors(workshop: Workshop, identities: Readonly<Record<string, Identity>>): Promise<Draft[]> {
  const { ec, leaf } = identities
  if (ec === undefined || leaf === undefined) throw new Error('identities are missing')
  const drafts: Draft[] = []
  for (const recipe of [...protections(leaf), ...kinds(identities), ...contents(ec, leaf)]) {
    drafts.push(await make(workshop, recipe))
  }
  return drafts
}

function protections(identity: Identity): Recipe[] {
  return PROTECTIONS.map((key, index) => {
    const certificates = ['NONE', ...PROTECTIONS][(index * 5) % (PROTECTIONS.length + 1)] ?? 'NONE'
    const mac = MACS[index % MACS.length] ?? 'HmacPBESHA256'
    const settings = { keyProtectionAlgorithm: key, certProtectionAlgorithm: certificates, macAlgorithm: mac }
    const java = [...FEW, ...Object.entries(settings).map(([name, value]) => `-J-Dkeystore.pkcs12.${name}=${value}`)]
    return { name: `${key} ${certificates} ${mac}`, type: 'PKCS12', java, keys: [{ alias: 'acme', identity }] }
  })
}

function kinds(identities: Readonly<Record<string, Identity>>): Recipe[] {
  return Object.entries(identities).flatMap(([name, identity]): Recipe[] => [
    { name: `jks key ${name}`, type: 'JKS', keys: [{ alias: name, identity }] },
    { name: `pkcs12 key ${name}`, type: 'PKCS12', java: FEW, keys: [{ alias: name, identity }] },
  ])
}

function contents(ec: Identity, leaf: Identity): Recipe[] {
  const [first, issuing, root] = ec.chain
  if (first === undefined || issuing === undefined || root === undefined) throw new Error('the chain is too short')
  const key = { alias: 'acme', identity: ec }
  const certificates = [
    { alias: 'issuing', certificate: issuing, algorithm: 'EC-256' },
    { alias: 'root', certificate: root, algorithm: 'EC-256' },
  ]
  const clear = [...FEW, '-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE']
  const odd = ['with spaces', 'ärger ß', '键', 'key 🔑'].map((alias) => ({ alias, identity: leaf }))
  return (['JKS', 'PKCS12'] as const).flatMap((type): Recipe[] => {
    const java = type === 'JKS' ? {} : { java: FEW }
    return [
      { name: `${type} with its trusted entries`, type, ...java, keys: [key], trusted: certificates },
      { name: `${type} of trusted entries`, type, ...java, trusted: certificates },
      { name: `${type} of several keys`, type, ...java, keys: [key, { alias: 'other', identity: leaf }] },
      { name: `${type} with odd aliases`, type, ...java, keys: odd },
      { name: `${type} as keytool has it`, type, keys: [key] },
      ...(type === 'JKS'
        ? [
            { name: 'JKS with a password for the key', type, keys: [{ ...key, password: 'another one' }] },
            { name: 'JCEKS', type: 'JCEKS' as const, keys: [key], refused: 'keystore.format' },
          ]
        : [
            { name: 'PKCS12 legacy', type, java: ['-J-Dkeystore.pkcs12.legacy'], keys: [key], trusted: certificates },
            { name: 'PKCS12 with everything but the key in clear', type, java: clear, keys: [key], trusted: certificates },
          ]),
    ]
  })
}

async function make(workshop: Workshop, recipe: Recipe): Promise<Draft> {
  const { name, type, java = [], keys = [], trusted = [], refused } = recipe
  const store = ['-storetype', type, '-storepass', PASSWORD]
  for (const { alias, identity, password = PASSWORD } of keys) {
    const source = await sourceOf(workshop, identity)
    await workshop.run('keytool', [
      ...['-importkeystore', '-noprompt', '-srckeystore', source, '-srcstoretype', 'PKCS12', '-srcstorepass', PASSWORD],
      ...['-srcalias', 'source', '-destkeystore', workshop.path('store'), '-deststoretype', type, '-deststorepass', PASSWORD],
      ...['-destalias', alias, ...(type === 'PKCS12' ? [] : ['-destkeypass', password]), ...java],
    ])
  }
  for (const { alias, certificate } of trusted) {
    const file = await workshop.write('trusted.der', certificate)
    const target = ['-alias', alias, '-file', file, '-keystore', workshop.path('store')]
    await workshop.run('keytool', ['-importcert', '-noprompt', ...target, ...store, ...java])
  }
  const other = keys.map(({ password }) => password).find((password) => password !== undefined)
  const entries = [
    ...keys.map(({ alias, identity }) => keyEntry(alias, identity)),
    ...trusted.map(({ alias, algorithm, certificate }) => trustedEntry(alias, algorithm, certificate)),
  ]
  return {
    name,
    made: `keytool ${java.map((option) => option.slice('-J'.length)).join(' ')}`.trim(),
    type: type === 'PKCS12' ? 'pkcs12' : 'jks',
    password: PASSWORD,
    ...(other !== undefined && { keyPassword: other }),
    ...(refused !== undefined && { refused }),
    entries: refused === undefined ? entries.sort((a, b) => (a.alias < b.alias ? -1 : 1)) : [],
    unlisted: NOTHING_UNLISTED,
    bytes: (await workshop.take('store')).toString('base64'),
  }
}

/** What keytool imports from. */
async function sourceOf(workshop: Workshop, { pkcs8, chain }: Identity): Promise<string> {
  const blocks = [pem('PRIVATE KEY', pkcs8), ...chain.map((link) => pem('CERTIFICATE', link))]
  const input = await workshop.write('source.pem', blocks.join(''))
  const output = workshop.path('source.p12')
  const names = ['-name', 'source', '-passout', `pass:${PASSWORD}`]
  await workshop.run('openssl', ['pkcs12', '-export', '-in', input, '-out', output, ...names])
  return output
}
