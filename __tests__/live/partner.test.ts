import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keystoreOf, trustedOf } from '../../tools/demo/stored.ts'
import { QUICK_KEYTOOL } from '../../tools/lab/java.ts'
import { callsWithJava, callWithNode, type CallResult, type JavaCall } from '../../tools/lab/client.ts'
import { startPartner, type Partner } from '../../tools/lab/partner.ts'
import { issue, issueServer, makeCa, type Ca, type Issued, type KeyAlgorithm } from '../../tools/lab/pki.ts'
import { execute, needProgram } from '../../tools/lab/programs.ts'
import { keystoreSecret, makeCompanies, openScene, PASSWORD, type Companies, type Scene } from '../support/scene.ts'
import { describeWith } from '../support/tools.ts'

const SPEC = `version: 1
environments:
  dev: { instance: "\${INSTANCE}" }
keystores:
  loaded:
    password: { secret: PASSWORD }
    source: { keystore: { secret: KEYSTORE } }
  built:
    password: { secret: PASSWORD }
    source:
      key: { secret: KEY }
      certificate: { file: certs/leaf.pem }
      chain: [{ file: certs/acme.pem }]
trusted-certificates:
  bank-root: { certificate: { file: certs/bank-root.pem } }
protocol-profiles:
  loadm: { keystore: loaded }
  buildm: { keystore: built }
rest-messages:
  Bank Payments: { protocol-profile: loadm }
soap-messages:
  Bank Statements: { protocol-profile: buildm }
`

const ALGORITHMS: readonly KeyAlgorithm[] = ['rsa-2048', 'rsa-3072', 'ec-p256', 'ec-p384']

describeWith('java', 'what is stored on the instance, used by Java', () => {
  describeWith('nginx', 'against nginx with ssl_verify_client on', () => {
    let companies: Companies
    let partner: Partner
    let otherRoot: Ca
    let foreign: Issued
    let scene: Scene
    beforeAll(async () => {
      companies = await makeCompanies()
      partner = await startPartner({
        server: await issueServer(companies.bankRoot),
        clientCa: companies.root.certificatePem,
        kind: 'nginx',
      })
      otherRoot = await makeCa({ subject: 'another root' })
      foreign = await issue({ subject: 'foreign', issuer: otherRoot, keyAlgorithm: 'ec-p256' })
    })
    afterAll(() => partner.close())
    afterEach(() => scene.close())

    test.each(ALGORITHMS)('%s: loaded and built, both key managers, and every refusal', async (keyAlgorithm) => {
      const leaf = await issue({ subject: { O: 'Acme', CN: `client ${keyAlgorithm}` }, issuer: companies.issuing, keyAlgorithm })
      scene = await openScene(companies)
      Object.assign(scene.secrets, { KEYSTORE: await keystoreSecret(leaf), PASSWORD, KEY: leaf.keyPem })
      await scene.write('certs/leaf.pem', leaf.certificatePem)
      await scene.spec(SPEC)
      expect((await scene.run('apply')).exitCode).toBe(0)

      const [rest, soap, trusted] = await Promise.all([
        keystoreOf(scene.instance.url, 'sys_rest_message', 'Bank Payments'),
        keystoreOf(scene.instance.url, 'sys_soap_message', 'Bank Statements'),
        trustedOf(scene.instance.url),
      ])
      const { url } = partner
      const store = (bytes: Buffer): NonNullable<JavaCall['keystore']> => ({ bytes, type: 'JKS', password: PASSWORD })
      const accepted: JavaCall[] = [rest, soap].flatMap(({ bytes }) =>
        (['SunX509', 'NewSunX509'] as const).map((keyManager) => ({ url, keystore: store(bytes), trusted, keyManager })),
      )
      const before = partner.requests.length
      const results = await callsWithJava([
        ...accepted,
        { url, trusted },
        { url, keystore: store(rest.bytes), trusted: otherRoot.certificatePem },
      ])
      expect(results.slice(0, 4).map(({ status, error }) => ({ status, error }))).toEqual(
        accepted.map(() => ({ status: 200, error: null })),
      )
      expect(partner.requests.slice(before).map(({ subject }) => subject)).toEqual(
        accepted.map(() => `O=Acme, CN=client ${keyAlgorithm}`),
      )
      const refused: (CallResult | undefined)[] = [...results.slice(4), await callWithNode({ url, client: foreign, trusted })]
      expect(refused.map((result) => result?.ok)).toEqual([false, false, false])
      expect(results[4]?.status).toBe(400)
      expect(results[5]?.error).toContain('PKIX path building failed')

      for (const { bytes } of [rest, soap]) {
        const listed = await listWithKeytool(bytes)
        expect(listed.match(/PrivateKeyEntry/g)).toHaveLength(1)
        expect(listed.match(/trustedCertEntry/g)).toHaveLength(2)
        expect(listed).toContain('Certificate chain length: 3')
      }
    })
  })
})

async function listWithKeytool(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'smtls-keytool-'))
  try {
    const file = join(folder, 'stored.jks')
    await writeFile(file, bytes, { mode: 0o600 })
    const env = { STORE_PASSWORD: PASSWORD }
    const { exitCode, stdout } = await execute(
      needProgram('keytool'),
      [...QUICK_KEYTOOL, '-list', '-v', '-keystore', file, '-storetype', 'JKS', '-storepass:env', 'STORE_PASSWORD'],
      { env },
    )
    expect(exitCode).toBe(0)
    return stdout
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
