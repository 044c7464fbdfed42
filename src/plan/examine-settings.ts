import type { ErrorCode, Finding } from '../errors.ts'
import { rowsOf, type Inventory } from './health.ts'

const finding = (code: ErrorCode, severity: Finding['severity'], message: string): Finding => ({ code, severity, message })

const LEFTOVER = /^glide\.httpclient\.protocol\.(.+)\.(?:class|port)$/
const isTrue = (value: string | undefined): boolean => value?.trim().toLowerCase() === 'true'

/** System properties that break mutual authentication, refuse keystores, or make it worth little. Pure. */
export function examineSettings(inventory: Inventory): Finding[] {
  const { properties } = inventory.advice
  if (properties === undefined) {
    return [
      finding(
        'doctor.unreadable',
        'notice',
        'sys_properties cannot be read: leftovers, attachment rules and hardening are not examined',
      ),
    ]
  }
  return [...leftovers(inventory, properties), ...attachmentRules(properties), ...hardening(properties), ...fips(properties)]
}

/** KB0824494: they take the place of the protocol profile of that name. */
function leftovers({ records }: Inventory, properties: ReadonlyMap<string, string>): Finding[] {
  const profiles = new Set(rowsOf(records['protocol-profile']).map(({ columns }) => columns.name))
  return [...properties.keys()].flatMap((name) => {
    const scheme = LEFTOVER.exec(name)?.[1]
    if (scheme === undefined) return []
    const used = profiles.has(scheme)
    const consequence = used
      ? `it takes the place of the protocol profile ${scheme}, whose calls fail`
      : 'a protocol profile of that name would not work'
    return [
      finding('doctor.leftover-property', used ? 'error' : 'warning', `the system property ${name} is left over: ${consequence}`),
    ]
  })
}

function attachmentRules(properties: ReadonlyMap<string, string>): Finding[] {
  const allowed = (properties.get('glide.attachment.extensions') ?? '')
    .split(',')
    .map((extension) =>
      extension
        .trim()
        .toLowerCase()
        .replace(/^\*?\./, ''),
    )
    .filter((extension) => extension !== '')
  const refused = allowed.length === 0 ? [] : ['jks', 'p12', 'cer'].filter((extension) => !allowed.includes(extension))
  return [
    ...(refused.length === 0
      ? []
      : [
          finding(
            'doctor.attachments',
            'error',
            `glide.attachment.extensions allows ${allowed.length} extensions and not ${refused.join(', ')}: attaching such files is refused`,
          ),
        ]),
    ...(isTrue(properties.get('glide.security.file.mime_type.validation'))
      ? [
          finding(
            'doctor.attachments',
            'warning',
            'glide.security.file.mime_type.validation is true: attaching keystores may be refused, as their content has no well-known type',
          ),
        ]
      : []),
  ]
}

function hardening(properties: ReadonlyMap<string, string>): Finding[] {
  const hostname = properties.get('com.glide.communications.httpclient.verify_hostname')
  return [
    ...(isTrue(properties.get('com.glide.communications.trustmanager_trust_all'))
      ? [
          finding(
            'doctor.hardening',
            'warning',
            'com.glide.communications.trustmanager_trust_all is true: the instance trusts every server certificate, so that trusted certificates protect nothing',
          ),
        ]
      : []),
    ...(/^\s*(?:false|0|no)\s*$/i.test(hostname ?? '')
      ? [
          finding(
            'doctor.hardening',
            'warning',
            `com.glide.communications.httpclient.verify_hostname is ${hostname}: a certificate of any host is taken for that of the partner`,
          ),
        ]
      : []),
  ]
}

/** In FIPS mode an instance takes only BCFKS keystores, which are not written here. The property's name is not documented. */
function fips(properties: ReadonlyMap<string, string>): Finding[] {
  return [...properties]
    .filter(([name, value]) => /fips/i.test(name) && isTrue(value))
    .map(([name]) =>
      finding(
        'doctor.fips',
        'error',
        `${name} is true: where that is FIPS mode, the instance takes only BCFKS keystores, and neither JKS nor PKCS#12`,
      ),
    )
}
