import { openJks } from './jks.ts'
import { Unopened, type Opened } from './opened.ts'
import { openPkcs12 } from './pkcs12.ts'

/** The stored values of sys_certificate.type that stand for keystores. */
export type KeystoreType = 'key_store' | 'pkcs12_key_store'

export const isKeystoreType = (type: string | undefined): type is KeystoreType =>
  type === 'key_store' || type === 'pkcs12_key_store'

export type Opening = { readonly opened: Opened } | { readonly reason: string }

/** Answers by content: the observer asks again for every keystore after every write. */
const answers = new WeakMap<Buffer, Map<string, Opening>>()

/** Opens a keystore, or says why it does not open. */
export function openKeystore(type: KeystoreType, content: Buffer, password: string): Opening {
  const known = answers.get(content) ?? new Map<string, Opening>()
  answers.set(content, known)
  const question = `${type} ${password}`
  const opening = known.get(question) ?? tryOpen(type, content, password)
  known.set(question, opening)
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
