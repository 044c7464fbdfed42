import { parseSpec } from '../../src/spec/load.ts'

const SPEC = `version: 1
environments:
  test: { instance: acmetest }
  prod: { instance: acme }
keystores:
  bank-client:
    password: { file: secret/password.txt }
    source:
      key: { file: secret/key.pem }
      certificate: { file: 'certs/\${environment}/bank.pem' }
      chain: [{ file: certs/root.pem }, { file: certs/issuing.pem }]
trusted-certificates:
  bank-root: { certificate: { file: certs/bank-root.pem } }
  bank-too: { certificate: { file: certs/bank-root.pem } }
`

const contentOf = (text: string) => parseSpec(text, 'spec.yml').document?.content

test('files, sorted and once; not those of one environment, nor passwords', () => {
  const common = ['certs/bank-root.pem', 'certs/issuing.pem', 'certs/root.pem']
  expect(contentOf(SPEC)?.files).toEqual([...common, 'secret/key.pem'])
  const loaded = SPEC.replace(/source:[\s\S]*issuing\.pem \}\]/, 'source: { keystore: { file: stores/bank.jks } }')
  expect(contentOf(loaded)?.files).toEqual(['certs/bank-root.pem', 'stores/bank.jks'])
})

test('an item that is named as a password is keeps its files', () => {
  const named = SPEC.replaceAll('bank-root:', 'password:')
  expect(contentOf(named)?.files).toContain('certs/bank-root.pem')
})

test.each([
  ['another instance', SPEC.replace('acmetest', 'acmetest2')],
  ['an override', SPEC.replace('instance: acme }', 'instance: acme, keystores: { bank-client: { warn-in-days: 5 } } }')],
  ['a comment', `# a comment\n${SPEC}`],
  ['the order of sections', SPEC.replace(/(keystores:[\s\S]*)(trusted-certificates:[\s\S]*)/, '$2$1')],
  ['quotes', SPEC.replace('certs/root.pem', '"certs/root.pem"')],
])('the text is the same with %s', (_, changed) => {
  expect(changed).not.toBe(SPEC)
  expect(contentOf(changed)).toEqual(contentOf(SPEC))
})

test.each([
  ['another name', SPEC.replace('bank-client:', 'bank-other:')],
  ['another key', SPEC.replace('bank-client:', 'bank-client:\n    keep-previous: 3')],
  [
    'another order in a list',
    SPEC.replace(
      '{ file: certs/root.pem }, { file: certs/issuing.pem }',
      '{ file: certs/issuing.pem }, { file: certs/root.pem }',
    ),
  ],
  ['another owner', `${SPEC}owner: acme/other\n`],
])('the text is another with %s', (_, changed) => {
  expect(contentOf(changed)?.text).not.toBe(contentOf(SPEC)?.text)
})
