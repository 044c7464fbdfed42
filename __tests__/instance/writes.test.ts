import type { InstancePort } from '../../src/plan/ports.ts'
import { createHash } from 'node:crypto'
import { WriteUnknown } from '../../src/http/failure.ts'
import { SecretValue } from '../../src/redact.ts'
import { makeCa } from '../../tools/lab/pki.ts'
import { coded, failure, stopAll } from '../http/servers.ts'
import { id, instanceThat, list, refused, type Reply, type Seen } from './instances.ts'

afterEach(stopAll)

const written = ({ body }: Seen): Record<string, unknown> =>
  body.length === 0 ? {} : (JSON.parse(body.toString()) as Record<string, unknown>)
/** Stores what it is sent, with some columns of its own. */
const echo =
  (own: Readonly<Record<string, unknown>> = {}, status = 200) =>
  (request: Seen): Reply => ({ status, result: { sys_id: id(1), ...written(request), ...own } })

describe('a message of which the instance takes the flag and not the profile', () => {
  const columns = { 'mutual-authentication': 'true', 'protocol-profile': id(2) }
  const taking = (stored: Readonly<Record<string, unknown>>, second = 200) => {
    let writes = 0
    return (request: Seen): Reply => {
      writes += 1
      if (writes > 1 && second !== 200) return refused(second, 'no')
      return { status: 200, result: { sys_id: id(1), ...written(request), ...(writes === 1 && stored) } }
    }
  }

  test('is switched off again', async () => {
    for (const stored of [{ protocol_name: '' }, { protocol_name: undefined }]) {
      const { instance, seen } = await instanceThat(taking(stored))
      const error = await failure(instance.update('rest-message', id(1), columns))
      expect(error).toEqual(
        expect.objectContaining({ message: expect.stringContaining('mutual authentication was switched off again') as unknown }),
      )
      expect(seen.map(written)).toEqual([{ use_mutual_auth: 'true', protocol_name: id(2) }, { use_mutual_auth: 'false' }])
    }
  })

  test('is told of where that fails, too', async () => {
    const { instance } = await instanceThat(taking({ protocol_name: '' }, 403))
    const error = await failure(instance.update('rest-message', id(1), columns))
    expect(error).toEqual(coded('instance.value-changed', 'may be on without a profile: look at it'))
  })

  test('and of which it takes both keeps both', async () => {
    const { instance, seen } = await instanceThat(taking({}))
    await instance.update('rest-message', id(1), columns)
    expect(seen).toHaveLength(1)
  })
})

describe('create', () => {
  test('sends the columns under the instance’s names, as values, and gives the sys_id', async () => {
    const { instance, seen } = await instanceThat(echo({}, 201))
    const columns = { name: 'Ünïcode "bank"', type: 'key_store', active: 'false', 'warn-in-days': '30', pem: '' }
    expect(await instance.create('certificate', columns)).toBe(id(1))
    expect(seen).toHaveLength(1)
    const [request] = seen as [Seen]
    expect(request.method).toBe('POST')
    expect(request.path).toBe('/api/now/table/sys_certificate')
    expect(request.headers['content-type']).toBe('application/json')
    expect(Object.fromEntries(request.query)).toEqual({
      sysparm_fields: 'sys_id,name,type,active,warn_in_days_to_expire,pem_certificate',
      sysparm_exclude_reference_link: 'true',
      sysparm_display_value: 'false',
      sysparm_input_display_value: 'false',
    })
    expect(written(request)).toEqual({
      name: 'Ünïcode "bank"',
      type: 'key_store',
      active: 'false',
      warn_in_days_to_expire: '30',
      pem_certificate: '',
    })
  })

  test('a column that is dropped without a word is noticed', async () => {
    const { instance } = await instanceThat(echo({ default_port: undefined }))
    const error = await failure(instance.create('protocol-profile', { name: 'bankm', port: '443' }))
    expect(error).toEqual(
      coded('instance.column-dropped', `sys_protocol_profile/${id(1)}: the answer has no column default_port`),
    )
  })

  test('a value that is changed is noticed, both are told in one short line', async () => {
    const { instance } = await instanceThat(echo({ name: `bank\n::error::${'x'.repeat(500)}` }))
    const error = await failure(instance.create('certificate', { name: 'bank' }))
    expect(error).toEqual(
      coded('instance.value-changed', `${id(1)}: name was written as "bank" and stored as "bank ::error::xxx`),
    )
    expect((error as Error).message.length).toBeLessThan(220)
  })

  test.each([
    ['true', '1'],
    ['false', '0'],
  ])('%s is the same as %s', async (sent, stored) => {
    const { instance } = await instanceThat(echo({ active: stored }))
    expect(await instance.create('certificate', { active: sent })).toBe(id(1))
  })

  test.each([
    ['true', 'false'],
    ['true', ''],
    ['false', '1'],
    ['1', 'true'],
  ])('%j is not the same as %j', async (sent, stored) => {
    const { instance } = await instanceThat(echo({ active: stored }))
    expect(await failure(instance.create('certificate', { active: sent }))).toEqual(coded('instance.value-changed'))
  })

  test('a column that nobody knows is a fault of ours and not sent', async () => {
    const { instance, seen } = await instanceThat(echo())
    expect(await failure(instance.create('certificate', { pem_certificate: 'x' }))).toEqual(coded('internal'))
    expect(seen).toEqual([])
  })
})

describe('a certificate as PEM', () => {
  test('is compared by its bytes, not as text', async () => {
    const [{ certificatePem }, other] = await Promise.all([makeCa({ subject: 'Bank Root' }), makeCa({ subject: 'Other Root' })])
    const storedAs = async (pem: string): Promise<unknown> => {
      const { instance } = await instanceThat(echo({ pem_certificate: pem }))
      return instance.update('certificate', id(1), { pem: certificatePem }).then(
        () => 'same',
        (error: unknown) => error,
      )
    }
    const body = certificatePem.split('\n').slice(1, -2).join('')
    expect(await storedAs(certificatePem.replaceAll('\n', '\r\n').trim())).toBe('same')
    expect(await storedAs(`CN=Bank Root\n-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`)).toBe('same')
    expect(await storedAs(other.certificatePem)).toEqual(coded('instance.value-changed'))
    expect(await storedAs(certificatePem.slice(0, 300))).toEqual(coded('instance.value-changed'))
    expect(await storedAs('')).toEqual(coded('instance.value-changed'))
  })
})

describe('update', () => {
  test('changes only what is sent, in one request', async () => {
    const { instance, seen } = await instanceThat(echo())
    await instance.update('rest-message', id(1), { 'mutual-authentication': 'true', 'protocol-profile': id(7) })
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([`PATCH /api/now/table/sys_rest_message/${id(1)}`])
    expect(written(seen[0]!)).toEqual({ use_mutual_auth: 'true', protocol_name: id(7) })
  })

  test('of a record that is gone is an error', async () => {
    const { instance } = await instanceThat(() => refused(404, 'No Record found'))
    expect(await failure(instance.update('certificate', id(1), { active: 'true' }))).toEqual(coded('record.changed'))
  })
})

describe('remove', () => {
  test('is one DELETE', async () => {
    const { instance, seen } = await instanceThat(() => ({ status: 204, headers: { 'content-type': '' } }))
    await instance.remove('certificate', id(1))
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([`DELETE /api/now/table/sys_certificate/${id(1)}`])
  })

  const missing = refused(404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval")

  test('of a record that is not there is done', async () => {
    const { instance, seen } = await instanceThat(({ method }) => (method === 'DELETE' ? missing : list([])))
    await instance.remove('protocol-profile', id(1))
    expect(seen.map(({ method }) => method)).toEqual(['DELETE', 'GET'])
  })

  test('of a record that is only hidden is not', async () => {
    const hidden = await instanceThat(({ method }) => (method === 'DELETE' ? missing : list([], 1)))
    expect(await failure(hidden.instance.remove('protocol-profile', id(1)))).toEqual(coded('instance.rows-hidden'))
    const row = { sys_id: id(1), protocol: 'bankm', default_port: '443', keystore: '' }
    const kept = await instanceThat(({ method }) => (method === 'DELETE' ? missing : list([row])))
    expect(await failure(kept.instance.remove('protocol-profile', id(1)))).toEqual(coded('instance.forbidden'))
  })

  test('is not believed to be done by a 404 that is not of the API', async () => {
    const { instance } = await instanceThat(() => ({ status: 404, body: 'nginx', headers: { 'content-type': 'text/plain' } }))
    expect(await failure(instance.remove('protocol-profile', id(1)))).toEqual(coded('record.changed'))
  })

  test('leaves open what happened when the connection is lost', async () => {
    const { instance } = await instanceThat(() => ({ status: 502, body: '', headers: { 'content-type': 'text/html' } }))
    expect(await failure(instance.remove('certificate', id(1)))).toBeInstanceOf(WriteUnknown)
  })
})

describe('setPassword', () => {
  const password = new SecretValue('s3cr3t "p\\ss"', 'BANK_KEYSTORE_PASSWORD')
  const text = { name: 'bank-client', type: 'key_store', format: '', pem_certificate: '', warn_in_days_to_expire: '30' }
  const ROW = { sys_id: id(1), active: 'false', ...text }
  const storing =
    (stored: unknown) =>
    ({ method }: Seen): Reply =>
      method === 'PATCH' ? { result: { sys_id: id(1) } } : list([{ ...ROW, key_store_password: stored }])
  const looked = (instance: InstancePort): Promise<unknown> =>
    instance.find('certificate', [{ column: 'sys-id', operator: '=', value: id(1) }], { sysId: id(1), password })

  test('is a request of its own, as a display value, that asks for no column back; whether it was stored is looked at once', async () => {
    const { instance, seen } = await instanceThat(storing('{encrypted}Zm9v'))
    await instance.setPassword(id(1), password)
    expect(seen.map(({ method }) => method)).toEqual(['PATCH'])
    expect(await looked(instance)).toEqual([
      { sysId: id(1), columns: expect.not.objectContaining({ key_store_password: expect.anything() }) },
    ])
    expect(seen.map(({ method }) => method)).toEqual(['PATCH', 'GET'])
    const [patch, get] = seen as [Seen, Seen]
    expect(patch.path).toBe(`/api/now/table/sys_certificate/${id(1)}`)
    expect(Object.fromEntries(patch.query)).toEqual({ sysparm_fields: 'sys_id', sysparm_input_display_value: 'true' })
    expect(written(patch)).toEqual({ key_store_password: 's3cr3t "p\\ss"' })
    expect(get.query.get('sysparm_fields')).toMatch(/,key_store_password$/)
  })

  test.each([
    ['nothing', '', 'the password was not stored'],
    ['the clear text', 's3cr3t "p\\ss"', 'the password was stored in clear'],
    ['the clear text in something', 'x:s3cr3t "p\\ss"', 'the password was stored in clear'],
    ['no text', undefined, 'does not tell'],
  ])('%s stored is an error that does not repeat what is stored', async (_name, stored, says) => {
    const { instance } = await instanceThat(storing(stored))
    const error = await failure(looked(instance))
    expect(error).toEqual(coded('instance.password-not-saved', says))
    expect(String(error)).not.toContain('s3cr3t')
  })

  test('what the instance answers is not told when it holds the password', async () => {
    for (const text of ['bad value s3cr3t "p\\ss" for field', 'plain refusal']) {
      const { instance } = await instanceThat(() => refused(403, text))
      const error = await failure(instance.setPassword(id(1), password))
      expect(error).toEqual(coded('instance.forbidden', text.includes('s3') ? /\(HTTP 403\)$/ : 'plain refusal'))
      expect(String(error)).not.toContain('s3cr3t')
    }
  })

  test('a password longer than its column is not sent', async () => {
    const { instance, seen } = await instanceThat(storing('x'))
    expect(await failure(instance.setPassword(id(1), new SecretValue('x'.repeat(256), 'P')))).toEqual(
      coded('instance.password-not-saved', 'more than 255 characters; it was not sent'),
    )
    expect(seen).toEqual([])
  })
})

describe('attach', () => {
  const content = Buffer.from('feedfeed00ff0d0a', 'hex')
  const sha256 = createHash('sha256').update(content).digest('hex')
  const stored = (more: Readonly<Record<string, unknown>> = {}) => ({
    sys_id: id(9),
    table_name: 'sys_certificate',
    table_sys_id: id(1),
    file_name: 'bank & co.jks',
    size_bytes: String(content.length),
    hash: sha256,
    ...more,
  })
  const attaching = async (more: Readonly<Record<string, unknown>>, downloaded: Buffer = content) => {
    const made = await instanceThat(({ method }) =>
      method === 'POST'
        ? { status: 201, result: stored(more) }
        : { body: downloaded, headers: { 'content-type': 'application/octet-stream' } },
    )
    return { ...made, attach: () => made.instance.attach(id(1), 'bank & co.jks', content) }
  }

  test('sends the bytes as they are and believes the hash', async () => {
    const { attach, seen } = await attaching({})
    expect(await attach()).toEqual({ sysId: id(9), recordId: id(1), fileName: 'bank & co.jks', size: 8, hash: sha256 })
    expect(seen).toHaveLength(1)
    const [{ path, query, headers, body }] = seen as [Seen]
    expect(path).toBe('/api/now/attachment/file')
    expect(Object.fromEntries(query)).toEqual({ table_name: 'sys_certificate', table_sys_id: id(1), file_name: 'bank & co.jks' })
    expect(headers).toMatchObject({ 'content-type': 'application/octet-stream', accept: 'application/json' })
    expect(body).toEqual(content)
  })

  test.each([['', undefined, 'md5-or-so']])('reads the content back where there is no hash', async (hash) => {
    const { attach, seen } = await attaching({ hash })
    expect(await attach()).toMatchObject({ sysId: id(9), hash: '' })
    expect(seen.map(({ method }) => method)).toEqual(['POST', 'GET'])
    const damaged = await attaching({ hash }, Buffer.alloc(content.length))
    expect(await failure(damaged.attach())).toEqual(coded('instance.attachment-damaged'))
  })

  test.each([
    ['another size', { size_bytes: '7' }],
    ['another hash', { hash: '0'.repeat(64) }],
  ])('%s is damage', async (_name, more) => {
    const { attach } = await attaching(more)
    expect(await failure(attach())).toEqual(coded('instance.attachment-damaged', `attachment ${id(9)} holds other bytes`))
  })

  test('an answer that speaks of another record is not believed', async () => {
    const { attach } = await attaching({ table_sys_id: id(2) })
    expect(await failure(attach())).toEqual(coded('instance.not-json', 'of another record'))
  })

  test('a kind of file that the instance does not take is told with the properties to change', async () => {
    const text = 'File type not permitted or mime type does not match the file content'
    const { instance } = await instanceThat(() => refused(403, 'Forbidden', text))
    const error = await failure(instance.attach(id(1), 'bank.jks', content))
    expect(error).toEqual(coded('instance.refused', text))
    expect(error).toMatchObject({ hint: expect.stringContaining('glide.attachment.extensions') as unknown })
  })
})
