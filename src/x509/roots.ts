import type { Certificate } from './certificate.ts'

/**
 * Whether a chain ends where another one does, though one of them may stop below its root, or have that issued anew: a partner that
 * trusts the other one's root trusts it, too.
 * @param root the SHA-256 fingerprint of the last certificate of the other chain
 * @param top that certificate itself, where it is at hand
 */
export function leadsTo(chain: readonly Certificate[], root: string, top: Certificate | undefined): boolean {
  if (chain.some(({ fingerprint256 }) => fingerprint256 === root)) return true
  const own = chain.at(-1)
  if (top?.isCa !== true || own?.isCa !== true) return false
  if (top.isIssuedBy(own) || chain.some((certificate) => certificate.isIssuedBy(top))) return true
  return own.spki.equals(top.spki) && own.subjectDer.equals(top.subjectDer)
}
