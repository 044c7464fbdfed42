import { join, resolve } from 'node:path'
import { parseInputs, type Settings } from './commands/inputs.ts'
import { failedResult, hasFailed, reportOf, type Result } from './commands/result.ts'
import { execute, finish, registerWith, untrustedEventIn, type Places } from './compose.ts'
import { readCredentials } from './credentials.ts'
import { toCoded } from './errors.ts'
import { whySecretsAreWithheld } from './github/event.ts'
import { createRunner, type Runner } from './github/runner.ts'
import { masksOf, Redactor, type SecretValue } from './redact.ts'
import { summaryOf } from './report/summary.ts'
import { textOf } from './report/text.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** One step of a job. @returns the exit code: 1 only on failure */
export async function runAction(given: Environment): Promise<number> {
  // An empty variable is one that is not set.
  const environment = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const redactor = new Redactor()
  const runner = createRunner(environment, redactor)
  const onSecret = (secret: SecretValue): void => runner.mask(masksOf(secret))
  const credentials = readCredentials(runner.input, registerWith(redactor, onSecret))
  const workspace = environment.GITHUB_WORKSPACE ?? process.cwd()
  const secretsWithheld = await whySecretsAreWithheld(environment)
  const { settings, problems } = parseInputs(runner.input, secretsWithheld)
  const result =
    settings === undefined
      ? failedResult(problems)
      : await execute(settings, {
          environment,
          workspace,
          redactor,
          credentials,
          secrets: runner.input('secrets'),
          onSecret,
          owner: environment.GITHUB_REPOSITORY ?? 'local',
          untrustedEvent: untrustedEventIn(environment),
          secretsWithheld,
          onOutcome: ({ change, is }) => runner.line(`${is}: ${change.kind} ${change.item}`),
        })
  return show(result, runner, placesOf(settings, result, workspace, environment), redactor)
}

function placesOf(settings: Settings | undefined, result: Result, workspace: string, environment: Environment): Places {
  const standard = join(environment.RUNNER_TEMP ?? workspace, 'servicenow-mtls', result.environment)
  const planFile = settings?.command === 'plan' ? settings.planFile : undefined
  return {
    directory: settings?.outputDirectory === undefined ? standard : resolve(workspace, settings.outputDirectory),
    planFile: planFile === undefined ? undefined : resolve(workspace, planFile),
  }
}

/** Files, outputs, log, annotations and summary: on failure too, as far as they go. */
async function show(result: Result, runner: Runner, places: Places, redactor: Redactor): Promise<number> {
  const finished = await finish(result, places, redactor)
  const report = redactor.cleanAll(reportOf(finished.result))
  for (const section of textOf(report)) runner.group(section)
  for (const problem of report.problems) runner.annotate(problem)
  let failed = hasFailed(finished.result)
  const writes = Object.entries(finished.outputs).map(
    ([name, value]) =>
      (): void =>
        runner.output(name, value),
  )
  for (const write of [...writes, (): void => runner.summary(summaryOf(report))]) {
    try {
      write()
    } catch (error) {
      runner.line(`the runner's file cannot be written: ${toCoded(error).message}`)
      failed = true
    }
  }
  return failed ? 1 : 0
}
