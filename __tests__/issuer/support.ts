import { createTransport, type Transport } from '../../src/http/transport.ts'
import type { Service } from '../../src/issuer/http.ts'
import type { CertificateRequest } from '../../src/issuer/issuer.ts'
import { makeRequest, newKey } from '../../src/issuer/keys.ts'
import type { KeyAlgorithm } from '../../src/spec/model.ts'
import type { PrivateKey } from '../../src/x509/private-key.ts'
import { writeSubject, type Subject } from '../../src/x509/subject.ts'

export interface Asked {
  readonly key: PrivateKey
  readonly request: CertificateRequest
}

export const SUBJECT: Subject = { CN: 'acme-dev.example', O: 'Acme', C: 'CH' }
export const NAMES = ['DNS:acme-dev.example', 'IP:192.0.2.7', 'email:mtls@acme.example']

export async function asking(
  more: Partial<Pick<CertificateRequest, 'subject' | 'names' | 'validityMs'>> & { readonly algorithm?: KeyAlgorithm } = {},
): Promise<Asked> {
  const { subject = SUBJECT, names = NAMES, validityMs, algorithm = 'ec-p256' } = more
  const key = await newKey(algorithm)
  const csr = await makeRequest(key, { subject: writeSubject(subject), names })
  return { key, request: { csr, publicSpki: key.publicSpki, subject, names, validityMs } }
}

/** A service by its URL, and how to let go of it. */
export function serviceAt(url: string): Service & { readonly transport: Transport } {
  const { origin, pathname } = new URL(url)
  const transport = createTransport({ origin, maxParallel: 1, deadline: new AbortController().signal, environment: {} })
  return { transport, basePath: pathname.replace(/\/$/, '') }
}
