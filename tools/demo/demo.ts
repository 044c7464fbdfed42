/**
 * The whole way once, on real input: the local instance, a small PKI, the bundled action called as a runner calls it, and a
 * partner that demands a client certificate. `npm run demo`
 */
import { rm } from 'node:fs/promises'
import { startEmulator } from '../../emulator/index.ts'
import { callsWithJava, callWithNode, type CallResult } from '../lab/client.ts'
import { startPartner } from '../lab/partner.ts'
import { findProgram } from '../lab/programs.ts'
import { runAction, traces, type ActionRun } from '../lab/runner.ts'
import { findSecrets } from '../lab/secrets-search.ts'
import { makeSetting, type Setting } from './setting.ts'
import { heading, indented, listProofs, prove } from './show.ts'
import { identityOf, keystoreOf, sha256, trustedOf } from './stored.ts'

const instance = await startEmulator()
instance.store.insert('sys_rest_message', {
  name: 'Bank Payments',
  rest_endpoint: 'https://api.bank.example/payments',
  authentication_type: 'no_authentication',
})
instance.store.insert('sys_soap_message', { name: 'Bank Statements', authentication_type: 'no_authentication' })
const setting = await makeSetting(instance.url)

async function step(title: string, command: string, secrets: Setting['secrets']): Promise<{ run: ActionRun; writes: number }> {
  heading(title)
  instance.clearRequests()
  const inputs = { command, environment: 'dev', username: 'admin', password: 'admin' }
  const run = await runAction({ inputs, env: secrets, workspace: setting.workspace })
  const writes = instance.requests.filter(({ write }) => write).length
  indented(readable(run.log))
  indented(`exit code ${run.exitCode ?? 'none'}; ${instance.requests.length} requests, ${writes} of them writes`)
  const leaks = findSecrets(
    traces(run).filter(({ name }) => name !== 'log without masks'),
    Object.entries(secrets).map(([name, value]) => ({ name, value: Buffer.from(value) })),
  )
  if (leaks.length > 0) throw new Error(`a secret was printed or written: ${JSON.stringify(leaks)}`)
  return { run, writes }
}

/** The log as a page of GitHub shows it: groups open, commands gone. */
function readable(log: string): string {
  return log
    .split('\n')
    .filter((line) => !line.startsWith('##[endgroup]'))
    .map((line) => line.replace('##[group]', '\u25be '))
    .join('\n')
}

try {
  const planned = await step('plan: what would be done', 'plan', setting.secrets)
  heading('the job summary of that plan, as Markdown')
  indented(planned.run.summary)

  const applied = await step('apply: it is done', 'apply', setting.secrets)
  prove(
    planned.writes === 0 && applied.run.exitCode === 0 && applied.writes > 0,
    `plan wrote nothing, apply sent ${applied.writes} writes`,
  )
  const again = await step('apply again', 'apply', setting.secrets)
  prove(again.run.outputs.changed === 'false' && again.writes === 0, 'the second apply sent not one write')

  const before = await keystoreOf(instance.url, 'sys_rest_message', 'Bank Payments')
  const rotated = await step('apply with a renewed keystore: one rotation', 'apply', setting.renewed)
  prove(/"rotate":1\b/.test(rotated.run.outputs.changes ?? ''), 'a changed keystore is one rotation')
  const verified = await step('verify', 'verify', setting.renewed)
  prove(
    verified.run.exitCode === 0 && verified.run.outputs.changed === 'false',
    'verify finds no drift, and nothing that expires',
  )
  prove(instance.violations.length === 0, 'after every single write the instance was whole (looked at by the instance itself)')

  await callThePartner(before.bytes)
  listProofs()
} finally {
  await instance.close()
  await rm(setting.workspace, { recursive: true, force: true })
}

async function callThePartner(first: Buffer): Promise<void> {
  heading('the partner is called with what lies on the instance')
  const partner = await startPartner({ server: setting.server, clientCa: setting.acmeRoot.certificatePem })
  try {
    const password = setting.secrets.BANK_KEYSTORE_PASSWORD ?? ''
    const rest = await keystoreOf(instance.url, 'sys_rest_message', 'Bank Payments')
    const soap = await keystoreOf(instance.url, 'sys_soap_message', 'Bank Statements')
    const trusted = await trustedOf(instance.url)
    indented(`partner ${partner.kind} at ${partner.url}, demands a client certificate of Acme Root CA`)
    for (const { recordName, fileName, bytes } of [rest, soap]) indented(`${recordName}: ${fileName}, SHA-256 ${sha256(bytes)}`)
    prove(sha256(rest.bytes) !== sha256(first), 'the profile names the renewed keystore')

    const java = findProgram('java') !== undefined
    const by = java ? 'Java (SunX509)' : 'Node, with the keystore read by jks-js'
    const other = setting.acmeRoot.certificatePem
    const store = (bytes: Buffer): { bytes: Buffer; type: 'JKS'; password: string } => ({ bytes, type: 'JKS', password })
    const stranger = { keyPem: setting.stranger.keyPem, chainPem: setting.stranger.chainPem }
    const url = partner.url
    const accepted = java
      ? await callsWithJava([
          { url, keystore: store(rest.bytes), trusted },
          { url, keystore: store(soap.bytes), trusted },
          { url, trusted },
          { url, keystore: store(rest.bytes), trusted: other },
        ])
      : await Promise.all([
          callWithNode({ url, client: identityOf(rest.bytes, password), trusted }),
          callWithNode({ url, client: identityOf(soap.bytes, password), trusted }),
          callWithNode({ url, trusted }),
          callWithNode({ url, client: identityOf(rest.bytes, password), trusted: other }),
        ])
    const [withRest, withSoap, without, withOtherAnchor] = accepted
    const foreign = await callWithNode({ url, client: stranger, trusted })
    const told = (result: CallResult | undefined): string =>
      typeof result?.status === 'number' ? `HTTP ${result.status}` : (result?.error ?? 'no answer').split(/; |: sun\./)[0]!
    prove(withRest?.ok === true, `the loaded RSA keystore opens the partner's door: ${told(withRest)}, by ${by}`)
    prove(withSoap?.ok === true, `the EC keystore built from PEM does, too: ${told(withSoap)}, by ${by}`)
    prove(without?.ok === false, `without a client certificate the call is refused: ${told(without)}`)
    prove(!foreign.ok, `with a foreign certificate it is refused: ${told(foreign)}`)
    prove(withOtherAnchor?.ok === false, `with another trust anchor the client refuses the partner: ${told(withOtherAnchor)}`)
    indented(`the partner saw ${partner.requests.map(({ subject }) => subject).join(' and ')}`)
  } finally {
    await partner.close()
  }
}
