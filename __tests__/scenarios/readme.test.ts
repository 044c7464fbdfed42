import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { onGitHub, pullRequestPayload } from '../support/github.ts'
import { makeCompanies, openScene, writesOf } from '../support/scene.ts'

interface Job {
  readonly jobs: {
    readonly 'mutual-tls': { readonly steps: readonly { with?: Record<string, string>; env?: Record<string, string> }[] }
  }
}

/** What a runner makes of the expressions that the README uses. */
function filledIn(
  values: Readonly<Record<string, string>>,
  event: string,
  secrets: Readonly<Record<string, string>>,
): Record<string, string> {
  const fill = (text: string): string =>
    text
      .replace(/\$\{\{ secrets\.(\w+) \}\}/g, (_all, name: string) => secrets[name] ?? '')
      .replace("${{ github.event_name == 'push' && 'apply' || 'plan' }}", event === 'push' ? 'apply' : 'plan')
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fill(value)]))
}

test('the job and the spec of the README, as they stand there: plan on the pull request, apply after the merge', async () => {
  const companies = await makeCompanies()
  const scene = await openScene(companies)
  const { github, run } = await onGitHub(scene)
  try {
    const [job = '', spec = ''] = [...readFileSync('README.md', 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(
      ([, text = '']) => text,
    )
    await scene.write('servicenow-mtls.yml', spec)
    const secrets = {
      SERVICENOW_USERNAME: 'admin',
      SERVICENOW_PASSWORD: 'admin',
      BANK_KEYSTORE: scene.secrets.BANK_KEYSTORE!,
      BANK_KEYSTORE_PASSWORD: scene.secrets.BANK_PASSWORD!,
    }
    const step = (parse(job) as Job).jobs['mutual-tls'].steps[1]!
    const doIt = (event: string, payload: unknown) => {
      const { command = '', ...inputs } = filledIn(step.with ?? {}, event, secrets)
      // The instance of the README is not there: the local one stands for it, as a workflow may say.
      const here = { ...inputs, 'instance-url': scene.instance.url }
      return run(command, { name: event, payload }, { inputs: here, env: filledIn(step.env ?? {}, event, secrets) })
    }
    const plan = await doIt('pull_request', pullRequestPayload(7))
    expect(plan).toMatchObject({
      exitCode: 0,
      outputs: { changes: '{"create":3,"update":1,"rotate":0,"delete":0,"unchanged":0}' },
    })
    expect(writesOf(scene.instance)).toEqual([])
    const apply = await doIt('push', {})
    expect(apply).toMatchObject({ exitCode: 0, outputs: { changes: plan.outputs.changes } })
    expect((await doIt('push', {})).outputs.changed).toBe('false')
    expect(github.comments.get(7)).toHaveLength(1)
  } finally {
    await github.close()
    await scene.close()
  }
})
