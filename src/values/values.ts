import { CodedError } from '../errors.ts'
import { SecretValue, type Redactor } from '../redact.ts'
import type { PrivateReference, ValueReference } from '../spec/model.ts'
import { decodeBase64, isBase64Text } from './base64.ts'
import { readFileInside } from './files.ts'
import { holdsOnlyPublic, privateParts, publicHalf } from './private-parts.ts'
import type { SecretSource } from './secrets-input.ts'

/**
 * Values that the spec refers to. What is private is known to the redactor, and to the runner, before it is given out.
 * All that read throw value.secret-missing and value.file.
 */
export interface Values {
  /** A password, without the line breaks at its end that editors and shells add. */
  secretText(reference: PrivateReference): Promise<SecretValue>
  /** Whether a secret is there; it is not looked at. */
  has(name: string): boolean
  /** What a program is given in its environment: a secret like a password, unless it is too plain to be one. */
  variable(name: string): SecretValue
  /** A private key, in the form it was given. */
  keyBytes(reference: PrivateReference): Promise<Buffer>
  /** A keystore: base64 in a secret or a file, or a file as it is. @throws value.base64 */
  keystoreBytes(reference: PrivateReference): Promise<Buffer>
  /** What is public; whoever reads it refuses private keys in it. A secret that is used only so is none. */
  publicBytes(reference: ValueReference): Promise<Buffer>
  /** A secret that was made or received here, known to the runner too before it is used. */
  made(text: string, label: string): SecretValue
  /** Makes known what was made of secrets and is one itself, to the runner too. */
  derived(bytes: Buffer, label: string): void
}

export interface ValuesOptions {
  readonly workspace: string
  /** Relative to the workspace; files are relative to it. */
  readonly specFile: string
  readonly secrets: SecretSource
  readonly redactor: Redactor
  /** Told of each secret, as it was given, before its first use. */
  readonly onSecret?: (secret: SecretValue) => void
}

export function createValues({ workspace, specFile, secrets, redactor, onSecret }: ValuesOptions): Values {
  const told = new Set<string>()
  const register = (value: string | Buffer, label: string, open?: Buffer): SecretValue => {
    const secret = new SecretValue(value, label)
    redactor.add(secret, open)
    return secret
  }
  const seek = (name: string): string => secrets.get(name) ?? ''
  const find = (name: string): string => {
    const value = seek(name)
    if (value.trim() === '') throw missing(name)
    return value
  }
  const read = async (reference: PrivateReference): Promise<Buffer> =>
    'file' in reference ? readFileInside(workspace, specFile, reference.file) : Buffer.from(find(reference.secret), 'utf8')
  const tell = (bytes: Buffer, label: string): void => {
    if (!told.has(label)) onSecret?.(new SecretValue(bytes, label))
    told.add(label)
  }
  const readPrivate = async (reference: PrivateReference): Promise<{ bytes: Buffer; label: string }> => {
    const bytes = await read(reference)
    const label = labelOf(reference)
    tell(bytes, label)
    return { bytes, label }
  }

  return {
    secretText: placed(async (reference: PrivateReference) => {
      const { bytes, label } = await readPrivate(reference)
      const text = withoutEnd(bytes.toString('utf8'))
      if (text === '') throw new CodedError('value.file', `${label}: is empty`)
      return register(text, label)
    }),
    has: (name) => seek(name).trim() !== '',
    variable(name) {
      const text = withoutEnd(find(name))
      if (isPlain(text)) return new SecretValue(text, name)
      tell(Buffer.from(text, 'utf8'), name)
      return register(text, name)
    },
    keyBytes: placed(async (reference: PrivateReference) => {
      const { bytes, label } = await readPrivate(reference)
      for (const part of privateParts(bytes)) register(part, label)
      return register(bytes, label, publicHalf(bytes)).bytes()
    }),
    keystoreBytes: placed(async (reference: PrivateReference) => {
      const { bytes, label } = await readPrivate(reference)
      if ('file' in reference && !isBase64Text(bytes)) return register(bytes, label).bytes()
      const text = bytes.toString('utf8')
      // Without its line breaks: a line of it may also be a line of a certificate that is written for the partner.
      register(text.replace(/\s+/g, ''), label)
      return register(decodeBase64(text, label), label).bytes()
    }),
    publicBytes: placed(async (reference: ValueReference) => {
      if ('value' in reference) return Buffer.from(reference.value, 'utf8')
      const bytes = await read(reference)
      if ('secret' in reference && !holdsOnlyPublic(bytes)) register(bytes, reference.secret)
      return bytes
    }),
    made(text, label) {
      const secret = register(text, label)
      onSecret?.(secret)
      return secret
    },
    derived(bytes, label) {
      // Registered whether or not there is a runner to tell.
      const secret = register(bytes, label)
      onSecret?.(secret)
    },
  }
}

/** What is wrong with a value has the place of its reference in the spec. */
const placed =
  <R extends ValueReference, T>(read: (reference: R) => Promise<T>) =>
  async (reference: R): Promise<T> => {
    try {
      return await read(reference)
    } catch (error) {
      if (error instanceof CodedError) error.at ??= reference.at
      throw error
    }
  }

/** Without the line breaks that editors and shells add. */
const withoutEnd = (text: string): string => text.replace(/[\r\n]+$/, '')

/** Masked, such a text would take the word from every output, and protect nothing. */
const isPlain = (text: string): boolean => text.length < 4 || /^(?:true|false)$/i.test(text)

const labelOf = (reference: PrivateReference): string => ('file' in reference ? reference.file : reference.secret)

const missing = (name: string): CodedError => new CodedError('value.secret-missing', `secret ${name}: is missing or empty`)
