import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, matchesGlob, resolve } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import { evaluate, fill, fillValue, textOf, type Contexts } from './expressions.ts'
import { execute } from './programs.ts'
import { parseFileCommands } from './workflow-commands.ts'

/**
 * A little of what GitHub makes of a workflow: jobs in the order of their needs, matrices, conditions and expressions; a step of this
 * action is carried out by who runs the workflow, a command by bash. The actions for the checkout and for artifacts have
 * stand-ins here: the workspace is there, and an artifact is a folder. Any other action is an error.
 */

const texts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
const stepSchema = z.object({
  id: z.optional(z.string()),
  name: z.optional(z.string()),
  if: z.optional(z.string()),
  uses: z.optional(z.string()),
  run: z.optional(z.string()),
  with: z.optional(texts),
  env: z.optional(texts),
})
const jobSchema = z.object({
  permissions: z.optional(texts),
  needs: z.optional(z.union([z.string(), z.array(z.string())])),
  if: z.optional(z.string()),
  environment: z.optional(z.string()),
  strategy: z.optional(z.object({ matrix: z.unknown() })),
  outputs: z.optional(texts),
  env: z.optional(texts),
  steps: z.array(stepSchema),
})
const workflowSchema = z.object({ env: z.optional(texts), permissions: z.optional(texts), jobs: z.record(z.string(), jobSchema) })
type Job = z.infer<typeof jobSchema>
type Step = z.infer<typeof stepSchema>

/** How a step ended. */
export interface Ended {
  readonly exitCode: number | null
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly log: string
}

export interface Ran extends Ended {
  readonly job: string
  /** The command of a step of this action, else what it runs. */
  readonly what: string
  /** Of the job. */
  readonly environment: string
}

/** A step of this action, as it is to be run. */
export interface OurStep {
  readonly inputs: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  /** Of the job: its steps share it. */
  readonly runnerTemp: string
  readonly environment: string
  /** Of the token: those of the job, else of the workflow. */
  readonly permissions: Readonly<Record<string, unknown>>
}

export interface WorkflowOptions {
  readonly workspace: string
  /** Of an environment of GitHub; empty for a job without one. */
  readonly secrets: (environment: string) => Readonly<Record<string, string>>
  readonly event?: string
  /** Of `workflow_dispatch`. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly run: (step: OurStep) => Promise<Ended>
}

/** Runs a workflow to its end. @returns the steps that were run, in their order */
export async function runWorkflow(text: string, options: WorkflowOptions): Promise<Ran[]> {
  const { jobs, env = {}, permissions = {} } = z.parse(workflowSchema, parse(text))
  const folder = await mkdtemp(join(tmpdir(), 'smtls-workflow-'))
  const ran: Ran[] = []
  const done: Record<string, { result: 'success' | 'failure' | 'skipped'; outputs: Record<string, string> }> = {}
  try {
    const waiting = new Map(Object.entries(jobs))
    while (waiting.size > 0) {
      const ready = [...waiting].find(([, job]) => needsOf(job).every((need) => need in done))
      if (ready === undefined) throw new Error(`jobs wait for each other: ${[...waiting.keys()].join(', ')}`)
      const [name, job] = ready
      waiting.delete(name)
      const needs = Object.fromEntries(needsOf(job).map((need) => [need, done[need]]))
      const failed = Object.values(needs).some((need) => need?.result !== 'success')
      const github = { event_name: options.event ?? 'push', ref: 'refs/heads/main', workspace: options.workspace }
      const contexts = { github, needs, inputs: options.inputs ?? {}, ...statuses(failed) }
      if (!goesOn(job.if, failed, contexts)) {
        done[name] = { result: 'skipped', outputs: {} }
        continue
      }
      const { matrix } = job.strategy ?? {}
      const each = matrix === undefined ? [{}] : combinations(fillValue(matrix, contexts))
      let result: 'success' | 'failure' = 'success'
      const outputs: Record<string, string> = {}
      for (const [at, one] of each.entries()) {
        const place = { folder, runnerTemp: join(folder, `${name}-${at}`) }
        const ended = await runJob(
          name,
          { permissions, ...job, env: { ...env, ...job.env } },
          { ...contexts, matrix: one },
          place,
          options,
        )
        ran.push(...ended.ran)
        if (ended.failed) result = 'failure'
        Object.assign(outputs, ended.outputs)
      }
      done[name] = { result, outputs }
    }
    return ran
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const needsOf = ({ needs = [] }: Job): readonly string[] => (typeof needs === 'string' ? [needs] : needs)

const statuses = (failed: boolean): Contexts => ({
  always: () => true,
  failure: () => failed,
  success: () => !failed,
  cancelled: () => false,
})

/** Without a condition of its own on the status, a job or step goes on only after success. */
function goesOn(condition: string | undefined, failed: boolean, contexts: Contexts): boolean {
  if (condition === undefined) return !failed
  const bare = condition.replace(/^\$\{\{(.*)\}\}$/s, '$1')
  const asked = /\b(always|failure|success|cancelled)\(\)/.test(bare)
  return Boolean(evaluate(bare, contexts)) && (asked || !failed)
}

const matrixSchema = z.record(z.string(), z.array(z.unknown()))
const includeSchema = z.array(z.record(z.string(), z.unknown()))

/** Every combination of a matrix; what `include` says is added to those that it does not contradict. */
function combinations(matrix: unknown): Record<string, unknown>[] {
  const { include = [], ...lists } = z.parse(matrixSchema, matrix)
  let all: Record<string, unknown>[] = [{}]
  for (const [key, values] of Object.entries(lists)) all = all.flatMap((one) => values.map((value) => ({ ...one, [key]: value })))
  for (const more of z.parse(includeSchema, include)) {
    const fitting = all.filter((one) => Object.keys(lists).every((key) => !(key in more) || more[key] === one[key]))
    if (fitting.length === 0) all.push(more)
    for (const one of fitting) Object.assign(one, more)
  }
  return all
}

interface Place {
  /** Where artifacts lie. */
  readonly folder: string
  readonly runnerTemp: string
}

async function runJob(name: string, job: Job, given: Contexts, place: Place, options: WorkflowOptions) {
  const environment = fill(job.environment ?? '', given)
  const steps: Record<string, { outputs: Readonly<Record<string, string>> }> = {}
  const contexts = { ...given, secrets: options.secrets(environment), steps, runner: { temp: place.runnerTemp } }
  const ran: Ran[] = []
  let failed = false
  await mkdir(place.runnerTemp, { recursive: true })
  for (const step of job.steps) {
    const now = { ...contexts, ...statuses(failed) }
    if (!goesOn(step.if, failed, now)) continue
    const ended = await runStep(
      step,
      { env: job.env ?? {}, environment, permissions: job.permissions ?? {} },
      now,
      place,
      options,
    )
    if (ended === undefined) continue
    if (step.id !== undefined) steps[step.id] = { outputs: ended.outputs }
    failed ||= ended.exitCode !== 0
    ran.push({ ...ended, job: name, environment })
  }
  const outputs = Object.entries(job.outputs ?? {}).map(([key, value]) => [key, fill(textOf(value), contexts)] as const)
  return { ran, failed, outputs: Object.fromEntries(outputs) }
}

async function runStep(
  step: Step,
  job: Pick<OurStep, 'environment' | 'permissions'> & { readonly env: z.infer<typeof texts> },
  contexts: Contexts,
  { folder, runnerTemp }: Place,
  options: WorkflowOptions,
): Promise<(Ended & { what: string }) | undefined> {
  const filled = (values: z.infer<typeof texts> = {}): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fill(textOf(value), contexts)]))
  const [env, inputs] = [filled({ ...job.env, ...step.env }), filled(step.with)]
  if (step.run !== undefined) {
    return { what: step.name ?? step.run.trim(), ...(await shell(fill(step.run, contexts), env, runnerTemp, options.workspace)) }
  }
  const [action = ''] = step.uses?.split('@') ?? []
  const artifacts = join(folder, 'artifacts')
  switch (action) {
    case 'acme/servicenow-mtls':
      return { what: inputs.command ?? 'plan', ...(await options.run({ ...job, inputs, env, runnerTemp })) }
    case 'actions/checkout':
    case 'actions/setup-node':
      return undefined
    case 'actions/upload-artifact':
      await upload(resolve(options.workspace, inputs.path ?? ''), join(artifacts, inputs.name ?? 'artifact'))
      return undefined
    case 'actions/download-artifact':
      await download(artifacts, inputs, options.workspace)
      return undefined
    default:
      throw new Error(`there is no stand-in for ${step.uses ?? 'a step without uses and run'}`)
  }
}

/** A command as the runner runs it. */
async function shell(script: string, env: Record<string, string>, runnerTemp: string, workspace: string): Promise<Ended> {
  const [output, summary] = [join(runnerTemp, 'output'), join(runnerTemp, 'summary')]
  for (const file of [output, summary]) await writeFile(file, '')
  const standard = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', RUNNER_TEMP: runnerTemp }
  const files = { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: workspace }
  const all = { ...standard, ...files, ...env }
  const { exitCode, stdout, stderr } = await execute('bash', ['-e', '-c', script], { env: all, cwd: workspace })
  const outputs = parseFileCommands(await readFile(output, 'utf8'))
  return { exitCode, outputs, summary: await readFile(summary, 'utf8'), log: stdout + stderr }
}

async function upload(path: string, artifact: string): Promise<void> {
  const found = await stat(path)
  await mkdir(artifact, { recursive: true })
  await cp(path, found.isFile() ? join(artifact, basename(path)) : artifact, { recursive: true })
}

/** Each artifact of a pattern in a folder of its name; the one that is named as it is. */
async function download(artifacts: string, { name, pattern = '*', path = '.' }: Record<string, string>, workspace: string) {
  const target = resolve(workspace, path)
  const names = await readdir(artifacts)
  for (const one of names.filter((each) => (name === undefined ? matchesGlob(each, pattern) : each === name))) {
    await cp(join(artifacts, one), name === undefined ? join(target, one) : target, { recursive: true })
  }
}
