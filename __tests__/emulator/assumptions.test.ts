import { readFile } from 'node:fs/promises'
import { parseAssumption } from '../../emulator/assumptions.ts'
import { ASSUMPTIONS, DEFAULT_ASSUMPTIONS, type Assumptions, type Emulator } from '../../emulator/index.ts'
import { makeCa } from '../../tools/lab/pki.ts'
import { call, names, start, stopAll, table, TABLE, upload } from './client.ts'

afterEach(stopAll)

/** What shows of each switch: the same conversation under both readings. Two stand elsewhere: keystoreDates with the rules, jwtClientSecret with the ways to sign in. */
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
  longUrls: async (emulator: Emulator) => (await call(emulator, 'GET', table('sys_user', { name: 'x'.repeat(2048) }))).status,
  deletedReference: async (emulator: Emulator) => {
    const { sys_id: keystore } = emulator.store.insert('sys_certificate', { name: 'bank', type: 'key_store' })
    const { sys_id } = emulator.store.insert('sys_protocol_profile', { protocol: 'bankm', keystore })
    await call(emulator, 'DELETE', `${TABLE}/sys_certificate/${keystore}`)
    return emulator.store.get('sys_protocol_profile', sys_id)?.keystore === ''
  },
  unordered: async (emulator: Emulator) => {
    const made = Array.from({ length: 9 }, () => emulator.store.insert('sys_certificate', { name: 'bank' }).sys_id)
    const ids = (await call(emulator, 'GET', table('sys_certificate'))).rows.map(({ sys_id }) => sys_id)
    return [ids.join() === made.join(), ids.join() === [...made].sort().join()]
  },
  booleans: async (emulator: Emulator) => {
    emulator.store.insert('sys_certificate', { name: 'bank' })
    return (await call(emulator, 'GET', table('sys_certificate'))).row.active
  },
  pemLineEnds: async (emulator: Emulator) => {
    const { certificatePem } = await makeCa({ subject: 'CA' })
    const body = { name: 'bank', pem_certificate: certificatePem }
    return (await call(emulator, 'POST', table('sys_certificate'), { body })).row.pem_certificate?.includes('\r\n')
  },
  queryTimes: async (emulator: Emulator) => {
    emulator.store.insert('sys_certificate', { name: 'bank' })
    const aMinuteAgo = new Date(Date.now() - 60_000).toISOString().slice(0, 19).replace('T', ' ')
    return names(emulator, 'sys_certificate', `sys_created_on>javascript:gs.dateGenerate("${aMinuteAgo}")`)
  },
  clientWithoutUser: async (emulator: Emulator) => {
    emulator.store.insert('oauth_entity', { name: 'a', client_id: 'a', client_secret: 'b' })
    const reply = await token(emulator, { client_id: 'a', client_secret: 'b', grant_type: 'client_credentials' })
    const { access_token = '' } = JSON.parse(reply.text) as { access_token?: string }
    const headers = { authorization: `Bearer ${access_token}` }
    return [reply.status, (await call(emulator, 'GET', table('sys_user'), { headers })).status]
  },
  basicAuthRestricted: async (emulator: Emulator) => {
    const user = { user_password: 'x', roles: 'admin' }
    emulator.store.insert('sys_user', { ...user, user_name: 'role', roles: 'admin,snc_basic_auth_api_access' })
    emulator.store.insert('sys_user', { ...user, user_name: 'service', web_service_access_only: true })
    const status = async (as: string): Promise<number> => (await call(emulator, 'GET', table('sys_certificate'), { as })).status
    return [await status('admin:admin'), await status('role:x'), await status('service:x')]
  },
} satisfies Partial<Record<keyof Assumptions, (emulator: Emulator) => Promise<unknown>>>

const token = (emulator: Emulator, values: Record<string, string>) =>
  call(emulator, 'POST', '/oauth_token.do', {
    body: Buffer.from(new URLSearchParams(values).toString()),
    headers: { authorization: undefined, 'content-type': 'application/x-www-form-urlencoded' },
  })

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
  ['longUrls', { longUrls: 'taken' }, 200],
  ['longUrls', { longUrls: 'refused' }, 414],
  ['deletedReference', { deletedReference: 'kept' }, false],
  ['deletedReference', { deletedReference: 'cleared' }, true],
  ['unordered', { unordered: 'as-made' }, [true, false]],
  ['unordered', { unordered: 'by-sys-id' }, [false, true]],
  ['booleans', { booleans: 'words' }, 'true'],
  ['booleans', { booleans: 'digits' }, '1'],
  ['pemLineEnds', { pemLineEnds: 'kept' }, false],
  ['pemLineEnds', { pemLineEnds: 'crlf' }, true],
  ['queryTimes', { queryTimes: 'utc' }, ['bank']],
  ['queryTimes', { queryTimes: 'zone-of-user' }, []],
  ['clientWithoutUser', { clientWithoutUser: 'refused' }, [401, 401]],
  ['clientWithoutUser', { clientWithoutUser: 'token-only' }, [200, 401]],
  ['basicAuthRestricted', { basicAuthRestricted: false }, [200, 200, 200]],
  ['basicAuthRestricted', { basicAuthRestricted: true }, [401, 200, 200]],
])('%s: %j', async (name, assume, expected) => {
  expect(await shown[name](await start({ assume }))).toEqual(expected)
  const isDefault = Object.entries(assume).every(([key, value]) => DEFAULT_ASSUMPTIONS[key as keyof Assumptions] === value)
  if (isDefault) expect(await shown[name](await start())).toEqual(expected)
})

test('every switch has a test', () => {
  const elsewhere = ['keystoreDates', 'jwtClientSecret']
  expect([...Object.keys(shown), ...elsewhere].sort()).toEqual(Object.keys(ASSUMPTIONS).sort())
})

test('a switch is read from the command line, and a wrong one says what is right', () => {
  for (const [name, values] of Object.entries(ASSUMPTIONS)) {
    for (const value of values) expect(parseAssumption(`${name}=${String(value)}`)).toEqual({ [name]: value })
  }
  expect(() => parseAssumption('attachmentHash=md5')).toThrow("attachmentHash is sha256 or empty, not 'md5'")
  expect(() => parseAssumption('attachmentHash')).toThrow("attachmentHash is sha256 or empty, not ''")
  expect(() => parseAssumption('colour=blue')).toThrow(/^'colour' is none of queryIgnoresCase, /)
})

test('docs/INSTANCE.md has a row for every switch, with its default and its other value', async () => {
  const text = await readFile('docs/INSTANCE.md', 'utf8')
  for (const [name, [value, other]] of Object.entries(ASSUMPTIONS)) {
    const row = text.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? ''
    expect([name, row]).toEqual([name, expect.stringContaining(`\`${String(value)}\``)])
    expect([name, row]).toEqual([name, expect.stringContaining(`\`${String(other)}\``)])
  }
})
