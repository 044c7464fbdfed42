import { createServer } from 'node:net'
import type { Result } from '../../src/commands/result.ts'
import { freePort, HOST } from '../../tools/lab/listening.ts'
import { issueServer } from '../../tools/lab/pki.ts'
import { startPartner, type Partner } from '../../tools/lab/partner.ts'
import { runInProcess, type InProcessOptions } from '../support/in-process.ts'
import { keystoreSecret, makeCompanies, openScene, type Companies, type Scene } from '../support/scene.ts'
import { describeWith } from '../support/tools.ts'

const spec = (url: string, required: boolean): string => `version: 1
environments:
  dev: { instance: "\${INSTANCE}" }
keystores:
  bank-client:
    password: { secret: BANK_PASSWORD }
    source: { keystore: { secret: BANK_KEYSTORE } }
trusted-certificates:
  bank-root: { certificate: { file: certs/bank-root.pem } }
protocol-profiles:
  bankm: { keystore: bank-client, port: 443 }
probes:
  - { url: '${url}/health', protocol-profile: bankm, expect-status: 200, required: ${required} }
`

describeWith('nginx', 'probes', () => {
  let companies: Companies
  let scene: Scene
  let partner: Partner
  beforeAll(async () => {
    companies = await makeCompanies()
  })
  beforeEach(async () => {
    scene = await openScene(companies)
    partner = await startPartner({ server: companies.server, clientCa: companies.root.certificatePem, kind: 'nginx' })
    await scene.spec(spec(partner.url, true))
  })
  afterEach(async () => {
    await partner.close()
    await scene.close()
  })

  const at = (command: string, more: Partial<InProcessOptions> = {}): Promise<Result> => runInProcess(scene, command, more)
  const probed = (result: Result): string[] =>
    result.problems
      .filter(({ code }) => code.startsWith('probe.'))
      .map(({ code, severity, item }) => `${severity} ${code} ${item}`)
  const records = (): string[] =>
    scene.instance.store
      .rows('sys_certificate')
      .filter(({ type }) => type === 'key_store')
      .map(({ name = '', active = '' }) => `${name.replace(/ [0-9a-f]{8}\)/, ' H)')} ${active}`)
      .sort()

  test('are asked after apply and in verify, and never by plan', async () => {
    const applied = await at('apply')
    expect(probed(applied)).toEqual(['notice probe.accepted protocol-profiles.bankm'])
    // As the gate, and once: what was accepted there is not asked again.
    expect(partner.requests.map(({ subject, path }) => [subject, path])).toEqual([
      ['O=Acme, CN=bank-client.acme.example', '/health'],
    ])
    await at('plan')
    expect(partner.requests).toHaveLength(1)
    expect(probed(await at('verify'))).toEqual(['notice probe.accepted protocol-profiles.bankm'])
    expect(partner.requests).toHaveLength(2)
  })

  test('a required one is a gate: what the partner does not accept is not used', async () => {
    await at('apply')
    const [before] = scene.instance.store.rows('sys_protocol_profile')
    // Of a CA that the partner does not know.
    const foreign = await issueServer(companies.bankRoot, { eku: ['clientAuth'], subject: 'foreign' })
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(foreign)
    const refused = await at('apply', { inputs: { confirm: 'dev' } })
    expect(
      refused.problems.filter(({ severity }) => severity === 'error').map(({ code, item, message }) => [code, item, message]),
    ).toEqual([['probe.certificate-refused', 'keystores.bank-client', expect.stringMatching(/; the new keystore is not used$/)]])
    expect(scene.instance.store.rows('sys_protocol_profile')).toEqual([before])
    expect(records()).toEqual(['bank-client (new H) false', 'bank-client true'])
    // The next run asks again, and goes on once it is accepted.
    scene.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
    expect(probed(await at('apply'))).toEqual(['notice probe.accepted protocol-profiles.bankm'])
    expect(records()).toHaveLength(2)
    expect(scene.instance.violations).toEqual([])
  })

  test('at most four are asked side by side', async () => {
    await at('apply')
    const counts = { open: 0, most: 0, all: 0 }
    const server = createServer((socket) => {
      counts.open += 1
      counts.all += 1
      counts.most = Math.max(counts.most, counts.open)
      socket.on('error', () => undefined)
      setTimeout(() => {
        counts.open -= 1
        socket.destroy()
      }, 100)
    })
    const port = await freePort()
    await new Promise<void>((resolve) => server.listen(port, HOST, resolve))
    try {
      const probes = Array.from(
        { length: 9 },
        (_, index) => `  - { url: 'https://${HOST}:${port}/${index}', protocol-profile: bankm }\n`,
      )
      await scene.spec(spec(partner.url, true).replace(/probes:\n.*\n/, `probes:\n${probes.join('')}`))
      expect(probed(await at('verify'))).toHaveLength(9)
      expect(counts).toEqual({ open: 0, most: 4, all: 9 })
    } finally {
      server.close()
    }
  })

  test('one that is not required warns', async () => {
    await scene.spec(spec('https://127.0.0.1:9', false))
    const applied = await at('apply')
    expect(probed(applied)).toEqual(['warning probe.refused protocol-profiles.bankm'])
    expect(records()).toEqual(['bank-client true'])
  })
})
