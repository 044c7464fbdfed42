import type { Node } from '../der/reader.ts'
import {
  asOctets,
  asOid,
  asSequence,
  asSet,
  asSmallInteger,
  asText,
  children,
  DerError,
  isContext,
  readOne,
} from '../der/reader.ts'
import { CodedError } from '../errors.ts'
import type { Budget } from './bounds.ts'
import { BOUNDS, tooLarge } from './bounds.ts'
import type { PasswordForms } from './pkcs12-derivation.ts'
import { readScheme } from './pkcs12-scheme.ts'

/** The only one; what came before was never a standard. */
const PFX_VERSION = 3

const DATA = '1.2.840.113549.1.7.1'
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const ENVELOPED_DATA = '1.2.840.113549.1.7.3'
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6'

const BAG_KINDS = new Map<string, Bag['kind'] | 'safe-contents'>([
  ['1.2.840.113549.1.12.10.1.1', 'plain-key'],
  ['1.2.840.113549.1.12.10.1.2', 'shrouded-key'],
  ['1.2.840.113549.1.12.10.1.3', 'certificate'],
  ['1.2.840.113549.1.12.10.1.4', 'revocation-list'],
  ['1.2.840.113549.1.12.10.1.5', 'secret'],
  ['1.2.840.113549.1.12.10.1.6', 'safe-contents'],
])

const FRIENDLY_NAME = '1.2.840.113549.1.9.20'
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21'
/** Java's mark of a trusted certificate. */
const TRUSTED_KEY_USAGE = '2.16.840.1.113894.746875.1.1'

/** A bag of a PKCS#12 file, in the order of the file. */
export interface Bag {
  readonly kind: 'plain-key' | 'shrouded-key' | 'certificate' | 'revocation-list' | 'secret' | 'unknown'
  readonly value: Node
  readonly friendlyName: string | undefined
  readonly localKeyId: Buffer | undefined
  readonly trusted: boolean
  /** Whether it is the first of its safe: Java ties it to a key that has no mark. */
  readonly first: boolean
  /** Whether it lies in a bag of bags, which Java does not open. */
  readonly nested: boolean
}

export interface Safes {
  readonly bags: readonly Bag[]
  readonly foreignToJava: readonly string[]
}

export interface Pfx {
  /** The AuthenticatedSafe, which is what the MAC covers. */
  readonly content: Buffer
  readonly mac: Node | undefined
}

/** Reads PFX (RFC 7292 4). @throws DerError, CodedError keystore.format */
export function readPfx(node: Node): Pfx {
  const [version, authSafe, mac] = asSequence(node)
  if (asSmallInteger(version) !== PFX_VERSION) throw new DerError('its version is not 3')
  const { type, content } = readContentInfo(authSafe)
  if (type === SIGNED_DATA) {
    throw new CodedError(
      'keystore.format',
      'PKCS#12 keystore is signed with a key in place of a password, which is not supported',
    )
  }
  if (type !== DATA) throw new DerError('its content is of an unknown type')
  return { content: asOctets(content), mac }
}

function readContentInfo(node: Node | undefined): { type: string; content: Node | undefined } {
  const [type, wrapped] = asSequence(node)
  return { type: asOid(type), content: isContext(wrapped, 0) ? children(wrapped)[0] : undefined }
}

/**
 * Opens every safe. One may have another password than the MAC (`openssl pkcs12 -twopass`), though Java knows of no such thing.
 * @param passwords that of the MAC first
 * @throws DerError, CodedError keystore.password, keystore.format, keystore.too-large
 */
export async function readSafes(content: Buffer, passwords: readonly PasswordForms[], budget: Budget): Promise<Safes> {
  const bags: Bag[] = []
  const foreignToJava = new Set<string>()
  for (const safe of asSequence(readOne(content, { ber: true }))) {
    const { type, content: inner } = readContentInfo(safe)
    if (type === ENVELOPED_DATA) {
      throw new CodedError('keystore.format', 'PKCS#12 keystore is encrypted for a certificate, not with a password')
    }
    if (type !== DATA && type !== ENCRYPTED_DATA) throw new DerError('a safe in it is of an unknown type')
    const plain = type === DATA ? asOctets(inner) : await decryptSafe(inner, passwords, budget, foreignToJava)
    collectBags(asSequence(readOne(plain, { ber: true })), false, bags)
  }
  return { bags, foreignToJava: [...foreignToJava] }
}

/** EncryptedData (RFC 5652 8). */
async function decryptSafe(
  node: Node | undefined,
  passwords: readonly PasswordForms[],
  budget: Budget,
  foreignToJava: Set<string>,
): Promise<Buffer> {
  const [, info] = asSequence(node)
  const [, algorithm, ciphertext] = asSequence(info)
  const scheme = readScheme(algorithm)
  if (!scheme.java) foreignToJava.add(foreignCipher('a part of it', scheme.name))
  for (const [index, password] of passwords.entries()) {
    const opened = await scheme.decrypt(asOctets(ciphertext), password, budget)
    if (opened === undefined) continue
    if (index > 0) foreignToJava.add('a part of it has another password than the whole')
    if (!opened.usual) foreignToJava.add(ODD_FORM)
    return opened.plain
  }
  throw new CodedError('keystore.password', 'keystore has a part that does not open with its password, though the MAC fits')
}

export const ODD_FORM = 'its password was encoded in a way that Java does not try'

export function foreignCipher(what: string, name: string): string {
  return `${what} is encrypted in a way that Java cannot read (${name})`
}

function collectBags(nodes: readonly Node[], nested: boolean, bags: Bag[]): void {
  for (const [index, node] of nodes.entries()) {
    const [type, wrapped, attributes] = asSequence(node)
    const value = isContext(wrapped, 0) ? children(wrapped)[0] : undefined
    if (value === undefined) throw new DerError('a bag in it is empty')
    const kind = BAG_KINDS.get(asOid(type)) ?? 'unknown'
    if (kind === 'safe-contents') collectBags(asSequence(value), true, bags)
    else bags.push({ kind, value, ...readAttributes(attributes), first: index === 0, nested })
    if (bags.length > BOUNDS.entries) throw tooLarge(`has more than ${BOUNDS.entries} bags`, `${BOUNDS.entries}`)
  }
}

function readAttributes(node: Node | undefined): Pick<Bag, 'friendlyName' | 'localKeyId' | 'trusted'> {
  const values = new Map<string, Node | undefined>()
  for (const attribute of node === undefined ? [] : asSet(node)) {
    const [type, set] = asSequence(attribute)
    values.set(asOid(type), asSet(set)[0])
  }
  const [name, keyId] = [values.get(FRIENDLY_NAME), values.get(LOCAL_KEY_ID)]
  return {
    friendlyName: name && asText(name),
    localKeyId: keyId && asOctets(keyId),
    trusted: values.has(TRUSTED_KEY_USAGE),
  }
}

const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1'

/** The DER within a CertBag (RFC 7292 4.2.3); undefined where it is a certificate of another kind. @throws DerError */
export function certificateOf(bag: Bag): Buffer | undefined {
  const [type, wrapped] = asSequence(bag.value)
  if (asOid(type) !== X509_CERTIFICATE || !isContext(wrapped, 0)) return undefined
  return asOctets(children(wrapped)[0])
}
