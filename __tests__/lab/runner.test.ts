import { mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAction, runCli, traces } from '../../tools/lab/runner.ts'
import { findSecrets } from '../../tools/lab/secrets-search.ts'

const toolkit = new URL('../../node_modules/@actions/core/lib/core.js', import.meta.url).href
const CANARY = 'c4nary-c4nary-c4nary'

const METADATA = `
name: trial
inputs:
  command: { description: what to do, default: plan }
  fail-on-changes: { description: a boolean, default: false }
  two words: { description: with a space }
  github-token: { description: a token, default: '\${{ github.token }}' }
`

let folder: string
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'smtls-runner-test-')))
  await writeFile(join(folder, 'action.yml'), METADATA)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A bundle of a few lines that stands on the real toolkit. */
async function bundleOf(source: string): Promise<{ bundle: string; metadata: string; workspace: string }> {
  const bundle = join(folder, 'bundle.mjs')
  await writeFile(bundle, `import * as core from '${toolkit}'\nimport fs from 'node:fs'\nimport path from 'node:path'\n${source}`)
  return { bundle, metadata: join(folder, 'action.yml'), workspace: folder }
}

describe('an action', () => {
  test('sees the inputs with their defaults, its own variables, and nothing of ours', async () => {
    const action = await bundleOf(
      'process.stdout.write(JSON.stringify({ ...process.env, cwd: process.cwd(), version: process.version }))',
    )
    const inputs = { command: 'apply', 'two words': ' x ' }
    const { exitCode, stdout } = await runAction({ ...action, inputs, env: { BANK_KEY: 'key', GITHUB_RUN_ID: '7' } })
    expect(exitCode).toBe(0)
    const temporary: unknown = expect.stringContaining('smtls-runner-')
    const version24: unknown = expect.stringMatching(/^v24\./)
    const seen: unknown = JSON.parse(stdout)
    expect(seen).toEqual({
      BANK_KEY: 'key',
      CI: 'true',
      NODE_COMPILE_CACHE: expect.any(String),
      cwd: folder,
      GITHUB_ACTIONS: 'true',
      GITHUB_ENV: temporary,
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: temporary,
      GITHUB_OUTPUT: temporary,
      GITHUB_PATH: temporary,
      GITHUB_REPOSITORY: 'acme/integrations',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RUN_ID: '7',
      GITHUB_STATE: temporary,
      GITHUB_STEP_SUMMARY: temporary,
      GITHUB_WORKSPACE: folder,
      INPUT_COMMAND: 'apply',
      'INPUT_FAIL-ON-CHANGES': 'false',
      'INPUT_GITHUB-TOKEN': '',
      INPUT_TWO_WORDS: ' x ',
      RUNNER_TEMP: temporary,
      version: version24,
    })
  })

  test('hands back outputs, summary, state, variables, masks and files', async () => {
    const action = await bundleOf(`
      core.setSecret('${CANARY}')
      core.info('the key is ${CANARY}')
      core.setOutput('changed', true)
      core.setOutput('changes', { create: 1 })
      core.setOutput('lines', 'one\\ntwo')
      core.saveState('phase', 'post')
      core.exportVariable('NAME', 'value')
      await core.summary.addRaw('# Plan').write()
      fs.mkdirSync(path.join(process.env.RUNNER_TEMP, 'out'))
      fs.writeFileSync(path.join(process.env.RUNNER_TEMP, 'out', 'plan.json'), '{}')
      core.setFailed('100% wrong\\nreally')
    `)
    const run = await runAction({ ...action, inputs: {} })
    expect(run).toMatchObject({
      exitCode: 1,
      outputs: { changed: 'true', changes: '{"create":1}', lines: 'one\ntwo' },
      state: { phase: 'post' },
      exported: { NAME: 'value' },
      summary: '# Plan',
      masks: [CANARY],
      log: 'the key is ***\n##[error]100% wrong\nreally',
    })
    expect(run.commands).toEqual([
      { name: 'add-mask', properties: {}, message: CANARY },
      { name: 'error', properties: {}, message: '100% wrong\nreally' },
    ])
    expect(run.files).toEqual([{ name: 'out/plan.json', bytes: Buffer.from('{}') }])
  })

  test('leaves traces in which a secret is found wherever it got to, masked or not', async () => {
    const action = await bundleOf(`
      const value = ${JSON.stringify(CANARY)}
      core.setSecret(value)
      core.info(value)
      core.setOutput('digest', Buffer.from(value).toString('hex'))
      core.saveState('s', encodeURIComponent(value + '%'))
      core.exportVariable('E', value)
      await core.summary.addRaw(Buffer.from(value).toString('base64')).write()
      fs.writeFileSync(path.join(process.env.RUNNER_TEMP, 'file'), value)
    `)
    const run = await runAction({ ...action, inputs: {} })
    const hits = findSecrets(traces(run), [{ name: 'canary', value: Buffer.from(CANARY) }])
    expect(hits.map(({ haystack, form }) => [haystack, form])).toEqual([
      ['log without masks', 'raw'],
      ['outputs', 'hex'],
      ['state', 'raw'],
      ['exported', 'raw'],
      ['summary', 'base64'],
      ['file', 'raw'],
    ])
  })

  test('ends its lines as the runner takes them: a lone carriage return can begin a command', async () => {
    const action = await bundleOf(`
      process.stderr.write('one\\r\\ntwo\\r')
      process.stderr.write('::notice::from a name\\u2028::error::not this\\rlast')
    `)
    const run = await runAction({ ...action, inputs: {} })
    expect(run.commands).toEqual([{ name: 'notice', properties: {}, message: 'from a name\u2028::error::not this' }])
    expect(run.log).toBe('one\ntwo\n##[notice]from a name\u2028::error::not this\nlast')
    expect(run.stderr).toBe('one\r\ntwo\r::notice::from a name\u2028::error::not this\rlast')
  })

  test('gets the event, and a folder that stays when it is given one', async () => {
    const action = await bundleOf(`
      core.info(process.env.GITHUB_EVENT_NAME + fs.readFileSync(process.env.GITHUB_EVENT_PATH))
      const file = path.join(process.env.RUNNER_TEMP, 'count')
      fs.appendFileSync(file, 'x')
    `)
    const runnerTemp = join(folder, 'temp')
    const event = { name: 'pull_request', payload: { number: 7 } }
    const first = await runAction({ ...action, inputs: {}, event, runnerTemp })
    const second = await runAction({ ...action, inputs: {}, event, runnerTemp })
    expect(first.log).toBe('pull_request{"number":7}')
    expect(second.files).toEqual([{ name: 'count', bytes: Buffer.from('xx') }])
  })

  test('can be killed by whom it is told of, and leaves nothing behind', async () => {
    const action = await bundleOf(`
      process.on('SIGTERM', () => { core.error('stopped'); process.exit(1) })
      core.setOutput('temp', process.env.RUNNER_TEMP)
      process.kill(process.pid, 'SIGTERM')
      setInterval(() => undefined, 1000)
    `)
    const stopped = await runAction({ ...action, inputs: {} })
    expect(stopped).toMatchObject({ exitCode: 1, log: '##[error]stopped' })
    await expect(readdir(stopped.outputs.temp ?? '')).rejects.toThrow('ENOENT')

    const endless = await bundleOf('setInterval(() => undefined, 1000)')
    const killed = await runAction({ ...endless, inputs: {}, onStart: (pid) => process.kill(pid, 'SIGKILL') })
    expect(killed.exitCode).toBeNull()
  })

  test('is refused an input that it does not have', async () => {
    const action = await bundleOf('')
    await expect(runAction({ ...action, inputs: { comand: 'plan' } })).rejects.toThrow('action.yml has no input comand')
  })
})

describe('the command line', () => {
  test('gets arguments, variables and a folder, and PATH', async () => {
    const { bundle } = await bundleOf(`
      console.log(JSON.stringify([process.argv.slice(2), process.env, process.cwd()]))
      console.error('hint')
      process.exitCode = 3
    `)
    const { exitCode, stdout, stderr } = await runCli({ bundle, args: ['plan', '--spec', 'a b'], env: { X: '1' }, cwd: folder })
    expect({ exitCode, stderr }).toEqual({ exitCode: 3, stderr: 'hint\n' })
    expect(JSON.parse(stdout)).toEqual([
      ['plan', '--spec', 'a b'],
      { NODE_COMPILE_CACHE: expect.any(String), PATH: process.env.PATH, X: '1' },
      folder,
    ])
  })
})
