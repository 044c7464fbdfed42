import { hasFailed } from '../../src/commands/result.ts'
import { runInProcess } from '../support/in-process.ts'
import { makeCompanies, openScene, SPEC, type Scene } from '../support/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene(await makeCompanies())
})
afterAll(() => scene.close())

/** Of messages, as people read it. */
const remarks = async (command: string): Promise<string[]> => {
  const result = await runInProcess(scene, command)
  expect(hasFailed(result)).toBe(false)
  return result.problems
    .filter(({ code }) => code.startsWith('message.'))
    .map(({ code, item, message }) => `${code} ${item} ${message}`)
}

test('what methods say otherwise than their message is told by apply, too, which asks for them beside its writes', async () => {
  await scene.spec(SPEC)
  const { store } = scene.instance
  const message = store.find('sys_rest_message', 'name', 'Bank Payments')!
  store.update('sys_rest_message', message.sys_id, { rest_endpoint: 'otherm://api.bank.example' })
  const other = store.insert('sys_protocol_profile', { protocol: 'otherm', keystore: '' }).sys_id
  const method = { rest_message: message.sys_id, function_name: 'Pay', rest_endpoint: 'elsem://api.bank.example' }
  store.insert('sys_rest_message_fn', { ...method, use_mutual_auth: 'true', protocol_name: other })
  const planned = await remarks('plan')
  expect(planned).toHaveLength(3)
  scene.instance.clearRequests()
  expect((await remarks('apply')).sort()).toEqual([...planned].sort())
  const { requests } = scene.instance
  const asked = requests.findIndex(({ table }) => table === 'sys_rest_message_fn')
  expect(asked).toBeGreaterThan(requests.findIndex(({ table }) => table === 'sys_soap_message'))
  expect(asked).toBeLessThan(requests.findLastIndex(({ write }) => write))
})

test('methods that cannot be asked for are an error of the run, and keep nothing from being written', async () => {
  const { store } = scene.instance
  store.update('sys_protocol_profile', store.find('sys_protocol_profile', 'protocol', 'bankm')!.sys_id, { default_port: '8443' })
  const fault = scene.instance.fault({ at: ({ table }) => table === 'sys_rest_message_fn', times: 9, action: { status: 500 } })
  const result = await runInProcess(scene, 'apply')
  fault.cancel()
  expect(result.problems.find(({ severity }) => severity === 'error')).toMatchObject({ code: 'instance.server-error' })
  expect(store.find('sys_protocol_profile', 'protocol', 'bankm')).toMatchObject({ default_port: '443' })
})
