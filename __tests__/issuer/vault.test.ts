import { createServer, type Server } from 'node:http'
import { checkAnswer } from '../../src/issuer/answer.ts'
import { localIssuer } from '../../src/issuer/local.ts'
import { vaultIssuer, vaultToken } from '../../src/issuer/vault.ts'
import { SecretValue } from '../../src/redact.ts'
import { toPem } from '../../src/x509/pem.ts'
import { PrivateKey } from '../../src/x509/private-key.ts'
import { listen, stop } from '../../tools/lab/listening.ts'
import { issueCa, issueRoot, NOW } from '../support/certificates.ts'
import { asking, NAMES, serviceAt, type Asked } from './support.ts'

/** A stand-in for Vault after its API documentation: none runs here. */
interface Seen {
  readonly path: string
  readonly token: string | undefined
  readonly body: Readonly<Record<string, string>>
}

const root = issueRoot('Acme Root CA')
const issuing = issueCa('Acme Issuing CA', root)
let server: Server
let url: string
let seen: Seen[]
let answer: (seen: Seen) => Promise<{ status: number; body: unknown }>

beforeEach(async () => {
  seen = []
  server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const token = incoming.headers['x-vault-token']
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, string>
      const one = { path: incoming.url ?? '', token: typeof token === 'string' ? token : undefined, body }
      seen.push(one)
      void answer(one).then(({ status, body: said }) => response.writeHead(status).end(JSON.stringify(said)))
    })
  })
  url = `http://127.0.0.1:${await listen(server)}`
})
afterEach(() => stop(server))

const signing = (asked: Asked) => async () => {
  const ca = localIssuer([issuing.certificate], PrivateKey.fromKeyObject(issuing.key), () => NOW)
  const { certificates } = await ca.issue(asked.request)
  const [certificate, above] = certificates.map(toPem)
  return { status: 200, body: { data: { certificate, issuing_ca: above, ca_chain: [above, toPem(root.certificate)] } } }
}

const issueWith = async ({ request }: Asked, token = 'hvs.abc') => {
  const service = serviceAt(url)
  const secret = new SecretValue(token, 'VAULT_TOKEN')
  try {
    const options = { mount: 'pki/clients', role: 'servicenow', token: () => Promise.resolve(secret) }
    return await vaultIssuer(service, options).issue(request)
  } finally {
    await service.transport.close()
  }
}

test('signs with mount, role, names and validity', async () => {
  const asked = await asking({ validityMs: 90 * 86_400_000 })
  answer = signing(asked)
  const { certificates } = await issueWith(asked)
  expect(checkAnswer(certificates, asked.request, { known: [], now: NOW })).toMatchObject({ end: 'root', findings: [] })
  expect(seen).toEqual([
    {
      path: '/v1/pki/clients/sign/servicenow',
      token: 'hvs.abc',
      body: {
        csr: asked.request.csr,
        format: 'pem',
        common_name: 'acme-dev.example',
        exclude_cn_from_sans: 'true',
        alt_names: [NAMES[0], NAMES[2]].map((name) => name!.replace(/^\w+:/, '')).join(','),
        ip_sans: '192.0.2.7',
        ttl: '7776000s',
      },
    },
  ])
})

test('a refusal is told in its words', async () => {
  answer = () => Promise.resolve({ status: 403, body: { errors: ['1 error occurred:\n\t* permission denied\n\n'] } })
  await expect(issueWith(await asking())).rejects.toMatchObject({
    code: 'issuer.refused',
    message: `vault at ${url} refused with HTTP 403: 1 error occurred: * permission denied`,
    hint: expect.stringContaining('policy'),
  })
})

test('an answer that is none of its API, or no certificate', async () => {
  answer = () => Promise.resolve({ status: 200, body: { data: {} } })
  await expect(issueWith(await asking())).rejects.toMatchObject({ code: 'issuer.answer' })
  answer = () => Promise.resolve({ status: 200, body: { data: { certificate: 'none' } } })
  await expect(issueWith(await asking())).rejects.toMatchObject({ code: 'issuer.answer' })
})

test('a certificate is not asked for twice when the answer is lost', async () => {
  answer = () => Promise.resolve({ status: 503, body: {} })
  await expect(issueWith(await asking())).rejects.toMatchObject({ code: 'issuer.refused' })
  expect(seen).toHaveLength(1)
})

test('a workflow signs in with its identity', async () => {
  answer = () => Promise.resolve({ status: 200, body: { auth: { client_token: 'hvs.fresh' } } })
  const told: string[] = []
  const service = serviceAt(url)
  const token = await vaultToken(service, {
    mount: 'jwt',
    role: 'deploy',
    identityToken: () => Promise.resolve(new SecretValue('e.y.J', 'identity')),
    onSecret: (text, label) => {
      told.push(text)
      return new SecretValue(text, label)
    },
  })
  await service.transport.close()
  expect([token.text(), told]).toEqual(['hvs.fresh', ['hvs.fresh']])
  expect(seen).toEqual([{ path: '/v1/auth/jwt/login', token: undefined, body: { role: 'deploy', jwt: 'e.y.J' } }])
})
