import { CodedError, problemOf, type Finding, type Problem } from '../errors.ts'
import { createLimiter } from '../limiter.ts'
import { privateKeyOf, readKeystore } from '../keystore/read.ts'
import type { InstancePort, SysId } from '../plan/ports.ts'
import { diagnose } from '../probe/diagnosis.ts'
import { probe } from '../probe/probe.ts'
import type { ProbeSpec, Spec } from '../spec/model.ts'
import type { Wanted } from '../wanted/wanted.ts'
import { DAY } from '../x509/format.ts'
import { readCertificates } from '../x509/pem.ts'
import type { Settings } from './inputs.ts'
import type { Ports } from './ports.ts'

/** A keystore or certificate larger than this is none of ours. */
const MAX_CONTENT = 1024 * 1024
/** Probes side by side: each downloads a keystore and holds a connection. */
const MOST_AT_ONCE = 4

export interface Probing {
  /** Asks the required probes of a keystore that is whole and not used yet. @throws probe.*, when one fails */
  readonly gate: (keystore: string, record: SysId) => Promise<void>
  /** Asks all probes that were not asked already. */
  readonly rest: (skip: (keystore: string) => boolean) => Promise<readonly Problem[]>
}

/** What probes are asked with. */
export interface Context {
  readonly spec: Spec
  readonly wanted: Wanted
  readonly instance: InstancePort
  readonly settings: Settings
  readonly ports: Ports
}

/**
 * The probes of a spec, asked with what is on the instance. They run for nobody who may have written the spec without being trusted
 * (contract 5.2).
 */
export function createProbing(context: Context): Probing {
  const { spec, settings, ports } = context
  const asked = new Map<ProbeSpec, readonly Finding[]>()
  const denied = ports.untrustedEvent !== undefined && !settings.allowUntrustedSpec
  const keystoreOf = ({ protocolProfile }: ProbeSpec): string => spec.protocolProfiles.get(protocolProfile)?.keystore ?? ''
  return {
    gate: async (keystore, record) => {
      const required = spec.probes.filter((one) => one.required && keystoreOf(one) === keystore)
      if (required.length === 0 || denied) return
      const content = await contentOf(context, record)
      for (const one of required) {
        const findings = await ask(one, keystore, content, context)
        asked.set(one, findings)
        const failed = findings.find(({ severity }) => severity === 'error')
        if (failed !== undefined) throw new CodedError(failed.code, `${failed.message}; the new keystore is not used`)
      }
    },
    rest: async (skip) => {
      if (spec.probes.length === 0) return []
      if (denied) {
        const message = `event ${ports.untrustedEvent}: probes of a spec that others may have written are not run`
        return [problemOf({ code: 'guard.untrusted-spec', severity: 'notice', message }, '')]
      }
      const inTurn = createLimiter(MOST_AT_ONCE)
      const told = spec.probes.map(async (one): Promise<Problem[]> => {
        const keystore = keystoreOf(one)
        if (skip(keystore)) return []
        const findings = asked.get(one) ?? (await inTurn(() => askInUse(one, keystore, context)))
        return findings.map((finding) => problemOf(finding, `protocol-profiles.${one.protocolProfile}`, one.at))
      })
      return (await Promise.all(told)).flat()
    },
  }
}

/** With the keystore that the profile uses on the instance now. */
async function askInUse(one: ProbeSpec, keystore: string, context: Context): Promise<readonly Finding[]> {
  try {
    const profiles = await context.instance.find('protocol-profile', [
      { column: 'name', operator: '=', value: one.protocolProfile },
    ])
    const record = profiles[0]?.columns.keystore ?? ''
    if (record === '') return [notThere(one, 'the profile is not on the instance yet')]
    return await ask(one, keystore, await contentOf(context, record as SysId), context)
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    return [{ ...error.toFinding('warning'), message: `${one.url}: not asked: ${error.message}` }]
  }
}

const notThere = ({ url }: ProbeSpec, why: string): Finding => ({
  code: 'probe.unreachable',
  severity: 'notice',
  message: `${url}: not asked: ${why}`,
})

async function contentOf({ instance }: Context, record: SysId): Promise<Buffer> {
  const [attachment, ...more] = await instance.attachments([record])
  if (attachment === undefined || more.length > 0) {
    throw new CodedError('record.unclear', `certificate record ${record} has ${more.length + (attachment ? 1 : 0)} attachments`)
  }
  return instance.download(attachment.sysId, MAX_CONTENT)
}

async function ask(one: ProbeSpec, keystore: string, content: Buffer, context: Context): Promise<readonly Finding[]> {
  const { wanted, settings, ports } = context
  const opened = await readKeystore(content, { store: wanted.contents.password(`keystores.${keystore}`) })
  const { key, chain } = privateKeyOf(opened)
  ports.values.derived(key.pkcs8, `key of ${keystore}`)
  const trusted = [...wanted.trusted.values()].flatMap(({ pem }) => readCertificates(Buffer.from(pem, 'latin1')))
  const answer = await probe({ url: one.url, key, chain, trusted, stop: ports.stop, proxy: ports.proxyFor(one.url) })
  return diagnose(answer, {
    url: one.url,
    status: one.expectStatus,
    required: one.required,
    now: ports.now(),
    expiryWarningDays: settings.expiryWarningMs / DAY,
  })
}
