import { generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'

export type KeyAlgorithm = 'rsa-1024' | 'rsa-2048' | 'rsa-3072' | 'rsa-4096' | 'ec-p256' | 'ec-p384' | 'ec-p521' | 'ed25519'

const generate = promisify(generateKeyPair)
const made = new Map<string, Promise<KeyObject>>()

/** A fresh private key. */
export async function newKey(algorithm: KeyAlgorithm): Promise<KeyObject> {
  switch (algorithm) {
    case 'rsa-1024':
    case 'rsa-2048':
    case 'rsa-3072':
    case 'rsa-4096':
      return (await generate('rsa', { modulusLength: Number(algorithm.slice(4)) })).privateKey
    case 'ec-p256':
    case 'ec-p384':
    case 'ec-p521':
      return (await generate('ec', { namedCurve: `P-${algorithm.slice(4)}` })).privateKey
    case 'ed25519':
      return (await generate('ed25519')).privateKey
  }
}

/** The private key of that name: made when it is first asked for, the same for the rest of the process. */
export function namedKey(algorithm: KeyAlgorithm, name: string): Promise<KeyObject> {
  const slot = `${algorithm} ${name}`
  const known = made.get(slot)
  if (known !== undefined) return known
  const fresh = newKey(algorithm)
  made.set(slot, fresh)
  return fresh
}
