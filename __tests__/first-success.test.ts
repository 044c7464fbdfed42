import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { makePkcs12 } from '../tools/lab/keystores.ts'
import { issue, makeCa } from '../tools/lab/pki.ts'
import { execute, findProgram, needProgram, type Execution } from '../tools/lab/programs.ts'
import { startEmulatorProcess } from './support/emulator-process.ts'
import { recipe } from './support/recipes.ts'
import { describeWhere } from './support/tools.ts'

/** A stranger's way: the commands of README and docs/TRYING.md as they stand there, in what a clone has. */

const [, typed = ''] = /`(npm ci && [^`]+)`/.exec(readFileSync('README.md', 'utf8')) ?? []
const commands = typed.split(' && ')

test('the README leads to the first success by two commands, and CI runs both', () => {
  expect(commands).toEqual(['npm ci', 'npm run demo'])
  const ci = readFileSync('.ci/run', 'utf8').split('\n')
  for (const command of commands) expect(ci).toContain(command)
})

const isThere = existsSync('.git') && ['git', 'npm', 'bash', 'openssl'].every((name) => findProgram(name as 'git') !== undefined)
describeWhere(isThere, 'git, npm, bash or openssl', 'in a clone', () => {
  let folder: string
  let clone: string
  const run = (script: string, cwd = clone, more: Record<string, string> = {}): Promise<Execution> =>
    execute(needProgram('bash'), ['--norc', '-e', '-o', 'pipefail', '-c', script], {
      cwd,
      env: {
        PATH: [join(folder, 'programs'), resolve('node_modules/.bin'), process.env.PATH].join(delimiter),
        HOME: folder,
        npm_config_cache: join(folder, 'cache'),
        npm_config_offline: 'true',
        ...more,
      },
      timeoutMs: 300_000,
    })
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'smtls-clone-'))
    clone = join(folder, 'servicenow-mtls')
    for (const name of ['servicenow-mtls', 'programs', 'my-repository']) await mkdir(join(folder, name))
    // What is committed, and nothing else.
    const git = `git -c safe.directory='*' archive HEAD | tar -x -C '${clone}'`
    expect(await run(git, resolve('.'))).toMatchObject({ exitCode: 0 })
    // What `npm ci` gives is here already.
    await symlink(resolve('node_modules'), join(clone, 'node_modules'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('the demo of the README', async () => {
    const demo = await run(commands.at(-1) ?? 'false')
    expect([demo.exitCode, demo.stdout]).toEqual([0, expect.stringContaining('HTTP 200')])
  }, 120_000)

  test('from a keystore to a message, and then in a repository of their own', async () => {
    const [, emulator = '', way = '', pack = '', own = ''] = recipe('docs/TRYING.md').shells
    expect(emulator).toContain('emulator --port 8080')
    // Where port 8080 is taken another does.
    const instance = await startEmulatorProcess(join(clone, 'dist/index.js'), clone)
    try {
      const ended = await run(way.replaceAll('http://127.0.0.1:8080', instance.url))
      expect([ended.exitCode, ended.stderr]).toEqual([0, expect.not.stringContaining('error')])
      expect(ended.stdout).toContain('2 to create, 1 to update')
      expect(ended.stdout).toContain('nothing to change, 3 unchanged')
    } finally {
      instance.close()
    }
    expect(await run(pack)).toMatchObject({ exitCode: 0 })
    const repository = join(folder, 'my-repository')
    const ca = await makeCa({ subject: 'Acme CA' })
    const entry = await issue({ subject: 'bank-client', issuer: ca })
    await writeFile(join(repository, 'bank.jks'), await makePkcs12({ alias: 'bank-client', entry, password: 'a-long-password' }))
    await writeFile(join(repository, 'servicenow-mtls.yml'), readFileSync('examples/smallest.yml'))
    const used = await run(own, repository, { BANK_KEYSTORE_PASSWORD: 'a-long-password' })
    expect([used.exitCode, used.stdout]).toEqual([0, expect.stringContaining('private-key')])
  }, 120_000)
})
