import { around, specOf, told } from './specs.ts'

const sections = `keystores:
  old: { absent: true }
  bank: { password: { secret: P }, source: { keystore: { secret: K } }, absent: false }
trusted-certificates: { gone: { certificate: { file: gone.pem }, absent: true } }
protocol-profiles:
  oldm: { keystore: old, absent: true }
  bankm: { keystore: bank }
rest-messages: { Old Payments: { absent: true, scope: x_acme } }
soap-messages: { Old Statements: { protocol-profile: oldm, absent: true, sys-id: 0123456789abcdef0123456789abcdef } }
`

test('items that must not be there need nothing else, and are no items any more', () => {
  const spec = specOf(around(sections))
  expect(spec.absent.map(({ section, name, scope, sysId }) => ({ section, name, scope, sysId }))).toEqual([
    { section: 'keystores', name: 'old' },
    { section: 'trusted-certificates', name: 'gone' },
    { section: 'protocol-profiles', name: 'oldm' },
    { section: 'rest-messages', name: 'Old Payments', scope: 'x_acme' },
    { section: 'soap-messages', name: 'Old Statements', sysId: '0123456789abcdef0123456789abcdef' },
  ])
  expect(spec.absent[0]?.at).toEqual({ file: 'spec.yml', line: 5, column: 3 })
  expect([...spec.keystores.keys(), ...spec.trustedCertificates.keys(), ...spec.protocolProfiles.keys()]).toEqual([
    'bank',
    'bankm',
  ])
  expect(spec.messages).toEqual([])
})

test('an environment takes away what others have, key by key', () => {
  const text = `version: 1
environments:
  dev: { instance: acmedev }
  prod: { instance: acme, keystores: { bank: { absent: true } }, protocol-profiles: { bankm: { absent: true } } }
keystores: { bank: { password: { secret: P }, source: { keystore: { secret: K } } } }
protocol-profiles: { bankm: { keystore: bank } }
`
  expect(specOf(text, 'dev').absent).toEqual([])
  expect(specOf(text, 'prod').absent.map(({ name }) => name)).toEqual(['bank', 'bankm'])
})

test.each([
  [
    'keystores: { a: { absent: true } }\nprotocol-profiles: { am: { keystore: a } }',
    '5:38 spec.reference protocol-profiles.am| keystore: a is said to be absent',
  ],
  ['keystores: { a: { absent: true, colour: red } }', '4:33 spec.unknown-key keystores.a| colour: is not known here'],
  ['keystores: { a: { absent: "yes" } }', '4:27 spec.type keystores.a| absent: is text where true or false is meant'],
  [
    'keystores: { "a^b": { absent: true } }',
    '4:14 spec.name keystores.a^b| a^b: the name has a ^ in it, which queries of the instance cannot express',
  ],
  [
    'keystores: { a: { absent: true } }\ntrusted-certificates: { a: { absent: true } }',
    '5:25 spec.name trusted-certificates.a| a: a keystore has this name too, in line 4: both would be certificate records',
  ],
])('%s', (given, expected) => {
  expect(told(around(given))).toContain(expected)
})
