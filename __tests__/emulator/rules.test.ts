import { makePkcs12 } from '../../tools/lab/keystores.ts'
import { issue, makeCa, type Ca, type Issued } from '../../tools/lab/pki.ts'
import { call, start, stopAll, TABLE, upload } from './client.ts'

afterEach(stopAll)

const now = (): Date => new Date('2026-06-01T00:00:00Z')
const validity = { notBefore: new Date('2026-05-01T10:00:00Z'), notAfter: new Date('2026-06-11T12:00:00Z') }
let root: Ca
let client: Issued

beforeAll(async () => {
  root = await makeCa({ subject: { C: 'DE', O: 'Bank', CN: 'Bank Root' }, ...validity })
  client = await issue({ subject: { O: 'Acme', CN: 'acme' }, issuer: root, keyAlgorithm: 'ec-p256', ...validity })
})

const COMPUTED = {
  valid_from: '2026-05-01 10:00:00',
  expires: '2026-06-11 12:00:00',
  expires_in_days: '10',
  subject: 'CN=Bank Root,O=Bank,C=DE',
  issuer: 'CN=Bank Root,O=Bank,C=DE',
  serial_number: expect.stringMatching(/^\d+$/) as unknown,
}

test('columns of a certificate are computed from its PEM, and its description overwritten', async () => {
  const emulator = await start({ now })
  const body = { name: 'root', pem_certificate: root.certificatePem, short_description: 'mine' }
  const { row } = await call(emulator, 'POST', `${TABLE}/sys_certificate`, { body })
  expect(row).toMatchObject({ ...COMPUTED, short_description: 'Bank Root' })
  const path = `${TABLE}/sys_certificate/${row.sys_id}`
  const kept = await call(emulator, 'PATCH', path, { body: { short_description: 'mine' } })
  expect(kept.result).toMatchObject({ ...COMPUTED, short_description: 'mine' })
  const replaced = await call(emulator, 'PATCH', path, { body: { pem_certificate: client.certificatePem } })
  expect(replaced.result).toMatchObject({
    subject: 'CN=acme,O=Acme',
    issuer: 'CN=Bank Root,O=Bank,C=DE',
    short_description: 'acme',
  })
})

test('columns of a certificate are computed from its attachment', async () => {
  const emulator = await start({ now })
  const { sys_id } = emulator.store.insert('sys_certificate', { name: 'root', format: 'der' })
  await call(emulator, 'POST', upload('sys_certificate', sys_id, 'root.cer'), { body: root.certificateDer })
  const { result } = await call(emulator, 'GET', `${TABLE}/sys_certificate/${sys_id}`)
  expect(result).toMatchObject({ ...COMPUTED, short_description: '', pem_certificate: '' })
})

test('a PEM that cannot be read is stored, and nothing computed', async () => {
  const emulator = await start({ now })
  const body = { name: 'root', pem_certificate: root.certificatePem.slice(0, 200) }
  const { status, row } = await call(emulator, 'POST', `${TABLE}/sys_certificate`, { body })
  expect([status, row.expires, row.short_description]).toEqual([201, '', ''])
})

test.each([
  ['the file first', true],
  ['the password first', false],
])('columns of keystores are computed where that is assumed: %s', async (_name, fileFirst) => {
  const content = await makePkcs12({ alias: 'acme', entry: client, password: 'changeit' })
  for (const keystoreDates of [false, true]) {
    const emulator = await start({ now, assume: { keystoreDates } })
    const { sys_id } = emulator.store.insert('sys_certificate', { name: 'acme', type: 'pkcs12_key_store', active: false })
    const path = `${TABLE}/sys_certificate/${sys_id}`
    const steps = [
      () => call(emulator, 'POST', upload('sys_certificate', sys_id, 'acme.p12'), { body: content }),
      () => call(emulator, 'PATCH', `${path}?sysparm_input_display_value=true`, { body: { key_store_password: 'changeit' } }),
    ]
    for (const step of fileFirst ? steps : steps.reverse()) await step()
    const { row } = await call(emulator, 'GET', path)
    expect([row.expires, row.subject]).toEqual(keystoreDates ? ['2026-06-11 12:00:00', 'CN=acme,O=Acme'] : ['', ''])
  }
})
