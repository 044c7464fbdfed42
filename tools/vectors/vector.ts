import { readFileSync } from 'node:fs'

/** A keystore that another program made, with what is in it. */
export interface Vector {
  readonly name: string
  /** The options that the program was given. */
  readonly made: string
  readonly type: 'jks' | 'pkcs12'
  readonly password: string
  /** Where it is not the store password. */
  readonly keyPassword?: string
  /** The code with which it is refused; then it has no entries here. */
  readonly refused?: string
  /** Whether Java 17 lists these entries and opens every key. */
  readonly java: boolean
  /** In the order of their aliases. */
  readonly entries: readonly VectorEntry[]
  /** What is in the file and not listed by Java. */
  readonly unlisted: { readonly keys: number; readonly certificates: number }
  /** The keystore, base64. */
  readonly bytes: string
}

export interface VectorEntry {
  readonly alias: string
  readonly kind: 'private-key' | 'trusted-certificate'
  readonly algorithm: string
  /** SHA-256 of the PKCS#8, lower-case hex. */
  readonly pkcs8?: string
  /** SHA-256 of each certificate. */
  readonly chain: readonly string[]
}

export const MAKERS = ['openssl', 'keytool'] as const
export type Maker = (typeof MAKERS)[number]

export const vectorFile = (maker: Maker): URL => new URL(`../../__tests__/vectors/${maker}.json`, import.meta.url)

/** The vectors of a maker, as `make.ts` wrote them. */
export function readVectors(maker: Maker): Vector[] {
  return JSON.parse(readFileSync(vectorFile(maker), 'utf8')) as Vector[]
}
