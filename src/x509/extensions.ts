import type { Node } from '../der/reader.ts'
import {
  asBits,
  asBoolean,
  asOctets,
  asOctetString,
  asOid,
  asSequence,
  asSmallInteger,
  children,
  DerError,
  isContext,
  isUniversal,
  readWithin,
  TAG,
} from '../der/reader.ts'

export interface BasicConstraints {
  readonly ca: boolean
  /** How many intermediate CAs may stand between this one and a leaf. */
  readonly pathLength?: number
}

/** The bits of keyUsage in their order (RFC 5280 4.2.1.3). */
const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

export type KeyUsage = (typeof KEY_USAGES)[number]

/** What this project looks at; undefined where the extension is absent. */
export interface Extensions {
  readonly basicConstraints: BasicConstraints | undefined
  readonly keyUsage: ReadonlySet<KeyUsage> | undefined
  /** Dotted numbers. */
  readonly extendedKeyUsage: readonly string[] | undefined
  readonly nameConstraints: boolean
  /** Dotted numbers of the certificate policies. */
  readonly policies: readonly string[]
  readonly subjectKeyId: Buffer | undefined
  readonly authorityKeyId: Buffer | undefined
  /** GeneralNames, as they stand in the extension. */
  readonly alternativeNames: Buffer | undefined
}

/** @param node the SEQUENCE OF Extension, absent in certificates before version 3. @throws DerError */
export function readExtensions(node: Node | undefined): Extensions {
  const values = new Map<string, Node>()
  for (const extension of node === undefined ? [] : asSequence(node)) {
    const parts = asSequence(extension)
    const id = asOid(parts[0])
    if (values.has(id)) throw new DerError('an extension stands there twice')
    values.set(id, asOctetString(parts.at(-1)))
  }
  const read = <Value>(id: string, reader: (node: Node) => Value): Value | undefined => {
    const value = values.get(id)
    return value && reader(readWithin(value))
  }
  return {
    basicConstraints: read('2.5.29.19', readBasicConstraints),
    keyUsage: read('2.5.29.15', readKeyUsage),
    extendedKeyUsage: read('2.5.29.37', (eku) => asSequence(eku).map(asOid)),
    nameConstraints: values.has('2.5.29.30'),
    policies: read('2.5.29.32', (policies) => asSequence(policies).map((policy) => asOid(asSequence(policy)[0]))) ?? [],
    subjectKeyId: read('2.5.29.14', asOctets),
    authorityKeyId: read('2.5.29.35', (identifier) => {
      const keyId = asSequence(identifier).find((part) => isContext(part, 0))
      return keyId && asOctets(keyId)
    }),
    alternativeNames: values.get('2.5.29.17')?.content,
  }
}

function readBasicConstraints(node: Node): BasicConstraints {
  const parts = children(node)
  const flag = parts.find((part) => isUniversal(part, TAG.boolean))
  const length = parts.find((part) => isUniversal(part, TAG.integer))
  return { ca: flag !== undefined && asBoolean(flag), ...(length && { pathLength: asSmallInteger(length) }) }
}

function readKeyUsage(node: Node): ReadonlySet<KeyUsage> {
  const { bytes } = asBits(node)
  return new Set(KEY_USAGES.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0))
}
