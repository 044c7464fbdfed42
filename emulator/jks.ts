import { createHash, createPrivateKey } from 'node:crypto'
import { child, derNode, derOid } from './der.ts'
import { Unopened, type Opened } from './opened.ts'

const KEY_PROTECTOR = '1.3.6.1.4.1.42.2.17.1.1'
const DIGEST = 20

const sha1 = (...parts: Buffer[]): Buffer => {
  const hash = createHash('sha1')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const utf16be = (password: string): Buffer => Buffer.from(password, 'utf16le').swap16()

/** Reads forward; a length beyond the end is an error of {@link Buffer}. */
class Cursor {
  at = 0
  readonly bytes: Buffer

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  u2(): number {
    this.at += 2
    return this.bytes.readUInt16BE(this.at - 2)
  }

  u4(): number {
    this.at += 4
    return this.bytes.readUInt32BE(this.at - 4)
  }

  take(length: number): Buffer {
    if (this.at + length > this.bytes.length) throw new Unopened('it is cut short')
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }
}

/** Takes the protection of Java's own key protector off (xor with a chain of SHA-1) and checks the PKCS#8 within. */
function openKey(encrypted: Buffer, password: Buffer): void {
  const info = derNode(encrypted)
  if (derOid(child(child(info, 0), 0)) !== KEY_PROTECTOR) throw new Unopened('its key is protected in an unknown way')
  const sealed = child(info, 1).content
  const salt = sealed.subarray(0, DIGEST)
  const plain = Buffer.from(sealed.subarray(DIGEST, -DIGEST))
  for (let at = 0, block = salt; at < plain.length; at += DIGEST) {
    block = sha1(password, block)
    for (let i = 0; i < DIGEST && at + i < plain.length; i++) plain[at + i] = (plain[at + i] ?? 0) ^ (block[i] ?? 0)
  }
  if (!sha1(password, plain).equals(sealed.subarray(-DIGEST))) throw new Unopened('its private key has another password')
  createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' })
}

/**
 * Opens a JKS as the platform's loader does: integrity with the password, then every private key with the same password.
 * @throws Unopened
 */
export function openJks(bytes: Buffer, password: string): Opened {
  if (bytes.length < 12 + DIGEST || bytes.readUInt32BE(0) !== 0xfeedfeed) throw new Unopened('it is not a JKS')
  const secret = utf16be(password)
  const cursor = new Cursor(bytes)
  cursor.at = 4
  const version = cursor.u4()
  if (version !== 1 && version !== 2) throw new Unopened('it is a JKS of an unknown version')
  const keys: Buffer[] = []
  let leaf: Buffer | undefined
  const certificate = (): Buffer => {
    if (version === 2) cursor.take(cursor.u2())
    return cursor.take(cursor.u4())
  }
  for (let count = cursor.u4(); count > 0; count--) {
    const tag = cursor.u4()
    cursor.take(cursor.u2())
    cursor.take(8)
    if (tag === 1) {
      keys.push(cursor.take(cursor.u4()))
      for (let chain = cursor.u4(); chain > 0; chain--) {
        const next = certificate()
        leaf ??= next
      }
    } else if (tag === 2) {
      certificate()
    } else {
      throw new Unopened('it has an entry of an unknown kind')
    }
  }
  const covered = bytes.subarray(0, cursor.at)
  if (!sha1(secret, Buffer.from('Mighty Aphrodite'), covered).equals(cursor.take(DIGEST))) {
    throw new Unopened('it was tampered with, or the password is incorrect')
  }
  for (const key of keys) openKey(key, secret)
  return { privateKeys: keys.length, leaf }
}
