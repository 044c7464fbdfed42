import { makeCompanies, keystoreSecret, writesOf, type Companies } from '../support/scene.ts'
import { pullRequestPayload } from '../support/github.ts'
import { openLab, recipe, saidBy, type Lab } from '../support/recipes.ts'
import { describeWith } from '../support/tools.ts'

/** The recipes as they stand in docs/recipes: specs, workflows and commands, step by step through the bundle. */

let companies: Companies
let lab: Lab
beforeAll(async () => {
  companies = await makeCompanies()
})
afterEach(async () => {
  expect(Object.values(lab.instances).flatMap(({ violations }) => violations)).toEqual([])
  await lab.close()
  expect(lab.forbidden).toEqual([])
})

async function open(file: string, ...names: string[]) {
  lab = await openLab(companies, names)
  const found = recipe(`docs/recipes/${file}`)
  if (found.spec !== '') await lab.write('servicenow-mtls.yml', found.spec)
  return found
}
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
const messageOf = (name: string) => lab.instances[name]!.store.find('sys_rest_message', 'name', 'Bank Payments')!
const isOn = (name: string): string | undefined => messageOf(name).use_mutual_auth
const keystores = (name: string): string[] =>
  lab.instances[name]!.store.rows('sys_certificate')
    .filter(({ type }) => type === 'key_store')
    .map((row) => `${(row.name ?? '').replace(/\(.*/, '(…)')} ${row.active ?? ''}`)
    .sort()

describeWith('bash', 'dry-run.md', () => {
  test('a plan on the pull request; on a fork without secrets; at a terminal without any', async () => {
    const { workflows, shells } = await open('dry-run.md', 'acmedev')
    const event = { event: 'pull_request', payload: pullRequestPayload(7) }
    const [run] = await lab.workflow(workflows[0]!, event)
    expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
    expect(lab.github.comments.get(7)).toHaveLength(1)
    for (const name of Object.keys(lab.secrets)) lab.secrets[name] = ''
    const fork = await lab.workflow(workflows[0]!, { event: 'pull_request', payload: pullRequestPayload(8, 'mallory/fork') })
    expect(fork).toMatchObject([{ exitCode: 0, outputs: { changed: '', 'error-code': '' } }])
    expect(writesOf(lab.instances.acmedev!)).toEqual([])
    expect(await lab.shell(shells[0]!)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('offline') })
  })
})

describe('promotion.md', () => {
  test('dev → test → prod, planned with an account that only reads; and prod under a change request, in its window and not before', async () => {
    const { workflows } = await open('promotion.md', 'acmedev', 'acmetest', 'acme')
    const reader = { user_name: 'mtls.plan', user_password: 'of-the-reader', web_service_access_only: 'true' }
    lab.instances.acme!.store.insert('sys_user', { ...reader, roles: 'admin,snc_read_only' })
    const account = { SERVICENOW_USERNAME: 'mtls.plan', SERVICENOW_PASSWORD: 'of-the-reader' }
    for (const [name, value] of Object.entries(account)) lab.secrets[`prod-plan/${name}`] = value
    expect(saidBy(await lab.workflow(workflows[0]!))).toEqual([
      'dev: apply 0',
      'dev: verify 0',
      'test: apply 0',
      'test: verify 0',
      'plan-prod: plan 0',
      'prod: apply 0',
      'prod: verify 0',
    ])
    expect(isOn('acme')).toBe('true')
    const acme = lab.instances.acme!
    // The account that plans is not the one that applies, which it could not.
    const asReader = workflows[0]!.replace(/^ {4}environment: prod$/m, '    environment: prod-plan')
    acme.store.update('sys_rest_message', messageOf('acme').sys_id, { use_mutual_auth: 'false' })
    expect(saidBy(await lab.workflow(asReader)).at(-1)).toBe('prod: apply 1 instance.forbidden')
    acme.store.update('sys_rest_message', messageOf('acme').sys_id, { use_mutual_auth: 'false' })
    const change = { number: 'CHG0030001', state: '-1', start_date: inHours(1), end_date: inHours(2) }
    const { sys_id } = acme.store.insert('change_request', change)
    const event = { event: 'workflow_dispatch', inputs: { change: 'CHG0030001' } }
    expect(saidBy(await lab.workflow(workflows[1]!, event))).toEqual(['prod: apply 1 change.window'])
    acme.store.update('change_request', sys_id, { start_date: inHours(-1) })
    expect(saidBy(await lab.workflow(workflows[1]!, event))).toEqual(['prod: apply 0'])
    expect(isOn('acme')).toBe('true')
  })
})

describeWith('jq', 'several-instances.md', () => {
  test('each environment of the spec is a job, and one table tells of them all, of those that failed, too', async () => {
    const { workflows } = await open('several-instances.md', 'acmetest', 'acme')
    const apply = workflows[0]!.replace('command: verify', 'command: apply')
    await lab.workflow(apply)
    const prod = lab.instances.acme!
    prod.store.update('sys_rest_message', messageOf('acme').sys_id, { use_mutual_auth: 'false' })
    const ran = await lab.workflow(workflows[0]!)
    expect(saidBy(ran)).toEqual([
      'targets: targets 0',
      'verify: verify 0',
      'verify: verify 1 plan.drift',
      'table: one table of all 0',
    ])
    expect(ran.at(-1)?.summary).toBe(
      [
        '| environment | differs | days left | first error |',
        '| --- | --- | --- | --- |',
        '| prod | true | 199 | plan.drift |',
        '| test | false | 199 | – |',
        '',
      ].join('\n'),
    )
  })
})

describeWith('bash', 'drift-alarm.md', () => {
  test('an issue is opened on drift, and closed when all is well', async () => {
    const { workflows, shells } = await open('drift-alarm.md', 'acme')
    const state = () => lab.github.issues.map((issue) => issue.state)
    expect(saidBy(await lab.workflow(workflows[0]!))).toEqual(['verify: verify 1 plan.drift'])
    expect(state()).toEqual(['open'])
    await lab.workflow(workflows[0]!.replace('command: verify', 'command: apply'))
    expect(saidBy(await lab.workflow(workflows[0]!))).toEqual(['verify: verify 0'])
    expect(state()).toEqual(['closed'])
    const doctor = await lab.shell(shells[0]!)
    expect([doctor.exitCode, doctor.stderr]).toEqual([0, ''])
  })
})

describeWith('bash', 'clone.md', () => {
  test('keys of prod on test are replaced and not kept; what dangles is repointed', async () => {
    const { workflows, shells } = await open('clone.md', 'acmetest', 'acme')
    lab.secrets['test/BANK_KEYSTORE'] = await keystoreSecret(companies.renewed)
    const after = (environment: string) => lab.workflow(workflows[0]!, { event: 'workflow_dispatch', inputs: { environment } })
    expect(saidBy(await after('prod'))).toEqual(['apply: apply 0'])
    const { acme, acmetest } = lab.instances
    acmetest!.restore(acme!.snapshot())
    const [property] = acmetest!.store.rows('sys_properties').filter(({ name }) => name === 'instance_name')
    acmetest!.store.update('sys_properties', property!.sys_id, { value: 'acmetest' })
    const [old] = acmetest!.store.rows('sys_certificate')
    const [run] = await after('test')
    expect([run?.exitCode, run?.outputs.changes]).toEqual([0, '{"create":0,"update":0,"rotate":1,"delete":0,"unchanged":2}'])
    expect(acmetest!.store.get('sys_certificate', old!.sys_id)).toBeUndefined()
    expect(keystores('acmetest')).toEqual(['bank-client true'])
    expect((await lab.shell(shells[0]!)).exitCode).toBe(0)

    // Profiles of the clone, without the keystores that they refer to.
    const [profile] = acmetest!.store.rows('sys_protocol_profile')
    acmetest!.store.update('sys_protocol_profile', profile!.sys_id, { keystore: 'f'.repeat(32) })
    expect((await lab.shell(shells[0]!)).exitCode).toBe(1)
    expect(saidBy(await after('test'))).toEqual(['apply: apply 0'])
    expect((await lab.shell(shells[0]!)).exitCode).toBe(0)
  })
})

describe('update-set.md', () => {
  test('a message whose profile is not there is put right in one write', async () => {
    const { workflows } = await open('update-set.md', 'acmetest')
    const whole = workflows[0]!.replace(/ +only: .*\n/, '')
    expect(saidBy(await lab.workflow(whole))).toEqual(['apply: apply 0'])
    const { store } = lab.instances.acmetest!
    const before = messageOf('acmetest')
    store.update('sys_rest_message', before.sys_id, { protocol_name: 'f'.repeat(32) })
    lab.instances.acmetest!.clearRequests()
    expect(saidBy(await lab.workflow(workflows[0]!))).toEqual(['apply: apply 0'])
    expect(writesOf(lab.instances.acmetest!)).toEqual(['PATCH sys_rest_message'])
    expect(messageOf('acmetest').protocol_name).toBe(before.protocol_name)
  })
})

describeWith('bash', 'moving-over.md', () => {
  test('export, a plan that changes nothing, and one keystore after the other', async () => {
    const { shells, parts } = await open('moving-over.md', 'acme')
    const { store } = lab.instances.acme!
    const content = Buffer.from(await keystoreSecret(companies.client), 'base64')
    const made = store.insert('sys_certificate', { name: 'bank-client', type: 'pkcs12_key_store', active: 'false' })
    store.update('sys_certificate', made.sys_id, { key_store_password: lab.secrets.BANK_KEYSTORE_PASSWORD! })
    store.putAttachment({ table: 'sys_certificate', sysId: made.sys_id, fileName: 'bank.p12', content })
    store.update('sys_certificate', made.sys_id, { active: 'true' })
    const profile = store.insert('sys_protocol_profile', { protocol: 'bankm', default_port: '443', keystore: made.sys_id })
    store.update('sys_rest_message', messageOf('acme').sys_id, { use_mutual_auth: 'true', protocol_name: profile.sys_id })
    const [exporting = '', planning = '', applying = ''] = shells
    expect(await lab.shell(exporting)).toMatchObject({ exitCode: 0 })
    expect(lab.read('adopted/servicenow-mtls.yml')).toContain('existing: true')
    expect(await lab.shell(planning)).toMatchObject({ exitCode: 0 })
    expect(writesOf(lab.instances.acme!)).toEqual([])

    const own = parts[0]!.replace(/^keystores:\n/, '')
    const spec = lab.read('adopted/servicenow-mtls.yml')
    await lab.write('adopted/servicenow-mtls.yml', spec.replace(/ {2}"bank-client": .*\n/, own))
    expect(lab.read('adopted/servicenow-mtls.yml')).toContain('BANK_KEYSTORE_PASSWORD')
    expect(await lab.shell(applying)).toMatchObject({ exitCode: 0 })
    expect(store.get('sys_certificate', made.sys_id)).toBeDefined()
    expect(store.get('sys_protocol_profile', profile.sys_id)?.keystore).not.toBe('')
    expect(await lab.shell(planning)).toMatchObject({ exitCode: 0 })
  })
})

describeWith('bash', 'account.md', () => {
  test('what the administrator types says that the account is enough', async () => {
    const { shells } = await open('account.md', 'acme')
    await lab.write('servicenow-mtls.yml', recipe('docs/recipes/drift-alarm.md').spec)
    const { store } = lab.instances.acme!
    const user = { user_password: 'of-the-reader', web_service_access_only: 'true', roles: 'admin,snc_read_only' }
    store.insert('sys_user', { ...user, user_name: 'mtls.plan' })
    const [plan = '', apply = ''] = shells[0]!.trim().split('\n')
    expect(await lab.shell(apply)).toMatchObject({ exitCode: 0 })
    Object.assign(lab.secrets, { SERVICENOW_MTLS_USERNAME: 'mtls.plan', SERVICENOW_MTLS_PASSWORD: 'of-the-reader' })
    expect(await lab.shell(plan)).toMatchObject({ exitCode: 0 })
    expect(await lab.shell('npx servicenow-mtls plan --environment prod')).toMatchObject({ exitCode: 0 })
    // An account that only reads is not enough for what writes.
    expect(await lab.shell(apply)).toMatchObject({ exitCode: 1 })
  })
})
