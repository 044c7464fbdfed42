import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { parse } from 'yaml'
import { execute, findProgram, needProgram, type Execution } from '../tools/lab/programs.ts'
import { writeProgram } from './support/recipes.ts'
import { describeWhere } from './support/tools.ts'

/** Every command of the project's own workflows is run: by `.ci/run`, which runs these tests, or here as it stands in the workflow. */

interface Step {
  readonly run?: string
}
interface Workflow {
  readonly jobs: Record<string, { readonly steps: readonly Step[] }>
}
const FOLDER = '.github/workflows'
const runs = readdirSync(FOLDER).flatMap((name) =>
  Object.values((parse(readFileSync(join(FOLDER, name), 'utf8')) as Workflow).jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run }) => (run === undefined ? [] : [{ name, run: run.trim() }])),
  ),
)
const ciRun = readFileSync('.ci/run', 'utf8')
  .split('\n')
  .map((line) => line.trim())

/** Lines of `.ci/run`; a script that is run there with a flag is run. */
const isRunByCi = (run: string): boolean => ciRun.some((line) => line === run || line.startsWith(`${run} -- `))
const CI = 'sudo env "PATH=$PATH" .ci/run'
const HERE = {
  'a release': ['test "v$', 'npm run package', 'npm pack', 'sha256sum', 'gh release create', 'git push "https'],
  'the bundle of an update': ['rm -rf dist', 'git config user.name'],
}
/** In `package.test.ts`, against a stand-in of the registry; the provenance can only be signed by GitHub. */
const PUBLISH = 'npm publish ./*.tgz --provenance --access public'

test('no command is left out', () => {
  const here = Object.values(HERE).flat()
  const left = runs.filter(
    ({ run }) => run !== CI && run !== PUBLISH && !isRunByCi(run) && !here.some((start) => run.startsWith(start)),
  )
  expect(runs.length).toBeGreaterThan(10)
  expect(left).toEqual([])
  for (const start of [...here, CI, PUBLISH])
    expect(runs.map(({ run }) => run).find((run) => run.startsWith(start))).toBeDefined()
})

test('.ci/run runs scripts that there are', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const named = ciRun.flatMap((line) => /npm run ([\w:-]+)/.exec(line)?.[1] ?? [])
  expect(named.length).toBeGreaterThan(4)
  for (const name of named) expect(Object.keys(scripts)).toContain(name)
})

// They are written for the runners that they name.
describeWhere(process.platform === 'linux' && findProgram('git') !== undefined, 'git on Linux', 'as they stand', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'smtls-workflow-runs-'))
    await mkdir(join(folder, 'work'))
    await mkdir(join(folder, 'programs'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const bash = (script: string, env: Record<string, string> = {}): Promise<Execution> =>
    execute(needProgram('bash'), ['-e', '-o', 'pipefail', '-c', script], {
      cwd: join(folder, 'work'),
      env: {
        PATH: [join(folder, 'programs'), process.env.PATH].join(delimiter),
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: '1',
        npm_config_cache: join(folder, 'cache'),
        ...env,
      },
    })
  const run = async (start: string, env: Record<string, string> = {}): Promise<Execution> => {
    const ended = await bash(runs.find((one) => one.run.startsWith(start))?.run ?? 'false', env)
    expect([start, ended.exitCode, ended.exitCode === 0 ? '' : ended.stderr]).toEqual([start, 0, ''])
    return ended
  }
  /** A clone with one commit, and where it is pushed to. */
  const repository = async (): Promise<string> => {
    const origin = join(folder, 'origin.git')
    await bash(`git init -q --bare '${origin}' && git init -q -b main . && git remote add origin '${origin}'
      git config user.name Acme && git config user.email acme@acme.example && git add -A && git commit -q -m 'Before' && git push -q origin HEAD`)
    return origin
  }

  test('a release: the tag is the version, package and sums, the release, and the branch of its line', async () => {
    const work = join(folder, 'work')
    for (const file of [
      'package.json',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'action.yml',
      'schema',
      'dist',
      'tools/package.ts',
    ])
      await cp(file, join(work, file), { recursive: true })
    await writeFile(join(work, '.gitignore'), 'node_modules\n')
    const origin = await repository()
    const modules = join(process.cwd(), 'node_modules')
    await bash(`ln -s '${modules}' node_modules`)
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
    const env = { GITHUB_REF_NAME: `v${version}`, GITHUB_REPOSITORY: 'acme/servicenow-mtls', GH_TOKEN: 'ghs_a-token' }
    await run('test "v$', env)
    expect(
      (await bash(runs.find(({ run: one }) => one.startsWith('test "v$'))!.run, { GITHUB_REF_NAME: 'v9.9.9' })).exitCode,
    ).toBe(1)
    const path = `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`
    await run('npm run package', { ...env, PATH: path })
    await run('npm pack', env)
    await run('sha256sum', env)
    expect((await bash('sha256sum --check SHA256SUMS')).exitCode).toBe(0)
    expect(await readFile(join(work, 'SHA256SUMS'), 'utf8')).toMatch(/ dist\/index\.js\n[^]* \.\/servicenow-mtls-.*\.tgz\n/)

    await writeProgram(join(folder, 'programs'), 'gh', '#!/bin/sh\nfor each; do echo "$each"; done > "$HOME/gh"\n')
    await run('gh release create', env)
    const said = await readFile(join(folder, 'gh'), 'utf8')
    const files = ['SHA256SUMS', `./servicenow-mtls-${version}.tgz`, '--verify-tag', '--notes-file', 'CHANGELOG.md']
    expect(said.trim().split('\n')).toEqual(['release', 'create', `v${version}`, ...files])

    // GitHub's address leads to the folder.
    const instead = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `url.${origin}.insteadOf` }
    const there = { GIT_CONFIG_VALUE_0: 'https://x-access-token:ghs_a-token@github.com/acme/servicenow-mtls' }
    await run('git push "https', { ...env, ...instead, ...there })
    const head = (await bash('git rev-parse HEAD')).stdout
    expect((await bash(`git --git-dir '${origin}' rev-parse v${version.split('.')[0] ?? ''}`)).stdout).toBe(head)
  }, 120_000)

  test('the bundle of an update is committed to its branch, and nothing else', async () => {
    const work = join(folder, 'work')
    await mkdir(join(work, 'dist'))
    for (const [file, text] of Object.entries({ 'dist/index.js': 'old', 'dist/gone.js': 'gone', 'src.ts': 'source' }))
      await writeFile(join(work, file), text)
    const origin = await repository()
    await run('rm -rf dist')
    expect(await readdir(work)).toEqual(['.git', 'src.ts'])
    // What the first stage has built, as it is downloaded; and what it must not take along.
    await mkdir(join(work, 'dist'))
    await writeFile(join(work, 'dist/index.js'), 'new')
    await writeFile(join(work, 'beside.txt'), 'x')
    await run('git config user.name', { BRANCH: 'dependabot/npm_and_yarn/undici-6.30.0' })
    const show = `git --git-dir '${origin}' show --name-status --format=%s dependabot/npm_and_yarn/undici-6.30.0`
    expect((await bash(show)).stdout.split('\n').filter((line) => line !== '')).toEqual([
      'The bundle',
      'D\tdist/gone.js',
      'M\tdist/index.js',
    ])
  })
})
