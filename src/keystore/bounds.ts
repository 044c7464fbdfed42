import { CodedError } from '../errors.ts'

/** What a keystore may cost; documented in docs/KEYSTORES.md. */
export const BOUNDS = {
  /** Bytes of a keystore file. */
  bytes: 4 * 1024 * 1024,
  /** Entries of a keystore, and bags of a PKCS#12 file. */
  entries: 10_000,
  /** Certificates in the chain of one entry. */
  chain: 100,
  /** Iterations of one key derivation; Java's bound too. */
  iterations: 5_000_000,
  /** Rounds of all key derivations for one file, those for passwords that did not fit included: a few seconds at most. */
  rounds: 40_000_000,
  /** Bytes that one key derivation works in (scrypt). */
  memory: 128 * 1024 * 1024,
  /** Bytes of a salt. */
  salt: 1024,
} as const

/** How much longer a round of the PKCS#12 derivation takes than one of PBKDF2, which runs within OpenSSL. */
export const PKCS12_ROUND = 3

/** And one of the smallest steps of scrypt, of which there are N·r·p. */
export const SCRYPT_ROUND = 3

/** Counts the rounds of key derivation that a file costs, before they are run. */
export class Budget {
  #left: number = BOUNDS.rounds

  /** @throws CodedError keystore.too-large */
  spend(iterations: number, blocks: number, weight = 1): void {
    if (iterations > BOUNDS.iterations) {
      throw tooLarge(`asks for a key derivation of ${iterations} iterations`, `${BOUNDS.iterations}`)
    }
    this.#left -= iterations * blocks * weight
    if (this.#left < 0) throw tooLarge('asks for more rounds of key derivation in all', `${BOUNDS.rounds}`)
  }

  /** @throws CodedError keystore.too-large */
  allocate(bytes: number): void {
    if (bytes > BOUNDS.memory) throw tooLarge(`asks for a key derivation in ${bytes} bytes of memory`, `${BOUNDS.memory}`)
  }
}

/** @param what it has or asks for, with its number; @param bound what is allowed */
export function tooLarge(what: string, bound: string): CodedError {
  return new CodedError('keystore.too-large', `keystore ${what}; at most ${bound} are allowed`)
}
