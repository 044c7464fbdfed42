import { createHash, createPrivateKey } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyAlgorithmOf } from '../../src/x509/algorithms.ts'
import type { Program } from '../lab/programs.ts'
import { execute, needProgram } from '../lab/programs.ts'
import type { Vector, VectorEntry } from './vector.ts'

/** A vector before Java was asked about it. */
export type Draft = Omit<Vector, 'java'>

/** A private key with its certificates, DER, the leaf first. */
export interface Identity {
  readonly pkcs8: Buffer
  readonly chain: readonly Buffer[]
}

/** Runs programs in a folder of its own. */
export class Workshop {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async with<T>(work: (workshop: Workshop) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'vectors-'))
    try {
      return await work(new Workshop(folder))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  path(name: string): string {
    return join(this.#folder, name)
  }

  async write(name: string, content: string | Buffer): Promise<string> {
    await writeFile(this.path(name), content)
    return this.path(name)
  }

  /** A file that is taken away when it was read, so that the next program makes it anew. */
  async take(name: string): Promise<Buffer> {
    const content = await readFile(this.path(name))
    await rm(this.path(name))
    return content
  }

  async run(program: Program, args: readonly string[]): Promise<void> {
    const { exitCode, stdout, stderr } = await execute(needProgram(program), args)
    if (exitCode !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stderr}${stdout}`)
  }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

export function keyEntry(alias: string, { pkcs8, chain }: Identity): VectorEntry {
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  return { alias, kind: 'private-key', algorithm: keyAlgorithmOf(key), pkcs8: sha256(pkcs8), chain: chain.map(sha256) }
}

export function trustedEntry(alias: string, algorithm: string, certificate: Buffer): VectorEntry {
  return { alias, kind: 'trusted-certificate', algorithm, chain: [sha256(certificate)] }
}

export const NOTHING_UNLISTED = { keys: 0, certificates: 0 } as const
