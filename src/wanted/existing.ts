import { CodedError, type Finding } from '../errors.ts'
import { tellFormat } from '../keystore/format.ts'
import type { KeystoreType, PrivateKeyEntry } from '../keystore/keystore.ts'
import { readKeystore } from '../keystore/read.ts'
import type { OpenedContent } from '../plan/observed.ts'
import type { Certificate } from '../x509/certificate.ts'
import { checkChain } from '../x509/chain.ts'
import { factsOf, shownBy, type Checking } from './facts.ts'

/**
 * The certificate of a keystore whose password nobody here knows: JKS keeps certificates in clear, PKCS#12 mostly does not
 * (RFC 7292 section 4.1). Of several keys the one that ends first.
 * @throws keystore.*, where it does not show it
 */
async function chainWithoutPassword(content: Buffer): Promise<readonly [Certificate, ...Certificate[]]> {
  const { entries } = await readKeystore(content, {}, { decryptKeys: false })
  const chains = entries
    .filter((entry): entry is PrivateKeyEntry => entry.kind === 'private-key')
    .map(({ chain }) => chain)
    .filter((chain): chain is readonly [Certificate, ...Certificate[]] => chain.length > 0)
    .sort(([a], [b]) => a.notAfter.getTime() - b.notAfter.getTime())
  const [first] = chains
  if (first === undefined) throw new CodedError('keystore.no-key', 'keystore shows no certificate of a key')
  return first
}

/** When the certificate of a keystore ends, undefined where that cannot be told without its password. */
export async function endOf(content: Buffer): Promise<Date | undefined> {
  try {
    return (await chainWithoutPassword(content))[0].notAfter
  } catch {
    return undefined
  }
}

const isOfTime = ({ code }: Finding): boolean => code === 'certificate.expired' || code === 'certificate.expiring'

/** The type that the bytes of a keystore tell; undefined of what is none. */
export function formatOf(content: Buffer): KeystoreType | undefined {
  try {
    return tellFormat(content)
  } catch {
    return undefined
  }
}

/** What a keystore that is used as it is shows: its type, its certificate, and whether that is still valid. Nothing else of it is judged. */
export const lookedInto =
  (checking: Checking) =>
  async (content: Buffer): Promise<OpenedContent> => {
    const shown = await shownBy(async () => {
      const chain = await chainWithoutPassword(content)
      return { kind: 'different', leaf: factsOf(chain[0]), findings: checkChain(chain, checking).filter(isOfTime) }
    })
    const format = formatOf(content)
    return format !== undefined && (shown.kind === 'different' || shown.kind === 'unreadable') ? { ...shown, format } : shown
  }
