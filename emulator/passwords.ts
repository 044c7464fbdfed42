import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const IV = 12
const TAG = 16

/** Two-way passwords as the instance stores them: ciphertext with a random IV, so that equal passwords never look equal. */
export class PasswordVault {
  readonly key: Buffer
  /** What was decrypted already: the observer asks for every keystore after every write. */
  readonly #known = new Map<string, string | undefined>()

  constructor(key: Buffer = randomBytes(32)) {
    this.key = key
  }

  encrypt(clear: string): string {
    const iv = randomBytes(IV)
    const cipher = createCipheriv('aes-256-gcm', this.key, iv)
    const encrypted = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()])
    return Buffer.concat([iv, encrypted, cipher.getAuthTag()]).toString('base64')
  }

  /** The clear text, or undefined when the value was not made by {@link encrypt}. */
  decrypt(stored: string): string | undefined {
    if (!this.#known.has(stored)) this.#known.set(stored, this.#decrypt(stored))
    return this.#known.get(stored)
  }

  #decrypt(stored: string): string | undefined {
    const bytes = Buffer.from(stored, 'base64')
    if (bytes.length < IV + TAG) return undefined
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, IV))
    decipher.setAuthTag(bytes.subarray(-TAG))
    try {
      return decipher.update(bytes.subarray(IV, -TAG), undefined, 'utf8') + decipher.final('utf8')
    } catch {
      return undefined
    }
  }
}

const digest = (salt: string, clear: string): string => createHash('sha256').update(`${salt}\0${clear}`).digest('hex')

/** A one-way password, as a user has: `salt$digest`. */
export function hashPassword(clear: string): string {
  const salt = randomBytes(8).toString('hex')
  return `${salt}$${digest(salt, clear)}`
}

export function isPassword(stored: string, clear: string): boolean {
  const [salt = '', expected = ''] = stored.split('$')
  const actual = digest(salt, clear)
  return expected.length === actual.length && timingSafeEqual(Buffer.from(expected), Buffer.from(actual))
}
