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
  'a release': ['test "v$', 'npm run package', 'npm pack', 'sha256sum', 'cmp ', 'test "$(gh', 'git merge-base', 'package=$(tar'],
  'the bundle of an update': ['rm -rf dist', 'git config user.name'],
}
test('no command is left out', () => {
  const here = Object.values(HERE).flat()
  const left = runs.filter(({ run }) => run !== CI && !isRunByCi(run) && !here.some((start) => run.startsWith(start)))
  expect(runs.length).toBeGreaterThan(10)
  expect(left).toEqual([])
  for (const start of [...here, CI]) expect(runs.map(({ run }) => run).find((run) => run.startsWith(start))).toBeDefined()
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

  test('a release, and once more: the tag is the version, package and sums, the release, the branch of its line, npm', async () => {
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
    const tarball = join(folder, 'kept.tgz')
    await cp(join(work, `servicenow-mtls-${version}.tgz`), tarball)
    expect(await readFile(join(work, 'SHA256SUMS'), 'utf8')).toMatch(/ dist\/index\.js\n[^]* \.\/servicenow-mtls-.*\.tgz\n/)

    // The artifact of the first job.
    await bash(`mkdir release && cp -r dist *.tgz SHA256SUMS release`)
    await run('cmp ')
    await writeProgram(
      join(folder, 'programs'),
      'gh',
      '#!/bin/sh\nif [ "$2" = view ]; then cat "$HOME/is-draft"; exit; fi\nfor each; do echo "$each"; done >> "$HOME/gh"\n',
    )
    await run('test "$(gh', env)
    const said = await readFile(join(folder, 'gh'), 'utf8')
    const files = ['release/SHA256SUMS', `release/servicenow-mtls-${version}.tgz`, '--verify-tag', '--notes-file', 'CHANGELOG.md']
    expect(said.trim().split('\n')).toEqual(['release', 'create', `v${version}`, ...files])
    // One that was made is not made once more.
    await writeFile(join(folder, 'is-draft'), 'false\n')
    await run('test "$(gh', env)
    expect(await readFile(join(folder, 'gh'), 'utf8')).toBe(said)

    // GitHub's address leads to the folder.
    const instead = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `url.${origin}.insteadOf` }
    const there = { GIT_CONFIG_VALUE_0: 'https://x-access-token:ghs_a-token@github.com/acme/servicenow-mtls' }
    const push = () => run('git merge-base', { ...env, ...instead, ...there })
    await push()
    const line = `v${version.split('.')[0] ?? ''}`
    const headOf = async (where: string): Promise<string> => (await bash(`git ${where}`)).stdout
    expect(await headOf(`--git-dir '${origin}' rev-parse ${line}`)).toBe(await headOf('rev-parse HEAD'))

    // The next release, in a checkout as deep as the workflow says, moves the branch on; the one before does not move it back.
    await bash(
      `git commit -q --allow-empty -m 'Next' && git push -q origin HEAD && git tag v${version} && git push -q origin v${version}`,
    )
    const next = await headOf('rev-parse HEAD')
    const depth = /fetch-depth: (\d+)/.exec(readFileSync(join(FOLDER, 'release.yml'), 'utf8'))?.[1] ?? '1'
    const deep = depth === '0' ? '' : `--depth ${depth}`
    await bash(`cd .. && rm -rf work && git clone -q ${deep} --branch v${version} 'file://${origin}' work`)
    await push()
    expect(await headOf(`--git-dir '${origin}' rev-parse ${line}`)).toBe(next)
    await bash('git fetch -q && git checkout -q HEAD~1')
    await push()
    expect(await headOf(`--git-dir '${origin}' rev-parse ${line}`)).toBe(next)

    // npm: what is published already is not published again.
    const registry = '#!/bin/sh\nif [ "$1" = view ]; then cat "$HOME/published"; exit; fi\necho "$@" >> "$HOME/npm"\n'
    await writeProgram(join(folder, 'programs'), 'npm', registry)
    await cp(tarball, join(work, 'package.tgz'))
    await run('package=$(tar', env)
    await writeFile(join(folder, 'published'), version)
    await run('package=$(tar', env)
    expect(await readFile(join(folder, 'npm'), 'utf8')).toBe('publish ./package.tgz --provenance --access public\n')
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
