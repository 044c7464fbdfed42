import { reportOf, type Result } from '../../src/commands/result.ts'
import { summaryOf } from '../../src/report/summary.ts'
import { textOf } from '../../src/report/text.ts'
import type { ActionRun } from '../../tools/lab/runner.ts'
import { runInProcess } from '../support/in-process.ts'
import { keystoreSecret, makeCompanies, openScene, SPEC, writesOf, type Companies, type Scene } from '../support/scene.ts'

/** Everywhere that a profile is used: messages and their methods, connections, OAuth providers; what is enforced and what required. */

let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
  const { store } = scene.instance
  store.insert('http_connection', { name: 'Bank Connection', connection_url: 'https://api.bank.example' })
  store.insert('oauth_entity', { name: 'Bank Login', type: 'oauth_provider' })
  await scene.spec(`${SPEC}connections:
  Bank Connection: { protocol-profile: bankm }
oauth-providers:
  Bank Login: { protocol-profile: batchm }
`)
})
afterEach(() => scene.close())

const told = ({ problems }: Result): string[] =>
  problems.map(({ severity, code, item, message }) => `${severity} ${code} ${item}: ${message}`)
const profileOf = (table: string, name: string, flag: string, profile: string): unknown => {
  const { store } = scene.instance
  const row = store.find(table, 'name', name)
  return [row?.[flag], store.get('sys_protocol_profile', row?.[profile] ?? '')?.protocol ?? '']
}
const connection = (): unknown => profileOf('http_connection', 'Bank Connection', 'use_mutual_auth', 'protocol_profile')
const provider = (): unknown => profileOf('oauth_entity', 'Bank Login', 'use_mutual_auth', 'protocol_name')
const changes = ({ plan }: Result): string[] => plan?.changes.map(({ kind, item }) => `${kind} ${item}`) ?? []

test('connections and OAuth providers get flag and profile in one write, and the second apply writes nothing', async () => {
  const first = await runInProcess(scene, 'apply')
  expect(first.outcomes.every(({ is }) => is === 'done')).toBe(true)
  expect([connection(), provider()]).toEqual([
    ['true', 'bankm'],
    ['true', 'batchm'],
  ])
  const last = scene.instance.requests.filter(
    ({ write, table }) => write && ['http_connection', 'oauth_entity'].includes(table ?? ''),
  )
  expect(last.map(({ method, table }) => `${method} ${table ?? ''}`).sort()).toEqual([
    'PATCH http_connection',
    'PATCH oauth_entity',
  ])
  scene.instance.clearRequests()
  expect(changes(await runInProcess(scene, 'apply'))).toEqual([])
  expect(writesOf(scene.instance)).toEqual([])
  expect(scene.instance.violations).toEqual([])
})

test('destroy and absent switch them off again', async () => {
  await runInProcess(scene, 'apply')
  await runInProcess(scene, 'destroy', { inputs: { confirm: 'dev' } })
  expect([connection(), provider()]).toEqual([
    ['false', ''],
    ['false', ''],
  ])
  expect(scene.instance.store.rows('sys_protocol_profile')).toEqual([])
  expect(scene.instance.violations).toEqual([])
})

test('where the instance does not tell what a connection’s columns are called, that item alone is not touched', async () => {
  scene.instance.dropColumn('http_connection', 'use_mutual_auth')
  const run = await runInProcess(scene, 'apply')
  expect(told(run)).toEqual([
    'error record.unclear connections.Bank Connection: connections: the dictionary of the instance knows no column for mutual authentication',
  ])
  expect(provider()).toEqual(['true', 'batchm'])
  expect(changes(await runInProcess(scene, 'plan'))).toEqual([])
})

test('what a profile and a message refer to is told by its name, beside the sys_id that the plan has', async () => {
  await runInProcess(scene, 'apply')
  const { store } = scene.instance
  const spec = SPEC.replace('bankm: { keystore: bank-client', 'bankm: { keystore: bank-batch')
  await scene.spec(spec.replace('Bank Payments: { protocol-profile: bankm }', 'Bank Payments: { protocol-profile: batchm }'))
  const result = await runInProcess(scene, 'plan')
  const keystore = store.find('sys_certificate', 'name', 'bank-client')?.sys_id ?? ''
  const profile = store.find('sys_protocol_profile', 'protocol', 'bankm')?.sys_id ?? ''
  const from = result.plan?.changes.flatMap(({ columns }) => columns.map((column) => column.from))
  expect(from).toEqual([keystore, profile])
  const report = reportOf(result)
  const lines = textOf(report).flatMap((section) => section.lines)
  expect(lines).toContain(`    keystore  bank-client (${keystore}) \u2192 keystores.bank-batch`)
  expect(lines).toContain(`    protocol_name  bankm (${profile}) \u2192 protocol-profiles.batchm`)
  expect(summaryOf(report)).toContain(`\`keystore\`: bank-client (${keystore}) \u2192 keystores.bank-batch`)
  await scene.spec(
    spec.replace('Bank Payments: { protocol-profile: bankm }', 'Bank Payments: { protocol-profile: batchm, mode: require }'),
  )
  expect(told(await runInProcess(scene, 'plan')).filter((line) => line.includes('message.required'))).toEqual([
    `error message.required rest-messages.Bank Payments: is not as it is required to be: protocol_name is 'bankm (${profile})' and not 'protocol-profiles.batchm'`,
  ])
})

describe('mode: require', () => {
  beforeEach(() =>
    scene.spec(
      SPEC.replace('Bank Payments: {', 'Bank Payments: { mode: require,').replace(
        'Bank Statements: {',
        'Bank Statements: { mode: require,',
      ),
    ),
  )

  test('never writes, and tells what is not so; once it is, nothing', async () => {
    const run = await runInProcess(scene, 'apply')
    expect(told(run)).toEqual([
      "error message.required rest-messages.Bank Payments: is not as it is required to be: use_mutual_auth is 'false' and not 'true', protocol_name is '' and not 'protocol-profiles.bankm'",
      "error message.required soap-messages.Bank Statements: is not as it is required to be: enable_mutual_auth is 'false' and not 'true', protocol_profile is '' and not 'protocol-profiles.batchm'",
    ])
    expect(writesOf(scene.instance).filter((write) => write.includes('message'))).toEqual([])
    const { store } = scene.instance
    const idOf = (protocol: string): string => store.find('sys_protocol_profile', 'protocol', protocol)!.sys_id
    store.update('sys_rest_message', store.rows('sys_rest_message')[0]!.sys_id, {
      use_mutual_auth: true,
      protocol_name: idOf('bankm'),
    })
    store.update('sys_soap_message', store.rows('sys_soap_message')[0]!.sys_id, {
      enable_mutual_auth: true,
      protocol_profile: idOf('batchm'),
    })
    const verified = await runInProcess(scene, 'verify', { inputs: { 'fail-on-changes': 'true' } })
    expect([told(verified), changes(verified)]).toEqual([[], []])
  })
})

describe('methods', () => {
  test('that override their message are told; those that leave it to the message are not', async () => {
    await runInProcess(scene, 'apply')
    const { store } = scene.instance
    const profile = store.find('sys_protocol_profile', 'protocol', 'bankm')!.sys_id
    const other = store.find('sys_protocol_profile', 'protocol', 'batchm')!.sys_id
    const message = store.rows('sys_rest_message')[0]!.sys_id
    const method = (name: string, on: boolean, own: string): void =>
      void store.insert('sys_rest_message_fn', {
        function_name: name,
        rest_message: message,
        use_mutual_auth: on,
        protocol_name: own,
      })
    method('inherits', false, '')
    method('same', true, profile)
    method('off', false, profile)
    method('other', true, other)
    const soap = store.rows('sys_soap_message')[0]!.sys_id
    store.insert('sys_soap_message_function', {
      function_name: 'pay',
      soap_message: soap,
      enable_mutual_auth: false,
      protocol_profile: other,
    })
    const run = await runInProcess(scene, 'plan')
    expect(changes(run)).toEqual([])
    expect(told(run)).toEqual([
      'warning message.method rest-messages.Bank Payments: its method off overrides the message: it has mutual authentication off',
      'warning message.method rest-messages.Bank Payments: its method other overrides the message: it uses the profile batchm',
      'warning message.method soap-messages.Bank Statements: its method pay overrides the message: it has mutual authentication off',
    ])
  })
})

describe('endpoints', () => {
  const DETAILS = 'https://api.bank.example/details'
  const endpointsOf = (table: string, column: string): unknown[] => scene.instance.store.rows(table).map((row) => row[column])
  beforeEach(() => {
    const { store } = scene.instance
    const rest_message = store.rows('sys_rest_message')[0]!.sys_id
    const soap_message = store.rows('sys_soap_message')[0]!.sys_id
    store.insert('sys_rest_message_fn', { function_name: 'list', rest_message })
    store.insert('sys_rest_message_fn', { function_name: 'details', rest_message, rest_endpoint: DETAILS })
    store.insert('sys_soap_message_function', {
      function_name: 'read',
      soap_message,
      soap_endpoint: 'https://soap.bank.example/a',
    })
    store.insert('sys_soap_message_function', {
      function_name: 'send',
      soap_message,
      soap_endpoint: 'batchx://soap.bank.example/b',
    })
  })
  const rewriting = SPEC.replaceAll(/(profile: (?:bankm|batchm)) }(?=\n(?:soap|$))/g, '$1, rewrite-endpoint: true }')

  test('of another profile are told where nothing is rewritten', async () => {
    const { store } = scene.instance
    store.update('sys_rest_message', store.rows('sys_rest_message')[0]!.sys_id, { rest_endpoint: 'bankx://api.bank.example' })
    const elsewhere = (scheme: string, profile: string): string =>
      `begins with ${scheme}://, and not with https:// or the profile's ${profile}://: it is called over another profile, or not at all`
    expect(told(await runInProcess(scene, 'plan'))).toEqual([
      `warning message.endpoint rest-messages.Bank Payments: its endpoint ${elsewhere('bankx', 'bankm')}`,
      `warning message.endpoint soap-messages.Bank Statements: the endpoint of its method send ${elsewhere('batchx', 'batchm')}`,
    ])
  })

  test('get the scheme of the profile, those of methods and functions too; destroy takes it away again', async () => {
    await scene.spec(rewriting)
    const first = await runInProcess(scene, 'apply')
    expect(told(first)).toEqual([])
    const soap = first.plan?.changes.find(({ item }) => item === 'soap-messages.Bank Statements')
    expect(soap?.columns.slice(2)).toEqual([
      { column: 'soap_endpoint of read', from: 'https://soap.bank.example/a', to: 'batchm://soap.bank.example/a' },
      { column: 'soap_endpoint of send', from: 'batchx://soap.bank.example/b', to: 'batchm://soap.bank.example/b' },
    ])
    expect(endpointsOf('sys_rest_message', 'rest_endpoint')).toEqual(['bankm://api.bank.example/payments'])
    expect(endpointsOf('sys_rest_message_fn', 'rest_endpoint')).toEqual(['', 'bankm://api.bank.example/details'])
    expect(endpointsOf('sys_soap_message_function', 'soap_endpoint')).toEqual([
      'batchm://soap.bank.example/a',
      'batchm://soap.bank.example/b',
    ])
    scene.instance.clearRequests()
    expect(changes(await runInProcess(scene, 'apply'))).toEqual([])
    expect(writesOf(scene.instance)).toEqual([])
    await runInProcess(scene, 'destroy', { inputs: { confirm: 'dev' } })
    expect(endpointsOf('sys_rest_message_fn', 'rest_endpoint')).toEqual(['', DETAILS])
    expect(endpointsOf('sys_soap_message_function', 'soap_endpoint')).toEqual([
      'https://soap.bank.example/a',
      'https://soap.bank.example/b',
    ])
  })

  test('are put back where mutual authentication is switched off, but for methods that have it themselves', async () => {
    const { store } = scene.instance
    await scene.spec(rewriting)
    await runInProcess(scene, 'apply')
    const message = store.rows('sys_rest_message')[0]!
    const own = 'bankm://api.bank.example/own'
    store.insert('sys_rest_message_fn', {
      function_name: 'own',
      rest_message: message.sys_id,
      rest_endpoint: own,
      use_mutual_auth: true,
      protocol_name: message.protocol_name ?? '',
    })
    // Not asked for, it is told alone.
    await scene.spec(SPEC.replaceAll(/(profile: (?:bankm|batchm)) }(?=\n(?:soap|$))/g, '$1, mutual-authentication: false }'))
    const left = (await runInProcess(scene, 'plan')).problems.filter(({ code }) => code === 'message.endpoint')
    expect(left.map(({ message: text }) => text)).toEqual([
      'its endpoint begins with bankm://: it is called over that profile though mutual authentication is off',
      'the endpoint of its method details begins with bankm://: it is called over that profile though mutual authentication is off',
      'the endpoint of its method read begins with batchm://: it is called over that profile though mutual authentication is off',
      'the endpoint of its method send begins with batchm://: it is called over that profile though mutual authentication is off',
    ])
    await scene.spec(rewriting.replaceAll('rewrite-endpoint: true', 'rewrite-endpoint: true, mutual-authentication: false'))
    const off = await runInProcess(scene, 'apply')
    expect(told(off)).toEqual([
      'warning message.method rest-messages.Bank Payments: its method own overrides the message: it uses the profile bankm',
    ])
    expect(endpointsOf('sys_rest_message', 'rest_endpoint')).toEqual(['https://api.bank.example/payments'])
    expect(endpointsOf('sys_rest_message_fn', 'rest_endpoint')).toEqual(['', DETAILS, own])
    expect(endpointsOf('sys_soap_message_function', 'soap_endpoint')).toEqual([
      'https://soap.bank.example/a',
      'https://soap.bank.example/b',
    ])
    scene.instance.clearRequests()
    expect(changes(await runInProcess(scene, 'apply'))).toEqual([])
    expect(writesOf(scene.instance)).toEqual([])
  })

  test('of a message that must not be there, and that names no profile any more, are told', async () => {
    const { store } = scene.instance
    await runInProcess(scene, 'apply')
    const row = store.rows('sys_rest_message')[0]!.sys_id
    store.update('sys_rest_message', row, { rest_endpoint: 'bankm://api', use_mutual_auth: 'false', protocol_name: '' })
    await scene.spec(SPEC.replace('Bank Payments: { protocol-profile: bankm }', 'Bank Payments: { absent: true }'))
    expect(told(await runInProcess(scene, 'plan'))).toContain(
      'warning message.endpoint rest-messages.Bank Payments: its endpoint begins with bankm://: it is called over that profile though mutual authentication is off',
    )
  })

  test('of one function that somebody has changed back: that one alone is written', async () => {
    await scene.spec(rewriting)
    await runInProcess(scene, 'apply')
    const { store } = scene.instance
    const read = store.find('sys_soap_message_function', 'function_name', 'read')!.sys_id
    store.update('sys_soap_message_function', read, { soap_endpoint: 'https://soap.bank.example/a' })
    scene.instance.clearRequests()
    expect(changes(await runInProcess(scene, 'apply'))).toEqual(['update soap-messages.Bank Statements'])
    expect(writesOf(scene.instance)).toEqual(['PATCH sys_soap_message_function'])
  })

  test('that nobody tells are an error of their message alone; one that begins with a variable is told', async () => {
    await scene.spec(rewriting)
    const { store } = scene.instance
    const list = store.find('sys_rest_message_fn', 'function_name', 'list')!.sys_id
    store.update('sys_rest_message_fn', list, { rest_endpoint: '${host}/list' })
    scene.instance.dropColumn('sys_soap_message_function', 'soap_endpoint')
    expect(told(await runInProcess(scene, 'apply'))).toEqual([
      'warning message.endpoint rest-messages.Bank Payments: the endpoint of its method list has no scheme to be rewritten: what it becomes when it is called is for whoever sets its variables',
      'error record.unclear soap-messages.Bank Statements: no function of the message tells its endpoint: there is none, or the account may not read them',
    ])
    expect(endpointsOf('sys_rest_message', 'rest_endpoint')).toEqual(['bankm://api.bank.example/payments'])
  })
})

test('scope and protection are named where they can be read', async () => {
  const { store } = scene.instance
  const scope = store.insert('sys_scope', { name: 'Acme Bank', scope: 'x_acme_bank' })
  store.update('http_connection', store.rows('http_connection')[0]!.sys_id, { sys_scope: scope.sys_id, sys_policy: 'read' })
  const run = await runInProcess(scene, 'plan')
  expect(run.plan?.changes.find(({ item }) => item.startsWith('connections'))?.notes).toEqual([
    'it is a part of the application scope x_acme_bank',
    'its protection policy is read',
  ])
})

describe('the update set that captured a change', () => {
  const ended = (run: ActionRun): string[] =>
    run.stdout
      .split('\n')
      .filter((line) => /^[+~].*-messages\./.test(line))
      .map((line) => line.replace(/.*\((.*)\)$/, '$1'))
  const asked = (): number => scene.instance.requests.filter(({ table }) => table === 'sys_update_xml').length

  test('is named with the change, in log and summary, for one request; a run that writes no metadata asks for none', async () => {
    const { store } = scene.instance
    const user = store.find('sys_user', 'user_name', 'admin')!.sys_id
    const set = store.insert('sys_update_set', { name: 'Bank | 2026' })
    store.insert('sys_user_preference', { user, name: 'sys_update_set', value: set.sys_id })
    // What was captured a moment ago would be of the same second.
    for (const row of store.rows('sys_update_xml')) store.remove('sys_update_xml', row.sys_id)
    const run = await scene.run('apply')
    expect(ended(run)).toEqual(['done, in the update set Bank | 2026', 'done, in the update set Bank | 2026'])
    expect(run.summary).toContain('done, in the update set Bank &#124; 2026')
    expect(asked()).toBe(1)
    scene.instance.clearRequests()
    await scene.run('apply')
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    await scene.run('apply')
    expect([writesOf(scene.instance).length > 0, asked()]).toEqual([true, 0])
  })

  test('is the default one where the user has none that is open', async () => {
    expect(ended(await scene.run('apply'))).toEqual(['done, in the update set Default', 'done, in the update set Default'])
  })

  test('is not named where the account may not read it', async () => {
    scene.instance.hideRows('sys_update_xml', () => true)
    const run = await scene.run('apply')
    expect([run.exitCode, ended(run)]).toEqual([0, ['done', 'done']])
  })
})
