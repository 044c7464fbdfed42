import type { Certificate } from '../x509/certificate.ts'

/** Finds issuers as Java's PKCS#12 keystore does: by names and key ids, never by signatures. */
export class Issuers {
  readonly #bySubject = new Map<string, Certificate[]>()

  add(certificate: Certificate): void {
    const subject = comparable(certificate.subject)
    const same = this.#bySubject.get(subject)
    if (same === undefined) this.#bySubject.set(subject, [certificate])
    else same.push(certificate)
  }

  /**
   * The issuer of a certificate, undefined for one that is its own. Where it names the key of its issuer: the first with that key
   * id, else the last without one; where it does not, the first.
   */
  of(certificate: Certificate): Certificate | undefined {
    const name = comparable(certificate.issuer)
    if (name === comparable(certificate.subject)) return undefined
    const candidates = this.#bySubject.get(name) ?? []
    const { authorityKeyId } = certificate
    if (authorityKeyId === undefined) return candidates[0]
    const withId = candidates.find(({ subjectKeyId }) => subjectKeyId?.equals(authorityKeyId))
    return withId ?? candidates.findLast(({ subjectKeyId }) => subjectKeyId === undefined)
  }
}

/** More than any chain has, also where a CA was renewed and cross-signed again and again. */
const MOST = 200

/**
 * The certificates that may stand above a leaf, by their names alone, and of these a bounded number: a hostile keystore could
 * otherwise have millions of signatures verified.
 */
export function possibleIssuers(leaf: Certificate, pool: readonly Certificate[]): Certificate[] {
  const names = new Set([comparable(leaf.issuer)])
  const found = new Set<Certificate>()
  for (let before = -1; before < found.size && found.size < MOST;) {
    before = found.size
    for (const certificate of pool) if (names.has(comparable(certificate.subject))) found.add(certificate)
    for (const certificate of found) names.add(comparable(certificate.issuer))
  }
  return [...found].slice(0, MOST)
}

/** Names as Java compares them: letter case and runs of spaces do not count. */
function comparable(name: string): string {
  return name.toLowerCase().replaceAll(/ +/g, ' ')
}
