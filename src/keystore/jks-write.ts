import type { SecretValue } from '../redact.ts'
import type { Certificate } from '../x509/certificate.ts'
import { jksDigest, protectKey } from './jks-protection.ts'
import { JKS_MAGIC } from './jks-records.ts'
import { encodeModifiedUtf8 } from './modified-utf8.ts'
import type { Contents } from './contents.ts'

const SALT_BYTES = 20

/** The bytes of a JKS keystore, version 2. */
export function encodeJks({ entries, salts, dateOf }: Contents, password: SecretValue): Buffer {
  const parts = [u4(JKS_MAGIC), u4(2), u4(entries.length)]
  for (const entry of entries) {
    const head = [text(entry.alias), date(dateOf(entry))]
    if (entry.kind === 'trusted-certificate') {
      parts.push(u4(2), ...head, certificate(entry.certificate))
    } else {
      const salt = salts(`jks key ${entry.alias}`, SALT_BYTES)
      const key = protectKey(entry.key.pkcs8, password, salt)
      parts.push(u4(1), ...head, u4(key.length), key, u4(entry.chain.length), ...entry.chain.map(certificate))
    }
  }
  const body = Buffer.concat(parts)
  return Buffer.concat([body, jksDigest(password, body)])
}

function certificate({ der }: Certificate): Buffer {
  return Buffer.concat([text('X.509'), u4(der.length), der])
}

function text(value: string): Buffer {
  const bytes = encodeModifiedUtf8(value)
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes])
}

function u4(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function date(value: Date): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(value.getTime()))
  return bytes
}
