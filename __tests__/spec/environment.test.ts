import { parseSpec, specFor } from '../../src/spec/load.ts'
import { specOf, told } from './specs.ts'

/** A base with two of everything, and an environment of which the rest is given. */
const withProd = (overrides: string): string => `version: 1
environments:
  dev: { instance: acmedev }
  prod:
    instance: acme
${overrides.replaceAll(/^/gm, '    ')}
keystores:
  bank:
    alias: one
    password: { secret: PASSWORD }
    source: { keystore: { secret: STORE }, alias: inner }
  other:
    password: { secret: PASSWORD }
    source: { key: { secret: KEY }, certificate: { file: a.pem }, chain: [{ file: b.pem }, { file: c.pem }] }
trusted-certificates:
  root: { certificate: { file: 'certs/\${environment}.pem' }, overlap: 1d }
protocol-profiles:
  bankm: { keystore: bank, port: 8443 }
rest-messages:
  Pay: { protocol-profile: bankm }
`

describe('an override', () => {
  test('replaces a value and leaves the rest, in that environment only', () => {
    const text = withProd('keystores:\n  bank: { password: { file: pw } }')
    expect(specOf(text, 'prod').keystores.get('bank')).toMatchObject({
      at: { line: 9 },
      alias: 'one',
      password: { file: 'pw', at: { line: 7, column: 25 } },
      source: { keystore: { secret: 'STORE' } },
    })
    expect(specOf(text, 'dev').keystores.get('bank')).toMatchObject({ password: { secret: 'PASSWORD', at: { line: 11 } } })
  })

  test('replaces a source whole', () => {
    const { keystores } = specOf(withProd('keystores: { bank: { source: { keystore: { secret: PROD } } } }'), 'prod')
    expect(keystores.get('bank')?.source).toEqual({
      kind: 'load',
      keystore: { secret: 'PROD', at: { file: 'spec.yml', line: 6, column: 46 } },
    })
  })

  test('of a list replaces it whole, with the source it is in', () => {
    const source = '{ key: { secret: KEY }, certificate: { file: a.pem }, chain: [{ file: d.pem }] }'
    const { keystores } = specOf(withProd(`keystores: { other: { source: ${source} } }`), 'prod')
    expect(keystores.get('other')?.source).toMatchObject({ chain: [{ file: 'd.pem' }] })
  })

  test('null takes a key away, back to its default', () => {
    const { keystores, protocolProfiles, trustedCertificates } = specOf(
      withProd(
        'keystores: { bank: { alias: null } }\nprotocol-profiles: { bankm: { port: } }\ntrusted-certificates: { root: { overlap: ~ } }',
      ),
      'prod',
    )
    expect(keystores.get('bank')?.alias).toBe('bank')
    expect(protocolProfiles.get('bankm')?.port).toBeUndefined()
    expect(trustedCertificates.get('root')?.overlapMs).toBe(2_592_000_000)
  })

  test('null takes an item away', () => {
    const text = withProd('keystores: { other: null }\nrest-messages: { Pay: null }')
    expect([...specOf(text, 'prod').keystores.keys()]).toEqual(['bank'])
    expect(specOf(text, 'prod').messages).toEqual([])
    expect(specOf(text, 'dev').keystores.size).toBe(2)
  })

  test('null takes a section away', () => {
    const text = withProd('rest-messages: null\nprotocol-profiles:\nkeystores: ~')
    const { keystores, protocolProfiles, messages, trustedCertificates } = specOf(text, 'prod')
    expect([keystores.size, protocolProfiles.size, messages.length, trustedCertificates.size]).toEqual([0, 0, 0, 1])
  })

  test('adds an item, whole in itself, and a section', () => {
    const text = withProd(
      'protocol-profiles: { second: { keystore: other } }\nsoap-messages: { S: { protocol-profile: second } }',
    )
    const { protocolProfiles, messages } = specOf(text, 'prod')
    expect([...protocolProfiles.keys()]).toEqual(['bankm', 'second'])
    expect(messages.map(({ name }) => name)).toEqual(['Pay', 'S'])
    expect(specOf(text, 'dev').messages).toHaveLength(1)
  })

  test('${environment} is that of the environment', () => {
    const at = { file: 'spec.yml', line: 16, column: 24 }
    expect(specOf(withProd(''), 'prod').trustedCertificates.get('root')?.certificate).toEqual({ file: 'certs/prod.pem', at })
    expect(specOf(withProd(''), 'dev').trustedCertificates.get('root')?.certificate).toEqual({ file: 'certs/dev.pem', at })
  })

  test('may bring what the base lacks, if every environment does', () => {
    const text = (dev: string): string =>
      `version: 1\nenvironments:\n  dev: { instance: a, ${dev} }\n  prod: { instance: b, keystores: { k: { password: { secret: Q } } } }\nkeystores:\n  k: { source: { keystore: { secret: K } } }`
    expect(specOf(text('keystores: { k: { password: { secret: P } } }'), 'dev').keystores.get('k')?.password).toMatchObject({
      secret: 'P',
    })
    expect(told(text('protected: true'))).toEqual(['6:3 spec.type keystores.k| password: is missing (environment dev)'])
  })
})

describe('problems of overrides', () => {
  test.each<[string, string, string[]]>([
    [
      'stand where the override does',
      'protocol-profiles: { bankm: { port: 0 } }',
      ['6:41 spec.type protocol-profiles.bankm| port: is not a whole number from 1 to 65535 (environment prod)'],
    ],
    [
      'unknown keys',
      'keystores: { bank: { pasword: { secret: P } } }',
      ['6:26 spec.unknown-key keystores.bank| pasword: is not known here (environment prod)'],
    ],
    [
      'duplicate keys',
      'keystores: { bank: { alias: a, alias: b } }',
      ['6:36 spec.duplicate-key keystores.bank| alias: is here twice, the first time in line 6'],
    ],
    [
      'names',
      "keystores: { 'a^b': null, 'c^d': { password: { secret: P }, source: { keystore: { secret: K } } } }",
      [
        '6:31 spec.name keystores.c^d| c^d: the name has a ^ in it, which queries of the instance cannot express (environment prod)',
      ],
    ],
    [
      'sections of the wrong type',
      'keystores: none',
      [
        '6:16 spec.type | keystores: is text where a mapping is meant (environment prod)',
        '18:22 spec.reference protocol-profiles.bankm| keystore: bank is not in keystores (environment prod)',
      ],
    ],
    [
      'what is left dangling',
      'keystores: { bank: null }',
      ['18:22 spec.reference protocol-profiles.bankm| keystore: bank is not in keystores (environment prod)'],
    ],
    [
      'a source of two halves',
      'keystores: { bank: { source: { certificate: { file: c } } } }',
      ['6:26 spec.type keystores.bank| source: needs exactly one of keystore, key, issuer, request, existing (environment prod)'],
    ],
  ])('%s', (_, overrides, expected) => {
    expect(told(withProd(overrides))).toEqual(expected)
  })

  test('what is wrong in the base is told once, even where every environment overrides it', () => {
    const base = withProd('trusted-certificates: { root: { overlap: 2d } }')
      .replace('overlap: 1d', 'overlap: 1w')
      .replace('acmedev }', 'acmedev, trusted-certificates: { root: { overlap: 3d } } }')
    expect(told(base)).toEqual(['16:71 spec.type trusted-certificates.root| overlap: is not a duration as 30d, 12h, 10m or 90s'])
  })

  test('a problem of one environment stops the others, too', () => {
    const { document, problems } = parseSpec(withProd('protected: 1'), 'spec.yml')
    expect(problems).toHaveLength(1)
    expect(specFor(document!, 'dev')).toEqual({ problems: [] })
  })
})

describe('two environments on one instance', () => {
  const both = (first: string, second: string): string => `version: 1
environments:
  one: { instance: acme, ${first} }
  two: { instance: "https://ACME.service-now.com:443/", ${second} }
`
  const keystore = (name: string): string =>
    `keystores: { ${name}: { password: { secret: P }, source: { keystore: { secret: K } } } }`
  const trusted = (name: string): string => `trusted-certificates: { ${name}: { certificate: { file: r } } }`
  const message = (more: string): string => `rest-messages: { M: { mutual-authentication: false${more} } }`

  test.each<[string, string, string, string]>([
    ['a keystore', keystore('k'), keystore('k'), 'keystores.k'],
    ['a trusted certificate', trusted('r'), trusted('r'), 'trusted-certificates.r'],
    ['one name of two kinds', keystore('r'), trusted('r'), 'trusted-certificates.r'],
    ['a message', message(''), message(''), 'rest-messages.M'],
  ])('must not share %s', (_, first, second, item) => {
    expect(told(both(first, second))).toEqual([
      `4:3 spec.environment | environments.two: is on https://acme.service-now.com like one, and both have ${item}`,
    ])
  })

  test('may have their own', () => {
    expect(told(both(keystore('a'), keystore('b')))).toEqual([])
    expect(told(both(message(', scope: x_one'), message(', scope: x_two')))).toEqual([])
  })

  test('may share names on instances of their own', () => {
    expect(told(both(keystore('a'), keystore('a')).replace('ACME', 'other'))).toEqual([])
  })
})
