import { makeCompanies, openScene, problemsOf, SPEC, writesOf, type Companies, type Scene } from '../support/scene.ts'

let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
})
afterEach(async () => {
  expect(scene.instance.violations).toEqual([])
  await scene.close()
})

const HOUR = 60 * 60 * 1000
/** As the instance stores a time that is so many hours from now. */
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString().slice(0, 19).replace('T', ' ')

describe('change-request', () => {
  const change = (values: Record<string, string> = {}) =>
    scene.instance.store.insert('change_request', {
      number: 'CHG0030001',
      short_description: 'Renew the <bank> keys',
      state: '-1',
      start_date: inHours(-1),
      end_date: inHours(1),
      ...values,
    })
  const apply = (number = 'CHG0030001', command = 'apply') =>
    scene.run(command, { inputs: { 'change-request': number, confirm: 'dev' } })

  test('in the state Implement and within its window: applied, and named in the summary', async () => {
    change()
    const run = await apply('chg0030001')
    expect(run).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
    expect(run.summary).toContain('change request CHG0030001 (Implement, planned ')
    expect(run.summary).toContain('Renew the &lt;bank&gt; keys')
    expect(run.log).toContain('change request CHG0030001 (Implement')
  })

  test.each([
    ['another state', { state: '-2' }, ['change.state'], 'its state is Scheduled, not Implement'],
    [
      'before its window',
      { start_date: inHours(1), end_date: inHours(2) },
      ['change.window'],
      'now is before its planned window',
    ],
    [
      'after its window',
      { start_date: inHours(-2), end_date: inHours(-1) },
      ['change.window'],
      'now is after its planned window',
    ],
    ['without a window', { end_date: '' }, ['change.window'], 'its planned end date is empty'],
    ['on hold', { on_hold: 'true' }, ['change.state'], 'it is on hold'],
    ['both', { state: '3', start_date: inHours(1) }, ['change.state', 'change.window'], 'Closed'],
    ['none such', { number: 'CHG0030002' }, ['change.missing'], 'the account sees no such change request'],
  ])('%s: nothing is written, by no command', async (_, values, codes, words) => {
    change(values)
    const run = await apply()
    expect(run).toMatchObject({ exitCode: 1, outputs: { 'error-code': codes[0], changed: 'false' } })
    expect(
      problemsOf(run)
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code),
    ).toEqual(codes)
    expect(problemsOf(run).map(({ message }) => message)).toContainEqual(expect.stringContaining(words))
    expect((await apply('CHG0030001', 'destroy')).exitCode).toBe(1)
    expect(writesOf(scene.instance)).toEqual([])
  })

  test('two of one number: none of them is guessed', async () => {
    change()
    change({ state: '3' })
    expect(await apply()).toMatchObject({ exitCode: 1, outputs: { 'error-code': 'record.ambiguous' } })
    expect(writesOf(scene.instance)).toEqual([])
  })

  test('a state of an instance of its own is told by its label', async () => {
    const { store } = scene.instance
    change({ state: '17' })
    store.insert('sys_choice', { name: 'change_request', element: 'state', value: '17', label: 'Implement', language: 'en' })
    expect(await apply()).toMatchObject({ exitCode: 0 })
  })

  test('an account that may not read changes is told so', async () => {
    change()
    scene.instance.hideRows('change_request', () => true)
    expect(await apply()).toMatchObject({ exitCode: 1, outputs: { 'error-code': 'instance.rows-hidden' } })
    expect(writesOf(scene.instance)).toEqual([])
  })

  test('what is no number is refused', async () => {
    expect(await apply('CHG1^ORnumber=CHG2')).toMatchObject({ exitCode: 1, outputs: { 'error-code': 'input.invalid' } })
  })
})

describe('notify', () => {
  const told = (name: string): string[] =>
    (scene.instance.store.find('sys_certificate', 'name', name)?.notify_on_expiration ?? '').split(',').sort()
  const users = () => {
    const insert = (values: Record<string, string>): string => scene.instance.store.insert('sys_user', values).sys_id
    return {
      robin: insert({ user_name: 'robin', email: 'robin@acme.example', name: 'Robin Rich' }),
      kim: insert({ user_name: 'kim', email: 'kim@acme.example', name: 'Kim King' }),
      left: insert({ user_name: 'left', name: 'Robin Rich', active: 'false' }),
    }
  }
  const notifying = (names: string): string => SPEC.replace('bank-client:', `bank-client:\n    notify: [${names}]`)

  test('users by ID, email and name; set once, compared in any order, brought back when changed', async () => {
    const { robin, kim } = users()
    await scene.spec(notifying('KIM@acme.example, Robin Rich'))
    expect(await scene.run('apply')).toMatchObject({ exitCode: 0 })
    expect(told('bank-client')).toEqual([robin, kim].sort())
    expect(told('bank-batch')).toEqual([''])
    const { store } = scene.instance
    const record = store.find('sys_certificate', 'name', 'bank-client')!
    store.update('sys_certificate', record.sys_id, { notify_on_expiration: [robin, kim].sort().reverse().join(',') })
    expect((await scene.run('apply')).outputs.changed).toBe('false')
    store.update('sys_certificate', record.sys_id, { notify_on_expiration: kim })
    expect((await scene.run('apply')).outputs.changes).toBe('{"create":0,"update":1,"rotate":0,"delete":0,"unchanged":7}')
    expect(told('bank-client')).toEqual([robin, kim].sort())
  })

  test('the input counts where the spec is silent; without either nothing is compared', async () => {
    const { robin, kim } = users()
    await scene.spec(notifying('robin'))
    await scene.run('apply', { inputs: { notify: 'kim' } })
    expect([told('bank-client'), told('bank-batch'), told('bank-root')]).toEqual([[robin], [kim], [kim]])
    await scene.spec(SPEC)
    expect((await scene.run('apply')).outputs.changed).toBe('false')
    expect(told('bank-client')).toEqual([robin])
  })

  test('groups, where the column of the instance holds groups', async () => {
    const { store } = scene.instance
    const group = store.insert('sys_user_group', { name: 'PKI team' }).sys_id
    const column = store
      .rows('sys_dictionary')
      .find(({ name, element }) => name === 'sys_certificate' && element === 'notify_on_expiration')!
    store.update('sys_dictionary', column.sys_id, { reference: 'sys_user_group' })
    await scene.spec(notifying('PKI team'))
    expect(await scene.run('apply')).toMatchObject({ exitCode: 0 })
    expect(told('bank-client')).toEqual([group])
  })

  test('a name of nobody or of several blocks its item, and the rest is done', async () => {
    users()
    scene.instance.store.insert('sys_user', { user_name: 'robin2', name: 'Robin Rich' })
    await scene.spec(notifying('nobody, Robin Rich'))
    const run = await scene.run('apply')
    expect(run.exitCode).toBe(1)
    const errors = problemsOf(run).filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, item, message }) => [code, item, message])).toEqual([
      ['record.missing', 'keystores.bank-client', 'notify: sys_user has no active record named nobody'],
      ['record.ambiguous', 'keystores.bank-client', 'notify: sys_user has 2 active records named Robin Rich'],
    ])
    expect(
      scene.instance.store
        .rows('sys_certificate')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['bank-batch', 'bank-der', 'bank-root'])
  })
})
