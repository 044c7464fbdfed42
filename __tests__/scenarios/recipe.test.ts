import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { startEmulator } from '../../emulator/index.ts'
import { onGitHub } from '../support/github.ts'
import { keystoreSecret, makeCompanies, openScene, PASSWORD, writesOf } from '../support/scene.ts'

interface Workflow {
  readonly jobs: Record<
    string,
    { readonly steps: readonly { readonly uses: string; readonly with?: Record<string, string | boolean> }[] }
  >
}

const blocks = [...readFileSync('docs/recipes/promotion.md', 'utf8').matchAll(/```ya?ml\n([\s\S]*?)```/g)].map(
  ([, text = '']) => text,
)
const spec = blocks.find((text) => text.startsWith('version: 1')) ?? ''
const workflow = parse(blocks.find((text) => /^on:/m.test(text)) ?? '') as Workflow

test('the workflow of the recipe promotes dev → test → prod, step by step through the bundle', async () => {
  const companies = await makeCompanies()
  const scene = await openScene(companies)
  const [dev, prod] = [await startEmulator(), await startEmulator()]
  const on = await onGitHub(scene)
  try {
    for (const { store } of [dev, scene.instance, prod]) {
      store.insert('sys_user', { user_name: 'pki.team', name: 'PKI team' })
      if (store.find('sys_rest_message', 'name', 'Bank Payments') === undefined) {
        store.insert('sys_rest_message', { name: 'Bank Payments' })
      }
    }
    const local = { acmedev: dev.url, acmetest: scene.instance.url, acme: prod.url }
    await scene.spec(spec.replace(/https:\/\/(\w+)\.service-now\.com/g, (_, name: keyof typeof local) => local[name]))
    const env = { BANK_KEYSTORE: await keystoreSecret(companies.client), BANK_KEYSTORE_PASSWORD: PASSWORD }
    const said: string[] = []
    for (const [name, { steps }] of Object.entries(workflow.jobs)) {
      for (const { with: given = {} } of steps.filter(({ uses }) => uses.includes('servicenow-mtls'))) {
        const inputs = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]))
        const account = { username: 'admin', password: 'admin', comment: 'never' }
        const { command = '' } = inputs
        const run = await on.run(command, { name: 'push', payload: {} }, { inputs: { ...inputs, ...account }, env })
        said.push(`${name}: ${command} ${run.exitCode} ${run.outputs['error-code'] ?? ''}`.trim())
      }
    }
    expect(said).toEqual([
      'dev: apply 0',
      'dev: verify 0',
      'test: apply 0',
      'test: verify 0',
      'plan-prod: plan 0',
      'prod: apply 0',
      'prod: verify 0',
    ])
    expect(writesOf(prod).length).toBeGreaterThan(0)
    expect([...dev.violations, ...scene.instance.violations, ...prod.violations]).toEqual([])
  } finally {
    await Promise.all([on.github.close(), dev.close(), prod.close()])
    await scene.close()
  }
})
