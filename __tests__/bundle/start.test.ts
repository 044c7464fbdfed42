import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmulator, type Emulator } from '../../emulator/index.ts'
import { manyKeystores, makeAuthorities, type Workplace } from '../../bench/workplace.ts'
import { stepVariables } from '../../bench/action.ts'

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))
const DIST = join(REPOSITORY, 'dist')

/** What there is today and a little more. Raise these only for what is really needed: the first request waits for each of them. */
const MOST = { modules: 262, bytes: 1_288_000, modulesOfInspect: 102 }

/** Choices, certificates, attachments, profiles, the instance's name, its dictionary. */
const REQUESTS_OF_A_PLAN = 6
/** Of one new keystore: made, password, attached, record with its password and attachment looked at, made active. */
const WRITES_AND_LOOKS = 6

let instance: Emulator
let ten: Workplace

beforeAll(async () => {
  instance = await startEmulator()
  ten = await manyKeystores(await makeAuthorities(), { count: 10, type: 'jks' })
  await ten.point(instance.url)
})
afterAll(async () => {
  await ten.remove()
  await instance.close()
})

interface Loaded {
  readonly files: string[]
  readonly builtins: string[]
}

/** What a step has loaded when its first request goes out. */
async function loadedBy(args: readonly string[], env: Record<string, string>): Promise<Loaded> {
  const node = process.versions.node.startsWith('24.') ? process.execPath : join(REPOSITORY, 'node_modules', '.bin', 'node')
  const child = spawn(node, ['--import', join(REPOSITORY, 'tools/lab/loaded.mjs'), join(DIST, 'index.js'), ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    cwd: ten.folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdio[3]?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  await once(child, 'close')
  return JSON.parse(text) as Loaded
}

/** Bytes and modules in files of the bundle. */
async function weight(files: readonly string[]): Promise<{ bytes: number; modules: number }> {
  const texts = await Promise.all(files.map((file) => readFile(join(DIST, file), 'utf8')))
  const modules = texts.flatMap((text) => [
    ...text.matchAll(/^\/\*\*\*\/ \d+:$/gm),
    ...text.matchAll(/^;\/\/ CONCATENATED MODULE: /gm),
  ])
  return { bytes: texts.reduce((sum, text) => sum + text.length, 0), modules: modules.length }
}

/** The files of the bundle in which it stands, at least one. */
async function filesWith(word: string): Promise<string[]> {
  const files = (await readdir(DIST)).filter((name) => name.endsWith('.js'))
  const texts = await Promise.all(files.map(async (name) => [name, await readFile(join(DIST, name), 'utf8')] as const))
  const holding = texts.filter(([, text]) => text.includes(word)).map(([name]) => name)
  expect(holding).not.toEqual([])
  return holding
}

/** Words that stand in what is not needed to ask an instance. */
const NOT_YET = {
  'fetch of undici': 'webidl.converters',
  'node-forge': 'forge.util',
  'the local instance': 'async function runEmulator',
  'keystores of type PKCS#12': 'encodePkcs12(',
  issuers: 'makeCertificate(',
  'writes to the instance': 'unitsOf',
}

describe('what is loaded before the first request', () => {
  let loaded: Loaded
  beforeAll(async () => {
    loaded = await loadedBy([], stepVariables(ten, 'plan'))
  })

  test('is no more than it was', async () => {
    const { bytes, modules } = await weight(loaded.files.filter((file) => /^(\d+\.)?index\.js$/.test(file)))
    expect(instance.requests.length).toBeGreaterThan(0)
    expect(modules).toBeLessThanOrEqual(MOST.modules)
    expect(bytes).toBeLessThanOrEqual(MOST.bytes)
  })

  test("is nothing of Node's TLS and HTTP/2, each of which takes as long to load as Node to start", () => {
    expect(loaded.builtins).toContain('net')
    expect(loaded.builtins).not.toContain('tls')
    expect(loaded.builtins).not.toContain('http2')
  })

  test("is nothing of Node's cryptography, nor of what it reads files with by promises", () => {
    expect(loaded.builtins).not.toContain('crypto')
    expect(loaded.builtins).not.toContain('fs/promises')
  })

  test.each(Object.entries(NOT_YET))('is nothing of %s', async (_name, word) => {
    expect((await filesWith(word)).filter((name) => loaded.files.includes(name))).toEqual([])
  })
})

test('where there is no artifact service its client, larger than all the rest, is never loaded', async () => {
  const loaded = await loadedBy([], { ...stepVariables(ten, 'plan'), INPUT_TIMEOUT: 'soon' })
  expect((await filesWith('requireArtifactService(')).filter((name) => loaded.files.includes(name))).not.toEqual([])
  expect((await filesWith('class DefaultArtifactClient')).filter((name) => loaded.files.includes(name))).toEqual([])
})

test('how often the instance is asked does not grow with the keystores', async () => {
  const asked = async (workplace: Workplace, command: string): Promise<number> => {
    instance.clearRequests()
    await loadedBy([], stepVariables(workplace, command))
    return instance.requests.length
  }
  const forty = await manyKeystores(await makeAuthorities(), { count: 40, type: 'jks' })
  await forty.point(instance.url)
  const nothingThere = await asked(forty, 'plan')
  await forty.remove()
  expect(nothingThere).toBe(REQUESTS_OF_A_PLAN)
  expect(await asked(ten, 'apply')).toBe(REQUESTS_OF_A_PLAN + 10 * WRITES_AND_LOOKS)
  expect(await asked(ten, 'plan')).toBe(REQUESTS_OF_A_PLAN)
  expect(await asked(ten, 'verify')).toBe(REQUESTS_OF_A_PLAN)
})

test('inspect loads neither HTTP nor YAML', async () => {
  await writeFile(join(ten.folder, 'none.jks'), 'none')
  const loaded = await loadedBy(['inspect', 'none.jks'], {})
  const { modules } = await weight(loaded.files.filter((file) => /^(\d+\.)?index\.js$/.test(file)))
  expect(loaded.builtins).not.toContain('http')
  expect(modules).toBeLessThanOrEqual(MOST.modulesOfInspect)
})

test('the entry of the bundle is small', async () => {
  expect((await weight(['index.js'])).bytes).toBeLessThan(1_500_000)
})
