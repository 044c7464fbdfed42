import { createPrivateKey, createPublicKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { inspect } from 'node:util'
import { DerError } from '../der/reader.ts'
import { CodedError } from '../errors.ts'
import { keyAlgorithmOf } from './algorithms.ts'
import type { PemBlock } from './armor.ts'
import { armor, blocksOf, PemError } from './armor.ts'
import type { Certificate } from './certificate.ts'
import { decryptLegacy, decryptPkcs8 } from './encrypted-key.ts'
import { halvesBelongTogether } from './key-halves.ts'
import type { Kind } from './kinds.ts'
import { isPrivate, kindOf } from './kinds.ts'

/** A private key that cannot be printed: every way of turning it into text gives a placeholder. */
export class PrivateKey {
  readonly #public: KeyObject
  readonly #pkcs8: Buffer
  /** As a certificate's: `RSA-2048`, `EC-256`, `Ed25519`. */
  readonly algorithm: string

  private constructor(key: KeyObject) {
    this.#public = createPublicKey(key)
    this.#pkcs8 = key.export({ type: 'pkcs8', format: 'der' })
    this.algorithm = keyAlgorithmOf(key)
  }

  /** @throws CodedError key.unreadable when the two halves of the key do not belong together */
  static fromKeyObject(key: KeyObject): PrivateKey {
    if (halvesBelongTogether(key)) return new PrivateKey(key)
    throw new CodedError('key.unreadable', 'private key is damaged: its numbers do not belong together')
  }

  /** @param der an unencrypted PrivateKeyInfo (RFC 5208). @throws CodedError key.unreadable */
  static fromPkcs8(der: Buffer): PrivateKey {
    return PrivateKey.fromKeyObject(openPlain('PRIVATE KEY', der))
  }

  /**
   * Unencrypted PKCS#8, version 1: the same bytes whatever form the key was given in, but that an EC key which came without its
   * public half, as Java writes it, stays without.
   */
  get pkcs8(): Buffer {
    return this.#pkcs8
  }

  /** SubjectPublicKeyInfo of the public half. */
  get publicSpki(): Buffer {
    return this.#public.export({ type: 'spki', format: 'der' })
  }

  /** Whether the certificate is for this key. Never throws. */
  matches(certificate: Certificate): boolean {
    try {
      return certificate.spki.equals(this.publicSpki) || samePublicKey(this.#public, certificate.publicKey)
    } catch {
      return false
    }
  }

  /** Whether it is the same key, by its public half, which belongs to the private one. */
  equals(other: PrivateKey): boolean {
    return samePublicKey(this.#public, other.#public)
  }

  toString(): string {
    return `[private key ${this.algorithm}]`
  }

  toJSON(): string {
    return this.toString()
  }

  [inspect.custom](): string {
    return this.toString()
  }
}

/**
 * Keys of two types are not compared: node:crypto leaves the error of that in OpenSSL's queue, where the next call that reads a key
 * stumbles over it.
 */
function samePublicKey(one: KeyObject, other: KeyObject): boolean {
  return one.asymmetricKeyType === other.asymmetricKeyType && one.equals(other)
}

/**
 * The one private key of a file or secret: PKCS#8 (plain or encrypted), PKCS#1, SEC 1 or traditional DSA, as PEM, DER or base64 of
 * either. Certificates and parameters beside it are passed over.
 * @param passphrase used only where the key is encrypted
 * @throws CodedError key.unreadable
 */
export function readPrivateKey(bytes: Buffer, passphrase?: string): PrivateKey {
  return coded(() => PrivateKey.fromKeyObject(openBlock(theOneKey(blocksOf(bytes)), passphrase)))
}

const isKeyBlock = ({ label, bytes }: PemBlock): boolean => label.endsWith('PRIVATE KEY') || isPrivate(kindOf(bytes))

function theOneKey(blocks: readonly PemBlock[]): PemBlock {
  const [key, ...more] = blocks.filter(isKeyBlock)
  if (key === undefined) throw notAKey(blocks)
  if (more.some(({ bytes }) => !bytes.equals(key.bytes))) {
    throw new CodedError('key.unreadable', `there are ${more.length + 1} private keys where one is meant`, {
      hint: 'keep only the key that belongs to the certificate',
    })
  }
  return key
}

/** The other things that people give for a key, and what to do then. */
const MISTAKEN: Partial<Record<Kind, readonly [what: string, hint: string]>> = {
  certificate: ['a certificate', 'give the private key that belongs to it'],
  pkcs7: ['a bundle of certificates', 'give the private key that belongs to the certificate'],
  'certificate request': ['a certificate signing request', 'give the private key that it was made with'],
  'public key': ['a public key', 'give the private half of it'],
  pkcs12: ['a PKCS#12 keystore', 'give it as `source.keystore`'],
  jks: ['a JKS keystore', 'give it as `source.keystore`'],
  jceks: ['a JCEKS keystore', 'convert it to PKCS#12 and give it as `source.keystore`'],
}

function notAKey(blocks: readonly PemBlock[]): CodedError {
  const kinds = blocks.map(({ bytes }) => MISTAKEN[kindOf(bytes)]).filter((mistaken) => mistaken !== undefined)
  const [what, hint] = kinds[0] ?? ['something else', undefined]
  return new CodedError('key.unreadable', `${what} stands where a private key is meant`, hint === undefined ? {} : { hint })
}

/** The labels that OpenSSL reads each form of key under. */
const LABELS: Partial<Record<Kind, string>> = {
  pkcs8: 'PRIVATE KEY',
  pkcs1: 'RSA PRIVATE KEY',
  sec1: 'EC PRIVATE KEY',
  'dsa key': 'DSA PRIVATE KEY',
}

/** Trusts the structure more than the label: a PKCS#8 key is found under `RSA PRIVATE KEY` too. */
function openBlock(block: PemBlock, passphrase: string | undefined): KeyObject {
  if (block.label === 'OPENSSH PRIVATE KEY') {
    throw new CodedError('key.unreadable', 'private key is in the format of OpenSSH', {
      hint: 'convert a copy of it with `ssh-keygen -p -m PKCS8 -f COPY`',
    })
  }
  const kind = kindOf(block.bytes)
  const legacy = block.headers.has('DEK-Info')
  if (legacy || kind === 'encrypted pkcs8') {
    if (passphrase === undefined || passphrase === '') {
      throw new CodedError('key.unreadable', 'private key is encrypted and there is no passphrase', {
        hint: 'give its passphrase as `key-passphrase`',
      })
    }
    return legacy ? decryptLegacy(block, passphrase) : decryptPkcs8(block.bytes, passphrase)
  }
  const label = LABELS[kind]
  if (label !== undefined) return openPlain(label, block.bytes)
  if (MISTAKEN[kind] !== undefined) throw notAKey([block])
  throw damaged()
}

function openPlain(label: string, der: Buffer): KeyObject {
  try {
    return createPrivateKey(armor(label, der))
  } catch {
    throw damaged()
  }
}

const damaged = (): CodedError => new CodedError('key.unreadable', 'private key is damaged, or of a kind that is not known')

function coded<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof PemError || error instanceof DerError)) throw error
    throw new CodedError('key.unreadable', `private key cannot be read: ${error.message}`)
  }
}
