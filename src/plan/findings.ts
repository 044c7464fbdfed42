import { problemOf, type Finding, type Location, type Problem, type Severity } from '../errors.ts'
import type { UnseenKeystore, WantedIssued, WantedKeystore, WantedRequest, WantedTrusted } from './wanted.ts'
import type { InstanceFacts } from './ports.ts'

/** What an expired or expiring certificate is that is on the instance already: a warning, or in `verify` an error. */
export interface Levels {
  readonly expired: Severity
  readonly expiring: Severity
}

/**
 * How much a finding counts (contract 4.10): a check of what would be published is an error, of what is on the instance already a
 * warning; expiry is what `verify` looks for; what the spec accepts is a warning.
 */
export function weighed(finding: Finding, publishes: boolean, accept: readonly string[], levels: Levels): Finding {
  if (accept.includes(finding.code) && finding.severity === 'error') return { ...finding, severity: 'warning' }
  if (finding.code === 'certificate.expiring') return { ...finding, severity: levels.expiring }
  if (publishes || finding.severity !== 'error') return finding
  return { ...finding, severity: finding.code === 'certificate.expired' ? levels.expired : 'warning' }
}

/** What an instance cuts is another password: the keystore would not open with it. */
export function tooLong(
  { passwordLength }: Pick<WantedIssued, 'passwordLength'>,
  { passwordMaxLength }: InstanceFacts,
): Finding[] {
  if (passwordLength <= passwordMaxLength) return []
  const message = `the password is longer than the ${passwordMaxLength} characters that the instance stores`
  return [{ code: 'instance.password-not-saved', severity: 'error', message }]
}

/** What can be said of the spec's certificates where no instance is asked: as if all of them would be published. */
export function offlineProblems(
  wanted: {
    readonly keystores: ReadonlyMap<string, WantedKeystore>
    readonly trusted: ReadonlyMap<string, WantedTrusted>
    readonly unseen: ReadonlyMap<string, UnseenKeystore>
    readonly requested: ReadonlyMap<string, WantedRequest>
  },
  levels: Levels,
): Problem[] {
  const told = (
    section: string,
    items: Iterable<{
      readonly name: string
      readonly at: Location
      readonly findings: readonly Finding[]
      readonly accept: readonly string[]
    }>,
  ): Problem[] =>
    [...items].flatMap(({ name, at, findings, accept }) =>
      findings.map((finding) => problemOf(weighed(finding, true, accept, levels), `${section}.${name}`, at)),
    )
  return [
    ...told('trusted-certificates', wanted.trusted.values()),
    ...told('keystores', wanted.keystores.values()),
    ...told('keystores', wanted.unseen.values()),
    ...told('keystores', [...wanted.requested.values()].map(ofCertificate)),
  ]
}

/** A request with all that can be said without its key. */
const ofCertificate = ({ findings, certificate, ...wanted }: WantedRequest): Omit<WantedRequest, 'certificate'> => ({
  ...wanted,
  findings: [...findings, ...(certificate?.findings ?? [])],
})
