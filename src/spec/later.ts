import type { Path } from './tree.ts'

/** What the contract has and is not built yet: its use is `not-supported-yet`, and the published schema does not list it. */
export const LATER = {
  sections: [],
  sourceForms: ['request'],
  // Only REST messages have an endpoint of their own; those of SOAP messages stand in their WSDL and functions.
  soapMessageKeys: ['rewrite-endpoint'],
} as const

const has = (list: readonly string[], text: unknown): boolean => list.some((one) => one === text)

/** Whether a key that is not known in the mapping at `path` is one of the contract's. */
export function isLaterKey(path: Path, key: string): boolean {
  const [section, , ...below] = path
  if (path.length === 0 || (section === 'environments' && path.length === 2)) return has(LATER.sections, key)
  if (section === 'keystores' && below.length === 1 && below[0] === 'source') return has(LATER.sourceForms, key)
  if (path.length !== 2) return false
  return section === 'soap-messages' && has(LATER.soapMessageKeys, key)
}
