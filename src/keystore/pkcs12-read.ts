import type { Node } from '../der/reader.ts'
import { asOctets, asSequence, DerError, readOne } from '../der/reader.ts'
import type { Finding } from '../errors.ts'
import { CodedError } from '../errors.ts'
import { Budget } from './bounds.ts'
import { unreadable } from './found.ts'
import type { Keystore, Passwords } from './keystore.ts'
import type { Opened } from './opened-key.ts'
import type { Bag } from './pkcs12-bags.ts'
import { foreignCipher, ODD_FORM, readPfx, readSafes } from './pkcs12-bags.ts'
import type { PasswordForms } from './pkcs12-derivation.ts'
import { passwordForms } from './pkcs12-derivation.ts'
import { entriesOf } from './pkcs12-entries.ts'
import { readMac } from './pkcs12-mac.ts'
import { readScheme } from './pkcs12-scheme.ts'

/**
 * Reads a PKCS#12 keystore (RFC 7292), DER or BER. Nothing of it is looked at before its MAC is verified.
 * @param decryptKeys whether private keys are opened
 * @throws CodedError keystore.password, keystore.unreadable, keystore.format, keystore.too-large
 */
export async function readPkcs12(bytes: Buffer, passwords: Passwords, decryptKeys: boolean): Promise<Keystore> {
  try {
    return await read(bytes, passwords, decryptKeys)
  } catch (error) {
    if (error instanceof DerError) throw unreadable(`PKCS#12 keystore is damaged: ${error.message}`)
    throw error
  }
}

async function read(bytes: Buffer, passwords: Passwords, decryptKeys: boolean): Promise<Keystore> {
  const budget = new Budget()
  const { content, mac: macNode } = readPfx(readOne(bytes, { ber: true }))
  if (macNode === undefined) {
    throw unreadable(
      'PKCS#12 keystore has no MAC: nothing shows that it is whole, or whose it is',
      'export it again with a password and a MAC (without `-nomac`, and not password-less)',
    )
  }
  const mac = readMac(macNode)
  const password = await mac.verify(content, passwordForms(passwords.store), budget)
  if (password === undefined) throw wrongPassword(passwords)
  const candidates: Candidate[] = [
    { by: 'store-password', forms: password },
    ...(passwords.keys ?? []).map((key) => ({ by: 'other-password' as const, forms: passwordForms(key) })),
  ]
  const safes = await readSafes(
    content,
    candidates.map(({ forms }) => forms),
    budget,
  )
  const foreignToJava = new Set([...foreignPassword(passwords), ...mac.foreignToJava, ...safes.foreignToJava])
  const findings: Finding[] = []
  const keys = new KeyOpener(decryptKeys ? candidates : [], budget, findings, foreignToJava)
  const { entries, unlisted } = await entriesOf(safes.bags, (bag, name) => keys.open(bag, name), findings)
  return {
    type: 'pkcs12',
    entries,
    unlisted,
    ...(passwords.store && { openedWith: passwords.store }),
    foreignToJava: [...foreignToJava],
    findings,
  }
}

function wrongPassword({ store }: Passwords): CodedError {
  const message =
    store === undefined
      ? 'PKCS#12 keystore needs its password: without it nothing of it can be read'
      : 'keystore does not open with its password, or was changed after it was written'
  return new CodedError('keystore.password', message)
}

/** Java's key derivation for PKCS#12 throws on anything else, even to read. */
function foreignPassword({ store }: Passwords): string[] {
  return /^[ -~]*$/.test(store?.text() ?? '') ? [] : ['its password is not printable ASCII, which Java refuses']
}

interface Candidate {
  readonly by: Opened['by']
  readonly forms: PasswordForms
}

class KeyOpener {
  readonly #candidates: readonly Candidate[]
  readonly #budget: Budget
  readonly #findings: Finding[]
  readonly #foreignToJava: Set<string>

  constructor(candidates: readonly Candidate[], budget: Budget, findings: Finding[], foreignToJava: Set<string>) {
    this.#candidates = candidates
    this.#budget = budget
    this.#findings = findings
    this.#foreignToJava = foreignToJava
  }

  /** The PKCS#8 of a key bag; undefined where no password opens it. A key that cannot be opened does not spoil the rest. */
  async open(bag: Bag, name: string): Promise<Opened | undefined> {
    if (bag.kind === 'plain-key') return { pkcs8: bag.value.bytes, by: 'store-password' }
    try {
      return await this.#decrypt(bag.value)
    } catch (error) {
      const told = error instanceof DerError || (error instanceof CodedError && error.code === 'keystore.format')
      if (!told) throw error
      const message = `private key "${name}" cannot be opened: ${error.message}`
      this.#findings.push({ code: 'key.unreadable', severity: 'warning', message })
      return undefined
    }
  }

  async #decrypt(value: Node): Promise<Opened | undefined> {
    const [algorithm, ciphertext] = asSequence(value)
    const scheme = readScheme(algorithm)
    if (!scheme.java) this.#foreignToJava.add(foreignCipher('its private key', scheme.name))
    for (const { by, forms } of this.#candidates) {
      const opened = await scheme.decrypt(asOctets(ciphertext), forms, this.#budget)
      if (opened === undefined) continue
      if (!opened.usual) this.#foreignToJava.add(ODD_FORM)
      return { pkcs8: opened.plain, by }
    }
    return undefined
  }
}
