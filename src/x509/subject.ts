import * as der from '../der/writer.ts'
import type { Certificate } from './certificate.ts'
import type { Name } from './name.ts'
import { ATTRIBUTE_TYPES, attributeTexts } from './name.ts'

/** The attributes that a subject of the spec may have, in the order in which certificates have them: the most general first. */
const SUBJECT_ATTRIBUTES = ['C', 'ST', 'L', 'STREET', 'O', 'OU', 'UID', 'CN'] as const
export type SubjectAttribute = (typeof SUBJECT_ATTRIBUTES)[number]

/** A subject as the spec says it; each attribute at most once. */
export type Subject = Readonly<Partial<Record<SubjectAttribute, string | undefined>>>

/** The Name of a subject (RFC 5280 4.1.2.4). */
export function writeSubject(subject: Subject): Buffer {
  const attributes = SUBJECT_ATTRIBUTES.flatMap((attribute) => {
    const value = subject[attribute]
    return value === undefined ? [] : [{ attribute, value }]
  })
  return der.sequence(...attributes.map(({ attribute, value }) => der.set(writeAttribute(attribute, value))))
}

/** A country is a PrintableString (RFC 5280 appendix A.1), everything else UTF-8. */
function writeAttribute(attribute: SubjectAttribute, value: string): Buffer {
  return der.sequence(der.oid(ATTRIBUTE_TYPES[attribute]), attribute === 'C' ? der.printable(value) : der.utf8(value))
}

/**
 * Whether a certificate's subject is exactly the wanted one. Issuers write it anew: the order of attributes, string types,
 * letter case and runs of spaces do not count (RFC 5280 7.1).
 */
export function hasSubject(certificate: Certificate, wanted: Subject): boolean {
  const written = SUBJECT_ATTRIBUTES.flatMap((attribute) => {
    const value = wanted[attribute]
    return value === undefined ? [] : [`${ATTRIBUTE_TYPES[attribute]}=${folded(value)}`]
  })
  return sorted(written) === sorted(textsOf(certificate.subjectName))
}

const textsOf = (name: Name): string[] => attributeTexts(name).map(({ type, text }) => `${type}=${folded(text)}`)

const sorted = (texts: readonly string[]): string => JSON.stringify([...texts].sort())

const folded = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** The subject as RFC 4514 writes it, for messages. */
export function subjectText(subject: Subject): string {
  return SUBJECT_ATTRIBUTES.toReversed()
    .flatMap((attribute) => {
      const value = subject[attribute]
      return value === undefined ? [] : [`${attribute}=${value}`]
    })
    .join(',')
}
