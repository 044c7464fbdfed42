import { findSecrets } from '../../tools/lab/secrets-search.ts'
import { issue, makeCa } from '../../tools/lab/pki.ts'

const CANARY = 'c4nary "bird"\\ + 50% é/?'
const canary = { name: 'canary', value: Buffer.from(CANARY) }

const search = (text: string | Buffer, secret = canary): string[] =>
  findSecrets([{ name: 'here', bytes: Buffer.from(text) }], [secret]).map(({ form, line }) => (line ? `${form} line` : form))

describe('a planted secret is found', () => {
  test('as it is, told with both names', () => {
    const log = { name: 'log', bytes: Buffer.from(`password=${CANARY}; ok`) }
    expect(findSecrets([log, { name: 'summary', bytes: Buffer.from('clean') }], [canary])).toEqual([
      { haystack: 'log', secret: 'canary', form: 'raw', line: false },
    ])
  })

  test.each([0, 1, 2])('in base64 of both alphabets, behind %i bytes', (shift) => {
    const bytes = Buffer.from(`${'>'.repeat(shift)}${CANARY}\xff\xfe?`)
    expect(search(`data: ${bytes.toString('base64')}.`)).toEqual(['base64'])
    expect(search(`token=${bytes.toString('base64url')}&x`)).toEqual(['base64'])
    expect(search(`inword${bytes.toString('base64')}`)).toEqual(['base64'])
  })

  test.each([1, 2, 3])('in base64 from which %i characters have been cut', (cut) => {
    const text = Buffer.from(`abc${CANARY}`).toString('base64')
    expect(search(text.slice(cut))).toEqual(['base64'])
  })

  test('in base64 of several lines', () => {
    const text = Buffer.from(`${CANARY} and more, so that it is long enough`).toString('base64')
    expect(search(text.replaceAll(/.{20}/g, '$&\r\n'))).toEqual(['base64'])
  })

  test('in a Basic header', () => {
    expect(search(`authorization: Basic ${Buffer.from(`admin:${CANARY}`).toString('base64')}`)).toEqual(['base64'])
  })

  test('in hexadecimal of both cases, behind an odd digit, too', () => {
    const hex = Buffer.from(CANARY).toString('hex')
    expect(search(`<${hex}>`)).toEqual(['hex'])
    expect(search(`<${hex.toUpperCase()}>`)).toEqual(['hex'])
    expect(search(`<0${hex}>`)).toEqual(['hex'])
  })

  test('in URLs and forms', () => {
    expect(search(`https://acme.example/?p=${encodeURIComponent(CANARY)}`)).toEqual(['url'])
    expect(search(new URLSearchParams({ p: CANARY }).toString())).toEqual(['url'])
  })

  test('in JSON, with characters beyond ASCII escaped or not', () => {
    const json = JSON.stringify({ password: CANARY })
    expect(search(json)).toEqual(['json'])
    expect(search(json.replace('é', '\\u00e9'))).toEqual(['json'])
  })

  test('in one encoding within another', () => {
    expect(search(Buffer.from(JSON.stringify({ p: CANARY })).toString('base64'))).toEqual(['base64 > json'])
    const value = Buffer.from('>>>???>>>???')
    expect(search(encodeURIComponent(value.toString('base64')), { name: 'signs', value })).toEqual(['url > base64'])
    expect(search(Buffer.from(Buffer.from(CANARY).toString('base64')).toString('base64'))).toEqual(['base64 > base64'])
  })

  test('in bytes that are no text', () => {
    const value = Buffer.from('feedfeed00000002ff80c3', 'hex')
    expect(search(Buffer.concat([Buffer.from([0xff]), value]), { name: 'keystore', value })).toEqual(['raw'])
    expect(search(value.toString('base64'), { name: 'keystore', value })).toEqual(['base64'])
  })

  test('without the newline at its end', () => {
    expect(search('the-password', { name: 'password', value: Buffer.from('the-password\n') })).toEqual(['raw'])
  })
})

describe('of a PEM', () => {
  const keyAndChain = async () => {
    const ca = await makeCa({ subject: 'Acme' })
    const leaf = await issue({ subject: 'leaf', issuer: ca })
    return { ...leaf, secret: { name: 'key', value: Buffer.from(leaf.chainPem + leaf.keyPem) } }
  }

  test('each line of the key is found, raw and encoded', async () => {
    const { keyPem, secret } = await keyAndChain()
    const lines = keyPem.split('\n').filter((line) => line.length >= 16 && !line.startsWith('-'))
    expect(lines.length).toBeGreaterThan(20)
    for (const line of lines) {
      expect(search(`debug: ${line}`, secret)).toEqual(['raw line'])
      expect(search(Buffer.from(line).toString('hex'), secret)).toEqual(['hex line'])
    }
  })

  test('the key is found in JSON', async () => {
    const { keyPem, secret } = await keyAndChain()
    expect(search(JSON.stringify({ keyPem }), secret)).toEqual(['raw line'])
  })

  test('certificates, the markers and the headers are no secret', async () => {
    const { chainPem, secret } = await keyAndChain()
    expect(search(`${chainPem}-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----`, secret)).toEqual([])
    const headed = Buffer.from(
      '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nc2VjcmV0IGJ5dGVzIGhlcmU=\n-----END RSA PRIVATE KEY-----',
    )
    expect(search('Proc-Type: 4,ENCRYPTED', { name: 'key', value: headed })).toEqual([])
    expect(search('c2VjcmV0IGJ5dGVzIGhlcmU=', { name: 'key', value: headed })).toEqual(['raw line'])
    expect(search(chainPem, { name: 'certificates', value: Buffer.from(chainPem) })).toEqual([])
  })
})

describe('nothing is found', () => {
  test('where nothing is', () => {
    const text = `c4nary, bird, 50%; ${Buffer.from('another secret').toString('base64')} \\n \\u00e9 %20 deadbeefdeadbeef`
    expect(search(text)).toEqual([])
  })

  test('of a short secret in any encoding, though it is as it stands', () => {
    const short = { name: 'pin', value: Buffer.from('p1n-c0d') }
    expect(search(Buffer.from('p1n-c0d p1n-c0d').toString('base64'), short)).toEqual([])
    expect(search(Buffer.from('p1n-c0d').toString('hex'), short)).toEqual([])
    expect(search('p1n-c0d', short)).toEqual(['raw'])
  })

  test('of an empty secret', () => {
    expect(search('anything', { name: 'empty', value: Buffer.from(' \n') })).toEqual([])
  })
})
