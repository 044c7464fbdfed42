import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runEmulator } from '../../emulator/cli.ts'
import { issueServer, makeCa } from '../../tools/lab/pki.ts'
import { call, start, stopAll, TABLE, upload } from './client.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smtls-emulator-'))
})

afterEach(async () => {
  await stopAll()
  await rm(folder, { recursive: true })
})

/** Runs the command until `during` is done with the instance. */
async function run(argv: readonly string[], during: (instance: { url: string }) => Promise<void>) {
  const lines: string[] = []
  const end = new AbortController()
  let ready: (url: string) => void
  const url = new Promise<string>((resolve) => (ready = resolve))
  const out = (line: string): void => {
    lines.push(line)
    const found = /https?:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
    if (found !== undefined) ready(found)
  }
  const code = runEmulator(argv, out, end.signal)
  try {
    await during({ url: await url })
  } finally {
    end.abort()
  }
  return { code: await code, lines }
}

const messages = async (instance: { url: string }): Promise<(string | undefined)[]> => {
  const all = await Promise.all(
    ['sys_rest_message', 'sys_soap_message'].map((table) => call(instance, 'GET', `${TABLE}/${table}`)),
  )
  return all.flatMap(({ rows }) => rows.map(({ name }) => name))
}

test('a new instance has the messages of the examples, and says where it is', async () => {
  const { code, lines } = await run([], async (instance) => {
    expect(await messages(instance)).toEqual(['Bank Payments', 'Bank Statements'])
  })
  expect(code).toBe(0)
  expect(lines).toEqual([
    expect.stringMatching(/^local instance: http:\/\/127\.0\.0\.1:\d+ \(user admin, password admin\)$/),
    'or client id local-client with client secret local-secret, or API key local-api-key',
    'nothing is kept: it lives in memory until it is stopped',
    `process ${process.pid}; it ends on SIGINT or SIGTERM`,
    'stopped',
  ])
})

test('a data folder outlives the process and is its owner’s alone', async () => {
  const data = join(folder, 'instance')
  const content = Buffer.from('feedfeed', 'hex')
  let path = ''
  const first = await run(['--data', data], async (instance) => {
    const { row } = await call(instance, 'POST', `${TABLE}/sys_certificate`, { body: { name: 'bank', active: false } })
    path = `${TABLE}/sys_certificate/${row.sys_id}`
    await call(instance, 'PATCH', `${path}?sysparm_input_display_value=true`, { body: { key_store_password: 'changeit' } })
    await call(instance, 'POST', upload('sys_certificate', row.sys_id, 'a.jks'), { body: content })
  })
  expect(first.lines[2]).toBe(`warning: ${data} holds private keys and passwords in clear`)
  expect((await stat(data)).mode & 0o777).toBe(0o700)
  expect((await stat(join(data, 'instance.json'))).mode & 0o777).toBe(0o600)

  await run(['--data', data], async (instance) => {
    const { row } = await call(instance, 'GET', path)
    expect(row.name).toBe('bank')
    const attachment = (await call(instance, 'GET', '/api/now/attachment')).row
    expect((await call(instance, 'GET', `/api/now/attachment/${attachment.sys_id}/file`)).bytes).toEqual(content)
    expect(await messages(instance)).toEqual(['Bank Payments', 'Bank Statements'])
  })
  const again = await start({ data })
  const sysId = path.split('/').at(-1)!
  expect(again.store.password('sys_certificate', sysId, 'key_store_password')).toBe('changeit')
  again.store.remove('sys_certificate', sysId)
  expect(JSON.parse(await readFile(join(data, 'instance.json'), 'utf8'))).toMatchObject({ tables: { sys_certificate: [] } })
})

test('it speaks TLS with a certificate', async () => {
  const ca = await makeCa({ subject: 'Lab Root' })
  const server = await issueServer(ca)
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  await writeFile(cert, server.chainPem)
  await writeFile(key, server.keyPem)
  await run(['--port', '0', '--tls', cert, key], async ({ url }) => {
    expect(url).toMatch(/^https:/)
    expect((await call({ url }, 'GET', `${TABLE}/sys_certificate`, { ca: ca.certificatePem })).status).toBe(200)
    await expect(call({ url }, 'GET', `${TABLE}/sys_certificate`)).rejects.toThrow()
  })
})

test.each([
  [['--nonsense'], '--nonsense: unknown'],
  [['--port', 'x'], "--port: 'x' is not a port number"],
  [['--port', '65536'], "--port: '65536' is not a port number"],
  [['--port'], '--port: needs a number'],
  [['--data', '--port'], '--data: needs a folder'],
  [['--tls', 'cert.pem'], '--tls: needs a key after the certificate'],
])('%j cannot be understood', async (argv, message) => {
  const lines: string[] = []
  expect(await runEmulator(argv, (line) => lines.push(line))).toBe(1)
  expect(lines).toEqual([`emulator: ${message}`, expect.stringMatching(/^usage: /)])
})

test('what it cannot open is said in one line', async () => {
  await writeFile(join(folder, 'instance.json'), '{}')
  const { port } = new URL((await start()).url)
  for (const argv of [
    ['--data', folder],
    ['--tls', join(folder, 'a'), join(folder, 'b')],
    ['--port', port],
  ]) {
    const lines: string[] = []
    expect(await runEmulator(argv, (line) => lines.push(line))).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/^emulator: .*(not a file of this emulator|ENOENT|EADDRINUSE)/)])
  }
})
