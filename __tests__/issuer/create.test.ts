import { CodedError } from '../../src/errors.ts'
import { createTransport, type Transport } from '../../src/http/transport.ts'
import { requireAllowedHost } from '../../src/instance-origin.ts'
import { createIssuer, type IssuerWorld } from '../../src/issuer/create.ts'
import { masksOf, Redactor } from '../../src/redact.ts'
import type { IssuerForm } from '../../src/spec/model.ts'
import { createSecretSource } from '../../src/values/secrets-input.ts'
import { createValues } from '../../src/values/values.ts'
import { asking } from './support.ts'

const masked: string[] = []
const redactor = new Redactor()
beforeEach(() => (masked.length = 0))

function world(secrets: Readonly<Record<string, string>>, allowedHosts: readonly string[]): IssuerWorld {
  const stop = new AbortController().signal
  const values = createValues({
    workspace: process.cwd(),
    specFile: 'spec.yml',
    secrets: createSecretSource('', secrets),
    redactor,
    onSecret: (secret) => void masked.push(...masksOf(secret)),
  })
  return {
    values,
    requireAllowed: (origin) => requireAllowedHost(origin, allowedHosts),
    connect: (origin): Transport => createTransport({ origin, maxParallel: 1, deadline: stop, environment: {} }),
    folder: process.cwd(),
    path: process.env.PATH,
    home: '/home/runner',
    redactor,
    stop,
    now: () => new Date(),
    identityToken: () => Promise.reject(new Error('no identity')),
  }
}

const failure = async (form: IssuerForm, given: IssuerWorld): Promise<CodedError> => {
  const { request } = await asking()
  try {
    const issuer = await createIssuer({ name: 'ca', form, at: { file: '', line: 1, column: 1 } }, given)
    if (issuer !== 'self-signed') await issuer.issue(request)
  } catch (error) {
    if (error instanceof CodedError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const exec = (script: string, ...env: string[]): IssuerForm => ({
  kind: 'exec',
  command: [process.execPath, '-e', script],
  env,
  timeoutMs: 10_000,
})
const PRINTS = 'process.stderr.write(JSON.stringify(process.env));process.exit(1)'

describe('a command', () => {
  test('has a home, and plain variables mask nothing', async () => {
    const given = world({ CA_TOKEN: 'hunter2-hunter2', CA_DEBUG: 'true', CA_LEVEL: '3' }, [])
    const error = await failure(exec(PRINTS, 'CA_TOKEN', 'CA_DEBUG', 'CA_LEVEL'), { ...given, path: undefined })
    expect(error.message).toContain('it said: {"HOME":"/home/runner","CA_TOKEN":"***","CA_DEBUG":"true","CA_LEVEL":"3"}')
    expect(masked).toEqual(['hunter2-hunter2'])
  })

  test('is not given what no environment can hold', async () => {
    const error = await failure(exec(PRINTS, 'CA_TOKEN'), world({ CA_TOKEN: 'hunter2\0hunter2' }, []))
    expect(error.message).toBe('variable CA_TOKEN: has a control character, which no environment can hold')
  })

  test('is given texts of several lines', async () => {
    const error = await failure(exec(PRINTS, 'CA_TEXT'), world({ CA_TEXT: 'a\tb\r\nc' }, []))
    expect(error.message).toContain('ended with exit code 1')
  })
})

describe('a service', () => {
  const cfssl = (url: string): IssuerForm => ({ kind: 'cfssl', url, profile: undefined, authKey: undefined })
  const vault = (audience: string, url = 'https://vault.acme.example/v1'): IssuerForm => ({
    kind: 'vault',
    url,
    mount: 'pki',
    role: 'client',
    token: undefined,
    jwtRole: 'deploy',
    jwtMount: 'jwt',
    audience,
  })
  const make = async (form: IssuerForm, ...allowed: string[]): Promise<void> => {
    await createIssuer({ name: 'ca', form, at: { file: '', line: 1, column: 1 } }, world({}, allowed))
  }

  test.each([
    'https://acme.service-now.com',
    'https://acme.servicenowservices.com',
    'https://ca.evil.example',
    'http://ca.acme.example',
  ])('at %s gets no credentials', async (url) => {
    await expect(make(cfssl(url), 'ca.acme.example')).rejects.toMatchObject({ code: 'issuer.untrusted-host' })
    await expect(make(vault(url, url), 'ca.acme.example')).rejects.toMatchObject({ code: 'issuer.untrusted-host' })
  })

  test.each(['https://ca.acme.example/api', 'http://127.0.0.1:8888', 'http://localhost:8888/'])('at %s does', async (url) => {
    await expect(make(cfssl(url), 'ca.acme.example')).resolves.toBeUndefined()
  })

  test.each([
    'https://vault.acme.example',
    'https://vault.acme.example/v1',
    'vault.acme.example',
    'https://github.com/acme',
    'internal',
  ])('is signed in to with an identity for %s', async (audience) => {
    await expect(make(vault(audience), 'vault.acme.example', 'github.com', 'internal')).resolves.toBeUndefined()
  })

  test.each([
    'sts.amazonaws.com',
    'api://AzureADTokenExchange',
    'https://vault.acme.example.evil.example',
    'https://x.service-now.com',
    'a b',
  ])('is not signed in to with an identity for %s', async (audience) => {
    await expect(make(vault(audience), 'vault.acme.example')).rejects.toMatchObject({
      code: 'issuer.untrusted-host',
      message: expect.stringMatching(/^issuer ca: audience: /),
    })
  })
})
