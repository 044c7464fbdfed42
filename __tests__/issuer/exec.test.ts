import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { execIssuer, type ExecOptions } from '../../src/issuer/exec.ts'
import { checkAnswer } from '../../src/issuer/answer.ts'
import { CodedError } from '../../src/errors.ts'
import { Redactor } from '../../src/redact.ts'
import { issue, makeCa } from '../../tools/lab/pki.ts'
import { needProgram } from '../../tools/lab/programs.ts'
import { workFolder } from '../support/folder.ts'
import { describeWith } from '../support/tools.ts'
import { asking } from './support.ts'

const running = (...command: string[]): ExecOptions => ({
  command,
  environment: { PATH: process.env.PATH ?? '' },
  folder: process.cwd(),
  redactor: new Redactor(),
  stop: new AbortController().signal,
})
const node = (script: string, more: Partial<ExecOptions> = {}): ExecOptions => ({
  ...running(process.execPath, '-e', script),
  ...more,
})
const failure = async (options: ExecOptions): Promise<CodedError> => {
  const { request } = await asking()
  const error: unknown = await execIssuer(options)
    .issue(request)
    .catch((thrown: unknown) => thrown)
  if (error instanceof CodedError) return error
  throw new Error('nothing was refused')
}

/** One that has ended may wait for somebody to ask how. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

describe('a command as the issuer', () => {
  test('that is not there', async () => {
    expect(await failure(running('/nowhere/sign.sh'))).toMatchObject({
      code: 'issuer.failed',
      message: 'the command /nowhere/sign.sh cannot be started (ENOENT)',
    })
  })

  test('what it says on stderr is told, without secrets, and only its end', async () => {
    const redactor = new Redactor()
    redactor.add('hunter2-hunter2')
    const said = "process.stderr.write('x'.repeat(3000)+' the token hunter2-hunter2 is wrong');process.exit(3)"
    const error = await failure(node(said, { redactor }))
    expect(error.code).toBe('issuer.failed')
    expect(error.message).toMatch(/ended with exit code 3; it said: …x+ the token \*\*\* is wrong$/)
    expect(error.message.length).toBeLessThan(800)
  })

  test('one that takes too long is ended', async () => {
    expect((await failure(node('setInterval(() => {}, 1000)', { timeLimitMs: 50 }))).code).toBe('issuer.timeout')
  })

  /** Ends the run as soon as the command has told the id of what it has started, in a file. */
  async function endedWhenReady(script: string, graceMs?: number): Promise<{ code: string; pid: number }> {
    const folder = mkdtempSync(join(tmpdir(), 'smtls-exec-'))
    const stop = new AbortController()
    const told = (): string => (existsSync(join(folder, 'pid')) ? readFileSync(join(folder, 'pid'), 'utf8') : '')
    try {
      const failed = failure(node(script, { folder, stop: stop.signal, ...(graceMs !== undefined && { graceMs }) }))
      while (!told().endsWith('\n')) await pause(10)
      stop.abort(new CodedError('timeout', 'the run was ended'))
      return { code: (await failed).code, pid: Number(told()) }
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  const TELL = "require('node:fs').writeFileSync('pid', child.pid + '\\n')"

  test.each([
    ['what it has started', 'setInterval(() => {}, 1000)'],
    ['what it has started and does not listen', "process.on('SIGTERM', () => {}); setTimeout(() => {}, 60000)"],
  ])('with one that is ended %s is, too', async (_, started) => {
    const script = `
      const { spawn } = require('node:child_process')
      const child = spawn(process.execPath, ['-e', ${JSON.stringify(`${started}; process.stdout.write('ready')`)}], { stdio: ['ignore', 'pipe', 'ignore'] })
      child.stdout.once('data', () => ${TELL})
      setInterval(() => {}, 1000)`
    const { code, pid } = await endedWhenReady(script)
    expect(code).toBe('timeout')
    while (isAlive(pid)) await pause(10)
  })

  /** A group of its own: no signal to the command's group finds it. It ends by itself. */
  const HOLDS = `
    const { spawn } = require('node:child_process')
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit', detached: true })
    ${TELL}
    child.unref()`

  test.each([
    ['ends well', 'process.exit(0)', 'issuer.answer'],
    ['ends with an error', 'process.exit(3)', 'issuer.failed'],
  ])('one that %s is not waited for when what it has started holds its output', async (_, then, code) => {
    const folder = mkdtempSync(join(tmpdir(), 'smtls-exec-'))
    try {
      expect((await failure(node(`${HOLDS}\n${then}`, { folder, graceMs: 50 }))).code).toBe(code)
    } finally {
      process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGKILL')
      rmSync(folder, { recursive: true })
    }
  })

  test('one that is ended is not waited for when what it has started holds its output', async () => {
    const { code, pid } = await endedWhenReady(`${HOLDS}\nsetInterval(() => {}, 1000)`, 50)
    expect(code).toBe('timeout')
    expect(isAlive(pid)).toBe(true)
    process.kill(pid, 'SIGKILL')
  })

  test('a variable that no environment can hold is not repeated', async () => {
    const error = await failure(node('', { environment: { CA_TOKEN: 'hunter2\0hunter2' } }))
    expect([error.code, error.cause]).toEqual(['issuer.failed', undefined])
    expect(error.message).toBe(`the command ${process.execPath} cannot be started (ERR_INVALID_ARG_VALUE)`)
  })

  test('it is ended when the run is', async () => {
    const stop = new AbortController()
    stop.abort(new CodedError('timeout', 'the run was ended by SIGTERM'))
    expect(await failure(node('setInterval(() => {}, 1000)', { stop: stop.signal }))).toMatchObject({
      code: 'timeout',
      message: 'the run was ended by SIGTERM',
    })
  })

  test('it prints no certificate, or too much', async () => {
    expect(await failure(node("console.log('hello')"))).toMatchObject({ code: 'issuer.answer' })
    expect(await failure(node("process.stdout.write('x'.repeat(3e6))"))).toMatchObject({
      code: 'issuer.answer',
      message: expect.stringContaining('more than 1048576 bytes'),
    })
  })

  test('it sees nothing of the environment but what is named', async () => {
    process.env.SMTLS_TEST_CANARY = 'visible'
    try {
      const script = 'process.stderr.write(JSON.stringify(process.env));process.exit(1)'
      const error = await failure(node(script, { environment: { CA_TOKEN: 'abc' } }))
      expect(error.message).toContain('it said: {"CA_TOKEN":"abc"}')
    } finally {
      delete process.env.SMTLS_TEST_CANARY
    }
  })

  test('no shell looks at its arguments', async () => {
    const script = 'process.stderr.write(process.argv[1]);process.exit(1)'
    const options = running(process.execPath, '-e', script, '$(touch /tmp/never) `id` ; |')
    expect((await failure(options)).message).toContain('it said: $(touch /tmp/never) `id` ; |')
  })
})

describeWith('openssl', 'openssl as the command of the issuer', () => {
  const folder = workFolder()

  test.each(['rsa-2048', 'ec-p384'] as const)('signs a %s request that is accepted', async (algorithm) => {
    const ca = await makeCa({ subject: { O: 'Acme', CN: 'Acme Root CA' } })
    const stranger = await issue({ subject: 'stranger', issuer: ca })
    folder.write('ca.pem', ca.certificatePem)
    folder.write('ca.key', ca.keyPem)
    folder.write('beyond.pem', stranger.certificatePem)
    folder.write(
      'sign.sh',
      `#!/bin/sh
${needProgram('openssl')} x509 -req -CA "$1" -CAkey "$2" -days 90 -copy_extensions copy -extfile /dev/null 2>/dev/null || exit 1
cat "$1" "$3"
`,
    )
    const path = (name: string): string => folder.run('realpath', name).toString().trim()
    const issuer = execIssuer(running('/bin/sh', path('sign.sh'), path('ca.pem'), path('ca.key'), path('beyond.pem')))
    const { request } = await asking({ algorithm })
    const { certificates } = await issuer.issue(request)
    const accepted = checkAnswer(certificates, request, { known: [], now: new Date() })
    expect(accepted.end).toBe('root')
    // What the issuer gave beyond the path is gone.
    expect(certificates).toHaveLength(3)
    expect(accepted.chain.map(({ subject }) => subject)).toEqual(['CN=acme-dev.example,O=Acme,C=CH', 'CN=Acme Root CA,O=Acme'])
  })
})
