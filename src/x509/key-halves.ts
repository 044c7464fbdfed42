import { createECDH } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { curveOf } from './algorithms.ts'

/**
 * Whether the private half of a key belongs to its public one. OpenSSL and Java take what the file says of the public half, so that
 * a damaged key matches its certificate and fails in every handshake. RSA and the curves of NIST are computed; others pass.
 */
export function halvesBelongTogether(key: KeyObject): boolean {
  if (key.asymmetricKeyType === 'rsa') return rsaHolds(key)
  const curve = curveOf(key) ?? ''
  return key.asymmetricKeyType !== 'ec' || !NIST_CURVES.has(curve) || ecHolds(key, curve)
}

const NIST_CURVES: ReadonlySet<string> = new Set(['prime256v1', 'secp384r1', 'secp521r1'])

/** The relations of RFC 8017 3.2 between modulus, exponents, primes and the coefficients that speed things up. */
function rsaHolds(key: KeyObject): boolean {
  const jwk = key.export({ format: 'jwk' })
  const [n, e, d, p, q, dp, dq, qi] = [jwk.n, jwk.e, jwk.d, jwk.p, jwk.q, jwk.dp, jwk.dq, jwk.qi].map(numberOf)
  if (!n || !e || !d || !p || !q || !dp || !dq || !qi || p === 1n || q === 1n) return false
  const inverse = (exponent: bigint, prime: bigint): boolean => (e * exponent) % (prime - 1n) === 1n
  return p * q === n && inverse(d, p) && inverse(d, q) && inverse(dp, p) && inverse(dq, q) && (q * qi) % p === 1n
}

function numberOf(base64url: unknown): bigint | undefined {
  if (typeof base64url !== 'string' || base64url === '') return undefined
  return BigInt(`0x${Buffer.from(base64url, 'base64url').toString('hex')}`)
}

function ecHolds(key: KeyObject, curve: string): boolean {
  try {
    // A private number beyond the order of the curve, or a point that is not on it, cannot be exported.
    const { d = '', x = '', y = '' } = key.export({ format: 'jwk' })
    const computed = createECDH(curve)
    computed.setPrivateKey(Buffer.from(d, 'base64url'))
    const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
    return computed.getPublicKey().equals(point)
  } catch {
    return false
  }
}
