import { createCipheriv, createHmac } from 'node:crypto'
import { asSequence, readOne } from '../../src/der/reader.ts'
import * as der from '../../src/der/writer.ts'
import { readPfx } from '../../src/keystore/pkcs12-bags.ts'
import { derivePkcs12, passwordForms, PURPOSE, SHA1 } from '../../src/keystore/pkcs12-derivation.ts'
import { SecretValue } from '../../src/redact.ts'

/** PKCS#12 from its parts, as odd as a test needs it; one iteration everywhere. */

const DATA = '1.2.840.113549.1.7.1'
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6'
const BAGS = '1.2.840.113549.1.12.10.1'
const TRIPLE_DES = '1.2.840.113549.1.12.1.3'
const SHA1_ID = '1.3.14.3.2.26'
const SALT = Buffer.from('salty pepper')

export interface Marks {
  readonly friendlyName?: string | undefined
  readonly localKeyId?: Buffer | undefined
  /** Java's attribute of a trusted certificate. */
  readonly trusted?: boolean | undefined
}

/** The two-byte form of a password; the absent one has no byte. */
export const wide = (password: string | undefined): Buffer =>
  passwordForms(password === undefined ? undefined : new SecretValue(password, 'a password')).wide[0] ?? Buffer.alloc(0)

const attribute = (type: string, value: Buffer): Buffer => der.sequence(der.oid(type), der.set(value))

function attributesOf({ friendlyName, localKeyId, trusted }: Marks): Buffer[] {
  const attributes = [
    ...(friendlyName === undefined ? [] : [attribute('1.2.840.113549.1.9.20', der.bmp(friendlyName))]),
    ...(localKeyId === undefined ? [] : [attribute('1.2.840.113549.1.9.21', der.octets(localKeyId))]),
    ...(trusted === true ? [attribute('2.16.840.1.113894.746875.1.1', der.oid('2.5.29.37.0'))] : []),
  ]
  return attributes.length === 0 ? [] : [der.set(...attributes)]
}

export function bag(kind: number, value: Buffer, marks: Marks = {}): Buffer {
  return der.sequence(der.oid(`${BAGS}.${kind}`), der.context(0, value), ...attributesOf(marks))
}

export const plainKeyBag = (pkcs8: Buffer, marks: Marks = {}): Buffer => bag(1, pkcs8, marks)

export function shroudedKeyBag(pkcs8: Buffer, password: Buffer, marks: Marks = {}): Buffer {
  return bag(2, der.sequence(TRIPLE_DES_ALGORITHM, der.octets(encrypt(pkcs8, password))), marks)
}

export function certificateBag(certificate: Buffer, marks: Marks = {}, type = '1.2.840.113549.1.9.22.1'): Buffer {
  return bag(3, der.sequence(der.oid(type), der.context(0, der.octets(certificate))), marks)
}

/** A bag of bags. */
export const nestedBag = (bags: readonly Buffer[]): Buffer => bag(6, der.sequence(...bags))

const TRIPLE_DES_ALGORITHM = der.sequence(der.oid(TRIPLE_DES), der.sequence(der.octets(SALT), der.integer(1)))

function encrypt(plain: Buffer, password: Buffer): Buffer {
  const derive = (purpose: 1 | 2, length: number): Buffer => derivePkcs12(SHA1, purpose, password, SALT, 1, length)
  const cipher = createCipheriv('des-ede3-cbc', derive(PURPOSE.key, 24), derive(PURPOSE.iv, 8))
  return Buffer.concat([cipher.update(plain), cipher.final()])
}

export const contentInfo = (type: string, content: Buffer): Buffer => der.sequence(der.oid(type), der.context(0, content))
export const data = (content: Buffer): Buffer => contentInfo(DATA, der.octets(content))

export const plainSafe = (bags: readonly Buffer[]): Buffer => data(der.sequence(...bags))

export function encryptedSafe(bags: readonly Buffer[], password: Buffer): Buffer {
  const ciphertext = der.context(0, encrypt(der.sequence(...bags), password), false)
  const info = der.sequence(der.oid(DATA), TRIPLE_DES_ALGORITHM, ciphertext)
  return contentInfo(ENCRYPTED_DATA, der.sequence(der.integer(0), info))
}

/** A whole file of these safes; the MAC by SHA-1. */
export function pfx(safes: readonly Buffer[], password: Buffer): Buffer {
  const content = der.sequence(...safes)
  return der.sequence(der.integer(3), data(content), macData(content, password))
}

export function macData(content: Buffer, password: Buffer): Buffer {
  const key = derivePkcs12(SHA1, PURPOSE.mac, password, SALT, 1, SHA1.bytes)
  const mac = createHmac('sha1', key).update(content).digest()
  const info = der.sequence(der.sequence(der.oid(SHA1_ID), der.nullValue()), der.octets(mac))
  return der.sequence(info, der.octets(SALT), der.integer(1))
}

/** The same file with a MAC that fits what its content is made by `change`; other parts stay. */
export function withContent(file: Buffer, password: Buffer, change: (content: Buffer) => Buffer): Buffer {
  const node = readOne(file, { ber: true })
  const content = change(Buffer.from(readPfx(node).content))
  const [version] = asSequence(node)
  return der.sequence(version?.bytes ?? der.integer(3), data(content), macData(content, password))
}
