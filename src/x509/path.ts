import type { Certificate } from './certificate.ts'
import type { PrivateKey } from './private-key.ts'

/**
 * How a chain ends: `root` at a self-signed certificate, `no-root` at a CA whose issuer can only be the root that is left out,
 * `incomplete` where an intermediate must be missing.
 */
export type ChainEnd = 'root' | 'no-root' | 'incomplete'

export interface OrderedChain {
  /** The leaf first, each issued by the next; the root last where it was among the others. */
  readonly chain: Certificate[]
  /** What is not on the path, each once. */
  readonly foreign: Certificate[]
  readonly end: ChainEnd
  /** Whether the certificates of the path stood in another order. */
  readonly reordered: boolean
}

/**
 * Finds the path from a leaf up, by signatures: given order and names do not count. Of several paths (cross-signed CAs) one that
 * ends at a root goes before one that does not, then one of valid certificates, then the shortest, then the one that lasts longest.
 * @param now the time at which certificates should be valid; without it their validity does not count
 */
export function orderChain(leaf: Certificate, others: readonly Certificate[], now?: Date): OrderedChain {
  const pool = distinct(others).filter((other) => !other.equals(leaf))
  const lasting = pool.toSorted(
    (a, b) => b.notAfter.getTime() - a.notAfter.getTime() || (a.fingerprint256 < b.fingerprint256 ? -1 : 1),
  )
  const any = pathFrom(leaf, lasting)
  const valid =
    now === undefined
      ? any
      : pathFrom(
          leaf,
          lasting.filter((other) => isValidAt(other, now)),
        )
  const chain = preferred(valid, any)
  const foreign = pool.filter((other) => !chain.includes(other))
  const given = pool.filter((other) => chain.includes(other))
  return { chain, foreign, end: endOf(chain, foreign), reordered: given.some((other, index) => other !== chain[index + 1]) }
}

/** Whether `now` is within the certificate's validity, both ends included (RFC 5280 4.1.2.5). */
function isValidAt(certificate: Certificate, now: Date): boolean {
  return certificate.notBefore <= now && now <= certificate.notAfter
}

/** How a chain ends, given the certificates that found no place in it: a CA among them suggests that one between is missing. */
export function endOf(chain: readonly Certificate[], foreign: readonly Certificate[] = []): ChainEnd {
  if (endsAtRoot(chain)) return 'root'
  const unconnected = foreign.some((other) => other.isCa && !chain.some((member) => member.subjectDer.equals(other.subjectDer)))
  return chain.length === 1 || unconnected ? 'incomplete' : 'no-root'
}

function endsAtRoot(chain: readonly Certificate[]): boolean {
  return chain.at(-1)?.isSelfSigned ?? false
}

function preferred(valid: Certificate[], any: Certificate[]): Certificate[] {
  if (endsAtRoot(valid)) return valid
  return endsAtRoot(any) || any.length > valid.length ? any : valid
}

/** Breadth first, each certificate once: the shortest path to a root, else one of the longest there are. */
function pathFrom(leaf: Certificate, pool: readonly Certificate[]): Certificate[] {
  const unused = new Set(pool)
  let longest = [leaf]
  for (let paths = [longest]; paths[0] !== undefined; paths = paths.flatMap((path) => continued(path, unused))) {
    const complete = paths.find(endsAtRoot)
    if (complete !== undefined) return complete
    longest = paths[0]
  }
  return longest
}

function continued(path: readonly Certificate[], unused: Set<Certificate>): Certificate[][] {
  const last = path.at(-1)
  const issuers = [...unused].filter((other) => last?.isIssuedBy(other))
  for (const issuer of issuers) unused.delete(issuer)
  return issuers.map((issuer) => [...path, issuer])
}

/**
 * The end entity among certificates: the one for the key (of several the newest that a CA issued), or without a key the only one
 * that issued none of the others. Undefined where there is none, or no telling.
 */
export function findLeaf(certificates: readonly Certificate[], key?: PrivateKey): Certificate | undefined {
  const all = distinct(certificates)
  if (key !== undefined) return all.filter((one) => key.matches(one)).sort(byIssuedThenNewest)[0]
  const lowest = all.filter((one) => !all.some((other) => other !== one && other.isIssuedBy(one)))
  const leaves = lowest.filter((one) => !one.isCa)
  const candidates = leaves.length > 0 ? leaves : lowest
  return candidates.length === 1 ? candidates[0] : undefined
}

function byIssuedThenNewest(a: Certificate, b: Certificate): number {
  return Number(a.isSelfIssued) - Number(b.isSelfIssued) || b.notBefore.getTime() - a.notBefore.getTime()
}

function distinct(certificates: readonly Certificate[]): Certificate[] {
  return [...new Map(certificates.map((one) => [one.fingerprint256, one])).values()]
}
