import { createDecipheriv, createHmac, createPrivateKey, hash, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { child, derInteger, derNode, derNodes, derOctets, derOid, type DerNode } from './der.ts'
import { Unopened, type Opened } from './opened.ts'

const OID = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  pbes2: '1.2.840.113549.1.5.13',
  tripleDes: '1.2.840.113549.1.12.1.3',
  localKeyId: '1.2.840.113549.1.9.21',
}

const DIGESTS: Readonly<Record<string, { name: string; block: number }>> = {
  '1.3.14.3.2.26': { name: 'sha1', block: 64 },
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', block: 64 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', block: 128 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', block: 128 },
}

const PRFS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}

const AES_CBC: Readonly<Record<string, { name: string; keyLength: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32 },
}

const MOST_ITERATIONS = 5_000_000

const iterations = (node: DerNode): number => {
  const count = derInteger(node)
  if (count < 1 || count > MOST_ITERATIONS) throw new Unopened('its iteration count is out of range')
  return count
}

/** The key derivation of RFC 7292 appendix B.2; `purpose` 1 makes keys, 2 initialisation vectors, 3 MAC keys. */
function derive(
  digest: { name: string; block: number },
  password: string,
  salt: Buffer,
  count: number,
  purpose: number,
  length: number,
): Buffer {
  const fill = (source: Buffer): Buffer => Buffer.alloc(Math.ceil(source.length / digest.block) * digest.block, source)
  const secret = Buffer.from(`${password}\0`, 'utf16le').swap16()
  const input = Buffer.concat([salt, secret].map((source) => (source.length === 0 ? source : fill(source))))
  const diversifier = Buffer.alloc(digest.block, purpose)
  const blocks: Buffer[] = []
  for (let made = 0; made < length;) {
    const block = hash(digest.name, Buffer.concat([diversifier, input]), 'buffer')
    // Into its own place: a new buffer for each of ten thousand rounds takes far longer than the digests.
    for (let i = 1; i < count; i++) block.write(hash(digest.name, block, 'binary'), 'binary')
    blocks.push(block)
    made += block.length
    const addend = Buffer.alloc(digest.block, block)
    for (let at = 0; at < input.length; at += digest.block) {
      for (let i = digest.block - 1, carry = 1; i >= 0; i--) {
        carry += (input[at + i] ?? 0) + (addend[i] ?? 0)
        input[at + i] = carry & 0xff
        carry >>= 8
      }
    }
  }
  return Buffer.concat(blocks).subarray(0, length)
}

/** RFC 7292 section 5.1: the MAC over the content of the authenticated safe. */
function checkMac(macData: DerNode, content: Buffer, password: string): void {
  const [info, salt, count] = derNodes(macData.content)
  if (info === undefined || salt === undefined) throw new Unopened('its MAC is malformed')
  const digest = DIGESTS[derOid(child(child(info, 0), 0))]
  if (digest === undefined) throw new Unopened('its MAC has an algorithm that Java 17 does not know')
  const expected = child(info, 1).content
  const key = derive(digest, password, salt.content, count === undefined ? 1 : iterations(count), 3, expected.length)
  const actual = createHmac(digest.name, key).update(content).digest()
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw new Unopened('it was tampered with, or the password is incorrect')
  }
}

/** Takes off PBES2 (RFC 8018) or the triple DES of RFC 7292; undefined for the ciphers that are of the past (RC2). */
function decrypt(algorithm: DerNode, encrypted: Buffer, password: string): Buffer | undefined {
  const scheme = derOid(child(algorithm, 0))
  if (scheme === OID.tripleDes) {
    const parameters = child(algorithm, 1)
    const salt = child(parameters, 0).content
    const count = iterations(child(parameters, 1))
    const sha1 = { name: 'sha1', block: 64 }
    const decipher = createDecipheriv(
      'des-ede3-cbc',
      derive(sha1, password, salt, count, 1, 24),
      derive(sha1, password, salt, count, 2, 8),
    )
    return Buffer.concat([decipher.update(encrypted), decipher.final()])
  }
  if (scheme !== OID.pbes2) return undefined
  const parameters = child(algorithm, 1)
  const [salt, count, ...rest] = derNodes(child(child(parameters, 0), 1).content)
  const prf = rest.find((node) => node.tag === 0x30)
  const cipher = AES_CBC[derOid(child(child(parameters, 1), 0))]
  const hash = prf === undefined ? 'sha1' : PRFS[derOid(child(prf, 0))]
  if (salt === undefined || count === undefined || cipher === undefined || hash === undefined) {
    throw new Unopened('it is encrypted in a way that Java 17 does not know')
  }
  const key = pbkdf2Sync(Buffer.from(password, 'utf8'), salt.content, iterations(count), cipher.keyLength, hash)
  const decipher = createDecipheriv(cipher.name, key, child(child(parameters, 1), 1).content)
  return Buffer.concat([decipher.update(encrypted), decipher.final()])
}

/** The content of one ContentInfo: its safe bags, or undefined where their cipher is of the past. */
function safeContents(info: DerNode, password: string): Buffer | undefined {
  const type = derOid(child(info, 0))
  const content = child(child(info, 1), 0)
  if (type === OID.data) return derOctets(content)
  if (type !== OID.encryptedData) throw new Unopened('it has a part of an unknown kind')
  const encrypted = child(content, 1)
  return decrypt(child(encrypted, 1), derOctets(child(encrypted, 2)), password)
}

const localKeyId = (bag: DerNode): string | undefined => {
  const attributes = derNodes(bag.content)[2]
  if (attributes === undefined) return undefined
  const found = derNodes(attributes.content).find((attribute) => derOid(child(attribute, 0)) === OID.localKeyId)
  return found === undefined ? undefined : child(child(found, 1), 0).content.toString('hex')
}

/**
 * Opens a PKCS#12 as the platform's loader does: the MAC with the password, then every private key with the same password.
 * @throws Unopened
 */
export function openPkcs12(bytes: Buffer, password: string): Opened {
  if (bytes[0] !== 0x30) throw new Unopened('it is not a PKCS#12')
  const [, authSafe, macData] = derNodes(derNode(bytes).content)
  if (authSafe === undefined || macData === undefined) throw new Unopened('it has no MAC')
  const content = derOctets(child(child(authSafe, 1), 0))
  checkMac(macData, content, password)
  const keyIds: (string | undefined)[] = []
  const certificates: { id: string | undefined; der: Buffer }[] = []
  for (const info of derNodes(derNode(content).content)) {
    const safe = safeContents(info, password)
    for (const bag of safe === undefined ? [] : derNodes(derNode(safe).content)) {
      const type = derOid(child(bag, 0))
      const value = child(child(bag, 1), 0)
      if (type === OID.shroudedKeyBag || type === OID.keyBag) {
        createPrivateKey({ key: value.whole, format: 'der', type: 'pkcs8', passphrase: password })
        keyIds.push(localKeyId(bag))
      } else if (type === OID.certificateBag) {
        certificates.push({ id: localKeyId(bag), der: derOctets(child(child(value, 1), 0)) })
      }
    }
  }
  const leaf = certificates.find(({ id }) => id !== undefined && id === keyIds[0])
  return { privateKeys: keyIds.length, leaf: leaf?.der }
}
