import { createDecipheriv, createHmac } from 'node:crypto'

/** What a server said in its half of the handshake, as far as it can be read. */
export interface ServerFlight {
  /** DER, the server's own certificate first. */
  readonly certificates: readonly Buffer[]
  /** Undefined where it asked for no client certificate; else the names of issuers that it listed, DER. */
  readonly requested: readonly Buffer[] | undefined
  /** Whether the whole of it could be read. */
  readonly complete: boolean
}

const HANDSHAKE = 22
const APPLICATION_DATA = 23
const SERVER_HELLO = 2
const CERTIFICATE = 11
const CERTIFICATE_REQUEST = 13
const SERVER_HELLO_DONE = 14
const FINISHED = 20
const CERTIFICATE_AUTHORITIES = 47

/** The ciphers of TLS 1.3 (RFC 8446 B.4). */
const CIPHERS = new Map([
  [0x1301, { name: 'aes-128-gcm', digest: 'sha256', keyLength: 16 }],
  [0x1302, { name: 'aes-256-gcm', digest: 'sha384', keyLength: 32 }],
  [0x1303, { name: 'chacha20-poly1305', digest: 'sha256', keyLength: 32 }],
] as const)
type Cipher = typeof CIPHERS extends Map<number, infer C> ? C : never

/**
 * Reads the server's handshake from the bytes of its records: in TLS 1.2 they are in clear, in TLS 1.3 they are opened with the
 * server's handshake secret, which Node tells as it does for key logs. Node itself does not tell whether a client certificate was
 * asked for, nor which issuers were listed. Never throws: what cannot be read is left out.
 */
export function readFlight(received: Buffer, handshakeSecret: Buffer | undefined): ServerFlight {
  try {
    return new FlightReader(handshakeSecret).read(received)
  } catch {
    return { certificates: [], requested: undefined, complete: false }
  }
}

class FlightReader {
  readonly #secret: Buffer | undefined
  #messages = Buffer.alloc(0)
  #cipher: Cipher | undefined
  #is13 = false
  #sequence = 0
  #certificates: Buffer[] = []
  #requested: Buffer[] | undefined
  #complete = false

  constructor(secret: Buffer | undefined) {
    this.#secret = secret
  }

  /** Records (RFC 8446 5.1): type, version, length, content. */
  read(received: Buffer): ServerFlight {
    let offset = 0
    while (offset + 5 <= received.length && !this.#complete) {
      const header = received.subarray(offset, offset + 5)
      const end = offset + 5 + header.readUInt16BE(3)
      if (end > received.length) break
      const content = received.subarray(offset + 5, end)
      const plain = header[0] === APPLICATION_DATA && this.#is13 ? this.#opened(header, content) : content
      if (header[0] === HANDSHAKE || plain !== content) this.#add(plain)
      offset = end
    }
    return { certificates: this.#certificates, requested: this.#requested, complete: this.#complete }
  }

  /** Opens a record of TLS 1.3 (RFC 8446 5.2, 7.3); empty where it is none of the handshake. */
  #opened(header: Buffer, content: Buffer): Buffer {
    const cipher = this.#cipher
    if (cipher === undefined || this.#secret === undefined) throw new Error('the handshake is sealed')
    const key = expandLabel(cipher.digest, this.#secret, 'key', cipher.keyLength)
    const nonce = expandLabel(cipher.digest, this.#secret, 'iv', 12)
    nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ this.#sequence) >>> 0, 8)
    this.#sequence += 1
    const opener = createDecipheriv(cipher.name as 'aes-128-gcm', key, nonce, { authTagLength: 16 })
    opener.setAAD(header, { plaintextLength: content.length - 16 })
    opener.setAuthTag(content.subarray(-16))
    const inner = Buffer.concat([opener.update(content.subarray(0, -16)), opener.final()])
    let length = inner.length
    while (length > 0 && inner[length - 1] === 0) length -= 1
    return inner[length - 1] === HANDSHAKE ? inner.subarray(0, length - 1) : Buffer.alloc(0)
  }

  /** Handshake messages may be cut across records (RFC 8446 5.1). */
  #add(bytes: Buffer): void {
    this.#messages = Buffer.concat([this.#messages, bytes])
    while (this.#messages.length >= 4) {
      const end = 4 + this.#messages.readUIntBE(1, 3)
      if (end > this.#messages.length) return
      this.#message(this.#messages[0] ?? 0, this.#messages.subarray(4, end))
      this.#messages = this.#messages.subarray(end)
    }
  }

  #message(type: number, body: Buffer): void {
    if (type === SERVER_HELLO) this.#hello(body)
    else if (type === CERTIFICATE) this.#certificates = this.#is13 ? certificates13(body) : certificates12(body)
    else if (type === CERTIFICATE_REQUEST) this.#requested = this.#is13 ? authorities13(body) : authorities12(body)
    else if (type === SERVER_HELLO_DONE || type === FINISHED) this.#complete = true
  }

  /** Version, random, session, cipher, compression, extensions; supported_versions says whether it is TLS 1.3 (RFC 8446 4.1.3). */
  #hello(body: Buffer): void {
    const session = 35 + (body[34] ?? 0)
    this.#cipher = CIPHERS.get(body.readUInt16BE(session) as 0x1301)
    this.#is13 = this.#cipher !== undefined
  }
}

/** HKDF-Expand-Label of TLS 1.3 (RFC 8446 7.1); contexts are empty here. */
function expandLabel(digest: string, secret: Buffer, label: string, length: number): Buffer {
  const full = Buffer.from(`tls13 ${label}`, 'latin1')
  const info = Buffer.concat([Buffer.from([0, length, full.length]), full, Buffer.from([0])])
  return expand(digest, secret, info, length)
}

/** HKDF-Expand of at most one block (RFC 5869 2.3). */
function expand(digest: string, secret: Buffer, info: Buffer, length: number): Buffer {
  return createHmac(digest, secret)
    .update(info)
    .update(Buffer.from([1]))
    .digest()
    .subarray(0, length)
}

function certificates12(body: Buffer): Buffer[] {
  return vectors(body.subarray(3, 3 + body.readUIntBE(0, 3)), 3)
}

/** Each with its extensions behind it (RFC 8446 4.4.2). */
function certificates13(body: Buffer): Buffer[] {
  const start = 1 + (body[0] ?? 0)
  const list = body.subarray(start + 3, start + 3 + body.readUIntBE(start, 3))
  const found: Buffer[] = []
  for (let offset = 0; offset < list.length;) {
    const end = offset + 3 + list.readUIntBE(offset, 3)
    found.push(list.subarray(offset + 3, end))
    offset = end + 2 + list.readUInt16BE(end)
  }
  return found
}

/** Types, signature algorithms, names (RFC 5246 7.4.4). */
function authorities12(body: Buffer): Buffer[] {
  const algorithms = 1 + (body[0] ?? 0)
  const names = algorithms + 2 + body.readUInt16BE(algorithms)
  return vectors(body.subarray(names + 2, names + 2 + body.readUInt16BE(names)), 2)
}

/** Context, extensions, of which certificate_authorities has the names (RFC 8446 4.2.4, 4.3.2). */
function authorities13(body: Buffer): Buffer[] {
  const start = 1 + (body[0] ?? 0)
  const extensions = body.subarray(start + 2, start + 2 + body.readUInt16BE(start))
  for (let offset = 0; offset + 4 <= extensions.length;) {
    const end = offset + 4 + extensions.readUInt16BE(offset + 2)
    if (extensions.readUInt16BE(offset) === CERTIFICATE_AUTHORITIES) return vectors(extensions.subarray(offset + 6, end), 2)
    offset = end
  }
  return []
}

/** Contents with their lengths of `size` bytes before them. */
function vectors(list: Buffer, size: number): Buffer[] {
  const found: Buffer[] = []
  for (let offset = 0; offset + size <= list.length;) {
    const end = offset + size + list.readUIntBE(offset, size)
    found.push(list.subarray(offset + size, end))
    offset = end
  }
  return found
}
