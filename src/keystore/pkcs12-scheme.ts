import type { Node } from '../der/reader.ts'
import { asOid, asSequence, DerError, isUniversal, readOne, TAG } from '../der/reader.ts'
import type { Budget } from './bounds.ts'
import { PKCS12_ROUND } from './bounds.ts'
import { PBES1_CIPHERS, PKCS12_CIPHERS, readPbes2Cipher, unsupported } from './pkcs12-ciphers.ts'
import type { PasswordForms } from './pkcs12-derivation.ts'
import { blocksFor, derivePkcs12, PURPOSE, SHA1 } from './pkcs12-derivation.ts'
import { derivePbkdf1, readCosts, readDerivation } from './pkcs12-pbkdf.ts'

/** A way of encrypting with a password, as an AlgorithmIdentifier says it. */
export interface Scheme {
  /** As messages name it. */
  readonly name: string
  /** Whether Java 17 has it. */
  readonly java: boolean
  decrypt(ciphertext: Buffer, password: PasswordForms, budget: Budget): Promise<Decrypted | undefined>
}

export interface Decrypted {
  readonly plain: Buffer
  /** Whether the usual form of the password opened it, which is the only one that Java tries. */
  readonly usual: boolean
}

const PBES2 = '1.2.840.113549.1.5.13'

/** Reads the AlgorithmIdentifier of an encryption. @throws CodedError keystore.format, DerError */
export function readScheme(node: Node | undefined): Scheme {
  const [type, parameters] = asSequence(node)
  const id = asOid(type)
  if (id === PBES2) return pbes2(parameters)
  const own = PKCS12_CIPHERS.get(id)
  if (own !== undefined) {
    const { name, java, keyBytes, ivBytes, cipher } = own
    const { salt, iterations, java: takesCosts } = readCosts(parameters)
    return scheme(name, java && takesCosts, 'wide', (form, ciphertext, budget) => {
      budget.spend(iterations, blocksFor(keyBytes, SHA1) + blocksFor(ivBytes, SHA1), PKCS12_ROUND)
      const key = derivePkcs12(SHA1, PURPOSE.key, form, salt, iterations, keyBytes)
      const iv = derivePkcs12(SHA1, PURPOSE.iv, form, salt, iterations, ivBytes)
      return cipher(ciphertext, key, iv)
    })
  }
  const old = PBES1_CIPHERS.get(id)
  if (old === undefined) throw unsupported(`the cipher ${id}`)
  const costs = readCosts(parameters)
  return scheme(old.name, old.java && costs.java, 'octets', (form, ciphertext, budget) => {
    const derived = derivePbkdf1(old.digest, form, costs, budget)
    return old.cipher(ciphertext, derived.subarray(0, old.keyBytes), derived.subarray(8, 8 + old.ivBytes))
  })
}

/** PBES2-params (RFC 8018 A.4). Java before JDK-8202837 wrote them as an AlgorithmIdentifier within the AlgorithmIdentifier. */
function pbes2(parameters: Node | undefined): Scheme {
  const parts = asSequence(parameters)
  const [derivationNode, encryption] = isUniversal(parts[0], TAG.oid) ? asSequence(parts[1]) : parts
  const derivation = readDerivation(derivationNode)
  const { choice, iv } = readPbes2Cipher(encryption, derivation.keyBytes)
  return scheme(choice.name, choice.java && derivation.java, 'octets', async (form, ciphertext, budget) =>
    choice.cipher(ciphertext, await derivation.derive(form, choice.keyBytes, budget), iv),
  )
}

/** Decrypts with one form of a password; undefined where that is another. */
type Attempt = (form: Buffer, ciphertext: Buffer, budget: Budget) => Buffer | undefined | Promise<Buffer | undefined>

/** What a wrong password gives is hardly ever one whole element: that tells more than the padding, which fits once in 256 times. */
function scheme(name: string, java: boolean, forms: keyof PasswordForms, attempt: Attempt): Scheme {
  return {
    name,
    java,
    async decrypt(ciphertext, password, budget) {
      for (const [index, form] of password[forms].entries()) {
        const plain = await attempt(form, ciphertext, budget)
        if (plain !== undefined && isSequence(plain)) return { plain, usual: index === 0 }
      }
      return undefined
    },
  }
}

function isSequence(bytes: Buffer): boolean {
  try {
    return isUniversal(readOne(bytes, { ber: true }), TAG.sequence)
  } catch (error) {
    if (error instanceof DerError) return false
    throw error
  }
}
