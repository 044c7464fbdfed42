import { problemOf, toCoded } from '../errors.ts'
import { byRecord, rowsOf, type Inventory } from '../plan/health.ts'
import { exportSpec } from '../plan/export.ts'
import type { InstanceReader, SysId } from '../plan/ports.ts'
import { fileName } from '../report/escape.ts'
import { namedInstance } from './doctor.ts'
import type { Settings } from './inputs.ts'
import { takeInventory } from './inventory.ts'
import type { Ports } from './ports.ts'
import { failedResult, type Result } from './result.ts'

/** A certificate is never larger. */
const MAX_CERTIFICATE = 256 * 1024
const AT_ONCE = 4

/** Writes a spec from what the instance has, and the public certificates that it names. Nothing is written on the instance. */
export async function exportCommand(settings: Settings, ports: Ports): Promise<Result> {
  const named = await namedInstance(settings, ports)
  if ('problems' in named) return failedResult(named.problems, settings.command, settings.environment)
  const environment = settings.environment ?? (named.environment === '' ? 'dev' : named.environment)
  try {
    const instance = ports.connect(named.origin)
    const inventory = await takeInventory(instance)
    const attached = await readAttached(instance, inventory)
    const { spec, files, findings } = exportSpec(inventory, { environment, attached, fileName })
    const refused = Object.values(inventory.records).flatMap((told) => ('refused' in told ? [told.refused] : []))
    const problems = [
      ...refused.map((finding) => problemOf({ ...finding, severity: 'warning' }, '')),
      ...findings.map((finding) => problemOf(finding, '')),
    ]
    const exported = [{ path: 'servicenow-mtls.yml', text: spec }, ...files]
    return { ...failedResult(problems, settings.command), environment, exported }
  } catch (error) {
    return { ...failedResult([problemOf(toCoded(error).toFinding(), '')], settings.command), environment }
  }
}

/** Trusted certificates that are attached and not pasted; one that cannot be read is left out. */
async function readAttached(instance: InstanceReader, inventory: Inventory): Promise<Map<SysId, Buffer>> {
  const attachments = byRecord(inventory.attachments)
  const wanted = rowsOf(inventory.records.certificate).flatMap(({ sysId, columns }) => {
    const [file, second] = attachments.get(sysId) ?? []
    const isTrusted = columns.type === inventory.facts.certificateTypes.trusted && columns.active === 'true'
    const single = file !== undefined && second === undefined && file.size <= MAX_CERTIFICATE
    return isTrusted && (columns.pem ?? '') === '' && single ? [{ sysId, attachment: file.sysId }] : []
  })
  const contents = new Map<SysId, Buffer>()
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const part = wanted.slice(at, at + AT_ONCE)
    const read = part.map(async ({ sysId, attachment }) => {
      contents.set(sysId, await instance.download(attachment, MAX_CERTIFICATE))
    })
    await Promise.all(read)
  }
  return contents
}
