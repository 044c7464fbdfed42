import { stopAll } from '../http/servers.ts'
import { id, instanceThat, list, type Reply, type Seen } from './instances.ts'

/** What an examination must not conclude from answers that an account with few rights gets. */

afterEach(stopAll)

const adviceOf = async (answer: (table: string, query: string) => Reply | undefined) => {
  const reply = ({ table, query }: Seen): Reply => answer(table, query.get('sysparm_query') ?? '') ?? list([])
  return (await instanceThat(reply)).instance.advice()
}

const roles = (...rows: readonly (readonly [user: string, role: string | undefined])[]) =>
  adviceOf((table) =>
    table === 'sys_user_has_role'
      ? list(rows.map(([user, role], at) => ({ sys_id: id(at), user, ...(role !== undefined && { 'role.name': role }) })))
      : undefined,
  )

test.each([
  ['of whoever asks', [['me', 'admin'] as const, ['me', 'itil'] as const], ['admin', 'itil']],
  ['none', [], []],
  ['of everybody, where the instance does not put in who asks', [['me', 'itil'] as const, ['you', 'admin'] as const], undefined],
  ['whose names are hidden', [['me', 'itil'] as const, ['me', ''] as const], undefined],
  ['that do not show their column', [['me', undefined] as const], undefined],
])('roles: %s', async (_name, rows, expected) => {
  expect((await roles(...rows)).roles).toEqual(expected)
})

test('a record with and without a password at once: the column cannot be asked for', async () => {
  const certificates = (without: readonly number[], having: readonly number[]) =>
    adviceOf((table, query) => {
      if (table !== 'sys_certificate' || !query.includes('key_store_password')) return undefined
      return list((query.includes('ISNOTEMPTY') ? having : without).map((at) => ({ sys_id: id(at) })))
    })
  expect((await certificates([1], [2, 3])).withoutPassword).toEqual([id(1)])
  expect((await certificates([1, 2, 3], [1, 2, 3])).withoutPassword).toEqual([])
})

test('values and dates that are not told are not empty ones', async () => {
  const { properties, expiries, typeLabels } = await adviceOf((table, query) => {
    if (table === 'sys_properties') return list([{ sys_id: id(1), name: 'glide.attachment.extensions' }])
    return table === 'sys_certificate' && !query.includes('password') ? list([{ sys_id: id(2) }]) : undefined
  })
  expect([properties, expiries, typeLabels]).toEqual([new Map(), new Map(), undefined])
})

test('properties that were not asked for are not taken over: their names could be those of our own words', async () => {
  const rows = ['code', 'glide.httpclient.protocol.bankm.class', 'digest', 'com.glide.FIPS.mode'].map((name, at) => ({
    sys_id: id(at),
    name,
    value: 'a value',
  }))
  const { properties } = await adviceOf((table) => (table === 'sys_properties' ? list(rows) : undefined))
  expect([...(properties?.keys() ?? [])]).toEqual(['glide.httpclient.protocol.bankm.class', 'com.glide.FIPS.mode'])
})
