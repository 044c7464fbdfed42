import jksJs from 'jks-js'
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'

const AUTHORIZATION = `Basic ${Buffer.from('admin:admin').toString('base64')}`

/** The keystore that a protocol profile names, as the instance would load it. */
export interface StoredKeystore {
  readonly recordName: string
  readonly fileName: string
  readonly bytes: Buffer
}

const rowsSchema = z.object({ result: z.array(z.record(z.string(), z.string())) })

async function rows(instance: string, path: string): Promise<Record<string, string>[]> {
  const response = await fetch(`${instance}${path}`, { headers: { authorization: AUTHORIZATION, accept: 'application/json' } })
  return z.parse(rowsSchema, await response.json()).result
}

/** From a message over its profile and record to the attachment: the way the instance goes when it calls the partner. */
export async function keystoreOf(instance: string, table: string, message: string): Promise<StoredKeystore> {
  const columns = table === 'sys_rest_message' ? ['use_mutual_auth', 'protocol_name'] : ['enable_mutual_auth', 'protocol_profile']
  const [flag = '', reference = ''] = columns
  const plain = 'sysparm_exclude_reference_link=true'
  const [row] = await rows(instance, `/api/now/table/${table}?${plain}&sysparm_query=name=${encodeURIComponent(message)}`)
  if (row?.[flag] !== 'true') throw new Error(`${message} does not use mutual authentication`)
  const [profile] = await rows(
    instance,
    `/api/now/table/sys_protocol_profile?${plain}&sysparm_query=sys_id=${row[reference] ?? ''}`,
  )
  const keystore = profile?.keystore ?? ''
  const [record] = await rows(instance, `/api/now/table/sys_certificate?${plain}&sysparm_query=sys_id=${keystore}`)
  const [attachment] = await rows(instance, `/api/now/attachment?sysparm_query=table_sys_id=${keystore}`)
  const file = await fetch(`${instance}/api/now/attachment/${attachment?.sys_id ?? ''}/file`, {
    headers: { authorization: AUTHORIZATION },
  })
  return {
    recordName: record?.name ?? '',
    fileName: attachment?.file_name ?? '',
    bytes: Buffer.from(await file.arrayBuffer()),
  }
}

/** PEM of every active trusted certificate of the instance, pasted or attached. */
export async function trustedOf(instance: string): Promise<string> {
  const records = await rows(
    instance,
    '/api/now/table/sys_certificate?sysparm_query=type=trust_store^active=true&sysparm_exclude_reference_link=true',
  )
  const pems = await Promise.all(
    records.map(async (record) => {
      if ((record.pem_certificate ?? '') !== '') return record.pem_certificate ?? ''
      const [attachment] = await rows(instance, `/api/now/attachment?sysparm_query=table_sys_id=${record.sys_id ?? ''}`)
      const url = `${instance}/api/now/attachment/${attachment?.sys_id ?? ''}/file`
      const response = await fetch(url, { headers: { authorization: AUTHORIZATION } })
      const base64 = Buffer.from(await response.arrayBuffer()).toString('base64')
      return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
    }),
  )
  return pems.map((pem) => `${pem.trim()}\n`).join('')
}

/** Key and chain of a JKS by another reader than ours, for a machine without Java. */
export function identityOf(bytes: Buffer, password: string): { keyPem: string; chainPem: string } {
  const entries = Object.values(jksJs.toPem(bytes, password))
  const found = entries.find((entry) => 'key' in entry)
  if (found === undefined || !('key' in found)) throw new Error('the stored keystore has no private key')
  return { keyPem: found.key, chainPem: found.cert ?? '' }
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
