import { around, specOf, told } from './specs.ts'

const SOURCE = 'issuer: ca, subject: { CN: acme.example }'
const issuing = (source: string, more = '', issuers = 'ca: { self-signed: {} }'): string =>
  around(`keystores:\n  bank: { password: { secret: P }, source: { ${source} }${more} }\nissuers: { ${issuers} }`)

test('what is issued, as it is meant', () => {
  const text = issuing(
    "issuer: ca, subject: { CN: 'acme-${environment}.example', O: Acme, C: CH }, subject-alternative-names: ['DNS:a.${environment}.example'], validity: 90d, renew-before: 30d",
    ', handover: 7d',
    'ca: { exec: { command: [./sign.sh, -v], env: [CA_TOKEN] } }',
  )
  const { keystores, issuers } = specOf(text, 'dev')
  expect(keystores.get('bank')).toMatchObject({
    handoverMs: 7 * 86_400_000,
    source: {
      kind: 'issue',
      issuer: 'ca',
      subject: { CN: 'acme-dev.example', O: 'Acme', C: 'CH' },
      names: ['DNS:a.dev.example'],
      keyAlgorithm: 'rsa-3072',
      validityMs: 90 * 86_400_000,
      renewBeforeMs: 30 * 86_400_000,
    },
  })
  expect(issuers.get('ca')?.form).toEqual({ kind: 'exec', command: ['./sign.sh', '-v'], env: ['CA_TOKEN'], timeoutMs: 120_000 })
})

test('an environment replaces an issuer whole', () => {
  const text = `version: 1
environments:
  dev: { instance: a, issuers: { ca: { cfssl: { url: 'http://127.0.0.1:8888' } } } }
  prod: { instance: b, issuers: { more: { self-signed: {} } } }
keystores:
  bank: { password: { secret: P }, source: { ${SOURCE} } }
issuers: { ca: { vault: { url: 'https://vault.acme.example', role: r, token: { secret: T } } } }
`
  expect(specOf(text, 'dev').issuers.get('ca')?.form.kind).toBe('cfssl')
  expect([...specOf(text, 'prod').issuers].map(([name, { form }]) => [name, form.kind])).toEqual([
    ['ca', 'vault'],
    ['more', 'self-signed'],
  ])
})

test.each<[string, string, string[]]>([
  [
    'an issuer that is not there',
    issuing('issuer: corp, subject: { CN: a }'),
    ['5:54 spec.reference keystores.bank| source.issuer: corp is not in issuers'],
  ],
  [
    'a renewal that begins too late for its handover',
    issuing(`${SOURCE}, renew-before: 14d`, ', handover: 7d'),
    ['5:110 spec.type keystores.bank| handover: is not at least 8 days shorter than renew-before'],
  ],
  [
    'the same without renew-before',
    issuing(`${SOURCE}, validity: 60d`, ', handover: 13d'),
    [
      '5:106 spec.type keystores.bank| handover: is not at least 8 days shorter than a third of validity, when renewal begins: set renew-before',
    ],
  ],
  [
    'a renewal before the certificate begins',
    issuing(`${SOURCE}, validity: 30d, renew-before: 30d`),
    ['5:104 spec.type keystores.bank| source.renew-before: is not shorter than validity'],
  ],
  [
    'a name without its kind',
    issuing(`${SOURCE}, subject-alternative-names: [acme.example]`),
    [
      '5:117 spec.type keystores.bank| source.subject-alternative-names[0]: does not begin with DNS:, IP:, URI: or email:, or names nothing',
    ],
  ],
  [
    'a subject without a common name',
    issuing('issuer: ca, subject: { O: Acme }'),
    ['5:58 spec.type keystores.bank| source.subject.CN: is missing'],
  ],
  [
    'an issuer of two forms',
    issuing(SOURCE, '', "ca: { self-signed: {}, cfssl: { url: 'http://a' } }"),
    ['6:18 spec.type | issuers.ca.self-signed: cfssl and self-signed exclude each other: exactly one of them'],
  ],
  [
    'two ways into a vault',
    issuing(SOURCE, '', "ca: { vault: { url: 'https://v', role: r, token: { secret: T }, jwt-role: j } }"),
    ['6:18 spec.type | issuers.ca.vault: needs exactly one of token and jwt-role'],
  ],
  [
    'a URL with credentials',
    issuing(SOURCE, '', "ca: { cfssl: { url: 'https://me:secret@ca.example' } }"),
    ['6:32 spec.type | issuers.ca.cfssl.url: has credentials or a fragment in it'],
  ],
  [
    "the runner's own variables for a command",
    issuing(SOURCE, '', 'ca: { exec: { command: [a], env: [GITHUB_TOKEN] } }'),
    ['6:46 spec.name | issuers.ca.exec.env[0]: is a name of the runner, not of a secret: GITHUB_, ACTIONS_, RUNNER_, INPUT_'],
  ],
  [
    'a private key that is written down',
    issuing(SOURCE, '', 'ca: { local: { certificate: { file: ca.pem }, key: { value: x } } }'),
    ['6:65 spec.type | issuers.ca.local.key.value: a password or key is never written into the spec'],
  ],
])('%s', (_, text, expected) => expect(told(text)).toEqual(expected))
