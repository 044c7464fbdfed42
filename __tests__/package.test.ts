import { createServer } from 'node:http'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makePkcs12 } from '../tools/lab/keystores.ts'
import { listen, stop } from '../tools/lab/listening.ts'
import { issue, makeCa } from '../tools/lab/pki.ts'
import { execute, needProgram, type Execution } from '../tools/lab/programs.ts'
import { startEmulatorProcess } from './support/emulator-process.ts'
import { describeWith } from './support/tools.ts'

/** What is published to npm: packed, installed into an empty folder without a network, and used there. */
describeWith('npm', 'the package', () => {
  let folder: string
  let tarball: string
  let use: string
  const env = (): Record<string, string> => ({
    PATH: process.env.PATH ?? '',
    HOME: folder,
    npm_config_cache: join(folder, 'cache'),
    npm_config_update_notifier: 'false',
    npm_config_fund: 'false',
    npm_config_audit: 'false',
  })
  const npm = (args: readonly string[], cwd = folder): Promise<Execution> =>
    execute(needProgram('npm'), args, { env: env(), cwd, timeoutMs: 300_000 })
  const npx = (args: readonly string[], more: Record<string, string> = {}): Promise<Execution> =>
    execute(join(needProgram('npm'), '..', 'npx'), ['--no-install', 'servicenow-mtls', ...args], {
      env: { ...env(), ...more },
      cwd: use,
    })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'smtls-package-'))
    use = join(folder, 'use')
    await mkdir(use)
    const made = await execute(process.execPath, ['tools/package.ts', join(folder, 'package')])
    if (made.exitCode !== 0) throw new Error(made.stderr)
    await npm(['pack', './package'])
    tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? ''
    const installed = await npm(['install', '--offline', join('..', tarball)], use)
    if (installed.exitCode !== 0) throw new Error(installed.stderr)
    await writeFile(
      join(use, 'servicenow-mtls.yml'),
      `version: 1
environments:
  dev: { instance: https://acmedev.service-now.com }
trusted-certificates:
  bank-root: { certificate: { file: bank-root.pem } }
`,
    )
    const ca = await makeCa({ subject: { O: 'Bank', CN: 'Bank Root CA' } })
    await writeFile(join(use, 'bank-root.pem'), ca.certificatePem)
    const entry = await issue({ subject: 'bank-client.acme.example', issuer: ca })
    await writeFile(join(use, 'bank.p12'), await makePkcs12({ alias: 'bank-client', entry, password: 'a-long-password' }))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('depends on nothing, and has the name, the version and the command of the documents', async () => {
    expect(await readdir(join(use, 'node_modules'))).toEqual(['.bin', '.package-lock.json', 'servicenow-mtls'])
    const manifest = JSON.parse(await readFile(join(use, 'node_modules/servicenow-mtls/package.json'), 'utf8')) as object
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
    expect(manifest).toMatchObject({ name: 'servicenow-mtls', version, bin: { 'servicenow-mtls': 'dist/index.js' } })
    for (const none of ['scripts', 'dependencies', 'optionalDependencies', 'private']) expect(manifest).not.toHaveProperty(none)
    expect(tarball).toBe(`servicenow-mtls-${version}.tgz`)
  })

  test('names the repository that it is built in', async () => {
    const target = join(folder, 'of-a-copy')
    const copy = { ...env(), GITHUB_REPOSITORY: 'bank/their-copy', GITHUB_SERVER_URL: 'https://github.com' }
    await execute(process.execPath, ['tools/package.ts', target], { env: copy })
    const manifest = JSON.parse(await readFile(join(target, 'package.json'), 'utf8')) as object
    expect(manifest).toMatchObject({ repository: { url: 'git+https://github.com/bank/their-copy.git' } })
  })

  test('plan --offline and inspect', async () => {
    const plan = await npx(['plan', '--offline', '--environment', 'dev'])
    expect([plan.exitCode, plan.stdout]).toEqual([0, expect.stringContaining('bank-root')])
    const inspect = await npx(['inspect', 'bank.p12', '--password-env', 'P', '--json'], { P: 'a-long-password' })
    expect(inspect.exitCode).toBe(0)
    expect(JSON.parse(inspect.stdout)).toMatchObject({ type: 'pkcs12', entries: [{ alias: 'bank-client', kind: 'private-key' }] })
  })

  test('the emulator, and plan and apply against it', async () => {
    const instance = await startEmulatorProcess(join(use, 'node_modules/servicenow-mtls/dist/index.js'), use)
    try {
      const account = ['--username', 'admin', '--password', 'admin', '--instance-url', instance.url, '--environment', 'dev']
      expect((await npx(['apply', ...account])).exitCode).toBe(0)
      const verify = await npx(['verify', '--fail-on-changes', ...account])
      expect([verify.exitCode, verify.stdout]).toEqual([0, expect.stringContaining('bank-root')])
    } finally {
      instance.close()
    }
  })

  test('is what a registry gets; the clone itself is refused', async () => {
    const seen: { path: string; body: string }[] = []
    const registry = createServer((incoming, response) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => {
        if (incoming.method !== 'PUT') return response.writeHead(404, { 'content-type': 'application/json' }).end('{}')
        seen.push({ path: incoming.url ?? '', body: Buffer.concat(chunks).toString('utf8') })
        return response.writeHead(201, { 'content-type': 'application/json' }).end('{"ok":true}')
      })
    })
    const port = await listen(registry)
    try {
      const token = [`--registry=http://127.0.0.1:${port}/`, `--//127.0.0.1:${port}/:_authToken=a-token-of-a-test`]
      // Of the command of the release workflow all but the provenance, which is signed by GitHub.
      const published = await npm(['publish', `./${tarball}`, '--access', 'public', ...token])
      expect([published.exitCode, seen.map(({ path }) => path)]).toEqual([0, ['/servicenow-mtls']])
      const body = JSON.parse(seen[0]!.body) as { _attachments: object; access: string }
      expect(body).toMatchObject({ name: 'servicenow-mtls', access: 'public' })
      expect(Object.keys(body._attachments)).toEqual([tarball])
      const clone = await npm(['publish', ...token], resolve('.'))
      expect([clone.exitCode, clone.stderr]).not.toEqual([0, ''])
      expect(clone.stdout + clone.stderr).toContain('the clone is not published')
      expect(seen).toHaveLength(1)
    } finally {
      await stop(registry)
    }
  })
})
