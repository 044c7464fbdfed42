import type { Finding } from '../errors.ts'
import type { Certificate } from '../x509/certificate.ts'
import { duplicateAlias, readCertificate } from './found.ts'
import type { Entry, Keystore, PrivateKeyEntry } from './keystore.ts'
import type { Opened } from './opened-key.ts'
import { Issuers } from './issuers.ts'
import { keyPart } from './opened-key.ts'
import type { Bag } from './pkcs12-bags.ts'
import { certificateOf } from './pkcs12-bags.ts'

/** Opens the key of a bag; the name is for messages. */
export type OpenKey = (bag: Bag, name: string) => Promise<Opened | undefined>

/** A private key as Java lists it: with an alias, and with an id that ties certificates to it. */
interface ListedKey {
  readonly bag: Bag
  readonly alias: string
  readonly id: Buffer
}

/** A certificate that is not marked as trusted: it belongs to a key, or to a chain. */
interface LooseCertificate {
  readonly certificate: Certificate
  readonly id: Buffer | undefined
  readonly alias: string | undefined
}

/** What Java gives a key without a localKeyId, and the first certificate of a safe, while there is one key. */
const MADE_UP_ID = Buffer.from('01')

/**
 * Makes entries of bags exactly as Java's own keystore does (numbers for names that are missing, which certificate belongs to which
 * key, chains by names of issuers), so that a keystore is here what it is there. What Java passes over is returned as unlisted.
 */
export async function entriesOf(
  bags: readonly Bag[],
  open: OpenKey,
  findings: Finding[],
): Promise<Pick<Keystore, 'entries' | 'unlisted'>> {
  const listing = new Listing(findings)
  for (const bag of bags) listing.add(bag)
  return listing.finish(open)
}

class Listing {
  readonly #findings: Finding[]
  readonly #listed = new Map<string, ListedKey | Entry>()
  readonly #passedOver: Bag[] = []
  readonly #loose: LooseCertificate[] = []
  readonly #hidden: Certificate[] = []
  readonly #issuers = new Issuers()
  #names = 0
  #keys = 0

  constructor(findings: Finding[]) {
    this.#findings = findings
  }

  add(bag: Bag): void {
    switch (bag.kind) {
      case 'plain-key':
        this.#passedOver.push(bag)
        break
      case 'shrouded-key':
        this.#addKey(bag)
        break
      case 'certificate':
        this.#addCertificate(bag)
        break
      case 'secret':
        this.#nameOf(bag)
        this.#skip('a secret that is no private key')
        break
      case 'revocation-list':
        this.#skip('a list of revoked certificates')
        break
      case 'unknown':
        this.#skip('a part of an unknown kind')
        break
    }
  }

  #skip(what: string): void {
    this.#findings.push({ code: 'keystore.unlisted', severity: 'warning', message: `${what} in the keystore was left out` })
  }

  #addKey(bag: Bag): void {
    if (bag.nested) {
      this.#passedOver.push(bag)
      return
    }
    this.#keys++
    const id = bag.localKeyId ?? (this.#keys === 1 ? MADE_UP_ID : undefined)
    if (id === undefined) this.#passedOver.push(bag)
    else this.#list(this.#nameOf(bag), (alias) => ({ bag, alias, id }))
  }

  #addCertificate(bag: Bag): void {
    const encoded = certificateOf(bag)
    const certificate = encoded && readCertificate(encoded, 'X.509', bag.friendlyName ?? 'no name', this.#findings)
    if (certificate === undefined) {
      if (encoded === undefined) this.#skip('a certificate that is not X.509')
      return
    }
    if (bag.nested) {
      this.#hidden.push(certificate)
      return
    }
    const id = bag.localKeyId ?? (this.#keys === 1 && bag.first ? MADE_UP_ID : undefined)
    if (bag.trusted) {
      this.#list(this.#nameOf(bag), (alias) => ({ kind: 'trusted-certificate', alias, certificate }))
    } else {
      this.#loose.push({ certificate, id, alias: bag.friendlyName })
    }
    this.#issuers.add(certificate)
  }

  #nameOf(bag: Bag): string {
    return bag.friendlyName ?? String(++this.#names)
  }

  #list(name: string, item: (alias: string) => ListedKey | Entry): void {
    const alias = name.toLowerCase()
    if (this.#listed.has(alias)) this.#findings.push(duplicateAlias(alias))
    this.#listed.set(alias, item(alias))
  }

  async finish(open: OpenKey): Promise<Pick<Keystore, 'entries' | 'unlisted'>> {
    const entries: Entry[] = []
    for (const item of this.#listed.values()) entries.push('kind' in item ? item : await this.#keyEntry(item, open))
    const keys: PrivateKeyEntry[] = []
    for (const bag of this.#passedOver) keys.push(await this.#passedOverKey(bag, open))
    const listed = entries.flatMap((entry) => (entry.kind === 'private-key' ? entry.chain : [entry.certificate]))
    const used = new Set(listed.map(({ fingerprint256 }) => fingerprint256))
    const loose = this.#loose.map(({ certificate }) => certificate)
    const certificates = [...loose, ...this.#hidden].filter(({ fingerprint256 }) => !used.has(fingerprint256))
    if (certificates.length > 0) {
      const what = certificates.length === 1 ? '1 certificate that belongs' : `${certificates.length} certificates that belong`
      this.#findings.push({
        code: 'keystore.unlisted',
        severity: 'notice',
        message: `keystore holds ${what} to no entry: Java does not list what lacks its mark of a trusted certificate`,
      })
    }
    return { entries, unlisted: { keys, certificates } }
  }

  async #keyEntry({ bag, alias, id }: ListedKey, open: OpenKey): Promise<PrivateKeyEntry> {
    const chain = this.#chainFrom(this.#certificateFor(alias, id))
    const part = keyPart(alias, chain[0], this.#findings, await open(bag, alias))
    const created = dateWithin(id)
    return { kind: 'private-key', alias, chain, ...part, ...(created && { created }) }
  }

  /** Keys that Java does not list have no chain there; who uses them finds it by the key. */
  async #passedOverKey(bag: Bag, open: OpenKey): Promise<PrivateKeyEntry> {
    const alias = (bag.friendlyName ?? '').toLowerCase()
    const why = bag.kind === 'plain-key' ? 'it is not encrypted' : bag.nested ? 'it lies in a part of its own' : 'it has no id'
    this.#findings.push({
      code: 'keystore.unlisted',
      severity: 'warning',
      message: `private key "${alias}" is not listed by Java: ${why}`,
    })
    return { kind: 'private-key', alias, chain: [], ...keyPart(alias, undefined, this.#findings, await open(bag, alias)) }
  }

  /** By id and name, else by id (the last), else by name (the last). */
  #certificateFor(alias: string, id: Buffer): Certificate | undefined {
    const named = (loose: LooseCertificate): boolean => loose.alias?.toLowerCase() === alias
    const sameId = this.#loose.filter((loose) => loose.id?.equals(id))
    return (sameId.find(named) ?? sameId.at(-1) ?? this.#loose.findLast(named))?.certificate
  }

  #chainFrom(leaf: Certificate | undefined): Certificate[] {
    const chain = new Map<string, Certificate>()
    for (let next = leaf; next !== undefined && !chain.has(next.fingerprint256); next = this.#issuers.of(next)) {
      chain.set(next.fingerprint256, next)
    }
    return [...chain.values()]
  }
}

/** Java writes the day of an entry into its id: `Time 1700000000000`. */
function dateWithin(id: Buffer): Date | undefined {
  const match = /^Time (\d{1,16})$/.exec(id.toString('latin1'))
  const date = new Date(Number(match?.[1]))
  return Number.isNaN(date.getTime()) ? undefined : date
}
