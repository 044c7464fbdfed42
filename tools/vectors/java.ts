import { fileURLToPath } from 'node:url'
import { runJava } from '../lab/java.ts'

/** What Java is asked of a keystore. */
export interface Question {
  readonly type: 'JKS' | 'PKCS12'
  readonly file: string
  /** The store password first, then others that are tried for keys. */
  readonly passwords: readonly string[]
}

export interface JavaEntry {
  readonly alias: string
  /** `unreachable`: listed, and neither a key nor a certificate when asked for by its name. */
  readonly kind: 'private-key' | 'trusted-certificate' | 'unreachable'
  /** SHA-256 of each certificate, lower-case hex. */
  readonly chain?: readonly string[]
  /** SHA-256 of the PKCS#8; absent where no password opens the key. */
  readonly pkcs8?: string
  readonly passwordNumber?: number
  /** Whether the certificate verifies what the key signs. */
  readonly signs?: boolean
}

export interface JavaAnswer {
  readonly error?: string
  /** In the order of their aliases. */
  readonly entries?: readonly JavaEntry[]
  /** Leaves (SHA-256) that a TLS client would offer, or why there is no client. */
  readonly sunX509?: readonly string[] | string
  readonly newSunX509?: readonly string[] | string
}

const PROGRAM = fileURLToPath(new URL('../../__tests__/interop/KeystoreOracle.java', import.meta.url))

/** What Java finds in keystores: one start of the JVM for all of them. */
export async function askJava(questions: readonly Question[]): Promise<JavaAnswer[]> {
  const input = questions
    .map(({ type, file, passwords }) => [type, file, ...passwords.map((password) => Buffer.from(password).toString('base64'))])
    .map((fields) => `${fields.join('\t')}\n`)
    .join('')
  const { exitCode, stdout, stderr } = await runJava(PROGRAM, input, 'long')
  if (exitCode !== 0) throw new Error(`java failed: ${stderr}`)
  const answers = stdout.trim().split('\n').map(parse)
  if (answers.length !== questions.length) throw new Error(`java answered ${answers.length} of ${questions.length} questions`)
  return answers
}

function parse(line: string): JavaAnswer {
  return JSON.parse(line) as JavaAnswer
}
