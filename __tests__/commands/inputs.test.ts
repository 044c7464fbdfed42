import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { INPUT_DEFAULTS, parseInputs } from '../../src/commands/inputs.ts'
import { outputsOf } from '../../src/report/outputs.ts'

const signIn = { username: 'admin', password: 'admin' }
const read = (given: Record<string, string>): ReturnType<typeof parseInputs> =>
  parseInputs((name) => ({ ...signIn, ...given })[name])
const codes = (given: Record<string, string>): string[] => read(given).problems.map(({ code }) => code)

test('defaults', () => {
  expect(read({}).settings).toEqual({
    command: 'plan',
    offline: false,
    spec: 'servicenow-mtls.yml',
    environment: undefined,
    instanceUrl: undefined,
    allowedHosts: [],
    signIn: { way: 'basic', username: 'admin' },
    allowUntrustedSpec: false,
    confirm: '',
    purpose: 'apply',
    planFile: undefined,
    expectedPlan: undefined,
    only: [],
    rotate: [],
    rotatePurge: [],
    promoteFrom: undefined,
    changeRequest: undefined,
    notify: [],
    failOnChanges: false,
    expiryWarningMs: 30 * 86_400_000,
    failOnExpiry: false,
    outputDirectory: undefined,
    maxParallel: 4,
    timeoutMs: 600_000,
    caCertificates: undefined,
  })
})

test('what is given is read', () => {
  const { settings } = read({
    command: 'verify',
    'instance-url': 'acmedev',
    'allowed-hosts': 'a.example, b.example\nc.example',
    'fail-on-expiry': 'True',
    timeout: '90s',
  })
  expect(settings).toMatchObject({
    command: 'verify',
    instanceUrl: 'https://acmedev.service-now.com',
    allowedHosts: ['a.example', 'b.example', 'c.example'],
    failOnExpiry: true,
    timeoutMs: 90_000,
  })
})

test('how things are shown is known even where another input is wrong', () => {
  const given = {
    command: 'deploy',
    comment: 'never',
    artifact: 'always',
    'artifact-name': 'keys',
    'artifact-retention-days': '5',
  }
  expect(read(given).sharing).toEqual({
    comment: 'never',
    artifact: 'always',
    artifactName: 'keys',
    artifactRetentionDays: 5,
    issue: 'never',
    deployment: 'auto',
  })
})

test.each([
  [
    { command: 'deploy' },
    'input.invalid',
    'input command: deploy: not one of plan, apply, verify, rollback, destroy, csr, targets, doctor, export',
  ],
  [{ for: 'verify' }, 'input.invalid', 'input for: verify: not one of plan, apply'],
  [{ environment: 'a b' }, 'input.invalid', 'input environment: a b'],
  [{ environment: 'x'.repeat(33) }, 'input.invalid', 'input environment'],
  [{ 'fail-on-changes': 'yes' }, 'input.invalid', 'input fail-on-changes: yes'],
  [{ 'max-parallel': '0' }, 'input.invalid', 'input max-parallel: 0'],
  [{ 'max-parallel': '1e3' }, 'input.invalid', 'input max-parallel: 1e3'],
  [{ timeout: '10' }, 'input.invalid', 'input timeout'],
  [{ 'instance-url': 'https://user:pass@x.example/path' }, 'input.invalid', 'input instance-url'],
  [{ 'expected-plan': 'sha256:1' }, 'input.invalid', 'input expected-plan'],
  [{ 'change-request': '30001' }, 'input.invalid', 'input change-request: 30001'],
  [{ notify: 'a^b' }, 'input.invalid', 'input notify: a^b: has a ^ in it'],
  [{ 'promote-from': 'a b' }, 'input.invalid', 'input promote-from: a b'],
  [{ artifact: 'maybe' }, 'input.invalid', 'input artifact: maybe: not one of auto, always, never'],
  [{ comment: 'yes' }, 'input.invalid', 'input comment: yes: not one of auto, always, never'],
  [{ issue: 'always' }, 'input.invalid', 'input issue: always: not one of auto, never'],
  [{ 'artifact-name': 'a/b' }, 'input.invalid', 'input artifact-name: a/b'],
  [{ 'artifact-retention-days': '0' }, 'input.invalid', 'input artifact-retention-days: 0'],
  [{ 'client-id': 'x' }, 'input.sign-in', 'sign-in: '],
  [{ username: '' }, 'input.sign-in', 'username'],
  [{ password: '' }, 'input.sign-in', 'password'],
])('%j: %s', (given, code, message) => {
  const { settings, problems } = read(given)
  expect(settings).toBeUndefined()
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ code, severity: 'error' })
  expect(problems[0]?.message).toContain(message)
  expect(problems[0]?.hint).not.toBe('')
})

test('everything that is wrong is told at once', () => {
  expect(codes({ command: 'deploy', timeout: 'soon', username: '', artifact: 'always' })).toEqual([
    'input.invalid',
    'input.invalid',
    'input.sign-in',
  ])
})

describe('action.yml', () => {
  const metadata: unknown = parse(readFileSync('action.yml', 'utf8'), { schema: 'failsafe' })
  const { inputs, outputs, runs } = metadata as {
    inputs: Record<string, { default: string; description: string }>
    outputs: Record<string, { description: string }>
    runs: Record<string, string>
  }

  test('has the inputs and defaults that the code reads', () => {
    const defaults = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default]))
    // What only a runner can fill in is empty elsewhere.
    expect(defaults).toEqual({ ...INPUT_DEFAULTS, 'github-token': '${{ github.token }}' })
    for (const input of Object.values(inputs)) expect(input.description).not.toBe('')
  })

  test('has the outputs that the code writes', () => {
    const written = outputsOf({
      plan: undefined,
      counts: undefined,
      changed: undefined,
      certificates: [],
      problems: [],
      directory: '',
      planFile: '',
      resultFile: '',
    })
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(written).sort())
    expect(written).toMatchObject({ changed: '', changes: '', 'days-to-expiry': '' })
  })

  test('runs the bundle on Node 24', () => {
    expect(runs).toEqual({ using: 'node24', main: 'dist/index.js' })
  })
})
