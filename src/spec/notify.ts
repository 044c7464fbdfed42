import type { Spec } from './model.ts'

/** The spec with these people told of an expiry wherever an item does not say whom else. */
export function notifying(spec: Spec, names: readonly string[]): Spec {
  if (names.length === 0) return spec
  const told = <T extends { readonly notify?: readonly string[] | undefined }>(items: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...items].map(([name, item]) => [name, { ...item, notify: item.notify ?? names }]))
  return { ...spec, keystores: told(spec.keystores), trustedCertificates: told(spec.trustedCertificates) }
}

/** Everybody who is to be told, each once. */
export function peopleOf({ keystores, trustedCertificates }: Spec): string[] {
  const items = [...keystores.values(), ...trustedCertificates.values()]
  return [...new Set(items.flatMap(({ notify = [] }) => notify))]
}
