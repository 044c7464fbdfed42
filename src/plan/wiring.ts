import type { Spec } from '../spec/model.ts'
import type { Observed } from './observed.ts'
import { resolveMessage } from './references.ts'

/** Who uses what: from the messages, whose partners are called, down to the keystores. For pictures and for "what breaks when". */
export interface Wiring {
  readonly messages: readonly WiredMessage[]
  readonly profiles: readonly { readonly name: string; readonly keystore: string }[]
}

export interface WiredMessage {
  /** `section.name`. */
  readonly item: string
  readonly name: string
  /** Undefined where mutual authentication is off. */
  readonly profile: string | undefined
  /** The host that is called; empty where the message has no endpoint, or has not been looked at. */
  readonly partner: string
}

/** @param observed undefined where the instance was not asked: then no partner is known */
export function wiringOf(spec: Spec, observed: Observed | undefined): Wiring {
  const messages = spec.messages.map(({ kind, name, scope, sysId, mutualAuthentication, protocolProfile }) => {
    const resolved = observed === undefined ? undefined : resolveMessage(observed, { kind, name, scope, sysId })
    const endpoint = resolved !== undefined && 'row' in resolved ? resolved.row?.columns.endpoint : undefined
    const item = `${kind}s.${name}`
    return { item, name, profile: mutualAuthentication ? protocolProfile : undefined, partner: hostOf(endpoint ?? '') }
  })
  const profiles = [...spec.protocolProfiles.values()].map(({ name, keystore }) => ({ name, keystore }))
  return { messages, profiles }
}

/** The host of an endpoint, without user and password; it may hold variables of the message, as `${host}`. */
const hostOf = (endpoint: string): string => /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?([^/?#@]+)/i.exec(endpoint)?.[1] ?? ''

/** The messages that present the key of a keystore. */
export function usersOf({ messages, profiles }: Wiring, keystore: string): WiredMessage[] {
  const using = new Set(profiles.filter((profile) => profile.keystore === keystore).map(({ name }) => name))
  return messages.filter(({ profile }) => profile !== undefined && using.has(profile))
}
