import { readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import { startEmulator, type Emulator } from '../../emulator/index.ts'
import { startGitHub, type FakeGitHub, type FakeRequest } from '../../tools/lab/github.ts'
import { execute, needProgram, type Execution } from '../../tools/lab/programs.ts'
import { runAction, type ActionRun } from '../../tools/lab/runner.ts'
import { runWorkflow, type Ran } from '../../tools/lab/workflow.ts'
import { MERGE, warningsOf } from './github.ts'
import { keystoreSecret, PASSWORD, type Companies } from './scene.ts'

/** The blocks of a document. */
export interface Recipe {
  /** The spec; empty where it has none. */
  readonly spec: string
  readonly workflows: readonly string[]
  readonly parts: readonly string[]
  readonly shells: readonly string[]
}

export function recipe(file: string): Recipe {
  const text = readFileSync(file, 'utf8')
  const blocks = (language: string): string[] =>
    [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block)
  const yaml = blocks('yaml')
  const isWorkflow = (block: string): boolean => /^on:/m.test(block)
  return {
    spec: yaml.find((block) => block.startsWith('version: 1')) ?? '',
    workflows: yaml.filter(isWorkflow),
    parts: yaml.filter((block) => !isWorkflow(block) && !block.startsWith('version: 1')),
    shells: blocks('sh'),
  }
}

export interface WorkflowRun {
  readonly event?: string
  readonly payload?: unknown
  readonly inputs?: Readonly<Record<string, string>>
  /** Variables that an action without a stand-in would have left for the steps after it. */
  readonly env?: Readonly<Record<string, string>>
}

/** A repository, its secrets, GitHub, and instances by the names that recipes use, as `acme` and `acmetest`. */
export interface Lab {
  readonly instances: Readonly<Record<string, Emulator>>
  readonly workspace: string
  readonly github: FakeGitHub
  /** Warnings of runs that the permissions of their job were not enough. */
  readonly forbidden: string[]
  /** Secrets of the repository; each environment of GitHub may have others by `<environment>/<name>`. */
  readonly secrets: Record<string, string>
  /** Of other services: what a recipe calls them, and where they are here. */
  readonly places: Record<string, string>
  write(file: string, text: string): Promise<void>
  read(file: string): string
  /** Runs each step of a workflow; artifacts of the action itself are tested elsewhere and left out. */
  workflow(text: string, options?: WorkflowRun): Promise<Ran[]>
  /** Commands of a person, in a folder of the repository; `npx servicenow-mtls` is the bundle. */
  shell(text: string, folder?: string): Promise<Execution>
  close(): Promise<void>
}

export async function openLab(companies: Companies, names: readonly string[]): Promise<Lab> {
  const workspace = await mkdtemp(join(tmpdir(), 'smtls-recipe-'))
  const programs = await mkdtemp(join(tmpdir(), 'smtls-programs-'))
  const instances: Record<string, Emulator> = {}
  for (const name of names) {
    const instance = await startEmulator()
    instance.store.insert('sys_rest_message', { name: 'Bank Payments' })
    instance.store.insert('sys_user', { user_name: 'pki.team', name: 'PKI team' })
    instances[name] = instance
  }
  const github = await startGitHub()
  const secrets: Record<string, string> = {
    SERVICENOW_USERNAME: 'admin',
    SERVICENOW_PASSWORD: 'admin',
    BANK_KEYSTORE: await keystoreSecret(companies.client),
    BANK_KEYSTORE_PASSWORD: PASSWORD,
  }
  const places: Record<string, string> = {}
  const forbidden: string[] = []
  const here = (text: string): string => {
    const known = text.replace(/https:\/\/(\w+)\.service-now\.com/g, (all, name: string) => instances[name]?.url ?? all)
    return Object.entries(places).reduce((one, [there, place]) => one.replaceAll(there, place), known)
  }
  await npx(programs)
  const write = (file: string, text: string): Promise<void> => writeInto(workspace, file, here(text))
  return {
    instances,
    workspace,
    github,
    forbidden,
    secrets,
    places,
    write,
    read: (file) => readFileSync(join(workspace, file), 'utf8'),
    workflow: (text, { event = eventOf(text), payload = {}, inputs = {}, env: left = {} } = {}) => {
      return runWorkflow(here(text), {
        workspace,
        event,
        inputs,
        secrets: (environment) => secretsOf(secrets, environment),
        run: async ({ inputs: given, env, runnerTemp, permissions }): Promise<ActionRun> => {
          github.refuse = (request) => (mayBeAsked(request, permissions) ? undefined : 403)
          const ended = await runAction({
            workspace,
            runnerTemp,
            event: { name: event, payload },
            inputs: { ...given, artifact: 'never', 'github-token': 'ghs_a-token-of-the-job' },
            env: {
              PATH: `${programs}${delimiter}${process.env.PATH ?? ''}`,
              GITHUB_API_URL: github.url,
              GITHUB_SERVER_URL: 'https://github.com',
              GITHUB_SHA: MERGE,
              GITHUB_REF: 'refs/heads/main',
              ...left,
              ...env,
            },
          })
          forbidden.push(...warningsOf(ended, 'github.forbidden'))
          return ended
        },
      })
    },
    shell: (text, folder = '.') =>
      execute(needProgram('bash'), ['--norc', '-euo', 'pipefail', '-c', here(text)], {
        cwd: join(workspace, folder),
        env: {
          PATH: `${programs}${delimiter}${process.env.PATH ?? ''}`,
          HOME: process.env.HOME ?? '',
          SERVICENOW_MTLS_USERNAME: 'admin',
          SERVICENOW_MTLS_PASSWORD: 'admin',
          ...secretsOf(secrets, ''),
        },
      }),
    close: async () => {
      await Promise.all([github.close(), ...Object.values(instances).map((instance) => instance.close())])
      for (const folder of [workspace, programs]) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The first event by which a workflow is started. */
function eventOf(text: string): string {
  const { on } = z.parse(z.object({ on: z.union([z.string(), z.record(z.string(), z.unknown())]) }), parse(text))
  return typeof on === 'string' ? on : (Object.keys(on)[0] ?? 'push')
}

/** What a token may ask of GitHub, in a repository that is private. */
function mayBeAsked({ method, path }: FakeRequest, permissions: Readonly<Record<string, unknown>>): boolean {
  const [, what = ''] = /^\/repos\/[^/]+\/[^/]+\/([^?]*)/.exec(path) ?? []
  const [, needed = []] = NEEDED.find(([asked]) => asked.test(what)) ?? []
  const enough = method === 'GET' ? ['read', 'write'] : ['write']
  return needed.length === 0 || needed.some((name) => enough.some((one) => permissions[name] === one))
}

/** By path below the repository: the permissions of which one is needed. */
const NEEDED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^deployments/, ['deployments']],
  [/^(pulls|commits\/\w+\/pulls)/, ['pull-requests']],
  [/^issues\/(\d+\/comments|comments\/)/, ['pull-requests', 'issues']],
  [/^issues/, ['issues']],
]

/** Those of the repository, and of the environment above them. */
function secretsOf(secrets: Readonly<Record<string, string>>, environment: string): Record<string, string> {
  const of = (prefix: string): (readonly [string, string])[] =>
    Object.entries(secrets).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    )
  const own = Object.entries(secrets).filter(([name]) => !name.includes('/'))
  return Object.fromEntries([...own, ...(environment === '' ? [] : of(`${environment}/`))])
}

async function npx(folder: string): Promise<void> {
  const node = process.versions.node.startsWith('24.') ? process.execPath : resolve('node_modules/.bin/node')
  const script = `#!/bin/sh\n[ "$1" = servicenow-mtls ] || exit 127\nshift\nexec '${node}' '${resolve('dist/index.js')}' "$@"\n`
  await writeProgram(folder, 'npx', script)
}

/** A program that stands in for another. */
export async function writeProgram(folder: string, name: string, script: string): Promise<void> {
  await writeFile(join(folder, name), script)
  await chmod(join(folder, name), 0o755)
}

async function writeInto(workspace: string, file: string, text: string): Promise<void> {
  const path = join(workspace, file)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, text)
}

/** What ran, as `job: what exit-code error-code`. */
export const saidBy = (ran: readonly Ran[]): string[] =>
  ran.map(({ job, what, exitCode, outputs }) => `${job}: ${what} ${exitCode ?? 'killed'} ${outputs['error-code'] ?? ''}`.trim())
