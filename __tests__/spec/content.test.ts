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

test('public files, sorted and once; not those of one environment, nor what is private', () => {
  expect(contentOf(SPEC)?.files).toEqual(['certs/bank-root.pem', 'certs/issuing.pem', 'certs/root.pem'])
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
