import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startGitHub, type FakeGitHub } from '../../tools/lab/github.ts'
import { issueServer, makeCa } from '../../tools/lab/pki.ts'
import type { ActionRun } from '../../tools/lab/runner.ts'
import { serveProxy, stopAll } from '../http/servers.ts'
import { pullRequestPayload, warningsOf } from '../support/github.ts'
import { makeCompanies, openScene, type Companies, type Scene } from '../support/scene.ts'

/** An Enterprise Server: behind a proxy, with a certificate of a private CA, its API below /api/v3. */
const HOST = 'github.acme.example'

let companies: Companies
let scene: Scene
let github: FakeGitHub
let proxy: Awaited<ReturnType<typeof serveProxy>>
let ca: string
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  const authority = await makeCa({ subject: 'Acme internal CA' })
  const server = await issueServer(authority, { san: [`DNS:${HOST}`] })
  scene = await openScene(companies)
  github = await startGitHub('acme/integrations', { key: server.keyPem, cert: server.chainPem })
  proxy = await serveProxy(Number(new URL(github.url).port))
  ca = join(scene.workspace, 'acme-ca.pem')
  await writeFile(ca, authority.certificatePem)
})
afterEach(async () => {
  await github.close()
  await stopAll()
  await scene.close()
})

const run = (
  env: Record<string, string>,
  event = { name: 'pull_request', payload: pullRequestPayload(7) as unknown },
): Promise<ActionRun> =>
  scene.run('plan', {
    event,
    inputs: { 'github-token': 'ghs_a-token-of-the-job' },
    env: { ...scene.secrets, GITHUB_SERVER_URL: `https://${HOST}`, GITHUB_API_URL: `https://${HOST}/api/v3`, ...env },
  })

test('an Enterprise Server through the proxy of the environment, by its private CA: the proxy has seen it, and no other host', async () => {
  const proxied = { HTTPS_PROXY: `http://robin:sesame-sesame@127.0.0.1:${proxy.port}`, NODE_EXTRA_CA_CERTS: ca }
  const first = await run(proxied)
  expect(warningsOf(first, 'github.failed')).toEqual([])
  expect(github.comments.get(7)).toHaveLength(1)
  expect(github.comments.get(7)?.[0]?.body).toContain(`https://${HOST}/acme/integrations/actions/runs/1000000001`)
  expect(new Set(proxy.log.map(({ host }) => host))).toEqual(new Set([`${HOST}:443`]))
  expect(proxy.log[0]?.authorization).toBe(`Basic ${Buffer.from('robin:sesame-sesame').toString('base64')}`)
  // A second run finds its comment: the identity is asked of the server's own GraphQL.
  await run({ ...proxied, GITHUB_RUN_ID: '2' })
  expect(github.comments.get(7)).toHaveLength(1)
  expect(github.requests.map(({ path }) => path)).toContain('/api/graphql')
  // The artifact service of an Enterprise Server is not asked.
  expect(warningsOf(first, 'github.no-artifact-service')).toEqual([expect.stringContaining(HOST)])
  expect(first.unmaskedLog).not.toContain('sesame')
})

test('NO_PROXY goes around it', async () => {
  const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: HOST, NODE_EXTRA_CA_CERTS: ca }
  const direct = await run(env)
  expect(direct.exitCode).toBe(0)
  expect(proxy.log).toEqual([])
  expect(warningsOf(direct, 'github.failed')).toHaveLength(1)
})

test('without its CA, or with a proxy that refuses, nothing is shown there and nothing else is lost', async () => {
  const unknown = await run({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` })
  expect(unknown).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
  expect(warningsOf(unknown, 'github.failed')).toEqual([expect.stringMatching(/certificate|NODE_EXTRA_CA_CERTS/)])
  expect(github.requests).toEqual([])
  const refusing = await serveProxy(1, () => 407)
  const refused = await run({ HTTPS_PROXY: `http://127.0.0.1:${refusing.port}`, NODE_EXTRA_CA_CERTS: ca })
  expect(refused).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
  expect(warningsOf(refused, 'github.failed')).toEqual([expect.stringMatching(/407.*hint: check the network/)])
  expect(refusing.log).toHaveLength(1)
})
