import type { Result } from '../../src/commands/result.ts'
import { runInProcess } from '../support/in-process.ts'
import { makeCompanies, openScene, SPEC, writesOf, type Companies, type Scene } from '../support/scene.ts'

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
