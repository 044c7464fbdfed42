import { X509Certificate } from 'node:crypto'
import type { Values } from './schema.ts'
import { stamp } from './time.ts'

const DAY = 86_400_000

/** Names as Java prints them: the most specific part first, parts parted by commas. */
const inverted = (name: string): string => name.split('\n').reverse().join(',')

/** The certificate in the text or bytes, PEM or DER; undefined when there is none. */
export function readCertificate(source: Buffer | string): X509Certificate | undefined {
  try {
    return new X509Certificate(source)
  } catch {
    return undefined
  }
}

/** The columns that the instance computes from a certificate. */
export function computedColumns(certificate: X509Certificate, now: Date): Values {
  return {
    valid_from: stamp(new Date(certificate.validFrom)),
    expires: stamp(new Date(certificate.validTo)),
    expires_in_days: String(Math.floor((Date.parse(certificate.validTo) - now.getTime()) / DAY)),
    issuer: inverted(certificate.issuer),
    subject: inverted(certificate.subject),
    serial_number: BigInt(`0x${certificate.serialNumber}`).toString(),
  }
}

/** The common name of the subject, or empty. */
export const commonName = (certificate: X509Certificate): string => /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? ''
