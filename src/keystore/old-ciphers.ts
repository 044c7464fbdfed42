/** The ciphers of old PKCS#12 files that OpenSSL 3 no longer has. For reading alone: nothing is written with them. */

/**
 * RC2 in CBC mode (RFC 2268), by node-forge.
 * @param bits the effective length of the key
 * @returns undefined where the padding is impossible
 */
export async function decryptRc2(ciphertext: Buffer, key: Buffer, iv: Buffer, bits: number): Promise<Buffer | undefined> {
  const [{ default: rc2 }, { default: util }] = await Promise.all([
    import('node-forge/lib/rc2.js'),
    import('node-forge/lib/util.js'),
  ])
  const cipher = rc2.createDecryptionCipher(key.toString('latin1'), bits)
  cipher.start(iv.toString('latin1'))
  cipher.update(util.createBuffer(ciphertext.toString('latin1')))
  return cipher.finish() ? Buffer.from(cipher.output.getBytes(), 'latin1') : undefined
}

/** RC4, which the libraries at hand no longer have; encrypting and decrypting are the same. */
export function rc4(text: Buffer, key: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const swap = (a: number, b: number): void => {
    const held = state[a] ?? 0
    state[a] = state[b] ?? 0
    state[b] = held
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff
    swap(i, j)
  }
  let i = 0
  let j = 0
  return Buffer.from(
    text.map((byte) => {
      i = (i + 1) & 0xff
      j = (j + (state[i] ?? 0)) & 0xff
      swap(i, j)
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0)
    }),
  )
}
