import { DEFAULT_ASSUMPTIONS, type Assumptions, type Emulator } from '../../emulator/index.ts'
import { call, names, start, stopAll, table, TABLE, upload } from './client.ts'

afterEach(stopAll)

/** What shows of each switch: the same conversation under both readings. The one that is not listed, keystoreDates, stands with the rules. */
const shown = {
  queryIgnoresCase: async (emulator: Emulator) => {
    for (const name of ['Bank', 'bank']) emulator.store.insert('sys_certificate', { name })
    return names(emulator, 'sys_certificate', 'name=bank')
  },
  attachmentHash: async (emulator: Emulator) => {
    const { sys_id } = emulator.store.insert('sys_certificate', { name: 'bank' })
    const { row } = await call(emulator, 'POST', upload('sys_certificate', sys_id, 'a'), { body: Buffer.from('a') })
    return row.hash?.length
  },
  longPassword: async (emulator: Emulator) => {
    const { status, sysId } = await savePassword(emulator, 'p'.repeat(300), '?sysparm_input_display_value=true')
    return [status, emulator.store.password('sys_certificate', sysId, 'key_store_password')?.length]
  },
  passwordAsValue: async (emulator: Emulator) => {
    const { sysId } = await savePassword(emulator, 'changeit', '')
    return emulator.store.get('sys_certificate', sysId)?.key_store_password
  },
  countAfterAcl: async (emulator: Emulator) => {
    emulator.store.insert('sys_certificate', { name: 'bank' })
    emulator.hideRows('sys_certificate', () => true)
    return (await call(emulator, 'GET', table('sys_certificate'))).headers['x-total-count']
  },
  basicAuthRestricted: async (emulator: Emulator) => {
    const user = { user_password: 'x', roles: 'admin' }
    emulator.store.insert('sys_user', { ...user, user_name: 'role', roles: 'admin,snc_basic_auth_api_access' })
    emulator.store.insert('sys_user', { ...user, user_name: 'service', web_service_access_only: true })
    const status = async (as: string): Promise<number> => (await call(emulator, 'GET', table('sys_certificate'), { as })).status
    return [await status('admin:admin'), await status('role:x'), await status('service:x')]
  },
} satisfies Partial<Record<keyof Assumptions, (emulator: Emulator) => Promise<unknown>>>

async function savePassword(emulator: Emulator, password: string, query: string) {
  const { sys_id: sysId } = emulator.store.insert('sys_certificate', { name: 'bank', active: false })
  const body = { key_store_password: password }
  const { status } = await call(emulator, 'PATCH', `${TABLE}/sys_certificate/${sysId}${query}`, { body })
  return { status, sysId }
}

test.each<[keyof typeof shown, Partial<Assumptions>, unknown]>([
  ['queryIgnoresCase', { queryIgnoresCase: true }, ['Bank', 'bank']],
  ['queryIgnoresCase', { queryIgnoresCase: false }, ['bank']],
  ['attachmentHash', { attachmentHash: 'sha256' }, 64],
  ['attachmentHash', { attachmentHash: 'empty' }, 0],
  ['longPassword', { longPassword: 'cut' }, [200, 255]],
  ['longPassword', { longPassword: 'refuse' }, [403, undefined]],
  ['passwordAsValue', { passwordAsValue: 'dropped' }, ''],
  ['passwordAsValue', { passwordAsValue: 'stored-raw' }, 'changeit'],
  ['countAfterAcl', { countAfterAcl: false }, '1'],
  ['countAfterAcl', { countAfterAcl: true }, '0'],
  ['basicAuthRestricted', { basicAuthRestricted: false }, [200, 200, 200]],
  ['basicAuthRestricted', { basicAuthRestricted: true }, [401, 200, 200]],
])('%s: %j', async (name, assume, expected) => {
  expect(await shown[name](await start({ assume }))).toEqual(expected)
  const isDefault = Object.entries(assume).every(([key, value]) => DEFAULT_ASSUMPTIONS[key as keyof Assumptions] === value)
  if (isDefault) expect(await shown[name](await start())).toEqual(expected)
})

test('every switch has a test', () => {
  expect([...Object.keys(shown), 'keystoreDates'].sort()).toEqual(Object.keys(DEFAULT_ASSUMPTIONS).sort())
})
