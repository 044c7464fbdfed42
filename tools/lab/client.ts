import { request } from 'node:https'
import { TLSSocket } from 'node:tls'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { runJava } from './java.ts'

/** What a call came to. A refusal, by status or by a broken handshake, is a result like any other. */
export interface CallResult {
  /** Whether the partner answered with a status of 2xx. */
  readonly ok: boolean
  /** Null where no answer came. */
  readonly status: number | null
  readonly body: string
  /** Why no answer came, in the words of the TLS library; null where one did. */
  readonly error: string | null
  /** `TLSv1.3`; null where no handshake was completed. */
  readonly protocol: string | null
  readonly cipher: string | null
}

export interface NodeCall {
  readonly url: string
  /** PEM: private key and certificate chain of the client; without them it presents no certificate. */
  readonly client?: { readonly keyPem: string; readonly chainPem: string }
  /** PEM: the only authorities that are trusted. */
  readonly trusted: string
}

export interface JavaCall {
  readonly url: string
  /** The bytes of the keystore; without it the client presents no certificate. */
  readonly keystore?: { readonly bytes: Uint8Array; readonly type: 'JKS' | 'PKCS12'; readonly password: string }
  /** PEM: the only authorities that are trusted. */
  readonly trusted: string
  /** Default: `SunX509`, which a ServiceNow instance is taken to use. */
  readonly keyManager?: 'SunX509' | 'NewSunX509'
}

/** A guard against a partner that never answers. */
const TIMEOUT_MS = 30_000
const SOURCE = fileURLToPath(new URL('./MtlsClient.java', import.meta.url))

const resultSchema = z.object({
  ok: z.boolean(),
  status: z.nullable(z.number()),
  body: z.string(),
  error: z.nullable(z.string()),
  protocol: z.nullable(z.string()),
  cipher: z.nullable(z.string()),
})

const errorSchema = z.object({ name: z.string(), message: z.string(), code: z.optional(z.string()) })

/** One GET with Node's TLS client. */
export function callWithNode(call: NodeCall): Promise<CallResult> {
  const unusable = (error: unknown): CallResult => failure(error, null, null)
  return callOnce(call).catch(unusable)
}

/** Rejects where the key, the chain or the trusted certificates cannot be used at all. */
function callOnce({ url, client, trusted }: NodeCall): Promise<CallResult> {
  const identity = client === undefined ? {} : { key: client.keyPem, cert: client.chainPem }
  return new Promise((resolve) => {
    let protocol: string | null = null
    let cipher: string | null = null
    const fail = (error: Error): void => resolve(failure(error, protocol, cipher))
    const sent = request(url, { ...identity, ca: trusted, agent: false, timeout: TIMEOUT_MS }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () => {
        const status = response.statusCode ?? 0
        const body = Buffer.concat(chunks).toString('utf8')
        resolve({ ok: status >= 200 && status < 300, status, body, error: null, protocol, cipher })
      })
    })
    sent.on('socket', (socket) =>
      socket.on('secureConnect', () => {
        if (!(socket instanceof TLSSocket)) return
        protocol = socket.getProtocol()
        cipher = socket.getCipher().standardName
      }),
    )
    sent.on('timeout', () => sent.destroy(new Error('the partner does not answer')))
    sent.on('error', fail)
    sent.end()
  })
}

/** One GET with the TLS client of Java, as {@link callsWithJava}. */
export async function callWithJava(call: JavaCall): Promise<CallResult> {
  const [result] = await callsWithJava([call])
  if (result === undefined) throw new Error('the Java client gave no result')
  return result
}

/**
 * Several GETs with the TLS client of Java, one after the other in one JVM; results in the order of the calls. Keystores and
 * passwords go through standard input, not through files or arguments. Needs a JDK.
 * @throws when the JVM itself fails
 */
export async function callsWithJava(calls: readonly JavaCall[]): Promise<CallResult[]> {
  const input = calls.map(lineOf).join('')
  const { exitCode, stdout, stderr } = await runJava(SOURCE, input, 'short')
  if (exitCode !== 0) throw new Error(`the Java client failed: ${stderr.trim()}`)
  const results = stdout.split('\n').filter((line) => line !== '')
  if (results.length !== calls.length) throw new Error(`the Java client gave ${results.length} results for ${calls.length} calls`)
  return results.map((line) => z.parse(resultSchema, JSON.parse(line)))
}

/** One call for the Java client: fields in base64, each ended by a tab. */
function lineOf({ url, keystore, trusted, keyManager = 'SunX509' }: JavaCall): string {
  const { bytes = Buffer.alloc(0), type = '', password = '' } = keystore ?? {}
  const fields = [url, keyManager, trusted, type, password, bytes]
  return `${fields.map((field) => Buffer.from(field).toString('base64')).join('\t')}\n`
}

function failure(error: unknown, protocol: string | null, cipher: string | null): CallResult {
  const { name, code = name, message } = z.parse(errorSchema, error)
  return { ok: false, status: null, body: '', error: `${code}: ${message}`, protocol, cipher }
}
