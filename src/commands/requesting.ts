import { hash } from 'node:crypto'
import { CodedError } from '../errors.ts'
import { makeCertificate } from '../issuer/certificate.ts'
import { keyObjectOf, makeRequest, newKey } from '../issuer/keys.ts'
import { canonicalKeystore } from '../keystore/canonical.ts'
import { newName } from '../plan/names.ts'
import { makeKnown } from '../wanted/known-key.ts'
import { PLACEHOLDER_END } from '../wanted/requested.ts'
import type { Wanted } from '../wanted/wanted.ts'
import { formatTime } from '../x509/format.ts'
import type { PrivateKey } from '../x509/private-key.ts'
import { subjectText, writeSubject } from '../x509/subject.ts'
import type { Issuing } from './issuing.ts'
import type { Ports } from './ports.ts'
import type { CertificateRequestFile } from './result.ts'

/** Makes keys that wait for their certificates, and the requests for these. */
export interface Requesting extends Issuing {
  /**
   * @param waiting the contents whose keys waited before this run, by keystore
   * @param isWhole whether all went well with a keystore
   */
  readonly requests: (
    waiting: ReadonlyMap<string, string>,
    isWhole: (name: string) => boolean,
  ) => Promise<readonly CertificateRequestFile[]>
}

export function createRequesting(wanted: Pick<Wanted, 'toRequest'>, ports: Pick<Ports, 'values' | 'now'>): Requesting {
  const made = new Map<string, { readonly key: PrivateKey; readonly sha256: string }>()
  return {
    issued: [],
    problems: [],
    issue: async ({ name, item }) => {
      const built = wanted.toRequest.get(name)
      if (built === undefined) throw new CodedError('internal', `${item} is not requested`)
      const { type, alias, source } = built.spec
      const key = await newKey(source.keyAlgorithm)
      makeKnown(key, name, ports.values)
      const now = ports.now()
      const holder = { publicSpki: key.publicSpki, subject: source.subject, names: source.names, validityMs: undefined }
      const terms = { key: keyObjectOf(key), now, validityMs: PLACEHOLDER_END.getTime() - now.getTime() }
      const placeholder = await makeCertificate(holder, terms)
      const keystore = await canonicalKeystore({ key, certificates: [placeholder] }, { type, alias, password: built.password })
      ports.values.derived(keystore.bytes, `keystore ${name}`)
      const sha256 = hash('sha256', keystore.bytes, 'hex')
      made.set(name, { key, sha256 })
      return { content: keystore.bytes, sha256, notAfter: formatTime(PLACEHOLDER_END) }
    },
    requests: async (waiting, isWhole) => {
      const asked = [...wanted.toRequest.values()].map(async ({ spec: { name, at, source }, keyIn }) => {
        const own = made.get(name)
        const sha256 = own?.sha256 ?? waiting.get(name)
        if (sha256 === undefined || !isWhole(name)) return []
        const { subject, names } = source
        const pem = await makeRequest(own?.key ?? (await keyIn(sha256)), { subject: writeSubject(subject), names })
        return [{ name, at, subject: subjectText(subject), record: newName(name, sha256), pem }]
      })
      return (await Promise.all(asked)).flat()
    },
  }
}
