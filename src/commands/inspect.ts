import { CodedError } from '../errors.ts'
import { inspectKeystore, type Inspection } from '../keystore/inspect.ts'
import { SecretValue } from '../redact.ts'
import { logLine } from '../report/escape.ts'

/** What the terminal was asked for; passwords are named by their environment variables, never given. */
export interface InspectRequest {
  readonly file: string
  readonly passwordEnv: string | undefined
  readonly keyPasswordEnv: string | undefined
  readonly json: boolean
}

const USAGE = 'servicenow-mtls inspect FILE [--password-env NAME] [--key-password-env NAME] [--json]'

/** @throws input.invalid */
export function parseInspect(args: readonly string[]): InspectRequest {
  const rest = [...args]
  const request: { file?: string; passwordEnv?: string; keyPasswordEnv?: string; json: boolean } = { json: false }
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--json') request.json = true
    else if (word === '--password-env') request.passwordEnv = nameAfter(word, rest)
    else if (word === '--key-password-env') request.keyPasswordEnv = nameAfter(word, rest)
    else if (word.startsWith('--') || request.file !== undefined) throw unusable(`${word}: not expected here`)
    else request.file = word
  }
  const { file, passwordEnv, keyPasswordEnv, json } = request
  if (file === undefined) throw unusable('inspect: no file was named')
  return { file, passwordEnv, keyPasswordEnv, json }
}

function nameAfter(flag: string, rest: string[]): string {
  const name = rest.shift()
  if (name === undefined || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    throw unusable(`${flag}: the name of an environment variable is missing`)
  return name
}

const unusable = (message: string): CodedError => new CodedError('input.invalid', message, { hint: USAGE })

/**
 * What a keystore holds, without a JVM, and what ServiceNow and a partner would say of it.
 * @throws keystore.*, value.secret-missing
 */
export function inspectCommand(
  request: InspectRequest,
  bytes: Buffer,
  environment: Readonly<Record<string, string | undefined>>,
  now: Date,
): Promise<Inspection> {
  const secret = (name: string): SecretValue => {
    const value = environment[name]
    if (value === undefined) throw new CodedError('value.secret-missing', `the environment has no ${name}`)
    return new SecretValue(value, name)
  }
  const store = request.passwordEnv === undefined ? undefined : secret(request.passwordEnv)
  const keys = request.keyPasswordEnv === undefined ? [] : [secret(request.keyPasswordEnv)]
  return inspectKeystore(bytes, { store, keys }, now)
}

/** The inspection as a person reads it; each line is safe to print. */
export function inspectionText({ type, entries, problems }: Inspection): string {
  const lines = [
    `${type}, ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`,
    ...entries.flatMap(({ alias, kind, algorithm, chain }) => [
      `  ${alias}: ${kind}, ${algorithm}`,
      ...chain.map(({ subject, notAfter, fingerprint256 }) => `      ${subject}, until ${notAfter}, SHA-256 ${fingerprint256}`),
    ]),
    ...(problems.length === 0 ? ['nothing to object'] : ['problems']),
    ...problems.map(({ code, message }) => `  ${code} ${message}`),
  ]
  return lines.map(logLine).join('\n')
}
