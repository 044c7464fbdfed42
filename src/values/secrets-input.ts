import { CodedError } from '../errors.ts'

/** Where secrets come from. */
export interface SecretSource {
  /** The value of a secret, undefined where it is missing or empty. */
  readonly get: (name: string) => string | undefined
}

/**
 * The input `secrets` (a JSON object of texts, as `toJSON(secrets)` gives it), else the environment variable of the name.
 * Names that the spec does not ask for are never looked at.
 * @throws input.invalid when the input is not such an object
 */
export function createSecretSource(input: string, environment: Readonly<Record<string, string | undefined>>): SecretSource {
  const given = input.trim() === '' ? new Map<string, string>() : parse(input)
  const nonEmpty = (value: string | undefined): string | undefined => (value === '' ? undefined : value)
  return { get: (name) => nonEmpty(given.get(name)) ?? nonEmpty(environment[name]) }
}

function parse(input: string): Map<string, string> {
  let value: unknown
  try {
    value = JSON.parse(input)
  } catch {
    // The parser's own message repeats a part of the input, which is secret.
    throw new CodedError('input.invalid', 'input secrets: not JSON', { hint: 'give a JSON object, as ${{ toJSON(secrets) }} is' })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CodedError('input.invalid', 'input secrets: not a JSON object')
  }
  const texts = Object.entries(value).flatMap(([name, text]): [string, string][] =>
    typeof text === 'string' ? [[name, text]] : [],
  )
  return new Map(texts)
}
