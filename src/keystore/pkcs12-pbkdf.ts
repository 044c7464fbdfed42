import { hash, pbkdf2, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { Node } from '../der/reader.ts'
import { asOctets, asOid, asSequence, asSmallInteger, DerError, isUniversal, TAG } from '../der/reader.ts'
import type { Budget } from './bounds.ts'
import { BOUNDS, PKCS12_ROUND, SCRYPT_ROUND } from './bounds.ts'
import { unsupported } from './pkcs12-ciphers.ts'
import type { Digest } from './pkcs12-derivation.ts'
import { blocksFor, DIGESTS, hashedAgain, SHA1 } from './pkcs12-derivation.ts'

const deriveWithPbkdf2 = promisify(pbkdf2)
const deriveWithScrypt = promisify<Buffer, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

const PBKDF2 = '1.2.840.113549.1.5.12'
const SCRYPT = '1.3.6.1.4.1.11591.4.11'

/** HMAC with each digest (RFC 8018 B.1.2): the digest, and whether Java 17 has PBKDF2 with it. */
const HMACS = new Map<string, readonly [digest: string, java: boolean]>([
  ['1.2.840.113549.2.6', ['md5', false]],
  ['1.2.840.113549.2.7', ['sha1', true]],
  ['1.2.840.113549.2.8', ['sha224', true]],
  ['1.2.840.113549.2.9', ['sha256', true]],
  ['1.2.840.113549.2.10', ['sha384', true]],
  ['1.2.840.113549.2.11', ['sha512', true]],
  ['1.2.840.113549.2.12', ['sha512-224', false]],
  ['1.2.840.113549.2.13', ['sha512-256', false]],
  ['2.16.840.1.101.3.4.2.13', ['sha3-224', false]],
  ['2.16.840.1.101.3.4.2.14', ['sha3-256', false]],
  ['2.16.840.1.101.3.4.2.15', ['sha3-384', false]],
  ['2.16.840.1.101.3.4.2.16', ['sha3-512', false]],
])

/** Reads the AlgorithmIdentifier of an HMAC. @throws CodedError keystore.format for one that is not known; DerError */
export function readHmac(node: Node | undefined): { digest: Digest; java: boolean } {
  const id = asOid(asSequence(node)[0])
  const [name, java = false] = HMACS.get(id) ?? []
  const digest = [...DIGESTS.values()].find((known) => known.name === name)
  if (digest === undefined) throw unsupported(`the HMAC ${id}`)
  return { digest, java }
}

export interface Costs {
  readonly salt: Buffer
  readonly iterations: number
  /** Whether Java takes them: it refuses a salt that is shorter than 8 bytes. */
  readonly java: boolean
}

const SHORTEST_SALT_OF_JAVA = 8

/** Salt and iterations, with which the parameters of every derivation begin. @throws DerError */
export function readCosts(node: Node | undefined): Costs {
  const [salt, iterations] = asSequence(node)
  return checkedCosts(asOctets(salt), asSmallInteger(iterations))
}

export function checkedCosts(salt: Buffer, iterations: number): Costs {
  if (iterations < 1) throw new DerError('a number of iterations is not positive')
  if (salt.length > BOUNDS.salt) throw new DerError('a salt is too long')
  return { salt, iterations, java: salt.length >= SHORTEST_SALT_OF_JAVA }
}

/** A key derivation with its parameters. */
export interface Derivation {
  readonly java: boolean
  /** The length of the key, where the parameters say it. */
  readonly keyBytes: number | undefined
  readonly derive: (form: Buffer, keyBytes: number, budget: Budget) => Promise<Buffer>
}

/**
 * Reads the keyDerivationFunc of PBES2: PBKDF2 (RFC 8018 A.2) or scrypt (RFC 7914 7).
 * @throws CodedError keystore.format; DerError
 */
export function readDerivation(node: Node | undefined): Derivation {
  const [type, parameters] = asSequence(node)
  const id = asOid(type)
  if (id === PBKDF2) return readPbkdf2(parameters)
  if (id === SCRYPT) return readScrypt(parameters)
  throw unsupported(`the key derivation ${id}`)
}

const SHORTEST_MAC_KEY = 20
const LONGEST_MAC_KEY = 1024

/** Reads the keyDerivationFunc of PBMAC1: PBKDF2 that states the length of its key, of at least 20 bytes (RFC 9579 4). */
export function readMacDerivation(node: Node | undefined): (form: Buffer, budget: Budget) => Promise<Buffer> {
  const [type, parameters] = asSequence(node)
  if (asOid(type) !== PBKDF2) throw unsupported(`the key derivation ${asOid(type)}`)
  const { keyBytes, derive } = readPbkdf2(parameters)
  if (keyBytes === undefined) throw new DerError('the length of the key of its MAC is missing')
  if (keyBytes < SHORTEST_MAC_KEY || keyBytes > LONGEST_MAC_KEY) {
    throw new DerError(`the key of its MAC has ${keyBytes} bytes: ${SHORTEST_MAC_KEY} to ${LONGEST_MAC_KEY} are allowed`)
  }
  return (form, budget) => derive(form, keyBytes, budget)
}

function readPbkdf2(parameters: Node | undefined): Derivation {
  const { salt, iterations, java: takesCosts } = readCosts(parameters)
  const rest = asSequence(parameters).slice(2)
  const length = rest.find((part) => isUniversal(part, TAG.integer))
  const prf = rest.find((part) => isUniversal(part, TAG.sequence))
  const { digest, java } = prf === undefined ? { digest: SHA1, java: true } : readHmac(prf)
  return {
    java: java && takesCosts,
    keyBytes: length && asSmallInteger(length),
    derive: (form, keyBytes, budget) => {
      budget.spend(iterations, blocksFor(keyBytes, digest))
      return deriveWithPbkdf2(form, salt, iterations, keyBytes, digest.name)
    },
  }
}

function readScrypt(parameters: Node | undefined): Derivation {
  const [saltNode, ...costs] = asSequence(parameters)
  const [N = 0, r = 0, p = 0, length] = costs.map(asSmallInteger)
  const possible = N > 1 && Number.isInteger(Math.log2(N)) && r > 0 && p > 0
  if (!possible) throw new DerError('the costs of scrypt are impossible')
  const { salt } = checkedCosts(asOctets(saltNode), 1)
  return {
    java: false,
    keyBytes: length,
    derive: (form, keyBytes, budget) => {
      budget.spend(N * r * p, 1, SCRYPT_ROUND)
      budget.allocate(128 * r * (N + p))
      return deriveWithScrypt(form, salt, keyBytes, { N, r, p, maxmem: 2 * BOUNDS.memory })
    },
  }
}

/** PBKDF1 (RFC 8018 5.1): as many bytes as its digest has. */
export function derivePbkdf1(digest: 'md5' | 'sha1', form: Buffer, { salt, iterations }: Costs, budget: Budget): Buffer {
  budget.spend(iterations, 1, PKCS12_ROUND)
  return hashedAgain(digest, hash(digest, Buffer.concat([form, salt]), 'buffer'), iterations - 1)
}
