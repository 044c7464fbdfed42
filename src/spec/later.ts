import type { Path } from './tree.ts'

/** What the contract has and is not built yet: its use is `not-supported-yet`, and the published schema does not list it. */

const SECTIONS = ['connections', 'oauth-providers', 'issuers', 'probes']
const ITEM_KEYS = ['absent', 'accept', 'adopt']
const KEYS_OF_SECTION = new Map([
  ['keystores', ['handover']],
  ['rest-messages', ['mode']],
  // Only REST messages have an endpoint of their own; those of SOAP messages stand in their WSDL and functions.
  ['soap-messages', ['mode', 'rewrite-endpoint']],
])
const SOURCE_FORMS = ['issuer', 'request', 'existing']
const KEYSTORE_TYPES = ['jks', 'pkcs12']

/** Whether a key that is not known in the mapping at `path` is one of the contract's. */
export function isLaterKey(path: Path, key: string): boolean {
  const [section, , ...below] = path
  if (path.length === 0 || (section === 'environments' && path.length === 2)) return SECTIONS.includes(key)
  if (path.length === 2) return ITEM_KEYS.includes(key) || (KEYS_OF_SECTION.get(String(section)) ?? []).includes(key)
  return section === 'keystores' && below.length === 1 && below[0] === 'source' && SOURCE_FORMS.includes(key)
}

/** Whether a value that is not allowed at `path` is one of the contract's. */
export function isLaterValue([section, , key]: Path, value: unknown): boolean {
  return section === 'keystores' && key === 'type' && KEYSTORE_TYPES.some((type) => type === value)
}
