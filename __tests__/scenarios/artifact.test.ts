import { createHash } from 'node:crypto'
import { hasAzurite, startArtifactService, type ArtifactService } from '../../tools/lab/artifact-service.ts'
import { traces, type ActionRun } from '../../tools/lab/runner.ts'
import { findSecrets } from '../../tools/lab/secrets-search.ts'
import { makeCompanies, openScene, problemsOf, SPEC, writesOf, type Companies, type Scene } from '../support/scene.ts'
import { onGitHub, pullRequestPayload } from '../support/github.ts'
import { describeWhere } from '../support/tools.ts'
import { unzip } from '../support/zip.ts'

let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
})
afterEach(() => scene.close())

const warningsIn = (run: ActionRun, title: string): string[] =>
  run.commands.filter(({ name, properties }) => name === 'warning' && properties.title === title).map(({ message }) => message)

const pack = (name: string): string[] =>
  ['SHA256SUMS', '-chain.p7b', '-chain.pem', '.cer', '.pem'].map((end) => `${name}/${end === 'SHA256SUMS' ? '' : name}${end}`)

describeWhere(hasAzurite(), 'Azurite (npm ci in tools/azurite)', 'with the artifact service', () => {
  let service: ArtifactService
  beforeAll(async () => {
    service = await startArtifactService()
  })
  afterAll(() => service.close())
  beforeEach(() => {
    service.calls.length = 0
    service.refuse = undefined
    service.refuseName = undefined
    service.before = () => Promise.resolve()
  })
  const run = (command: string, inputs: Record<string, string> = {}, env: Record<string, string> = {}): Promise<ActionRun> =>
    scene.run(command, { inputs, env: { ...scene.secrets, ...service.env, ...env } })

  test.each(['1', '2'])(
    'the packs are one artifact, plan and manifest another and only with plan; attempt %s',
    async (attempt) => {
      const name = `of-attempt-${attempt}`
      const env = { GITHUB_RUN_ATTEMPT: attempt }
      const apply = await run('apply', { 'artifact-name': name }, env)
      expect(apply.exitCode).toBe(0)
      const stored = await service.artifacts()
      expect([...stored.keys()].filter((each) => each.startsWith(name))).toEqual([name])
      expect([...unzip(stored.get(name)!.zip).keys()].sort()).toEqual([...pack('bank-batch'), ...pack('bank-client')].sort())
      expect(apply.outputs).toMatchObject({
        'artifact-id': stored.get(name)!.id,
        'artifact-url': `https://github.com/acme/integrations/actions/runs/1000000001/artifacts/${stored.get(name)!.id}`,
      })
      expect(apply.summary).toContain(apply.outputs['artifact-url'])

      const plan = await run('plan', { 'artifact-name': `${name}-reviewed` }, env)
      const both = await service.artifacts()
      const files = unzip(both.get(`${name}-reviewed-plan`)!.zip)
      expect([...files.keys()].sort()).toEqual(['manifest.json', 'plan.json', 'result.json'])
      expect(JSON.parse(files.get('plan.json')!.toString())).toMatchObject({ digest: plan.outputs['plan-digest'] })
      expect(plan.outputs['artifact-id']).toBe(both.get(`${name}-reviewed`)!.id)
    },
  )

  test('what is unpacked is what was written, and its sums hold', async () => {
    const verify = await run('verify')
    const files = unzip((await service.artifacts()).get('servicenow-mtls-dev')!.zip)
    for (const [name, bytes] of files) {
      expect(verify.files.find((file) => file.name === `servicenow-mtls/dev/${name}`)!.bytes).toEqual(bytes)
    }
    for (const line of files.get('bank-client/SHA256SUMS')!.toString().trim().split('\n')) {
      const [sum, file] = line.split('  ')
      expect(
        createHash('sha256')
          .update(files.get(`bank-client/${file ?? ''}`)!)
          .digest('hex'),
      ).toBe(sum)
    }
  })

  test('a second upload in one run, or attempt 2, replaces', async () => {
    const first = await run('apply', { 'artifact-name': 'twice' })
    service.calls.length = 0
    const second = await run('verify', { 'artifact-name': 'twice' }, { GITHUB_RUN_ATTEMPT: '2' })
    expect(service.calls).toEqual([
      'CreateArtifact twice',
      'ListArtifacts twice',
      'DeleteArtifact twice',
      'CreateArtifact twice',
      'FinalizeArtifact twice',
    ])
    expect(second.exitCode).toBe(0)
    expect(warningsIn(second, 'github.artifact')).toEqual([])
    expect(second.outputs['artifact-id']).not.toBe(first.outputs['artifact-id'])
    expect((await service.artifacts()).get('twice')?.id).toBe(second.outputs['artifact-id'])
  })

  test('another of the same name in one attempt, as of a job of a matrix, is replaced and said so', async () => {
    await run('apply', { 'artifact-name': 'of-both' }, { GITHUB_RUN_ATTEMPT: '1' })
    const second = await run('verify', { 'artifact-name': 'of-both' }, { GITHUB_RUN_ATTEMPT: '1' })
    expect(second.exitCode).toBe(0)
    expect(warningsIn(second, 'github.artifact')).toEqual([expect.stringMatching(/of-both: another job.*`artifact-name`/)])
  })

  test('both are on their way at the same time', async () => {
    // The first is answered when the second has been asked for, and not before.
    const seen = new Set<string>()
    const { promise: bothAsked, resolve } = Promise.withResolvers<undefined>()
    service.before = async (call) => {
      if (call.startsWith('CreateArtifact') && seen.add(call).size === 2) resolve(undefined)
      await bothAsked
    }
    const plan = await run('plan', { 'artifact-name': 'side-by-side' })
    expect(warningsIn(plan, 'github.artifact')).toEqual([])
    expect([...(await service.artifacts()).keys()].filter((name) => name.startsWith('side')).sort()).toEqual([
      'side-by-side',
      'side-by-side-plan',
    ])
  })

  test('one that is refused does not hide the other', async () => {
    Object.assign(service, { refuse: 400, refuseName: 'refused' })
    const plan = await run('plan', { 'artifact-name': 'refused' })
    expect(warningsIn(plan, 'github.artifact')).toHaveLength(1)
    expect([...(await service.artifacts()).keys()]).toContain('refused-plan')
  })

  test('never uploads nothing; a spec without keystores has nothing to upload', async () => {
    await run('apply', { artifact: 'never' })
    await scene.spec(SPEC.replace(/keystores:[\s\S]*?(?=trusted-certificates:)/, '').replace(/protocol-profiles:[\s\S]*/, ''))
    const verify = await run('verify')
    expect(verify.outputs).toMatchObject({ 'artifact-id': '', 'artifact-url': '' })
    expect(service.calls).toEqual([])
    expect(warningsIn(verify, 'github.artifact')).toEqual([])
  })

  test('a service that refuses: auto warns and the files are on disk, always fails; the instance has been written to', async () => {
    service.refuse = 400
    const auto = await run('apply')
    expect(auto.exitCode).toBe(0)
    expect(warningsIn(auto, 'github.artifact')).toEqual([expect.stringMatching(/artifact servicenow-mtls-dev: .*400.*hint: /)])
    expect(problemsOf(auto)).toEqual([expect.objectContaining({ code: 'github.artifact', severity: 'warning' })])
    expect(auto.outputs).toMatchObject({ changed: 'true', 'error-code': '' })
    const result = auto.files.find(({ name }) => name === 'servicenow-mtls/dev/result.json')?.bytes.toString() ?? ''
    expect(JSON.parse(result)).toMatchObject({ 'error-code': null, problems: problemsOf(auto) })
    expect(auto.files.map(({ name }) => name)).toContain('servicenow-mtls/dev/bank-client/bank-client.pem')
    expect(writesOf(scene.instance).length).toBeGreaterThan(0)
    const always = await run('verify', { artifact: 'always' })
    expect(always).toMatchObject({ exitCode: 1, outputs: { changed: 'false', 'error-code': 'github.artifact' } })
    expect(problemsOf(always)).toEqual([expect.objectContaining({ code: 'github.artifact', severity: 'error' })])
  })

  test('nothing secret in the archives nor in the log of the client, with debug logging', async () => {
    const applied = await run('apply', { 'artifact-name': 'searched' }, { RUNNER_DEBUG: '1' })
    const secrets = Object.entries({ ...scene.secrets, token: service.env.ACTIONS_RUNTIME_TOKEN! }).map(([name, value]) => ({
      name,
      value: Buffer.from(value),
    }))
    const zips = [...(await service.artifacts()).values()].flatMap(({ zip }) =>
      [...unzip(zip)].map(([name, bytes]) => ({ name, bytes })),
    )
    // The lines of a keystore hold certificates too, which are public.
    const hits = findSecrets([...traces(applied), ...zips], secrets).filter(
      ({ secret, line }) => !(line && secret === 'BANK_KEYSTORE'),
    )
    expect(hits).toEqual([])
    expect(applied.exitCode).toBe(0)
    const planted = [{ name: 'public', value: Buffer.from('bank-client.acme.example') }]
    expect(findSecrets(zips, planted).length).toBeGreaterThan(0)
    // The address that may write into the blob server is masked before it could be printed.
    expect(applied.log).not.toMatch(/[?&]sig=(?!\*\*\*)/)
  })
})

describe('without the artifact service', () => {
  test.each([
    ['a runner that has none', {}, 'does not set ACTIONS_RUNTIME_TOKEN'],
    [
      'an Enterprise Server',
      {
        GITHUB_SERVER_URL: 'https://github.acme.example',
        ACTIONS_RUNTIME_TOKEN: 'a.b.c',
        ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/',
      },
      'https://github.acme.example has none',
    ],
  ])('%s: auto warns, always fails', async (_what, env, words) => {
    const auto = await scene.run('plan', { env: { ...scene.secrets, ...env } })
    expect(auto).toMatchObject({ exitCode: 0, outputs: { 'artifact-id': '', 'error-code': '' } })
    expect(warningsIn(auto, 'github.no-artifact-service')).toEqual([expect.stringContaining(words)])
    expect(problemsOf(auto)).toEqual([])
    const always = await scene.run('plan', { inputs: { artifact: 'always' }, env: { ...scene.secrets, ...env } })
    expect(always).toMatchObject({ exitCode: 1, outputs: { changed: 'true', 'error-code': 'github.no-artifact-service' } })
    // It is written once, and tells how the run ended.
    expect(always.summary.match(/^## .*$/gm)).toEqual([expect.stringMatching(/^## \u274c servicenow-mtls plan/)])
    expect(always.summary).toMatch(/\*\*.*; 1 error\*\*[\s\S]*`github\.no-artifact-service`/)
    expect(auto.summary.match(/^## .*$/gm)).toEqual([expect.stringMatching(/^## \u2705 servicenow-mtls plan/)])
    expect(auto.summary).toContain('`github.no-artifact-service`')
  })
})

test('an upload that had to be and failed is a failure in the comment, too', async () => {
  const on = await onGitHub(scene)
  try {
    await on.run('plan', { name: 'pull_request', payload: pullRequestPayload(7) }, { inputs: { artifact: 'always' } })
    const [comment] = on.github.comments.get(7) ?? []
    expect(comment?.body).toMatch(/### \u274c .*; 1 error.*`github\.no-artifact-service`/s)
  } finally {
    await on.github.close()
  }
})
