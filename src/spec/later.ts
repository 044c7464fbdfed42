import type { Path } from './tree.ts'

/** What the contract has and is not built yet: its use is `not-supported-yet`, and the published schema does not list it. */
export const LATER = {
  // Only REST messages have an endpoint of their own; those of SOAP messages stand in their WSDL and functions.
  soapMessageKeys: ['rewrite-endpoint'],
} as const

/** Whether a key that is not known in the mapping at `path` is one of the contract's. */
export const isLaterKey = ([section, ...below]: Path, key: string): boolean =>
  section === 'soap-messages' && below.length === 1 && LATER.soapMessageKeys.some((one) => one === key)
