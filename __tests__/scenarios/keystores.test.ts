import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCli } from '../../tools/lab/runner.ts'
import { runInProcess } from '../support/in-process.ts'
import {
  jksOf,
  keystoreSecret,
  makeCompanies,
  openScene,
  PASSWORD,
  problemsOf,
  SPEC,
  writesOf,
  type Companies,
  type Scene,
} from '../support/scene.ts'

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

describe('type: pkcs12', () => {
  beforeEach(() =>
    scene.spec(
      SPEC.replace('  bank-client:\n', '  bank-client:\n    type: pkcs12\n').replace(
        '  bank-batch:\n',
        '  bank-batch:\n    type: pkcs12\n',
      ),
    ),
  )

  test("is stored under the instance's own choice value, the same bytes each time, and rotated like a JKS", async () => {
    expect((await scene.run('apply')).exitCode).toBe(0)
    const { store } = scene.instance
    const records = store.rows('sys_certificate').filter(({ type }) => type === 'pkcs12_key_store')
    expect(records.map(({ name }) => name).sort()).toEqual(['bank-batch', 'bank-client'])
    for (const { sys_id } of records)
      expect(store.attachments(sys_id)).toEqual([
        expect.objectContaining({ file_name: expect.stringMatching(/^smtls\..*\.w1\.p12$/) }),
      ])
    scene.instance.clearRequests()
    expect((await scene.run('apply')).outputs.changed).toBe('false')
    expect(writesOf(scene.instance)).toEqual([])
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    expect((await scene.run('apply')).outputs.changes).toBe('{"create":0,"update":0,"rotate":1,"delete":0,"unchanged":7}')
  })

  test('a change of the type is a rotation', async () => {
    await scene.spec(SPEC)
    await scene.run('apply')
    await scene.spec(SPEC.replace('  bank-batch:\n', '  bank-batch:\n    type: pkcs12\n'))
    expect((await scene.run('apply')).outputs.changes).toBe('{"create":0,"update":0,"rotate":1,"delete":0,"unchanged":7}')
  })
})

describe('an instance that tells no hash of an attachment', () => {
  beforeEach(async () => {
    await scene.close()
    scene = await openScene(companies, { assume: { attachmentHash: 'empty' } })
  })

  test('is believed by the mark and the size; a content that was exchanged under the mark is seen, and replaced', async () => {
    await runInProcess(scene, 'apply')
    const { store } = scene.instance
    scene.instance.clearRequests()
    expect((await runInProcess(scene, 'apply')).plan?.changes).toEqual([])
    expect(scene.instance.requests.filter(({ path }) => path.endsWith('/file'))).toEqual([])
    for (const [name, content] of [
      ['bank-client', await jksOf(companies.renewed)],
      ['bank-der', companies.server.certificateDer],
    ] as const) {
      const { sys_id: sysId } = store.find('sys_certificate', 'name', name)!
      const [attachment] = store.attachments(sysId)
      store.remove('sys_attachment', attachment!.sys_id)
      store.putAttachment({ table: 'sys_certificate', sysId, fileName: attachment!.file_name!, content })
    }
    expect(
      (await runInProcess(scene, 'apply')).outcomes.map(({ is, change: { kind, item } }) => `${is} ${kind} ${item}`),
    ).toEqual(['done rotate trusted-certificates.bank-der', 'done rotate keystores.bank-client'])
    expect((await runInProcess(scene, 'apply')).plan?.changes).toEqual([])
  })
})

describe('accept', () => {
  test('makes a check of one item a warning, and publishes it', async () => {
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.serverOnly)
    await scene.spec(SPEC.replace('  bank-client:\n', '  bank-client:\n    accept: [certificate.no-client-auth]\n'))
    const run = await scene.run('apply')
    expect(run.exitCode).toBe(0)
    expect(problemsOf(run)).toContainEqual(
      expect.objectContaining({ code: 'certificate.no-client-auth', severity: 'warning', item: 'keystores.bank-client' }),
    )
    expect(scene.instance.store.rows('sys_certificate').map(({ name }) => name)).toContain('bank-client')
  })

  test.each(['key.mismatch', 'keystore.password', 'value.private-in-public'])('does not take %s', async (code) => {
    await scene.spec(SPEC.replace('  bank-client:\n', `  bank-client:\n    accept: [${code}]\n`))
    expect(await scene.run('plan')).toMatchObject({ exitCode: 1, outputs: { 'error-code': 'spec.type' } })
    expect(scene.instance.requests).toEqual([])
  })
})

describe('inspect', () => {
  const inspect = async (bytes: Buffer, ...flags: string[]): ReturnType<typeof runCli> => {
    await writeFile(join(scene.workspace, 'some.keystore'), bytes)
    return runCli({
      args: ['inspect', 'some.keystore', ...flags],
      env: { BANK_PASSWORD: PASSWORD, WRONG: 'wrong-password' },
      cwd: scene.workspace,
    })
  }
  const stored = async (): Promise<Buffer> => {
    await scene.run('apply')
    const { store } = scene.instance
    const [record] = store.rows('sys_certificate').filter(({ name }) => name === 'bank-client')
    const [attachment] = store.attachments(record!.sys_id)
    return store.attachmentContent(attachment!.sys_id)!
  }

  test('tells what a stored keystore holds, as JSON and for people', async () => {
    const bytes = await stored()
    const json = await inspect(bytes, '--password-env', 'BANK_PASSWORD', '--json')
    expect(json.exitCode).toBe(0)
    expect(JSON.parse(json.stdout)).toEqual({
      type: 'jks',
      entries: expect.arrayContaining([
        {
          alias: 'bank-client',
          kind: 'private-key',
          algorithm: 'RSA-2048',
          chain: expect.arrayContaining([expect.objectContaining({ subject: 'CN=bank-client.acme.example,O=Acme' })]),
        },
        expect.objectContaining({ kind: 'trusted-certificate', algorithm: 'EC-256' }),
      ]),
      problems: [],
    })
    const text = await inspect(bytes, '--password-env', 'BANK_PASSWORD')
    expect(text.stdout).toContain('bank-client: private-key, RSA-2048')
    expect(text.stdout).toContain('nothing to object')
  })

  test('tells a refusal with its code and hint, and exits with 1', async () => {
    const bytes = await stored()
    const json = await inspect(bytes, '--password-env', 'WRONG', '--json')
    expect(json).toMatchObject({ exitCode: 1, stderr: '' })
    expect(JSON.parse(json.stdout)).toEqual({
      error: { code: 'keystore.password', message: expect.any(String), hint: expect.any(String) },
    })
    const text = await inspect(Buffer.from('nonsense'), '--password-env', 'BANK_PASSWORD')
    expect(text).toMatchObject({ exitCode: 1, stdout: '' })
    expect(text.stderr).toMatch(/^error keystore\.(unreadable|format) .*\n {2}hint: /)
    expect(await inspect(bytes, '--nonsense')).toMatchObject({ exitCode: 1, stdout: '' })
  })
})
