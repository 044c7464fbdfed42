import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCli } from '../../tools/lab/runner.ts'
import { keystoreSecret, makeCompanies, openScene, problemsOf, SPEC, type Companies, type Scene } from '../support/scene.ts'

/** What is said at a terminal speaks of flags and variables, in a job of inputs and steps. */

let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
})
afterEach(() => scene.close())

const SIGN_IN = ['--username', 'admin', '--password', 'admin']
async function said(...args: string[]): Promise<{ exitCode: number | null; text: string }> {
  const { exitCode, stdout, stderr } = await runCli({ args, cwd: scene.workspace, env: scene.secrets })
  return { exitCode, text: stdout + stderr }
}

test.each([
  ['a command that is misspelt', ['crs', ...SIGN_IN], 'hint: did you mean csr?'],
  ['a flag that is misspelt', ['plan', '--enviroment', 'dev'], 'hint: did you mean environment?'],
  ['a flag with a wrong value', ['plan', '--timeout', 'soon', ...SIGN_IN], 'hint: correct the flag of that name'],
  ['no spec', ['plan', '--spec', 'none.yml', ...SIGN_IN], 'hint: name the file with `--spec`'],
  ['a spec without an end', ['plan', '--spec', '/dev/zero', ...SIGN_IN], 'is larger than 1 MiB'],
  ['a file to inspect without an end', ['inspect', '/dev/zero'], 'error keystore.too-large keystore has more bytes'],
  ['a file to inspect that is not there', ['inspect', 'none.jks'], 'hint: name a file that is there'],
])('%s', async (_what, args, hint) => {
  const { exitCode, text } = await said(...args)
  expect(exitCode).toBe(1)
  expect(text).toContain(hint)
  expect(text).not.toMatch(/with:|env:|the step|checkout|workspace/)
})

test('a command that there is not: nothing else is looked at, and nothing is written', async () => {
  const before = await readdir(scene.workspace)
  const { exitCode, text } = await said('frobnicate')
  expect(exitCode).toBe(1)
  expect(text).toMatch(/^error input\.invalid frobnicate: no command; there are plan, .*, inspect, emulator, help\n {2}hint: /)
  expect(text).not.toContain('sign-in')
  expect(await readdir(scene.workspace)).toEqual(before)
})

test('a secret that is missing', async () => {
  delete scene.secrets.BANK_PASSWORD
  const { text } = await said('plan', ...SIGN_IN)
  expect(text).toContain('hint: set the environment variable of that name')
  const [problem] = problemsOf(await scene.run('plan')).filter(({ code }) => code === 'value.secret-missing')
  expect(problem?.hint).toContain('`env:` of the step')
})

test('a problem of a value has the place of the value, and the name of its file', async () => {
  await scene.write('certs/bank-root.pem', 'nothing of the kind')
  await scene.write('certs/acme.pem', 'nothing either')
  delete scene.secrets.BANK_PASSWORD
  const lines = SPEC.split('\n')
  const at = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1
  expect(problemsOf(await scene.run('plan')).map(({ code, message, line }) => [code, message, line])).toEqual([
    ['value.secret-missing', 'secret BANK_PASSWORD: is missing or empty', at('BANK_PASSWORD')],
    ['certificate.unreadable', expect.stringMatching(/^certs\/acme\.pem: /), at('certs/acme.pem')],
    ['certificate.unreadable', expect.stringMatching(/^certs\/bank-root\.pem: /), at('certs/bank-root.pem')],
  ])
})

test('export says where its spec is', async () => {
  const { exitCode, text } = await said('export', '--environment', 'dev', ...SIGN_IN)
  expect([exitCode, text]).toEqual([0, expect.stringContaining('the spec is servicenow-mtls-out/dev/servicenow-mtls.yml')])
})

test('export does not replace a spec that somebody has edited', async () => {
  const path = join(scene.workspace, 'servicenow-mtls-out/dev/servicenow-mtls.yml')
  expect((await said('export', '--environment', 'dev', ...SIGN_IN)).exitCode).toBe(0)
  expect((await said('export', '--environment', 'dev', ...SIGN_IN)).exitCode).toBe(0)
  const edited = `# ours\n${await readFile(path, 'utf8')}`
  await writeFile(path, edited)
  const again = await said('export', '--environment', 'dev', ...SIGN_IN)
  expect([again.exitCode, again.text]).toEqual([1, expect.stringContaining('output.exists')])
  expect(again.text).not.toContain('the spec is')
  expect(await readFile(path, 'utf8')).toBe(edited)
})

test('the generations of a keystore that is not in the spec any more are told as one', async () => {
  await scene.run('apply')
  scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
  await scene.run('apply')
  const lines = SPEC.split('\n').filter((line) => !/bank-client|BANK_|bankm/.test(line))
  await scene.spec(lines.filter((line) => line !== 'rest-messages:').join('\n'))
  const unlisted = problemsOf(await scene.run('plan')).filter(({ code }) => code === 'record.unlisted')
  expect(unlisted.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^certificate records bank-client.* \(.+\), bank-client.* \(.+\) bear the mark of this spec and are not in it$/,
    ),
  ])
})

test('the last lines are cleaned of secrets as the others are', async () => {
  const last = async (command: string, directory: string): Promise<string | undefined> => {
    const args = ['--environment', 'dev', '--username', 'admin', '--password', 'admin', '--output-directory', directory]
    return (await said(command, ...args, '--github-token', 'acme-token')).text.trim().split('\n').at(-1)
  }
  expect(await last('plan', 'of acme-token')).toMatch(/^files are in .*of \*\*\*$/)
  await scene.write('servicenow-mtls.yml', SPEC.replaceAll('${INSTANCE}', 'https://acme-token.service-now.com'))
  expect(await last('targets', 'x')).toContain('https://***.service-now.com')
})
