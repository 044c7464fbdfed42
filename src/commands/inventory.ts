import { CodedError, type ErrorCode } from '../errors.ts'
import type { Inventory, Told } from '../plan/health.ts'
import type { InstanceReader, ItemKind, Row } from '../plan/ports.ts'

/** What says that the account may not have a table, and not that the instance cannot be worked with at all. */
const REFUSALS: readonly ErrorCode[] = [
  'instance.forbidden',
  'instance.refused',
  'instance.rows-hidden',
  'instance.column-dropped',
  'instance.too-large',
  'record.changed',
  'record.unclear',
]

async function told<T>(ask: () => Promise<readonly T[]>): Promise<Told<T>> {
  try {
    return { rows: await ask() }
  } catch (error) {
    if (!(error instanceof CodedError) || !REFUSALS.includes(error.code)) throw error
    return { refused: error.toFinding() }
  }
}

/** Asks an instance for all that it has of certificates, profiles and what uses them, as far as the account may see it. */
export async function takeInventory(instance: InstanceReader): Promise<Inventory> {
  // One request alone first: wrong credentials are told once.
  await instance.certificateTypes()
  const all = (kind: ItemKind): Promise<Told<Row>> => told(() => instance.find(kind, []))
  const [facts, advice, certificate, profile, rest, soap, connection, provider, attachments] = await Promise.all([
    instance.facts(),
    instance.advice(),
    all('certificate'),
    all('protocol-profile'),
    all('rest-message'),
    all('soap-message'),
    all('connection'),
    all('oauth-provider'),
    told(() => instance.attachments()),
  ])
  const methods = await Promise.all([instance.methods('rest-message'), instance.methods('soap-message')])
  return {
    facts,
    advice,
    records: {
      certificate,
      'protocol-profile': profile,
      'rest-message': rest,
      'soap-message': soap,
      connection,
      'oauth-provider': provider,
    },
    attachments,
    methods: methods.flat(),
  }
}
