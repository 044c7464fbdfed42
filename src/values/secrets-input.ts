import * as z from 'zod/mini'
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
  const variable = (name: string): string | undefined => (Object.hasOwn(environment, name) ? environment[name] : undefined)
  return { get: (name) => nonEmpty(given.get(name)) ?? nonEmpty(variable(name)) }
}

const hint = 'give a JSON object of texts, as ${{ toJSON(secrets) }} is'

function parse(input: string): Map<string, string> {
  let value: unknown
  try {
    value = JSON.parse(input)
  } catch {
    // The parser's own message repeats a part of the input, which is secret.
    throw new CodedError('input.invalid', 'input secrets: is not JSON', { hint })
  }
  const object = z.safeParse(z.record(z.string(), z.unknown()), value)
  if (!object.success) throw new CodedError('input.invalid', 'input secrets: is not a JSON object', { hint })
  return new Map(
    Object.entries(object.data).map(([name, text]) => {
      if (typeof text === 'string') return [name, text]
      throw new CodedError('input.invalid', `input secrets: the value of ${name.slice(0, 100)} is not text`, { hint })
    }),
  )
}
