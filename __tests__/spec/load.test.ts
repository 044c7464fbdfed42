import { parseSpec, specFor } from '../../src/spec/load.ts'
import { around, example, specOf, told } from './specs.ts'

const at = (line: number, column: number) => ({ file: 'spec.yml', line, column })

describe('a good spec', () => {
  test('becomes the model, with defaults and places', () => {
    const spec = specOf(example('servicenow-mtls'), 'dev')
    expect(spec.version).toBe(1)
    expect(spec.owner).toBe('acme/integrations')
    expect(spec.environment).toEqual({
      name: 'dev',
      at: at(6, 3),
      instance: 'https://acmedev.service-now.com',
      protected: false,
    })
    expect([...spec.keystores.keys()]).toEqual(['bank-client', 'payroll-client'])
    expect(spec.keystores.get('bank-client')).toEqual({
      name: 'bank-client',
      at: at(19, 3),
      type: 'jks',
      alias: 'bank-client',
      password: { secret: 'BANK_KEYSTORE_PASSWORD', at: at(20, 15) },
      source: { kind: 'load', keystore: { secret: 'BANK_KEYSTORE', at: at(22, 17) } },
      accept: [],
      adopt: false,
      handoverMs: 0,
      keepPrevious: 1,
      warnInDays: 30,
    })
    expect(spec.keystores.get('payroll-client')).toEqual({
      name: 'payroll-client',
      at: at(25, 3),
      type: 'jks',
      alias: 'payroll',
      password: { secret: 'PAYROLL_KEYSTORE_PASSWORD', at: at(27, 15) },
      source: {
        kind: 'build',
        key: { secret: 'PAYROLL_KEY', at: at(29, 12) },
        certificate: { file: 'certs/dev/payroll.pem', at: at(30, 20) },
        chain: [
          { file: 'certs/issuing-ca.pem', at: at(31, 15) },
          { file: 'certs/root-ca.pem', at: at(31, 47) },
        ],
      },
      accept: [],
      adopt: false,
      handoverMs: 0,
      keepPrevious: 2,
    })
    expect(spec.trustedCertificates.get('bank-root')).toEqual({
      name: 'bank-root',
      at: at(35, 3),
      certificate: { file: 'certs/bank-root.pem', at: at(36, 18) },
      accept: [],
      adopt: false,
      overlapMs: 30 * 24 * 60 * 60 * 1000,
    })
    expect([...spec.protocolProfiles.values()]).toEqual([
      { name: 'bankm', at: at(40, 3), keystore: 'bank-client', port: 443 },
      { name: 'payrol', at: at(41, 3), keystore: 'payroll-client' },
    ])
    expect(spec.messages).toEqual([
      {
        kind: 'rest-message',
        name: 'Bank Payments',
        at: at(44, 3),
        protocolProfile: 'bankm',
        mutualAuthentication: true,
        mode: 'enforce',
        rewriteEndpoint: true,
      },
      {
        kind: 'soap-message',
        name: 'Bank Statements',
        at: at(47, 3),
        protocolProfile: 'bankm',
        mutualAuthentication: true,
        mode: 'enforce',
        rewriteEndpoint: false,
      },
      {
        kind: 'soap-message',
        name: 'Payroll Export',
        at: at(48, 3),
        protocolProfile: 'payrol',
        mutualAuthentication: true,
        mode: 'enforce',
        rewriteEndpoint: false,
        scope: 'x_acme_payroll',
      },
    ])
  })

  test('every default of a keystore and a trusted certificate', () => {
    const text = around(
      [
        'keystores: { Bank Client: { password: { file: pw }, source: { key: { file: k }, certificate: { value: PEM } } } }',
        'trusted-certificates: { r: { certificate: { secret: ROOT } } }',
      ].join('\n'),
    )
    const { keystores, trustedCertificates } = specOf(text)
    expect(keystores.get('Bank Client')).toMatchObject({
      alias: 'bank client',
      type: 'jks',
      keepPrevious: 1,
      source: { chain: [] },
    })
    expect(keystores.get('Bank Client')?.warnInDays).toBeUndefined()
    expect(trustedCertificates.get('r')).toMatchObject({ format: undefined, overlapMs: 2_592_000_000 })
  })

  test('PKCS#12, and checks that are accepted', () => {
    const keystore = 'password: { secret: P }, source: { keystore: { secret: K } }'
    const spec = specOf(
      around(`keystores: { a: { type: pkcs12, accept: [chain.incomplete, certificate.expired], ${keystore} } }`),
    )
    expect(spec.keystores.get('a')).toMatchObject({ type: 'pkcs12', accept: ['chain.incomplete', 'certificate.expired'] })
  })

  test('an explicit alias is kept in lower case, as Java keeps it', () => {
    const keystore = 'password: { secret: P }, source: { keystore: { secret: K }, alias: Given }'
    const spec = specOf(around(`keystores: { a: { alias: Bank-Client, ${keystore} } }`))
    expect(spec.keystores.get('a')).toMatchObject({ alias: 'bank-client', source: { alias: 'Given' } })
  })

  test.each([
    ['acmedev', 'https://acmedev.service-now.com'],
    ['https://ACME.service-now.com/', 'https://acme.service-now.com'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['"acme${environment}"', 'https://acmedev.service-now.com'],
  ])('instance %s is %s', (given, origin) => {
    expect(specOf(`version: 1\nenvironments:\n  dev: { instance: ${given} }\n`).environment.instance).toBe(origin)
  })

  test('names that look like numbers and other plain words are taken as they are written, in the order of the file', () => {
    const { messages } = specOf(
      around('rest-messages: { b: &m { mutual-authentication: false }, 12: *m, 0x10: *m, true: *m, null: *m, 1.0: *m }'),
    )
    expect(messages.map(({ name }) => name)).toEqual(['b', '12', '0x10', 'true', 'null', '1.0'])
  })

  test('empty sections are as good as none', () => {
    expect(specOf(around('keystores:\nrest-messages: {}\n'))).toEqual(specOf(around('')))
  })
})

describe('the environment', () => {
  const { document } = parseSpec(example('servicenow-mtls'), 'spec.yml')

  test('may be left out when there is one', () => {
    expect(specOf(example('smallest')).environment.name).toBe('dev')
  })

  test('is asked for when there are several, and they are listed', () => {
    const { spec, problems } = specFor(document!, undefined)
    expect(spec).toBeUndefined()
    expect(problems).toMatchObject([
      {
        code: 'spec.environment',
        message: 'environment: there are several, and none is given: dev, prod',
        at: at(5, 1),
        item: '',
      },
    ])
  })

  test('that is not there is told with those that are', () => {
    expect(specFor(document!, 'prd').problems).toMatchObject([
      { code: 'spec.environment', message: 'environment: prd is not one of dev, prod', hint: 'did you mean prod?' },
    ])
  })

  test('is told beside the problems of the spec, which keep it from being used', () => {
    const broken = parseSpec(around('keystores: 1'), 'spec.yml')
    expect(broken.problems).toHaveLength(1)
    expect(specFor(broken.document!, 'prod').problems).toHaveLength(1)
    expect(specFor(broken.document!, 'dev')).toEqual({ problems: [] })
  })
})

const load = 'source: { keystore: { secret: K } }'
const whole = `password: { secret: P }, ${load}`

describe('one problem', () => {
  test.each<[string, string, string[]]>([
    ['unknown key', 'keystore: {}', ['4:1 spec.unknown-key | keystore: is not known here']],
    [
      'duplicate key',
      'keystores: {}\nkeystores: {}',
      ['5:1 spec.duplicate-key | keystores: is here twice, the first time in line 4'],
    ],
    [
      'duplicate key in an item',
      `keystores:\n  a:\n    ${load}\n    password: { secret: P }\n    password: { secret: Q }`,
      ['8:5 spec.duplicate-key keystores.a| password: is here twice, the first time in line 7'],
    ],
    ['section of the wrong type', 'keystores: []', ['4:12 spec.type | keystores: is a list where a mapping is meant']],
    ['item of the wrong type', 'keystores:\n  a: 5', ['5:6 spec.type keystores.a| a: is a number where a mapping is meant']],
    ['empty item', 'keystores:\n  a:', ['5:3 spec.type keystores.a| a: is empty where a mapping is meant']],
    ['missing password', `keystores:\n  a: { ${load} }`, ['5:3 spec.type keystores.a| password: is missing']],
    [
      'password in the spec',
      `keystores:\n  a: { password: { value: hunter2 }, ${load} }`,
      ['5:20 spec.type keystores.a| password.value: a password or key is never written into the spec'],
    ],
    [
      'password as text',
      `keystores:\n  a: { password: hunter2, ${load} }`,
      ['5:18 spec.type keystores.a| password: is text where { secret: … } or { file: … } is meant'],
    ],
    [
      'key in the spec',
      'keystores:\n  a: { password: { secret: P }, source: { key: { value: x }, certificate: { file: c } } }',
      ['5:50 spec.type keystores.a| source.key.value: a password or key is never written into the spec'],
    ],
    [
      'two forms of a value',
      `keystores:\n  a: { password: { secret: P, file: p }, ${load} }`,
      ['5:31 spec.type keystores.a| password.file: secret and file exclude each other: exactly one of them'],
    ],
    [
      'no form of a value',
      `keystores:\n  a: { password: {}, ${load} }`,
      ['5:8 spec.type keystores.a| password: needs exactly one of secret, file'],
    ],
    [
      'misspelt form of a value',
      `keystores:\n  a: { password: { secert: P }, ${load} }`,
      ['5:20 spec.unknown-key keystores.a| password.secert: is not known here'],
    ],
    [
      'two forms of a source',
      'keystores:\n  a: { password: { secret: P }, source: { keystore: { secret: K }, key: { secret: K } } }',
      ['5:68 spec.type keystores.a| source.key: keystore and key exclude each other: exactly one of them'],
    ],
    [
      'no form of a source',
      'keystores:\n  a: { password: { secret: P }, source: {} }',
      ['5:33 spec.type keystores.a| source: needs exactly one of keystore, key, issuer, request, existing'],
    ],
    [
      'a key of another form of a source',
      'keystores:\n  a: { password: { secret: P }, source: { keystore: { secret: K }, chain: [] } }',
      ['5:68 spec.unknown-key keystores.a| source.chain: is not known here'],
    ],
    [
      'a missing certificate',
      'keystores:\n  a: { password: { secret: P }, source: { key: { secret: K } } }',
      ['5:33 spec.type keystores.a| source.certificate: is missing'],
    ],
    [
      'a wrong value deep in a list',
      'keystores:\n  a: { password: { secret: P }, source: { key: { secret: K }, certificate: { file: c }, chain: [{ file: d }, { fil: e }] } }',
      ['5:112 spec.unknown-key keystores.a| source.chain[1].fil: is not known here'],
    ],
    [
      'a number in place of text',
      `keystores:\n  a: { alias: 5, ${whole} }`,
      ['5:15 spec.type keystores.a| alias: is a number where text is meant'],
    ],
    [
      'half a generation',
      `keystores:\n  a: { keep-previous: 1.5, ${whole} }`,
      ['5:23 spec.type keystores.a| keep-previous: is a number with a fraction where a whole number is meant'],
    ],
    [
      'less than none',
      `keystores:\n  a: { keep-previous: -1, ${whole} }`,
      ['5:23 spec.type keystores.a| keep-previous: is not a whole number from 0 to 100'],
    ],
    [
      'a type that is none',
      `keystores:\n  a: { type: jsk, ${whole} }`,
      ['5:14 spec.type keystores.a| type: jsk is not one of jks, pkcs12'],
    ],
    [
      'a port out of range',
      `keystores: { a: { ${whole} } }\nprotocol-profiles:\n  bankm: { keystore: a, port: 65536 }`,
      ['6:31 spec.type protocol-profiles.bankm| port: is not a whole number from 1 to 65535'],
    ],
    [
      'a port in quotes',
      `keystores: { a: { ${whole} } }\nprotocol-profiles:\n  bankm: { keystore: a, port: "443" }`,
      ['6:31 spec.type protocol-profiles.bankm| port: is text where a whole number is meant'],
    ],
    [
      'a duration without a unit',
      'trusted-certificates:\n  r: { certificate: { file: r }, overlap: 30 }',
      ['5:43 spec.type trusted-certificates.r| overlap: is not a duration as 30d, 12h, 10m or 90s'],
    ],
    [
      'YAML 1.1 booleans',
      'rest-messages:\n  A: { mutual-authentication: no }',
      ['5:31 spec.type rest-messages.A| mutual-authentication: is text where true or false is meant'],
    ],
    [
      'a sys_id that is none',
      'rest-messages:\n  A: { mutual-authentication: false, sys-id: ABC }',
      ['5:46 spec.type rest-messages.A| sys-id: is not a sys_id: 32 digits of 0-9 and a-f'],
    ],
    [
      'another placeholder',
      'trusted-certificates:\n  r: { certificate: { file: "a/${env}" } }',
      ['5:29 spec.type trusted-certificates.r| certificate.file: has a ${…} in it that is not ${environment}'],
    ],
    [
      'a file name with a control character',
      'trusted-certificates:\n  r: { certificate: { file: "a\\0b" } }',
      ['5:29 spec.type trusted-certificates.r| certificate.file: has a control character in it'],
    ],
    [
      'a profile without its keystore',
      'protocol-profiles:\n  bankm: { keystore: a }',
      ['5:22 spec.reference protocol-profiles.bankm| keystore: a is not in keystores'],
    ],
    [
      'a message without its profile',
      'soap-messages:\n  A: { protocol-profile: bankm }',
      ['5:26 spec.reference soap-messages.A| protocol-profile: bankm is not in protocol-profiles'],
    ],
    [
      'mutual authentication and no profile',
      'rest-messages:\n  A: {}',
      ['5:3 spec.type rest-messages.A| protocol-profile: is missing'],
    ],
    [
      'an endpoint of a SOAP message to rewrite and no profile',
      'soap-messages:\n  A: { mutual-authentication: false, rewrite-endpoint: true }',
      ['5:38 spec.type soap-messages.A| rewrite-endpoint: needs a protocol-profile, whose name becomes the scheme'],
    ],
    [
      'an endpoint to rewrite and no profile',
      'rest-messages:\n  A: { mutual-authentication: false, rewrite-endpoint: true }',
      ['5:38 spec.type rest-messages.A| rewrite-endpoint: needs a protocol-profile, whose name becomes the scheme'],
    ],
    [
      'one name for a keystore and a trusted certificate',
      `keystores: { a: { ${whole} } }\ntrusted-certificates:\n  a: { certificate: { file: a } }`,
      ['6:3 spec.name trusted-certificates.a| a: a keystore has this name too, in line 4: both would be certificate records'],
    ],
    [
      "a secret that is the runner's",
      'trusted-certificates:\n  r: { certificate: { secret: github_TOKEN } }',
      [
        '5:31 spec.name trusted-certificates.r| certificate.secret: is a name of the runner, not of a secret: GITHUB_, ACTIONS_, RUNNER_, INPUT_',
      ],
    ],
    [
      'a secret that has no name',
      'trusted-certificates:\n  r: { certificate: { secret: "BANK ROOT" } }',
      [
        '5:31 spec.name trusted-certificates.r| certificate.secret: is no name of a secret: letters, digits and _, no digit first',
      ],
    ],
    [
      'a merge key',
      'keystores: { a: { <<: {} } }',
      [
        '4:14 spec.type keystores.a| source: is missing',
        '4:14 spec.type keystores.a| password: is missing',
        '4:19 spec.unknown-key keystores.a| <<: is not known here',
      ],
    ],
  ])('%s', (_, sections, expected) => {
    expect(told(around(sections))).toEqual(expected)
  })

  test.each<[string, string, string[]]>([
    ['no version', 'environments: { dev: { instance: a } }', ['1:1 spec.type | version: is missing']],
    ['another version', 'version: 2\nenvironments: { dev: { instance: a } }', ['1:10 spec.type | version: is not 1']],
    ['a version in quotes', 'version: "1"\nenvironments: { dev: { instance: a } }', ['1:10 spec.type | version: is text']],
    ['no environments', 'version: 1', ['1:1 spec.type | environments: is missing']],
    ['no environment', 'version: 1\nenvironments: {}', ['2:1 spec.type | environments: has no environment']],
    [
      'environments of another type',
      'version: 1\nenvironments: [dev]',
      ['2:15 spec.type | environments: is a list where a mapping is meant'],
    ],
    [
      'an environment of another type',
      'version: 1\nenvironments: { dev: acme }',
      ['2:22 spec.type | environments.dev: is text where a mapping is meant'],
    ],
    ['no instance', 'version: 1\nenvironments: { dev: {} }', ['2:17 spec.type | environments.dev.instance: is missing']],
    [
      'an instance with a path',
      'version: 1\nenvironments: { dev: { instance: https://acme.service-now.com/login.do } }',
      [
        '2:34 spec.type | environments.dev.instance: https://acme.service-now.com/login.do: does not name an instance (more than scheme, host and port)',
      ],
    ],
    [
      'an instance with credentials, which are not repeated',
      'version: 1\nenvironments: { dev: { instance: "https://me:hunter2@acme.service-now.com" } }',
      [
        '2:34 spec.type | environments.dev.instance: https://***@acme.service-now.com: does not name an instance (credentials in the URL)',
      ],
    ],
    [
      'a name of an environment',
      'version: 1\nenvironments: { "a b": { instance: a } }',
      ['2:17 spec.name | environments.a b: the name is not 1 to 32 letters, digits, _ and -'],
    ],
    [
      'an unknown key of an environment',
      'version: 1\nenvironments: { dev: { instance: a, keystore: {} } }',
      ['2:37 spec.unknown-key | environments.dev.keystore: is not known here'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected)
  })
})

test('a check that cannot be accepted', () => {
  const [problem, ...others] = told(
    around('trusted-certificates:\n  r: { certificate: { file: r }, accept: [certificate.expired, key.mismatch] }'),
  )
  expect(problem).toMatch(/^5:64 spec\.type trusted-certificates\.r\| accept\[1\]: key\.mismatch is not one of key\.weak, /)
  expect(others).toEqual([])
})

describe('hints', () => {
  test.each([
    ['keystore: {}', 'did you mean keystores?'],
    ['protocolProfiles: {}', 'did you mean protocol-profiles?'],
    ['rest_messages: {}', 'did you mean rest-messages?'],
    [
      'certificates-of-all-partners: {}',
      'known here: version, owner, environments, keystores, trusted-certificates, protocol-profiles, rest-messages, soap-messages, connections, oauth-providers, issuers, probes',
    ],
    ['rest-messages: { A: { protocolprofile: x, mutual-authentication: false } }', 'did you mean protocol-profile?'],
    [`keystores: { bank: { ${whole} } }\nprotocol-profiles: { bankm: { keystore: bnak } }`, 'did you mean bank?'],
    [`trusted-certificates: { r: { certificate: { file: r }, format: dre } }`, 'did you mean der?'],
    ['owner: 5', 'put it in quotes'],
    [`keystores: { bank: { type: bcfks, ${whole} } }`, expect.stringMatching(/^BCFKS is not written by this action/) as never],
    ['rest-messages: { A: {} }', 'name a key of protocol-profiles, or say mutual-authentication: false'],
  ])('%s: %s', (sections, hint) => {
    expect(parseSpec(around(sections), 'spec.yml').problems.map((problem) => problem.hint)).toEqual([hint])
  })
})

test('all problems of a spec at once, in the order of the file', () => {
  const text = `version: 3
onwer: acme
environments:
  dev: { instance: 'ftp://acme', protected: maybe }
  'p r': { instance: acme, keystores: { bank: { keep-previous: many } } }
keystores:
  bank:
    pasword: { secret: P }
    source: { key: { value: x }, certificate: { file: c } }
  'old^one': { password: { secret: INPUT_PASSWORD }, source: {} }
trusted-certificates:
  bank: { certificate: { file: r }, format: pme, overlap: 1w }
protocol-profiles:
  https: { keystore: bnak, port: 0 }
rest-messages:
  A: { protocol-profile: http }
  B: { mode: require, protocol-profile: nowhere }
probes: []
`
  expect(told(text)).toEqual([
    '1:10 spec.type | version: is not 1',
    '2:1 spec.unknown-key | onwer: is not known here',
    '4:20 spec.type | environments.dev.instance: ftp://acme: does not name an instance (neither https:// nor http://)',
    '4:45 spec.type | environments.dev.protected: is text where true or false is meant',
    '5:3 spec.name | environments.p r: the name is not 1 to 32 letters, digits, _ and -',
    '5:64 spec.type keystores.bank| keep-previous: is text where a whole number is meant (environment p r)',
    '7:3 spec.type keystores.bank| password: is missing',
    '8:5 spec.unknown-key keystores.bank| pasword: is not known here',
    '9:22 spec.type keystores.bank| source.key.value: a password or key is never written into the spec',
    '10:3 spec.name keystores.old^one| old^one: the name has a ^ in it, which queries of the instance cannot express',
    '10:36 spec.name keystores.old^one| password.secret: is a name of the runner, not of a secret: GITHUB_, ACTIONS_, RUNNER_, INPUT_',
    '10:54 spec.type keystores.old^one| source: needs exactly one of keystore, key, issuer, request, existing',
    '12:3 spec.name trusted-certificates.bank| bank: a keystore has this name too, in line 7: both would be certificate records',
    '12:45 spec.type trusted-certificates.bank| format: pme is not one of pem, der',
    '12:59 spec.type trusted-certificates.bank| overlap: is not a duration as 30d, 12h, 10m or 90s',
    '14:3 spec.name protocol-profiles.https| https: the name is a URL scheme that exists already',
    '14:22 spec.reference protocol-profiles.https| keystore: bnak is not in keystores',
    '14:34 spec.type protocol-profiles.https| port: is not a whole number from 1 to 65535',
    '16:26 spec.reference rest-messages.A| protocol-profile: http is not in protocol-profiles',
    '17:41 spec.reference rest-messages.B| protocol-profile: nowhere is not in protocol-profiles',
  ])
})

describe('bounds', () => {
  const messages = (count: number): string =>
    `rest-messages:\n${Array.from({ length: count }, (_, index) => `  m${index}: { mutual-authentication: false }\n`).join('')}`
  const environments = (count: number): string =>
    `version: 1\nenvironments:\n${Array.from({ length: count }, (_, index) => `  e${index}: { instance: a${index} }\n`).join('')}`

  test('1,000 items and no more', () => {
    expect(specOf(around(messages(1000))).messages).toHaveLength(1000)
    expect(told(around(messages(1001)))).toEqual(['1005:3 spec.type | spec: has more than 1000 items'])
  })

  test('100 environments and no more', () => {
    expect(told(environments(100))).toEqual([])
    expect(told(environments(101))).toEqual(['103:3 spec.type | environments: has more than 100 environments'])
  })

  test('of thousands of problems the first thousand are told', () => {
    const keys = Array.from({ length: 3000 }, (_, index) => `k${index}: 1\n`).join('')
    expect(told(around(keys))).toHaveLength(1000)
  })

  test('a long name is cut in messages', () => {
    const [problem] = parseSpec(
      around(`rest-messages: { ${'n'.repeat(900)}: { mutual-authentication: false } }`),
      'spec.yml',
    ).problems
    expect(problem?.code).toBe('spec.name')
    expect(problem?.item.length).toBeLessThan(150)
    expect(problem?.message).toMatch(/…: the name is longer than 200 characters$/)
  })
})
