import { join } from 'node:path'
import { parseInputs, type Settings } from './commands/inputs.ts'
import { hasFailed, reportOf, type Result } from './commands/result.ts'
import { run } from './commands/run.ts'
import { createConnections, createStop, failedResult, finish, readCa, readSpecFile } from './compose.ts'
import { problemOf, toCoded } from './errors.ts'
import { createRunner, type Runner } from './github/runner.ts'
import { masksOf, Redactor, SecretValue } from './redact.ts'
import { summaryOf } from './report/summary.ts'
import { textOf } from './report/text.ts'
import { createSecretSource } from './values/secrets-input.ts'
import { createValues } from './values/values.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Events by which others than the repository's own people may start a workflow or choose the spec (contract 5.2). */
const UNTRUSTED_EVENTS = ['pull_request', 'pull_request_target', 'issue_comment', 'workflow_run']

/** One step of a job. @returns the exit code: 1 only on failure */
export async function runAction(environment: Environment): Promise<number> {
  const redactor = new Redactor()
  const runner = createRunner(environment, redactor)
  const password = new SecretValue(runner.input('password'), 'password')
  redactor.add(password)
  runner.mask(masksOf(password))
  const { settings, problems } = parseInputs(runner.input)
  if (settings === undefined) return show(failedResult(problems), runner, outputDirectory(undefined, '', environment), redactor)

  const stop = createStop()
  stop.deadlineIn(settings.timeoutMs)
  try {
    const result = await execute(settings, password, environment, runner, redactor, stop.signal)
    return await show(result, runner, outputDirectory(settings, result.environment, environment), redactor)
  } finally {
    stop.release()
  }
}

async function execute(
  settings: Settings,
  password: SecretValue,
  environment: Environment,
  runner: Runner,
  redactor: Redactor,
  stop: AbortSignal,
): Promise<Result> {
  const workspace = environment.GITHUB_WORKSPACE ?? process.cwd()
  const event = environment.GITHUB_EVENT_NAME ?? ''
  try {
    const ca = await readCa(workspace, settings.caCertificates)
    const connections = createConnections(settings, password, { environment, redactor, stop, ca })
    const secrets = createSecretSource(runner.input('secrets'), environment)
    try {
      return await run(settings, {
        readSpec: () => readSpecFile(workspace, settings.spec),
        values: createValues({
          workspace,
          specFile: settings.spec,
          secrets,
          redactor,
          onSecret: (secret) => runner.mask(masksOf(secret)),
        }),
        connect: connections.connect,
        owner: environment.GITHUB_REPOSITORY ?? 'local',
        untrustedEvent: UNTRUSTED_EVENTS.includes(event) ? event : undefined,
        now: () => new Date(),
        stop,
        onOutcome: ({ change, is }) => runner.line(`${is}: ${change.kind} ${change.item}`),
      })
    } finally {
      await connections.close()
    }
  } catch (error) {
    return failedResult([problemOf(toCoded(error).toFinding(), '')])
  }
}

function outputDirectory(settings: Settings | undefined, name: string, environment: Environment): string {
  return settings?.outputDirectory ?? join(environment.RUNNER_TEMP ?? '.', 'servicenow-mtls', name)
}

/** Files, outputs, log, annotations and summary: on failure too, as far as they go. */
async function show(result: Result, runner: Runner, directory: string, redactor: Redactor): Promise<number> {
  const finished = await finish(result, directory, redactor)
  const report = redactor.cleanAll(reportOf(finished.result))
  for (const section of textOf(report)) runner.group(section)
  for (const problem of report.problems) runner.annotate(problem)
  for (const [name, value] of Object.entries(finished.outputs)) runner.output(name, value)
  runner.summary(summaryOf(report))
  return hasFailed(finished.result) ? 1 : 0
}
