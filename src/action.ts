import { join, resolve } from 'node:path'
import { commandIn, environmentIn, parseInputs, type Settings } from './commands/inputs.ts'
import { failedResult, reportOf, type Result } from './commands/result.ts'
import { execute, finish, leaveResult, registerWith, untrustedEventIn, type Finished, type Places } from './compose.ts'
import { readCredentials, registerEnvironment } from './credentials.ts'
import { problemOf, toCoded, type Problem } from './errors.ts'
import { whySecretsAreWithheld } from './github/event.ts'
import { createRunner, type Runner } from './github/runner.ts'
import { masksOf, Redactor, SecretValue } from './redact.ts'
import { problemOutputs } from './report/outputs.ts'
import { summaryOf } from './report/summary.ts'
import { textOf } from './report/text.ts'
import { withProblems, type Report } from './report/words.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Requests after which a run says that it is still at work. */
const PROGRESS_EVERY = 100

/** One step of a job. @returns the exit code: 1 only on failure */
export async function runAction(given: Environment): Promise<number> {
  // An empty variable is one that is not set.
  const environment = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const redactor = new Redactor()
  const runner = createRunner(environment, redactor)
  const onSecret = (secret: SecretValue): void => runner.mask(masksOf(secret))
  const register = registerWith(redactor, onSecret)
  registerEnvironment(environment, register)
  const credentials = readCredentials(runner.input, register)
  const token = new SecretValue(runner.input('github-token').trim(), 'github-token')
  register(token)
  const workspace = environment.GITHUB_WORKSPACE ?? process.cwd()
  const secretsWithheld = await whySecretsAreWithheld(environment)
  const { settings, sharing, problems } = parseInputs(runner.input, secretsWithheld)
  const endsAt = Date.now() + (settings?.timeoutMs ?? 0)
  const result =
    settings === undefined
      ? failedResult(problems, commandIn(runner.input), environmentIn(runner.input))
      : await execute(settings, {
          environment,
          workspace,
          redactor,
          credentials,
          secrets: runner.input('secrets'),
          githubToken: token,
          onSecret,
          owner: environment.GITHUB_REPOSITORY ?? 'local',
          untrustedEvent: untrustedEventIn(environment),
          secretsWithheld,
          onOutcome: ({ change, is }) => runner.line(`${is}: ${change.kind} ${change.item}`),
          onAnswer: ({ method, path, status, count }) => {
            runner.debug(`${method} ${path} ${status}`)
            if (count % PROGRESS_EVERY === 0) runner.line(`${count} requests answered`)
          },
        })
  const finished = await finish(result, placesOf(settings, result, workspace, environment), redactor)
  const report = { ...redactor.cleanAll(reportOf(finished.result)), secretsWithheld }
  const { unwritten, write } = guarded(runner)
  show(report, finished, runner, write)
  // What speaks to GitHub is loaded now, when the instance has been dealt with.
  const { deliver, runFacts } = await import('./deliver.ts')
  const run = await runFacts(environment)
  const spec = runner.input('spec')
  const delivered = await deliver({
    finished,
    report: withProblems(report, unwritten()),
    sharing,
    token,
    spec,
    run,
    environment,
    redactor,
    at: new Date(),
    endsAt,
    untrustedEvent: settings?.allowUntrustedSpec === true ? undefined : untrustedEventIn(environment),
    during: runner.during,
  })
  for (const problem of delivered.problems) runner.annotate(problem)
  // Outputs are written before, as a job may be ended meanwhile; what could not be shown since is in their last word.
  const late = [...unwritten(), ...delivered.problems.filter(isSurprise)]
  const changed: Record<string, string> = late.length === 0 ? {} : problemOutputs([...finished.result.problems, ...late])
  const outputs = { ...finished.outputs, ...delivered.outputs, ...changed }
  for (const [name, value] of Object.entries({ ...delivered.outputs, ...changed })) write(() => runner.output(name, value))
  if (late.length > 0 && finished.outputs['result-file'] !== '') {
    await leaveResult(finished.result, finished.directory, outputs, redactor).catch((error: unknown) => {
      write(() => {
        throw error
      })
    })
  }
  const told = withProblems(report, [...unwritten(), ...delivered.problems])
  write(() => runner.summary(summaryOf(told, delivered.notes)), 'warning')
  return withProblems(told, unwritten()).failed ? 1 : 0
}

function placesOf(settings: Settings | undefined, result: Result, workspace: string, environment: Environment): Places {
  const standard = join(environment.RUNNER_TEMP ?? workspace, 'servicenow-mtls', result.environment)
  const planFile = settings?.command === 'plan' ? settings.planFile : undefined
  return {
    directory: settings?.outputDirectory === undefined ? standard : resolve(workspace, settings.outputDirectory),
    planFile: planFile === undefined ? undefined : resolve(workspace, planFile),
  }
}

/**
 * Log, annotations, outputs and summary: on failure too, as far as they go. The summary is written once more at the end, when it
 * is known what was shown elsewhere; this one is for a job that is ended before.
 */
function show(report: Report, finished: Finished, runner: Runner, write: Write): void {
  for (const section of textOf(report)) runner.group(section)
  // GitHub shows only the first of a step.
  const order = ['error', 'warning', 'notice']
  const sorted = report.problems.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  for (const problem of sorted) runner.annotate(problem)
  for (const [name, value] of Object.entries(finished.outputs)) write(() => runner.output(name, value))
  write(() => runner.summary(summaryOf(report)), 'warning')
}

/** With `artifact: auto` a runner may be without the service: whoever reads the outputs there has nothing to do about it. */
const isSurprise = ({ code, severity }: Problem): boolean => code !== 'github.no-artifact-service' || severity === 'error'

type Write = (work: () => void, severity?: 'error' | 'warning') => void

/**
 * Writes to the runner's files, and keeps nothing else from being written where one cannot be. Outputs that are missing fail the
 * step, as others go by them; what is only shown does not.
 */
function guarded(runner: Runner): { readonly write: Write; readonly unwritten: () => readonly Problem[] } {
  const found: Problem[] = []
  return {
    unwritten: () => found,
    write: (work, severity = 'error') => {
      try {
        work()
      } catch (error) {
        if (found.some((one) => one.severity === severity)) return
        const isOfFile = error instanceof Error && 'syscall' in error
        const message = `the runner's files cannot be written: ${toCoded(error).message}`
        const problem = isOfFile
          ? problemOf({ code: 'output.unwritable', severity, message, hint: 'check the disk of the runner' }, '')
          : problemOf(toCoded(error).toFinding(severity), '')
        found.push(problem)
        runner.annotate(problem)
      }
    },
  }
}
