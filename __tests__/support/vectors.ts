import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Keystores from public test suites, which lie beside the checkout and not in it. */
const folder = new URL('../../../shared/vectors/', import.meta.url)

/** What the oracle says of one keystore; see the README beside the vectors. */
export interface VectorStore {
  readonly file: string
  readonly type: string
  readonly storePassword: string
  readonly entries?: readonly VectorEntry[]
}

export interface VectorEntry {
  readonly alias: string
  readonly kind: string
  readonly keyAlg?: string
  readonly keyPassword?: string
  readonly keySha256?: string
  readonly chain?: readonly VectorCertificate[]
}

export interface VectorCertificate {
  readonly sha256: string
  readonly subject: string
  readonly keyAlg: string
  readonly notAfter: string
}

export function vector(file: string): Buffer {
  return readFileSync(new URL(file, folder))
}

/** Tests that need the vectors, which are not part of this repository; where they are missing, one skipped test that says so. */
export function describeWithVectors(name: string, body: (stores: readonly VectorStore[]) => void): void {
  if (existsSync(new URL('EXPECTED.json', folder))) {
    const { stores } = JSON.parse(vector('EXPECTED.json').toString('utf8')) as { stores: VectorStore[] }
    describe(name, () => body(stores))
  } else {
    test.skip(`${name} (skipped: no vectors at ${fileURLToPath(folder)})`, () => undefined)
  }
}
