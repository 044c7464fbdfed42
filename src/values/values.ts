import { CodedError } from '../errors.ts'
import { SecretValue, type Redactor } from '../redact.ts'
import type { PrivateReference, ValueReference } from '../spec/model.ts'
import { decodeBase64, isBase64Text } from './base64.ts'
import { readFileInside } from './files.ts'
import { holdsOnlyPublic, privateParts } from './private-parts.ts'
import type { SecretSource } from './secrets-input.ts'

/**
 * Values that the spec refers to. What is private is known to the redactor, and to the runner, before it is given out.
 * All throw value.secret-missing and value.file.
 */
export interface Values {
  /** A password, without the line breaks at its end that editors and shells add. */
  secretText(reference: PrivateReference): Promise<SecretValue>
  /** A private key, in the form it was given. */
  keyBytes(reference: PrivateReference): Promise<Buffer>
  /** A keystore: base64 in a secret or a file, or a file as it is. @throws value.base64 */
  keystoreBytes(reference: PrivateReference): Promise<Buffer>
  /** What is public; whoever reads it refuses private keys in it. A secret that is used only so is none. */
  publicBytes(reference: ValueReference): Promise<Buffer>
}

export interface ValuesOptions {
  readonly workspace: string
  /** Relative to the workspace; files are relative to it. */
  readonly specFile: string
  readonly secrets: SecretSource
  readonly redactor: Redactor
  /** Told of each secret that was not known, with the texts it can appear as, before its first use. */
  readonly onSecret?: (secret: SecretValue, forms: readonly string[]) => void
}

export function createValues({ workspace, specFile, secrets, redactor, onSecret }: ValuesOptions): Values {
  const register = (value: string | Buffer, label: string): SecretValue => {
    const secret = new SecretValue(value, label)
    const forms = redactor.add(secret)
    if (forms.length > 0) onSecret?.(secret, forms)
    return secret
  }
  const find = (name: string): string => {
    const value = secrets.get(name)
    if (value === undefined || value.trim() === '') throw missing(name)
    return value
  }
  const read = async (reference: PrivateReference): Promise<Buffer> =>
    'file' in reference ? readFileInside(workspace, specFile, reference.file) : Buffer.from(find(reference.secret), 'utf8')

  return {
    async secretText(reference) {
      const label = labelOf(reference)
      const text = (await read(reference)).toString('utf8').replace(/[\r\n]+$/, '')
      if (text === '') throw 'file' in reference ? new CodedError('value.file', `${label}: is empty`) : missing(label)
      return register(text, label)
    },
    async keyBytes(reference) {
      const bytes = await read(reference)
      for (const part of privateParts(bytes)) register(part, labelOf(reference))
      return register(bytes, labelOf(reference)).bytes()
    },
    async keystoreBytes(reference) {
      const bytes = await read(reference)
      const label = labelOf(reference)
      if ('file' in reference && !isBase64Text(bytes)) return register(bytes, label).bytes()
      const text = bytes.toString('utf8')
      const decoded = decodeBase64(text, label)
      // Without its line breaks: a line of it may be a line of a public certificate within.
      register(text.replace(/\s+/g, ''), label)
      return register(decoded, label).bytes()
    },
    async publicBytes(reference) {
      if ('value' in reference) return Buffer.from(reference.value, 'utf8')
      const bytes = await read(reference)
      if ('secret' in reference && !holdsOnlyPublic(bytes)) register(bytes, reference.secret)
      return bytes
    },
  }
}

const labelOf = (reference: PrivateReference): string => ('file' in reference ? reference.file : reference.secret)

const missing = (name: string): CodedError => new CodedError('value.secret-missing', `secret ${name}: is missing or empty`)
