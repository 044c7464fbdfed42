import type { Certificate } from '../x509/certificate.ts'
import type { Subject } from '../x509/subject.ts'

/** What is asked of an issuer. The private key is not among it. */
export interface CertificateRequest {
  /** PKCS#10, PEM. */
  readonly csr: string
  /** SubjectPublicKeyInfo of the key that the request is signed with. */
  readonly publicSpki: Buffer
  readonly subject: Subject
  /** Subject alternative names, `DNS:api.acme.example`. */
  readonly names: readonly string[]
  /** Milliseconds; undefined: as the issuer does. */
  readonly validityMs: number | undefined
}

/** What an issuer answered. */
export interface Answer {
  /** The signed certificate, with those of its issuers as far as they are known, in any order. */
  readonly certificates: readonly Certificate[]
  /** What is worth knowing of it: a phrase each. */
  readonly notes: readonly string[]
}

/** Where a certificate comes from. */
export interface Issuer {
  /**
   * What comes back is believed by nobody: `checkAnswer` looks at it.
   * @throws issuer.*, each with its cause
   */
  issue(request: CertificateRequest): Promise<Answer>
}
