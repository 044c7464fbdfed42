import { pem } from '../lab/pki.ts'
import type { Draft, Identity } from './workshop.ts'
import { keyEntry, NOTHING_UNLISTED, type Workshop } from './workshop.ts'

/** Every cipher that openssl puts on a key or on certificates. */
const CIPHERS = [
  'PBE-SHA1-3DES',
  'PBE-SHA1-2DES',
  'PBE-SHA1-RC2-40',
  'PBE-SHA1-RC2-128',
  'PBE-SHA1-RC4-40',
  'PBE-SHA1-RC4-128',
  'PBE-MD5-DES',
  'PBE-SHA1-DES',
  'PBE-MD5-RC2-64',
  'PBE-SHA1-RC2-64',
  'AES-128-CBC',
  'AES-192-CBC',
  'AES-256-CBC',
  'CAMELLIA-128-CBC',
  'CAMELLIA-192-CBC',
  'CAMELLIA-256-CBC',
  'ARIA-128-CBC',
  'ARIA-192-CBC',
  'ARIA-256-CBC',
  'DES-EDE3-CBC',
  'DES-CBC',
  'RC2-40-CBC',
  'RC2-64-CBC',
  'RC2-CBC',
  'NONE',
] as const

/** What openssl takes by itself, now and in the past, and no cipher at all. */
const USUAL: ReadonlySet<string> = new Set(['PBE-SHA1-3DES', 'PBE-SHA1-RC2-40', 'AES-256-CBC', 'NONE'])

const MACS = [
  'sha1',
  'sha224',
  'sha256',
  'sha384',
  'sha512',
  'sha512-224',
  'sha512-256',
  'sha3-224',
  'sha3-256',
  'sha3-384',
  'sha3-512',
  'md5',
] as const

/** Few, so that reading all vectors, and mutations of them, takes no time. */
const FEW = ['-iter', '2'] as const

interface Recipe {
  readonly name: string
  readonly options: readonly string[]
  readonly identity: Identity
  readonly password?: string
  readonly expected?: Partial<Pick<Draft, 'entries' | 'unlisted' | 'refused'>>
}

/** Vectors by `openssl pkcs12 -export`: the ciphers, the kinds of keys, and what people do besides. */
export async function opensslVectors(workshop: Workshop, identities: Readonly<Record<string, Identity>>): Promise<Draft[]> {
  const { ec, leaf } = identities
  if (ec === undefined || leaf === undefined) throw new Error('identities are missing')
  const recipes = [
    ...combinations(leaf),
    ...Object.entries(identities).map(([name, identity]) => ({
      name: `key ${name}`,
      options: [...FEW, '-name', name],
      identity,
    })),
    ...customs(ec, leaf),
  ]
  const drafts: Draft[] = []
  for (const recipe of recipes) drafts.push(await make(workshop, recipe))
  return drafts
}

/** Each cipher for the key with each for the certificates, where one of them is usual or both are the same. */
function combinations(identity: Identity): Recipe[] {
  const pairs = CIPHERS.flatMap((key) => CIPHERS.map((certificates) => [key, certificates] as const))
  return pairs
    .filter(([key, certificates]) => key === certificates || USUAL.has(key) || USUAL.has(certificates))
    .map(([key, certificates], index) => combination(key, certificates, index, identity))
}

function combination(key: string, certificates: string, index: number, identity: Identity): Recipe {
  const mac = MACS[index % MACS.length] ?? 'sha1'
  const options = ['-keypbe', key, '-certpbe', certificates, '-macalg', mac, ...FEW, '-name', 'Acme']
  const plain = { entries: [], unlisted: { keys: 1, certificates: identity.chain.length } }
  return { name: `${key} ${certificates} ${mac}`, options, identity, ...(key === 'NONE' && { expected: plain }) }
}

function customs(ec: Identity, leaf: Identity): Recipe[] {
  const numbered = { entries: [keyEntry('1', ec)] }
  const unlisted = (certificates: number) => ({ entries: [], unlisted: { keys: 0, certificates } })
  const recipe = (name: string, options: readonly string[], rest: Partial<Recipe> = {}): Recipe => ({
    name,
    options: ['-name', 'Acme', ...FEW, ...options],
    identity: ec,
    ...rest,
  })
  return [
    { name: 'as openssl has it', options: ['-name', 'Acme'], identity: ec },
    { name: 'legacy as openssl has it', options: ['-name', 'Acme', '-legacy'], identity: ec },
    { name: 'without a name', options: [...FEW], identity: ec, expected: numbered },
    recipe('one iteration and no MAC iteration', ['-iter', '1', '-nomaciter']),
    recipe('names for the issuers', ['-caname', 'Issuing', '-caname', 'Root']),
    recipe('attributes of Microsoft', ['-LMK', '-CSP', 'Microsoft Software Key Storage Provider', '-keysig']),
    recipe('certificates alone', ['-nokeys'], { expected: unlisted(ec.chain.length) }),
    recipe('the key alone', ['-nocerts'], { expected: { entries: [{ ...keyEntry('acme', leaf), chain: [] }] }, identity: leaf }),
    recipe('no MAC', ['-nomac'], { expected: { refused: 'keystore.unreadable' } }),
    recipe('a MAC by SM3', ['-macalg', 'sm3'], { expected: { refused: 'keystore.format' } }),
    recipe('certificates under Blowfish', ['-legacy', '-certpbe', 'BF-CBC'], { expected: { refused: 'keystore.format' } }),
    recipe('the empty password', [], { password: '' }),
    recipe('a password of Latin letters', [], { password: 'Grüße aus Zürich' }),
    recipe('a password of Greek letters, legacy', ['-legacy'], { password: 'σύνθημα γνώρισμα' }),
    recipe('a password beyond the BMP', ['-legacy'], { password: 'key 🔑 key' }),
    recipe('a password of quotes', [], { password: `a "b' \\c$d` }),
    ...['Mit Leerzeichen', 'Ärger ß İ Σ', '键', 'x'.repeat(200)].map((alias, index) => ({
      name: `alias ${index + 1}`,
      options: [...FEW, '-name', alias],
      identity: leaf,
      expected: { entries: [keyEntry(alias.toLowerCase(), leaf)] },
    })),
  ]
}

async function make(
  workshop: Workshop,
  { name, options, identity, password = 'changeit', expected = {} }: Recipe,
): Promise<Draft> {
  const blocks = [pem('PRIVATE KEY', identity.pkcs8), ...identity.chain.map((link) => pem('CERTIFICATE', link))]
  const input = await workshop.write('input.pem', blocks.join(''))
  const old = options.some((option) => /RC2|RC4|-DES$|2DES|^DES-CBC$/.test(option)) && !options.includes('-legacy')
  const all = [...(old ? ['-legacy'] : []), ...options]
  await workshop.run('openssl', [
    ...['pkcs12', '-export', '-in', input, '-out', workshop.path('output.p12'), '-passout', `pass:${password}`],
    ...all,
  ])
  const alias = options[options.indexOf('-name') + 1] ?? ''
  return {
    name,
    made: `openssl pkcs12 -export ${all.join(' ')}`,
    type: 'pkcs12',
    password,
    entries: expected.refused === undefined ? [keyEntry(alias.toLowerCase(), identity)] : [],
    unlisted: NOTHING_UNLISTED,
    ...expected,
    bytes: (await workshop.take('output.p12')).toString('base64'),
  }
}
