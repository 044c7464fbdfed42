import { around, specOf, told } from './specs.ts'

const BASE =
  'keystores: { k: { password: { secret: P }, source: { keystore: { secret: K } } } }\nprotocol-profiles: { bankm: { keystore: k } }\n'

test('a probe, as it is meant', () => {
  const text = around(
    `${BASE}probes:\n  - { url: 'https://\${environment}.bank.example/health', protocol-profile: bankm, expect-status: 204 }`,
  )
  expect(specOf(text).probes).toEqual([
    {
      at: { file: 'spec.yml', line: 7, column: 5 },
      url: 'https://dev.bank.example/health',
      protocolProfile: 'bankm',
      expectStatus: 204,
      required: false,
    },
  ])
})

test('an environment has probes of its own', () => {
  const text = `version: 1
environments:
  dev: { instance: a, probes: null }
  prod: { instance: b }
${BASE}probes: [{ url: 'https://bank.example', protocol-profile: bankm }]
`
  expect(specOf(text, 'dev').probes).toEqual([])
  expect(specOf(text, 'prod').probes).toHaveLength(1)
})

test.each([
  ["{ url: 'http://bank.example', protocol-profile: bankm }", 'probes[0].url: is not a URL that begins with https://'],
  ["{ url: 'https://a:b@bank.example', protocol-profile: bankm }", 'probes[0].url: has credentials or a fragment in it'],
  ["{ url: 'https://bank.example', protocol-profile: bnakm }", 'probes[0].protocol-profile: bnakm is not in protocol-profiles'],
  [
    "{ url: 'https://bank.example', protocol-profile: bankm, expect-status: 20 }",
    'probes[0].expect-status: is not a whole number from 100 to 599',
  ],
  ['{ protocol-profile: bankm }', 'probes[0].url: is missing'],
])('%s', (probe, message) => {
  expect(told(around(`${BASE}probes: [${probe}]`))).toEqual([expect.stringContaining(message)])
})
