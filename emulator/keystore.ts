import { createHash } from 'node:crypto'
import { openJks } from './jks.ts'
import { Unopened, type Opened } from './opened.ts'
import { openPkcs12 } from './pkcs12.ts'

/** The stored values of sys_certificate.type that stand for keystores. */
export type KeystoreType = 'key_store' | 'pkcs12_key_store'

export const isKeystoreType = (type: string | undefined): type is KeystoreType =>
  type === 'key_store' || type === 'pkcs12_key_store'

export type Opening = { readonly opened: Opened } | { readonly reason: string }

const MOST_REMEMBERED = 2000
const remembered = new Map<string, Opening>()

/** Opens a keystore, or says why it does not open. Answers are remembered: every write asks again for every keystore. */
export function openKeystore(type: KeystoreType, content: Buffer, password: string): Opening {
  const key = createHash('sha256').update(`${type}\0${password}\0`).update(content).digest('base64')
  let opening = remembered.get(key)
  if (opening === undefined) {
    opening = tryOpen(type, content, password)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(key, opening)
  }
  return opening
}

function tryOpen(type: KeystoreType, content: Buffer, password: string): Opening {
  try {
    const opened = type === 'key_store' ? openJks(content, password) : openPkcs12(content, password)
    return opened.privateKeys === 0 ? { reason: 'it holds no private key' } : { opened }
  } catch (error) {
    return { reason: error instanceof Unopened ? error.message : `it is damaged (${String(error)})` }
  }
}
