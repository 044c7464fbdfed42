import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { AUTH_KEY, startCfssl } from '../../tools/lab/cfssl.ts'
import { listen, stop } from '../../tools/lab/listening.ts'
import { makeCa, type Ca } from '../../tools/lab/pki.ts'
import { needProgram } from '../../tools/lab/programs.ts'
import { keystoreSecret, makeCompanies, type Companies } from '../support/scene.ts'
import { openLab, recipe, saidBy, writeProgram, type Lab } from '../support/recipes.ts'
import { describeWith } from '../support/tools.ts'

/** The recipes by which certificates are issued, as they stand in docs/recipes. */

let companies: Companies
let lab: Lab
let programs: string
beforeAll(async () => {
  companies = await makeCompanies()
})
beforeEach(() => {
  programs = mkdtempSync(join(tmpdir(), 'smtls-vendor-'))
})
afterEach(async () => {
  expect(Object.values(lab.instances).flatMap(({ violations }) => violations)).toEqual([])
  rmSync(programs, { recursive: true, force: true })
  await lab.close()
  expect(lab.forbidden).toEqual([])
})

async function open(file: string) {
  lab = await openLab(companies, ['acme'])
  const found = recipe(`docs/recipes/${file}`)
  await lab.write('servicenow-mtls.yml', found.spec)
  return found
}
const keystores = (): string[] =>
  lab.instances
    .acme!.store.rows('sys_certificate')
    .map((row) => `${(row.name ?? '').replace(/\((\w+).*/, '($1)')} ${row.active ?? ''}`)
    .sort()
const DISPATCH = 'workflow_dispatch'

describeWith('cfssl', 'renewal.md', () => {
  test('issues once, nothing when nothing is due, and anew when it is asked to', async () => {
    const { workflows } = await open('renewal.md')
    const cfssl = await startCfssl(companies.root)
    try {
      lab.places['https://ca.acme.example:8888'] = cfssl.url
      lab.secrets.CFSSL_AUTH_KEY = AUTH_KEY
      await lab.write('servicenow-mtls.yml', recipe('docs/recipes/renewal.md').spec)
      const renew = (run: string, rotate = '') =>
        lab.workflow(workflows[0]!, { event: DISPATCH, inputs: { rotate }, env: { GITHUB_RUN_ID: run } })
      const [first] = await renew('1')
      expect([first?.exitCode, first?.outputs['error-code'], first?.outputs.changed]).toEqual([0, '', 'true'])
      expect((await renew('2'))[0]?.outputs.changed).toBe('false')
      const [again] = await renew('3', 'bank-client')
      expect(again?.outputs.changes).toContain('"rotate":1')
      expect(keystores()).toEqual(['bank-client (retired) false', 'bank-client true'])
    } finally {
      await cfssl.close()
    }
  })
})

describeWith('jq', 'partner-pins.md', () => {
  test('the new certificate is published, sent, and used by a later run', async () => {
    const { workflows } = await open('partner-pins.md')
    // A run renews once: each dispatch is a run of its own.
    const renew = (run: string, rotate = '') =>
      lab.workflow(workflows[0]!, { event: DISPATCH, inputs: { rotate }, env: { GITHUB_RUN_ID: run } })
    expect(saidBy(await renew('1'))).toEqual(['renew: apply 0', 'renew: what the partner has to pin 0'])
    const used = (log = ''): string => /in use: (\S+)/.exec(log)?.[1] ?? ''
    const published = await renew('2', 'bank-client')
    expect(keystores()).toEqual(['bank-client (new) false', 'bank-client true'])
    const said = published[1]?.log ?? ''
    const next = /next: (\S+) from the folder bank-client\/bank-client\.pem/.exec(said)?.[1]
    expect(next).toMatch(/^([0-9A-F]{2}:){31}/)
    expect(next).not.toBe(used(said))
    expect((await renew('3'))[0]?.outputs.changed).toBe('false')
    const taken = await renew('4', 'bank-client')
    expect(used(taken[1]?.log)).toBe(next)
    expect(keystores()).toEqual(['bank-client (retired) false', 'bank-client true'])
  })
})

describeWith('openssl', 'offline-ca.md', () => {
  test('the request of csr is signed by the commands of the recipe, and published', async () => {
    const { workflows, shells, spec } = await open('offline-ca.md')
    const [request] = await lab.workflow(workflows[0]!)
    expect(saidBy([request!])).toEqual(['request: csr 0'])
    // In place of the artifact, which is tested elsewhere. It is the same request again.
    await lab.workflow(workflows[0]!.replace('artifact: always', 'output-directory: requests'))
    await lab.write('ca/bank-client.csr', lab.read('requests/bank-client/bank-client.csr'))
    const [ca = '', sign = ''] = shells
    expect(await lab.shell(ca, 'ca')).toMatchObject({ exitCode: 0 })
    const signed = await lab.shell(sign, 'ca')
    expect([signed.exitCode, signed.stdout]).toEqual([0, expect.stringContaining('bank-client.pem: OK')])
    for (const file of ['bank-client.pem', 'acme-root.pem']) await lab.write(`certs/${file}`, lab.read(`ca/${file}`))
    await lab.write('servicenow-mtls.yml', spec.replace(/# (certificate|chain):/g, '$1:'))
    const apply = await lab.workflow(workflows[0]!.replace('command: csr', 'command: apply'))
    expect(saidBy(apply)).toEqual(['request: apply 0'])
    expect(keystores()).toEqual(['bank-client true'])
    const message = lab.instances.acme!.store.find('sys_rest_message', 'name', 'Bank Payments')
    expect(message?.use_mutual_auth).toBe('true')
  })
})

describe('emergency.md', () => {
  test('a new key, no old one kept, and nothing else changed; its serial number is named', async () => {
    const { workflows } = await open('emergency.md')
    const root = await makeCa({ subject: { O: 'Acme', CN: 'Acme Root CA' } })
    await lab.write('certs/acme-root.pem', root.certificatePem)
    lab.secrets.LAB_CA_KEY = root.keyPem
    const apply = workflows[0]!.replace(/ +(rotate-purge|only|confirm): .*\n/g, '')
    const [first] = await lab.workflow(apply, { event: DISPATCH, env: { GITHUB_RUN_ID: '1' } })
    expect(first?.exitCode).toBe(0)
    const serial = /"serialNumber":"([0-9A-F]+)"/.exec(first?.outputs.certificates ?? '')?.[1] ?? 'none'
    const event = { event: DISPATCH, inputs: { keystore: 'bank-client' }, env: { GITHUB_RUN_ID: '2' } }
    const [rekey] = await lab.workflow(workflows[0]!, event)
    expect([rekey?.exitCode, rekey?.outputs['error-code']]).toEqual([0, ''])
    expect(rekey?.log).toContain(serial)
    expect(rekey?.outputs.certificates).not.toContain(serial)
    expect(keystores()).toEqual(['bank-client true'])
  })
})

test('emergency.md, a keystore that is loaded: with `keep-previous: 0` nothing of the stolen key stays', async () => {
  await open('emergency.md')
  const { spec, workflows } = recipe('docs/recipes/drift-alarm.md')
  const apply = workflows[0]!
    .replace('command: verify', 'command: apply')
    .replace(/ +(fail-on-\w+|expiry-warning|issue): .*\n/g, '')
  await lab.write('servicenow-mtls.yml', spec)
  expect(saidBy(await lab.workflow(apply))).toEqual(['verify: apply 0'])
  lab.secrets.BANK_KEYSTORE = await keystoreSecret(companies.renewed)
  await lab.write('servicenow-mtls.yml', spec.replace('    notify:', '    keep-previous: 0\n    notify:'))
  expect(saidBy(await lab.workflow(apply))).toEqual(['verify: apply 0'])
  expect(keystores()).toEqual(['bank-client true'])
})

/** Signs a request as the programs of vendors do, for their stand-ins. */
const SIGN = (folder: string): string => `
sign() {
  printf 'keyUsage=critical,digitalSignature\\nextendedKeyUsage=clientAuth\\nbasicConstraints=critical,CA:FALSE\\n' > '${folder}/client.cnf'
  [ -z "\${SAN:-}" ] || printf 'subjectAltName=%s\\n' "$SAN" >> '${folder}/client.cnf'
  openssl x509 -req -in "$1" -CA '${folder}/ca.pem' -CAkey '${folder}/ca.key' -CAcreateserial -days "$2" -extfile '${folder}/client.cnf' 2>/dev/null
}`

/**
 * Stand-ins for the vendors' programs: each takes exactly the options of its documentation that the script gives, and answers in the
 * documented form.
 */
const STANDS: Readonly<Record<string, readonly [file: string, program: string, (folder: string) => string]>> = {
  'step-ca': [
    'step-ca.md',
    'step',
    () => `
[ "$1 $2" = 'ca sign' ] || exit 2
[ "$5 $6 $7 $8" = '--ca-url https://ca.acme.example --root certs/acme-root.pem' ] && [ -f "$8" ] || exit 3
[ "$9 \${10}" = '--provisioner servicenow' ] && [ "\${11}" = --provisioner-password-file ] && [ "$(cat "\${12}")" = the-password-of-step ] || exit 4
[ "\${13} \${14}" = '--not-after 2160h' ] || exit 5
SAN=DNS:bank-client.acme.example sign "$3" 90 > "$4"
echo 'Certificate: signed'`,
  ],
  'aws-private-ca': [
    'aws-private-ca.md',
    'aws',
    (folder) => `
[ "$1" = acm-pca ] || exit 2
[ "$AWS_SESSION_TOKEN" = a-session-of-an-hour ] || exit 3
case "$*" in *'--region eu-central-1 --certificate-authority-arn arn:aws:acm-pca:eu-central-1:111122223333:'*) ;; *) exit 4 ;; esac
case "$2 $*" in
  issue-certificate*EndEntityClientAuthCertificate/V1*Value=90,Type=DAYS*'--query CertificateArn --output text'*)
    sign "\${4#fileb://}" 90 > '${folder}/issued.pem'; echo arn:aws:acm-pca:of-the-certificate ;;
  wait*'certificate-issued --certificate-arn arn:aws:acm-pca:of-the-certificate'*) [ -s '${folder}/issued.pem' ] ;;
  get-certificate*'--query CertificateChain'*) cat '${folder}/ca.pem' ;;
  get-certificate*'--query Certificate'*) cat '${folder}/issued.pem' ;;
  *) exit 5 ;;
esac`,
  ],
  adcs: [
    'adcs.md',
    'certreq',
    (folder) => `
[ "$1 $2 $3 $4" = '-submit -q -binary -config' ] && [ "$5" = 'ca01.corp.acme.example\\Acme Issuing CA' ] || exit 2
[ "$6 $7" = '-attrib CertificateTemplate:ServiceNowClient' ] || exit 3
echo 'Certificate retrieved(Issued) Issued'
sign "$8" 365 > '${folder}/issued.pem'
openssl x509 -in '${folder}/issued.pem' -outform DER -out "$9"
openssl crl2pkcs7 -nocrl -certfile '${folder}/ca.pem' -certfile '${folder}/issued.pem' -outform DER -out "\${10}"`,
  ],
}

describeWith('openssl', 'scripts of vendors, with stand-ins for their programs', () => {
  test.each(Object.entries(STANDS))('%s', async (_name, [file, program, stand]) => {
    const { workflows, shells } = await open(file)
    const root: Ca = await makeCa({ subject: { O: 'Acme', CN: 'Acme Root CA' } })
    writeFileSync(join(programs, 'ca.pem'), root.certificatePem)
    writeFileSync(join(programs, 'ca.key'), root.keyPem)
    await writeProgram(programs, program, `#!/usr/bin/env bash\nset -euo pipefail\n${SIGN(programs)}\n${stand(programs)}\n`)
    await lab.write('certs/acme-root.pem', root.certificatePem)
    await lab.write('scripts/sign.sh', shells[0]!)
    lab.secrets.STEP_PASSWORD = 'the-password-of-step'
    const session = { AWS_ACCESS_KEY_ID: 'AKIA-of-a-test', AWS_SECRET_ACCESS_KEY: 'a-secret-of-aws' }
    const env = { ...session, AWS_SESSION_TOKEN: 'a-session-of-an-hour', PATH: [programs, process.env.PATH].join(delimiter) }
    const [run] = (await lab.workflow(workflows[0]!.replace(/ +- uses: aws-actions[\s\S]*?(?= +- uses)/, ''), { env })).slice(-1)
    expect([run?.exitCode, run?.outputs.problems]).toEqual([0, '[]'])
    expect(keystores()).toEqual(['bank-client true'])
  })

  test('a request that an ADCS keeps for its officer is told', async () => {
    const { workflows, shells } = await open('adcs.md')
    await writeProgram(programs, 'certreq', '#!/bin/sh\necho "Certificate request is pending: Taken Under Submission (0)"\n')
    await lab.write('scripts/sign.sh', shells[0]!)
    const env = { PATH: [programs, process.env.PATH].join(delimiter) }
    const [run] = await lab.workflow(workflows[0]!, { env })
    expect([run?.exitCode, run?.outputs['error-code']]).toEqual([1, 'issuer.failed'])
    expect(run?.outputs.problems).toContain('the CA has not issued a certificate')
  })
})

describeWith('openssl', 'vault.md, with a stand-in for its API', () => {
  test('the workflow signs in with its identity, and what Vault signs is published', async () => {
    const { workflows, spec } = await open('vault.md')
    const root = await makeCa({ subject: { O: 'Acme', CN: 'Acme Root CA' } })
    for (const [name, text] of Object.entries({ 'ca.pem': root.certificatePem, 'ca.key': root.keyPem }))
      writeFileSync(join(programs, name), text)
    const seen: string[] = []
    const server = createServer((incoming, response) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as Record<string, string>
        seen.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`)
        response.setHeader('content-type', 'application/json')
        if (incoming.url?.startsWith('/identity')) response.end(JSON.stringify({ value: 'the.identity.token' }))
        else if (incoming.url === '/v1/auth/jwt/login' && body.jwt === 'the.identity.token' && body.role === 'servicenow-mtls') {
          response.end(JSON.stringify({ auth: { client_token: 'hvs.of-ten-minutes' } }))
        } else if (incoming.url === '/v1/pki/sign/servicenow' && incoming.headers['x-vault-token'] === 'hvs.of-ten-minutes') {
          writeFileSync(join(programs, 'request.csr'), body.csr ?? '')
          const script = `${SIGN(programs)}\nsign '${programs}/request.csr' 90`
          const certificate = execFileSync(needProgram('bash'), ['-c', script], { encoding: 'utf8' })
          response.end(
            JSON.stringify({ data: { certificate, issuing_ca: root.certificatePem, ca_chain: [root.certificatePem] } }),
          )
        } else response.writeHead(403).end('{"errors":["permission denied"]}')
      })
    })
    const vault = `http://127.0.0.1:${await listen(server)}`
    try {
      lab.places['https://vault.acme.example'] = vault
      await lab.write('servicenow-mtls.yml', spec)
      const identity = { ACTIONS_ID_TOKEN_REQUEST_URL: `${vault}/identity?v=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-runner' }
      const [run] = await lab.workflow(workflows[0]!, { env: identity })
      expect([run?.exitCode, run?.outputs.problems]).toEqual([0, '[]'])
      expect(keystores()).toEqual(['bank-client true'])
      expect(seen).toEqual([
        `GET /identity?v=1&audience=${encodeURIComponent(vault)}`,
        'POST /v1/auth/jwt/login',
        'POST /v1/pki/sign/servicenow',
      ])
    } finally {
      await stop(server)
    }
  })
})

describeWith('bash', 'commands of vendors that are not run', () => {
  test('bash takes them', () => {
    const bash = needProgram('bash')
    for (const file of ['vault.md', 'step-ca.md', 'aws-private-ca.md', 'adcs.md']) {
      const { shells } = recipe(`docs/recipes/${file}`)
      expect(shells.length).toBeGreaterThan(0)
      for (const shell of shells) execFileSync(bash, ['-n'], { input: shell })
    }
    expect(() => execFileSync(bash, ['-n'], { input: 'if true', stdio: 'pipe' })).toThrow()
    expect(readFileSync('docs/recipes/vault.md', 'utf8')).toContain('with a stand-in for its API')
  })
})
