/** node-forge's RC2 by its path: the whole library takes eight times as long to load, and its types know no sub-paths. */
declare module 'node-forge/lib/rc2.js' {
  import type { cipher, util } from 'node-forge'

  interface Rc2 {
    /** @param bits the effective length of the key (RFC 2268 2); @param key bytes as a binary string */
    createDecryptionCipher(key: string, bits: number): Rc2Cipher
  }

  interface Rc2Cipher {
    readonly output: util.ByteStringBuffer
    start(iv: string): void
    update(input: util.ByteStringBuffer): void
    /** False where the padding is impossible. */
    finish(): ReturnType<cipher.BlockCipher['finish']>
  }

  const rc2: Rc2
  export default rc2
}

declare module 'node-forge/lib/util.js' {
  import type { util } from 'node-forge'

  const module: typeof util
  export default module
}
