import { execFileSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { privateKeyOf, readKeystore } from '../../src/keystore/read.ts'
import { SecretValue } from '../../src/redact.ts'
import { startCfssl } from '../../tools/lab/cfssl.ts'
import { QUICK_KEYTOOL } from '../../tools/lab/java.ts'
import { needProgram } from '../../tools/lab/programs.ts'
import { traces } from '../../tools/lab/runner.ts'
import { findSecrets } from '../../tools/lab/secrets-search.ts'
import { makeCompanies, openScene, PASSWORD, problemsOf, writesOf, type Companies, type Scene } from '../support/scene.ts'
import { describeWith } from '../support/tools.ts'

/** The bundle as the runner calls it, with real issuers; what comes of it is listed by keytool. */
let companies: Companies
let scene: Scene
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(async () => {
  scene = await openScene(companies)
})
afterEach(() => scene.close())

const spec = (issuer: string, type: string): string => `version: 1
environments:
  dev: { instance: "\${INSTANCE}" }
keystores:
  bank-client:
    type: ${type}
    password: { secret: BANK_PASSWORD }
    source:
      issuer: ca
      subject: { CN: 'acme-\${environment}.example', O: Acme }
      subject-alternative-names: ['DNS:acme-\${environment}.example']
      key-algorithm: rsa-2048
      chain: [{ file: certs/acme.pem }]
issuers: { ca: ${issuer} }
protocol-profiles:
  bankm: { keystore: bank-client }
`

function stored(): Buffer {
  const [attachment] = scene.instance.store.rows('sys_attachment')
  const content = scene.instance.store.attachmentContent(attachment?.sys_id ?? '')
  if (content === undefined) throw new Error('nothing is stored')
  return content
}

async function issues(type: string): Promise<void> {
  const run = await scene.run('apply', { env: { ...scene.secrets, RUNNER_DEBUG: '1' } })
  expect(problemsOf(run).filter(({ severity }) => severity === 'error')).toEqual([])
  expect(run.exitCode).toBe(0)
  expect(scene.instance.violations).toEqual([])
  const content = stored()
  const { key, chain } = privateKeyOf(await readKeystore(content, { store: new SecretValue(PASSWORD, 'password') }))
  expect(chain.map(({ commonName }) => commonName)).toEqual(['acme-dev.example', 'Acme Issuing CA', 'Acme Root CA'])
  expect(JSON.parse(run.outputs.certificates ?? '')).toMatchObject([
    { name: 'bank-client', fingerprint256: chain[0]?.fingerprint256 },
  ])
  // The key that was made is on the instance alone.
  const { d = '', p = '' } = createPrivateKey({ key: key.pkcs8, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' })
  const secrets = [
    // The modulus beside them is public.
    { name: 'exponent', value: Buffer.from(d, 'base64url') },
    { name: 'prime', value: Buffer.from(p, 'base64url') },
    { name: 'password', value: Buffer.from(PASSWORD) },
  ]
  expect(findSecrets(traces(run), secrets)).toEqual([])
  const planted = findSecrets([{ name: 'planted', bytes: Buffer.from(`x ${key.pkcs8.toString('base64')}`) }], secrets)
  expect(new Set(planted.map(({ secret }) => secret))).toEqual(new Set(['exponent', 'prime']))
  const writes = writesOf(scene.instance).length
  expect((await scene.run('apply')).exitCode).toBe(0)
  expect(writesOf(scene.instance)).toHaveLength(writes)
  const folder = mkdtempSync(join(tmpdir(), 'smtls-issued-'))
  try {
    const file = join(folder, 'keystore')
    writeFileSync(file, content)
    const args = [...QUICK_KEYTOOL, '-list', '-v', '-keystore', file, '-storepass', PASSWORD]
    const listed = execFileSync(needProgram('keytool'), args, { encoding: 'utf8' })
    expect(listed).toContain(type === 'jks' ? 'Keystore type: JKS' : 'Keystore type: PKCS12')
    expect(listed).toContain('Your keystore contains 3 entries')
    expect(listed).toContain('Certificate chain length: 3')
    expect(listed).toContain('DNSName: acme-dev.example')
    expect(listed).toContain('clientAuth')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describeWith('keytool', 'a keystore that is issued', () => {
  describeWith('cfssl', 'by CFSSL', () => {
    test.each(['jks', 'pkcs12'])('as %s', async (type) => {
      const cfssl = await startCfssl(companies.issuing)
      try {
        await scene.spec(spec(`{ cfssl: { url: '${cfssl.url}', profile: client } }`, type))
        await issues(type)
      } finally {
        await cfssl.close()
      }
    })
  })

  describeWith('openssl', 'by a command', () => {
    test.each(['jks', 'pkcs12'])('as %s', async (type) => {
      await scene.write('ca.pem', companies.issuing.certificatePem)
      await scene.write('ca.key', companies.issuing.keyPem)
      const sign = `${needProgram('openssl')} x509 -req -CA ca.pem -CAkey ca.key -days 90 -copy_extensions copy 2>/dev/null`
      await scene.spec(spec(`{ exec: { command: [/bin/sh, -c, '${sign}'] } }`, type))
      await issues(type)
    })
  })
})

test('a service on an instance of somebody else is given nothing', async () => {
  await scene.spec(spec("{ cfssl: { url: 'https://acme.service-now.com' } }", 'pkcs12'))
  const run = await scene.run('apply')
  expect(problemsOf(run).filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'issuer.untrusted-host', item: 'keystores.bank-client' },
  ])
})

test('a secret that the next renewal needs is missed by apply, before that day', async () => {
  await scene.write('ca.pem', companies.issuing.certificatePem)
  await scene.spec(spec('{ local: { certificate: { file: ca.pem }, key: { secret: LAB_KEY } } }', 'pkcs12'))
  scene.secrets.LAB_KEY = companies.issuing.keyPem
  const missed = async (command: string, runId = '1', inputs: Record<string, string> = {}): Promise<unknown> => {
    const run = await scene.run(command, { inputs, env: { ...scene.secrets, GITHUB_RUN_ID: runId } })
    const found = problemsOf(run).filter(({ code }) => code === 'value.secret-missing')
    return [run.exitCode, found.map(({ severity, item, message }) => `${severity} ${item}: ${message}`)]
  }
  expect(await missed('apply')).toEqual([0, []])
  scene.secrets.LAB_KEY = ''
  const warning =
    'warning keystores.bank-client: secret LAB_KEY: is missing or empty, and issuer ca needs it when the certificate is renewed'
  expect(await missed('apply')).toEqual([0, [warning]])
  expect(await missed('verify')).toEqual([0, []])
  const failed = 'error keystores.bank-client: secret LAB_KEY: is missing or empty'
  expect(await missed('apply', '2', { rotate: 'bank-client' })).toEqual([1, [failed]])
})
