import type { Node } from '../der/reader.ts'
import { asSequence, readOne } from '../der/reader.ts'
import * as der from '../der/writer.ts'

/** The kinds of names that a spec may ask for, with their tags in GeneralName (RFC 5280 4.2.1.6). */
const TAGS = { email: 1, DNS: 2, URI: 6, IP: 7 } as const
type Kind = keyof typeof TAGS

const KINDS = new Map<number, Kind>([
  [1, 'email'],
  [2, 'DNS'],
  [6, 'URI'],
  [7, 'IP'],
])

const FORM = /^(DNS|IP|URI|email):(\S+)$/

/** GeneralNames of names as the spec lets them pass, `DNS:api.acme.example`. */
export function writeAlternativeNames(names: readonly string[]): Buffer {
  return der.sequence(
    ...names.map((text) => {
      const [, kind, value = ''] = FORM.exec(text) ?? []
      const content = kind === 'IP' ? (addressBytes(value) ?? Buffer.alloc(0)) : Buffer.from(value, 'latin1')
      return der.context(TAGS[kind as Kind], content, false)
    }),
  )
}

/** @throws DerError */
export function readAlternativeNames(extension: Buffer): string[] {
  return asSequence(readOne(extension)).map(textOf)
}

function textOf(node: Node): string {
  const kind = node.tagClass === 2 && !node.constructed ? KINDS.get(node.tag) : undefined
  const text = kind === 'IP' ? addressText(node.content) : node.content.toString('latin1')
  return kind === undefined || text === undefined ? `other:${node.bytes.toString('hex')}` : `${kind}:${text}`
}

/** A name as it is compared: hosts without letter case, addresses in their shortest form. */
export function canonicalName(text: string): string {
  const [, kind, value = ''] = FORM.exec(text) ?? []
  if (kind === 'DNS') return `DNS:${value.toLowerCase()}`
  if (kind === 'email') return `email:${value.toLowerCase()}`
  const bytes = kind === 'IP' ? addressBytes(value) : undefined
  return bytes === undefined ? text : `IP:${addressText(bytes) ?? value}`
}

/** URL parsers know every way of writing IPv6 (RFC 4291 2.2); what is no address is undefined. */
function addressBytes(text: string): Buffer | undefined {
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)
  if (four !== null) {
    const parts = four.slice(1).map(Number)
    return parts.every((part) => part < 256) ? Buffer.from(parts) : undefined
  }
  if (!/^[0-9a-f:.]+$/i.test(text) || !URL.canParse(`http://[${text}]`)) return undefined
  const [before = '', after] = new URL(`http://[${text}]`).hostname.slice(1, -1).split('::')
  const groups = (half: string): string[] => (half === '' ? [] : half.split(':'))
  const [head, tail] = [groups(before), groups(after ?? '')]
  const zeros = after === undefined ? [] : Array<string>(8 - head.length - tail.length).fill('0')
  return Buffer.from([...head, ...zeros, ...tail].map((group) => group.padStart(4, '0')).join(''), 'hex')
}

function addressText(bytes: Buffer): string | undefined {
  if (bytes.length === 4) return [...bytes].join('.')
  const groups = bytes.length === 16 ? bytes.toString('hex').match(/.{4}/g) : null
  return groups === null ? undefined : new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1)
}

/** Whether the alternative names are the wanted ones; that issuers add the common name is usual. */
export function hasNames(names: readonly string[], commonName: string | undefined, wanted: readonly string[]): boolean {
  const there = new Set(names.map(canonicalName))
  const asked = new Set(wanted.map(canonicalName))
  const usual = commonName === undefined ? [] : [`DNS:${commonName}`, `email:${commonName}`].map(canonicalName)
  return [...asked].every((name) => there.has(name)) && [...there].every((name) => asked.has(name) || usual.includes(name))
}
