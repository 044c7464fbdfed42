import type { Values } from '../values/values.ts'
import { armor } from '../x509/armor.ts'
import type { PrivateKey } from '../x509/private-key.ts'

/** A shorter line would be found by chance. */
const SHORTEST = 16

/**
 * The key is known to redactor and runner before it is used, in both of its forms. It is written nowhere. Lines of its PEM that hold
 * nothing but its public half are no secret: certificate and request may have them, too.
 */
export function makeKnown(key: PrivateKey, name: string, values: Values): void {
  values.derived(key.pkcs8, `key of ${name}`)
  const lines = armor('PRIVATE KEY', key.pkcs8).trim().split('\n').slice(1, -1)
  const isSecret = (line: string): boolean => line.length >= SHORTEST && !key.publicSpki.includes(Buffer.from(line, 'base64'))
  for (const line of lines.filter(isSecret)) values.made(line, `key of ${name}`)
}
