import type { AbsentItem, Spec } from '../spec/model.ts'

/** The spec of an environment that is taken down: all of its items must not be there. No secret is needed for that. */
export function dismantled(spec: Spec): Spec {
  const all = (
    section: AbsentItem['section'],
    items: Iterable<{ readonly name: string; readonly at: AbsentItem['at'] }>,
  ): AbsentItem[] => [...items].map(({ name, at }) => ({ section, name, at }))
  return {
    ...spec,
    keystores: new Map(),
    existing: new Map(),
    trustedCertificates: new Map(),
    protocolProfiles: new Map(),
    messages: [],
    absent: [
      ...spec.absent,
      ...all('keystores', spec.keystores.values()),
      ...all('trusted-certificates', spec.trustedCertificates.values()),
      ...all('protocol-profiles', spec.protocolProfiles.values()),
      ...spec.messages.map(({ kind, name, at, scope, sysId }): AbsentItem => ({ section: `${kind}s`, name, at, scope, sysId })),
    ],
  }
}
