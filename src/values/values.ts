import { CodedError } from '../errors.ts'
import { SecretValue, type Redactor } from '../redact.ts'
import type { SecretReference, ValueReference } from '../spec/model.ts'
import { decodeBase64 } from './base64.ts'
import { readFileInside } from './files.ts'
import type { SecretSource } from './secrets-input.ts'

/** Values that the spec refers to. Each secret is known to the redactor, and to the runner, before it is given out. */
export interface Values {
  /** A password: the secret without line breaks at its end, which editors and shells add. @throws value.secret-missing */
  secretText(reference: SecretReference): Promise<SecretValue>
  /** A private key as it was pasted. @throws value.secret-missing */
  keyBytes(reference: SecretReference): Promise<Buffer>
  /** A keystore: base64 in a secret or text, or a file as it is. @throws value.secret-missing, value.base64, value.file */
  keystoreBytes(reference: ValueReference): Promise<Buffer>
  /** What is public; a secret that is used only so is none. @throws value.secret-missing, value.file */
  publicBytes(reference: ValueReference): Promise<Buffer>
}

export interface ValuesOptions {
  readonly workspace: string
  /** Relative to the workspace; files are relative to it. */
  readonly specFile: string
  readonly secrets: SecretSource
  readonly redactor: Redactor
  /** Told of each new secret in all its forms, before its first use. */
  readonly onSecret?: (secret: SecretValue, forms: readonly string[]) => void
}

export function createValues({ workspace, specFile, secrets, redactor, onSecret }: ValuesOptions): Values {
  const find = (name: string): string => {
    const value = secrets.get(name)
    if (value !== undefined) return value
    throw new CodedError('value.secret-missing', `the secret ${name} is missing or empty`)
  }
  const secret = (value: string | Buffer, name: string): SecretValue => {
    const known = new SecretValue(value, name)
    onSecret?.(known, redactor.add(known))
    return known
  }
  const file = (path: string): Promise<Buffer> => readFileInside(workspace, specFile, path)
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- a promise, so that a missing secret is one of several failures
    async secretText({ secret: name }) {
      const value = find(name)
      secret(value, name)
      return secret(value.replace(/[\r\n]+$/, ''), name)
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    async keyBytes({ secret: name }) {
      return secret(find(name), name).bytes()
    },
    async keystoreBytes(reference) {
      if ('file' in reference) return file(reference.file)
      const name = 'secret' in reference ? reference.secret : 'value'
      const text = 'secret' in reference ? secret(find(name), name).text() : reference.value
      return secret(decodeBase64(text, name), name).bytes()
    },
    async publicBytes(reference) {
      if ('file' in reference) return file(reference.file)
      return Buffer.from('secret' in reference ? find(reference.secret) : reference.value, 'utf8')
    },
  }
}
