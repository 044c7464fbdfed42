import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Node } from '../der/reader.ts'
import { asOctets, asOid, asSequence, asSmallInteger, DerError } from '../der/reader.ts'
import { CodedError } from '../errors.ts'
import type { Budget } from './bounds.ts'
import { PKCS12_ROUND } from './bounds.ts'
import type { Digest, PasswordForms } from './pkcs12-derivation.ts'
import { blocksFor, derivePkcs12, DIGESTS, PURPOSE } from './pkcs12-derivation.ts'
import { checkedCosts, readHmac, readMacDerivation } from './pkcs12-pbkdf.ts'

const PBMAC1 = '1.2.840.113549.1.5.14'

export interface Mac {
  /** Why Java 17 cannot verify it; empty where it can. */
  readonly foreignToJava: readonly string[]
  /** The password with the form that fits put first; undefined where none does. */
  verify(content: Buffer, password: PasswordForms, budget: Budget): Promise<PasswordForms | undefined>
}

/**
 * Reads MacData (RFC 7292 4), with PBMAC1 too (RFC 9579).
 * @throws DerError, CodedError keystore.format for a digest that is not known
 */
export function readMac(node: Node): Mac {
  const [digestInfo, salt, iterations] = asSequence(node)
  const [algorithm, digestNode] = asSequence(digestInfo)
  const expected = asOctets(digestNode)
  const [type, parameters] = asSequence(algorithm)
  const id = asOid(type)
  if (id === PBMAC1) return pbmac1(parameters, expected)
  const digest = DIGESTS.get(id)
  if (digest === undefined) {
    throw new CodedError('keystore.format', `PKCS#12 keystore has a MAC by the digest ${id}, which is not supported`)
  }
  const costs = checkedCosts(asOctets(salt), iterations === undefined ? 1 : asSmallInteger(iterations))
  checkLength(expected, digest)
  return {
    foreignToJava: [
      ...(/^(md5|sha3-)/.test(digest.name) ? [`its MAC is by ${digest.name.toUpperCase()}, which Java does not take`] : []),
      ...(costs.java ? [] : ['the salt of its MAC is too short for Java']),
    ],
    verify(content, { wide, octets }, budget) {
      const fits = wide.find((form) => {
        budget.spend(costs.iterations, blocksFor(digest.bytes, digest), PKCS12_ROUND)
        const key = derivePkcs12(digest, PURPOSE.mac, form, costs.salt, costs.iterations, digest.bytes)
        return isMac(digest, key, content, expected)
      })
      return Promise.resolve(fits && { wide: first(fits, wide), octets })
    },
  }
}

/** The salt and the iterations of MacData are not used; those within the parameters are. */
function pbmac1(parameters: Node | undefined, expected: Buffer): Mac {
  const [derivation, scheme] = asSequence(parameters)
  const derive = readMacDerivation(derivation)
  const { digest } = readHmac(scheme)
  checkLength(expected, digest)
  return {
    foreignToJava: ['its MAC is PBMAC1, which Java 17 cannot verify'],
    async verify(content, { wide, octets }, budget) {
      for (const form of octets) {
        if (isMac(digest, await derive(form, budget), content, expected)) return { wide, octets: first(form, octets) }
      }
      return undefined
    },
  }
}

function checkLength(expected: Buffer, digest: Digest): void {
  if (expected.length !== digest.bytes) throw new DerError('its MAC has another length than its digest')
}

function isMac({ name }: Digest, key: Buffer, content: Buffer, expected: Buffer): boolean {
  return timingSafeEqual(createHmac(name, key).update(content).digest(), expected)
}

function first(form: Buffer, forms: readonly Buffer[]): Buffer[] {
  return [form, ...forms.filter((other) => other !== form)]
}
