import { WriteUnknown } from '../../src/http/failure.ts'
import { ERRORS } from '../../src/errors.ts'
import { coded, failure, stopAll } from '../http/servers.ts'
import { certificate, id, instanceThat, list, refused, type Reply } from './instances.ts'

afterEach(stopAll)

const html = (title: string, status = 200): Reply => ({
  status,
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body>hello</body></html>`,
  headers: { 'content-type': 'text/html;charset=utf-8' },
})

async function reading(reply: Reply): Promise<unknown> {
  const { instance } = await instanceThat(() => reply)
  return failure(instance.find('certificate', []))
}

async function writing(reply: Reply): Promise<unknown> {
  const { instance } = await instanceThat(() => reply)
  return failure(instance.update('certificate', id(1), { active: 'true' }))
}

describe('what the instance says', () => {
  test.each([
    [401, 'User Not Authenticated', 'Required to provide Auth information', 'instance.unauthenticated', 'KB3025707'],
    [403, 'Insufficient rights to query records', null, 'instance.forbidden', 'PERMISSIONS'],
    [403, 'Operation Failed', 'ACL Exception Update Failed due to security constraints', 'instance.forbidden', 'PERMISSIONS'],
    [403, 'Forbidden', 'Failed API level ACL Validation', 'instance.forbidden', 'API access policies'],
    [
      403,
      'Operation Failed',
      "Operation against file 'x' was aborted by Business Rule 'n^1'",
      'instance.refused',
      'names the rule',
    ],
    [403, 'Operation Failed', 'Data Policy Exception: Name is mandatory', 'instance.refused', 'mandatory or read-only'],
    [403, 'Something new', null, 'instance.forbidden', 'PERMISSIONS'],
    [400, 'Invalid table sys_certificate', null, 'instance.refused', 'plugin'],
    [400, 'Requested URI does not represent any resource', null, 'instance.refused', 'message says why'],
    [404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval", 'record.changed', 'run again'],
    [500, 'Transaction cancelled', null, 'instance.server-error', 'run again'],
  ] as const)('%i %s: %s', async (status, message, detail, code, hint) => {
    for (const error of [await reading(refused(status, message, detail)), await writing(refused(status, message, detail))]) {
      expect(error).toEqual(coded(code, `(HTTP ${status}: "${message}${detail === null ? '' : `: ${detail}`}"`))
      expect(error).toMatchObject({ hint: expect.stringContaining(hint) as unknown })
    }
  })

  test('its text is made fit to be shown: one line, no control or direction characters, bounded', async () => {
    const nasty = `a\r\n::set-output name=x::y\u0000\u202e\u2028${'é'.repeat(5000)}`
    const error = (await reading(refused(403, nasty))) as Error
    expect(error.message).toMatch(/"a ::set-output name=x::y é+…"\)$/)
    expect(error.message.length).toBeLessThan(400)
    expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u)
  })

  test.each([
    ['no body', ''],
    ['text', 'nope'],
    ['a list', []],
    ['an error that is text', { error: 'nope' }],
    ['an error of numbers', { error: { message: 7, detail: [] } }],
  ])('a refusal with %s is told by its status alone', async (_name, body) => {
    expect(await reading({ status: 403, body })).toEqual(coded('instance.forbidden', /\(HTTP 403\)$/))
  })

  test('a server error after a write leaves open what happened; a refusal does not', async () => {
    expect(await writing(refused(500, 'oops'))).toBeInstanceOf(WriteUnknown)
    expect(await writing(html('Bad Gateway', 502))).toBeInstanceOf(WriteUnknown)
    expect(await writing(refused(403, 'Operation Failed'))).not.toBeInstanceOf(WriteUnknown)
  })
})

describe('what is no answer of the API', () => {
  test('a hibernating developer instance', async () => {
    for (const error of [
      await reading(html('Instance Hibernating page')),
      await writing(html('Instance Hibernating page', 503)),
    ]) {
      expect(error).toEqual(coded('instance.asleep'))
      expect(error).toMatchObject({ hint: ERRORS['instance.asleep'].hint })
    }
  })

  test.each([
    ['a sign-on page', html('Acme &amp; Co\nSSO'), 'a web page with the title "Acme &amp; Co SSO"'],
    ['a page without a title', { body: '<html>', headers: { 'content-type': 'text/html' } }, 'a web page'],
    ['another type', { body: '{"result":[]}', headers: { 'content-type': 'text/plain' } }, 'of the content type text/plain'],
    ['no type', { body: '{"result":[]}', headers: { 'content-type': '' } }, 'of no content type'],
    ['JSON that ends early', { body: '{"result":[{"sys_id":"' }, 'cut off or not JSON'],
    ['a JSON list', { body: [] }, 'JSON of another form'],
    ['JSON without a result', { body: { results: [] } }, 'JSON without a result'],
    ['a result that is no list', { result: {} }, 'JSON without a list of rows'],
    ['a list of texts', { result: ['x'] }, 'JSON with something else than rows'],
    ['compressed', { body: 'x', headers: { 'content-encoding': 'gzip' } }, 'encoded (gzip)'],
  ] as const)('%s', async (_name, reply, says) => {
    expect(await reading(reply)).toEqual(coded('instance.not-json', `table sys_certificate: the answer is ${says}`))
  })

  test('half an answer of a cancelled transaction', async () => {
    const cancelled = { result: [certificate(1)], error: { message: 'Transaction cancelled: maximum execution time exceeded' } }
    expect(await reading({ body: cancelled, headers: { 'x-total-count': '1' } })).toEqual(
      coded('instance.server-error', 'the answer is incomplete: "Transaction cancelled'),
    )
  })

  test('after a write it is unknown what happened', async () => {
    expect(await writing({ body: '{"result":' })).toBeInstanceOf(WriteUnknown)
    expect(await writing({ result: [] })).toBeInstanceOf(WriteUnknown)
    expect(await writing({ result: { active: 'true' } })).toBeInstanceOf(WriteUnknown)
    expect(await writing({ result: { sys_id: id(2), active: 'true' } })).toEqual(coded('instance.not-json', 'of another record'))
  })
})

test('wrong credentials are tried once: more could lock the account', async () => {
  const { instance, seen } = await instanceThat(() => refused(401, 'User Not Authenticated'))
  await failure(instance.find('certificate', []))
  expect(seen).toHaveLength(1)
})

test('what advises may fail, the answer to the question may not', async () => {
  const { instance } = await instanceThat(({ table }) => (table === 'sys_certificate' ? list([]) : refused(403, 'x')))
  expect(await instance.find('certificate', [])).toEqual([])
  expect(await failure(instance.find('rest-message', []))).toEqual(coded('instance.forbidden'))
})
