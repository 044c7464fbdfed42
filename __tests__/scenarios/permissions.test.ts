import { readFileSync } from 'node:fs'
import { runInProcess } from '../support/in-process.ts'
import { keystoreSecret, makeCompanies, openScene, SPEC, type Scene } from '../support/scene.ts'

/** What each command asks of the instance is what docs/PERMISSIONS.md says: nothing beyond, and nothing that is never asked. */

const OPERATIONS: Readonly<Record<string, string>> = {
  GET: 'read',
  POST: 'create',
  PATCH: 'write',
  PUT: 'write',
  DELETE: 'delete',
}
const OTHERS = 'tables with a reference to certificates'

interface Cell {
  readonly operations: readonly string[]
  /** Nobody has to allow it, or it is needed in some runs alone. */
  readonly optional: boolean
}

/** `command table` → what is documented. */
function documented(): Map<string, Cell> {
  const text = readFileSync('docs/PERMISSIONS.md', 'utf8')
  const section = text.slice(text.indexOf('## What each command asks'), text.indexOf('Read access has to be'))
  const [head = [], , ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  const names = (cell: string): string[] => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name)
  const cells = new Map<string, Cell>()
  for (const [place = '', ...columns] of rows) {
    for (const [at, column] of columns.slice(0, -1).entries()) {
      const operations = column.split(', ').filter((word) => Object.values(OPERATIONS).includes(word))
      const cell = { operations, optional: /if (allowed|needed)/.test(column) }
      const tables = place === OTHERS ? [OTHERS] : names(place)
      for (const command of names(head[at + 1] ?? '')) for (const table of tables) cells.set(`${command} ${table}`, cell)
    }
  }
  return cells
}

const MORE = `connections:
  Bank Connection: { protocol-profile: bankm }
oauth-providers:
  Bank Login: { protocol-profile: bankm }
`
const REQUEST = `version: 1
environments:
  dev: { instance: "\${INSTANCE}" }
keystores:
  asked: { password: { secret: BANK_PASSWORD }, source: { request: true, subject: { CN: NAME }, key-algorithm: ec-p256 } }
${MORE.replaceAll('bankm', 'asked')}rest-messages:
  Bank Payments: { protocol-profile: asked }
soap-messages:
  Bank Statements: { protocol-profile: asked }
protocol-profiles:
  asked: { keystore: asked }
`

const spec = (spare: string): string => SPEC.replace('rest-messages:', `  spare: ${spare}\n${MORE}rest-messages:`)

test('every command, in a whole life of an instance', async () => {
  const cells = documented()
  expect(cells.size).toBeGreaterThan(80)
  const companies = await makeCompanies()
  const scene: Scene = await openScene(companies)
  const { store } = scene.instance
  const seen = new Map<string, Set<string>>()
  const run = async (command: string, inputs: Record<string, string> = {}): Promise<void> => {
    scene.instance.clearRequests()
    const { problems } = await runInProcess(scene, command, { inputs })
    expect([command, problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)]).toEqual([command, []])
    for (const { method, table = '' } of scene.instance.requests) {
      const place = cells.has(`${command} ${table}`) ? table : OTHERS
      const key = `${command} ${place}`
      seen.set(key, (seen.get(key) ?? new Set()).add(OPERATIONS[method] ?? method))
    }
  }
  const rotate = async (entry: keyof typeof companies): Promise<void> => {
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies[entry])
    await run('apply')
  }
  try {
    store.insert('http_connection', { name: 'Bank Connection' })
    store.insert('oauth_entity', { name: 'Bank Login' })
    store.insert('sys_user', { user_name: 'pki.team', name: 'PKI team' })
    const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
    store.insert('change_request', { number: 'CHG0030001', state: '-1', start_date: at(-1), end_date: at(1) })
    const change = { 'change-request': 'CHG0030001', notify: 'pki.team' }

    await scene.spec(REQUEST)
    await run('csr', change)
    await scene.spec(REQUEST.replace('NAME', 'ANOTHER'))
    await run('csr', { 'rotate-purge': 'asked' })
    await run('destroy', { ...change, confirm: 'dev' })

    await scene.spec(spec('{ keystore: bank-batch }'))
    await run('plan')
    await run('apply', change)
    await run('verify', { notify: 'pki.team' })
    await rotate('renewed')
    await run('rollback', { ...change, only: 'bank-client' })
    // The third generation takes the first with it.
    await rotate('renewed')
    await rotate('batch')
    await scene.spec(spec('{ absent: true }'))
    await run('apply')
    await run('doctor')
    await run('export')
    await run('destroy', { ...change, confirm: 'dev' })
  } finally {
    await scene.close()
  }
  const beyond = [...seen].flatMap(([key, operations]) =>
    [...operations].filter((one) => cells.get(key)?.operations.includes(one) !== true).map((one) => `${key}: ${one}`),
  )
  expect(beyond).toEqual([])
  const never = [...cells].flatMap(([key, { operations, optional }]) =>
    operations.filter((one) => !optional && seen.get(key)?.has(one) !== true).map((one) => `${key}: ${one}`),
  )
  expect(never).toEqual([])
})
