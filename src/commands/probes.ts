import type { Context, Probing } from './probing.ts'

export const NO_PROBING: Probing = { gate: () => Promise.resolve(), rest: () => Promise.resolve([]) }

/** The probes of a spec; nothing of what they take is loaded where there are none. */
export async function probingFor(context: Context): Promise<Probing> {
  if (context.spec.probes.length === 0) return NO_PROBING
  const { createProbing } = await import('./probing.ts')
  return createProbing(context)
}
