import { createPrivateKey, generateKeyPair, sign, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { CodedError } from '../errors.ts'
import type { KeyAlgorithm } from '../spec/model.ts'
import { signingAlgorithmOf, type SigningAlgorithm } from '../x509/algorithms.ts'
import { PrivateKey } from '../x509/private-key.ts'
import { requestPem, requestToBeSigned, signed, type Holder } from '../x509/to-be-signed.ts'

const generate = promisify(generateKeyPair)
const signAsync = promisify<string | null, Buffer, KeyObject, Buffer>(sign)

/** A new private key, made off the main thread. */
export async function newKey(algorithm: KeyAlgorithm): Promise<PrivateKey> {
  const size = algorithm.slice(algorithm.indexOf('-') + 1)
  const { privateKey } = algorithm.startsWith('rsa-')
    ? await generate('rsa', { modulusLength: Number(size) })
    : await generate('ec', { namedCurve: size.toUpperCase().replace('P', 'P-') })
  return PrivateKey.fromKeyObject(privateKey)
}

export const keyObjectOf = (key: PrivateKey): KeyObject => createPrivateKey({ key: key.pkcs8, format: 'der', type: 'pkcs8' })

/** @throws issuer.key for a key that signs nothing here */
export function signingAlgorithm(key: KeyObject): SigningAlgorithm {
  const algorithm = signingAlgorithmOf(key)
  if (algorithm !== undefined) return algorithm
  throw new CodedError(
    'issuer.key',
    'the key is of a kind that does not sign certificates here: RSA, EC P-256, P-384, P-521 or Ed25519',
  )
}

/** What is signed, with its signature: a certificate or a request, DER. The signature is made off the main thread. */
export async function signWith(key: KeyObject, toBeSigned: Buffer): Promise<Buffer> {
  const { digest, identifier } = signingAlgorithm(key)
  return signed(toBeSigned, identifier, await signAsync(digest, toBeSigned, key))
}

/** The request for a certificate (PKCS#10, PEM), signed with the key that it is for. */
export async function makeRequest(key: PrivateKey, holder: Omit<Holder, 'publicSpki'>): Promise<string> {
  const request = requestToBeSigned({ ...holder, publicSpki: key.publicSpki })
  return requestPem(await signWith(keyObjectOf(key), request))
}
