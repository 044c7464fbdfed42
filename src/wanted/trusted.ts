import { hash } from 'node:crypto'
import { CodedError } from '../errors.ts'
import type { OpenedContent } from '../plan/observed.ts'
import type { WantedTrusted } from '../plan/wanted.ts'
import type { TrustedCertificateSpec } from '../spec/model.ts'
import type { Values } from '../values/values.ts'
import type { Certificate } from '../x509/certificate.ts'
import { checkTrusted } from '../x509/chain.ts'
import { readCertificates, toPem } from '../x509/pem.ts'
import { factsOf, labelOf, readPublic, type Checking } from './facts.ts'

export interface BuiltTrusted {
  readonly wanted: WantedTrusted
  /** DER: what is attached where it is not pasted. */
  readonly content: Buffer
  readonly compare: (content: Buffer) => Promise<OpenedContent>
}

/** @throws value.*, certificate.unreadable, certificate.several, value.private-in-public */
export async function buildTrusted(spec: TrustedCertificateSpec, values: Values, checking: Checking): Promise<BuiltTrusted> {
  const found = await readPublic(spec.certificate, values)
  const [certificate] = found
  if (certificate === undefined) throw new CodedError('certificate.unreadable', 'the file holds no certificate')
  if (found.length > 1) {
    const message = `${labelOf(spec.certificate)}there are ${found.length} certificates, one is needed`
    throw new CodedError('certificate.several', message, { at: spec.certificate.at })
  }
  const wanted: WantedTrusted = {
    name: spec.name,
    at: spec.at,
    format: spec.format ?? 'pem',
    isFormatGiven: spec.format !== undefined,
    pem: toPem(certificate),
    sha256: hash('sha256', certificate.der, 'hex'),
    size: certificate.der.length,
    certificate: factsOf(certificate),
    findings: checkTrusted(certificate, checking.now, checking.expiryWarningDays),
    accept: spec.accept,
    overlapMs: spec.overlapMs,
    warnInDays: spec.warnInDays,
  }
  return { wanted, content: certificate.der, compare: (content) => Promise.resolve(compareWith(certificate, content)) }
}

/** Certificates are compared by their DER, never as text (contract 4.5). */
function compareWith(certificate: Certificate, content: Buffer): OpenedContent {
  try {
    const found = readCertificates(content)
    return found.length === 1 && found[0]?.equals(certificate) === true ? { kind: 'same' } : { kind: 'different' }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    return { kind: 'unreadable', why: error.message }
  }
}
