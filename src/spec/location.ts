import type { Location } from '../errors.ts'
import type { Spec } from './model.ts'

/** Where an item of the spec (`keystores.bank-client`) stands in its file; undefined for what is no item of it. */
export function locationOf(spec: Spec, item: string): Location | undefined {
  const end = item.indexOf('.')
  const [section, name] = [item.slice(0, end), item.slice(end + 1)]
  const absent = spec.absent.find((one) => one.section === section && one.name === name)
  if (absent !== undefined) return absent.at
  switch (section) {
    case 'keystores':
      return (spec.keystores.get(name) ?? spec.existing.get(name))?.at
    case 'trusted-certificates':
      return spec.trustedCertificates.get(name)?.at
    case 'protocol-profiles':
      return spec.protocolProfiles.get(name)?.at
    default:
      return spec.messages.find((message) => `${message.kind}s` === section && message.name === name)?.at
  }
}
